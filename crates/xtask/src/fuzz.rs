//! The fuzz targets: built by cargo-fuzz, run two at a time, and told of in one table.

mod report;

use std::collections::VecDeque;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use crate::run::{Invocation, Step, cargo, root, target_dir};
use crate::tools::cargo_tool;
use report::Figures;

/// The version that the checks are known to work with.
const CARGO_FUZZ: &str = "0.13.2";

/// Longer inputs are slower and find little more: most of the cases are shorter.
const LONGEST: &str = "-max_len=1024";

/// How many targets run at a time.
const AT_ONCE: usize = 2;

/// What is wanted of the targets.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// Which; all of them if none is named.
    pub(crate) targets: Vec<String>,
    /// For how long each.
    pub(crate) seconds: u32,
    /// Whether what they come across is kept in `fuzz/corpus`, as few inputs as reach the same code.
    pub(crate) keep: bool,
}

pub(crate) fn steps(wanted: Wanted) -> Vec<Step> {
    let manifest = ["--manifest-path", "fuzz/Cargo.toml"];
    vec![
        Step::run("fuzz targets: formatting", cargo(["fmt", "--check"]).args(manifest)),
        // In the folder of the workspace, which has checked nearly all of it already.
        Step::run(
            "fuzz targets: lints",
            cargo(["clippy", "--locked"])
                .args(manifest)
                .args(["--target-dir"])
                .args([target_dir()])
                .args(["--", "--deny", "warnings"]),
        ),
        Step::check("fuzz targets", move || run(&wanted)),
    ]
}

fn run(wanted: &Wanted) -> Result<(), String> {
    let known = known()?;
    let targets = if wanted.targets.is_empty() { known.clone() } else { wanted.targets.clone() };
    if let Some(stranger) = targets.iter().find(|name| !known.contains(name)) {
        return Err(format!("no target {stranger}; there are {}", known.join(", ")));
    }
    let seeds = place("seeds");
    cargo(["run", "--quiet", "--locked", "--package", "testkit", "--example", "seeds", "--"]).args([&seeds]).run()?;
    let programs = build()?;
    let queue = Mutex::new(targets.into_iter().collect::<VecDeque<_>>());
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(target) = next(&queue) {
                    let outcome = fuzz(&programs, &target, wanted.seconds);
                    if let Ok(mut done) = done.lock() {
                        done.push(outcome);
                    }
                }
            });
        }
    });
    let done: Vec<Figures> = done.into_inner().unwrap_or_default().into_iter().collect::<Result<_, _>>()?;
    report::print(&done);
    if wanted.keep {
        done.iter().try_for_each(|figures| keep(&programs, &figures.target))?;
    }
    let bad: Vec<_> = done.iter().filter_map(|figures| figures.fault.as_deref()).collect();
    if bad.is_empty() { Ok(()) } else { Err(bad.join("\n")) }
}

fn next(queue: &Mutex<VecDeque<String>>) -> Option<String> {
    queue.lock().ok()?.pop_front()
}

/// The targets, by their programs.
fn known() -> Result<Vec<String>, String> {
    let folder = root().join("fuzz/fuzz_targets");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<_> =
        entries.flatten().filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".rs")?.to_owned())).collect();
    names.sort();
    Ok(names)
}

/// A folder of what is not committed.
fn place(name: &str) -> PathBuf {
    target_dir().join("fuzzing").join(name)
}

/// Builds the targets, and gives the folder that they are in.
fn build() -> Result<PathBuf, String> {
    let program = cargo_tool("cargo-fuzz", CARGO_FUZZ)?;
    let target = place("build");
    // The core and its neighbours are safe code, and what the C layer may touch is checked by the target itself.
    let args = ["build", "--fuzz-dir", "fuzz", "--sanitizer", "none", "--target-dir"];
    // cargo-fuzz runs the cargo of this variable, which here would be the stable one.
    compiler()?(&program).args(args).args([&target]).env("CARGO", "cargo").run()?;
    let triple = fs::read_dir(&target).map_err(|error| format!("{}: {error}", target.display()))?;
    let built = triple.flatten().map(|entry| entry.path().join("release")).find(|path| path.join("values").exists());
    built.ok_or_else(|| format!("no target was built in {}", target.display()))
}

/// How to run a program with a compiler that knows the flags of the fuzzer: the nightly one, or the stable one when it is told to.
fn compiler() -> Result<fn(&Path) -> Invocation, String> {
    let works = |invocation: Invocation| invocation.args(["-Zhelp"]).output().is_ok();
    if works(Invocation::new("rustup").args(["run", "nightly", "rustc"])) {
        return Ok(|program| Invocation::new("rustup").args(["run", "nightly"]).args([program]));
    }
    if works(Invocation::new("rustc").env("RUSTC_BOOTSTRAP", "1")) {
        return Ok(|program| Invocation::new(program).env("RUSTC_BOOTSTRAP", "1"));
    }
    Err("the fuzz targets want a nightly compiler; install one with: rustup toolchain install nightly --profile minimal".to_owned())
}

/// Runs one target.
fn fuzz(programs: &Path, target: &str, seconds: u32) -> Result<Figures, String> {
    let (found, kept, crashes) = (place("corpus").join(target), corpus(target), root().join("fuzz/regressions").join(target));
    for folder in [&found, &kept, &crashes] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let log = place("logs").join(format!("{target}.log"));
    fs::create_dir_all(place("logs")).map_err(|error| format!("{}: {error}", log.display()))?;
    let file = File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let outcome = Invocation::new(programs.join(target))
        .args([format!("-max_total_time={seconds}"), format!("-artifact_prefix=fuzz/regressions/{target}/")])
        .args([format!("-dict={}", root().join(format!("fuzz/dictionaries/{target}.dict")).display())])
        .args([LONGEST, "-timeout=30", "-rss_limit_mb=2048", "-print_final_stats=1"])
        .args([&found, &kept, &place("seeds").join(target)])
        .stderr(file)
        .run();
    // An empty folder is none for git.
    let _ = (fs::remove_dir(&crashes), fs::remove_dir(&kept));
    let text = fs::read_to_string(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    Ok(Figures::of(target, &text, outcome.is_ok()))
}

fn corpus(target: &str) -> PathBuf {
    root().join("fuzz/corpus").join(target)
}

/// The longest input that is kept, and about how many of a target: the corpora are for replaying, and anybody can make larger ones.
const LONGEST_KEPT: u64 = 512;
const MOST_KEPT: usize = 250;

/// Puts as few inputs as reach the same code into the corpus that is committed, and leaves out the longest.
fn keep(programs: &Path, target: &str) -> Result<(), String> {
    let (kept, least) = (corpus(target), place("least").join(target));
    let _ = fs::remove_dir_all(&least);
    let failed = |error: std::io::Error| format!("{}: {error}", kept.display());
    fs::create_dir_all(&least).and_then(|()| fs::create_dir_all(&kept)).map_err(failed)?;
    let log = File::create(place("logs").join(format!("{target}.merge.log"))).map_err(failed)?;
    Invocation::new(programs.join(target))
        .args([LONGEST, "-set_cover_merge=1"])
        .args([&least, &kept, &place("corpus").join(target)])
        .stderr(log)
        .run()?;
    fs::remove_dir_all(&kept).and_then(|()| fs::create_dir_all(&kept)).map_err(failed)?;
    let mut inputs: Vec<_> = fs::read_dir(&least).map_err(failed)?.flatten().map(|entry| entry.path()).collect();
    inputs.retain(|path| path.metadata().is_ok_and(|data| data.len() <= LONGEST_KEPT));
    inputs.sort_by_key(|path| (path.metadata().map_or(0, |data| data.len()), path.clone()));
    // Some of each length.
    let some = inputs.iter().step_by(inputs.len().div_ceil(MOST_KEPT).max(1));
    for path in some.clone() {
        fs::copy(path, kept.join(path.file_name().unwrap_or_default())).map_err(failed)?;
    }
    println!("{target}: {} inputs kept", some.count());
    Ok(())
}
