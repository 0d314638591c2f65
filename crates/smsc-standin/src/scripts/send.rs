//! send.php: messages and their price (R60 to R62).

mod order;

use serde_json::{Value, json};
use smsc_proto::Format;

use crate::message::Message;
use crate::money::Money;
use crate::numbers::Network;
use crate::params::Params;
use crate::reply::{DENIED, DUPLICATE, NO_MONEY, NUMBER, Refusal, Shape, TOO_MANY, UNDELIVERABLE};
use crate::scenario::Account;
use crate::state::{Decision, No, State};
use crate::time::Time;
use order::{Item, Order, Recipient};

/// The number of messages that a stand-in keeps. A client that sends more is told to wait.
const MAX_MESSAGES: usize = 1_000_000;
/// The number of bytes of all texts that a stand-in keeps.
const MAX_TEXT_BYTES: usize = 256 * 1024 * 1024;

pub(crate) fn run(state: &mut State, account: usize, params: &Params, now: Time) -> Decision {
    let order = Order::parse(params, state.account(account).zone, now)?;
    let shape = Shape::of(params);
    known_form(shape.format, &order)?;
    let limits = state.scenario.limits;
    let (kind, limit) = if order.is_price() { ("price", limits.like_prices) } else { ("send", limits.like_sends) };
    let windows = &mut state.calls;
    let like = order.likeness();
    if windows.count(&(account, kind, like), now) >= limit {
        return Err(DUPLICATE.into());
    }
    let is_full = state.messages.len() + order.recipients().count() > MAX_MESSAGES || state.messages.text_bytes() > MAX_TEXT_BYTES;
    if windows.is_full(now) || is_full {
        return Err(TOO_MANY.into());
    }
    let id = order.id.clone().unwrap_or_else(|| {
        let phones: Vec<_> = order.recipients().filter_map(|recipient| recipient.phone.as_deref()).collect();
        state.messages.next_id(account, &phones).to_string()
    });
    let refused = |refusal: Refusal| No::Refused(refusal.with_id(id.clone()));
    let owner = state.account(account);
    if !order.items.iter().all(|item| may_be_sender(owner, &item.sender)) {
        return Err(refused(DENIED));
    }
    let good = order.recipients().filter(|recipient| recipient.phone.is_some()).count();
    match (good, order.recipients().count()) {
        (0, 1) => return Err(refused(NUMBER)),
        (0, _) => return Err(refused(UNDELIVERABLE)),
        _ => {}
    }
    let sum = Sum::of(&order, owner.price);
    if !order.is_price() && owner.balance.0.saturating_add(owner.credit.0) < sum.cost.0 {
        return Err(refused(NO_MONEY));
    }
    state.calls.add((account, kind, like), now);
    if order.is_price() {
        return Ok(price(shape, &order, &sum));
    }
    let code = order.has_code.then(|| code(state.messages.len()));
    accept(state, account, &order, &id, now);
    state.scenario.accounts[account].balance -= sum.cost;
    let balance = state.account(account).balance;
    Ok(sent(shape, &order, &id, &sum, balance, code.as_deref()))
}

/// The cost of the messages of an order.
struct Sum {
    cost: Money,
    parts: u32,
    price: Money,
}

impl Sum {
    fn of(order: &Order, price: Money) -> Self {
        let of = |item: &Item| {
            let good = item.recipients.iter().filter(|recipient| recipient.phone.is_some()).count();
            item.parts.saturating_mul(u32::try_from(good).unwrap_or(u32::MAX))
        };
        let parts = order.items.iter().map(of).fold(0, u32::saturating_add);
        Self { cost: price * parts, parts, price }
    }
}

/// Accepts the messages of an order.
fn accept(state: &mut State, account: usize, order: &Order, id: &str, now: Time) {
    let price = state.account(account).price;
    for item in &order.items {
        state.messages.count_texts(item.text.len() + item.comment.len());
        for phone in item.recipients.iter().filter_map(|recipient| recipient.phone.as_ref()) {
            let life = state.scenario.life(phone);
            state.accept(Message {
                account,
                id: id.to_owned(),
                phone: phone.clone(),
                kind: order.kind,
                sender: item.sender.clone(),
                text: item.text.clone(),
                comment: item.comment.clone(),
                cost: price * item.parts,
                parts: item.parts,
                accepted: now,
                sent: item.sent.max(now),
                life,
                int_id: 0,
            });
        }
    }
}

/// Returns the code that a call dictates: four digits that depend on the number of messages alone.
fn code(messages: usize) -> String {
    (1_000 + (messages % 9_000 * 7_919 + 1_234) % 9_000).to_string()
}

/// Returns whether a message may come from this sender. A name that is longer than an e-mail address
/// cannot be a registered one.
fn may_be_sender(owner: &Account, sender: &str) -> bool {
    sender.is_empty() || sender.len() <= 254 && (owner.senders.is_empty() || owner.senders.iter().any(|of| of == sender))
}

/// Refuses what nobody has recorded the reply to.
fn known_form(format: Format, order: &Order) -> Result<(), No> {
    match format {
        Format::Xml => Err(No::Unknown("a success of send.php is not known in fmt 2")),
        Format::KeyValue if order.cost >= 2 => Err(No::Unknown("where fmt 0 writes the cost is not known; use fmt 1 or fmt 3")),
        Format::KeyValue | Format::Values if order.lists_faulty || order.lists_all => {
            Err(No::Unknown("err=1 and op=1 are known in fmt 3 alone"))
        }
        Format::KeyValue | Format::Values if order.has_code && !order.is_price() => {
            Err(No::Unknown("the code of a call is known in fmt 3 alone"))
        }
        _ if order.has_code && order.recipients().count() > 1 => Err(No::Unknown("the codes of several calls are not known")),
        _ => Ok(()),
    }
}

/// Writes the price of messages that are not sent.
fn price(shape: Shape, order: &Order, sum: &Sum) -> Vec<u8> {
    let (cost, parts) = (sum.cost, sum.parts);
    match shape.format {
        Format::KeyValue => shape.encode(&format!("{cost} ({parts} SMS)")),
        Format::Values => shape.encode(&format!("{cost},{parts}")),
        _ => {
            let mut members = vec![("cost", json!(cost.to_string())), ("cnt", json!(parts))];
            members.extend(phones(order, sum.price));
            shape.object(&members)
        }
    }
}

/// Writes the confirmation of messages.
fn sent(shape: Shape, order: &Order, id: &str, sum: &Sum, balance: Money, code: Option<&str>) -> Vec<u8> {
    let (cost, balance, parts) = (sum.cost.to_string(), balance.to_string(), sum.parts);
    match shape.format {
        Format::KeyValue => shape.encode(&format!("OK - {parts} SMS, ID - {id}")),
        Format::Values => {
            let more = match order.cost {
                2 => format!(",{cost}"),
                3 => format!(",{cost},{balance}"),
                _ => String::new(),
            };
            shape.encode(&format!("{id},{parts}{more}"))
        }
        _ => {
            let id = id.parse::<u32>().map_or_else(|_| json!(id), |number| json!(number));
            let mut members = vec![("id", id), ("cnt", json!(parts))];
            if order.cost >= 2 {
                members.push(("cost", json!(cost)));
            }
            if order.cost == 3 {
                members.push(("balance", json!(balance)));
            }
            members.extend(code.map(|code| ("code", json!(code))));
            members.extend(phones(order, sum.price));
            shape.object(&members)
        }
    }
}

/// Returns the list of phones that `err=1` or `op=1` asks for.
fn phones(order: &Order, price: Money) -> Option<(&'static str, Value)> {
    let of = |recipient: &Recipient, parts: u32| match &recipient.phone {
        Some(phone) => {
            let mccmnc = Network::of(phone).map_or("", |network| network.mccmnc);
            json!({"phone": phone, "mccmnc": mccmnc, "cost": (price * parts).to_string()})
        }
        None => json!({"phone": recipient.typed, "status": "22", "error": "249"}),
    };
    let is_listed = |recipient: &&Recipient| order.lists_all || recipient.phone.is_none();
    let of_item = |item: &Item| item.recipients.iter().filter(is_listed).map(|it| of(it, item.parts)).collect::<Vec<_>>();
    (order.lists_all || order.lists_faulty).then(|| ("phones", order.items.iter().flat_map(of_item).collect()))
}
