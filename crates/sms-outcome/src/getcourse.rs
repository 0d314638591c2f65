//! The texts that GetCourse shows instead of codes, and the provider's own names of codes, in any
//! spelling.

use smsc_proto::{ApiErrorCode, CodeName, ErrCode, ErrScope, MessageType, StatusCode};

use crate::fold::{Folded, is_same, strip};
use crate::outcome::{Localized, Outcome, State};
use crate::{lookup, lookup_api_error};

mod rows;

pub use rows::ROWS;

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
}

/// One of GetCourse's texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// The text as GetCourse shows it.
    pub text: &'static str,
    /// The codes that the text means.
    pub codes: Codes,
    /// Whether GetCourse sets «Запретить все СМС» (forbid all SMS) in the user's profile.
    pub unsubscribes: bool,
    /// What to check according to GetCourse's help, and how to undo an unsubscription.
    pub advice: Localized,
}

/// The meaning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// The codes that the text means.
    pub codes: Codes,
    /// The outcome of these codes, with GetCourse's advice if its help has any.
    ///
    /// The texts are about messages to be sent, so a message has failed if the request to send it
    /// was rejected with an API error.
    pub outcome: Outcome,
    /// Whether GetCourse sets «Запретить все СМС» (forbid all SMS) in the user's profile.
    pub unsubscribes: bool,
}

/// Names of err that belong to a status other than 20, which means “see err”: the name of the err
/// and that of the status mean the same.
const STATUS_OF_ERR: [(ErrCode, StatusCode); 2] =
    [(ErrCode::NUMBER_FORMAT, StatusCode::WRONG_NUMBER), (ErrCode::NO_ROUTE, StatusCode::UNAVAILABLE_NUMBER)];

/// Recognises a text and returns its meaning, or `None` if the text is not known.
///
/// Case, ё, spaces, quotation marks and full stops do not matter. The known words may be followed
/// by anything that starts with a punctuation mark, and the name of a status by the name of an err.
///
/// The longest known text that matches is used. Of two texts of equal length, GetCourse's own has
/// precedence over the provider's names, and a name of err for phones over one for e-mail.
///
/// ```
/// use sms_outcome::Channel;
/// use sms_outcome::getcourse::recognise;
/// use smsc_proto::{ErrCode, StatusCode};
///
/// let found = recognise("«НЕВОЗМОЖНО ДОСТАВИТЬ. Абонент не существует.»").unwrap();
/// assert_eq!((found.codes.status, found.codes.err), (Some(StatusCode(20)), Some(ErrCode(1))));
/// assert!(found.unsubscribes && found.outcome.suppress == Some(Channel::Phone));
/// assert_eq!(recognise("Что-то ещё"), None);
/// ```
#[must_use]
pub fn recognise(text: &str) -> Option<Found> {
    let mut best: Option<(usize, Codes, &'static str)> = None;
    for (known, codes) in known() {
        let Some((length, codes)) = match_text(text, known, codes) else { continue };
        if best.is_none_or(|(longest, ..)| length > longest) {
            best = Some((length, codes, known));
        }
    }
    let (_, codes, known) = best?;
    found(codes, known)
}

/// Returns every text that [`recognise`] knows, for example to suggest similar ones.
pub fn texts() -> impl Iterator<Item = &'static str> {
    known().map(|(text, _)| text)
}

/// Returns the known texts with their codes, in the order of precedence.
fn known() -> impl Iterator<Item = (&'static str, Codes)> {
    let own = ROWS.iter().map(|row| (row.text, row.codes));
    let statuses = StatusCode::TABLE.iter().map(|name| (name.ru, status(StatusCode(name.code))));
    let api = ApiErrorCode::TABLE.iter().filter_map(|name| Some((name.ru, api(ApiErrorCode(u32::try_from(name.code).ok()?)))));
    own.chain(statuses).chain(errs(ErrScope::Phone)).chain(errs(ErrScope::Email)).chain(api)
}

fn errs(scope: ErrScope) -> impl Iterator<Item = (&'static str, Codes)> {
    ErrCode::table(scope).iter().filter_map(move |name| Some((name.ru, err(scope, code_of(name)?))))
}

fn code_of(name: &CodeName) -> Option<ErrCode> {
    u32::try_from(name.code).ok().map(ErrCode)
}

const fn status(code: StatusCode) -> Codes {
    Codes { status: Some(code), err: None, kind: MessageType::SMS, api: None }
}

const fn api(code: ApiErrorCode) -> Codes {
    Codes { status: None, err: None, kind: MessageType::SMS, api: Some(code) }
}

/// Returns the codes of the name of an err alone.
///
/// “No error” has a meaning for HLR requests only: the number can be reached.
fn err(scope: ErrScope, err: ErrCode) -> Codes {
    let (code, kind) = match (err, scope) {
        (ErrCode::NONE, _) => (StatusCode::DELIVERED, MessageType::HLR),
        (_, ErrScope::Phone) => (status_of(err), MessageType::SMS),
        (_, ErrScope::Email) => (status_of(err), MessageType::EMAIL),
    };
    Codes { err: Some(err), kind, ..status(code) }
}

/// Returns the status that the name of an err belongs to.
fn status_of(err: ErrCode) -> StatusCode {
    STATUS_OF_ERR.iter().find(|(known, _)| *known == err).map_or(StatusCode::UNDELIVERABLE, |(_, status)| *status)
}

/// Matches a text with a known one.
///
/// Returns the number of folded letters that match and the codes, with the err of a suffix. Returns
/// `None` if the text does not match.
fn match_text(text: &str, known: &str, codes: Codes) -> Option<(usize, Codes)> {
    let rest = strip(text, known)?;
    let length = Folded::new(known).count();
    if let (Some(known), None, Some((scope, code))) = (codes.status, codes.err, err_name(rest)) {
        let kind = if code == ErrCode::NONE { codes.kind } else { err(scope, code).kind };
        return Some((length.saturating_add(Folded::new(rest).count()), Codes { err: Some(code), kind, ..status(known) }));
    }
    let mark = rest.chars().find(|next| next.is_alphanumeric() || SUFFIX_MARKS.chars().any(|mark| mark == *next));
    (Folded::new(rest).next().is_none() || mark.is_some_and(|mark| !mark.is_alphanumeric())).then_some((length, codes))
}

/// The characters that may separate a known text from anything after it. Question marks and
/// exclamation marks may not, because they change the meaning of the text.
const SUFFIX_MARKS: &str = ".,:;()[]-–—…/|·»\"\n";

/// Returns the err that a suffix names, and its scope.
fn err_name(rest: &str) -> Option<(ErrScope, ErrCode)> {
    [ErrScope::Phone, ErrScope::Email].into_iter().find_map(|scope| {
        let name = ErrCode::table(scope).iter().find(|name| is_same(name.ru, rest))?;
        Some((scope, code_of(name)?))
    })
}

/// Returns the meaning of a text with these codes. `known` is the known text that it matches.
fn found(codes: Codes, known: &str) -> Option<Found> {
    let row = ROWS.iter().find(|row| is_about(row, codes, known));
    // A request to send was rejected, unless the error is about deleting.
    let of_api_error = codes.api.map(|code| match lookup_api_error(code) {
        outcome if code == ApiErrorCode::DELETION => outcome,
        outcome => Outcome { state: State::Failed, is_final: true, ..outcome },
    });
    let outcome = codes.status.map(|status| lookup(status, codes.err, codes.kind)).or(of_api_error)?;
    let outcome = row.map_or(outcome, |row| Outcome { advice: row.advice, source: "S0", ..outcome });
    Some(Found { codes, outcome, unsubscribes: row.is_some_and(|row| row.unsubscribes) })
}

/// Returns whether a row is about a text with these codes. `known` is the known text that it
/// matches.
///
/// GetCourse's help says of two of its own texts alone that they unsubscribe. A status without err
/// covers too many cases to share the advice of one text.
fn is_about(row: &Row, codes: Codes, known: &str) -> bool {
    if row.unsubscribes {
        return row.text == known;
    }
    let is_same_err =
        codes.err.is_some() && (row.codes.status, row.codes.err, row.codes.kind) == (codes.status, codes.err, codes.kind);
    let is_same_api_error = codes.api.is_some() && row.codes.api == codes.api;
    row.codes == codes || is_same_err || is_same_api_error
}
