//! The parts that all sections use.

use minijinja::Value;
use sms_outcome::Localized;
use smsc_proto::Lang;
use visible_text::Visible;

use super::model::{Block, Table};
use crate::catalog::{causes, cost, delivery};
use crate::charts::Head;
use crate::float::float;
use crate::words::{Arg, Words, is_in_hundredths};
use crate::{Breakdown, Counts, Figures, Group, Money, Totals};

/// The fewest messages at their end that a rate is shown of.
pub(super) const FEWEST: u64 = 30;

/// The figures, and the words for them.
pub(super) struct Context<'a> {
    pub(super) figures: &'a Figures,
    pub(super) words: Words,
    pub(super) lang: Lang,
    pub(super) currency: Option<String>,
    /// The decimals that all amounts in tables have, so that their points are in line.
    decimals: usize,
}

/// A group with its name in words.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) totals: Totals,
    /// Set for the sum of further groups.
    pub(super) is_rest: bool,
}

impl<'a> Context<'a> {
    pub(super) fn new(figures: &'a Figures, lang: Lang) -> Self {
        let currency = figures.period.currency.as_deref().map(visible);
        Self { figures, words: Words(lang), lang, currency, decimals: decimals(figures) }
    }

    /// Returns a text of the catalog.
    pub(super) const fn text(&self, text: &Localized) -> &'static str {
        self.words.text(text)
    }

    /// Returns a text of the catalog with its placeholders replaced.
    pub(super) fn fill(&self, text: &Localized, args: &[(&str, Arg<'_>)]) -> String {
        self.words.fill(text, args)
    }

    /// Returns an amount with the currency.
    pub(super) fn money(&self, amount: Money) -> String {
        self.words.money_in(amount, self.currency.as_deref())
    }

    /// Returns an amount for a table or a bar.
    pub(super) fn amount(&self, amount: Money) -> String {
        self.words.money_of(amount, self.decimals)
    }

    /// Returns the delivery rate, the fraction if it is of few messages, or a dash.
    pub(super) fn rate(&self, counts: &Counts) -> String {
        match counts.rate() {
            None => "–".to_owned(),
            Some(rate) if counts.ended() >= FEWEST => self.words.percent(rate),
            Some(_) => self.fraction(counts.delivered, counts.ended()),
        }
    }

    /// Returns a number of another one: `12 of 15`.
    pub(super) fn fraction(&self, part: u64, all: u64) -> String {
        self.fill(&delivery::OF, &[("part", Arg::Count(part)), ("all", Arg::Count(all))])
    }

    /// Returns the interval of the rate, or a dash if no rate is shown.
    pub(super) fn interval(&self, counts: &Counts) -> String {
        match counts.interval() {
            Some((low, high)) if counts.ended() >= FEWEST => self.words.percents(low, high),
            _ => "–".to_owned(),
        }
    }

    /// Returns the groups of a breakdown with their names, and the further ones as the last.
    pub(super) fn named(&self, breakdown: &Breakdown, name: impl Fn(&Group) -> String) -> Vec<Named> {
        let groups = breakdown.groups.iter().map(|group| Named { name: name(group), totals: group.totals, is_rest: false });
        let others = breakdown.others.as_ref().map(|others| Named {
            name: self.fill(&delivery::OTHERS, &[("n", Arg::Count(breakdown.others_count))]),
            totals: others.totals,
            is_rest: true,
        });
        groups.chain(others).collect()
    }

    /// Returns the name of a group as it was received, or a text for messages without one.
    pub(super) fn name(&self, group: &Group, without: &Localized) -> String {
        group.name.as_deref().filter(|name| !name.trim().is_empty()).map_or_else(|| self.text(without).to_owned(), visible)
    }

    /// Returns the name of a type of messages.
    pub(super) fn type_name(&self, group: &Group) -> String {
        let Some(number) = group.name.as_deref() else { return self.text(&delivery::NO_TYPE).to_owned() };
        let known = match number {
            "0" => &causes::TYPE_0,
            "1" => &causes::TYPE_1,
            "2" => &causes::TYPE_2,
            "3" => &causes::TYPE_3,
            "4" => &causes::TYPE_4,
            "5" => &causes::TYPE_5,
            "6" => &causes::TYPE_6,
            "7" => &causes::TYPE_7,
            "8" => &causes::TYPE_8,
            "10" => &causes::TYPE_10,
            "12" => &causes::TYPE_12,
            _ => return self.fill(&causes::TYPE_OTHER, &[("n", Arg::Text(&visible(number)))]),
        };
        self.text(known).to_owned()
    }
}

/// Returns a chart with its table. `draw` gets the id, the title and the description.
pub(super) fn block(id: &str, title: &str, description: &str, draw: impl Fn(&Head<'_>) -> String, table: Table) -> Block {
    let chart = draw(&Head { id: &format!("chart-{id}"), title: &table.caption, description });
    let chart = Some(Value::from_safe_string(chart));
    Block { id: id.to_owned(), title: title.to_owned(), chart, table: Some(table), ..Block::default() }
}

/// Returns the decimals that are enough for all amounts: two or four.
fn decimals(figures: &Figures) -> usize {
    let groups = [&figures.operators, &figures.senders].into_iter().flat_map(|one| one.groups.iter().chain(&one.others));
    let totals = groups.map(|group| &group.totals).chain(figures.days.iter().map(|(_, totals)| totals));
    let totals = totals.chain([&figures.totals]).chain(&figures.previous);
    let mut amounts = totals.flat_map(|totals| [totals.cost, totals.second_cost, totals.failed_cost]);
    if amounts.all(is_in_hundredths) { 2 } else { 4 }
}

/// Returns the head of a column of amounts.
pub(super) fn cost_head(context: &Context<'_>) -> String {
    let title = context.text(&cost::COST);
    context.currency.as_deref().map_or_else(
        || title.to_owned(),
        |currency| context.fill(&cost::CAPTION_IN, &[("title", Arg::Text(title)), ("currency", Arg::Text(currency))]),
    )
}

/// Returns a text from outside with escapes for its invisible characters.
pub(super) fn visible(text: impl AsRef<str>) -> String {
    Visible(text.as_ref()).to_string()
}

/// Returns the sum of totals.
pub(super) fn sum(totals: impl IntoIterator<Item = Totals>) -> Totals {
    let mut sum = Totals::default();
    for one in totals {
        sum.counts.delivered += one.counts.delivered;
        sum.counts.failed += one.counts.failed;
        sum.counts.pending += one.counts.pending;
        sum.counts.unknown += one.counts.unknown;
        sum.counts.test += one.counts.test;
        sum.cost += one.cost;
        sum.second_cost += one.second_cost;
        sum.failed_cost += one.failed_cost;
        sum.with_cost += one.with_cost;
    }
    sum
}

/// Returns the cost from both balances.
pub(super) fn both(totals: &Totals) -> Money {
    let mut both = totals.cost;
    both += totals.second_cost;
    both
}

/// Returns an amount as a number for the length of a bar.
pub(super) fn length(amount: Money) -> f64 {
    float(u64::try_from(amount.0.max(0)).unwrap_or(u64::MAX))
}

/// Returns the steps of a scale from 0 to a round number that is at least `most`, three or four, and
/// that number.
pub(super) fn steps(most: f64) -> (Vec<f64>, f64) {
    let rough = (most / 4.0).max(f64::MIN_POSITIVE);
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough).unwrap_or(rough);
    let count = (most / step).ceil().max(1.0);
    let steps = (0..=4).map(f64::from).filter(|index| *index <= count).map(|index| index * step).collect();
    (steps, count * step)
}
