//! The stamp of refused credentials: a file that keeps later runs of the command, such as those of
//! cron, from being refused again. Five refused logins block the address for half an hour.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::path::PathBuf;

use etcetera::BaseStrategy as _;

use crate::credentials::{ApiKey, Login, Secrets};

/// The stamp of some credentials at a host.
pub(super) struct Stamp {
    /// The file. `None` on a machine without a place for it.
    path: Option<PathBuf>,
    mark: u16,
}

impl Stamp {
    /// Returns the stamp of credentials. Others, such as a corrected password, have another one.
    pub(super) fn of(host: &str, secrets: &Secrets) -> Self {
        let folder = etcetera::choose_base_strategy().ok();
        let folder = folder.map(|strategy| strategy.state_dir().unwrap_or_else(|| strategy.cache_dir()).join("smsc"));
        let mark = mark(secrets);
        let name = format!("refused-{}-{mark:04x}", host.replace(|next: char| !next.is_ascii_alphanumeric(), "-"));
        Self { path: folder.map(|folder| folder.join(name)), mark }
    }

    /// Returns a number that other credentials are unlikely to have.
    pub(super) const fn mark(&self) -> u16 {
        self.mark
    }

    /// Returns when the credentials were refused, if they were.
    pub(super) fn time(&self) -> Option<String> {
        let text = fs::read_to_string(self.path.as_ref()?).ok()?;
        Some(text.trim_end().to_owned())
    }

    /// Notes that the credentials were refused now.
    pub(super) fn set(&self) -> io::Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, jiff::Timestamp::now().strftime("%Y-%m-%d %H:%M:%SZ\n").to_string())
    }

    /// Removes the note.
    pub(super) fn clear(&self) -> io::Result<()> {
        match self.path.as_ref().map(fs::remove_file) {
            Some(Err(error)) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

/// Returns 16 bits of a hash of the credentials: enough to tell others from them, and too few to find
/// them out. With another version of the compiler the bits may be others, and the service is asked once
/// more.
fn mark(secrets: &Secrets) -> u16 {
    let mut hasher = DefaultHasher::new();
    match secrets {
        Secrets::ApiKey(ApiKey { apikey }) => apikey.hash(&mut hasher),
        Secrets::Login(Login { login, password }) => (login, password).hash(&mut hasher),
    }
    let [low, high, ..] = hasher.finish().to_le_bytes();
    u16::from_le_bytes([low, high])
}
