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
    let part_of_command = part(&home);
    let ran = standin.run(&home, &args);
    assert_eq!(ran.status, Some(0), "{ran:?}");
    let whole = lines(&out);
    let all = keys(&whole);
    assert_eq!((all.len(), all.iter().collect::<BTreeSet<_>>().len()), (2_500, 2_500));
    assert!(all.is_sorted_by(|one, next| one > next), "the newest comes first");
    let ran = standin.run(&home, &args);
    assert!(ran.status == Some(2) && ran.stderr.contains("exists: move it away"), "{ran:?}");
    std::fs::remove_file(&out).unwrap();
    // What an interrupted run leaves: whole lines, and a torn one.
    let torn = format!("{}\n{}\n{}", whole[0], whole[1], &whole[2][..40]);
    std::fs::write(&part_of_command, torn).unwrap();
    let ran = standin.run(&home, &args);
    assert!(ran.status == Some(0) && ran.stderr.contains("going on after the 2 messages"), "{ran:?}");
    assert_eq!(lines(&out), whole);
    std::fs::remove_file(&out).unwrap();
    // Another phone, or another account, has another part.
    std::fs::write(&part_of_command, format!("{}\n", whole[0])).unwrap();
    let ran = standin.run(&home, &[&args[..], &["--phone", "79992000007"]].concat());
    assert_eq!((ran.status, lines(&out).len()), (Some(0), 1), "{ran:?}");
    std::fs::remove_file(&out).unwrap();
    let other = Ran::of(home.command(&standin.args(&args)).env("SMSC_PASSWORD", "other").output().unwrap());
    assert!(!other.stderr.contains("going on"), "{other:?}");
    // A file that is not this command's is left as it is.
    std::fs::write(&part_of_command, "a list of somebody").unwrap();
    let ran = standin.run(&home, &args);
    assert!(ran.status == Some(2) && ran.stderr.contains("a line that is no record"), "{ran:?}");
    assert_eq!(std::fs::read_to_string(&part_of_command).unwrap(), "a list of somebody");
    // A link leads nowhere.
    std::fs::rename(&part_of_command, home.path("list")).unwrap();
    std::os::unix::fs::symlink(home.path("list"), &part_of_command).unwrap();
    assert_eq!(standin.run(&home, &args).status, Some(2));
    assert_eq!(std::fs::read_to_string(home.path("list")).unwrap(), "a list of somebody");
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
    for _ in 0..4_000 {
        if has_page() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    // Nobody else writes the same file meanwhile.
    let second = standin.run(&home, &["history", "--from", "2026-11-28", "--out", out.to_str().unwrap()]);
    assert!(second.status == Some(2) && second.stderr.contains("another process"), "{second:?}");
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.status, Some(130), "{ran:?}");
    let written = std::fs::read_to_string(part(&home)).unwrap();
    assert!(written.ends_with('\n') && !out.exists());
    let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(part(&home)).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    assert!(keys(&written.lines().map(str::to_owned).collect::<Vec<_>>()).len() >= 1_000);
    let ran = standin.run(&home, &["history", "--from", "2026-11-28", "--out", out.to_str().unwrap()]);
    let all: BTreeSet<_> = keys(&lines(&out)).into_iter().collect();
    assert_eq!((ran.status, lines(&out).len(), all.len()), (Some(0), 2_500, 2_500), "{ran:?}");
}

#[test]
fn nothing_found_is_an_empty_file() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    let out = home.path("day.jsonl");
    let ran = standin.run(&home, &["history", "--from", "2026-11-01", "--to", "2026-11-02", "--out", out.to_str().unwrap()]);
    assert_eq!((ran.status, lines(&out).len()), (Some(0), 0), "{ran:?}");
    let ran = standin.run(&home, &["history", "--from", "2026-11-01", "--out", "-"]);
    assert!(ran.status == Some(2) && ran.stderr.contains("--out needs"), "{ran:?}");
    let ran = standin.run(&home, &["history", "--from", "2026-11-01"]);
    assert_eq!((ran.status, &*ran.stdout), (Some(0), ""), "{ran:?}");
}
