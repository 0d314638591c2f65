//! The checks of the fuzz targets: a function for each target, which takes any bytes and panics if
//! a promise is broken.
//!
//! The targets of `fuzz/` call these functions. A plain test calls them with every input that is
//! stored there. `input.rs` describes how the bytes are parsed.

mod c;
mod callback;
mod calls;
mod dictionary;
mod input;
mod lookups;
mod replies;
mod seeds;
mod slow_lookup;
mod standin;
mod text;
mod write;

use std::path::{Path, PathBuf};

use crate::differential::Verdict;

/// One fuzz target.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The name, which is also that of its files and folders in `fuzz/`.
    pub name: &'static str,
    /// Panics if these bytes show a broken promise.
    pub check: fn(&[u8]),
    /// Returns inputs to start with, made from the cases and the tables.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Returns words that inputs are made of.
    pub words: fn() -> Vec<String>,
}

/// All targets.
pub const TARGETS: &[Target] = &[
    Target { name: "pairs", check: replies::pairs, seeds: || seeds::of_format(0), words: || dictionary::of_format(0) },
    Target { name: "values", check: replies::values, seeds: || seeds::of_format(1), words: || dictionary::of_format(1) },
    Target { name: "xml", check: replies::xml, seeds: || seeds::of_format(2), words: || dictionary::of_format(2) },
    Target { name: "json", check: replies::json, seeds: || seeds::of_format(3), words: || dictionary::of_format(3) },
    Target { name: "chunks", check: replies::chunks, seeds: seeds::of_all, words: dictionary::of_all },
    Target { name: "text", check: text::check, seeds: seeds::texts, words: dictionary::escapes },
    Target { name: "write", check: write::check, seeds: seeds::noise, words: dictionary::of_all },
    Target { name: "c_views", check: c::check, seeds: seeds::of_all, words: dictionary::of_all },
    Target { name: "lookups", check: lookups::check, seeds: seeds::names, words: dictionary::names },
    Target { name: "callback", check: callback::check, seeds: callback::seeds, words: callback::words },
    Target { name: "calls", check: calls::check, seeds: calls::seeds, words: calls::words },
    Target { name: "standin", check: standin::check, seeds: standin::seeds, words: standin::words },
];

/// Returns the target of this name, or `None` if there is none.
#[must_use]
pub fn target(name: &str) -> Option<Target> {
    TARGETS.iter().copied().find(|target| target.name == name)
}

/// Runs the check of a target.
///
/// # Panics
///
/// Panics if the bytes show a broken promise, or if there is no such target.
pub fn check(name: &str, data: &[u8]) {
    (target(name).expect("a target").check)(data);
}

/// Returns the folder of the targets, their inputs and dictionaries.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz")
}

/// Returns the dictionary of a target, in libFuzzer's form.
#[must_use]
pub fn dictionary(target: &Target) -> String {
    dictionary::form((target.words)())
}

/// Panics with the fault, if there is one.
#[track_caller]
fn assert_holds(verdict: Verdict) {
    if let Err(fault) = verdict {
        panic!("{fault}");
    }
}
