//! The options of `smsc decode` that are not those of the request: guesses, CSV and several files.

mod common;

use std::path::Path;
use std::process::Output;

use common::smsc;

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Creates a file, and returns its path.
fn file(name: &str, body: &[u8]) -> String {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("options-{name}"));
    std::fs::write(&file, body).unwrap();
    file.to_str().unwrap().to_owned()
}

/// Two records of all=1, in windows-1251.
const BATCH: &[u8] = b"1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,\xc4\xee\xf1\xf2\xe0\xe2\xeb\xe5\xed\xee,hi,,0,101\n\
    20,1760080211,1,1760080203,79990000021,2.12,GLOBUS,D,\"a\",,0,102\n";

const MULTI: &str = "hint: this looks like the reply to another request: try --multi (lines start like records)\n";

#[test]
fn a_wrong_option_is_named_once_and_in_one_line() {
    for (args, hint) in [
        (&["decode", "--all", "1"][..], MULTI),
        (&["decode", "--all", "1", "--json"], MULTI),
        (&["decode", "--all", "1", "--csv"], MULTI),
        (&["convert", "--from-fmt", "1", "--to-fmt", "3", "--all", "1"], MULTI),
        (
            &["decode"],
            "hint: this looks like the reply to another request: try --all 1 --multi (the fields fit, lines start like records)\n",
        ),
        (
            &["decode", "--multi", "--all", "2"],
            "hint: this looks like the reply to another request: try --all 1 (the fields fit)\n",
        ),
        (
            &["decode", "--multi", "--all", "1", "--fmt", "3"],
            "hint: this looks like the reply to another request: try --fmt 1 (the body is in this format)\n",
        ),
        (
            &["convert", "--from-fmt", "3", "--to-fmt", "2", "--multi", "--all", "1"],
            "hint: this looks like the reply to another request: try --from-fmt 1 (the body is in this format)\n",
        ),
        (&["decode", "--all", "1", "--multi"], ""),
    ] {
        let output = smsc(args, BATCH);
        let hints: Vec<_> = stderr(&output).split_inclusive('\n').filter(|line| line.starts_with("hint")).collect();
        assert_eq!(hints.concat(), hint, "{args:?}");
    }
    // A record that is malformed with every query is no reason to doubt the query.
    assert_eq!(stderr(&smsc(&["decode", "--multi", "--all", "1"], &[BATCH, b"1,x\n"].concat())), "");
    let name = smsc(&["decode"], b"replies/today.txt\n");
    assert!(stdout(&name).contains("the body looks like the name of a file"), "{}", stdout(&name));
}

#[test]
fn a_guess_is_taken_and_printed() {
    let said =
        "hint: read with --fmt 1 --all 1 --multi --charset windows-1251: guessed (the fields fit, lines start like records)\n";
    for args in [&["decode", "--json", "--guess"][..], &["decode", "--json", "--fmt", "guess", "--all", "guess"]] {
        let output = smsc(args, BATCH);
        assert_eq!(stdout(&output), stdout(&smsc(&["decode", "--json", "--all", "1", "--multi"], BATCH)), "{args:?}");
        assert_eq!((stderr(&output), output.status.code()), (said, Some(0)), "{args:?}");
    }
    // An option that was passed is kept, whatever fits better.
    let kept = smsc(&["decode", "--guess", "--all", "2", "--json"], BATCH);
    assert!(stderr(&kept).contains("--all 2"), "{}", stderr(&kept));
    let nothing = smsc(&["decode", "--guess"], b"garbage");
    assert_eq!(stderr(&nothing), "hint: read with --fmt 1 --all 0 --charset windows-1251: nothing else fits better\n");
    assert_eq!(nothing.status.code(), Some(1));
    assert_eq!(smsc(&["decode", "--all", "guesses"], b"").status.code(), Some(2));
}

#[test]
fn csv_has_a_column_for_each_field_and_quotes_what_needs_it() {
    let output = smsc(&["decode", "--csv", "--all", "1", "--multi", "--outcome"], BATCH);
    let text = stdout(&output).strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names = reader.headers().unwrap().clone();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let value = |row: usize, name: &str| rows[row].get(names.iter().position(|known| known == name).unwrap()).unwrap();
    assert_eq!([value(0, "id"), value(0, "status_name"), value(0, "cost")], ["101", "Доставлено", "2.12"]);
    assert_eq!([value(1, "message"), value(1, "err"), value(1, "state")], ["\"a\"", "1", "failed"]);
    assert_eq!(rows.len(), 2);
    assert!(text.lines().count() == 3 && text.contains("\r\n") && text.contains("\"\"\"a\"\"\""));

    let args = ["decode", "--csv=;", "--multi", "--ids", "101:79990000001,102:7"];
    let marked = smsc(&args, b"1,1760080210,0,101,79990000001\n1,x\n1,1760080210,0,103,79990000003\n");
    let notes: Vec<_> = stdout(&marked).lines().skip(1).map(|line| line.split(';').next_back().unwrap()).collect();
    assert!(notes[0].is_empty() && notes[1].starts_with("malformed: byte "), "{notes:?}");
    assert!(notes.contains(&"unexpected") && notes.contains(&"missing"), "{notes:?}");
    assert_eq!(marked.status.code(), Some(1));
    let error = smsc(&["decode", "--csv"], b"0,-9");
    assert!(stdout(&error).ends_with("error 9: Too many requests\r\n"), "{}", stdout(&error));
    assert_eq!(smsc(&["decode", "--csv=ab"], b"").status.code(), Some(2));
    assert_eq!(smsc(&["decode", "--csv", "--json"], b"").status.code(), Some(2));
}

#[test]
fn several_files_are_decoded_in_order() {
    let (one, other) = (file("one.txt", b"1,1760080210,0"), file("other.txt", b"20,1760080211,1"));
    let json = smsc(&["decode", "--json", &one, &other], b"");
    assert_eq!(
        stdout(&json),
        "{\"status\":1,\"last_timestamp\":1760080210,\"err\":0}\n{\"status\":20,\"last_timestamp\":1760080211,\"err\":1}\n"
    );
    let table = smsc(&["decode", &one, "-"], b"20,1760080211,1");
    assert!(stdout(&table).starts_with(&format!("==> {one} <==\nSTATUS ")), "{}", stdout(&table));
    assert!(stdout(&table).contains("\n\n==> standard input <==\nSTATUS "), "{}", stdout(&table));
    let csv = smsc(&["decode", "--csv", &one, &other], b"");
    assert_eq!(stdout(&csv).matches("last_timestamp").count(), 1, "one heading");
    assert_eq!(stdout(&csv).lines().count(), 3);
    let bad = file("bad.txt", b"garbage");
    assert_eq!(smsc(&["decode", &bad, &one], b"").status.code(), Some(1));
    assert_eq!(smsc(&["decode", "--ids", "1:7", &one, &other], b"").status.code(), Some(2));
}

#[test]
fn options_have_the_names_that_people_try() {
    let json = |args: &[&str]| smsc(args, BATCH).stdout;
    let expected = json(&["decode", "--json", "--fmt", "1", "--all", "1", "--multi"]);
    assert_eq!(json(&["decode", "--json", "--format", "1", "--all", "1", "--batch"]), expected);
    let converted = json(&["convert", "--from-fmt", "1", "--to-fmt", "3", "--all", "1", "--multi"]);
    assert!(!converted.is_empty());
    for name in ["--fmt", "--format"] {
        assert_eq!(json(&["convert", name, "1", "--to-fmt", "3", "--all", "1", "--batch"]), converted);
    }
}
