//! Hints at a body that was not passed as it was received.

use smsc_proto::callback::{CallbackErrorKind, CallbackFormat};

use super::notification::Refused;
use crate::lang::{fill, tr};
use crate::message;

/// What the bytes of a body show.
pub(crate) struct Hints {
    /// The format that the body looks like, if it is another one than that of the command line.
    format: Option<&'static str>,
    /// Whether a form starts with a `?`, as in a URL.
    is_query: bool,
    /// Whether a form ends with a line end, which no form does.
    has_line_end: bool,
}

impl Hints {
    /// Examines a body before it is decoded.
    pub(crate) fn of(body: &[u8], format: CallbackFormat) -> Self {
        let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start();
        let looks_like = match text.first() {
            Some(b'{') => Some((CallbackFormat::Json, "--format json")),
            Some(b'<') => Some((CallbackFormat::Xml, "--format xml")),
            Some(first) if first.is_ascii_lowercase() => Some((CallbackFormat::Form, "--format form")),
            _ => None,
        };
        let is_form = format == CallbackFormat::Form;
        Self {
            format: looks_like.filter(|(other, _)| *other != format).map(|(_, option)| option),
            is_query: is_form && text.starts_with(b"?"),
            has_line_end: is_form && body.ends_with(b"\n"),
        }
    }

    /// Prints at most one hint after a refusal.
    pub(crate) fn print(&self, refused: &Refused) {
        if refused.error.kind() == CallbackErrorKind::Empty {
            return;
        }
        if let Some(option) = self.format {
            message::hint(&fill("the notification looks like another format: try {0}", &[&option]));
        } else if self.is_query {
            message::hint(tr("the question mark of a URL is no part of its query: pass the query without it"));
        } else if self.has_line_end {
            message::hint(tr("the line end at the end counts as part of the last value: pass the body as it was received"));
        }
    }
}
