//! The four headlines, one of them leading, and the sentence that says the same.

use super::state::State;
use crate::figure::Context;
use crate::solution::Language;
use crate::text::inside_sentence;
use yew::prelude::*;

/// The headlines of the state.
pub fn headlines(language: Language, state: &State) -> Html {
    let texts = language.texts();
    let numbers = &texts.numbers;
    let results = &state.results;
    let context = state.context(language);
    let years = results.evaluation.years.to_string();
    let loss = results.npv < 0.0;
    let others = [
        (
            "annual-saving",
            texts.annual_saving,
            numbers.money(results.annual_saving_at_full_effect.net),
            texts.annual_saving_term,
        ),
        (
            "person-years",
            texts.person_years,
            context.person_years(results.person_years_at_full_effect),
            texts.person_years_term,
        ),
        (
            "break-even",
            texts.break_even,
            break_even(&context),
            texts.break_even_term,
        ),
    ];
    html! {
        <section id="headlines" class="headlines" aria-label={texts.results}>
            <div class="lead">
                <p class="lead-label">{ if loss { (texts.npv_loss)(&years) } else { (texts.npv)(&years) } }</p>
                <p class="lead-number" id="npv" data-sign={if loss { "loss" } else { "gain" }}>{ numbers.money(results.npv.abs()) }</p>
                <p class="term">{ texts.npv_term }</p>
                <p class="sentence" role="status">{ sentence(&context) }</p>
            </div>
            <dl class="others">
                { for others.map(|(id, label, value, term)| html! {
                    <div key={id} class="other">
                        <dt>{ label }</dt>
                        <dd><span class="number" id={id}>{ value }</span><span class="term">{ term }</span></dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}

/// The headlines in one line, in sight while the controls are moved on a phone.
pub fn glance(language: Language, state: &State) -> Html {
    let numbers = &language.texts().numbers;
    let context = state.context(language);
    html! {
        <p class="glance" aria-hidden="true">
            <strong>{ numbers.money(state.results.npv) }</strong>
            <span>{ context.person_years(state.results.person_years_at_full_effect) }</span>
            <span>{ break_even(&context) }</span>
        </p>
    }
}

fn break_even(context: &Context) -> String {
    match context.results.break_even_year {
        Some(year) => year.to_string(),
        None => (context.texts().never_within)(&context.last_year()),
    }
}

fn sentence(context: &Context) -> String {
    let texts = context.texts();
    let numbers = &texts.numbers;
    let (solution, results) = (context.solution, context.results);
    let roles = &solution.plan.roles;
    let name = inside_sentence(solution.name.get(context.language));
    let target = results.evaluation.target.0[0];
    let pilot = context.scenario.value(roles.pilot);
    if target <= pilot {
        return (texts.stays_at_pilot)(&name, &context.units(pilot));
    }
    let potential = context.scenario.value(roles.potential);
    let say = if results.npv < 0.0 {
        texts.loses
    } else {
        texts.saves
    };
    say(
        &name,
        &numbers.percent(target / potential),
        solution.unit.many.get(context.language),
        &numbers.money(results.npv.abs()),
        &results.evaluation.years.to_string(),
        &context.person_years(results.person_years_at_full_effect),
    )
}
