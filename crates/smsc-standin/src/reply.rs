//! Replies, written by the core where it has a writer.

use std::collections::VecDeque;

use serde_json::Value;
use smsc_proto::{ApiError, ApiErrorCode, Charset, Detail, Format, MessageId, Output, Query, Text, WriteError, Writer};

use crate::charset::{encode, encode_json};
use crate::params::Params;

/// The form of a reply.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) format: Format,
    pub(crate) charset: Charset,
}

/// Bytes that the core's writer writes to.
#[derive(Debug, Default)]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl Output for Bytes {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

/// A refused request: the number of the error, the server's words and, of send.php, an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: u32,
    pub(crate) text: &'static str,
    pub(crate) id: Option<String>,
}

impl Refusal {
    pub(crate) const fn new(code: u32, text: &'static str) -> Self {
        Self { code, text, id: None }
    }

    pub(crate) fn with_id(self, id: String) -> Self {
        Self { id: Some(id), ..self }
    }
}

pub(crate) const PARAMETERS: Refusal = Refusal::new(1, "parameters error");
pub(crate) const AUTHORISATION: Refusal = Refusal::new(2, "authorise error");
pub(crate) const NO_MONEY: Refusal = Refusal::new(3, "no money");
pub(crate) const BLOCKED: Refusal = Refusal::new(4, "ip is blocked");
pub(crate) const DELETION: Refusal = Refusal::new(5, "deleting error");
pub(crate) const TIME: Refusal = Refusal::new(5, "invalid time format");
pub(crate) const DENIED: Refusal = Refusal::new(6, "message is denied");
pub(crate) const NUMBER: Refusal = Refusal::new(7, "invalid number");
pub(crate) const UNDELIVERABLE: Refusal = Refusal::new(8, "can't to deliver");
pub(crate) const DUPLICATE: Refusal = Refusal::new(9, "duplicate request, wait a minute");
pub(crate) const TOO_MANY: Refusal = Refusal::new(9, "too many requests, wait a minute");
pub(crate) const AT_ONCE: Refusal = Refusal::new(9, "too many concurrent requests");

impl Shape {
    pub(crate) fn of(params: &Params) -> Self {
        Self { format: params.format(), charset: params.charset() }
    }

    fn query(self) -> Query<'static> {
        Query::new(self.format, Detail::Status).charset(self.charset)
    }

    /// Writes an API error.
    pub(crate) fn refused(self, refusal: &Refusal) -> Vec<u8> {
        let mut error = ApiError::new(ApiErrorCode(refusal.code)).with_text(Text::new(refusal.text.as_bytes(), self.charset));
        if let Some(id) = refusal.id.as_deref().and_then(MessageId::parse) {
            error = error.with_id(id);
        }
        let mut bytes = Bytes::default();
        // fmt 1 has no place for the text.
        let written = Writer::new(self.query()).replacing().error(&error, &mut bytes);
        debug_assert!(written.is_ok(), "{written:?}");
        bytes.0
    }

    /// Writes the confirmation of a deletion.
    pub(crate) fn deleted(self) -> Vec<u8> {
        let mut bytes = Bytes::default();
        let written = Writer::new(self.query()).deleted(&mut bytes);
        debug_assert!(written.is_ok(), "{written:?}");
        bytes.0
    }

    /// Encodes a text in the charset.
    pub(crate) fn encode(self, text: &str) -> Vec<u8> {
        encode(self.charset, text)
    }

    /// Writes an object of fmt 3: one key a line, as recorded from the server.
    pub(crate) fn object(self, members: &[(&str, Value)]) -> Vec<u8> {
        encode_json(self.charset, &object(members))
    }

    /// Writes a list of objects of fmt 3.
    pub(crate) fn list(self, objects: &VecDeque<Vec<(&str, Value)>>) -> Vec<u8> {
        let objects: Vec<_> = objects.iter().map(|members| object(members)).collect();
        encode_json(self.charset, &format!("[{}]", objects.join(",\n")))
    }
}

fn object(members: &[(&str, Value)]) -> String {
    let members: Vec<_> = members.iter().map(|(name, value)| format!("\"{name}\": {value}")).collect();
    format!("{{\n{}\n}}", members.join(",\n"))
}
