//! The simulator's page in full, and what the library, compiled for this machine, says that it must show.

use std::collections::BTreeMap;
use std::path::Path;

use gevinstsimulator::chart::Shape;
use gevinstsimulator::figure::{
    Context, FIGURES, Figure, Flow, Headlines, Table, View, conditions, figure, frees_time,
    headlines, more_results, series_of,
};
use gevinstsimulator::model::{Curve, Kind, Results};
use gevinstsimulator::scenario::{Control, FIRST_DRAWS, Found, Outlook, Scenario, controls};
use gevinstsimulator::solution::{Group, Language, Solution, read};
use gevinstsimulator::text::Texts;
use gevinstsimulator::uncertainty::Series;
use serde_json::{Value, json};

use crate::{Engine, Key, Page, Window, told};

/// The page that most tests are about, and the file that its solution was read from.
pub const MONITOR: &str = "nb/monitor/";
pub const FILE: &str = "solutions/monitor.json";

/// What that page has of its solution, from the site's root.
#[track_caller]
pub fn packed() -> String {
    let page = Path::new(&told("DIST")).join(MONITOR).join("index.html");
    let page = std::fs::read_to_string(page).expect("what was built");
    let (_, file) = page.split_once(r#" data-file="../../"#).expect("its file");
    file.split_once('"').expect("its end").0.to_owned()
}

/// The solutions whose pages this engine is shown where each takes long: all in Chromium, elsewhere the first, as they are
/// made of the same parts.
pub fn solutions_of_this_engine() -> Vec<String> {
    Engine::chosen().some(solutions(), usize::MAX)
}

/// The ids of all solutions that the site shows, in its order.
pub fn solutions() -> Vec<String> {
    let folder = Path::new(&told("DIST")).join("nb");
    let entries = std::fs::read_dir(&folder);
    let entries = entries.unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut ids: Vec<String> = entries
        .filter_map(|entry| {
            let entry = entry.ok().filter(|entry| entry.path().is_dir())?;
            entry.file_name().into_string().ok()
        })
        .collect();
    ids.sort();
    ids
}

/// What is said on a page, by where it is said.
pub type Said = BTreeMap<String, String>;

/// The library beside the page: the same solution file, and a scenario that is changed as the page's is.
pub struct Twin {
    pub solution: Solution,
    pub scenario: Scenario,
    pub view: View,
    pub flow: Flow,
    /// The scenario that the page made all draws of before this one, if it did.
    pub rested: Option<Scenario>,
}

/// Where a control stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Stand {
    pub id: String,
    pub slider: f64,
    /// What is in the number field.
    pub field: String,
    /// What a screen reader says of the slider.
    pub spoken: String,
}

/// Waits until what was done last is drawn: on a busy machine Yew puts that off by a frame.
const DRAWN: &str = "for (let frame = 0; frame < 2; frame++)
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));";

/// Reads what the page says, when what was done last is drawn.
const READ: &str = r"
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const text = (selector, root = document) => all(selector, root)[0]?.textContent ?? '(absent)';
const lines = list => list.map(item => item.textContent).join('\n');
const table = root => root.rows
  ? [...root.rows].map(row => [...row.cells].map(cell => cell.textContent).join(' | ')).join('\n')
  : '(absent)';
const said = {};
said['draws'] = document.querySelector('main').dataset.draws;
said['npv'] = text('#npv');
said['npv, range'] = text('.lead .range');
for (const number of all('.others .number')) said[number.id] = number.textContent;
said['conditions'] = table(all('.conditions table')[0] ?? {});
said['lead label'] = text('.lead-label');
said['sentence'] = text('.sentence');
said['glance'] = lines(all('.glance > *'));
said['claim'] = table(all('.claim-beside table')[0] ?? {});
said['claim, worth'] = text('.worth');
said['more results'] = table(all('.method > .table-scroll table')[0] ?? {});
said['method'] = lines(all('.method .step p').filter(step => /^(Målet|Netto nåverdi) /.test(step.textContent)));
for (const figure of all('.figure')) {
  const id = figure.id.replace('figure-', '');
  said[id + ', title'] = text('h3', figure);
  said[id + ', subtitle'] = text('.subtitle', figure);
  said[id + ', read-out'] = lines(all('.readout', figure));
  said[id + ', table'] = table(all('table', figure)[0] ?? {});
  said[id + ', note'] = lines(all(':scope > .note', figure));
  said[id + ', drawing'] = all('svg path, svg text', figure)
    .map(shape => shape.getAttribute('d') ?? shape.textContent).join('\n');
}
return said;
";

impl Page {
    /// Opens the simulator and waits for it.
    #[track_caller]
    pub fn simulator(window: Window) -> Self {
        let page = Self::open(MONITOR, window);
        page.wait_for_simulator();
        page
    }

    /// Waits until there are controls, and they can be used.
    #[track_caller]
    pub fn wait_for_controls(&self) {
        self.wait_for("#controls:not([inert]) input[type=range]");
    }

    #[track_caller]
    pub fn wait_for_simulator(&self) {
        self.wait_for_controls();
        self.wait_until_refined();
    }

    /// Waits until all draws have been made and what follows from them is shown.
    #[track_caller]
    pub fn wait_until_refined(&self) {
        self.wait_until("all draws are made", || {
            self.count(".page[data-draws='65536']") == 1
        });
    }

    /// An empty page of another site than the one that is being tested.
    #[track_caller]
    pub fn of_site(site: String, window: Window) -> Self {
        let mut page = Self::blank(window);
        page.site = site;
        page
    }

    #[track_caller]
    pub fn open_all_assumptions(&self) {
        self.press(".all-assumptions > summary", Key::Enter);
        self.wait_for(".all-assumptions[open] input[type=range]");
    }

    #[track_caller]
    pub fn choose_curve(&self, curve: &Curve) {
        let label = if *curve == Curve::Linear { 2 } else { 1 };
        self.click(&format!(
            "#controls .choice label:nth-of-type({label}) input"
        ));
    }

    /// A control's slider, a number that JavaScript has read.
    #[track_caller]
    pub fn slider_value(&self, id: &str) -> f64 {
        let selector = slider(id);
        let value = self.value(&selector);
        match value.parse() {
            Ok(value) => value,
            Err(_) => self.fail(&format!("{selector} stands at {value:?}")),
        }
    }

    /// All that follows from the scenario, as soon as the next frame is there.
    #[track_caller]
    pub fn said(&self) -> Said {
        let script = format!("return (async () => {{ {DRAWN} {READ} }})()");
        let answer = self.js(&script);
        match serde_json::from_value(answer) {
            Ok(said) => said,
            Err(error) => self.fail(&format!("the page cannot be read: {error}")),
        }
    }

    /// The page says what the library says, as soon as all draws are made: before that, ranges are as good as what the page
    /// knows of the scenario before.
    #[track_caller]
    pub fn assert_says_what(&self, twin: &Twin, after: &str) {
        self.next_frame();
        self.wait_until_refined();
        let page = self.said();
        let draws = page["draws"].parse().unwrap_or_default();
        let library = twin.says(self.plot_width(), draws);
        let mut wrong = String::new();
        for key in page
            .keys()
            .chain(library.keys().filter(|key| !page.contains_key(*key)))
        {
            let (seen, right) = (page.get(key), library.get(key));
            if seen != right {
                wrong += &difference(key, seen, right);
            }
        }
        if !wrong.is_empty() {
            self.fail(&format!(
                "after {after} the page does not say what the library says:\n{wrong}"
            ));
        }
    }

    /// From how many draws the page's bands are.
    #[track_caller]
    pub fn draws(&self) -> usize {
        let draws = self.attribute(".page", "data-draws");
        draws
            .and_then(|draws| draws.parse().ok())
            .unwrap_or_default()
    }

    /// The width of a chart, in CSS pixels.
    #[track_caller]
    pub fn plot_width(&self) -> u32 {
        self.js("return document.querySelector('.plot').clientWidth")
            .as_u64()
            .unwrap_or_default() as u32
    }

    /// Waits for the next frame.
    #[track_caller]
    pub fn next_frame(&self) {
        self.js("return new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    }

    /// What has the focus: its id, or what kind of thing it is in which control.
    #[track_caller]
    pub fn focused(&self) -> String {
        let script = "const it = document.activeElement;
            return it.id || `${it.tagName.toLowerCase()} in ${it.closest('[id]')?.id}`";
        self.js(script).as_str().unwrap_or_default().to_owned()
    }

    /// Where controls stand, when what was done last is drawn.
    #[track_caller]
    pub fn stands(&self, selector: &str) -> Vec<Stand> {
        let name = json!(selector);
        let stands = self.js(&format!(
            "return (async () => {{
               {DRAWN}
               return [...document.querySelectorAll({name})].map(control => {{
                 const [slider, field] = control.querySelectorAll('input');
                 return [control.id, slider.valueAsNumber, field.value, slider.getAttribute('aria-valuetext')];
               }});
             }})()"
        ));
        let stands: Vec<(String, f64, String, String)> =
            serde_json::from_value(stands).unwrap_or_default();
        let stand = |(id, slider, field, spoken)| Stand {
            id,
            slider,
            field,
            spoken,
        };
        stands.into_iter().map(stand).collect()
    }

    /// Where an element is in the window, in the middle of which it is brought first: left, top, width, height.
    /// What comes into sight on the way is laid out only then and may push it away: until nothing does.
    #[track_caller]
    pub fn place_of(&self, selector: &str) -> [f64; 4] {
        self.element(selector);
        let name = json!(selector);
        let script = format!(
            "return (async () => {{
               const it = document.querySelector({name});
               let before, box, times = 0;
               do {{
                 before = box?.top;
                 it.scrollIntoView({{block: 'center', behavior: 'instant'}});
                 await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                 box = it.getBoundingClientRect();
               }} while (!(Math.abs(box.top - before) < 1) && ++times < 10);
               return [box.left, box.top, box.width, box.height]
             }})()"
        );
        let place = self.js(&script);
        std::array::from_fn(|index| place[index].as_f64().unwrap_or(f64::NAN))
    }

    /// Where a slider's thumb would be at a value, in the window.
    #[track_caller]
    pub fn point_on_slider(&self, control: &Control, id: &str, shown: f64) -> [f64; 2] {
        /// Chromium's own, in CSS pixels.
        const THUMB: f64 = 16.0;
        let [left, top, width, height] = self.place_of(&slider(id));
        let share = (shown - control.min) / (control.max - control.min);
        [
            left + THUMB / 2.0 + share * (width - THUMB),
            top + height / 2.0,
        ]
    }

    /// A finger in the window: `touchStart`, `touchMove` or `touchEnd`.
    #[track_caller]
    pub fn finger(&self, what: &str, at: Option<[f64; 2]>) {
        let points: Vec<Value> = at.iter().map(|[x, y]| json!({"x": x, "y": y})).collect();
        self.cdp(
            "Input.dispatchTouchEvent",
            json!({"type": what, "touchPoints": points}),
        );
    }

    /// A finger that is put down, moved there in small steps and lifted.
    #[track_caller]
    pub fn swipe(&self, from: [f64; 2], to: [f64; 2]) {
        const STEPS: i32 = 8;
        self.finger("touchStart", Some(from));
        for step in 1..=STEPS {
            let share = f64::from(step) / f64::from(STEPS);
            let between = |axis: usize| from[axis] + (to[axis] - from[axis]) * share;
            self.finger("touchMove", Some([between(0), between(1)]));
        }
        self.finger("touchEnd", None);
    }
}

/// The slider of a control.
pub fn slider(id: &str) -> String {
    format!("#{id}-slider")
}

/// The number field of a control.
pub fn field(id: &str) -> String {
    format!("#{id} .field input")
}

/// The message of a control.
pub fn problem(id: &str) -> String {
    format!("#{id}-problem")
}

/// The way back of a control.
pub fn reset(id: &str) -> String {
    format!("#{id} .reset")
}

/// A number as the page writes it.
pub fn number(text: &str) -> Option<f64> {
    Language::Nb.texts().numbers.read(text)
}

impl Default for Twin {
    /// The monitor as its file has it.
    fn default() -> Self {
        Self::of("monitor")
    }
}

impl Twin {
    /// A solution as its file has it.
    pub fn of(id: &str) -> Self {
        let file = Path::new(&told("DIST")).join(format!("solutions/{id}.json"));
        let json = std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let solution = read(&json).unwrap_or_else(|problems| panic!("{problems}"));
        let scenario = Scenario::new(&solution);
        Self {
            solution,
            scenario,
            view: View::default(),
            flow: Flow::default(),
            rested: None,
        }
    }
}

impl Twin {
    pub fn texts(&self) -> &'static Texts {
        Language::Nb.texts()
    }

    /// The controls that the page has for this scenario.
    pub fn controls(&self) -> Vec<Control> {
        [
            Group::Rollout,
            Group::Adoption,
            Group::Cost,
            Group::Benefit,
            Group::Standard,
        ]
        .into_iter()
        .flat_map(|group| controls(&self.solution, &self.scenario, group))
        .collect()
    }

    /// A control's id on the page.
    pub fn id(&self, control: &Control) -> String {
        self.solution.parameters[control.parameter]
            .id
            .replace('_', "-")
    }

    /// The controls that this engine is to try each by itself.
    pub fn controls_of_this_engine(&self) -> Vec<Control> {
        Engine::chosen().some(self.controls(), 3)
    }

    /// The control with this id on the page.
    #[track_caller]
    pub fn control(&self, id: &str) -> Control {
        let parameter = self
            .solution
            .parameter(&id.replace('-', "_"))
            .unwrap_or_else(|| panic!("no parameter for {id}"));
        Control::new(&self.solution, &self.scenario, parameter)
    }

    /// Chooses what the page shows.
    #[track_caller]
    pub fn choose(&mut self, id: &str, shown: f64) {
        let control = self.control(id);
        let value = control.read(&self.solution, shown);
        let chosen = self.scenario.set(&self.solution, control.parameter, value);
        chosen.unwrap_or_else(|refusal| panic!("{id} at {shown}: {refusal}"));
    }

    #[track_caller]
    pub fn choose_curve(&mut self, curve: Curve) {
        let chosen = self.scenario.set_curve(&self.solution, curve);
        chosen.unwrap_or_else(|refusal| panic!("{refusal}"));
    }

    #[track_caller]
    pub fn reset(&mut self, id: &str) {
        let parameter = self.control(id).parameter;
        let reset = self.scenario.reset(&self.solution, parameter);
        reset.unwrap_or_else(|refusal| panic!("{id}: {refusal}"));
    }

    #[track_caller]
    pub fn results(&self) -> Results {
        let results = self.scenario.results(&self.solution);
        results.unwrap_or_else(|error| panic!("{error}"))
    }

    /// The figures of the page, in its order, their bands from so many draws.
    pub fn figures(&self, draws: usize) -> Vec<Figure> {
        let (results, found) = (self.results(), self.found(draws));
        self.figures_of(&self.context(&results, &found))
    }

    /// What is found out about the scenario by so many draws.
    #[track_caller]
    pub fn found(&self, draws: usize) -> Found {
        let shown = ["flows", "person-years", "rollout"];
        let series: Vec<Series> = shown
            .into_iter()
            .flat_map(|id| series_of(id, self.view, self.flow))
            .copied()
            .collect();
        let rested = self.rested.as_ref().unwrap_or(&self.scenario);
        let outlook = Outlook::new(&self.solution, rested, &series);
        let mut outlook = outlook.expect("a legal scenario");
        if self.rested.is_some() {
            outlook.refine(|| false);
            let again = outlook.restart(&self.solution, &self.scenario, &series);
            again.expect("a legal scenario");
        }
        if draws <= FIRST_DRAWS {
            return outlook.settle(draws);
        }
        outlook.refine(|| false).expect("all draws")
    }

    fn figures_of(&self, context: &Context) -> Vec<Figure> {
        let shown = FIGURES
            .into_iter()
            .filter(|id| *id != "person-years" || frees_time(*context));
        shown
            .filter_map(|id| figure(id, *context, self.view, self.flow))
            .collect()
    }

    fn context<'a>(&'a self, results: &'a Results, found: &'a Found) -> Context<'a> {
        Context {
            language: Language::Nb,
            solution: &self.solution,
            scenario: &self.scenario,
            results,
            found: Some(found),
            compared: None,
        }
    }

    /// All that the page must say, its charts drawn this wide, its bands from so many draws.
    #[track_caller]
    pub fn says(&self, width: u32, draws: usize) -> Said {
        let (results, found) = (self.results(), self.found(draws));
        let context = self.context(&results, &found);
        let mut said = self.headlines(&context);
        said.extend(self.claim(&context));
        said.insert("more results".to_owned(), lines(&more_results(context)));
        said.insert("method".to_owned(), self.method(&context));
        said.insert("draws".to_owned(), found.draws.to_string());
        let conditions = conditions(context).and_then(|conditions| conditions.table);
        let conditions = conditions.map_or("(absent)".to_owned(), |table| lines(&table));
        said.insert("conditions".to_owned(), conditions);
        for figure in self.figures_of(&context) {
            said.extend(figure_says(&figure, width));
        }
        said
    }

    fn headlines(&self, context: &Context) -> Said {
        let Headlines {
            lead_label,
            npv,
            range,
            sentence,
            others,
            glance,
            ..
        } = headlines(*context);
        let lead = [
            ("lead label", lead_label),
            ("glance", glance.join("\n")),
            ("npv", npv),
            (
                "npv, range",
                range.map_or("(absent)".to_owned(), |range| format!(". {range}")),
            ),
            ("sentence", sentence),
        ];
        let others = others
            .into_iter()
            .map(|headline| (headline.id, headline.value));
        let said = lead.into_iter().chain(others);
        said.map(|(key, text)| (key.to_owned(), text)).collect()
    }

    /// What is claimed, what this scenario gives, and what it would give with all that holds it back let go.
    fn claim(&self, context: &Context) -> Said {
        let texts = self.texts();
        let further = Language::Nb.further();
        let money = |kroner| texts.numbers.money(kroner);
        let absent = || "(absent)".to_owned();
        let claim = self.solution.claims.first();
        let figures = claim.and_then(|claim| Some((claim.annual_saving?, claim.person_years?)));
        let Some((saving, freed)) = figures else {
            return [("claim", absent()), ("claim, worth", absent())]
                .map(|(key, text)| (key.to_owned(), text))
                .into();
        };
        let full = self.scenario.at_full_potential(&self.solution);
        let full = full.results(&self.solution).expect("a legal scenario");
        let both = [context.results, &full];
        let gross = both.map(|results| money(results.annual_saving_at_full_effect.gross));
        let people = both.map(|results| context.person_years(results.person_years_at_full_effect));
        let hour = self
            .solution
            .plan
            .benefits
            .iter()
            .find_map(|stream| match stream.kind {
                Kind::Time { price, .. } => Some(self.scenario.value(price)),
                _ => None,
            });
        let hours = self
            .scenario
            .value(self.solution.plan.roles.hours_per_person_year);
        let worth = freed * hours * hour.unwrap_or(f64::NAN);
        let table = [
            [
                further.full_effect_column,
                further.saved_a_year,
                further.freed_a_year,
            ],
            [
                further.claim_row,
                &money(saving),
                &context.person_years(freed),
            ],
            [further.model_row, &gross[0], &people[0]],
            [further.full_potential_row, &gross[1], &people[1]],
        ];
        let table = table.map(|row| row.join(" | ")).join("\n");
        let worth =
            (further.claim_worth)(&context.person_years(freed), &money(worth), &money(saving));
        [("claim", table), ("claim, worth", worth)]
            .map(|(key, text)| (key.to_owned(), text))
            .into()
    }

    /// The two sentences of the method that lead from the target to the net present value.
    fn method(&self, context: &Context) -> String {
        let (texts, further) = (self.texts(), Language::Nb.further());
        let roles = self.solution.plan.roles;
        let e = &context.results.evaluation;
        let units = |count| context.units(count);
        let money = |figure: f64| texts.numbers.money(figure);
        let target = (further.method_target)(
            &texts.numbers.percent(self.scenario.value(roles.reach)),
            &units(self.scenario.value(roles.potential)),
            &units(e.target),
            &units(self.scenario.value(roles.pilot)),
        );
        let npv = (further.method_npv)(
            &money(e.pv_benefits),
            &money(e.pv_costs),
            &money(e.pv_tax_financing),
            &money(e.npv),
        );
        format!("{target}\n{npv}")
    }
}

fn figure_says(figure: &Figure, width: u32) -> Said {
    let drawing = figure.draw(Language::Nb, width, None);
    let shapes: Vec<String> = drawing
        .shapes
        .into_iter()
        .map(|shape| match shape {
            Shape::Path { d, .. } => d,
            Shape::Text { content, .. } => content,
        })
        .collect();
    [
        ("title", figure.title.clone()),
        ("subtitle", figure.subtitle.clone()),
        (
            "read-out",
            figure.readouts.last().cloned().unwrap_or_default(),
        ),
        ("table", lines(&figure.table)),
        ("note", figure.note.clone().unwrap_or_default()),
        ("drawing", shapes.join("\n")),
    ]
    .map(|(part, text)| (format!("{}, {part}", figure.id), text))
    .into()
}

fn lines(table: &Table) -> String {
    let rows = std::iter::once(&table.columns).chain(&table.rows);
    rows.map(|row| row.join(" | "))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The lines that differ.
fn difference(key: &str, seen: Option<&String>, right: Option<&String>) -> String {
    let [seen, right] = [seen, right].map(|text| text.map_or("(absent)", |text| text));
    let mut pairs = right
        .lines()
        .zip(seen.lines())
        .filter(|(right, seen)| right != seen);
    let (right, seen) = pairs.next().unwrap_or((right, seen));
    format!("{key}\n  library: {right}\n  page:    {seen}\n").replace('\u{202f}', "~")
}
