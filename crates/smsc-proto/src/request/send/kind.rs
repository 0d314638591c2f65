//! The kinds of messages that can be sent, and what each of them needs (R62).

use crate::request::error::{RequestError, RequestErrorKind};

/// The kind of a message to send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SendKind {
    /// A text message.
    #[default]
    Sms,
    /// A text message that is shown at once and not stored (`flash`).
    Flash,
    /// A WAP push (`push`).
    WapPush,
    /// A request about the network of a phone (`hlr`). It has no text.
    Hlr,
    /// A binary message whose text is hexadecimal (`bin=2`).
    Binary,
    /// A message that the phone does not show (`ping`). It has no text.
    Ping,
    /// A multimedia message (`mms`).
    Mms,
    /// An e-mail (`mail`).
    Email,
    /// A voice call that reads the text (`call`).
    Call,
    /// A message in Viber (`viber`).
    Viber,
    /// A message in social networks (`soc`).
    Social,
    /// A message in Telegram (`tg`).
    Telegram,
    /// A message in `WhatsApp` (`whatsapp`).
    WhatsApp,
}

impl SendKind {
    /// Every kind, in the order of this enum.
    pub const ALL: &'static [Self] = &[
        Self::Sms,
        Self::Flash,
        Self::WapPush,
        Self::Hlr,
        Self::Binary,
        Self::Ping,
        Self::Mms,
        Self::Email,
        Self::Call,
        Self::Viber,
        Self::Social,
        Self::Telegram,
        Self::WhatsApp,
    ];

    /// Returns the name of the kind for programs: that of its parameter, or `sms`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self.parameter() {
            Some(name) => name,
            None => "sms",
        }
    }

    /// Returns the kind with this [`name`](Self::name), or `None` if there is none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Returns the parameter of the kind; a text message has none.
    pub(super) const fn parameter(self) -> Option<&'static str> {
        Some(match self {
            Self::Sms => return None,
            Self::Flash => "flash",
            Self::WapPush => "push",
            Self::Hlr => "hlr",
            Self::Binary => "bin",
            Self::Ping => "ping",
            Self::Mms => "mms",
            Self::Email => "mail",
            Self::Call => "call",
            Self::Viber => "viber",
            Self::Social => "soc",
            Self::Telegram => "tg",
            Self::WhatsApp => "whatsapp",
        })
    }

    /// Returns the value of the parameter.
    pub(super) const fn value(self) -> &'static str {
        if matches!(self, Self::Binary) { "2" } else { "1" }
    }

    pub(super) const fn has_no_text(self) -> bool {
        matches!(self, Self::Hlr | Self::Ping)
    }

    /// Returns whether the recipients are phones, and not addresses or names.
    const fn is_to_phones(self) -> bool {
        !matches!(self, Self::Email | Self::Social | Self::Telegram)
    }

    /// Returns an error if a message of this kind cannot have this sender.
    pub(super) fn check_sender(self, sender: &str) -> Result<(), RequestError> {
        let expected = "at most 11 characters, or 15 digits";
        if sender.chars().any(char::is_control) {
            return Err(RequestError::invalid("sender", "a sender without line breaks and other control characters"));
        }
        let max = if sender.bytes().all(|byte| byte.is_ascii_digit()) { 15 } else { 11 };
        if self.is_to_phones() && sender.chars().nth(max).is_some() {
            return Err(RequestError::new(RequestErrorKind::TooLong { max }, "sender", expected));
        }
        Ok(())
    }

    /// Returns an error if a message of this kind cannot be sent to this phone or address.
    pub(super) fn check_recipient(self, recipient: &str) -> Result<(), RequestError> {
        let has_digit = recipient.bytes().any(|byte| byte.is_ascii_digit());
        match self {
            Self::Email if !recipient.contains('@') && !is_group(recipient) => {
                Err(RequestError::invalid("phones", "e-mail addresses, or groups such as `G5`"))
            }
            _ if self.is_to_phones() && (recipient.contains('@') || !has_digit) => {
                Err(RequestError::invalid("phones", "phones, or groups such as `G5`"))
            }
            _ => Ok(()),
        }
    }
}

/// Returns whether a recipient is a group of the account, such as `G5`.
fn is_group(recipient: &str) -> bool {
    recipient.strip_prefix('G').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// How a text is transliterated before it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Translit {
    /// Not at all (`translit=0`).
    Off,
    /// As `translit` (`translit=1`).
    Translit,
    /// As `mpaHc/Ium` (`translit=2`).
    LookAlike,
}

impl Translit {
    pub(super) const fn value(self) -> &'static str {
        match self {
            Self::Off => "0",
            Self::Translit => "1",
            Self::LookAlike => "2",
        }
    }
}
