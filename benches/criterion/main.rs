//! Times the hot path with criterion, to compare one version of the core with another:
//! `cargo bench`. docs/performance.md describes how, and what `cargo xtask bench` is for.
//!
//! Every answer is checked before it is timed, also with `cargo bench -- --test`, which times
//! nothing.

mod batches;
mod clock;
mod parts;

use std::time::Duration;

use criterion::{BenchmarkGroup, Criterion, Throughput};

use crate::clock::ThreadClock;

fn main() {
    // A run of all groups takes about two minutes.
    let criterion = Criterion::default().with_measurement(ThreadClock).without_plots();
    let criterion = criterion.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_millis(1500));
    let mut criterion = criterion.configure_from_args();
    batches::read(&mut criterion);
    batches::chunks(&mut criterion);
    batches::known_pairs(&mut criterion);
    parts::one_line(&mut criterion);
    parts::texts(&mut criterion);
    parts::flags(&mut criterion);
    parts::outcomes(&mut criterion);
    criterion.final_summary();
}

/// Sets the throughput of the next benches of a group.
fn throughput(group: &mut BenchmarkGroup<'_, ThreadClock>, elements: usize, bytes: usize) {
    let number = |number: usize| number.try_into().expect("a number of 64 bits");
    group.throughput(Throughput::ElementsAndBytes { elements: number(elements), bytes: number(bytes) });
}
