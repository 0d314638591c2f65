//! The options of a reader.

use smsc_proto::{Format, Query};

use crate::column::Column;
use crate::condition::{Operand, Operator};

/// The number of rows of a batch, unless it is set.
const BATCH_ROWS: usize = 1 << 14;

/// The options of a [`Reader`](crate::Reader): the query of the replies, the columns and the rows.
///
/// ```
/// use smsc_columns::{Column, Operand, Operator, Options};
/// use smsc_proto::{Charset, Detail, Field, Format, Query};
///
/// let query = Query::new(Format::Values, Detail::Full).batch().charset(Charset::Utf8);
/// let failed = (Column::State, Operator::Eq, vec![Operand::from("failed")]);
/// let options = Options::new(query)
///     .columns(&[Column::Wire(Field::Phone), Column::Cause])
///     .only(failed)
///     .batch_rows(10_000);
/// ```
#[derive(Clone, Debug)]
pub struct Options {
    pub(crate) query: Query<'static>,
    pub(crate) is_any_format: bool,
    pub(crate) columns: Vec<Column>,
    pub(crate) conditions: Vec<(Column, Operator, Vec<Operand>)>,
    pub(crate) dictionary: bool,
    pub(crate) batch_rows: usize,
    pub(crate) limit: Option<usize>,
    pub(crate) threads: usize,
}

impl Options {
    /// Creates the options for replies to this query: all columns, without dictionaries, in batches of
    /// 16,384 rows, on one thread.
    #[must_use]
    pub fn new(query: Query<'static>) -> Self {
        Self {
            query,
            is_any_format: false,
            columns: Column::all().collect(),
            conditions: Vec::new(),
            dictionary: false,
            batch_rows: BATCH_ROWS,
            limit: None,
            threads: 1,
        }
    }

    /// Returns the options for replies in any format: the first bytes of each tell it, and the column
    /// `fmt` has it. The other settings are those of the query.
    #[must_use]
    pub fn any_format(self) -> Self {
        Self { is_any_format: true, ..self }
    }

    /// Returns the options with these columns, in this order. Others are not decoded.
    #[must_use]
    pub fn columns(self, columns: &[Column]) -> Self {
        Self { columns: columns.to_vec(), ..self }
    }

    /// Returns the options with one more condition: rows for which it does not hold are left out.
    /// The column need not be among the [`columns`](Self::columns).
    #[must_use]
    pub fn only(mut self, condition: (Column, Operator, Vec<Operand>)) -> Self {
        self.conditions.push(condition);
        self
    }

    /// Returns the options with dictionaries for texts of which a table has few different ones.
    #[must_use]
    pub fn dictionary(self, dictionary: bool) -> Self {
        Self { dictionary, ..self }
    }

    /// Returns the options with this number of rows in a batch, at least 1. A batch with long texts may
    /// have fewer.
    #[must_use]
    pub fn batch_rows(self, rows: usize) -> Self {
        Self { batch_rows: rows.max(1), ..self }
    }

    /// Returns the options for at most this number of rows.
    #[must_use]
    pub fn limit(self, rows: usize) -> Self {
        Self { limit: Some(rows), ..self }
    }

    /// Returns the options with this number of threads that parse, besides the one that calls the reader and
    /// reads the sources. The rows are the same in the same order; a batch may have fewer. Memory is
    /// that of about two batches more for each thread.
    ///
    /// Long replies in fmt 0 and 1 are parsed by several threads, and so are several short ones. With 0 or
    /// 1, with a [`limit`](Self::limit), and for long replies in fmt 2 and 3, the calling thread parses.
    #[must_use]
    pub fn threads(self, threads: usize) -> Self {
        Self { threads, ..self }
    }

    /// Returns the query of a reply that starts with these bytes.
    pub(crate) fn query_of(&self, start: &[u8]) -> Query<'static> {
        if self.is_any_format { self.query.format(Format::of_body(start).unwrap_or(self.query.get_format())) } else { self.query }
    }
}
