//! The configuration: `smsc/config.toml` in the user's folder of configurations.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use etcetera::BaseStrategy as _;
use serde::Deserialize;

use crate::credentials::{ApiKey, Login, Secrets};
use crate::defaults::Defaults;
use crate::failure::Failure;
use crate::lang::{fill, tr};
use crate::private;
use crate::shell::of_shell;

/// The configuration. It can have secrets, so that there is no `Debug` output of it.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Config {
    apikey: Option<String>,
    login: Option<String>,
    #[serde(alias = "psw")]
    password: Option<String>,
    /// The command whose first line of output is the password, or the API key if there is no login.
    password_command: Option<String>,
    pub(crate) host: Option<String>,
    pub(crate) plain_http: bool,
    pub(crate) cacert: Option<PathBuf>,
    pub(crate) confirm: Confirm,
    pub(crate) reply: Defaults,
    #[serde(skip)]
    path: PathBuf,
}

/// The greatest message that is sent without a question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Confirm {
    pub(crate) recipients: usize,
    /// In the currency of the account.
    pub(crate) price: f64,
}

impl Default for Confirm {
    fn default() -> Self {
        Self { recipients: 10, price: 100.0 }
    }
}

impl Config {
    /// Reads the configuration. Without a file, it is empty.
    pub(crate) fn read() -> Result<Self, Failure> {
        // Without a home there is no configuration.
        let Ok(strategy) = etcetera::choose_base_strategy() else { return Ok(Self::default()) };
        let path = strategy.config_dir().join("smsc").join("config.toml");
        let Some(bytes) = private::read_if_any(&path)? else { return Ok(Self::default()) };
        let config = Self::parse(&bytes).map_err(|reason| Failure::Content(Some(path.clone()), reason))?;
        Ok(Self { path, ..config })
    }

    fn parse(bytes: &[u8]) -> Result<Self, String> {
        let text = str::from_utf8(bytes).map_err(|_| tr("expected UTF-8").to_owned())?;
        // The errors of the parser quote the file, which has secrets.
        toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start);
            let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
            let expected =
                tr("expected TOML with the keys apikey, login, password, password_command, host, plain_http, cacert, confirm and reply");
            fill("line {0}: {1}", &[&line, &expected])
        })
    }

    /// Returns the credentials, if there are any.
    pub(crate) fn secrets(&self) -> Result<Option<Secrets>, Failure> {
        let invalid = |reason: &str| Failure::Content(Some(self.path.clone()), reason.to_owned());
        let secret = || self.password_command.as_deref().map(|command| run(command, &self.path)).transpose();
        Ok(Some(match (&self.apikey, &self.login, &self.password, &self.password_command) {
            (None, None, None, None) => return Ok(None),
            (Some(apikey), None, None, None) => Secrets::ApiKey(ApiKey { apikey: apikey.clone() }),
            (None, None, None, Some(_)) => Secrets::ApiKey(ApiKey { apikey: secret()?.unwrap_or_default() }),
            (None, Some(login), Some(password), None) => Secrets::Login(Login { login: login.clone(), password: password.clone() }),
            (None, Some(login), None, Some(_)) => {
                Secrets::Login(Login { login: login.clone(), password: secret()?.unwrap_or_default() })
            }
            _ => {
                let expected = "expected one of: apikey; login and password; login and password_command; password_command alone, which prints an API key";
                return Err(invalid(tr(expected)));
            }
        }))
    }
}

/// Runs a command, and returns the first line of its output.
fn run(command: &str, path: &Path) -> Result<String, Failure> {
    let failed = |reason: String| Failure::Content(Some(path.to_owned()), fill("password_command: {0}", &[&reason]));
    let output = of_shell(command).stdin(Stdio::inherit()).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| failed(crate::failure::reason(&error)))?;
    if !output.status.success() {
        return Err(failed(output.status.to_string()));
    }
    let text = String::from_utf8(output.stdout).map_err(|_| failed(tr("expected UTF-8").to_owned()))?;
    match text.lines().next() {
        Some(line) if !line.is_empty() => Ok(line.to_owned()),
        _ => Err(failed(tr("it prints nothing").to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use smsc_proto::{Charset, Detail, Format};

    use super::*;

    fn secrets(text: &str) -> Result<Option<String>, Failure> {
        let secrets = Config::parse(text.as_bytes()).unwrap().secrets()?;
        Ok(secrets.map(|secrets| match secrets {
            Secrets::ApiKey(ApiKey { apikey }) => apikey,
            Secrets::Login(Login { login, password }) => format!("{login}:{password}"),
        }))
    }

    #[test]
    fn credentials_have_four_forms() {
        assert_eq!(secrets("").unwrap(), None);
        assert_eq!(secrets("apikey = 'k3y'").unwrap().as_deref(), Some("k3y"));
        assert_eq!(secrets("login = 'a'\npassword = 'b'").unwrap().as_deref(), Some("a:b"));
        assert_eq!(secrets("login = 'a'\npsw = 'b'").unwrap().as_deref(), Some("a:b"));
        if cfg!(unix) {
            assert_eq!(secrets("password_command = 'printf \"k3y\\nmore\"'").unwrap().as_deref(), Some("k3y"));
            assert_eq!(secrets("login = 'a'\npassword_command = 'echo b'").unwrap().as_deref(), Some("a:b"));
            for failing in ["exit 3", "true", "echo", "printf '\\377'"] {
                assert!(secrets(&format!("password_command = \"{}\"", failing.replace('\\', "\\\\"))).is_err(), "{failing}");
            }
        }
        for half in
            ["login = 'a'", "password = 'b'", "apikey = 'k'\nlogin = 'a'", "login = 'a'\npassword = 'b'\npassword_command = 'c'"]
        {
            assert!(secrets(half).is_err(), "{half}");
        }
    }

    #[test]
    fn an_error_names_the_line_and_nothing_of_the_file() {
        for (text, line) in [("host = 's3cret'\npasswort = 's3cret'", 2), ("apikey = s3cret", 1), ("apikey = 5 # s3cret", 1)] {
            let error = Config::parse(text.as_bytes()).err().unwrap();
            assert!(error.starts_with(&format!("line {line}: ")) && !error.contains("s3cret"), "{error}");
        }
    }

    #[test]
    fn a_question_has_limits_of_its_own() {
        let config = Config::parse(b"[confirm]\nprice = 5").unwrap();
        assert_eq!((config.confirm.recipients, config.confirm.price), (10, 5.0));
    }

    #[test]
    fn options_of_replies_are_those_of_requests() {
        let reply = |text: &str| Config::parse(format!("[reply]\n{text}").as_bytes()).map(|config| config.reply);
        let all = reply("fmt = 3\nall = 2\ncharset = 'UTF-8'\nmulti = true").unwrap();
        assert_eq!((all.fmt, all.all, all.charset, all.multi), (Some(Format::Json), Some(Detail::Full), Some(Charset::Utf8), true));
        let none = reply("").unwrap();
        assert_eq!((none.fmt, none.all, none.charset, none.multi), (None, None, None, false));
        for wrong in ["fmt = 4", "all = 3", "all = '2'", "charset = 'latin1'", "multi = 1", "batch = true"] {
            let error = reply(wrong).unwrap_err();
            assert!(error.starts_with("line 2: "), "{wrong}: {error}");
        }
    }
}
