//! The credentials of an account.

use core::fmt;

use crate::request::error::RequestError;
use crate::request::form::Form;

/// The credentials of an account: an API key, or a login with a password.
///
/// They are borrowed, and `Debug` shows neither.
///
/// ```
/// use smsc_proto::request::Credentials;
///
/// let credentials = Credentials::login("user", "secret");
/// assert_eq!(format!("{credentials:?}"), "Credentials(..)");
/// ```
#[derive(Clone, Copy)]
pub struct Credentials<'c>(Kind<'c>);

#[derive(Clone, Copy)]
enum Kind<'c> {
    ApiKey(&'c str),
    Login { login: &'c str, psw: &'c str },
}

/// The text in the place of a secret.
const MASK: &str = "***";

impl<'c> Credentials<'c> {
    /// Creates credentials of an API key, which needs no login (`apikey`).
    #[must_use]
    pub const fn api_key(key: &'c str) -> Self {
        Self(Kind::ApiKey(key))
    }

    /// Creates credentials of a login and its password, or the lower-case hexadecimal MD5 of the
    /// password, which the service accepts as well and which is therefore as secret (`login`,
    /// `psw`).
    #[must_use]
    pub const fn login(login: &'c str, psw: &'c str) -> Self {
        Self(Kind::Login { login, psw })
    }

    /// Returns credentials of the same kind that are only good to be shown: `***` in the place of
    /// each value.
    #[must_use]
    pub const fn masked(&self) -> Credentials<'static> {
        match self.0 {
            Kind::ApiKey(_) => Credentials::api_key(MASK),
            Kind::Login { .. } => Credentials::login(MASK, MASK),
        }
    }

    pub(crate) fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        let values = match self.0 {
            Kind::ApiKey(key) => [Some(("apikey", key, "a key of the account")), None],
            Kind::Login { login, psw } => {
                [Some(("login", login, "the login of the account")), Some(("psw", psw, "the password of the account"))]
            }
        };
        for (name, value, expected) in values.into_iter().flatten() {
            if value.is_empty() {
                return Err(RequestError::missing(name, expected));
            }
            if value.chars().any(char::is_control) {
                return Err(RequestError::invalid(name, "a value without line breaks and other control characters"));
            }
            form.parameter(name, value)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Credentials<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(..)")
    }
}
