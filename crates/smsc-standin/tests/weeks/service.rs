//! The stand-in beside the model: each request is made of both.

use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr};

use smsc_proto::ApiError;
use smsc_proto::request::{Credentials, Server};
use smsc_standin::{Provider, Request, Response, Scenario, Time};

use crate::actions::{Action, Event, Wait};
use crate::model::{Account, Model};
use crate::moments::{DAY, HOUR, MINUTE, decimal, shifted};

/// 23 November 2026, 10:30 in Moscow.
const START: u64 = 1_795_418_400_000 + 30 * MINUTE;

/// What must not be shown, beside phones and texts.
const SECRETS: [&str; 3] = ["l0gin", "s3cret", "k3y"];

/// A request as it was made, and its response.
struct Exchange {
    path: String,
    body: String,
    peer: IpAddr,
    now: Time,
    response: Response,
}

pub(crate) struct Service {
    provider: Provider,
    pub(crate) model: Model,
    pub(crate) now: u64,
    log: Vec<Exchange>,
    pub(crate) given_ids: Vec<String>,
}

fn scenario(accounts: &[Account], max_faulty_sends: usize) -> Scenario {
    let mut text = format!("[limits]\nfaulty_sends = {max_faulty_sends}\n");
    for (index, account) in accounts.iter().enumerate() {
        let Account { history_days, zone, senders, .. } = account;
        let [balance, credit, price] = [account.balance, account.credit, account.price].map(decimal);
        write!(
            text,
            "[[account]]\nlogin = 'l0gin{index}'\npsw = 's3cret{index}'\napikey = 'k3y{index}'\nbalance = '{balance}'\n\
             credit = '{credit}'\nprice = '{price}'\nhistory_days = {history_days}\nzone = {zone}\nsenders = {senders:?}\n"
        )
        .unwrap();
    }
    Scenario::parse(&text).unwrap()
}

const fn peer(number: u8) -> IpAddr {
    IpAddr::V4(Ipv4Addr::new(127, 0, 0, number))
}

/// Returns a phone as it may be typed.
pub(crate) fn typed(phone: &str, spelling: u8) -> String {
    match (spelling, phone.strip_prefix('7').filter(|rest| phone.len() == 11 && !rest.is_empty())) {
        _ if phone.contains('@') => phone.to_owned(),
        (1, _) => format!("+{phone}"),
        (2, Some(rest)) => format!("8{rest}"),
        (3, Some(rest)) if rest.starts_with('9') => rest.to_owned(),
        (4, Some(rest)) => format!("+7 ({}) {}-{}-{}", &rest[..3], &rest[3..6], &rest[6..8], &rest[8..]),
        _ => phone.to_owned(),
    }
}

#[track_caller]
pub(crate) fn check_error(error: &ApiError<'_>, expected: Option<u32>) {
    assert_eq!(Some(error.code.0), expected, "the error");
}

impl Service {
    pub(crate) fn new(accounts: &[Account], max_faulty_sends: usize) -> Self {
        Self {
            provider: Provider::new(scenario(accounts, max_faulty_sends)),
            model: Model::new(accounts.to_vec(), max_faulty_sends),
            now: START,
            log: Vec::new(),
            given_ids: Vec::new(),
        }
    }

    pub(crate) fn carry_out(&mut self, event: &Event) {
        self.now = match event.wait {
            Wait::Millis(millis) => self.now + millis,
            Wait::Until(hour, offset) => {
                let today = self.now / DAY * DAY + hour * HOUR;
                let next = if today > self.now { today } else { today + DAY };
                shifted(next, offset).max(self.now)
            }
        };
        match &event.action {
            Action::Send(order) => self.send(event, order),
            Action::Status { picks, is_batch, form } => self.status(event, picks, *is_batch, *form),
            Action::Delete { picks, is_batch, form } => self.delete(event, picks, *is_batch, *form),
            Action::Balance { form, has_currency } => self.balance(event, *form, *has_currency),
            Action::History { .. } => self.history(event),
            Action::Statistics { days, form } => self.statistics(event, *days, *form),
            Action::Operator { phone, form } => self.operator(event, phone, *form),
            Action::WrongLogin => self.wrong_login(event),
            Action::NoLogin => {
                let expected = if self.model.is_blocked(event.peer, self.now) { 4 } else { 1 };
                self.raw(event, "/sys/balance.php", "cur=1", expected);
            }
            Action::Faulty(form, error) => self.faulty(event, form, *error),
        }
        let balances: Vec<_> = self.provider.accounts().iter().map(|account| account.balance.0).collect();
        assert_eq!(balances, self.model.accounts.iter().map(|account| account.balance).collect::<Vec<_>>());
        assert_eq!(self.provider.message_count(), self.model.stored());
    }

    fn exchange(&mut self, path: &str, body: String, event: &Event) -> Vec<u8> {
        let request = Request { peer: peer(event.peer), ..Request::post(path, body.as_bytes()) };
        let now = Time(self.now);
        let response = self.provider.handle(&request, now);
        assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
        let bytes = response.body.clone();
        self.log.push(Exchange { path: path.to_owned(), peer: request.peer, body, now, response });
        bytes
    }

    pub(crate) fn ask(&mut self, request: &dyn smsc_proto::request::Request, event: &Event) -> Vec<u8> {
        let (login, psw, key) =
            (format!("l0gin{}", event.account), format!("s3cret{}", event.account), format!("k3y{}", event.account));
        let credentials = if event.by_key { Credentials::api_key(&key) } else { Credentials::login(&login, &psw) };
        let (mut url, mut body) = (String::new(), String::new());
        request.write_url(&Server::SMSC_RU, &mut url).unwrap();
        request.write_body(&credentials, &mut body).unwrap();
        self.exchange(url.strip_prefix("https://smsc.ru").unwrap(), body, event)
    }

    /// Makes a request of fmt 1 that must end in an error.
    fn raw(&mut self, event: &Event, path: &str, form: &str, expected: u32) {
        let body = self.exchange(path, format!("{form}&fmt=1"), event);
        let body = String::from_utf8(body).unwrap();
        let (_, code) = body.split_once(",-").unwrap_or_else(|| panic!("{body:?} is no error"));
        assert_eq!(code, expected.to_string(), "{form}");
    }

    fn wrong_login(&mut self, event: &Event) {
        if self.model.is_blocked(event.peer, self.now) {
            return self.raw(event, "/sys/balance.php", "login=l0gin0&psw=x", 4);
        }
        self.model.refuse_login(event.peer, self.now);
        self.raw(event, "/sys/balance.php", "login=l0gin0&psw=x", 2);
    }

    fn faulty(&mut self, event: &Event, form: &str, error: u32) {
        let (script, form) = form.split_once('?').unwrap();
        let is_blocked = self.model.is_blocked(event.peer, self.now);
        if script == "send.php" && !is_blocked {
            self.model.refuse_send(event.peer, self.now);
        }
        let form = format!("apikey=k3y{}&{form}", event.account);
        self.raw(event, &format!("/sys/{script}"), &form, if is_blocked { 4 } else { error });
    }

    pub(crate) fn check_bounds(&self) {
        let journal = self.provider.journal();
        assert_eq!(journal.total(), u64::try_from(self.log.len()).unwrap());
        assert!(journal.entries().len() <= 1_000);
    }

    /// Checks that nothing that can be printed shows a secret, a phone or a text.
    pub(crate) fn check_secrets(&self) {
        let entries: Vec<_> = self.provider.journal().entries().collect();
        let responses: Vec<_> = self.log.iter().map(|exchange| &exchange.response).collect();
        let requests: Vec<_> = self.log.iter().map(|exchange| Request::post(&exchange.path, exchange.body.as_bytes())).collect();
        let shown = format!("{:?}{entries:?}{responses:?}{requests:?}{:?}", self.provider, self.provider.accounts());
        for secret in SECRETS.into_iter().chain(["7999000", "example.org", "Привет"]) {
            assert!(!shown.contains(secret), "{secret} is shown");
        }
    }

    /// Checks that the same requests at the same moments get the same responses.
    pub(crate) fn check_again(&self, accounts: &[Account], max_faulty_sends: usize) {
        let mut provider = Provider::new(scenario(accounts, max_faulty_sends));
        for exchange in &self.log {
            let request = Request { peer: exchange.peer, ..Request::post(&exchange.path, exchange.body.as_bytes()) };
            assert_eq!(provider.handle(&request, exchange.now), exchange.response);
        }
    }
}
