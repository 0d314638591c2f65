//! Figures whose names try to be more than names.

use smsc_report::{Breakdown, Counts, Figures, Group, Money, Notice, Period, Totals};

/// The names: elements, attributes, expressions of a template, marks of direction, formulas.
pub(crate) const NAMES: [&str; 10] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onload='alert(1)",
    "</text></svg><script>alert(2)</script>",
    "</style><style>*{display:none}",
    "{{ figures }}{% for %}",
    "МТС\u{202e}txt.exe\u{200b}\u{0}",
    "=HYPERLINK(\"http://evil.example\",\"x\")",
    "https://evil.example/a?b=c&amp;d=<e>",
    "-->]]>&lt;\u{1b}[2J",
];

/// Returns figures with a group, a notice and a zone of each name.
pub(crate) fn figures() -> Figures {
    let totals = |n: u64| Totals {
        counts: Counts { delivered: 900 + n, failed: 100, ..Counts::default() },
        cost: Money(10_000),
        with_cost: 1_000 + n,
        ..Totals::default()
    };
    let group = |(n, name): (u64, &&str)| Group { name: Some((*name).to_owned()), totals: totals(n), delay: None };
    let breakdown = Breakdown { groups: (0..).zip(&NAMES).map(group).collect(), ..Breakdown::default() };
    let all = Totals {
        counts: Counts { delivered: 9_045, failed: 1_000, ..Counts::default() },
        cost: Money(100_000),
        with_cost: 10_045,
        ..Totals::default()
    };
    let counts = Counts { delivered: 1, failed: 99, ..Counts::default() };
    let operator = |name: &&str| Notice::Operator { name: (*name).to_owned(), counts, others: all.counts };
    Figures {
        period: Period {
            first: Some(1_790_802_000),
            last: Some(1_790_802_000),
            zone: NAMES[0].to_owned(),
            currency: Some(NAMES[1].to_owned()),
            until: Some(1_790_802_000),
        },
        totals: all,
        operators: breakdown.clone(),
        countries: breakdown.clone(),
        senders: breakdown.clone(),
        types: breakdown,
        days: vec![(NAMES[3].to_owned(), all)],
        notices: NAMES.iter().map(operator).collect(),
        ..Figures::default()
    }
}
