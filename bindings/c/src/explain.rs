//! Questions, and the stories of messages.

use sms_outcome::clicksend::Receipt;
use sms_outcome::{Codes, Question, explain, story};
use smsc_proto::{ApiErrorCode, StatusCode};

use crate::codes::{smsc_endpoint, smsc_question_kind};
use crate::convert;
use crate::outcome::{Subject, Target};
use crate::raw::{self, SizePrefixed};
use crate::results::smsc_result;
use crate::types::{smsc_outcome, smsc_question, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_question {
    const WRONG_SIZE: smsc_result = smsc_result::SizeQuestion;
}

/// Starts a question about what `kind` says, a smsc_question_kind. Every other field becomes unknown
/// or absent.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `kind` is no smsc_question_kind,
/// SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_question_init(question: *mut smsc_question, kind: i32) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the only pointer.
        let (size, output) = unsafe { raw::sized_output(question) }?;
        if !(0..=smsc_question_kind::ClicksendReceipt as i32).contains(&kind) {
            return Err(smsc_result::Value);
        }
        output.write(smsc_question {
            size,
            kind,
            number: 0,
            err: -1,
            r#type: -1,
            endpoint: smsc_endpoint::Any as i32,
            status_code: -1,
            error_code: -1,
            status: smsc_view::NONE,
            text: smsc_view::NONE,
        });
        Ok(smsc_result::Ok)
    })
}

/// Explains a code, a text or a receipt. Several meanings may fit, if nothing in the question
/// decides between them. `index` selects one of them: 0 is the one that fits best. The texts of the
/// outcome are in `lang`, a smsc_lang.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if fewer meanings fit, at index 0 if a text or a
/// number of ClickSend is unknown; `outcome` is unchanged then. Returns SMSC_RESULT_VALUE,
/// SMSC_RESULT_UTF8, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_… if an argument is wrong, or
/// SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_explain(
    question: *const smsc_question,
    index: usize,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (given, target) = unsafe { (raw::input(question)?, Target::new(lang, outcome)?) };
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the views of the question.
        let question = unsafe { question_of(&given) }?;
        let found = explain(question).nth(index);
        Ok(found.map_or(smsc_result::End, |found| target.fill(&found.outcome, &Subject::of(&found))))
    })
}

/// Returns the question that a C program describes. Fields that its kind does not need are ignored.
///
/// # Safety
///
/// As for [`smsc_view::get`], for the views; and their bytes must stay unchanged for `'q`.
unsafe fn question_of<'q>(given: &smsc_question) -> Result<Question<'q>, smsc_result> {
    let number = || u32::try_from(given.number).map_err(|_| smsc_result::Value);
    // SAFETY: the caller makes the promise that `utf8` requires.
    let text = || unsafe { utf8(given.text) }.map(Option::unwrap_or_default);
    Ok(match given.kind {
        kind if kind == smsc_question_kind::Status as i32 => {
            Question::Status(StatusCode(given.number), convert::err(given.err)?, convert::message_type(given.r#type)?)
        }
        kind if kind == smsc_question_kind::ApiError as i32 => {
            Question::ApiError(ApiErrorCode(number()?), convert::endpoint(given.endpoint)?)
        }
        kind if kind == smsc_question_kind::Text as i32 => Question::Text(text()?),
        kind if kind == smsc_question_kind::Getcourse as i32 => Question::GetCourse(text()?),
        kind if kind == smsc_question_kind::Clicksend as i32 => Question::ClickSend(text()?),
        kind if kind == smsc_question_kind::ClicksendRow as i32 => Question::ClickSendRow(number()?),
        kind if kind == smsc_question_kind::ClicksendError as i32 => Question::ClickSendError(number()?),
        kind if kind == smsc_question_kind::ClicksendReceipt as i32 => {
            // SAFETY: the caller makes the promise that `utf8` requires.
            let (status, error_text) = unsafe { (utf8(given.status)?, utf8(given.text)?) };
            let (code, error) = (convert::optional(given.status_code)?, convert::optional(given.error_code)?);
            Question::ClickSendReceipt(Receipt::new(status, code, error, error_text))
        }
        _ => return Err(smsc_result::Value),
    })
}

/// Returns the text of a view.
///
/// # Safety
///
/// As for [`smsc_view::get`].
unsafe fn utf8<'q>(view: smsc_view) -> Result<Option<&'q str>, smsc_result> {
    // SAFETY: the caller makes the promise that `get` requires.
    let bytes = unsafe { view.get() }?;
    bytes.map(|bytes| core::str::from_utf8(bytes).map_err(|_| smsc_result::Utf8)).transpose()
}

/// Looks up what one status of a message tells beside the others. `statuses` are all statuses that
/// the message had, the oldest first, and `errs` their err values, -1 for none; `errs` may be NULL
/// if none is known. `type` is that of the message, as in smsc_outcome_lookup_codes.
///
/// `index` selects the status: `outcome` gets its own outcome, whether it decides the state of the
/// message, and a remark.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if there are fewer statuses; `outcome` is
/// unchanged then. Returns SMSC_RESULT_VALUE, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_… if an argument is
/// wrong, or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_story(
    statuses: *const i32,
    errs: *const i32,
    count: usize,
    index: usize,
    r#type: i32,
    lang: i32,
    outcome: *mut smsc_outcome,
) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
        let (statuses, target) = unsafe { (raw::numbers(statuses, count)?, Target::new(lang, outcome)?) };
        // SAFETY: as above.
        let errs = if errs.is_null() { &[][..] } else { unsafe { raw::numbers(errs, count) }? };
        let kind = convert::message_type(r#type)?;
        errs.iter().try_for_each(|err| convert::err(*err).map(|_| ()))?;
        let err = |at: usize| errs.get(at).and_then(|err| convert::err(*err).ok()?);
        let told = statuses.iter().enumerate().map(|(at, status)| (StatusCode(*status), err(at)));
        let Some(chapter) = story(told, kind).nth(index) else { return Ok(smsc_result::End) };
        let codes = Codes { err: chapter.err, kind, ..Codes::status(chapter.status) };
        let subject = Subject::of_chapter(codes, chapter.decides, chapter.remark.get(target.lang));
        Ok(target.fill(&chapter.outcome, &subject))
    })
}
