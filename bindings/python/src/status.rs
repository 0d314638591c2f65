//! One record, as Python sees it.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use pyo3::basic::CompareOp;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use smsc_proto::{Field, MessageKind, Split, Value};

use crate::column::Column;
use crate::decode;
use crate::items::{Item, Record};
use crate::make;
use crate::options::KindOption;
use crate::reply::Reply;
use crate::value::value;

/// What a reply says of one message: what it leaves out is None.
#[pyclass(frozen, module = "smsc_proto")]
#[expect(clippy::struct_field_names, reason = "the wire's name of it")]
pub(crate) struct Record {
    reply: Py<Reply>,
    index: usize,
    /// What became of the message (R36).
    #[pyo3(get)]
    status: Py<PyAny>,
    /// Why it was not delivered (R37).
    #[pyo3(get)]
    err: Py<PyAny>,
    /// When the status last changed, in Unix seconds (R30).
    #[pyo3(get)]
    last_timestamp: Py<PyAny>,
    /// What it cost, in the account's currency, exact (R32).
    #[pyo3(get)]
    cost: Py<PyAny>,
    /// The text that was sent (R43).
    #[pyo3(get)]
    message: Py<PyAny>,
}

impl Record {
    /// A record of a reply, which is at this place of it. What nearly everybody reads is made beforehand: an attribute that stands
    /// ready costs a tenth of one that has to be asked for.
    pub(crate) fn new(py: Python<'_>, reply: Py<Reply>, index: usize, record: &Record) -> PyResult<Self> {
        let ready = |field| value(py, reply.get(), record, Column::Field(field));
        let (status, err, last_timestamp) = (ready(Field::Status)?, ready(Field::Err)?, ready(Field::LastTimestamp)?);
        let (cost, message) = (ready(Field::Cost)?, ready(Field::Message)?);
        Ok(Self { reply, index, status, err, last_timestamp, cost, message })
    }

    pub(crate) fn reply(&self) -> &Reply {
        self.reply.get()
    }

    pub(crate) fn record(&self) -> &Record {
        match self.reply().items().get(self.index) {
            Some(Item::Record(record)) => record,
            _ => unreachable!("a Status is made for records alone"),
        }
    }

    fn value(&self, py: Python<'_>, column: Column) -> PyResult<Py<PyAny>> {
        value(py, self.reply(), self.record(), column)
    }

    fn field(&self, py: Python<'_>, field: Field) -> PyResult<Py<PyAny>> {
        self.value(py, Column::Field(field))
    }

    /// Whether both have the same fields with the same values; texts compare by their characters.
    fn equals(&self, other: &Self, py: Python<'_>) -> bool {
        let (mine, its) = (self.record(), other.record());
        mine.split == its.split
            && mine.is_unexpected == its.is_unexpected
            && mine.numbers() == its.numbers()
            && Field::ALL.iter().all(|field| self.reply().text(py, mine, *field) == other.reply().text(py, its, *field))
    }
}

#[pymethods]
impl Record {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str, &'static str) = ("status", "err", "id", "phone");

    /// A record of one's own, of the names and values that `to_dict` gives.
    #[new]
    #[pyo3(signature = (**fields))]
    fn from_fields(py: Python<'_>, fields: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        make::status(py, fields, MessageKind::Auto)
    }

    /// When the status last changed, in the account's own time zone, without one (R31).
    #[getter]
    fn last_date(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::LastDate)
    }

    /// Sixteen bits about the message (R35).
    #[getter]
    fn flag(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Flag)
    }

    /// HLR: the SIM card's number (R33).
    #[getter]
    fn imsi(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Imsi)
    }

    /// HLR: the number of the network's service centre (R33).
    #[getter]
    fn msc(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Msc)
    }

    /// HLR: the mobile country code (R33).
    #[getter]
    fn mcc(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Mcc)
    }

    /// HLR: the mobile network code (R33).
    #[getter]
    fn mnc(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Mnc)
    }

    /// HLR: the home country's name.
    #[getter]
    fn cn(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Cn)
    }

    /// HLR: the home operator's name.
    #[getter]
    fn net(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Net)
    }

    /// HLR: the country in which the subscriber roams.
    #[getter]
    fn rcn(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Rcn)
    }

    /// HLR: the operator with which the subscriber roams.
    #[getter]
    fn rnet(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Rnet)
    }

    /// When it was sent, in the account's own time zone, without one (R31).
    #[getter]
    fn send_date(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::SendDate)
    }

    /// When it was sent, in Unix seconds (R30).
    #[getter]
    fn send_timestamp(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::SendTimestamp)
    }

    /// The recipient: digits without +, or the address of an e-mail (R3).
    #[getter]
    fn phone(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Phone)
    }

    /// The number's country and network code (R33).
    #[getter]
    fn mccmnc(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Mccmnc)
    }

    /// The number's country.
    #[getter]
    fn country(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Country)
    }

    /// The operator that serves the number.
    #[getter]
    fn operator(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Operator)
    }

    /// The operator that first gave the number out.
    #[getter]
    fn operator_orig(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::OperatorOrig)
    }

    /// The number's region.
    #[getter]
    fn region(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Region)
    }

    /// The sender ID that the recipient saw.
    #[getter]
    fn sender_id(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::SenderId)
    }

    /// The status in the vendor's words (R36).
    #[getter]
    fn status_name(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::StatusName)
    }

    /// The client's own comment.
    #[getter]
    fn comment(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Comment)
    }

    /// What was sent (R35).
    #[getter]
    fn r#type(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Type)
    }

    /// How many parts it had, or how many seconds a call took (R34).
    #[getter]
    fn sms_cnt(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::SmsCnt)
    }

    /// The message's id (R3).
    #[getter]
    fn id(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Id)
    }

    /// When the status last changed, as an instant in UTC (R30).
    #[getter]
    fn changed_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::ChangedAt)
    }

    /// When it was sent, as an instant in UTC (R30).
    #[getter]
    fn sent_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::SentAt)
    }

    /// What the bits of flag mean (R35).
    #[getter]
    fn flags(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::Flags)
    }

    /// Whether the record could be cut into its fields in one way only (R43 to R46).
    #[getter]
    fn message_is_certain(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::MessageIsCertain)
    }

    /// Whether it answers an HLR request (R42).
    #[getter]
    fn is_hlr(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::IsHlr)
    }

    /// Whether nobody asked for it, as far as the pairs are known (R47).
    #[getter]
    fn unasked(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::Unasked)
    }

    /// What became of the message and what to do about it, by status, err and type together (R36, R37).
    #[getter]
    fn outcome(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::Outcome)
    }

    /// The fields that are there, in the order and with the types of fmt 3 (R25), as `decode --json` prints them.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        make::with_core(py, self.reply(), self.record(), |status| {
            status.fields().try_for_each(|(field, value)| match value {
                Value::Number(number) => dict.set_item(field.name(), number),
                Value::Text(text) => dict.set_item(field.name(), decode::string(py, text)?),
                Value::Cost(cost) => dict.set_item(field.name(), cost.as_str()),
            })
        })?;
        if self.record().split == Split::Ambiguous {
            dict.set_item("split", "ambiguous")?;
        }
        if self.record().is_unexpected {
            dict.set_item("unexpected", true)?;
        }
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let mut shown = "Status(".to_owned();
        make::with_core(py, self.reply(), self.record(), |status| {
            for (field, value) in status.fields() {
                // Writing to a String cannot fail.
                let _ = match value {
                    Value::Number(number) => write!(shown, "{field}={number}, "),
                    Value::Cost(cost) => write!(shown, "{field}='{cost}', "),
                    Value::Text(_) => write!(shown, "{field}=…, "),
                };
            }
            Ok(())
        })?;
        if self.record().split == Split::Ambiguous {
            shown.push_str("split='ambiguous', ");
        }
        shown.truncate(shown.len() - 2);
        Ok(shown + ")")
    }

    fn __richcmp__(&self, other: &Bound<'_, PyAny>, op: CompareOp) -> PyResult<Py<PyAny>> {
        let py = other.py();
        let (Ok(other), CompareOp::Eq | CompareOp::Ne) = (other.cast::<Self>(), op) else { return Ok(py.NotImplemented()) };
        let is_equal = self.equals(other.get(), py) == matches!(op, CompareOp::Eq);
        Ok(is_equal.into_pyobject(py)?.to_owned().into_any().unbind())
    }

    fn __hash__(&self, py: Python<'_>) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.record().numbers().hash(&mut hasher);
        for field in Field::ALL {
            self.reply().text(py, self.record(), *field).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// A record is pickled and copied by itself, without the reply that it came in.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        // What its codes mean may be the caller's knowledge.
        let args = (self.to_dict(py)?, KindOption::word(self.reply().kind()));
        Ok((py.import("smsc_proto._native")?.getattr("_restore")?, args.into_pyobject(py)?))
    }
}

/// A record as it was pickled.
#[pyfunction(name = "_restore")]
pub(crate) fn restore(py: Python<'_>, fields: &Bound<'_, PyDict>, kind: Option<KindOption>) -> PyResult<Record> {
    make::status(py, Some(fields), kind.map_or_else(MessageKind::default, |kind| kind.0))
}
