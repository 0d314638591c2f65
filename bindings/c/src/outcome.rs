//! What became of a message and what to do about it, in C's terms. Every verdict is one of `sms-outcome`'s.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use sms_outcome::getcourse::{Codes, recognise};
use sms_outcome::{Cause, Outcome, Retry, State, clicksend, lookup, lookup_api_error, lookup_record, type_of};
use smsc_proto::{ApiErrorCode, ErrCode, Lang, MessageType, StatusCode};

use crate::codes::{smsc_cause, smsc_result, smsc_retry, smsc_state};
use crate::convert;
use crate::raw::{self, SizePrefixed};
use crate::record::{self, Known};
use crate::types::{smsc_outcome, smsc_record, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_outcome {}

/// Says what a record means, and what to do about it: by its status, its err and what was sent, taken
/// together (R36, R37).
///
/// `kind` is what the caller asked for, see smsc_kind and smsc_record_err_table; the texts of the outcome are
/// in `lang`, see smsc_lang. Unknown codes get a careful outcome that says so.
///
/// Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE (a record that cannot be,
/// too), or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_record(
    record: *const smsc_record,
    kind: i32,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    let explain = || {
        // SAFETY: as the header's contract says.
        let given = unsafe { raw::read(record) }?;
        let kind = convert::kind(kind)?;
        // SAFETY: as the header's contract says.
        let telling = unsafe { Telling::new(lang, outcome) }?;
        // SAFETY: as the header's contract says.
        let record = unsafe { record::core_of(&given) }.map_err(Known::caller)?;
        let codes = Codes { status: Some(record.status()), err: record.err(), kind: type_of(&record, kind), api: None };
        Ok(telling.tell(&lookup_record(&record, kind), &About { codes: Some(codes), ..About::default() }))
    };
    raw::code(explain())
}

/// The same for the numbers by themselves: a status, its err or -1 if there is none, and what was sent,
/// see smsc_message_type, or -1 if that is not known, which counts as SMS.
///
/// Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE (an `err` below -1, a
/// `type` that is not from -1 to 255), or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_codes(
    status: i32,
    err: i32,
    r#type: i32,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    let explain = || {
        // SAFETY: as the header's contract says.
        let telling = unsafe { Telling::new(lang, outcome) }?;
        let err = match err {
            -1 => None,
            _ => Some(ErrCode(u32::try_from(err).map_err(|_| smsc_result::Value)?)),
        };
        let kind = match r#type {
            -1 => MessageType::SMS,
            _ => MessageType(u8::try_from(r#type).map_err(|_| smsc_result::Value)?),
        };
        let codes = Codes { status: Some(StatusCode(status)), err, kind, api: None };
        Ok(telling.tell(&lookup(StatusCode(status), err, kind), &About { codes: Some(codes), ..About::default() }))
    };
    raw::code(explain())
}

/// Says what a refused request means (R14): the `code` of an smsc_api_error.
///
/// Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE (a `code` below 0, too),
/// or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_api_error(code: i32, lang: i32, outcome: *mut smsc_outcome) -> i32 {
    let explain = || {
        // SAFETY: as the header's contract says.
        let telling = unsafe { Telling::new(lang, outcome) }?;
        let code = ApiErrorCode(u32::try_from(code).map_err(|_| smsc_result::Value)?);
        let codes = Codes { status: None, err: None, kind: MessageType::SMS, api: Some(code) };
        Ok(telling.tell(&lookup_api_error(code), &About { codes: Some(codes), ..About::default() }))
    };
    raw::code(explain())
}

/// Says what a text means that GetCourse shows in place of codes, or the vendor's Russian name of a
/// code, however it is written: case, spaces, quotation marks and full stops do not matter.
///
/// `text` is in UTF-8, `len` bytes long. `outcome` also has the codes that the text stands for.
///
/// Gives SMSC_RESULT_OK; SMSC_RESULT_NO_NAME if the text is not known, and then `outcome` is as it was;
/// SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE, SMSC_RESULT_UTF8, or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_getcourse(
    text: *const c_char,
    len: usize,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    let explain = || {
        // SAFETY: as the header's contract says.
        let text = utf8(unsafe { raw::bytes(text, len) }?)?;
        // SAFETY: as the header's contract says.
        let telling = unsafe { Telling::new(lang, outcome) }?;
        let Some(found) = recognise(text) else { return Ok(smsc_result::NoName) };
        let about = About { codes: Some(found.codes), unsubscribes: found.unsubscribes, ..About::default() };
        Ok(telling.tell(&found.outcome, &about))
    };
    raw::code(explain())
}

/// Says what a row of ClickSend's list of delivery statuses means, by its number, from 1.
///
/// Gives SMSC_RESULT_OK; SMSC_RESULT_NO_NAME if there is no such row, and then `outcome` is as it was;
/// SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE, or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_clicksend_row(row: i32, lang: i32, outcome: *mut smsc_outcome) -> i32 {
    let explain = || {
        // SAFETY: as the header's contract says.
        let telling = unsafe { Telling::new(lang, outcome) }?;
        let found = u8::try_from(row).ok().and_then(clicksend::row);
        Ok(found.map_or(smsc_result::NoName, |found| telling.tell_row(found)))
    };
    raw::code(explain())
}

/// Says what ClickSend's words mean: `parts` are what is known of a delivery, in any order: the status
/// text, the code, the description, in English or French, in UTF-8. A NULL view among them is passed
/// over.
///
/// Several rows may fit: `index` counts them from 0, the best first.
///
/// Gives SMSC_RESULT_OK; SMSC_RESULT_END behind the last row that fits, at index 0 if there is none, and
/// then `outcome` is as it was; SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE (more than eight
/// parts, too), SMSC_RESULT_UTF8, or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_clicksend(
    parts: *const smsc_view,
    count: usize,
    index: usize,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    let explain = || {
        if parts.is_null() && count != 0 {
            return Err(smsc_result::Null);
        }
        let mut texts = [""; MOST_PARTS];
        let texts = texts.get_mut(..count).ok_or(smsc_result::Value)?;
        for (at, text) in texts.iter_mut().enumerate() {
            // SAFETY: not NULL, and as long as `count` says; the rest is the header's contract.
            let part = unsafe { parts.add(at).read().get() }?;
            *text = utf8(part.unwrap_or_default())?;
        }
        // SAFETY: as the header's contract says.
        let telling = unsafe { Telling::new(lang, outcome) }?;
        let found = clicksend::find(texts).nth(index);
        Ok(found.map_or(smsc_result::End, |found| telling.tell_row(found)))
    };
    raw::code(explain())
}

/// More than ClickSend has columns: nothing is allocated, so there is a limit.
const MOST_PARTS: usize = 8;

fn utf8(bytes: &[u8]) -> Result<&str, smsc_result> {
    core::str::from_utf8(bytes).map_err(|_| smsc_result::Utf8)
}

/// What an outcome is about.
#[derive(Default)]
struct About {
    codes: Option<Codes>,
    row: u8,
    unsubscribes: bool,
}

/// Where an outcome is told, and in what language.
struct Telling<'a> {
    lang: Lang,
    size: u32,
    place: &'a mut MaybeUninit<smsc_outcome>,
}

impl Telling<'_> {
    /// # Safety
    ///
    /// As for [`raw::fill`].
    unsafe fn new(lang: i32, outcome: *mut smsc_outcome) -> Result<Self, smsc_result> {
        // SAFETY: the caller's promise is the same.
        let (size, place) = unsafe { raw::fill(outcome) }?;
        let lang = convert::lang(lang)?;
        // The rows hold texts and numbers together, so that a library without texts has none of them.
        if cfg!(feature = "texts") { Ok(Self { lang, size, place }) } else { Err(smsc_result::NoTexts) }
    }

    fn tell_row(self, row: &clicksend::Row) -> smsc_result {
        self.tell(&row.outcome, &About { row: row.number, ..About::default() })
    }

    fn tell(self, outcome: &Outcome, about: &About) -> smsc_result {
        let text = |words: sms_outcome::Localized| smsc_view::of(words.get(self.lang).as_bytes());
        let message = about.codes.filter(|codes| codes.status.is_some());
        let refusal = about.codes.and_then(|codes| codes.api);
        self.place.write(smsc_outcome {
            size: self.size,
            state: number_of_state(outcome.state),
            is_final: outcome.is_final.into(),
            cause: number_of_cause(outcome.cause),
            retry: number_of_retry(outcome.retry),
            retry_after_s: outcome.retry.after_s().unwrap_or(0),
            suppress: outcome.suppress.into(),
            status: message.and_then(|codes| codes.status).map_or(i32::MIN, |status| status.0),
            err: record::or_minus_one(message.and_then(|codes| codes.err).map(|err| err.0)),
            r#type: record::or_minus_one(message.map(|codes| codes.kind.0.into())),
            error_code: record::or_minus_one(refusal.map(|code| code.0)),
            row: about.row.into(),
            unsubscribes: about.unsubscribes.into(),
            title: text(outcome.title),
            explanation: text(outcome.explanation),
            advice: text(outcome.advice),
            source: smsc_view::of(outcome.source.as_bytes()),
        });
        smsc_result::Ok
    }
}

const fn number_of_state(state: State) -> i32 {
    let number = match state {
        State::Pending => smsc_state::Pending,
        State::Delivered => smsc_state::Delivered,
        State::Failed => smsc_state::Failed,
        State::Unknown => smsc_state::Unknown,
    };
    number as i32
}

const fn number_of_cause(cause: Cause) -> i32 {
    let number = match cause {
        Cause::None => smsc_cause::None,
        Cause::Recipient => smsc_cause::Recipient,
        Cause::Handset => smsc_cause::Handset,
        Cause::Network => smsc_cause::Network,
        Cause::Content => smsc_cause::Content,
        Cause::Sender => smsc_cause::Sender,
        Cause::Account => smsc_cause::Account,
        Cause::Request => smsc_cause::Request,
        Cause::Service => smsc_cause::Service,
    };
    number as i32
}

const fn number_of_retry(retry: Retry) -> i32 {
    let number = match retry {
        Retry::No => smsc_retry::No,
        Retry::Later { .. } => smsc_retry::Later,
        Retry::AfterFix => smsc_retry::AfterFix,
    };
    number as i32
}

/// The word of a smsc_state.
pub(crate) fn state_name(number: i32) -> Option<&'static str> {
    let states = [State::Pending, State::Delivered, State::Failed, State::Unknown];
    states.into_iter().find(|state| number_of_state(*state) == number).map(State::name)
}

/// The word of a smsc_cause.
pub(crate) fn cause_name(number: i32) -> Option<&'static str> {
    const CAUSES: [Cause; 9] = [
        Cause::None,
        Cause::Recipient,
        Cause::Handset,
        Cause::Network,
        Cause::Content,
        Cause::Sender,
        Cause::Account,
        Cause::Request,
        Cause::Service,
    ];
    CAUSES.into_iter().find(|cause| number_of_cause(*cause) == number).map(Cause::name)
}

/// The word of a smsc_retry.
pub(crate) fn retry_name(number: i32) -> Option<&'static str> {
    let retries = [Retry::No, Retry::Later { after_s: 0 }, Retry::AfterFix];
    retries.into_iter().find(|retry| number_of_retry(*retry) == number).map(Retry::name)
}
