//! Numbers as they are said, where their last digits are not known.

use gevinstsimulator::text::{Language, NumberStyle};
use proptest::prelude::*;

fn norwegian() -> NumberStyle {
    Language::Nb.texts().numbers
}

/// As a span's end is written: rounded, then said.
fn end(value: f64) -> String {
    let style = norwegian();
    style.rounded(style.about(value))
}

#[test]
fn the_end_of_a_span_has_two_digits_whatever_its_size() {
    for (value, said) in [
        (0.0, "0"),
        (0.004, "0"),
        (0.618, "0,62"),
        (3.07, "3,1"),
        (-3.08, "\u{2212}3,1"),
        (9.96, "10"),
        (30.9, "31"),
        (99.4, "99"),
        (99.6, "100"),
        (326.0, "330"),
        (-1_049.0, "\u{2212}1\u{202f}000"),
    ] {
        assert_eq!(end(value), said, "{value}");
    }
}

#[test]
fn a_span_of_money_is_said_in_two_digits_with_the_unit_once_where_it_is_the_same() {
    let said = |ends| norwegian().money_span(ends).join(" til ");
    assert_eq!(
        said([-876e6, 12.4e9]),
        "\u{2212}880\u{a0}mill.\u{a0}kr til 12\u{a0}mrd.\u{a0}kr"
    );
    assert_eq!(said([30.9e6, 326e6]), "31 til 330\u{a0}mill.\u{a0}kr");
}

proptest! {
    #[test]
    fn the_end_of_a_span_is_within_a_twentieth_of_what_it_rounds(value in -1e13..1e13_f64) {
        let off = (norwegian().about(value) - value).abs();
        prop_assert!(off <= (value.abs() / 19.0).max(0.005), "{off}");
    }

    #[test]
    fn a_larger_end_of_a_span_is_never_said_smaller(low in -1e4..1e4_f64, more in 0.0..10.0_f64) {
        let style = norwegian();
        prop_assert!(style.about(low) <= style.about(low + more));
    }
}
