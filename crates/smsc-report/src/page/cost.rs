//! The cost: by balance, operator, sender and day, and the parts of messages.

use sms_outcome::Localized;

use super::context::{Context, Named, block, both, length, steps, sum};
use super::model::{Block, Colour, Row, Section, Table};
use super::periods::{Periods, periods};
use crate::catalog::{cost, delivery, top};
use crate::charts::{Bar, Column, Head, Scale, columns, values};
use crate::float::float;
use crate::words::Arg;
use crate::{Group, Money, Totals};

/// Returns the section, or `None` if there are no messages.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let figures = context.figures;
    if figures.totals.counts.sent() == 0 {
        return None;
    }
    let name = |without: &'static Localized| move |group: &Group| context.name(group, without);
    let mut blocks = Vec::new();
    let is_known = figures.totals.with_cost > 0;
    if is_known {
        blocks.push(summary(context));
        let operators = context.named(&figures.operators, name(&delivery::NO_OPERATOR));
        let senders = context.named(&figures.senders, name(&delivery::NO_SENDER));
        blocks.extend(by_group(context, "operator-cost", (&delivery::BY_OPERATOR, &delivery::OPERATOR), &operators));
        blocks.extend(by_group(context, "sender-cost", (&delivery::BY_SENDER, &delivery::SENDER), &senders));
        blocks.extend(by_day(context));
    }
    blocks.extend(parts(context));
    let intro = context.text(if is_known { &cost::COST_IS } else { &cost::NO_COST }).to_owned();
    Some(Section { id: "cost", title: context.text(&cost::COST), intro: vec![intro], points: Vec::new(), blocks })
}

/// Returns the sums by balance, beside those of the period before.
fn summary(context: &Context<'_>) -> Block {
    let now = &context.figures.totals;
    let before = context.figures.previous.as_ref().filter(|before| before.with_cost > 0);
    let row = |text, cell: &dyn Fn(&Totals) -> String| {
        Row::new(context.text(text), std::iter::once(now).chain(before).map(cell).collect())
    };
    let rows = vec![
        row(&cost::MAIN, &|totals| context.amount(totals.cost)),
        row(&cost::SECOND, &|totals| context.amount(totals.second_cost)),
        row(&cost::BOTH, &|totals| context.amount(both(totals))),
        row(&cost::OF_FAILED, &|totals| context.amount(totals.failed_cost)),
        row(&cost::PER_DELIVERED, &|totals| rounded(context, per_delivered(totals))),
    ];
    let head = |plain: &Localized, with: &Localized| match &context.currency {
        Some(currency) => context.fill(with, &[("currency", Arg::Text(currency))]),
        None => context.text(plain).to_owned(),
    };
    let mut heads = vec![context.text(&cost::MEASURE).to_owned(), head(&cost::AMOUNT, &cost::AMOUNT_IN)];
    heads.extend(before.map(|_| head(&cost::BEFORE, &cost::BEFORE_IN)));
    let heads: Vec<_> = heads.iter().map(String::as_str).collect();
    let title = context.text(&cost::SUMMARY);
    let table = Table::new(context.text(&cost::BALANCES), &heads, rows, None);
    Block { id: "cost-summary".to_owned(), title: title.to_owned(), table: Some(table), ..Block::default() }
}

/// Returns the cost from both balances for each delivered message, rounded to 1/10,000.
fn per_delivered(totals: &Totals) -> Option<Money> {
    let delivered = i128::from(totals.counts.delivered);
    let sum = both(totals).0;
    (delivered > 0).then(|| Money((sum + sum.signum() * (delivered / 2)) / delivered))
}

/// Returns a rounded amount with all its decimals, or a dash.
fn rounded(context: &Context<'_>, amount: Option<Money>) -> String {
    amount.map_or_else(|| "–".to_owned(), |amount| context.words.money_of(amount, 4))
}

fn by_group(context: &Context<'_>, id: &str, (title, head): (&Localized, &Localized), named: &[Named]) -> Option<Block> {
    let costs = || named.iter().map(|one| both(&one.totals));
    if named.iter().all(|one| one.totals.with_cost == 0) {
        return None;
    }
    let most = costs().map(length).fold(0.0, f64::max).max(1.0);
    let bars: Vec<_> = named
        .iter()
        .map(|one| Bar {
            name: one.name.clone(),
            value: context.amount(both(&one.totals)),
            length: segments(&one.totals, most),
            is_rest: one.is_rest,
        })
        .collect();
    let dearest = named.iter().max_by_key(|one| both(&one.totals))?;
    let description = described(context, &cost::DESC_COST, &dearest.name, &dearest.totals);
    let title = context.text(title);
    let table = cost_table(context, title, context.text(head), named);
    let block = block(id, title, &description, |head| values(head, &bars), table);
    Some(Block { legend: legend(context), ..block })
}

fn by_day(context: &Context<'_>) -> Option<Block> {
    let Periods { are_months, list } = periods(context);
    let dearest = list.iter().max_by_key(|period| both(&period.totals)).filter(|period| both(&period.totals).0 > 0)?;
    let (marks, most) = steps(length(both(&dearest.totals)) / 10_000.0);
    let column = |period: &super::periods::Period| Column {
        label: period.label.clone(),
        segments: segments(&period.totals, most * 10_000.0),
        whisker: None,
    };
    let all: Vec<_> = list.iter().map(column).collect();
    let scale: Scale = marks.into_iter().map(|mark| (mark / most, context.words.rounded(mark))).collect();
    let (title, head) = if are_months { (&delivery::BY_MONTH, &delivery::MONTH) } else { (&delivery::BY_DAY, &delivery::DAY) };
    let description = described(context, &cost::DESC_COST_DAYS, &dearest.name, &dearest.totals);
    let named: Vec<_> =
        list.iter().map(|period| Named { name: period.name.clone(), totals: period.totals, is_rest: false }).collect();
    let title = context.text(title);
    let table = cost_table(context, title, context.text(head), &named);
    let block = block("day-cost", title, &description, |head| columns(head, &scale, &all), table);
    Some(Block { legend: legend(context), ..block })
}

/// Returns the colours of the balances, if both were used.
fn legend(context: &Context<'_>) -> Vec<Colour> {
    if context.figures.totals.second_cost.0 == 0 {
        return Vec::new();
    }
    let colours = [("c0", &cost::MAIN), ("c1", &cost::SECOND)];
    colours.map(|(class, text)| Colour { class: class.to_owned(), text: context.text(text) }).into()
}

fn segments(totals: &Totals, most: f64) -> Vec<f64> {
    vec![length(totals.cost) / most, length(totals.second_cost) / most]
}

fn described(context: &Context<'_>, text: &Localized, name: &str, totals: &Totals) -> String {
    let cost = context.money(both(totals));
    context.fill(text, &[("name", Arg::Text(name)), ("cost", Arg::Text(&cost))])
}

fn cost_table(context: &Context<'_>, title: &str, head: &str, named: &[Named]) -> Table {
    let has_second = context.figures.totals.second_cost.0 != 0;
    let row = |name: &str, totals: &Totals, is_rest: bool| {
        let money = |amount: Money| context.amount(amount);
        let mut cells = vec![context.words.count(totals.counts.sent()), context.words.count(totals.counts.delivered)];
        cells.push(money(totals.cost));
        cells.extend(has_second.then(|| money(totals.second_cost)));
        cells.push(money(totals.failed_cost));
        cells.push(rounded(context, per_delivered(totals)));
        Row { is_rest, ..Row::new(name, cells) }
    };
    let rows = named.iter().map(|one| row(&one.name, &one.totals, one.is_rest)).collect();
    let total = row(context.text(&delivery::TOTAL), &sum(named.iter().map(|one| one.totals)), false);
    let main = if has_second { &cost::MAIN } else { &cost::COST };
    let mut heads = vec![head, context.text(&delivery::SENT_SHORT), context.text(&top::DELIVERED), context.text(main)];
    heads.extend(has_second.then(|| context.text(&cost::SECOND)));
    heads.extend([&cost::OF_FAILED_SHORT, &cost::PER_DELIVERED_SHORT].map(|head| context.text(head)));
    let caption = context.fill(&cost::TITLE_COST, &[("title", Arg::Text(title))]);
    let caption = match &context.currency {
        Some(currency) => context.fill(&cost::CAPTION_IN, &[("title", Arg::Text(&caption)), ("currency", Arg::Text(currency))]),
        None => caption,
    };
    Table::new(caption, &heads, rows, Some(total))
}

/// Returns the number of messages by their number of parts.
fn parts(context: &Context<'_>) -> Option<Block> {
    let parts = &context.figures.parts;
    let all: u64 = parts.messages.iter().sum();
    let most = *parts.messages.iter().max().filter(|most| **most > 0)?;
    let counted = || (1_u64..).zip(&parts.messages).filter(|(_, count)| **count > 0);
    let bars: Vec<_> = counted()
        .map(|(number, count)| Bar {
            name: context.fill(&cost::PARTS_OF, &[("n", Arg::Count(number))]),
            value: format!("{} · {}", context.words.count(*count), context.words.share(*count, all)),
            length: vec![float(*count) / float(most)],
            is_rest: false,
        })
        .collect();
    let row = |(number, count): (u64, &u64)| {
        Row::new(context.words.count(number), vec![context.words.count(*count), context.words.share(*count, all)])
    };
    let total = Row::new(context.text(&delivery::TOTAL), vec![context.words.count(all), context.words.share(all, all)]);
    let heads = [&cost::PART_COUNT, &delivery::MESSAGES, &delivery::SHARE].map(|head| context.text(head));
    let title = context.text(&cost::PARTS);
    let table = Table::new(title, &heads, counted().map(row).collect(), Some(total));
    let often = counted().max_by_key(|(_, count)| **count).map_or(1, |(number, _)| number);
    let often = context.fill(&cost::PARTS_OF, &[("n", Arg::Count(often))]);
    let description = context.fill(&cost::DESC_PARTS, &[("parts", Arg::Text(&often)), ("n", Arg::Count(most))]);
    let draw = |head: &Head<'_>| values(head, &bars);
    let block = block("parts", title, &description, draw, table);
    Some(Block { intro: vec![just_over(context)], ..block })
}

/// Returns a sentence about texts that are a little longer than a part.
fn just_over(context: &Context<'_>) -> String {
    let parts = &context.figures.parts;
    let all = Arg::Count(parts.with_text);
    if parts.with_text == 0 {
        return context.text(&cost::NO_TEXTS).to_owned();
    }
    if parts.just_over == 0 {
        return context.fill(&cost::NOT_JUST_OVER, &[("all", all)]);
    }
    let saved = context.money(parts.just_over_cost);
    context.fill(&cost::JUST_OVER, &[("n", Arg::Count(parts.just_over)), ("all", all), ("cost", Arg::Text(&saved))])
}
