//! Every text that the command can print is in the catalogue, and nothing else is.

use std::collections::BTreeSet;
use std::path::Path;

use clap::{Command, CommandFactory as _};
use regex::Regex;
use smsc_proto::callback::Algorithm;
use smsc_proto::{Detail, ErrorKind, Format, Query, Reply};

use super::*;
use crate::args::Cli;

/// Returns the help texts of a command and of those below it.
fn help(command: &Command) -> Vec<String> {
    let own = [command.get_about(), command.get_long_about(), command.get_after_help()];
    let args = command.get_arguments().flat_map(|arg| [arg.get_help(), arg.get_long_help()]);
    let texts = own.into_iter().chain(args).flatten().map(ToString::to_string);
    texts.chain(command.get_subcommands().flat_map(help)).collect()
}

/// Returns the literals in the sources that are passed to a function which translates them, or whose
/// name is in a constant for one.
fn literals(folder: &Path) -> Vec<String> {
    let call = Regex::new(r#"(?:\A|[^\pL_])(?:tr|fill|hint|Input::open)\([ \n]*(?:[a-z._]+, *)?"((?:[^"\\]|\\[^\n])*)""#).unwrap();
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("catalog") {
            found.extend(literals(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            let code = source.split("#[cfg(test)]").next().unwrap_or_default();
            found.extend(call.captures_iter(code).map(|text| text[1].replace("\\\"", "\"")));
        }
    }
    found
}

#[test]
fn every_text_is_translated() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut command = Cli::command();
    command.build();
    let mut texts: BTreeSet<_> = help(&command).into_iter().collect();
    texts.extend(literals(&source));
    let missing: Vec<_> = texts.iter().filter(|text| find(text, Lang::Ru).is_none()).collect();
    assert!(missing.is_empty(), "{} texts are not in the catalogue: {missing:#?}", missing.len());
}

#[test]
fn every_error_of_the_core_is_translated() {
    let cases = testkit::load();
    let mut texts = BTreeSet::new();
    for case in &cases {
        for (format, all) in [(0, 0), (0, 2), (1, 0), (1, 1), (1, 2), (2, 1), (3, 1)] {
            let query = Query::new(Format::try_from(format).unwrap(), Detail::try_from(all).unwrap());
            for query in [query, query.batch()] {
                let errors = match query.read(&case.body) {
                    Err(error) => vec![error],
                    Ok(Reply::Records(records)) => records.filter_map(Result::err).collect(),
                    Ok(_) => vec![],
                };
                for error in errors {
                    texts.insert(error.expected().to_owned());
                    match error.kind() {
                        ErrorKind::NotAReply(body) => texts.insert(body.to_string()),
                        ErrorKind::Field(_) | ErrorKind::FieldCount { .. } | ErrorKind::TooLong { .. } => false,
                        kind => texts.insert(kind.to_string()),
                    };
                }
            }
        }
    }
    assert!(texts.len() > 30, "{}", texts.len());
    let missing: Vec<_> = texts.iter().filter(|text| find(text, Lang::Ru).is_none()).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_error_of_a_request_is_translated() {
    let text = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../smsc-proto/src/request"));
    // The last argument of an error, and the texts that have a name.
    let error = Regex::new(r#"RequestError::(?:new|missing|invalid)\([^;]*?,\s*"([^"]+)",?\s*\)"#).unwrap();
    let named = Regex::new(r#"(?:let expected|const [A-Z]+: &str) = "([^"]+)""#).unwrap();
    let in_table = Regex::new(r#"\(\("[a-z]+", [a-z]+, "([^"]+)"\)"#).unwrap();
    let texts: BTreeSet<_> =
        [error, named, in_table].iter().flat_map(|text_of| text_of.captures_iter(&text)).map(|found| found[1].to_owned()).collect();
    let texts: Vec<_> = texts.iter().filter(|text| !text.starts_with("application/") && *text != "***").collect();
    assert!(texts.len() > 25, "{texts:#?}");
    let missing: Vec<_> = texts.iter().filter(|text| find(text, Lang::Ru).is_none()).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Returns the texts of the files in a folder, and in those below it.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        text.push_str(&if path.is_dir() { sources(&path) } else { std::fs::read_to_string(&path).unwrap() });
    }
    text
}

#[test]
fn every_error_of_a_call_and_every_heading_is_translated() {
    let text = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../smsc-proto/src/calls"));
    // Outside of comments, a literal with a space is what was expected or why a lint is off.
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("reason = "));
    let literal = Regex::new(r#""((?:[^"\\]|\\.)*)""#).unwrap();
    let mut texts: BTreeSet<_> = code.flat_map(|line| literal.captures_iter(line)).map(|found| found[1].to_owned()).collect();
    let is_sentence = |text: &str| text.contains(' ') && text.starts_with(|first: char| first.is_alphanumeric() || first == '`');
    texts.retain(|text| is_sentence(text) && !text.starts_with("OK - "));
    assert!(texts.len() > 25, "{texts:#?}");
    texts.extend([ErrorKind::Unsupported].map(|kind| kind.to_string()));
    texts.extend(
        crate::calls::headings().into_iter().chain(crate::callback::headings()).chain(crate::plan::headings()).map(str::to_owned),
    );
    let missing: Vec<_> =
        texts.iter().filter(|text| !matches!(text.as_str(), "ID" | "MCC" | "MNC") && find(text, Lang::Ru).is_none()).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_failure_of_a_transport_is_translated() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../smsc-client/src/transport.rs");
    let text = std::fs::read_to_string(path).unwrap();
    let sentence = Regex::new(r#"=> (?:\{\s+)?"([^"]+)""#).unwrap();
    let texts: BTreeSet<_> = sentence.captures_iter(&text).map(|found| found[1].to_owned()).collect();
    assert_eq!(texts.len(), 13, "{texts:#?}");
    let missing: Vec<_> = texts.iter().filter(|text| find(text, Lang::Ru).is_none()).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_error_of_a_store_is_translated() {
    let source =
        |name| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../smsc-watch/src").join(name)).unwrap();
    let errors = source("error.rs");
    let (_, sentences) = errors.split_once("impl fmt::Display for ErrorKind").unwrap();
    // What a URL lacks is a reason of its own.
    let text = Regex::new(r"\\\n *").unwrap().replace_all(&[sentences, &source("postgres/url.rs")].concat(), "").into_owned();
    let literal = Regex::new(r#"(?:=>|=> \{|=|wrong\()\s*"([^"{]+ [^"{]+)""#).unwrap();
    let texts: BTreeSet<_> = literal.captures_iter(&text).map(|found| found[1].to_owned()).collect();
    assert_eq!(texts.len(), 19, "{texts:#?}");
    let missing: Vec<_> = texts.iter().filter(|text| find(text, Lang::Ru).is_none()).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_error_of_a_notification_is_translated() {
    use smsc_proto::callback::{CallbackErrorKind as Kind, CallbackField};
    let plain = [
        Kind::Empty,
        Kind::NotFlat,
        Kind::NotANotification,
        Kind::SeveralKinds,
        Kind::EmptySecret,
        Kind::NoSignature,
        Kind::Crc32,
        Kind::OtherKind,
    ];
    let forms = Algorithm::ALL.iter().map(|algorithm| Kind::SignatureForm(*algorithm));
    let mut texts: BTreeSet<_> = plain.into_iter().chain(forms).map(|kind| kind.to_string()).collect();
    for field in CallbackField::ALL {
        let sentence = Kind::Field(*field).to_string();
        texts.insert(sentence.split_once(": expected ").unwrap().1.to_owned());
    }
    let text = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../smsc-proto/src/callback"));
    let syntax = Regex::new(r#"Syntax\("([^"]+)"\)"#).unwrap();
    texts.extend(syntax.captures_iter(&text).map(|found| found[1].to_owned()));
    let missing: Vec<_> = texts.iter().filter(|text| find(text, Lang::Ru).is_none()).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn translations_have_the_same_places_for_values_and_no_other_text_twice() {
    let places = |text: &str| {
        let mut places: Vec<_> = text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
        places.sort();
        places
    };
    let mut seen = BTreeSet::new();
    for (en, ru, fr) in TABLES.iter().copied().flatten() {
        assert!(seen.insert(en), "{en} is in the catalogue twice");
        assert!(places(en) == places(ru) && places(en) == places(fr), "{en}");
        for text in [ru, fr] {
            assert!(!text.contains("  ") || en.contains("  "), "{text}");
        }
    }
}
