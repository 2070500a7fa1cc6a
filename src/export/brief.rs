//! One page for somebody busy: what the solution is worth, how sure that is, who pays, and what it rests on.

use super::{qr, sources};
use crate::chart::{Drawing, Size};
use crate::figure::{
    Context, Figure, Flow, Headlines, View, actors, certainty, conditions, flows, headlines,
    importance_of,
};
use crate::scenario::Control;
use crate::solution::Claim;
use crate::text::{Words, inside_sentence};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// How a brief looks: every rule is for what is inside `.brief`.
pub const STYLE: &str = include_str!("../../www/brief.css");

/// The paper, for a document that prints nothing but the brief. The foot stands at the end of the page,
/// three millimetres above what Firefox would take a second sheet for.
pub const PAPER: &str = "@page { size: A4; margin: 11mm 14mm; } body { margin: 0; background: #fff; } \
                         @media print { .brief { min-height: 272mm; } }";

/// The drawings stand side by side. Each is laid out in these CSS pixels, or as high as its rows need, and printed a
/// little smaller.
const DRAWING_WIDTH: u32 = 400;
const DRAWING_HEIGHT: u32 = 200;

/// Assumptions in the chart of those that matter most.
const ASSUMPTIONS_SHOWN: usize = 4;

/// Changed assumptions that there is room for.
const CHANGES_SHOWN: usize = 6;

/// The brief; `link` is the address that shows the same figures again, if there is one.
pub fn brief(context: Context, link: Option<&str>) -> Markup {
    let said = headlines(context);
    let decisive = decisive(context);
    html! {
        article.brief lang=(context.language.code()) {
            (head(&context))
            (lead(&said))
            (numbers(&context, &said))
            div.brief-columns {
                (chart(&context, &flows(context, View::Social, Flow::Cumulated)))
                (chart(&context, &decisive))
                (how_sure(&context, &decisive.title))
                @if let Some(claim) = context.solution.claims.first() { (claimed(&context, claim)) }
            }
            (changes(&context))
            (foot(&context, link))
        }
    }
}

/// The brief as a file of its own, complete with its style.
pub fn brief_document(context: Context, link: Option<&str>) -> String {
    let name = context.solution.name.get(context.language);
    html! {
        (DOCTYPE)
        html lang=(context.language.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (name) " – " (context.texts().site_name) }
                style { (PreEscaped(PAPER)) (PreEscaped(STYLE)) }
            }
            body { main { (brief(context, link)) } }
        }
    }
    .into_string()
}

fn head(context: &Context) -> Markup {
    let Context {
        language, solution, ..
    } = *context;
    let (texts, exports) = (context.texts(), language.exports());
    let facts = [
        (texts.bought_by, &solution.buyer),
        (texts.supplied_by, &solution.supplier),
    ];
    html! {
        header {
            p.brief-running {
                span { (texts.site_name) }
                span {
                    ((exports.prices_and_years)(
                        &solution.price_year.to_string(),
                        &context.year(0),
                        &context.last_year(),
                    ))
                }
            }
            h1 { (solution.name.get(language)) }
            p.brief-summary { (solution.summary.get(language)) }
            p.brief-facts {
                @for (label, name) in facts {
                    @if let Some(name) = name { span { (label) ": " (name.get(language)) } " " }
                }
            }
        }
    }
}

fn lead(said: &Headlines) -> Markup {
    html! {
        section.brief-lead {
            div {
                p { (said.lead_label) }
                p.brief-leading { (said.npv) }
                @if let Some(range) = &said.range { p.brief-range { (range) } }
            }
            p.brief-sentence { (said.sentence) }
        }
    }
}

fn numbers(context: &Context, said: &Headlines) -> Markup {
    html! {
        dl.brief-numbers {
            @for headline in &said.others {
                div {
                    dt { (headline.label) }
                    dd.brief-number { (headline.value) }
                    @if let Some(range) = &headline.range { dd.brief-range { (range) } }
                }
            }
            @if let Some(found) = context.found {
                div {
                    dt { (context.further().chance_of_gain) }
                    dd.brief-number { (percent(context, found.chance_of_gain)) }
                    dd.brief-range { ((context.further().likelihood)(found.chance_of_gain)) }
                }
            }
        }
    }
}

fn percent(context: &Context, share: f64) -> String {
    let numbers = &context.texts().numbers;
    numbers.percent((share * 100.0).round() / 100.0)
}

/// What decides most: that one pays for what another gains, or else the assumptions that it hangs on.
fn decisive(context: Context) -> Figure {
    let by_actor = &context.results.by_actor;
    let most = |of: fn(&crate::model::ByActor) -> f64| {
        (0..by_actor.len()).max_by(|&a, &b| of(&by_actor[a]).total_cmp(&of(&by_actor[b])))
    };
    let others_gain = most(|actor| actor.paid) != most(|actor| actor.gained);
    let hangs_on = importance_of(context, ASSUMPTIONS_SHOWN).filter(|_| !others_gain);
    hangs_on.unwrap_or_else(|| actors(context))
}

fn chart(context: &Context, figure: &Figure) -> Markup {
    let size = Size {
        width: DRAWING_WIDTH,
        height: DRAWING_HEIGHT,
    };
    let drawing: Drawing = figure.picture.draw(context.language, size, None);
    html! {
        figure {
            h2 { (figure.title) }
            p { (figure.subtitle) }
            svg viewBox=(drawing.view_box()) role="img" aria-label=(figure.title) {
                (PreEscaped(drawing.to_paper_content()))
            }
        }
    }
}

/// How likely a gain is, what it hangs on, what must hold, and who pays; what the title above a chart says already, is
/// not said again.
fn how_sure(context: &Context, said_already: &str) -> Markup {
    let exports = context.language.exports();
    let titles = [
        certainty(*context),
        importance_of(*context, ASSUMPTIONS_SHOWN),
        Some(actors(*context)),
    ];
    let titles = titles.into_iter().flatten().map(|figure| figure.title);
    let new = titles.filter(|title| title != said_already);
    let mut sentences: Vec<String> = new.map(|title| title + ".").collect();
    sentences.extend(must_hold(context));
    html! {
        section {
            h2 { (exports.how_sure) }
            @for sentence in sentences { p { (sentence) } }
        }
    }
}

/// How far the assumption that decides most can go.
fn must_hold(context: &Context) -> Option<String> {
    let table = conditions(*context)?.table?;
    let [question, now, limit] = table.rows.first()?.get(..3)? else {
        return None;
    };
    let sentence = context.language.exports().must_hold;
    Some(sentence(question, now, &inside_sentence(limit)))
}

/// What has been claimed, and what the model gives instead.
fn claimed(context: &Context, claim: &Claim) -> Markup {
    let Context {
        language,
        solution,
        results,
        ..
    } = *context;
    let (texts, exports) = (context.texts(), language.exports());
    let source = &solution.sources[claim.source];
    let said = (texts.claimed)(claim.text.get(language));
    let gross = results.annual_saving_at_full_effect.gross;
    let money = claim.annual_saving.map(|_| texts.numbers.money(gross));
    let freed = claim
        .person_years
        .map(|_| context.person_years(results.person_years_at_full_effect));
    html! {
        section {
            h2 { (exports.claimed) }
            p {
                (said.trim_end_matches('.')) " (" (source.publisher) ", " (source.year) ")."
            }
            @if money.is_some() || freed.is_some() {
                p { ((exports.model_gives)(money.as_deref(), freed.as_deref())) }
            }
            @if let Some(caveat) = &claim.caveat { p { (caveat.get(language)) } }
        }
    }
}

/// The assumptions that differ from the solution's own, from what to what.
fn changes(context: &Context) -> Markup {
    let exports = context.language.exports();
    let all: Vec<(String, String)> = curve(context)
        .into_iter()
        .chain(
            sources::changed(context)
                .into_iter()
                .map(|place| change(context, place)),
        )
        .collect();
    let more = all.len().saturating_sub(CHANGES_SHOWN);
    html! {
        section {
            h2 { (exports.changes) }
            @if all.is_empty() { p { (exports.no_changes) } }
            @else {
                ul.brief-changes {
                    @for (question, change) in all.iter().take(CHANGES_SHOWN) {
                        li { (question) " " b { (change) } }
                    }
                    @if more > 0 { li { ((exports.more_changes)(more)) } }
                }
            }
        }
    }
}

fn change(context: &Context, parameter: usize) -> (String, String) {
    let Context {
        language,
        solution,
        scenario,
        ..
    } = *context;
    let exports = language.exports();
    let control = Control::new(solution, scenario, parameter);
    let words = Words::new(language, solution, &control);
    let mut said = Vec::new();
    if scenario.changed(solution, parameter) {
        said.push((exports.from_to)(
            &words.number(control.likely),
            &words.full(control.value),
        ));
    }
    if scenario.is_certain(parameter) {
        said.push(exports.taken_for_certain.to_owned());
    }
    (context.question(parameter).to_owned(), said.join(", "))
}

fn curve(context: &Context) -> Option<(String, String)> {
    let texts = context.texts();
    let exports = context.language.exports();
    let [from, to] = [&context.solution.curve, context.scenario.curve()].map(exports.curve);
    let changed = sources::curve_changed(context);
    changed.then(|| {
        let said = (exports.from_to)(from, to);
        (texts.curve.to_owned(), said)
    })
}

/// What it rests on, and the way to the simulator.
fn foot(context: &Context, link: Option<&str>) -> Markup {
    let exports = context.language.exports();
    let (assumed, all) = sources::assumed(context);
    let code = link.and_then(qr::Code::of);
    html! {
        footer {
            div {
                h2 { (exports.grounds) }
                p { ((exports.assumed)(assumed, all)) " " ((exports.sources)(&sources::in_short(context))) }
                @if let Some(link) = link {
                    h2 { (exports.try_it) }
                    p.brief-link { a href=(link) { (link) } }
                }
            }
            @if let Some(code) = code { (PreEscaped(code.to_svg(exports.code))) }
        }
    }
}
