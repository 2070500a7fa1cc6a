//! How many draws are asked for, and from which seed.

use crate::scenario::FIRST_DRAWS;
use crate::uncertainty::{MOST_DRAWS, SEED};

/// The fewest draws that say anything of P10 and P90.
const FEWEST: usize = 8;

/// What is said of how sure the results are.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct DrawsArgs {
    #[arg(
        long,
        value_name = "ANTALL",
        value_parser = count,
        allow_negative_numbers = true,
        help = format!("Si også hvor sikre tallene er: regn ut så mange ganger, med alle usikre forutsetninger trukket hver \
                        gang. Fra {FEWEST} til {MOST_DRAWS}, rundes opp til et tall som fire går opp i. Siden bruker \
                        {FIRST_DRAWS}, og {MOST_DRAWS} når den får tid")
    )]
    pub draws: Option<usize>,
    #[arg(
        long,
        value_name = "TALL",
        value_parser = seed,
        allow_negative_numbers = true,
        requires = "draws",
        help = format!("Trekk andre tall: samme frø gir samme trekninger. Uten dette valget: {SEED}, som på siden")
    )]
    pub seed: Option<u32>,
}

fn count(text: &str) -> Result<usize, String> {
    let count = text.parse().ok();
    count
        .filter(|count| (FEWEST..=MOST_DRAWS).contains(count))
        .ok_or_else(|| must_be(FEWEST, MOST_DRAWS))
}

fn seed(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| must_be(0, u32::MAX))
}

fn must_be(least: impl std::fmt::Display, most: impl std::fmt::Display) -> String {
    format!("Det må være et helt tall fra {least} til {most}")
}
