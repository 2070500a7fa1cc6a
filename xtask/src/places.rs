//! Where things are in the repository.

use std::path::{Path, PathBuf};

/// The repository's top folder.
pub fn root() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// What the pages are made of, apart from the program.
pub fn www() -> PathBuf {
    root().join("www")
}

/// The finished site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// A folder of that name for unfinished things: on the same disk as `dist`, and unseen by git.
pub fn scratch(name: &str) -> PathBuf {
    root().join("target").join(name)
}
