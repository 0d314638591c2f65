//! Errors of the file: each is clear, stores nothing, and leaves the store usable.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::{NOW, message, of_row, state};
use rusqlite::Connection;
use smsc_watch::{ErrorKind, NewMessage, SqliteStore, Store as _};

fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn kind(path: &Path) -> ErrorKind {
    SqliteStore::open(path).map(|_| ()).unwrap_err().kind().clone()
}

fn messages(count: u32) -> Vec<NewMessage> {
    (1..=count).map(|id| message(id, "79990000020")).collect()
}

#[test]
fn a_file_of_another_kind_is_refused_and_left_alone() {
    let path = folder("other").join("file");
    fs::write(&path, "id;phone\n1;79990000020\n".repeat(100)).unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(kind(&path), ErrorKind::NotADatabase);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_database_of_another_program_is_refused_and_left_alone() {
    let path = folder("program").join("other.db");
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE t (x)").unwrap();
    let before = fs::read(&path).unwrap();
    assert_eq!(kind(&path), ErrorKind::OtherProgram);
    other.execute_batch("DROP TABLE t; PRAGMA application_id = 7").unwrap();
    assert_eq!(kind(&path), ErrorKind::OtherProgram);
    assert_eq!(before[18..20], fs::read(&path).unwrap()[18..20], "the journal's mode");
}

#[test]
fn a_newer_database_is_refused() {
    let path = folder("newer").join("watch.db");
    drop(SqliteStore::open(&path).unwrap());
    Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    assert_eq!(kind(&path), ErrorKind::Newer { found: 99, known: 1 });
    let text = SqliteStore::open(&path).unwrap_err().to_string();
    assert!(text.contains("watch.db: a database of version 99") && text.contains("up to 1"), "{text}");
}

#[test]
fn a_damaged_database_is_an_error() {
    let path = folder("damaged").join("watch.db");
    let mut store = SqliteStore::open(&path).unwrap();
    store.add(&messages(2_000), NOW).unwrap();
    drop(store);
    let mut bytes = fs::read(&path).unwrap();
    bytes[4_096..].fill(0x5a);
    fs::write(&path, bytes).unwrap();
    let result = SqliteStore::open(&path).and_then(|mut store| store.claim(9, NOW, 0));
    assert_eq!(result.unwrap_err().kind(), &ErrorKind::Damaged);
}

#[test]
fn a_value_that_somebody_changed_is_an_error() {
    let path = folder("value").join("watch.db");
    let mut store = SqliteStore::open(&path).unwrap();
    store.add(&messages(1), NOW).unwrap();
    let row = store.claim(9, NOW, 0).unwrap()[0].row;
    for reports in ["7", "[{\"status\":1,\"unknown\":1}]", "[{}]", "[{\"status\":1,\"cost\":\"k3y\"}]"] {
        Connection::open(&path).unwrap().execute("UPDATE messages SET reports = ?1", [reports]).unwrap();
        let error = store.report(&[of_row(row, state(1, 5, 0))], NOW).unwrap_err();
        assert_eq!(error.kind(), &ErrorKind::Damaged);
        assert!(!error.to_string().contains("k3y"));
    }
}

#[test]
fn a_file_is_for_its_owner_alone() {
    let path = folder("mode").join("watch.db");
    let mut store = SqliteStore::open(&path).unwrap();
    store.add(&messages(1), NOW).unwrap();
    store.claim(1, NOW, 0).unwrap();
    for suffix in ["", "-wal", "-shm", "-watcher"] {
        let file = format!("{}{suffix}", path.display());
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
    }
}

#[test]
fn a_second_watcher_is_refused_until_the_first_has_ended() {
    let path = folder("watched").join("watch.db");
    let [mut first, mut second] = [&path, &path].map(|path| SqliteStore::open(path).unwrap());
    first.add(&messages(1), NOW).unwrap();
    assert_eq!(first.claim(9, NOW, 0).unwrap().len(), 1);
    let error = second.claim(9, NOW, 0).unwrap_err();
    assert_eq!(error.kind(), &ErrorKind::Watched { process: Some(std::process::id()) });
    // Others can write all the same.
    assert_eq!(second.add(&messages(2), NOW).unwrap().added, 1);
    first.release().unwrap();
    assert_eq!(second.claim(9, NOW, 0).unwrap().len(), 2);
    drop(second);
    assert_eq!(first.claim(9, NOW, 0).unwrap().len(), 2);
}

#[test]
fn folders_that_do_not_fit_are_errors() {
    let folder = folder("folders");
    assert_eq!(kind(&folder), ErrorKind::File(std::io::ErrorKind::IsADirectory));
    assert_eq!(kind(&folder.join("none").join("watch.db")), ErrorKind::File(std::io::ErrorKind::NotFound));
}

/// Runs the test as a user that is not root, whom permissions do not stop.
#[test]
fn files_without_permission_are_errors() {
    let folder = folder("permission");
    let path = folder.join("watch.db");
    drop(SqliteStore::open(&path).unwrap());
    fs::set_permissions(&path, Permissions::from_mode(0o444)).unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "faults::child_without_permission", "--ignored", "--nocapture"]).env("SMSC_WATCH_FILE", &path);
    if fs::metadata(&path).unwrap().permissions().mode() & 0o222 == 0 && is_root() {
        std::os::unix::process::CommandExt::uid(&mut child, 65_534);
    }
    let output = child.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| std::os::unix::fs::MetadataExt::uid(&process) == 0)
}

#[test]
#[ignore = "run by files_without_permission_are_errors"]
fn child_without_permission() {
    let path = PathBuf::from(std::env::var_os("SMSC_WATCH_FILE").unwrap());
    assert_eq!(kind(&path), ErrorKind::Permission);
    assert_eq!(kind(Path::new("/proc/watch.db")), ErrorKind::File(std::io::ErrorKind::NotFound));
}
