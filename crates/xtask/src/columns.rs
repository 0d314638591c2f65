//! The tables of the Python package with the libraries that read them: DuckDB, Polars, pandas, pyarrow,
//! DataFusion and Spark.

use crate::run::Step;
use crate::{built, python};

/// Tests the tables. The libraries are pinned in bindings/python/requirements-columns.txt, and are
/// installed for these tests alone.
pub(crate) fn steps() -> Vec<Step> {
    vec![built::step(), python::session("Python package: tables with the libraries that read them", "columns")]
}
