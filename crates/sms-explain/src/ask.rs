//! Parses what a person types to be explained: codes in any notation, or a text.

use std::str::FromStr;

use sms_outcome::{Codes, Question};
use smsc_proto::{ApiErrorCode, Endpoint, ErrCode, MessageType, StatusCode};

/// Codes or a text, as typed.
#[derive(Debug, PartialEq, Eq)]
pub enum Ask<'a> {
    /// Codes.
    Codes(Question<'a>),
    /// Codes that could mean something else too: the other notation to type for that.
    Either(Question<'a>, String),
    /// Anything else.
    Text(&'a str),
}

/// The reason why numbers mean nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskError {
    /// Nothing was typed.
    Empty,
    /// The number is not one that a code may have.
    OutOfRange(i64),
    /// The numbers are neither a status and its err nor an API error.
    Together,
}

/// The meaning of a number, by the word before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Status,
    Err,
    ApiError,
}

/// The words that may be before a number. «Ошибка» and `error` are the words of the server for an
/// API error; people also write them for an err.
const LABELS: [(&str, Label); 11] = [
    ("status", Label::Status),
    ("статус", Label::Status),
    ("statut", Label::Status),
    ("err", Label::Err),
    ("error", Label::ApiError),
    ("error_code", Label::ApiError),
    ("api", Label::ApiError),
    ("ошибка", Label::ApiError),
    ("ошибки", Label::ApiError),
    ("erreur", Label::ApiError),
    ("code", Label::ApiError),
];

impl<'a> Ask<'a> {
    /// Parses what was typed, and the err of an option. Anything that is not numbers, with or
    /// without labels, is a text.
    ///
    /// # Errors
    ///
    /// If nothing was typed, or the numbers mean nothing together.
    pub fn parse(words: &'a str, err: Option<u32>, kind: MessageType, endpoint: Option<Endpoint>) -> Result<Self, AskError> {
        let words = words.trim();
        let err_alone = |err: u32| {
            let codes = Codes::of_err(ErrCode(err), kind);
            Question::Status(codes.status.unwrap_or(StatusCode::UNDELIVERABLE), codes.err, codes.kind)
        };
        if words.is_empty() {
            return err.map(|err| Ask::Codes(err_alone(err))).ok_or(AskError::Empty);
        }
        let Some(numbers) = labelled(words) else { return Ok(Ask::Text(words)) };
        let status = |number: i64, err: Option<u32>| {
            let number = i32::try_from(number).map_err(|_| AskError::OutOfRange(number))?;
            Ok(Question::Status(StatusCode(number), err.map(ErrCode), kind))
        };
        let api_error = |number: i64, endpoint| {
            let code = u32::try_from(number.unsigned_abs()).ok().filter(|code| *code <= 0x7fff_ffff);
            Ok(Question::ApiError(ApiErrorCode(code.ok_or(AskError::OutOfRange(number))?), endpoint))
        };
        let err_of = |number: i64| u32::try_from(number).ok().filter(|err| *err <= 0x7fff_ffff).ok_or(AskError::OutOfRange(number));
        match (numbers.as_slice(), err) {
            ([(None | Some(Label::Status), number)], Some(err)) => status(*number, Some(err)).map(Ask::Codes),
            ([(Some(Label::Err), number)], None) => err_of(*number).map(err_alone).map(Ask::Codes),
            ([(Some(Label::ApiError), number)], None) => {
                let other = format!("err {}", number.unsigned_abs());
                api_error(*number, endpoint).map(|question| Ask::Either(question, other))
            }
            // The server writes API errors with a minus. -1 to -3 are statuses as well.
            ([(None, number)], None) if *number < i64::from(StatusCode::NOT_FOUND.0) => {
                api_error(*number, endpoint).map(Ask::Codes)
            }
            ([(None, number)], None) if *number < 0 => {
                status(*number, None).map(|question| Ask::Either(question, format!("0,{number}")))
            }
            ([(None | Some(Label::Status), number)], None) => status(*number, None).map(Ask::Codes),
            // Only send.php has an id before the number.
            ([(None, id), (None, number)], None) if *number < 0 && words.contains(',') => {
                let endpoint = endpoint.or((*id != 0).then_some(Endpoint::Send));
                api_error(*number, endpoint).map(Ask::Codes)
            }
            (
                [(None | Some(Label::Status), number), (None | Some(Label::Err | Label::ApiError), err)]
                | [(Some(Label::Err), err), (Some(Label::Status), number)],
                None,
            ) => status(*number, Some(err_of(*err)?)).map(Ask::Codes),
            _ => Err(AskError::Together),
        }
    }
}

/// Returns the numbers of a text, each with the label before it, or `None` if anything else is in
/// the text.
fn labelled(text: &str) -> Option<Vec<(Option<Label>, i64)>> {
    let mut numbers = Vec::new();
    let mut label = None;
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let is_word = |next: char| next.is_alphabetic() || next == '_';
        let is_number = next.is_ascii_digit() || next == '-' && rest[1..].starts_with(|next: char| next.is_ascii_digit());
        if is_number {
            let digits = rest[1..].find(|next: char| !next.is_ascii_digit()).map_or(rest.len(), |at| at + 1);
            // A number is not part of a word, and `20-1` is two numbers.
            let after = rest[digits..].chars().next();
            if after.is_some_and(is_word) {
                return None;
            }
            numbers.push((label.take(), i64::from_str(&rest[..digits]).ok()?));
            rest = &rest[digits..];
            if let Some(second) = rest.strip_prefix('-')
                && second.starts_with(|next: char| next.is_ascii_digit())
            {
                rest = second;
            }
        } else if is_word(next) {
            let end = rest.find(|next| !is_word(next)).unwrap_or(rest.len());
            let word = rest[..end].to_lowercase();
            let (_, known) = LABELS.into_iter().find(|(known, _)| *known == word)?;
            // `API error 9` is one label.
            label = Some(known);
            rest = &rest[end..];
        } else if " \t,;/=:.()[]{}\"'#№|".contains(next) {
            rest = &rest[next.len_utf8()..];
        } else {
            return None;
        }
    }
    (!numbers.is_empty() && label.is_none()).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMS: MessageType = MessageType::SMS;

    fn ask(words: &str) -> Result<Ask<'_>, AskError> {
        Ask::parse(words, None, SMS, None)
    }

    const fn status(status: i32, err: Option<u32>) -> Question<'static> {
        let err = match err {
            Some(err) => Some(ErrCode(err)),
            None => None,
        };
        Question::Status(StatusCode(status), err, SMS)
    }

    #[test]
    fn a_status_and_an_err_in_any_notation() {
        for words in ["20 1", "20/1", "20,1", "20, 1", "20 err=1", "status 20, err: 1", "статус 20 ошибка 1", "err=1 status=20"]
        {
            assert_eq!(ask(words), Ok(Ask::Codes(status(20, Some(1)))), "{words}");
        }
        assert_eq!(ask("20"), Ok(Ask::Codes(status(20, None))));
        assert_eq!(ask("err 6"), Ok(Ask::Codes(status(20, Some(6)))));
        assert_eq!(Ask::parse("", Some(6), SMS, None), Ok(Ask::Codes(status(20, Some(6)))));
        assert_eq!(Ask::parse("3", Some(6), SMS, None), Ok(Ask::Codes(status(3, Some(6)))));
        assert_eq!(ask("-3"), Ok(Ask::Either(status(-3, None), "0,-3".to_owned())));
    }

    #[test]
    fn api_errors_as_the_server_writes_them() {
        let error = |code, endpoint| Question::ApiError(ApiErrorCode(code), endpoint);
        assert_eq!(ask("0,-9"), Ok(Ask::Codes(error(9, None))));
        assert_eq!(ask("0,-2"), Ok(Ask::Codes(error(2, None))));
        assert_eq!(ask("-9"), Ok(Ask::Codes(error(9, None))));
        assert_eq!(ask("1234,-8"), Ok(Ask::Codes(error(8, Some(Endpoint::Send)))));
        for words in ["ERROR = 9", "error 9", "Ошибка: 9", "error_code: 9", "{\"error_code\": 9}"] {
            assert_eq!(ask(words), Ok(Ask::Either(error(9, None), "err 9".to_owned())), "{words}");
        }
    }

    #[test]
    fn anything_else_is_a_text_or_wrong() {
        for words in ["Просрочено", "ERROR = 9 (duplicate)", "20th", "no 5", "x20", "5%", "err"] {
            assert_eq!(ask(words), Ok(Ask::Text(words)), "{words}");
        }
        for words in ["", "  ", "1,2,3", "1,1760080210,0", "20 -1 3", "20 -1", "99999999999999999999999", "20 99999999999"] {
            assert!(!matches!(ask(words), Ok(Ask::Codes(_) | Ask::Either(..))), "{words}");
        }
    }
}
