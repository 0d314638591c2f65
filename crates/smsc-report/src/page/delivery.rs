//! The delivery rate by each property of the messages.

use minijinja::Value;
use sms_outcome::Localized;

use super::context::{Context, FEWEST, Named, block, steps, sum};
use super::model::{Block, Colour, Row, Section, Table};
use super::periods::{Periods, periods};
use crate::catalog::{delivery, top};
use crate::charts::{Bar, Column, Head, Rate, Scale, columns, rates};
use crate::float::float;
use crate::words::Arg;
use crate::{Breakdown, Counts, Group, Totals};

/// Returns the section, or `None` if there are no messages.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let figures = context.figures;
    if figures.totals.counts.sent() == 0 {
        return None;
    }
    let properties = [
        ("operators", (&delivery::BY_OPERATOR, &delivery::OPERATOR), &figures.operators, &delivery::NO_OPERATOR),
        ("countries", (&delivery::BY_COUNTRY, &delivery::COUNTRY), &figures.countries, &delivery::NO_COUNTRY),
        ("senders", (&delivery::BY_SENDER, &delivery::SENDER), &figures.senders, &delivery::NO_SENDER),
    ];
    let mut blocks: Vec<_> = volume(context).into_iter().collect();
    blocks.extend(
        properties
            .map(|(id, texts, breakdown, without)| by_group(context, id, texts, breakdown, |group| context.name(group, without))),
    );
    let by_type = (&delivery::BY_TYPE, &delivery::TYPE);
    blocks.push(by_group(context, "types", by_type, &figures.types, |group| context.type_name(group)));
    blocks.extend([hours(context), weekdays(context), days(context)].into_iter().flatten());
    let intro = [&delivery::RATE_IS, &delivery::INTERVAL_IS];
    Some(Section {
        id: "delivery",
        title: context.text(&delivery::DELIVERY),
        intro: intro.map(|text| context.text(text).to_owned()).into(),
        points: Vec::new(),
        blocks,
    })
}

/// Returns the rate of each group of a breakdown. If no message has the property, says so.
fn by_group(
    context: &Context<'_>,
    id: &str,
    (title, head): (&Localized, &Localized),
    breakdown: &Breakdown,
    name: impl Fn(&Group) -> String,
) -> Block {
    let title = context.text(title);
    if breakdown.groups.iter().all(|group| group.name.is_none()) {
        let intro = vec![context.text(&delivery::NOT_KNOWN_FOR_ANY).to_owned()];
        return Block { id: id.to_owned(), title: title.to_owned(), intro, ..Block::default() };
    }
    let named = context.named(breakdown, name);
    let bars: Vec<_> = named
        .iter()
        .map(|one| Bar {
            name: one.name.clone(),
            value: context.rate(&one.totals.counts),
            length: rate(&one.totals.counts),
            is_rest: one.is_rest,
        })
        .collect();
    let table = rate_table(context, title, context.text(head), &named);
    block(id, title, &described(context, &named), |head| rates(head, &bars), table)
}

fn hours(context: &Context<'_>) -> Option<Block> {
    let named: Vec<_> = plain(context.figures.hours.iter().enumerate().map(|(hour, totals)| (format!("{hour:02}:00"), *totals)));
    let label = |index: usize| if index.is_multiple_of(3) { format!("{index:02}") } else { String::new() };
    over_time(context, "hours", (&delivery::BY_HOUR, &delivery::HOUR), &named, label)
}

fn weekdays(context: &Context<'_>) -> Option<Block> {
    let days = context.figures.weekdays.iter().enumerate();
    let named = plain(days.map(|(day, totals)| (context.words.weekday(day).to_owned(), *totals)));
    let label = |day| context.words.weekday_on_axis(day).to_owned();
    over_time(context, "weekdays", (&delivery::BY_WEEKDAY, &delivery::WEEKDAY), &named, label)
}

fn days(context: &Context<'_>) -> Option<Block> {
    let Periods { are_months, list } = periods(context);
    let title = if are_months { &delivery::BY_MONTH } else { &delivery::BY_DAY };
    let head = if are_months { &delivery::MONTH } else { &delivery::DAY };
    let named = plain(list.iter().map(|period| (period.name.clone(), period.totals)));
    let label = |index: usize| list.get(index).map(|period| period.label.clone()).unwrap_or_default();
    let mut block = over_time(context, "days", (title, head), &named, label)?;
    if are_months {
        let n = u64::try_from(context.figures.days.len()).unwrap_or(u64::MAX);
        block.intro.push(context.fill(&delivery::MONTHS_NOTE, &[("n", Arg::Count(n))]));
    }
    Some(block)
}

/// Returns the rates as columns, or `None` if there are none.
fn over_time(
    context: &Context<'_>,
    id: &str,
    (title, head): (&Localized, &Localized),
    named: &[Named],
    label: impl Fn(usize) -> String,
) -> Option<Block> {
    if named.is_empty() {
        return None;
    }
    let column = |(index, one): (usize, &Named)| {
        let rate = rate(&one.totals.counts);
        Column { label: label(index), segments: rate.iter().map(|rate| rate.value).collect(), whisker: rate }
    };
    let all: Vec<_> = named.iter().enumerate().map(column).collect();
    let scale: Scale = [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().map(|part| (part, context.words.whole_percent(part))).collect();
    let title = context.text(title);
    let table = rate_table(context, title, context.text(head), named);
    Some(block(id, title, &described(context, named), |head| columns(head, &scale, &all), table))
}

/// Returns the numbers of messages by day or month, by their state.
fn volume(context: &Context<'_>) -> Option<Block> {
    let Periods { are_months, list } = periods(context);
    let most = list.iter().max_by_key(|period| period.totals.counts.sent())?;
    // Four at least, so that each line is at a whole number.
    let (marks, top) = steps(float(most.totals.counts.sent().max(4)));
    let column = |period: &super::periods::Period| Column {
        label: period.label.clone(),
        segments: states(&period.totals.counts).map(|(_, count)| float(count) / top).into(),
        whisker: None,
    };
    let all: Vec<_> = list.iter().map(column).collect();
    let scale: Scale = marks.into_iter().map(|mark| (mark / top, context.words.rounded(mark))).collect();
    let title = context.text(if are_months { &delivery::VOLUME_BY_MONTH } else { &delivery::VOLUME_BY_DAY });
    let description =
        context.fill(&delivery::DESC_VOLUME, &[("n", Arg::Count(most.totals.counts.sent())), ("name", Arg::Text(&most.name))]);
    let id = "chart-volume";
    let chart = columns(&Head { id, title, description: &description }, &scale, &all);
    let legend = states(&Counts::default()).into_iter().enumerate();
    let legend = legend.map(|(index, (text, _))| Colour { class: format!("c{index}"), text: context.text(text) }).collect();
    let counts = &context.figures.totals.counts;
    let rows = states(counts).map(|(text, count)| {
        Row::new(context.text(text), vec![context.words.count(count), context.words.share(count, counts.sent())])
    });
    let heads = [&delivery::STATE, &delivery::MESSAGES, &delivery::SHARE].map(|head| context.text(head));
    let total = Row::new(context.text(&delivery::TOTAL), vec![context.words.count(counts.sent()), context.words.share(1, 1)]);
    let table = Table::new(context.text(&delivery::BY_STATE), &heads, rows.into(), Some(total));
    Some(Block {
        id: "volume".to_owned(),
        title: title.to_owned(),
        legend,
        chart: Some(Value::from_safe_string(chart)),
        table: Some(table),
        ..Block::default()
    })
}

/// Returns the states in the order of the segments, with their numbers.
const fn states(counts: &Counts) -> [(&'static Localized, u64); 4] {
    [
        (&top::DELIVERED, counts.delivered),
        (&delivery::FAILED, counts.failed),
        (&top::WAITING, counts.pending),
        (&delivery::OTHER_STATES, counts.unknown + counts.test),
    ]
}

fn plain(groups: impl Iterator<Item = (String, Totals)>) -> Vec<Named> {
    groups.map(|(name, totals)| Named { name, totals, is_rest: false }).collect()
}

/// Returns the rate of a bar, or `None` if it is of few messages.
fn rate(counts: &Counts) -> Option<Rate> {
    let (low, high) = counts.interval()?;
    (counts.ended() >= FEWEST).then_some(Rate { value: counts.rate()?, low, high })
}

fn described(context: &Context<'_>, named: &[Named]) -> String {
    let with_rate = || named.iter().filter_map(|one| Some((rate(&one.totals.counts)?.value, one)));
    let best = with_rate().max_by(|one, other| one.0.total_cmp(&other.0));
    let worst = with_rate().min_by(|one, other| one.0.total_cmp(&other.0));
    let (Some((best, best_one)), Some((worst, worst_one))) = (best, worst) else {
        return context.text(&delivery::DESC_NO_RATE).to_owned();
    };
    let (best, worst) = (context.words.percent(best), context.words.percent(worst));
    context.fill(
        &delivery::DESC_RATE,
        &[
            ("best", Arg::Text(&best)),
            ("best_name", Arg::Text(&best_one.name)),
            ("worst", Arg::Text(&worst)),
            ("worst_name", Arg::Text(&worst_one.name)),
        ],
    )
}

fn rate_table(context: &Context<'_>, title: &str, head: &str, named: &[Named]) -> Table {
    let row = |name: &str, totals: &Totals, is_rest: bool| {
        let counts = &totals.counts;
        let count = |n: u64| context.words.count(n);
        let cells = vec![
            count(counts.sent()),
            count(counts.delivered),
            count(counts.failed),
            context.rate(counts),
            context.interval(counts),
            count(counts.pending),
            count(counts.unknown),
            count(counts.test),
        ];
        Row { is_rest, ..Row::new(name, cells) }
    };
    let rows = named.iter().map(|one| row(&one.name, &one.totals, one.is_rest)).collect();
    let total = row(context.text(&delivery::TOTAL), &sum(named.iter().map(|one| one.totals)), false);
    let heads = [
        &delivery::SENT_SHORT,
        &top::DELIVERED,
        &delivery::FAILED,
        &delivery::RATE,
        &delivery::INTERVAL_HEAD,
        &top::WAITING,
        &delivery::UNKNOWN_SHORT,
        &delivery::TESTS,
    ];
    let heads: Vec<_> = std::iter::once(head).chain(heads.map(|head| context.text(head))).collect();
    let caption = context.fill(&delivery::TITLE_RATE, &[("title", Arg::Text(title))]);
    Table::new(caption, &heads, rows, Some(total))
}
