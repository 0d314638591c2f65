//! `smsc plan` as a process. The expected values follow from the rules of the plan: a message is asked
//! for 30 s after its sending, at the ages of 1, 2, 4, 8, 16, 32 and 64 minutes, then once an hour, and
//! every 30 s in the two minutes before 03:00 in Moscow; one batch goes out a minute.

mod common;

use common::smsc;
use serde_json::Value;

/// 2026-11-28, 12:00 in Moscow.
const NOON: u64 = 1_795_856_400;
const START: &str = "2026-11-28T09:00:00Z";
const HOUR: u64 = 3_600;
const PHONE: &str = "79990000001";

fn plan(args: &[&str]) -> (Value, Option<i32>) {
    let output = smsc(&[&["plan", "--json", "--start", START], args].concat(), b"");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (serde_json::from_slice(&output.stdout).unwrap(), output.status.code())
}

fn text(args: &[&str]) -> String {
    let output = smsc(&[&["plan", "--start", START], args].concat(), b"");
    String::from_utf8(output.stdout).unwrap()
}

/// Returns a number of the intervals that start within these seconds after noon.
fn sum(schedule: &Value, key: &str, from: u64, until: u64) -> u64 {
    let intervals = schedule["intervals"].as_array().unwrap().iter();
    let is_within = |interval: &&Value| (NOON + from..NOON + until).contains(&interval["start"].as_u64().unwrap());
    intervals.filter(is_within).map(|interval| interval[key].as_u64().unwrap()).sum()
}

#[test]
fn one_message_is_asked_for_at_growing_ages() {
    let (schedule, code) = plan(&[&format!("101:{PHONE}")]);
    assert_eq!(code, Some(0));
    assert_eq!(schedule["first_asked"], NOON + 30);
    assert_eq!(schedule["all_asked"], NOON + 30);
    let by_minute = |minute: u64| sum(&schedule, "singles", minute * 60, minute * 60 + 60);
    // At 30 s, and about 1, 2, 4 and 8 minutes: each answer takes 0.3 s.
    assert_eq!([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(by_minute), [1, 1, 1, 0, 1, 0, 0, 0, 1, 0]);
    assert_eq!(sum(&schedule, "singles", 600, HOUR), 2, "16 and 32 minutes");
    // Once an hour: at 64 minutes, and then each hour until 02:00.
    for hour in 1..14 {
        assert_eq!(sum(&schedule, "singles", hour * HOUR, (hour + 1) * HOUR), 1, "{hour}");
    }
    // At 02:04, and from 02:57:55 on every 30 s: the clock may be 5 s off.
    assert_eq!(sum(&schedule, "singles", 14 * HOUR, 15 * HOUR), 6);
    assert_eq!((schedule["batches"].as_u64(), schedule["history"].as_u64()), (Some(0), Some(0)));
    let night = &schedule["moves"][0];
    assert_eq!(night["time"], NOON + 15 * HOUR);
    assert_eq!((&night["under_way"], &night["at_risk"], &night["at_risk_ids"]), (&1.into(), &0.into(), &Value::Array(vec![])));
    assert!(night["last_round_s"].as_u64().unwrap() <= 35, "{night}");
    // A day after the next move.
    assert_eq!((&schedule["end"], &schedule["end_reason"]), (&(NOON + 39 * HOUR).into(), &"day".into()));
}

#[test]
fn a_message_that_was_sent_at_18_00_moves_a_night_later() {
    for (sent, concerned) in [("2026-11-28T14:59:59Z", [1, 1]), ("2026-11-28T15:00:00Z", [0, 1])] {
        let (schedule, _) = plan(&["--count", "1", "--sent", sent]);
        let under_way = schedule["moves"].as_array().unwrap().iter().map(|night| night["under_way"].as_u64().unwrap());
        assert!(under_way.eq(concerned), "{sent}");
    }
}

/// A batch takes 0.3 s, and the next one goes out 61 s after its answer; two connections beside it make
/// 2 ÷ 0.3 s requests, three while no batch is in work.
#[test]
fn a_million_messages_do_not_fit_into_an_hour() {
    let (schedule, code) = plan(&["--count", "1000000", "--ends-after", "1s"]);
    assert_eq!(code, Some(0));
    let (singles, batches) = (sum(&schedule, "singles", HOUR, 2 * HOUR), sum(&schedule, "batches", HOUR, 2 * HOUR));
    assert!((58..=59).contains(&batches), "{batches} batches: 3,600 s ÷ 61.3 s");
    assert!((24_000..=36_000).contains(&singles), "{singles} single requests");
    assert_eq!(sum(&schedule, "messages", HOUR, 2 * HOUR), singles + 1_000 * batches);
    let all_asked = schedule["all_asked"].as_u64().unwrap() - NOON;
    assert!((10 * HOUR..=12 * HOUR).contains(&all_asked), "{all_asked} s: a million ÷ 83,000 to 95,000 an hour");
    let requests = |key: &str| schedule[key].as_u64().unwrap();
    assert!(requests("singles") + 1_000 * requests("batches") >= 1_000_000, "each message is asked for");
}

#[test]
fn batches_are_61_s_apart_and_can_be_switched_off() {
    // More than ten minutes are needed for the first requests.
    let messages = ["--count", "20000", "--ends-after", "1s"];
    let minutes = |args: &[&str]| sum(&plan(&[&messages, args].concat()).0, "batches", 0, 600);
    // At 30 s, and then every 61.3 s: 10 within ten minutes.
    assert_eq!(minutes(&[]), 10);
    // Every 121 s: at 30, 151, 272, 393 and 514 s.
    assert_eq!(minutes(&["--batch-gap", "120s", "--latency", "1s"]), 5);
    assert_eq!(minutes(&["--batch", "1", "--at-once", "1"]), 0);
}

#[test]
fn messages_that_no_round_reaches_are_named() {
    let pairs = (1..=40).map(|id| format!("{id}:{PHONE}\n")).collect::<Vec<_>>().concat();
    let args = ["plan", "--json", "--file", "-", "--start", "2026-11-28T23:59:00Z", "--sent", "2026-11-28T09:00:00Z"];
    let slow = ["--batch", "1", "--at-once", "1", "--latency", "5s"];
    let output = smsc(&[&args[..], &slow].concat(), pairs.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let schedule: Value = serde_json::from_slice(&output.stdout).unwrap();
    // 12 requests of 5 s fit into the last minute; the move is the first one.
    let ids: Vec<_> = schedule["moves"][0]["at_risk_ids"].as_array().unwrap().iter().map(|id| id.as_u64().unwrap()).collect();
    assert_eq!(ids, (13..=40).collect::<Vec<_>>());
    assert_eq!((&schedule["moves"][0]["at_risk"], &schedule["moves"][0]["under_way"]), (&28.into(), &40.into()));
    assert!(!String::from_utf8(output.stdout).unwrap().contains(PHONE));
}

#[test]
fn messages_that_come_to_their_end_leave_the_schedule() {
    let (schedule, code) = plan(&["--count", "1", "--ends-after", "10m"]);
    // At 0.5, 1, 2, 4, 8 and 16 minutes.
    assert_eq!((code, &schedule["singles"], &schedule["end_reason"]), (Some(0), &6.into(), &"done".into()));
    let end = schedule["end"].as_u64().unwrap() - NOON;
    assert!((16 * 60..17 * 60).contains(&end), "{end}");
    let (schedule, code) = plan(&["--per-minute", "10", "--ends-after", "4s"]);
    assert_eq!((code, &schedule["messages"], &schedule["asked"]), (Some(0), &14_400.into(), &14_400.into()));
    assert_eq!(schedule["singles"].as_u64().unwrap() + schedule["batches"].as_u64().unwrap(), 14_400);
}

/// The message ends at 02:59:58, after the last request before the move, and is in the archive then.
#[test]
fn an_end_that_is_seen_too_late_is_found_in_the_history_if_there_is_one() {
    let moved = ["--count", "1", "--ends-after", "53998s"];
    let (schedule, code) = plan(&moved);
    assert_eq!((code, &schedule["moves"][0]["at_risk"]), (Some(1), &1.into()));
    assert_eq!((&schedule["history"], &schedule["end_reason"]), (&1.into(), &"done".into()));
    let (schedule, code) = plan(&[&moved[..], &["--no-history"]].concat());
    assert_eq!((code, &schedule["history"], &schedule["end_reason"]), (Some(1), &0.into(), &"done".into()));
    let (schedule, code) = plan(&["--count", "1", "--ends-after", "53000s"]);
    assert_eq!((code, &schedule["moves"][0]["under_way"]), (Some(0), &0.into()));
}

#[test]
fn push_notifications_leave_a_request_an_hour() {
    let (schedule, _) = plan(&["--count", "1", "--push"]);
    assert_eq!(schedule["first_asked"], NOON + HOUR);
    assert_eq!(sum(&schedule, "singles", 0, 10 * HOUR), 9);
}

#[test]
fn a_table_and_sentences_fit_80_columns_in_every_language() {
    for lang in ["en", "ru", "fr"] {
        for args in [&["--count", "3000"][..], &["--per-minute", "2", "--ends-after", "9h"]] {
            let text = text(&[args, &["--lang", lang]].concat());
            assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
            assert!(text.contains("2026-11-29 03:00"), "{text}");
        }
    }
    let text = text(&[&format!("101:{PHONE}")]);
    assert!(text.starts_with(
        "MOSCOW TIME       SINGLE  BATCHES  MESSAGES  WAITING\n2026-11-28 12:00       1        0         1        0\n"
    ));
    assert!(text.contains("\n2026-11-29 03:00: move to the archive, 1 under way, 0 at risk\n"), "{text}");
    assert!(text.contains("\n1 message is asked for after 30 s; 0 are at risk at the move to the archive of\n2026-11-29 03:00.\n"));
    assert!(text.ends_with("\nThe schedule ends at 2026-11-30 03:00, a day after the next move to the archive.\n"), "{text}");
    assert!(!text.contains(PHONE), "{text}");
}

#[test]
fn repeated_pairs_count_once() {
    let output = smsc(&["plan", "--json", "--start", START, "5:7", "5:7", "6:7"], b"");
    let schedule: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(schedule["messages"], 2);
    assert!(String::from_utf8(output.stderr).unwrap().contains("1 repeated pairs"));
}

#[test]
fn wrong_options_and_files_are_explained() {
    let cases: [(&[&str], &str); 12] = [
        (&[], "required"),
        (&["--count", "0"], "0 is not in 1..=2000000"),
        (&["--per-minute", "1001"], "1001 is not in 1..=1000"),
        (&["--count", "1", "--per-minute", "1"], "cannot be used with"),
        (&["--count", "1", "5:7"], "cannot be used with"),
        (&["--per-minute", "1", "--sent", START], "cannot be used with"),
        (&["--count", "1", "--batch", "4097"], "4097 is not in 1..=4096"),
        (&["--count", "1", "--at-once", "16"], "16 is not in 1..=15"),
        (&["--count", "1", "--latency", "0s"], "expected a time from 1ms to 60s"),
        (&["--count", "1", "--start", "9999-01-01T00:00:00Z"], "expected a date and time such as"),
        (&["--count", "1", "--start", START, "--sent", "2026-12-01T00:00:00Z"], "end of the schedule, 2026-11-30 03:00"),
        (&["--file", "-"], "standard input: no pair: expected one ID:PHONE a line"),
    ];
    for (args, expected) in cases {
        let output = smsc(&[&["plan"], args].concat(), b"");
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {text}");
        assert!(text.contains(expected), "{args:?}: {text}");
    }
}
