//! A snapshot: the state of the stand-in at a moment, for people and for assertions.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::gate::{Gate, Lane};
use crate::limits::Limits;
use crate::message::Message;
use crate::state::State;
use crate::time::Time;

/// The number of messages that are listed.
const LISTED: usize = 50;

/// The state of the stand-in at a moment. It shows no login, phone or text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Snapshot {
    /// The moment, in milliseconds since the Unix epoch.
    pub now_ms: u64,
    /// The moment in Moscow.
    pub moscow: String,
    /// The accounts in the order of the scenario.
    pub accounts: Vec<AccountView>,
    /// The limits, and what counts towards them.
    pub limits: Vec<LimitView>,
    /// The moments at which blocked addresses are let in again, in milliseconds since the Unix epoch.
    pub blocked_until_ms: Vec<u64>,
    /// The latest messages, at most 50, the newest first.
    pub messages: Vec<MessageView>,
    /// Sums over everything.
    pub totals: Totals,
}

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccountView {
    /// The first letter of the login.
    pub login: String,
    /// The money that is left.
    pub balance: String,
    /// The code of the currency.
    pub currency: String,
    /// The price of one part of a message.
    pub price: String,
    /// The number of messages by status, those in the archive left out.
    pub statuses: BTreeMap<i32, usize>,
    /// The number of messages that status.php no longer finds.
    pub archived: usize,
    /// A mark that the account has a handler of notifications.
    pub has_callback: bool,
}

/// A limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LimitView {
    /// The key of the limit in a scenario.
    pub name: &'static str,
    /// The greatest number that is let in.
    pub limit: usize,
    /// The length of the window in seconds; 0 for a limit on requests at once.
    pub window: u64,
    /// The number of requests in the window.
    pub counted: usize,
    /// The greatest number that shares one limit: of one message, account or address.
    pub fullest: usize,
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessageView {
    /// The index of its account.
    pub account: usize,
    /// Its id.
    pub id: String,
    /// Its type (R35).
    pub kind: u8,
    /// Its status.
    pub status: i32,
    /// The err of the status.
    pub err: u32,
    /// The time of sending, in milliseconds since the Unix epoch.
    pub sent_ms: u64,
    /// Its phone, such as `7999*****01`.
    pub phone: String,
}

/// Sums over everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// The messages that were accepted and not deleted.
    pub messages: usize,
    /// The requests so far.
    pub requests: u64,
    /// The notifications that are queued. Each message has one at most, for its next status.
    pub notifications: usize,
}

impl Snapshot {
    pub(crate) fn of(state: &State, gate: &Gate, requests: u64, now: Time) -> Self {
        Self {
            now_ms: now.0,
            moscow: now.text(3),
            accounts: accounts(state, now),
            limits: limits(state, gate, now),
            blocked_until_ms: gate.blocked(now).into_iter().map(|until| until.0).collect(),
            messages: state.messages.iter().rev().take(LISTED).map(|message| view(message, now)).collect(),
            totals: Totals { messages: state.messages.len(), requests, notifications: state.notices.len() },
        }
    }
}

fn accounts(state: &State, now: Time) -> Vec<AccountView> {
    let view = |account: &crate::Account| AccountView {
        login: account.login.chars().take(1).chain(['…']).collect(),
        balance: account.balance.to_string(),
        currency: account.currency.clone(),
        price: account.price.to_string(),
        statuses: BTreeMap::new(),
        archived: 0,
        has_callback: account.callback.is_some(),
    };
    let mut views: Vec<_> = state.scenario.accounts.iter().map(view).collect();
    for message in state.messages.iter() {
        let Some(view) = views.get_mut(message.account) else { continue };
        if message.is_archived(state.account(message.account).history_days, now) {
            view.archived += 1;
        } else {
            *view.statuses.entry(shown_status(message, now)).or_default() += 1;
        }
    }
    views
}

/// Returns the status that status.php reports.
fn shown_status(message: &Message, now: Time) -> i32 {
    if message.life.is_lost { smsc_proto::StatusCode::NOT_FOUND.0 } else { message.state(now).status.0 }
}

fn view(message: &Message, now: Time) -> MessageView {
    MessageView {
        account: message.account,
        id: message.id.clone(),
        kind: message.kind,
        status: shown_status(message, now),
        err: message.state(now).err.0,
        sent_ms: message.sent.0,
        phone: mask(&message.phone),
    }
}

/// Masks a phone, of which the first four and the last two digits stay, or an address, of which the
/// first letter stays.
pub(crate) fn mask(phone: &str) -> String {
    if phone.contains('@') {
        return phone.chars().take(1).chain("…@…".chars()).collect();
    }
    let len = phone.chars().count();
    let is_shown = |index: usize| len > 8 && (index < 4 || index + 2 >= len);
    phone.chars().enumerate().map(|(index, digit)| if is_shown(index) { digit } else { '*' }).collect()
}

fn limits(state: &State, gate: &Gate, now: Time) -> Vec<LimitView> {
    let of = |kinds: &[&str]| state.calls.counts(now, |(_, kind, _)| kinds.contains(kind));
    let Limits {
        status,
        batch,
        status_at_once,
        like_sends,
        like_prices,
        at_once,
        balance,
        like_lookups,
        lookups,
        refused_logins,
        faulty_sends,
        // Of one request.
        batch_ids: _,
    } = state.scenario.limits;
    let lists = ["operator", "get_messages", "get_answers", "get_stat", "get_senders"];
    let row = |name, limit, window, (counted, fullest)| LimitView { name, limit, window, counted, fullest };
    vec![
        row("status", status, 60, state.statuses.counts(now, |_| true)),
        row("batch", batch, 60, of(&["status batch"])),
        row("status_at_once", status_at_once, 0, gate.in_work(Lane::Status)),
        row("like_sends", like_sends, 60, of(&["send"])),
        row("like_prices", like_prices, 60, of(&["price"])),
        row("at_once", at_once, 0, gate.in_work(Lane::Other)),
        row("balance", balance, 60, of(&["balance"])),
        row("like_lookups", like_lookups, 60, of(&lists)),
        row("lookups", lookups, 60, of(&["operators"])),
        row("refused_logins", refused_logins, 30 * 60, gate.refused_logins.counts(now, |_| true)),
        row("faulty_sends", faulty_sends, 10 * 60, gate.faulty_sends.counts(now, |_| true)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_are_masked() {
        assert_eq!(mask("79990000001"), "7999*****01");
        assert_eq!([mask("123456789"), mask("12345678"), mask("")], ["1234***89", "********", ""]);
        assert_eq!(mask("alex@example.org"), "a…@…");
    }
}
