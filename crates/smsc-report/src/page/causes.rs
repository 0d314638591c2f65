//! The causes of failures, by whose move it is, and the numbers not to write to.

use sms_outcome::{Cause as Mover, Localized};

use super::context::{Context, block, cost_head};
use super::model::{Block, Row, RowGroup, Section, Table};
use crate::catalog::{causes, delivery};
use crate::charts::{Bar, values};
use crate::float::float;
use crate::words::Arg;
use crate::{Cause, Money};

/// The causes of one mover.
struct Move<'a> {
    name: &'static str,
    is: &'static str,
    count: u64,
    cost: Money,
    causes: Vec<&'a Cause>,
}

/// Returns the section of the causes, or `None` if there are no messages.
pub(super) fn section(context: &Context<'_>) -> Option<Section> {
    let figures = context.figures;
    if figures.totals.counts.sent() == 0 {
        return None;
    }
    let failed = figures.totals.counts.failed;
    let intro = if failed == 0 && figures.causes.is_empty() {
        context.text(&causes::NO_CAUSES).to_owned()
    } else {
        context.fill(&causes::CAUSES_ARE, &[("n", Arg::Count(failed))])
    };
    let blocks = by_move(context).into_iter().collect();
    Some(Section { id: "causes", title: context.text(&causes::CAUSES), intro: vec![intro], points: Vec::new(), blocks })
}

fn by_move(context: &Context<'_>) -> Option<Block> {
    let moves = moves(context);
    let first = moves.first()?;
    let all: u64 = moves.iter().map(|one| one.count).sum();
    let bars: Vec<_> = moves
        .iter()
        .map(|one| Bar {
            name: one.name.to_owned(),
            value: format!("{} · {}", context.words.count(one.count), context.words.share(one.count, all)),
            length: vec![0.0, float(one.count) / float(all.max(1))],
            is_rest: false,
        })
        .collect();
    let description = context.fill(&causes::DESC_CAUSES, &[("name", Arg::Text(first.name)), ("n", Arg::Count(first.count))]);
    let title = context.text(&causes::WHOSE_MOVE);
    Some(block("causes-by-move", title, &description, |head| values(head, &bars), table(context, &moves, all)))
}

/// Returns the causes by mover: the movers of the most messages first, and so their causes.
fn moves<'a>(context: &Context<'a>) -> Vec<Move<'a>> {
    let mut moves: Vec<Move<'a>> = Vec::new();
    for cause in &context.figures.causes {
        let (name, is) = mover(cause.outcome.cause);
        let name = context.text(name);
        let at = moves.iter().position(|one| one.name == name).unwrap_or_else(|| {
            moves.push(Move { name, is: context.text(is), count: 0, cost: Money(0), causes: Vec::new() });
            moves.len() - 1
        });
        let one = &mut moves[at];
        one.count += cause.count;
        one.cost += cause.cost;
        one.causes.push(cause);
    }
    moves.sort_by_key(|one| std::cmp::Reverse(one.count));
    moves
}

fn table(context: &Context<'_>, moves: &[Move<'_>], all: u64) -> Table {
    let cells = |count: u64, cost: Money| vec![context.words.count(count), context.words.share(count, all), context.amount(cost)];
    let row = |cause: &&Cause| Row {
        name: context.text(&cause.outcome.title).to_owned(),
        note: Some(codes(context, cause)),
        text: Some(context.text(&cause.outcome.advice).to_owned()),
        ..Row::new("", cells(cause.count, cause.cost))
    };
    let group = |one: &Move<'_>| RowGroup {
        head: Some(Row { text: Some(one.is.to_owned()), ..Row::new(one.name, cells(one.count, one.cost)) }),
        rows: one.causes.iter().map(row).collect(),
    };
    let mut cost = Money(0);
    for one in moves {
        cost += one.cost;
    }
    Table {
        caption: context.text(&causes::CAUSES).to_owned(),
        heads: vec![
            context.text(&causes::REASON).to_owned(),
            context.text(&delivery::MESSAGES).to_owned(),
            context.text(&delivery::SHARE).to_owned(),
            cost_head(context),
        ],
        groups: moves.iter().map(group).collect(),
        total: Some(Row::new(context.text(&delivery::TOTAL), cells(all, cost))),
        is_long: false,
    }
}

/// Returns the codes of a cause, and its type if that is not SMS.
fn codes(context: &Context<'_>, cause: &Cause) -> String {
    let status = cause.status.to_string();
    let err = cause.err.map(|err| err.to_string());
    let text = if err.is_some() { &causes::CODES_ERR } else { &causes::CODES };
    let codes = context.fill(text, &[("status", Arg::Text(&status)), ("err", Arg::Text(err.as_deref().unwrap_or_default()))]);
    if cause.message_type == 0 {
        return codes;
    }
    let kind = crate::Group { name: Some(cause.message_type.to_string()), ..crate::Group::default() };
    format!("{}, {codes}", context.type_name(&kind))
}

const fn mover(cause: Mover) -> (&'static Localized, &'static Localized) {
    match cause {
        Mover::None => (&causes::NONE, &causes::NONE_IS),
        Mover::Recipient => (&causes::RECIPIENT, &causes::RECIPIENT_IS),
        Mover::Handset => (&causes::HANDSET, &causes::HANDSET_IS),
        Mover::Network => (&causes::NETWORK, &causes::NETWORK_IS),
        Mover::Content => (&causes::CONTENT, &causes::CONTENT_IS),
        Mover::Sender => (&causes::SENDER, &causes::SENDER_IS),
        Mover::Account => (&causes::ACCOUNT, &causes::ACCOUNT_IS),
        Mover::Request => (&causes::REQUEST, &causes::REQUEST_IS),
        Mover::Service => (&causes::SERVICE, &causes::SERVICE_IS),
    }
}

/// Returns the section of the numbers not to write to, or `None` if there are none.
pub(super) fn suppression(context: &Context<'_>) -> Option<Section> {
    let suppressed = &context.figures.suppressed;
    if suppressed.is_empty() {
        return None;
    }
    let row = |one: &crate::Suppressed| {
        let name = match one.reason {
            "phone" => context.text(&causes::SUPPRESS_PHONE),
            "email" => context.text(&causes::SUPPRESS_EMAIL),
            "viber" => context.text(&causes::SUPPRESS_VIBER),
            "social" => context.text(&causes::SUPPRESS_SOCIAL),
            other => other,
        };
        Row::new(name, vec![context.words.count(one.phones)])
    };
    let title = context.text(&causes::SUPPRESSION);
    let heads = [&causes::SUPPRESS_IN, &causes::NUMBERS].map(|head| context.text(head));
    let table = Table::new(title, &heads, suppressed.iter().map(row).collect(), None);
    Some(Section {
        id: "suppression",
        title,
        intro: vec![context.text(&causes::SUPPRESSION_IS).to_owned()],
        points: Vec::new(),
        blocks: vec![Block { id: "suppressed".to_owned(), table: Some(table), ..Block::default() }],
    })
}
