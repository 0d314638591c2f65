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
use order::{Order, Recipient};

/// The number of messages that a stand-in keeps. A client that sends more is told to wait.
const MAX_MESSAGES: usize = 1_000_000;

pub(crate) fn run(state: &mut State, account: usize, params: &Params, now: Time) -> Decision {
    let order = Order::parse(params, now)?;
    let shape = Shape::of(params);
    known_form(shape.format, &order)?;
    let limits = state.scenario.limits;
    let (kind, limit) = if order.is_price() { ("price", limits.like_prices) } else { ("send", limits.like_sends) };
    let windows = &mut state.calls;
    let like = order.likeness();
    if windows.count(&(account, kind, like), now) >= limit {
        return Err(DUPLICATE.into());
    }
    if windows.is_full(now) || state.messages.len() + order.recipients.len() > MAX_MESSAGES {
        return Err(TOO_MANY.into());
    }
    let id = order.id.clone().unwrap_or_else(|| state.messages.next_id().to_string());
    let refused = |refusal: Refusal| No::Refused(refusal.with_id(id.clone()));
    let owner = state.account(account);
    if !may_be_sender(owner, &order.sender) {
        return Err(refused(DENIED));
    }
    let good: Vec<_> = order.recipients.iter().filter_map(|recipient| recipient.phone.as_deref()).collect();
    match (good.is_empty(), order.recipients.len()) {
        (true, 1) => return Err(refused(NUMBER)),
        (true, _) => return Err(refused(UNDELIVERABLE)),
        _ => {}
    }
    let each = owner.price * order.parts;
    let cost = each * u32::try_from(good.len()).unwrap_or(u32::MAX);
    if !order.is_price() && owner.balance.0.saturating_add(owner.credit.0) < cost.0 {
        return Err(refused(NO_MONEY));
    }
    state.calls.add((account, kind, like), now);
    let parts = order.parts.saturating_mul(u32::try_from(good.len()).unwrap_or(u32::MAX));
    if order.is_price() {
        return Ok(price(shape, &order, cost, parts, each));
    }
    for phone in good {
        let statuses = state.scenario.life(phone);
        state.accept(Message {
            account,
            id: id.clone(),
            phone: phone.to_owned(),
            kind: order.kind,
            sender: order.sender.clone(),
            text: order.text.clone(),
            comment: order.comment.clone(),
            cost: each,
            parts: order.parts,
            accepted: now,
            sent: order.sent,
            life: statuses,
            int_id: 0,
        });
    }
    state.scenario.accounts[account].balance -= cost;
    let balance = state.account(account).balance;
    Ok(sent(shape, &order, &id, parts, cost, balance, each))
}

/// Returns whether a message may come from this sender. A name that is longer than an e-mail address
/// cannot be a registered one.
fn may_be_sender(owner: &Account, sender: &str) -> bool {
    let is_none = matches!(sender, "" | ".");
    is_none || sender.len() <= 254 && (owner.senders.is_empty() || owner.senders.iter().any(|of| of == sender))
}

/// Refuses what nobody has recorded the reply to.
fn known_form(format: Format, order: &Order) -> Result<(), No> {
    match format {
        Format::Xml => Err(No::Unknown("a success of send.php is not known in fmt 2")),
        Format::KeyValue if order.cost >= 2 => Err(No::Unknown("where fmt 0 writes the cost is not known; use fmt 1 or fmt 3")),
        Format::KeyValue | Format::Values if order.lists_faulty || order.lists_all => {
            Err(No::Unknown("err=1 and op=1 are known in fmt 3 alone"))
        }
        _ => Ok(()),
    }
}

/// Writes the price of a message that is not sent.
fn price(shape: Shape, order: &Order, cost: Money, parts: u32, each: Money) -> Vec<u8> {
    match shape.format {
        Format::KeyValue => shape.encode(&format!("{cost} ({parts} SMS)")),
        Format::Values => shape.encode(&format!("{cost},{parts}")),
        _ => {
            let mut members = vec![("cost", json!(cost.to_string())), ("cnt", json!(parts))];
            members.extend(phones(order, each));
            shape.object(&members)
        }
    }
}

/// Writes the confirmation of a message.
fn sent(shape: Shape, order: &Order, id: &str, parts: u32, cost: Money, balance: Money, each: Money) -> Vec<u8> {
    let (cost, balance) = (cost.to_string(), balance.to_string());
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
            members.extend(phones(order, each));
            shape.object(&members)
        }
    }
}

/// Returns the list of phones that `err=1` or `op=1` asks for.
fn phones(order: &Order, each: Money) -> Option<(&'static str, Value)> {
    let listed = order.recipients.iter().filter(|recipient| order.lists_all || order.lists_faulty && recipient.phone.is_none());
    let of = |recipient: &Recipient| match &recipient.phone {
        Some(phone) => {
            let mccmnc = Network::of(phone).map_or("", |network| network.mccmnc);
            json!({"phone": phone, "mccmnc": mccmnc, "cost": each.to_string()})
        }
        None => json!({"phone": recipient.typed, "status": "22", "error": "249"}),
    };
    (order.lists_all || order.lists_faulty).then(|| ("phones", listed.map(of).collect()))
}
