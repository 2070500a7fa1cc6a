//! What it costs, as `model::costs` has it (model.md, section 4).

use super::formula::{Formula, number, total, when};
use super::inputs::Inputs;
use super::line::Line;
use super::rollout::Rollout;
use super::sheet::{About, Sheet};
use crate::export::spreadsheet::Look;
use crate::model::{ParameterIndex, Timing};

/// What the rest of the calculation needs of it.
pub struct Costs {
    /// In the order of the model's lines.
    pub lines: Vec<Line>,
    /// Of each cost that wears out, its life in whole years.
    pub lives: Vec<Option<Formula>>,
    pub all: Line,
    /// The part that public actors pay.
    pub public: Line,
}

/// Writes a section for each cost, and one for their sums.
pub fn write(sheet: &mut Sheet, rollout: &Rollout, in_use: &Line) -> Costs {
    let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
    let solution = inputs.solution;
    let kroner = sheet.kroner();
    let ids = solution.cost_line_ids();
    let (mut lines, mut lives) = (Vec::new(), Vec::new());
    for (place, cost) in solution.plan.costs.iter().enumerate() {
        sheet.section(solution.costs[place].label.get(sheet.language));
        let amount = amount(inputs, cost.timing.amount());
        let id = |of: usize| ids[of].as_str();
        let about = |label, key| About {
            label,
            key,
            unit: &kroner,
            look: Look::Kroner,
        };
        let cost_line = about(texts.cost, id(lines.len()));
        let mut life = None;
        match cost.timing {
            Timing::Once { .. } => {
                let (time, moment) = (sheet.time.clone(), inputs.moment(place));
                let moment = moment.unwrap_or(number(0.0));
                lines.push(sheet.flow(&cost_line, &|year, _| {
                    when(&time.at(year).is(&moment), &amount * &rollout.begun, 0.0)
                }));
            }
            Timing::PerBuyer { buyers, reused, .. } => {
                let (time, begins) = (sheet.time.clone(), rollout.delay.floor());
                let [buyers, reused] = [buyers, reused].map(|index| inputs.parameter(index));
                lines.push(sheet.flow(&cost_line, &|year, _| {
                    let joined = rollout.completed.at(year) - rollout.completed.before(year, 0.0);
                    let first = when(&time.at(year).is(&begins), &reused, 0.0);
                    let shares = (number(1.0) - &reused) * &buyers * joined + first;
                    &amount * &rollout.begun * shares
                }));
            }
            Timing::PerNewUnit {
                learning_rate,
                life: of,
                ..
            } => {
                let prices = unit_prices(sheet, &amount, learning_rate, rollout);
                lines.push(sheet.flow(&cost_line, &|year, _| {
                    rollout.new.at(year) * prices.at(year)
                }));
                if let Some(of) = of {
                    let keys = [id(lines.len()), id(lines.len() + 1)];
                    let renewal = Renewal {
                        rollout,
                        prices: &prices,
                        life: whole_life(sheet, of),
                        keys,
                    };
                    lines.extend(renewal.write(sheet));
                    life = Some(renewal.life);
                }
            }
            Timing::PerUnitYear { .. } => {
                lines.push(sheet.flow(&cost_line, &|year, _| rollout.in_service.at(year) * &amount))
            }
            Timing::PerUnitInUseYear { .. } => {
                lines.push(sheet.flow(&cost_line, &|year, _| in_use.at(year) * &amount));
            }
        }
        lives.push(life);
    }
    sheet.section(texts.all_costs);
    let of_kroner = |label, key| About {
        label,
        key,
        unit: &kroner,
        look: Look::Kroner,
    };
    let all = sheet.total(
        &of_kroner(sheet.language.texts().cost, "costs"),
        &|year, _| total(lines.iter().map(|line| line.at(year))),
    );
    let pays = |cost: usize| solution.plan.actors[solution.plan.costs[cost].pays];
    let public = sheet.flow(
        &of_kroner(texts.public_costs, "public_costs"),
        &|year, _| {
            let parts = solution.plan.line_parts().zip(&lines);
            total(
                parts
                    .filter(|((cost, _), _)| pays(*cost))
                    .map(|(_, line)| line.at(year)),
            )
        },
    );
    Costs {
        lines,
        lives,
        all,
        public,
    }
}

/// An amount with the uplift for optimism.
pub fn amount(inputs: &Inputs, parameter: ParameterIndex) -> Formula {
    let uplift = number(1.0) + inputs.parameter(inputs.roles().optimism);
    inputs.parameter(parameter) * uplift
}

/// What a unit costs each year: each doubling of experience takes the learning rate off (Wright 1936).
fn unit_prices(
    sheet: &mut Sheet,
    amount: &Formula,
    learning_rate: Option<ParameterIndex>,
    rollout: &Rollout,
) -> Line {
    let kroner = sheet.kroner();
    let about = About {
        label: sheet.language.workbook().unit_price,
        key: "",
        unit: &kroner,
        look: Look::Decimals(2),
    };
    let fall = learning_rate.map(|rate| Fall::new(sheet.inputs, rate));
    sheet.yearly(&about, &|year, _| match &fall {
        Some(fall) => amount * fall.left_at(&rollout.installed.at(year)),
        None => amount.clone(),
    })
}

/// How a price falls with experience, which counts from the pilot, or from the first unit.
pub struct Fall {
    first: Formula,
    exponent: Formula,
}

impl Fall {
    pub fn new(inputs: &Inputs, learning_rate: ParameterIndex) -> Self {
        Self {
            first: inputs.parameter(inputs.roles().pilot).max(1.0),
            exponent: (number(1.0) - inputs.parameter(learning_rate)).log2(),
        }
    }

    /// The share of the first price that is left when so many are installed.
    pub fn left_at(&self, installed: &Formula) -> Formula {
        (installed / &self.first).max(1.0).power(&self.exponent)
    }
}

/// A life in whole years, a half counted up.
fn whole_life(sheet: &mut Sheet, life: ParameterIndex) -> Formula {
    let texts = sheet.language.workbook();
    let about = About {
        label: texts.whole_life,
        key: "",
        unit: texts.years_unit,
        look: Look::Plain,
    };
    let whole = (sheet.inputs.parameter(life) + 0.5).floor().max(1.0);
    sheet.figure(&about, &whole)
}

/// Units that are bought again when their life is over.
struct Renewal<'a> {
    rollout: &'a Rollout,
    prices: &'a Line,
    life: Formula,
    /// Of the replacement, and of the residual value.
    keys: [&'a str; 2],
}

impl Renewal<'_> {
    /// All that was bought in year `i` is bought again in `i + life`. The pilot's units count as bought in year 0, but
    /// that purchase is sunk: it is neither paid nor credited.
    fn write(&self, sheet: &mut Sheet) -> [Line; 2] {
        let (inputs, texts) = (sheet.inputs, sheet.language.workbook());
        let (time, life) = (sheet.time.clone(), &self.life);
        let kroner = sheet.kroner();
        let units = inputs.solution.unit.many.get(sheet.language);
        let about = |label, key| About {
            label,
            key,
            unit: &kroner,
            look: Look::Kroner,
        };
        let of_units = About {
            label: texts.bought_again,
            key: "",
            unit: units,
            look: Look::Decimals(1),
        };
        let pilot = inputs.parameter(inputs.roles().pilot);
        let renewed = sheet.yearly(&of_units, &|year, renewed| {
            if year == 0 {
                return number(0.0);
            }
            let age = time.at(year) - life + 1.0;
            let sunk = when(&time.at(year).is(life), &pilot, 0.0);
            let again =
                self.rollout.new.first(year).place(&age) + renewed.first(year).place(&age) + sunk;
            when(&life.at_most(time.at(year)), again, 0.0)
        });
        let replaced = sheet.flow(&about(texts.replacement, self.keys[0]), &|year, _| {
            renewed.at(year) * self.prices.at(year)
        });
        let horizon = inputs.parameter(inputs.roles().horizon);
        let left = sheet.yearly(&about(texts.left_at_end, ""), &|year, _| {
            let years_left = (life - (&horizon - time.at(year))).max(0.0);
            (self.rollout.new.at(year) + renewed.at(year)) * self.prices.at(year) * years_left
                / life
        });
        let residual = sheet.flow(&about(texts.residual, self.keys[1]), &|year, _| {
            let last = time.at(year).is(&horizon - 1.0);
            when(&last, number(0.0) - left.all().sum(), 0.0)
        });
        [replaced, residual]
    }
}
