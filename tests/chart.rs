//! What a chart promises whatever the figures are, tried on random ones.

use gevinstsimulator::chart::{
    Axis, Bar, Bars, Bounds, Caption, Drawing, Event, Ink, Line, LineChart, Paint, PlotArea,
    Reference, Row, Shape, Sheet, Side, Size, Weight,
};
use proptest::prelude::*;

fn written(value: f64) -> String {
    format!("{value:.4}")
        .chars()
        .take(9)
        .collect::<String>()
        .replace('-', "−")
}

fn line(label: &str, ink: Ink, values: Vec<f64>) -> Line {
    let band = Some(
        values
            .iter()
            .map(|value| (value - 1.0, value + 2.0))
            .collect(),
    );
    Line {
        label: label.into(),
        ink,
        values,
        dashed: ink == Ink::Kept,
        band,
    }
}

fn draw(chart: &LineChart, width: u32, height: u32) -> Drawing {
    chart.draw(Size { width, height }, Some(0), &written)
}

fn text_boxes(drawing: &Drawing) -> Vec<(Bounds, &str)> {
    let boxes = drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Text { content, .. } => Some((shape.text_bounds()?, content.as_str())),
        Shape::Path { .. } => None,
    });
    boxes.collect()
}

#[track_caller]
fn assert_texts_apart(drawing: &Drawing) {
    let boxes = text_boxes(drawing);
    for (index, (one, text)) in boxes.iter().enumerate() {
        for (other, other_text) in &boxes[index + 1..] {
            assert!(
                !one.overlaps(*other),
                "{text:?} {one:?} is on {other_text:?} {other:?}"
            );
        }
    }
}

/// The points of a path that the room writes: absolute M, H and V, relative l, and the circle’s relative arcs.
fn points(d: &str) -> Vec<(i32, i32)> {
    let circle = d.contains('a');
    let numbers: Vec<i32> = d
        .split(|c: char| !c.is_ascii_digit() && c != '-')
        .filter_map(|number| number.parse().ok())
        .collect();
    if circle {
        let (x, y, r) = (numbers[0], numbers[1], numbers[2]);
        return vec![(x, y - r), (x + 2 * r, y + r)];
    }
    if d.contains('H') {
        return vec![(numbers[0], numbers[1]), (numbers[2], numbers[3])];
    }
    // The first is where it is; the others say how far they are from the one before.
    let mut here = (0, 0);
    numbers
        .chunks(2)
        .map(|pair| {
            here = (here.0 + pair[0], here.1 + pair[1]);
            here
        })
        .collect()
}

#[track_caller]
fn assert_all_inside(drawing: &Drawing) {
    let all = Bounds {
        left: 0,
        top: 0,
        right: drawing.width,
        bottom: drawing.height,
    };
    for (bounds, text) in text_boxes(drawing) {
        assert!(
            bounds.inside(all),
            "{text:?} at {bounds:?} is outside of {all:?}"
        );
    }
    for shape in &drawing.shapes {
        if let Shape::Path { d, .. } = shape {
            for (x, y) in points(d) {
                let inside = (0..=drawing.width).contains(&x) && (0..=drawing.height).contains(&y);
                assert!(inside, "{d} is outside of {all:?}");
            }
        }
    }
}

#[track_caller]
fn assert_well_formed(svg: &str) {
    let mut open = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "a bare > in {rest}");
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        assert!(!tag.contains('<'), "a < in the tag {tag}");
        assert_eq!(tag.matches('"').count() % 2, 0, "quotes in {tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or_default());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    for (at, _) in svg.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;"];
        assert!(
            known.iter().any(|entity| svg[at..].starts_with(entity)),
            "a bare & in {svg}"
        );
    }
}

const LABELS: [&str; 6] = [
    "Gevinst",
    "Kostnad",
    "Netto nytte, samlet over hele perioden",
    "Sykehus som virkelig bruker det hver dag",
    "Før",
    "Ein\u{a0}nokså\u{a0}lang\u{a0}merkelapp\u{a0}utan\u{a0}mellomrom",
];
const INKS: [Ink; 4] = [Ink::Benefit, Ink::Cost, Ink::Net, Ink::Kept];

/// Any finite value: everyday ones mostly, the ends of what a double can be sometimes.
fn values() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => -2_000.0..9_000.0_f64,
        1 => Just(0.0),
        1 => prop_oneof![Just(1e300), Just(-1e300), Just(1e-300), Just(f64::MAX), Just(f64::MIN_POSITIVE), Just(-7e-7)],
        1 => any::<f64>().prop_filter("finite", |value| value.is_finite()),
    ]
}

prop_compose! {
    fn charts()(
        first_year in -50..3000_i32,
        years in 1..40_usize,
        lines in 0..5_usize,
        everyday in any::<bool>(),
    )(
        lines in prop::collection::vec(
            (0..LABELS.len(), 0..INKS.len(), prop::collection::vec(if everyday { (0.0..100.0).boxed() } else { values().boxed() }, years)),
            lines,
        ),
        reference in prop::option::of((0..LABELS.len(), values())),
        event in prop::option::of((0..LABELS.len(), 0.0..1.0_f64, prop::option::of(-20.0..100.0_f64))),
        first_year in Just(first_year),
        years in Just(years),
    ) -> LineChart {
        let lines = lines.into_iter().map(|(label, ink, values)| line(LABELS[label], INKS[ink], values)).collect();
        let mut chart = LineChart::new(first_year, lines);
        chart.reference = reference.map(|(label, value)| Reference { label: LABELS[label].into(), ink: Ink::Claim, value });
        chart.event = event.map(|(label, share, value)| Event {
            label: LABELS[label].into(),
            year: f64::from(first_year) + share * (years - 1) as f64,
            value,
        });
        chart.axis = chart.fitting_axis();
        chart
    }
}

prop_compose! {
    fn bar_charts()(
        rows in prop::collection::vec((0..LABELS.len(), values(), values(), any::<bool>()), 0..7),
        stacked in any::<bool>(),
        sides in (0..LABELS.len(), 0..LABELS.len()),
    ) -> Bars {
        let bar = |value: f64| Bar { value, text: format!("{} mill. kr", written(value)) };
        let rows = rows.into_iter().map(|(label, first, second, marked)| Row {
            label: LABELS[label].into(),
            bars: [bar(first), bar(second)],
            mark: marked.then(|| bar(first / 2.0 + second / 2.0)),
        });
        let side = |label: usize, ink: Ink| Side { label: LABELS[label].into(), ink };
        Bars::new([side(sides.0, Ink::Cost), side(sides.1, Ink::Benefit)], rows.collect(), stacked)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_axis_has_room_for_all_its_values_and_for_zero(all in prop::collection::vec(values(), 0..30)) {
        let axis = Axis::covering(all.iter().copied());
        prop_assert!(axis.min() <= 0.0 && axis.max() >= 0.0 && axis.min() < axis.max());
        for value in all.iter().filter(|value| value.abs() <= Axis::LARGEST) {
            let room = Axis::SMALLEST;
            prop_assert!(*value >= axis.min() - room && *value <= axis.max() + room, "{value} {axis:?}");
        }
        prop_assert!((axis.max() - axis.min()).is_finite());
    }

    #[test]
    fn an_axis_has_two_to_seven_steps_and_zero_is_one_of_its_gridlines(all in prop::collection::vec(values(), 0..30)) {
        let axis = Axis::covering(all);
        let lines: Vec<f64> = axis.gridlines().collect();
        prop_assert!((3..=8).contains(&lines.len()), "{lines:?}");
        prop_assert!(lines.contains(&0.0));
        prop_assert_eq!(lines.first().copied(), Some(axis.min()));
        prop_assert_eq!(lines.last().copied(), Some(axis.max()));
        prop_assert!(lines.is_sorted());
    }

    #[test]
    fn an_axis_that_is_held_never_shrinks(before in prop::collection::vec(values(), 0..9), after in prop::collection::vec(values(), 0..9)) {
        let (previous, wanted) = (Axis::covering(before), Axis::covering(after));
        let held = wanted.holding(&previous);
        prop_assert!(held.min() <= previous.min() && held.max() >= previous.max());
        prop_assert!(held.min() <= wanted.min() && held.max() >= wanted.max());
        prop_assert_eq!(wanted.holding(&held), held);
    }

    #[test]
    fn no_text_of_a_line_chart_is_on_another(chart in charts(), width in 320..1920_u32, height in 160..900_u32) {
        assert_texts_apart(&draw(&chart, width, height));
    }

    #[test]
    fn nothing_of_a_line_chart_is_outside_of_the_drawing(chart in charts(), width in 320..1920_u32, height in 160..900_u32) {
        assert_all_inside(&draw(&chart, width, height));
    }

    #[test]
    fn a_frame_of_any_size_gets_a_drawing(chart in charts(), bars in bar_charts(), width in 0..50_000_u32, height in 0..50_000_u32) {
        assert_all_inside(&draw(&chart, width, height));
        assert_all_inside(&bars.draw(Size { width, height }));
    }

    #[test]
    fn the_first_year_is_at_the_left_edge_of_the_plot_and_the_last_at_the_right(chart in charts(), width in 320..1920_u32) {
        let drawing = draw(&chart, width, 300);
        let years = chart.years();
        let PlotArea { left, right, .. } = drawing.plot;
        for shape in &drawing.shapes {
            let Shape::Path { d, ink, paint: Paint::Stroke(_) | Paint::Dashed(_) } = shape else { continue };
            let whole_line = INKS.contains(ink) && years > 1;
            if whole_line {
                let points = points(d);
                prop_assert_eq!((points[0].0, points[years - 1].0), (left, right));
                for (index, (x, _)) in points.into_iter().enumerate() {
                    prop_assert_eq!(drawing.plot.index_at(f64::from(x), years), index);
                }
            }
        }
        prop_assert_eq!(drawing.plot.index_at(f64::from(left), years), 0);
        prop_assert_eq!(drawing.plot.index_at(f64::from(right), years), years.saturating_sub(1));
        prop_assert_eq!(drawing.plot.index_at(-1e9, years), 0);
    }

    #[test]
    fn the_first_and_the_last_year_are_always_written(chart in charts(), width in 320..1920_u32) {
        let drawing = draw(&chart, width, 300);
        let last = chart.first_year + chart.years() as i32 - 1;
        let bottom = drawing.plot.bottom;
        for year in [chart.first_year, last].into_iter().filter(|_| chart.years() > 0) {
            prop_assert!(text_boxes(&drawing).iter().any(|(at, text)| at.top > bottom && *text == year.to_string()));
        }
    }

    #[test]
    fn the_same_chart_is_drawn_the_same_twice(chart in charts(), bars in bar_charts(), width in 320..1920_u32) {
        prop_assert_eq!(draw(&chart, width, 300), draw(&chart.clone(), width, 300));
        let size = Size { width, height: 300 };
        prop_assert_eq!(bars.draw(size), bars.clone().draw(size));
    }

    #[test]
    fn the_text_of_a_picture_is_well_formed_whatever_the_labels_say(chart in charts(), label in "\\PC*[<&>\"']+\\PC*") {
        let mut chart = chart;
        chart.lines.push(line(&label, Ink::Net, vec![1.0, 2.0]));
        let drawing = draw(&chart, 800, 300);
        let caption = Caption { text: label.clone(), size: 12, weight: Weight::Bold, ink: Ink::Label, gap: 4, anywhere: false };
        let below = [Caption { anywhere: true, ..caption.clone() }];
        let (svg, _) = Sheet { above: &[caption], drawing: &drawing, below: &below }.to_svg(&label, &label);
        assert_well_formed(&svg);
        assert_well_formed(&drawing.to_svg_content());
    }

    #[test]
    fn no_text_of_a_chart_of_bars_is_on_another(bars in bar_charts(), width in 320..1920_u32, height in 0..900_u32) {
        assert_texts_apart(&bars.draw(Size { width, height }));
    }

    #[test]
    fn nothing_of_a_chart_of_bars_is_outside_of_the_drawing(bars in bar_charts(), width in 320..1920_u32, height in 0..900_u32) {
        assert_all_inside(&bars.draw(Size { width, height }));
    }
}

fn twenty_years(of: impl Fn(f64) -> f64) -> Vec<f64> {
    (0..20).map(|year| of(f64::from(year))).collect()
}

fn savings_and_costs() -> LineChart {
    let lines = vec![
        line("Gevinst", Ink::Benefit, twenty_years(|year| 12.0 * year)),
        line("Kostnad", Ink::Cost, twenty_years(|year| 90.0 - year)),
    ];
    LineChart::new(2026, lines)
}

fn texts(drawing: &Drawing) -> Vec<&str> {
    text_boxes(drawing)
        .into_iter()
        .map(|(_, text)| text)
        .collect()
}

#[test]
fn an_axis_counts_in_round_numbers() {
    let lines = |values: &[f64]| {
        Axis::covering(values.iter().copied())
            .gridlines()
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(&[13.3]), [0.0, 5.0, 10.0, 15.0]);
    assert_eq!(lines(&[0.27]), [0.0, 0.1, 0.2, 0.3]);
    assert_eq!(
        lines(&[-120.0, 640.0]),
        [-200.0, 0.0, 200.0, 400.0, 600.0, 800.0]
    );
    assert_eq!(lines(&[-3.0]), [-3.0, -2.0, -1.0, 0.0]);
    assert_eq!(lines(&[0.0, 0.0]), [0.0, 0.5, 1.0]);
}

#[test]
fn every_line_is_named_in_its_own_ink_and_there_is_no_legend_box() {
    for width in [320, 640, 1800] {
        let drawing = draw(&savings_and_costs(), width, 300);
        for (label, ink) in [("Gevinst", Ink::Benefit), ("Kostnad", Ink::Cost)] {
            let named = drawing.shapes.iter().filter(|shape| {
                matches!(shape, Shape::Text { content, ink: of, .. } if content == label && *of == ink)
            });
            assert_eq!(named.count(), 1, "{label} at {width}");
        }
    }
}

#[test]
fn a_narrow_drawing_keeps_most_of_its_width_for_the_data() {
    let plot = draw(&savings_and_costs(), 320, 240).plot;
    assert!(plot.right - plot.left > 2600, "{plot:?}");
}

#[test]
fn a_line_is_one_path_of_the_drawing() {
    let drawing = draw(&savings_and_costs(), 640, 300);
    let lines = drawing.shapes.iter().filter(|shape| {
        matches!(
            shape,
            Shape::Path {
                ink: Ink::Benefit,
                paint: Paint::Stroke(_),
                ..
            }
        )
    });
    assert_eq!(lines.count(), 1);
}

#[test]
fn moving_the_figures_within_the_axis_changes_no_shape_but_those_of_the_figures() {
    let before = savings_and_costs();
    let mut after = before.clone();
    for value in &mut after.lines[0].values {
        *value *= 0.9;
    }
    after.axis = after.fitting_axis().holding(&before.axis);
    let (before, after) = (draw(&before, 800, 300), draw(&after, 800, 300));
    assert_eq!(before.shapes.len(), after.shapes.len());
    assert_eq!(before.plot, after.plot);
    for (before, after) in before.shapes.iter().zip(&after.shapes) {
        let ink = match before {
            Shape::Path { ink, .. } | Shape::Text { ink, .. } => *ink,
        };
        assert!(
            ink == Ink::Benefit || before == after,
            "{before:?} became {after:?}"
        );
    }
}

#[test]
fn a_claim_is_drawn_only_where_the_axis_reaches_it() {
    let mut chart = savings_and_costs();
    let claim = |value: f64| Reference {
        label: "Påstand".into(),
        ink: Ink::Claim,
        value,
    };
    chart.reference = Some(claim(150.0));
    assert!(texts(&draw(&chart, 800, 300)).contains(&"Påstand"));
    chart.reference = Some(claim(9_000.0));
    assert!(!texts(&draw(&chart, 800, 300)).contains(&"Påstand"));
}

#[test]
fn a_selected_year_that_there_is_not_selects_nothing() {
    let (chart, size) = (
        savings_and_costs(),
        Size {
            width: 800,
            height: 300,
        },
    );
    assert_eq!(
        chart.draw(size, Some(99), &written),
        chart.draw(size, None, &written)
    );
}

#[test]
fn the_height_of_a_pointer_is_a_value_on_the_axis() {
    let chart = savings_and_costs();
    let plot = draw(&chart, 800, 300).plot;
    let value_at = |y: i32| plot.value_at(f64::from(y), &chart.axis);
    assert_eq!(value_at(plot.top), chart.axis.max());
    assert_eq!(value_at(plot.bottom), chart.axis.min());
    assert_eq!(value_at(plot.bottom + 900), chart.axis.min());
}

#[test]
fn parts_of_a_sum_on_the_same_side_of_zero_are_drawn_one_after_the_other() {
    let bar = |value: f64| Bar {
        value,
        text: String::new(),
    };
    let row = Row {
        label: "Staten".into(),
        bars: [bar(-2.0), bar(-3.0)],
        mark: Some(bar(-5.0)),
    };
    let side = |ink: Ink| Side {
        label: String::new(),
        ink,
    };
    let rectangles = |stacked: bool| {
        let bars = Bars::new(
            [side(Ink::Cost), side(Ink::Benefit)],
            vec![row.clone()],
            stacked,
        );
        let drawing = bars.draw(Size {
            width: 640,
            height: 100,
        });
        let of = |wanted: Ink| {
            drawing.shapes.iter().find_map(|shape| match shape {
                Shape::Path {
                    d,
                    ink,
                    paint: Paint::Fill,
                } if *ink == wanted => Some(points(d)),
                _ => None,
            })
        };
        (of(Ink::Cost).unwrap(), of(Ink::Benefit).unwrap())
    };
    let (first, second) = rectangles(true);
    assert_eq!(
        second[1].0, first[0].0,
        "the second ends where the first does"
    );
    let (first, second) = rectangles(false);
    assert_eq!(second[1].0, first[1].0, "both end at zero");
}
