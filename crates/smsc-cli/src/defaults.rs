//! The options of replies that are not passed: those of the configuration.

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};
use smsc_proto::{Charset, Detail, Format};

/// The table `[reply]` of the configuration.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Defaults {
    #[serde(deserialize_with = "number")]
    pub(crate) fmt: Option<Format>,
    #[serde(deserialize_with = "number")]
    pub(crate) all: Option<Detail>,
    #[serde(deserialize_with = "charset")]
    pub(crate) charset: Option<Charset>,
    pub(crate) multi: bool,
}

/// Parses the number of an option.
fn number<'de, D: Deserializer<'de>, T: TryFrom<u8>>(deserializer: D) -> Result<Option<T>, D::Error> {
    let number = u8::deserialize(deserializer)?;
    T::try_from(number).map(Some).map_err(|_| D::Error::custom("no such number"))
}

/// Parses the name of a charset.
fn charset<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Charset>, D::Error> {
    let name = String::deserialize(deserializer)?;
    let mut known = Charset::ALL.iter().copied();
    let charset = known.find(|charset| charset.name().eq_ignore_ascii_case(&name));
    charset.map(Some).ok_or_else(|| D::Error::custom("no such charset"))
}
