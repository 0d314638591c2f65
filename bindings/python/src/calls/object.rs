//! The objects of a reply, first as values that borrow nothing, so that a body can be parsed without
//! the interpreter lock, and then as Python objects.

use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};
use smsc_proto::calls::Amount;
use smsc_proto::{Cost, Error, MessageId, Text};

use crate::classes::Classes;
use crate::id::Id;
use crate::interrupt::now_and_then;
use crate::reply::malformed;
use crate::text::OwnedText;

/// A class of the package.
#[derive(Clone, Copy)]
pub(super) enum Class {
    Sent,
    Price,
    SentPhone,
    Balance,
    Incoming,
    Statistics,
    Operator,
}

/// An object: the arguments of its class, in their order.
pub(super) struct Object {
    class: Class,
    values: Vec<Value>,
}

/// An object of a list, or what is wrong with it.
pub(super) type Row = Result<Object, Error>;

pub(super) enum Value {
    Absent,
    Number(u32),
    Id(Id),
    /// The characters of a cost or an amount.
    Decimal(Box<str>),
    Text(OwnedText),
    List(Vec<Row>),
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

impl From<MessageId<'_>> for Value {
    fn from(id: MessageId<'_>) -> Self {
        Self::Id(id.into())
    }
}

impl From<Cost<'_>> for Value {
    fn from(cost: Cost<'_>) -> Self {
        Self::Decimal(cost.as_str().into())
    }
}

impl From<Amount<'_>> for Value {
    fn from(amount: Amount<'_>) -> Self {
        Self::Decimal(amount.as_str().into())
    }
}

impl From<Text<'_>> for Value {
    fn from(text: Text<'_>) -> Self {
        Self::Text(text.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

impl Value {
    /// Creates the Python object of a value.
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(match self {
            Self::Absent => py.None().into_bound(py),
            Self::Number(number) => number.into_pyobject(py)?.into_any(),
            Self::Id(id) => id.into_pyobject(py)?,
            Self::Decimal(digits) => Classes::get(py)?.decimal.bind(py).call1((&**digits,))?,
            Self::Text(text) => text.to_python(py)?.into_any(),
            Self::List(rows) => list(py, rows)?.to_tuple().into_any(),
        })
    }
}

impl Object {
    pub(super) fn new<const N: usize>(class: Class, values: [Value; N]) -> Self {
        Self { class, values: values.into() }
    }

    /// Creates the Python object.
    pub(super) fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let classes = &Classes::get(py)?.calls;
        let class = match self.class {
            Class::Sent => &classes.sent,
            Class::Price => &classes.price,
            Class::SentPhone => &classes.sent_phone,
            Class::Balance => &classes.balance,
            Class::Incoming => &classes.incoming,
            Class::Statistics => &classes.statistics,
            Class::Operator => &classes.operator,
        };
        let values = self.values.iter().map(|value| value.to_python(py)).collect::<PyResult<Vec<_>>>()?;
        class.bind(py).call1(PyTuple::new(py, values)?)
    }
}

/// Creates the list of some objects, with a `MalformedReply` in the place of each malformed one.
pub(super) fn list<'py>(py: Python<'py>, rows: &[Row]) -> PyResult<Bound<'py, PyList>> {
    let list = PyList::empty(py);
    for row in rows {
        now_and_then(py)?;
        list.append(match row {
            Ok(object) => object.to_python(py)?,
            Err(error) => malformed(py, error)?.into_value(py).into_bound(py).into_any(),
        })?;
    }
    Ok(list)
}
