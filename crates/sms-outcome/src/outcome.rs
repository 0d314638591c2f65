//! What an outcome is, in words and in fields that a program can act on.

use smsc_proto::Lang;

/// One text in each language (a judgement: the words are this project's, but for the provider's Russian names, R36, R37).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Localized {
    /// English (a judgement, as all wording).
    pub en: &'static str,
    /// Russian (R36, R37 for the names of codes).
    pub ru: &'static str,
    /// French (a judgement, as all wording).
    pub fr: &'static str,
}

impl Localized {
    /// The text in one language (a judgement, as all wording).
    #[must_use]
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ru => self.ru,
            Lang::Fr => self.fr,
            _ => self.en,
        }
    }
}

/// What became of the message (S1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It is on its way, or waits to be sent.
    Pending,
    /// It arrived. Of an HLR request: the number exists and can be reached.
    Delivered,
    /// It did not arrive. Of an HLR request: the number cannot be reached.
    Failed,
    /// Nobody can say, or nothing was sent at all.
    Unknown,
}

/// What decided it, and so whose move it is (a judgement on the facts of S1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Nothing went wrong, or the cause is not known.
    None,
    /// The number or the address, or whom it belongs to.
    Recipient,
    /// The recipient's phone or SIM card.
    Handset,
    /// The operators, or for e-mail the servers.
    Network,
    /// The text.
    Content,
    /// The sender ID.
    Sender,
    /// The client's balance, contract, IP list, limits or settings; a paused mailing too.
    Account,
    /// The request was wrong.
    Request,
    /// The gateway.
    Service,
}

/// Whether to send the same once more; of a request that was refused, whether to repeat it (a judgement on the facts of S1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// It would be pointless, or the recipient might get it twice.
    No,
    /// It may succeed by itself.
    Later {
        /// After how many seconds at the earliest.
        after_s: u32,
    },
    /// It may succeed when somebody has changed something; the advice says who and what.
    AfterFix,
}

macro_rules! names {
    ($($Type:ident { $($Variant:ident = $name:literal)* })*) => {
        $(
            impl $Type {
                /// The word for it in JSON and in other languages' constants (a judgement: this project's own).
                #[must_use]
                pub const fn name(self) -> &'static str {
                    match self {
                        $(Self::$Variant { .. } => $name,)*
                    }
                }
            }
        )*
    };
}

names! {
    State { Pending = "pending" Delivered = "delivered" Failed = "failed" Unknown = "unknown" }
    Cause {
        None = "none" Recipient = "recipient" Handset = "handset" Network = "network" Content = "content" Sender = "sender"
        Account = "account" Request = "request" Service = "service"
    }
    Retry { No = "no" Later = "later" AfterFix = "after_fix" }
}

impl Retry {
    /// After how many seconds at the earliest, where time alone helps (a judgement; docs/outcomes.md has the reasons).
    #[must_use]
    pub const fn after_s(self) -> Option<u32> {
        match self {
            Self::Later { after_s } => Some(after_s),
            Self::No | Self::AfterFix => None,
        }
    }
}

/// What became of a message, and what to do about it (S0 to S3; `source` says which).
///
/// ```
/// use sms_outcome::{Cause, Retry, State, lookup};
/// use smsc_proto::{ErrCode, Lang, MessageType, StatusCode};
///
/// let offline = lookup(StatusCode::UNDELIVERABLE, Some(ErrCode::OFFLINE), MessageType::SMS);
/// assert_eq!(offline.state, State::Failed);
/// assert_eq!(offline.cause, Cause::Recipient);
/// assert_eq!(offline.retry, Retry::Later { after_s: 3600 });
/// assert_eq!(offline.title.get(Lang::Ru), "Абонент не в сети");
/// assert_eq!(offline.title.get(Lang::Fr), "Abonné hors ligne");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Outcome {
    /// What became of it (S1).
    pub state: State,
    /// Nothing about it will change any more by itself, so asking for the status again is of no use (S1).
    pub is_final: bool,
    /// What decided it (a judgement on the facts of S1).
    pub cause: Cause,
    /// Whether to send it once more (a judgement on the facts of S1).
    pub retry: Retry,
    /// Stop writing to this recipient (S0; a judgement where S0 is silent).
    pub suppress: bool,
    /// What it is called (R36, R37).
    pub title: Localized,
    /// What happened (S0 to S3).
    pub explanation: Localized,
    /// What to do (S0 to S3).
    pub advice: Localized,
    /// Where that is from, as ids of [`SOURCES`](crate::SOURCES) and rules of docs/protocol.md (S0 to S3).
    pub source: &'static str,
    /// Why it was judged so, where the source leaves room (a judgement); else empty. In English, for docs/outcomes.md.
    pub reason: &'static str,
}

/// What a table has for one code (S1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// The number on the wire (R36, R37).
    pub code: i32,
    /// What it means (S1).
    pub outcome: Outcome,
}

/// Where the facts are from: an id, and what it stands for (S0 to S3).
pub const SOURCES: [(&str, Localized); 4] = [
    ("S0", Localized { en: "GetCourse's help", ru: "справка GetCourse", fr: "l’aide de GetCourse" }),
    (
        "S1",
        Localized {
            en: "the provider's status page",
            ru: "страница провайдера о статусах",
            fr: "la page du prestataire sur les statuts",
        },
    ),
    ("S2", Localized { en: "ClickSend's help", ru: "справка ClickSend", fr: "l’aide de ClickSend" }),
    ("S3", Localized { en: "the provider's FAQ", ru: "частые вопросы провайдера", fr: "la FAQ du prestataire" }),
];
