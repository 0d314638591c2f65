//! The fuzz targets: built and run by cargo-fuzz, two at a time.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;

use crate::built;
use crate::run::{Invocation, Step, at, cargo, cargo_tool, emptied, list, read, root, target_dir, write};

/// The version of cargo-fuzz that the checks work with.
const CARGO_FUZZ: &str = "0.13.2";

/// Longer inputs are slower and find little more: most of the cases are shorter.
const LONGEST: &str = "-max_len=1024";

/// The number of targets that run at a time.
const AT_ONCE: usize = 2;

/// The length of the longest input that the corpora keep, and about how many inputs of a target:
/// they are for replaying, and anybody can generate more.
const LONGEST_KEPT: u64 = 512;
const MOST_KEPT: usize = 250;

/// Which targets are run, and how.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Wanted {
    /// For how long each
    #[arg(long, value_name = "N", default_value = "10")]
    pub(crate) seconds: u32,
    /// Keep new inputs in fuzz/corpus, as few as reach the same code
    #[arg(long)]
    pub(crate) keep: bool,
    /// Which targets; all of them if none is named
    pub(crate) targets: Vec<String>,
}

pub(crate) fn steps(wanted: Wanted) -> Vec<Step> {
    let manifest = ["--manifest-path", "fuzz/Cargo.toml"];
    // In the folder of the workspace, which has checked nearly all of it already.
    let clippy = cargo(["clippy", "--locked"]).args(manifest).args(["--target-dir"]).args([target_dir()]);
    vec![
        Step::run("fuzz targets: formatting", cargo(["fmt", "--check"]).args(manifest)),
        Step::run("fuzz targets: lints", clippy.args(["--", "--deny", "warnings"])),
        Step::check("fuzz targets", move || run(&wanted)),
    ]
}

fn run(wanted: &Wanted) -> Result<(), String> {
    let name = |path: PathBuf| path.file_stem().map(|name| name.to_string_lossy().into_owned());
    let known: Vec<_> = list(&root().join("fuzz/fuzz_targets"))?.into_iter().filter_map(name).collect();
    if let Some(stranger) = wanted.targets.iter().find(|name| !known.contains(name)) {
        return Err(format!("there is no target {stranger}; name one of {}", known.join(", ")));
    }
    let targets = if wanted.targets.is_empty() { &known } else { &wanted.targets };
    let program = cargo_tool("cargo-fuzz", CARGO_FUZZ)?;
    // Makes the dictionaries as well.
    built::example("seeds")?.args([place("seeds")]).run()?;
    cargo_fuzz(&program, "build", wanted).run()?;
    let mut faults = Vec::new();
    for some in targets.chunks(AT_ONCE) {
        thread::scope(|scope| {
            let runs: Vec<_> = some.iter().map(|target| scope.spawn(|| fuzz(&program, target, wanted))).collect();
            let ended = runs.into_iter().map(|run| run.join().unwrap_or_else(|_| Err("a thread panicked".to_owned())));
            faults.extend(ended.filter_map(Result::err));
        });
    }
    if !faults.is_empty() {
        return Err(faults.join("\n"));
    }
    if wanted.keep { targets.iter().try_for_each(|target| keep(&program, target, wanted)) } else { Ok(()) }
}

/// Returns a folder that is not committed.
fn place(name: &str) -> PathBuf {
    target_dir().join("fuzzing").join(name)
}

/// Returns a call of cargo-fuzz. Its flags are those of a nightly compiler; the variable makes any
/// compiler accept them.
fn cargo_fuzz(program: &Path, command: &str, wanted: &Wanted) -> Invocation {
    // The core is safe code, and the target of the C layer checks the memory that the layer
    // touches.
    let options = [command, "--fuzz-dir", "fuzz", "--sanitizer", "none", "--target-dir"];
    // Of a short run, to compile takes most of the time.
    let level = if wanted.seconds > 10 { "3" } else { "1" };
    let command = Invocation::new(program).args(options).args([place("build")]);
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", level)
}

/// Runs one target, and prints the last line of its figures. Inputs that break a promise are kept
/// in the regressions.
fn fuzz(program: &Path, target: &str, wanted: &Wanted) -> Result<(), String> {
    let log = place("logs").join(format!("{target}.log"));
    write(&log, "")?;
    let (found, kept) = (place("corpus").join(target), root().join("fuzz/corpus").join(target));
    let crashes = root().join("fuzz/regressions").join(target);
    for folder in [&found, &kept, &crashes] {
        fs::create_dir_all(folder).map_err(at(folder))?;
    }
    let outcome = cargo_fuzz(program, "run", wanted)
        .args([target])
        .args([&found, &kept, &place("seeds").join(target)])
        .args(["--".to_owned(), format!("-max_total_time={}", wanted.seconds), format!("-artifact_prefix={}/", crashes.display())])
        .args([format!("-dict={}", root().join(format!("fuzz/dictionaries/{target}.dict")).display())])
        .args([LONGEST, "-timeout=30", "-rss_limit_mb=2048"])
        .stderr(File::create(&log).map_err(at(&log))?)
        .run();
    // Removes the folders that are still empty.
    let _ = (fs::remove_dir(&crashes), fs::remove_dir(&kept));
    let text = read(&log)?;
    if let Err(error) = outcome {
        let fault = text.lines().position(|line| line.contains("panicked at") || line.contains("ERROR: "));
        let lines: Vec<_> = text.lines().skip(fault.unwrap_or(0)).take(20).collect();
        return Err(format!("{target} failed: {error}\n{}\nthe whole log: {}", lines.join("\n"), log.display()));
    }
    println!("{target:<10}{}", text.lines().rfind(|line| line.contains(" cov: ")).unwrap_or_default());
    Ok(())
}

/// Adds as few inputs as reach the same code to the committed corpus, without the longest.
fn keep(program: &Path, target: &str, wanted: &Wanted) -> Result<(), String> {
    let (kept, least) = (root().join("fuzz/corpus").join(target), place("least").join(target));
    fs::create_dir_all(&kept).map_err(at(&kept))?;
    emptied(&least)?;
    let folders = [&least, &kept, &place("corpus").join(target)];
    cargo_fuzz(program, "run", wanted).args([target]).args(folders).args(["--", LONGEST, "-set_cover_merge=1"]).output()?;
    emptied(&kept)?;
    let length = |path: &PathBuf| path.metadata().map_or(u64::MAX, |data| data.len());
    let mut inputs = list(&least)?;
    inputs.retain(|path| length(path) <= LONGEST_KEPT);
    inputs.sort_by_key(length);
    // Some of each length.
    let some = inputs.iter().step_by(inputs.len().div_ceil(MOST_KEPT).max(1));
    println!("{target}: {} inputs kept", some.len());
    some.into_iter().try_for_each(|path| {
        let to = kept.join(path.file_name().unwrap_or_default());
        fs::copy(path, &to).map(drop).map_err(at(&to))
    })
}
