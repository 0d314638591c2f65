//! How the time grows with the size of a body: instructions per byte, counted by valgrind, on
//! bodies that are hard to read.

use std::path::Path;

use crate::run::{Invocation, Step, cargo, read, target_dir};

/// The sizes of the bodies. Each is twice the one before, up to the length of the longest record of
/// a batch; beyond it the doubling starts again.
const SIZES: [usize; 5] = [1 << 17, 1 << 18, 1 << 19, 5 << 18, 5 << 19];

/// Sizes that are large enough to detect a growth that is not linear.
const FEW: [usize; 3] = [1 << 14, 1 << 15, 1 << 16];

/// Lines that are a byte short of a record, a million of them and more.
const MILLION: (&str, [usize; 2]) = ("all=0 short of a byte", [5 << 20, 10 << 20]);

/// The length of the longest record of a batch (R46d), at which some shapes change their nature: up
/// to it, line ends at the very end are ignored; beyond it, each is a malformed line.
const LIMIT: usize = 1 << 20;

/// How much the instructions per byte may grow when the size doubles; they would double, too, if
/// the time were quadratic.
const MOST: f64 = 1.1;

/// The growth that is accepted for bodies in chunks: how often the last bytes are parsed again
/// depends on where the growth of the window ends.
const MOST_IN_PIECES: f64 = 1.5;

/// The growth that is accepted where the index of requested pairs has to sort them: the time is
/// that of O(n log n).
const MOST_SORTED: f64 = 1.2;

pub(crate) fn steps() -> Vec<Step> {
    vec![
        Step::check("linear time", || measure(&SIZES, &[])),
        Step::check("linear time of a million lines", || measure(&MILLION.1, &[MILLION.0])),
    ]
}

/// Returns the check at small sizes.
pub(crate) fn short() -> Vec<Step> {
    vec![Step::check("linear time", || measure(&FEW, &[]))]
}

/// Reads the shapes at these sizes, prints the instructions per byte, and fails if one of them
/// grows.
fn measure(sizes: &[usize], names: &[&str]) -> Result<(), String> {
    cargo(["build", "--release", "--locked", "--package", "testkit", "--example", "hostile"]).run()?;
    let readings = readings(&target_dir().join("release/examples/hostile"), sizes, names)?;
    row("instructions per byte at KiB", sizes.iter().map(|size| (size >> 10).to_string()));
    let mut growing = Vec::new();
    for shape in readings.chunks(sizes.len()) {
        let name = &shape[0].name;
        row(name, shape.iter().map(|reading| format!("{:.1}", reading.per_byte)));
        let grows = |pair: &[Reading]| {
            let [half, whole] = pair else { return false };
            let is_another_thing = half.length <= LIMIT + SLACK && whole.length > LIMIT + SLACK;
            let most = if name.ends_with("in pieces") {
                MOST_IN_PIECES
            } else if name.starts_with("sorted: ") {
                MOST_SORTED
            } else {
                MOST
            };
            !is_another_thing && whole.per_byte > half.per_byte * most
        };
        if shape.windows(2).any(grows) {
            growing.push(name.as_str());
        }
    }
    if growing.is_empty() { Ok(()) } else { Err(format!("the time of these is not linear: {}", growing.join(", "))) }
}

fn row(name: &str, figures: impl Iterator<Item = String>) {
    let figures: Vec<_> = figures.map(|figure| format!("{figure:>9}")).collect();
    println!("{name:<40}{}", figures.concat());
}

/// The number of bytes by which a body may be longer than its size.
const SLACK: usize = 1 << 10;

struct Reading {
    name: String,
    length: usize,
    per_byte: f64,
}

/// Counts the instructions of each reading, without those that generate the body.
fn readings(binary: &Path, sizes: &[usize], names: &[&str]) -> Result<Vec<Reading>, String> {
    let sizes_in_words: Vec<_> = sizes.iter().map(ToString::to_string).collect();
    let args: Vec<_> = sizes_in_words.iter().map(String::as_str).chain(names.iter().copied()).collect();
    let (printed, totals) =
        callgrind(binary, "hostile::counted", &["--dump-after=hostile::counted", "--combine-dumps=yes"], &args)?;
    let readings: Vec<_> = printed
        .lines()
        .zip(totals)
        .filter_map(|(line, total)| {
            let (name, length) = line.split_once('\t')?;
            let length = length.parse().ok()?;
            #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
            let per_byte = total as f64 / length as f64;
            Some(Reading { name: name.to_owned(), length, per_byte })
        })
        .collect();
    let is_whole = !readings.is_empty() && readings.len() == printed.lines().count() && readings.len().is_multiple_of(sizes.len());
    if is_whole { Ok(readings) } else { Err("callgrind printed other totals than one for each reading".to_owned()) }
}

/// Counts the instructions of a function of a program, without those that generate its input.
pub(crate) fn instructions(binary: &Path, function: &str, args: &[&str]) -> Result<u64, String> {
    let (_, totals) = callgrind(binary, function, &[], args)?;
    totals.first().copied().ok_or_else(|| "callgrind printed no total".to_owned())
}

/// Runs a program, and returns its output and the number of instructions of the function, in total
/// or by part, as the options select.
fn callgrind(binary: &Path, function: &str, options: &[&str], args: &[&str]) -> Result<(String, Vec<u64>), String> {
    let counts = target_dir().join("callgrind.out");
    let printed = Invocation::new("valgrind")
        .args(["--quiet", "--tool=callgrind", "--dump-line=no"])
        .args([format!("--toggle-collect={function}"), format!("--callgrind-out-file={}", counts.display())])
        .args(options)
        .args([binary])
        .args(args)
        .output()?;
    let text = read(counts)?;
    let totals = text.lines().filter_map(|line| line.strip_prefix("totals: ")).filter_map(|total| total.trim().parse().ok());
    Ok((printed, totals.collect()))
}
