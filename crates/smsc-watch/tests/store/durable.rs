//! Acknowledged work is durable: a process that writes is killed, and a disk gets full.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::common::{NOW, message, of_row, state};
use smsc_watch::{ErrorKind, SqliteStore, Store as _, Which};

fn file(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("durable").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder.join("watch.db")
}

/// The environment variable with the store of a child.
const PLACE: &str = "SMSC_WATCH_PLACE";
/// The environment variable with the time, in Unix milliseconds.
const TIME: &str = "SMSC_WATCH_TIME";

/// Adds messages and reports their ends, one after the other, and prints the number of each step after
/// the store has acknowledged it.
#[test]
#[ignore = "run by a_killed_writer_loses_nothing_that_was_acknowledged"]
fn child_that_writes() {
    let mut store = smsc_watch::open(&std::env::var(PLACE).unwrap()).unwrap();
    let mut id = u32::try_from(store.counts().unwrap().last_change).unwrap();
    let now = std::env::var(TIME).unwrap().parse().unwrap();
    let mut open = store.claim(usize::MAX, now, 1).unwrap();
    loop {
        id += 1;
        store.add(&[message(id, "79990000020")], NOW).unwrap();
        open.extend(store.claim(usize::MAX, now, 1).unwrap());
        let row = open.iter().find(|open| open.id.to_string() == id.to_string()).unwrap().row;
        open.retain(|open| open.row != row);
        store.report(&[of_row(row, state(1, 5, 0))], NOW).unwrap();
        println!("stored {id}");
        std::io::stdout().flush().unwrap();
    }
}

#[test]
fn a_killed_writer_loses_nothing_that_was_acknowledged() {
    lose_nothing(file("killed").to_str().unwrap());
}

/// Kills a child that writes, again and again, and compares what the store has with what it acknowledged.
pub(crate) fn lose_nothing(place: &str) {
    let mut last = 0;
    for (time, steps) in (NOW..).step_by(10).zip([3, 40, 1, 17, 80, 2]) {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "durable::child_that_writes", "--ignored", "--nocapture"])
            .env(PLACE, place)
            .env(TIME, time.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let stored = lines.map_while(Result::ok).filter_map(|line| line.rsplit_once("stored ")?.1.parse::<i64>().ok());
        let acknowledged = stored.take(steps).last().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(acknowledged > last, "the next process goes on after {last}");
        let mut store = smsc_watch::open(place).unwrap();
        let changes = store.changes_after("sink", Which::Ends, usize::MAX).unwrap();
        last = i64::try_from(changes.len()).unwrap();
        assert!(last >= acknowledged, "{last} of {acknowledged} are stored");
        // The claim has ended with the process, or with its lease.
        assert!(store.claim(usize::MAX, time + 5, 1).unwrap().len() <= 1);
    }
}

/// Runs in a mount namespace of its own, with a file system of 1 MiB in the folder.
#[test]
#[ignore = "run by a_full_disk_is_an_error_and_no_loss"]
fn child_on_a_small_disk() {
    let path = PathBuf::from(std::env::var_os(PLACE).unwrap());
    let mut store = SqliteStore::open(&path).unwrap();
    let messages: Vec<_> = (1..=20_000).map(|id| message(id, "79990000020")).collect();
    store.add(&messages[..10], NOW).unwrap();
    let rows: Vec<_> = store.claim(99, NOW, 0).unwrap().iter().map(|open| open.row).collect();
    let filler = path.with_extension("filler");
    let mut acknowledged = 0;
    for row in rows {
        assert_eq!(store.add(&messages, NOW).unwrap_err().kind(), &ErrorKind::Full);
        // Not a byte is left.
        let mut file = fs::File::options().append(true).create(true).open(&filler).unwrap();
        while file.write(&[0]).is_ok_and(|count| count > 0) {}
        match store.report(&[of_row(row, state(1, 5, 0))], NOW) {
            Ok(changes) => acknowledged += changes.len(),
            Err(error) => assert_eq!(error.kind(), &ErrorKind::Full, "{error}"),
        }
        let mut other = SqliteStore::open(&path).unwrap();
        assert_eq!(other.changes_after("sink", Which::Ends, 99).unwrap().len(), acknowledged);
        assert_eq!(other.counts().unwrap().open + u64::try_from(acknowledged).unwrap(), 10);
        fs::remove_file(&filler).unwrap();
    }
    assert_eq!(store.add(&messages[..20], NOW).unwrap().added, 10);
}

#[test]
fn a_full_disk_is_an_error_and_no_loss() {
    let path = file("disk");
    let script =
        "mount -t tmpfs -o size=1m small \"$0\" && exec \"$1\" --exact durable::child_on_a_small_disk --ignored --nocapture";
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", script])
        .args([path.parent().unwrap(), &std::env::current_exe().unwrap()])
        .env(PLACE, &path)
        .output();
    let text = output.as_ref().map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    // Some machines let nobody mount; sqlite::tests has a limit that needs no mount.
    let has_run = text.contains("running 1 test");
    assert!(!has_run || text.contains("1 passed"), "{text}");
    if !has_run {
        eprintln!("not run, nothing can be mounted here: {output:?}");
    }
}
