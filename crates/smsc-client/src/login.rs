//! The credentials of an account, kept as secrets.

use std::fmt;

use smsc_proto::request::Credentials;
use zeroize::Zeroizing;

/// The credentials of an account: an API key, or a login with its password.
///
/// Their memory is overwritten when they are dropped, and `Debug` shows nothing of them.
///
/// ```
/// let login = smsc_client::Login::password("user", "secret");
/// assert_eq!(format!("{login:?}"), "Login(..)");
/// ```
#[derive(Clone)]
pub struct Login(Kind);

#[derive(Clone)]
enum Kind {
    ApiKey(Zeroizing<String>),
    Password { login: Zeroizing<String>, psw: Zeroizing<String> },
}

impl Login {
    /// Creates credentials of an API key, which needs no login.
    #[must_use]
    pub fn api_key(key: impl Into<String>) -> Self {
        Self(Kind::ApiKey(Zeroizing::new(key.into())))
    }

    /// Creates credentials of a login and its password, or the lower-case hexadecimal MD5 of the
    /// password, which is as secret.
    #[must_use]
    pub fn password(login: impl Into<String>, psw: impl Into<String>) -> Self {
        Self(Kind::Password { login: Zeroizing::new(login.into()), psw: Zeroizing::new(psw.into()) })
    }

    /// Returns the credentials as requests need them.
    pub(crate) fn credentials(&self) -> Credentials<'_> {
        match &self.0 {
            Kind::ApiKey(key) => Credentials::api_key(key),
            Kind::Password { login, psw } => Credentials::login(login, psw),
        }
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(..)")
    }
}
