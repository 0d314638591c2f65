//! `smsc convert`.

use std::process::ExitCode;

use smsc_proto::{BatchWriter, Format, Match, Output, Query, Record, WriteError, Writer};

use crate::args::Convert;
use crate::errors;
use crate::failure::Failure;
use crate::input::Input;
use crate::json::Lines;
use crate::lang::{fill, tr};
use crate::message;
use crate::output::Out;
use crate::read::{self, Item};

/// Runs the command.
pub(crate) fn run(options: &Convert) -> Result<ExitCode, Failure> {
    #[cfg(feature = "convert")]
    if let Some(form) = options.table.to {
        return crate::export::run(options, form);
    }
    let mut input = Input::open(options.file()?, "a reply")?;
    let (from, to) = (options.from(), options.to());
    let writer = if options.strict { Writer::new(to) } else { Writer::new(to).replacing() };
    let converter = Converter { to, writer, is_strict: options.strict };
    let mut reply = Reply { converter, out: Out::new(), target: Target::default(), records: 0, ambiguous: 0, is_faulty: false };
    let is_watched = reply.out.is_terminal;
    let render = |items: &[Item<'_>], part: &mut Part| {
        converter.convert(items, part);
        Ok(())
    };
    let finding = read::each_group(&from, &mut input, is_watched, render, |part| reply.add(part));
    reply.finish()?;
    finding.hint(&from, "--from-fmt");
    Ok(ExitCode::from(u8::from(reply.is_faulty)))
}

/// The new reply, or a part of it, as far as it is written.
enum Target {
    /// A reply that may still become a batch or a single reply.
    Undecided(Lines),
    Batch(BatchWriter<'static, Lines>),
    /// A complete reply.
    Complete(Lines),
}

impl Default for Target {
    fn default() -> Self {
        Self::Undecided(Lines::default())
    }
}

impl Target {
    fn lines(&mut self) -> &mut Lines {
        match self {
            Self::Undecided(lines) | Self::Complete(lines) => lines,
            Self::Batch(batch) => batch.get_mut(),
        }
    }

    /// Starts a batch if none is started.
    fn start_batch(&mut self, writer: &Writer<'static>) -> Result<(), WriteError> {
        if let Self::Undecided(lines) = self {
            *self = Self::Batch(writer.batch(std::mem::take(lines))?);
        }
        Ok(())
    }
}

impl Output for Lines {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.push(bytes);
        Ok(())
    }

    fn reserve(&mut self, bytes: usize) -> Result<(), WriteError> {
        self.spare(bytes);
        Ok(())
    }
}

/// A part of the new reply. A part of a batch has the records without the batch's opening and
/// closing.
#[derive(Default)]
struct Part {
    target: Target,
    records: usize,
    ambiguous: usize,
    /// What could not be converted: the number of the record within the part, if it is about a
    /// record, and the message.
    faults: Vec<(Option<usize>, String)>,
}

/// The end of a part after a fault in strict mode.
struct Stop;

/// A converter of items.
#[derive(Clone, Copy)]
struct Converter {
    to: Query<'static>,
    writer: Writer<'static>,
    is_strict: bool,
}

impl Converter {
    /// Converts items into a part, and reuses the memory of the part's earlier contents.
    fn convert(&self, items: &[Item<'_>], part: &mut Part) {
        let mut lines = std::mem::take(part.target.lines());
        lines.clear();
        *part = Part { target: Target::Undecided(lines), ..Part::default() };
        // The fault that stopped the conversion is in the part.
        let _ = items.iter().try_for_each(|item| self.item(item, part));
    }

    fn item(&self, item: &Item<'_>, part: &mut Part) -> Result<(), Stop> {
        let result = match item {
            Item::Match(Match::Requested(record) | Match::Unexpected(record)) => return self.record(record, part),
            Item::Match(Match::Missing(_)) => return Ok(()),
            Item::Malformed(error) => return self.fault(None, errors::of_reading(error), part),
            Item::ApiError(error) => self.writer.error(error, part.target.lines()),
            Item::Deleted => self.writer.deleted(part.target.lines()),
        };
        part.target = Target::Complete(std::mem::take(part.target.lines()));
        result.or_else(|error| self.fault(None, errors::of_writing(&error), part))
    }

    fn record(&self, record: &Record<'_>, part: &mut Part) -> Result<(), Stop> {
        part.records += 1;
        let number = Some(part.records);
        if record.is_ambiguous() {
            // The new reply may be unambiguous, and would present a guess as a fact.
            if self.is_strict {
                let message =
                    tr("the record is ambiguous: its fields may end elsewhere; without --strict it is converted as it was parsed");
                return self.fault(number, message.to_owned(), part);
            }
            part.ambiguous += 1;
        }
        let result = match &mut part.target {
            Target::Undecided(_) if self.to.is_batch() => self.first_of_batch(record, part),
            Target::Batch(batch) => batch.record(record),
            Target::Undecided(lines) if part.records == 1 => self.writer.record(record, lines),
            Target::Undecided(_) | Target::Complete(_) => {
                let message = tr("the reply has more than one record: add --multi");
                return self.fault(None, message.to_owned(), part);
            }
        };
        result.or_else(|error| self.fault(number, errors::of_writing(&error), part))
    }

    /// Writes the first record of a part of a batch.
    fn first_of_batch(&self, record: &Record<'_>, part: &mut Part) -> Result<(), WriteError> {
        part.target.start_batch(&self.writer)?;
        // The opening of the batch is written once, in the new reply.
        part.target.lines().clear();
        if let Target::Batch(batch) = &mut part.target { batch.record(record) } else { Ok(()) }
    }

    /// Adds a fault to the part. Returns `Err` in strict mode, which ends the part.
    fn fault(&self, record: Option<usize>, message: String, part: &mut Part) -> Result<(), Stop> {
        part.faults.push((record, message));
        if self.is_strict { Err(Stop) } else { Ok(()) }
    }
}

/// The new reply.
struct Reply {
    converter: Converter,
    out: Out,
    target: Target,
    records: usize,
    ambiguous: usize,
    is_faulty: bool,
}

impl Reply {
    /// Writes a part and reports its faults. Fails if there is a fault in strict mode.
    fn add(&mut self, part: &mut Part) -> Result<(), Failure> {
        for (record, message) in &part.faults {
            match record {
                Some(number) => self.report(&fill("record {0}: {1}", &[&(self.records + number), message])),
                None => self.report(message),
            }
        }
        self.records += part.records;
        self.ambiguous += part.ambiguous;
        let result = match &mut part.target {
            Target::Batch(records) => self.target.start_batch(&self.converter.writer).and_then(|()| match &mut self.target {
                Target::Batch(batch) => batch.append_raw(records.get_mut().bytes()),
                Target::Undecided(_) | Target::Complete(_) => Ok(()),
            }),
            Target::Undecided(lines) => self.target.lines().write(lines.bytes()),
            Target::Complete(lines) => {
                self.target = Target::Complete(std::mem::take(lines));
                Ok(())
            }
        };
        if let Err(error) = result {
            self.report(&errors::of_writing(&error));
        }
        self.flush()?;
        if self.converter.is_strict && !part.faults.is_empty() {
            self.report_ambiguous();
            return Err(Failure::Rejected);
        }
        Ok(())
    }

    /// Completes the new reply. A reply without records was an empty list, unless it was malformed,
    /// and becomes an empty list.
    fn finish(&mut self) -> Result<(), Failure> {
        let is_empty = self.records == 0 && !self.is_faulty && matches!(self.target, Target::Undecided(_));
        if is_empty {
            self.start_empty_list();
        }
        if let Target::Batch(batch) = std::mem::take(&mut self.target) {
            match batch.end() {
                Ok(lines) => self.target = Target::Complete(lines),
                Err(error) => self.report(&errors::of_writing(&error)),
            }
        }
        self.flush()?;
        self.report_ambiguous();
        Ok(())
    }

    /// Starts a list for no records. Also the reply to a single request can be a list (R25).
    fn start_empty_list(&mut self) {
        let to = self.converter.to;
        if matches!(to.get_format(), Format::KeyValue | Format::Values) {
            let format = to.get_format();
            return self.report(&fill("the reply is an empty list, which {0} cannot represent: use --to-fmt 2 or 3", &[&format]));
        }
        if let Err(error) = self.target.start_batch(&Writer::new(to.batch())) {
            self.report(&errors::of_writing(&error));
        }
    }

    fn flush(&mut self) -> Result<(), Failure> {
        let lines = self.target.lines();
        self.out.write(lines.bytes())?;
        lines.clear();
        Ok(())
    }

    fn report(&mut self, message: &str) {
        self.is_faulty = true;
        message::failure(message);
    }

    fn report_ambiguous(&self) {
        if self.ambiguous != 0 {
            message::failure(&fill("{0} ambiguous records were converted as they were parsed", &[&self.ambiguous]));
        }
    }
}
