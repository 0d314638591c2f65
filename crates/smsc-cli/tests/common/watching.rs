//! `smsc watch` as a process, the messages that it follows, and what it passes on.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::standin::{Home, Ran, Standin};

/// The time at which the messages are sent: the start of the stand-in's clock.
const SENT: &str = "2026-11-28T09:00:00Z";

/// Sends messages with the ids from 101 on to these phones, and lets their ends come.
pub(crate) fn send(home: &Home, standin: &Standin, phones: &[&str]) -> String {
    let pairs = send_from(101, home, standin, phones);
    standin.control("{\"advance\": \"1m\"}");
    pairs
}

/// Sends messages with the ids from `first` on to these phones. Returns their pairs, each in a line.
pub(crate) fn send_from(first: u32, home: &Home, standin: &Standin, phones: &[&str]) -> String {
    let mut pairs = Vec::new();
    for (id, phone) in (first..).zip(phones) {
        let text = format!("Hello {id}");
        let ran = standin.run(home, &["send", phone, "--text", &text, "--id", &id.to_string(), "-y"]);
        assert_eq!(ran.status, Some(0), "{}", ran.stderr);
        pairs.push(format!("{id}:{phone}\n"));
    }
    pairs.concat()
}

/// Returns the arguments of the command with this state.
pub(crate) fn watch<'a>(state: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["watch", "--state", state, "--sent", SENT], more].concat()
}

/// Puts a file into a folder in one step.
pub(crate) fn put(folder: &Path, name: &str, text: &str) {
    let written = folder.join(format!("{name}.tmp"));
    fs::write(&written, text).unwrap();
    fs::rename(written, folder.join(name)).unwrap();
}

/// A running command, which is killed with the test. Its streams are in files.
pub(crate) struct Watching {
    pub(crate) child: Child,
    files: [PathBuf; 2],
}

impl Watching {
    /// Starts the command, with files of this name in the home.
    pub(crate) fn start(home: &Home, name: &str, command: &mut Command) -> Self {
        let files = ["out", "err"].map(|stream| home.path(&format!("{name}.{stream}")));
        let [out, err] = files.each_ref().map(|path| File::create(path).unwrap());
        Self { child: command.stdout(out).stderr(err).spawn().unwrap(), files }
    }

    /// Returns what is on standard output until now.
    pub(crate) fn out(&self) -> String {
        text_of(&self.files[0])
    }

    /// Returns what is on standard error until now.
    pub(crate) fn err(&self) -> String {
        text_of(&self.files[1])
    }

    /// Waits for a text on standard error.
    pub(crate) fn wait_for_message(&self, text: &str) {
        let start = Instant::now();
        while !self.err().contains(text) {
            assert!(start.elapsed() < LONGEST, "{text} is not in {}", self.err());
            thread::sleep(BLINK);
        }
    }

    /// Waits for a change of each of these messages.
    pub(crate) fn wait_for_ids(&self, ids: &[u64]) {
        let has = |id: &u64| self.out().contains(&format!("\"id\":{id},"));
        let start = Instant::now();
        while !ids.iter().all(has) {
            assert!(start.elapsed() < LONGEST, "{ids:?} are not in {}: {}", self.out(), self.err());
            thread::sleep(BLINK);
        }
    }

    /// Sends a signal, and waits for the end.
    pub(crate) fn end(self, name: &str) -> Ran {
        signal(&self.child, name);
        self.wait()
    }

    /// Waits for the end.
    pub(crate) fn wait(mut self) -> Ran {
        let status = self.child.wait().unwrap();
        Ran::of(Output { status, stdout: self.out().into_bytes(), stderr: self.err().into_bytes() })
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn json(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

pub(crate) fn ids(lines: &str) -> BTreeSet<u64> {
    json(lines).iter().map(|line| line["id"].as_u64().unwrap()).collect()
}

/// Returns the keys of the ends of each message.
pub(crate) fn keys(lines: &str) -> BTreeMap<u64, BTreeSet<String>> {
    let mut keys: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    for line in json(lines).iter().filter(|line| line["state"] == "final") {
        keys.entry(line["id"].as_u64().unwrap()).or_default().insert(line["key"].as_str().unwrap().to_owned());
    }
    keys
}

/// Fails unless these messages have one end each, with one key, and the command of `--exec` has got
/// the same keys.
pub(crate) fn assert_ends(lines: &str, expected: &[u64], of_exec: &str) {
    let keys = keys(lines);
    assert_eq!(keys.keys().copied().collect::<Vec<_>>(), expected);
    assert!(keys.values().all(|keys| keys.len() == 1), "an end has one key: {keys:?}");
    let of_exec: BTreeSet<_> = of_exec.lines().map(str::to_owned).collect();
    assert_eq!(of_exec, keys.into_values().flatten().collect());
}

const LONGEST: Duration = Duration::from_secs(120);
const BLINK: Duration = Duration::from_millis(20);

/// Waits until something is true.
pub(crate) fn wait_for(what: &str, is_true: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_true() {
        assert!(start.elapsed() < LONGEST, "{what} did not happen");
        thread::sleep(BLINK);
    }
}

pub(crate) fn signal(child: &Child, name: &str) {
    let status = Command::new("kill").args(["-s", name, &child.id().to_string()]).status().unwrap();
    assert!(status.success());
}

pub(crate) fn text_of(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}
