//! Helpers of several tests.

use sms_outcome::clicksend::Receipt;
use sms_outcome::{API_ERRORS, Outcome, Question, STATUSES, clicksend, errs, explain, lookup, lookup_api_error, statuses_of};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, ErrScope, MessageType, StatusCode};

/// Returns every outcome of the tables, with a name for failure messages.
pub(crate) fn outcomes() -> Vec<(String, Outcome)> {
    let mut all = Vec::new();
    all.extend(STATUSES.iter().map(|row| (format!("status {}", row.code), row.outcome)));
    for kind in [MessageType::EMAIL, MessageType::CALL] {
        all.extend(statuses_of(kind).iter().map(|row| (format!("status {} of type {}", row.code, kind.0), row.outcome)));
    }
    all.extend(errs(ErrScope::Phone).map(|row| (format!("err {}", row.code), row.outcome)));
    all.extend(errs(ErrScope::Email).map(|row| (format!("e-mail err {}", row.code), row.outcome)));
    all.extend(API_ERRORS.iter().map(|row| (format!("API error {} {:?}", row.code, row.endpoint), row.outcome)));
    all.extend(clicksend::ROWS.iter().map(|row| (format!("ClickSend {}", row.number), row.outcome)));
    all.extend(clicksend::WORDS.iter().map(|word| (word.texts[0].to_owned(), word.outcome)));
    let of_unknown = [Question::ClickSendReceipt(Receipt::default()), Question::Text("too many concurrent requests")];
    all.extend(of_unknown.into_iter().flat_map(explain).map(|found| (format!("{:?}", found.text), found.outcome)));
    let (err, sms, hlr) = (Some(ErrCode(77)), MessageType::SMS, MessageType::HLR);
    all.push(("unknown status".to_owned(), lookup(StatusCode(77), None, sms)));
    all.push(("unknown err".to_owned(), lookup(StatusCode::UNDELIVERABLE, err, sms)));
    all.push(("unknown err of HLR".to_owned(), lookup(StatusCode::DELIVERED, err, hlr)));
    all.push(("HLR without err".to_owned(), lookup(StatusCode::DELIVERED, None, hlr)));
    all.push(("unknown API error".to_owned(), lookup_api_error(ApiErrorCode(77), Endpoint::Status)));
    all
}
