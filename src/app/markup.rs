//! What nobody clicks: text that the browser reads as it is. It weighs a quarter of the same in components, and a change
//! of it replaces it as a whole. What is inserted is escaped, by maud.

use maud::Markup;
use yew::Html;

/// The text among components.
pub fn raw(text: Markup) -> Html {
    Html::from_html_unchecked(text.into_string().into())
}
