//! How wide an element is, so that a chart can be drawn to fit.

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Until the element is measured: a phone.
const FIRST: usize = 340;

/// The width of the element in CSS pixels, followed as the window changes. An element that is not shown has
/// no width; the last one it had stays.
#[hook]
pub fn use_width(element: NodeRef) -> u32 {
    let width = use_state_eq(|| None::<usize>);
    let setter = width.setter();
    use_effect_with(element, move |element| {
        let measure = {
            let element = element.clone();
            move || {
                let measured = element
                    .cast::<HtmlElement>()
                    .map_or(0, |e| e.client_width());
                if measured > 0 {
                    setter.set(Some(measured as usize));
                }
            }
        };
        measure();
        let listener = EventListener::new(&window(), "resize", move |_| measure());
        move || drop(listener)
    });
    width.unwrap_or(FIRST) as u32
}
