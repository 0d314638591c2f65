//! Follows a million messages of one day to their end, against the stand-in, in virtual time.
//!
//! `cargo run --release -p sms-tracker --features alloc --example day`; a number after `--` is that
//! of the messages.
#![expect(clippy::cast_possible_truncation, reason = "small numbers")]

#[path = "../tests/common/mod.rs"]
mod common;

use std::time::Instant;

use common::{DAY, MIDNIGHT, Program, Sent, Service, Trouble, World};
use sms_tracker::{PlanConfig, Slot};
use smsc_proto::StatusCode;

/// The number of messages: as many as the stand-in keeps.
const MESSAGES: usize = 1_000_000;

/// The lives of a thousand messages: the end of their phones, the status at their end, how many.
const LIVES: [(&str, StatusCode, usize); 8] = [
    ("0001", StatusCode::DELIVERED, 880),
    ("2006", StatusCode::UNDELIVERABLE, 30),
    ("8000", StatusCode::DELIVERED, 30),
    ("4000", StatusCode::DELIVERED, 20),
    ("3000", StatusCode::EXPIRED, 15),
    ("5000", StatusCode::DELIVERED, 10),
    ("3245", StatusCode::UNDELIVERABLE, 10),
    ("9022", StatusCode::WRONG_NUMBER, 5),
];

/// The messages of a thousand that are sent in each hour of the day.
const HOURS: [usize; 24] = [5, 5, 5, 5, 5, 5, 10, 25, 50, 70, 75, 75, 70, 65, 65, 65, 65, 70, 75, 75, 60, 35, 15, 5];

fn main() {
    let count = std::env::args().nth(1).map_or(MESSAGES, |count| count.parse().expect("a number of messages"));
    let start = Instant::now();
    let program = Program::new(PlanConfig::default(), 0, true, MIDNIGHT);
    let mut world = World::new(Service::new(30), vec![program], messages(count), Trouble::default());
    world.run(MIDNIGHT + 4 * DAY);

    let program = &world.programs[0];
    let [singles, batches, histories] = world.service.asks;
    let unseen = (0..count).filter(|number| !program.ends.contains_key(number)).count();
    println!("{count} messages, at most {} at once, in {:.0} s", program.most, start.elapsed().as_secs_f64());
    println!("requests: {singles} for one message, {batches} batches, {histories} to the history");
    println!("error 9: {}; ends not seen: {unseen}; lost: {}", world.service.refused.len(), program.lost.len());
    println!("memory: {} bytes a message in the plan; {} in all", size_of::<Slot>(), peak_memory());
    assert_eq!((world.service.refused.len(), unseen, program.lost.len()), (0, 0, 0));
    assert!(program.is_done());
    for (number, status) in &program.ends {
        let (end, expected, _) = life(*number);
        // What the recipient does may have been seen as well.
        let is_later = matches!((end, *status), ("4000", StatusCode::READ) | ("5000", StatusCode::LINK_CLICKED));
        assert!(*status == expected || is_later, "message {number} to …{end}: {status}");
    }
}

/// Returns messages in the order of their times.
fn messages(count: usize) -> Vec<Sent> {
    let total: usize = HOURS.iter().sum();
    let time = |number: usize| {
        let mut place = number * total * 3_600_000 / count;
        for (hour, weight) in (0..).zip(HOURS) {
            if place < weight * 3_600_000 {
                return hour * 3_600_000 + (place / weight) as u64;
            }
            place -= weight * 3_600_000;
        }
        DAY - 1
    };
    let sent = |number| Sent { at: MIDNIGHT + time(number), phone: format!("79{:05}{}", number % 100_000, life(number).0) };
    (0..count).map(sent).collect()
}

/// Returns the life of a message. 7,919 is a prime, so that each thousand has all lives, mixed.
fn life(number: usize) -> (&'static str, StatusCode, usize) {
    let mut place = number * 7_919 % 1_000;
    for life in LIVES {
        if place < life.2 {
            return life;
        }
        place -= life.2;
    }
    LIVES[0]
}

/// Returns the most memory that the process has had, where the system says it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(|| "unknown".to_owned(), |size| size.trim().to_owned())
}
