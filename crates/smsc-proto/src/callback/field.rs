//! The names of a notification's fields, and the algorithms of signatures (R70).

use core::fmt;

use crate::model::fields::Field;

/// Declares [`CallbackField`] with the name of each field on the wire, and the field of a record
/// that holds its value, if there is one.
macro_rules! fields {
    ($( $(#[$doc:meta])* $Field:ident $name:literal $record:expr; )*) => {
        /// A field of a push notification, by its name on the wire.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum CallbackField { $( $(#[$doc])* $Field, )* }

        impl CallbackField {
            /// Every field, in the order of this enum.
            pub const ALL: &'static [Self] = &[$(Self::$Field),*];

            /// Returns the field's name on the wire, such as `sms_id`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$Field => $name),* }
            }

            /// Returns the field of a record that holds the value. Returns `None` for the fields of
            /// other notifications and for signatures.
            #[must_use]
            pub const fn record_field(self) -> Option<Field> {
                match self { $(Self::$Field => $record),* }
            }
        }
    };
}

fields! {
    /// The id of the message.
    Id "id" Some(Field::Id);
    /// The phone: the recipient of a message, the sender of an incoming one, the caller of a call.
    Phone "phone" Some(Field::Phone);
    /// The status of the message.
    Status "status" Some(Field::Status);
    /// The time of the status change, in the account's own time zone.
    Time "time" Some(Field::LastDate);
    /// The time of the event, in Unix seconds.
    Ts "ts" Some(Field::LastTimestamp);
    /// The reason why the message was not delivered.
    Err "err" Some(Field::Err);
    /// The number of parts of the message.
    Cnt "cnt" Some(Field::SmsCnt);
    /// The cost of the message.
    Cost "cost" Some(Field::Cost);
    /// The type of the message.
    Type "type" Some(Field::Type);
    /// The flag: 16 bits about the message.
    Flag "flag" Some(Field::Flag);
    /// The mobile country code and network code of the number, together.
    Mccmnc "mccmnc" Some(Field::Mccmnc);
    /// The sender ID that the recipient saw.
    Sender "sender" Some(Field::SenderId);
    /// HLR: the IMSI, the number of the SIM card.
    Imsi "imsi" Some(Field::Imsi);
    /// HLR: the number of the network's service centre.
    Msc "msc" Some(Field::Msc);
    /// HLR: the mobile country code.
    Mcc "mcc" Some(Field::Mcc);
    /// HLR: the mobile network code.
    Mnc "mnc" Some(Field::Mnc);
    /// HLR: the name of the home country.
    Cn "cn" Some(Field::Cn);
    /// HLR: the name of the home operator.
    Net "net" Some(Field::Net);
    /// Incoming message: the text.
    Mes "mes" None;
    /// Incoming message: the number that received it.
    To "to" None;
    /// Incoming message: its id.
    SmsId "sms_id" None;
    /// Confirmed call: the mark of this kind of notification.
    Waitcall "waitcall" None;
    /// The signature with MD5.
    Md5 "md5" None;
    /// The signature with SHA-1.
    Sha1 "sha1" None;
    /// The signature with CRC-32, which cannot be verified.
    Crc32 "crc32" None;
}

impl CallbackField {
    /// Returns the field of this name, or `None` if there is none.
    pub(super) fn from_name(name: &[u8]) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.name().as_bytes() == name)
    }

    /// Returns whether the field is covered by a signature, is a signature, or decides the kind of
    /// the notification: whether two values of it are a contradiction (R70a).
    pub(super) const fn must_be_unique(self) -> bool {
        matches!(
            self,
            Self::Id
                | Self::Phone
                | Self::Status
                | Self::Ts
                | Self::Mes
                | Self::To
                | Self::Waitcall
                | Self::Md5
                | Self::Sha1
                | Self::Crc32
        )
    }
}

impl fmt::Display for CallbackField {
    /// Writes the [`name`](Self::name).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The algorithm of a verified signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// MD5. Weak where an outsider chooses a part of the signed text, such as an incoming message.
    Md5,
    /// SHA-1, the stronger one of the two.
    Sha1,
}

impl Algorithm {
    /// Every algorithm, in the order of this enum.
    pub const ALL: &'static [Self] = &[Self::Md5, Self::Sha1];

    /// Returns the algorithm's name, which is also that of its field: `md5` or `sha1`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
        }
    }
}

impl fmt::Display for Algorithm {
    /// Writes the [`name`](Self::name).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
