//! The fast paths return the same records as the slow path.

use proptest::prelude::*;
use testkit::{CaseQuery, generate};

extern crate std;
use std::vec::Vec;

use crate::error::Error;
use crate::lines::batch::Batch;
use crate::lines::fast;
use crate::lines::format;
use crate::lines::window::without_line_end;
use crate::model::charset::Charset;
use crate::model::fields::MAX_RECORD;
use crate::model::message_id::MessageId;
use crate::model::query::{Detail, Format, MessageKind, Query};
use crate::model::record::Record;
use crate::model::requested::Requested;
use crate::step::Step;

/// Returns the query of a generated body of fmt 0 or 1.
fn query_of(case: &CaseQuery) -> Option<Query<'static>> {
    let format = Format::try_from(case.fmt).ok().filter(|format| matches!(format, Format::KeyValue | Format::Values))?;
    let mut query = Query::new(format, Detail::try_from(case.all).ok()?);
    query.charset = Charset::from_name(&case.charset)?;
    query.is_batch = case.multi;
    query.kind = MessageKind::from_name(&case.kind)?;
    Some(query)
}

/// Returns the requested pairs of a generated body.
fn pairs_of(case: &CaseQuery) -> Option<Vec<Requested<'_>>> {
    let ids = case.ids.as_deref()?;
    ids.split(',')
        .map(|pair| {
            let (id, phone) = pair.split_once(':')?;
            Some(Requested { id: MessageId::parse(id)?, phone })
        })
        .collect()
}

type Item<'a> = (usize, Result<(), Error>, Option<Record<'a>>);

/// Returns the items of a batch, read with the fast paths or without them.
fn items<'a>(query: &Query<'a>, body: &'a [u8], is_fast: bool) -> Vec<Item<'a>> {
    let mut batch = Batch::new(*query, MAX_RECORD, 0);
    let (mut items, mut at) = (Vec::new(), 0);
    loop {
        let mut record = Record::new(query.charset);
        let window = body.get(at..).unwrap_or_default();
        let used = if is_fast { batch.try_fast(window, true, &mut record) } else { None };
        let step = match used {
            Some(used) => Step::Item(used, Ok(())),
            None if is_fast => batch.step_slow(window, true, &mut record),
            None => batch.step_general(window, true, &mut record),
        };
        let Step::Item(used, result) = step else { return items };
        items.push((used, result, result.is_ok().then_some(record)));
        at = at.saturating_add(used);
    }
}

proptest! {
    #![proptest_config(generate::cases(4000))]

    #[test]
    fn of_a_batch((case, body) in prop_oneof![generate::reply(), generate::random_tokens()]) {
        if let Some(query) = query_of(&case) {
            let pairs = pairs_of(&case);
            let query = query.batch();
            let query = pairs.as_deref().map_or(query, |pairs| query.requested(pairs));
            prop_assert_eq!(items(&query, &body, true), items(&query, &body, false));
        }
    }

    #[test]
    fn of_a_single_reply((case, body) in prop_oneof![generate::reply(), generate::random_tokens()]) {
        if let Some(mut query) = query_of(&case) {
            query.is_batch = false;
            let reply = without_line_end(&body);
            let (mut fast, mut slow) = (Record::new(query.charset), Record::new(query.charset));
            let is_fast = fast::single(&query, reply, &mut fast).is_some();
            if is_fast || fast::single_hlr(&query, reply, &mut fast).is_some() {
                prop_assert_eq!(format::whole(&query, reply, &mut slow), Ok(()));
                prop_assert_eq!(fast, slow);
            }
        }
    }
}
