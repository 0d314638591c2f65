//! Lookups from codes to an outcome: the rows are in the tables, and this module has the few rules
//! that combine them.

use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, ErrScope, Flag, MessageKind, MessageType, Record, StatusCode};

use crate::outcome::{ApiRow, Channel, Outcome, Row, State};
use crate::tables::{
    API_ERRORS, HLR_WITHOUT_ERR, STATUSES, UNKNOWN_API, UNKNOWN_ERR, UNKNOWN_HLR_ERR, UNKNOWN_STATUS, errs, statuses_of,
};

/// The key of a row in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The row of a status. An override with this key is for messages of every type.
    Status(StatusCode),
    /// The row of a status for messages of one type. An override with this key has precedence over
    /// one with [`Status`](Self::Status).
    StatusOf(MessageType, StatusCode),
    /// The row of an err, either of messages to phones or of e-mail.
    Err(ErrScope, ErrCode),
    /// The row of an API error at an endpoint.
    Api(ApiErrorCode, Endpoint),
}

/// A row of the caller's own, which replaces the row of the tables.
///
/// For example, two integrators may treat err 6 or 220 differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Override {
    /// The row that it replaces or adds.
    pub key: Key,
    /// The outcome of this row.
    pub outcome: Outcome,
}

/// The tables, with rows of the caller's own that take precedence.
///
/// A status is looked up in the caller's row for the status and the message's type
/// ([`Key::StatusOf`]), then in the caller's row for the status ([`Key::Status`]), and then in the
/// tables. So a row with [`Key::Status`] replaces the texts of e-mails, calls, Viber and social
/// networks as well.
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
/// let outcomes = Outcomes::with(&overrides);
/// let outcome = outcomes.lookup(StatusCode::EXPIRED, Some(ErrCode::OFFLINE), MessageType::SMS);
/// assert_eq!(outcome.retry.after_s(), Some(600));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcomes<'a> {
    overrides: &'a [Override],
}

/// Statuses that err explains (S1): by themselves they mean only that the message did not arrive.
const EXPLAINED_BY_ERR: [StatusCode; 4] =
    [StatusCode::EXPIRED, StatusCode::UNDELIVERABLE, StatusCode::FORBIDDEN, StatusCode::UNAVAILABLE_NUMBER];

/// Statuses that mean that the message arrived (S1), whatever err is.
const ARRIVED: [StatusCode; 4] = [StatusCode::DELIVERED, StatusCode::READ, StatusCode::LINK_CLICKED, StatusCode::REPORTED_AS_SPAM];

impl<'a> Outcomes<'a> {
    /// Returns the tables with these rows, which take precedence over the tables' own.
    ///
    /// If two of the rows have the same key, the first one is used.
    #[must_use]
    pub const fn with(overrides: &'a [Override]) -> Self {
        Self { overrides }
    }

    /// Returns the outcome of a status, its err and the message's type.
    ///
    #[doc = include_str!("rules.md")]
    #[must_use]
    pub fn lookup(&self, status: StatusCode, err: Option<ErrCode>, kind: MessageType) -> Outcome {
        let row = self.row(status, err, kind);
        match Channel::of(kind) {
            // A type that is not known counts as SMS, so the row knows more about the channel.
            Channel::Phone => row,
            channel => Outcome { suppress: row.suppress.map(|_| channel), ..row },
        }
    }

    /// Returns the row for a status, its err and the message's type. The channel of the row may be
    /// another one than that of the message.
    fn row(&self, status: StatusCode, err: Option<ErrCode>, kind: MessageType) -> Outcome {
        let scope = if kind == MessageType::EMAIL { ErrScope::Email } else { ErrScope::Phone };
        let row = |err: ErrCode| self.get(Key::Err(scope, err));
        let own = self.status(status, kind);
        if let (ErrScope::Phone, Some(ErrCode::VIRTUAL)) = (scope, err) {
            return row(ErrCode::VIRTUAL).unwrap_or(UNKNOWN_ERR);
        }
        if kind == MessageType::HLR && status == StatusCode::DELIVERED {
            return err.map_or(HLR_WITHOUT_ERR, |err| row(err).unwrap_or(UNKNOWN_HLR_ERR));
        }
        if ARRIVED.contains(&status) {
            return own.unwrap_or(UNKNOWN_STATUS);
        }
        if err == Some(ErrCode::NO_STATUS) {
            return row(ErrCode::NO_STATUS).unwrap_or(UNKNOWN_ERR);
        }
        let reason = err.filter(|err| *err != ErrCode::NONE);
        match (own, reason, reason.and_then(row)) {
            (Some(own), Some(_), None) if EXPLAINED_BY_ERR.contains(&status) => with_verdict(UNKNOWN_ERR, own),
            (Some(_), _, Some(reason)) if EXPLAINED_BY_ERR.contains(&status) => reason,
            // Both mean the same, and err is more exact; no other err can be true for such a
            // number.
            (Some(_), Some(ErrCode::NUMBER_FORMAT), Some(reason)) if status == StatusCode::WRONG_NUMBER => reason,
            (Some(own), ..) => own,
            (None, _, Some(reason)) => Outcome { cause: reason.cause, ..UNKNOWN_STATUS },
            (None, ..) => UNKNOWN_STATUS,
        }
    }

    /// Returns the outcome of a record, from its status, its err and its [type](type_of).
    ///
    /// `kind` is what the caller knows about the message, as in [`Record::err_scope`].
    #[must_use]
    pub fn lookup_record(&self, record: &Record<'_>, kind: MessageKind) -> Outcome {
        self.lookup(record.status(), record.err(), type_of(record, kind))
    }

    /// Returns the outcome of an API error at an endpoint, which decides what the number means
    /// (R61). [`ApiError::endpoint`](smsc_proto::ApiError::endpoint) returns that of an error in a
    /// reply.
    ///
    /// A request to send that was rejected has failed, except for error 9, since the request before
    /// it may have been accepted. At every other endpoint the state of the message is unknown.
    #[must_use]
    pub fn lookup_api_error(&self, code: ApiErrorCode, endpoint: Endpoint) -> Outcome {
        self.get(Key::Api(code, endpoint)).unwrap_or(UNKNOWN_API)
    }

    fn status(&self, status: StatusCode, kind: MessageType) -> Option<Outcome> {
        let of_type = Key::StatusOf(kind, status);
        self.own(of_type).or_else(|| self.own(Key::Status(status))).or_else(|| get(of_type))
    }

    fn get(&self, key: Key) -> Option<Outcome> {
        self.own(key).or_else(|| get(key))
    }

    /// Returns the caller's own row, or `None` if there is none with this key.
    fn own(&self, key: Key) -> Option<Outcome> {
        self.overrides.iter().find(|row| row.key == key).map(|row| row.outcome)
    }
}

/// Returns the texts and the source of `texts` with the state, cause and actions of `verdict`.
const fn with_verdict(texts: Outcome, verdict: Outcome) -> Outcome {
    let Outcome { state, is_final, cause, retry, suppress, safeguard, .. } = verdict;
    Outcome { state, is_final, cause, retry, suppress, safeguard, ..texts }
}

fn in_table(table: impl IntoIterator<Item = &'static Row>, code: i32) -> Option<Outcome> {
    table.into_iter().find(|row| row.code == code).map(|row| row.outcome)
}

/// Returns the outcome of an API error at an endpoint, or `None` if the endpoint has no such error.
fn api_error(code: ApiErrorCode, endpoint: Endpoint) -> Option<Outcome> {
    let row = API_ERRORS.iter().find(|row| row.code == code && row.endpoint.is_none_or(|of| of == endpoint))?;
    let is_rejected_message = endpoint == Endpoint::Send && row.endpoint.is_none();
    Some(match row.outcome {
        // The request was rejected as a whole, so its message was not sent.
        outcome if is_rejected_message => Outcome { state: State::Failed, is_final: true, ..outcome },
        outcome => outcome,
    })
}

/// Returns every meaning that the number of an API error has at some endpoint. A number that is in no
/// table has one meaning, which says so.
pub(crate) fn api_errors(code: ApiErrorCode) -> impl Iterator<Item = ApiRow> {
    let known = API_ERRORS.iter().filter(move |row| row.code == code).copied();
    let is_known = API_ERRORS.iter().any(|row| row.code == code);
    known.chain((!is_known).then_some(ApiRow { code, endpoint: None, outcome: UNKNOWN_API }))
}

/// Returns the row of a single code, or `None` if the tables have no such code.
///
/// The row has the names of the code, and is the starting point of an [`Override`]. A status without
/// a row for the message's type has the row that is shared by all types.
///
/// ```
/// use sms_outcome::{Key, get};
/// use smsc_proto::{MessageType, StatusCode};
///
/// assert_eq!(get(Key::Status(StatusCode::EXPIRED)).unwrap().title.fr, "Expiré");
/// let of_email = get(Key::StatusOf(MessageType::EMAIL, StatusCode::EXPIRED)).unwrap();
/// assert!(of_email.explanation.en.contains("mail server"));
/// assert_eq!(get(Key::Status(StatusCode(77))), None);
/// ```
#[must_use]
pub fn get(key: Key) -> Option<Outcome> {
    match key {
        Key::Status(status) => in_table(STATUSES, status.0),
        Key::StatusOf(kind, status) => in_table(statuses_of(kind).iter().chain(STATUSES), status.0),
        Key::Err(scope, err) => in_table(errs(scope), i32::try_from(err.0).ok()?),
        Key::Api(code, endpoint) => api_error(code, endpoint),
    }
}

/// Returns the message type that decides the outcome of a record.
///
/// The type is e-mail if the record's err is one of e-mail, and HLR if the record is an HLR reply.
/// Otherwise it is the type that the record itself contains, and SMS if it contains none. `kind` is
/// what the caller knows about the message.
#[must_use]
pub fn type_of(record: &Record<'_>, kind: MessageKind) -> MessageType {
    let stated = record.message_type().or_else(|| record.flag().map(Flag::message_type));
    if record.err_scope(kind) == ErrScope::Email {
        MessageType::EMAIL
    } else if record.is_hlr() || (stated.is_none() && kind == MessageKind::Hlr) {
        MessageType::HLR
    } else {
        stated.unwrap_or(MessageType::SMS)
    }
}

/// Returns the outcome of a status, its err and the message's type.
///
/// The rules are those of [`Outcomes::lookup`].
///
/// ```
/// use sms_outcome::{Channel, State, lookup};
/// use smsc_proto::{ErrCode, MessageType, StatusCode};
///
/// let gone = lookup(StatusCode::UNDELIVERABLE, Some(ErrCode(1)), MessageType::SMS);
/// assert_eq!((gone.state, gone.suppress), (State::Failed, Some(Channel::Phone)));
/// // err 1 of an e-mail has another meaning.
/// let mail = lookup(StatusCode::UNDELIVERABLE, Some(ErrCode(1)), MessageType::EMAIL);
/// assert_eq!(mail.title.en, "No such addressee");
/// // The HLR request was completed, and err indicates that the number cannot be reached.
/// let offline = lookup(StatusCode::DELIVERED, Some(ErrCode::OFFLINE), MessageType::HLR);
/// assert_eq!(offline.state, State::Failed);
/// let missing = lookup(StatusCode::NOT_FOUND, None, MessageType::SMS);
/// assert_eq!(missing.state, State::Unknown);
/// ```
#[must_use]
pub fn lookup(status: StatusCode, err: Option<ErrCode>, kind: MessageType) -> Outcome {
    Outcomes::default().lookup(status, err, kind)
}

/// Returns the outcome of a record, from its status, its err and its [type](type_of).
///
/// `kind` is what the caller knows about the message, as in [`Record::err_scope`].
///
/// ```
/// use sms_outcome::{Channel, lookup_record};
/// use smsc_proto::{Detail, Format, Query, Reply};
///
/// let query = Query::new(Format::Values, Detail::Status);
/// let Ok(Reply::Records(mut records)) = query.read(b"20,1760080219,1") else { panic!() };
/// let record = records.next().unwrap().unwrap();
/// assert_eq!(lookup_record(&record, query.get_kind()).suppress, Some(Channel::Phone));
/// ```
#[must_use]
pub fn lookup_record(record: &Record<'_>, kind: MessageKind) -> Outcome {
    Outcomes::default().lookup_record(record, kind)
}

/// Returns the outcome of an API error at an endpoint, like [`Outcomes::lookup_api_error`] without
/// overrides.
///
/// ```
/// use sms_outcome::lookup_api_error;
/// use smsc_proto::{ApiErrorCode, Endpoint};
///
/// let refused = |endpoint| lookup_api_error(ApiErrorCode(9), endpoint);
/// assert_eq!(refused(Endpoint::Status).retry.after_s(), Some(60));
/// // A second request to send might send the message twice.
/// assert_eq!(refused(Endpoint::Send).retry.after_s(), None);
/// assert_eq!(lookup_api_error(ApiErrorCode(5), Endpoint::Send).title.en, "Wrong date format");
/// ```
#[must_use]
pub fn lookup_api_error(code: ApiErrorCode, endpoint: Endpoint) -> Outcome {
    Outcomes::default().lookup_api_error(code, endpoint)
}
