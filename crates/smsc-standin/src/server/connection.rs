//! The requests of one connection, one after the other.

use std::io::Read as _;
use std::net::IpAddr;
use std::sync::atomic::Ordering;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::gate::Ticket;
use crate::http::{Request, Response};
use crate::server::receive::{Missing, Received, Receiver};
use crate::server::socket::Socket;
use crate::server::{Shared, control, deliver};

/// The time for which the rest of a refused request is read, so that the client reads the refusal
/// before its connection ends.
const DRAIN_TIME: Duration = Duration::from_secs(2);

/// Answers requests until the client, an error or the end of the server closes the connection.
pub(super) fn serve(mut socket: Socket, peer: IpAddr, shared: &Shared) {
    if socket.shake_hands(shared.request_time).is_err() {
        return;
    }
    let mut receiver = Receiver::new(&shared.stopping, shared.request_time);
    loop {
        match receiver.receive(&mut socket) {
            Ok(request) => {
                if !answer(&mut socket, &request, peer, shared) {
                    return;
                }
            }
            Err(Missing::Closed) => return,
            Err(Missing::Refused(response)) => {
                if deliver::deliver(&mut socket, &response, shared.clock.now(), false, &shared.stopping).is_ok() {
                    socket.finish();
                    drain(&mut socket);
                }
                return;
            }
        }
    }
}

/// Answers a request. Returns whether the connection can be used for another one.
fn answer(socket: &mut Socket, request: &Received, peer: IpAddr, shared: &Shared) -> bool {
    let keeps_alive = request.keeps_alive && !shared.stopping.load(Ordering::SeqCst);
    let mut send = |response: &Response| {
        let is_open = deliver::deliver(socket, response, shared.clock.now(), keeps_alive, &shared.stopping).unwrap_or(false);
        if !is_open && response.delivery == crate::Delivery::Whole {
            socket.finish();
        }
        is_open
    };
    if let Some(response) = control::answer(request, peer, shared) {
        return send(&response);
    }
    if !matches!(&*request.method, "GET" | "POST") {
        // The response to HEAD has no body, which the client would take for the next response.
        send(&Response::plain(405, "expected GET or POST\n"));
        return false;
    }
    // PHP, which the service is written in, reads the body of a POST alone.
    let body = if request.method == "POST" { &request.body[..] } else { &[] };
    let of_script =
        Request { path: &request.path, query: &request.query, content_type: request.content_type.as_deref(), body, peer };
    let (response, ticket) = shared.provider().begin(&of_script, shared.clock.now());
    let _work = Work { shared, ticket: Some(ticket) };
    sleep(shared.latency);
    send(&response)
}

/// A request in work, which ends when this is dropped.
struct Work<'s> {
    shared: &'s Shared,
    ticket: Option<Ticket>,
}

impl Drop for Work<'_> {
    fn drop(&mut self) {
        if let Some(ticket) = self.ticket.take() {
            self.shared.provider().end(ticket);
        }
    }
}

/// Reads what a client still sends, for a limited time.
fn drain(socket: &mut Socket) {
    let until = Instant::now() + DRAIN_TIME;
    socket.set_deadline(Some(until));
    let mut bytes = [0; 16 * 1024];
    while Instant::now() < until && matches!(socket.read(&mut bytes), Ok(1..)) {}
}
