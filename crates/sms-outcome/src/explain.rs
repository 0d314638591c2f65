//! One entrance for everything that can be explained: codes, texts and receipts.

use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, MessageType, StatusCode};

use crate::clicksend::{self, Meanings, Receipt, of_receipt};
use crate::codes::Codes;
use crate::diagnose::Symptom;
use crate::lookup::api_errors;
use crate::outcome::Outcome;
use crate::{getcourse, lookup, lookup_api_error, server};

/// A code, a text or a receipt to explain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question<'a> {
    /// The status of a message, with its err and its type.
    Status(StatusCode, Option<ErrCode>, MessageType),
    /// The number of an API error, at an endpoint if it is known.
    ApiError(ApiErrorCode, Option<Endpoint>),
    /// A text whose source is not known: SMSC.ru, GetCourse and ClickSend are searched.
    Text(&'a str),
    /// A text that GetCourse shows, or a Russian name of a code.
    GetCourse(&'a str),
    /// A text that ClickSend wrote: a number that may be that of a row or of a receipt's error, or a
    /// code, a status or words of a description.
    ClickSend(&'a str),
    /// The number of a row in the list of ClickSend's help page.
    ClickSendRow(u32),
    /// The `error_code` of a ClickSend receipt.
    ClickSendError(u32),
    /// A ClickSend receipt or history entry.
    ClickSendReceipt(Receipt<'a>),
}

/// The owner of a code or a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provider {
    /// SMSC.ru, and the white labels of its engine.
    Smsc,
    /// GetCourse.
    GetCourse,
    /// ClickSend.
    ClickSend,
}

impl Provider {
    /// Returns the name that is used in JSON and for the constants of the bindings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Smsc => "smsc",
            Self::GetCourse => "getcourse",
            Self::ClickSend => "clicksend",
        }
    }
}

/// One meaning of what was asked. What does not apply is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Explanation {
    /// The owner of the code or the text.
    pub provider: Provider,
    /// The known text that was recognised, if a text was asked about.
    pub text: Option<&'static str>,
    /// The codes of SMSC.ru, if there are any.
    pub codes: Option<Codes>,
    /// The row of ClickSend's list.
    pub row: Option<clicksend::Row>,
    /// Whether GetCourse unsubscribes the user; only for its texts.
    pub unsubscribes: Option<bool>,
    /// The outcome that it means.
    pub outcome: Outcome,
}

impl Explanation {
    /// Returns the symptom whose causes [`diagnose`](crate::diagnose) lists for this explanation, or
    /// `None` if there is no more to check.
    #[must_use]
    pub fn symptom(&self) -> Option<Symptom> {
        match self.codes? {
            Codes { status: Some(StatusCode::NOT_FOUND), .. } => Some(Symptom::NotFound),
            Codes { status: Some(StatusCode::WAITING | StatusCode::HANDED_OVER), .. } => Some(Symptom::NoStatus),
            Codes { status: None, api: Some(code), .. } => Some(Symptom::ApiError(code)),
            _ => None,
        }
    }
}

/// Returns every meaning of a code, a text or a receipt, the best match first, and none if a text or
/// a number of ClickSend is not known. Unknown codes of SMSC.ru have an outcome that says so.
///
/// More than one meaning is returned if nothing in the question decides between them: for an API
/// error without its endpoint, a bare number of ClickSend, a status code that many statuses share,
/// or a text that several providers use.
///
/// ```
/// use sms_outcome::{Provider, Question, explain};
/// use smsc_proto::{ApiErrorCode, Endpoint};
///
/// let titles = |question| explain(question).map(|found| found.outcome.title.en).collect::<Vec<_>>();
/// let at_send = Question::ApiError(ApiErrorCode(5), Some(Endpoint::Send));
/// assert_eq!(titles(at_send), ["Wrong date format"]);
/// let anywhere = Question::ApiError(ApiErrorCode(5), None);
/// assert_eq!(titles(anywhere), ["Deletion failed", "Wrong date format", "Wrong phone number"]);
///
/// let found = explain(Question::Text("ERROR = 3 (no money)")).next().unwrap();
/// assert_eq!((found.provider, found.codes.unwrap().endpoint), (Provider::Smsc, Some(Endpoint::Send)));
///
/// // In ClickSend's list row 2 is “delivered”; in a receipt the number 2 is “scheduled”.
/// assert_eq!(titles(Question::ClickSend("2")), ["Delivered to the handset", "Scheduled"]);
/// assert_eq!(titles(Question::ClickSendError(2)), ["Scheduled"]);
/// ```
pub fn explain(question: Question<'_>) -> impl Iterator<Item = Explanation> {
    let smsc = match question {
        Question::Status(status, err, kind) => Some((None, Codes { err, kind, ..Codes::status(status) }, None)),
        Question::ApiError(code, endpoint) => Some((None, Codes::api_error(code, endpoint), None)),
        Question::Text(text) => server::recognise(text).map(|(text, codes, outcome)| (Some(text), codes, outcome)),
        _ => None,
    };
    let of_getcourse = match question {
        Question::Text(text) => getcourse::recognise_own(text),
        Question::GetCourse(text) => getcourse::recognise(text),
        _ => None,
    };
    let of_smsc = smsc.into_iter().flat_map(|(text, codes, outcome)| from_smsc(text, codes, outcome));
    of_smsc.chain(of_getcourse.map(from_getcourse)).chain(from_clicksend(question))
}

/// Returns the explanation of codes of SMSC.ru; for an API error without an endpoint, one for each
/// meaning. `outcome` is that of a text that says more than its codes.
fn from_smsc(text: Option<&'static str>, codes: Codes, outcome: Option<Outcome>) -> impl Iterator<Item = Explanation> {
    let one = outcome.or_else(|| match codes {
        Codes { status: Some(status), err, kind, .. } => Some(lookup(status, err, kind)),
        Codes { api: Some(code), endpoint: Some(endpoint), .. } => Some(lookup_api_error(code, endpoint)),
        _ => None,
    });
    let anywhere = codes.api.filter(|_| one.is_none());
    let several =
        anywhere.into_iter().flat_map(api_errors).map(move |row| (Codes { endpoint: row.endpoint, ..codes }, row.outcome));
    one.map(|outcome| (codes, outcome)).into_iter().chain(several).map(move |(codes, outcome)| Explanation {
        provider: Provider::Smsc,
        text,
        codes: Some(codes),
        row: None,
        unsubscribes: None,
        outcome,
    })
}

fn from_getcourse(found: getcourse::Found) -> Explanation {
    Explanation {
        provider: Provider::GetCourse,
        text: Some(found.text),
        codes: Some(found.codes),
        row: None,
        unsubscribes: Some(found.unsubscribes),
        outcome: found.outcome,
    }
}

/// Returns the meanings that ClickSend's lists have for a question.
fn from_clicksend(question: Question<'_>) -> impl Iterator<Item = Explanation> + use<> {
    let meanings = match question {
        Question::Text(text) => Meanings::of_unknown_text(text),
        Question::ClickSend(text) => Meanings::of_text(text),
        Question::ClickSendRow(number) => Meanings::of_row(number),
        Question::ClickSendError(number) => Meanings::of_error(number),
        Question::ClickSendReceipt(receipt) => of_receipt(receipt),
        Question::Status(..) | Question::ApiError(..) | Question::GetCourse(_) => Meanings::default(),
    };
    meanings.map(|meaning| Explanation {
        provider: Provider::ClickSend,
        text: meaning.text,
        codes: None,
        row: meaning.row,
        unsubscribes: None,
        outcome: meaning.outcome,
    })
}

/// Returns every text that [`Question::Text`] knows, for example to suggest similar ones.
pub fn known_texts() -> impl Iterator<Item = &'static str> {
    let own = getcourse::ROWS.iter().map(|row| row.text);
    server::known().map(|(text, ..)| text).chain(own).chain(clicksend::texts())
}
