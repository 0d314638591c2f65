//! `smsc watch` while something fails: the disk is full, the database is locked, the webhook is
//! broken, the service is gone. Each failure is said, in the language of the output, and nothing is lost.
#![cfg(target_os = "linux")]

#[path = "common/standin.rs"]
mod standin;
#[path = "common/watching.rs"]
mod watching;

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rusqlite::Connection;
use standin::{Home, Ran, Standin};
use watching::{Watching, assert_ends, ids, keys, put, send, signal, text_of, wait_for, watch};

const PHONES: [&str; 3] = ["79990000001", "79990000002", "79990000003"];

/// A stand-in with three messages at their end, a folder for new files, and a command for ends.
struct Setting {
    home: Home,
    standin: Standin,
    pairs: Vec<String>,
    exec: String,
}

impl Setting {
    fn new() -> Self {
        let home = Home::new();
        let standin = Standin::start(&home, "", &["--frozen"]);
        let pairs = send(&home, &standin, &PHONES).lines().map(str::to_owned).collect();
        fs::create_dir(home.path("new")).unwrap();
        let exec = format!("echo $SMSC_KEY >> {}", home.path("keys").display());
        Self { home, standin, pairs, exec }
    }

    fn spool(&self) -> PathBuf {
        self.home.path("new")
    }

    /// Starts a command that follows the messages of the folder.
    fn start(&self, name: &str, state: &Path, lang: &str) -> Watching {
        let spool = self.spool();
        let more = ["--spool", spool.to_str().unwrap(), "--exec", &self.exec, "--lang", lang];
        let args = watch(state.to_str().unwrap(), &more);
        Watching::start(&self.home, name, &mut self.home.command(&self.standin.args(&args)))
    }

    fn exec_keys(&self) -> String {
        text_of(&self.home.path("keys"))
    }

    /// Waits until the command of `--exec` has got this number of ends: standard output may have them
    /// before.
    fn wait_for_exec(&self, count: usize) {
        wait_for("the command of --exec", || self.home.path("keys").exists() && self.exec_keys().lines().count() >= count);
    }
}

/// The environment variable with the folder of a small disk.
const DISK: &str = "SMSC_SMALL_DISK";

/// Runs a test of this program in a mount namespace of its own, with a disk of 1 MiB.
fn on_a_small_disk(child: &str) {
    let home = Home::new();
    let disk = home.path("disk");
    fs::create_dir(&disk).unwrap();
    let script = "mount -t tmpfs -o size=1m small \"$0\" && exec \"$1\" --exact \"$2\" --ignored --nocapture";
    let output = Command::new("unshare")
        .args(["--mount", "--map-root-user", "sh", "-c", script])
        .args([&disk, &std::env::current_exe().unwrap(), Path::new(child)])
        .env(DISK, &disk)
        .output();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, err) = output.as_ref().map(|output| (text(&output.stdout), text(&output.stderr))).unwrap_or_default();
    let has_run = out.contains("running 1 test");
    assert!(!has_run || out.contains("1 passed"), "{out}{err}");
    if !has_run {
        eprintln!("not run, nothing can be mounted here: {output:?}");
    }
}

/// A file that takes all the room of its disk.
struct Filler(PathBuf);

impl Filler {
    fn new(disk: &Path) -> Self {
        let path = disk.join("filler");
        let mut file = File::create(&path).unwrap();
        for len in [1 << 16, 1] {
            while file.write(&vec![0; len]).is_ok_and(|count| count > 0) {}
        }
        Self(path)
    }
}

impl Drop for Filler {
    fn drop(&mut self) {
        fs::remove_file(&self.0).unwrap();
    }
}

#[test]
fn a_state_on_a_full_disk_loses_nothing() {
    on_a_small_disk("child_with_its_state_on_a_small_disk");
}

#[test]
#[ignore = "run by a_state_on_a_full_disk_loses_nothing"]
fn child_with_its_state_on_a_small_disk() {
    let setting = Setting::new();
    let disk = PathBuf::from(std::env::var_os(DISK).unwrap());
    let state = disk.join("w.db");
    let first = setting.start("first", &state, "ru");
    put(&setting.spool(), "1", &setting.pairs[0]);
    first.wait_for_ids(&[101]);

    // A file of the folder stays, and the command goes on.
    let filler = Filler::new(&disk);
    put(&setting.spool(), "2", &setting.pairs[1]);
    let place = state.display();
    first.wait_for_message(&format!(
        "smsc: {place}: диск полон: из этого шага ничего не сохранено; освободите место и повторите его; новая попытка\n"
    ));
    drop(filler);
    first.wait_for_ids(&[102]);

    // A command that cannot store its messages does not start.
    let filler = Filler::new(&disk);
    put(&setting.spool(), "3", &setting.pairs[2]);
    let ran = first.end("TERM");
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    let args = watch(state.to_str().unwrap(), &[&setting.pairs[2], "--lang", "en"]);
    let refused = setting.standin.run(&setting.home, &args);
    let sentence = format!("smsc: {place}: the disk is full: nothing of this step was stored; make room and repeat it\n");
    assert_eq!((refused.status, refused.stderr), (Some(2), sentence));
    assert!(setting.spool().join("3").exists());
    drop(filler);
    let second = setting.start("second", &state, "en");
    second.wait_for_ids(&[103]);
    setting.wait_for_exec(3);
    let last = second.end("TERM");
    assert_eq!(last.status, Some(0), "{}", last.stderr);
    assert_ends(&(ran.stdout + &last.stdout), &[101, 102, 103], &setting.exec_keys());
}

#[test]
fn a_standard_output_on_a_full_disk_has_whole_lines_alone() {
    on_a_small_disk("child_with_its_output_on_a_small_disk");
}

#[test]
#[ignore = "run by a_standard_output_on_a_full_disk_has_whole_lines_alone"]
fn child_with_its_output_on_a_small_disk() {
    let setting = Setting::new();
    let disk = PathBuf::from(std::env::var_os(DISK).unwrap());
    let state = setting.home.path("w.db");
    let out = disk.join("changes.jsonl");
    // The last page of the file has room for a part of a line.
    let before = "\n".repeat(4096 - 60);
    fs::write(&out, &before).unwrap();
    let filler = Filler::new(&disk);
    let run = |lang: &str| {
        let args = watch(state.to_str().unwrap(), &[&setting.pairs[0], "--lang", lang]);
        let mut command = setting.home.command(&setting.standin.args(&args));
        let file = File::options().append(true).open(&out).unwrap();
        Ran::of(command.stdout(file).stderr(Stdio::piped()).spawn().unwrap().wait_with_output().unwrap())
    };
    let ran = run("en");
    assert_eq!((ran.status, &*ran.stderr), (Some(2), "smsc: cannot write: No space left on device (os error 28)\n"));
    assert_eq!(text_of(&out), before);
    drop(filler);
    let ran = run("en");
    assert_eq!((ran.status, &*ran.stderr), (Some(0), ""));
    let added = text_of(&out);
    assert_eq!(ids(added.strip_prefix(&before).unwrap()).into_iter().collect::<Vec<_>>(), [101]);
}

#[test]
fn a_locked_database_is_waited_for_and_loses_nothing() {
    let setting = Setting::new();
    let [state, other] = ["w.db", "other.db"].map(|name| setting.home.path(name));
    let made = setting.standin.run(&setting.home, &watch(other.to_str().unwrap(), &[&setting.pairs[0]]));
    assert_eq!((made.status, ids(&made.stdout).len()), (Some(0), 1), "{}", made.stderr);
    let first = setting.start("first", &state, "fr");
    put(&setting.spool(), "1", &setting.pairs[0]);
    first.wait_for_ids(&[101]);

    let locked = [&state, &other].map(|path| {
        let connection = Connection::open(path).unwrap();
        connection.busy_timeout(std::time::Duration::from_secs(60)).unwrap();
        connection.execute_batch("BEGIN EXCLUSIVE").unwrap();
        connection
    });
    put(&setting.spool(), "2", &setting.pairs[1]);
    // A command that cannot store its messages does not start.
    let args = watch(other.to_str().unwrap(), &[&setting.pairs[1], "--lang", "en"]);
    let refused = setting.standin.run(&setting.home, &args);
    let sentence = "another program was writing to the database for too long: nothing of this step was stored; repeat it";
    assert_eq!((refused.status, refused.stderr), (Some(2), format!("smsc: {}: {sentence}\n", other.display())));
    first.wait_for_message(&format!(
        "smsc: {}: un autre programme a écrit trop longtemps dans la base\u{a0}: rien de cette étape n’est enregistré\u{a0}; \
         répétez-la\u{a0}; nouvel essai\n",
        state.display()
    ));
    assert!(setting.spool().join("2").exists());
    for connection in locked {
        connection.execute_batch("ROLLBACK").unwrap();
    }
    first.wait_for_ids(&[102]);
    setting.wait_for_exec(2);
    let ran = first.end("TERM");
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    assert_ends(&ran.stdout, &[101, 102], &setting.exec_keys());
}

/// Answers a request of a webhook, or keeps it until its sender ends the connection. Returns its key.
fn answer(server: &TcpListener, status: Option<&str>) -> String {
    let (mut stream, _) = server.accept().unwrap();
    let mut request = String::new();
    while !request.contains("\"outcome\"") {
        let mut buffer = [0; 4096];
        let len = stream.read(&mut buffer).unwrap();
        assert!(len > 0, "{request}");
        request += std::str::from_utf8(&buffer[..len]).unwrap();
    }
    match status {
        Some(status) => write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").unwrap(),
        // Nothing more comes until the connection ends.
        None => drop(stream.read_to_end(&mut Vec::new())),
    }
    let key = request.lines().find_map(|line| line.strip_prefix("Idempotency-Key: ").or(line.strip_prefix("idempotency-key: ")));
    key.expect("a key").to_owned()
}

/// Takes as long as a request may: half a minute.
#[test]
fn a_broken_webhook_gets_each_end_when_it_works_again() {
    let setting = Setting::new();
    let state = setting.home.path("w.db");
    let address: SocketAddr = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("http://{address}/ends?token=s3cret");
    let start = |name: &str, lang: &str| {
        let args = watch(state.to_str().unwrap(), &[&setting.pairs[0], "--webhook", &url, "--lang", lang]);
        Watching::start(&setting.home, name, &mut setting.home.command(&setting.standin.args(&args)))
    };
    // Every message is at its end, and a signal ends the wait for the webhook.
    let first = start("first", "en");
    first.wait_for_message("smsc: webhook: no connection was made: check the network and the firewall; trying again in 1 s\n");
    assert_eq!(first.end("TERM").status, Some(0));

    let second = start("second", "ru");
    second.wait_for_message("smsc: webhook: соединение не установлено: проверьте сеть и сетевой экран; новая попытка через 1 с\n");
    let server = TcpListener::bind(address).unwrap();
    let answers = [Some("500 Internal Server Error"), None, Some("204 No Content")];
    let sent = answers.map(|status| answer(&server, status));
    let ran = second.wait();
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    for expected in ["smsc: webhook: статус HTTP 500; новая попытка через ", "smsc: webhook: полный ответ не пришёл вовремя; новая"]
    {
        assert!(ran.stderr.contains(expected), "{expected}: {}", ran.stderr);
    }
    let out = text_of(&setting.home.path("first.out")) + &ran.stdout;
    let keys: Vec<_> = keys(&out).into_values().flatten().collect();
    assert_eq!(sent.to_vec(), vec![keys[0].clone(); 3]);
    // Nothing is left for the next run.
    server.set_nonblocking(true).unwrap();
    assert_eq!(start("third", "en").wait().status, Some(0));
    assert_eq!(server.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[test]
fn a_service_that_stopped_is_asked_again_when_it_runs() {
    let setting = Setting::new();
    let state = setting.home.path("w.db");
    let first = setting.start("first", &state, "ru");
    put(&setting.spool(), "1", &setting.pairs[0]);
    first.wait_for_ids(&[101]);
    let Setting { home, standin, pairs, exec: _ } = setting;
    let address = standin.address().to_owned();
    drop(standin);
    put(&home.path("new"), "2", &pairs[1]);
    first.wait_for_message(&format!("smsc: {address}: "));
    // Asked between the sending and the end, it would hear of a pending message, and ask again after minutes.
    signal(&first.child, "STOP");
    let standin = Standin::listen(&address, &home, "", &["--frozen"]);
    send(&home, &standin, &PHONES);
    signal(&first.child, "CONT");
    first.wait_for_ids(&[102]);
    wait_for("the command of --exec", || home.path("keys").exists() && text_of(&home.path("keys")).lines().count() >= 2);
    let ran = first.end("TERM");
    assert_eq!(ran.status, Some(0), "{}", ran.stderr);
    assert_ends(&ran.stdout, &[101, 102], &text_of(&home.path("keys")));
}
