//! Collects the figures of records, a batch at a time.

use std::fmt;

use arrow_array::{Array as _, RecordBatch};
use smsc_columns::Column;
use smsc_proto::StatusCode;

use crate::error::Error;
use crate::figures::{Figures, Quality};
use crate::finish::figures;
use crate::key::{Id, Key, Phone};
use crate::messages::Messages;
use crate::names::{NONE, Names};
use crate::options::Options;
use crate::report::Report;
use crate::rows::{Rows, columns, seconds, str_of, value};
use crate::suppression::Suppression;
use crate::tally::Tally;
use crate::text_parts::TextParts;
use crate::zone::{Offsets, Zone};

/// A collector of figures. Records are read once: each batch is added, and dropped.
///
/// Reports of one message are merged by the rules of [sms-tracker](sms_tracker), which takes about
/// 100 bytes of memory for each message; with [`Options::merged`], memory is by groups alone.
///
/// ```
/// use smsc_columns::{Reader, Source};
/// use smsc_proto::{Charset, Detail, Format, Query};
/// use smsc_report::{Collector, Options};
///
/// // fmt=1&all=1: the message is on its way, and then delivered.
/// let reply = "0,1760080202,0,1760080202,79990000020,2.12,GLOBUS,Передано оператору,Hello,,0,101\n\
///              1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Доставлено,Hello,,0,101\n";
/// let query = Query::new(Format::Values, Detail::Message).batch().charset(Charset::Utf8);
/// let options = smsc_columns::Options::new(query).columns(&Collector::columns());
/// let mut reader = Reader::new(&options, [Source::bytes("reply", reply.as_bytes())])?;
///
/// let mut collector = Collector::new(Options::new())?;
/// while let Some(batch) = reader.next_batch()? {
///     collector.add(&batch)?;
/// }
/// let summary = collector.finish();
/// let totals = summary.figures.totals;
/// assert_eq!((totals.counts.sent(), totals.counts.delivered, totals.cost.to_string()), (1, 1, "2.1200".to_owned()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Collector {
    options: Options,
    /// The texts of groups.
    names: Names,
    /// The texts of ids and phones.
    keys: Names,
    messages: Messages,
    /// The messages that are not merged.
    others: Vec<(Option<Phone>, Report)>,
    tally: Tally,
    quality: Quality,
    offsets: Offsets,
    until: u64,
    /// The times of sending that are in the period, if the zone is known before the end.
    period: Option<[u64; 2]>,
}

/// The result of a [`Collector`].
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Summary {
    /// The figures.
    pub figures: Figures,
    /// The phones not to be written to any more, sorted.
    pub suppression: Vec<Suppression>,
}

impl Collector {
    /// Creates a collector without a record.
    ///
    /// # Errors
    ///
    /// If there is a period, messages are not merged, and the zone is not known.
    pub fn new(options: Options) -> Result<Self, Error> {
        if options.has_period() && options.is_merged && options.zone.is_none() {
            return Err(Error::PeriodWithoutZone);
        }
        Ok(Self {
            names: Names::default(),
            keys: Names::default(),
            messages: Messages::new(),
            others: Vec::new(),
            tally: Tally::new(options.kind),
            quality: Quality::default(),
            offsets: Offsets::default(),
            until: 0,
            period: options.zone.as_ref().map(|zone| period(&options, zone)),
            options,
        })
    }

    /// Returns the columns that a batch must have, for the options of its reader.
    #[must_use]
    pub fn columns() -> Vec<Column> {
        columns()
    }

    /// Adds the rows of a batch.
    ///
    /// # Errors
    ///
    /// If the batch lacks one of the [`columns`](Self::columns), or has dictionaries.
    pub fn add(&mut self, batch: &RecordBatch) -> Result<(), Error> {
        let rows = Rows::of(batch)?;
        for row in 0..batch.num_rows() {
            if rows.status.is_valid(row) {
                self.add_record(&rows, row);
            }
            self.quality.malformed += u64::from(rows.malformed.is_valid(row));
            self.quality.api_errors += u64::from(rows.error_code.is_valid(row));
        }
        Ok(())
    }

    fn add_record(&mut self, rows: &Rows<'_>, row: usize) {
        let report = self.report(rows, row);
        self.quality.records += 1;
        self.quality.ambiguous += u64::from(report.is_ambiguous);
        self.quality.not_found += u64::from(report.status == StatusCode::NOT_FOUND);
        self.until = self.until.max(report.last).max(report.sent);
        if let Some(date) = str_of(rows.last_date, row).filter(|_| self.options.zone.is_none() && report.last != 0) {
            self.offsets.add(date, report.last);
        }
        let phone = str_of(rows.phone, row).and_then(|phone| Phone::of(phone, &mut self.keys));
        let numbers = [rows.id, rows.int_id].map(|column| value(column, row));
        let id = Id::of(numbers[0], str_of(rows.text_id, row), numbers[1], &mut self.keys);
        self.quality.without_key += u64::from(phone.is_none() || id.is_none());
        match id.zip(phone) {
            Some((id, phone)) if !self.options.is_merged => self.messages.add(Key { id, phone }, report, &self.names),
            // The period may begin at a time that is known at the end alone.
            _ if self.options.has_period() && self.period.is_none() => self.others.push((phone, report)),
            _ => count(&mut self.tally, &self.keys, self.period, phone, &report),
        }
    }

    fn report(&mut self, rows: &Rows<'_>, row: usize) -> Report {
        let names = &mut self.names;
        let mut name = |column| str_of(column, row).map_or(NONE, |text| names.number(text));
        Report {
            err: value(rows.err, row).and_then(|err| u32::try_from(err).ok()).unwrap_or(NONE),
            last: seconds(rows.last, row),
            sent: seconds(rows.sent, row),
            cost: value(rows.cost, row).and_then(|cost| i64::try_from(cost).ok()).unwrap_or(-1),
            flag: value(rows.flag, row).unwrap_or(-1),
            sms_cnt: value(rows.sms_cnt, row).unwrap_or(-1),
            country: name(rows.country),
            operator: name(rows.operator),
            operator_orig: name(rows.operator_orig),
            sender: name(rows.sender),
            text: str_of(rows.message, row).map(TextParts::of),
            message_type: value(rows.message_type, row).and_then(|known| i16::try_from(known).ok()).unwrap_or(-1),
            is_hlr: rows.is_hlr(row),
            is_ambiguous: rows.is_ambiguous.is_valid(row) && rows.is_ambiguous.value(row),
            ..Report::new(StatusCode(value(rows.status, row).unwrap_or_default()))
        }
    }

    /// Returns the figures of all records that were added.
    #[must_use]
    pub fn finish(mut self) -> Summary {
        let zone = self.options.zone.take().or_else(|| self.offsets.zone()).unwrap_or_else(Zone::utc);
        let period = Some(period(&self.options, &zone));
        for (key, report) in self.messages.merged() {
            count(&mut self.tally, &self.keys, period, Some(key.phone), &report);
        }
        for (phone, report) in self.others {
            count(&mut self.tally, &self.keys, period, phone, &report);
        }
        if !self.options.is_merged {
            let messages = self.messages.len() as u64 + self.quality.without_key;
            self.quality.merged = self.quality.records - messages;
        }
        self.quality.unknown_codes = self.tally.unknown_codes;
        self.quality.without_time = self.tally.without_time;
        self.quality.without_cost = self.tally.without_cost;
        let suppression = self.tally.suppressions.list(&self.keys);
        let until = (self.until != 0).then_some(self.until);
        Summary { figures: figures(self.tally, self.quality, &self.names, &zone, until, self.options), suppression }
    }
}

/// Returns the first time of a period, and the first time after it.
fn period(options: &Options, zone: &Zone) -> [u64; 2] {
    let day = |day: smsc_proto::request::Date| {
        let [year, month, day] = [day.year(), day.month().into(), day.day().into()];
        let [month, day] = [month, day].map(|part| i8::try_from(part).unwrap_or_default());
        jiff::civil::Date::new(i16::try_from(year).unwrap_or_default(), month, day).ok()
    };
    let after = options.to.and_then(day).and_then(|day| day.tomorrow().ok());
    [options.from.and_then(day).map_or(0, |day| zone.start_of(day)), after.map_or(u64::MAX, |day| zone.start_of(day))]
}

/// Counts a message unless its time of sending is not in the period. A message without one is left
/// out of a period.
fn count(tally: &mut Tally, keys: &Names, period: Option<[u64; 2]>, phone: Option<Phone>, report: &Report) {
    let [start, end] = period.unwrap_or([0, u64::MAX]);
    let has_period = (start, end) != (0, u64::MAX);
    if has_period && report.sent == 0 {
        tally.without_time += 1;
    } else if !has_period || (start..end).contains(&report.sent) {
        tally.add(report, phone, keys);
    }
}

impl fmt::Debug for Collector {
    /// Writes the numbers of what was read, and no phone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Collector").field("quality", &self.quality).field("messages", &self.messages.len()).finish_non_exhaustive()
    }
}
