//! The core, as a program would use it.

use std::hint::black_box;

use smsc_proto::{Query, Record, Reply};

/// Parses a whole body, each record into the same variable.
pub(crate) fn into(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Record<'_>)) {
    let Ok(Reply::Records(mut records)) = query.read(body) else { panic!("the body is not a list of records") };
    let mut record = Record::empty();
    while let Some(result) = records.next_into(&mut record) {
        result.expect("a well-formed record");
        found(&record);
    }
}

/// Keeps the values that somebody who reads a report needs. The optimiser may leave out the other
/// values, and no more.
pub(crate) fn touch(record: &Record<'_>) {
    let length = record.message().map(|message| message.as_bytes().len());
    black_box((record.status(), record.err(), record.id(), length));
}
