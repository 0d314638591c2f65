//! The rows of each table.

use smsc_proto::Lang;

use crate::{Breakdown, Delay, Figures, Group, Totals};

/// A table: the names of its columns, and its rows.
pub(super) struct Table {
    pub(super) heads: Vec<&'static str>,
    pub(super) rows: Vec<Vec<String>>,
}

/// The columns of totals.
const TOTALS: [&str; 13] = [
    "sent",
    "delivered",
    "failed",
    "pending",
    "unknown",
    "test",
    "rate",
    "rate_low",
    "rate_high",
    "cost",
    "second_cost",
    "failed_cost",
    "with_cost",
];

/// The columns of the time to deliver.
const DELAY: [&str; 4] = ["timed", "median_s", "p90_s", "p99_s"];

pub(super) fn totals(figures: &Figures) -> Table {
    let periods = [("current", Some(&figures.totals)), ("previous", figures.previous.as_ref())];
    let rows = periods.into_iter().filter_map(|(name, totals)| Some(row(name, totals?))).collect();
    Table { heads: heads("period", &TOTALS), rows }
}

pub(super) fn breakdown(name: &'static str, breakdown: &Breakdown) -> Table {
    let rows = breakdown.groups.iter().map(|group| group_row(group.name.as_deref().unwrap_or_default(), 1, group));
    let others = breakdown.others.as_ref().map(|others| group_row("", breakdown.others_count, others));
    Table { heads: heads(name, &[&TOTALS[..], &DELAY, &["groups"]].concat()), rows: rows.chain(others).collect() }
}

fn group_row(name: &str, groups: u64, group: &Group) -> Vec<String> {
    let mut cells = row(name, &group.totals);
    cells.extend(delay(group.delay.as_ref()));
    cells.push(groups.to_string());
    cells
}

pub(super) fn numbered(name: &'static str, first: usize, totals: &[Totals]) -> Table {
    let rows = totals.iter().enumerate().map(|(index, totals)| row(&(index + first).to_string(), totals)).collect();
    Table { heads: heads(name, &TOTALS), rows }
}

pub(super) fn days(figures: &Figures) -> Table {
    Table { heads: heads("day", &TOTALS), rows: figures.days.iter().map(|(day, totals)| row(day, totals)).collect() }
}

pub(super) fn delays(figures: &Figures) -> Table {
    let bin = |bin: &crate::Bin| vec![bin.from_s.to_string(), bin.to_s.to_string(), bin.count.to_string()];
    Table { heads: vec!["from_s", "to_s", "messages"], rows: figures.delays.histogram.iter().map(bin).collect() }
}

pub(super) fn causes(figures: &Figures, lang: Lang) -> Table {
    let cause = |cause: &crate::Cause| {
        vec![
            cause.status.to_string(),
            cause.err.map(|err| err.to_string()).unwrap_or_default(),
            cause.message_type.to_string(),
            cause.outcome.cause.name().to_owned(),
            cause.count.to_string(),
            cause.cost.to_string(),
            cause.outcome.title.get(lang).to_owned(),
            cause.outcome.advice.get(lang).to_owned(),
        ]
    };
    let heads = vec!["status", "err", "type", "cause", "messages", "cost", "title", "advice"];
    Table { heads, rows: figures.causes.iter().map(cause).collect() }
}

pub(super) fn parts(figures: &Figures) -> Table {
    let numbered = (1_u64..).zip(&figures.parts.messages);
    let rows = numbered.map(|(parts, messages)| vec![parts.to_string(), messages.to_string()]).collect();
    Table { heads: vec!["parts", "messages"], rows }
}

pub(super) fn lookups(figures: &Figures) -> Table {
    let rows = figures.lookups.types.iter().map(|group| row(group.name.as_deref().unwrap_or_default(), &group.totals));
    Table { heads: heads("type", &TOTALS), rows: rows.collect() }
}

pub(super) fn suppressed(figures: &Figures) -> Table {
    let rows = figures.suppressed.iter().map(|one| vec![one.reason.to_owned(), one.phones.to_string()]).collect();
    Table { heads: vec!["reason", "phones"], rows }
}

pub(super) fn quality(figures: &Figures) -> Table {
    let (quality, parts, lookups) = (&figures.quality, &figures.parts, &figures.lookups);
    let numbers = [
        ("records", quality.records),
        ("merged", quality.merged),
        ("malformed", quality.malformed),
        ("api_errors", quality.api_errors),
        ("ambiguous", quality.ambiguous),
        ("not_found", quality.not_found),
        ("unknown_codes", quality.unknown_codes),
        ("without_time", quality.without_time),
        ("without_cost", quality.without_cost),
        ("without_key", quality.without_key),
        ("delays_unknown", figures.delays.unknown),
        ("delays_out_of_range", figures.delays.out_of_range),
        ("with_text", parts.with_text),
        ("just_over", parts.just_over),
        ("with_operators", lookups.with_operators),
        ("ported", lookups.ported),
    ];
    Table { heads: vec!["name", "number"], rows: numbers.map(|(name, number)| vec![name.to_owned(), number.to_string()]).into() }
}

pub(super) fn reconciliation(figures: &Figures) -> Table {
    let rows = figures.reconciliation.iter().flat_map(|compared| {
        let ((messages, replies), (cost, reply_cost)) = (compared.messages, compared.cost);
        [
            vec!["messages".to_owned(), messages.to_string(), replies.to_string()],
            vec!["cost".to_owned(), cost.to_string(), reply_cost.to_string()],
        ]
    });
    Table { heads: vec!["measure", "statistics", "replies"], rows: rows.collect() }
}

/// Returns the names of columns, with that of the groups first.
fn heads(name: &'static str, more: &[&'static str]) -> Vec<&'static str> {
    [&[name], more].concat()
}

/// Returns a name, and totals in the order of [`TOTALS`].
fn row(name: &str, totals: &Totals) -> Vec<String> {
    let counts = &totals.counts;
    let part = |part: Option<f64>| part.map(|part| format!("{part:.6}")).unwrap_or_default();
    let (low, high) = counts.interval().unzip();
    let mut cells = vec![name.to_owned()];
    let numbers = [counts.sent(), counts.delivered, counts.failed, counts.pending, counts.unknown, counts.test];
    cells.extend(numbers.map(|number| number.to_string()));
    cells.extend([counts.rate(), low, high].map(part));
    cells.extend([totals.cost, totals.second_cost, totals.failed_cost].map(|amount| amount.to_string()));
    cells.push(totals.with_cost.to_string());
    cells
}

fn delay(delay: Option<&Delay>) -> [String; 4] {
    let Some(delay) = delay else { return Default::default() };
    [delay.count, delay.median_s.into(), delay.p90_s.into(), delay.p99_s.into()].map(|number| number.to_string())
}
