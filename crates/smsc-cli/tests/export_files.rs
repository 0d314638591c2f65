//! `smsc convert --to`: a file gets its name when it is complete, and nothing else is left.
#![cfg(all(feature = "convert", target_os = "linux"))]

mod common;
#[path = "common/folder.rs"]
mod folder;
#[path = "common/interruptible.rs"]
mod interruptible;

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use testkit::generate;

use common::smsc;
use folder::Folder;
use interruptible::interruptible;

const RECORD: &str = "1,1760080210,0,101,79990000020\n";

/// Runs the command, and returns its message and its exit status.
fn convert(args: &[&str], input: &[u8]) -> (String, i32) {
    let output = smsc(&[&["convert", "--multi"][..], args].concat(), input);
    (String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
}

#[test]
fn a_file_that_exists_is_replaced_with_force_alone() {
    let folder = Folder::new("files-force");
    let out = folder.file("out.csv", b"before");
    let (message, code) = convert(&["--to", "csv", "-o", &out], RECORD.as_bytes());
    assert_eq!((message, code), (format!("smsc: {out} exists: --force replaces it\n"), 2));
    assert_eq!(std::fs::read(&out).unwrap(), b"before");
    // A link stays one.
    let link = folder.path("link");
    std::os::unix::fs::symlink(&out, &link).unwrap();
    assert_eq!(convert(&["--to", "csv", "-o", &link], RECORD.as_bytes()).1, 2);
    assert_eq!(convert(&["--to", "csv", "-o", &link, "--force", "--columns", "id"], RECORD.as_bytes()).1, 0);
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "\u{feff}id\r\n101\r\n");
    assert_eq!(folder.names(), ["link", "out.csv"]);
}

#[test]
fn what_is_no_regular_file_is_never_replaced() {
    let folder = Folder::new("files-irregular");
    let below = folder.path("below");
    std::fs::create_dir(&below).unwrap();
    let pipe = folder.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for out in [&below, &pipe] {
        let (message, code) = convert(&["--to", "csv", "-o", out, "--force"], RECORD.as_bytes());
        assert_eq!((message, code), (format!("smsc: {out}: it is no regular file, which --force does not replace\n"), 2));
    }
    let (message, code) = convert(&["--to", "csv", "-o", &below, "--partition-by", "day"], RECORD.as_bytes());
    assert_eq!((message, code), (format!("smsc: {below} exists: remove it first\n"), 2));
    assert_eq!(folder.names(), ["below", "pipe"]);
}

#[test]
fn the_file_has_the_usual_mode() {
    let folder = Folder::new("files-mode");
    let (out, other) = (folder.path("out"), folder.file("other", b""));
    convert(&["--to", "parquet", "-o", &out], RECORD.as_bytes());
    let mode = |path: &str| std::fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&out), mode(&other));
}

#[test]
fn a_missing_file_among_many_is_found_before_anything_is_written() {
    let folder = Folder::new("files-missing");
    let (first, missing, out) = (folder.file("first", RECORD.as_bytes()), folder.path("missing"), folder.path("out"));
    let (message, code) = convert(&["--to", "ndjson", "-o", &out, &first, &missing, &first], b"");
    assert_eq!((message, code), (format!("smsc: cannot read {missing}: No such file or directory (os error 2)\n"), 2));
    assert_eq!(folder.names(), ["first"]);
    // Nor is anything printed.
    assert_eq!(smsc(&["convert", "--to", "ndjson", "--multi", &first, &missing], b"").stdout, b"");
    let (message, code) = convert(&["--to", "ndjson", &folder.path("")], b"");
    assert!(message.contains("cannot read") && code == 2, "{message}");
}

/// The damage is after the first row group, so that rows are written already.
#[test]
fn a_damaged_file_leaves_nothing() {
    let folder = Folder::new("files-damaged");
    let (good, out) = (folder.file("good", RECORD.repeat(100_000).as_bytes()), folder.path("out"));
    // A header of gzip without anything after it.
    let bad = folder.file("bad.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03");
    for more in [&[][..], &["--partition-by", "day"]] {
        let args = [&["--to", "csv", "-o", &out, "--part-bytes", "1100000"][..], more, &[&good, &bad]].concat();
        let (message, code) = convert(&args, b"");
        assert!(message.starts_with(&format!("smsc: cannot read {bad}: ")) && code == 2, "{message}");
        assert_eq!(folder.names(), ["bad.gz", "good"]);
    }
}

/// The limit of the process on the size of a file takes the part of a full disk.
#[test]
fn a_full_disk_leaves_nothing_and_is_reported() {
    let folder = Folder::new("files-full");
    let (input, out) = (folder.file("input", &generate::batch(7, 5_000, 1, "windows-1251")), folder.path("out"));
    for form in ["parquet", "arrow", "csv", "ndjson"] {
        for more in [&[][..], &["--partition-by", "day"]] {
            let output = Command::new("sh")
                .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_smsc")])
                .args(["convert", "--lang", "en", "--to", form, "--multi", "--all", "1", "-o", &out])
                .args(more)
                .arg(&input)
                .output()
                .unwrap();
            let message = String::from_utf8(output.stderr).unwrap();
            assert!(message.starts_with(&format!("smsc: cannot write {out}")), "{form}: {message}");
            assert!(message.ends_with(": File too large (os error 27)\n"), "{form}: {message}");
            assert_eq!((output.status.code(), folder.names()), (Some(2), vec!["input".to_owned()]), "{form}");
        }
    }
}

#[test]
fn a_signal_leaves_nothing() {
    for (signal, status) in [("TERM", 143), ("INT", 130)] {
        for more in [&[][..], &["--partition-by", "day"]] {
            let folder = Folder::new("files-signal");
            let out = folder.path("out");
            let mut child = interruptible()
                .args(["convert", "--to", "parquet", "--multi", "-o", &out])
                .args(more)
                .stdin(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .unwrap();
            let mut input = child.stdin.take().unwrap();
            // More than a row group, so that rows are written already.
            input.write_all(RECORD.repeat(150_000).as_bytes()).unwrap();
            let until = Instant::now() + Duration::from_secs(60);
            while folder.names().is_empty() {
                assert!(Instant::now() < until, "no file is created");
                std::thread::sleep(Duration::from_millis(5));
            }
            assert!(folder.names()[0].starts_with(".out."), "{:?}", folder.names());
            assert!(Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap().success());
            assert_eq!(child.wait().unwrap().code(), Some(status), "{signal} {more:?}");
            assert_eq!(folder.names(), Vec::<String>::new(), "{signal} {more:?}");
            drop(input);
        }
    }
}

/// A file of this length is divided without an option.
#[test]
fn a_long_file_has_its_rows_in_order() {
    let folder = Folder::new("files-long");
    let line = |row: u32| format!("1,1760080210,0,{},79990000001\n", 1 + row);
    let input = folder.file("input", (0..1_000_000).map(line).collect::<String>().as_bytes());
    let out = folder.path("out");
    assert_eq!(convert(&["--to", "ndjson", "--columns", "id", "-o", &out, "--threads", "3", &input], b"").1, 0);
    let lines = std::fs::read_to_string(out).unwrap();
    assert!(lines.lines().eq((1..=1_000_000).map(|id| format!("{{\"id\":{id}}}"))));
}

/// Runs a conversion on a terminal of its own, which `script` makes, and returns what it showed.
fn shown_on_terminal(arguments: &str) -> String {
    let command = format!("{} convert --multi {arguments}", env!("CARGO_BIN_EXE_smsc"));
    let mut script = Command::new("script");
    script.args(["--quiet", "--return", "--command", &command, "/dev/null"]).stdin(Stdio::null());
    let output = script.envs([("LC_ALL", "C"), ("TERM", "xterm"), ("HOME", "/nonexistent")]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_long_input_has_a_progress_bar_on_a_terminal() {
    let folder = Folder::new("files-progress");
    let long = folder.file("long", &generate::batch(7, 60_000, 2, "windows-1251"));
    let short = folder.file("short", RECORD.as_bytes());
    let size = u32::try_from(std::fs::metadata(&long).unwrap().len()).unwrap();
    let size = f64::from(size) / f64::from(1 << 20);
    let rows = "smsc: rows: 60000, malformed: 0, ambiguous: ";
    let shown = shown_on_terminal(&format!("--all 2 --to csv --columns id --force -o {} {long}", folder.path("a")));
    assert!(shown.contains(&format!("of {size:.2} MiB")), "{shown:?}");
    // The bar is erased before the message: a carriage return, and a sequence that clears the line.
    let before = shown.split(rows).next().unwrap();
    assert!(before.rsplit("MiB").next().unwrap().contains("\r\u{1b}[2K"), "{before:?}");
    // None on the table itself, none for a short input, and none in a pipe.
    let table = shown_on_terminal(&format!("--all 2 --to csv --columns id {long}"));
    assert!(!table.contains("MiB") && table.contains(rows));
    assert!(!shown_on_terminal(&format!("--to csv --columns id -o {} {short}", folder.path("b"))).contains("B/s"));
    let (message, _) = convert(&["--all", "2", "--to", "csv", "--columns", "id", "-o", &folder.path("c"), &long], b"");
    assert!(message.starts_with(rows) && message.lines().count() == 1, "{message}");
}
