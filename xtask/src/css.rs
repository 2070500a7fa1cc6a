//! The style sheets: `www/style.css` and `www/further.css`, each with all that it imports, in one file.

use std::collections::HashSet;
use std::convert::Infallible;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::declaration::DeclarationBlock;
use lightningcss::properties::Property;
use lightningcss::properties::custom::CustomPropertyName;
use lightningcss::rules::CssRule;
use lightningcss::selector::{Component, Selector};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use lightningcss::visit_types;
use lightningcss::visitor::{Visit, VisitTypes, Visitor};
use parcel_selectors::attr::AttrSelectorOperator;

use crate::places;

/// The style of the site, bundled and minified.
pub struct Style {
    /// Of what is seen first.
    pub first: String,
    pub further: String,
}

impl Style {
    pub fn read() -> Result<Self> {
        let further = bundle("further.css", "")?;
        Ok(Self {
            first: bundle("style.css", &further)?,
            further,
        })
    }
}

/// Bundles and minifies a style sheet of `www/`; `after` is one that comes after it, and uses its properties.
fn bundle(name: &str, after: &str) -> Result<String> {
    let path = places::www().join(name);
    let files = FileProvider::new();
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(&path)
        .map_err(|error| anyhow!("{}: {error}", path.display()))?;
    leave_out_what_cannot_match(&mut sheet)?;
    leave_out_unused_properties(&mut sheet, after)?;
    let targets = targets();
    sheet
        .minify(MinifyOptions {
            targets,
            ..MinifyOptions::default()
        })
        .map_err(|error| anyhow!("{}: {error}", path.display()))?;
    let options = PrinterOptions {
        minify: true,
        targets,
        ..PrinterOptions::default()
    };
    let printed = sheet
        .to_css(options)
        .map_err(|error| anyhow!("{}: {error}", path.display()))?;
    Ok(printed.code)
}

/// Leaves out rules for classes and attributes that neither the pages nor the program ever name: the design system
/// has many more components than the page uses, and variants of each.
fn leave_out_what_cannot_match(sheet: &mut StyleSheet) -> Result<()> {
    let mut matching = Matching {
        sources: sources()?,
    };
    let Ok(()) = sheet.visit(&mut matching);
    Ok(())
}

/// All that can name a class or an attribute's value. The command line has no elements.
fn sources() -> Result<String> {
    let mut sources = String::new();
    let mut folders = vec![places::root().join("src")];
    let mut files = templates()?;
    while let Some(folder) = folders.pop() {
        for entry in
            fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?
        {
            let path = entry?.path();
            if path.ends_with("src/cli") {
                continue;
            }
            let list = if path.is_dir() {
                &mut folders
            } else {
                &mut files
            };
            list.push(path);
        }
    }
    for file in files {
        let text =
            fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let is_code = |line: &&str| !line.trim_start().starts_with("//");
        sources.extend(text.split_inclusive('\n').filter(is_code));
    }
    Ok(sources)
}

/// The pages and their scripts.
fn templates() -> Result<Vec<PathBuf>> {
    let mut templates = Vec::new();
    for entry in fs::read_dir(places::www())? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|it| it == "html" || it == "js")
        {
            templates.push(path);
        }
    }
    Ok(templates)
}

struct Matching {
    sources: String,
}

impl Matching {
    /// Whether an element of the page could match the selector.
    fn can_match(&self, selector: &Selector) -> bool {
        selector
            .iter_raw_match_order()
            .all(|component| match component {
                Component::Class(name) => self.sources.contains(name.0.as_ref()),
                Component::LocalName(name) => self.has_element(name.lower_name.0.as_ref()),
                Component::AttributeInNoNamespaceExists { local_name, .. } => {
                    self.names("", local_name.0.as_ref())
                }
                Component::AttributeInNoNamespace {
                    local_name,
                    operator: AttrSelectorOperator::Equal,
                    value,
                    ..
                } => {
                    local_name.0.as_ref() == "data-color-scheme"
                        || self.names("\"", &format!("{}\"", value.0))
                }
                Component::Is(any) | Component::Where(any) => {
                    any.iter().any(|selector| self.can_match(selector))
                }
                _ => true,
            })
    }

    /// Whether there is such an element: in a page or a component, or in what maud makes.
    fn has_element(&self, name: &str) -> bool {
        let spaced = |after| self.names(" ", &format!("{name}{after}"));
        self.names("<", name) || spaced(" ") || spaced(".")
    }

    fn names(&self, before: &str, name: &str) -> bool {
        self.sources.contains(&format!("{before}{name}"))
    }
}

impl<'i> Visitor<'i> for Matching {
    type Error = Infallible;

    fn visit_types(&self) -> VisitTypes {
        visit_types!(RULES)
    }

    fn visit_rule(&mut self, rule: &mut CssRule<'i>) -> Result<(), Infallible> {
        rule.visit_children(self)?;
        let selectors = match rule {
            CssRule::Style(style) => &mut style.selectors,
            CssRule::Nesting(nesting) => &mut nesting.style.selectors,
            _ => return Ok(()),
        };
        selectors.0.retain(|selector| self.can_match(selector));
        if selectors.0.is_empty() {
            *rule = CssRule::Ignored;
        }
        Ok(())
    }
}

/// Leaves out custom properties that nothing uses, until all that are left are used: of the design system's tokens
/// the page needs a third.
fn leave_out_unused_properties(sheet: &mut StyleSheet, after: &str) -> Result<()> {
    loop {
        let printed = sheet.to_css(PrinterOptions::default())?.code + after;
        let mut tidy = Tidy {
            used: used_properties(&printed),
            removed: 0,
        };
        let Ok(()) = sheet.visit(&mut tidy);
        if tidy.removed == 0 {
            return Ok(());
        }
    }
}

/// The names in all `var(--name …)`.
fn used_properties(css: &str) -> HashSet<String> {
    css.split("var(")
        .skip(1)
        .map(|after| {
            let name = after.trim_start().split([',', ')', ' ', '\n']).next();
            name.unwrap_or_default().to_owned()
        })
        .collect()
}

struct Tidy {
    used: HashSet<String>,
    removed: usize,
}

impl<'i> Visitor<'i> for Tidy {
    type Error = Infallible;

    fn visit_types(&self) -> VisitTypes {
        visit_types!(PROPERTIES)
    }

    fn visit_declaration_block(
        &mut self,
        block: &mut DeclarationBlock<'i>,
    ) -> Result<(), Infallible> {
        let before = block.declarations.len();
        block.declarations.retain(|property| match property {
            Property::Custom(custom) => match &custom.name {
                CustomPropertyName::Custom(name) => self.used.contains(name.0.as_ref()),
                CustomPropertyName::Unknown(_) => true,
            },
            _ => true,
        });
        self.removed += before - block.declarations.len();
        Ok(())
    }
}

/// The browsers of early 2023 and later: what the design system itself supports.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    Targets::from(Browsers {
        chrome: version(111, 0),
        edge: version(111, 0),
        firefox: version(113, 0),
        safari: version(16, 4),
        ios_saf: version(16, 4),
        samsung: version(22, 0),
        ..Browsers::default()
    })
}
