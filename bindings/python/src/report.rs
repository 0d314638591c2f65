//! The report of replies: the native half of `Scan.report`.

use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use smsc_columns::Reader;
use smsc_proto::request::Date;
use smsc_proto::{Charset, MessageKind};
use smsc_report::{Collector, Options, PageOptions, Statement, Summary, Zone, page, suppression_csv, tables};

use crate::interrupt::between_steps;
use crate::names::known_lang;

/// A day as its year, month and day.
pub(crate) type Day = (u16, u8, u8);

/// The options of a report.
#[derive(FromPyObject)]
pub(crate) struct Wanted {
    #[pyo3(item)]
    currency: Option<String>,
    #[pyo3(item)]
    tz: Option<String>,
    #[pyo3(item)]
    start: Option<Day>,
    #[pyo3(item)]
    end: Option<Day>,
    #[pyo3(item)]
    merged: bool,
    #[pyo3(item)]
    statistics: Option<Vec<u8>>,
}

/// The figures of replies.
#[pyclass(frozen, module = "smsc_proto._native")]
pub(crate) struct Report(Summary);

#[pymethods]
impl Report {
    /// Returns the figures as JSON.
    fn figures(&self) -> PyResult<String> {
        serde_json::to_string(&self.0.figures).map_err(|error| PyRuntimeError::new_err(error.to_string()))
    }

    /// Returns the figures as a page of HTML.
    #[pyo3(signature = (lang, template))]
    fn html(&self, py: Python<'_>, lang: &Bound<'_, PyAny>, template: Option<String>) -> PyResult<String> {
        let options = PageOptions { lang: known_lang(lang)?, template, title: None };
        py.detach(|| page(&self.0.figures, &options)).map_err(|error| PyValueError::new_err(format!("template: {error}")))
    }

    /// Returns the tables of the page: the name of each file, and its text.
    fn tables(&self, lang: &Bound<'_, PyAny>) -> PyResult<Vec<(&'static str, String)>> {
        Ok(tables(&self.0.figures, known_lang(lang)?))
    }

    /// Returns the phones not to be written to any more, as CSV.
    fn suppression(&self) -> String {
        suppression_csv(&self.0.suppression)
    }
}

impl Report {
    /// Reads the replies of the period before, if there is a reader of them, and those of the report.
    pub(crate) fn of(
        py: Python<'_>,
        reader: Reader,
        previous: Option<Reader>,
        wanted: &Wanted,
        kind: MessageKind,
        charset: Charset,
    ) -> PyResult<Self> {
        let base = base(wanted, kind)?;
        let days = [wanted.start, wanted.end].map(|day| day.map(date).transpose());
        let [start, end] = days;
        let mut options = base.clone().days(start?, end?).map_err(|error| wrong(&error))?;
        if let Some(currency) = &wanted.currency {
            options = options.currency(currency);
        }
        if let Some(body) = &wanted.statistics {
            let statement = Statement::parse(body, charset);
            options = options.statement(statement.map_err(|error| PyValueError::new_err(format!("statistics: {error}")))?);
        }
        // Before anything is read.
        Collector::new(options.clone()).map_err(|error| wrong(&error))?;
        if let Some(previous) = previous {
            options = options.previous(collect(py, previous, base)?.figures.totals);
        }
        collect(py, reader, options).map(Self)
    }
}

/// Returns the options that the period before has as well.
fn base(wanted: &Wanted, kind: MessageKind) -> PyResult<Options> {
    let mut base = Options::new().kind(kind);
    if wanted.merged {
        base = base.merged();
    }
    if let Some(zone) = &wanted.tz {
        base = base.zone(Zone::parse(zone).map_err(|error| PyValueError::new_err(format!("tz: {error}")))?);
    }
    Ok(base)
}

fn date((year, month, day): Day) -> PyResult<Date> {
    Date::new(year, month, day).ok_or_else(|| PyValueError::new_err("report: expected days of the years 2000 to 9999"))
}

fn wrong(error: &smsc_report::Error) -> PyErr {
    PyValueError::new_err(format!("report: {error}"))
}

/// The reason why replies cannot be read or counted.
enum Failed {
    Reading(smsc_columns::Error),
    Counting(smsc_report::Error),
}

/// Reads replies without the interpreter lock.
fn collect(py: Python<'_>, mut reader: Reader, options: Options) -> PyResult<Summary> {
    let collected = between_steps(py, move |go_on| {
        let mut collector = Collector::new(options).map_err(Failed::Counting)?;
        while let Some(batch) = reader.next_batch().map_err(Failed::Reading)? {
            collector.add(&batch).map_err(Failed::Counting)?;
            if !go_on() {
                return Ok(Summary::default());
            }
        }
        Ok(collector.finish())
    })?;
    collected.map_err(|failed| match failed {
        Failed::Reading(error) => crate::scan::raised(error),
        Failed::Counting(error) => wrong(&error),
    })
}
