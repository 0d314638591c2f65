//! One record, as a Python object.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use pyo3::basic::CompareOp;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use smsc_proto::{Field, MessageKind, Value};

use crate::column::Column;
use crate::construct;
use crate::decode;
use crate::interrupt::now_and_then;
use crate::items::{Item, RecordData};
use crate::options::KindOption;
use crate::reply::Reply;
use crate::value::value;

/// The status of one message. A field that the reply lacks is None.
#[pyclass(frozen, module = "smsc_proto")]
pub(crate) struct Record {
    reply: Py<Reply>,
    index: usize,
    /// The status of the message.
    #[pyo3(get)]
    status: Py<PyAny>,
    /// The reason why the message was not delivered.
    #[pyo3(get)]
    err: Py<PyAny>,
    /// The time of the last change of the status, in Unix seconds.
    #[pyo3(get)]
    last_timestamp: Py<PyAny>,
    /// The exact cost of the message, in the account's currency.
    #[pyo3(get)]
    cost: Py<PyAny>,
    /// The text that was sent.
    #[pyo3(get)]
    message: Py<PyAny>,
}

impl Record {
    /// Creates the object for the record at an index of a reply.
    ///
    /// The attributes that most programs read are converted here: reading a stored attribute takes
    /// a tenth of the time of calling a getter.
    pub(crate) fn new(py: Python<'_>, reply: Py<Reply>, index: usize, record: &RecordData) -> PyResult<Self> {
        let field = |field| value(py, reply.get(), record, Column::Field(field));
        let (status, err, last_timestamp) = (field(Field::Status)?, field(Field::Err)?, field(Field::LastTimestamp)?);
        let (cost, message) = (field(Field::Cost)?, field(Field::Message)?);
        Ok(Self { reply, index, status, err, last_timestamp, cost, message })
    }

    pub(crate) fn reply(&self) -> &Reply {
        self.reply.get()
    }

    pub(crate) fn data(&self) -> &RecordData {
        match self.reply().items().get(self.index) {
            Some(Item::Record(record)) => record,
            _ => unreachable!("a Record is only created for a record of its reply"),
        }
    }

    fn value(&self, py: Python<'_>, column: Column) -> PyResult<Py<PyAny>> {
        value(py, self.reply(), self.data(), column)
    }

    fn field(&self, py: Python<'_>, field: Field) -> PyResult<Py<PyAny>> {
        self.value(py, Column::Field(field))
    }

    /// Returns whether both records have the same fields with the same values. Texts are compared
    /// by their characters, whatever their charset and escapes are.
    fn equals(&self, other: &Self, py: Python<'_>) -> bool {
        let (left, right) = (self.data(), other.data());
        left.is_ambiguous == right.is_ambiguous
            && left.is_unexpected == right.is_unexpected
            && left.numbers() == right.numbers()
            && Field::ALL.iter().all(|field| self.reply().text(py, left, *field) == other.reply().text(py, right, *field))
    }
}

#[pymethods]
impl Record {
    #[classattr]
    #[pyo3(name = "__match_args__")]
    const MATCH_ARGS: (&'static str, &'static str, &'static str, &'static str) = ("status", "err", "id", "phone");

    /// Creates a record from fields, with the names and values that `to_dict` returns.
    #[new]
    #[pyo3(signature = (**fields))]
    fn from_fields(py: Python<'_>, fields: Option<&Bound<'_, PyDict>>) -> PyResult<Self> {
        construct::record(py, fields, MessageKind::Auto, false)
    }

    /// Returns when the status last changed, in the account's own time zone: a naive datetime.
    #[getter]
    fn last_date(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::LastDate)
    }

    /// Returns sixteen bits about the message. `flags` has their meaning.
    #[getter]
    fn flag(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Flag)
    }

    /// Returns the number of the SIM card. HLR replies only.
    #[getter]
    fn imsi(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Imsi)
    }

    /// Returns the number of the network's service centre. HLR replies only.
    #[getter]
    fn msc(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Msc)
    }

    /// Returns the mobile country code. HLR replies only.
    #[getter]
    fn mcc(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Mcc)
    }

    /// Returns the mobile network code. HLR replies only.
    #[getter]
    fn mnc(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Mnc)
    }

    /// Returns the name of the home country. HLR replies only.
    #[getter]
    fn cn(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Cn)
    }

    /// Returns the name of the home operator. HLR replies only.
    #[getter]
    fn net(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Net)
    }

    /// Returns the country in which the subscriber roams. HLR replies only.
    #[getter]
    fn rcn(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Rcn)
    }

    /// Returns the operator with which the subscriber roams. HLR replies only.
    #[getter]
    fn rnet(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Rnet)
    }

    /// Returns when the message was sent, in the account's own time zone: a naive datetime.
    #[getter]
    fn send_date(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::SendDate)
    }

    /// Returns when the message was sent, in Unix seconds.
    #[getter]
    fn send_timestamp(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::SendTimestamp)
    }

    /// Returns the recipient: digits without +, or an e-mail address.
    #[getter]
    fn phone(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Phone)
    }

    /// Returns the country and network code of the recipient's number.
    #[getter]
    fn mccmnc(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Mccmnc)
    }

    /// Returns the country of the recipient's number.
    #[getter]
    fn country(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Country)
    }

    /// Returns the operator that serves the recipient's number.
    #[getter]
    fn operator(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Operator)
    }

    /// Returns the operator that the recipient's number was first assigned to.
    #[getter]
    fn operator_orig(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::OperatorOrig)
    }

    /// Returns the region of the recipient's number.
    #[getter]
    fn region(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Region)
    }

    /// Returns the sender ID that the recipient saw.
    #[getter]
    fn sender_id(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::SenderId)
    }

    /// Returns the name of the status in the server's words.
    #[getter]
    fn status_name(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::StatusName)
    }

    /// Returns the client's own comment on the message.
    #[getter]
    fn comment(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Comment)
    }

    /// Returns the type of the message.
    #[getter]
    fn r#type(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Type)
    }

    /// Returns the number of parts of the message, or the duration of a call in seconds.
    #[getter]
    fn sms_cnt(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::SmsCnt)
    }

    /// Returns the id of the message: an int, or a str for a text id.
    #[getter]
    fn id(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Id)
    }

    /// Returns the key by which the history is paged. Records of the history only.
    #[getter]
    fn int_id(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::IntId)
    }

    /// Returns the format of the message. Records of the history only.
    #[getter]
    fn format(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Format)
    }

    /// Returns the checksum of the message. Records of the history only.
    #[getter]
    fn crc(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.field(py, Field::Crc)
    }

    /// Returns when the status last changed: an aware datetime in UTC.
    #[getter]
    fn changed_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::ChangedAt)
    }

    /// Returns when the message was sent: an aware datetime in UTC.
    #[getter]
    fn sent_at(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::SentAt)
    }

    /// Returns the meaning of the bits of `flag`.
    #[getter]
    fn flags(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::Flags)
    }

    /// Returns whether the record could be split into fields in more than one way.
    #[getter]
    fn is_ambiguous(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::IsAmbiguous)
    }

    /// Returns whether the record is the reply to an HLR request.
    #[getter]
    fn is_hlr(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::IsHlr)
    }

    /// Returns whether a text of the record looks like UTF-8 that was read in another charset.
    #[getter]
    fn looks_like_utf8(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::LooksLikeUtf8)
    }

    /// Returns whether `ids` was passed and the record is none of its messages.
    #[getter]
    fn unexpected(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::Unexpected)
    }

    /// Returns the outcome of the message, by its status, err and type together: what happened and
    /// what to do next.
    #[getter]
    fn outcome(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        self.value(py, Column::Outcome)
    }

    /// Returns the fields that the record has, with the names, order and types of fmt 3.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let dict = PyDict::new(py);
        construct::with_core(py, self.reply(), self.data(), |record| {
            record.fields().try_for_each(|(field, value)| match value {
                Value::Number(number) => dict.set_item(field.name(), number),
                Value::Text(text) => dict.set_item(field.name(), decode::string(py, text)?),
                Value::Cost(cost) => dict.set_item(field.name(), cost.as_str()),
            })
        })?;
        if self.data().is_ambiguous {
            dict.set_item("split", "ambiguous")?;
        }
        if self.data().is_unexpected {
            dict.set_item("unexpected", true)?;
        }
        Ok(dict)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let mut shown = "Record(".to_owned();
        construct::with_core(py, self.reply(), self.data(), |record| {
            for (field, value) in record.fields() {
                // Writing to a String cannot fail.
                let _ = match value {
                    Value::Number(number) => write!(shown, "{field}={number}, "),
                    Value::Cost(cost) => write!(shown, "{field}='{cost}', "),
                    // An id is no secret, whether it is a number or a text.
                    Value::Text(text) if field == Field::Id => write!(shown, "{field}='{text}', "),
                    Value::Text(_) => write!(shown, "{field}=…, "),
                };
            }
            Ok(())
        })?;
        if self.data().is_ambiguous {
            shown.push_str("split='ambiguous', ");
        }
        shown.truncate(shown.len() - 2);
        Ok(shown + ")")
    }

    fn __richcmp__(&self, other: &Bound<'_, PyAny>, op: CompareOp) -> PyResult<Py<PyAny>> {
        let py = other.py();
        let (Ok(other), CompareOp::Eq | CompareOp::Ne) = (other.cast::<Self>(), op) else { return Ok(py.NotImplemented()) };
        // The comparison of two tuples handles no signals.
        now_and_then(py)?;
        let is_equal = self.equals(other.get(), py) == matches!(op, CompareOp::Eq);
        Ok(is_equal.into_pyobject(py)?.to_owned().into_any().unbind())
    }

    fn __hash__(&self, py: Python<'_>) -> PyResult<u64> {
        // The hash of a tuple handles no signals.
        now_and_then(py)?;
        let mut hasher = DefaultHasher::new();
        self.data().numbers().hash(&mut hasher);
        for field in Field::ALL {
            self.reply().text(py, self.data(), *field).hash(&mut hasher);
        }
        Ok(hasher.finish())
    }

    /// Returns what is pickled or copied: the fields of the record, without its reply.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        // The meaning of the codes may depend on the kind that the caller passed to `parse`, and
        // the texts of a copy do not show which charset they were read in.
        let looks_like_utf8 = self.reply().looks_like_utf8(py, self.data());
        let args = (self.to_dict(py)?, KindOption::word(self.reply().kind()), looks_like_utf8);
        Ok((py.import("smsc_proto._native")?.getattr("_restore")?, args.into_pyobject(py)?))
    }
}

/// Restores a record from what was pickled.
#[pyfunction(name = "_restore", signature = (fields, kind, looks_like_utf8 = false))]
pub(crate) fn restore(
    py: Python<'_>,
    fields: &Bound<'_, PyDict>,
    kind: Option<KindOption>,
    looks_like_utf8: bool,
) -> PyResult<Record> {
    // A copy, which no code of a value can change.
    construct::record(py, Some(&fields.copy()?), kind.map_or_else(MessageKind::default, |kind| kind.0), looks_like_utf8)
}
