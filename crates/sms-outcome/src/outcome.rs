//! The type of an outcome: texts for people, and fields that a program can act on.

use core::fmt;

use smsc_proto::{ApiErrorCode, Endpoint, Lang, MessageType};

/// A text in each language.
///
/// The Russian names of codes are the provider's; the other texts are this project's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Localized {
    /// The English text.
    pub en: &'static str,
    /// The Russian text.
    pub ru: &'static str,
    /// The French text.
    pub fr: &'static str,
}

impl Localized {
    /// Returns the text in one language.
    #[must_use]
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ru => self.ru,
            Lang::Fr => self.fr,
            _ => self.en,
        }
    }
}

/// What happened to the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// The message is on its way or waits to be sent.
    Pending,
    /// The message arrived. For an HLR request: the number exists and can be reached.
    Delivered,
    /// The message did not arrive. For an HLR request: the number cannot be reached.
    Failed,
    /// The state cannot be determined, or nothing was sent.
    Unknown,
}

/// What caused the outcome, and so who has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// Nothing went wrong, or the cause is not known.
    None,
    /// The number, the address, or its owner.
    Recipient,
    /// The recipient's phone or SIM card.
    Handset,
    /// The operators; for e-mail, the mail servers.
    Network,
    /// The text of the message.
    Content,
    /// The sender name.
    Sender,
    /// The client's balance, contract, IP list, limits or settings, or a paused mailing.
    Account,
    /// The request, which was wrong.
    Request,
    /// The gateway.
    Service,
}

/// Whether to send the message again; after an API error, whether to repeat the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// Do not send again: it would be pointless, or the recipient might get the message twice.
    No,
    /// Send again after a delay: the second attempt may succeed without any change.
    Later {
        /// The least delay, in seconds.
        after_s: u32,
    },
    /// Send again after something was changed; the advice explains who has to change what.
    AfterFix,
}

/// The way in which a message reaches its recipient. One address may work in one channel and not in
/// another: a number that Viber does not know can still receive SMS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// SMS, calls and everything else that the operator of a phone number delivers.
    Phone,
    /// E-mail.
    Email,
    /// Viber.
    Viber,
    /// Social networks.
    Social,
}

impl Channel {
    /// Returns the channel of messages of this type. A type that is not known is one of the phone,
    /// as it is for the meaning of err.
    #[must_use]
    pub const fn of(kind: MessageType) -> Self {
        match kind {
            MessageType::EMAIL => Self::Email,
            MessageType::VIBER => Self::Viber,
            MessageType::SOCIAL => Self::Social,
            _ => Self::Phone,
        }
    }
}

macro_rules! names {
    ($($Type:ident { $($Variant:ident = $name:literal)* })*) => {
        $(
            impl $Type {
                /// Returns the name that is used in JSON and for the constants of the bindings.
                #[must_use]
                pub const fn name(self) -> &'static str {
                    match self {
                        $(Self::$Variant { .. } => $name,)*
                    }
                }
            }

            impl fmt::Display for $Type {
                /// Writes the name.
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(self.name())
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
    Channel { Phone = "phone" Email = "email" Viber = "viber" Social = "social" }
}

impl Retry {
    /// Returns the least delay in seconds, or `None` if waiting alone does not help.
    ///
    /// The reasons for the delays are in docs/outcomes.md.
    #[must_use]
    pub const fn after_s(self) -> Option<u32> {
        match self {
            Self::Later { after_s } => Some(after_s),
            Self::No | Self::AfterFix => None,
        }
    }
}

/// What happened to a message, and what to do about it.
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
    /// What happened to the message.
    pub state: State,
    /// Whether the status is final: it will not change by itself, so another status request is
    /// useless.
    pub is_final: bool,
    /// What caused the outcome.
    pub cause: Cause,
    /// Whether to send the message again.
    pub retry: Retry,
    /// The channel in which to stop writing to this recipient: that of the message. `None` if there
    /// is no reason to stop.
    pub suppress: Option<Channel>,
    /// The name of the outcome; in the tables of codes, the name of the code.
    pub title: Localized,
    /// What happened.
    pub explanation: Localized,
    /// What to do.
    pub advice: Localized,
    /// Where the facts are from: ids of [`SOURCES`](crate::SOURCES), and rules of docs/protocol.md.
    pub source: &'static str,
    /// Whether the source leaves room for interpretation, so that the row is this project's
    /// judgement; [`reason`](Self::reason) explains it.
    pub is_judgement: bool,
    /// The reason for the decision if the source leaves room for interpretation, in English; empty
    /// otherwise.
    pub reason: &'static str,
    /// The reason why a program may act on the outcome by itself, in English. For
    /// [`Retry::Later`]: what ends the attempts, and whether a second copy can arrive. For
    /// `suppress`: what shows that the recipient cannot or will not be reached there. Empty for all
    /// other outcomes.
    pub safeguard: &'static str,
}

/// A row of a table: a code and its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// The code on the wire.
    pub code: i32,
    /// What the code means.
    pub outcome: Outcome,
}

/// A row of the table of API errors: a number, the endpoint that it belongs to, and its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ApiRow {
    /// The number on the wire.
    pub code: ApiErrorCode,
    /// The endpoint whose error it is; `None` if the number means the same at every endpoint.
    pub endpoint: Option<Endpoint>,
    /// What the error means.
    pub outcome: Outcome,
}

/// The sources of the facts: each id and what it refers to.
pub const SOURCES: [(&str, Localized); 8] = [
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
    (
        "S4",
        Localized {
            en: "ClickSend's older list of error codes",
            ru: "прежний список кодов ошибок ClickSend",
            fr: "l’ancienne liste des codes d’erreur de ClickSend",
        },
    ),
    (
        "S5",
        Localized {
            en: "ClickSend receipts that have a text beside the number",
            ru: "отчёты ClickSend, где рядом с номером стоит текст",
            fr: "des accusés de ClickSend où un texte accompagne le numéro",
        },
    ),
    (
        "S6",
        Localized {
            en: "ClickSend's API documentation",
            ru: "документация API ClickSend",
            fr: "la documentation de l’API de ClickSend",
        },
    ),
    (
        "S7",
        Localized {
            en: "replies recorded from the provider's server",
            ru: "записанные ответы сервера провайдера",
            fr: "des réponses enregistrées du serveur du prestataire",
        },
    ),
];
