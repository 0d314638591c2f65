//! The core, as a program would use it.

use std::hint::black_box;

use smsc_proto::{Query, Record, Reply};

/// Reads a whole body that is at hand, each record into the same place.
pub(crate) fn into(query: &Query<'_>, body: &[u8], mut found: impl FnMut(&Record<'_>)) {
    let Ok(Reply::Records(mut records)) = query.read(body) else { panic!("the body is no list of records") };
    let mut status = Record::empty();
    while let Some(result) = records.next_into(&mut status) {
        result.expect("a record that can be read");
        found(&status);
    }
}

/// What somebody who reads a report looks at: the optimiser may leave out what nobody looks at, and nothing else.
pub(crate) fn touch(status: &Record<'_>) {
    let length = status.message().map(|message| message.as_bytes().len());
    black_box((status.status(), status.err(), status.id(), length));
}
