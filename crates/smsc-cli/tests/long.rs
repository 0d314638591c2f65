//! Long batches: constant memory, and whole lines however the command ends.
#![cfg(target_os = "linux")]

#[path = "common/interruptible.rs"]
mod interruptible;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use interruptible::interruptible;

const LINE: &str = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Delivered,a text of some length,,0,77\n";

fn decode(args: &[&str]) -> Child {
    smsc(&[&["decode", "--all", "1", "--multi"], args].concat())
}

fn smsc(args: &[&str]) -> Child {
    interruptible().args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Returns the peak memory of a process, in KiB, without the pages of the program itself: those of a build
/// for tests are many.
fn peak_memory(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let value = |name: &str| -> u64 {
        let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("a line of this name");
        line.trim().trim_end_matches(" kB").parse().unwrap()
    };
    value("VmHWM:") - value("RssFile:")
}

#[test]
fn memory_does_not_grow_with_the_batch() {
    for args in [&["--json"][..], &[]] {
        let mut child = decode(args);
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let reader = std::thread::spawn(move || {
            let mut lines = 0_usize;
            let mut line = Vec::new();
            while output.read_until(b'\n', &mut line).unwrap() != 0 {
                lines += 1;
                line.clear();
            }
            lines
        });
        let block = LINE.repeat(1 << 12);
        let blocks = (48 << 20) / block.len();
        let mut input = child.stdin.take().unwrap();
        for _ in 0..blocks {
            input.write_all(block.as_bytes()).unwrap();
        }
        let peak = peak_memory(&child);
        drop(input);
        let lines = reader.join().unwrap();
        assert!(child.wait().unwrap().success());
        assert!(lines >= blocks << 12, "{lines} lines");
        assert!(peak < 12 << 10, "{peak} KiB for a batch of 48 MiB");
    }
}

#[test]
fn long_texts_use_limited_memory_before_the_table_starts() {
    let mut child = decode(&[]);
    let mut output = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()).unwrap());
    let line = LINE.replace("a text of some length", &"x".repeat(1 << 19));
    let mut input = child.stdin.take().unwrap();
    for _ in 0..150 {
        input.write_all(line.as_bytes()).unwrap();
    }
    let peak = peak_memory(&child);
    drop(input);
    assert!(reader.join().unwrap() > 150 << 19);
    assert!(child.wait().unwrap().success());
    assert!(peak < 32 << 10, "{peak} KiB");
}

#[test]
fn the_longest_records_use_limited_memory() {
    // JSON needs six bytes for each byte of this message, and each thread has a record.
    let line = LINE.replace("a text of some length", &"\u{1}".repeat((1 << 20) - LINE.len()));
    for (args, most) in [(&["decode", "--json"][..], 36), (&["decode"], 72), (&["convert", "--from-fmt", "1", "--to-fmt", "3"], 48)]
    {
        let mut child = smsc(&[args, &["--all", "1", "--multi"]].concat());
        let mut output = child.stdout.take().unwrap();
        let reader = std::thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()).unwrap());
        let mut input = child.stdin.take().unwrap();
        for _ in 0..16 {
            input.write_all(line.as_bytes()).unwrap();
        }
        let peak = peak_memory(&child);
        drop(input);
        assert!(reader.join().unwrap() > 16 << 22);
        assert!(child.wait().unwrap().success());
        assert!(peak < most << 10, "{peak} KiB for {args:?}");
    }
}

#[test]
fn short_lines_use_limited_memory() {
    // A chunk of short lines has the most items, and a read from a file returns more bytes than one
    // from a pipe.
    let body = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("short.txt");
    std::fs::write(&body, [LINE, &"x\n".repeat(1 << 20)].concat()).unwrap();
    let mut child = decode(&["--json", body.to_str().unwrap()]);
    let mut output = child.stdout.take().unwrap();
    output.read_exact(&mut [0; 100]).unwrap();
    let peak = peak_memory(&child);
    assert_eq!(std::io::copy(&mut output, &mut std::io::sink()).map(|_| child.wait().unwrap().code()).unwrap(), Some(1));
    assert!(peak < 12 << 10, "{peak} KiB");
}

#[test]
fn an_interrupt_ends_a_command_blocked_on_output() {
    let mut child = decode(&["--json"]);
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        let block = LINE.repeat(1 << 10);
        while input.write_all(block.as_bytes()).is_ok() {}
    });
    // The pipe is full soon, and the command is blocked on it.
    std::thread::sleep(Duration::from_millis(300));
    Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(143));
    let mut text = Vec::new();
    child.stdout.take().unwrap().read_to_end(&mut text).unwrap();
    writer.join().unwrap();
    assert!(text.ends_with(b"}\n"), "a line was cut");
}

#[test]
fn an_interrupt_leaves_whole_lines() {
    for args in [&["--json"][..], &[]] {
        let mut child = decode(args);
        let mut input = child.stdin.take().unwrap();
        let mut output = child.stdout.take().unwrap();
        let writer = std::thread::spawn(move || {
            let block = LINE.repeat(1 << 10);
            // This fails when the command has ended.
            while input.write_all(block.as_bytes()).is_ok() {}
        });
        let mut text = vec![0; 1 << 20];
        output.read_exact(&mut text).unwrap();
        let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        output.read_to_end(&mut text).unwrap();
        writer.join().unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(130));
        assert!(text.ends_with(b"\n"));
        let lines: Vec<_> = text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).skip(1).collect();
        assert!(lines.iter().all(|line| *line == lines[0]), "a line was cut");
    }
}

#[test]
fn an_interrupt_leaves_whole_lines_in_a_file() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (from, to) = (folder.join("interrupted.txt"), folder.join("interrupted.json"));
    std::fs::write(&from, LINE.repeat(200_000)).unwrap();
    for wait in 0..20 {
        let mut child = interruptible()
            .args(["decode", "--all", "1", "--multi", "--json"])
            .arg(&from)
            .stdout(std::fs::File::create(&to).unwrap())
            .spawn()
            .unwrap();
        while std::fs::metadata(&to).unwrap().len() == 0 {
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(wait));
        Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        let code = child.wait().unwrap().code();
        assert!(code == Some(130) || code == Some(0), "{code:?}");
        let text = std::fs::read(&to).unwrap();
        assert!(text.ends_with(b"}\n"), "a line was cut after {} bytes", text.len());
    }
}

#[test]
fn without_a_second_thread_one_does_all_the_work() {
    let body = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("alone.txt");
    std::fs::write(&body, LINE.repeat(20_000)).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_smsc"))
        .args(["decode", "--all", "1", "--multi", "--json"])
        .arg(&body)
        // No machine can allocate such a stack.
        .env("RUST_MIN_STACK", (1_u64 << 60).to_string())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap().lines().count(), 20_000);
}

#[test]
fn an_interrupt_while_waiting_for_input() {
    let mut child = decode(&["--json"]);
    let mut input = child.stdin.take().unwrap();
    input.write_all(LINE.repeat(2).as_bytes()).unwrap();
    // The first record is printed before the end of the second is known.
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    assert!(line.ends_with("\"id\":77}\n"), "{line}");
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert_eq!(code_at_the_end(&mut child), Some(130));
    drop(input);
}

/// Returns the exit status of a command that must end without more input.
fn code_at_the_end(child: &mut Child) -> Option<i32> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        assert!(start.elapsed() < Duration::from_secs(20), "the command is still waiting");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_rejected_record_ends_a_command_blocked_on_input() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_smsc"))
        .args(["convert", "--from-fmt", "1", "--to-fmt", "3", "--all", "1", "--multi", "--strict"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let ambiguous = LINE.replace("a text", "a, text");
    input.write_all([LINE, LINE, &ambiguous, LINE, LINE].concat().as_bytes()).unwrap();
    assert_eq!(code_at_the_end(&mut child), Some(1));
    let mut text = String::new();
    child.stdout.take().unwrap().read_to_string(&mut text).unwrap();
    assert!(text.starts_with("[{\n") && text.ends_with("\n}") && text.matches("\"id\": 77").count() == 2, "{text}");
    drop(input);
}

#[test]
fn truncated_input_leaves_whole_lines() {
    let mut child = decode(&["--json"]);
    let mut input = child.stdin.take().unwrap();
    let body = LINE.repeat(3);
    input.write_all(&body.as_bytes()[..body.len() - 40]).unwrap();
    drop(input);
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!((lines[1]["id"].as_u64(), lines[2]["malformed"].is_string()), (Some(77), true));
    assert_eq!(output.status.code(), Some(1));
}
