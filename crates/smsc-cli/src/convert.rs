//! `smsc convert`.

use std::process::ExitCode;

use smsc_proto::{Batch, Match, Output, Query, Split, Status, WriteError, Writer};

use crate::args::Convert;
use crate::input::Input;
use crate::output::{Failure, Out};
use crate::read::{self, Item, Taker};

pub(crate) fn run(options: &Convert) -> Result<ExitCode, Failure> {
    let mut input = Input::open(options.reply.file.as_deref())?;
    let (from, to) = (options.from(), options.to());
    let writer = if options.strict { Writer::new(to) } else { Writer::new(to).replacing() };
    let target = Target::Nothing(Out::new());
    let mut converting = Converting { to, writer, target, is_strict: options.strict, records: 0, ambiguous: 0, is_faulty: false };
    match read::each(&from, &mut input, &mut converting) {
        Ok(()) => converting = converting.end()?,
        // What was refused has been said, and nothing is written behind it.
        Err(Failure::Refused) => converting.wait()?,
        Err(failure) => return Err(failure),
    }
    if converting.ambiguous != 0 {
        anstream::eprintln!("smsc: {} ambiguous records were written as the rules cut them", converting.ambiguous);
    }
    Ok(ExitCode::from(u8::from(converting.is_faulty)))
}

struct Converting {
    to: Query<'static>,
    writer: Writer<'static>,
    target: Target,
    is_strict: bool,
    records: usize,
    ambiguous: usize,
    is_faulty: bool,
}

/// How much of the new reply there is.
enum Target {
    Nothing(Out),
    Batch(Batch<'static, Out>),
    /// A reply that is whole.
    Whole(Out),
}

impl Target {
    fn out(&mut self) -> &mut Out {
        match self {
            Self::Nothing(out) | Self::Whole(out) => out,
            Self::Batch(batch) => batch.get_mut(),
        }
    }
}

impl Output for Out {
    fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        self.bytes(bytes);
        Ok(())
    }
}

impl Converting {
    /// Says what could not be converted; goes on with the rest, unless nothing may be lost.
    fn refuse(&mut self, why: &str) -> Result<(), Failure> {
        self.is_faulty = true;
        anstream::eprintln!("smsc: {why}");
        if self.is_strict { Err(Failure::Refused) } else { Ok(()) }
    }

    fn record(&mut self, status: &Status<'_>) -> Result<(), Failure> {
        self.records += 1;
        if status.split() == Split::Ambiguous {
            // The new reply may leave no choice, and would pass a guess on as a fact.
            if self.is_strict {
                return self.refuse(&format!("record {}: ambiguous, its fields may end elsewhere", self.records));
            }
            self.ambiguous += 1;
        }
        if self.to.batch {
            self.begin()?;
        }
        let written = match &mut self.target {
            Target::Batch(batch) => batch.record(status),
            Target::Nothing(out) if self.records == 1 => self.writer.record(status, out),
            Target::Nothing(_) | Target::Whole(_) => return self.refuse("there is more than one record: say --multi"),
        };
        match written {
            Ok(()) => self.target.out().flush_if_enough(),
            Err(error) => self.refuse(&format!("record {}: {error}", self.records)),
        }
    }

    /// Begins a batch, if it has not begun.
    fn begin(&mut self) -> Result<(), Failure> {
        if let Target::Nothing(out) = &mut self.target {
            let out = std::mem::replace(out, Out::new());
            match self.writer.batch(out) {
                Ok(batch) => self.target = Target::Batch(batch),
                Err(error) => return self.refuse(&error.to_string()),
            }
        }
        Ok(())
    }

    /// Ends what was begun. A reply without records is a list without any, unless it was no reply.
    fn end(mut self) -> Result<Self, Failure> {
        if self.to.batch && !matches!(self.target, Target::Whole(_)) && !(self.records == 0 && self.is_faulty) {
            self.begin()?;
        }
        self.target = match self.target {
            Target::Batch(batch) => match batch.end() {
                Ok(out) => Target::Whole(out),
                Err(error) => {
                    anstream::eprintln!("smsc: {error}");
                    self.is_faulty = true;
                    Target::Whole(Out::new())
                }
            },
            other => other,
        };
        self.target.out().flush()?;
        Ok(self)
    }
}

impl Taker for Converting {
    fn take(&mut self, item: &Item<'_>) -> Result<(), Failure> {
        let written = match item {
            Item::Match(Match::Asked(status) | Match::Unasked(status)) => return self.record(status),
            Item::Match(Match::Missing(_)) => return Ok(()),
            Item::Malformed(error) => return self.refuse(&error.to_string()),
            Item::Refused(error) => self.writer.error(error, self.target.out()),
            Item::Deleted => self.writer.deleted(self.target.out()),
        };
        let out = std::mem::replace(self.target.out(), Out::new());
        self.target = Target::Whole(out);
        written.or_else(|error| self.refuse(&error.to_string()))
    }

    fn wait(&mut self) -> Result<(), Failure> {
        self.target.out().flush()
    }

    fn is_watched(&self) -> bool {
        self.target_is_terminal()
    }
}

impl Converting {
    fn target_is_terminal(&self) -> bool {
        match &self.target {
            Target::Nothing(out) | Target::Whole(out) => out.is_terminal,
            Target::Batch(_) => false,
        }
    }
}
