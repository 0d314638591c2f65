//! The conditions of the option `where`.

use arrow_schema::DataType;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDateTime, PyDelta, PyInt, PyString, PyType, PyTzInfo};
use smsc_columns::{Column, Operand, Operator};

use super::names::column;
use crate::options::{invalid, iterate, one_of, wrong_type};

const ACCEPTED: &str = "where: expected conditions such as ('status', '==', 20) or ('malformed', 'is null')";

const OPERATORS: [(&str, Operator); 11] = [
    ("==", Operator::Eq),
    ("=", Operator::Eq),
    ("!=", Operator::NotEq),
    ("<", Operator::Lt),
    ("<=", Operator::LtEq),
    (">", Operator::Gt),
    (">=", Operator::GtEq),
    (IN, Operator::Eq),
    (NOT_IN, Operator::NotEq),
    ("is null", Operator::IsNull),
    ("is not null", Operator::IsNotNull),
];
const IN: &str = "in";
const NOT_IN: &str = "not in";

type Condition = (Column, Operator, Vec<Operand>);

/// Returns the conditions, all of which a row must meet.
pub(super) fn conditions(value: &Bound<'_, PyAny>) -> PyResult<Vec<Condition>> {
    let mut conditions = Vec::new();
    for condition in sequence(value, ACCEPTED)? {
        conditions.push(self::condition(&condition)?);
    }
    Ok(conditions)
}

/// Returns the elements of an iterable that is no text.
fn sequence<'py>(value: &Bound<'py, PyAny>, accepted: &str) -> PyResult<Vec<Bound<'py, PyAny>>> {
    if value.is_instance_of::<PyString>() {
        return Err(wrong_type(accepted, value));
    }
    let mut elements = Vec::new();
    for element in iterate(value, accepted)? {
        elements.push(element?);
    }
    Ok(elements)
}

fn condition(value: &Bound<'_, PyAny>) -> PyResult<Condition> {
    let parts = sequence(value, ACCEPTED)?;
    let ([name, word] | [name, word, _]) = parts.as_slice() else { return Err(PyValueError::new_err(ACCEPTED)) };
    let column = column(name, "where")?;
    let (word, operator) = operator(word)?;
    let operand = parts.get(2).filter(|operand| !operand.is_none());
    let operands = match (operator, operand) {
        (Operator::IsNull | Operator::IsNotNull, None) => Vec::new(),
        (Operator::IsNull | Operator::IsNotNull, Some(_)) => {
            return Err(PyValueError::new_err(format!(
                "where: expected no value, or None, after '{word}' for the column {column}"
            )));
        }
        (_, None) => {
            let message = format!("where: expected a value after '{word}' for the column {column}; use 'is null' for None");
            return Err(PyValueError::new_err(message));
        }
        (_, Some(values)) if word == IN || word == NOT_IN => {
            let values = sequence(values, &format!("where: expected a list of values after '{word}' for the column {column}"))?;
            values.iter().map(|value| self::operand(column, value)).collect::<PyResult<_>>()?
        }
        (_, Some(value)) => vec![self::operand(column, value)?],
    };
    Ok((column, operator, operands))
}

fn operator(word: &Bound<'_, PyAny>) -> PyResult<(&'static str, Operator)> {
    let accepted = || format!("where: expected the operator {}", one_of(OPERATORS.iter().map(|(word, _)| *word)));
    let text = word.cast::<PyString>().map_err(|_| wrong_type(&accepted(), word))?.to_str().unwrap_or_default();
    let found = OPERATORS.iter().find(|(known, _)| text.eq_ignore_ascii_case(known));
    found.copied().ok_or_else(|| invalid(&accepted(), word))
}

/// Returns a value that the column is compared with.
fn operand(column: Column, value: &Bound<'_, PyAny>) -> PyResult<Operand> {
    let data_type = column.data_type(false);
    let wrong = |expected: &str| Err(wrong_type(&format!("where: expected {expected} for the column {column}"), value));
    match data_type {
        DataType::Timestamp(..) => match value.cast::<PyDateTime>() {
            Ok(time) => micros(column, time).map(Operand::Number),
            Err(_) => wrong("a datetime with a time zone"),
        },
        DataType::Boolean => match value.cast::<PyBool>() {
            Ok(flag) => Ok(Operand::Bool(flag.is_true())),
            Err(_) => wrong("True or False"),
        },
        DataType::Utf8 => match value.cast::<PyString>() {
            Ok(text) => Ok(Operand::Text(text.to_str().unwrap_or_default().to_owned())),
            Err(_) => wrong("a str"),
        },
        _ if value.is_instance_of::<PyBool>() => wrong("a number"),
        DataType::Decimal128(..) if value.is_instance(decimal(value.py())?)? => {
            // In digits and a point, never with an exponent.
            let digits: String = value.call_method1("__format__", ("f",))?.extract()?;
            Ok(Operand::Text(digits))
        }
        _ => match value.cast::<PyInt>() {
            Ok(number) => number.extract().map(Operand::Number).map_err(|_| out_of_range(column)),
            Err(_) if matches!(data_type, DataType::Decimal128(..)) => wrong("a Decimal or an int"),
            Err(_) => wrong("an int"),
        },
    }
}

/// Returns a time in microseconds since the Unix epoch.
fn micros(column: Column, time: &Bound<'_, PyDateTime>) -> PyResult<i64> {
    let py = time.py();
    if time.call_method0("utcoffset")?.is_none() {
        let message = format!("where: expected a datetime with a time zone for the column {column}, not a naive one");
        return Err(PyValueError::new_err(message));
    }
    let epoch = PyDateTime::new(py, 1970, 1, 1, 0, 0, 0, 0, Some(&*PyTzInfo::utc(py)?))?;
    let since = time.sub(epoch)?;
    since.call_method1("__floordiv__", (PyDelta::new(py, 0, 0, 1, false)?,))?.extract()
}

fn out_of_range(column: Column) -> PyErr {
    PyValueError::new_err(format!("where: expected a number of at most 64 bits for the column {column}"))
}

fn decimal(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "decimal", "Decimal")
}
