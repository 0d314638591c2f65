//! Targets that read replies: each format, and batches in chunks.

use super::hold;
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
    // quick-xml looks at less than the core does, so that the two agree only on what is sound.
    if input.is_sound {
        hold(differential::with_parser(&input.query, &input.body));
    }
    tree(&input);
}

pub(super) fn json(data: &[u8]) {
    let input = Input::new(Some(3), data);
    hold(differential::with_parser(&input.query, &input.body));
    tree(&input);
}

/// fmt 0 and 1: the oracle can read anything.
fn lines(fmt: u8, data: &[u8]) {
    let Input { query, body, .. } = Input::new(Some(fmt), data);
    hold(differential::with_oracle(&query, &body));
    hold(differential::short_cuts(&query, &body));
    hold(differential::one_after_the_other(&query, &body));
    hold(differential::one_alone(&query, &body));
    hold(differential::written_back(&query, &body));
}

fn tree(input: &Input) {
    let Input { query, body, .. } = input;
    hold(differential::places(body, &adapter::read(query, body)));
    hold(differential::one_after_the_other(query, body));
    hold(differential::one_alone(query, body));
    hold(differential::written_back(query, body));
}

pub(super) fn chunks(data: &[u8]) {
    let Input { query, body, lengths, .. } = Input::new(None, data);
    hold(differential::chunks(&query, &body, &lengths));
    hold(differential::limited_chunks(&query, &body, &lengths, lengths[0] * 4));
    hold(differential::limited_chunks(&query, &body, &lengths, body.len()));
}
