//! `smsc listen --out`: no notification that was answered with 200 is lost, and every line is
//! whole.
#![cfg(target_os = "linux")]

mod common;
#[path = "common/interruptible.rs"]
mod interruptible;
#[path = "common/listening.rs"]
mod listening;

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use common::smsc;
use listening::{Client, Listening, PHONE, SECRET, line_of, status_of};

/// A file for lines that does not exist yet.
fn new_file(name: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("listen-{name}.jsonl"));
    let _ = std::fs::remove_file(&file);
    file
}

fn start(file: &Path) -> Listening {
    Listening::start(&["--out", file.to_str().unwrap()])
}

fn text(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap()
}

/// Returns the ids of a file of whole lines. Fails if a line is none.
fn ids(file: &Path) -> Vec<u64> {
    let text = text(file);
    assert!(text.is_empty() || text.ends_with('\n'), "{text}");
    let id = |line: &str| {
        let line: Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        line["event"]["id"].as_u64().unwrap()
    };
    text.lines().map(id).collect()
}

#[test]
fn a_line_is_in_the_file_once_its_notification_is_answered() {
    let file = new_file("killed");
    for id in 1..=20 {
        let mut listening = start(&file);
        assert_eq!(listening.post(status_of(id).as_bytes()), 200);
        listening.child.kill().unwrap();
        let lines: String = (1..=id).map(line_of).collect();
        assert_eq!(text(&file), lines);
        assert_eq!(listening.start, "");
    }
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn many_notifications_over_several_connections_become_whole_lines() {
    let file = new_file("many");
    let listening = start(&file);
    let address = &listening.address;
    std::thread::scope(|scope| {
        for thread in 0..8 {
            scope.spawn(move || {
                let mut client = Client::connect(address);
                for id in thread * 125 + 1..=thread * 125 + 125 {
                    assert_eq!(client.post("/", status_of(id).as_bytes()), 200);
                }
            });
        }
    });
    let (status, out, err) = listening.end();
    assert_eq!((status, &*out, &*err), (Some(0), "", "smsc: notifications written: 1000, refused: 0\n"));
    assert_eq!(ids(&file).into_iter().collect::<BTreeSet<_>>(), (1..=1000).collect());
    assert_eq!(ids(&file).len(), 1000);
}

#[test]
fn every_signal_leaves_whole_lines() {
    for signal in ["INT", "TERM", "HUP"] {
        let file = new_file(signal);
        let listening = start(&file);
        let address = &listening.address;
        let answered = std::thread::scope(|scope| {
            let post = |thread: u32| {
                let mut client = Client::connect(address);
                let ids = thread * 100_000 + 1..thread * 100_000 + 100_000;
                let answered = ids.take_while(|id| client.try_post("/", status_of(*id).as_bytes()) == Some(200));
                answered.map(u64::from).collect::<Vec<_>>()
            };
            let threads: Vec<_> = (0..4).map(|thread| scope.spawn(move || post(thread))).collect();
            let _idle = listening.client();
            std::thread::sleep(Duration::from_millis(200));
            let sent = Instant::now();
            listening.send(signal);
            let answered: BTreeSet<_> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
            assert!(sent.elapsed() < Duration::from_secs(10), "{signal}");
            answered
        });
        let (status, _, err) = listening.wait();
        assert_eq!(status, Some(0), "{signal}");
        let written = ids(&file);
        assert_eq!(err, format!("smsc: notifications written: {}, refused: 0\n", written.len()), "{signal}");
        assert!(answered.len() > 10, "{signal}: {}", answered.len());
        // One for each connection may have been written without its answer being received.
        assert!(written.len() - answered.len() <= 4 && answered.is_subset(&written.iter().copied().collect()), "{signal}");
    }
}

#[test]
fn an_unfinished_last_line_is_removed_or_completed() {
    let file = new_file("torn");
    let (one, two) = (line_of(1), line_of(2));
    let removed = |len: usize| {
        format!(
            "smsc: {}: removed the unfinished last line, {len} bytes; its notification was not answered with 200\n",
            file.display()
        )
    };
    let added = format!("smsc: {}: added the line end that its last line lacked\n", file.display());
    let long = format!("{{\"kind\":\"incoming\",\"event\":{{\"mes\":\"{}", "a".repeat(100_000));
    let cases = [
        (one.clone(), one.clone(), String::new()),
        ([&one, &two[..two.len() - 1]].concat(), [&*one, &two].concat(), added.clone()),
        (two[..two.len() - 1].to_owned(), two.clone(), added),
        ([&one, &two[..two.len() - 2]].concat(), one.clone(), removed(two.len() - 2)),
        ([&one, "{"].concat(), one.clone(), removed(1)),
        ("{\"kind\":\"st".to_owned(), String::new(), removed(11)),
        ([&*one, &long].concat(), one.clone(), removed(long.len())),
        // Zeros where the disk has not written what it was told to.
        ([&one, &two[..30], "\0\0\0"].concat(), one.clone(), removed(33)),
    ];
    for (before, kept, message) in cases {
        std::fs::write(&file, &before).unwrap();
        let listening = start(&file);
        assert_eq!(listening.start, message);
        assert_eq!(listening.post(status_of(3).as_bytes()), 200);
        assert_eq!(listening.end().0, Some(0));
        assert_eq!(text(&file), [kept, line_of(3)].concat());
    }
}

#[test]
fn a_file_of_something_else_is_left_as_it_is() {
    let file = new_file("other");
    let path = file.to_str().unwrap();
    let refused = |path: &str| {
        let output = smsc(&["listen", "--unverified", "--port", "0", "--out", path], b"");
        assert_eq!((output.stdout.len(), output.status.code()), (0, Some(2)));
        String::from_utf8(output.stderr).unwrap()
    };
    for before in ["id,phone\n1,2".to_owned(), "x".repeat(100_000)] {
        std::fs::write(&file, &before).unwrap();
        assert_eq!(refused(path), format!("smsc: {path}: its last line has no line end, and is no part of a notification\n"));
        assert_eq!(text(&file), before);
    }
    std::fs::remove_file(&file).unwrap();
    let listening = start(&file);
    assert_eq!(refused(path), format!("smsc: {path}: another process has it open for its lines\n"));
    assert_eq!(listening.end().0, Some(0));
    assert_eq!(refused("/dev/null"), "smsc: /dev/null: it is no regular file, so that no line would be on the disk\n");
    assert!(refused("/").starts_with("smsc: cannot write /: "));
    assert!(refused("/nosuch/file").starts_with("smsc: cannot write /nosuch/file: "));
}

#[test]
fn a_full_disk_is_told_to_the_service_and_tears_no_line() {
    let file = new_file("full");
    // The file may have 512 or 1,024 bytes, by the shell.
    let limited = "trap '' XFSZ; ulimit -f 1; exec \"$0\" \"$@\"";
    let mut command = Command::new("env");
    command.args(["--default-signal", "sh", "-c", limited, env!("CARGO_BIN_EXE_smsc"), "listen", "--port", "0", "--out"]);
    let listening = Listening::spawn(command.arg(&file).stdout(Stdio::null()), SECRET);
    let mut client = listening.client();
    let mut written = Vec::new();
    let statuses: Vec<_> = (1..=12).map(|id| client.post("/", status_of(id).as_bytes())).collect();
    written.extend((1..=12).zip(&statuses).filter(|(_, status)| **status == 200).map(|(id, _)| id));
    assert!(statuses.contains(&200) && statuses.ends_with(&[503, 503]), "{statuses:?}");
    assert_eq!(ids(&file), written);
    let (status, _, err) = listening.end();
    assert_eq!(status, Some(0));
    let message = format!("smsc: cannot write {}: ", file.display());
    assert_eq!(err.matches(&message).count(), 12 - written.len(), "{err}");
    // With room again, the notifications follow that the service sends once more.
    let listening = start(&file);
    assert_eq!(listening.post(status_of(12).as_bytes()), 200);
    written.push(12);
    assert_eq!(ids(&file), written);
}

#[test]
fn a_deleted_file_is_told_to_the_service() {
    let file = new_file("deleted");
    let listening = start(&file);
    assert_eq!(listening.post(status_of(1).as_bytes()), 200);
    // Others may cut the file.
    std::fs::File::create(&file).unwrap();
    assert_eq!(listening.post(status_of(2).as_bytes()), 200);
    assert_eq!(text(&file), line_of(2));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(listening.post(status_of(3).as_bytes()), 503);
    let (status, _, err) = listening.end();
    assert_eq!(status, Some(0));
    assert!(err.contains(": the file was deleted\n") && !err.contains(PHONE), "{err}");
}
