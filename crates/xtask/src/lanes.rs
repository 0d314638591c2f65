//! Steps that run one after the other, or in parts of which two run at a time, and the time that each takes.

use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::run::Step;

/// Steps that run one after the other.
pub(crate) type Part = Vec<Step>;

/// The results of some steps.
#[derive(Default)]
struct Ran {
    /// The steps that passed, and how long each took.
    passed: Vec<(String, Duration)>,
    failures: Vec<String>,
}

/// Runs the steps, and stops at the first that fails.
pub(crate) fn all(steps: Part) -> ExitCode {
    if in_order(steps).failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs the first steps, and after them the parts, two at a time, because most of their steps use one
/// processor. A part stops at its first step that fails; the others go on. At the end, prints where the
/// time went.
///
/// The parts start in their order: with the longest ones first, both processors have work up to the end.
pub(crate) fn all_in_lanes(first: Part, parts: Vec<Part>) -> ExitCode {
    let start = Instant::now();
    let mut ran = in_order(first);
    if ran.failures.is_empty() {
        ran.add(two_at_a_time(parts));
    }
    print!("{}", table(&mut ran.passed, start.elapsed()));
    // What the other lane printed in the meantime hides a failure.
    for failure in &ran.failures {
        println!("\n{failure}");
    }
    if ran.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn two_at_a_time(parts: Vec<Part>) -> Ran {
    let parts = Mutex::new(parts.into_iter());
    let next = || parts.lock().unwrap_or_else(PoisonError::into_inner).next();
    let lane = || {
        let mut ran = Ran::default();
        while let Some(part) = next() {
            ran.add(in_order(part));
        }
        ran
    };
    let panicked = || Ran { failures: vec!["a step has panicked".to_owned()], ..Ran::default() };
    thread::scope(|scope| {
        let lanes = [scope.spawn(lane), scope.spawn(lane)];
        let mut ran = Ran::default();
        for lane in lanes {
            ran.add(lane.join().unwrap_or_else(|_| panicked()));
        }
        ran
    })
}

impl Ran {
    fn add(&mut self, more: Self) {
        self.passed.extend(more.passed);
        self.failures.extend(more.failures);
    }
}

/// Runs steps until one fails.
fn in_order(steps: Vec<Step>) -> Ran {
    let mut ran = Ran::default();
    for step in steps {
        let start = Instant::now();
        match step.perform() {
            (name, Ok(())) => {
                let time = start.elapsed();
                println!("== {name}: passed in {:.1} s", time.as_secs_f64());
                ran.passed.push((name, time));
            }
            (name, Err(error)) => {
                let failure = format!("== {name}: FAILED\n{error}");
                println!("\n{failure}");
                ran.failures.push(failure);
                break;
            }
        }
    }
    ran
}

/// Returns the times in seconds, the longest first, and the time of all.
fn table(passed: &mut [(String, Duration)], all: Duration) -> String {
    passed.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    let row = |time: &Duration, name: &str| format!("{:>8.1}  {name}\n", time.as_secs_f64());
    let rows: Vec<_> = passed.iter().map(|(name, time)| row(time, name)).collect();
    format!("\n== seconds of each step, of which two run at a time\n{}{}", rows.concat(), row(&all, "in all"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn a_part_that_fails_stops_itself_alone() {
        let ran = Arc::new(Mutex::new(Vec::new()));
        let step = |name: &'static str, result: Result<(), String>| {
            let ran = Arc::clone(&ran);
            Step::check(name, move || {
                ran.lock().unwrap().push(name);
                result
            })
        };
        let broken = |name, next| vec![step(name, Err("broken".to_owned())), step(next, Ok(()))];
        let parts = vec![broken("a", "b"), broken("c", "d"), vec![step("e", Ok(())), step("f", Ok(()))]];
        let mut ended = two_at_a_time(parts);
        ended.failures.sort_unstable();
        assert_eq!(ended.failures, ["== a: FAILED\nbroken", "== c: FAILED\nbroken"]);
        assert_eq!(ended.passed.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["e", "f"]);
        let mut ran = ran.lock().unwrap().clone();
        ran.sort_unstable();
        assert_eq!(ran, ["a", "c", "e", "f"]);
    }

    #[test]
    fn the_longest_step_is_the_first_row() {
        let mut passed = [("a".to_owned(), Duration::from_secs(1)), ("b".to_owned(), Duration::from_millis(61_300))];
        let printed = table(&mut passed, Duration::from_secs(62));
        let rows: Vec<_> = printed.lines().skip(2).map(str::trim).collect();
        assert_eq!(rows, ["61.3  b", "1.0  a", "62.0  in all"]);
    }
}
