//! The message about a text that is not known.

use std::process::ExitCode;

use visible_text::Visible;

use crate::message;

/// The number of known texts to suggest.
const SUGGESTIONS: usize = 3;

/// The number of characters that are compared with a known text: more than any of those has.
const COMPARED: usize = 200;

/// Prints the nearest known texts to standard error, and returns the exit status.
pub(crate) fn report(text: &str, known: impl Iterator<Item = String>) -> ExitCode {
    let folded = text.to_lowercase();
    let mut known: Vec<_> = known.map(|known| (similarity(&folded, &known.to_lowercase()), known)).collect();
    known.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    known.dedup_by(|one, other| one.1 == other.1);
    message::print(format_args!("smsc: unknown text “{}”; the most similar known texts are:", Visible(text)));
    for (_, known) in known.iter().take(SUGGESTIONS) {
        message::print(format_args!("  {known}"));
    }
    ExitCode::FAILURE
}

/// Returns how near a known text is: 0 to 1, or more if the text contains the known one, which is
/// nearer the longer it is.
fn similarity(text: &str, known: &str) -> f64 {
    let has_words = |text: &str, part: &str| {
        let is_word = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
        text.match_indices(part).any(|(at, _)| {
            let (before, rest) = text.split_at(at);
            !is_word(before.chars().next_back()) && !is_word(rest.chars().nth(part.chars().count()))
        })
    };
    let contained = if has_words(text, known) { known.chars().count() } else { 0 };
    #[expect(clippy::cast_precision_loss, reason = "no known text has so many characters")]
    let contained = contained as f64;
    let start: String = text.chars().take(COMPARED).collect();
    contained + strsim::normalized_damerau_levenshtein(&start, known)
}
