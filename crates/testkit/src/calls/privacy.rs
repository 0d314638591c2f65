//! What is shown of a reply must not be a part of it, but for numbers and ids.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde_json::Value;

use super::cases::load;
use super::generate::{NAMES, TOKENS};
use super::query::Call;

/// The shortest word that counts: shorter ones are in the words of the messages by chance.
const SHORTEST: usize = 5;

/// Returns a word of the body, of five letters or digits at least, that `Debug` or the `Display` of
/// an error shows, and that is neither one of their own words nor in an id, a number, a cost or an
/// amount of the reply.
#[must_use]
pub fn leak(call: &Call, body: &[u8]) -> Option<String> {
    let shown = call.shown(body);
    let mut body_words = words(&call.encoding().decode_without_bom_handling(body).0);
    body_words.retain(|word| !own_words().contains(word));
    if body_words.is_empty() {
        return None;
    }
    let mut numbers = BTreeSet::new();
    call.lines(body).iter().for_each(|line| shown_values(line, &mut numbers));
    let shown = words(&shown);
    body_words.into_iter().find(|word| shown.contains(word) && !numbers.contains(word))
}

/// Returns the words of a text: its longest runs of letters and digits.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|next: char| !next.is_alphanumeric());
    words.filter(|word| word.chars().count() >= SHORTEST).map(str::to_owned).collect()
}

/// Returns the words that are shown of the cases, cut or changed anywhere, and are not in their
/// bodies; and those of the names and signs, which errors show.
fn own_words() -> &'static BTreeSet<String> {
    static OWN: OnceLock<BTreeSet<String>> = OnceLock::new();
    OWN.get_or_init(|| {
        let codes = (0..20).filter_map(|code| smsc_proto::ApiErrorCode(code).name(smsc_proto::Lang::En));
        let mut own: BTreeSet<_> = NAMES.iter().chain(TOKENS).copied().chain(codes).flat_map(words).collect();
        for case in load() {
            let body = words(&case.call.encoding().decode_without_bom_handling(&case.body).0);
            let mut add = |shown: &str| own.extend(words(shown).difference(&body).cloned());
            add(&case.call.shown(&case.body));
            for at in 0..case.body.len() {
                let (start, rest) = case.body.split_at(at);
                add(&case.call.shown(start));
                add(&case.call.shown(&[start, b"\0", &rest[1..]].concat()));
            }
        }
        own
    })
}

/// Adds the words of the values that `Debug` shows: ids, numbers, costs and amounts.
fn shown_values(line: &Value, numbers: &mut BTreeSet<String>) {
    for (name, value) in line.as_object().into_iter().flatten() {
        match value {
            Value::Number(number) => numbers.extend(words(&number.to_string())),
            Value::String(text) if ["id", "cost", "balance", "credit", "debit"].contains(&name.as_str()) => {
                numbers.extend(words(text));
            }
            Value::Array(items) => items.iter().for_each(|item| shown_values(item, numbers)),
            _ => {}
        }
    }
}
