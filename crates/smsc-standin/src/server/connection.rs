//! The requests of one connection, one after the other.

use std::io;
use std::net::IpAddr;
use std::thread::sleep;

use bounded_http::{Handle, Request as Received, Socket as _};

use crate::gate::Ticket;
use crate::http::{Request, Response};
use crate::server::socket::Socket;
use crate::server::{Shared, control, deliver};

/// Answers requests until the client, an error or the end of the server closes the connection.
pub(super) fn serve(mut socket: Socket, peer: IpAddr, shared: &Shared, handle: &Handle) {
    if socket.shake_hands(handle.limits().request_time).is_ok() {
        bounded_http::serve(&mut socket, handle, |socket, request| answer(socket, &request, peer, shared, handle));
    }
}

/// Answers a request. Returns whether the connection can be used for another one.
fn answer(socket: &mut Socket, request: &Received, peer: IpAddr, shared: &Shared, handle: &Handle) -> io::Result<bool> {
    let mut send = |response: &Response, keeps_alive: bool| {
        let is_open = deliver::deliver(socket, response, shared.clock.now(), keeps_alive, handle)?;
        if !is_open && response.delivery == crate::Delivery::Whole {
            socket.finish();
        }
        Ok(is_open)
    };
    if let Some(response) = control::answer(request, peer, shared) {
        return send(&response, request.keeps_alive);
    }
    if !matches!(&*request.method, "GET" | "POST") {
        // The response to HEAD has no body, which the client would take for the next response.
        return send(&Response::plain(405, "expected GET or POST\n"), false);
    }
    // PHP, which the service is written in, reads the body of a POST alone.
    let body = if request.method == "POST" { &request.body[..] } else { &[] };
    let of_script =
        Request { path: &request.path, query: &request.query, content_type: request.content_type.as_deref(), body, peer };
    let (response, ticket) = shared.provider().begin(&of_script, shared.clock.now());
    let _work = Work { shared, ticket: Some(ticket) };
    sleep(shared.latency);
    send(&response, request.keeps_alive)
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
