//! The scenario: accounts, limits, lives of phones and faults, as data or from a TOML file.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;
use smsc_proto::{ErrCode, StatusCode};

use crate::duration::duration;
use crate::fault::FaultRule;
use crate::handler::Handler;
use crate::layout::Layout;
use crate::life::{Life, Step};
use crate::limits::Limits;
use crate::money::Money;
use crate::numbers::phone_of;

/// Everything that a stand-in is started with.
///
/// ```
/// use smsc_standin::Scenario;
///
/// let scenario = Scenario::parse(r#"
///     [[account]]
///     login = "alex"
///     psw = "secret"
///     balance = "10.00"
///
///     [[phone]]
///     ends = "77"
///     step = [{ after = "10s", status = 20, err = 11 }]
///
///     [[fault]]
///     script = "send.php"
///     kind = "html"
///     times = 2
/// "#)?;
/// assert_eq!(scenario.accounts.len(), 1);
/// # Ok::<(), smsc_standin::ScenarioError>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scenario {
    /// The accounts. Without any there is one: `demo` with the password `demo`.
    #[serde(rename = "account")]
    pub accounts: Vec<Account>,
    /// The limits of the service.
    pub limits: Limits,
    /// The lives of phones; the first that fits decides, and [`Life::of_phone`] if none does.
    #[serde(rename = "phone")]
    pub phones: Vec<PhoneRule>,
    /// The messages that the accounts receive.
    pub incoming: Vec<Incoming>,
    /// The faults, in the order in which they are used up.
    #[serde(rename = "fault")]
    pub faults: Vec<FaultRule>,
}

/// An account.
#[derive(Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Account {
    /// The login.
    pub login: String,
    /// The password.
    pub psw: String,
    /// The key that replaces both; empty if there is none.
    pub apikey: String,
    /// The money that is left.
    pub balance: Money,
    /// The code of the currency.
    pub currency: String,
    /// The amount that may be spent below zero.
    pub credit: Money,
    /// The price of one part of a message.
    pub price: Money,
    /// The names that a message may be sent from. Without any, every name may.
    pub senders: Vec<String>,
    /// The days for which messages are in the history. With 0 a message is gone as soon as its status is
    /// final.
    pub history_days: u32,
    /// Hours from UTC, for the dates of replies.
    pub zone: i8,
    /// The layout of status replies in fmt 1.
    pub layout: Layout,
    /// The handler of push notifications; there are none without it.
    pub callback: Option<Handler>,
}

impl Default for Account {
    fn default() -> Self {
        Self {
            login: "demo".to_owned(),
            psw: "demo".to_owned(),
            apikey: String::new(),
            balance: Money(1_000 * 10_000),
            currency: "RUR".to_owned(),
            credit: Money(0),
            price: Money(21_200),
            senders: Vec::new(),
            history_days: 30,
            zone: 3,
            layout: Layout::Current,
            callback: None,
        }
    }
}

impl fmt::Debug for Account {
    /// Writes what is not secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Account").field("balance", &self.balance).field("zone", &self.zone).finish_non_exhaustive()
    }
}

/// The life of the phones with this end.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneRule {
    /// The last digits of a phone, or the end of an address.
    pub ends: String,
    /// The statuses that a message to it reaches.
    #[serde(default)]
    step: Vec<StepOf>,
    /// A mark that status.php never finds the message.
    #[serde(default)]
    lost: bool,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepOf {
    #[serde(deserialize_with = "duration")]
    after: Duration,
    status: i32,
    #[serde(default)]
    err: u32,
}

impl fmt::Debug for PhoneRule {
    /// Writes the steps, and not the end, which may be a whole phone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneRule").field("step", &self.step).field("lost", &self.lost).finish_non_exhaustive()
    }
}

impl PhoneRule {
    fn life(&self) -> Life {
        let step = |step: &StepOf| Step { after: step.after, status: StatusCode(step.status), err: ErrCode(step.err) };
        Life { steps: self.step.iter().map(step).collect(), is_lost: self.lost }
    }
}

/// A message that an account receives at some time after the start of the stand-in.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incoming {
    /// The login of the account; the first one without it.
    #[serde(default)]
    pub account: Option<String>,
    /// The time after the start: the moment of the first request, unless
    /// [`Provider::start`](crate::Provider::start) has set another one.
    #[serde(deserialize_with = "duration")]
    pub after: Duration,
    /// The phone that sends it.
    pub phone: String,
    /// Its text.
    pub text: String,
    /// The number of the account that it is sent to.
    pub to: String,
}

impl fmt::Debug for Incoming {
    /// Writes the time alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Incoming").field("after", &self.after).finish_non_exhaustive()
    }
}

/// An error in a scenario file: what is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioError(String);

impl fmt::Display for ScenarioError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ScenarioError {}

impl Scenario {
    /// Parses a scenario file.
    ///
    /// # Errors
    ///
    /// If the text is no TOML, has an unknown key or a wrong value, two accounts with one login, a price
    /// below zero, a zone that no place has, a callback that cannot be called, an incoming message
    /// without a phone or an account, or steps that are not in the order of their times.
    pub fn parse(text: &str) -> Result<Self, ScenarioError> {
        let scenario: Self = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| text.get(..span.start).unwrap_or_default().lines().count().max(1));
            ScenarioError(format!("line {line}: {}", without_value(error.message())))
        })?;
        for (index, account) in scenario.accounts.iter().enumerate() {
            if scenario.accounts.iter().take(index).any(|earlier| earlier.login == account.login) {
                return Err(ScenarioError(format!("account {}: its login is that of an earlier one", index + 1)));
            }
            if account.price < Money(0) {
                return Err(ScenarioError(format!("account {}: its price is below zero", index + 1)));
            }
            if !(-12..=14).contains(&account.zone) {
                return Err(ScenarioError(format!("account {}: its zone is not from -12 to 14", index + 1)));
            }
            if let Some(fault) = account.callback.as_ref().and_then(Handler::fault) {
                return Err(ScenarioError(format!("account {}: its callback: {fault}", index + 1)));
            }
        }
        for (index, rule) in scenario.phones.iter().enumerate() {
            if !rule.step.is_sorted_by_key(|step| step.after) {
                return Err(ScenarioError(format!("phone {}: its steps are not in the order of their times", index + 1)));
            }
        }
        for (index, message) in scenario.incoming.iter().enumerate() {
            let wrong = |what| Err(ScenarioError(format!("incoming {}: {what}", index + 1)));
            let login = message.account.as_deref();
            let is_default = scenario.accounts.is_empty() && login.is_none_or(|login| login == Account::default().login);
            if !is_default && scenario.account_of(login).is_none() {
                return wrong("no account has its login");
            }
            if [&message.phone, &message.to].into_iter().any(|phone| phone_of(phone).is_none()) {
                return wrong("its phone or its to is no phone");
            }
        }
        Ok(scenario)
    }

    /// Returns the index of the account with this login, or of the first one.
    pub(crate) fn account_of(&self, login: Option<&str>) -> Option<usize> {
        self.accounts.iter().position(|account| login.is_none_or(|login| account.login == login))
    }

    /// Returns the life of a message to a phone.
    #[must_use]
    pub fn life(&self, phone: &str) -> Life {
        let rule = self.phones.iter().find(|rule| phone.ends_with(&rule.ends));
        rule.map_or_else(|| Life::of_phone(phone), PhoneRule::life)
    }

    /// Puts back a fault that was taken and not used.
    pub(crate) fn put_back_fault(&mut self, rule: Option<FaultRule>) {
        if let Some(rule) = rule {
            self.faults.insert(0, FaultRule { times: 1, ..rule });
        }
    }

    /// Returns the fault of the next reply of a script, and uses it up.
    pub(crate) fn take_fault(&mut self, script: &str) -> Option<FaultRule> {
        let rule = self.faults.iter_mut().find(|rule| rule.times > 0 && rule.applies_to(script))?;
        rule.times -= 1;
        let taken = rule.clone();
        self.faults.retain(|rule| rule.times > 0);
        Some(taken)
    }
}

/// Returns a message of the parser without the value that it quotes, which may be a password.
pub(crate) fn without_value(message: &str) -> &str {
    match message.find("expected ") {
        Some(at) if message.starts_with("invalid ") || message.starts_with("unknown variant ") => {
            message.get(at..).unwrap_or(message)
        }
        _ => message,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_names_the_line_and_shows_no_value() {
        let error = Scenario::parse("[[account]]\nlogin = \"a\"\npsw = 12345").unwrap_err().to_string();
        assert!(error.starts_with("line 3: ") && !error.contains("12345"), "{error}");
        let error = Scenario::parse("[[account]]\nlogin='a'\n[[account]]\nlogin='a'").unwrap_err().to_string();
        assert_eq!(error, "account 2: its login is that of an earlier one");
        assert!(Scenario::parse("[[phone]]\nends='1'\nstep=[{after='2s',status=1},{after='1s',status=2}]").is_err());
        assert!(Scenario::parse("unknown = 1").is_err());
        assert!(Scenario::parse("[[account]]\nprice='-0.01'").is_err());
        assert!(Scenario::parse("[[account]]\nzone=15").is_err());
    }

    #[test]
    fn the_first_rule_that_fits_decides() {
        let scenario = Scenario::parse("[[phone]]\nends='1'\nlost=true\n[[phone]]\nends='01'\nstep=[]").unwrap();
        assert!(scenario.life("79990000001").is_lost);
        assert_eq!(scenario.life("79990000002"), Life::of_phone("79990000002"));
    }
}
