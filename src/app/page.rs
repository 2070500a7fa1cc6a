//! The page: its sections in order, and the state that they share.

use super::Place;
use super::claim::claim_beside_model;
use super::controls::{Given, all_controls};
use super::figures::{Axes, figures};
use super::head::head;
use super::headlines::{glance, headlines};
use super::method::Method;
use super::state::{Action, State};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct PageProps {
    pub place: Place,
    pub initial: Rc<State>,
}

#[component]
pub fn Page(props: &PageProps) -> Html {
    let language = props.place.language;
    let initial = props.initial.clone();
    let reducer = use_reducer(move || (*initial).clone());
    let axes = use_mut_ref(Axes::new);
    let dispatcher = reducer.dispatcher();
    let act = Callback::from(move |action: Action| dispatcher.dispatch(action));
    let state = Rc::new((*reducer).clone());
    let texts = language.texts();
    html! {
        <>
            <header class="site">
                <a class="site-name" href={props.place.root.clone()}>{ texts.site_name }</a>
                <a class="ds-link" href={props.place.root.clone()}>{ texts.all_solutions }</a>
            </header>
            <main class="page">
                { head(language, &state.solution) }
                { headlines(language, &state) }
                <div class="controls-column">
                    { glance(language, &state) }
                    { all_controls(&Given { language, state: state.clone(), act: act.clone() }) }
                </div>
                { figures(language, &state, &axes, &act) }
                { claim_beside_model(language, &state) }
                <Method {language} {state} />
            </main>
        </>
    }
}
