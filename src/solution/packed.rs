//! A solution as the site's build has read and checked it. A page that is opened gets this of its own solution, and needs
//! nothing that reads and checks files.

use super::Solution;

/// A solution in bytes, for the page that is built along with it: another version may have no use for them.
pub fn pack(solution: &Solution) -> Vec<u8> {
    borsh::to_vec(solution).expect("a solution has no figure that is not a number")
}

/// The solution in these bytes; nothing where they are not what [`pack`] wrote. It is not checked again.
pub fn unpack(bytes: &[u8]) -> Option<Solution> {
    borsh::from_slice(bytes).ok()
}
