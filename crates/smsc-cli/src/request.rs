//! `smsc request`: prints a request to the service, without sending it.

use std::process::ExitCode;

use serde::Serialize;
use smsc_proto::Requested;
use smsc_proto::request::{
    BalanceRequest, CONTENT_TYPE, Credentials, DeleteRequest, HistoryRequest, IncomingRequest, OperatorRequest, Request,
    RequestError, SendRequest, Server, StatisticsRequest, StatusRequest,
};

use crate::args::request::{self as args, Call, Messages, Part};
use crate::args::{Hidden, Id};
use crate::credentials::Secrets;
use crate::errors;
use crate::failure::Failure;
use crate::ids::Pairs;
use crate::lang::tr;
use crate::order::{Content, send_time};
use crate::output::Out;

/// The parts of a request, with the keys of the line of JSON.
#[derive(Serialize)]
struct Printed {
    method: &'static str,
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    body: Option<String>,
}

/// Prints a request.
pub(crate) fn run(options: &args::Request) -> Result<ExitCode, Failure> {
    let secrets = Secrets::find(options.credentials.as_deref())?;
    let credentials = match (&secrets, options.show_secrets) {
        (Some(secrets), true) => secrets.credentials(),
        (Some(secrets), false) => secrets.credentials().masked(),
        (None, false) => Credentials::api_key("key").masked(),
        (None, true) => {
            let expected = "no credentials: pass --credentials FILE, or set SMSC_APIKEY, or SMSC_LOGIN and SMSC_PASSWORD";
            return Err(Failure::Usage(tr(expected).to_owned()));
        }
    };
    let server = options.host.as_deref().map_or(Ok(Server::SMSC_RU), Server::new).map_err(failed)?;
    let server = if options.plain_http { server.plain_http() } else { server };
    build(&options.call, |request| {
        let printed = if options.get { get(request, &server, &credentials) } else { post(request, &server, &credentials) };
        print(&printed.map_err(failed)?, options)
    })
}

fn failed(error: RequestError) -> Failure {
    Failure::Usage(errors::of_request(&error))
}

fn get(request: &dyn Request, server: &Server<'_>, credentials: &Credentials<'_>) -> Result<Printed, RequestError> {
    let mut url = String::new();
    request.write_get_url(server, credentials, &mut url)?;
    Ok(Printed { method: "GET", url, content_type: None, body: None })
}

fn post(request: &dyn Request, server: &Server<'_>, credentials: &Credentials<'_>) -> Result<Printed, RequestError> {
    let (mut url, mut body) = (String::new(), String::new());
    request.write_url(server, &mut url)?;
    request.write_body(credentials, &mut body)?;
    Ok(Printed { method: "POST", url, content_type: Some(CONTENT_TYPE), body: Some(body) })
}

fn print(printed: &Printed, options: &args::Request) -> Result<ExitCode, Failure> {
    let mut out = Out::new();
    let body = printed.body.as_deref().unwrap_or_default();
    match options.only {
        _ if options.json => out.json(printed)?,
        Some(Part::Url) => out.line(&printed.url)?,
        Some(Part::Body) => out.line(body)?,
        None => {
            out.line(format_args!("{} {}", printed.method, printed.url))?;
            if let Some(content_type) = printed.content_type {
                out.line(format_args!("Content-Type: {content_type}\n\n{body}"))?;
            }
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Builds the request of a call, and passes it on.
fn build<T>(call: &Call, then: impl FnOnce(&dyn Request) -> Result<T, Failure>) -> Result<T, Failure> {
    match call {
        Call::Status(options) => {
            let pairs = pairs(&options.messages)?;
            let messages = pairs.requested();
            let request = match messages[..] {
                [message] if !options.multi => StatusRequest::one(message),
                _ => StatusRequest::batch(&messages),
            };
            let request = options.format.format().map_or(request, |format| request.format(format));
            then(&request.charset(options.format.charset()).detail(options.detail()).kind(options.kind()))
        }
        Call::Delete(options) => {
            let pairs = pairs(&options.messages)?;
            let messages: Vec<Requested<'_>> = pairs.requested();
            let request = match messages[..] {
                [message] => DeleteRequest::one(message),
                _ => DeleteRequest::batch(&messages),
            };
            let request = options.format.format().map_or(request, |format| request.format(format));
            then(&request.charset(options.format.charset()))
        }
        Call::Balance(options) => {
            let request = BalanceRequest::new().charset(options.format.charset());
            let request = options.format.format().map_or(request, |format| request.format(format));
            then(&if options.cur { request.currency() } else { request })
        }
        Call::History(options) => history(options, then),
        Call::Incoming(options) => {
            let request = IncomingRequest::new();
            let request = options.hour.map_or(request, |hours| request.hours(hours));
            let after = options.after_id.as_ref().and_then(Id::get);
            let request = after.map_or(request, |id| request.after(id));
            then(&options.to_phone.as_ref().map_or(request, |phone| request.to(&phone.0)))
        }
        Call::Statistics(options) => then(&StatisticsRequest::new(options.start, options.end.unwrap_or(options.start))),
        Call::Operator(options) => then(&OperatorRequest::new(&options.phone.0)),
        Call::Send(options) => send(options, then),
    }
}

fn pairs(messages: &Messages) -> Result<Pairs, Failure> {
    match (&messages.ids, &messages.ids_file) {
        (Some(pairs), _) => Ok(pairs.clone()),
        (None, Some(path)) => Pairs::read(path),
        // clap requires one of them.
        (None, None) => Err(Failure::Usage(tr("no messages: pass --ids or --ids-file").to_owned())),
    }
}

fn history<T>(options: &args::History, then: impl FnOnce(&dyn Request) -> Result<T, Failure>) -> Result<T, Failure> {
    let (phones, emails) = (texts(&options.phones), texts(&options.emails));
    let request = HistoryRequest::day(options.start).phones(&phones).charset(options.format.charset());
    let request = if emails.is_empty() { request } else { request.emails().phones(&emails) };
    let request = options.end.map_or(request, |end| request.until(end));
    let request = options.cnt.map_or(request, |count| request.count(count));
    let request = options.prev_id.map_or(request, |int_id| request.older_than(int_id));
    then(&options.format.format().map_or(request, |format| request.format(format)))
}

fn send<T>(options: &args::Send, then: impl FnOnce(&dyn Request) -> Result<T, Failure>) -> Result<T, Failure> {
    let order = &options.order;
    let content = Content::read(order)?;
    let phones = content.phones();
    let request = SendRequest::new(&phones, content.text()).kind(order.kind).cost(options.cost());
    let request = request.charset(options.format.charset());
    let request = options.format.format().map_or(request, |format| request.format(format));
    let request = order.id.as_ref().and_then(Id::get).map_or(request, |id| request.id(id));
    let request = order.sender.as_deref().map_or(request, |sender| request.sender(sender));
    let request = send_time(order)?.map_or(request, |time| request.time(time));
    let request = order.valid.map_or(request, |validity| request.valid(validity));
    let request = order.translit().map_or(request, |translit| request.translit(translit));
    let request = if options.err { request.list_errors() } else { request };
    then(&if options.op { request.list_operators() } else { request })
}

fn texts(hidden: &[Hidden]) -> Vec<&str> {
    hidden.iter().map(|text| &*text.0).collect()
}
