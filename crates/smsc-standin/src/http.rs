//! Requests and responses, as far as the service looks at them.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};

use crate::fault::Fault;

/// A request that was received as a whole.
#[derive(Clone, Copy)]
pub struct Request<'r> {
    /// The path, such as `/sys/status.php`, without a query.
    pub path: &'r str,
    /// The query after the `?`, still encoded.
    pub query: &'r [u8],
    /// The `Content-Type` of the body; a form without it. `multipart/form-data` is read too.
    pub content_type: Option<&'r str>,
    /// The body.
    pub body: &'r [u8],
    /// The address that it came from.
    pub peer: IpAddr,
}

impl<'r> Request<'r> {
    /// Creates a request from the loopback to `/sys/SCRIPT`, with a form as its body.
    #[must_use]
    pub const fn post(path: &'r str, body: &'r [u8]) -> Self {
        Self { path, query: b"", content_type: None, body, peer: IpAddr::V4(Ipv4Addr::LOCALHOST) }
    }

    /// Returns the name of the script, such as `status.php`. The endpoint for JSON is send.php too.
    #[must_use]
    pub fn script(&self) -> Option<&'r str> {
        if self.is_rest() { Some("send.php") } else { self.path.strip_prefix("/sys/") }
    }

    /// Returns whether this is the endpoint for JSON, which sends alone.
    pub(crate) fn is_rest(&self) -> bool {
        self.path == "/rest/send/"
    }
}

impl fmt::Debug for Request<'_> {
    /// Writes the path alone, because the parameters have the credentials.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request").field("path", &self.path).finish_non_exhaustive()
    }
}

/// A response. `Debug` shows the length of the body, because it has phones and texts.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type`.
    pub content_type: String,
    /// The URL of a redirect.
    pub location: Option<String>,
    /// The body.
    pub body: Vec<u8>,
    /// The way in which the response is sent.
    pub delivery: Delivery,
    /// Whether the body is a page that states its own content security policy, because it has scripts.
    pub has_policy: bool,
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Response");
        debug.field("status", &self.status).field("content_type", &self.content_type).field("location", &self.location);
        debug.field("body_len", &self.body.len()).field("delivery", &self.delivery);
        debug.field("has_policy", &self.has_policy).finish()
    }
}

/// The way in which a response is sent to the client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delivery {
    /// The whole response.
    #[default]
    Whole,
    /// This number of bytes of the body, although the header announces all of them.
    Cut(usize),
    /// No response; the connection stays open.
    Stall,
    /// No response; the connection is reset.
    Reset,
    /// One byte after the other, with this pause in milliseconds.
    Drip(u64),
}

impl Response {
    /// Creates a response with the status 200.
    pub(crate) fn ok(content_type: &str, body: Vec<u8>) -> Self {
        let content_type = content_type.to_owned();
        Self { status: 200, content_type, location: None, body, delivery: Delivery::Whole, has_policy: false }
    }

    /// Creates a response for people.
    #[must_use]
    pub fn plain(status: u16, text: &str) -> Self {
        Self { status, ..Self::ok("text/plain; charset=utf-8", text.as_bytes().to_vec()) }
    }

    /// Returns the response with a fault.
    pub(crate) fn with(self, fault: &Fault) -> Self {
        match fault {
            Fault::Empty => Self { body: Vec::new(), ..self },
            Fault::Html => {
                let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n";
                Self { status: 502, ..Self::ok("text/html", page.as_bytes().to_vec()) }
            }
            Fault::Ok => Self { body: b"OK".to_vec(), ..self },
            Fault::Cut { bytes } => Self { delivery: Delivery::Cut(*bytes), ..self },
            Fault::Stall => Self { delivery: Delivery::Stall, ..self },
            Fault::Reset => Self { delivery: Delivery::Reset, ..self },
            Fault::WrongCharset => {
                let (kind, charset) = self.content_type.split_once("; charset=").unwrap_or((&self.content_type, ""));
                let other = if charset == "utf-8" { "windows-1251" } else { "utf-8" };
                Self { content_type: format!("{kind}; charset={other}"), ..self }
            }
            Fault::Redirect { to } => Self { status: 302, location: Some(to.clone()), body: Vec::new(), ..self },
            Fault::Drip { pause_ms } => Self { delivery: Delivery::Drip(*pause_ms), ..self },
            // Of the records, and done already.
            Fault::WrongOrder | Fault::Doubled => self,
        }
    }
}
