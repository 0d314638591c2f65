//! The texts that GetCourse shows instead of codes, and the provider's own names of codes, in any
//! spelling.

use smsc_proto::Endpoint;

use crate::codes::Codes;
use crate::outcome::{Localized, Outcome};
use crate::texts::Known;
use crate::{lookup, lookup_api_error, server, texts};

mod rows;

pub use rows::ROWS;

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
    /// The known text.
    pub text: &'static str,
    /// The codes that the text means. The endpoint of an API error is send.php, unless the error is
    /// about deleting: the texts are about messages to be sent.
    pub codes: Codes,
    /// The outcome of these codes, with GetCourse's advice if its help has any.
    pub outcome: Outcome,
    /// Whether GetCourse sets «Запретить все СМС» (forbid all SMS) in the user's profile.
    pub unsubscribes: bool,
}

/// Recognises a text and returns its meaning, or `None` if the text is not known.
///
/// Case, ё, spaces, quotation marks and full stops do not matter. A label such as `Ошибка:` may come
/// first. The known words may be followed by a number or by anything that starts with a punctuation
/// mark, and the name of a status by the name of an err.
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
    let (known, codes, ()) = texts::recognise(text, &known())?;
    found(codes, known)
}

/// Returns what [`recognise`] does if the text is GetCourse's own: one of [`ROWS`], or a line that
/// joins a status and its reason.
pub(crate) fn recognise_own(text: &str) -> Option<Found> {
    recognise(text).filter(|found| {
        let is_joined = found.codes.status.is_some() && found.codes.err.is_some() && server::is_status(found.text);
        is_joined || ROWS.iter().any(|row| row.text == found.text)
    })
}

/// Returns every text that [`recognise`] knows, for example to suggest similar ones.
pub fn texts() -> impl Iterator<Item = &'static str> {
    known().map(|(text, ..)| text)
}

/// Returns the known texts with their codes, in the order of precedence.
fn known() -> impl Iterator<Item = Known<()>> + Clone {
    ROWS.iter().map(|row| (row.text, row.codes, ())).chain(server::names())
}

/// Returns the meaning of a text with these codes. `known` is the known text that it matches.
fn found(codes: Codes, known: &'static str) -> Option<Found> {
    let row = ROWS.iter().find(|row| is_about(row, codes, known));
    let endpoint = codes.api.map(|_| codes.endpoint.unwrap_or(Endpoint::Send));
    let codes = Codes { endpoint, ..codes };
    let of_api_error = codes.api.zip(endpoint).map(|(code, endpoint)| lookup_api_error(code, endpoint));
    let outcome = codes.status.map(|status| lookup(status, codes.err, codes.kind)).or(of_api_error)?;
    let outcome = row.map_or(outcome, |row| Outcome { advice: row.advice, source: "S0", is_judgement: false, ..outcome });
    Some(Found { text: known, codes, outcome, unsubscribes: row.is_some_and(|row| row.unsubscribes) })
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
