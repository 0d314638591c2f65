//! The benches, and the figures of the core's: tables of nanoseconds a record, and whether the
//! goals are met.
//!
//! Compare ratios within one run: the nanoseconds depend on the machine, and are noisy.

mod figures;
mod goals;

use std::fmt::Write as _;

use clap::ValueEnum;

use crate::bench_c;
use crate::php;
use crate::python;
use crate::run::{self, Invocation, Step, cargo};
use figures::{Figure, figures, tables};

/// The benches of the core, each with the contenders that may be its baseline: in each group, the
/// first one that takes part.
const BENCHES: [(&str, &[&str]); 10] = [
    ("read", &["memchr2 walk"]),
    ("sizes", &["memchr2 walk"]),
    ("line", &["naive split"]),
    ("pairs", &["memchr2 walk"]),
    ("known", &["without pairs"]),
    ("trees", &["serde_json", "quick-xml"]),
    ("text", &["encoding_rs"]),
    ("requests", &["memcpy"]),
    ("standin", &["form_urlencoded"]),
    ("tracker", &["1,000 messages"]),
];

/// A layer with a bench of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    /// The core and its peers
    Core,
    /// The C library and the core
    C,
    /// The PHP extension and plain PHP
    Php,
    /// The Python package and plain Python
    Python,
}

pub(crate) fn steps(layers: &[Layer]) -> Vec<Step> {
    let chosen = |layer: &Layer| layers.is_empty() || layers.contains(layer);
    let step = |layer: &Layer| match layer {
        Layer::Core => core(),
        Layer::C => bench_c::step(),
        Layer::Php => php::bench(),
        Layer::Python => python::bench(),
    };
    Layer::value_variants().iter().filter(|layer| chosen(layer)).map(step).collect()
}

fn core() -> Step {
    Step::check("bench of the core", || {
        let mut figures = Vec::new();
        let mut report = String::new();
        for (bench, floors) in BENCHES {
            let of_bench = figures_of(bench)?;
            // Writing to a String cannot fail.
            let _ = write!(report, "\n## {bench}\n{}", tables(&of_bench, floors)?);
            figures.extend(of_bench);
        }
        let _ = write!(report, "\n## goals\n\n{}", goals::table(&figures)?);
        println!("{report}");
        record(&report)
    })
}

fn figures_of(bench: &str) -> Result<Vec<Figure>, String> {
    let lines = cargo(["bench", "--locked", "--package", "benches", "--bench", bench]).errors_shown().output()?;
    figures(&lines).map_err(|error| format!("{bench}: {error}"))
}

/// Stores the figures under today's date, in place of those of an earlier run today.
fn record(report: &str) -> Result<(), String> {
    let day = Invocation::new("date").args(["-u", "+%F"]).output()?;
    let huge = if std::env::var_os("BENCH_HUGE").is_some_and(|value| value == "1") { "BENCH_HUGE=1 " } else { "" };
    let text = format!("# {}\n\n{}\n\n```sh\n{huge}cargo xtask bench core\n```\n{report}", day.trim(), machine());
    run::write(format!("benches/record/{}.md", day.trim()), &text)?;
    println!("benches/record/{}.md has this too", day.trim());
    Ok(())
}

/// Returns the processor and the compiler, without which the figures mean nothing.
fn machine() -> String {
    let cpus = run::read("/proc/cpuinfo").unwrap_or_default();
    let cpu = cpus
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unknown processor", |(_, name)| name);
    let rustc = Invocation::new("rustc").args(["--version"]).output();
    format!("{cpu}, {}", rustc.as_deref().map_or("unknown rustc", str::trim))
}
