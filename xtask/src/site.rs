//! The site under construction: a folder that takes the place of `dist/` only when all of it is there.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::places;

pub struct Site {
    folder: PathBuf,
}

impl Site {
    /// An empty site.
    pub fn begin() -> Result<Self> {
        let folder = places::scratch("dist-unfinished");
        remove(&folder)?;
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
        Ok(Self { folder })
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Adds a file whose address stays the same.
    pub fn add(&self, path: &str, content: impl AsRef<[u8]>) -> Result<()> {
        let file = self.folder.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot create {}", folder.display()))?;
        }
        fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Adds a file to `assets/` under a name that changes with its content, so that browsers may keep it for ever.
    /// Gives that name.
    pub fn add_asset(
        &self,
        stem: &str,
        extension: &str,
        content: impl AsRef<[u8]>,
    ) -> Result<String> {
        let name = format!("{stem}-{}.{extension}", fingerprint(content.as_ref()));
        self.add(&format!("assets/{name}"), content)?;
        Ok(name)
    }

    /// Puts the site in the place of the one before.
    pub fn publish(self) -> Result<()> {
        let (dist, old) = (places::dist(), places::scratch("dist-old"));
        remove(&old)?;
        match fs::rename(&dist, &old) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => fs::rename(&self.folder, &dist),
        }
        .with_context(|| {
            format!(
                "cannot move {} to {}",
                self.folder.display(),
                dist.display()
            )
        })?;
        remove(&old)
    }
}

/// The first 64 bits of the content's SHA-256, in hexadecimal.
pub fn fingerprint(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The content's SHA-256, as browsers are told it: by a policy, or by who asks for the file.
pub fn digest(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}
