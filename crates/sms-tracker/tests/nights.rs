//! Days and nights of programs that follow messages, against the stand-in: no limit is broken, and
//! every message is followed to its end, or was named before it was lost.
#![cfg(feature = "alloc")]
#![expect(clippy::cast_possible_truncation, reason = "small numbers")]

mod common;

use std::collections::HashSet;

use common::{DAY, HOUR, MIDNIGHT, Program, SECOND, Sent, Service, Trouble, World};
use proptest::prelude::*;
use sms_tracker::PlanConfig;

/// The ends of phones, each with a life: 4 s, an hour, a day, read, refused.
const ENDS: [&str; 9] = ["0001", "0001", "8000", "3000", "3245", "2006", "4000", "9022", "5000"];

fn phone(number: usize, end: &str) -> String {
    format!("79{:05}{end}", number % 100_000)
}

fn messages(most: usize) -> impl Strategy<Value = Vec<Sent>> {
    let one = (0..DAY / SECOND, prop::sample::select(&ENDS[..]));
    prop::collection::vec(one, 1..most).prop_map(|all| {
        let mut all: Vec<_> = all;
        all.sort_unstable();
        let sent =
            |(number, (second, end)): (usize, (u64, &str))| Sent { at: MIDNIGHT + second * SECOND, phone: phone(number, end) };
        all.into_iter().enumerate().map(sent).collect()
    })
}

/// Returns the numbers of the messages whose end no program has seen.
fn unseen(world: &World) -> HashSet<usize> {
    let is_seen = |number: &usize| world.programs.iter().any(|program| program.ends.contains_key(number));
    (0..world.sent.len()).filter(|number| !is_seen(number)).collect()
}

fn world(history_days: u32, programs: Vec<Program>, sent: Vec<Sent>, trouble: Trouble) -> World {
    let mut world = World::new(Service::new(history_days), programs, sent, trouble);
    world.run(MIDNIGHT + 5 * DAY);
    world
}

fn without_history() -> PlanConfig {
    let mut config = PlanConfig::default();
    config.has_history = false;
    config
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_message_is_followed_to_its_end(sent in messages(300), skew in -240_i64..240, has_date in any::<bool>()) {
        let program = Program::new(PlanConfig::default(), skew * 1_000, has_date, MIDNIGHT);
        let world = world(30, vec![program], sent, Trouble::default());
        prop_assert_eq!(&world.service.refused, &[] as &[u64]);
        prop_assert_eq!(unseen(&world), HashSet::new());
        prop_assert!(world.programs[0].is_done());
    }

    #[test]
    fn what_is_lost_in_the_archive_was_named_before(sent in messages(300), skew in -240_i64..240, has_date in any::<bool>()) {
        let program = Program::new(without_history(), skew * 1_000, has_date, MIDNIGHT);
        let world = world(30, vec![program], sent, Trouble::default());
        let program = &world.programs[0];
        prop_assert_eq!(&world.service.refused, &[] as &[u64]);
        prop_assert_eq!(&unseen(&world), &program.lost);
        prop_assert!(program.lost.is_subset(&program.named), "{:?} {:?}", program.lost, program.named);
        // Only what comes to its end between the last request and the move can be lost.
        let gap = if has_date { 120 } else { 600 } * SECOND;
        for number in &program.lost {
            let end = world.sent[*number].at + life(&world.sent[*number].phone);
            let next_move = MIDNIGHT + 3 * HOUR + (end - MIDNIGHT).saturating_sub(3 * HOUR).div_ceil(DAY) * DAY;
            prop_assert!(next_move - end <= gap, "the end was seen {} s before the move", (next_move - end) / SECOND);
        }
    }

    #[test]
    fn lost_answers_and_restarts_break_no_limit(sent in messages(200), lost in 0_u32..200, restarts in [0..3 * DAY, 0..3 * DAY]) {
        let restarts = restarts.map(|after| Some(MIDNIGHT + after));
        let program = Program::new(PlanConfig::default(), 0, true, MIDNIGHT);
        let world = world(30, vec![program], sent, Trouble { lost, restarts });
        prop_assert_eq!(&world.service.refused, &[] as &[u64]);
        prop_assert_eq!(unseen(&world), HashSet::new());
    }

    #[test]
    fn programs_of_one_login_follow_their_messages_too(sent in messages(200), others in 2_usize..4) {
        let mut config = PlanConfig::default();
        config.at_once = 1;
        config.batch_gap_ms = 61_000 * u32::try_from(others).unwrap();
        let programs = (0..others).map(|_| Program::new(config, 0, true, MIDNIGHT)).collect();
        let world = world(30, programs, sent, Trouble::default());
        prop_assert_eq!(unseen(&world), HashSet::new());
        // They do not know of each other's batches, but go on only after the minute is over.
        prop_assert!(world.service.refused.len() as u64 <= world.service.asks[1] / 2);
    }
}

/// Returns the time from the sending of a message to its final status.
fn life(phone: &str) -> u64 {
    match &phone[phone.len() - 4..] {
        "8000" => HOUR,
        "3000" | "3245" => DAY,
        "9022" => 0,
        _ => 4 * SECOND,
    }
}

#[test]
fn a_single_message_is_asked_for_in_time() {
    let sent = vec![Sent { at: MIDNIGHT + 12 * HOUR, phone: phone(0, "0001") }];
    let world = world(30, vec![Program::new(PlanConfig::default(), 0, true, MIDNIGHT)], sent, Trouble::default());
    assert_eq!((world.service.asks, world.programs[0].ends.len()), ([1, 0, 0], 1));
}

/// A message that is under way for a day is asked for after 30 s, 1, 2, 4 … 64 minutes, and then once
/// an hour; shortly before each move to the archive, every half minute.
#[test]
fn an_old_message_is_asked_for_less_and_less() {
    let sent = vec![Sent { at: MIDNIGHT + 4 * HOUR, phone: phone(0, "3000") }];
    let world = world(30, vec![Program::new(PlanConfig::default(), 0, true, MIDNIGHT)], sent, Trouble::default());
    let [singles, batches, history] = world.service.asks;
    // 8 in the first hour, 24 in the others, and up to 5 before the move at 03:00.
    assert!((30..=38).contains(&singles), "{singles} requests");
    assert_eq!((batches, history), (0, 0));
}

/// Thousands of messages come to their ends in the three minutes before the move to the archive, more
/// than can be asked for in that time.
#[test]
fn a_load_that_does_not_fit_is_named_before() {
    let count = 4_000;
    let sent = |number| Sent { at: MIDNIGHT + 2 * HOUR + 57 * 60 * SECOND + 45 * number as u64, phone: phone(number, "3000") };
    let mut config = without_history();
    config.batch_size = 2;
    config.at_once = 2;
    let program = Program::new(config, 0, true, MIDNIGHT);
    let world = world(30, vec![program], (0..count).map(sent).collect(), Trouble::default());
    let program = &world.programs[0];
    assert_eq!(world.service.refused, [] as [u64; 0]);
    assert!(!program.lost.is_empty() && program.lost.is_subset(&program.named), "{} lost", program.lost.len());
    assert!(program.ends.len() > 100);
    assert_eq!(program.ends.len() + program.lost.len(), count);
}
