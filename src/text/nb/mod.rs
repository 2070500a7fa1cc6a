//! Bokmål.

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

    own_name: "Bokmål",
    language: "Språk",

    site_name: "Gevinstsimulatoren",
    loading: "Henter tallene …",
    rest_delayed: "Resten av siden er ikke kommet ennå: usikkerheten, flere figurer og metoden. Vi prøver igjen.",
    try_again: "Prøv igjen",
    not_found: |address, status| {
        format!(
            "Fant ikke {address} (tjeneren svarte {status}). Prøv igjen om litt, eller si fra til den som har lagt ut siden."
        )
    },
    fetch_failed: |address| {
        format!("Fikk ikke hentet {address}. Sjekk nettforbindelsen, og prøv igjen.")
    },
    file_broken: |address| {
        format!("Løsningsfilen {address} har feil og kan ikke vises. Dette må rettes:")
    },

    close: "Lukk",
    own_file: "Åpne en egen fil",
    file_unread: |name| {
        format!(
            "Kan ikke lese {name} nå: den delen av simulatoren som leser løsningsfiler, kom ikke. Sjekk nettforbindelsen, og prøv igjen."
        )
    },
    own_file_shown: |name| {
        format!(
            "Du ser løsningen i {name}. Filen er bare lest i nettleseren, og lenken til siden viser den ikke til andre."
        )
    },
    file_elsewhere: |address| {
        format!(
            "Åpnet ikke {address}. Adressen i «file» må ligge på samme nettsted som simulatoren."
        )
    },

    bought_by: "Første kjøper",
    supplied_by: "Leverandør",
    claimed: |claim| format!("Det er hevdet at løsningen {claim}."),
    source: "Kilde",

    results: "Resultater",
    npv: |years| format!("Samfunnets gevinst over {years} år"),
    npv_loss: |years| format!("Samfunnets tap over {years} år"),
    npv_term: "Netto nåverdi",
    annual_saving: "Årlig gevinst når alt er på plass",
    annual_saving_term: "Etter drift og fornyelse",
    person_years: "Årsverk frigjort per år når alt er på plass",
    emissions: "Årlig utslippskutt når alt er på plass",
    in_the_kroner: "Verdien er regnet med i gevinsten",
    break_even: "Kostnadene er tjent inn",
    break_even_term: "Samlet, med rente",
    never_within: |last_year| format!("Ikke innen {last_year}"),
    saves: |name, share, units, money, years| {
        format!(
            "Med {name} sparer landet {money} på {years} år når {share} av alle {units} er med."
        )
    },
    loses: |name, share, units, money, years| {
        format!("Med {name} taper landet {money} på {years} år når {share} av alle {units} er med.")
    },
    freed_each_year: |person_years| {
        format!("Når alt er på plass, blir {person_years} frigjort hvert år.")
    },
    cut_each_year: |emissions| format!("Når alt er på plass, kuttes {emissions} hvert år."),
    stays_at_pilot: |name, pilot| {
        format!("Uten innføring blir {name} stående som pilot: {pilot}, og ikke flere.")
    },

    eight_of_ten: |low, high| format!("Åtte av ti utfall: {low} til {high}"),
    eight_of_ten_from_loss: |low, high| {
        format!("Åtte av ti utfall: fra tap på {low} til gevinst på {high}")
    },
    eight_of_ten_losses: |low, high| format!("Åtte av ti utfall: tap på {low} til {high}"),
    eight_of_ten_or_never: |first_year| {
        format!("Åtte av ti utfall: tidligst {first_year}, kanskje aldri")
    },

    controls: "Forutsetninger",
    all_assumptions: "Alle forutsetninger",
    group: |group| match group {
        Group::Rollout => "Innføring",
        Group::Adoption => "Bruk og virkning",
        Group::Cost => "Kostnader",
        Group::Benefit => "Gevinster",
        Group::Standard => "Regneregler",
    },
    half_time: "Hvor lang tid tar det før halvparten har løsningen?",
    curve: "Hvordan sprer løsningen seg?",
    curve_bass: "S-kurve: sakte først, så raskere",
    curve_linear: "Jevn takt: like mange hvert år",
    curve_drawn: "Egen kurve: tegn den selv",
    curve_draw_it: "Gå til figuren og dra i punktene",
    reset: |label| format!("Tilbakestill: {label}"),
    reset_short: "Tilbakestill",
    reset_all: "Tilbakestill alt",
    number_field: |label| format!("{label} Skriv et tall."),
    range: |low, likely, high| format!("Lavt {low} – trolig {likely} – høyt {high}"),
    standard_value: |likely| format!("Standard {likely}"),
    basis: |basis| match basis {
        Basis::Published => "Publisert",
        Basis::Derived => "Utledet",
        Basis::Assumption => "Antakelse",
    },
    refused: |text, min, max, kept| {
        format!("«{text}» går ikke. Velg et tall fra {min} til {max}. Verdien er fortsatt {kept}.")
    },
    refused_fraction: |text, min, max, kept| {
        format!(
            "«{text}» går ikke. Velg et helt tall fra {min} til {max}. Verdien er fortsatt {kept}."
        )
    },
    refused_empty: |min, max, kept| {
        format!("Skriv et tall fra {min} til {max}. Verdien er fortsatt {kept}.")
    },
    refused_with_the_rest: |text, kept| {
        format!(
            "«{text}» går ikke sammen med resten av forutsetningene. Verdien er fortsatt {kept}."
        )
    },

    certain: "Regn tallet som sikkert",
    certain_help: "Da varierer det ikke når usikkerheten regnes ut.",

    to: "til",
    span_column: |line| format!("{line}, åtte av ti utfall"),

    what_if: "Hva om …",
    story: |story| match story {
        Story::Pilot => "det stopper ved piloten?",
        Story::Alone => "alle gjør det hver for seg?",
        Story::Together => "kjøperne går sammen?",
        Story::Delayed => "vi venter fem år?",
        Story::National => "det blir et nasjonalt løft?",
        Story::Cautious => "vi er forsiktige i alt?",
        Story::Claim => "påstanden skal holde?",
    },
    tools: "Verktøy",
    undo: "Angre",
    redo: "Gjør om",
    keep: "Sammenlign",
    kept_name: |number| format!("Alternativ\u{a0}{number}"),
    share: "Del og ta med",
    stage: "Storskjerm",

    charts: "Figurer",
    view: "Hvem sine kroner?",
    view_social: "Samfunnet",
    view_budget: "Offentlige budsjetter",
    flow: "Hvordan vises årene?",
    flow_yearly: "År for år",
    flow_cumulated: "Samlet",
    show_table: "Vis tallene, eller last ned figuren",
    year: "År",
    year_slider: |title| format!("Les av år for år: {title}"),
    benefit: "Gevinst",
    cost: "Kostnad",
    net: "Netto",
    cumulated_net: "Samlet netto",
    cumulated_net_column: "Samlet netto, diskontert",
    budget_gain: "Innsparing",
    budget_outlay: "Utgift",
    budget_balance: "Samlet saldo",
    residual_note: "Restverdien av utstyret ved slutten er med i netto nåverdi, men ikke i denne figuren.",
    millions_kroner: "mill.\u{a0}kr",
    pays_off_in: |year| format!("Gevinstene tjener inn kostnadene i {year}"),
    pays_off_at_once: "Gevinstene er større enn kostnadene fra første år",
    never_pays_off: |last_year| {
        format!("Gevinstene tjener ikke inn kostnadene innen utgangen av {last_year}")
    },
    yearly_gain_from: |year| format!("Fra {year} gir hvert år mer enn det koster"),
    no_yearly_gain: "Løsningen koster mer enn den gir, år etter år",
    budget_pays_off_in: |year| format!("Budsjettene får igjen pengene i {year}"),
    budget_pays_off_at_once: "Budsjettene sparer fra første år",
    budget_never_pays_off: |last_year| {
        format!("Budsjettene får ikke igjen pengene innen utgangen av {last_year}")
    },
    budget_yearly_gain_from: |year| format!("Fra {year} sparer budsjettene hvert år"),
    budget_no_yearly_gain: "Budsjettene får større utgifter, år etter år",
    nothing_happens: "Uten innføring og pilot skjer det ingenting",
    social_subtitle: "Gevinst og kostnad for samfunnet, per år",
    social_cumulated_subtitle: "Gevinst minus kostnad, lagt sammen og diskontert",
    budget_subtitle: "Utgift og innsparing i offentlige budsjetter, per år. Frigjort tid og kapasitet teller bare når budsjettet faktisk blir lavere",
    budget_cumulated_subtitle: "Innsparing minus utgift i offentlige budsjetter, lagt sammen. Frigjort tid og kapasitet teller bare når budsjettet faktisk blir lavere",
    value: "Med dine valg",

    per: " per ",
    per_year: " per år",
    a_year: " i året",
    unit: |unit| match unit {
        "NOK" => Some(("krone", "kr")),
        "h" => Some(("time", "timer")),
        "min" => Some(("minutt", "minutter")),
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
                "Filen er ikke gyldig JSON: se linje {line}, tegn {column}, og linjen før. Vanlige feil er et komma for mye eller for lite, komma i stedet for punktum i et desimaltall, og krøllete anførselstegn"
            )
        }
        Problem::TooLong { bytes, most } => {
            format!("Filen er på {bytes} byte. En løsningsfil kan ha høyst {most}.")
        }
        Problem::Format { found } => format!(
            "format = {}: denne simulatoren leser format 1",
            Plain(*found)
        ),
        Problem::Missing { path } => format!("{path} mangler"),
        Problem::UnknownField { path, known } => {
            format!("{path} er ikke et kjent felt. Kjente felt: {known}")
        }
        Problem::UnknownName {
            path, found, known, ..
        } => {
            format!("{path} = «{found}» finnes ikke. Velg blant: {known}")
        }
        Problem::Duplicate { path, found } => format!("{path}: «{found}» står der to ganger"),
        Problem::OutOfRange {
            path,
            found,
            min,
            max,
        } => format!(
            "{path} = {} må være fra {} til {}",
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
                "{path} = {} går ikke. Det må være {}",
                found_in_words(found),
                expected_in_words(expected)
            )
        }
    },

    claim_and_model: "Påstanden og modellen",
    about_claim: "Om påstanden",
    full_effect_column: "Ved full virkning",
    claim_row: "Påstått",
    model_row: "Modellen på denne siden",
    full_potential_row: "Modellen, med alt på topp",
    saved_a_year: "Spart per år",
    freed_a_year: "Frigjort per år",
    full_potential_note: "«Med alt på topp» betyr at alle får løsningen, at den blir brukt fullt ut, og at hele gevinsten blir tatt ut. Beløpene er før kostnader, slik påstanden også er.",
    claim_worth: |person_years, worth, claimed| {
        format!(
            "{person_years} er verdt om lag {worth} i året, ikke {claimed}. Årsverkene forklarer altså bare en liten del av beløpet."
        )
    },
    likelihood: |chance| match chance {
        chance if chance >= 0.99 => "nesten sikkert",
        chance if chance >= 0.9 => "svært sannsynlig",
        chance if chance >= 0.66 => "sannsynlig",
        chance if chance >= 0.33 => "omtrent like sannsynlig som tap",
        chance if chance >= 0.1 => "lite sannsynlig",
        chance if chance >= 0.01 => "svært lite sannsynlig",
        _ => "nesten utelukket",
    },
    chance: |likelihood, share| format!("Gevinst er {likelihood}: {share}"),
    certainty_subtitle: "Netto nåverdi når alle usikre forutsetninger varierer samtidig. Mørke søyler er de åtte av ti utfallene i midten",
    certainty_note: |draws, low, high| {
        format!(
            "{draws} beregninger med ulike forutsetninger. Åtte av ti ga fra {low} til {high}. De ytterste søylene samler alt som er enda lavere og høyere."
        )
    },
    low_estimate: "Lavt anslag",
    middle_estimate: "Midt på",
    share_of_outcomes: |span| format!("Utfall fra {span}"),
    high_estimate: "Høyt anslag",
    chance_of_gain: "Sannsynlighet for gevinst",
    most_depends_on: |question| format!("Mest avhenger av svaret på «{question}»"),
    importance_subtitle: |npv| {
        format!(
            "Netto nåverdi når én forutsetning settes lavt eller høyt og resten står som nå. Streken i midten er {npv}"
        )
    },
    npv_at_low: "Netto nåverdi ved lavt anslag",
    npv_at_high: "Netto nåverdi ved høyt anslag",
    share_of_variance: "Andel av usikkerheten",
    value_of_learning: "Verdt å vite på forhånd",
    worth_knowing: |question, worth| {
        format!(
            "Å vite svaret på «{question}» før vi bestemmer oss, er verdt opptil {worth}. En pilot som måler det, bør ikke koste mer."
        )
    },
    nothing_worth_knowing: "Ingen av svarene vil endre beslutningen alene. En pilot som bare måler én av forutsetningene, er derfor lite verdt for valget mellom å innføre og å la være.",
    go_to: |question| format!("Gå til «{question}»"),
    conditions: "Hva må holde?",
    conditions_intro: "Hvor langt én forutsetning kan gå når resten står som nå.",
    now: "Nå",
    to_break_even: "For å gå i null",
    to_meet_claim: "For å nå det som er påstått spart",
    others_hold: "Ingen av de andre forutsetningene kan alene snu gevinsten til tap.",
    others_do_not_help: "Ingen av de andre forutsetningene kan alene snu tapet til gevinst.",
    claim_out_of_reach: "Ingen av forutsetningene kan alene gi det som er påstått spart, uansett hvor langt den flyttes.",
    holds_anyway: "Holder uansett",
    nothing_suffices: "Ingen verdi er nok",
    at_least: |value| format!("Minst {value}"),
    at_most: |value| format!("Høyst {value}"),
    method_uncertainty: "Usikkerhet",
    method_draws: |uncertain, draws| {
        format!(
            "{uncertain} forutsetninger er usikre. Lavt, trolig og høyt er lest som P10, P50 og P90 i en metalog-fordeling (Keelin 2016) på logit-skala, innenfor grensene. Flytter du det trolige tallet, følger spennet med på samme skala. {draws} punkter er trukket med Owen-stokket Sobol-følge og fast frø, så samme valg gir alltid samme tall. Forutsetningene varierer uavhengig av hverandre."
        )
    },
    method_sensitivity: "Andel av usikkerheten er Sobols førsteordensindeks. Verdt å vite på forhånd er forventet verdi av perfekt informasjon om én forutsetning (EVPPI) for valget mellom å innføre og å la være. Begge er regnet ut av de samme trekningene ved regresjon (Strong, Oakley og Brennan 2014).",
    person_years_title: |person_years, year| format!("I {year} frigjøres {person_years}"),
    person_years_nothing: "Ingen årsverk frigjøres",
    person_years_subtitle: |worth, year| {
        format!(
            "Årsverk per år. Tiden er verdt {worth} i {year}, og det beløpet er allerede med i gevinsten"
        )
    },
    person_years_line: "Årsverk",
    claim_reference: |claimed| format!("Påstått: {claimed}"),
    half_reached: |year, units| format!("Halvveis i {year}: {units} er på plass"),
    half_later: |last_year, units| format!("Ikke halvveis i {last_year}: {units} er på plass"),
    no_rollout: |units| format!("Ingen innføring: det blir med {units}"),
    rollout_subtitle: |units| {
        format!("Antall {units} ved utgangen av året, og hvor mange de tilsvarer i full bruk")
    },
    in_place: "På plass",
    in_use: "I full bruk",
    observed: "Faktisk",
    observed_then: |count| format!("; faktisk {count}"),
    target_reference: |units| format!("Målet: {units}"),
    same_pays_and_gains: |actor| format!("{actor} betaler mest og får mest igjen"),
    one_pays_other_gains: |payer, gainer| {
        format!("{payer} betaler mest, men {gainer} får mest igjen")
    },
    one_pays_nobody_gains: |payer| format!("{payer} betaler mest, og ingen får noe igjen"),
    nobody_pays_one_gains: |gainer| format!("{gainer} får mest igjen, og ingen betaler noe"),
    nobody_pays: "Ingen betaler, og ingen får noe igjen",
    actors_subtitle: "Nåverdi over hele perioden, før skattefinansiering",
    actor: "Aktør",
    paid: "Betaler",
    gained: "Får igjen",

    story_explained: |story| match story {
        Story::Pilot => "Pilotsyken: Løsningen virker, men blir hos dem som prøvde den først.",
        Story::Alone => {
            "Hver kjøper finner ut av alt selv. Ingen bruker om igjen det den første laget, prisen faller ikke, og spredningen går sakte."
        }
        Story::Together => {
            "Kjøperne går sammen og bruker om igjen det den første laget. Prisen faller med erfaringen, og spredningen går fort."
        }
        Story::Delayed => "Alt blir likt, bare fem år senere.",
        Story::National => {
            "Alle får løsningen så raskt det er mulig, og organisasjonene bruker den og henter ut gevinsten."
        }
        Story::Cautious => {
            "Alle usikre forutsetninger står på det forsiktige anslaget samtidig. Så uheldige er vi neppe: Det er en stresstest, ikke en prognose."
        }
        Story::Claim => {
            "Viser hvor stor utbredelse, bruk og gevinstrealisering påstanden krever når alle tre flyttes like langt."
        }
    },
    story_moves: "Dette er flyttet",
    story_moves_nothing: "Ingenting er flyttet: Alt står slik fra før.",
    before: "Før",
    after: "Nå",
    take_story_back: "Gå tilbake til slik det var",
    claim_is_met: |claimed| {
        format!("Slik må det være for at {claimed} skal spares i året, før kostnader.")
    },
    claim_is_not_met: |claimed, most| {
        format!(
            "Påstanden om {claimed} spart i året kan ikke nås. Selv om alle får løsningen, bruker den fullt ut og henter ut hele gevinsten, blir det {most}. Derfor er ingenting flyttet."
        )
    },
    taken_for_certain: |value| format!("{value}, regnet som sikkert"),
    curve_bass_short: "S-kurve",
    curve_linear_short: "Jevn takt",
    curve_drawn_short: "Egen kurve",
    curve_points: "Hvor stor del av innføringen er ferdig? Dra i punktene.",
    curve_table: "Skriv inn kurven som tall",
    curve_help: "Hvor stor del av innføringen som er ferdig ved utgangen av hvert år. Kurven kan ikke falle: Flytter du ett år, følger de andre med så langt de må.",

    comparison: "Sammenligning",
    comparison_intro: |name| {
        format!(
            "Du sammenligner med «{name}». Skru videre på forutsetningene, og se forskjellen. I figurene er «{name}» stiplet."
        )
    },
    kept_scenarios: "Det du har tatt vare på",
    name: "Navn",
    compare_with: |name| format!("Sammenlign med {name}"),
    compare_no_longer: "Slutt å sammenligne",
    take_up: |name| format!("Gå tilbake til dette: {name}"),
    take_up_short: "Gå tilbake til dette",
    drop: |name| format!("Fjern {name}"),
    drop_short: "Fjern",
    keep_another: "Ta vare på slik det er nå",
    stored_here: "Lagret i denne nettleseren, og ikke noe annet sted.",
    not_stored: "Nettleseren lar oss ikke lagre her. Ta vare på lenken under «Del og ta med»: Den har med det du sammenligner med.",
    what_differs: "Forutsetninger som er forskjellige",
    nothing_differs: "Ingen forutsetninger er forskjellige ennå. Flytt en av dem, eller velg noe under «Hva om …».",
    difference: "Forskjell",
    no_difference: "Ingen forskjell",
    never: "Ikke i perioden",
    years_later: |years| format!("{years} år senere"),
    years_sooner: |years| format!("{years} år tidligere"),

    link: "Lenke til det du ser",
    link_explained: "Lenken har med alle valgene dine og de viktigste tallene. Blir tallene endret senere, ser den som åpner lenken, hva de var.",
    copy: "Kopier lenken",
    copied: "Kopiert",
    copy_refused: "Nettleseren lar oss ikke kopiere. Merk lenken og kopier den selv.",
    code: "QR-kode til det du ser",
    take_table: "Årstabell (CSV)",
    take_workbook: "Regneark med formler (Excel)",
    take_one_file: "Hele simulatoren i én fil",
    file_coming: "Filen er på vei …",
    file_missing: "Filen kom ikke, fordi nettet ikke svarte. Prøv igjen om litt.",
    take_paper: "Skriv ut én side",
    take_svg: "Last ned figuren som SVG",
    take_png: "Last ned figuren som PNG",
    link_too_long: "Lenken er for lang for en QR-kode.",
    link_only_here: "Denne simulatoren er en fil. Lenken virker bare på maskinen der filen ligger, så den har ingen QR-kode.",
    own_file_kept_nowhere: "Filen din og det du gjør med den, blir ikke lagret, og ingen lenke kan vise den til andre.",
    ignored_parts: "Noe i lenken er ikke brukt. Resten er med.",
    ignored: |name, text, reason| {
        let why = match reason {
            Reason::Unknown => "er ikke kjent for denne løsningen".to_owned(),
            Reason::NoNumber => "må være et tall, med punktum foran desimaler".to_owned(),
            Reason::Refused(Refusal::OutOfRange { min, max }) => {
                format!("må være fra {} til {}", Plain(*min), Plain(*max))
            }
            Reason::Refused(Refusal::Illegal(_)) => {
                "går ikke sammen med resten av forutsetningene".to_owned()
            }
            Reason::NoCurve => {
                "må være bass, linear eller andeler fra 0 til 1 som ikke faller".to_owned()
            }
            Reason::NotUncertain => "må nevne usikre forutsetninger".to_owned(),
            Reason::NoDigest => "har ikke tall vi kan lese".to_owned(),
            Reason::NoVersion => {
                "er ikke en utgave denne simulatoren kjenner. Resten er lest som om den var laget i dag"
                    .to_owned()
            }
            Reason::TooLong => "og alt etter det er ikke lest: Lenken er for lang".to_owned(),
        };
        format!("{name} = {text} {why}.")
    },
    figures_changed: "Tallene er ikke lenger de samme som da lenken ble laget. Modellen, en kilde eller løsningsfilen er endret siden da.",
    figure_was: |what, was, now| format!("{what}: {was} da, {now} nå"),

    embed: "Sett inn på en nettside",
    embed_parts: "Hva skal vises?",
    embed_part: |name| match name {
        "controls" => "Hovedtall og forutsetninger",
        "headlines" => "Bare hovedtallene",
        "flows" => "Figur: gevinst og kostnad over tid",
        "certainty" => "Figur: hvor sikkert det er",
        "importance" => "Figur: hva som betyr mest",
        "person-years" => "Figur: årsverk",
        "rollout" => "Figur: innføringen",
        "actors" => "Figur: hvem som betaler, og hvem som får igjen",
        _ => "Hele simulatoren",
    },
    embed_sizes: "Hvor stor plass?",
    embed_size: |size| match size {
        Some((width, height)) => format!("{width} × {height} piksler"),
        None => "Så høy som innholdet (nettsiden må tillate skript)".to_owned(),
    },
    embed_languages: "Hvilket språk?",
    embed_themes: "Hvilke farger?",
    embed_theme: |name| match name {
        "light" => "Lyse",
        "dark" => "Mørke",
        _ => "Som leseren har valgt",
    },
    embed_code: "Kode til nettsiden",
    embed_copy: "Kopier koden",
    embed_explained: "Koden har med valgene dine. I WordPress kan du også lime inn adressen til siden alene. Da vises løsningen med standardverdiene, uten valgene dine.",
    embed_preview: "Slik blir det:",
    whole: "Åpne hele siden i Gevinstsimulatoren",
    link_blocked: |address| {
        format!(
            "Nettsiden som dette står på, lar oss ikke åpne lenker. Kopier adressen, og åpne den selv: {address}"
        )
    },
    host_too_long: "Nettsiden som dette står på, har sendt mer enn vi leser. Det er ikke brukt.",
    sandboxed: "Nettsiden som dette står på, lar oss trolig verken lagre filer eller skrive ut. Åpne hele siden i Gevinstsimulatoren for å gjøre det.",

    stage_on: "Neste",
    stage_back: "Forrige",
    stage_replay: "Vis siste endring en gang til",
    stage_code: "QR-kode til det du ser",
    stage_keys: "Taster",
    stage_no_full_screen: "Nettleseren eller nettsiden rundt lar oss ikke fylle skjermen. Åpne hele siden i Gevinstsimulatoren, og prøv der.",
    stage_leave: "Tilbake til siden",
    stage_key_list: &[
        ("→ ←", "Neste og forrige bilde, også Page Down og Page Up"),
        ("R", "Vis siste endring en gang til"),
        ("Q", "QR-kode til det du ser"),
        ("Z", "Angre"),
        ("0", "Tilbakestill alt"),
        ("F", "Fullskjerm"),
        ("Esc", "Tilbake til siden"),
        ("?", "Vis eller skjul tastene"),
    ],

    method: "Slik er det regnet ut",
    method_intro: |price_year| {
        format!(
            "Dette er en samfunnsøkonomisk analyse etter Finansdepartementets rundskriv R-109. Alt er i faste {price_year}-kroner. Tallene under er de som står på siden akkurat nå."
        )
    },
    method_rollout: "Innføring",
    method_target: |reach, potential, target, pilot| {
        format!("Målet er {reach} av {potential}, altså {target}. {pilot} er i drift allerede.")
    },
    method_bass: |p, q, half| {
        format!(
            "Spredningen følger Bass-kurven F(s) = (1 − exp(−(p + q)·s)) / (1 + (q/p)·exp(−(p + q)·s)) med p = {p} og q = {q}. Da er halve innføringen unnagjort etter {half}."
        )
    },
    method_linear: |years| {
        format!("Innføringen går i jevn takt: like mange nye enheter hvert år i {years}.")
    },
    method_drawn: "Innføringen følger en tegnet kurve, med rette linjer mellom årsskiftene.",
    method_delay: |years| format!("Den starter om {years}."),
    method_back_test: |years, off, p, q, textbook| {
        format!(
            "Historien er kjent for {years} av årene. Der bommer kurven i snitt med {off}. Med lærebokens gjennomsnitt, p = {p} og q = {q}, hadde den bommet med {textbook}."
        )
    },
    method_adoption: "Bruk",
    method_use: |adoption, ramp| {
        format!(
            "En enhet når til slutt {adoption} av mulig bruk. Nitti prosent av det er nådd etter {ramp}: u(x) = a·(1 − 0,1^(x/τ)). Pilotens enheter regnes som fullt i gang."
        )
    },
    method_benefits: "Gevinster",
    method_taken_out: |share| format!("{share} tatt ut"),
    method_price: |price| format!("verdt {price}"),
    method_price_in: |price, year| format!("{price} i {year}"),
    method_carbon_price: |points| format!("verdt karbonprisen per tonn: {points}"),
    method_price_grows: |rate| format!("som stiger {rate} i året"),
    method_cash_share: |share| format!("og {share} av verdien gir lavere budsjett"),
    method_costs: "Kostnader",
    method_uplift: |uplift| {
        format!("Alle beløp får et påslag på {uplift}, fordi anslag som regel er for lave.")
    },
    method_once: |amount, year| format!("{amount} én gang, i {year}, hvis det blir en innføring"),
    method_per_buyer: |amount, buyers, reused| {
        format!(
            "{amount} for hver av {buyers}, i takt med innføringen. Av dette er {reused} en kostnad som bare den første betaler"
        )
    },
    method_per_new_unit: |amount| format!("{amount}, betalt når enheten kommer på plass"),
    method_learning: |rate| format!("prisen faller {rate} hver gang antallet dobles"),
    method_life: |life| {
        format!("byttes etter {life}, og verdien som er igjen til slutt, trekkes fra")
    },
    method_per_unit_year: |amount| format!("{amount}, fra enheten kommer på plass"),
    method_per_unit_in_use_year: |amount| format!("{amount} ved full bruk"),
    method_appraisal: "Samfunnsøkonomi",
    method_discount: |rate, tax| {
        format!(
            "Beløp fram i tid er diskontert med {rate} i året. Netto offentlig utgift koster {tax} ekstra å finansiere med skatt; netto innsparing gir tilsvarende igjen."
        )
    },
    method_npv: |benefits, costs, tax, npv| {
        format!(
            "Netto nåverdi = gevinster {benefits} − kostnader {costs} − skattefinansiering {tax} = {npv}."
        )
    },
    method_left_out: "Dette er ikke med",
    method_left_out_text: "Virkninger som ikke er nevnt under gevinster og kostnader, eksport og arbeidsplasser hos leverandøren, enheter som tas ut av bruk igjen, og prisvekst på utstyr. Pilotens gevinster og drift er med i tallene; hva piloten alene er verdt, står i tabellen under.",
    more_results: "Flere tall",
    net_benefit_per_budget_krone: "Netto nytte per budsjettkrone",
    net_benefit_absent: "Ingen: budsjettene sparer mer enn de bruker",
    irr: "Internrente",
    irr_absent: |reason| match reason {
        IrrAbsence::NoSignChange => "Ingen: pengene går bare én vei i hele perioden".to_owned(),
        IrrAbsence::SeveralSignChanges(changes) => {
            format!("Ingen entydig: netto skifter fortegn {changes} ganger")
        }
    },
    peak_funding: "Største finansieringsbehov i offentlige budsjetter",
    cost_of_delay: "Hva ett års utsettelse koster",
    npv_at_pilot: "Netto nåverdi hvis det blir med piloten",
    gross_at_full_effect: "Årlig gevinst ved full virkning, før kostnader",
    assumptions_table: "Alle forutsetninger med kilde",
    assumption: "Forutsetning",
    low_to_high: "Lavt – trolig – høyt",
    where_from: "Grunnlag",
    sources: "Kilder",
};

/// What stands in a file in the place of something else, where it is not quoted.
fn found_in_words(found: &str) -> &str {
    match found {
        "a list" => "en liste",
        "an object" => "et objekt",
        found => found,
    }
}

fn expected_in_words(expected: &Expected) -> String {
    match expected {
        Expected::Object => "et objekt",
        Expected::List => "en liste",
        Expected::Text => "en tekst",
        Expected::Number => "et tall",
        Expected::Whole => "et helt tall",
        Expected::TrueOrFalse => "true eller false",
        Expected::TwoNumbers => "en liste med to tall",
        Expected::OneOf(names) => return format!("ett av {names}"),
        Expected::AddressPart => "bokstaver fra a til z, sifre, bindestreker eller understreker",
        Expected::ParameterId => {
            "små bokstaver fra a til z, sifre eller understreker, med en bokstav først, og ikke et navn som adresser eller nettsider bruker til noe annet"
        }
        Expected::Address => "en adresse som begynner med https://",
        Expected::RisingShares(_) => "andeler fra 0 til 1 som aldri synker",
        Expected::YearAndFigure => "et år og et tall",
        Expected::RisingYears => "stigende årstall, minst ett",
        Expected::Scale => "et tall eller en brøk, og så enheten",
        Expected::Inside(min, max) => {
            return format!("over {} og under {}", Plain(*min), Plain(*max));
        }
        Expected::BetweenRange => "mellom de to i range, og ikke lik noen av dem",
        Expected::LessSkewed(nearest) => {
            return format!(
                "lenger fra endene av range. Nærmeste som går, er {}",
                Plain(*nearest)
            );
        }
        Expected::Unit(unit) => return format!("i enheten {unit}"),
        Expected::FewerFactors(most) => return format!("høyst {most} faktorer"),
    }
    .to_owned()
}
