//! The page: its sections in order, and the state that they share.

use super::Place;
use super::claim::ClaimView;
use super::controls::Controls;
use super::figures::Figures;
use super::head::Head;
use super::headlines::{Glance, Headlines};
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
    let act = {
        let dispatcher = reducer.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let state = use_memo((*reducer).clone(), |state| state.clone());
    let texts = language.texts();
    html! {
        <>
            <header class="site">
                <a class="site-name" href={props.place.root.clone()}>{ texts.site_name }</a>
                <a class="ds-link" href={props.place.root.clone()}>{ texts.all_solutions }</a>
            </header>
            <main class="page">
                <Head {language} solution={state.solution.clone()} />
                <Headlines {language} state={state.clone()} />
                <div class="controls-column">
                    <Glance {language} state={state.clone()} />
                    <Controls {language} state={state.clone()} {act} />
                </div>
                <Figures {language} state={state.clone()} />
                <ClaimView {language} state={state.clone()} />
                <Method {language} {state} />
            </main>
        </>
    }
}
