//! The native half of the Python package `smsc_proto`: it turns what the core reads into Python's objects, and decides nothing itself.
//!
//! A reply is read at once into numbers and places of its body (`items.rs`), which a `Reply` keeps together with the body. A `Record` is the reply
//! and an index: its texts are decoded when they are asked for. All classes are frozen, so that threads need no lock.

#![deny(unsafe_code)]

mod classes;
mod column;
mod cursor;
mod decode;
mod explain;
mod items;
mod kept;
mod make;
mod names;
mod options;
mod outcome;
mod reader;
mod reply;
mod status;
mod stream;
mod value;
mod write;

use pyo3::pymodule;

#[pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::cursor::Cursor;
    #[pymodule_export]
    use crate::explain::{diagnose, explain};
    #[pymodule_export]
    use crate::names::{code_name, flag_parts, panics, row_title, width};
    #[pymodule_export]
    use crate::reply::{Reply, parse, read};
    #[pymodule_export]
    use crate::status::{Record, restore};
    #[pymodule_export]
    use crate::stream::{Stream, iter_parse};
    #[pymodule_export]
    use crate::write::write;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        // A panic would be a bug, and reaches Python as an exception: standard error belongs to the program.
        std::panic::set_hook(Box::new(|_| {}));
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
