//! `smsc codes`.

use std::fmt::Display;
use std::process::ExitCode;

use sms_explain::codes;
use sms_outcome::{API_ERRORS, Localized, Symptom, clicksend, getcourse};
use smsc_proto::{Endpoint, Lang, MessageType};

use crate::args::Codes;
use crate::failure::Failure;
use crate::labels::short_label;
use crate::lang::{current, tr};
use crate::output::Out;

/// Returns the heading of a table of codes.
fn heading(table: &str) -> &'static str {
    match table {
        "status_email" => "status of e-mail, where it differs",
        "status_other" => "status of calls, Viber and social networks, where it differs",
        "err" => "err of SMS, calls and HLR",
        "err_email" => "err of e-mail",
        _ => "status",
    }
}

/// Runs the command.
pub(crate) fn run(options: &Codes) -> Result<ExitCode, Failure> {
    let mut out = Out::new();
    if options.json {
        codes::lines().try_for_each(|line| out.json(&line))?;
    } else {
        text(&mut out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the tables for people. Beside the title is the provider's own name, or in Russian, which
/// has that, the English title.
fn text(out: &mut Out) -> Result<(), Failure> {
    let lang = current();
    let other = |title: Localized| if lang == Lang::Ru { title.en } else { title.ru };
    for (table, rows) in codes::tables() {
        out.heading(tr(heading(table)))?;
        for row in rows {
            let title = row.outcome.title;
            line(out, &row.code, title.get(lang), &short_label(&row.outcome, lang), other(title))?;
        }
        out.line("")?;
    }
    out.heading(tr("error_code of the API, by endpoint"))?;
    for row in API_ERRORS {
        let title = row.outcome.title;
        let endpoint = row.endpoint.map_or(tr("every"), Endpoint::name);
        line(out, &row.code, &format!("{} ({endpoint})", title.get(lang)), &short_label(&row.outcome, lang), other(title))?;
    }
    out.line("")?;
    out.heading(tr("type"))?;
    for name in MessageType::TABLE {
        let (title, other) = if lang == Lang::Ru { (name.ru, name.en) } else { (name.en, name.ru) };
        line(out, &name.code, title, "", other)?;
    }
    out.line("")?;
    out.heading(tr("GetCourse's texts"))?;
    getcourse::ROWS.iter().try_for_each(|row| line(out, &"", row.text, "", ""))?;
    out.line("")?;
    out.heading(tr("ClickSend's statuses"))?;
    for row in clicksend::ROWS {
        let code = row.code.map_or_else(String::new, |code| code.to_string());
        let status = format!("{} {code}", row.status[0]);
        line(out, &row.number, &status, &short_label(&row.outcome, lang), row.outcome.title.get(lang))?;
    }
    out.line("")?;
    out.heading(tr("ClickSend's codes and words"))?;
    for word in clicksend::WORDS {
        let label = short_label(&word.outcome, lang);
        word.texts.iter().try_for_each(|text| line(out, &"", text, &label, word.outcome.title.get(lang)))?;
    }
    out.line("")?;
    out.heading(tr("symptoms"))?;
    Symptom::ALL.iter().try_for_each(|symptom| line(out, &"", symptom.name(), "", symptom.title().get(lang)))
}

/// Prints a row.
fn line(out: &mut Out, code: &dyn Display, title: &str, label: &str, other: &str) -> Result<(), Failure> {
    let row = format!("{code:>5}  {title:<36}  {label:<15}  {other}");
    out.line(row.trim_end())
}
