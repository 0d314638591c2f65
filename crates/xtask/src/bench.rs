//! The bench, and its figures in one table: nanoseconds a record, and how many times the bare search for separators that is.
//!
//! What counts are the ratios within one run: the nanoseconds are the machine's own, and noisy.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use clap::ValueEnum;

use crate::bench_c;
use crate::php;
use crate::python;
use crate::run::{Step, cargo, root, target_dir};

/// The benches, and in each the contender that the others are measured by.
const BENCHES: [(&str, &str); 3] = [("read", "memchr2 walk"), ("trees", "peer"), ("text", "encoding_rs")];

/// What has a bench of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layer {
    /// The core beside its peers
    Core,
    /// The C library beside the core
    C,
    /// The PHP extension beside plain PHP
    Php,
    /// The Python package beside plain Python
    Python,
}

pub(crate) fn steps(layers: &[Layer]) -> Vec<Step> {
    let chosen = |layer: &Layer| layers.is_empty() || layers.contains(layer);
    let step = |layer: &Layer| match layer {
        Layer::Core => table_of_benches(),
        Layer::C => bench_c::step(),
        Layer::Php => php::bench(),
        Layer::Python => python::bench(),
    };
    Layer::value_variants().iter().filter(|layer| chosen(layer)).map(step).collect()
}

fn table_of_benches() -> Step {
    Step::check("bench", || {
        // Criterion runs in the package's folder, so a relative path would mean another place to it.
        let results = std::path::absolute(root().join(target_dir()).join("criterion")).map_err(|error| error.to_string())?;
        let mut tables = machine();
        for (bench, floor) in BENCHES {
            let start = SystemTime::now();
            cargo(["bench", "--locked", "--package", "benches", "--bench", bench])
                .env("CRITERION_HOME", &results.display().to_string())
                .run()?;
            let mut figures = Vec::new();
            collect(&results, start, &mut figures)?;
            // They were written one after the other, so this is the order in which the bench has them.
            figures.sort_by_key(|figure| figure.written);
            tables = format!("{tables}\n\n{}", table(&figures, floor)?);
        }
        println!("\n{tables}");
        Ok(())
    })
}

/// What one contender took for one corpus.
struct Figure {
    corpus: String,
    contender: String,
    /// Nanoseconds a record, the median.
    nanos: f64,
    written: SystemTime,
}

/// Finds the figures of this run below a folder; those of earlier runs stay where they are.
fn collect(folder: &Path, start: SystemTime, figures: &mut Vec<Figure>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry.map_err(|error| error.to_string())?.path();
        let estimates = path.join("estimates.json");
        if !path.is_dir() {
            continue;
        }
        if path.ends_with("new") && estimates.is_file() {
            let written = fs::metadata(&estimates).and_then(|data| data.modified()).map_err(|error| error.to_string())?;
            if written >= start {
                figures.push(figure(&path, written)?);
            }
        } else {
            collect(&path, start, figures)?;
        }
    }
    Ok(())
}

fn figure(folder: &Path, written: SystemTime) -> Result<Figure, String> {
    let read = |name: &str| -> Result<(PathBuf, String), String> {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok((path, text))
    };
    let (path, estimates) = read("estimates.json")?;
    let median = behind(&estimates, "median").and_then(|rest| number(rest, "point_estimate"));
    let median = median.ok_or_else(|| format!("{}: no median", path.display()))?;
    let (path, about) = read("benchmark.json")?;
    let records = number(&about, "Elements").ok_or_else(|| format!("{}: no count of records", path.display()))?;
    let name = |key| string(&about, key).ok_or_else(|| format!("{}: no {key}", path.display()));
    let (corpus, contender) = (name("group_id")?, name("function_id")?);
    let nanos = per_record(median, records).map_err(|error| format!("{contender}, {corpus}: {error}"))?;
    Ok(Figure { corpus, contender, nanos, written })
}

/// Whatever takes no time did nothing, and a ratio to it would be worse than none.
fn per_record(median: f64, records: f64) -> Result<f64, String> {
    let nanos = median / records;
    if nanos.is_finite() && nanos > 0.0 { Ok(nanos) } else { Err(format!("{nanos} ns a record is no work at all")) }
}

/// What stands behind a key. The two files have each key that is looked for once, or first where it is meant, and no text with a quote in it: that
/// needs no JSON reader.
fn behind<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    json.split_once(&format!("\"{key}\":")).map(|(_, rest)| rest.trim_start())
}

fn number(json: &str, key: &str) -> Option<f64> {
    behind(json, key)?.split([',', '}']).next()?.trim().parse().ok()
}

fn string(json: &str, key: &str) -> Option<String> {
    behind(json, key)?.strip_prefix('"')?.split('"').next().map(str::to_owned)
}

/// A row a contender, two columns a corpus.
fn table(figures: &[Figure], floor: &str) -> Result<String, String> {
    let (mut corpora, mut contenders) = (Vec::new(), Vec::new());
    for Figure { corpus, contender, .. } in figures {
        if !corpora.contains(corpus) {
            corpora.push(corpus.clone());
        }
        if !contenders.contains(contender) {
            contenders.push(contender.clone());
        }
    }
    if figures.is_empty() {
        return Err("the bench left no figures".to_owned());
    }
    let of = |corpus: &str, contender: &str| {
        let found = figures.iter().find(|figure| figure.corpus == corpus && figure.contender == contender);
        found.map(|figure| figure.nanos).ok_or_else(|| format!("no figure of {contender}, {corpus}"))
    };
    // Writing to a String cannot fail.
    let mut text = format!("{:<24}", format!("ns, × {floor}"));
    for corpus in &corpora {
        let _ = write!(text, "{corpus:>25}");
    }
    text.push('\n');
    for contender in &contenders {
        let _ = write!(text, "{contender:<24}");
        for corpus in &corpora {
            let nanos = of(corpus, contender)?;
            let _ = write!(text, "{nanos:>15.1} {:>8.2}×", nanos / of(corpus, floor)?);
        }
        text.push('\n');
    }
    Ok(text)
}

/// The processor and the compiler: a figure without them says nothing.
fn machine() -> String {
    let cpus = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cpu = cpus
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map_or("unknown processor", |(_, name)| name);
    let rustc = Command::new("rustc").arg("--version").output().ok().and_then(|output| String::from_utf8(output.stdout).ok());
    format!("{cpu}, {}", rustc.as_deref().map_or("unknown rustc", str::trim))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(corpus: &str, contender: &str, nanos: f64) -> Figure {
        Figure { corpus: corpus.to_owned(), contender: contender.to_owned(), nanos, written: SystemTime::UNIX_EPOCH }
    }

    #[test]
    fn the_median_is_read_and_not_the_mean() {
        let estimates = r#"{"mean":{"confidence_interval":{"lower_bound":1.0},"point_estimate":2.0},"median":{"confidence_interval":
            {"confidence_level":0.95,"upper_bound":3.5},"point_estimate":3.25,"standard_error":0.5},"slope":null}"#;
        assert_eq!(behind(estimates, "median").and_then(|rest| number(rest, "point_estimate")), Some(3.25));
        let about = r#"{"group_id":"all=0 utf-8","function_id":"memcpy","value_str":null,"throughput":{"Elements":10000}}"#;
        assert_eq!(number(about, "Elements"), Some(10_000.0));
        assert_eq!(string(about, "group_id").as_deref(), Some("all=0 utf-8"));
        assert_eq!(string(about, "value_str"), None);
    }

    #[test]
    fn no_work_is_no_figure() {
        assert_eq!(per_record(5.0, 2.0), Ok(2.5));
        for (median, records) in [(0.0, 10.0), (-1.0, 10.0), (f64::NAN, 10.0), (1.0, 0.0)] {
            assert!(per_record(median, records).is_err(), "{median} for {records}");
        }
    }

    #[test]
    fn the_ratio_is_to_the_walk_over_the_same_body() {
        let figures = [figure("a", "walk", 10.0), figure("a", "x", 25.0), figure("b", "walk", 50.0), figure("b", "x", 25.0)];
        let text = table(&figures, "walk").unwrap();
        let row: Vec<_> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(row, ["x", "25.0", "2.50×", "25.0", "0.50×"]);
        assert!(table(&figures[1..], "walk").is_err(), "no walk over a");
        assert!(table(&figures[..3], "walk").is_err(), "no x over b");
        assert!(table(&[], "walk").is_err());
    }
}
