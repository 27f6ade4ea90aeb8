//! Files and folders that are written beside what they replace, so that it stays until they are whole.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A path to write to. Dropped before it is [`put`](Self::put) in its place, what was written is removed.
pub(super) struct Staged {
    path: PathBuf,
    target: PathBuf,
}

impl Staged {
    pub(super) fn new(target: &Path) -> io::Result<Self> {
        // Written through a link, as if opened.
        let target = target.canonicalize().unwrap_or_else(|_| target.to_owned());
        let path = beside(&target, "part")?;
        Ok(Staged { path, target })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Takes the place of what is there: a file that of a file, a folder that of a folder. The caller has looked into the
    /// folder, and knows that it may go.
    pub(super) fn put(self) -> io::Result<()> {
        if !(self.path.is_dir() && self.target.is_dir()) {
            return std::fs::rename(&self.path, &self.target);
        }
        let old = beside(&self.target, "old")?;
        std::fs::rename(&self.target, &old)?;
        if let Err(error) = std::fs::rename(&self.path, &self.target) {
            std::fs::rename(&old, &self.target)?;
            return Err(error);
        }
        std::fs::remove_dir_all(old)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        // What cannot be removed stays: the error that has led here matters more.
        let _ = if self.path.is_dir() {
            std::fs::remove_dir_all(&self.path)
        } else {
            std::fs::remove_file(&self.path)
        };
    }
}

/// A path in the same folder that nobody else has.
fn beside(target: &Path, ending: &str) -> io::Result<PathBuf> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let Some(name) = target.file_name() else {
        return Err(io::Error::other("it has no name"));
    };
    let (process, number) = (std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let mut own = std::ffi::OsString::from(".");
    own.push(name);
    own.push(format!(".{process}-{number}.{ending}"));
    Ok(target.with_file_name(own))
}
