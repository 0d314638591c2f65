//! The command as a process: signals, and streams that cannot be written to.
#![cfg(target_os = "linux")]

mod common;
#[path = "common/interruptible.rs"]
mod interruptible;

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use common::{smsc, with_streams};
use interruptible::interruptible;

const RECORD: &str = "1,1760080210,0,101,79990000020\n";

/// Starts a command in a shell that ignores a signal, as `nohup` ignores SIGHUP, and no other one that
/// the tests may have inherited as ignored.
fn with_ignored(signal: &str, args: &[&str]) -> Child {
    Command::new("env")
        .args(["--default-signal", "sh", "-c", &format!("trap '' {signal}; exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_smsc")])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn send(signal: &str, child: &Child) {
    assert!(Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status().unwrap().success());
}

const DECODE: &[&str] = &["decode", "--multi", "--json"];
const TABLE: &[&str] = &["decode", "--multi"];
const CONVERT: &[&str] = &["convert", "--from-fmt", "1", "--to-fmt", "3", "--multi"];

#[test]
fn a_signal_that_is_ignored_at_the_start_stays_ignored() {
    for signal in ["HUP", "INT", "TERM"] {
        for args in [DECODE, TABLE, CONVERT] {
            let mut child = with_ignored(signal, args);
            let mut input = child.stdin.take().unwrap();
            let mut output = BufReader::new(child.stdout.take().unwrap());
            input.write_all([RECORD, RECORD].concat().as_bytes()).unwrap();
            let mut start = Vec::new();
            if args == DECODE {
                // The command is running: it has printed a record.
                output.read_until(b'\n', &mut start).unwrap();
            } else {
                while !std::fs::read_to_string(format!("/proc/{}/comm", child.id())).unwrap().starts_with("smsc") {}
            }
            send(signal, &child);
            input.write_all(RECORD.as_bytes()).unwrap();
            drop(input);
            output.read_to_end(&mut start).unwrap();
            let text = String::from_utf8(start).unwrap();
            assert_eq!(text.matches("79990000020").count(), 3, "{signal} {args:?}: {text}");
            assert_eq!(child.wait().unwrap().code(), Some(0), "{signal} {args:?}");
        }
    }
}

#[test]
fn the_exit_status_names_the_signal() {
    for (signal, code) in [("HUP", 129), ("INT", 130), ("TERM", 143)] {
        // Another signal is ignored, which must not change what this one does.
        for ignored in ["USR1", if signal == "INT" { "HUP" } else { "INT" }] {
            let mut child = with_ignored(ignored, DECODE);
            let mut input = child.stdin.take().unwrap();
            input.write_all([RECORD, RECORD].concat().as_bytes()).unwrap();
            let mut output = BufReader::new(child.stdout.take().unwrap());
            let mut text = String::new();
            output.read_line(&mut text).unwrap();
            send(signal, &child);
            assert_eq!(child.wait().unwrap().code(), Some(code), "{signal}, with {ignored} ignored");
            output.read_to_string(&mut text).unwrap();
            assert!(text.ends_with("}\n"), "{signal}: {text}");
            drop(input);
        }
    }
}

/// Arguments and a standard input for each way in which a subcommand writes to a stream. The first
/// argument is the subcommand.
const USES: &[(&[&str], &str)] = &[
    (&["--help"], ""),
    (&["--version"], ""),
    (&["completions", "bash"], ""),
    (&["completions", "nosuch"], ""),
    (&["help", "decode"], ""),
    (&["help"], ""),
    (&[], ""),
    (&["nosuch"], ""),
    (&["decode", "--help"], ""),
    (&["decode", "nosuch"], ""),
    (&["decode", "--ids", "x"], ""),
    (&["decode", "--ids-file", "nosuch"], ""),
    (&["decode", "--ids-file", "/dev/null"], ""),
    (&["decode"], "<html>"),
    (&["decode", "--multi", "--json"], "1,1,0,5,7\nx\n1,1,0,6,7\n"),
    (&["decode", "--multi"], "1,1,0,5,7\nx\n1,1,0,6,7\n"),
    (&["decode", "--all", "1", "--json"], "1,1,0,1,7,1,G,D,Привет,,0"),
    (&["decode", "--reply", "send"], "{\"id\":5,\"cnt\":1,\"phones\":[{\"phone\":\"7\"},1]}"),
    (&["decode", "--reply", "send", "--fmt", "2"], "<result><id>5</id></result>"),
    (&["decode", "--reply", "incoming", "--json"], "[{\"id\":5,\"phone\":\"7\"},1]"),
    (&["decode", "--reply", "statistics", "--csv"], "[{\"sms\":5},1]"),
    (&["decode", "--reply", "balance", "--fmt", "1"], "0,-9"),
    (&["decode", "--reply", "balance", "--all", "1"], ""),
    (&["convert", "--from-fmt", "1", "--to-fmt", "3", "--multi"], "x\n1,1,0,5,7\nx\n"),
    (&["convert", "--from-fmt", "1", "--to-fmt", "3", "--multi", "--strict"], "x\n1,1,0,5,7\n"),
    (&["convert", "--from-fmt", "3", "--to-fmt", "1"], "[]"),
    (&["convert", "--from-fmt", "1", "--to-fmt", "2", "--multi", "--all", "1"], "1,1,0,1,7,1,G,D,a,b,16,5\n"),
    (&["convert", "--from-fmt", "1"], ""),
    (&["convert", "--to", "csv", "--multi"], "x\n1,1,0,5,7\nx\n"),
    (&["convert", "--to", "ndjson", "--multi"], "1,1,0,5,7\n"),
    (&["convert", "--to", "arrow"], "1,1,0"),
    (&["convert", "--to", "parquet"], ""),
    (&["merge", "--multi", "--json"], "1,1,0,5,7\nx\n0,1,0,5,7\n"),
    (&["merge", "--multi"], "1,1,0,5,7\nx\n1,1,0,6,7\n"),
    (&["merge", "--csv"], "1,1760080210,0"),
    (&["merge", "--json"], "{\"status\":1,\"id\":5,\"phone\":\"7\"}\n{\"status\":1}\n"),
    (&["merge", "nosuch"], ""),
    (&["report", "--help"], ""),
    (&["report", "--multi"], "1,1,0,5,7\nx\n1,1,0,6,7\n"),
    (&["report", "--multi", "--json"], "1,1,0,5,7\n"),
    (&["report", "--merged", "--from", "2026-11-01"], "1,1,0"),
    (&["report", "--tz", "nowhere"], ""),
    (&["report", "nosuch"], ""),
    (&["request", "status", "--ids", "101:79990000001"], ""),
    (&["request", "send", "--phones-file", "-", "--text", "a", "--json"], "79990000001\n"),
    (&["request", "send", "79990000001"], ""),
    (&["status", "--help"], ""),
    (&["status", "101:79990000001", "--credentials", "nosuch", "--host", "127.0.0.1:1", "--plain-http"], ""),
    (&["plan", "--help"], ""),
    (&["plan", "101:79990000001", "--start", "2026-11-28T12:00:00Z"], ""),
    (&["plan", "--file", "-", "--json", "--start", "2026-11-28T12:00:00Z"], "101:79990000001\n"),
    (&["plan", "--file", "/dev/null"], ""),
    (&["plan", "--count", "0"], ""),
    (&["plan"], ""),
    (&["delete", "--help"], ""),
    (&["delete", "101:79990000001", "--credentials", "nosuch", "--host", "127.0.0.1:1", "--plain-http"], ""),
    (&["balance", "--help"], ""),
    (&["balance", "--credentials", "nosuch", "--host", "127.0.0.1:1", "--plain-http"], ""),
    (&["lookup", "--help"], ""),
    (&["lookup", "79990000001", "--credentials", "nosuch", "--host", "127.0.0.1:1", "--plain-http"], ""),
    (&["history", "--help"], ""),
    (&["history", "--from", "2026-11-29", "--credentials", "nosuch", "--host", "127.0.0.1:1", "--plain-http"], ""),
    (&["send", "--help"], ""),
    (&["send", "79990000001", "--text", "a", "--credentials", "nosuch", "--host", "127.0.0.1:1", "--plain-http"], ""),
    (&["doctor", "--help"], ""),
    (&["doctor", "--credentials", "nosuch", "--host", "127.0.0.1:1", "--plain-http"], ""),
    (&["listen", "--help"], ""),
    (&["listen", "--unverified", "--listen", "nowhere"], ""),
    (&["listen", "--unverified", "--port", "0", "--out", "/dev/null"], ""),
    (&["listen"], ""),
    (&["watch", "--help"], ""),
    (&["watch", "101:79990000001", "--credentials", "nosuch", "--host", "127.0.0.1:1", "--plain-http"], ""),
    (&["serve", "--help"], ""),
    (&["serve", "--listen", "nowhere"], ""),
    (&["serve", "--scenario", "nosuch"], ""),
    (&["verify-callback", "--unverified"], "id=5&phone=7&status=1"),
    (&["verify-callback", "--unverified", "--json"], "phone=7&mes=a"),
    (&["verify-callback", "--unverified"], "x"),
    (&["verify-callback", "--secret-file", "nosuch"], ""),
    (&["verify-callback"], ""),
    (&["explain", "20", "1"], ""),
    (&["explain", "20", "1", "--json"], ""),
    (&["explain", "--flag", "8"], ""),
    (&["explain", "--getcourse", "zzz"], ""),
    (&["explain", "--clicksend", "99"], ""),
    (&["explain"], ""),
    (&["diagnose", "no-connection"], ""),
    (&["diagnose", "no-connection", "3"], ""),
    (&["diagnose", "nosuch"], ""),
    (&["flags", "8"], ""),
    (&["flags", "8", "--json"], ""),
    (&["flags", "x"], ""),
    (&["codes"], ""),
    (&["codes", "--json"], ""),
];

fn full() -> Stdio {
    File::options().write(true).open("/dev/full").unwrap().into()
}

#[test]
fn every_subcommand_is_among_the_uses() {
    let help = String::from_utf8(smsc(&["--help"], b"").stdout).unwrap();
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names: Vec<_> =
        commands.lines().filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() >= 6, "{names:?}");
    for name in names {
        assert!(USES.iter().any(|(args, _)| args.first() == Some(&name)), "no use of {name}");
    }
}

/// A message that cannot be printed is lost; the output and the exit status stay the same.
#[test]
fn a_standard_error_that_is_full_or_closed_changes_nothing_else() {
    for (args, input) in USES {
        let expected = smsc(args, input.as_bytes());
        let output = with_streams(args, input.as_bytes(), Stdio::piped(), full());
        assert_eq!((&output.stdout, output.status.code()), (&expected.stdout, expected.status.code()), "full: {args:?}");
        let output = with_streams(args, input.as_bytes(), Stdio::piped(), closed());
        assert_eq!((&output.stdout, output.status.code()), (&expected.stdout, expected.status.code()), "closed: {args:?}");
    }
}

/// Returns the write end of a pipe that nothing reads.
fn closed() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

/// Output that cannot be written is a failure, also of help and of a reply that is malformed.
#[test]
fn a_standard_output_that_is_full_is_reported() {
    for (args, input) in USES {
        let expected = smsc(args, input.as_bytes());
        let output = with_streams(args, input.as_bytes(), full(), Stdio::piped());
        let message = String::from_utf8(output.stderr).unwrap();
        if expected.stdout.is_empty() {
            assert_eq!((&expected.stderr[..], expected.status.code()), (message.as_bytes(), output.status.code()), "{args:?}");
        } else {
            assert_eq!(output.status.code(), Some(2), "{args:?}: {message}");
            assert!(message.lines().last().is_some_and(|line| line.starts_with("smsc: cannot write: ")), "{args:?}: {message}");
        }
        let code = output.status.code();
        assert_eq!(with_streams(args, input.as_bytes(), full(), full()).status.code(), code, "both streams: {args:?}");
    }
}

/// A reader that ends early, such as `head`, wants no more, and that is no failure.
#[test]
fn a_standard_output_that_is_closed_is_no_failure() {
    for (args, input) in USES {
        let expected = smsc(args, input.as_bytes());
        if expected.stdout.is_empty() {
            continue;
        }
        let output = with_streams(args, input.as_bytes(), closed(), Stdio::piped());
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Options and a body for shapes that are slow to parse: what comes first, what is repeated without
/// end, and whether it can be a batch. A batch ends by itself at a record that is too long.
const SLOW: &[(&[&str], &str, &str, bool)] = &[
    (&["--fmt", "1", "--all", "1"], "", ",", false),
    (&["--fmt", "1", "--all", "1"], "1,1,1,1,1,1,1,1,", "\n", false),
    (&["--fmt", "1", "--all", "1"], "", "1,1,1,1,1,1,1,1,x\n", true),
    (&["--fmt", "1", "--all", "1"], "", "1,1,\n", true),
    (&["--fmt", "1", "--all", "1"], "1,1,0,1,7,1,G,D,a,,0,5\n", "x\n", true),
    (&["--fmt", "0", "--all", "1"], "Status = 1, message = x", ",", false),
    (&["--fmt", "0", "--all", "1"], "", "Status = 1, message = x\n", true),
    (&["--fmt", "2"], "<list><sms><status>1</status><!--", "--", false),
    (&["--fmt", "2"], "<list>", "<sms/>", true),
    (&["--fmt", "3"], "[{\"status\":1,\"x\":[0", ",[[[[[[[[[[[[[[[[{}]]]]]]]]]]]]]]]]", false),
    (&["--fmt", "3"], "[{}", ",{}", true),
    (&["--reply", "incoming"], "[{}", ",{\"id\":5,\"phone\":\"7\"}", false),
];

/// Waits until a command catches SIGINT, which ends it without an exit status before.
fn wait_for_handler(child: &Child) {
    let until = Instant::now() + Duration::from_secs(60);
    loop {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap();
        if u64::from_str_radix(caught.trim(), 16).unwrap() & 0b10 != 0 {
            return;
        }
        assert!(Instant::now() < until, "no handler is installed");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Sends Ctrl-C to a command that would never end, and returns how long it took to end.
fn interrupt(args: &[&str], first: &str, repeated: &str) -> Duration {
    let mut child = interruptible().args(args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let (first, block) = (first.to_owned(), repeated.repeat((1 << 16) / repeated.len()));
    let writer = std::thread::spawn(move || {
        // This fails when the command has ended.
        let _ = input.write_all(first.as_bytes());
        while input.write_all(block.as_bytes()).is_ok() {}
    });
    wait_for_handler(&child);
    std::thread::sleep(Duration::from_millis(200));
    let sent = Instant::now();
    send("INT", &child);
    assert_eq!(child.wait().unwrap().code(), Some(130), "{args:?} {repeated}");
    writer.join().unwrap();
    sent.elapsed()
}

/// The bound is generous for a busy machine; without a handler that runs beside the parser, none of
/// these would end.
#[test]
fn an_interrupt_ends_the_slowest_parsing() {
    let pairs = (1..20_000).map(|id| format!("{id}:7999{id:07}\n")).collect::<Vec<_>>().concat();
    let file = format!("{}/many-pairs.txt", env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(&file, pairs).unwrap();
    for (options, first, repeated, can_be_batch) in SLOW {
        let batch = if *can_be_batch { &[&["decode", "--json", "--multi"][..], &["decode", "--multi"]][..] } else { &[] };
        for command in [&[&["decode", "--json"][..]], batch].concat() {
            assert!(interrupt(&[command, options].concat(), first, repeated) < Duration::from_secs(3), "{options:?} {repeated}");
        }
    }
    let known = ["decode", "--json", "--multi", "--all", "1", "--ids-file", &file];
    let unexpected = "1,1760080210,0,1760080202,79990000020,2.12,G,D,a,b,,0,77\n";
    assert!(interrupt(&known, "", unexpected) < Duration::from_secs(3));
}
