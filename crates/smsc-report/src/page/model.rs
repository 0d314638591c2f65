//! The values that a template has. Numbers, times and amounts are texts in the page's language;
//! docs/report.md describes each name.

use minijinja::Value;
use serde::Serialize;

use crate::Figures;

/// The most rows of a table that is shown as a whole.
const LONG: usize = 18;

/// All values of a template.
#[derive(Debug, Serialize)]
pub(super) struct Model<'a> {
    #[serde(flatten)]
    pub(super) head: Head,
    pub(super) cards: Vec<Card>,
    pub(super) notices: Vec<Notice>,
    pub(super) strip: Vec<Item>,
    pub(super) sections: Vec<Section>,
    /// The style of the built-in template.
    pub(super) style: Value,
    pub(super) figures: &'a Figures,
}

/// The values of the whole page.
#[derive(Debug, Serialize)]
pub(super) struct Head {
    pub(super) lang: &'static str,
    pub(super) title: String,
    /// Sentences about the period, the latest data and the zone.
    pub(super) period: Vec<String>,
    /// A sentence if there are no messages.
    pub(super) empty: Option<&'static str>,
    pub(super) words: HeadWords,
}

/// The words of the built-in template.
#[derive(Debug, Serialize)]
pub(super) struct HeadWords {
    pub(super) contents: &'static str,
    pub(super) notices: &'static str,
    pub(super) no_notices: &'static str,
}

/// One of the four figures on top.
#[derive(Debug, Serialize)]
pub(super) struct Card {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) value: String,
    /// A second value of the same size: the delivery rate.
    pub(super) accent: Option<String>,
    pub(super) details: Vec<String>,
    /// The period before.
    pub(super) before: Option<String>,
}

/// Something that needs somebody.
#[derive(Debug, Serialize)]
pub(super) struct Notice {
    pub(super) kind: &'static str,
    pub(super) label: &'static str,
    pub(super) text: String,
    pub(super) advice: String,
}

/// A short statement about the data.
#[derive(Debug, Serialize)]
pub(super) struct Item {
    pub(super) text: String,
    pub(super) is_bad: bool,
}

/// A section of the page.
#[derive(Debug, Serialize)]
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) intro: Vec<String>,
    /// Statements of a list under the introduction.
    pub(super) points: Vec<String>,
    pub(super) blocks: Vec<Block>,
}

/// A chart with its table, or one of them.
#[derive(Debug, Default, Serialize)]
pub(super) struct Block {
    pub(super) id: String,
    pub(super) title: String,
    /// Sentences before the chart.
    pub(super) intro: Vec<String>,
    /// The meanings of the colours.
    pub(super) legend: Vec<Colour>,
    /// The chart as SVG.
    pub(super) chart: Option<Value>,
    pub(super) table: Option<Table>,
}

/// A colour of a chart.
#[derive(Debug, Serialize)]
pub(super) struct Colour {
    pub(super) class: String,
    pub(super) text: &'static str,
}

/// A table.
#[derive(Debug, Serialize)]
pub(super) struct Table {
    pub(super) caption: String,
    /// The heads of the columns, with that of the names first.
    pub(super) heads: Vec<String>,
    pub(super) groups: Vec<RowGroup>,
    pub(super) total: Option<Row>,
    /// Set if the table has more rows than a screen should show at once.
    pub(super) is_long: bool,
}

/// Rows with a common head, or all rows of a table.
#[derive(Debug, Serialize)]
pub(super) struct RowGroup {
    pub(super) head: Option<Row>,
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Default, Serialize)]
pub(super) struct Row {
    pub(super) name: String,
    /// A remark after the name.
    pub(super) note: Option<String>,
    /// A text under the name.
    pub(super) text: Option<String>,
    pub(super) cells: Vec<String>,
    /// Set for the sum of further groups.
    pub(super) is_rest: bool,
}

impl Row {
    /// Returns a row with a name and its cells.
    pub(super) fn new(name: impl Into<String>, cells: Vec<String>) -> Self {
        Self { name: name.into(), cells, ..Self::default() }
    }
}

impl Table {
    /// Returns a table of rows without groups.
    pub(super) fn new(caption: impl Into<String>, heads: &[&str], rows: Vec<Row>, total: Option<Row>) -> Self {
        let heads = heads.iter().map(|head| (*head).to_owned()).collect();
        let is_long = rows.len() > LONG;
        Self { caption: caption.into(), heads, groups: vec![RowGroup { head: None, rows }], total, is_long }
    }
}
