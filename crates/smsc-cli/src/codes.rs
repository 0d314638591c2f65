//! `smsc codes`.

mod lines;

use std::process::ExitCode;

use sms_outcome::{API_ERRORS, Row, STATUSES, Symptom, clicksend, diagnose, errs, getcourse};
use smsc_proto::{Endpoint, ErrScope, Lang, MessageType};

use crate::args::Codes;
use crate::codes::lines::{ApiErrorLine, CauseLine, ClickSendLine, CodeLine, GetCourseLine, NameLine, WordLine};
use crate::failure::Failure;
use crate::labels::short_label;
use crate::output::Out;

/// Returns the tables of codes with outcomes: the name in JSON, the heading and the rows of each.
fn tables() -> [(&'static str, &'static str, Vec<&'static Row>); 3] {
    [
        ("status", "status", STATUSES.iter().collect()),
        ("err", "err of SMS, calls and HLR", errs(ErrScope::Phone).collect()),
        ("err_email", "err of e-mail", errs(ErrScope::Email).collect()),
    ]
}

/// Runs the command.
pub(crate) fn run(options: &Codes) -> Result<ExitCode, Failure> {
    let mut out = Out::new();
    if options.json {
        json(&mut out)?;
    } else {
        text(&mut out)?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// Prints the tables as lines of JSON.
fn json(out: &mut Out) -> Result<(), Failure> {
    for (table, _, rows) in tables() {
        rows.into_iter().try_for_each(|row| out.json(&CodeLine::new(table, row)))?;
    }
    API_ERRORS.iter().try_for_each(|row| out.json(&ApiErrorLine::new(row)))?;
    MessageType::TABLE.iter().try_for_each(|name| out.json(&NameLine::new("type", name)))?;
    getcourse::ROWS.iter().try_for_each(|row| out.json(&GetCourseLine::new(row)))?;
    clicksend::ROWS.iter().try_for_each(|row| out.json(&ClickSendLine::new(row)))?;
    clicksend::WORDS.iter().try_for_each(|word| out.json(&WordLine::new(word)))?;
    for symptom in Symptom::ALL {
        diagnose(symptom).enumerate().try_for_each(|(at, step)| out.json(&CauseLine::new(symptom, at + 1, step)))?;
    }
    Ok(())
}

/// Prints the tables for people.
fn text(out: &mut Out) -> Result<(), Failure> {
    for (_, heading, rows) in tables() {
        out.heading(heading)?;
        for row in rows {
            let (title, label) = (row.outcome.title, short_label(&row.outcome, Lang::En));
            out.line(format_args!("{:>5}  {:<36}  {label:<15}  {}", row.code, title.en, title.ru))?;
        }
        out.line("")?;
    }
    out.heading("error_code of the API, by endpoint")?;
    for row in API_ERRORS {
        let title = format!("{} ({})", row.outcome.title.en, row.endpoint.map_or("every", Endpoint::name));
        let label = short_label(&row.outcome, Lang::En);
        out.line(format_args!("{:>5}  {title:<36}  {label:<15}  {}", row.code, row.outcome.title.ru))?;
    }
    out.line("")?;
    out.heading("type")?;
    for name in MessageType::TABLE {
        out.line(format_args!("{:>5}  {:<36}  {:<15}  {}", name.code, name.en, "", name.ru))?;
    }
    out.line("")?;
    out.heading("GetCourse's texts")?;
    for row in getcourse::ROWS {
        out.line(format_args!("       {}", row.text))?;
    }
    out.line("")?;
    out.heading("ClickSend's statuses")?;
    for row in clicksend::ROWS {
        let code = row.code.map_or_else(String::new, |code| code.to_string());
        let status = format!("{} {code}", row.status[0]);
        let label = short_label(&row.outcome, Lang::En);
        out.line(format_args!("{:>5}  {status:<36}  {label:<15}  {}", row.number, row.outcome.title.en))?;
    }
    out.line("")?;
    out.heading("ClickSend's codes and words")?;
    for word in clicksend::WORDS {
        let label = short_label(&word.outcome, Lang::En);
        for text in word.texts {
            out.line(format_args!("       {text:<36}  {label:<15}  {}", word.outcome.title.en))?;
        }
    }
    out.line("")?;
    out.heading("symptoms")?;
    for symptom in Symptom::ALL {
        out.line(format_args!("       {:<36}  {:<15}  {}", symptom.name(), "", symptom.title().en))?;
    }
    Ok(())
}
