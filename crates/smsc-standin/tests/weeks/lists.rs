//! Balances, the history, statistics and operators.

use smsc_proto::calls::{BalanceReply, OperatorReply, StatisticsReply};
use smsc_proto::request::{BalanceRequest, Date, HistoryRequest, OperatorRequest, StatisticsRequest};
use smsc_proto::{Format, Reply};

use crate::actions::{Action, Event, Form, Recipient};
use crate::model::Sent;
use crate::moments::{amount, civil, day};
use crate::record::{self, network};
use crate::service::{Service, check_error, typed};

fn date(day: u64) -> Date {
    let (year, month, date) = civil(day);
    Date::new(year.try_into().unwrap(), month.try_into().unwrap(), date.try_into().unwrap()).unwrap()
}

impl Service {
    pub(crate) fn balance(&mut self, event: &Event, form: Form, has_currency: bool) {
        let request = BalanceRequest::new().format(form.format).charset(form.charset);
        let request = if has_currency { request.currency() } else { request };
        let expected = if self.model.is_blocked(event.peer, self.now) {
            Some(4)
        } else {
            (!self.model.try_add(format!("{} balance", event.account), 10, self.now)).then_some(9)
        };
        let body = self.ask(&request, event);
        let account = &self.model.accounts[event.account];
        match request.query().read(&body).unwrap() {
            BalanceReply::Balance(balance) => {
                assert_eq!((expected, amount(balance.amount.as_str())), (None, account.balance));
                let has_credit = form.format == Format::Json && account.credit != 0;
                assert_eq!(balance.credit.map(|credit| amount(credit.as_str())), has_credit.then_some(account.credit));
                let has_currency = has_currency && matches!(form.format, Format::KeyValue | Format::Json);
                assert_eq!(balance.currency.map(|currency| currency.to_string()).as_deref(), has_currency.then_some("RUR"));
            }
            BalanceReply::Error(error) => check_error(&error, expected),
        }
    }

    /// Counts a list of get.php or info.php.
    fn limit_list(&mut self, event: &Event, like: &str) -> Option<u32> {
        if self.model.is_blocked(event.peer, self.now) {
            return Some(4);
        }
        (!self.model.try_add(format!("{} list {like}", event.account), 3, self.now)).then_some(9)
    }

    /// Returns the first and the last day of an interval that ends this number of days ago, at least.
    fn days(&self, event: &Event, (ago, more): (u64, u64)) -> (u64, u64) {
        let today = day(self.now, self.model.accounts[event.account].zone);
        (today - ago - more, today - ago)
    }

    pub(crate) fn history(&mut self, event: &Event) {
        let Action::History { days, count, older_than, phone, emails, form } = &event.action else { return };
        let form = Form {
            format: if form.format == Format::KeyValue { Format::KeyValue } else { Format::Json },
            detail: smsc_proto::Detail::Full,
            ..*form
        };
        let (first, last) = self.days(event, *days);
        let phone = phone.and_then(|index| self.model.messages.get(index)).map(|sent| sent.phone.clone());
        let phone = phone.filter(|phone| phone.contains('@') == *emails);
        // Keys are given in order; a key that no message has is later than all.
        let older_than = older_than.map(|index| if index < 7 { u64::try_from(index).unwrap() + 1 } else { 999_999_999_999_999 });
        let phones: Vec<_> = phone.iter().map(String::as_str).collect();
        let mut request = HistoryRequest::day(date(first)).phones(&phones).format(form.format).charset(form.charset);
        request = if last > first { request.until(date(last)) } else { request };
        request = if *emails { request.emails() } else { request };
        request = count.map_or(request, |count| request.count(count));
        request = older_than.map_or(request, |int_id| request.older_than(int_id));
        let like = format!("messages {first} {} {phones:?} {emails} {count:?} {older_than:?}", if last > first { last } else { 0 });
        let mut expected = self.limit_list(event, &like);
        let body = self.ask(&request, event);
        let account = self.model.accounts[event.account].clone();
        let is_listed = |sent: &Sent| {
            sent.account == event.account
                && sent.is_in_history(&account, first, last, self.now)
                && (sent.kind == 8) == *emails
                && phone.as_ref().is_none_or(|phone| *phone == sent.phone)
        };
        let key = |index: usize| u64::try_from(index).unwrap() + 1;
        let is_older = |index: usize| older_than.is_none_or(|int_id| key(index) < int_id);
        let listed = |(index, sent): (usize, &Sent)| (is_listed(sent) && is_older(index)).then_some(index);
        let messages: Vec<_> = self.model.messages.iter().enumerate().rev().filter_map(listed).collect();
        if expected.is_none() && messages.is_empty() {
            expected = Some(3);
        }
        let records = match request.query().read(&body).unwrap() {
            Reply::Records(records) => records,
            Reply::Error(error) => return check_error(&error, expected),
            Reply::Deleted => panic!("deleted"),
        };
        assert_eq!(expected, None);
        let is_forged = messages.iter().any(|&index| record::is_forged(&self.model.messages[index]));
        if is_forged && records.clone().any(|item| item.is_err() || item.is_ok_and(|record| record.is_ambiguous())) {
            return;
        }
        let records: Vec<_> = records.map(Result::unwrap).collect();
        assert_eq!(records.len(), messages.len().min(count.unwrap_or(1_000).into()));
        for (record, index) in records.iter().zip(messages) {
            assert_eq!(record.int_id(), Some(key(index)));
            record::check(record, &self.model.messages[index], &account, form, true, self.now);
        }
    }

    pub(crate) fn statistics(&mut self, event: &Event, days: (u64, u64), form: Form) {
        let (first, last) = self.days(event, days);
        let request = StatisticsRequest::new(date(first), date(last)).charset(form.charset);
        let expected = self.limit_list(event, &format!("stat {first} {last}"));
        let body = self.ask(&request, event);
        let rows = match request.query().read(&body).unwrap() {
            StatisticsReply::Rows(rows) => rows,
            StatisticsReply::Error(error) => return check_error(&error, expected),
        };
        let rows: Vec<_> = rows.map(Result::unwrap).collect();
        let zone = self.model.accounts[event.account].zone;
        let sent = self
            .model
            .messages
            .iter()
            .filter(|sent| sent.account == event.account && (first..=last).contains(&day(sent.at, zone)) && !sent.is_deleted);
        let (parts, cost) = sent.fold((0, 0), |(parts, cost), sent| (parts + sent.parts, cost + sent.cost));
        assert_eq!((expected, rows.len(), rows[0].count), (None, 1, parts));
        assert_eq!(rows[0].credit.map(|credit| amount(credit.as_str())), Some(cost));
        assert_eq!(rows[0].login.unwrap().to_string(), format!("l0gin{}", event.account));
    }

    pub(crate) fn operator(&mut self, event: &Event, phone: &Recipient, form: Form) {
        let typed = typed(&phone.phone, phone.spelling);
        let request = OperatorRequest::new(&typed).charset(form.charset);
        let network = network(&phone.phone);
        let expected = self.limit_list(event, &format!("operator {}", phone.phone)).or(network.is_none().then_some(3));
        let body = self.ask(&request, event);
        match request.query().read(&body).unwrap() {
            OperatorReply::Operator(found) => {
                assert_eq!(expected, None);
                let [mccmnc, country, operator, region] = network.unwrap();
                let found = [found.mcc, found.mnc, found.country, found.operator, found.region];
                let found = found.map(|text| text.map(|text| text.to_string()).unwrap_or_default());
                assert_eq!(found, [&mccmnc[..3], &mccmnc[3..], country, operator, region]);
            }
            OperatorReply::Error(error) => check_error(&error, expected),
        }
    }
}
