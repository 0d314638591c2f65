//! The requested pairs of id and phone: the options `--ids` and `--ids-file`.

mod file;

use std::ffi::OsStr;
use std::fmt;
use std::path::Path;

use clap::builder::TypedValueParser;
use clap::error::ErrorKind;
use clap::{Arg, Command};
use smsc_proto::{MessageId, Requested};

use crate::failure::Failure;
use crate::input::Input;
use crate::lang::{fill, tr};

const INVALID_ID: &str = "invalid id: expected a number from 1 to 2147483647, or 1 to 40 letters, digits, dots, `-` and `_`";

/// The requested pairs, in the order of the request. `Debug` does not show them.
#[derive(Clone)]
pub(crate) struct Pairs(Vec<Pair>);

/// A requested pair, with a valid id.
#[derive(Clone)]
struct Pair {
    id: String,
    phone: String,
}

impl Pairs {
    /// Reads a file of pairs, or standard input for `-`. Fails if the file cannot be read, contains
    /// an invalid pair, or contains no pair.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let mut input = Input::open(Some(path), "pairs")?;
        file::parse(&input.read_all()?).map_err(|error| Failure::Content(input.into_path(), error.to_string()))
    }

    /// Returns the pairs of several lists, one after the other.
    pub(crate) fn joined(lists: &[Self]) -> Self {
        Self(lists.iter().flat_map(|list| list.0.iter().cloned()).collect())
    }

    /// Parses the content of a file of pairs. Fails with the number of the line if a pair is invalid, or
    /// if there is none.
    pub(crate) fn of_file(content: &[u8]) -> Result<Self, String> {
        file::parse(content).map_err(|error| error.to_string())
    }

    /// Parses a line of a file of pairs, after its header if it is CSV. Fails with the reason.
    pub(crate) fn of_line(header: &[u8], line: &[u8]) -> Result<Self, String> {
        file::parse(&[header, line].concat()).map_err(|error| error.reason().to_owned())
    }

    /// Returns whether a line is the header of CSV with the columns id and phone.
    pub(crate) fn is_header(line: &[u8]) -> bool {
        file::is_header(line)
    }

    /// Returns the pairs for a query.
    pub(crate) fn requested(&self) -> Vec<Requested<'_>> {
        // Each id was parsed before, so none is dropped.
        self.0.iter().filter_map(|Pair { id, phone }| Some(Requested { id: MessageId::parse(id)?, phone })).collect()
    }
}

impl fmt::Debug for Pairs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} pairs", self.0.len())
    }
}

impl Pair {
    /// Creates a pair, without the white space around the id and the phone. `no_phone` is the
    /// message if there is no phone.
    fn new(id: &str, phone: &str, no_phone: &'static str) -> Result<Self, &'static str> {
        let (id, phone) = (id.trim(), phone.trim());
        if MessageId::parse(id).is_none() {
            return Err(INVALID_ID);
        }
        if phone.is_empty() {
            return Err(no_phone);
        }
        Ok(Self { id: id.to_owned(), phone: phone.to_owned() })
    }

    /// Parses `ID:PHONE`, in which the id ends at the first colon. `no_colon` is the message if
    /// there is no colon.
    fn parse(pair: &str, no_colon: &'static str) -> Result<Self, &'static str> {
        let (id, phone) = pair.split_once(':').ok_or(no_colon)?;
        Self::new(id, phone, "missing phone: expected a phone or an e-mail address after the colon")
    }
}

/// A parser of pairs in an argument, whose error messages do not contain the value, because phones are in it.
#[derive(Clone)]
pub(crate) struct PairsParser;

impl TypedValueParser for PairsParser {
    type Value = Pairs;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Pairs, clap::Error> {
        value.to_str().ok_or("expected UTF-8").and_then(parse).map_err(|message| {
            let name = arg.map(|arg| format!("'{arg}'")).unwrap_or_default();
            let message = fill("invalid value for {0}: {1}", &[&name, &tr(message)]);
            clap::Error::raw(ErrorKind::ValueValidation, format!("{message}\n")).with_cmd(command)
        })
    }
}

/// Parses pairs between commas. As in the request, a comma may follow the last pair (R2).
fn parse(pairs: &str) -> Result<Pairs, &'static str> {
    let pairs = pairs.trim().strip_suffix(',').unwrap_or(pairs);
    let expected = "expected pairs of the form ID:PHONE, separated by commas";
    let pair = |pair| match Pair::parse(pair, expected)? {
        // No phone contains these, but pairs with another separator do.
        Pair { phone, .. } if phone.contains([';', ':']) => Err(expected),
        pair => Ok(pair),
    };
    pairs.split(',').map(pair).collect::<Result<_, _>>().map(Pairs)
}
