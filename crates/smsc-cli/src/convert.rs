//! `smsc convert`.

use std::process::ExitCode;

use smsc_proto::{BatchWriter, Match, Output, Query, Record, WriteError, Writer};

use crate::args::Convert;
use crate::failure::Failure;
use crate::input::Input;
use crate::json::Lines;
use crate::output::Out;
use crate::read::{self, Item};

pub(crate) fn run(options: &Convert) -> Result<ExitCode, Failure> {
    let mut input = Input::open(options.reply.file.as_deref())?;
    let (from, to) = (options.from(), options.to());
    let writer = if options.strict { Writer::new(to) } else { Writer::new(to).replacing() };
    let converting = Converting { to, writer, is_strict: options.strict };
    let mut reply = Reply { converting, out: Out::new(), target: Target::default(), records: 0, ambiguous: 0, is_faulty: false };
    let is_watched = reply.out.is_terminal;
    let make = |items: &[Item<'_>], part: &mut Part| {
        converting.convert(items, part);
        Ok(())
    };
    read::each(&from, &mut input, is_watched, make, |part| reply.add(part));
    reply.end()?;
    Ok(ExitCode::from(u8::from(reply.is_faulty)))
}

/// How much of the new reply there is, or of a part of it.
enum Target {
    Nothing(Lines),
    Batch(BatchWriter<'static, Lines>),
    /// A reply that is whole.
    Whole(Lines),
}

impl Default for Target {
    fn default() -> Self {
        Self::Nothing(Lines::default())
    }
}

impl Target {
    fn lines(&mut self) -> &mut Lines {
        match self {
            Self::Nothing(lines) | Self::Whole(lines) => lines,
            Self::Batch(batch) => batch.get_mut(),
        }
    }

    /// Begins a batch, if it has not begun.
    fn begin(&mut self, writer: &Writer<'static>) -> Result<(), WriteError> {
        if let Self::Nothing(lines) = self {
            *self = Self::Batch(writer.batch(std::mem::take(lines))?);
        }
        Ok(())
    }
}

impl Output for Lines {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.put(bytes);
        Ok(())
    }

    fn reserve(&mut self, bytes: usize) -> Result<(), WriteError> {
        self.room(bytes);
        Ok(())
    }
}

/// A part of the new reply: of a batch, records without the frame.
#[derive(Default)]
struct Part {
    target: Target,
    records: usize,
    ambiguous: usize,
    /// What could not be converted, behind the number of the record within the part, if it was one.
    faults: Vec<(Option<usize>, String)>,
}

/// Nothing may be lost, and something would have been.
struct Stop;

/// How records are converted.
#[derive(Clone, Copy)]
struct Converting {
    to: Query<'static>,
    writer: Writer<'static>,
    is_strict: bool,
}

impl Converting {
    /// Writes items into a part, which may have been another one before.
    fn convert(&self, items: &[Item<'_>], part: &mut Part) {
        let mut lines = std::mem::take(part.target.lines());
        lines.clear();
        *part = Part { target: Target::Nothing(lines), ..Part::default() };
        // What stopped it stands in the part.
        let _ = items.iter().try_for_each(|item| self.item(item, part));
    }

    fn item(&self, item: &Item<'_>, part: &mut Part) -> Result<(), Stop> {
        let written = match item {
            Item::Match(Match::Requested(status) | Match::Unexpected(status)) => return self.record(status, part),
            Item::Match(Match::Missing(_)) => return Ok(()),
            Item::Malformed(error) => return self.refuse(None, error.to_string(), part),
            Item::Refused(error) => self.writer.error(error, part.target.lines()),
            Item::Deleted => self.writer.deleted(part.target.lines()),
        };
        part.target = Target::Whole(std::mem::take(part.target.lines()));
        written.or_else(|error| self.refuse(None, error.to_string(), part))
    }

    fn record(&self, status: &Record<'_>, part: &mut Part) -> Result<(), Stop> {
        part.records += 1;
        let number = Some(part.records);
        if status.is_ambiguous() {
            // The new reply may leave no choice, and would pass a guess on as a fact.
            if self.is_strict {
                return self.refuse(number, "ambiguous, its fields may end elsewhere".to_owned(), part);
            }
            part.ambiguous += 1;
        }
        let written = match &mut part.target {
            Target::Nothing(_) if self.to.is_batch() => self.first(status, part),
            Target::Batch(batch) => batch.record(status),
            Target::Nothing(lines) if part.records == 1 => self.writer.record(status, lines),
            Target::Nothing(_) | Target::Whole(_) => {
                return self.refuse(None, "there is more than one record: say --multi".to_owned(), part);
            }
        };
        written.or_else(|error| self.refuse(number, error.to_string(), part))
    }

    /// Writes the first record of a part.
    fn first(&self, status: &Record<'_>, part: &mut Part) -> Result<(), WriteError> {
        part.target.begin(&self.writer)?;
        // The whole reply has the frame.
        part.target.lines().clear();
        if let Target::Batch(batch) = &mut part.target { batch.record(status) } else { Ok(()) }
    }

    /// Notes what could not be converted; goes on with the rest, unless nothing may be lost.
    fn refuse(&self, record: Option<usize>, why: String, part: &mut Part) -> Result<(), Stop> {
        part.faults.push((record, why));
        if self.is_strict { Err(Stop) } else { Ok(()) }
    }
}

/// The new reply.
struct Reply {
    converting: Converting,
    out: Out,
    target: Target,
    records: usize,
    ambiguous: usize,
    is_faulty: bool,
}

impl Reply {
    /// Adds a part, and says what is not in it.
    fn add(&mut self, part: &mut Part) -> Result<(), Failure> {
        for (record, why) in &part.faults {
            match record {
                Some(number) => self.fault(format_args!("record {}: {why}", self.records + number)),
                None => self.fault(format_args!("{why}")),
            }
        }
        self.records += part.records;
        self.ambiguous += part.ambiguous;
        let written = match &mut part.target {
            Target::Batch(records) => self.target.begin(&self.converting.writer).and_then(|()| match &mut self.target {
                Target::Batch(batch) => batch.append_raw(records.get_mut().bytes()),
                Target::Nothing(_) | Target::Whole(_) => Ok(()),
            }),
            Target::Nothing(lines) => self.target.lines().write(lines.bytes()),
            Target::Whole(lines) => {
                self.target = Target::Whole(std::mem::take(lines));
                Ok(())
            }
        };
        if let Err(error) = written {
            self.fault(format_args!("{error}"));
        }
        self.flush()?;
        if self.converting.is_strict && !part.faults.is_empty() {
            // What was refused has been said, and nothing is written behind it.
            self.sum_up();
            return Err(Failure::Refused);
        }
        Ok(())
    }

    /// Ends what was begun. A reply without records is a list without any, unless it was no reply.
    fn end(&mut self) -> Result<(), Failure> {
        let is_whole = matches!(self.target, Target::Whole(_)) || (self.records == 0 && self.is_faulty);
        if self.converting.to.is_batch()
            && !is_whole
            && let Err(error) = self.target.begin(&self.converting.writer)
        {
            self.fault(format_args!("{error}"));
        }
        if let Target::Batch(batch) = std::mem::take(&mut self.target) {
            match batch.end() {
                Ok(lines) => self.target = Target::Whole(lines),
                Err(error) => self.fault(format_args!("{error}")),
            }
        }
        self.flush()?;
        self.sum_up();
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Failure> {
        let lines = self.target.lines();
        self.out.write(lines.bytes())?;
        lines.clear();
        Ok(())
    }

    fn fault(&mut self, why: std::fmt::Arguments<'_>) {
        self.is_faulty = true;
        anstream::eprintln!("smsc: {why}");
    }

    fn sum_up(&self) {
        if self.ambiguous != 0 {
            anstream::eprintln!("smsc: {} ambiguous records were written as the rules cut them", self.ambiguous);
        }
    }
}
