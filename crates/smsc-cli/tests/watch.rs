//! `smsc watch` against the stand-in: messages are followed to their end, each change is passed on, and
//! what goes wrong is said and loses nothing.
#![cfg(unix)]

#[path = "common/reader.rs"]
mod reader;
#[path = "common/standin.rs"]
mod standin;
#[path = "common/watching.rs"]
mod watching;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use reader::Reader;
use serde_json::Value;
use standin::{Home, Ran, Standin};
use watching::{ids, json, send, signal, text_of, wait_for, watch};

#[test]
fn messages_are_followed_to_their_end_once() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    let pairs = send(&home, &standin, &["79990000001", "79990002006", "79990004000"]);
    let file = home.write("pairs", &pairs);
    let state = home.path("w.db");
    let state = state.to_str().unwrap();
    let ran = standin.run(&home, &watch(state, &["--file", &file]));
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let lines = json(&ran.stdout);
    let told: Vec<_> = lines.iter().map(|line| (line["id"].as_u64(), line["status"].as_i64(), line["err"].as_u64())).collect();
    assert_eq!(told, [(Some(101), Some(1), Some(0)), (Some(102), Some(20), Some(6)), (Some(103), Some(2), Some(0))]);
    assert!(lines.iter().all(|line| line["state"] == "final" && line["source"] == "asked" && line["phone"].is_string()));
    assert_eq!(lines[1]["outcome"]["title"], "Subscriber offline");
    assert_eq!(lines.iter().map(|line| line["key"].as_str()).collect::<BTreeSet<_>>().len(), 3);
    // One batch was enough, and nothing is left to do for a second run.
    assert_eq!(standin.requests("status.php").len(), 1);
    let again = standin.run(&home, &watch(state, &["--file", &file]));
    assert_eq!((again.status, &*again.stdout), (Some(0), ""));
    assert_eq!(standin.requests("status.php").len(), 1);
}

#[test]
fn lines_of_standard_input_are_followed_as_they_come() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    send(&home, &standin, &["79990000001", "79990000002"]);
    let state = home.path("w.db");
    let args = watch(state.to_str().unwrap(), &["--file", "-", "--lang", "en"]);
    let mut command = home.command(&standin.args(&args));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut next = || {
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        serde_json::from_str::<Value>(&line).unwrap()["id"].as_u64()
    };
    input.write_all(b"phone;id\n79990000001;101\n").unwrap();
    // The first message is at its end while standard input is open.
    assert_eq!(next(), Some(101));
    input.write_all(b"no pair\n79990000002;102\n").unwrap();
    assert_eq!(next(), Some(102));
    drop(input);
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.status, Some(1));
    assert!(ran.stderr.starts_with("smsc: standard input, line 3: "), "{}", ran.stderr);
}

#[test]
fn files_of_a_folder_are_followed_until_a_signal() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    send(&home, &standin, &["79990000001", "79990007000"]);
    fs::create_dir(home.path("new")).unwrap();
    home.write("new/a.csv", "id,phone\n101,79990000001\n");
    home.write("new/b", "no pair\n");
    home.write("new/.c", "1:2\n");
    home.write("new/d.tmp", "1:2\n");
    let (state, new) = (home.path("w.db"), home.path("new"));
    let args = watch(state.to_str().unwrap(), &["--spool", new.to_str().unwrap()]);
    let out = home.path("out");
    let mut command = home.command(&standin.args(&args));
    let child = command.stdout(File::create(&out).unwrap()).stderr(Stdio::piped()).spawn().unwrap();
    wait_for("the end of the first message", || text_of(&out).contains("\"id\":101"));
    home.write("new/e.tmp", "102:79990007000\n");
    fs::rename(home.path("new/e.tmp"), home.path("new/e")).unwrap();
    wait_for("the reading of the second file", || !home.path("new/e").exists());
    let names =
        || fs::read_dir(&new).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect::<BTreeSet<_>>();
    wait_for("the end of the bad file", || names().contains("b.bad"));
    assert_eq!(names(), BTreeSet::from([".c", "b.bad", "d.tmp"].map(str::to_owned)));
    signal(&child, "TERM");
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert_eq!(ran.status, Some(0));
    assert!(ran.stderr.contains("1 messages are not at their end: the next run goes on with them"), "{}", ran.stderr);
    assert!(ran.stderr.contains("/new/b: line 1: expected ID:PHONE"), "{}", ran.stderr);
}

#[test]
fn a_command_and_a_webhook_get_each_end_until_they_take_it() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    send(&home, &standin, &["79990000001"]);
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/ends?token=s3cret", server.local_addr().unwrap());
    let hook = thread::spawn(move || {
        let mut requests = Vec::new();
        for status in ["500 Internal Server Error", "302 Found\r\nLocation: https://example.org/", "204 No Content"] {
            let (mut stream, _) = server.accept().unwrap();
            let mut request = String::new();
            while !request.contains("\"outcome\"") {
                let mut buffer = [0; 4096];
                let len = stream.read(&mut buffer).unwrap();
                request += std::str::from_utf8(&buffer[..len]).unwrap();
            }
            write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
            requests.push(request);
        }
        requests
    });
    let (keys, bodies) = (home.path("keys"), home.path("bodies"));
    let exec = format!(
        "echo $SMSC_KEY >> {0}; cat >> {1}; echo shown; test $(wc -l < {0}) -gt 1",
        keys.to_str().unwrap(),
        bodies.to_str().unwrap()
    );
    let state = home.path("w.db");
    let ran = standin.run(&home, &watch(state.to_str().unwrap(), &["101:79990000001", "--exec", &exec, "--webhook", &url]));
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let line = json(&ran.stdout).remove(0);
    let key = line["key"].as_str().unwrap();
    assert_eq!(text_of(&keys), format!("{key}\n{key}\n"));
    assert_eq!(json(&text_of(&bodies)), [line.clone(), line.clone()]);
    let requests = hook.join().unwrap();
    for request in &requests {
        let (head, body) = request.split_once("\r\n\r\n").unwrap();
        assert!(head.to_lowercase().contains(&format!("idempotency-key: {key}\r\n")), "{head}");
        assert_eq!(serde_json::from_str::<Value>(body).unwrap(), line);
    }
    for expected in
        ["exec: exit status 1; trying again in 1 s", "webhook: HTTP status 500; trying again in 1 s", "webhook: HTTP status 302"]
    {
        assert!(ran.stderr.contains(expected), "{expected}: {}", ran.stderr);
    }
}

#[test]
fn a_pushed_status_is_stored_before_it_is_answered() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    let state = home.path("w.db");
    let out = home.path("out");
    let args = watch(state.to_str().unwrap(), &["--listen", "127.0.0.1:0", "--unverified", "--charset", "utf-8"]);
    let mut command = home.command(&standin.args(&args));
    let mut child = command.stdout(File::create(&out).unwrap()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let address = lines.next().unwrap().unwrap().strip_prefix("listening on http://").unwrap().to_owned();
    let post = |body: &str| {
        let mut stream = std::net::TcpStream::connect(&address).unwrap();
        let len = body.len();
        write!(stream, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: {len}\r\nConnection: close\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.split_whitespace().nth(1).unwrap().to_owned()
    };
    assert_eq!(post("id=101&phone=79990000001&status=1&err=0&time=28.11.2026+12:00:00&ts=1795856404"), "200");
    wait_for("the line of the change", || text_of(&out).contains("\"id\":101"));
    // The same once more is no change; a message that was received is printed as it is.
    assert_eq!(post("id=101&phone=79990000001&status=1&err=0&time=28.11.2026+12:00:00&ts=1795856404"), "200");
    assert_eq!(post("phone=79990000009&mes=Hi&to=79990000000&sms_id=5"), "200");
    assert_eq!(post("nonsense"), "400");
    signal(&child, "INT");
    assert_eq!(child.wait().unwrap().code(), Some(0));
    let lines = json(&text_of(&out));
    let told: Vec<_> = lines.iter().map(|line| (line["source"].as_str(), line["kind"].as_str())).collect();
    assert_eq!(told, [(Some("pushed"), None), (None, Some("incoming"))]);
    assert_eq!((lines[0]["state"].as_str(), lines[0]["last_timestamp"].as_u64()), (Some("final"), Some(1_795_856_404)));
}

#[test]
fn failures_say_what_to_do_and_lose_nothing() {
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    send(&home, &standin, &["79990000001", "79990000002"]);
    let state = home.path("w.db");
    let state = state.to_str().unwrap();
    let pairs = ["101:79990000001", "102:79990000002"];

    // A database of another program, a folder that is not there, a password in the arguments.
    let other = home
        .write("other.db", "no database, but a text of more than one hundred bytes, so that it cannot be taken for an empty file.");
    for (place, expected) in [
        (&*other, "not an SQLite database"),
        ("/nosuch/w.db", "the folder does not exist"),
        ("postgres://alex:s3cret@localhost/x", "a password is never an option"),
    ] {
        let ran = standin.run(&home, &watch(place, &pairs));
        assert_eq!(ran.status, Some(2), "{}", ran.stderr);
        assert!(ran.stderr.contains(expected), "{}", ran.stderr);
    }

    // Plain HTTP to another machine, even if its URL starts with the name of this one.
    for url in ["http://example.org/", "http://localhost:80@example.org/", "https://", "ftp://localhost/"] {
        let ran = standin.run(&home, &watch(state, &[pairs[0], "--webhook", url]));
        assert_eq!(ran.status, Some(2), "{url}");
        assert!(ran.stderr.contains("--webhook: expected a URL"), "{}", ran.stderr);
    }

    // Nobody reads standard output: the next run prints the lines.
    let (reader, stdout) = Reader::new();
    reader.end();
    let mut command = home.command(&standin.args(&watch(state, &pairs)));
    let ran = Ran::of(command.stdout(stdout).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap());
    assert_eq!((ran.status, &*ran.stderr), (Some(0), ""));
    let ran = standin.run(&home, &watch(state, &pairs));
    assert_eq!((ran.status, ids(&ran.stdout)), (Some(0), BTreeSet::from([101, 102])), "{}", ran.stderr);

    // A server that is not there is asked again and again.
    let gone = watch(state, &["103:79990000003", "--host", "127.0.0.1:1", "--plain-http"]);
    let mut command = home.command(&gone);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let line = lines.next().unwrap().unwrap();
    assert!(line.contains("127.0.0.1:1"), "{line}");

    // Meanwhile the file is in use.
    let ran = standin.run(&home, &watch(state, &pairs));
    assert_eq!(ran.status, Some(2));
    assert!(ran.stderr.contains(&format!("process {} follows these messages already", child.id())), "{}", ran.stderr);
    signal(&child, "INT");
    assert_eq!(child.wait().unwrap().code(), Some(0));

    // Refused credentials end the command, and keep the next run from asking.
    let mut command = home.command(&standin.args(&watch(state, &pairs)));
    let ran = Ran::of(command.env("SMSC_PASSWORD", "s3cret-k3y").output().unwrap());
    assert_eq!(ran.status, Some(1), "{}", ran.stderr);
    assert!(ran.stderr.contains("correct the credentials, and run the command again"), "{}", ran.stderr);
    let mut command = home.command(&standin.args(&watch(state, &pairs)));
    let ran = Ran::of(command.env("SMSC_PASSWORD", "s3cret-k3y").output().unwrap());
    assert_eq!(ran.status, Some(2), "{}", ran.stderr);
}

/// The messages of one lane, the number of its lanes, and the kills of each.
const MESSAGES: u64 = 40;
const LANES: u64 = 8;
const KILLS: u64 = 25;

/// Kills the command 200 times at random moments: what was taken from the folder is followed to its end,
/// and an end that is passed on twice has the same key.
#[test]
fn two_hundred_kills_lose_nothing() {
    let lanes: Vec<_> = (0..LANES).map(|lane| thread::spawn(move || kill_again_and_again(lane))).collect();
    for lane in lanes {
        lane.join().unwrap();
    }
}

fn kill_again_and_again(lane: u64) {
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    fs::create_dir(home.path("new")).unwrap();
    for id in 101..101 + MESSAGES {
        let phone = format!("7999{id:03}0001");
        let ran = standin.run(&home, &["send", &phone, "--text", &id.to_string(), "--id", &id.to_string(), "-y"]);
        assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    }
    standin.control("{\"advance\": \"1m\"}");
    let (state, new, keys) = (home.path("w.db"), home.path("new"), home.path("keys"));
    let exec = format!("echo $SMSC_KEY >> {}", keys.to_str().unwrap());
    let args = watch(state.to_str().unwrap(), &["--batch", "2", "--spool", new.to_str().unwrap(), "--exec", &exec]);
    let args = standin.args(&args);
    let start = |run: u64| {
        let mut command = home.command(&args);
        command.stdout(File::create(home.path(&format!("out-{run}"))).unwrap()).stderr(Stdio::null()).spawn().unwrap()
    };
    let mut random = 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(lane + 1);
    for run in 0..KILLS {
        // Messages come between the kills.
        let batch = 101 + run * MESSAGES / KILLS..101 + (run + 1) * MESSAGES / KILLS;
        let pairs = batch.map(|id| format!("{id}:7999{id:03}0001\n")).collect::<Vec<_>>().concat();
        home.write("list.tmp", &pairs);
        if !pairs.is_empty() {
            fs::rename(home.path("list.tmp"), home.path(&format!("new/{run}"))).unwrap();
        }
        let mut child = start(run);
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        thread::sleep(Duration::from_millis((random >> 33) % 1_500));
        signal(&child, "KILL");
        child.wait().unwrap();
    }
    let is_empty = || fs::read_dir(&new).unwrap().next().is_none();
    if !is_empty() {
        let mut child = start(KILLS);
        wait_for("the reading of all files", is_empty);
        signal(&child, "TERM");
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
    // Without an input the command ends when what is in the state is at its end.
    let last = standin.run(&home, &watch(state.to_str().unwrap(), &["--batch", "2", "--exec", &exec]));
    assert_eq!(last.status, Some(0), "{}", last.stderr);

    let mut by_id: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    let outs = (0..=KILLS).map(|run| text_of(&home.path(&format!("out-{run}")))).chain([last.stdout]);
    for text in outs {
        // The last line of a killed run may be cut, and is then passed on again.
        for line in text.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
            let change: Value = serde_json::from_str(line).unwrap();
            assert_eq!((change["status"].as_i64(), change["state"].as_str()), (Some(1), Some("final")));
            by_id.entry(change["id"].as_u64().unwrap()).or_default().insert(change["key"].as_str().unwrap().to_owned());
        }
    }
    assert_eq!(by_id.keys().copied().collect::<Vec<_>>(), (101..101 + MESSAGES).collect::<Vec<_>>());
    assert!(by_id.values().all(|keys| keys.len() == 1), "an end has one key");
    let of_exec: BTreeSet<_> = text_of(&keys).lines().map(str::to_owned).collect();
    assert_eq!(of_exec, by_id.into_values().flatten().collect());
}
