//! Outcomes as a C struct. Every outcome is decided by `sms-outcome`.

use core::mem::MaybeUninit;

use sms_outcome::{
    Cause, Channel, Codes, Explanation, Outcome, Provider, Retry, State, lookup, lookup_api_error, lookup_record, type_of,
};
use smsc_proto::{ApiErrorCode, Endpoint, Lang, StatusCode};

use crate::codes::{smsc_cause, smsc_channel, smsc_provider, smsc_retry, smsc_state};
use crate::convert;
use crate::raw::{self, SizePrefixed};
use crate::record::{self, Invalid};
use crate::results::smsc_result;
use crate::types::{smsc_outcome, smsc_record, smsc_view};

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers and pointers.
unsafe impl SizePrefixed for smsc_outcome {
    const WRONG_SIZE: smsc_result = smsc_result::SizeOutcome;
}

/// Looks up the outcome of a record, by its status, its err and the type of its message.
///
/// `kind` is a smsc_kind: what the caller knows of the messages. The texts of the outcome are in
/// `lang`, a smsc_lang. An unknown code has a careful outcome that says so.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if a number is none of its enum or the record
/// has an impossible value, SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
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
        let codes = Codes { err: record.err(), kind: type_of(&record, kind), ..Codes::status(record.status()) };
        Ok(target.fill(&lookup_record(&record, kind), &Subject { codes: Some(codes), ..Subject::default() }))
    })
}

/// Looks up the outcome of a status, an err and a message type. `err` is -1 if there is none.
/// `type` is a smsc_message_type, or -1 if it is unknown: then it counts as SMS.
///
/// `lang` and unknown codes are as in smsc_outcome_lookup_record.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `err` is below -1, `type` is not from -1 to
/// 255 or `lang` is no smsc_lang, SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
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
        let (err, kind) = (convert::err(err)?, convert::message_type(r#type)?);
        let codes = Codes { err, kind, ..Codes::status(StatusCode(status)) };
        Ok(target.fill(&lookup(StatusCode(status), err, kind), &Subject { codes: Some(codes), ..Subject::default() }))
    })
}

/// Looks up the outcome of a request that the server rejected. `code` is that of the
/// smsc_api_error. `endpoint` is a smsc_endpoint, which decides what the number means: for an error
/// in a reply, SMSC_ENDPOINT_SEND if the error has an id, which no other endpoint adds, and
/// SMSC_ENDPOINT_STATUS otherwise.
///
/// `lang` and unknown codes are as in smsc_outcome_lookup_record. smsc_outcome_explain returns every
/// meaning if the endpoint is unknown.
///
/// Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `code` is below 0, `endpoint` is
/// SMSC_ENDPOINT_ANY or no smsc_endpoint, or `lang` is no smsc_lang, SMSC_RESULT_NULL,
/// SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_outcome_lookup_api_error(code: i32, endpoint: i32, lang: i32, outcome: *mut smsc_outcome) -> i32 {
    raw::run(|| {
        // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for the only pointer.
        let target = unsafe { Target::new(lang, outcome) }?;
        let code = ApiErrorCode(u32::try_from(code).map_err(|_| smsc_result::Value)?);
        let endpoint = convert::endpoint(endpoint)?.ok_or(smsc_result::Value)?;
        let codes = Codes::api_error(code, Some(endpoint));
        Ok(target.fill(&lookup_api_error(code, endpoint), &Subject { codes: Some(codes), ..Subject::default() }))
    })
}

/// What an outcome was looked up for.
#[derive(Default)]
pub(crate) struct Subject {
    codes: Option<Codes>,
    provider: Option<Provider>,
    row: u8,
    receipt_error: u8,
    unsubscribes: bool,
    text: Option<&'static str>,
    /// In a story: whether the status decides, and its remark.
    chapter: Option<(bool, &'static str)>,
}

impl Subject {
    /// Returns the codes of a status in a story, whether it decides, and its remark.
    pub(crate) fn of_chapter(codes: Codes, decides: bool, remark: &'static str) -> Self {
        Self { codes: Some(codes), chapter: Some((decides, remark)), ..Self::default() }
    }

    /// Returns what was explained.
    pub(crate) fn of(explanation: &Explanation) -> Self {
        Self {
            codes: explanation.codes,
            provider: Some(explanation.provider),
            row: explanation.row.map_or(0, |row| row.number),
            receipt_error: explanation.row.and_then(|row| row.error).unwrap_or(0),
            unsubscribes: explanation.unsubscribes == Some(true),
            text: explanation.text,
            chapter: None,
        }
    }
}

/// An outcome struct to fill, and the language of its texts.
pub(crate) struct Target<'a> {
    pub(crate) lang: Lang,
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
    pub(crate) unsafe fn new(lang: i32, outcome: *mut smsc_outcome) -> Result<Self, smsc_result> {
        // SAFETY: the caller makes the promise that `sized_output` requires.
        let (size, output) = unsafe { raw::sized_output(outcome) }?;
        let lang = convert::lang(lang)?;
        // A row has verdict and texts together, so that a library without texts has no rows.
        if cfg!(feature = "texts") { Ok(Self { lang, size, output }) } else { Err(smsc_result::NoTexts) }
    }

    pub(crate) fn fill(self, outcome: &Outcome, subject: &Subject) -> smsc_result {
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
            receipt_error: subject.receipt_error.into(),
            unsubscribes: subject.unsubscribes.into(),
            channel: outcome.suppress.map_or(smsc_channel::None as i32, channel_number),
            provider: provider_number(subject.provider.unwrap_or(Provider::Smsc)),
            endpoint: convert::endpoint_number(subject.codes.and_then(|codes| codes.endpoint)),
            is_judgement: outcome.is_judgement.into(),
            decides: subject.chapter.is_some_and(|(decides, _)| decides).into(),
            title: text(outcome.title),
            explanation: text(outcome.explanation),
            advice: text(outcome.advice),
            source: smsc_view::of(outcome.source.as_bytes()),
            text: subject.text.map_or(smsc_view::NONE, |text| smsc_view::of(text.as_bytes())),
            remark: subject.chapter.map_or(smsc_view::NONE, |(_, remark)| smsc_view::of(remark.as_bytes())),
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

const fn provider_number(provider: Provider) -> i32 {
    let number = match provider {
        Provider::Smsc => smsc_provider::Smsc,
        Provider::GetCourse => smsc_provider::Getcourse,
        Provider::ClickSend => smsc_provider::Clicksend,
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

/// Returns the name of a smsc_endpoint.
pub(crate) fn endpoint_name(number: i32) -> Option<&'static str> {
    convert::endpoint(number).ok().flatten().map(Endpoint::name)
}

/// Returns the name of a smsc_provider.
pub(crate) fn provider_name(number: i32) -> Option<&'static str> {
    let providers = [Provider::Smsc, Provider::GetCourse, Provider::ClickSend];
    providers.into_iter().find(|provider| provider_number(*provider) == number).map(Provider::name)
}
