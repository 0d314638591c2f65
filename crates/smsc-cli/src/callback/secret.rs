//! The secret of a handler: from a file or the environment, never from an option.

use std::path::Path;

use crate::failure::Failure;
use crate::lang::tr;
use crate::private;

const OPTION: &str = "--secret-file";

/// The bytes of a secret. There is no `Debug` output of it.
pub(super) struct OwnedSecret(Vec<u8>);

impl OwnedSecret {
    /// Returns the secret in a file, or else that of the environment. Fails if there is none.
    ///
    /// A line end at the end of the file is that of an editor. All bytes of the variable count.
    pub(super) fn find(file: Option<&Path>) -> Result<Self, Failure> {
        if let Some(path) = file {
            let bytes = private::read(path, OPTION)?;
            let line = bytes.strip_suffix(b"\n").map_or(&*bytes, |line| line.strip_suffix(b"\r").unwrap_or(line));
            return if line.is_empty() { Err(private::invalid(OPTION, tr("it is empty"))) } else { Ok(Self(line.to_vec())) };
        }
        let variable = std::env::var_os("SMSC_CALLBACK_SECRET").filter(|value| !value.is_empty());
        let expected = "no secret: pass --secret-file FILE, or set SMSC_CALLBACK_SECRET; to read without one, pass --unverified";
        variable.map(|value| Self(value.into_encoded_bytes())).ok_or_else(|| Failure::Usage(tr(expected).to_owned()))
    }

    /// Returns the secret for a verification.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.0
    }
}
