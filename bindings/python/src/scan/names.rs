//! The names of columns.

use pyo3::prelude::*;
use pyo3::types::PyString;
use smsc_columns::Column;

use crate::options::{invalid, iterate, wrong_type};

/// The least similarity of a name that an error suggests, from 0 to 1.
const SIMILAR: f64 = 0.5;

const ACCEPTED: &str = "columns: expected names of columns, such as ['id', 'status'], or None";

/// Returns the columns with these names.
pub(super) fn columns(names: &Bound<'_, PyAny>) -> PyResult<Vec<Column>> {
    // A str is an iterable of names as well, of one letter each.
    if names.is_instance_of::<PyString>() {
        return Err(wrong_type(ACCEPTED, names));
    }
    let mut found = Vec::new();
    for name in iterate(names, ACCEPTED)? {
        let name = name?;
        let column = column(&name, "columns")?;
        if found.contains(&column) {
            return Err(invalid("columns: expected each column once", &name));
        }
        found.push(column);
    }
    Ok(found)
}

/// Returns the column with this name. The error for an unknown name has the nearest one.
pub(super) fn column(name: &Bound<'_, PyAny>, option: &str) -> PyResult<Column> {
    let accepted = format!("{option}: expected the name of a column");
    let text = name.cast::<PyString>().map_err(|_| wrong_type(&accepted, name))?;
    let text = text.to_str().unwrap_or_default();
    Column::from_name(text).ok_or_else(|| match nearest(text) {
        Some(column) => invalid(&format!("{option}: expected the name of a column, perhaps '{column}'"), name),
        None => invalid(&accepted, name),
    })
}

/// Returns the column whose name is most similar.
fn nearest(name: &str) -> Option<Column> {
    // The time that the comparison takes grows with the length.
    let name = name.get(..40).unwrap_or(name).to_ascii_lowercase();
    let scored = Column::all().map(|column| (strsim::normalized_damerau_levenshtein(&name, column.name()), column));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (best.0 >= SIMILAR).then_some(best.1)
}
