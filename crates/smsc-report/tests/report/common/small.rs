//! A few figures that can be checked by hand.

use sms_outcome::lookup;
use smsc_proto::{ErrCode, MessageType, StatusCode};
use smsc_report::{
    Bin, Breakdown, Cause, Counts, Delay, Delays, Figures, Group, Lookups, Money, Notice, Parts, Period, Quality, Reconciliation,
    Suppressed, Totals,
};

/// Returns totals of counts, with costs in 1/10,000.
fn totals(counts: [u64; 5], cost: i128, with_cost: u64) -> Totals {
    let [delivered, failed, pending, unknown, test] = counts;
    Totals { counts: Counts { delivered, failed, pending, unknown, test }, cost: Money(cost), with_cost, ..Totals::default() }
}

fn group(name: Option<&str>, totals: Totals) -> Group {
    Group { name: name.map(ToOwned::to_owned), totals, delay: None }
}

fn cause(status: i32, err: u32, count: u64) -> Cause {
    let outcome = lookup(StatusCode(status), Some(ErrCode(err)), MessageType::SMS);
    Cause { status, err: Some(err), message_type: 0, outcome, count, cost: Money(i128::from(count) * 20_000) }
}

/// Returns figures of all sections: 1,234 messages of three operators on one day.
pub(crate) fn figures() -> Figures {
    let all =
        Totals { second_cost: Money(125_000), failed_cost: Money(4_000_000), ..totals([1_000, 200, 20, 10, 4], 24_681_234, 1_230) };
    let operators = vec![
        group(Some("Big"), Totals { second_cost: Money(125_000), ..totals([982, 189, 17, 8, 4], 24_000_000, 1_200) }),
        group(Some("Few"), totals([18, 11, 1, 0, 0], 681_234, 30)),
        group(None, totals([0, 0, 2, 2, 0], 0, 0)),
    ];
    let one = |name: &str| Breakdown { groups: vec![group(Some(name), all)], ..Breakdown::default() };
    let mut hours = vec![Totals::default(); 24];
    hours[12] = all;
    let mut weekdays = vec![Totals::default(); 7];
    weekdays[1] = all;
    let delay = Delay { count: 900, median_s: 5, p90_s: 120, p99_s: 3_660 };
    Figures {
        period: Period {
            // 1 September 2026, 12:00 UTC.
            first: Some(1_788_264_000),
            last: Some(1_788_264_000),
            until: Some(1_788_264_000),
            zone: "UTC".to_owned(),
            currency: Some("EUR".to_owned()),
        },
        totals: all,
        previous: Some(Totals { failed_cost: Money(2_000_000), ..totals([900, 100, 0, 0, 0], 20_000_000, 1_000) }),
        notices: vec![Notice::Sender { cause: 2, senders: vec!["A".to_owned(), "B".to_owned()] }],
        operators: Breakdown { groups: operators, ..Breakdown::default() },
        countries: one("Россия"),
        senders: one("A"),
        types: one("0"),
        hours,
        weekdays,
        days: vec![("2026-09-01".to_owned(), all)],
        delays: Delays {
            all: Some(delay),
            histogram: vec![
                Bin { from_s: 1, to_s: 10, count: 700 },
                Bin { from_s: 10, to_s: 60, count: 100 },
                Bin { from_s: 60, to_s: 7_200, count: 100 },
            ],
            unknown: 1,
            out_of_range: 0,
        },
        causes: vec![cause(20, 1, 100), cause(20, 6, 50), cause(20, 254, 50)],
        parts: Parts { messages: vec![1_000, 234], with_text: 1_234, just_over: 5, just_over_cost: Money(62_500) },
        lookups: Lookups { types: vec![group(Some("4"), totals([5, 2, 0, 0, 0], 35_000, 7))], with_operators: 40, ported: 1 },
        suppressed: vec![Suppressed { reason: "phone", phones: 77 }],
        quality: Quality { records: 1_300, malformed: 2, merged: 60, ..Quality::default() },
        reconciliation: Some(Reconciliation { messages: (1_240, 1_234), cost: (Money(24_801_234), Money(24_681_234)) }),
    }
}
