//! The hint about a wrong charset (R51).

mod common;

use std::path::Path;
use std::process::{Command, Output, Stdio};

use common::smsc;

const HINT: &str = "hint: the texts look like UTF-8: if the request had charset=utf-8, add --charset utf-8\n";

/// A line of a batch with all=1, in UTF-8.
const LINE: &str = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Delivered,Привет,,0,77\n";

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Creates a file with a batch that is too long for a pipe, and returns its path.
fn file(name: &str, body: &str) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("hint-{name}.txt"));
    std::fs::write(&file, body).unwrap();
    file.to_str().unwrap().to_owned()
}

const DECODE: [&[&str]; 2] = [&["decode", "--json"], &["decode"]];
const CONVERT: &[&str] = &["convert", "--from-fmt", "1", "--to-fmt", "3"];

#[test]
fn texts_in_utf8_are_read_as_requested_with_a_hint() {
    let record = LINE.trim_end().strip_suffix(",77").unwrap();
    let output = smsc(&["decode", "--all", "1", "--json"], record.as_bytes());
    let text = std::str::from_utf8(&output.stdout).unwrap();
    assert!(text.contains("\"message\":\"РџСЂРёРІРµС‚\""), "{text}");
    assert_eq!((stderr(&output), output.status.code()), (HINT, Some(0)));
    for args in [DECODE[0], DECODE[1], CONVERT] {
        let output = smsc(&[args, &["--all", "1", "--charset", "koi8-r"]].concat(), record.as_bytes());
        assert_eq!((stderr(&output), output.status.code()), (HINT, Some(0)), "{args:?}");
    }
}

#[test]
fn a_batch_has_one_hint() {
    let file = file("batch", &LINE.repeat(20_000));
    for args in [DECODE[0], DECODE[1], CONVERT] {
        let output = smsc(&[args, &["--all", "1", "--multi", &file]].concat(), b"");
        assert_eq!((stderr(&output), output.status.code()), (HINT, Some(0)), "{args:?}");
        // Nothing is in the output beside the records.
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(!text.contains("hint") && text.matches("Delivered").count() >= 20_000, "{args:?}");
    }
}

#[test]
fn one_text_of_a_long_batch_is_enough() {
    let ascii = LINE.replace("Привет", "text").repeat(5_000);
    let file = file("one", &[&ascii, LINE, &ascii].concat());
    for args in [DECODE[0], DECODE[1], CONVERT] {
        let output = smsc(&[args, &["--all", "1", "--multi", &file]].concat(), b"");
        assert_eq!(stderr(&output), HINT, "{args:?}");
    }
}

#[test]
fn the_text_of_an_api_error_is_examined() {
    let error = "ERROR = 2 (неверный логин)".as_bytes();
    for args in
        [&["decode", "--fmt", "0"][..], &["decode", "--fmt", "0", "--multi"], &["convert", "--from-fmt", "0", "--to-fmt", "2"]]
    {
        let output = smsc(args, error);
        assert_eq!((stderr(&output), output.status.code()), (HINT, Some(0)), "{args:?}");
    }
}

#[test]
fn records_that_were_not_requested_are_examined() {
    let output = smsc(&["decode", "--all", "1", "--multi", "--ids", "5:79990000021"], LINE.as_bytes());
    assert_eq!(stderr(&output), HINT);
}

#[test]
fn the_exit_status_is_that_of_the_reply() {
    let body = format!("x\n{LINE}");
    let output = smsc(&["decode", "--all", "1", "--multi", "--json"], body.as_bytes());
    assert_eq!((stderr(&output), output.status.code()), (HINT, Some(1)));
}

#[test]
fn other_texts_have_no_hint() {
    let silent = |args: &[&str], body: &[u8]| {
        let output = smsc(&[&["decode", "--all", "1", "--multi"], args].concat(), body);
        assert_eq!((stderr(&output), output.status.code()), ("", Some(0)), "{args:?} {}", body.escape_ascii());
    };
    let with = |text: &[u8]| {
        let (before, after) = LINE.split_once("Привет").unwrap();
        [before.as_bytes(), text, after.as_bytes()].concat()
    };
    silent(&["--charset", "utf-8"], LINE.as_bytes());
    silent(&[], &with(b"text"));
    silent(&[], &with(b"\xcf\xf0\xe8\xe2\xe5\xf2"));
    silent(&["--charset", "koi8-r"], &with(b"\xf0\xd2\xc9\xd7\xc5\xd4"));
    // Letters of several bytes that are not next to each other.
    silent(&[], &with("а б в".as_bytes()));
    // Valid UTF-8 without such letters.
    silent(&[], &with("« »".as_bytes()));
    assert_eq!(stderr(&smsc(&["decode", "--ids", "5:7"], b"OK")), "");
}

#[test]
#[cfg(target_os = "linux")]
fn standard_error_may_be_full_or_closed() {
    let file = file("errors", &LINE.repeat(3_000));
    for args in [DECODE[0], DECODE[1], CONVERT] {
        let args = [args, &["--all", "1", "--multi"], &[&file]].concat();
        let expected = smsc(&args, b"");
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_smsc")).args(&args).stderr(full).output().unwrap();
        assert_eq!((&output.stdout, output.status.code()), (&expected.stdout, Some(0)), "{args:?}");
        let mut closed = Command::new("sh");
        closed.args(["-c", "exec \"$0\" \"$@\" 2>&-", env!("CARGO_BIN_EXE_smsc")]).args(&args).stdin(Stdio::null());
        let output = closed.output().unwrap();
        assert_eq!((&output.stdout, output.status.code()), (&expected.stdout, Some(0)), "{args:?}");
    }
}
