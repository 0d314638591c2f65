//! `smsc report`: inputs, outputs and exit statuses. The figures themselves are checked against
//! another program in `bindings/python/tests/columns/test_report_oracle.py`.
#![cfg(feature = "report")]

mod common;
#[path = "common/folder.rs"]
mod folder;

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use common::smsc;
use folder::Folder;

/// fmt=1&all=1: a message on its way and then delivered, and one that is not.
const REPLY: &str = "0,1760080202,0,1760080202,79990000020,2.12,GLOBUS,D,hello,,0,101\n\
     1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,hello,,0,101\n\
     20,1760080219,1,1760166603,79990000021,2.12,<b>,D,hello,,0,102\n";

/// Runs the command, and returns its output, its messages and its exit status.
fn report(args: &[&str], input: &str) -> (String, String, i32) {
    let output = smsc(&[&["report", "--all", "1", "--multi"][..], args].concat(), input.as_bytes());
    let [out, messages] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (out, messages, output.status.code().unwrap())
}

fn figures(args: &[&str], input: &str) -> Value {
    let (out, messages, _) = report(&[args, &["--json"]].concat(), input);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {messages}"))
}

#[test]
fn the_page_is_written_and_says_how_much_was_read() {
    let (page, messages, status) = report(&[], REPLY);
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert!(!page.contains("7999") && !page.contains("hello") && !page.contains("<b>"));
    assert_eq!(messages, "smsc: messages: 2, records: 3, malformed: 0, ambiguous: 0\n");
    assert_eq!(status, 0);
    assert_eq!(report(&[], REPLY).0, page);
    let (page, messages, _) = report(&["--lang", "ru", "--currency", "RUB"], REPLY);
    assert!(page.contains("lang=\"ru\"") && messages.starts_with("smsc: сообщений: 2"));
}

#[test]
fn malformed_lines_are_in_the_exit_status() {
    let (_, messages, status) = report(&["--json"], &format!("{REPLY}not a record\n"));
    assert_eq!((messages.contains("malformed: 1"), status), (true, 1));
    let folder = Folder::new("report-previous");
    let before = folder.file("before.txt", b"not a record\n");
    assert_eq!(report(&["--json", "-", "--previous", &before], REPLY).2, 1);
}

#[test]
fn figures_are_the_same_for_any_parts_threads_and_files() {
    let folder = Folder::new("report-parts");
    let mut text = String::new();
    for number in 0..60_000 {
        let (id, status) = (number / 2 + 1, [0, 1][number % 2]);
        let sent = 1_760_080_202 + id * 60;
        let (last, sender) = (sent + number % 100, id % 20);
        writeln!(text, "{status},{last},0,{sent},7999{id:07},1.5,S{sender},D,hello,,0,{id}").unwrap();
    }
    let all = folder.file("all.txt", text.as_bytes());
    let expected = report(&["--json", "--threads", "1", &all], "").0;
    assert!(expected.contains("\"delivered\":30000"), "{expected}");
    assert_eq!(report(&["--json", "--threads", "4", "--part-bytes", "1100000", &all], "").0, expected);
    let lines: Vec<_> = text.lines().collect();
    let files = [1, 0].map(|at| {
        let half: Vec<_> = lines.iter().skip(at).step_by(2).copied().chain([""]).collect();
        folder.file(&format!("{at}.txt"), half.join("\n").as_bytes())
    });
    assert_eq!(report(&["--json", &files[0], &files[1]], "").0, expected);
}

#[test]
fn a_period_is_in_the_zone() {
    let sent = |args: &[&str]| figures(args, REPLY)["totals"]["counts"].clone();
    // 2025-10-10 07:10:02 and 2025-10-11 07:10:03 UTC.
    assert_eq!(sent(&["--from", "2025-10-11"])["failed"], 1);
    assert_eq!(sent(&["--from", "2025-10-11"])["delivered"], 0);
    assert_eq!(sent(&["--to", "10.10.2025", "--tz", "Europe/Moscow"])["failed"], 0);
    assert_eq!(sent(&["--to", "10.10.2025", "--tz", "-08:00"])["failed"], 1);
    assert_eq!(sent(&["--to", "2025-10-10", "--from", "2025-10-10", "--tz", "-07:15"])["failed"], 1);
    let (_, messages, status) = report(&["--from", "2025-10-11", "--to", "2025-10-10"], REPLY);
    assert_eq!((&messages[..], status), ("smsc: --to is before --from\n", 2));
    let (_, messages, status) = report(&["--from", "2025-10-11", "--merged"], REPLY);
    assert_eq!((&messages[..], status), ("smsc: with --merged, --from and --to need a time zone: pass --tz\n", 2));
    let (_, messages, status) = report(&["--tz", "Nowhere"], REPLY);
    assert_eq!((messages.contains("expected a time zone"), status), (true, 2));
}

#[test]
fn the_period_before_and_the_statistics_are_compared() {
    let folder = Folder::new("report-compared");
    let before = folder.file("before.txt", REPLY.replace("20,1760080219,1", "1,1760080219,0").as_bytes());
    let statistics = folder.file("stat.json", br#"[{"login":"alex","sms":3,"credit":"6.36","currency":"RUR"}]"#);
    let found = figures(&["-", "--previous", &before, "--statistics", &statistics], REPLY);
    assert_eq!(found["previous"]["counts"]["delivered"], 2);
    assert_eq!(found["reconciliation"]["messages"], serde_json::json!([3, 2]));
    assert_eq!(found["reconciliation"]["cost"], serde_json::json!(["6.3600", "4.2400"]));
    assert_eq!(found["period"]["currency"], "RUR");
    let (_, messages, status) = report(&["--statistics", &before], REPLY);
    assert_eq!((messages.contains("not a reply with statistics"), status), (true, 2));
    assert!(!messages.contains("7999"), "{messages}");
}

#[test]
fn files_get_their_names_when_they_are_complete() {
    let folder = Folder::new("report-files");
    let [page, stop, tables] = ["page.html", "stop.csv", "tables"].map(|name| folder.path(name));
    let args = ["--out", &page, "--suppress", &stop, "--csv", &tables];
    let (out, _, status) = report(&args, REPLY);
    assert_eq!((&out[..], status), ("", 0));
    assert_eq!(fs::read_to_string(&page).unwrap(), report(&[], REPLY).0);
    assert_eq!(fs::read_to_string(&stop).unwrap(), "phone,reason,since,times\n79990000021,phone,2025-10-10T07:10:19Z,1\n");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&stop).unwrap().permissions().mode() & 0o777, 0o600);
    }
    assert!(fs::read_to_string(format!("{tables}/operators.csv")).unwrap().starts_with("operator,"));
    // Nothing is replaced, and that is found before anything is read.
    for args in [["--out", &page], ["--suppress", &stop], ["--csv", &tables]] {
        let (_, messages, status) = report(&[&args[..], &["nosuch"]].concat(), "");
        assert_eq!((messages.contains("exists"), status), (true, 2), "{messages}");
    }
    let (_, _, status) = report(&["--out", &page, "--suppress", &stop, "--force"], "");
    // An empty body is malformed.
    assert_eq!((status, &fs::read_to_string(&stop).unwrap()[..]), (1, "phone,reason,since,times\n"));
    assert_eq!(folder.names(), ["page.html", "stop.csv", "tables"]);
}

#[test]
fn a_template_is_a_companys_own() {
    let folder = Folder::new("report-template");
    let [good, bad] = [("good", &b"{{ 1 + 1 }}"[..]), ("bad", b"{{ nothing.at.all }}")].map(|(name, text)| folder.file(name, text));
    assert_eq!(report(&["--template", &good], REPLY).0, "2");
    let (out, messages, status) = report(&["--template", &bad], REPLY);
    assert_eq!((&out[..], messages.contains("bad"), status), ("", true, 2), "{messages}");
    assert_eq!(report(&["--template", "nosuch"], REPLY).2, 2);
}
