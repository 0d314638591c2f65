//! `smsc codes`.

mod lines;

use std::process::ExitCode;

use sms_outcome::{API_ERRORS, Row, STATUSES, Symptom, clicksend, diagnose, errs, getcourse};
use smsc_proto::{ErrScope, Lang, MessageType};

use crate::args::Codes;
use crate::codes::lines::{CauseLine, ClickSendLine, CodeLine, GetCourseLine, NameLine};
use crate::failure::Failure;
use crate::labels::short_label;
use crate::output::Out;

/// Returns the tables of codes with outcomes: the name in JSON, the heading and the rows of each.
fn tables() -> [(&'static str, &'static str, Vec<&'static Row>); 4] {
    [
        ("status", "status", STATUSES.iter().collect()),
        ("err", "err of SMS, calls and HLR", errs(ErrScope::Phone).collect()),
        ("err_email", "err of e-mail", errs(ErrScope::Email).collect()),
        ("error_code", "error_code of the API", API_ERRORS.iter().collect()),
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
    MessageType::TABLE.iter().try_for_each(|name| out.json(&NameLine::new("type", name)))?;
    getcourse::ROWS.iter().try_for_each(|row| out.json(&GetCourseLine::new(row)))?;
    clicksend::ROWS.iter().try_for_each(|row| out.json(&ClickSendLine::new(row)))?;
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
    out.heading("symptoms")?;
    for symptom in Symptom::ALL {
        out.line(format_args!("       {:<36}  {:<15}  {}", symptom.name(), "", symptom.title().en))?;
    }
    Ok(())
}
