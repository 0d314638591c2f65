//! `smsc convert --to`: the records of many replies as the rows of a table.
//!
//! The replies are divided into [jobs](crate::jobs), which threads take in their order. A thread encodes the
//! rows of its job, and writes them when it is the [turn](turns) of the job, so that the table is the
//! same for any number of threads.

mod days;
mod document;
mod encode;
mod partitions;
mod sink;
mod text;
mod turns;
mod view;
mod work;

use std::num::NonZero;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::thread::available_parallelism;

use crate::args::{Convert, Form};
use crate::failure::Failure;
use crate::jobs::Files;
use crate::lang::{fill, tr};
use crate::message;
use crate::progress::Progress;
use document::Document;
use sink::Sink;
use view::View;
use work::Work;

/// Runs the command.
pub(crate) fn run(options: &Convert, form: Form) -> Result<ExitCode, Failure> {
    check(options, form)?;
    let view = View::new(options)?;
    let files = Files::new(&options.files())?;
    let is_on_terminal = options.table.out().is_none() && std::io::IsTerminal::is_terminal(&std::io::stdout());
    let progress = Arc::new(Mutex::new(Progress::new(files.size(), is_on_terminal)));
    let jobs = files.jobs(view.options(), options.table.part_bytes, &progress)?;
    let (document, encoder) = Document::start(form, options.table.out().is_some(), view.schema())?;
    let sink = Sink::create(&options.table, form, view.schema(), document)?;
    let work = Work::new(&view, &encoder, jobs, sink, progress);
    let threads = options.table.threads.map_or_else(|| available_parallelism().map_or(1, NonZero::get), usize::from);
    let count = work.run(threads);
    let values: [&dyn std::fmt::Display; 3] = [&count.rows, &count.malformed, &count.ambiguous];
    message::failure(&fill("rows: {0}, malformed: {1}, ambiguous: {2}", &values));
    Ok(ExitCode::from(u8::from(count.malformed > 0)))
}

/// Fails if options do not fit together.
fn check(options: &Convert, form: Form) -> Result<(), Failure> {
    let (table, out) = (&options.table, options.table.out());
    let wrong = match form {
        Form::Parquet if out.is_none() => tr("parquet cannot be written to standard output: pass a file with --out"),
        _ if table.partition_by.is_some() && out.is_none() => tr("the days are folders: pass the folder for them with --out"),
        Form::Csv | Form::Ndjson if table.dictionary => tr("csv and ndjson have no dictionaries: leave out --dictionary"),
        Form::Arrow if table.dictionary && out.is_some() => {
            tr("an Arrow file cannot have a dictionary that grows: leave out --dictionary, or write to standard output")
        }
        _ => return Ok(()),
    };
    Err(Failure::Usage(wrong.to_owned()))
}
