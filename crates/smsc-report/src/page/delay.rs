//! The time from sending to delivery.

use super::context::{Context, block};
use super::model::{Block, Row, Section, Table};
use crate::catalog::delivery;
use crate::charts::{Marker, Range, Tick, histogram, ranges};
use crate::words::Arg;
use crate::{Bin, Delay};

/// The times that the axis marks.
const TICKS: [u32; 9] = [1, 5, 20, 60, 300, 1200, 3600, 21_600, 86_400];

/// Returns the section, or `None` if there are no messages.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    if context.figures.totals.counts.sent() == 0 {
        return None;
    }
    let delays = &context.figures.delays;
    let mut intro = vec![context.text(&delivery::DELAY_IS).to_owned()];
    let mut points = Vec::new();
    match &delays.all {
        Some(all) => points.push(sentence(context, all)),
        None => intro.push(context.text(&delivery::DELAY_NONE).to_owned()),
    }
    for (text, n) in [(&delivery::DELAY_UNKNOWN, delays.unknown), (&delivery::DELAY_OUT, delays.out_of_range)] {
        if n > 0 {
            points.push(context.fill(text, &[("n", Arg::Count(n))]));
        }
    }
    let blocks = [all_messages(context), by_operator(context)].into_iter().flatten().collect();
    Some(Section { id: "delay", title: context.text(&delivery::DELAY), intro, points, blocks })
}

fn sentence(context: &Context<'_>, delay: &Delay) -> String {
    let [median, p90, p99] = percentiles(context, delay);
    context.fill(
        &delivery::DELAY_SENTENCE,
        &[("n", Arg::Count(delay.count)), ("median", Arg::Text(&median)), ("p90", Arg::Text(&p90)), ("p99", Arg::Text(&p99))],
    )
}

fn percentiles(context: &Context<'_>, delay: &Delay) -> [String; 3] {
    [delay.median_s, delay.p90_s, delay.p99_s].map(|seconds| context.words.duration(seconds))
}

fn ticks(context: &Context<'_>) -> Vec<Tick> {
    TICKS.map(|seconds| Tick { seconds, label: context.words.duration(seconds) }).into()
}

fn all_messages(context: &Context<'_>) -> Option<Block> {
    let bins = &context.figures.delays.histogram;
    let all = context.figures.delays.all.as_ref().filter(|_| !bins.is_empty())?;
    let [median, p90, p99] = percentiles(context, all);
    let labels = [(&delivery::MEDIAN, &median), (&delivery::P90, &p90), (&delivery::P99, &p99)];
    let labels = labels.map(|(text, time)| format!("{} {time}", context.text(text)));
    let markers: Vec<_> =
        [all.median_s, all.p90_s, all.p99_s].into_iter().zip(labels).map(|(seconds, label)| Marker { seconds, label }).collect();
    let description = context
        .fill(&delivery::DESC_HISTOGRAM, &[("median", Arg::Text(&median)), ("p90", Arg::Text(&p90)), ("p99", Arg::Text(&p99))]);
    let title = context.text(&delivery::HISTOGRAM);
    let draw = |head: &crate::charts::Head<'_>| histogram(head, bins, &markers, &ticks(context));
    Some(block("delays", title, &description, draw, bin_table(context, bins)))
}

fn bin_table(context: &Context<'_>, bins: &[Bin]) -> Table {
    let all: u64 = bins.iter().map(|bin| bin.count).sum();
    let row = |bin: &Bin| {
        let (low, high) = (context.words.duration(bin.from_s), context.words.duration(bin.to_s));
        let name = context.fill(&delivery::RANGE_UNDER, &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))]);
        Row::new(name, vec![context.words.count(bin.count), context.words.share(bin.count, all)])
    };
    let heads = [&delivery::TIME, &delivery::MESSAGES, &delivery::SHARE].map(|head| context.text(head));
    let total = Row::new(context.text(&delivery::TOTAL), vec![context.words.count(all), context.words.share(all, all)]);
    Table::new(context.text(&delivery::DELAY), &heads, bins.iter().map(row).collect(), Some(total))
}

fn by_operator(context: &Context<'_>) -> Option<Block> {
    let operators = &context.figures.operators;
    let others = operators.others.as_ref().map(|others| {
        let name = context.fill(&delivery::OTHERS, &[("n", Arg::Count(operators.others_count))]);
        (name, others.delay)
    });
    let groups = operators.groups.iter().map(|group| (context.name(group, &delivery::NO_OPERATOR), group.delay));
    let known: Vec<_> = groups.chain(others).filter_map(|(name, delay)| Some((name, delay?))).collect();
    if known.is_empty() || operators.groups.iter().all(|group| group.name.is_none()) {
        return None;
    }
    let range = |(name, delay): &(String, Delay)| Range {
        name: name.clone(),
        value: context.words.duration(delay.median_s),
        delay: *delay,
    };
    let all: Vec<_> = known.iter().map(range).collect();
    let row = |(name, delay): &(String, Delay)| {
        let [median, p90, p99] = percentiles(context, delay);
        Row::new(name, vec![context.words.count(delay.count), median, p90, p99])
    };
    let heads = [&delivery::OPERATOR, &delivery::MESSAGES, &delivery::MEDIAN, &delivery::P90, &delivery::P99];
    let title = context.text(&delivery::BY_OPERATOR);
    let caption = context.fill(&delivery::TITLE_DELAY, &[("title", Arg::Text(title))]);
    let table = Table::new(caption, &heads.map(|head| context.text(head)), known.iter().map(row).collect(), None);
    let draw = |head: &crate::charts::Head<'_>| ranges(head, &all, &ticks(context));
    let description = context.text(&delivery::DESC_RANGES);
    let block = block("operator-delays", title, description, draw, table);
    Some(Block { intro: vec![description.to_owned()], ..block })
}
