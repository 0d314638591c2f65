//! Statuses and deletions.

use smsc_proto::request::{DeleteRequest, StatusRequest};
use smsc_proto::{Match, MessageId, Reply, Requested, SingleReply};

use crate::actions::{Event, Form, Pick};
use crate::record;
use crate::service::{Service, check_error, typed};

impl Service {
    /// Returns the ids and the phones of picked messages, each once, and the phones as typed.
    fn pairs(&self, event: &Event, picks: &[Pick]) -> Vec<(String, String, String)> {
        let mut pairs: Vec<(String, String, String)> = Vec::new();
        for pick in picks {
            let own: Vec<_> = self.model.messages.iter().filter(|sent| sent.account == event.account).collect();
            let (id, phone) = match own.len().checked_sub(1 + pick.place).map(|place| own[place]) {
                Some(sent) => (pick.stranger.map_or(sent.id.clone(), |id| id.to_string()), sent.phone.clone()),
                None => (pick.stranger.map_or("5".to_owned(), |id| id.to_string()), "79990000001".to_owned()),
            };
            if !pairs.iter().any(|(other, to, _)| (other, to) == (&id, &phone)) {
                let typed = typed(&phone, pick.spelling);
                pairs.push((id, phone, typed));
            }
        }
        pairs
    }

    fn limit_status(&mut self, event: &Event, pairs: &[(String, String, String)], is_batch: bool) -> Option<u32> {
        if self.model.is_blocked(event.peer, self.now) {
            return Some(4);
        }
        let is_free = if is_batch {
            self.model.try_add(format!("{} batch", event.account), 1, self.now)
        } else {
            self.model.try_add(format!("{} status {:?} {:?}", event.account, pairs[0].0, pairs[0].1), 5, self.now)
        };
        (!is_free).then_some(9)
    }

    pub(crate) fn status(&mut self, event: &Event, picks: &[Pick], is_batch: bool, form: Form) {
        let pairs = self.pairs(event, picks);
        let pairs = if is_batch { &pairs[..] } else { &pairs[..1] };
        let requested: Vec<_> =
            pairs.iter().map(|(id, _, typed)| Requested { id: MessageId::parse(id).unwrap(), phone: typed }).collect();
        let request = if is_batch { StatusRequest::batch(&requested) } else { StatusRequest::one(requested[0]) };
        let request = request.format(form.format).charset(form.charset).detail(form.detail);
        let expected = self.limit_status(event, pairs, is_batch);
        let body = self.ask(&request, event);
        let check = |record: &smsc_proto::Record<'_>, (id, phone, _): &(String, String, String)| match self.model.find(
            event.account,
            id,
            phone,
            self.now,
        ) {
            Some(index) => {
                let account = &self.model.accounts[event.account];
                record::check(record, &self.model.messages[index], account, form, is_batch, self.now);
            }
            None => record::check_not_found(record, id, phone),
        };
        if !is_batch {
            match request.query().read_one(&body).unwrap() {
                SingleReply::Record(record) => {
                    assert_eq!(expected, None);
                    check(&record, &pairs[0]);
                }
                SingleReply::Error(error) => check_error(&error, expected),
                SingleReply::Deleted => panic!("deleted"),
            }
            return;
        }
        match request.query().read(&body).unwrap() {
            Reply::Records(records) => {
                assert_eq!(expected, None);
                if self.is_forged(event, pairs) && records.clone().matched().any(|item| is_doubtful(&item)) {
                    return;
                }
                let records: Vec<_> = records.matched().map(Result::unwrap).collect();
                assert_eq!(records.len(), pairs.len());
                for (found, pair) in records.iter().zip(pairs) {
                    let Match::Requested(record) = found else { panic!("{found:?}") };
                    assert_eq!(record.id().map(|id| id.to_string()).as_ref(), Some(&pair.0));
                    check(record, pair);
                }
            }
            Reply::Error(error) => check_error(&error, expected),
            Reply::Deleted => panic!("deleted"),
        }
    }

    /// Returns whether a requested message forges a record.
    fn is_forged(&self, event: &Event, pairs: &[(String, String, String)]) -> bool {
        let found = |(id, phone, _): &(String, String, String)| self.model.find(event.account, id, phone, self.now);
        pairs.iter().filter_map(found).any(|index| record::is_forged(&self.model.messages[index]))
    }

    pub(crate) fn delete(&mut self, event: &Event, picks: &[Pick], is_batch: bool, form: Form) {
        let pairs = self.pairs(event, picks);
        let pairs = if is_batch { &pairs[..] } else { &pairs[..1] };
        let requested: Vec<_> =
            pairs.iter().map(|(id, _, typed)| Requested { id: MessageId::parse(id).unwrap(), phone: typed }).collect();
        let request = if is_batch { DeleteRequest::batch(&requested) } else { DeleteRequest::one(requested[0]) };
        let request = request.format(form.format).charset(form.charset);
        let mut expected = self.limit_status(event, pairs, is_batch);
        let body = self.ask(&request, event);
        if expected.is_none() {
            let found: Vec<_> = pairs.iter().map(|(id, phone, _)| self.model.find(event.account, id, phone, self.now)).collect();
            if found.iter().all(Option::is_some) {
                found.into_iter().flatten().for_each(|index| self.model.messages[index].is_deleted = true);
            } else {
                expected = Some(5);
            }
        }
        match request.query().read(&body).unwrap() {
            Reply::Deleted => assert_eq!(expected, None),
            Reply::Error(error) => check_error(&error, expected),
            Reply::Records(_) => panic!("records"),
        }
    }
}

/// Returns whether an item is an error, or a record that may be read in another way.
fn is_doubtful(item: &Result<Match<'_>, smsc_proto::Error>) -> bool {
    match item {
        Ok(Match::Requested(record) | Match::Unexpected(record)) => record.is_ambiguous(),
        Ok(Match::Missing(_)) => false,
        Err(_) => true,
    }
}
