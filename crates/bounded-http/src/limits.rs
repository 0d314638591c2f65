//! The bounds of requests and connections.

use std::time::Duration;

/// The bounds of requests and connections.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The maximum length of a request line and its headers.
    pub max_head: usize,
    /// The maximum length of a body.
    pub max_body: usize,
    /// The time that a client has for a request after its first byte.
    pub request_time: Duration,
    /// The time for which a connection may be idle between requests.
    pub idle_time: Duration,
    /// The maximum number of connections.
    pub max_connections: usize,
}

impl Default for Limits {
    /// Returns bounds for small requests: heads of 64 KiB, bodies of 4 MiB, 10 seconds for a
    /// request, a minute between requests, 128 connections.
    fn default() -> Self {
        Self {
            max_head: 64 << 10,
            max_body: 4 << 20,
            request_time: Duration::from_secs(10),
            idle_time: Duration::from_secs(60),
            max_connections: 128,
        }
    }
}
