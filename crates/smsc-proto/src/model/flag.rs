//! The bitfield `flag` (R35).

use core::fmt;

use crate::model::codes::MessageType;

/// The 16 bits of `flag`: the message's type, which balance paid for it, and whether it was a template message (R35).
///
/// Every bit is kept; those whose meaning is not known are in [`Flag::unknown_bits`].
///
/// ```
/// use smsc_proto::{Flag, MessageType, Template};
///
/// let flag = Flag(40);
/// assert_eq!(flag.message_type(), MessageType::EMAIL);
/// assert!(flag.is_second_balance());
/// assert_eq!(flag.template(), None);
/// assert_eq!(Flag(0x0700).template(), Some(Template::Advertising));
/// assert_eq!(Flag(0x0610).unknown_bits(), 0x0610); // 9 and 10 mean nothing without 8
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Flag(pub u16);

const TYPE: u16 = 0x000f;
const SECOND_BALANCE: u16 = 1 << 5;
const TEMPLATE: u16 = 1 << 8;
const TEMPLATE_KIND: u16 = 3 << 9;

impl Flag {
    /// Bits 0 to 3 (R35): the type of the message.
    #[must_use]
    pub fn message_type(self) -> MessageType {
        let [low, _] = (self.0 & TYPE).to_le_bytes();
        MessageType(low)
    }

    /// Bit 5 (R35): paid from the account's second balance.
    #[must_use]
    pub const fn is_second_balance(self) -> bool {
        self.0 & SECOND_BALANCE != 0
    }

    /// Bits 8 to 10 (R35): the kind of template that the message was sent by, or `None` for a message without one.
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

    /// The bits that are set and of which nothing is known (R35): 4, 6, 7, 11 to 15, and 9 and 10 without bit 8.
    #[must_use]
    pub const fn unknown_bits(self) -> u16 {
        let known = TYPE | SECOND_BALANCE | TEMPLATE;
        self.0 & !(if self.0 & TEMPLATE == 0 { known } else { known | TEMPLATE_KIND })
    }
}

/// The kind of a template message (R35).
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
    /// The English word for it, in lower case (R35).
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
