//! The content of a message to send: its phones, its text and its time.

use std::path::{Path, PathBuf};

use smsc_proto::request::SendTime;

use crate::args::{Hidden, Order};
use crate::failure::Failure;
use crate::input::{Input, is_stdin};
use crate::lang::tr;

/// The phones and the text of a message, from the arguments or from files.
pub(crate) struct Content<'o> {
    order: &'o Order,
    phones: Option<String>,
    text: Option<String>,
}

impl<'o> Content<'o> {
    /// Reads the files.
    pub(crate) fn read(order: &'o Order) -> Result<Self, Failure> {
        let is_stdin = |path: &Option<PathBuf>| path.as_deref().is_some_and(is_stdin);
        if is_stdin(&order.phones_file) && is_stdin(&order.text_file) {
            return Err(Failure::Usage(tr("only one of the phones and the text can be on standard input").to_owned()));
        }
        let phones = order.phones_file.as_deref().map(|path| read(path, "phones")).transpose()?;
        let text = order.text_file.as_deref().map(|path| read(path, "the text")).transpose()?;
        Ok(Self { order, phones, text })
    }

    /// Returns the phones.
    pub(crate) fn phones(&self) -> Vec<&str> {
        match &self.phones {
            Some(lines) => lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect(),
            None => self.order.phones.iter().map(|Hidden(phone)| &**phone).collect(),
        }
    }

    /// Returns the text.
    pub(crate) fn text(&self) -> &str {
        let text = self.text.as_deref().map(without_line_end);
        text.or(self.order.text.as_ref().map(|Hidden(text)| &**text)).unwrap_or_default()
    }
}

/// Returns the time of sending, if one was passed.
pub(crate) fn send_time(order: &Order) -> Result<Option<SendTime<'_>>, Failure> {
    match order.time.as_deref().map(SendTime::parse) {
        Some(None) => {
            let expected = "invalid --time: expected DDMMYYhhmm, DD.MM.YY hh:mm, h1-h2, 0 and Unix seconds, or + and minutes";
            Err(Failure::Usage(tr(expected).to_owned()))
        }
        time => Ok(time.flatten()),
    }
}

/// Reads a file of text. A byte order mark at its start is dropped.
fn read(path: &Path, content: &'static str) -> Result<String, Failure> {
    let mut input = Input::open(Some(path), content)?;
    let bytes = input.read_all()?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::Content(input.into_path(), tr("expected UTF-8").to_owned()))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Returns a text without the line end that editors put at the end of a file.
fn without_line_end(text: &str) -> &str {
    let text = text.strip_suffix('\n').unwrap_or(text);
    text.strip_suffix('\r').unwrap_or(text)
}
