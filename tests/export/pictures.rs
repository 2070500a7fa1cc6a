//! Pictures of figures.

use super::{Case, LINK, SOLUTIONS, parsed, rendered, set};
use gevinstsimulator::chart::Ink;
use gevinstsimulator::export::picture::{Picture, picture};
use resvg::usvg::{Group, Node, Rect, Tree};
use std::path::Path;

fn pictures(case: &Case, link: &str) -> Vec<(String, Picture)> {
    let figures = case.figures();
    let drawn = figures.iter().map(|figure| {
        (
            figure.title.clone(),
            picture(case.context(), figure, Some(link)),
        )
    });
    drawn.collect()
}

/// Where the texts of a picture are, in the fonts of this machine.
fn text_boxes(tree: &Tree) -> Vec<Rect> {
    fn collect(group: &Group, boxes: &mut Vec<Rect>) {
        for node in group.children() {
            match node {
                Node::Group(group) => collect(group, boxes),
                Node::Text(text) => boxes.push(text.abs_bounding_box()),
                _ => {}
            }
        }
    }
    let mut boxes = Vec::new();
    collect(tree.root(), &mut boxes);
    boxes
}

#[track_caller]
fn assert_texts_inside(svg: &str, what: &str) {
    let tree = parsed(svg);
    let boxes = text_boxes(&tree);
    assert!(boxes.len() > 5, "{what}: {} texts", boxes.len());
    for text in boxes {
        let inside = text.left() >= 0.0
            && text.top() >= 0.0
            && text.right() <= tree.size().width()
            && text.bottom() <= tree.size().height();
        assert!(inside, "{what}: {text:?} in {:?}", tree.size());
    }
}

/// The share of pixels that are not white.
fn inked(svg: &str) -> f64 {
    let pixels = rendered(&parsed(svg), 680);
    let inked = pixels.pixels().iter().filter(|pixel| {
        let light = u32::from(pixel.red()) + u32::from(pixel.green()) + u32::from(pixel.blue());
        light < 3 * 250
    });
    inked.count() as f64 / pixels.pixels().len() as f64
}

#[test]
fn another_program_draws_every_figure_of_every_solution_with_all_texts_inside() {
    for id in SOLUTIONS {
        for (title, Picture { svg, .. }) in pictures(&Case::published(id), LINK) {
            let what = format!("{id}: {title}");
            assert_texts_inside(&svg, &what);
            let share = inked(&svg);
            assert!((0.02..0.6).contains(&share), "{what}: {share} is inked");
        }
    }
}

#[test]
fn a_picture_has_its_paper_with_it() {
    let case = Case::published("monitor");
    for (title, Picture { svg, .. }) in pictures(&case, LINK) {
        let pixels = rendered(&parsed(&svg), 340);
        let corner = pixels.pixel(0, 0).unwrap();
        assert_eq!(
            (corner.red(), corner.green(), corner.blue(), corner.alpha()),
            (255, 255, 255, 255),
            "{title}"
        );
    }
}

#[test]
fn a_picture_says_what_there_is_to_see_what_it_rests_on_and_where_it_is_from() {
    let case = Case::published("monitor");
    let figure = &case.figures()[1];
    let svg = picture(case.context(), figure, Some(LINK)).svg;
    for said in [
        "Kontaktløs pasientmonitor",
        &figure.title,
        &figure.subtitle,
        "Regnet ut med Gevinstsimulatoren.",
        "LUP (2024, 2025)",
        "forutsetninger er antakelser.",
        &LINK.replace('&', "&amp;"),
    ] {
        // Words are broken between lines.
        let text = svg.replace("</text>", " ");
        let text: String = text
            .split('<')
            .map(|part| part.split_once('>').map_or("", |(_, words)| words))
            .collect();
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            words(&text).contains(&words(said)),
            "«{said}» is not in {text}"
        );
    }
}

#[test]
fn a_picture_of_a_changed_scenario_says_that_it_is_changed() {
    let changed = Case::of(&super::file("monitor"), |scenario, solution| {
        set(scenario, solution, "reach", 0.5);
    });
    let svg = |case: &Case| picture(case.context(), &case.figures()[0], None).svg;
    let words = "er endret fra";
    assert!(svg(&changed).contains(words));
    assert!(!svg(&Case::published("monitor")).contains(words));
}

#[test]
fn a_long_address_is_broken_and_stays_inside() {
    let case = Case::published("monitor");
    let link = format!("https://innovativeanskaffelser.no/?{}", "W".repeat(700));
    for (title, Picture { svg, .. }) in pictures(&case, &link) {
        assert_texts_inside(&svg, &title);
        assert!(svg.matches('W').count() >= 700);
    }
}

#[test]
fn a_picture_is_as_wide_as_a_column_of_text_and_has_three_hundred_dots_an_inch() {
    let case = Case::published("monitor");
    let Picture { svg, print } = picture(case.context(), &case.figures()[0], None);
    let size = parsed(&svg).size();
    assert!((size.width() - 680.0).abs() < 0.5, "{size:?}");
    assert!((2120..=2130).contains(&print.width), "{print:?}");
    let shape = f64::from(size.width() / size.height());
    assert!((f64::from(print.width) / f64::from(print.height) - shape).abs() < 0.01);
}

#[test]
fn inks_have_on_paper_the_colours_of_the_light_theme() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/style.css");
    let style = std::fs::read_to_string(path).unwrap();
    let value = |name: &str| {
        let (_, rest) = style.split_once(name)?;
        let (value, _) = rest.split_once(';')?;
        Some(value.trim().to_owned())
    };
    let mut compared = 0;
    for ink in Ink::ALL {
        let rule = format!("[data-ink=\"{}\"] {{ --c: var(", ink.class());
        let token = value(&rule).unwrap_or_else(|| panic!("{rule} is not in the style sheet"));
        let color = value(&format!("{}:", token.trim_end_matches(')'))).unwrap();
        // The greys are the design system's, which names them by what they are for.
        if color.starts_with('#') {
            assert_eq!(ink.on_paper(), color, "{ink:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 7);
}
