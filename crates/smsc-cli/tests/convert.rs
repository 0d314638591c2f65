//! `smsc convert`.

mod common;

use std::path::Path;

use common::smsc;

fn convert(args: &str, input: &[u8]) -> (Vec<u8>, String, i32) {
    let args: Vec<_> = ["convert"].into_iter().chain(args.split(' ')).collect();
    let output = smsc(&args, input);
    (output.stdout, String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
}

#[test]
fn the_records_stay_the_same() {
    let body = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/batch.txt")).unwrap();
    let decode = |fmt: &str, body: &[u8]| {
        let output = smsc(&["decode", "--json", "--fmt", fmt, "--all", "2", "--multi"], body);
        // The formats with names are unambiguous, so the mark is lost.
        String::from_utf8(output.stdout).unwrap().replace(",\"split\":\"ambiguous\"", "")
    };
    let expected = decode("1", &body);
    for fmt in ["2", "3"] {
        let (converted, messages, code) = convert(&format!("--from-fmt 1 --to-fmt {fmt} --all 2 --multi"), &body);
        assert_eq!((messages.as_str(), code), ("smsc: 2 ambiguous records were converted as they were parsed\n", 0));
        assert_eq!(decode(fmt, &converted), expected);
    }
}

#[test]
fn errors_and_deletions_are_replies_too() {
    assert_eq!(convert("--from-fmt 1 --to-fmt 3", b"0,-9").0, b"{\n\"error_code\": 9\n}");
    assert_eq!(convert("--from-fmt 3 --to-fmt 0 --multi", b"{\"error\":\"a\",\"error_code\":2}").0, b"ERROR = 2 (a)");
    assert_eq!(convert("--from-fmt 0 --to-fmt 2", b"OK").0, b"<result>\nOK\n</result>");
    assert_eq!(convert("--from-fmt 3 --to-fmt 2 --multi", b"[]").0, b"<list>\n</list>");
}

#[test]
fn another_charset() {
    let (converted, ..) = convert("--from-fmt 1 --to-fmt 0 --all 1 --to-charset koi8-r", b"1,1,0,2,7,2.12,G,D,\xe4\xe0,,0");
    assert!(converted.ends_with(b", message = \xc4\xc1, comment = , type = 0"), "{}", converted.escape_ascii());
}

#[test]
fn strict_rejects_what_would_be_lost() {
    let json = "[{\"status\":1,\"id\":5,\"phone\":\"7\",\"flag\":8}]";
    let (converted, messages, code) = convert("--from-fmt 3 --to-fmt 1 --multi", json.as_bytes());
    assert_eq!((converted.as_slice(), messages.as_str(), code), (&b"1,,,5,7"[..], "", 0));
    let (converted, messages, code) = convert("--from-fmt 3 --to-fmt 1 --multi --strict", json.as_bytes());
    assert_eq!((converted.as_slice(), code), (&b""[..], 1));
    assert_eq!(messages, "smsc: record 1: flag: cannot be represented in this format\n");
    let ambiguous = b"1,1,0,2,7,2.12,G,D,a,b,c,0";
    assert_eq!(convert("--from-fmt 1 --to-fmt 3 --all 1 --strict", ambiguous).2, 1);
}

#[test]
fn malformed_lines_are_left_out_and_reported() {
    let (converted, messages, code) = convert("--from-fmt 1 --to-fmt 1 --multi", b"1,1,0,5,7\ngarbage\n1,2,0,6,8");
    assert_eq!((converted.as_slice(), code), (&b"1,1,0,5,7\n1,2,0,6,8"[..], 1));
    assert!(messages.starts_with("smsc: byte 10: invalid status"), "{messages}");
    assert_eq!(convert("--from-fmt 1 --to-fmt 3 --multi", b"<html>").0, b"");
    assert_eq!(convert("--from-fmt 1 --to-fmt 3 --multi", b"<html>").2, 1);
    assert_eq!(convert("--from-fmt 4 --to-fmt 3", b"").2, 2);
    assert_eq!(convert("--to-fmt 3", b"").2, 2);
}

#[test]
fn a_long_batch_is_one_batch() {
    // In a batch of fmt 1, every record needs an id.
    let is_whole = |id: &usize| !id.is_multiple_of(3000);
    let record = |id| if is_whole(&id) { format!("{{\"status\":1,\"id\":{id}}}") } else { "{\"status\":1}".to_owned() };
    let body = format!("[{}]", (1..=10_000).map(record).collect::<Vec<_>>().join(","));
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("long.json");
    std::fs::write(&file, body).unwrap();
    let (converted, messages, code) = convert(&format!("--from-fmt 3 --to-fmt 1 --all 1 --multi {}", file.display()), b"");
    let ids = String::from_utf8(converted).unwrap();
    let ids = ids.lines().map(|line| line.rsplit(',').next().unwrap().parse::<usize>().unwrap());
    assert!(ids.eq((1..=10_000).filter(is_whole)));
    let rejected: Vec<_> = messages.lines().map(|line| line.split(": ").nth(1).unwrap()).collect();
    assert_eq!((rejected, code), (vec!["record 3000", "record 6000", "record 9000"], 1));
}
