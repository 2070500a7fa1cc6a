//! How it is calculated, with the figures on screen filled in; more results; every assumption and source.

use super::markup::raw;
use super::slider::cited;
use super::state::State;
use super::table::table;
use crate::figure::{Context, more_results};
use crate::model::{Curve, Kind, Timing, half_time};
use crate::scenario::{Control, TEXTBOOK, matters};
use crate::solution::Language;
use crate::text::{Words, control_label, quantity, unit_phrase};
use maud::{Markup, html as markup};
use yew::prelude::{Html, html};

/// The section.
pub fn method(language: Language, state: &State) -> Html {
    let further = language.further();
    let say = Sayer(state.context(language));
    let steps: [(&str, Vec<String>); 7] = [
        (further.method_rollout, say.rollout()),
        (further.method_adoption, say.adoption()),
        (further.method_benefits, say.benefits()),
        (further.method_costs, say.costs()),
        (further.method_appraisal, say.appraisal()),
        (further.method_uncertainty, say.uncertainty()),
        (
            further.method_left_out,
            vec![further.method_left_out_text.to_owned()],
        ),
    ];
    let steps = markup! {
        h2.ds-heading data-size="sm" #method-title { (further.method) }
        p { ((further.method_intro)(&state.solution.price_year.to_string())) }
        @for (title, paragraphs) in steps {
            div.step {
                h3 { (title) }
                @for text in paragraphs { p { (text) } }
            }
        }
        h3 { (further.more_results) }
        (table(&more_results(say.0), further.more_results))
    };
    let cited_here = say
        .0
        .solution
        .sources
        .iter()
        .enumerate()
        .filter(|(index, _)| say.cites(*index));
    let sources = markup! {
        h3 { (further.sources) }
        ul.sources { @for (_, source) in cited_here { li { (cited(source)) } } }
    };
    html! {
        <section class="method" id="method" aria-labelledby="method-title">
            { raw(steps) }
            <details>
                <summary>{ further.assumptions_table }</summary>
                { raw(assumptions(&say.0)) }
            </details>
            { raw(sources) }
        </section>
    }
}

/// Puts the figures on screen into the sentences of the method.
struct Sayer<'a>(Context<'a>);

impl Sayer<'_> {
    /// A parameter's figure with its unit in words.
    fn figure(&self, parameter: usize) -> String {
        let Context {
            language,
            solution,
            scenario,
            ..
        } = self.0;
        let value = scenario.value(parameter);
        let unit = &solution.parameters[parameter].unit;
        let numbers = &language.texts().numbers;
        match unit.as_str() {
            "1" => numbers.percent(value),
            "1/year" => {
                let number = numbers.trimmed(value * 100.0, 1);
                quantity(language, solution, &number, "1/year")
            }
            "NOK" => numbers.money(value),
            unit => quantity(language, solution, &numbers.trimmed(value, 3), unit),
        }
    }

    fn years(&self, years: f64) -> String {
        let number = self.0.texts().numbers.trimmed(years, 1);
        quantity(self.0.language, self.0.solution, &number, "year")
    }

    fn rollout(&self) -> Vec<String> {
        let Context {
            solution,
            scenario,
            results,
            ..
        } = self.0;
        let texts = self.0.texts();
        let further = self.0.further();
        let roles = &solution.plan.roles;
        let numbers = &texts.numbers;
        let mut said = vec![(further.method_target)(
            &self.figure(roles.reach),
            &self.0.units(scenario.value(roles.potential)),
            &self.0.units(results.evaluation.target),
            &self.0.units(scenario.value(roles.pilot)),
        )];
        said.push(match scenario.curve() {
            Curve::Bass => {
                let [p, q] = [roles.innovation, roles.imitation].map(|index| scenario.value(index));
                let half = self.years(half_time(p, q));
                (further.method_bass)(&numbers.trimmed(p, 3), &numbers.trimmed(q, 3), &half)
            }
            Curve::Linear => {
                (further.method_linear)(&self.years(scenario.value(roles.rollout_years)))
            }
            Curve::Drawn(_) => further.method_drawn.to_owned(),
        });
        if scenario.value(roles.delay) > 0.0 {
            said.push((further.method_delay)(
                &self.years(scenario.value(roles.delay)),
            ));
        }
        said.extend(scenario.back_test(solution, results).map(|test| {
            let [p, q] = TEXTBOOK.map(|figure| numbers.trimmed(figure, 3));
            let off = [test.of_scenario, test.of_textbook].map(|units| self.0.units(units));
            (further.method_back_test)(&test.years.to_string(), &off[0], &p, &q, &off[1])
        }));
        said
    }

    fn adoption(&self) -> Vec<String> {
        let roles = &self.0.solution.plan.roles;
        let ramp = self.years(self.0.scenario.value(roles.ramp));
        vec![(self.0.further().method_use)(
            &self.figure(roles.adoption),
            &ramp,
        )]
    }

    /// Each stream as its product, then what the product is worth.
    fn benefits(&self) -> Vec<String> {
        let Context {
            language,
            solution,
            scenario,
            ..
        } = self.0;
        let texts = language.texts();
        let further = language.further();
        let plan = &solution.plan;
        let sentence = |(benefit, stream): (&crate::solution::Benefit, &crate::model::Stream)| {
            let mut factors: Vec<String> = stream
                .factors
                .iter()
                .map(|&index| self.figure(index))
                .collect();
            if let Some(scale) = &benefit.scale {
                let (number, unit) = scale.trim().split_once(' ').unwrap_or((scale, "1"));
                factors.push(match unit {
                    "1" => number.replace('-', "\u{2212}"),
                    unit => quantity(language, solution, number, unit.trim()),
                });
            }
            factors.push((further.method_taken_out)(
                &self.figure(plan.roles.realisation),
            ));
            let per_unit = plan.quantity_per_unit(stream, scenario.values());
            let unit = format!(
                "{}/{}/year",
                benefit.unit, solution.parameters[plan.roles.potential].unit
            );
            let product = match stream.kind {
                Kind::Money { .. } => format!(
                    "{} {}",
                    texts.numbers.money(per_unit),
                    unit_phrase(language, solution, &unit).trim_start_matches("kr ")
                ),
                _ => quantity(language, solution, &texts.numbers.rounded(per_unit), &unit),
            };
            let mut said = format!(
                "{}: {} = {}",
                benefit.label.get(language),
                factors.join(" × "),
                product
            );
            let mut clauses = Vec::new();
            match stream.kind {
                Kind::Time { price, cash_share } => {
                    clauses.push((further.method_price)(&self.figure(price)));
                    clauses.push((further.method_price_grows)(
                        &self.figure(plan.roles.wage_growth),
                    ));
                    clauses.push((further.method_cash_share)(&self.figure(cash_share)));
                }
                Kind::Money {
                    cash_share: Some(cash_share),
                } => {
                    clauses.push((further.method_cash_share)(&self.figure(cash_share)));
                }
                Kind::Health { price } => {
                    clauses.push((further.method_price)(&self.figure(price)));
                    clauses.push((further.method_price_grows)(
                        &self.figure(plan.roles.income_growth),
                    ));
                }
                Kind::Emissions => clauses.extend(self.carbon_price()),
                Kind::Money { cash_share: None } | Kind::Count => {}
            }
            for clause in clauses {
                said.push_str(", ");
                said.push_str(&clause);
            }
            said + "."
        };
        std::iter::zip(&solution.benefits, &plan.benefits)
            .map(sentence)
            .collect()
    }

    /// What a tonne is worth, year by year, and what must be known of that.
    fn carbon_price(&self) -> Option<String> {
        let (texts, path) = (self.0.texts(), self.0.solution.carbon_price.as_ref()?);
        let further = self.0.further();
        let point = |(year, price): &(i32, f64)| {
            (further.method_price_in)(&texts.numbers.money(*price), &year.to_string())
        };
        let points: Vec<String> = path.points.iter().map(point).collect();
        let mut said = (further.method_carbon_price)(&points.join(", "));
        if let Some(note) = &path.note {
            said += ". ";
            said += note.get(self.0.language).trim_end_matches('.');
        }
        Some(said)
    }

    fn costs(&self) -> Vec<String> {
        let Context {
            language, solution, ..
        } = self.0;
        let further = language.further();
        let plan = &solution.plan;
        let sentence = |(name, cost): (&crate::solution::Named, &crate::model::Cost)| {
            let amount = self.figure(cost.timing.amount());
            let mut said = format!("{}: ", name.label.get(language));
            said += &match cost.timing {
                Timing::Once { year, .. } => (further.method_once)(&amount, &self.0.year(year)),
                Timing::PerBuyer { buyers, reused, .. } => {
                    (further.method_per_buyer)(&amount, &self.figure(buyers), &self.figure(reused))
                }
                Timing::PerNewUnit { .. } => (further.method_per_new_unit)(&amount),
                Timing::PerUnitYear { .. } => (further.method_per_unit_year)(&amount),
                Timing::PerUnitInUseYear { .. } => (further.method_per_unit_in_use_year)(&amount),
            };
            if let Timing::PerNewUnit {
                learning_rate,
                life,
                ..
            } = cost.timing
            {
                for clause in [
                    learning_rate.map(|rate| (further.method_learning)(&self.figure(rate))),
                    life.map(|life| (further.method_life)(&self.figure(life))),
                ]
                .into_iter()
                .flatten()
                {
                    said += ", ";
                    said += &clause;
                }
            }
            said + "."
        };
        let mut said = vec![(further.method_uplift)(&self.figure(plan.roles.optimism))];
        said.extend(std::iter::zip(&solution.costs, &plan.costs).map(sentence));
        said
    }

    fn appraisal(&self) -> Vec<String> {
        let texts = self.0.texts();
        let further = self.0.further();
        let roles = &self.0.solution.plan.roles;
        let e = &self.0.results.evaluation;
        let money = |figure: f64| texts.numbers.money(figure);
        vec![
            (further.method_discount)(
                &self.figure(roles.discount_rates[0]),
                &self.figure(roles.tax_financing),
            ),
            (further.method_npv)(
                &money(e.pv_benefits),
                &money(e.pv_costs),
                &money(e.pv_tax_financing),
                &money(e.npv),
            ),
        ]
    }

    fn uncertainty(&self) -> Vec<String> {
        let texts = self.0.texts();
        let further = self.0.further();
        let whole = |count: usize| texts.numbers.number(count as f64, 0);
        let uncertain = (0..self.0.solution.parameters.len())
            .filter(|&index| self.0.scenario.belief(self.0.solution, index).is_some());
        let draws = self.0.found.map_or(0, |found| found.draws);
        vec![
            (further.method_draws)(&whole(uncertain.count()), &whole(draws)),
            further.method_sensitivity.to_owned(),
        ]
    }

    /// Whether anything that matters refers to the source.
    fn cites(&self, source: usize) -> bool {
        let Context {
            solution, scenario, ..
        } = self.0;
        let by_parameter = solution
            .parameters
            .iter()
            .enumerate()
            .any(|(index, parameter)| {
                parameter.source == Some(source) && matters(solution, scenario, index)
            });
        let id = solution.sources[source].id.as_str();
        let bass = *scenario.curve() == Curve::Bass && id == "bass";
        let of_method = bass || ["keelin", "strong"].contains(&id);
        let by_path = [&solution.observed, &solution.carbon_price];
        let by_path = by_path
            .into_iter()
            .flatten()
            .any(|path| path.source == source);
        by_parameter
            || by_path
            || of_method
            || solution.claims.iter().any(|claim| claim.source == source)
    }
}

/// Every assumption that matters: its figure now, its range, its basis, its source and what must be known.
fn assumptions(context: &Context) -> Markup {
    let Context {
        language,
        solution,
        scenario,
        ..
    } = *context;
    let texts = language.texts();
    let further = language.further();
    let rows = (0..solution.parameters.len()).filter(|&index| matters(solution, scenario, index));
    let columns = [
        further.assumption,
        texts.value,
        further.low_to_high,
        further.where_from,
    ];
    markup! {
        div.table-scroll tabindex="0" role="group" aria-label=(further.assumptions_table) {
            table.ds-table.assumptions data-size="sm" {
                thead { tr { @for column in columns { th scope="col" { (column) } } } }
                tbody { @for index in rows { (assumption(context, index)) } }
            }
        }
    }
}

fn assumption(context: &Context, index: usize) -> Markup {
    let Context {
        language,
        solution,
        scenario,
        ..
    } = *context;
    let about = &solution.parameters[index];
    let control = Control::new(solution, scenario, index);
    let words = Words::new(language, solution, &control);
    let [low, high] = [0, 1].map(|end| control.range.map(|range| range[end]));
    let figures: Vec<String> = [low, Some(control.likely), high]
        .into_iter()
        .flatten()
        .map(|shown| words.number(shown))
        .collect();
    markup! {
        tr {
            th scope="row" { (control_label(language, solution, &control)) }
            td { (words.full(control.value)) }
            td { (figures.join(" – ")) }
            td.prose {
                ((language.texts().basis)(about.basis))
                @if let Some(source) = about.source.map(|source| &solution.sources[source]) {
                    ". " a.ds-link href=(source.address) { (source.publisher) ", " (source.year) }
                }
                @if let Some(note) = &about.note { span.note { " " (note.get(language)) } }
            }
        }
    }
}
