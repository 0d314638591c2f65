//! Explains a reply, and asks a stand-in on this machine for the status of message 101.

use smsc_client::{Client, Login};
use smsc_proto::request::Server;
use smsc_proto::{Detail, Format, Lang, MessageId, MessageKind, Query, Requested, SingleReply};

type Failure = Box<dyn std::error::Error>;

/// Returns what the reply to a request with `fmt=1` means, and what to do.
pub(crate) fn explained(body: &[u8]) -> Result<String, Failure> {
    let query = Query::new(Format::Values, Detail::Status);
    let SingleReply::Record(record) = query.read_one(body)? else { return Err("no status".into()) };
    let outcome = sms_outcome::lookup_record(&record, MessageKind::Auto);
    Ok(format!("{}: {}", outcome.title.en, outcome.advice.en))
}

/// Returns the status of message 101.
pub(crate) fn asked(host: &str) -> Result<String, Failure> {
    let server = Server::new(host)?.plain_http();
    let client = Client::new(Login::password("demo", "demo"), &server);
    let id = MessageId::new(101).ok_or("no id")?;
    let record = client.status_of(Requested { id, phone: "79990000001" })?;
    Ok(record.status().name(Lang::En).unwrap_or("unknown").to_owned())
}

fn main() -> Result<(), Failure> {
    println!("{}", explained(b"20,1760080219,6")?);
    println!("{}", asked("127.0.0.1:8125")?);
    Ok(())
}
