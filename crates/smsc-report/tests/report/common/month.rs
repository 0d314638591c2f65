//! The figures of an invented month, for the example and for tests of the whole page.
//!
//! All breakdowns have the same sums: each splits the totals by weights.

use sms_outcome::lookup;
use smsc_proto::{ErrCode, MessageType, StatusCode};
use smsc_report::{
    Bin, Breakdown, Cause, Counts, Delay, Delays, Figures, Group, Lookups, Money, Notice, Parts, Period, Quality, Reconciliation,
    Suppressed, Totals,
};

/// The price of a message from the main balance, in 1/10,000.
const PRICE: i128 = 21_200;

/// 1 October 2026, 00:00 in Moscow.
const START: u64 = 1_790_802_000;
const DAY: u64 = 86_400;

/// Returns totals whose cost follows from the counts; every 40th message is paid from the second
/// balance.
fn totals(delivered: u64, failed: u64, pending: u64, unknown: u64, test: u64) -> Totals {
    let counts = Counts { delivered, failed, pending, unknown, test };
    let second = i128::from(counts.sent() / 40);
    let paid = i128::from(counts.sent() - test) - second;
    Totals {
        counts,
        cost: Money(paid * PRICE),
        second_cost: Money(second * 15_000),
        failed_cost: Money(i128::from(failed) * PRICE),
        with_cost: counts.sent() - counts.sent() / 90,
    }
}

fn add(sum: &mut Totals, one: &Totals) {
    sum.counts.delivered += one.counts.delivered;
    sum.counts.failed += one.counts.failed;
    sum.counts.pending += one.counts.pending;
    sum.counts.unknown += one.counts.unknown;
    sum.counts.test += one.counts.test;
    sum.cost += one.cost;
    sum.second_cost += one.second_cost;
    sum.failed_cost += one.failed_cost;
    sum.with_cost += one.with_cost;
}

/// Splits totals by weights of all messages and of failed ones, in 1/1,000; the last takes the rest.
fn split(all: &Totals, weights: &[(u64, u64)]) -> Vec<Totals> {
    let mut rest = *all;
    let mut parts = Vec::new();
    for (index, (weight, failing)) in weights.iter().enumerate() {
        if index + 1 == weights.len() {
            parts.push(rest);
            break;
        }
        let part = |n: u64| n * weight / 1000;
        let money = |amount: Money| Money(amount.0 * i128::from(*weight) / 100_000 * 100);
        let counts = &all.counts;
        let failed = counts.failed * failing / 1000;
        let one = Totals {
            counts: Counts {
                delivered: part(counts.delivered),
                failed,
                pending: part(counts.pending),
                unknown: part(counts.unknown),
                test: 0,
            },
            cost: money(all.cost),
            second_cost: money(all.second_cost),
            failed_cost: Money(all.failed_cost.0 * i128::from(*failing) / 100_000 * 100),
            with_cost: part(all.with_cost),
        };
        rest.counts.delivered -= one.counts.delivered;
        rest.counts.failed -= one.counts.failed;
        rest.counts.pending -= one.counts.pending;
        rest.counts.unknown -= one.counts.unknown;
        rest.cost.0 -= one.cost.0;
        rest.second_cost.0 -= one.second_cost.0;
        rest.failed_cost.0 -= one.failed_cost.0;
        rest.with_cost -= one.with_cost;
        parts.push(one);
    }
    parts
}

fn breakdown(all: &Totals, groups: &[(&str, u64, u64)], others: Option<(u64, u64)>) -> Breakdown {
    let weights: Vec<_> = groups.iter().map(|(_, weight, failing)| (*weight, *failing)).collect();
    let weights = [weights, others.map(|(weight, _)| (weight, 0)).into_iter().collect()].concat();
    let mut parts = split(all, &weights);
    let rest = others.and_then(|_| parts.pop());
    let delay = |index: u32, totals: &Totals| {
        Some(Delay { count: totals.counts.delivered, median_s: 6 + index * 3, p90_s: 40 + index * 35, p99_s: 900 + index * 700 })
    };
    let group = |(index, ((name, ..), totals)): (u32, (&(&str, u64, u64), Totals))| Group {
        name: (!name.is_empty()).then(|| (*name).to_owned()),
        delay: delay(index, &totals),
        totals,
    };
    Breakdown {
        groups: (0..).zip(groups.iter().zip(parts)).map(group).collect(),
        others: rest.map(|totals| Group { name: None, delay: delay(9, &totals), totals }),
        others_count: others.map_or(0, |(_, count)| count),
    }
}

fn cause(status: i32, err: u32, kind: MessageType, count: u64) -> Cause {
    Cause {
        status,
        err: Some(err),
        message_type: i32::from(kind.0),
        outcome: lookup(StatusCode(status), Some(ErrCode(err)), kind),
        count,
        cost: Money(i128::from(count) * PRICE),
    }
}

fn causes(failed: u64) -> Vec<Cause> {
    let mut causes = vec![
        cause(20, 6, MessageType::SMS, failed * 38 / 100),
        cause(20, 1, MessageType::SMS, failed * 21 / 100),
        cause(20, 253, MessageType::SMS, failed * 11 / 100),
        cause(20, 12, MessageType::SMS, failed * 7 / 100),
        cause(20, 220, MessageType::SMS, failed * 6 / 100),
        cause(20, 254, MessageType::SMS, failed * 4 / 100),
        cause(20, 13, MessageType::SMS, failed * 3 / 100),
    ];
    let known: u64 = causes.iter().map(|cause| cause.count).sum();
    causes.push(cause(22, 11, MessageType::VIBER, failed - known));
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.count));
    causes
}

fn cause_of(causes: &[Cause], err: u32) -> usize {
    causes.iter().position(|cause| cause.err == Some(err)).unwrap_or(causes.len())
}

fn delays(delivered: u64) -> Delays {
    let borders = [1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 57_600];
    let weights = [2, 9, 30, 70, 120, 160, 150, 120, 90, 60, 45, 35, 25, 18, 14, 10, 7, 5, 4, 3, 2, 1];
    let bin = |(range, weight): (&[u32], &u64)| Bin { from_s: range[0], to_s: range[1], count: delivered * weight / 1000 };
    let histogram: Vec<_> = borders.windows(2).zip(&weights).map(bin).collect();
    let count = histogram.iter().map(|bin| bin.count).sum();
    Delays { all: Some(Delay { count, median_s: 14, p90_s: 84, p99_s: 3_180 }), histogram, unknown: 12, out_of_range: 3 }
}

/// The operators, with the weights of all messages and of failed ones.
const OPERATORS: [(&str, u64, u64); 15] = [
    ("МТС", 291, 180),
    ("Билайн", 214, 150),
    ("МегаФон", 203, 140),
    ("Tele2", 148, 290),
    ("Yota", 41, 30),
    ("Ростелеком", 22, 40),
    ("Мотив", 14, 16),
    ("Тинькофф Мобайл", 12, 12),
    ("Beeline KZ", 10, 20),
    ("Kcell", 9, 14),
    ("A1 Беларусь", 8, 12),
    ("life:) Беларусь", 6, 9),
    ("СберМобайл", 5, 5),
    ("Ucell", 4, 9),
    ("", 3, 8),
];

fn days_of(days: u32) -> Vec<(String, Totals)> {
    let date = |day: u32| format!("2026-{:02}-{:02}", 10 - (days - 1 - day) / 31, day % 31 + 1);
    let day = |day: u32| {
        let weekend = day % 7 == 2 || day % 7 == 3;
        let sent = if weekend { 640 } else { 1_950 } + u64::from(day * 37 % 211);
        let failed = sent / 29 + u64::from(day * 13 % 17) + if day == 19 { 260 } else { 0 };
        let (pending, unknown) = if day + 2 >= days { (sent / 50, 2) } else { (3, u64::from(day % 2)) };
        let test = if day.is_multiple_of(11) { 2 } else { 0 };
        (date(day), totals(sent - failed, failed, pending, unknown, test))
    };
    (0..days).map(day).collect()
}

fn notices(causes: &[Cause], low: Counts, others: Counts, previous: Counts) -> Vec<Notice> {
    vec![
        Notice::Content { cause: cause_of(causes, 253) },
        Notice::Sender { cause: cause_of(causes, 254), senders: vec!["GLOBUS".to_owned(), "Shop24".to_owned()] },
        Notice::Operator { name: "Tele2".to_owned(), counts: low, others },
        Notice::Decline { previous },
        Notice::Malformed { lines: 3 },
    ]
}

fn quality(without_cost: u64) -> Quality {
    Quality {
        records: 112_884,
        merged: 57_310,
        malformed: 3,
        api_errors: 1,
        ambiguous: 12,
        not_found: 4,
        without_cost,
        ..Quality::default()
    }
}

/// Returns the figures of the month, with as many days as are asked for.
pub(crate) fn figures(days: u32) -> Figures {
    let days_of = days_of(days);
    let mut all = Totals::default();
    for (_, totals) in &days_of {
        add(&mut all, totals);
    }
    let hours: Vec<_> = (0..24).map(|hour: u64| if (8..22).contains(&hour) { (66, 60 + hour % 3 * 4) } else { (7, 9) }).collect();
    let operators = breakdown(&all, &OPERATORS, Some((10, 6)));
    let failed = all.counts.failed;
    let causes = causes(failed);
    let low = operators.groups[3].totals.counts;
    let others = Counts { delivered: all.counts.delivered - low.delivered, failed: failed - low.failed, ..Counts::default() };
    let previous = totals(46_210, 1_490, 40, 11, 4);
    Figures {
        period: Period {
            first: Some(START + 7 * 3600),
            last: Some(START + 30 * DAY + 21 * 3600),
            until: Some(START + 32 * DAY + 14 * 3600 + 1_380),
            zone: "+03:00".to_owned(),
            currency: Some("RUB".to_owned()),
        },
        previous: Some(previous),
        notices: notices(&causes, low, others, previous.counts),
        countries: breakdown(
            &all,
            &[("Россия", 941, 905), ("Казахстан", 29, 50), ("Беларусь", 19, 25), ("Узбекистан", 11, 0)],
            None,
        ),
        senders: breakdown(
            &all,
            &[
                ("GLOBUS", 402, 430),
                ("Shop24", 231, 260),
                ("DOSTAVKA", 188, 120),
                ("CLINIC", 92, 90),
                ("", 61, 70),
                ("SMSC.RU", 26, 0),
            ],
            None,
        ),
        types: breakdown(&all, &[("0", 962, 930), ("10", 21, 60), ("7", 17, 0)], None),
        hours: split(&all, &hours),
        weekdays: split(&all, &[(181, 170), (178, 180), (176, 190), (181, 170), (172, 210), (58, 40), (54, 0)]),
        operators,
        days: days_of,
        delays: delays(all.counts.delivered),
        causes,
        parts: Parts {
            messages: vec![38_204, 10_770, 1_213, 94, 0, 7],
            with_text: 50_100,
            just_over: 1_842,
            just_over_cost: Money(1_842 * PRICE / 2),
        },
        lookups: Lookups {
            types: vec![
                Group { name: Some("4".to_owned()), totals: totals(4_120, 380, 3, 0, 0), delay: None },
                Group { name: Some("5".to_owned()), totals: totals(98, 17, 0, 1, 0), delay: None },
            ],
            with_operators: 31_244,
            ported: 5_871,
        },
        suppressed: vec![Suppressed { reason: "phone", phones: 402 }, Suppressed { reason: "viber", phones: 37 }],
        quality: quality(all.counts.sent() - all.with_cost),
        reconciliation: Some(Reconciliation {
            messages: (all.counts.sent() + 26, all.counts.sent()),
            cost: (Money(all.cost.0 + 26 * PRICE), all.cost),
        }),
        totals: all,
    }
}
