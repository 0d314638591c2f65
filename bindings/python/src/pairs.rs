//! The (id, phone) pairs of a request (R47), with their index.

#![expect(clippy::mem_forget, reason = "self_cell's way to move an owner out of its guard")]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyTuple};
use self_cell::self_cell;
use smsc_proto::{IndexKey, LazyIndex, MessageId, Query, Requested, RequestedIndex};

use crate::id::Id;
use crate::interrupt::{now_and_then, within_steps};
use crate::options::{iterate, wrong_type};

/// The number of pairs from which on a table of the index is built on a thread of its own, so that
/// Ctrl-C ends the building. A table of fewer pairs takes less than 0.2 s, whatever is in them.
const MANY: usize = 1 << 12;

/// The pairs of a request. Clones share them.
#[derive(Clone)]
pub(crate) struct RequestedPairs(Arc<Indexed>);

type CorePairs<'q> = Vec<Requested<'q>>;

self_cell! {
    /// The pairs in the core's form, with the texts that they borrow, one after the other.
    struct Pairs {
        owner: String,
        #[covariant]
        dependent: CorePairs,
    }
}

self_cell! {
    /// The pairs with their index, which borrows them.
    struct Indexed {
        owner: Pairs,
        #[covariant]
        dependent: Index,
    }
}

/// An index that builds no table of many pairs before [`RequestedPairs::build_wanted`] is called:
/// until then, records are found without it.
struct Index<'q> {
    lazy: LazyIndex<'q>,
    has_many: bool,
    /// Whether the table of each key, in the order of [`IndexKey::ALL`], is needed, and whether it
    /// is built.
    is_wanted: [AtomicBool; 3],
    is_built: [AtomicBool; 3],
}

impl<'q> Index<'q> {
    fn new(pairs: &'q [Requested<'q>]) -> Self {
        let (is_wanted, is_built) = Default::default();
        Self { lazy: LazyIndex::new(pairs), has_many: pairs.len() >= MANY, is_wanted, is_built }
    }
}

impl RequestedIndex for Index<'_> {
    fn table(&self, key: IndexKey) -> Option<&[u32]> {
        if self.has_many && !self.is_built[key as usize].load(Ordering::Relaxed) {
            self.is_wanted[key as usize].store(true, Ordering::Relaxed);
            return None;
        }
        self.lazy.table(key)
    }
}

impl RequestedPairs {
    /// Returns the pairs in the core's form.
    pub(crate) fn list(&self) -> &[Requested<'_>] {
        self.0.borrow_owner().borrow_dependent()
    }

    /// Adds the pairs to a query, with an index whose tables are built when they are needed.
    pub(crate) fn add_to<'q>(&'q self, query: Query<'q>) -> Query<'q> {
        query.requested(self.list()).indexed(&self.0.borrow_dependent().lazy)
    }

    /// Adds the pairs to a query, with an index whose tables of many pairs are built by
    /// [`build_wanted`](Self::build_wanted).
    pub(crate) fn add_deferred_to<'q>(&'q self, query: Query<'q>) -> Query<'q> {
        query.requested(self.list()).indexed(self.0.borrow_dependent())
    }

    /// Returns whether a table that is needed is not built.
    pub(crate) fn is_wanting(&self) -> bool {
        self.wanted().is_some()
    }

    fn wanted(&self) -> Option<IndexKey> {
        let Index { is_wanted, is_built, .. } = self.0.borrow_dependent();
        let is = |flags: &[AtomicBool; 3], key: IndexKey| flags[key as usize].load(Ordering::Relaxed);
        IndexKey::ALL.into_iter().find(|key| is(is_wanted, *key) && !is(is_built, *key))
    }

    /// Builds the tables that are needed. Fails if the handler of a signal raises an exception; a
    /// later call then goes on.
    pub(crate) fn build_wanted(&self, py: Python<'_>) -> PyResult<()> {
        while let Some(key) = self.wanted() {
            let pairs = self.clone();
            within_steps(py, move |_| _ = pairs.0.borrow_dependent().lazy.table(key))?;
            self.0.borrow_dependent().is_built[key as usize].store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// The texts of pairs, one after the other, and what each pair has of them.
#[derive(Default)]
pub(crate) struct Parts {
    texts: String,
    list: Vec<Part>,
}

/// What a pair has: the id, if it is a number, and the length of a text id, or else 0.
struct Part {
    number: Option<u32>,
    id_len: usize,
    phone_len: usize,
}

impl Parts {
    /// Adds a pair. Fails if the value is not a pair.
    fn add(&mut self, pair: &Bound<'_, PyAny>) -> PyResult<()> {
        let tuple = pair.cast::<PyTuple>().ok().filter(|tuple| tuple.len() == 2);
        let tuple = tuple.ok_or_else(|| wrong_type(ACCEPTED, pair))?;
        let (id, phone) = (tuple.get_borrowed_item(0)?, tuple.get_borrowed_item(1)?);
        let id = Id::from_value(&id, "ids: an id", "ids: expected int or str for the id of a pair")?;
        let phone = phone.cast::<PyString>().map_err(|_| wrong_type("ids: expected str for the phone of a pair", &phone))?;
        let phone = phone.to_str().map_err(|_| PyValueError::new_err("ids: a phone has an unpaired surrogate"))?;
        if !phone.contains(|next: char| !next.is_whitespace()) {
            return Err(PyValueError::new_err("ids: a phone must not be empty or white space"));
        }
        self.push(&id, phone);
        Ok(())
    }

    /// Adds the pair of an id and a phone.
    pub(crate) fn push(&mut self, id: &Id, phone: &str) {
        let (number, text) = match id {
            Id::Number(number) => (Some(*number), ""),
            Id::Text(text) => (None, &**text),
        };
        self.texts.push_str(text);
        self.texts.push_str(phone);
        self.list.push(Part { number, id_len: text.len(), phone_len: phone.len() });
    }

    /// Returns the pairs with their index.
    pub(crate) fn finish(self) -> RequestedPairs {
        let Self { texts, list } = self;
        let pairs = Pairs::new(texts, |texts| Self::to_core(&list, texts));
        RequestedPairs(Arc::new(Indexed::new(pairs, |pairs| Index::new(pairs.borrow_dependent()))))
    }

    /// Returns the pairs in the core's form, with texts that are those of the parts.
    fn to_core<'q>(list: &[Part], mut texts: &'q str) -> Vec<Requested<'q>> {
        let pair = |part: &Part| {
            let (id, rest) = texts.split_at(part.id_len);
            let (phone, rest) = rest.split_at(part.phone_len);
            texts = rest;
            let id = part.number.map_or_else(|| MessageId::parse(id), MessageId::new);
            Requested { id: id.expect("an Id is only created from a valid id"), phone }
        };
        list.iter().map(pair).collect()
    }
}

const ACCEPTED: &str = "ids: expected an iterable of (id, phone) pairs, int or str and str";

impl<'py> FromPyObject<'_, 'py> for RequestedPairs {
    type Error = PyErr;

    fn extract(value: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let mut parts = Parts::default();
        for pair in iterate(&value, ACCEPTED)? {
            now_and_then(value.py())?;
            parts.add(&pair?)?;
        }
        Ok(parts.finish())
    }
}
