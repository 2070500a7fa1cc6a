//! Fetches the solution file and shows the page, or says in plain words why it cannot.

use super::Place;
use super::page::Page;
use super::state::State;
use crate::solution::{Problems, read};
use gloo::net::http::Request;
use std::rc::Rc;
use yew::prelude::*;

/// Where the fetching has come to.
enum Loading {
    Waiting,
    Ready(Rc<State>),
    /// The file did not come.
    Unreachable,
    /// The file came, and is wrong.
    Broken(Problems),
}

#[derive(Properties, PartialEq)]
pub struct AppProps {
    pub place: Place,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let place = &props.place;
    let texts = place.language.texts();
    let address = format!("{}solutions/{}.json", place.root, place.solution);
    let loading = use_state(|| Loading::Waiting);
    let attempt = use_state(|| 0);
    {
        let loading = loading.clone();
        use_effect_with((address.clone(), *attempt), move |(address, _)| {
            let address = address.clone();
            wasm_bindgen_futures::spawn_local(async move { loading.set(fetch(&address).await) });
        });
    }
    let again = {
        let (loading, attempt) = (loading.clone(), attempt.clone());
        Callback::from(move |_| {
            loading.set(Loading::Waiting);
            attempt.set(*attempt + 1);
        })
    };
    match &*loading {
        Loading::Ready(state) => html! { <Page place={place.clone()} initial={state.clone()} /> },
        Loading::Waiting => html! {
            <main class="message"><p role="status">{ texts.loading }</p></main>
        },
        Loading::Unreachable => html! {
            <main class="message">
                <div class="ds-alert" data-color="danger" role="alert">
                    <p>{ (texts.fetch_failed)(&address) }</p>
                    <button class="ds-button" type="button" onclick={again}>{ texts.try_again }</button>
                </div>
            </main>
        },
        Loading::Broken(problems) => html! {
            <main class="message">
                <div class="ds-alert" data-color="danger" role="alert">
                    <p>{ (texts.file_broken)(&address) }</p>
                    <ul>{ for problems.0.iter().map(|problem| html! { <li>{ problem.to_string() }</li> }) }</ul>
                </div>
            </main>
        },
    }
}

async fn fetch(address: &str) -> Loading {
    let Ok(response) = Request::get(address).send().await else {
        return Loading::Unreachable;
    };
    if !response.ok() {
        return Loading::Unreachable;
    }
    let Ok(json) = response.text().await else {
        return Loading::Unreachable;
    };
    match read(&json) {
        Ok(solution) => State::new(solution)
            .map_or(Loading::Unreachable, |state| Loading::Ready(Rc::new(state))),
        Err(problems) => Loading::Broken(problems),
    }
}
