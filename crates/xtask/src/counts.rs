//! Instructions per record of fixed work, counted by valgrind and compared with the stored counts:
//! a check of the speed without a clock, which is noisy on shared machines.

use std::fmt::Write as _;

use crate::linear;
use crate::run::{self, Invocation, Step, cargo, target_dir};

/// The file with the stored counts.
const STORED: &str = "benches/counts.txt";

/// The growth, in percent, that makes the check fail.
const MOST: f64 = 1.05;

/// The number of records of each piece of work.
const RECORDS: f64 = 1000.0;

pub(crate) fn steps(is_stored_anew: bool) -> Vec<Step> {
    vec![Step::check("instructions a record", move || {
        let counts = count()?;
        if is_stored_anew {
            return run::write(STORED, &written(&counts));
        }
        compare(&read(&run::read(STORED)?)?, &counts)
    })]
}

type Counts = Vec<(String, f64)>;

fn count() -> Result<Counts, String> {
    cargo(["build", "--release", "--locked", "--package", "testkit", "--example", "steady"]).run()?;
    let binary = target_dir().join("release/examples/steady");
    let names = Invocation::new(&binary).output()?;
    let count = |name: &str| {
        #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
        let instructions = linear::instructions(&binary, "*steady*work*", &[name])? as f64;
        Ok((name.to_owned(), instructions / RECORDS))
    };
    names.lines().map(count).collect()
}

fn written(counts: &Counts) -> String {
    let mut text =
        "# Instructions a record, by `cargo xtask counts --store`; `cargo xtask test` fails where one grows by more than 5 %.\n"
            .to_owned();
    for (name, count) in counts {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{name:<32}{count:>8.0}");
    }
    text
}

fn read(stored: &str) -> Result<Counts, String> {
    let lines = stored.lines().filter(|line| !line.starts_with('#'));
    let count = |line: &str| {
        let (name, count) = line.rsplit_once(' ')?;
        Some((name.trim_end().to_owned(), count.parse().ok()?))
    };
    lines.map(|line| count(line).ok_or_else(|| format!("{STORED}: no count in {line:?}"))).collect()
}

/// Prints both, and fails for counts that grew too much or are in one of the lists only.
fn compare(stored: &Counts, counts: &Counts) -> Result<(), String> {
    let mut wrong = Vec::new();
    println!("{:<32}{:>8}{:>8}", "instructions a record", "stored", "now");
    for (name, now) in counts {
        let Some((_, stored)) = stored.iter().find(|(own, _)| own == name) else {
            wrong.push(format!("{name} is not stored"));
            continue;
        };
        println!("{name:<32}{stored:>8.0}{now:>8.0}{:>+8.1} %", (now / stored - 1.0) * 100.0);
        if *now > stored * MOST {
            wrong.push(format!("{name} takes {now:.0} instructions a record, and took {stored:.0}"));
        }
    }
    let gone = stored.iter().filter(|(name, _)| !counts.iter().any(|(own, _)| own == name));
    wrong.extend(gone.map(|(name, _)| format!("{name} is stored and not counted")));
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!("{}\nIf that is meant, store the new counts: cargo xtask counts --store", wrong.join("\n")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(counts: &[(&str, f64)]) -> Counts {
        counts.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
    }

    #[test]
    fn what_is_written_is_read() {
        let some = counts(&[("read fmt 1 all=2", 1100.0), ("one line", 90.0)]);
        assert_eq!(read(&written(&some)), Ok(some));
        assert!(read("read fmt one\n").is_err());
    }

    #[test]
    fn more_than_a_twentieth_is_too_much() {
        let stored = counts(&[("a", 100.0), ("b", 100.0)]);
        assert_eq!(compare(&stored, &counts(&[("a", 105.0), ("b", 50.0)])), Ok(()));
        for other in [counts(&[("a", 106.0), ("b", 100.0)]), counts(&[("a", 100.0)]), counts(&[("a", 1.0), ("b", 1.0), ("c", 1.0)])]
        {
            assert!(compare(&stored, &other).is_err());
        }
    }
}
