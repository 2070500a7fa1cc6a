//! The code by which others put what is seen into a page of theirs, made to their choice, and how it will look.

use super::address::whole;
use super::share::{Sharing, copied, copy_button};
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

/// What is chosen, and whether it is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Choices {
    part: &'static str,
    theme: &'static str,
    size: FrameSize,
    /// None is the page's own.
    language: Option<Language>,
    open: bool,
}

impl Choices {
    pub const USUAL: Self = Self {
        part: PARTS[0],
        theme: THEMES[0],
        size: None,
        language: None,
        open: false,
    };

    /// What the address of the frame says: the scenario, and what is chosen.
    fn pairs(self, state: &State, others: &[Pair]) -> Vec<Pair> {
        let mut link = Link::new((*state.scenario).clone());
        let file = others.iter().filter(|(name, _)| name == "file");
        link.others = file.cloned().collect();
        let chosen = [
            ("view", self.part, PARTS[0]),
            ("theme", self.theme, THEMES[0]),
        ];
        let chosen = chosen.into_iter().filter(|(_, text, usual)| text != usual);
        let owned = |(name, text, _): (&str, &str, &str)| (name.to_owned(), text.to_owned());
        link.others.extend(chosen.map(owned));
        link.pairs(&state.solution)
    }
}

/// The code, behind a line that opens it.
pub fn embed_code(language: Language, state: &State, others: &[Pair], sharing: &Sharing) -> Html {
    let chosen = sharing.embed;
    let ontoggle = sharing.choose.reform(move |event: Event| {
        let details: web_sys::Element = event.target_unchecked_into();
        let open = details.has_attribute("open");
        Choices { open, ..chosen }
    });
    html! {
        <details class="code-details" id="embed" {ontoggle}>
            <summary>{ language.further().embed }</summary>
            if chosen.open { { content(language, state, others, sharing) } }
        </details>
    }
}

fn content(language: Language, state: &State, others: &[Pair], sharing: &Sharing) -> Html {
    let (further, chosen, choose) = (language.further(), sharing.embed, &sharing.choose);
    let Some(target) = Target::here(language, chosen.language, state) else {
        return Html::default();
    };
    let parts = PARTS.into_iter().chain(figures_of(state.context(language)));
    let parts = parts.map(|part| {
        (
            (further.embed_part)(part).to_owned(),
            Choices { part, ..chosen },
        )
    });
    let themes = THEMES.map(|theme| {
        (
            (further.embed_theme)(theme).to_owned(),
            Choices { theme, ..chosen },
        )
    });
    let sizes = SIZES.map(|size| ((further.embed_size)(size), Choices { size, ..chosen }));
    let languages = Language::ALL.map(|other| {
        let name = other.texts().own_name.to_owned();
        let other = (other != language).then_some(other);
        (
            name,
            Choices {
                language: other,
                ..chosen
            },
        )
    });
    let pairs = chosen.pairs(state, others);
    let code = target.code(&pairs, chosen.size);
    let (width, height) = match chosen.size {
        Some((width, height)) => (width.to_string(), height),
        None => ("100%".to_owned(), 600),
    };
    html! {
        <div class="embed">
            { choice("embed-part", further.embed_parts, parts.collect(), chosen, choose) }
            { choice("embed-size", further.embed_sizes, sizes.into(), chosen, choose) }
            { choice("embed-language", further.embed_languages, languages.into(), chosen, choose) }
            { choice("embed-theme", further.embed_themes, themes.into(), chosen, choose) }
            <label for="embed-code">{ further.embed_code }</label>
            <textarea class="ds-input" id="embed-code" readonly=true rows="5" value={code.clone()} />
            { copy_button(&code, further.embed_copy, sharing) }
            <p class="note" role="status">{ copied(further, &code, sharing).unwrap_or(further.embed_explained) }</p>
            if !sharing.alone {
                <p>{ further.embed_preview }</p>
                <iframe src={target.frame(&pairs)} title={target.title} {width} height={height.to_string()} />
            }
        </div>
    }
}

/// A list to choose from: what each is called, and what is chosen then.
fn choice(
    id: &'static str,
    label: &'static str,
    options: Vec<(String, Choices)>,
    chosen: Choices,
    choose: &Callback<Choices>,
) -> Html {
    let (names, all): (Vec<String>, Vec<Choices>) = options.into_iter().unzip();
    let selected = all.iter().position(|choices| *choices == chosen);
    let onchange = choose.reform(move |event: Event| {
        let list: HtmlInputElement = event.target_unchecked_into();
        let place: Option<usize> = list.value().parse().ok();
        let choices = place.and_then(|place| all.get(place));
        choices.copied().unwrap_or(chosen)
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
    /// The page's own place, or of a page that was taken along the place that it was taken from, in another language if
    /// one is given; none where that is at no address that others could open.
    fn here(language: Language, other: Option<Language>, state: &State) -> Option<Self> {
        let html = document_element();
        let solution = html.get_attribute("data-solution")?;
        let site = match html.get_attribute("data-root") {
            Some(root) => {
                let here = window().location().href().ok()?;
                Url::new_with_base(&root, &here).ok()?.href()
            }
            None => {
                let page = format!("{}/{solution}/", language.code());
                let here = whole("");
                let here = here.strip_suffix("index.html").unwrap_or(&here);
                here.strip_suffix(&page)?.to_owned()
            }
        };
        let site_name = other.unwrap_or(language).texts().site_name;
        let title = match other {
            // A page knows its solution's name in its own language only.
            Some(_) => site_name.to_owned(),
            None => format!("{} – {site_name}", state.solution.name.get(language)),
        };
        site.starts_with("http").then_some(Self {
            site,
            language: other.unwrap_or(language).code(),
            solution,
            title,
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
