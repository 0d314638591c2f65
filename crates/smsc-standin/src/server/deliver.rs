//! Delivery of responses to a client, with the faults that were requested.

use std::io::{self, Read as _, Write as _};
use std::thread::sleep;
use std::time::{Duration, Instant};

use bounded_http::{Handle, Socket as _, TICK, reason};
use jiff::Timestamp;

use crate::http::{Delivery, Response};
use crate::server::socket::Socket;
use crate::time::Time;

/// The time in which a client has to receive a response without a fault.
const RESPONSE_TIME: Duration = Duration::from_secs(60);
/// The time for which a connection with a fault stays open without a response.
const STALL_TIME: Duration = Duration::from_secs(600);

/// Sends a response. Returns whether the connection can be used for another one.
pub(super) fn deliver(socket: &mut Socket, response: &Response, now: Time, keeps_alive: bool, handle: &Handle) -> io::Result<bool> {
    // Faults that take time have no limit of their own.
    let is_prompt = matches!(response.delivery, Delivery::Whole | Delivery::Cut(_));
    socket.set_deadline(is_prompt.then(|| Instant::now() + RESPONSE_TIME));
    let mut bytes = head(response, now, keeps_alive).into_bytes();
    match response.delivery {
        Delivery::Whole => {
            bytes.extend_from_slice(&response.body);
            socket.write_all(&bytes)?;
            socket.flush()?;
            Ok(keeps_alive)
        }
        Delivery::Cut(len) => {
            bytes.extend_from_slice(&response.body[..len.min(response.body.len())]);
            socket.write_all(&bytes)?;
            socket.flush()?;
            socket.cut();
            Ok(false)
        }
        Delivery::Stall => {
            stall(socket, handle);
            Ok(false)
        }
        Delivery::Reset => {
            socket.reset_at_end();
            Ok(false)
        }
        Delivery::Drip(pause) => {
            bytes.extend_from_slice(&response.body);
            for byte in bytes {
                socket.write_all(&[byte])?;
                socket.flush()?;
                if handle.is_stopping() {
                    return Ok(false);
                }
                sleep(Duration::from_millis(pause));
            }
            Ok(keeps_alive)
        }
    }
}

/// Waits until the client closes the connection.
fn stall(socket: &mut Socket, handle: &Handle) {
    let until = Instant::now() + STALL_TIME;
    let mut bytes = [0; 1024];
    while Instant::now() < until && !handle.is_stopping() {
        match socket.read(&mut bytes) {
            Ok(0) => return,
            Ok(_) => sleep(TICK),
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {}
            Err(_) => return,
        }
    }
}

/// Returns the status line and the headers.
fn head(response: &Response, now: Time, keeps_alive: bool) -> String {
    let connection = if keeps_alive { "keep-alive" } else { "close" };
    let location = response.location.as_deref().map(|url| format!("Location: {url}\r\n")).unwrap_or_default();
    format!(
        "HTTP/1.1 {} {}\r\nServer: smsc-standin\r\nDate: {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nConnection: {connection}\r\n{location}{SAFETY}Content-Security-Policy: {}\r\n\r\n",
        response.status,
        reason(response.status),
        date(now),
        response.content_type,
        response.body.len(),
        if response.has_policy { FRAMES } else { POLICY },
    )
}

/// Headers for browsers.
const SAFETY: &str = "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";

/// The policy of the stand-in's own pages: nothing may come from elsewhere or run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// What a page cannot state itself: no other page may show it.
const FRAMES: &str = "frame-ancestors 'none'";

/// Returns a moment in the form of the header `Date`.
fn date(now: Time) -> String {
    let seconds = i64::try_from(now.seconds()).unwrap_or(i64::MAX);
    Timestamp::from_second(seconds).unwrap_or(Timestamp::MAX).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_with_its_own_policy_may_run_scripts() {
        let policy = |response: &Response| {
            let head = head(response, Time::from_seconds(1_795_856_400), true);
            head.split_once("\r\nContent-Security-Policy: ").unwrap().1.to_owned()
        };
        let plain = Response::plain(200, "x");
        assert_eq!(policy(&plain), "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'\r\n\r\n");
        assert_eq!(policy(&Response { has_policy: true, ..plain }), "frame-ancestors 'none'\r\n\r\n");
    }

    #[test]
    fn a_head_has_the_time_of_the_clock() {
        let head = head(&Response::plain(404, "no\n"), Time::from_seconds(1_795_856_400), true);
        assert!(head.starts_with("HTTP/1.1 404 Not Found\r\n") && head.ends_with("\r\n\r\n"), "{head}");
        assert!(head.contains(
            "\r\nDate: Sat, 28 Nov 2026 09:00:00 GMT\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 3\r\n"
        ));
    }
}
