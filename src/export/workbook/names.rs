//! Names for cells: a parameter's cell is called what the parameter is, so that a formula can be read.

/// Names that a spreadsheet accepts, each given once.
#[derive(Default)]
pub struct Names(Vec<String>);

impl Names {
    /// The id as a name, with as many underscores after it as it takes to be legal and new.
    pub fn give(&mut self, id: &str) -> String {
        let legal = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let mut name: String = id
            .chars()
            .map(|letter| if legal(letter) { letter } else { '_' })
            .collect();
        if !name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') {
            name.insert(0, '_');
        }
        // Names that differ in capitals only are the same.
        while looks_like_a_cell(&name)
            || self.0.iter().any(|other| other.eq_ignore_ascii_case(&name))
        {
            name.push('_');
        }
        self.0.push(name.clone());
        name
    }
}

/// Whether a spreadsheet would take the name for a cell, by either way of naming cells (`AB12`, `R1C2`), or for a
/// truth value.
fn looks_like_a_cell(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let column = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let by_letters = (1..=3).contains(&column) && column < name.len() && digits(&name[column..]);
    let by_numbers = match (name.strip_prefix('R'), name.strip_prefix('C')) {
        (Some(row), _) => row
            .split_once('C')
            .map_or(digits(row), |(row, column)| digits(row) && digits(column)),
        (_, Some(column)) => digits(column),
        _ => false,
    };
    by_letters || by_numbers || ["TRUE", "FALSE"].contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[track_caller]
    fn gives(ids: &[&str], expected: &[&str]) {
        let mut names = Names::default();
        let given: Vec<String> = ids.iter().map(|id| names.give(id)).collect();
        assert_eq!(given, expected);
    }

    #[test]
    fn a_parameter_keeps_its_id_where_that_is_a_legal_name() {
        gives(
            &["reach", "discount_rate_after_40", "calls2024x"],
            &["reach", "discount_rate_after_40", "calls2024x"],
        );
    }

    #[test]
    fn what_would_be_taken_for_a_cell_or_a_truth_value_gets_an_underscore() {
        gives(
            &["co2", "r", "C", "r1c1", "rc", "true", "abcd1"],
            &["co2_", "r_", "C_", "r1c1_", "rc_", "true_", "abcd1"],
        );
    }

    #[test]
    fn signs_and_names_that_are_taken_give_way() {
        gives(
            &["bed-days", "bed_days", "Bed_Days", "3d"],
            &["bed_days", "bed_days_", "Bed_Days__", "_3d"],
        );
    }
}
