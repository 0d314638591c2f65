//! The codes that a text or an explanation is about.

use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, ErrScope, MessageType, StatusCode};

use crate::fold::{Folded, is_same};

/// The codes that a text means: a status, an API error, or either of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Codes {
    /// The status of the message, if the text can be about a message.
    pub status: Option<StatusCode>,
    /// The err that belongs to the status, if the text names one.
    pub err: Option<ErrCode>,
    /// The type of the message: SMS, except for names that only e-mail or an HLR request has.
    pub kind: MessageType,
    /// The code of the API error, if the text can be that of an API error.
    pub api: Option<ApiErrorCode>,
    /// The endpoint whose API error it is; `None` if the error means the same at every endpoint, or
    /// if there is no API error.
    pub endpoint: Option<Endpoint>,
}

/// Names of err that belong to a status other than 20, which means “see err”: the name of the err
/// and that of the status mean the same.
const STATUS_OF_ERR: [(ErrCode, StatusCode); 2] =
    [(ErrCode::NUMBER_FORMAT, StatusCode::WRONG_NUMBER), (ErrCode::NO_ROUTE, StatusCode::UNAVAILABLE_NUMBER)];

impl Codes {
    /// Returns the codes of a status alone, of an SMS.
    #[must_use]
    pub const fn status(status: StatusCode) -> Self {
        Self { status: Some(status), err: None, kind: MessageType::SMS, api: None, endpoint: None }
    }

    /// Returns the codes of an API error.
    #[must_use]
    pub const fn api_error(code: ApiErrorCode, endpoint: Option<Endpoint>) -> Self {
        Self { status: None, err: None, kind: MessageType::SMS, api: Some(code), endpoint }
    }

    /// Returns the codes of the name of an err alone.
    ///
    /// “No error” has a meaning for HLR requests only: the number can be reached.
    pub(crate) fn of_err_alone(scope: ErrScope, err: ErrCode) -> Self {
        let (status, kind) = match (err, scope) {
            (ErrCode::NONE, _) => (StatusCode::DELIVERED, MessageType::HLR),
            (_, ErrScope::Phone) => (status_of(err), MessageType::SMS),
            (_, ErrScope::Email) => (status_of(err), MessageType::EMAIL),
        };
        Self { err: Some(err), kind, ..Self::status(status) }
    }

    /// Returns the codes of an err alone, of a message of this type: with the status that it belongs
    /// to, which is 20 for most.
    ///
    /// ```
    /// use sms_outcome::{Codes, lookup};
    /// use smsc_proto::{ErrCode, MessageType, StatusCode};
    ///
    /// let codes = Codes::of_err(ErrCode::OFFLINE, MessageType::SMS);
    /// assert_eq!(codes.status, Some(StatusCode::UNDELIVERABLE));
    /// ```
    #[must_use]
    pub fn of_err(err: ErrCode, kind: MessageType) -> Self {
        let scope = if kind == MessageType::EMAIL { ErrScope::Email } else { ErrScope::Phone };
        let codes = Self::of_err_alone(scope, err);
        if err == ErrCode::NONE { codes } else { Self { kind, ..codes } }
    }

    /// Returns the number of letters that match and the codes, with the err that a suffix of the
    /// name of a status names, if it names one.
    pub(crate) fn with_reason(self, length: usize, suffix: &str) -> (usize, Self) {
        let (Some(_), None, Some((scope, err))) = (self.status, self.err, err_name(suffix)) else { return (length, self) };
        let kind = if err == ErrCode::NONE { self.kind } else { Self::of_err_alone(scope, err).kind };
        (length.saturating_add(Folded::new(suffix).count()), Self { err: Some(err), kind, ..self })
    }
}

/// Returns the status that the name of an err belongs to.
fn status_of(err: ErrCode) -> StatusCode {
    STATUS_OF_ERR.iter().find(|(known, _)| *known == err).map_or(StatusCode::UNDELIVERABLE, |(_, status)| *status)
}

/// Returns the err that a suffix names, and its scope.
fn err_name(suffix: &str) -> Option<(ErrScope, ErrCode)> {
    [ErrScope::Phone, ErrScope::Email].into_iter().find_map(|scope| {
        let name = ErrCode::table(scope).iter().find(|name| is_same(name.ru, suffix))?;
        Some((scope, ErrCode(u32::try_from(name.code).ok()?)))
    })
}
