//! The inputs that messages come from.

use std::io::{self, BufRead as _, BufReader, Stdin, stdin};
use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;

use smsc_watch::NewMessage;

use super::adding::{messages, store};
use super::event::Event;
use super::following::Following;
use super::trouble::failed;
use super::{pushed, spool};
use crate::args::Watch;
use crate::failure::Failure;
use crate::ids::Pairs;
use crate::lang::fill;
use crate::message;

/// The number of lines of standard input that are stored at once.
const LINES: usize = 1_000;

/// Adds the messages of the arguments, and starts the threads that add those of other inputs. Returns
/// whether more messages may come.
pub(super) fn start(options: &Watch, following: &mut Following<'_>, events: &Sender<Event>) -> Result<bool, Failure> {
    let sent = options.sent();
    let is_stream = options.file.as_deref() == Some(Path::new("-"));
    let pairs = match options.file.as_deref().filter(|_| !is_stream) {
        Some(path) => Pairs::read(path)?,
        None => options.pairs(),
    };
    following.add(&messages(&pairs, sent)).map_err(|error| failed(&error))?;
    if let Some(folder) = &options.spool {
        spool::start(folder, sent, events)?;
    }
    if options.listen.is_some() {
        pushed::start(options, events)?;
    }
    let is_endless = options.spool.is_some() || options.listen.is_some();
    if is_stream {
        let events = events.clone();
        thread::spawn(move || read_lines(sent, is_endless, &events));
    }
    Ok(is_endless || is_stream)
}

/// The lines of standard input.
struct Lines {
    /// The header of CSV, or nothing.
    header: Vec<u8>,
    number: usize,
    sent: Option<u64>,
    /// A line was no pair.
    is_any_bad: bool,
}

/// Adds the messages of standard input as its lines come.
fn read_lines(sent: Option<u64>, is_endless: bool, events: &Sender<Event>) {
    let mut input = BufReader::new(stdin());
    let mut lines = Lines { header: Vec::new(), number: 0, sent, is_any_bad: false };
    loop {
        let group = match next_group(&mut input) {
            Ok(group) => group,
            Err(error) => {
                message::failure(&Failure::Input(None, error).to_string());
                lines.is_any_bad = true;
                break;
            }
        };
        if group.is_empty() || !store(&lines.messages(&group), events) {
            break;
        }
    }
    if !is_endless {
        let _ = events.send(Event::InputEnded(lines.is_any_bad));
    }
}

/// Reads the next line, and those after it that are there already. Returns none at the end.
fn next_group(input: &mut BufReader<Stdin>) -> io::Result<Vec<Vec<u8>>> {
    let mut group = Vec::new();
    while group.len() < LINES && (group.is_empty() || input.buffer().contains(&b'\n')) {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        group.push(line);
    }
    Ok(group)
}

impl Lines {
    /// Returns the messages of some lines. A line without a pair is reported and left out.
    fn messages(&mut self, group: &[Vec<u8>]) -> Vec<NewMessage> {
        group.iter().flat_map(|line| self.messages_of(line)).collect()
    }

    fn messages_of(&mut self, line: &[u8]) -> Vec<NewMessage> {
        self.number += 1;
        if line.trim_ascii().is_empty() {
            return Vec::new();
        }
        match Pairs::of_line(&self.header, line) {
            Ok(pairs) => messages(&pairs, self.sent),
            // A header is no pair by itself.
            Err(_) if self.header.is_empty() && Pairs::is_header(line) => {
                self.header = line.to_vec();
                Vec::new()
            }
            Err(reason) => {
                self.is_any_bad = true;
                message::failure(&fill("standard input, line {0}: {1}", &[&self.number, &reason]));
                Vec::new()
            }
        }
    }
}
