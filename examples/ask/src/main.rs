//! Requests a status, or sends a message.

use std::env;
use std::process::ExitCode;

use example_ask::{Service, SystemClock};
use smsc_proto::request::{Credentials, Server};
use smsc_proto::{Lang, MessageId, Requested};

const USAGE: &str = "usage: example-ask status ID PHONE, or example-ask send ID PHONE TEXT
The credentials are in SMSC_APIKEY, or in SMSC_LOGIN and SMSC_PASSWORD.";

fn main() -> ExitCode {
    match run() {
        Ok(answer) => {
            println!("{answer}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, String> {
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let (apikey, login, psw) = (variable("SMSC_APIKEY"), variable("SMSC_LOGIN"), variable("SMSC_PASSWORD"));
    let credentials = match (&apikey, &login, &psw) {
        (Some(apikey), _, _) => Credentials::api_key(apikey),
        (None, Some(login), Some(psw)) => Credentials::login(login, psw),
        _ => return Err(USAGE.to_owned()),
    };
    let service = Service::new(Server::SMSC_RU, credentials, SystemClock::new());
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let id = |id| MessageId::parse(id).ok_or("ID: expected a number, or a text of letters, digits, `.`, `-` and `_`");
    match arguments[..] {
        ["status", given, phone] => match service.status(Requested { id: id(given)?, phone }) {
            Ok(status) => Ok(format!("{status}: {}", status.name(Lang::En).unwrap_or("a status without a name"))),
            Err(stopped) => Err(format!("no status: {stopped:?}")),
        },
        ["send", given, phone, text] => match service.send(id(given)?, phone, text, true) {
            Ok(fate) => Ok(format!("{fate:?}")),
            Err(stopped) => Err(format!("not sent: {stopped:?}")),
        },
        _ => Err(USAGE.to_owned()),
    }
}
