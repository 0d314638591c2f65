//! The cases of push notifications.

use core::fmt;

use smsc_proto::callback::{Callback, CallbackError, CallbackEvent, CallbackField, CallbackFormat, Secret};
use smsc_proto::{Charset, Value};

use crate::flat::{Case, Flat, Values};

/// The longest body of a case.
const LONGEST: usize = 1024;

/// The most fields of a case without a body.
const MOST: usize = 24;

pub(crate) fn is_right(case: &Case<'_>) -> bool {
    is_verified(case).is_some_and(|is_right| is_right)
}

/// Returns whether a notification is parsed and verified as expected, or `None` if the case cannot
/// be.
fn is_verified(case: &Case<'_>) -> Option<bool> {
    let charset = Charset::from_name(case.query.get("charset")?)?;
    let secret = Secret::new(case.query.get("secret")?.as_bytes()).ok()?;
    let mut lines = case.lines;
    let mut values = Values::new(lines.next()?);
    let format = match case.query.get("format")? {
        "form" => CallbackFormat::Form,
        "json" => CallbackFormat::Json,
        "xml" => CallbackFormat::Xml,
        "fields" => {
            let mut fields = [(&b""[..], &b""[..]); MOST];
            let mut count = 0;
            let mut left = Flat(case.body);
            while !left.0.is_empty() {
                *fields.get_mut(count)? = (left.bytes()?, left.bytes()?);
                count += 1;
            }
            add(&Callback::from_fields(charset, fields.into_iter().take(count)), &secret, &mut values);
            return Some(values.are_all());
        }
        _ => return None,
    };
    let mut body = [0; LONGEST];
    let body = body.get_mut(..case.body.len())?;
    body.copy_from_slice(case.body);
    add(&Callback::parse(body, format, charset), &secret, &mut values);
    Some(values.are_all())
}

fn add(callback: &Result<Callback<'_>, CallbackError>, secret: &Secret<'_>, values: &mut Values<'_>) {
    let callback = match callback {
        Ok(callback) => callback,
        Err(error) => return add_error(*error, values),
    };
    match callback.verify(secret) {
        Ok(verified) => {
            values.add("verified.covered", Some(Covered(verified.covered())));
            values.add("verified.algorithm", Some(verified.algorithm().name()));
        }
        Err(error) => add_error(error, values),
    }
    values.add("kind", Some(callback.unverified().name()));
    match callback.unverified() {
        CallbackEvent::Status(record) => {
            for (field, value) in record.fields() {
                let key = format_args!("event.{}", field.name());
                match value {
                    Value::Number(number) => values.add(key, Some(number)),
                    Value::Text(text) => values.add(key, Some(text)),
                    Value::Cost(cost) => values.add(key, Some(cost)),
                }
            }
        }
        CallbackEvent::Incoming(message) => {
            values.add("event.phone", message.phone());
            values.add("event.mes", Some(message.mes()));
            values.add("event.to", message.to());
            values.add("event.sms_id", message.sms_id());
        }
        CallbackEvent::Call(call) => {
            values.add("event.phone", call.phone());
            values.add("event.waitcall", Some(call.waitcall()));
            values.add("event.ts", call.ts());
        }
        // A kind that is not known here has values that are expected and not found.
        _ => {}
    }
}

fn add_error(error: CallbackError, values: &mut Values<'_>) {
    values.add("error", Some(error.kind().name()));
    values.add("field", error.kind().field().map(CallbackField::name));
}

/// The names of the fields that a signature covers, with commas between them.
struct Covered(&'static [CallbackField]);

impl fmt::Display for Covered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().enumerate().try_for_each(|(at, field)| {
            f.write_str(if at == 0 { "" } else { "," })?;
            f.write_str(field.name())
        })
    }
}
