//! Reports of one message, merged. The merge itself is that of the crate sms-tracker.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use sms_tracker::{Merged, sort};

use crate::classes::Classes;
use crate::construct::{Marks, Values, core};
use crate::interrupt::now_and_then;
use crate::options::wrong_type;
use crate::record::Record;

/// Returns what is known of a message from reports of it, in any order.
#[pyfunction]
pub(crate) fn merge<'py>(py: Python<'py>, reports: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let mut records = Vec::new();
    for report in reports.try_iter()? {
        now_and_then(py)?;
        let report = report?;
        let record = report.cast_into::<Record>().map_err(|error| wrong_type("reports: expected Record", &error.into_inner()))?;
        records.push(record);
    }
    let Some(first) = records.first() else {
        return Err(PyValueError::new_err("reports: expected at least one Record"));
    };
    let kind = first.get().reply().kind();
    let cores = records.iter().map(|record| core(py, record.get().reply(), record.get().data()));
    let mut sorted = cores.zip(&records).map(|(core, record)| Ok((core?, record))).collect::<PyResult<Vec<_>>>()?;
    let kept = sort(&mut sorted, |(core, _)| *core);
    let (mut cores, reports): (Vec<_>, Vec<_>) = sorted.into_iter().take(kept).unzip();
    let merged = Merged::new(&mut cores);
    let is_ambiguous = merged.reports().iter().any(smsc_proto::Record::is_ambiguous);
    let record = Values::of_fields(merged.fields()).to_record(py, kind, Marks::ambiguous(is_ambiguous))?;
    let class = Classes::get(py)?.merged.bind(py);
    class.call1((record, merged.is_final(), merged.was_not_found(), PyTuple::new(py, reports)?))
}
