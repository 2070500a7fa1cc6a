//! Bokmål, in the files that a visitor takes along.

use crate::model::Curve;
use crate::text::ExportTexts;

pub const TEXTS: ExportTexts = ExportTexts {
    new_units: "Nye",
    in_service: "I drift, snitt over året",
    discount_factor: "Diskonteringsfaktor",
    replacement: |cost| format!("{cost}, utskifting"),
    residual: |cost| format!("{cost}, restverdi"),
    kroner_of: |price_year| format!("{price_year}-kroner"),

    made_with: |site| format!("Regnet ut med {site}."),
    sources: |list| format!("Kilder: {list}."),
    assumed: |count, all| match count {
        0 => format!("Alle de {all} forutsetningene bygger på kilder."),
        _ => format!("{count} av {all} forutsetninger er antakelser."),
    },
    changed: |count| match count {
        1 => "Én forutsetning er endret fra standard.".to_owned(),
        _ => format!("{count} forutsetninger er endret fra standard."),
    },

    prices_and_years: |price_year, first, last| {
        format!("{first}–{last}, i faste {price_year}-kroner")
    },
    how_sure: "Hvor sikkert er det?",
    must_hold: |question, now, limit| {
        format!(
            "«{question}» Svaret er nå {now}. For å gå i null, resten likt, må det være {limit}."
        )
    },
    claimed: "Hva er hevdet?",
    model_gives: |money, person_years| match (money, person_years) {
        (Some(money), Some(freed)) => format!(
            "Modellen gir med disse forutsetningene {money} før kostnader og {freed} i året når alt er på plass."
        ),
        (Some(money), None) => format!(
            "Modellen gir med disse forutsetningene {money} i året når alt er på plass, før kostnader."
        ),
        (None, Some(freed)) => {
            format!("Modellen gir med disse forutsetningene {freed} i året når alt er på plass.")
        }
        (None, None) => String::new(),
    },
    changes: "Endret fra standard",
    no_changes: "Ingenting: alle forutsetninger er standard.",
    curve: |curve| match curve {
        Curve::Bass => "S-kurve",
        Curve::Linear => "jevn takt",
        Curve::Drawn(_) => "tegnet kurve",
    },
    from_to: |from, to| format!("fra {from} til {to}"),
    taken_for_certain: "regnet som sikkert",
    more_changes: |count| format!("Og {count} til. Lenken viser alle."),
    grounds: "Hva bygger det på?",
    try_it: "Prøv med andre forutsetninger",
    code: "QR-kode med lenken",
};
