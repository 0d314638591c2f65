//! The message about a text that is not known.

use std::process::ExitCode;

use visible_text::Visible;

use crate::message;

/// The number of known texts to suggest.
const SUGGESTIONS: usize = 3;

/// Prints the most similar known texts to standard error, and returns the exit status.
pub(crate) fn report(text: &str, known: impl Iterator<Item = String>) -> ExitCode {
    let folded = text.to_lowercase();
    let mut known: Vec<_> =
        known.map(|known| (strsim::normalized_damerau_levenshtein(&folded, &known.to_lowercase()), known)).collect();
    known.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    known.dedup_by(|one, other| one.1 == other.1);
    message::print(format_args!("smsc: unknown text “{}”; the most similar known texts are:", Visible(text)));
    for (_, known) in known.iter().take(SUGGESTIONS) {
        message::print(format_args!("  {known}"));
    }
    ExitCode::FAILURE
}
