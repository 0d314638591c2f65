//! Times contenders in turns, and of each counts the fastest turn.
//!
//! Criterion, which was here before, times one contender after the other and takes medians. On a machine that does other work as well, a ratio then says as much
//! about that work as about the two. Here all of a group run within the same moments, and noise only ever adds to a turn: the fastest has the least of it.
//! The clock is the thread's own and stands while another program has the processor, or whoever takes longer for a turn would be the one that is interrupted.

use std::time::{Duration, Instant};

use cpu_time::ThreadTime;

/// How long a turn lasts at least: long beside what the clock itself takes, short enough for some turns to be left alone.
const TURN: Duration = Duration::from_millis(1);
/// How long a group takes turns, and how many there are at least where one takes long.
const GROUP: Duration = Duration::from_millis(1500);
const TURNS: usize = 7;

/// What is compared over the same records.
pub(crate) struct Group<'a> {
    name: &'a str,
    records: u32,
    contenders: Vec<Contender<'a>>,
}

struct Contender<'a> {
    name: &'static str,
    run: Box<dyn FnMut() + 'a>,
    /// How often it runs in a turn.
    times: u32,
    best: Duration,
}

impl<'a> Group<'a> {
    /// A group whose contenders read so many records each time they run.
    pub(crate) fn new(name: &'a str, records: usize) -> Self {
        Self { name, records: records.try_into().expect("a number of records"), contenders: Vec::new() }
    }

    /// One more contender, whose answer was checked already.
    pub(crate) fn add(&mut self, name: &'static str, run: impl FnMut() + 'a) {
        self.contenders.push(Contender { name, run: Box::new(run), times: 1, best: Duration::MAX });
    }

    /// Times them, and prints `group`, contender and nanoseconds a record with a tab between them, for `cargo xtask bench`.
    pub(crate) fn time(mut self) {
        // `cargo bench` says so. Anybody else, such as `cargo test --benches`, wants the checks alone.
        if std::env::args().all(|argument| argument != "--bench") {
            return;
        }
        for contender in &mut self.contenders {
            contender.calibrate();
        }
        let (start, count) = (Instant::now(), self.contenders.len());
        let mut turn = 0;
        while turn < TURNS || start.elapsed() < GROUP {
            // Each time another one is the first, so that none always comes behind the same neighbour.
            for at in 0..count {
                let contender = &mut self.contenders[(turn + at) % count];
                contender.best = contender.best.min(contender.turn());
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
    /// Finds how often it runs in a turn. It gets warm meanwhile.
    fn calibrate(&mut self) {
        while self.turn() < TURN {
            self.times *= 2;
        }
    }

    fn turn(&mut self) -> Duration {
        let start = ThreadTime::now();
        for _ in 0..self.times {
            (self.run)();
        }
        start.elapsed()
    }
}
