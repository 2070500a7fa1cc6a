//! What a visitor sees first: the solution, the headlines, the controls and the figures. The site's build writes the
//! same into the page, as it is before the program is there to run it (`prerender`).

use super::controls::controls_of;
use super::figures::{Look, figures};
use super::growth::Step;
use super::head::head;
use super::headlines::{glance, headlines};
use super::markup::raw;
use super::part::Part;
use super::state::{Action, State};
use super::still::stays;
use super::workbench::workbench;
use crate::figure;
use crate::solution::Language;
use yew::prelude::*;

/// Whether this is the build that writes the view into the page. What can be used is inert there, until the program takes
/// its place; what is folded away and cannot be opened,
/// and what only a screen reader says of something inert, is left out.
pub const WRITTEN: bool = cfg!(feature = "prerender");

/// What the view is made from.
pub struct FirstView<'a> {
    pub language: Language,
    pub state: &'a State,
    pub part: Part,
    pub act: &'a Callback<Action>,
    pub to_stage: Callback<MouseEvent>,
    pub look: &'a Look,
}

impl FirstView<'_> {
    /// The view, with what is told below the headlines, and what is below the figures.
    pub fn with(self, told: Html, below: Html) -> Html {
        let Self {
            language,
            state,
            part,
            act,
            to_stage,
            look,
        } = self;
        let growth = look.growth;
        let said = figure::headlines(state.context(language));
        let (all, one_figure) = (part == Part::All, matches!(part, Part::Figure(_)));
        let with_controls = (all || part == Part::Controls) && growth.has(Step::Controls(0));
        html! {
            <main class="page" data-part={part.name()} data-moving={state.moving.then_some("")} data-draws={growth.is_whole().then(|| state.found.draws.to_string())}>
                { stays({
                    let solution = state.solution.clone();
                    move || raw(head(language, &solution))
                }) }
                if !one_figure && growth.has(Step::Headlines) {
                    <div class="headlines-column">
                        { headlines(language, &said) }
                        if all { { workbench(language, state, act, to_stage) } }
                        { told }
                    </div>
                }
                if with_controls {
                    <div class="controls-column">
                        // It scrolls: Firefox lets it have the focus, and what has that has a name.
                        <div class="controls-box" role="group" aria-labelledby="controls-title">
                            { raw(glance(&said)) }
                            { controls_of(language, state, act, growth) }
                        </div>
                    </div>
                }
                if growth.has(Step::FirstFigure) { { figures(language, state, part, act, look) } }
                { below }
            </main>
        }
    }
}
