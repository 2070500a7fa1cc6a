//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    gevinstsimulator::cli::main()
}
