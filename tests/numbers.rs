//! Numbers as they are said, where their last digits are not known.

use gevinstsimulator::text::{Language, NumberStyle};
use proptest::prelude::*;

fn norwegian() -> NumberStyle {
    Language::Nb.texts().numbers
}

#[test]
fn both_ends_of_a_span_are_rounded_to_a_step_that_goes_ten_times_into_it_or_a_little_more_often() {
    for (ends, said) in [
        ([30.9, 212.0], [30.0, 210.0]),
        ([-876.0, 12_400.0], [-1_000.0, 12_000.0]),
        ([3.07, 9.96], [3.0, 10.0]),
        ([4.3, 22.9], [4.0, 23.0]),
        ([4.3, 28.9], [4.0, 28.0]),
        ([-4.0, 99.0], [0.0, 100.0]),
        ([-4.0, 95.0], [-5.0, 95.0]),
        // Three digits of the larger end, and hundredths, are the most.
        ([1_234.0, 1_239.0], [1_230.0, 1_240.0]),
        ([0.012, 0.018], [0.01, 0.02]),
        ([0.0, 0.0], [0.0, 0.0]),
    ] {
        let rounded = norwegian().span(ends, 0.01);
        for (rounded, said) in rounded.into_iter().zip(said) {
            assert!(
                (rounded - said).abs() < 1e-9,
                "{ends:?}: {rounded}, not {said}"
            );
        }
    }
}

#[test]
fn what_is_written_in_whole_numbers_is_not_rounded_to_halves_before() {
    assert_eq!(norwegian().span([3.3, 8.6], 1.0), [3.0, 9.0]);
    assert_eq!(norwegian().span([120_000.0, 930_000.0], 1e5), [1e5, 9e5]);
    assert_eq!(
        norwegian().money_span([1.0, 9.3]).join(" til "),
        "1 til 9\u{a0}kr"
    );
}

#[test]
fn a_span_of_money_is_said_in_the_unit_of_its_larger_end_once() {
    for (ends, said) in [
        ([-876e6, 8.24e9], "\u{2212}1 til 8\u{a0}mrd.\u{a0}kr"),
        ([-876e6, 12.4e9], "\u{2212}1 til 12\u{a0}mrd.\u{a0}kr"),
        ([30.9e6, 326e6], "40 til 320\u{a0}mill.\u{a0}kr"),
        ([3e6, 326e6], "0 til 320\u{a0}mill.\u{a0}kr"),
        ([-7.6e9, -30e6], "\u{2212}7,5 til 0\u{a0}mrd.\u{a0}kr"),
        (
            [1_240.0, 45_600.0],
            "2\u{202f}000 til 46\u{202f}000\u{a0}kr",
        ),
    ] {
        assert_eq!(norwegian().money_span(ends).join(" til "), said);
    }
}

proptest! {
    #[test]
    fn the_end_of_a_span_is_off_by_less_than_a_twentieth_of_the_span_or_the_third_digit(
        low in -1e13..1e13_f64,
        high in -1e13..1e13_f64,
        finest in prop::sample::select(vec![0.01, 1.0, 1e5, 1e12]),
    ) {
        let most = ((high - low).abs() / 20.0).max(low.abs().max(high.abs()) / 200.0).max(finest / 2.0);
        for (rounded, end) in norwegian().span([low, high], finest).into_iter().zip([low, high]) {
            prop_assert!((rounded - end).abs() <= most * (1.0 + 1e-9), "{rounded} for {end}");
        }
    }

    #[test]
    fn a_larger_end_of_a_span_is_never_said_smaller(low in -1e4..1e4_f64, more in 0.0..10.0_f64) {
        let [from, to] = norwegian().span([low, low + more], 0.01);
        prop_assert!(from <= to, "{from} to {to}");
    }
}
