//! The native half of the Python package `smsc_proto`. It converts what the core parses into Python
//! objects, and makes no decisions about the protocol.
//!
//! A reply is parsed at once into numbers and text positions (`items.rs`), which a `Reply` keeps
//! together with the body. A `Record` is a reference to its reply and an index: most texts are
//! decoded only when an attribute is read. All classes are frozen, so threads can share them
//! without locks.

#![deny(unsafe_code)]

mod cache;
mod callback;
mod calls;
mod classes;
mod column;
mod command;
mod construct;
mod cursor;
mod decode;
mod explain;
mod guess;
mod id;
mod interrupt;
mod items;
mod merge;
mod names;
mod options;
mod outcome;
mod pairs;
mod question;
mod reader;
mod receipt;
mod record;
mod reply;
mod report;
mod request;
mod retry;
mod scan;
mod stream;
mod text;
mod value;
mod watcher;
mod write;

use pyo3::pymodule;

#[pymodule(gil_used = false)]
mod _native {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::callback::{parse_callback, verify_callback};
    #[pymodule_export]
    use crate::calls::{parse_balance, parse_incoming, parse_operator, parse_send, parse_statistics};
    #[pymodule_export]
    use crate::command::command;
    #[pymodule_export]
    use crate::cursor::Cursor;
    #[pymodule_export]
    use crate::explain::{diagnose, explain, story};
    #[pymodule_export]
    use crate::guess::guess;
    #[pymodule_export]
    use crate::id::message_id;
    #[pymodule_export]
    use crate::merge::merge;
    #[pymodule_export]
    use crate::names::{code_name, code_table, flag_parts, invalid_lang};
    #[pymodule_export]
    use crate::record::{Record, restore};
    #[pymodule_export]
    use crate::reply::{Reply, parse, read};
    #[pymodule_export]
    use crate::report::Report;
    #[pymodule_export]
    use crate::request::{
        Credentials, Form, Server, balance_form, delete_form, history_form, incoming_form, operator_form, send_form,
        statistics_form, status_form,
    };
    #[pymodule_export]
    use crate::retry::{advise, advise_after_status};
    #[pymodule_export]
    use crate::scan::{Batch, Batches, Scanner, split_file};
    #[pymodule_export]
    use crate::stream::{Stream, iter_parse};
    #[pymodule_export]
    use crate::watcher::{Job, Watcher};
    #[pymodule_export]
    use crate::write::write;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        // A panic would be a bug, and is raised in Python as an exception. The default hook would
        // also print to standard error, which belongs to the program.
        std::panic::set_hook(Box::new(|_| {}));
        module.add("CONTENT_TYPE", smsc_proto::request::CONTENT_TYPE)?;
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
