//! The files that a visitor takes along, opened by programs that are not ours.

mod briefs;
mod codes;
mod pictures;
mod tables;
mod workbooks;

use gevinstsimulator::figure::{
    Context, Figure, Flow, View, actors, certainty, flows, importance, person_years, rollout,
};
use gevinstsimulator::model::Results;
use gevinstsimulator::scenario::{Found, Outlook, Scenario};
use gevinstsimulator::solution::{Language, Solution, read};
use gevinstsimulator::uncertainty::Series;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// The ids of the published solutions.
const SOLUTIONS: [&str; 6] = [
    "dispensers",
    "ferries",
    "home-monitoring",
    "monitor",
    "sites",
    "video",
];

const LINK: &str = "https://innovativeanskaffelser.no/gevinst/nb/monitor/?v=1&reach=0.5&sets=2.5";

/// A solution, what was chosen, and what comes of it.
struct Case {
    solution: Solution,
    scenario: Scenario,
    results: Results,
    found: Found,
}

impl Case {
    /// A published solution as its file has it.
    fn published(id: &str) -> Self {
        Self::of(&file(id), |_, _| {})
    }

    /// A solution with what `choose` makes of its scenario.
    fn of(json: &str, choose: impl Fn(&mut Scenario, &Solution)) -> Self {
        let solution = read(json).unwrap();
        let mut scenario = Scenario::new(&solution);
        choose(&mut scenario, &solution);
        let series = [
            Series::Benefits,
            Series::Payments,
            Series::Cumulated,
            Series::PersonYears,
            Series::Installed,
            Series::InUse,
        ];
        let mut outlook = Outlook::new(&solution, &scenario, &series).unwrap();
        Self {
            results: scenario.results(&solution).unwrap(),
            found: outlook.settle(1024),
            solution,
            scenario,
        }
    }

    fn context(&self) -> Context<'_> {
        Context {
            language: Language::Nb,
            solution: &self.solution,
            scenario: &self.scenario,
            results: &self.results,
            found: Some(&self.found),
            compared: None,
        }
    }

    /// All figures that the page has of it.
    fn figures(&self) -> Vec<Figure> {
        let context = self.context();
        let over_time = [
            (View::Social, Flow::Yearly),
            (View::Social, Flow::Cumulated),
            (View::Budget, Flow::Yearly),
            (View::Budget, Flow::Cumulated),
        ];
        let mut all: Vec<Figure> = over_time
            .map(|(view, flow)| flows(context, view, flow))
            .into();
        all.extend(certainty(context));
        all.extend(importance(context));
        all.extend([person_years(context), rollout(context), actors(context)]);
        all
    }
}

fn file(id: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/solutions");
    std::fs::read_to_string(folder.join(format!("{id}.json"))).unwrap()
}

/// Chooses a value by the parameter's id.
fn set(scenario: &mut Scenario, solution: &Solution, id: &str, value: f64) {
    let parameter = solution.parameter(id).unwrap();
    scenario.set(solution, parameter, value).unwrap();
}

/// An SVG file as another program reads it.
#[track_caller]
fn parsed(svg: &str) -> Tree {
    static OPTIONS: LazyLock<Options> = LazyLock::new(|| {
        let mut options = Options::default();
        let fonts = Arc::make_mut(&mut options.fontdb);
        fonts.load_system_fonts();
        let first = fonts.faces().next().map(|face| face.families[0].0.clone());
        let wide = fonts
            .faces()
            .any(|face| face.families.iter().any(|(name, _)| name == "DejaVu Sans"));
        // The widest of the usual ones, where the machine has it.
        let family = if wide {
            Some("DejaVu Sans".to_owned())
        } else {
            first
        };
        fonts.set_sans_serif_family(family.unwrap_or_default());
        options
    });
    Tree::from_str(svg, &OPTIONS).unwrap()
}

/// The picture so many pixels wide.
fn rendered(tree: &Tree, width: u32) -> Pixmap {
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut pixels = Pixmap::new(width, height).unwrap();
    resvg::render(
        tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    pixels
}
