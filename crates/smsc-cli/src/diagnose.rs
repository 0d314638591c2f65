//! `smsc diagnose`.

use std::process::ExitCode;

use clap::CommandFactory as _;
use clap::error::ErrorKind;
use serde::Serialize;
use sms_outcome::diagnose;

use crate::args::{Cli, Diagnose};
use crate::failure::Failure;
use crate::labels::{SOURCE, source};
use crate::output::{Out, wrapped};

/// The line of JSON of a cause.
#[derive(Serialize)]
struct Line {
    cause: &'static str,
    check: &'static str,
    source: &'static str,
    judgement: bool,
}

/// Runs the command.
pub(crate) fn run(options: &Diagnose) -> Result<ExitCode, Failure> {
    let symptom = match options.symptom() {
        Ok(symptom) => symptom,
        Err(message) => Cli::command().error(ErrorKind::TooManyValues, message).exit(),
    };
    let lang = options.lang.into();
    let mut out = Out::new();
    if !options.json {
        out.heading(symptom.title().get(lang))?;
    }
    for (at, step) in diagnose(symptom).enumerate() {
        let (cause, check) = (step.cause.get(lang), step.check.get(lang));
        if options.json {
            out.json(&Line { cause, check, source: step.source, judgement: step.is_judgement })?;
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
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
