//! The notices of a report: which replies need somebody, and in which order.

use std::fmt::Write as _;

use smsc_columns::{Reader, Source};
use smsc_proto::{Charset, Detail, Format, Query};
use smsc_report::{Collector, Counts, Figures, Notice, Options};

/// Replies of fmt=1 and all=2, with an id for each record.
#[derive(Default)]
struct Replies {
    lines: String,
    count: u32,
}

impl Replies {
    fn add(&mut self, count: u32, status: i32, err: u32, operator: &str, sender: &str) {
        for _ in 0..count {
            self.count += 1;
            let id = self.count;
            let phone = 79_990_000_000 + u64::from(id);
            let codes = format_args!("{status},1760080210,{err}");
            writeln!(self.lines, "{codes},1760080202,{phone},Россия,{operator},Москва,1.5,{sender},D,text,,0,{id}").unwrap();
        }
    }

    fn figures(&self, options: Options) -> Figures {
        let query = Query::new(Format::Values, Detail::Full).batch().charset(Charset::Utf8);
        let columns = smsc_columns::Options::new(query).columns(&Collector::columns());
        let mut collector = Collector::new(options).unwrap();
        for batch in Reader::new(&columns, [Source::bytes("replies", self.lines.as_bytes())]).unwrap() {
            collector.add(&batch.unwrap()).unwrap();
        }
        collector.finish().figures
    }
}

fn counts(delivered: u64, failed: u64) -> Counts {
    Counts { delivered, failed, ..Counts::default() }
}

#[test]
fn nothing_needs_anybody_when_all_is_well() {
    let mut replies = Replies::default();
    replies.add(100, 1, 0, "МТС", "GLOBUS");
    replies.add(3, 20, 1, "МТС", "GLOBUS");
    assert_eq!(replies.figures(Options::new()).notices, []);
}

#[test]
fn the_most_urgent_is_first() {
    let mut replies = Replies::default();
    replies.add(400, 1, 0, "МТС", "GLOBUS");
    replies.add(30, 1, 0, "Tele2", "GLOBUS");
    // No such subscriber: more than of all other causes, and nobody's fault.
    replies.add(30, 20, 1, "Tele2", "GLOBUS");
    // Of the content (238), of the sender name (254), of the account (24: not enough money).
    replies.add(9, 20, 238, "МТС", "GLOBUS");
    replies.add(2, 20, 254, "МТС", "Rare");
    replies.add(4, 20, 254, "МТС", "Often");
    replies.add(3, 20, 254, "МТС", "79990001122");
    replies.add(2, 24, 0, "МТС", "GLOBUS");
    replies.lines += "not a record\n";

    let mut before = Replies::default();
    before.add(500, 1, 0, "МТС", "GLOBUS");
    let previous = before.figures(Options::new()).totals;
    let figures = replies.figures(Options::new().previous(previous));
    let cause = |status, err| {
        let is_it = |cause: &smsc_report::Cause| cause.status == status && cause.err == Some(err);
        figures.causes.iter().position(is_it).expect("the cause")
    };
    assert_eq!(figures.totals.counts, counts(430, 50));
    assert_eq!(
        figures.notices,
        [
            Notice::Account { cause: cause(24, 0) },
            // Not the sender that is a phone.
            Notice::Sender { cause: cause(20, 254), senders: vec!["Often".to_owned(), "Rare".to_owned()] },
            Notice::Content { cause: cause(20, 238) },
            Notice::Decline { previous: counts(500, 0) },
            Notice::Operator { name: "Tele2".to_owned(), counts: counts(30, 30), others: counts(400, 20) },
            Notice::Malformed { lines: 1 },
        ]
    );
}
