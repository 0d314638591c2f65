//! Messages that are sent, and their price.

use smsc_proto::calls::{SendReply, SentPhones};
use smsc_proto::request::{SendKind, SendRequest, SendTime};
use smsc_proto::{Charset, CostMode, Format, MessageId};

use crate::actions::{Event, Form, Order};
use crate::model::Sent;
use crate::moments::{MINUTE, amount};
use crate::record::{encodes, network};
use crate::service::{Service, check_error, typed};

const fn kind_number(kind: SendKind) -> u8 {
    match kind {
        SendKind::Flash => 1,
        SendKind::Binary => 2,
        SendKind::WapPush => 3,
        SendKind::Hlr => 4,
        SendKind::Ping => 5,
        SendKind::Mms => 6,
        SendKind::Call => 7,
        SendKind::Email => 8,
        SendKind::Viber => 10,
        SendKind::Social | SendKind::Telegram | SendKind::WhatsApp => 12,
        _ => 0,
    }
}

/// Returns the number of parts of a text, or the seconds of a call.
fn parts(kind: u8, text: &str) -> u32 {
    let len = u32::try_from(text.chars().count()).unwrap();
    // Two hexadecimal digits are a byte.
    let is_hexadecimal = len % 2 == 0 && text.chars().all(|next| next.is_ascii_hexdigit());
    let (one, more) = match kind {
        2 if is_hexadecimal => (280, 266),
        2 => (140, 133),
        _ if text.is_ascii() => (160, 153),
        _ => (70, 67),
    };
    match kind {
        4 | 5 | 8 => 1,
        7 => len.div_ceil(15).max(1),
        _ if len <= one => 1,
        _ => len.div_ceil(more),
    }
}

/// What the model makes of an order.
struct Plan<'o> {
    order: &'o Order,
    kind: u8,
    phones: Vec<String>,
    sender: &'o str,
    text: &'o str,
    comment: &'o str,
    form: Form,
    /// The cost of the message to one phone.
    each: i64,
}

impl<'o> Plan<'o> {
    fn new(order: &'o Order, price: i64) -> Self {
        let kind = kind_number(order.kind);
        let phone = |recipient: &crate::actions::Recipient| match kind {
            8 => recipient.address.to_owned(),
            _ => recipient.phone.clone(),
        };
        let sender = order.sender.unwrap_or_default();
        let (text, comment) = order.text.split_once("\n~~~\n").unwrap_or((&order.text, ""));
        let needs_utf8 = order.text.chars().chain(sender.chars()).any(|next| !encodes(order.form.charset, next));
        let form = Form {
            charset: if needs_utf8 { Charset::Utf8 } else { order.form.charset },
            format: match order.form.format {
                Format::Xml => Format::Json,
                // fmt 0 has no cost.
                Format::KeyValue if matches!(order.cost, CostMode::WithCost | CostMode::WithBalance) => Format::Json,
                _ if order.lists != (false, false) => Format::Json,
                format => format,
            },
            ..order.form
        };
        let phones = order.recipients.iter().map(phone).collect();
        let comment = if kind == 4 { "" } else { comment };
        Self { order, kind, phones, sender, text, comment, form, each: price * i64::from(parts(kind, text)) }
    }

    fn cost(&self) -> i64 {
        self.each * i64::try_from(self.phones.len()).unwrap()
    }

    fn parts(&self) -> u32 {
        parts(self.kind, self.text) * u32::try_from(self.phones.len()).unwrap()
    }

    fn is_price(&self) -> bool {
        self.order.cost == CostMode::PriceOnly
    }

    /// Checks the list of phones of `err=1` and `op=1`: none is faulty, so that `err=1` lists nothing.
    fn check_list(&self, listed: SentPhones<'_>) {
        let listed: Vec<_> = listed.map(Result::unwrap).collect();
        assert_eq!(listed.len(), if self.order.lists.1 { self.phones.len() } else { 0 });
        for (found, phone) in listed.iter().zip(&self.phones) {
            assert_eq!(found.phone.to_string(), *phone);
            assert_eq!(found.cost.map(|cost| amount(cost.as_str())), Some(self.each));
            let mccmnc = found.mccmnc.map(|text| text.to_string()).unwrap_or_default();
            assert_eq!(mccmnc, network(phone).map_or("", |network| network[0]));
        }
    }
}

impl Service {
    pub(crate) fn send(&mut self, event: &Event, order: &Order) {
        let plan = Plan::new(order, self.model.accounts[event.account].price);
        let typed = plan.phones.iter().zip(&order.recipients).map(|(phone, recipient)| typed(phone, recipient.spelling));
        let typed: Vec<_> = typed.collect();
        let typed: Vec<_> = typed.iter().map(String::as_str).collect();
        let mut request = SendRequest::new(&typed, &order.text).kind(order.kind).cost(order.cost);
        request = request.format(plan.form.format).charset(plan.form.charset);
        request = order.id.map_or(request, |id| request.id(MessageId::parse(id).unwrap()));
        request = order.sender.map_or(request, |sender| request.sender(sender));
        request = order.minutes.map_or(request, |minutes| request.time(SendTime::in_minutes(minutes)));
        request = if order.lists.0 { request.list_errors() } else { request };
        request = if order.lists.1 { request.list_operators() } else { request };
        let body = self.ask(&request, event);
        let expected = self.refusal(event, &plan);
        match request.query().read(&body).unwrap() {
            SendReply::Error(error) => {
                check_error(&error, expected);
                let id = error.id.map(|id| id.to_string());
                assert_eq!(id.is_some(), matches!(expected, Some(3 | 6 | 7 | 8)));
                assert!(id.is_none() || order.id.is_none() || id.as_deref() == order.id);
            }
            SendReply::Price(price) => {
                assert!(expected.is_none() && plan.is_price());
                assert_eq!((amount(price.cost.as_str()), price.count), (plan.cost(), plan.parts()));
                plan.check_list(price.phones);
            }
            SendReply::Sent(sent) => {
                assert!(expected.is_none() && !plan.is_price());
                let owner = &mut self.model.accounts[event.account];
                owner.balance -= plan.cost();
                assert_eq!(sent.count, plan.parts());
                let has_cost = matches!(order.cost, CostMode::WithCost | CostMode::WithBalance);
                let has_balance = order.cost == CostMode::WithBalance;
                assert_eq!(sent.cost.map(|cost| amount(cost.as_str())), has_cost.then(|| plan.cost()));
                assert_eq!(sent.balance.map(|balance| amount(balance.as_str())), has_balance.then_some(owner.balance));
                let id = sent.id.to_string();
                if let Some(own) = order.id {
                    assert_eq!(id, own);
                } else {
                    assert!(sent.id.number().is_some() && !self.given_ids.contains(&id), "{id} was given before");
                    self.given_ids.push(id.clone());
                }
                plan.check_list(sent.phones);
                self.accept(event.account, &plan, &id);
            }
        }
    }

    /// Returns the error that a message is refused with, if it is, and counts it.
    fn refusal(&mut self, event: &Event, plan: &Plan<'_>) -> Option<u32> {
        let now = self.now;
        if self.model.is_blocked(event.peer, now) {
            return Some(4);
        }
        let mut phones = plan.phones.clone();
        phones.sort();
        let Plan { kind, sender, text, .. } = plan;
        let like = format!("{} send {} {kind} {sender:?} {text:?} {phones:?}", event.account, plan.is_price());
        let account = &self.model.accounts[event.account];
        let is_sender = sender.is_empty() || account.senders.is_empty() || account.senders.contains(sender);
        let error = if self.model.is_over(&like, if plan.is_price() { 5 } else { 1 }, now) {
            // A message that was sent already is no faulty one.
            return Some(9);
        } else if !is_sender {
            6
        } else if !plan.is_price() && account.balance + account.credit < plan.cost() {
            3
        } else {
            if !plan.is_price() {
                self.model.end_row(event.peer);
            }
            self.model.add(like, now);
            return None;
        };
        self.model.refuse_send(event.peer, now);
        Some(error)
    }

    fn accept(&mut self, account: usize, plan: &Plan<'_>, id: &str) {
        for phone in &plan.phones {
            self.model.messages.push(Sent {
                account,
                id: id.to_owned(),
                phone: phone.clone(),
                kind: plan.kind,
                sender: plan.sender.to_owned(),
                text: plan.text.to_owned(),
                comment: plan.comment.to_owned(),
                cost: plan.each,
                parts: parts(plan.kind, plan.text),
                accepted: self.now,
                at: self.now + u64::from(plan.order.minutes.unwrap_or(0)) * MINUTE,
                is_deleted: false,
            });
        }
    }
}
