//! `smsc merge`: what is known of each message, from reports in any order.

mod collect;
mod facts;
mod key;
mod lines;
mod messages;
mod pairs;
mod print;
mod report;

use std::process::ExitCode;

use smsc_proto::{LazyIndex, Match, Query, Requested};

use crate::args::Merge;
use crate::failure::Failure;
use crate::hint::take_guess;
use crate::input::{Input, is_stdin};
use crate::lang::tr;
use crate::message;
use crate::place::Place;
use crate::read::{self, Item};

use collect::{Collector, Counts, Group};
use key::Key;
use lines::Reading;
use messages::Messages;
use pairs::KnownPairs;
use print::{Form, Printer, State, Summary};

/// Runs the command.
pub(crate) fn run(options: &Merge) -> Result<ExitCode, Failure> {
    let pairs = options.pairs()?;
    let requested = pairs.as_ref().map(|pairs| pairs.requested()).unwrap_or_default();
    let index = LazyIndex::new(&requested);
    let query = if pairs.is_some() { options.query().requested(&requested).indexed(&index) } else { options.query() };
    let known = KnownPairs::new(&requested);
    let form = Form::new(&options.output, query.get_kind());
    let collector = Collector { pairs: &known, form: &form };
    let mut merge = Merging { printer: Printer::new(&form)?, messages: Messages::default(), counts: Counts::default() };
    for place in Place::all(&options.files()) {
        let counts = merge.read(options, &query, &collector, place)?;
        if let Some(sentence) = counts.sentence() {
            let name = place.file.filter(|file| !is_stdin(file)).map(|file| file.display().to_string());
            message::failure(&format!("{}: {sentence}", name.as_deref().unwrap_or(tr("standard input"))));
        }
        merge.counts.add(counts);
    }
    merge.finish(&form, &requested)
}

/// The merge of all inputs.
struct Merging {
    printer: Printer,
    messages: Messages,
    /// The numbers of all inputs.
    counts: Counts,
}

impl Merging {
    /// Reads an input. Returns the numbers of what could not be merged.
    fn read(&mut self, options: &Merge, query: &Query<'_>, collector: &Collector<'_>, place: Place<'_>) -> Result<Counts, Failure> {
        let mut input = Input::open(place.file, "reports")?;
        let mut counts = Counts::default();
        let is_watched = self.printer.is_watched();
        let mut take = |group: &mut Group| {
            counts.add(group.counts);
            group.reports().for_each(|(key, bytes, facts)| self.messages.add(key, bytes, facts));
            group.pieces.drain(..).try_for_each(|piece| self.printer.print(piece))
        };
        let start = input.peek()?;
        if lines::is_json(start) {
            let reading = Reading { charset: query.get_charset(), kind: query.get_kind() };
            lines::collect(&input.read_all()?, reading, collector, take)?;
        } else if !start.is_empty() {
            let query = if options.is_guess() { take_guess(*query, start, |guess| options.allows(guess)) } else { *query };
            let render = |items: &[Item<'_>], group: &mut Group| {
                group.clear();
                items.iter().try_for_each(|item| collector.item(item, group))
            };
            let finding = read::each_group(&query, &mut input, is_watched, render, &mut take);
            if !options.is_guess() {
                finding.hint(&query, "--fmt");
            }
        }
        Ok(counts)
    }

    /// Prints what is known of each message, and which requested ones were not reported.
    fn finish(self, form: &Form, requested: &[Requested<'_>]) -> Result<ExitCode, Failure> {
        let Self { mut printer, messages, mut counts } = self;
        let missing: Vec<_> = requested.iter().filter(|pair| !messages.has(&Key::of_pair(pair))).collect();
        let mut summary = Summary::default();
        for (message, is_of_several) in messages.sorted() {
            let facts = message.facts;
            summary.add(&facts);
            let piece = message.with_merged(|record, was_not_found| {
                if is_of_several { form.keyless(record) } else { form.message(&State { record, was_not_found, facts }) }
            });
            counts.keyless += if is_of_several { facts.reports } else { 0 };
            printer.print(piece?)?;
        }
        for pair in missing {
            printer.print(form.item(&Item::Match(Match::Missing(*pair)))?)?;
        }
        printer.finish(summary)?;
        if counts.keyless != 0 && requested.is_empty() {
            message::hint(tr("a reply to one message may have no id: pass the id and the phone with --ids"));
        }
        Ok(ExitCode::from(u8::from(!counts.is_whole())))
    }
}
