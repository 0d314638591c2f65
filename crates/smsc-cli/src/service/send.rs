//! `smsc send`: sends a message, once at most, or asks for its price.

mod question;

use std::process::ExitCode;

use serde::Serialize;
use smsc_client::{Error, Fate, Id, Message, Price, SentMessage};
use smsc_proto::request::{SendKind, SendTime};

use self::question::is_allowed;
use super::account::lines;
use super::connection::{Connection, last_line};
use crate::args::service as args;
use crate::failure::Failure;
use crate::lang::{fill, tr};
use crate::message;
use crate::order::{Content, send_time};
use crate::output::Out;

/// The exit status if it is not known whether the message was accepted, or if that cannot be printed.
const UNKNOWN: u8 = 3;

/// The fate of a message, as a line of JSON.
#[derive(Serialize)]
struct FateJson {
    /// `price`, `sent`, `accepted` or `unknown`.
    fate: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cnt: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    balance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

impl FateJson {
    const fn new(fate: &'static str) -> Self {
        Self { fate, id: None, cnt: None, cost: None, balance: None, code: None, reason: None }
    }
}

/// Runs the command.
pub(crate) fn run(options: &args::Send) -> Result<ExitCode, Failure> {
    let content = Content::read(&options.order)?;
    let phones = content.phones();
    if matches!(options.order.kind, SendKind::Hlr | SendKind::Ping) && !content.text().is_empty() {
        return Err(Failure::Usage(tr("hlr and ping have no text: leave out --text and --text-file").to_owned()));
    }
    let time = send_time(&options.order)?;
    let mut connection = Connection::open(&options.connection)?;
    connection.client = connection.client.clone().keeps_history(options.keeps_history);
    let own = options.order.id.as_ref().and_then(crate::args::Id::get);
    let id = own.unwrap_or_else(|| connection.client.new_id());
    let message = message_of(options, &phones, content.text(), time).id(id);
    if !options.yes {
        let price = match connection.client.price(&message) {
            Ok(price) => price,
            Err(error) => return connection.failed(&error, options.json),
        };
        if options.dry_run {
            return print_price(&price, options.json);
        }
        if !is_allowed(phones.len(), &price, &connection.config.confirm)? {
            message::failure(tr("nothing was sent"));
            return Ok(ExitCode::FAILURE);
        }
    }
    if own.is_none() {
        // After an interruption this is the only way to find out what became of the message.
        message::hint(&fill("the id of the message is {0}", &[&Id::from(id)]));
    }
    match connection.client.send(&message) {
        Ok(fate) => Ok(print(&connection, fate, options.json)),
        Err(error) => connection.failed(&error, options.json),
    }
}

fn message_of<'m>(options: &'m args::Send, phones: &'m [&'m str], text: &'m str, time: Option<SendTime<'m>>) -> Message<'m> {
    let order = &options.order;
    let message = match order.kind {
        SendKind::Hlr => Message::hlr(phones),
        SendKind::Ping => Message::ping(phones),
        kind => Message::new(phones, text).kind(kind),
    };
    let message = order.sender.as_deref().map_or(message, |sender| message.sender(sender));
    let message = time.map_or(message, |time| message.time(time));
    let message = order.valid.map_or(message, |validity| message.valid(validity));
    order.translit().map_or(message, |translit| message.translit(translit)).with_balance()
}

fn print_price(price: &Price, is_json: bool) -> Result<ExitCode, Failure> {
    let Price { cost, count, .. } = price;
    let json = FateJson { cnt: Some(*count), cost: Some(cost.clone()), ..FateJson::new("price") };
    write(&json, is_json, tr("not sent"))
}

/// Prints the fate of a message. A failure to print it is no reason to send the message again, and has an
/// exit status that says so.
fn print(connection: &Connection, fate: Fate, is_json: bool) -> ExitCode {
    let (json, words) = match fate {
        Fate::Sent(SentMessage { id, count, cost, balance, code, .. }) => {
            let id = Some(id.to_string());
            (FateJson { id, cnt: Some(count), cost, balance, code, ..FateJson::new("sent") }, tr("sent"))
        }
        Fate::AlreadyAccepted { id } => {
            let json = FateJson { id: Some(id.to_string()), ..FateJson::new("accepted") };
            (json, tr("accepted, although the sending was not answered"))
        }
        Fate::Unknown { id, error } => return unknown(connection, &id, &error, is_json),
    };
    match write(&json, is_json, words) {
        Err(failure) if !failure.is_broken_pipe() => {
            let id = json.id.unwrap_or_default();
            message::failure(&fill("message {0} was accepted: do not send it again ({1})", &[&id, &failure]));
            ExitCode::from(UNKNOWN)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// Says that nobody knows whether a message was accepted.
fn unknown(connection: &Connection, id: &Id, error: &Error, is_json: bool) -> ExitCode {
    connection.note();
    let reason = connection.sentence(error);
    let sentence = "it is not known whether message {0} was accepted: look up its status later, and do not send it again ({1})";
    message::failure(&fill(sentence, &[id, &reason]));
    if is_json {
        let json = FateJson { id: Some(id.to_string()), reason: Some(reason), ..FateJson::new("unknown") };
        // The message on standard error says the same.
        let _ = last_line(&json);
    }
    ExitCode::from(UNKNOWN)
}

fn write(json: &FateJson, is_json: bool, words: &str) -> Result<ExitCode, Failure> {
    let mut out = Out::new();
    if is_json {
        out.json(json)?;
    } else {
        out.line(words)?;
        let count = json.cnt.map(|count| count.to_string());
        let rows = [("ID", json.id.as_ref()), (tr("PARTS"), count.as_ref()), (tr("COST"), json.cost.as_ref())];
        let more = [(tr("BALANCE"), json.balance.as_ref()), (tr("CODE"), json.code.as_ref())];
        lines(&[&rows[..], &more[..]].concat(), &mut out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
