//! The days of rows, in UTC.

use std::collections::BTreeMap;

use arrow_array::cast::AsArray;
use arrow_array::types::TimestampMicrosecondType;
use arrow_array::{Array as _, ArrayRef, RecordBatch, UInt32Array};
use arrow_schema::ArrowError;
use arrow_select::take::take_record_batch;
use jiff::Span;
use jiff::civil::{Date, date};

/// The number of microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// The number of days since 1970-01-01; `None` for a row without a time, or with one that no date has.
pub(super) type Day = Option<i64>;

/// Returns the date of a day, or `None` after the year 9999.
pub(super) fn date_of(day: i64) -> Option<Date> {
    date(1970, 1, 1).checked_add(Span::new().try_days(day).ok()?).ok()
}

/// Returns the name of the folder of a day, as Hive names it.
pub(super) fn folder_of(day: Day) -> String {
    day.and_then(date_of).map_or_else(|| "day=__HIVE_DEFAULT_PARTITION__".to_owned(), |date| format!("day={date}"))
}

/// Divides the rows of a batch by their days. The day of a row is that of the first column of times
/// which has one.
pub(super) fn by_day(batch: &RecordBatch, times: &[ArrayRef]) -> Result<Vec<(Day, RecordBatch)>, ArrowError> {
    let times: Vec<_> = times.iter().map(AsArray::as_primitive::<TimestampMicrosecondType>).collect();
    let day_of = |row: usize| {
        let time = times.iter().find(|times| times.is_valid(row)).map(|times| times.value(row));
        time.map(|time| time.div_euclid(DAY)).filter(|day| date_of(*day).is_some())
    };
    let mut rows: BTreeMap<Day, Vec<u32>> = BTreeMap::new();
    // A batch has far fewer rows than u32::MAX.
    for (row, index) in (0..batch.num_rows()).zip(0_u32..) {
        rows.entry(day_of(row)).or_default().push(index);
    }
    rows.into_iter().map(|(day, rows)| Ok((day, take_record_batch(batch, &UInt32Array::from(rows))?))).collect()
}
