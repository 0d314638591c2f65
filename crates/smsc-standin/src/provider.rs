//! The service as a state machine: a request and a moment in, a response out.

use std::fmt;

use smsc_proto::{Charset, Format};

use crate::account;
use crate::fault::{Fault, FaultRule, SCRIPTS};
use crate::gate::{Gate, Ticket};
use crate::http::{Request, Response};
use crate::inbox::{ReceiveError, Received};
use crate::journal::{Entry, Journal};
use crate::notification::Notification;
use crate::numbers::phone_of;
use crate::params::Params;
use crate::reply::{AUTHORISATION, BLOCKED, DUPLICATE, PARAMETERS, Shape};
use crate::scenario::{Account, Scenario};
use crate::scripts;
use crate::snapshot::Snapshot;
use crate::state::{Decision, No, State};
use crate::time::Time;

/// The stand-in. It reads no clock and uses no random numbers: the same requests at the same moments
/// get the same responses.
///
/// ```
/// use smsc_standin::{Provider, Request, Scenario, Time};
///
/// let mut provider = Provider::new(Scenario::default());
/// let noon = Time::from_seconds(1_795_856_400);
/// let sent = b"login=demo&psw=demo&phones=79990000001&mes=Hello&id=101&fmt=3";
/// let response = provider.handle(&Request::post("/sys/send.php", sent), noon);
/// assert_eq!(response.body, b"{\n\"id\": 101,\n\"cnt\": 1\n}");
///
/// let asked = b"login=demo&psw=demo&phone=79990000001&id=101&fmt=1";
/// let later = Time(noon.0 + 5_000);
/// let response = provider.handle(&Request::post("/sys/status.php", asked), later);
/// assert_eq!(response.body, b"1,1795856404,0");
/// ```
pub struct Provider {
    state: State,
    gate: Gate,
    journal: Journal,
}

impl Provider {
    /// Creates a service without any message. A scenario without accounts gets the account `demo`.
    #[must_use]
    pub fn new(mut scenario: Scenario) -> Self {
        if scenario.accounts.is_empty() {
            scenario.accounts.push(Account::default());
        }
        Self { state: State::new(scenario), gate: Gate::new(), journal: Journal::default() }
    }

    /// Carries out a request, and returns its response. No other request is in work meanwhile.
    pub fn handle(&mut self, request: &Request<'_>, now: Time) -> Response {
        let (response, ticket) = self.begin(request, now);
        self.end(ticket);
        response
    }

    /// Carries out a request, which stays in work until [`end`](Self::end): it counts towards the
    /// limit on requests at once.
    pub fn begin(&mut self, request: &Request<'_>, now: Time) -> (Response, Ticket) {
        let now = now.min(Time::LAST);
        let mut ticket = Ticket::NONE;
        let Some(script) = request.script().filter(|script| SCRIPTS.contains(script)) else {
            return (Response::plain(404, "no such script\n"), ticket);
        };
        self.state.advance(now);
        let params = Params::of(request);
        let shape = Shape::of(&params);
        let rule = self.state.scenario.take_fault(script);
        let fault = rule.as_ref().map(|rule| &rule.fault);
        let is_lost = rule.as_ref().is_some_and(|rule| rule.lost);
        let decision = if is_lost { Ok(Vec::new()) } else { self.decide(request, script, &params, fault, now, &mut ticket) };
        let error = match &decision {
            Err(No::Refused(refusal)) => Some(refusal.code),
            _ => None,
        };
        self.journal.add(Entry::new(now, script, &params, error, fault.is_some()));
        let body = match decision {
            Ok(body) => body,
            Err(No::Refused(refusal)) => shape.refused(&refusal),
            Err(No::Unknown(why)) => {
                self.state.scenario.put_back_fault(rule);
                return (Response::plain(501, &format!("the stand-in does not know the reply: {why}\n")), ticket);
            }
        };
        let response = Response::ok(&content_type(shape), body);
        (fault.into_iter().fold(response, Response::with), ticket)
    }

    /// Ends the work on a request.
    pub fn end(&mut self, ticket: Ticket) {
        self.gate.end(ticket);
    }

    fn decide(
        &mut self,
        request: &Request<'_>,
        script: &str,
        params: &Params,
        fault: Option<&Fault>,
        now: Time,
        ticket: &mut Ticket,
    ) -> Decision {
        if self.gate.is_blocked(request.peer, now) {
            return Err(BLOCKED.into());
        }
        let Some(account) = account::find(&self.state.scenario.accounts, params) else {
            if params.bytes("login").is_none() && params.bytes("apikey").is_none() {
                return Err(PARAMETERS.into());
            }
            self.gate.refuse_login(request.peer, &self.state.scenario.limits, now);
            return Err(AUTHORISATION.into());
        };
        *ticket = self.gate.start_work(account, script, &self.state.scenario.limits)?;
        let decision = match script {
            "send.php" => scripts::send::run(&mut self.state, account, params, now),
            "status.php" => scripts::status::run(&mut self.state, account, params, fault, now),
            "balance.php" => scripts::balance::run(&mut self.state, account, params, now),
            "get.php" => scripts::get::run(&mut self.state, account, params, now),
            _ => scripts::info::run(&mut self.state, account, params, now),
        };
        if script == "send.php" {
            match &decision {
                Ok(_) if params.bytes("cost") == Some(b"1") => {}
                Ok(_) => self.gate.accept_send(request.peer),
                // A message that was sent already is no faulty one.
                Err(No::Refused(refusal)) if refusal.code == DUPLICATE.code => {}
                Err(No::Unknown(_)) => {}
                Err(No::Refused(_)) => self.gate.refuse_send(request.peer, &self.state.scenario.limits, now),
            }
        }
        decision
    }

    /// Returns the push notifications that are due, in the order of their times, and forgets them.
    /// After a long jump of the clock these are all that were due in between; take them one after the
    /// other with [`next_due`](Self::next_due) where that may be too many for the memory.
    pub fn notifications(&mut self, now: Time) -> Vec<Notification> {
        std::iter::from_fn(|| self.next_due(now)).collect()
    }

    /// Returns the first push notification that is due, and forgets it.
    pub fn next_due(&mut self, now: Time) -> Option<Notification> {
        self.state.next_due(now)
    }

    /// Returns when the next push notification is due. This is cheap.
    #[must_use]
    pub fn next_notification(&self) -> Option<Time> {
        self.state.next_notification()
    }

    /// Starts the clock of the scenario: the incoming messages that it plans are counted from here.
    /// The first request does the same.
    pub fn start(&mut self, now: Time) {
        self.state.advance(now);
    }

    /// Receives a message for the account with this login, or for the first one. Returns the id of the
    /// message.
    ///
    /// # Errors
    ///
    /// If there is no such account, or a number is no phone.
    pub fn receive(&mut self, login: Option<&str>, phone: &str, text: &str, to: &str, now: Time) -> Result<u32, ReceiveError> {
        self.state.advance(now);
        let account = self.state.scenario.account_of(login).ok_or(ReceiveError::Account)?;
        let phone = phone_of(phone).ok_or(ReceiveError::Phone)?;
        let to = phone_of(to).ok_or(ReceiveError::Phone)?;
        Ok(self.state.receive(Received { account, id: 0, phone, text: text.to_owned(), to, at: now }))
    }

    /// Receives a call for the account with this login, or for the first one, by which a person
    /// confirms a phone.
    ///
    /// # Errors
    ///
    /// If there is no such account, or the number is no phone.
    pub fn receive_call(&mut self, login: Option<&str>, phone: &str, now: Time) -> Result<(), ReceiveError> {
        self.state.advance(now);
        let account = self.state.scenario.account_of(login).ok_or(ReceiveError::Account)?;
        self.state.receive_call(account, phone_of(phone).ok_or(ReceiveError::Phone)?, now);
        Ok(())
    }

    /// Returns the state at a moment, without logins, phones and texts. This looks at every message.
    #[must_use]
    pub fn snapshot(&self, now: Time) -> Snapshot {
        Snapshot::of(&self.state, &self.gate, self.journal.total(), now)
    }

    /// Starts anew with a scenario. Requests in work stay in work.
    pub fn restart(&mut self, scenario: Scenario) {
        let gate = std::mem::replace(&mut self.gate, Gate::new());
        *self = Self::new(scenario);
        self.gate.keep_work_of(gate);
    }

    /// Adds a fault after those of the scenario.
    pub fn add_fault(&mut self, rule: FaultRule) {
        self.state.scenario.faults.push(rule);
    }

    /// Returns the latest requests, without credentials.
    #[must_use]
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// Returns the accounts, whose balances are those of now.
    #[must_use]
    pub fn accounts(&self) -> &[Account] {
        &self.state.scenario.accounts
    }

    /// Returns the number of messages that were accepted and not deleted.
    #[must_use]
    pub fn message_count(&self) -> usize {
        self.state.messages.len()
    }
}

impl fmt::Debug for Provider {
    /// Writes the number of messages, and nothing of them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provider").field("messages", &self.state.messages.len()).finish_non_exhaustive()
    }
}

/// Returns the `Content-Type` of a reply. That of JSON is recorded from the service, in windows-1251.
fn content_type(shape: Shape) -> String {
    let kind = if shape.format == Format::Json { "application/json" } else { "text/html" };
    let charset = match shape.charset {
        Charset::Utf8 => "utf-8",
        Charset::Koi8R => "koi8-r",
        _ => "windows-1251",
    };
    format!("{kind}; charset={charset}")
}
