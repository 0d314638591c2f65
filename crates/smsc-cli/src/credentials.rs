//! The credentials of the account: from a file or the environment, never from an option, because
//! the arguments of a program can be seen by every user of the machine.

use std::fmt;
use std::path::Path;

use serde::Deserialize;
use smsc_proto::request::Credentials;

use crate::failure::Failure;
use crate::lang::{fill, tr};
use crate::private;

/// The option that names the file.
const OPTION: &str = "--credentials";

/// An API key, or a login and its password. `Debug` shows none of them.
#[derive(Deserialize)]
#[serde(untagged)]
pub(crate) enum Secrets {
    ApiKey(ApiKey),
    Login(Login),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ApiKey {
    pub(crate) apikey: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Login {
    pub(crate) login: String,
    #[serde(alias = "psw")]
    pub(crate) password: String,
}

impl Secrets {
    /// Returns the credentials of a file, or else those of the environment, if there are any.
    pub(crate) fn find(file: Option<&Path>) -> Result<Option<Self>, Failure> {
        match file {
            Some(path) => Self::read(path).map(Some),
            None => Self::of_environment(|name| std::env::var(name).ok().filter(|value| !value.is_empty())),
        }
    }

    fn read(path: &Path) -> Result<Self, Failure> {
        let bytes = private::read(path, OPTION)?;
        // The errors of the parser quote the file.
        let secrets = str::from_utf8(&bytes).ok().and_then(|text| toml::from_str(text).ok());
        let expected = || tr("expected TOML: apikey = \"…\", or login = \"…\" and password = \"…\"");
        secrets.ok_or_else(|| private::invalid(OPTION, expected()))
    }

    fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Result<Option<Self>, Failure> {
        match (variable("SMSC_APIKEY"), variable("SMSC_LOGIN"), variable("SMSC_PASSWORD")) {
            (Some(apikey), ..) => Ok(Some(Self::ApiKey(ApiKey { apikey }))),
            (None, Some(login), Some(password)) => Ok(Some(Self::Login(Login { login, password }))),
            (None, None, None) => Ok(None),
            (None, is_login, _) => {
                let missing = if is_login.is_some() { "SMSC_PASSWORD" } else { "SMSC_LOGIN" };
                Err(Failure::Usage(fill("the variable {0} is not set", &[&missing])))
            }
        }
    }

    /// Returns a text without the credentials, which a server may repeat in its error.
    pub(crate) fn hidden_in(&self, text: &str) -> String {
        let secrets: &[&String] = match self {
            Self::ApiKey(ApiKey { apikey }) => &[apikey],
            Self::Login(Login { login, password }) => &[password, login],
        };
        let mut text = text.to_owned();
        for secret in secrets.iter().filter(|secret| !secret.is_empty()) {
            let encoded: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
            text = text.replace(secret.as_str(), "***").replace(&encoded, "***");
        }
        text
    }

    /// Returns the credentials for a request.
    pub(crate) fn credentials(&self) -> Credentials<'_> {
        match self {
            Self::ApiKey(ApiKey { apikey }) => Credentials::api_key(apikey),
            Self::Login(Login { login, password }) => Credentials::login(login, password),
        }
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Result<Option<String>, Failure> {
        let variable = |name: &str| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        let secrets = Secrets::of_environment(variable)?;
        Ok(secrets.map(|secrets| match secrets {
            Secrets::ApiKey(ApiKey { apikey }) => apikey,
            Secrets::Login(Login { login, password }) => format!("{login}:{password}"),
        }))
    }

    #[test]
    fn a_key_wins_and_half_a_login_is_an_error() {
        assert_eq!(of(&[("SMSC_APIKEY", "k"), ("SMSC_LOGIN", "a"), ("SMSC_PASSWORD", "b")]).unwrap().as_deref(), Some("k"));
        assert_eq!(of(&[("SMSC_LOGIN", "a"), ("SMSC_PASSWORD", "b")]).unwrap().as_deref(), Some("a:b"));
        assert_eq!(of(&[]).unwrap(), None);
        assert!(of(&[("SMSC_LOGIN", "a")]).unwrap_err().to_string().contains("SMSC_PASSWORD"));
        assert!(of(&[("SMSC_PASSWORD", "s3cret")]).unwrap_err().to_string().contains("SMSC_LOGIN"));
    }
}
