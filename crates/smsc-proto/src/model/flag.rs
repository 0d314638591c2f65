//! The bit field `flag` (R35).

use core::fmt;

use crate::model::codes::MessageType;

/// The 16 bits of a record's `flag`: the type of the message, the balance that paid for it, and its
/// template.
///
/// Every bit is kept; [`Flag::unknown_bits`] returns those without a known meaning.
///
/// ```
/// use smsc_proto::{Flag, MessageType, Template};
///
/// let flag = Flag(40);
/// assert_eq!(flag.message_type(), MessageType::EMAIL);
/// assert!(flag.is_second_balance());
/// assert_eq!(flag.template(), None);
/// assert_eq!(Flag(0x0700).template(), Some(Template::Advertising));
/// assert_eq!(Flag(0x0610).unknown_bits(), 0x0610); // without bit 8, bits 9 and 10 are unknown
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Flag(pub u16);

const TYPE: u16 = 0x000f;
const SECOND_BALANCE: u16 = 1 << 5;
const TEMPLATE: u16 = 1 << 8;
const TEMPLATE_KIND: u16 = 3 << 9;

impl Flag {
    /// Returns the type of the message: bits 0 to 3.
    #[must_use]
    pub fn message_type(self) -> MessageType {
        let [low, _] = (self.0 & TYPE).to_le_bytes();
        MessageType(low)
    }

    /// Returns whether the message was paid for from the account's second balance: bit 5.
    #[must_use]
    pub const fn is_second_balance(self) -> bool {
        self.0 & SECOND_BALANCE != 0
    }

    /// Returns the kind of template that the message was sent by: bits 8 to 10. Returns `None` for
    /// a message without a template.
    #[must_use]
    pub const fn template(self) -> Option<Template> {
        if self.0 & TEMPLATE == 0 {
            return None;
        }
        Some(match (self.0 & TEMPLATE_KIND) >> 9 {
            0 => Template::Service,
            1 => Template::Transactional,
            2 => Template::Authorisation,
            _ => Template::Advertising,
        })
    }

    /// Returns the bits that are set but have no known meaning: 4, 6, 7, 11 to 15, and 9 and 10
    /// without bit 8.
    #[must_use]
    pub const fn unknown_bits(self) -> u16 {
        let known = TYPE | SECOND_BALANCE | TEMPLATE;
        self.0 & !(if self.0 & TEMPLATE == 0 { known } else { known | TEMPLATE_KIND })
    }
}

/// The kind of the template that a message was sent by. The two bits are bits 10 and 9 of the flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template {
    /// 00: service messages.
    Service,
    /// 01: transactional messages.
    Transactional,
    /// 10: authorisation codes.
    Authorisation,
    /// 11: advertising.
    Advertising,
}

impl Template {
    /// Returns the English name of the kind, in lower case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Transactional => "transactional",
            Self::Authorisation => "authorisation",
            Self::Advertising => "advertising",
        }
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
