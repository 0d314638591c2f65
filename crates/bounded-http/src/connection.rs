//! The requests of one connection, one after the other.

use std::io;
use std::time::{Duration, Instant};

use crate::head::Request;
use crate::listener::Handle;
use crate::receive::{Missing, Receiver};
use crate::response::{Response, send};
use crate::stream::Socket;

/// The time for which the rest of a refused request is read, so that the client reads the refusal
/// before its connection ends.
const DRAIN_TIME: Duration = Duration::from_secs(2);

/// Receives requests and passes each to a function until the client, an error or the end of the
/// listener closes the connection. Requests that exceed a limit are refused here.
///
/// The function answers the request, and returns whether the connection can be used for another
/// one: at most if the request [keeps it alive](Request::keeps_alive). It must refuse HEAD, which
/// has no body in its response.
pub fn serve<S: Socket>(socket: &mut S, handle: &Handle, mut answer: impl FnMut(&mut S, Request) -> io::Result<bool>) {
    let mut receiver = Receiver::new(handle);
    loop {
        match receiver.receive(socket) {
            Ok(mut request) => {
                request.keeps_alive &= !handle.is_stopping();
                if !answer(socket, request).unwrap_or(false) {
                    return;
                }
            }
            Err(Missing::Closed) => return,
            Err(Missing::Refused { status, why }) => {
                if send(socket, &Response { status, body: format!("{why}\n").as_bytes() }, false).is_ok() {
                    drain(socket);
                }
                return;
            }
        }
    }
}

/// Reads what a client still sends, for a limited time.
fn drain(socket: &mut impl Socket) {
    let until = Instant::now() + DRAIN_TIME;
    socket.set_deadline(Some(until));
    let mut bytes = [0; 16 * 1024];
    while Instant::now() < until && matches!(socket.read(&mut bytes), Ok(1..)) {}
}
