//! What a page says to those who paste its address: oEmbed, which WordPress and others ask for.
//!
//! A static file answers every question. The address of the site must be known, since what is pasted elsewhere leads
//! back by it: `cargo xtask dist --url`.

use anyhow::{Result, ensure};
use minijinja::HtmlEscape;
use serde_json::json;

use crate::catalogue::{Edition, Entry};
use crate::preview::{self, Previews};

/// The frame's size where the other site says nothing of it, in CSS pixels.
const WIDTH: u32 = 600;
const HEIGHT: u32 = 800;

/// How long others may keep the answer, in seconds.
const KEEP: u32 = 24 * 60 * 60;

/// Where the site will be, with a slash at its end.
pub struct Address(String);

impl Address {
    pub fn read(text: &str) -> Result<Self> {
        ensure!(
            text.starts_with("https://") || text.starts_with("http://"),
            "--url wants the whole address of the site, such as https://simulator.example/"
        );
        ensure!(
            !text.contains(['?', '#', '&', '<', '>', '"', '\'', ' ']),
            "--url wants the plain address of a folder, not {text}"
        );
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }

    pub fn root(&self) -> &str {
        &self.0
    }

    /// The address of a solution's page. There is nothing to escape in it.
    pub fn page(&self, edition: &Edition, solution: &Entry) -> String {
        format!("{}{}/{}/", self.0, edition.code, solution.id)
    }
}

/// Where the answer about a page is, from the page.
pub const FILE: &str = "oembed.json";

/// What is to be put in the place of a solution's address.
pub fn answer(address: &Address, edition: &Edition, solution: &Entry) -> String {
    let page = address.page(edition, solution);
    let title = format!("{} – {}", solution.name, edition.site_name);
    let said = HtmlEscape(&title);
    // WordPress has the frame follow its content only where such a quotation stands before it.
    let html = format!(
        "<blockquote class=\"wp-embedded-content\"><a href=\"{page}\">{said}</a></blockquote>\
         <iframe class=\"wp-embedded-content\" src=\"{page}\" title=\"{said}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" frameborder=\"0\"></iframe>"
    );
    let [picture_width, picture_height] = Previews::size();
    json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": edition.site_name,
        "provider_url": address.0,
        "title": title,
        "width": WIDTH,
        "height": HEIGHT,
        "html": html,
        "thumbnail_url": format!("{page}{}", preview::FILE),
        "thumbnail_width": picture_width,
        "thumbnail_height": picture_height,
        "cache_age": KEEP,
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{editions, files};
    use serde_json::Value;

    #[test]
    fn each_solution_is_answered_in_each_language() {
        let address = Address::read("https://a.example/").unwrap();
        for edition in editions(&files().unwrap()).unwrap() {
            for solution in &edition.solutions {
                let said: Value =
                    serde_json::from_str(&answer(&address, &edition, solution)).unwrap();
                let page = format!("https://a.example/{}/{}/", edition.code, solution.id);
                let html = said["html"].as_str().unwrap();
                assert!(html.contains(&format!(
                    "<iframe class=\"wp-embedded-content\" src=\"{page}\""
                )));
                assert!(said["title"].as_str().unwrap().starts_with(&solution.name));
            }
        }
    }

    #[track_caller]
    fn refused(text: &str) {
        assert!(Address::read(text).is_err(), "{text} is taken");
    }

    #[test]
    fn the_address_has_one_slash_at_its_end() {
        for text in [
            "https://a.example/sim",
            "https://a.example/sim/",
            "https://a.example/sim//",
        ] {
            assert_eq!(Address::read(text).unwrap().0, "https://a.example/sim/");
        }
    }

    #[test]
    fn what_is_no_whole_address_of_a_site_is_refused() {
        for text in [
            "",
            "a.example",
            "/sim/",
            "ftp://a.example/",
            "https://a.example/?x=1",
            "https://a.example/#x",
        ] {
            refused(text);
        }
    }
}
