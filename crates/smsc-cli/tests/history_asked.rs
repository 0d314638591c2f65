//! `smsc history` against the stand-in: pages, and files that are resumed.
#![cfg(target_os = "linux")]

#[path = "common/standin.rs"]
mod standin;

use std::collections::BTreeSet;
use std::process::Command;
use std::time::Duration;

use standin::{Home, Ran, Standin, lines};

/// Sends 2,500 messages, a thousand at a time.
fn with_messages(home: &Home, args: &[&str]) -> Standin {
    let account = "[[account]]\nlogin = 'l0gin'\npsw = 's3cret'\nbalance = '100000.00'\n";
    let standin = Standin::start(home, account, args);
    for (at, count) in [1_000, 1_000, 500].into_iter().enumerate() {
        let phones = (0..count).map(|last| format!("7999{at}00{last:04}")).collect::<Vec<_>>().join("\n");
        let phones = home.write("phones.txt", &phones);
        let ran = standin.run(home, &["send", "--phones-file", &phones, "--text", &format!("batch {at}"), "--yes"]);
        assert_eq!(ran.status, Some(0), "{ran:?}");
    }
    standin
}

fn keys(lines: &[String]) -> Vec<u64> {
    let key = |line: &String| serde_json::from_str::<serde_json::Value>(line).unwrap()["int_id"].as_u64().unwrap();
    lines.iter().map(key).collect()
}

/// Returns the part of a file, of which there is one.
fn part(home: &Home) -> std::path::PathBuf {
    let is_part = |path: &std::path::PathBuf| path.extension().is_some_and(|ending| ending == "part");
    let mut parts = std::fs::read_dir(home.path("")).unwrap().map(|entry| entry.unwrap().path()).filter(is_part);
    let part = parts.next().unwrap();
    assert_eq!(parts.next(), None);
    part
}

#[test]
fn a_file_is_resumed_after_a_failure_and_a_torn_line() {
    let home = Home::new();
    let standin = with_messages(&home, &["--frozen"]);
    let out = home.path("day.jsonl");
    let args = ["history", "--from", "2026-11-28", "--max-wait", "0s", "--out", out.to_str().unwrap()];
    standin.control(r#"{"fault": {"kind": "cut", "bytes": 5000, "script": "get.php"}}"#);
    let ran = standin.run(&home, &args);
    // The first page was cut.
    assert!(ran.status == Some(1) && ran.stderr.contains("run the same command again to go on: 0 messages"), "{ran:?}");
    standin.control(r#"{"reset": true}"#);
    drop(standin);
    let standin = with_messages(&home, &["--frozen"]);
    let ran = standin.run(&home, &args);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let whole = lines(&out);
    let all = keys(&whole);
    assert_eq!((all.len(), all.iter().collect::<BTreeSet<_>>().len()), (2_500, 2_500));
    assert!(all.is_sorted_by(|one, next| one > next), "the newest comes first");
    // What an interrupted run leaves: whole lines, and a torn one.
    let ran = standin.run(&home, &args);
    assert!(ran.status == Some(2) && ran.stderr.contains("is there already"), "{ran:?}");
    std::fs::remove_file(&out).unwrap();
    let torn = format!("{}\n{}\n{}", whole[0], whole[1], &whole[2][..40]);
    std::fs::write(home.path("day.jsonl.2026-11-28_2026-11-28.part"), torn).unwrap();
    let ran = standin.run(&home, &args);
    assert!(ran.status == Some(0) && ran.stderr.contains("going on after the 2 messages"), "{ran:?}");
    assert_eq!(lines(&out), whole);
    // Another phone has another part.
    let phone = ["--phone", "79992000007"];
    std::fs::remove_file(&out).unwrap();
    let ran = standin.run(&home, &[&args[..], &phone].concat());
    assert_eq!((ran.status, lines(&out).len()), (Some(0), 1), "{ran:?}");
}

#[test]
fn an_interruption_leaves_whole_lines() {
    let home = Home::new();
    let standin = with_messages(&home, &["--frozen", "--latency", "400ms"]);
    let out = home.path("day.jsonl");
    let args = standin.args(&["history", "--from", "2026-11-28", "--out", out.to_str().unwrap()]);
    let child = home.command(&args).stderr(std::process::Stdio::piped()).stdout(std::process::Stdio::piped()).spawn().unwrap();
    // Until the first page is there; the second one takes a while.
    let has_page = || {
        std::fs::read_dir(home.path("")).unwrap().any(|entry| {
            let entry = entry.unwrap();
            entry.file_name().to_string_lossy().ends_with(".part") && entry.metadata().unwrap().len() > 0
        })
    };
    while !has_page() {
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.status, Some(130), "{ran:?}");
    let written = std::fs::read_to_string(part(&home)).unwrap();
    assert!(written.ends_with('\n') && !out.exists());
    assert!(keys(&written.lines().map(str::to_owned).collect::<Vec<_>>()).len() >= 1_000);
    let ran = standin.run(&home, &["history", "--from", "2026-11-28", "--out", out.to_str().unwrap()]);
    assert_eq!((ran.status, keys(&lines(&out)).len()), (Some(0), 2_500), "{ran:?}");
}

#[test]
fn nothing_found_is_an_empty_file() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    let out = home.path("day.jsonl");
    let ran = standin.run(&home, &["history", "--from", "2026-11-01", "--to", "2026-11-02", "--out", out.to_str().unwrap()]);
    assert_eq!((ran.status, lines(&out).len()), (Some(0), 0), "{ran:?}");
    let ran = standin.run(&home, &["history", "--from", "2026-11-01"]);
    assert_eq!((ran.status, &*ran.stdout), (Some(0), ""), "{ran:?}");
}
