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
    /// For the attempt of this number.
    Waiting(u32),
    Ready(Rc<State>),
    /// The file did not come, at this attempt.
    Unreachable(u32),
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
    let loading = use_state(|| Loading::Waiting(0));
    let waiting = match *loading {
        Loading::Waiting(attempt) => Some(attempt),
        _ => None,
    };
    {
        let setter = loading.setter();
        let address = address.clone();
        use_effect_with(waiting, move |waiting| {
            if let Some(attempt) = *waiting {
                wasm_bindgen_futures::spawn_local(async move {
                    setter.set(fetch(&address, attempt).await)
                });
            }
        });
    }
    match &*loading {
        Loading::Ready(state) => html! { <Page place={place.clone()} initial={state.clone()} /> },
        Loading::Waiting(_) => html! {
            <main class="message"><p role="status">{ texts.loading }</p></main>
        },
        Loading::Unreachable(attempt) => {
            let (setter, next) = (loading.setter(), attempt + 1);
            let again = Callback::from(move |_: MouseEvent| setter.set(Loading::Waiting(next)));
            html! {
            <main class="message">
                <div class="ds-alert" data-color="danger" role="alert">
                    <p>{ (texts.fetch_failed)(&address) }</p>
                    <button class="ds-button" type="button" onclick={again}>{ texts.try_again }</button>
                </div>
            </main>
            }
        }
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

async fn fetch(address: &str, attempt: u32) -> Loading {
    let Ok(response) = Request::get(address).send().await else {
        return Loading::Unreachable(attempt);
    };
    if !response.ok() {
        return Loading::Unreachable(attempt);
    }
    let Ok(json) = response.text().await else {
        return Loading::Unreachable(attempt);
    };
    match read(&json) {
        Ok(solution) => State::new(solution).map_or(Loading::Unreachable(attempt), |state| {
            Loading::Ready(Rc::new(state))
        }),
        Err(problems) => Loading::Broken(problems),
    }
}
