//! `smsc diagnose`.

use std::process::ExitCode;

use serde::Serialize;
use sms_explain::{CauseLine, similar};
use sms_outcome::{Symptom, diagnose};
use smsc_proto::ApiErrorCode;
use visible_text::Visible;

use crate::args::Diagnose;
use crate::failure::Failure;
use crate::labels::{SOURCE, source};
use crate::lang::{current, fill, tr};
use crate::message;
use crate::output::{Out, wrapped};

/// The line of JSON of a symptom.
#[derive(Serialize)]
struct SymptomLine {
    symptom: &'static str,
    title: &'static str,
}

/// Runs the command.
pub(crate) fn run(options: &Diagnose) -> Result<ExitCode, Failure> {
    let (words, number) = options.symptom();
    let mut out = Out::new();
    if words.is_empty() && number.is_none() {
        list(&mut out, options.json)?;
    } else {
        let Some(symptom) = find(&words) else {
            message::failure(&fill("unknown symptom “{0}”; the symptoms are:", &[&Visible(&words)]));
            for symptom in Symptom::ALL {
                message::print(format_args!("  {}", row(symptom)));
            }
            return Ok(ExitCode::from(2));
        };
        let symptom = match (symptom, number) {
            (Symptom::ApiError(_), Some(number)) => Symptom::ApiError(ApiErrorCode(number)),
            (Symptom::ApiError(_), None) => {
                let message = "api-error needs the number of the error, for example: smsc diagnose api-error 9";
                return Err(Failure::Usage(tr(message).to_owned()));
            }
            (_, Some(_)) => {
                let message = "only api-error takes a number: remove the number, or use the symptom api-error";
                return Err(Failure::Usage(tr(message).to_owned()));
            }
            (symptom, None) => symptom,
        };
        causes(symptom, &mut out, options.json)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the symptom with this name or title, in any language, or the only one with these words in
/// it, or one that is similar.
fn find(words: &str) -> Option<Symptom> {
    let names = |symptom: Symptom| {
        let title = symptom.title();
        [symptom.name(), title.en, title.ru, title.fr]
    };
    let with = |name: &str| Symptom::ALL.into_iter().find(|symptom| names(*symptom).contains(&name));
    let folded = words.to_lowercase();
    let exact = Symptom::ALL.into_iter().find(|symptom| names(*symptom).iter().any(|name| name.to_lowercase() == folded));
    let mut parts =
        Symptom::ALL.into_iter().filter(|symptom| names(*symptom).iter().any(|name| name.to_lowercase().contains(&folded)));
    let part = parts.next().filter(|_| parts.next().is_none());
    exact.or(part).or_else(|| with(similar::find(words, Symptom::ALL.into_iter().flat_map(names))?.known()))
}

/// Prints the symptoms.
fn list(out: &mut Out, is_json: bool) -> Result<(), Failure> {
    for symptom in Symptom::ALL {
        if is_json {
            out.json(&SymptomLine { symptom: symptom.name(), title: symptom.title().get(current()) })?;
        } else {
            out.line(row(symptom))?;
        }
    }
    Ok(())
}

/// Returns the name and the title of a symptom.
fn row(symptom: Symptom) -> String {
    format!("{:<16}  {}", symptom.name(), symptom.title().get(current()))
}

/// Prints the causes of a symptom.
pub(crate) fn causes(symptom: Symptom, out: &mut Out, is_json: bool) -> Result<(), Failure> {
    let lang = current();
    if !is_json {
        out.heading(symptom.title().get(lang))?;
    }
    for (at, step) in diagnose(symptom).enumerate() {
        let (cause, check) = (step.cause.get(lang), step.check.get(lang));
        if is_json {
            out.json(&CauseLine::new(&step, lang))?;
            continue;
        }
        let about = format!("({}: {})", SOURCE.get(lang), source(step.source, step.is_judgement, lang));
        out.line("")?;
        for (text, mark) in [(cause, format!("{}.", at + 1)), (check, String::new()), (&about, String::new())] {
            for (index, line) in wrapped(text, out.width).into_iter().enumerate() {
                out.line(format_args!("{:<2} {line}", if index == 0 { mark.as_str() } else { "" }))?;
            }
        }
    }
    Ok(())
}
