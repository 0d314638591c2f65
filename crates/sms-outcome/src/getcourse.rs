//! The texts that GetCourse shows in place of codes (S0), and the provider's own names of codes (R36, R37, R14), however they are written.

use smsc_proto::{ApiErrorCode, CodeName, ErrCode, ErrScope, MessageType, StatusCode};

use crate::fold::{Folded, is_same, strip};
use crate::outcome::{Localized, Outcome, State};
use crate::{lookup, lookup_api_error};

mod rows;

pub use rows::ROWS;

/// The codes that a text stands for (S0, R36, R37, R14): a status, the number of a refused request, or either of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Codes {
    /// The status of the message, if the text can be that of a message (R36).
    pub status: Option<StatusCode>,
    /// What its err is then, where the text tells (R37).
    pub err: Option<ErrCode>,
    /// What was sent then (R35): SMS, but for names that only e-mail or an HLR request has.
    pub kind: MessageType,
    /// The number of the refused request, if the text can be that of a refusal (R14, R61).
    pub api: Option<ApiErrorCode>,
}

/// One of GetCourse's texts (S0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Row {
    /// The text, as GetCourse shows it (S0).
    pub text: &'static str,
    /// What it stands for (S0, R61).
    pub codes: Codes,
    /// GetCourse sets «Запретить все СМС» in the user's profile for it (S0).
    pub unsubscribes: bool,
    /// What GetCourse's help says to check (S0), and how an unsubscription is undone.
    pub advice: Localized,
}

/// What a text means (S0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    /// The codes that it stands for (S0, R36, R37, R14).
    pub codes: Codes,
    /// What that comes to (S0, S1), with GetCourse's advice where its help has any. The texts are about messages that were to be sent, so one whose request
    /// was refused has failed.
    pub outcome: Outcome,
    /// GetCourse sets «Запретить все СМС» in the user's profile for it (S0).
    pub unsubscribes: bool,
}

/// Names of err that go with another status than 20, the one that says “see err” (a judgement: the two names each say the same).
const STATUS_OF_ERR: [(ErrCode, StatusCode); 2] =
    [(ErrCode::NUMBER_FORMAT, StatusCode::WRONG_NUMBER), (ErrCode::NO_ROUTE, StatusCode::UNAVAILABLE_NUMBER)];

/// Says what a text means, or `None` for a text that is not known (S0, R36, R37, R14). Case, ё, spaces, quotation marks and full stops do not matter. Behind
/// the known words anything may stand that begins with a punctuation mark, and the name of an err behind that of a status.
///
/// The longest text that fits counts: GetCourse's own before the provider's names, and names of err for phones before those for e-mail.
///
/// ```
/// use sms_outcome::getcourse::recognise;
/// use smsc_proto::{ErrCode, StatusCode};
///
/// let found = recognise("«НЕВОЗМОЖНО ДОСТАВИТЬ. Абонент не существует.»").unwrap();
/// assert_eq!((found.codes.status, found.codes.err), (Some(StatusCode(20)), Some(ErrCode(1))));
/// assert!(found.unsubscribes && found.outcome.suppress);
/// assert_eq!(recognise("Что-то ещё"), None);
/// ```
#[must_use]
pub fn recognise(text: &str) -> Option<Found> {
    let mut best: Option<(usize, Codes)> = None;
    for (known, codes) in known() {
        let Some((length, codes)) = fit(text, known, codes) else { continue };
        if best.is_none_or(|(longest, _)| length > longest) {
            best = Some((length, codes));
        }
    }
    found(best?.1)
}

/// Every text that is recognised (S0, R36, R37, R14), to be shown where one was not.
pub fn texts() -> impl Iterator<Item = &'static str> {
    known().map(|(text, _)| text)
}

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

/// The name of an err alone. That there is no error says something only of an HLR request: that the number can be reached.
fn err(scope: ErrScope, err: ErrCode) -> Codes {
    let (code, kind) = match (err, scope) {
        (ErrCode::NONE, _) => (StatusCode::DELIVERED, MessageType::HLR),
        (_, ErrScope::Phone) => (status_of(err), MessageType::SMS),
        (_, ErrScope::Email) => (status_of(err), MessageType::EMAIL),
    };
    Codes { err: Some(err), kind, ..status(code) }
}

fn status_of(err: ErrCode) -> StatusCode {
    STATUS_OF_ERR.iter().find(|(known, _)| *known == err).map_or(StatusCode::UNDELIVERABLE, |(_, status)| *status)
}

/// How long the known words are, if the text is made of them, and the codes with what a suffix adds.
fn fit(text: &str, known: &str, codes: Codes) -> Option<(usize, Codes)> {
    let rest = strip(text, known)?;
    let length = Folded::new(known).count();
    if let (Some(known), None, Some((scope, code))) = (codes.status, codes.err, err_name(rest)) {
        let kind = if code == ErrCode::NONE { codes.kind } else { err(scope, code).kind };
        return Some((length.saturating_add(Folded::new(rest).count()), Codes { err: Some(code), kind, ..status(known) }));
    }
    let mark = rest.chars().find(|next| next.is_alphanumeric() || SUFFIX_MARKS.chars().any(|mark| mark == *next));
    (Folded::new(rest).next().is_none() || mark.is_some_and(|mark| !mark.is_alphanumeric())).then_some((length, codes))
}

/// What may come between a known text and anything else. A question or an exclamation mark may not: it makes another text of it.
const SUFFIX_MARKS: &str = ".,:;()[]-–—…/|·»\"\n";

/// The err that a suffix names, and its scope.
fn err_name(rest: &str) -> Option<(ErrScope, ErrCode)> {
    [ErrScope::Phone, ErrScope::Email].into_iter().find_map(|scope| {
        let name = ErrCode::table(scope).iter().find(|name| is_same(name.ru, rest))?;
        Some((scope, code_of(name)?))
    })
}

fn found(codes: Codes) -> Option<Found> {
    let row = ROWS.iter().find(|row| is_about(row, codes));
    // Deleting is not sending.
    let refused = codes.api.map(|code| match lookup_api_error(code) {
        told if code == ApiErrorCode::DELETION => told,
        told => Outcome { state: State::Failed, is_final: true, ..told },
    });
    let outcome = codes.status.map(|status| lookup(status, codes.err, codes.kind)).or(refused)?;
    let outcome = row.map_or(outcome, |row| Outcome { advice: row.advice, source: "S0", ..outcome });
    Some(Found { codes, outcome, unsubscribes: row.is_some_and(|row| row.unsubscribes) })
}

/// Whether a row's advice is for these codes. A status without err is too wide to share the advice of one text.
fn is_about(row: &Row, codes: Codes) -> bool {
    let is_same_err =
        codes.err.is_some() && (row.codes.status, row.codes.err, row.codes.kind) == (codes.status, codes.err, codes.kind);
    let is_same_refusal = codes.api.is_some() && row.codes.api == codes.api;
    // This one status has one meaning, with err or without.
    let is_wrong_number = (codes.status, codes.err) == (Some(StatusCode::WRONG_NUMBER), None) && row.codes.status == codes.status;
    row.codes == codes || is_same_err || is_same_refusal || is_wrong_number
}
