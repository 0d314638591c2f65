//! The texts of the command in Russian and French, by their English text.

mod callback;
mod calls;
mod convert;
mod errors;
mod help;
mod listen;
mod merge;
mod messages;
mod plan;
#[cfg(feature = "report")]
mod report;
mod request;
mod serve;
mod service;
mod service_help;
mod store;
mod watch;

use smsc_proto::Lang;

/// A text in English, Russian and French.
type Entry = (&'static str, &'static str, &'static str);

const TABLES: &[&[Entry]] = &[
    messages::TEXTS,
    errors::TEXTS,
    help::TEXTS,
    request::TEXTS,
    calls::TEXTS,
    callback::TEXTS,
    convert::TEXTS,
    listen::TEXTS,
    merge::TEXTS,
    plan::TEXTS,
    #[cfg(feature = "report")]
    report::TEXTS,
    serve::TEXTS,
    service::TEXTS,
    service_help::TEXTS,
    store::TEXTS,
    watch::TEXTS,
];

/// Returns the text in a language, or `None` for English and for a text that is in no table.
pub(crate) fn find(english: &str, lang: Lang) -> Option<&'static str> {
    let column: fn(&Entry) -> &'static str = match lang {
        Lang::Ru => |(_, ru, _)| ru,
        Lang::Fr => |(_, _, fr)| fr,
        _ => return None,
    };
    TABLES.iter().copied().flatten().find(|(known, ..)| *known == english).map(column)
}

#[cfg(all(test, checkout))]
mod tests;
