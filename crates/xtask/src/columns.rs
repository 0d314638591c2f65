//! The tables of the Python package with the libraries that read them: DuckDB, Polars, pandas, pyarrow,
//! DataFusion; and with Spark. The libraries are pinned in bindings/python/requirements-columns.txt and
//! requirements-spark.txt, and are installed for these tests alone.

use crate::run::Step;
use crate::{built, python};

/// Tests the tables with all of them.
pub(crate) fn steps() -> Vec<Step> {
    [short(), spark()].into_iter().flatten().collect()
}

/// Tests the tables without Spark.
pub(crate) fn short() -> Vec<Step> {
    vec![built::step(), python::session("Python package: tables with the libraries that read them", "columns")]
}

/// Tests the tables with Spark.
pub(crate) fn spark() -> Vec<Step> {
    vec![built::step(), python::session("Python package: tables in Spark", "spark")]
}
