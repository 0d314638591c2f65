//! From codes to an outcome: the rows come from the tables, the few rules about how they go together stand here.

use smsc_proto::{ApiErrorCode, ErrCode, ErrScope, Flag, MessageKind, MessageType, Record, StatusCode};

use crate::outcome::{Outcome, Row};
use crate::tables::{API_ERRORS, STATUSES, UNKNOWN_API, UNKNOWN_ERR, UNKNOWN_HLR_ERR, UNKNOWN_STATUS, errs};

/// Which row of the tables (S1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// That of a status (R36).
    Status(StatusCode),
    /// That of an err, of messages to phones or of e-mail (R37).
    Err(ErrScope, ErrCode),
    /// That of an API error (R14).
    Api(ApiErrorCode),
}

/// A row of the caller's own, in place of the one that the tables have (a judgement: two integrators judge err 6 or 220 differently).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Override {
    /// Which row it replaces, or adds (a judgement).
    pub key: Key,
    /// What it says (a judgement).
    pub outcome: Outcome,
}

/// The tables, with the caller's own rows in front of them (S1).
///
/// ```
/// use sms_outcome::{Key, Outcome, Outcomes, Override, Retry, get};
/// use smsc_proto::{ErrCode, ErrScope, MessageType, StatusCode};
///
/// let key = Key::Err(ErrScope::Phone, ErrCode::OFFLINE);
/// let offline = get(key).unwrap();
/// let overrides = [Override {
///     key,
///     outcome: Outcome { retry: Retry::Later { after_s: 600 }, ..offline },
/// }];
/// let outcome = Outcomes::with(&overrides).lookup(StatusCode::EXPIRED, Some(ErrCode::OFFLINE), MessageType::SMS);
/// assert_eq!(outcome.retry.after_s(), Some(600));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcomes<'a> {
    overrides: &'a [Override],
}

/// Statuses of which err tells the reason (S1): they say no more than that the message did not arrive.
const EXPLAINED_BY_ERR: [StatusCode; 4] =
    [StatusCode::EXPIRED, StatusCode::UNDELIVERABLE, StatusCode::FORBIDDEN, StatusCode::UNAVAILABLE_NUMBER];

/// Statuses that say that the message arrived (S1), whatever stands in err.
const ARRIVED: [StatusCode; 4] = [StatusCode::DELIVERED, StatusCode::READ, StatusCode::LINK_CLICKED, StatusCode::REPORTED_AS_SPAM];

impl<'a> Outcomes<'a> {
    /// The tables with these rows in front of them (a judgement of the caller's own). Of two rows with one key the first counts.
    #[must_use]
    pub const fn with(overrides: &'a [Override]) -> Self {
        Self { overrides }
    }

    /// What a status, its err and the message's type come to (S1, R36, R37).
    ///
    #[doc = include_str!("rules.md")]
    #[must_use]
    pub fn lookup(&self, status: StatusCode, err: Option<ErrCode>, kind: MessageType) -> Outcome {
        let scope = if kind == MessageType::EMAIL { ErrScope::Email } else { ErrScope::Phone };
        let row = |err: ErrCode| self.get(Key::Err(scope, err));
        let own = self.get(Key::Status(status));
        if let (ErrScope::Phone, Some(ErrCode::VIRTUAL)) = (scope, err) {
            return row(ErrCode::VIRTUAL).unwrap_or(UNKNOWN_ERR);
        }
        if kind == MessageType::HLR && status == StatusCode::DELIVERED {
            return row(err.unwrap_or(ErrCode::NONE)).unwrap_or(UNKNOWN_HLR_ERR);
        }
        if ARRIVED.contains(&status) {
            return own.unwrap_or(UNKNOWN_STATUS);
        }
        if err == Some(ErrCode::NO_STATUS) {
            return row(ErrCode::NO_STATUS).unwrap_or(UNKNOWN_ERR);
        }
        let reason = err.filter(|err| *err != ErrCode::NONE);
        match (own, reason, reason.and_then(row)) {
            (Some(own), Some(_), None) if EXPLAINED_BY_ERR.contains(&status) => as_told(UNKNOWN_ERR, own),
            (Some(_), _, Some(reason)) if EXPLAINED_BY_ERR.contains(&status) => reason,
            // The two say the same, and err says it more exactly; no other err can be true of such a number.
            (Some(_), Some(ErrCode::NUMBER_FORMAT), Some(reason)) if status == StatusCode::WRONG_NUMBER => reason,
            (Some(own), ..) => own,
            (None, _, Some(reason)) => Outcome { cause: reason.cause, ..UNKNOWN_STATUS },
            (None, ..) => UNKNOWN_STATUS,
        }
    }

    /// The same for a record; `kind` is what the caller knows of it, as in [`Record::err_scope`] (R37, R42).
    #[must_use]
    pub fn lookup_record(&self, status: &Record<'_>, kind: MessageKind) -> Outcome {
        self.lookup(status.status(), status.err(), type_of(status, kind))
    }

    /// What a refused request means (S1, R14, R61). Of 3, 6, 7 and 8, which only sending gives, the message failed; else nothing is said about any
    /// message.
    #[must_use]
    pub fn lookup_api_error(&self, code: ApiErrorCode) -> Outcome {
        self.get(Key::Api(code)).unwrap_or(UNKNOWN_API)
    }

    fn get(&self, key: Key) -> Option<Outcome> {
        let own = self.overrides.iter().find(|own| own.key == key).map(|own| own.outcome);
        own.or_else(|| get(key))
    }
}

/// The verdict of one in the words of another.
const fn as_told(words: Outcome, verdict: Outcome) -> Outcome {
    let Outcome { state, is_final, cause, retry, suppress, .. } = verdict;
    Outcome { state, is_final, cause, retry, suppress, ..words }
}

fn in_table(table: impl IntoIterator<Item = &'static Row>, code: i32) -> Option<Outcome> {
    table.into_iter().find(|row| row.code == code).map(|row| row.outcome)
}

/// What the tables have for one code by itself (S1): its names, and the starting point of an override.
///
/// ```
/// use sms_outcome::{Key, get};
/// use smsc_proto::StatusCode;
///
/// assert_eq!(get(Key::Status(StatusCode::EXPIRED)).unwrap().title.fr, "Expiré");
/// assert_eq!(get(Key::Status(StatusCode(77))), None);
/// ```
#[must_use]
pub fn get(key: Key) -> Option<Outcome> {
    match key {
        Key::Status(status) => in_table(STATUSES, status.0),
        Key::Err(scope, err) => in_table(errs(scope), i32::try_from(err.0).ok()?),
        Key::Api(code) => in_table(API_ERRORS, i32::try_from(code.0).ok()?),
    }
}

/// The type by which a record is judged (R35, R37, R42): e-mail where its err is one of e-mail, HLR where it is an answer to an HLR request, else
/// what it says itself, and SMS where it says nothing.
#[must_use]
pub fn type_of(status: &Record<'_>, kind: MessageKind) -> MessageType {
    let stated = status.message_type().or_else(|| status.flag().map(Flag::message_type));
    if status.err_scope(kind) == ErrScope::Email {
        MessageType::EMAIL
    } else if status.is_hlr() || (stated.is_none() && kind == MessageKind::Hlr) {
        MessageType::HLR
    } else {
        stated.unwrap_or(MessageType::SMS)
    }
}

/// [`Outcomes::outcome`] by the tables alone (S1, R36, R37).
///
/// ```
/// use sms_outcome::{State, lookup};
/// use smsc_proto::{ErrCode, MessageType, StatusCode};
///
/// let gone = lookup(StatusCode::UNDELIVERABLE, Some(ErrCode(1)), MessageType::SMS);
/// assert_eq!((gone.state, gone.suppress), (State::Failed, true));
/// // Err 1 of an e-mail is another thing.
/// let mail = lookup(StatusCode::UNDELIVERABLE, Some(ErrCode(1)), MessageType::EMAIL);
/// assert_eq!(mail.title.en, "No such addressee");
/// // An HLR request was answered, and the answer is that the number is out of reach.
/// assert_eq!(lookup(StatusCode::DELIVERED, Some(ErrCode::OFFLINE), MessageType::HLR).state, State::Failed);
/// assert_eq!(lookup(StatusCode::NOT_FOUND, None, MessageType::SMS).state, State::Unknown);
/// ```
#[must_use]
pub fn lookup(status: StatusCode, err: Option<ErrCode>, kind: MessageType) -> Outcome {
    Outcomes::default().lookup(status, err, kind)
}

/// [`Outcomes::lookup_record`] by the tables alone (R37, R42).
///
/// ```
/// use sms_outcome::lookup_record;
/// use smsc_proto::{Detail, Format, Query, Reply};
///
/// let query = Query::new(Format::Values, Detail::Status);
/// let Ok(Reply::Records(mut records)) = query.read(b"20,1760080219,1") else { panic!() };
/// let status = records.next().unwrap().unwrap();
/// assert!(lookup_record(&status, query.get_kind()).suppress);
/// ```
#[must_use]
pub fn lookup_record(status: &Record<'_>, kind: MessageKind) -> Outcome {
    Outcomes::default().lookup_record(status, kind)
}

/// [`Outcomes::api_error`] by the tables alone (S1, R14).
///
/// ```
/// use sms_outcome::api_error;
/// use smsc_proto::ApiErrorCode;
///
/// assert_eq!(api_error(ApiErrorCode::TOO_MANY_REQUESTS).retry.after_s(), Some(60));
/// ```
#[must_use]
pub fn lookup_api_error(code: ApiErrorCode) -> Outcome {
    Outcomes::default().lookup_api_error(code)
}
