//! What a page has of its solution is the solution that was read from its file, to the last bit.

use std::fs;
use std::path::Path;

use gevinstsimulator::solution::{self, Solution, pack, unpack};
use proptest::prelude::*;

fn published() -> Vec<Solution> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/solutions");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    files
        .filter(|path| solution::is_solution_file(&path.to_string_lossy()))
        .map(|path| solution::read(&fs::read_to_string(path).unwrap()).unwrap())
        .collect()
}

#[test]
fn a_solution_that_was_packed_is_the_same_when_it_is_unpacked() {
    let published = published();
    assert!(published.len() > 1);
    for solution in published {
        assert_eq!(unpack(&pack(&solution)).as_ref(), Some(&solution));
    }
}

#[test]
fn what_is_no_packed_solution_is_none() {
    let packed = pack(&published()[0]);
    for bytes in [
        &b""[..],
        b"<!doctype html><title>Logg inn</title>",
        &packed[..packed.len() - 1],
        &[&packed[..], &[0]].concat(),
    ] {
        assert_eq!(unpack(bytes), None);
    }
}

proptest! {
    #[test]
    fn damage_is_survived(place in 0..18_000_usize, bits in 1..=255_u8) {
        let mut packed = pack(&published()[0]);
        let place = place % packed.len();
        packed[place] ^= bits;
        unpack(&packed);
    }
}
