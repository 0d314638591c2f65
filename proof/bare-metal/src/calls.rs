//! The cases of the replies of the other scripts.

use smsc_proto::calls::{
    BalanceQuery, BalanceReply, Incoming, IncomingQuery, IncomingReply, OperatorQuery, OperatorReply, SendQuery, SendReply,
    SentPhones, Statistics, StatisticsQuery, StatisticsReply,
};
use smsc_proto::{ApiError, Charset, CostMode, Error, Format};

use crate::flat::{Case, Lines, Pairs, Values};

pub(crate) fn is_right(case: &Case<'_>) -> bool {
    is_read(case).is_some_and(|is_right| is_right)
}

/// Returns whether a reply is parsed as expected, or `None` if the case cannot be.
fn is_read(case: &Case<'_>) -> Option<bool> {
    let Case { query, body, .. } = case;
    let number = |key: &str| query.get(key)?.parse::<u8>().ok();
    let format = Format::try_from(number("fmt")?).ok()?;
    let charset = Charset::from_name(query.get("charset")?)?;
    let mut lines = case.lines;
    let is_right = match query.get("call")? {
        "send" => {
            let query = SendQuery::new(format, CostMode::try_from(number("cost")?).ok()?).charset(charset);
            one(&mut lines, query.read(body), sent)
        }
        "balance" => one(&mut lines, BalanceQuery::new(format).charset(charset).read(body), balance),
        "operator" => one(&mut lines, OperatorQuery::new(format).charset(charset).read(body), operator),
        "incoming" => match IncomingQuery::new().charset(charset).read(body) {
            Ok(IncomingReply::Messages(mut messages)) => messages.all(|message| one(&mut lines, message, incoming)),
            Ok(IncomingReply::Error(error)) => one(&mut lines, Ok(error), api_error),
            Err(error) => one(&mut lines, Err(error), api_error),
        },
        "statistics" => match StatisticsQuery::new(format).charset(charset).read(body) {
            Ok(StatisticsReply::Rows(mut rows)) => rows.all(|row| one(&mut lines, row, statistics)),
            Ok(StatisticsReply::Error(error)) => one(&mut lines, Ok(error), api_error),
            Err(error) => one(&mut lines, Err(error), api_error),
        },
        _ => return None,
    };
    Some(is_right && lines.next().is_none())
}

/// Returns whether a line is expected: the values of what was parsed, or an error.
fn one<T>(lines: &mut Lines<'_>, found: Result<T, Error>, add: fn(&T, &mut Values<'_>)) -> bool {
    let Some(wanted) = lines.next() else { return false };
    match found {
        Ok(found) => matches(wanted, |values| add(&found, values)),
        Err(_) => wanted.get("malformed").is_some(),
    }
}

fn matches<'a>(wanted: Pairs<'a>, add: impl FnOnce(&mut Values<'a>)) -> bool {
    let mut values = Values::new(wanted);
    add(&mut values);
    values.are_all()
}

fn api_error(error: &ApiError<'_>, values: &mut Values<'_>) {
    values.add("error_code", Some(error.code));
    values.add("error", error.text);
    values.add("id", error.id);
}

fn sent(reply: &SendReply<'_>, values: &mut Values<'_>) {
    let phones = match reply {
        SendReply::Error(error) => return api_error(error, values),
        SendReply::Sent(sent) => {
            values.add("id", Some(sent.id));
            values.add("cnt", Some(sent.count));
            values.add("cost", sent.cost);
            values.add("balance", sent.balance);
            values.add("code", sent.code);
            &sent.phones
        }
        SendReply::Price(price) => {
            values.add("cost", Some(price.cost));
            values.add("cnt", Some(price.count));
            &price.phones
        }
    };
    add_phones(phones, values);
}

fn add_phones(phones: &SentPhones<'_>, values: &mut Values<'_>) {
    for (at, phone) in phones.clone().enumerate() {
        match phone {
            Err(_) => values.add(format_args!("phones.{at}.malformed"), Some(true)),
            Ok(phone) => {
                values.add(format_args!("phones.{at}.phone"), Some(phone.phone));
                values.add(format_args!("phones.{at}.mccmnc"), phone.mccmnc);
                values.add(format_args!("phones.{at}.cost"), phone.cost);
                values.add(format_args!("phones.{at}.status"), phone.status);
                values.add(format_args!("phones.{at}.error"), phone.error);
            }
        }
    }
}

fn balance(reply: &BalanceReply<'_>, values: &mut Values<'_>) {
    match reply {
        BalanceReply::Error(error) => api_error(error, values),
        BalanceReply::Balance(balance) => {
            values.add("balance", Some(balance.amount));
            values.add("credit", balance.credit);
            values.add("currency", balance.currency);
        }
    }
}

fn incoming(message: &Incoming<'_>, values: &mut Values<'_>) {
    values.add("id", Some(message.id));
    values.add("phone", Some(message.phone));
    values.add("message", message.message);
    values.add("to_phone", message.to_phone);
    values.add("sent", message.sent);
    values.add("received", message.received);
}

fn statistics(row: &Statistics<'_>, values: &mut Values<'_>) {
    values.add("login", row.login);
    values.add("sms", Some(row.count));
    values.add("credit", row.credit);
    values.add("debit", row.debit);
    values.add("currency", row.currency);
}

fn operator(reply: &OperatorReply<'_>, values: &mut Values<'_>) {
    match reply {
        OperatorReply::Error(error) => api_error(error, values),
        OperatorReply::Operator(found) => {
            values.add("country", found.country);
            values.add("operator", found.operator);
            values.add("region", found.region);
            values.add("mcc", found.mcc);
            values.add("mnc", found.mnc);
            values.add("tz", found.tz);
        }
    }
}
