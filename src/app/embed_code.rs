//! The code by which others put what is seen into a page of theirs, made to their choice, and how it will look.

use super::share::copy;
use super::state::State;
use crate::figure::figures_of;
use crate::scenario::{Link, Pair};
use crate::solution::Language;
use form_urlencoded::Serializer;
use gloo::utils::{document_element, window};
use maud::{Escaper, html as markup};
use std::fmt::Write;
use web_sys::{HtmlInputElement, Url};
use yew::prelude::*;

/// A frame's size in CSS pixels; none where it follows its content.
type FrameSize = Option<(u32, u32)>;

const SIZES: [FrameSize; 5] = [
    None,
    Some((300, 300)),
    Some((320, 480)),
    Some((600, 800)),
    Some((1000, 800)),
];
const THEMES: [&str; 3] = ["auto", "light", "dark"];
const PARTS: [&str; 3] = ["all", "controls", "headlines"];

#[derive(Properties, PartialEq)]
pub struct EmbedCodeProps {
    pub language: Language,
    pub state: State,
    /// What the page's address has beside the scenario.
    pub others: Vec<Pair>,
}

/// What is chosen, and whether it is looked at.
pub struct EmbedCode {
    part: &'static str,
    theme: &'static str,
    size: FrameSize,
    open: bool,
    copied: Option<bool>,
}

pub enum Choice {
    Part(&'static str),
    Theme(&'static str),
    Size(FrameSize),
    Open(bool),
    Copy(String),
    Copied(bool),
}

impl Component for EmbedCode {
    type Message = Choice;
    type Properties = EmbedCodeProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            part: PARTS[0],
            theme: THEMES[0],
            size: None,
            open: false,
            copied: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, choice: Choice) -> bool {
        self.copied = None;
        match choice {
            Choice::Part(part) => self.part = part,
            Choice::Theme(theme) => self.theme = theme,
            Choice::Size(size) => self.size = size,
            Choice::Open(open) => self.open = open,
            Choice::Copy(code) => copy(code, ctx.link().callback(Choice::Copied)),
            Choice::Copied(copied) => self.copied = Some(copied),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let further = ctx.props().language.further();
        let ontoggle = ctx.link().callback(|event: Event| {
            let details: web_sys::Element = event.target_unchecked_into();
            Choice::Open(details.has_attribute("open"))
        });
        html! {
            <details class="code-details" id="embed" {ontoggle}>
                <summary>{ further.embed }</summary>
                { for self.open.then(|| self.content(ctx)) }
            </details>
        }
    }
}

impl EmbedCode {
    fn content(&self, ctx: &Context<Self>) -> Html {
        let EmbedCodeProps {
            language, state, ..
        } = ctx.props();
        let further = language.further();
        let figures = figures_of(state.context(*language));
        let parts = PARTS.into_iter().chain(figures);
        let parts = parts.map(|part| (part, (further.embed_part)(part).to_owned()));
        let themes = THEMES.map(|theme| (theme, (further.embed_theme)(theme).to_owned()));
        let sizes = SIZES.map(|size| (size, (further.embed_size)(size)));
        let link = ctx.link();
        let Some(target) = Target::here(*language, state) else {
            return Html::default();
        };
        let pairs = self.pairs(ctx.props());
        let code = target.code(&pairs, self.size);
        let said = match self.copied {
            Some(true) => further.copied,
            Some(false) => further.copy_refused,
            None => further.embed_explained,
        };
        let onclick = {
            let code = code.clone();
            link.callback(move |_: MouseEvent| Choice::Copy(code.clone()))
        };
        let (width, height) = self.size.unwrap_or((0, 600));
        let width = if width == 0 {
            "100%".to_owned()
        } else {
            width.to_string()
        };
        html! {
            <div class="embed">
                { choice("embed-part", further.embed_parts, parts, self.part, link.callback(Choice::Part)) }
                { choice("embed-size", further.embed_sizes, sizes, self.size, link.callback(Choice::Size)) }
                { choice("embed-theme", further.embed_themes, themes, self.theme, link.callback(Choice::Theme)) }
                <label for="embed-code">{ further.embed_code }</label>
                <textarea class="ds-input" id="embed-code" readonly=true rows="5" value={code} />
                <button class="ds-button" data-size="sm" type="button" {onclick}>{ further.embed_copy }</button>
                <p class="note" role="status">{ said }</p>
                <p>{ further.embed_preview }</p>
                <iframe src={target.frame(&pairs)} title={target.title} {width} height={height.to_string()} />
            </div>
        }
    }

    /// What the address of the frame says: the scenario, and what is chosen here.
    fn pairs(&self, props: &EmbedCodeProps) -> Vec<Pair> {
        let mut link = Link::new((*props.state.scenario).clone());
        let file = props.others.iter().filter(|(name, _)| name == "file");
        link.others = file.cloned().collect();
        let chosen = [
            ("view", self.part, PARTS[0]),
            ("theme", self.theme, THEMES[0]),
        ];
        let chosen = chosen.into_iter().filter(|(_, text, usual)| text != usual);
        let owned = |(name, text, _): (&str, &str, &str)| (name.to_owned(), text.to_owned());
        link.others.extend(chosen.map(owned));
        link.pairs(&props.state.solution)
    }
}

/// A list to choose from.
fn choice<T: Copy + PartialEq + 'static>(
    id: &'static str,
    label: &'static str,
    options: impl IntoIterator<Item = (T, String)>,
    chosen: T,
    choose: Callback<T>,
) -> Html {
    let (values, names): (Vec<T>, Vec<String>) = options.into_iter().unzip();
    let selected = values.iter().position(|value| *value == chosen);
    let onchange = Callback::from(move |event: Event| {
        let list: HtmlInputElement = event.target_unchecked_into();
        let place: Option<usize> = list.value().parse().ok();
        if let Some(value) = place.and_then(|place| values.get(place)) {
            choose.emit(*value);
        }
    });
    html! {
        <>
            <label for={id}>{ label }</label>
            <select class="ds-input" {id} {onchange}>
                { for names.into_iter().enumerate().map(|(place, name)| html! {
                    <option value={place.to_string()} selected={selected == Some(place)}>{ name }</option>
                }) }
            </select>
        </>
    }
}

/// What the code leads to.
struct Target {
    /// The site's address.
    site: String,
    language: &'static str,
    solution: String,
    title: String,
}

impl Target {
    /// The page's own place; none where it is at no address that others could open.
    fn here(language: Language, state: &State) -> Option<Self> {
        let html = document_element();
        let here = window().location().href().ok()?;
        let root = html.get_attribute("data-root")?;
        let site = Url::new_with_base(&root, &here).ok()?.href();
        let name = state.solution.name.get(language);
        site.starts_with("http").then_some(Self {
            site,
            language: language.code(),
            solution: html.get_attribute("data-solution")?,
            title: format!("{name} – {}", language.texts().site_name),
        })
    }

    /// The address of the frame.
    fn frame(&self, pairs: &[Pair]) -> String {
        let mut query = Serializer::new(String::new());
        let query = query.extend_pairs(pairs).finish();
        let mark = if query.is_empty() { "" } else { "?" };
        let (site, language, solution) = (&self.site, self.language, &self.solution);
        format!("{site}{language}/{solution}/{mark}{query}")
    }

    fn code(&self, pairs: &[Pair], size: FrameSize) -> String {
        let Self {
            site,
            language,
            solution,
            title,
        } = self;
        let address = self.frame(pairs);
        match size {
            Some((width, height)) => markup! {
                iframe src=(address) title=(title) width=(width) height=(height) loading="lazy"
                    allow="clipboard-write; fullscreen" style="border: 0; max-width: 100%" {}
            }
            .into_string(),
            None => {
                let mut attributes = String::new();
                for (name, text) in pairs {
                    // Writing to a string never fails.
                    let _ = write!(attributes, " {name}=\"");
                    let _ = Escaper::new(&mut attributes).write_str(text);
                    attributes.push('"');
                }
                let script = markup! { script async src=(format!("{site}embed.js")) {} };
                let link = markup! { a href=(address) { (title) } };
                let (script, link) = (script.into_string(), link.into_string());
                format!(
                    "{script}\n<gevinst-simulator solution=\"{solution}\" lang=\"{language}\"{attributes}>\n  {link}\n</gevinst-simulator>"
                )
            }
        }
    }
}
