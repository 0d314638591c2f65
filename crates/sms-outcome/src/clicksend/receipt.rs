//! Delivery receipts and entries of the history.

use super::{Meanings, ROWS, Row, error, has_phrase, is_status, ranked, word};

/// The values of a ClickSend delivery receipt or history entry that say what became of the message.
///
/// The names are those of the fields in JSON and in forms; an absent or empty field is `None`. Other
/// numbers than the known ones are kept.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Receipt<'a> {
    /// `status`: a word such as `Sent`, or a code of the API such as `THROTTLED`.
    pub status: Option<&'a str>,
    /// `status_code`: 200, 201, 300, 301 or 302.
    pub status_code: Option<u32>,
    /// `error_code`: a number of the older list.
    pub error_code: Option<u32>,
    /// `error_text`: the reason in words.
    pub error_text: Option<&'a str>,
}

/// Writes the numbers, but not the texts, which may contain a phone.
impl core::fmt::Debug for Receipt<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Receipt")
            .field("status_code", &self.status_code)
            .field("error_code", &self.error_code)
            .finish_non_exhaustive()
    }
}

impl<'a> Receipt<'a> {
    /// Creates a receipt from its fields. An empty text is no text.
    #[must_use]
    pub fn new(status: Option<&'a str>, status_code: Option<u32>, error_code: Option<u32>, error_text: Option<&'a str>) -> Self {
        let filled = |text: Option<&'a str>| text.filter(|text| !text.trim().is_empty());
        Self { status: filled(status), status_code, error_code, error_text: filled(error_text) }
    }
}

/// Returns the meanings of a receipt, the commonest first.
///
/// A row is meant if it agrees with every field that names rows. If no row does, the fields
/// contradict each other, and each row that one of them names is returned. A word outside the list
/// counts only if no field names a row.
pub(crate) fn of_receipt(receipt: Receipt<'_>) -> Meanings {
    let named = Named::by(receipt);
    if ROWS.iter().any(|row| named.all_agree(row)) {
        Meanings::of_rows(ranked(&[], |row, _| named.all_agree(row)), named.error)
    } else if ROWS.iter().any(|row| named.one_agrees(row)) {
        Meanings::of_rows(ranked(&[], |row, _| named.one_agrees(row)), named.error)
    } else {
        receipt.status.and_then(word).map_or_else(Meanings::unknown, Meanings::of_word)
    }
}

/// The fields of a receipt that name rows. A field that names none is `None`.
#[derive(Clone, Copy)]
struct Named<'a> {
    code: Option<u16>,
    /// The number of the older list.
    error: Option<u8>,
    text: Option<&'a str>,
    status: Option<&'a str>,
}

impl<'a> Named<'a> {
    fn by(receipt: Receipt<'a>) -> Self {
        let code = receipt.status_code.and_then(|code| u16::try_from(code).ok());
        let has_code = |code: &u16| ROWS.iter().any(|row| row.code == Some(*code));
        let has_text = |text: &&str| ROWS.iter().any(|row| has_phrase(row, &[*text]));
        let has_status = |status: &&str| ROWS.iter().any(|row| is_status(row, status));
        Self {
            code: code.filter(has_code),
            error: receipt.error_code.and_then(|number| u8::try_from(number).ok()).filter(|number| error(*number).is_some()),
            text: receipt.error_text.filter(has_text),
            status: receipt.status.filter(has_status),
        }
    }

    /// Returns for each field whether it names this row, or `None` if it names no row.
    fn agree(&self, row: &Row) -> impl Iterator<Item = bool> + use<> {
        let of_code = self.code.map(|code| row.code == Some(code));
        let of_error = self.error.map(|number| row.error == Some(number));
        let of_text = self.text.map(|text| has_phrase(row, &[text]));
        let of_status = self.status.map(|status| is_status(row, status));
        [of_code, of_error, of_text, of_status].into_iter().flatten()
    }

    fn all_agree(&self, row: &Row) -> bool {
        self.one_agrees(row) && self.agree(row).all(|agrees| agrees)
    }

    fn one_agrees(&self, row: &Row) -> bool {
        self.agree(row).any(|agrees| agrees)
    }
}
