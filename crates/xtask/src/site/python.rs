//! The reference of the Python package, from its type stub and its sources.

use crate::run::Invocation;

/// Prints the reference; `ast` of Python itself reads the sources.
const SCRIPT: &str = "crates/xtask/src/site/reference.py";

/// Returns the page.
pub(super) fn reference() -> Result<String, String> {
    Invocation::new("python3").args([SCRIPT, "bindings/python/python"]).env("PYTHONDONTWRITEBYTECODE", "1").output()
}
