//! Nynorsk.

pub mod export;
pub mod pages;
pub mod statement;
pub mod workbook;

use super::{FurtherTexts, NARROW, NumberStyle, Texts};
use crate::model::{IrrAbsence, Plain};
use crate::scenario::{Reason, Refusal, Story};
use crate::solution::{Basis, Expected, Group, Problem};

pub const TEXTS: Texts = Texts {
    numbers: NumberStyle {
        decimal: ',',
        thousands: NARROW,
        percent: "\u{a0}%",
        billions: "mrd.\u{a0}kr",
        millions: "mill.\u{a0}kr",
        kroner: "kr",
    },

    own_name: "Nynorsk",
    language: "Språk",

    site_name: "Gevinstsimulatoren",
    loading: "Hentar tala …",
    rest_delayed: "Resten av sida har ikkje kome enno: uvissa, fleire figurar og metoden. Vi prøver igjen.",
    try_again: "Prøv igjen",
    not_found: |address, status| {
        format!(
            "Fann ikkje {address} (tenaren svara {status}). Prøv igjen om litt, eller sei frå til den som har lagt ut sida."
        )
    },
    fetch_failed: |address| {
        format!("Fekk ikkje henta {address}. Sjekk nettsambandet, og prøv igjen.")
    },
    file_broken: |address| {
        format!("Løysingsfila {address} har feil og kan ikkje visast. Dette må rettast:")
    },

    close: "Lukk",
    own_file: "Opne ei eiga fil",
    file_unread: |name| {
        format!(
            "Kan ikkje lese {name} no: den delen av simulatoren som les løysingsfiler, kom ikkje. Sjekk nettsambandet, og prøv igjen."
        )
    },
    own_file_shown: |name| {
        format!(
            "Du ser løysinga i {name}. Fila er berre lesen i nettlesaren, og lenkja til sida viser henne ikkje til andre."
        )
    },
    file_elsewhere: |address| {
        format!(
            "Opna ikkje {address}. Adressa i «file» må liggje på same nettstad som simulatoren."
        )
    },

    bought_by: "Første kjøpar",
    supplied_by: "Leverandør",
    claimed: |claim| format!("Det er hevda at løysinga {claim}."),
    source: "Kjelde",

    results: "Resultat",
    npv: |years| format!("Gevinsten for samfunnet over {years} år"),
    npv_loss: |years| format!("Tapet for samfunnet over {years} år"),
    npv_term: "Netto noverdi",
    annual_saving: "Årleg gevinst når alt er på plass",
    annual_saving_term: "Etter drift og fornying",
    person_years: "Årsverk frigjorde per år når alt er på plass",
    emissions: "Årleg utsleppskutt når alt er på plass",
    in_the_kroner: "Verdien er rekna med i gevinsten",
    break_even: "Kostnadene er tente inn",
    break_even_term: "Samla, med rente",
    never_within: |last_year| format!("Ikkje innan {last_year}"),
    saves: |name, share, units, money, years| {
        format!(
            "Med {name} sparer landet {money} på {years} år når {share} av alle {units} er med."
        )
    },
    loses: |name, share, units, money, years| {
        format!("Med {name} taper landet {money} på {years} år når {share} av alle {units} er med.")
    },
    freed_each_year: |person_years| {
        format!("Når alt er på plass, blir {person_years} frigjorde kvart år.")
    },
    cut_each_year: |emissions| format!("Når alt er på plass, blir {emissions} kutta kvart år."),
    stays_at_pilot: |name, pilot| {
        format!("Utan innføring blir {name} ståande som pilot: {pilot}, og ikkje fleire.")
    },

    eight_of_ten: |low, high| format!("Åtte av ti utfall: {low} til {high}"),
    eight_of_ten_from_loss: |low, high| {
        format!("Åtte av ti utfall: frå tap på {low} til gevinst på {high}")
    },
    eight_of_ten_losses: |low, high| format!("Åtte av ti utfall: tap på {low} til {high}"),
    eight_of_ten_or_never: |first_year| {
        format!("Åtte av ti utfall: tidlegast {first_year}, kanskje aldri")
    },

    controls: "Føresetnader",
    all_assumptions: "Alle føresetnader",
    group: |group| match group {
        Group::Rollout => "Innføring",
        Group::Adoption => "Bruk og verknad",
        Group::Cost => "Kostnader",
        Group::Benefit => "Gevinstar",
        Group::Standard => "Reknereglar",
    },
    half_time: "Kor lang tid tek det før halvparten har løysinga?",
    curve: "Korleis spreier løysinga seg?",
    curve_bass: "S-kurve: sakte først, så raskare",
    curve_linear: "Jamn takt: like mange kvart år",
    curve_drawn: "Eiga kurve: teikn henne sjølv",
    curve_draw_it: "Gå til figuren og dra i punkta",
    reset: |label| format!("Still tilbake: {label}"),
    reset_short: "Still tilbake",
    reset_all: "Still alt tilbake",
    number_field: |label| format!("{label} Skriv eit tal."),
    range: |low, likely, high| format!("Lågt {low} – truleg {likely} – høgt {high}"),
    standard_value: |likely| format!("Standard {likely}"),
    basis: |basis| match basis {
        Basis::Published => "Publisert",
        Basis::Derived => "Utleidd",
        Basis::Assumption => "Antaking",
    },
    refused: |text, min, max, kept| {
        format!("«{text}» går ikkje. Vel eit tal frå {min} til {max}. Verdien er framleis {kept}.")
    },
    refused_fraction: |text, min, max, kept| {
        format!(
            "«{text}» går ikkje. Vel eit heilt tal frå {min} til {max}. Verdien er framleis {kept}."
        )
    },
    refused_empty: |min, max, kept| {
        format!("Skriv eit tal frå {min} til {max}. Verdien er framleis {kept}.")
    },
    refused_with_the_rest: |text, kept| {
        format!("«{text}» går ikkje i hop med resten av føresetnadene. Verdien er framleis {kept}.")
    },

    certain: "Rekn talet som sikkert",
    certain_help: "Då varierer det ikkje når vi reknar ut uvissa.",

    to: "til",
    span_column: |line| format!("{line}, åtte av ti utfall"),

    what_if: "Kva om …",
    story: |story| match story {
        Story::Pilot => "det stoppar ved piloten?",
        Story::Alone => "alle gjer det kvar for seg?",
        Story::Together => "kjøparane går saman?",
        Story::Delayed => "vi ventar fem år?",
        Story::National => "det blir eit nasjonalt løft?",
        Story::Cautious => "vi er varsame i alt?",
        Story::Claim => "påstanden skal halde?",
    },
    tools: "Verktøy",
    undo: "Angre",
    redo: "Gjer om",
    keep: "Samanlikn",
    kept_name: |number| format!("Alternativ\u{a0}{number}"),
    share: "Del og ta med",
    stage: "Storskjerm",

    charts: "Figurar",
    view: "Kven sine kroner?",
    view_social: "Samfunnet",
    view_budget: "Offentlege budsjett",
    flow: "Korleis skal åra visast?",
    flow_yearly: "År for år",
    flow_cumulated: "Samla",
    show_table: "Vis tala, eller last ned figuren",
    year: "År",
    year_slider: |title| format!("Les av år for år: {title}"),
    benefit: "Gevinst",
    cost: "Kostnad",
    net: "Netto",
    cumulated_net: "Samla netto",
    cumulated_net_column: "Samla netto, diskontert",
    budget_gain: "Innsparing",
    budget_outlay: "Utgift",
    budget_balance: "Samla saldo",
    residual_note: "Restverdien av utstyret ved slutten er med i netto noverdi, men ikkje i denne figuren.",
    millions_kroner: "mill.\u{a0}kr",
    pays_off_in: |year| format!("Gevinstane tener inn kostnadene i {year}"),
    pays_off_at_once: "Gevinstane er større enn kostnadene frå første år",
    never_pays_off: |last_year| {
        format!("Gevinstane tener ikkje inn kostnadene innan utgangen av {last_year}")
    },
    yearly_gain_from: |year| format!("Frå {year} gir kvart år meir enn det kostar"),
    no_yearly_gain: "Løysinga kostar meir enn ho gir, år etter år",
    budget_pays_off_in: |year| format!("Budsjetta får att pengane i {year}"),
    budget_pays_off_at_once: "Budsjetta sparer frå første år",
    budget_never_pays_off: |last_year| {
        format!("Budsjetta får ikkje att pengane innan utgangen av {last_year}")
    },
    budget_yearly_gain_from: |year| format!("Frå {year} sparer budsjetta kvart år"),
    budget_no_yearly_gain: "Budsjetta får større utgifter, år etter år",
    nothing_happens: "Utan innføring og pilot skjer det ingenting",
    social_subtitle: "Gevinst og kostnad for samfunnet, per år",
    social_cumulated_subtitle: "Gevinst minus kostnad, lagt saman og diskontert",
    budget_subtitle: "Utgift og innsparing i offentlege budsjett, per år. Frigjord tid og kapasitet tel berre når budsjettet faktisk blir lågare",
    budget_cumulated_subtitle: "Innsparing minus utgift i offentlege budsjett, lagt saman. Frigjord tid og kapasitet tel berre når budsjettet faktisk blir lågare",
    value: "Med vala dine",

    per: " per ",
    per_year: " per år",
    a_year: " i året",
    unit: |unit| match unit {
        "NOK" => Some(("krone", "kr")),
        "h" => Some(("time", "timar")),
        "min" => Some(("minutt", "minutt")),
        "year" => Some(("år", "år")),
        "t" => Some(("tonn", "tonn\u{a0}CO₂")),
        "QALY" => Some(("kvalitetsjustert leveår", "kvalitetsjusterte leveår")),
        "person_year" => Some(("årsverk", "årsverk")),
        _ => None,
    },
};

pub const FURTHER: FurtherTexts = FurtherTexts {
    problem: |problem| match problem {
        Problem::Unreadable { line, column, .. } => {
            format!(
                "Fila er ikkje gyldig JSON: sjå linje {line}, teikn {column}, og linja før. Vanlege feil er eitt komma for mykje eller for lite, komma i staden for punktum i eit desimaltal, og krøllete hermeteikn"
            )
        }
        Problem::TooLong { bytes, most } => {
            format!("Fila er på {bytes} byte. Ei løysingsfil kan ha høgst {most}.")
        }
        Problem::Format { found } => {
            format!("format = {}: denne simulatoren les format 1", Plain(*found))
        }
        Problem::Missing { path } => format!("{path} manglar"),
        Problem::UnknownField { path, known } => {
            format!("{path} er ikkje eit kjent felt. Kjende felt: {known}")
        }
        Problem::UnknownName {
            path, found, known, ..
        } => {
            format!("{path} = «{found}» finst ikkje. Vel mellom: {known}")
        }
        Problem::Duplicate { path, found } => format!("{path}: «{found}» står der to gonger"),
        Problem::OutOfRange {
            path,
            found,
            min,
            max,
        } => format!(
            "{path} = {} må vere frå {} til {}",
            Plain(*found),
            Plain(*min),
            Plain(*max)
        ),
        Problem::Malformed {
            path,
            found,
            expected,
        } => {
            format!(
                "{path} = {} går ikkje. Det må vere {}",
                found_in_words(found),
                expected_in_words(expected)
            )
        }
    },

    claim_and_model: "Påstanden og modellen",
    about_claim: "Om påstanden",
    full_effect_column: "Ved full verknad",
    claim_row: "Påstått",
    model_row: "Modellen på denne sida",
    full_potential_row: "Modellen, med alt på topp",
    saved_a_year: "Spart per år",
    freed_a_year: "Frigjort per år",
    full_potential_note: "«Med alt på topp» vil seie at alle får løysinga, at ho blir brukt fullt ut, og at heile gevinsten blir teken ut. Beløpa er før kostnader, slik påstanden òg er.",
    claim_worth: |person_years, worth, claimed| {
        format!(
            "{person_years} er verde om lag {worth} i året, ikkje {claimed}. Årsverka forklarer altså berre ein liten del av beløpet."
        )
    },
    likelihood: |chance| match chance {
        chance if chance >= 0.99 => "nesten sikkert",
        chance if chance >= 0.9 => "svært sannsynleg",
        chance if chance >= 0.66 => "sannsynleg",
        chance if chance >= 0.33 => "om lag like sannsynleg som tap",
        chance if chance >= 0.1 => "lite sannsynleg",
        chance if chance >= 0.01 => "svært lite sannsynleg",
        _ => "nesten utelukka",
    },
    chance: |likelihood, share| format!("Gevinst er {likelihood}: {share}"),
    certainty_subtitle: "Netto noverdi når alle usikre føresetnader varierer samstundes. Mørke søyler er dei åtte av ti utfalla i midten",
    certainty_note: |draws, low, high| {
        format!(
            "{draws} utrekningar med ulike føresetnader. Åtte av ti gav frå {low} til {high}. Dei ytste søylene samlar alt som er endå lågare og høgare."
        )
    },
    low_estimate: "Lågt anslag",
    middle_estimate: "Midt på",
    share_of_outcomes: |span| format!("Utfall frå {span}"),
    high_estimate: "Høgt anslag",
    chance_of_gain: "Sannsyn for gevinst",
    most_depends_on: |question| format!("Mest kjem an på svaret på «{question}»"),
    importance_subtitle: |npv| {
        format!(
            "Netto noverdi når éin føresetnad blir sett lågt eller høgt og resten står som no. Streken i midten er {npv}"
        )
    },
    npv_at_low: "Netto noverdi ved lågt anslag",
    npv_at_high: "Netto noverdi ved høgt anslag",
    share_of_variance: "Del av uvissa",
    value_of_learning: "Verdt å vite på førehand",
    worth_knowing: |question, worth| {
        format!(
            "Å vite svaret på «{question}» før vi bestemmer oss, er verdt opp til {worth}. Ein pilot som måler det, bør ikkje koste meir."
        )
    },
    nothing_worth_knowing: "Ingen av svara vil endre avgjerda åleine. Ein pilot som berre måler éin av føresetnadene, er derfor lite verd for valet mellom å innføre og å la vere.",
    go_to: |question| format!("Gå til «{question}»"),
    conditions: "Kva må halde?",
    conditions_intro: "Kor langt éin føresetnad kan gå når resten står som no.",
    now: "No",
    to_break_even: "For å gå i null",
    to_meet_claim: "For å nå det som er påstått spart",
    others_hold: "Ingen av dei andre føresetnadene kan åleine snu gevinsten til tap.",
    others_do_not_help: "Ingen av dei andre føresetnadene kan åleine snu tapet til gevinst.",
    claim_out_of_reach: "Ingen av føresetnadene kan åleine gi det som er påstått spart, same kor langt han blir flytta.",
    holds_anyway: "Held uansett",
    nothing_suffices: "Ingen verdi er nok",
    at_least: |value| format!("Minst {value}"),
    at_most: |value| format!("Høgst {value}"),
    method_uncertainty: "Uvisse",
    method_draws: |uncertain, draws| {
        format!(
            "{uncertain} føresetnader er usikre. Lågt, truleg og høgt er lesne som P10, P50 og P90 i ei metalog-fordeling (Keelin 2016) på logit-skala, innanfor grensene. Flyttar du det trulege talet, følgjer spennet med på same skala. {draws} punkt er trekte med Owen-stokka Sobol-følgje og fast frø, så same val gir alltid same tal. Føresetnadene varierer uavhengig av kvarandre."
        )
    },
    method_sensitivity: "Del av uvissa er førsteordensindeksen til Sobol. Verdt å vite på førehand er forventa verdi av perfekt informasjon om éin føresetnad (EVPPI) for valet mellom å innføre og å la vere. Begge er rekna ut av dei same trekningane ved regresjon (Strong, Oakley og Brennan 2014).",
    person_years_title: |person_years, year| format!("I {year} blir {person_years} frigjorde"),
    person_years_nothing: "Ingen årsverk blir frigjorde",
    person_years_subtitle: |worth, year| {
        format!(
            "Årsverk per år. Tida er verd {worth} i {year}, og det beløpet er alt med i gevinsten"
        )
    },
    person_years_line: "Årsverk",
    claim_reference: |claimed| format!("Påstått: {claimed}"),
    half_reached: |year, units| format!("Halvvegs i {year}: {units} er på plass"),
    half_later: |last_year, units| format!("Ikkje halvvegs i {last_year}: {units} er på plass"),
    no_rollout: |units| format!("Inga innføring: det blir med {units}"),
    rollout_subtitle: |units| {
        format!("Talet på {units} ved utgangen av året, og kor mange dei svarer til i full bruk")
    },
    in_place: "På plass",
    in_use: "I full bruk",
    observed: "Faktisk",
    observed_then: |count| format!("; faktisk {count}"),
    target_reference: |units| format!("Målet: {units}"),
    same_pays_and_gains: |actor| format!("{actor} betaler mest og får mest att"),
    one_pays_other_gains: |payer, gainer| {
        format!("{payer} betaler mest, men {gainer} får mest att")
    },
    one_pays_nobody_gains: |payer| format!("{payer} betaler mest, og ingen får noko att"),
    nobody_pays_one_gains: |gainer| format!("{gainer} får mest att, og ingen betaler noko"),
    nobody_pays: "Ingen betaler, og ingen får noko att",
    actors_subtitle: "Noverdi over heile perioden, før skattefinansiering",
    actor: "Aktør",
    paid: "Betaler",
    gained: "Får att",

    story_explained: |story| match story {
        Story::Pilot => {
            "Pilotsjuka: Løysinga verkar, men blir verande hos dei som prøvde henne først."
        }
        Story::Alone => {
            "Kvar kjøpar finn ut av alt sjølv. Ingen bruker om att det den første laga, prisen fell ikkje, og spreiinga går sakte."
        }
        Story::Together => {
            "Kjøparane går saman og bruker om att det den første laga. Prisen fell med erfaringa, og spreiinga går fort."
        }
        Story::Delayed => "Alt blir likt, berre fem år seinare.",
        Story::National => {
            "Alle får løysinga så raskt det er råd, og organisasjonane bruker henne og hentar ut gevinsten."
        }
        Story::Cautious => {
            "Alle usikre føresetnader står på det varsame anslaget samstundes. Så uheldige er vi neppe: Det er ein stresstest, ikkje ein prognose."
        }
        Story::Claim => {
            "Viser kor stor utbreiing, bruk og gevinstrealisering påstanden krev når alle tre blir flytta like langt."
        }
    },
    story_moves: "Dette er flytta",
    story_moves_nothing: "Ingenting er flytta: Alt står slik frå før.",
    before: "Før",
    after: "No",
    take_story_back: "Gå tilbake til slik det var",
    claim_is_met: |claimed| {
        format!("Slik må det vere for at vi skal spare {claimed} i året, før kostnader.")
    },
    claim_is_not_met: |claimed, most| {
        format!(
            "Påstanden om {claimed} spart i året er utanfor rekkjevidd. Sjølv om alle får løysinga, bruker henne fullt ut og hentar ut heile gevinsten, blir det {most}. Derfor er ingenting flytta."
        )
    },
    taken_for_certain: |value| format!("{value}, rekna som sikkert"),
    curve_bass_short: "S-kurve",
    curve_linear_short: "Jamn takt",
    curve_drawn_short: "Eiga kurve",
    curve_points: "Kor stor del av innføringa er ferdig? Dra i punkta.",
    curve_table: "Skriv inn kurva som tal",
    curve_help: "Kor stor del av innføringa som er ferdig ved utgangen av kvart år. Kurva kan ikkje falle: Flyttar du eitt år, følgjer dei andre med så langt dei må.",

    comparison: "Samanlikning",
    comparison_intro: |name| {
        format!(
            "Du samanliknar med «{name}». Skru vidare på føresetnadene, og sjå skilnaden. I figurane er «{name}» stipla."
        )
    },
    kept_scenarios: "Det du har teke vare på",
    name: "Namn",
    compare_with: |name| format!("Samanlikn med {name}"),
    compare_no_longer: "Slutt å samanlikne",
    take_up: |name| format!("Gå tilbake til dette: {name}"),
    take_up_short: "Gå tilbake til dette",
    drop: |name| format!("Fjern {name}"),
    drop_short: "Fjern",
    keep_another: "Ta vare på slik det er no",
    stored_here: "Lagra i denne nettlesaren, og ikkje nokon annan stad.",
    not_stored: "Nettlesaren lèt oss ikkje lagre her. Ta vare på lenkja under «Del og ta med»: Ho har med det du samanliknar med.",
    what_differs: "Føresetnader som er ulike",
    nothing_differs: "Ingen føresetnader er ulike enno. Flytt ein av dei, eller vel noko under «Kva om …».",
    difference: "Skilnad",
    no_difference: "Ingen skilnad",
    never: "Ikkje i perioden",
    years_later: |years| format!("{years} år seinare"),
    years_sooner: |years| format!("{years} år tidlegare"),

    link: "Lenkje til det du ser",
    link_explained: "Lenkja har med alle vala dine og dei viktigaste tala. Blir tala endra seinare, ser den som opnar lenkja, kva dei var.",
    copy: "Kopier lenkja",
    copied: "Kopiert",
    copy_refused: "Nettlesaren lèt oss ikkje kopiere. Merk lenkja og kopier henne sjølv.",
    code: "QR-kode til det du ser",
    take_table: "Årstabell (CSV)",
    take_workbook: "Rekneark med formlar (Excel)",
    take_one_file: "Heile simulatoren i éi fil",
    file_coming: "Fila er på veg …",
    file_missing: "Fila kom ikkje, fordi nettet ikkje svara. Prøv igjen om litt.",
    take_paper: "Skriv ut éi side",
    take_svg: "Last ned figuren som SVG",
    take_png: "Last ned figuren som PNG",
    link_too_long: "Lenkja er for lang for ein QR-kode.",
    link_only_here: "Denne simulatoren er ei fil. Lenkja verkar berre på maskina der fila ligg, så ho har ingen QR-kode.",
    own_file_kept_nowhere: "Fila di og det du gjer med henne, blir ikkje lagra, og inga lenkje kan vise henne til andre.",
    ignored_parts: "Noko i lenkja er ikkje brukt. Resten er med.",
    ignored: |name, text, reason| {
        let why = match reason {
            Reason::Unknown => "er ikkje kjent for denne løysinga".to_owned(),
            Reason::NoNumber => "må vere eit tal, med punktum framfor desimalar".to_owned(),
            Reason::Refused(Refusal::OutOfRange { min, max }) => {
                format!("må vere frå {} til {}", Plain(*min), Plain(*max))
            }
            Reason::Refused(Refusal::Illegal(_)) => {
                "går ikkje i hop med resten av føresetnadene".to_owned()
            }
            Reason::NoCurve => {
                "må vere bass, linear eller delar frå 0 til 1 som ikkje fell".to_owned()
            }
            Reason::NotUncertain => "må nemne usikre føresetnader".to_owned(),
            Reason::NoDigest => "har ikkje tal vi kan lese".to_owned(),
            Reason::NoVersion => {
                "er ikkje ei utgåve denne simulatoren kjenner. Resten er lesen som om ho var laga i dag"
                    .to_owned()
            }
            Reason::TooLong => "og alt etter det er ikkje lese: Lenkja er for lang".to_owned(),
        };
        format!("{name} = {text} {why}.")
    },
    figures_changed: "Tala er ikkje lenger dei same som då lenkja blei laga. Modellen, ei kjelde eller løysingsfila er endra sidan då.",
    figure_was: |what, was, now| format!("{what}: {was} då, {now} no"),

    embed: "Set inn på ei nettside",
    embed_parts: "Kva skal visast?",
    embed_part: |name| match name {
        "controls" => "Hovudtal og føresetnader",
        "headlines" => "Berre hovudtala",
        "flows" => "Figur: gevinst og kostnad over tid",
        "certainty" => "Figur: kor sikkert det er",
        "importance" => "Figur: kva som betyr mest",
        "person-years" => "Figur: årsverk",
        "rollout" => "Figur: innføringa",
        "actors" => "Figur: kven som betaler, og kven som får att",
        _ => "Heile simulatoren",
    },
    embed_sizes: "Kor stor plass?",
    embed_size: |size| match size {
        Some((width, height)) => format!("{width} × {height} pikslar"),
        None => "Så høg som innhaldet (nettsida må tillate skript)".to_owned(),
    },
    embed_languages: "Kva språk?",
    embed_themes: "Kva fargar?",
    embed_theme: |name| match name {
        "light" => "Lyse",
        "dark" => "Mørke",
        _ => "Som lesaren har valt",
    },
    embed_code: "Kode til nettsida",
    embed_copy: "Kopier koden",
    embed_explained: "Koden har med vala dine. I WordPress kan du òg lime inn adressa til sida åleine. Då blir løysinga vist med standardverdiane, utan vala dine.",
    embed_preview: "Slik blir det:",
    whole: "Opne heile sida i Gevinstsimulatoren",
    link_blocked: |address| {
        format!(
            "Nettsida som dette står på, lèt oss ikkje opne lenkjer. Kopier adressa, og opne henne sjølv: {address}"
        )
    },
    host_too_long: "Nettsida som dette står på, har sendt meir enn vi les. Det er ikkje brukt.",
    sandboxed: "Nettsida som dette står på, lèt oss truleg korkje lagre filer eller skrive ut. Opne heile sida i Gevinstsimulatoren for å gjere det.",

    stage_on: "Neste",
    stage_back: "Førre",
    stage_replay: "Vis siste endring ein gong til",
    stage_code: "QR-kode til det du ser",
    stage_keys: "Tastar",
    stage_no_full_screen: "Nettlesaren eller nettsida rundt lèt oss ikkje fylle skjermen. Opne heile sida i Gevinstsimulatoren, og prøv der.",
    stage_leave: "Tilbake til sida",
    stage_key_list: &[
        ("→ ←", "Neste og førre bilete, òg Page Down og Page Up"),
        ("R", "Vis siste endring ein gong til"),
        ("Q", "QR-kode til det du ser"),
        ("Z", "Angre"),
        ("0", "Still alt tilbake"),
        ("F", "Fullskjerm"),
        ("Esc", "Tilbake til sida"),
        ("?", "Vis eller gøym tastane"),
    ],

    method: "Slik er det rekna ut",
    method_intro: |price_year| {
        format!(
            "Dette er ein samfunnsøkonomisk analyse etter rundskriv R-109 frå Finansdepartementet. Alt er i faste {price_year}-kroner. Tala under er dei som står på sida akkurat no."
        )
    },
    method_rollout: "Innføring",
    method_target: |reach, potential, target, pilot| {
        format!("Målet er {reach} av {potential}, altså {target}. {pilot} er alt i drift.")
    },
    method_bass: |p, q, half| {
        format!(
            "Spreiinga følgjer Bass-kurva F(s) = (1 − exp(−(p + q)·s)) / (1 + (q/p)·exp(−(p + q)·s)) med p = {p} og q = {q}. Då er halve innføringa unnagjord etter {half}."
        )
    },
    method_linear: |years| {
        format!("Innføringa går i jamn takt: like mange nye einingar kvart år i {years}.")
    },
    method_drawn: "Innføringa følgjer ei teikna kurve, med rette linjer mellom årsskifta.",
    method_delay: |years| format!("Ho startar om {years}."),
    method_back_test: |years, off, p, q, textbook| {
        format!(
            "Historia er kjend for {years} av åra. Der bommar kurva i snitt med {off}. Med gjennomsnittet i læreboka, p = {p} og q = {q}, hadde ho bomma med {textbook}."
        )
    },
    method_adoption: "Bruk",
    method_use: |adoption, ramp| {
        format!(
            "Ei eining når til slutt {adoption} av mogleg bruk. Nitti prosent av det er nådd etter {ramp}: u(x) = a·(1 − 0,1^(x/τ)). Einingane i piloten reknar vi som fullt i gang."
        )
    },
    method_benefits: "Gevinstar",
    method_taken_out: |share| format!("{share} teke ut"),
    method_price: |price| format!("verd {price}"),
    method_price_in: |price, year| format!("{price} i {year}"),
    method_carbon_price: |points| format!("verd karbonprisen per tonn: {points}"),
    method_price_grows: |rate| format!("som stig {rate} i året"),
    method_cash_share: |share| format!("og {share} av verdien gir lågare budsjett"),
    method_costs: "Kostnader",
    method_uplift: |uplift| {
        format!("Alle beløp får eit påslag på {uplift}, fordi anslag som regel er for låge.")
    },
    method_once: |amount, year| format!("{amount} éin gong, i {year}, viss det blir ei innføring"),
    method_per_buyer: |amount, buyers, reused| {
        format!(
            "{amount} for kvar av {buyers}, i takt med innføringa. Av dette er {reused} ein kostnad som berre den første betaler"
        )
    },
    method_per_new_unit: |amount| format!("{amount}, betalt når eininga kjem på plass"),
    method_learning: |rate| format!("prisen fell {rate} kvar gong talet blir dobla"),
    method_life: |life| {
        format!("blir bytt etter {life}, og verdien som er att til slutt, blir trekt frå")
    },
    method_per_unit_year: |amount| format!("{amount}, frå eininga kjem på plass"),
    method_per_unit_in_use_year: |amount| format!("{amount} ved full bruk"),
    method_appraisal: "Samfunnsøkonomi",
    method_discount: |rate, tax| {
        format!(
            "Beløp fram i tid er diskonterte med {rate} i året. Netto offentleg utgift kostar {tax} ekstra å finansiere med skatt; netto innsparing gir tilsvarande att."
        )
    },
    method_npv: |benefits, costs, tax, npv| {
        format!(
            "Netto noverdi = gevinstar {benefits} − kostnader {costs} − skattefinansiering {tax} = {npv}."
        )
    },
    method_left_out: "Dette er ikkje med",
    method_left_out_text: "Verknader som ikkje er nemnde under gevinstar og kostnader, eksport og arbeidsplassar hos leverandøren, einingar som blir tekne ut av bruk att, og prisvekst på utstyr. Gevinstane og drifta til piloten er med i tala; kva piloten åleine er verd, står i tabellen under.",
    more_results: "Fleire tal",
    net_benefit_per_budget_krone: "Netto nytte per budsjettkrone",
    net_benefit_absent: "Inga: budsjetta sparer meir enn dei bruker",
    irr: "Internrente",
    irr_absent: |reason| match reason {
        IrrAbsence::NoSignChange => "Inga: pengane går berre éin veg i heile perioden".to_owned(),
        IrrAbsence::SeveralSignChanges(changes) => {
            format!("Inga eintydig: netto skiftar forteikn {changes} gonger")
        }
    },
    peak_funding: "Største finansieringsbehov i offentlege budsjett",
    cost_of_delay: "Kva eitt års utsetjing kostar",
    npv_at_pilot: "Netto noverdi viss det blir med piloten",
    gross_at_full_effect: "Årleg gevinst ved full verknad, før kostnader",
    assumptions_table: "Alle føresetnader med kjelde",
    assumption: "Føresetnad",
    low_to_high: "Lågt – truleg – høgt",
    where_from: "Grunnlag",
    sources: "Kjelder",
};

/// What stands in a file in the place of something else, where it is not quoted.
fn found_in_words(found: &str) -> &str {
    match found {
        "a list" => "ei liste",
        "an object" => "eit objekt",
        found => found,
    }
}

fn expected_in_words(expected: &Expected) -> String {
    match expected {
        Expected::Object => "eit objekt",
        Expected::List => "ei liste",
        Expected::Text => "ein tekst",
        Expected::Number => "eit tal",
        Expected::Whole => "eit heilt tal",
        Expected::TrueOrFalse => "true eller false",
        Expected::TwoNumbers => "ei liste med to tal",
        Expected::OneOf(names) => return format!("eitt av {names}"),
        Expected::AddressPart => "bokstavar frå a til z, siffer, bindestrekar eller understrekar",
        Expected::ParameterId => {
            "små bokstavar frå a til z, siffer eller understrekar, med ein bokstav først, og ikkje eit namn som adresser eller nettsider bruker til noko anna"
        }
        Expected::Address => "ei adresse som byrjar med https://",
        Expected::RisingShares(_) => "delar frå 0 til 1 som aldri søkk",
        Expected::YearAndFigure => "eit år og eit tal",
        Expected::RisingYears => "stigande årstal, minst eitt",
        Expected::Scale => "eit tal eller ein brøk, og så eininga",
        Expected::Inside(min, max) => {
            return format!("over {} og under {}", Plain(*min), Plain(*max));
        }
        Expected::BetweenRange => "mellom dei to i range, og ikkje lik nokon av dei",
        Expected::LessSkewed(nearest) => {
            return format!(
                "lenger frå endane av range. Det næraste som går, er {}",
                Plain(*nearest)
            );
        }
        Expected::Unit(unit) => return format!("i eininga {unit}"),
        Expected::FewerFactors(most) => return format!("høgst {most} faktorar"),
    }
    .to_owned()
}
