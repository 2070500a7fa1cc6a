//! Compiled for the browser it exports [`every_figure`].

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// All figures of the solution in a file, or what is wrong with it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn every_figure(file: &str) -> String {
    every_figure::every_figure(file).unwrap_or_else(|problems| problems)
}

#[cfg(target_arch = "wasm32")]
fn main() {}

/// Run natively it prints them: `cargo run --package every_figure < www/solutions/monitor.json`.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::io::read_to_string(std::io::stdin())?;
    print!("{}", every_figure::every_figure(&file)?);
    Ok(())
}
