//! The paths for people and tests, `/`, `/explain` and `/control`, which only the machine itself may use.

use std::net::IpAddr;
use std::sync::atomic::Ordering;

use bounded_http::Request as Received;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::duration::parse_duration;
use crate::fault::FaultRule;
use crate::http::Response;
use crate::journal::Entry;
use crate::scenario::without_value;
use crate::server::{Shared, page};

/// The commands of a request to `/control`. They are carried out in this order, up to a wrong one.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Command {
    /// Start anew with the scenario: without messages, limits and faults that were used.
    reset: bool,
    /// Add a fault.
    fault: Option<FaultRule>,
    /// Receive a message.
    receive: Option<Incoming>,
    /// Receive a call from this phone.
    call: Option<String>,
    /// Move the clock forward by a time such as `9h`.
    advance: Option<String>,
}

/// A message from a phone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Incoming {
    /// The login of the account that it is for; without one, the first account.
    login: Option<String>,
    phone: String,
    text: String,
    #[serde(default)]
    to: String,
}

/// Returns the response to a request for one of these paths, or `None` for any other path.
pub(super) fn answer(request: &Received, peer: IpAddr, shared: &Shared) -> Option<Response> {
    let run: fn(&Received, &Shared) -> Response = match (&*request.path, &*request.method) {
        ("/", "GET") => |_, shared| page::show(shared),
        ("/explain", "GET") => |_, shared| explain(shared),
        ("/control", "POST") => command,
        ("/control", "GET") => |_, shared| state(shared),
        ("/control/journal", "GET") => |_, shared| journal(shared),
        ("/" | "/explain" | "/control" | "/control/journal", _) => {
            return Some(Response::plain(405, "expected GET, or POST to /control\n"));
        }
        _ => return None,
    };
    if !peer.to_canonical().is_loopback() {
        return Some(Response::plain(403, "only the machine of the stand-in may use this\n"));
    }
    if !is_of_this_machine(request) {
        return Some(Response::plain(403, "expected localhost or an address of the loopback as the host\n"));
    }
    Some(run(request, shared))
}

/// Returns whether the request names this machine as its host and, if a browser sends it, comes from a
/// page of that host. Otherwise the page of any site could use the stand-in of whoever looks at it.
fn is_of_this_machine(request: &Received) -> bool {
    let Some(host) = &request.host else { return request.origin.is_none() };
    let name = host
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|digit| digit.is_ascii_digit()))
        .map_or(&**host, |(name, _)| name);
    let address = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    let is_local = name.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback());
    let origin = request.origin.as_deref().map(|origin| origin.split_once("://").map(|(_, of)| of));
    is_local && origin.is_none_or(|of| of == Some(host))
}

/// Returns the page that explains replies, codes and texts.
fn explain(shared: &Shared) -> Response {
    match shared.explain {
        Some(page) => Response { has_policy: true, ..Response::ok("text/html; charset=utf-8", page.to_vec()) },
        None => Response::plain(404, "this build has no page; cargo xtask web makes one for the next build\n"),
    }
}

fn command(request: &Received, shared: &Shared) -> Response {
    let command: Command = match serde_json::from_slice(&request.body) {
        Ok(command) => command,
        Err(error) => {
            return Response::plain(400, &format!("line {}, column {}: {}\n", error.line(), error.column(), reason(&error)));
        }
    };
    let by = match command.advance.as_deref().map(parse_duration).transpose() {
        Ok(by) => by,
        Err(error) => return Response::plain(400, &format!("advance: {error}\n")),
    };
    let mut provider = shared.provider();
    if command.reset {
        provider.restart(shared.scenario.clone());
    }
    if let Some(fault) = command.fault {
        provider.add_fault(fault);
    }
    if let Some(by) = by {
        shared.clock.advance(by);
    }
    let now = shared.clock.now();
    if command.reset {
        provider.start(now);
    }
    let received = command.receive.map(|Incoming { login, phone, text, to }| {
        provider.receive(login.as_deref(), &phone, &text, &to, now).map(|_| ()).map_err(|error| ("receive", error))
    });
    let called = command.call.map(|phone| provider.receive_call(None, &phone, now).map_err(|error| ("call", error)));
    drop(provider);
    match received.into_iter().chain(called).collect::<Result<(), _>>() {
        Ok(()) => state(shared),
        Err((what, error)) => Response::plain(400, &format!("{what}: {error}\n")),
    }
}

/// Returns what is wrong with a request, without a value of it, which may be a phone or a text.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    without_value(text.split(" at line ").next().unwrap_or_default()).to_owned()
}

/// Returns the state, and what became of the notifications.
fn state(shared: &Shared) -> Response {
    let snapshot = shared.provider().snapshot(shared.clock.now());
    let mut value = json!(snapshot);
    value["notifications"] = json!({
        "delivered": shared.delivered.load(Ordering::SeqCst),
        "undelivered": shared.undelivered.load(Ordering::SeqCst),
    });
    json_response(&value)
}

fn journal(shared: &Shared) -> Response {
    let of = |entry: &Entry| {
        let parameters = entry.parameters.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
        json!({
            "time_ms": entry.time.0,
            "script": entry.script,
            "parameters": Value::Object(parameters),
            "error": entry.error,
            "has_fault": entry.has_fault,
        })
    };
    json_response(&shared.provider().journal().entries().map(of).collect())
}

fn json_response(value: &Value) -> Response {
    let mut body = serde_json::to_vec_pretty(value).unwrap_or_default();
    body.push(b'\n');
    Response { content_type: "application/json".to_owned(), body, ..Response::plain(200, "") }
}
