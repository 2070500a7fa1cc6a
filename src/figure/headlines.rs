//! The headlines: one that leads, those beside it, and the sentence that says the same. Then the further results.

use super::{Context, Table, frees_time};
use crate::model::{Irr, Kind, Plain};
use crate::text::{MINUS, inside_sentence};
use crate::uncertainty::Headline as Of;

/// What the page says first.
#[derive(Clone, Debug, PartialEq)]
pub struct Headlines {
    /// Whether the net present value is below zero.
    pub loss: bool,
    pub lead_label: String,
    /// The net present value without its sign, which `lead_label` says in words.
    pub npv: String,
    /// What eight of ten outcomes are between, if that is known.
    pub range: Option<String>,
    pub sentence: String,
    /// Yearly saving, what else is gained a year, break-even year.
    pub others: Vec<Headline>,
    /// The headlines in one line, the leading first.
    pub glance: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    pub id: &'static str,
    pub label: &'static str,
    pub value: String,
    pub range: Option<String>,
    /// The field's term, or what must be known.
    pub term: &'static str,
}

/// The headlines of a scenario.
pub fn headlines(context: Context) -> Headlines {
    let texts = context.texts();
    let numbers = &texts.numbers;
    let results = context.results;
    let loss = results.npv < 0.0;
    let years = results.evaluation.years.to_string();
    let saving = Headline {
        id: "annual-saving",
        label: texts.annual_saving,
        value: numbers.money(results.annual_saving_at_full_effect.net),
        range: context.range(Of::NetSaving, &|ends| numbers.money_span(ends)),
        term: texts.annual_saving_term,
    };
    let break_even = Headline {
        id: "break-even",
        label: texts.break_even,
        value: results.break_even_year.map_or_else(
            || (texts.never_within)(&context.last_year()),
            |year| year.to_string(),
        ),
        range: context.break_even_range(),
        term: texts.break_even_term,
    };
    let others: Vec<Headline> = [Some(saving), gained(&context), Some(break_even)]
        .into_iter()
        .flatten()
        .collect();
    let after_saving = others[1..].iter().map(|headline| headline.value.clone());
    Headlines {
        loss,
        lead_label: if loss {
            (texts.npv_loss)(&years)
        } else {
            (texts.npv)(&years)
        },
        npv: numbers.money(results.npv.abs()),
        range: context.npv_range(loss),
        sentence: sentence(&context),
        glance: std::iter::once(numbers.money(results.npv))
            .chain(after_saving)
            .collect(),
        others,
    }
}

impl Context<'_> {
    /// What eight of ten outcomes of a headline are between, if that is known and they are not all said the same.
    fn range(&self, headline: Of, numbers: &dyn Fn([f64; 2]) -> [String; 2]) -> Option<String> {
        self.ends_of(headline)
            .map(|ends| self.eight_of_ten(numbers(ends)))
    }

    /// The same of the net present value. Beside a loss, which is said without its sign, losses are told as losses.
    fn npv_range(&self, loss: bool) -> Option<String> {
        let (texts, ends) = (self.texts(), self.ends_of(Of::Npv)?);
        let numbers = &texts.numbers;
        let [low, high] = numbers.money_span(ends);
        Some(match numbers.span(ends, 1.0) {
            [_, most] if loss && most <= 0.0 => {
                let [p10, p90] = ends;
                let [smaller, larger] = numbers.money_span([-p90, -p10]);
                (texts.eight_of_ten_losses)(&smaller, &larger)
            }
            [least, _] if loss && least < 0.0 => {
                (texts.eight_of_ten_from_loss)(low.trim_start_matches(MINUS), &high)
            }
            _ => (texts.eight_of_ten)(&low, &high),
        })
    }

    fn ends_of(&self, headline: Of) -> Option<[f64; 2]> {
        let band = self.found?.headline(headline)?;
        let ends = [band.p10, band.p90];
        let [low, high] = self.texts().numbers.span(ends, 0.01);
        (low != high).then_some(ends)
    }

    /// The same of the year of break-even, which may not come.
    fn break_even_range(&self) -> Option<String> {
        let band = self.found?.headline(Of::BreakEvenYear)?;
        let [first, last] = [band.p10, band.p90].map(|year| Plain(year).to_string());
        match (band.p10.is_finite(), band.p90.is_finite()) {
            (true, false) => Some((self.texts().eight_of_ten_or_never)(&first)),
            _ => (first != last).then(|| self.eight_of_ten([first, last])),
        }
    }

    fn eight_of_ten(&self, [low, high]: [String; 2]) -> String {
        (self.texts().eight_of_ten)(&low, &high)
    }
}

/// Person-years freed, or emissions cut, a year at full effect; none where there is neither.
fn gained(context: &Context) -> Option<Headline> {
    let texts = context.texts();
    if frees_time(*context) {
        let freed = context.results.person_years_at_full_effect;
        return Some(Headline {
            id: "person-years",
            label: texts.person_years,
            value: context.person_years(freed),
            range: context.range(Of::PersonYears, &|ends| {
                context.ends(ends, 0.01, &|freed| texts.numbers.rounded(freed))
            }),
            term: texts.in_the_kroner,
        });
    }
    Some(Headline {
        id: "emissions",
        label: texts.emissions,
        value: context.emissions(emissions_at_full_effect(context)?),
        range: None,
        term: texts.in_the_kroner,
    })
}

/// Tonnes CO2e cut a year when all is in place; none where emissions are not counted.
fn emissions_at_full_effect(context: &Context) -> Option<f64> {
    let (plan, scenario) = (&context.solution.plan, context.scenario);
    let streams = plan.benefits.iter();
    let emissions: Vec<f64> = streams
        .filter(|stream| stream.kind == Kind::Emissions)
        .map(|stream| plan.quantity_per_unit(stream, scenario.values()))
        .collect();
    let in_use = context.results.evaluation.target * scenario.value(plan.roles.adoption);
    (!emissions.is_empty()).then(|| emissions.iter().sum::<f64>() * in_use)
}

fn sentence(context: &Context) -> String {
    let texts = context.texts();
    let (solution, results) = (context.solution, context.results);
    let roles = &solution.plan.roles;
    let name = inside_sentence(solution.name.get(context.language));
    let target = results.evaluation.target;
    let pilot = context.scenario.value(roles.pilot);
    if target <= pilot {
        return (texts.stays_at_pilot)(&name, &context.units(pilot));
    }
    let say = if results.npv < 0.0 {
        texts.loses
    } else {
        texts.saves
    };
    let mut said = say(
        &name,
        &texts
            .numbers
            .percent(target / context.scenario.value(roles.potential)),
        solution.unit.many.get(context.language),
        &texts.numbers.money(results.npv.abs()),
        &results.evaluation.years.to_string(),
    );
    if let Some(gained) = gained(context) {
        let say = match gained.id {
            "emissions" => texts.cut_each_year,
            _ => texts.freed_each_year,
        };
        said.push(' ');
        said.push_str(&say(&gained.value));
    }
    said
}

/// Results beyond the headlines, a row each.
pub fn more_results(context: Context) -> Table {
    let texts = context.texts();
    let further = context.further();
    let (numbers, results) = (&texts.numbers, context.results);
    let per_krone = match results.net_benefit_per_budget_krone {
        Some(value) => numbers.number(value, 2),
        None => further.net_benefit_absent.to_owned(),
    };
    let irr = match results.irr {
        Irr::Rate(rate) => numbers.percent(rate),
        Irr::None(reason) => (further.irr_absent)(reason),
    };
    let gross = results.annual_saving_at_full_effect.gross;
    let rows = [
        (further.gross_at_full_effect, numbers.money(gross)),
        (further.net_benefit_per_budget_krone, per_krone),
        (further.irr, irr),
        (further.peak_funding, numbers.money(-results.peak_funding)),
        (further.cost_of_delay, numbers.money(results.cost_of_delay)),
        (further.npv_at_pilot, numbers.money(results.npv_at_pilot)),
    ];
    Table {
        columns: vec![String::new(), texts.value.to_owned()],
        rows: rows
            .map(|(label, value)| vec![label.to_owned(), value])
            .into(),
    }
}
