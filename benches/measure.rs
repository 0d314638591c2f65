//! Times contenders in turns and keeps the fastest turn of each.
//!
//! Criterion times one contender after the other and takes medians. On a machine that does other
//! work too, a ratio then depends on that work as much as on the contenders. Here all contenders of
//! a group run within the same moments, and noise only ever adds to a turn: the fastest turn has
//! the least of it. The clock is the thread's own, which does not run while another program has the
//! processor. Otherwise a contender with longer turns would be interrupted more often. Contenders with
//! threads are in groups of their own, with the clock on the wall: their fastest turns count as well.

use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

/// The least time of a turn: long beside the cost of the clock, short enough that some turns are
/// not interrupted.
const TURN: Duration = Duration::from_millis(1);
/// The time that a group is timed for, and the least number of turns if they are long.
const GROUP: Duration = Duration::from_millis(1500);
const TURNS: usize = 7;

/// Contenders that are compared over the same records.
pub(crate) struct Group<'a> {
    name: &'a str,
    records: u32,
    contenders: Vec<Contender<'a>>,
    /// True if contenders have threads of their own, and are timed by the clock on the wall.
    pub(crate) has_threads: bool,
}

struct Contender<'a> {
    name: &'static str,
    run: Box<dyn FnMut() + 'a>,
    /// The number of runs in a turn.
    times: u32,
    best: Duration,
}

impl<'a> Group<'a> {
    /// Creates a group whose contenders read `records` records in each run.
    pub(crate) fn new(name: &'a str, records: usize) -> Self {
        Self { name, records: records.try_into().expect("a number of records"), contenders: Vec::new(), has_threads: false }
    }

    /// Adds a contender whose results were checked already.
    pub(crate) fn add(&mut self, name: &'static str, run: impl FnMut() + 'a) {
        self.contenders.push(Contender { name, run: Box::new(run), times: 1, best: Duration::MAX });
    }

    /// Times the contenders. Prints the group, the contender and the nanoseconds per record,
    /// separated by tabs, for `cargo xtask bench`.
    pub(crate) fn time(mut self) {
        // `cargo bench` passes this argument. Others, such as `cargo test --benches`, want the
        // checks alone.
        if std::env::args().all(|argument| argument != "--bench") {
            return;
        }
        for contender in &mut self.contenders {
            contender.calibrate(self.has_threads);
        }
        let (start, count) = (Instant::now(), self.contenders.len());
        let mut turn = 0;
        while turn < TURNS || start.elapsed() < GROUP {
            // Each turn starts with another contender, so that none always runs after the same
            // neighbour.
            for at in 0..count {
                let contender = &mut self.contenders[(turn + at) % count];
                contender.best = contender.best.min(contender.turn(self.has_threads));
            }
            turn += 1;
        }
        for Contender { name, times, best, .. } in &self.contenders {
            let nanos = best.as_secs_f64() * 1e9 / f64::from(*times) / f64::from(self.records);
            eprintln!("{}: {name} {nanos:.1} ns a record, the best of {turn} turns", self.name);
            println!("{}\t{name}\t{nanos}", self.name);
        }
    }
}

impl Contender<'_> {
    /// Finds the number of runs in a turn. This also warms up the contender.
    fn calibrate(&mut self, has_threads: bool) {
        while self.turn(has_threads) < TURN {
            self.times *= 2;
        }
    }

    fn turn(&mut self, has_threads: bool) -> Duration {
        let (start, wall) = (ThreadTime::now(), Instant::now());
        for _ in 0..self.times {
            (self.run)();
        }
        if has_threads { wall.elapsed() } else { start.elapsed() }
    }
}
