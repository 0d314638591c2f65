//! The fuzz targets without a fuzzer: every stored input and every seed must pass.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use testkit::fuzz::{self, TARGETS, Target};

/// Returns the names in a folder of `fuzz/`. Git does not store an empty folder, so a missing one
/// has no names.
fn names(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeSet::new() };
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).filter(|name| !name.starts_with('.')).collect()
}

/// Returns every stored input of a target.
fn inputs(target: &Target) -> Vec<(String, Vec<u8>)> {
    let folders = ["corpus", "regressions"].map(|kind| fuzz::folder().join(kind).join(target.name));
    let files = folders.iter().flat_map(|folder| names(folder).into_iter().map(|name| folder.join(name)));
    files.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect()
}

fn replay(name: &str) {
    let target = fuzz::target(name).unwrap();
    let seeds = (target.seeds)().into_iter().enumerate().map(|(at, seed)| (format!("{name}, seed {at}"), seed));
    let mut count = 0;
    for (what, data) in inputs(&target).into_iter().chain(seeds) {
        count += 1;
        // The output of a failed test is printed: its last line is the input.
        println!("{what}");
        (target.check)(&data);
    }
    assert!(count > 0, "{name} has neither inputs nor seeds");
}

macro_rules! replays {
    ($($name:ident)*) => {
        const REPLAYED: &[&str] = &[$(stringify!($name)),*];
        $(#[test]
        fn $name() {
            replay(stringify!($name));
        })*
    };
}

replays! { pairs values xml json chunks text write c_views lookups callback calls standin }

#[test]
fn every_target_is_complete() {
    let all: BTreeSet<_> = TARGETS.iter().map(|target| target.name.to_owned()).collect();
    assert_eq!(all, REPLAYED.iter().map(|name| (*name).to_owned()).collect());
    let with = |ending: &str| all.iter().map(|name| format!("{name}{ending}")).collect::<BTreeSet<_>>();
    assert_eq!(names(&fuzz::folder().join("fuzz_targets")), with(".rs"));
    assert_eq!(names(&fuzz::folder().join("dictionaries")), with(".dict"));
    // An input in a folder without a target would never be replayed.
    for kind in ["corpus", "regressions"] {
        assert!(names(&fuzz::folder().join(kind)).is_subset(&all), "{kind}");
    }
    let manifest = fs::read_to_string(fuzz::folder().join("Cargo.toml")).unwrap();
    for name in &all {
        let program = fs::read_to_string(fuzz::folder().join(format!("fuzz_targets/{name}.rs"))).unwrap();
        assert!(program.contains(&format!("check(\"{name}\", data)")), "{name} must run its own check");
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name} is not built");
    }
}

#[test]
fn the_dictionaries_are_those_of_the_tables() {
    for target in TARGETS {
        let path = fuzz::folder().join(format!("dictionaries/{}.dict", target.name));
        let written = fs::read_to_string(&path).unwrap();
        assert!(written == fuzz::dictionary(target), "{} is outdated: run cargo xtask fuzz to write it again", path.display());
    }
}
