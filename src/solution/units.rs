//! Formal units of parameters and streams.

use super::json::Json;

/// Whether the unit is a bare share, which people read as a percentage.
pub fn is_share(unit: &str) -> bool {
    unit == "1"
}

/// Whether people read the unit as a percentage: a bare share, or one of each year.
pub fn is_percent(unit: &str) -> bool {
    is_share(unit) || unit == "1/year"
}

/// Reads a scale: a number or a fraction, then optionally its unit (`1/60 h/min`).
pub(super) fn scale(text: &str) -> Option<f64> {
    let number = text.split_whitespace().next()?;
    let (above, below) = number.split_once('/').unwrap_or((number, "1"));
    let read = |text: &str| match serde_json::from_str(text) {
        Ok(Json::Number(number)) => Some(number),
        _ => None,
    };
    let value = read(above)? / read(below)?;
    (value.is_finite() && value != 0.0).then_some(value)
}
