//! The state between two calls.

use serde::Deserialize;
use serde_json::json;
use sms_explain::{FlagLine, codes};
use smsc_proto::{Flag, Lang};

use crate::assume;
use crate::decode::Decoder;
use crate::explain::{self, Question};
use crate::lines::push;
use crate::options::Options;

/// The input, the answer, and the reply that is being read.
#[derive(Debug, Default)]
pub struct Session {
    input: Vec<u8>,
    output: Vec<u8>,
    decoder: Option<Decoder>,
}

/// A request of the page.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case", tag = "op")]
enum Request {
    /// Explain codes, a text or a receipt.
    Explain { lang: String, question: Box<Question> },
    /// Start to read a reply.
    Decode { lang: String, options: Options },
    /// Return the parts of a bitfield.
    Flag { flag: u16 },
    /// Return every code and text.
    Codes,
}

impl Session {
    /// Returns memory for an input of `len` bytes.
    pub fn reserve(&mut self, len: usize) -> &mut [u8] {
        self.input.clear();
        self.input.resize(len, 0);
        &mut self.input
    }

    /// Returns the answer of the last call.
    #[must_use]
    pub fn output(&self) -> &[u8] {
        &self.output
    }

    /// Answers the request in the input. An answer with the key `refused` says that the request is
    /// wrong.
    pub fn request(&mut self) -> usize {
        self.output.clear();
        match serde_json::from_slice(&self.input) {
            Ok(request) => self.answer(request),
            Err(_) => push(&json!({ "refused": "request" }), &mut self.output),
        }
        self.output.len()
    }

    fn answer(&mut self, request: Request) {
        let out = &mut self.output;
        match request {
            Request::Explain { lang, question } => push(&explain::answer(&question, language(&lang)), out),
            Request::Decode { lang, options } => match Decoder::new(&options, language(&lang)) {
                Ok(decoder) => {
                    self.decoder = Some(decoder);
                    push(&json!({}), out);
                }
                Err(refused) => push(&json!({ "refused": refused }), out),
            },
            Request::Flag { flag } => push(&FlagLine::new(Flag(flag)), out),
            Request::Codes => codes::lines().for_each(|line| push(&line, out)),
        }
    }

    /// Finds out what the input is.
    pub fn assume(&mut self) -> usize {
        self.output.clear();
        let at = self.input.iter().position(|byte| *byte == b'\n').unwrap_or(self.input.len());
        let (known, bytes) = self.input.split_at(at);
        let bytes = bytes.get(1..).unwrap_or_default();
        match serde_json::from_slice(known) {
            Ok(known) => push(&assume::assume(&known, bytes), &mut self.output),
            Err(_) => push(&json!({ "refused": "request" }), &mut self.output),
        }
        self.output.len()
    }

    /// Reads the input as the next part of the reply.
    pub fn feed(&mut self, is_last: bool) -> usize {
        self.output.clear();
        match &mut self.decoder {
            Some(decoder) => decoder.feed(&self.input, is_last, &mut self.output),
            None => push(&json!({ "refused": "request" }), &mut self.output),
        }
        if is_last {
            self.decoder = None;
        }
        self.output.len()
    }
}

fn language(name: &str) -> Lang {
    Lang::from_name(name).unwrap_or(Lang::En)
}
