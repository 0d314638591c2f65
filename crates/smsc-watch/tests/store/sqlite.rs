//! The promises of every store, kept by SQLite.

use std::fs;
use std::path::PathBuf;

use smsc_watch::{SqliteStore, Store};

fn empty(test: &str) -> Box<dyn Store> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("sqlite").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    Box::new(SqliteStore::open(&folder.join("watch.db")).unwrap())
}

crate::suite!(empty);
