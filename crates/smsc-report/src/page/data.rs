//! The lookups, the quality of the data, and the comparison with the statistics of the account.

use sms_outcome::Localized;

use super::context::Context;
use super::model::{Block, Item, Row, Section, Table};
use crate::Money;
use crate::catalog::{cost, data, delivery, top};
use crate::words::Arg;

/// Returns the section of the lookups, or `None` if there are none and no operator is known.
pub(super) fn lookups(context: &Context<'_>) -> Option<Section> {
    let lookups = &context.figures.lookups;
    if lookups.types.is_empty() && lookups.with_operators == 0 {
        return None;
    }
    let mut points = Vec::new();
    if lookups.with_operators > 0 {
        let share = context.words.share(lookups.ported, lookups.with_operators);
        points.push(context.fill(
            &data::PORTED,
            &[("n", Arg::Count(lookups.ported)), ("all", Arg::Count(lookups.with_operators)), ("share", Arg::Text(&share))],
        ));
    }
    let row = |group: &crate::Group| {
        let counts = &group.totals.counts;
        let numbers = [counts.sent(), counts.delivered, counts.failed, counts.pending, counts.unknown];
        let mut cells: Vec<_> = numbers.map(|n| context.words.count(n)).into();
        cells.push(context.money(super::context::both(&group.totals)));
        Row::new(context.type_name(group), cells)
    };
    let heads = [&delivery::TYPE, &top::SENT, &data::REACHABLE, &data::UNREACHABLE, &top::WAITING, &delivery::UNKNOWN, &cost::COST];
    let title = context.text(&data::LOOKUPS);
    let table = Table::new(title, &heads.map(|head| context.text(head)), lookups.types.iter().map(row).collect(), None);
    let block = Block { id: "lookup-types".to_owned(), table: Some(table), ..Block::default() };
    Some(Section {
        id: "lookups",
        title,
        intro: vec![context.text(&data::LOOKUPS_ARE).to_owned()],
        points,
        blocks: if lookups.types.is_empty() { Vec::new() } else { vec![block] },
    })
}

/// Returns short statements about the data for the first screen.
pub(super) fn strip(context: &Context<'_>) -> Vec<Item> {
    let quality = &context.figures.quality;
    let item = |text: &Localized, n: u64, is_bad: bool| Item { text: context.fill(text, &[("n", Arg::Count(n))]), is_bad };
    let faults = [
        (&data::STRIP_MALFORMED, quality.malformed),
        (&data::STRIP_API_ERRORS, quality.api_errors),
        (&data::STRIP_AMBIGUOUS, quality.ambiguous),
        (&data::STRIP_NOT_FOUND, quality.not_found),
        (&data::STRIP_UNKNOWN, quality.unknown_codes),
        (&data::STRIP_TIME, quality.without_time),
        (&data::STRIP_COST, quality.without_cost),
        (&data::STRIP_KEY, quality.without_key),
    ];
    let mut items = vec![item(&data::STRIP_RECORDS, quality.records, false)];
    items.extend(faults.iter().filter(|(_, n)| *n > 0).map(|(text, n)| item(text, *n, true)));
    if items.len() == 1 && quality.records > 0 {
        items.push(item(&data::STRIP_CLEAN, 0, false));
    }
    items
}

/// Returns the section of the quality, with the meaning of each number.
pub(super) fn quality(context: &Context<'_>) -> Section {
    let quality = &context.figures.quality;
    let rows = [
        (&data::RECORDS, &data::RECORDS_IS, quality.records),
        (&data::MERGED, &data::MERGED_IS, quality.merged),
        (&data::MALFORMED, &data::MALFORMED_IS, quality.malformed),
        (&data::API_ERRORS, &data::API_ERRORS_IS, quality.api_errors),
        (&data::AMBIGUOUS, &data::AMBIGUOUS_IS, quality.ambiguous),
        (&data::NOT_FOUND, &data::NOT_FOUND_IS, quality.not_found),
        (&data::UNKNOWN_CODES, &data::UNKNOWN_CODES_IS, quality.unknown_codes),
        (&data::WITHOUT_TIME, &data::WITHOUT_TIME_IS, quality.without_time),
        (&data::WITHOUT_COST, &data::WITHOUT_COST_IS, quality.without_cost),
        (&data::WITHOUT_KEY, &data::WITHOUT_KEY_IS, quality.without_key),
    ];
    let row = |(name, is, n): (&Localized, &Localized, u64)| Row {
        text: Some(context.text(is).to_owned()),
        ..Row::new(context.text(name), vec![context.words.count(n)])
    };
    let title = context.text(&data::QUALITY);
    let heads = [&data::ITEM, &data::COUNT].map(|head| context.text(head));
    let table = Table::new(title, &heads, rows.into_iter().map(row).collect(), None);
    Section {
        id: "quality",
        title,
        intro: vec![context.text(&data::QUALITY_IS).to_owned()],
        points: Vec::new(),
        blocks: vec![Block { id: "quality-table".to_owned(), table: Some(table), ..Block::default() }],
    }
}

/// Returns the comparison with the statistics, or `None` if there are no statistics.
pub(super) fn reconciliation(context: &Context<'_>) -> Option<Section> {
    let compared = context.figures.reconciliation.as_ref()?;
    let words = context.words;
    let (messages, replies) = compared.messages;
    let (cost, reply_cost) = compared.cost;
    let difference = Money(reply_cost.0.saturating_sub(cost.0));
    let signed = if difference.0 > 0 { format!("+{}", words.money(difference)) } else { words.money(difference) };
    let rows = vec![
        Row::new(
            context.text(&cost::MESSAGES),
            vec![words.count(messages), words.count(replies), words.difference(replies, messages)],
        ),
        Row::new(super::context::cost_head(context), vec![words.money(cost), words.money(reply_cost), signed]),
    ];
    let heads = [&cost::MEASURE, &cost::STATISTICS, &cost::REPLIES, &cost::DIFFERENCE].map(|head| context.text(head));
    let title = context.text(&cost::RECONCILIATION);
    let is_equal = messages == replies && difference.0 == 0;
    let verdict = if is_equal { &cost::MATCHES } else { &cost::DIFFERS };
    let table = Table::new(title, &heads, rows, None);
    Some(Section {
        id: "reconciliation",
        title,
        intro: [&cost::RECONCILIATION_IS, verdict].map(|text| context.text(text).to_owned()).into(),
        points: if is_equal { Vec::new() } else { reasons(context) },
        blocks: vec![Block { id: "reconciliation-table".to_owned(), table: Some(table), ..Block::default() }],
    })
}

/// Returns what a difference can come from.
fn reasons(context: &Context<'_>) -> Vec<String> {
    let figures = context.figures;
    let mut reasons = vec![&cost::REASON_LOGINS, &cost::REASON_BORDERS, &cost::REASON_REFUNDS];
    if figures.totals.second_cost.0 != 0 {
        reasons.push(&cost::REASON_SECOND);
    }
    let mut reasons: Vec<_> = reasons.into_iter().map(|text| context.text(text).to_owned()).collect();
    reasons.push(context.fill(&cost::REASON_MISSING, &[("n", Arg::Count(figures.quality.without_cost))]));
    reasons
}
