//! What the search for bad input has found worth keeping is read without harm, and so is what an attacker would try first.

use std::fs;
use std::path::Path;

use fuzz::TARGETS;
use gevinstsimulator::solution::{pack, read, unpack};

#[test]
fn everything_in_the_corpus_is_read_without_harm() {
    for (name, read) in TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("corpus")
            .join(name);
        let entries: Vec<_> = fs::read_dir(&folder).expect("a corpus").collect();
        assert!(!entries.is_empty(), "{name} has no corpus");
        for entry in entries {
            let path = entry.expect("a file").path();
            println!("{}", path.display());
            read(&fs::read(&path).expect("a file"));
        }
    }
}

#[test]
fn a_solution_file_that_is_nested_as_deep_as_it_is_long_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let depth = 900_000 / (open.len() + close.len());
        fuzz::solution((open.repeat(depth) + &close.repeat(depth)).as_bytes());
        fuzz::solution(open.repeat(depth).as_bytes());
    }
}

#[test]
fn every_number_of_a_solution_file_can_be_beyond_all_bounds() {
    let file = include_str!("../../../www/solutions/monitor.json");
    let numbers: Vec<(usize, &str)> = file
        .match_indices(|c: char| c.is_ascii_digit())
        .filter(|(at, _)| file[..*at].ends_with([' ', '[']))
        .collect();
    assert!(numbers.len() > 50);
    for (at, _) in numbers {
        let rest = file[at..].trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        for number in [
            "1e308",
            "-1e308",
            "1e-308",
            "1e999",
            "-0",
            "0",
            "18446744073709551615",
        ] {
            fuzz::solution([&file[..at], number, rest].concat().as_bytes());
        }
    }
}

#[test]
fn a_message_and_an_address_of_a_hundred_kilobytes_do_no_harm() {
    for piece in [
        "reach=0.5&",
        "with.reach=1e999&",
        "curve=0.1+0.2+&",
        "%ff",
        "&&&&&",
        "=",
        "certain=reach+",
    ] {
        let long = piece.repeat(100_000 / piece.len());
        fuzz::link(long.as_bytes());
        fuzz::message(format!("{long}\n{long}").as_bytes());
    }
}

#[test]
fn the_search_in_packed_solutions_begins_with_one_that_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/packed");
    let monitor = read(include_str!("../../../www/solutions/monitor.json")).expect("ours");
    let bytes = fs::read(folder.join("monitor.bin")).unwrap_or_default();
    let now = Path::new(env!("CARGO_TARGET_TMPDIR")).join("monitor.bin");
    fs::write(&now, pack(&monitor)).expect("a file");
    assert!(
        unpack(&bytes).is_some(),
        "a solution is packed otherwise now: take {}",
        now.display()
    );
}
