//! Events of messages: what becomes a push notification, and when.

use crate::inbox::Received;
use crate::life::{MessageState, WITH_OPERATOR};
use crate::message::Message;
use crate::notices::Event;
use crate::notification::{Fields, Notification};
use crate::numbers::{Network, phone_of};
use crate::state::State;
use crate::time::Time;

impl State {
    /// Accepts a message, and plans the notification of its first status.
    pub(crate) fn accept(&mut self, message: Message) {
        let account = message.account;
        let key = self.messages.add(message);
        if let Some(handler) = &self.account(account).callback {
            let step = usize::from(!handler.handed_over);
            self.plan(key, step);
        }
    }

    /// Plans the notification of a status of a message, if it has this step.
    fn plan(&mut self, key: u64, step: usize) {
        let Some(message) = self.messages.get(key).filter(|message| !message.life.is_lost) else { return };
        if let Some(state) = reached(message, step) {
            self.notices.add(state.since, Event::Status { key, step });
        }
    }

    /// Forgets notifications about messages that were deleted, as far as the next one is concerned.
    pub(crate) fn drop_stale_notices(&mut self) {
        let messages = &self.messages;
        self.notices.drop_stale(|key| messages.get(key).is_some());
    }

    /// Receives the planned messages that are due. The first call is the start of the stand-in.
    pub(crate) fn advance(&mut self, now: Time) {
        if self.start.is_none() {
            self.start = Some(now);
            let planned = self.scenario.incoming.iter().filter_map(|message| {
                Some(Received {
                    account: self.scenario.account_of(message.account.as_deref())?,
                    id: 0,
                    phone: phone_of(&message.phone)?,
                    text: message.text.clone(),
                    to: phone_of(&message.to)?,
                    at: now + message.after,
                })
            });
            self.inbox.plan(planned.collect());
        }
        while let Some(message) = self.inbox.take_due(now) {
            self.receive(message);
        }
    }

    /// Receives a message, and returns its id.
    pub(crate) fn receive(&mut self, message: Received) -> u32 {
        let (account, at) = (message.account, message.at);
        let id = self.inbox.receive(message);
        if self.account(account).callback.is_some() {
            self.notices.add(at, Event::Incoming(id));
        }
        id
    }

    /// Returns when the next notification is due.
    pub(crate) fn next_notification(&self) -> Option<Time> {
        let has_handler = |message: &&Received| self.account(message.account).callback.is_some();
        let planned = self.inbox.planned().find(has_handler).map(|message| message.at);
        self.notices.next().into_iter().chain(planned).min()
    }

    /// Returns the next notification that is due, and plans the one after it.
    pub(crate) fn next_due(&mut self, now: Time) -> Option<Notification> {
        self.advance(now);
        while let Some((at, event)) = self.notices.pop(now) {
            let (account, fields) = match event {
                Event::Status { key, step } => {
                    self.plan(key, step + 1);
                    self.drop_stale_notices();
                    let Some(message) = self.messages.get(key) else { continue };
                    let Some(reached) = reached(message, step) else { continue };
                    (message.account, status(message, reached, self.account(message.account).zone))
                }
                Event::Incoming(id) => {
                    let Some(message) = self.inbox.get(id) else { continue };
                    (message.account, incoming(message))
                }
                Event::Call(call) => (call.0, self::call(&call.1, at)),
            };
            if let Some(handler) = &self.account(account).callback {
                return Some(fields.request(handler, account, at));
            }
        }
        None
    }

    /// Receives a call from a phone, by which a person confirms it.
    pub(crate) fn receive_call(&mut self, account: usize, phone: String, now: Time) {
        if self.account(account).callback.is_some() {
            self.notices.add(now, Event::Call(Box::new((account, phone))));
        }
    }
}

/// Returns the state that a step of a message leads to; step 0 is that it is handed to the operator.
fn reached(message: &Message, step: usize) -> Option<MessageState> {
    let Some(index) = step.checked_sub(1) else {
        return Some(MessageState { status: WITH_OPERATOR, err: smsc_proto::ErrCode(0), since: message.sent });
    };
    let step = message.life.steps.get(index)?;
    Some(MessageState { status: step.status, err: step.err, since: message.sent + step.after })
}

/// Returns the fields of a status.
fn status(message: &Message, state: MessageState, zone: i8) -> Fields {
    let network = Network::of(&message.phone);
    let mut values = vec![
        ("id", message.id.clone()),
        ("phone", message.phone.clone()),
        ("status", state.status.0.to_string()),
        ("time", state.since.text(zone)),
        ("ts", state.since.seconds().to_string()),
        ("err", state.err.0.to_string()),
        ("cnt", message.parts.to_string()),
        ("cost", message.cost.to_string()),
        ("type", message.kind.to_string()),
        ("flag", message.kind.to_string()),
        ("mccmnc", network.map_or_else(String::new, |network| network.mccmnc.to_owned())),
        ("sender", message.sender.clone()),
    ];
    if let Some(subscriber) = message.subscriber(state).filter(|subscriber| !subscriber.imsi.is_empty()) {
        values.extend([
            ("imsi", subscriber.imsi),
            ("msc", subscriber.msc),
            ("mcc", subscriber.mcc.to_owned()),
            ("mnc", subscriber.mnc.to_owned()),
            ("cn", subscriber.cn.to_owned()),
            ("net", subscriber.net.to_owned()),
        ]);
    }
    Fields { kind: "status", signed: &["id", "phone", "status"], values }
}

/// Returns the fields of an incoming message.
fn incoming(message: &Received) -> Fields {
    let values = vec![
        ("phone", message.phone.clone()),
        ("mes", message.text.clone()),
        ("to", message.to.clone()),
        ("sms_id", message.id.to_string()),
    ];
    Fields { kind: "incoming", signed: &["phone", "mes", "to"], values }
}

/// Returns the fields of a call that confirms a phone.
fn call(phone: &str, at: Time) -> Fields {
    let values = vec![("phone", phone.to_owned()), ("ts", at.seconds().to_string()), ("waitcall", "1".to_owned())];
    Fields { kind: "call", signed: &["phone", "ts"], values }
}
