//! Nynorsk, in the files that a visitor takes along.

use crate::model::Curve;
use crate::text::ExportTexts;

pub const TEXTS: ExportTexts = ExportTexts {
    new_units: "Nye",
    in_service: "I drift, snitt over året",
    discount_factor: "Diskonteringsfaktor",
    replacement: |cost| format!("{cost}, utskifting"),
    residual: |cost| format!("{cost}, restverdi"),
    kroner_of: |price_year| format!("{price_year}-kroner"),

    made_with: |site| format!("Rekna ut med {site}."),
    sources: |list| format!("Kjelder: {list}."),
    assumed: |count, all| match count {
        0 => format!("Alle dei {all} føresetnadene byggjer på kjelder."),
        _ => format!("{count} av {all} føresetnader er antakingar."),
    },
    changed: |count| match count {
        1 => "Éin føresetnad er endra frå standard.".to_owned(),
        _ => format!("{count} føresetnader er endra frå standard."),
    },

    prices_and_years: |price_year, first, last| {
        format!("{first}–{last}, i faste {price_year}-kroner")
    },
    how_sure: "Kor sikkert er det?",
    must_hold: |question, now, limit| {
        format!(
            "«{question}» Svaret er no {now}. For å gå i null, resten likt, må det vere {limit}."
        )
    },
    claimed: "Kva er hevda?",
    model_gives: |money, person_years| match (money, person_years) {
        (Some(money), Some(freed)) => format!(
            "Modellen gir med desse føresetnadene {money} før kostnader og {freed} i året når alt er på plass."
        ),
        (Some(money), None) => format!(
            "Modellen gir med desse føresetnadene {money} i året når alt er på plass, før kostnader."
        ),
        (None, Some(freed)) => {
            format!("Modellen gir med desse føresetnadene {freed} i året når alt er på plass.")
        }
        (None, None) => String::new(),
    },
    changes: "Endra frå standard",
    no_changes: "Ingenting: alle føresetnader er standard.",
    curve: |curve| match curve {
        Curve::Bass => "S-kurve",
        Curve::Linear => "jamn takt",
        Curve::Drawn(_) => "teikna kurve",
    },
    from_to: |from, to| format!("frå {from} til {to}"),
    taken_for_certain: "rekna som sikkert",
    more_changes: |count| format!("Og {count} til. Lenkja viser alle."),
    grounds: "Kva byggjer det på?",
    try_it: "Prøv med andre føresetnader",
    code: "QR-kode med lenkja",
};
