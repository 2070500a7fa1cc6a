//! British English.

pub mod export;
pub mod pages;
pub mod statement;
pub mod workbook;

use super::{FurtherTexts, NumberStyle, Texts, inside_sentence};
use crate::model::{IrrAbsence, Plain};
use crate::scenario::{Reason, Refusal, Story};
use crate::solution::{Basis, Expected, Group, Problem};

pub const TEXTS: Texts = Texts {
    numbers: NumberStyle {
        decimal: '.',
        thousands: ',',
        percent: "%",
        billions: "billion\u{a0}kr",
        millions: "million\u{a0}kr",
        kroner: "kr",
    },

    own_name: "English",
    language: "Language",

    site_name: "The Benefit Simulator",
    loading: "Fetching the figures …",
    rest_delayed: "The rest of the page has not arrived yet: the uncertainty, more charts and the method. We are trying again.",
    try_again: "Try again",
    not_found: |address, status| {
        format!(
            "Could not find {address} (the server answered {status}). Try again in a while, or tell whoever published the page."
        )
    },
    fetch_failed: |address| {
        format!("Could not fetch {address}. Check the connection, and try again.")
    },
    file_broken: |address| {
        format!(
            "The solution file {address} has errors and cannot be shown. This must be corrected:"
        )
    },

    close: "Close",
    own_file: "Open a file of your own",
    file_unread: |name| {
        format!(
            "Cannot read {name} now: the part of the simulator that reads solution files did not arrive. Check the connection, and try again."
        )
    },
    own_file_shown: |name| {
        format!(
            "You are looking at the solution in {name}. The file never leaves your browser, and the link to the page does not show it to others."
        )
    },
    file_elsewhere: |address| {
        format!(
            "Did not open {address}. The address in “file” must be on the same site as the simulator."
        )
    },

    bought_by: "First buyer",
    supplied_by: "Supplier",
    claimed: |claim| format!("It is claimed that the solution {claim}."),
    source: "Source",

    results: "Results",
    npv: |years| format!("Society’s gain over {years} years"),
    npv_loss: |years| format!("Society’s loss over {years} years"),
    npv_term: "Net present value",
    annual_saving: "Annual gain once everything is in place",
    annual_saving_term: "After running costs and renewal",
    person_years: "Person-years freed a year once everything is in place",
    emissions: "Annual emissions cut once everything is in place",
    in_the_kroner: "Its value is included in the gain",
    break_even: "Costs recovered",
    break_even_term: "In total, with interest",
    never_within: |last_year| format!("Not by {last_year}"),
    saves: |name, share, units, money, years| {
        format!(
            "With {name}, the country saves {money} over {years} years when {share} of all {units} are covered."
        )
    },
    loses: |name, share, units, money, years| {
        format!(
            "With {name}, the country loses {money} over {years} years when {share} of all {units} are covered."
        )
    },
    freed_each_year: |person_years| {
        format!("Once everything is in place, {person_years} are freed every year.")
    },
    cut_each_year: |emissions| {
        format!("Once everything is in place, {emissions} are cut every year.")
    },
    stays_at_pilot: |_, pilot| {
        format!("Without a rollout, it stays at the pilot: {pilot}, and no more.")
    },

    eight_of_ten: |low, high| format!("Eight out of ten outcomes: {low} to {high}"),
    eight_of_ten_from_loss: |low, high| {
        format!("Eight out of ten outcomes: from a loss of {low} to a gain of {high}")
    },
    eight_of_ten_losses: |low, high| {
        format!("Eight out of ten outcomes: a loss of {low} to {high}")
    },
    eight_of_ten_or_never: |first_year| {
        format!("Eight out of ten outcomes: {first_year} at the earliest, or never")
    },

    controls: "Assumptions",
    all_assumptions: "All assumptions",
    group: |group| match group {
        Group::Rollout => "Rollout",
        Group::Adoption => "Adoption and effect",
        Group::Cost => "Costs",
        Group::Benefit => "Benefits",
        Group::Standard => "Appraisal rules",
    },
    half_time: "How long until half have the solution?",
    curve: "How does the solution spread?",
    curve_bass: "S-curve: slowly at first, then faster",
    curve_linear: "Steady pace: the same number every year",
    curve_drawn: "Your own curve: draw it",
    curve_draw_it: "Go to the chart and drag the points",
    reset: |label| format!("Reset: {label}"),
    reset_short: "Reset",
    reset_all: "Reset all",
    number_field: |label| format!("{label} Enter a number."),
    range: |low, likely, high| format!("Low {low} – likely {likely} – high {high}"),
    standard_value: |likely| format!("Default {likely}"),
    basis: |basis| match basis {
        Basis::Published => "Published",
        Basis::Derived => "Derived",
        Basis::Assumption => "Assumed",
    },
    refused: |text, min, max, kept| {
        format!(
            "“{text}” cannot be used. Choose a number from {min} to {max}. The value is still {kept}."
        )
    },
    refused_fraction: |text, min, max, kept| {
        format!(
            "“{text}” cannot be used. Choose a whole number from {min} to {max}. The value is still {kept}."
        )
    },
    refused_empty: |min, max, kept| {
        format!("Enter a number from {min} to {max}. The value is still {kept}.")
    },
    refused_with_the_rest: |text, kept| {
        format!("“{text}” does not fit the other assumptions. The value is still {kept}.")
    },

    certain: "Take the figure as certain",
    certain_help: "Then it does not vary when uncertainty is calculated.",

    to: "to",
    span_column: |line| format!("{line}, eight out of ten outcomes"),

    what_if: "What if …",
    story: |story| match story {
        Story::Pilot => "it stops at the pilot?",
        Story::Alone => "everyone goes it alone?",
        Story::Together => "the buyers join forces?",
        Story::Delayed => "we wait five years?",
        Story::National => "there is a national effort?",
        Story::Cautious => "we are cautious in everything?",
        Story::Claim => "the claim holds?",
    },
    tools: "Tools",
    undo: "Undo",
    redo: "Redo",
    keep: "Compare",
    kept_name: |number| format!("Option\u{a0}{number}"),
    share: "Share and take along",
    stage: "Big screen",

    charts: "Charts",
    view: "Whose kroner?",
    view_social: "Society",
    view_budget: "Public budgets",
    flow: "How are the years shown?",
    flow_yearly: "Year by year",
    flow_cumulated: "Cumulative",
    show_table: "Show the figures, or download the chart",
    year: "Year",
    year_slider: |title| format!("Read year by year: {title}"),
    benefit: "Benefit",
    cost: "Cost",
    net: "Net",
    cumulated_net: "Cumulative net",
    cumulated_net_column: "Cumulative net, discounted",
    budget_gain: "Saving",
    budget_outlay: "Outlay",
    budget_balance: "Cumulative balance",
    residual_note: "The equipment’s residual value at the end is part of the net present value, but not of this chart.",
    millions_kroner: "million\u{a0}kr",
    pays_off_in: |year| format!("The benefits recoup the costs in {year}"),
    pays_off_at_once: "The benefits exceed the costs from the first year",
    never_pays_off: |last_year| {
        format!("The benefits do not recoup the costs by the end of {last_year}")
    },
    yearly_gain_from: |year| format!("From {year}, every year gives more than it costs"),
    no_yearly_gain: "The solution costs more than it gives, year after year",
    budget_pays_off_in: |year| format!("Public budgets get their money back in {year}"),
    budget_pays_off_at_once: "The budgets save from the first year",
    budget_never_pays_off: |last_year| {
        format!("Public budgets do not get their money back by the end of {last_year}")
    },
    budget_yearly_gain_from: |year| format!("From {year}, the budgets save every year"),
    budget_no_yearly_gain: "The budgets’ outlays rise, year after year",
    nothing_happens: "Without a rollout and a pilot, nothing happens",
    social_subtitle: "Benefit and cost to society, by year",
    social_cumulated_subtitle: "Benefit minus cost, added up and discounted",
    budget_subtitle: "Outlay and saving in public budgets, by year. Time and capacity freed count only where the budget is actually cut",
    budget_cumulated_subtitle: "Saving minus outlay in public budgets, added up. Time and capacity freed count only where the budget is actually cut",
    value: "Current value",

    per: " per ",
    per_year: " per year",
    a_year: " a year",
    unit: |unit| match unit {
        "NOK" => Some(("krone", "kr")),
        "h" => Some(("hour", "hours")),
        "min" => Some(("minute", "minutes")),
        "year" => Some(("year", "years")),
        "t" => Some(("tonne", "tonnes of CO₂")),
        "QALY" => Some(("quality-adjusted life year", "quality-adjusted life years")),
        "person_year" => Some(("person-year", "person\u{2011}years")),
        _ => None,
    },
};

pub const FURTHER: FurtherTexts = FurtherTexts {
    problem: |problem| match problem {
        Problem::Unreadable { line, column, .. } => {
            format!(
                "The file is not valid JSON: see line {line}, character {column}, and the line before. Common errors are a comma too many or too few, a comma instead of a point in a decimal number, and curly quotation marks"
            )
        }
        Problem::TooLong { bytes, most } => {
            format!("The file has {bytes} bytes. A solution file may have {most} at most.")
        }
        Problem::Format { found } => {
            format!("format = {}: this simulator reads format 1", Plain(*found))
        }
        Problem::Missing { path } => format!("{path} is missing"),
        Problem::UnknownField { path, known } => {
            format!("{path} is not a known field. Known fields: {known}")
        }
        Problem::UnknownName {
            path, found, known, ..
        } => {
            format!("{path} = “{found}” does not exist. Choose among: {known}")
        }
        Problem::Duplicate { path, found } => format!("{path}: “{found}” is there twice"),
        Problem::OutOfRange {
            path,
            found,
            min,
            max,
        } => format!(
            "{path} = {} must be from {} to {}",
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
                "{path} = {} cannot be used. It must be {}",
                found_in_words(found),
                expected_in_words(expected)
            )
        }
    },

    claim_and_model: "The claim and the model",
    about_claim: "About the claim",
    full_effect_column: "At full effect",
    claim_row: "Claimed",
    model_row: "The model on this page",
    full_potential_row: "The model, with everything at its best",
    saved_a_year: "Saved per year",
    freed_a_year: "Freed per year",
    full_potential_note: "“With everything at its best” means that everyone gets the solution, that it is used to the full, and that all of the benefit is realised. The amounts are before costs, as the claim is.",
    claim_worth: |person_years, worth, claimed| {
        format!(
            "{person_years} are worth about {worth} a year, not {claimed}. So the person-years explain only a small part of the amount."
        )
    },
    likelihood: |chance| match chance {
        chance if chance >= 0.99 => "almost certain",
        chance if chance >= 0.9 => "very likely",
        chance if chance >= 0.66 => "likely",
        chance if chance >= 0.33 => "about as likely as a loss",
        chance if chance >= 0.1 => "unlikely",
        chance if chance >= 0.01 => "very unlikely",
        _ => "almost out of the question",
    },
    chance: |likelihood, share| format!("A gain is {likelihood}: {share}"),
    certainty_subtitle: "Net present value when all uncertain assumptions vary at once. Dark bars are the eight out of ten outcomes in the middle",
    certainty_note: |draws, low, high| {
        format!(
            "{draws} calculations with different assumptions. Eight out of ten gave from {low} to {high}. The outermost bars collect all that is lower or higher still."
        )
    },
    low_estimate: "Low estimate",
    middle_estimate: "Middle",
    share_of_outcomes: |span| format!("Outcomes from {span}"),
    high_estimate: "High estimate",
    chance_of_gain: "Probability of a gain",
    most_depends_on: |question| format!("Most depends on the answer to “{question}”"),
    importance_subtitle: |npv| {
        format!(
            "Net present value with one assumption low or high and the rest as now. The line in the middle is {npv}"
        )
    },
    npv_at_low: "Net present value at the low estimate",
    npv_at_high: "Net present value at the high estimate",
    share_of_variance: "Share of the uncertainty",
    value_of_learning: "Worth knowing beforehand",
    worth_knowing: |question, worth| {
        format!(
            "Knowing the answer to “{question}” before deciding is worth up to {worth}. A pilot that measures it should cost no more."
        )
    },
    nothing_worth_knowing: "No single answer would change the decision. A pilot that measures just one of the assumptions is therefore worth little for the choice whether to roll out.",
    go_to: |question| format!("Go to “{question}”"),
    conditions: "What must hold?",
    conditions_intro: "How far one assumption can go with the rest as now.",
    now: "Now",
    to_break_even: "To break even",
    to_meet_claim: "To reach the claimed saving",
    others_hold: "None of the other assumptions alone can turn the gain into a loss.",
    others_do_not_help: "None of the other assumptions alone can turn the loss into a gain.",
    claim_out_of_reach: "None of the assumptions alone can give the claimed saving, however far it is moved.",
    holds_anyway: "Holds in any case",
    nothing_suffices: "No value is enough",
    at_least: |value| format!("At least {value}"),
    at_most: |value| format!("At most {value}"),
    method_uncertainty: "Uncertainty",
    method_draws: |uncertain, draws| {
        format!(
            "{uncertain} assumptions are uncertain. Low, likely and high are read as P10, P50 and P90 of a metalog distribution (Keelin 2016) on the logit scale, within the bounds. If you move the likely figure, its range moves along on the same scale. {draws} points are drawn with an Owen-scrambled Sobol sequence and a fixed seed, so that the same choices always give the same figures. The assumptions vary independently of one another."
        )
    },
    method_sensitivity: "Share of the uncertainty is the first-order Sobol index. Worth knowing beforehand is the expected value of perfect information on one assumption (EVPPI) for the choice whether to roll out. Both are estimated from the same draws by regression (Strong, Oakley and Brennan 2014).",
    person_years_title: |person_years, year| format!("In {year}, {person_years} are freed"),
    person_years_nothing: "No person-years are freed",
    person_years_subtitle: |worth, year| {
        format!(
            "Person-years by year. The time is worth {worth} in {year}, and that amount is already part of the benefit"
        )
    },
    person_years_line: "Person-years",
    claim_reference: |claimed| format!("Claimed: {claimed}"),
    half_reached: |year, units| format!("Halfway in {year}: {units} in place"),
    half_later: |last_year, units| format!("Not halfway in {last_year}: {units} in place"),
    no_rollout: |units| format!("No rollout: it stays at {units}"),
    rollout_subtitle: |units| {
        format!("Number of {units} at the end of the year, and how many they amount to in full use")
    },
    in_place: "In place",
    in_use: "In full use",
    observed: "Actual",
    observed_then: |count| format!("; actually {count}"),
    target_reference: |units| format!("Target: {units}"),
    same_pays_and_gains: |actor| {
        format!(
            "The largest cost and the largest gain both fall to {}",
            inside_sentence(actor)
        )
    },
    one_pays_other_gains: |payer, gainer| {
        format!(
            "The largest cost falls on {}, but the largest gain goes to {gainer}",
            inside_sentence(payer)
        )
    },
    one_pays_nobody_gains: |payer| {
        format!(
            "The largest cost falls on {}, and nobody gains anything",
            inside_sentence(payer)
        )
    },
    nobody_pays_one_gains: |gainer| {
        format!(
            "The largest gain goes to {}, and nobody pays anything",
            inside_sentence(gainer)
        )
    },
    nobody_pays: "Nobody pays, and nobody gains anything",
    actors_subtitle: "Present value over the whole period, before tax financing",
    actor: "Actor",
    paid: "Pays",
    gained: "Gains",

    story_explained: |story| match story {
        Story::Pilot => "Pilotitis: the solution works, but stays with those who tried it first.",
        Story::Alone => {
            "Every buyer works everything out alone. Nobody reuses what the first one made, the price does not fall, and the solution spreads slowly."
        }
        Story::Together => {
            "The buyers join forces and reuse what the first one made. The price falls with experience, and the solution spreads fast."
        }
        Story::Delayed => "Everything is the same, only five years later.",
        Story::National => {
            "Everyone gets the solution as fast as possible, and the organisations use it and realise the benefit."
        }
        Story::Cautious => {
            "Every uncertain assumption is at its cautious estimate at once. We are hardly that unlucky: it is a stress test, not a forecast."
        }
        Story::Claim => {
            "Shows how much coverage, adoption and benefits realisation the claim requires when all three are moved equally far."
        }
    },
    story_moves: "What changed",
    story_moves_nothing: "Nothing changed: everything is like that already.",
    before: "Before",
    after: "Now",
    take_story_back: "Go back to how it was",
    claim_is_met: |claimed| {
        format!("This is what it takes to save {claimed} a year, before costs.")
    },
    claim_is_not_met: |claimed, most| {
        format!(
            "The claim of {claimed} saved a year cannot be reached. Even if everyone gets the solution, uses it to the full and realises all of the benefit, it comes to {most}. So nothing was moved."
        )
    },
    taken_for_certain: |value| format!("{value}, taken as certain"),
    curve_bass_short: "S-curve",
    curve_linear_short: "Steady pace",
    curve_drawn_short: "Your own curve",
    curve_points: "How much of the rollout is done? Drag the points.",
    curve_table: "Enter the curve as numbers",
    curve_help: "How much of the rollout is done at the end of each year. The curve cannot fall: if you move one year, the others follow as far as they must.",

    comparison: "Comparison",
    comparison_intro: |name| {
        format!(
            "You are comparing with “{name}”. Go on adjusting the assumptions, and see the difference. In the charts, “{name}” is dashed."
        )
    },
    kept_scenarios: "What you have kept",
    name: "Name",
    compare_with: |name| format!("Compare with {name}"),
    compare_no_longer: "Stop comparing",
    take_up: |name| format!("Go back to this: {name}"),
    take_up_short: "Go back to this",
    drop: |name| format!("Remove {name}"),
    drop_short: "Remove",
    keep_another: "Keep how it is now",
    stored_here: "Stored in this browser, and nowhere else.",
    not_stored: "The browser does not let us store anything here. Keep the link under “Share and take along”: it carries what you compare with.",
    what_differs: "Assumptions that differ",
    nothing_differs: "No assumptions differ yet. Move one of them, or choose something under “What if …”.",
    difference: "Difference",
    no_difference: "No difference",
    never: "Not within the period",
    years_later: |years| {
        format!(
            "{years} {} later",
            if years == "1" { "year" } else { "years" }
        )
    },
    years_sooner: |years| {
        format!(
            "{years} {} earlier",
            if years == "1" { "year" } else { "years" }
        )
    },

    link: "Link to what you see",
    link_explained: "The link carries all your choices and the main figures. If the figures change later, whoever opens the link sees what they were.",
    copy: "Copy the link",
    copied: "Copied",
    copy_refused: "The browser does not let us copy. Select the link and copy it yourself.",
    code: "QR code for what you see",
    take_table: "Yearly table (CSV)",
    take_workbook: "Workbook with formulas (Excel)",
    take_one_file: "The whole simulator as one file",
    file_coming: "The file is on its way …",
    file_missing: "The file did not come, because the network did not answer. Try again in a while.",
    take_paper: "Print one page",
    take_svg: "Download the chart as SVG",
    take_png: "Download the chart as PNG",
    link_too_long: "The link is too long for a QR code.",
    link_only_here: "This simulator is a file. The link works only on the machine where the file is, so it has no QR code.",
    own_file_kept_nowhere: "Your file and what you do with it are not stored, and no link can show it to others.",
    ignored_parts: "Something in the link was not used. The rest was.",
    ignored: |name, text, reason| {
        let why = match reason {
            Reason::Unknown => "is not known for this solution".to_owned(),
            Reason::NoNumber => "must be a number, with a point before decimals".to_owned(),
            Reason::Refused(Refusal::OutOfRange { min, max }) => {
                format!("must be from {} to {}", Plain(*min), Plain(*max))
            }
            Reason::Refused(Refusal::Illegal(_)) => {
                "does not fit the other assumptions".to_owned()
            }
            Reason::NoCurve => {
                "must be bass, linear or shares from 0 to 1 that do not fall".to_owned()
            }
            Reason::NotUncertain => "must name uncertain assumptions".to_owned(),
            Reason::NoDigest => "has no figures that we can read".to_owned(),
            Reason::NoVersion => {
                "is not a version that this simulator knows. The rest was read as if it had been made today"
                    .to_owned()
            }
            Reason::TooLong => "and all after it was not read: the link is too long".to_owned(),
        };
        format!("{name} = {text} {why}.")
    },
    figures_changed: "The figures have changed since the link was made. The model, a source or the solution file is no longer the same.",
    figure_was: |what, was, now| format!("{what}: {was} then, {now} now"),

    embed: "Embed on a web page",
    embed_parts: "What is to be shown?",
    embed_part: |name| match name {
        "controls" => "Headlines and assumptions",
        "headlines" => "Headlines only",
        "flows" => "Chart: benefit and cost over time",
        "certainty" => "Chart: how sure it is",
        "importance" => "Chart: what matters most",
        "person-years" => "Chart: person-years",
        "rollout" => "Chart: the rollout",
        "actors" => "Chart: who pays and who gains",
        _ => "The whole simulator",
    },
    embed_sizes: "How much space?",
    embed_size: |size| match size {
        Some((width, height)) => format!("{width} × {height} pixels"),
        None => "As high as the content (the page must allow scripts)".to_owned(),
    },
    embed_languages: "Which language?",
    embed_themes: "Which colours?",
    embed_theme: |name| match name {
        "light" => "Light",
        "dark" => "Dark",
        _ => "As the reader has chosen",
    },
    embed_code: "Code for the page",
    embed_copy: "Copy the code",
    embed_explained: "The code carries your choices. In WordPress you can also paste just the page’s address. Then the solution is shown with its defaults, without your choices.",
    embed_preview: "This is how it looks:",
    whole: "Open the whole page in the Benefit Simulator",
    link_blocked: |address| {
        format!(
            "The page this is embedded in does not let us open links. Copy the address, and open it yourself: {address}"
        )
    },
    host_too_long: "The page this is embedded in has sent more than we read. It was not used.",
    sandboxed: "The page this is embedded in probably lets us neither save files nor print. Open the whole page in the Benefit Simulator to do so.",

    stage_on: "Next",
    stage_back: "Previous",
    stage_replay: "Show the last change again",
    stage_code: "QR code for what you see",
    stage_keys: "Keys",
    stage_no_full_screen: "The browser or the page around does not let us fill the screen. Open the whole page in the benefit simulator, and try there.",
    stage_leave: "Back to the page",
    stage_key_list: &[
        ("→ ←", "Next and previous view, also Page Down and Page Up"),
        ("R", "Show the last change again"),
        ("Q", "QR code for what you see"),
        ("Z", "Undo"),
        ("0", "Reset all"),
        ("F", "Full screen"),
        ("Esc", "Back to the page"),
        ("?", "Show or hide the keys"),
    ],

    method: "How it is calculated",
    method_intro: |price_year| {
        format!(
            "This is a social cost-benefit analysis by the Norwegian Ministry of Finance’s circular R-109. Everything is in constant {price_year} kroner. The figures below are those on the page right now."
        )
    },
    method_rollout: "Rollout",
    method_target: |reach, potential, target, pilot| {
        format!("The target is {reach} of {potential}: {target}. Already in operation: {pilot}.")
    },
    method_bass: |p, q, half| {
        format!(
            "The spread follows the Bass curve F(s) = (1 − exp(−(p + q)·s)) / (1 + (q/p)·exp(−(p + q)·s)) with p = {p} and q = {q}. Half of the rollout is then done after {half}."
        )
    },
    method_linear: |years| {
        format!(
            "The rollout goes at a steady pace: the same number of new units every year for {years}."
        )
    },
    method_drawn: "The rollout follows a drawn curve, with straight lines between the turns of the year.",
    method_delay: |years| format!("It starts in {years}."),
    method_back_test: |years, off, p, q, textbook| {
        format!(
            "History is known for {years} of the years. There the curve misses by {off} on average. With the textbook’s averages, p = {p} and q = {q}, it would have missed by {textbook}."
        )
    },
    method_adoption: "Adoption",
    method_use: |adoption, ramp| {
        format!(
            "In the end a unit reaches {adoption} of its potential use. Ninety per cent of that is reached after {ramp}: u(x) = a·(1 − 0.1^(x/τ)). The pilot’s units count as fully under way."
        )
    },
    method_benefits: "Benefits",
    method_taken_out: |share| format!("{share} realised"),
    method_price: |price| format!("worth {price}"),
    method_price_in: |price, year| format!("{price} in {year}"),
    method_carbon_price: |points| format!("worth the carbon price per tonne: {points}"),
    method_price_grows: |rate| format!("rising {rate} a year"),
    method_cash_share: |share| format!("and {share} of the value means a lower budget"),
    method_costs: "Costs",
    method_uplift: |uplift| {
        format!("All amounts get an uplift of {uplift}, because estimates are too low as a rule.")
    },
    method_once: |amount, year| format!("{amount} once, in {year}, if there is a rollout"),
    method_per_buyer: |amount, buyers, reused| {
        format!(
            "{amount} for each of {buyers}, in step with the rollout. {reused} of it is a cost that only the first pays"
        )
    },
    method_per_new_unit: |amount| format!("{amount}, paid when the unit is put in place"),
    method_learning: |rate| format!("the price falls {rate} with every doubling of the number"),
    method_life: |life| {
        format!("replaced after {life}, and the value that is left at the end is deducted")
    },
    method_per_unit_year: |amount| format!("{amount}, from when the unit is put in place"),
    method_per_unit_in_use_year: |amount| format!("{amount} at full use"),
    method_appraisal: "Appraisal",
    method_discount: |rate, tax| {
        format!(
            "Future amounts are discounted by {rate} a year. Net public outlay costs {tax} extra to finance by tax; net saving gives as much back."
        )
    },
    method_npv: |benefits, costs, tax, npv| {
        format!(
            "Net present value = benefits {benefits} − costs {costs} − tax financing {tax} = {npv}."
        )
    },
    method_left_out: "What is left out",
    method_left_out_text: "Effects that are not named under benefits and costs, exports and jobs at the supplier, units that are taken out of use again, and rising prices of equipment. The pilot’s benefits and running costs are part of the figures; what the pilot alone is worth is in the table below.",
    more_results: "More figures",
    net_benefit_per_budget_krone: "Net benefit per budget krone",
    net_benefit_absent: "None: the budgets save more than they spend",
    irr: "Internal rate of return",
    irr_absent: |reason| match reason {
        IrrAbsence::NoSignChange => {
            "None: money flows only one way throughout the period".to_owned()
        }
        IrrAbsence::SeveralSignChanges(changes) => {
            format!("No single one: net changes sign {changes} times")
        }
    },
    peak_funding: "Peak funding need of public budgets",
    cost_of_delay: "What a year’s delay costs",
    npv_at_pilot: "Net present value if it stays at the pilot",
    gross_at_full_effect: "Annual gain at full effect, before costs",
    assumptions_table: "All assumptions with their sources",
    assumption: "Assumption",
    low_to_high: "Low – likely – high",
    where_from: "Basis",
    sources: "Sources",
};

/// What stands in a file in the place of something else, where it is not quoted.
fn found_in_words(found: &str) -> &str {
    match found {
        "a list" => "a list",
        "an object" => "an object",
        found => found,
    }
}

fn expected_in_words(expected: &Expected) -> String {
    match expected {
        Expected::Object => "an object",
        Expected::List => "a list",
        Expected::Text => "a text",
        Expected::Number => "a number",
        Expected::Whole => "a whole number",
        Expected::TrueOrFalse => "true or false",
        Expected::TwoNumbers => "a list of two numbers",
        Expected::OneOf(names) => return format!("one of {names}"),
        Expected::AddressPart => "letters from a to z, digits, hyphens or underscores",
        Expected::ParameterId => {
            "small letters from a to z, digits or underscores, with a letter first, and not a name that addresses or web pages use for something else"
        }
        Expected::Address => "an address that begins with https://",
        Expected::RisingShares(_) => "shares from 0 to 1 that never fall",
        Expected::YearAndFigure => "a year and a number",
        Expected::RisingYears => "rising years, at least one",
        Expected::Scale => "a number or a fraction, then the unit",
        Expected::Inside(min, max) => {
            return format!("above {} and below {}", Plain(*min), Plain(*max));
        }
        Expected::BetweenRange => "between the two in range, and equal to neither",
        Expected::LessSkewed(nearest) => {
            return format!(
                "farther from the ends of range. The nearest that would do is {}",
                Plain(*nearest)
            );
        }
        Expected::Unit(unit) => return format!("in the unit {unit}"),
        Expected::FewerFactors(most) => return format!("{most} factors at most"),
    }
    .to_owned()
}
