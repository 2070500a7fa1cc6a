//! Waiting for a change in what the site is made of.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::places;

/// An editor that saves, or a branch that is checked out, writes many files: it is done when this long nothing came.
const SETTLED: Duration = Duration::from_millis(150);

pub struct Watch {
    changes: Receiver<PathBuf>,
    /// Stops watching when dropped.
    _watcher: RecommendedWatcher,
}

impl Watch {
    /// Watches from now on.
    pub fn new() -> Result<Self> {
        let (sender, changes) = channel();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // Our own build opens and reads these files too: that is no change.
            if let Some(event) = event.ok().filter(|event| !event.kind.is_access()) {
                for path in event.paths.into_iter().filter(|path| matters(path)) {
                    // Fails only when the site is no longer served.
                    let _ = sender.send(path);
                }
            }
        })?;
        for (folder, mode) in watched() {
            watcher
                .watch(&folder, mode)
                .with_context(|| format!("cannot watch {} for changes", folder.display()))?;
        }
        Ok(Self {
            changes,
            _watcher: watcher,
        })
    }

    /// Waits until a file has changed and all is quiet again. Gives that file.
    pub fn wait(&self) -> Result<PathBuf> {
        let first = self
            .changes
            .recv()
            .context("no longer told of changed files")?;
        while self.changes.recv_timeout(SETTLED) != Err(RecvTimeoutError::Timeout) {}
        Ok(first)
    }
}

/// Folders are watched rather than files, since many editors replace a file when they save it.
fn watched() -> Vec<(PathBuf, RecursiveMode)> {
    let (root, www) = (places::root(), places::www());
    vec![
        (root.to_owned(), RecursiveMode::NonRecursive),
        (root.join("src"), RecursiveMode::Recursive),
        (www.clone(), RecursiveMode::NonRecursive),
        (www.join("hosting"), RecursiveMode::NonRecursive),
        (www.join("solutions"), RecursiveMode::Recursive),
    ]
}

fn matters(path: &Path) -> bool {
    let Ok(path) = path.strip_prefix(places::root()) else {
        return false;
    };
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    // Names such as .style.css.swp, style.css~ and 4913 are an editor's own.
    let an_editors = name.starts_with('.') || name.ends_with('~') || !name.contains('.');
    !an_editors
        && (path.starts_with("src") || path.starts_with("www") || path == Path::new("Cargo.toml"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_site_is_made_of_matters() {
        let matters = |path: &str| matters(&places::root().join(path));
        assert!(matters("src/model/costs.rs"));
        assert!(matters("www/solutions/monitor.json"));
        assert!(matters("Cargo.toml"));
        assert!(!matters("Cargo.lock"));
        assert!(!matters("dist/index.html"));
        assert!(!matters("www/.style.css.swp"));
        assert!(!matters("www/node_modules"));
    }
}
