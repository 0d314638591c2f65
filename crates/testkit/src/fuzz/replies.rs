//! Targets that parse replies: each format, and batches in chunks.

use super::assert_holds;
use super::input::Input;
use crate::{adapter, differential};

pub(super) fn pairs(data: &[u8]) {
    lines(0, data);
}

pub(super) fn values(data: &[u8]) {
    lines(1, data);
}

pub(super) fn xml(data: &[u8]) {
    let input = Input::new(Some(2), data);
    // quick-xml checks less than the core does, so the two agree on well-formed bodies alone.
    if input.is_well_formed {
        assert_holds(differential::with_parser(&input.query, &input.body));
    }
    tree(&input);
}

pub(super) fn json(data: &[u8]) {
    let input = Input::new(Some(3), data);
    assert_holds(differential::with_parser(&input.query, &input.body));
    tree(&input);
}

/// Checks a body of fmt 0 or 1, which the oracle can always parse.
fn lines(fmt: u8, data: &[u8]) {
    let Input { query, body, .. } = Input::new(Some(fmt), data);
    assert_holds(differential::with_oracle(&query, &body));
    assert_holds(differential::fast_paths(&query, &body));
    assert_holds(differential::guesses(&query, &body));
    assert_holds(differential::reused_record(&query, &body));
    assert_holds(differential::single_reply(&query, &body));
    assert_holds(differential::written_back(&query, &body));
}

fn tree(input: &Input) {
    let Input { query, body, .. } = input;
    assert_holds(differential::spans(body, &adapter::read(query, body)));
    assert_holds(differential::guesses(query, body));
    assert_holds(differential::reused_record(query, body));
    assert_holds(differential::single_reply(query, body));
    assert_holds(differential::written_back(query, body));
}

pub(super) fn chunks(data: &[u8]) {
    let Input { query, body, lengths, .. } = Input::new(None, data);
    assert_holds(differential::chunks(&query, &body, &lengths));
    assert_holds(differential::limited_chunks(&query, &body, &lengths, lengths[0] * 4));
    assert_holds(differential::limited_chunks(&query, &body, &lengths, body.len()));
}
