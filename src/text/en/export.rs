//! British English, in the files that a visitor takes along.

use crate::model::Curve;
use crate::text::ExportTexts;

pub const TEXTS: ExportTexts = ExportTexts {
    new_units: "New",
    in_service: "In service, average of the year",
    discount_factor: "Discount factor",
    replacement: |cost| format!("{cost}, replacement"),
    residual: |cost| format!("{cost}, residual value"),
    kroner_of: |price_year| format!("{price_year} kroner"),

    made_with: |_| "Calculated with the Benefit Simulator.".to_owned(),
    sources: |list| format!("Sources: {list}."),
    assumed: |count, all| match count {
        0 => format!("All {all} assumptions rest on sources."),
        _ => format!("{count} of {all} figures are assumed rather than sourced."),
    },
    changed: |count| match count {
        1 => "One assumption differs from its default.".to_owned(),
        _ => format!("{count} assumptions differ from their defaults."),
    },

    prices_and_years: |price_year, first, last| {
        format!("{first}–{last}, in constant {price_year} kroner")
    },
    how_sure: "How sure is it?",
    must_hold: |question, now, limit| {
        format!(
            "“{question}” The answer now is {now}. To break even, the rest unchanged, it must be {limit}."
        )
    },
    claimed: "What is claimed?",
    model_gives: |money, person_years| match (money, person_years) {
        (Some(money), Some(freed)) => format!(
            "With these assumptions the model gives {money} before costs and {freed} a year once everything is in place."
        ),
        (Some(money), None) => format!(
            "With these assumptions the model gives {money} a year once everything is in place, before costs."
        ),
        (None, Some(freed)) => {
            format!(
                "With these assumptions the model gives {freed} a year once everything is in place."
            )
        }
        (None, None) => String::new(),
    },
    changes: "Changed from default",
    no_changes: "Nothing: all assumptions are at their defaults.",
    curve: |curve| match curve {
        Curve::Bass => "S-curve",
        Curve::Linear => "steady pace",
        Curve::Drawn(_) => "drawn curve",
    },
    from_to: |from, to| format!("from {from} to {to}"),
    taken_for_certain: "taken as certain",
    more_changes: |count| format!("And {count} more. The link shows them all."),
    grounds: "What does it rest on?",
    try_it: "Try other assumptions",
    code: "QR code with the link",
};
