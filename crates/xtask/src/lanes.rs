//! Steps that run one after the other, or in two lanes side by side, and the time that each takes.

use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use crate::run::Step;

/// The results of some steps.
#[derive(Default)]
struct Ran {
    /// The steps that passed, and how long each took.
    passed: Vec<(String, Duration)>,
    failures: Vec<String>,
}

/// Runs the steps, and stops at the first that fails.
pub(crate) fn all(steps: Vec<Step>) -> ExitCode {
    if in_order(steps).failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs the first steps, and after them the lanes side by side, because most of their steps use one
/// processor. Each lane stops at its first step that fails. At the end, prints where the time went.
pub(crate) fn all_in_lanes(first: Vec<Step>, lanes: [Vec<Step>; 2]) -> ExitCode {
    let start = Instant::now();
    let mut ran = in_order(first);
    if ran.failures.is_empty() {
        for lane in side_by_side(lanes) {
            ran.passed.extend(lane.passed);
            ran.failures.extend(lane.failures);
        }
    }
    print!("{}", table(&mut ran.passed, start.elapsed()));
    // What the other lane printed in the meantime hides a failure.
    for failure in &ran.failures {
        println!("\n{failure}");
    }
    if ran.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn side_by_side(lanes: [Vec<Step>; 2]) -> [Ran; 2] {
    let panicked = || Ran { failures: vec!["a step has panicked".to_owned()], ..Ran::default() };
    thread::scope(|scope| {
        let threads = lanes.map(|lane| scope.spawn(|| in_order(lane)));
        threads.map(|thread| thread.join().unwrap_or_else(|_| panicked()))
    })
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
    use std::sync::{Arc, Mutex};

    use super::*;

    #[test]
    fn a_lane_that_fails_stops_itself_alone() {
        let ran = Arc::new(Mutex::new(Vec::new()));
        let step = |name: &'static str, result: Result<(), String>| {
            let ran = Arc::clone(&ran);
            Step::check(name, move || {
                ran.lock().unwrap().push(name);
                result
            })
        };
        let broken = vec![step("a", Err("broken".to_owned())), step("b", Ok(()))];
        let ended = side_by_side([broken, vec![step("c", Ok(())), step("d", Ok(()))]]);
        assert_eq!(ended.each_ref().map(|lane| lane.failures.concat()), ["== a: FAILED\nbroken", ""]);
        assert_eq!(ended.map(|lane| lane.passed.len()), [0, 2]);
        let mut ran = ran.lock().unwrap().clone();
        ran.sort_unstable();
        assert_eq!(ran, ["a", "c", "d"]);
    }

    #[test]
    fn the_longest_step_is_the_first_row() {
        let mut passed = [("a".to_owned(), Duration::from_secs(1)), ("b".to_owned(), Duration::from_millis(61_300))];
        let printed = table(&mut passed, Duration::from_secs(62));
        let rows: Vec<_> = printed.lines().skip(2).map(str::trim).collect();
        assert_eq!(rows, ["61.3  b", "1.0  a", "62.0  in all"]);
    }
}
