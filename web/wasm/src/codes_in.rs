//! Codes and replies inside a line of a log.

use sms_outcome::{API_ERRORS, Key, get};
use smsc_proto::{ApiErrorCode, ErrCode, ErrScope, StatusCode};

use crate::explain::Question;

/// The words before a number that say what it is.
const STATUS: [&str; 3] = ["status", "статус", "statut"];
const ERR: [&str; 1] = ["err"];
const API_ERROR: [&str; 4] = ["error", "error_code", "ошибка", "erreur"];

/// Returns the known codes that a line names, such as `status=20 … err=1`, in any order. A number
/// without a word before it is no code.
pub(crate) fn labelled(line: &str) -> Option<Question> {
    let status = number_after(line, &STATUS, |number| {
        i32::try_from(number).ok().filter(|status| get(Key::Status(StatusCode(*status))).is_some())
    });
    let is_err = |err| [ErrScope::Phone, ErrScope::Email].into_iter().any(|scope| get(Key::Err(scope, ErrCode(err))).is_some());
    let err = number_after(line, &ERR, |number| u32::try_from(number).ok().filter(|err| is_err(*err)));
    if status.is_some() || err.is_some() {
        return Some(Question { status, err, ..Question::default() });
    }
    let is_api_error = |code: &u32| API_ERRORS.iter().any(|row| row.code == ApiErrorCode(*code));
    let api_error = number_after(line, &API_ERROR, |number| u32::try_from(number.unsigned_abs()).ok().filter(is_api_error));
    api_error.map(|code| Question { api_error: Some(code), ..Question::default() })
}

/// Returns the first number after one of the words that is accepted. Signs may be between them,
/// such as `=`, `": "` and `>`.
fn number_after<T>(line: &str, words: &[&str], accept: impl Fn(i64) -> Option<T>) -> Option<T> {
    let folded = line.to_lowercase();
    let is_word = |next: char| next.is_alphanumeric() || next == '_';
    words.iter().find_map(|word| {
        folded.match_indices(word).find_map(|(at, _)| {
            let (before, after) = (folded.get(..at)?, folded.get(at + word.len()..)?);
            if before.chars().next_back().is_some_and(is_word) {
                return None;
            }
            let number = after.trim_start_matches([' ', '=', ':', '"', '\'', '>', '[', '(']);
            let is_apart = number.len() < after.len();
            let end = number.strip_prefix('-').unwrap_or(number).find(|next: char| !next.is_ascii_digit());
            let end = end.map_or(number.len(), |end| end + usize::from(number.starts_with('-')));
            let (digits, rest) = number.split_at_checked(end)?;
            if !is_apart || rest.chars().next().is_some_and(is_word) { None } else { digits.parse().ok().and_then(&accept) }
        })
    })
}

/// Returns the parts of a line that may be a reply or a receipt, the most telling first.
pub(crate) fn parts(line: &str) -> impl Iterator<Item = &str> {
    let between = |open: char, close: char| {
        let (start, end) = (line.find(open)?, line.rfind(close)?);
        line.get(start..end + close.len_utf8())
    };
    let lower = line.to_ascii_lowercase();
    let from = |words: &str| lower.find(words).and_then(|at| line.get(at..));
    let of_form = line.split([' ', '"', '\'', '?']).find(|part| part.contains("status_code=") || part.contains("error_text="));
    let whole = [
        between('{', '}'),
        between('[', ']'),
        line.find("<?xml").or_else(|| line.find("<status")).or_else(|| line.find("<list")).and_then(|at| line.get(at..)),
        from("status = "),
        from("error = "),
        of_form,
    ];
    whole.into_iter().flatten().chain(values(line)).map(|part| part.trim_matches([' ', '"', '\'', '`', ';']))
}

/// Returns what follows each number before a comma: fmt 1 starts so. Times and the numbers of other
/// programs do as well.
fn values(line: &str) -> impl Iterator<Item = &str> {
    let is_part = |next: char| next.is_ascii_alphanumeric() || matches!(next, '-' | '.' | ':' | '_' | ',');
    let starts = line.char_indices().filter(|(_, next)| next.is_ascii_digit() || *next == '-').map(|(at, _)| at);
    let starts = starts.filter(move |at| !line.get(..*at).and_then(|before| before.chars().next_back()).is_some_and(is_part));
    starts.filter_map(|at| line.get(at..)).filter(|part| {
        let (number, rest) = part.split_once(',').unwrap_or_default();
        let digits = number.strip_prefix('-').unwrap_or(number);
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_number && rest.trim_start_matches(['-', ' ']).starts_with(|next: char| next.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(line: &str) -> Option<(Option<i32>, Option<u32>, Option<u32>)> {
        labelled(line).map(|found| (found.status, found.err, found.api_error))
    }

    #[test]
    fn codes_of_a_line_have_a_word_before_them() {
        assert_eq!(codes("sms 5 to 7999: status=20, err=1"), Some((Some(20), Some(1), None)));
        assert_eq!(codes("POST /push id=5&status=20&err=6&time=1"), Some((Some(20), Some(6), None)));
        assert_eq!(codes("{'err': 6, 'x': 1}"), Some((None, Some(6), None)));
        assert_eq!(codes("СТАТУС: -3 (id 5)"), Some((Some(-3), None, None)));
        assert_eq!(codes("sending failed, error_code: -9"), Some((None, None, Some(9))));
    }

    #[test]
    fn other_numbers_are_no_codes() {
        for line in ["HTTP status 404", "xstatus=20", "status20", "status=20x", "error 500", "20 1", "status: ok", "err"] {
            assert_eq!(codes(line), None, "{line}");
        }
    }

    #[test]
    fn parts_of_a_line_that_may_be_replies() {
        let first = |line: &'static str| parts(line).next();
        assert_eq!(first("INFO reply={\"status\":1} in 5 ms"), Some("{\"status\":1}"));
        assert_eq!(first("12:00:01 got \"1,1760080210,0\""), Some("1,1760080210,0"));
        assert_eq!(first("2026-11-05 12:00:01,345 nothing"), None);
        assert_eq!(first("got Status = 1, check_time = 5"), Some("Status = 1, check_time = 5"));
        assert_eq!(first("callback?status=Sent&status_code=201"), Some("status=Sent&status_code=201"));
    }
}
