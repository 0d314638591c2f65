//! The head of the page, and the four figures on top.

use sms_outcome::Localized;

use super::context::{Context, FEWEST, length, visible};
use super::model::{Card, Head, HeadWords};
use crate::Totals;
use crate::catalog::top;
use crate::float::float;
use crate::words::{Arg, Words};

/// Returns the title, the period, and the words of the template.
pub(super) fn head(context: &Context<'_>, title: Option<&str>) -> Head {
    let has_messages = context.figures.totals.counts.sent() > 0;
    Head {
        lang: context.lang.name(),
        title: title.map_or_else(|| context.text(&top::TITLE).to_owned(), visible),
        period: period(context),
        empty: (!has_messages).then(|| context.text(&top::NO_MESSAGES)),
        words: HeadWords {
            contents: context.text(&top::CONTENTS),
            notices: context.text(&top::NOTICES),
            no_notices: context.text(&top::NO_NOTICES),
        },
    }
}

fn period(context: &Context<'_>) -> Vec<String> {
    let period = &context.figures.period;
    let date = |time: Option<u64>| Some(context.words.date(&Words::day_of(time?, &period.zone)?));
    let mut sentences = Vec::new();
    match (date(period.first), date(period.last)) {
        (Some(first), Some(last)) if first == last => {
            sentences.push(context.fill(&top::PERIOD_DAY, &[("first", Arg::Text(&first))]));
        }
        (Some(first), Some(last)) => {
            sentences.push(context.fill(&top::PERIOD, &[("first", Arg::Text(&first)), ("last", Arg::Text(&last))]));
        }
        _ if context.figures.totals.counts.sent() > 0 => sentences.push(context.text(&top::PERIOD_UNKNOWN).to_owned()),
        _ => {}
    }
    if let Some(time) = period.until.and_then(|until| context.words.date_time(until, &period.zone)) {
        sentences.push(context.fill(&top::UNTIL, &[("time", Arg::Text(&time))]));
    }
    if !period.zone.is_empty() && !sentences.is_empty() {
        sentences.push(context.fill(&top::ZONE, &[("zone", Arg::Text(&visible(&period.zone)))]));
    }
    sentences
}

/// Returns the four figures, with the period before if it is known.
pub(super) fn cards(context: &Context<'_>) -> Vec<Card> {
    vec![sent(context), delivered(context), waiting(context), cost(context)]
}

fn sent(context: &Context<'_>) -> Card {
    let counts = &context.figures.totals.counts;
    let mut details = Vec::new();
    if counts.test > 0 {
        details.push(context.fill(&top::SENT_TESTS, &[("n", Arg::Count(counts.test))]));
    }
    let (value, before) = counted(context, |totals| totals.counts.sent());
    Card { id: "sent", title: context.text(&top::SENT), value, accent: None, details, before }
}

fn delivered(context: &Context<'_>) -> Card {
    let counts = &context.figures.totals.counts;
    let n = Arg::Count(counts.ended());
    let mut accent = None;
    let details = match (counts.rate(), counts.interval()) {
        (Some(rate), Some((low, high))) if counts.ended() >= FEWEST => {
            accent = Some(context.words.percent(rate));
            let interval = context.words.percents(low, high);
            vec![context.fill(&top::RATE_OF, &[("n", n)]), context.fill(&top::INTERVAL, &[("interval", Arg::Text(&interval))])]
        }
        (Some(_), _) => vec![context.fill(&top::FRACTION_OF, &[("delivered", Arg::Count(counts.delivered)), ("n", n)])],
        _ => vec![context.text(&top::NONE_ENDED).to_owned()],
    };
    let value = context.words.count(counts.delivered);
    Card { id: "delivered", title: context.text(&top::DELIVERED), value, accent, details, before: rate_before(context) }
}

/// Returns the rate of the period before and the difference, or its fraction if it is of few
/// messages.
fn rate_before(context: &Context<'_>) -> Option<String> {
    let before = &context.figures.previous.as_ref()?.counts;
    let now = &context.figures.totals.counts;
    let mut value = context.rate(before);
    if let (Some(was), Some(is)) = (before.rate(), now.rate())
        && before.ended().min(now.ended()) >= FEWEST
    {
        let points = context.words.signed((is - was) * 100.0);
        let change = context.fill(&top::POINTS, &[("points", Arg::Text(&points))]);
        value = changed(context, &value, Some(change));
    }
    Some(in_sentence(context, &top::BEFORE, &value))
}

fn waiting(context: &Context<'_>) -> Card {
    let counts = &context.figures.totals.counts;
    let mut details = vec![context.text(&top::ON_THEIR_WAY).to_owned()];
    if counts.unknown > 0 {
        details.push(context.fill(&top::AND_UNKNOWN, &[("n", Arg::Count(counts.unknown))]));
    }
    let (value, before) = counted(context, |totals| totals.counts.pending);
    Card { id: "waiting", title: context.text(&top::WAITING), value, accent: None, details, before }
}

fn cost(context: &Context<'_>) -> Card {
    let totals = &context.figures.totals;
    let sent = totals.counts.sent();
    let mut details = Vec::new();
    if totals.with_cost > 0 {
        details.push(context.text(&top::MAIN_BALANCE).to_owned());
    }
    if totals.second_cost.0 != 0 {
        let cost = context.money(totals.second_cost);
        details.push(context.fill(&top::SECOND_BALANCE, &[("cost", Arg::Text(&cost))]));
    }
    if totals.with_cost < sent {
        let known = context.words.count(totals.with_cost);
        details.push(context.fill(&top::COST_PARTLY, &[("known", Arg::Text(&known)), ("n", Arg::Count(sent))]));
    }
    if context.currency.is_none() && totals.with_cost > 0 {
        details.push(context.text(&top::NO_CURRENCY).to_owned());
    }
    let value = if totals.with_cost > 0 { context.money(totals.cost) } else { "–".to_owned() };
    let before = context.figures.previous.as_ref().filter(|before| before.with_cost > 0).map(|before| {
        let change = context.words.change(length(before.cost), length(totals.cost));
        in_sentence(context, &top::BEFORE, &changed(context, &context.money(before.cost), change))
    });
    Card { id: "cost", title: context.text(&top::COST), value, accent: None, details, before }
}

/// Returns a number, and that of the period before with the change.
fn counted(context: &Context<'_>, number: impl Fn(&Totals) -> u64) -> (String, Option<String>) {
    let now = number(&context.figures.totals);
    let before = context.figures.previous.as_ref().map(|previous| {
        let was = number(previous);
        let change = context.words.change(float(was), float(now));
        in_sentence(context, &top::BEFORE, &changed(context, &context.words.count(was), change))
    });
    (context.words.count(now), before)
}

fn changed(context: &Context<'_>, value: &str, change: Option<String>) -> String {
    change.map_or_else(
        || value.to_owned(),
        |change| context.fill(&top::CHANGE, &[("value", Arg::Text(value)), ("change", Arg::Text(&change))]),
    )
}

fn in_sentence(context: &Context<'_>, sentence: &Localized, value: &str) -> String {
    context.fill(sentence, &[("value", Arg::Text(value))])
}
