//! Outcomes as a C struct. Every outcome is decided by `sms-outcome`.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use sms_outcome::getcourse::{Codes, recognise};
use sms_outcome::{Cause, Channel, Outcome, Retry, State, clicksend, lookup, lookup_api_error, lookup_record, type_of};
use smsc_proto::{ApiErrorCode, ErrCode, Lang, MessageType, StatusCode};

use crate::codes::{smsc_cause, smsc_channel, smsc_result, smsc_retry, smsc_state};
use crate::convert;
use crate::raw::{self, SizePrefixed};
use crate::record::{self, Invalid};
use crate::types::{smsc_outcome, smsc_record, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_outcome {}

/// Looks up the outcome of a record, by its status, its err and the type of its message.
///
/// `kind` is a smsc_kind: what the caller knows of the messages. The texts of the outcome are in
/// `lang`, a smsc_lang. An unknown code has a careful outcome that says so.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if a number is none of its enum or the record
/// has an impossible value, SMSC_RESULT_NULL, SMSC_RESULT_SIZE or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_record(
    record: *const smsc_record,
    kind: i32,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (given, kind, target) = unsafe { (raw::input(record)?, convert::kind(kind)?, Target::new(lang, outcome)?) };
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the views of the record.
        let record = unsafe { given.core_record() }.map_err(Invalid::result)?;
        let codes = Codes { status: Some(record.status()), err: record.err(), kind: type_of(&record, kind), api: None };
        Ok(target.fill(&lookup_record(&record, kind), &Subject { codes: Some(codes), ..Subject::default() }))
    })
}

/// Looks up the outcome of a status, an err and a message type. `err` is -1 if there is none.
/// `type` is a smsc_message_type, or -1 if it is unknown: then it counts as SMS.
///
/// `lang` and unknown codes are as in smsc_outcome_lookup_record.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `err` is below -1, `type` is not from -1 to
/// 255 or `lang` is no smsc_lang, SMSC_RESULT_NULL, SMSC_RESULT_SIZE or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_codes(
    status: i32,
    err: i32,
    r#type: i32,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the only pointer.
        let target = unsafe { Target::new(lang, outcome) }?;
        let err = match err {
            -1 => None,
            _ => Some(ErrCode(u32::try_from(err).map_err(|_| smsc_result::Value)?)),
        };
        let kind = match r#type {
            -1 => MessageType::SMS,
            _ => MessageType(u8::try_from(r#type).map_err(|_| smsc_result::Value)?),
        };
        let codes = Codes { status: Some(StatusCode(status)), err, kind, api: None };
        Ok(target.fill(&lookup(StatusCode(status), err, kind), &Subject { codes: Some(codes), ..Subject::default() }))
    })
}

/// Looks up the outcome of a request that the server rejected. `code` is that of the
/// smsc_api_error.
///
/// `lang` and unknown codes are as in smsc_outcome_lookup_record.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `code` is below 0 or `lang` is no
/// smsc_lang, SMSC_RESULT_NULL, SMSC_RESULT_SIZE or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_api_error(code: i32, lang: i32, outcome: *mut smsc_outcome) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the only pointer.
        let target = unsafe { Target::new(lang, outcome) }?;
        let code = ApiErrorCode(u32::try_from(code).map_err(|_| smsc_result::Value)?);
        let codes = Codes { status: None, err: None, kind: MessageType::SMS, api: Some(code) };
        Ok(target.fill(&lookup_api_error(code), &Subject { codes: Some(codes), ..Subject::default() }))
    })
}

/// Looks up the outcome of a text that GetCourse shows instead of codes, or of the vendor's Russian
/// name of a code. Case, spaces, quotation marks and full stops are ignored.
///
/// `text` is in UTF-8, `len` bytes long. `outcome` also gets the codes that the text means.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NO_NAME if the text is unknown; `outcome` is
/// unchanged then. Returns SMSC_RESULT_UTF8, SMSC_RESULT_NULL, SMSC_RESULT_SIZE or
/// SMSC_RESULT_VALUE if an argument is wrong, or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_getcourse(
    text: *const c_char,
    len: usize,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (text, target) = unsafe { (utf8(raw::bytes(text, len)?)?, Target::new(lang, outcome)?) };
        let Some(found) = recognise(text) else { return Ok(smsc_result::NoName) };
        let subject = Subject { codes: Some(found.codes), unsubscribes: found.unsubscribes, ..Subject::default() };
        Ok(target.fill(&found.outcome, &subject))
    })
}

/// Looks up the outcome of a row in ClickSend's list of delivery statuses, by its number from 1.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NO_NAME if there is no such row; `outcome` is
/// unchanged then. Returns SMSC_RESULT_NULL, SMSC_RESULT_SIZE or SMSC_RESULT_VALUE if an argument
/// is wrong, or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_clicksend_row(row: i32, lang: i32, outcome: *mut smsc_outcome) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the only pointer.
        let target = unsafe { Target::new(lang, outcome) }?;
        let found = u8::try_from(row).ok().and_then(clicksend::row);
        Ok(found.map_or(smsc_result::NoName, |found| target.fill_row(found)))
    })
}

/// Looks up the outcomes of a delivery as ClickSend describes it. `parts` are up to eight texts
/// that are known of the delivery, in any order: the status text, the code, the description, in
/// English or French, in UTF-8. A NULL view among them is skipped.
///
/// Several rows of ClickSend's list may fit. `index` selects one of them: 0 is the one that fits
/// best.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if fewer rows fit; `outcome` is unchanged then.
/// Returns SMSC_RESULT_VALUE (also for more than eight parts), SMSC_RESULT_UTF8, SMSC_RESULT_NULL
/// or SMSC_RESULT_SIZE if an argument is wrong, or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_clicksend(
    parts: *const smsc_view,
    count: usize,
    index: usize,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    raw::run(|| {
        if parts.is_null() && count != 0 {
            return Err(smsc_result::Null);
        }
        let mut texts = [""; MAX_PARTS];
        let texts = texts.get_mut(..count).ok_or(smsc_result::Value)?;
        for (at, text) in texts.iter_mut().enumerate() {
            // SAFETY: `parts` is not NULL and has `count` views; the C program keeps docs/c-abi.md,
            // “Pointers”, for each of them.
            let part = unsafe { parts.add(at).read().get() }?;
            *text = utf8(part.unwrap_or_default())?;
        }
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for `outcome`.
        let target = unsafe { Target::new(lang, outcome) }?;
        let found = clicksend::find(texts).nth(index);
        Ok(found.map_or(smsc_result::End, |found| target.fill_row(found)))
    })
}

/// The maximum number of parts. ClickSend has fewer columns; there is a limit because nothing is
/// allocated.
const MAX_PARTS: usize = 8;

fn utf8(bytes: &[u8]) -> Result<&str, smsc_result> {
    core::str::from_utf8(bytes).map_err(|_| smsc_result::Utf8)
}

/// The codes, or the row, that an outcome was looked up for.
#[derive(Default)]
struct Subject {
    codes: Option<Codes>,
    row: u8,
    unsubscribes: bool,
}

/// An outcome struct to fill, and the language of its texts.
struct Target<'a> {
    lang: Lang,
    size: u32,
    output: &'a mut MaybeUninit<smsc_outcome>,
}

impl Target<'_> {
    /// Creates a target. Fails like [`raw::sized_output`], with `Value` if `lang` is no smsc_lang,
    /// and with `NoTexts` in a library without texts.
    ///
    /// # Safety
    ///
    /// As for [`raw::sized_output`].
    unsafe fn new(lang: i32, outcome: *mut smsc_outcome) -> Result<Self, smsc_result> {
        // SAFETY: the caller makes the promise that `sized_output` requires.
        let (size, output) = unsafe { raw::sized_output(outcome) }?;
        let lang = convert::lang(lang)?;
        // A row has verdict and texts together, so that a library without texts has no rows.
        if cfg!(feature = "texts") { Ok(Self { lang, size, output }) } else { Err(smsc_result::NoTexts) }
    }

    fn fill_row(self, row: &clicksend::Row) -> smsc_result {
        self.fill(&row.outcome, &Subject { row: row.number, ..Subject::default() })
    }

    fn fill(self, outcome: &Outcome, subject: &Subject) -> smsc_result {
        let text = |texts: sms_outcome::Localized| smsc_view::of(texts.get(self.lang).as_bytes());
        let message = subject.codes.filter(|codes| codes.status.is_some());
        let api_error = subject.codes.and_then(|codes| codes.api);
        self.output.write(smsc_outcome {
            size: self.size,
            state: state_number(outcome.state),
            is_final: outcome.is_final.into(),
            cause: cause_number(outcome.cause),
            retry: retry_number(outcome.retry),
            retry_after_s: outcome.retry.after_s().unwrap_or(0),
            suppress: outcome.suppress.is_some().into(),
            status: message.and_then(|codes| codes.status).map_or(i32::MIN, |status| status.0),
            err: record::or_minus_one(message.and_then(|codes| codes.err).map(|err| err.0)),
            r#type: record::or_minus_one(message.map(|codes| codes.kind.0.into())),
            error_code: record::or_minus_one(api_error.map(|code| code.0)),
            row: subject.row.into(),
            unsubscribes: subject.unsubscribes.into(),
            channel: outcome.suppress.map_or(smsc_channel::None as i32, channel_number),
            title: text(outcome.title),
            explanation: text(outcome.explanation),
            advice: text(outcome.advice),
            source: smsc_view::of(outcome.source.as_bytes()),
        });
        smsc_result::Ok
    }
}

const fn state_number(state: State) -> i32 {
    let number = match state {
        State::Pending => smsc_state::Pending,
        State::Delivered => smsc_state::Delivered,
        State::Failed => smsc_state::Failed,
        State::Unknown => smsc_state::Unknown,
    };
    number as i32
}

const fn cause_number(cause: Cause) -> i32 {
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

const fn retry_number(retry: Retry) -> i32 {
    let number = match retry {
        Retry::No => smsc_retry::No,
        Retry::Later { .. } => smsc_retry::Later,
        Retry::AfterFix => smsc_retry::AfterFix,
    };
    number as i32
}

const fn channel_number(channel: Channel) -> i32 {
    let number = match channel {
        Channel::Phone => smsc_channel::Phone,
        Channel::Email => smsc_channel::Email,
        Channel::Viber => smsc_channel::Viber,
        Channel::Social => smsc_channel::Social,
    };
    number as i32
}

/// Returns the name of a smsc_state.
pub(crate) fn state_name(number: i32) -> Option<&'static str> {
    let states = [State::Pending, State::Delivered, State::Failed, State::Unknown];
    states.into_iter().find(|state| state_number(*state) == number).map(State::name)
}

/// Returns the name of a smsc_cause.
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
    CAUSES.into_iter().find(|cause| cause_number(*cause) == number).map(Cause::name)
}

/// Returns the name of a smsc_retry.
pub(crate) fn retry_name(number: i32) -> Option<&'static str> {
    let retries = [Retry::No, Retry::Later { after_s: 0 }, Retry::AfterFix];
    retries.into_iter().find(|retry| retry_number(*retry) == number).map(Retry::name)
}

/// Returns the name of a smsc_channel.
pub(crate) fn channel_name(number: i32) -> Option<&'static str> {
    let channels = [Channel::Phone, Channel::Email, Channel::Viber, Channel::Social];
    channels.into_iter().find(|channel| channel_number(*channel) == number).map(Channel::name)
}
