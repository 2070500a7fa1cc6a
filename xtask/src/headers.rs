//! What a server says beside each file, as `www/hosting/nginx.conf` has it: what is served on this machine obeys the
//! same policy as what is published.

use std::fs;

use anyhow::{Context, Result, ensure};
use axum::http::{HeaderName, HeaderValue};

use crate::places;

pub type Headers = Vec<(HeaderName, HeaderValue)>;

/// The headers that are the same for every file.
pub fn of_every_file() -> Result<Headers> {
    let file = places::www().join("hosting/nginx.conf");
    let configuration =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let lines = configuration.lines();
    let headers: Vec<_> = lines
        .filter_map(|line| fixed(line).or_else(|| policy(line)))
        .collect();
    ensure!(!headers.is_empty(), "{} adds no header", file.display());
    headers
        .into_iter()
        .map(|(name, value)| Ok((name.parse()?, value.parse()?)))
        .collect()
}

/// The name and the value in `add_header Name "value" always;`.
fn fixed(line: &str) -> Option<(&str, &str)> {
    let header = line.trim().strip_prefix("add_header ")?;
    let (name, rest) = header.split_once(" \"")?;
    let (value, _) = rest.split_once('"')?;
    Some((name, value))
}

/// The policy of all but a solution as one file, in `default "value";`.
fn policy(line: &str) -> Option<(&str, &str)> {
    let value = line.trim().strip_prefix("default \"")?;
    let value = value.strip_suffix("\";")?;
    value
        .starts_with("default-src")
        .then_some(("Content-Security-Policy", value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::css::Style;
    use crate::pages::Pages;
    use crate::setup;
    use crate::site::digest;

    #[test]
    fn a_header_is_read_and_one_that_differs_by_file_is_not() {
        assert_eq!(
            fixed("    add_header Referrer-Policy \"no-referrer\" always;"),
            Some(("Referrer-Policy", "no-referrer"))
        );
        assert_eq!(fixed("    add_header Cache-Control $cache always;"), None);
    }

    #[test]
    fn the_policies_know_the_script_and_the_style_that_stand_in_the_pages() {
        setup::design_system().unwrap();
        let script = Pages::read().unwrap().first_script().unwrap();
        let style = Style::read().unwrap().first;
        let [script, style] = [script, style].map(|it| digest(it.as_bytes()));
        let known =
            format!("script-src 'self' '{script}' 'wasm-unsafe-eval'; style-src 'self' '{style}';");
        for name in ["nginx.conf", "Caddyfile"] {
            let configuration = fs::read_to_string(places::www().join("hosting").join(name));
            assert!(
                configuration.unwrap().contains(&known),
                "{name} needs {known}"
            );
        }
    }

    #[test]
    fn the_configuration_has_a_policy() {
        let headers = of_every_file().unwrap();
        let policy = |name: &HeaderName| name == "content-security-policy";
        assert!(headers.iter().any(|(name, _)| policy(name)));
    }
}
