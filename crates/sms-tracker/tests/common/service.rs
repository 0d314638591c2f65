//! The stand-in, and its answers as a client reads them.

use std::collections::HashMap;

use sms_tracker::{Ask, AskKind};
use smsc_proto::request::StatusRequest;
use smsc_proto::{ApiErrorCode, Match, MessageId, Record, Reply, Requested, SingleReply, StatusCode};
use smsc_standin::{Account, Money, Provider, Request, Scenario, Ticket, Time};

use super::program::{Sent, history_query};

/// The statuses of an answer, by the number of the message.
pub(crate) enum Answer {
    Statuses(HashMap<usize, StatusCode>, Ticket),
    Refused(ApiErrorCode, Ticket),
    Lost(Ticket),
}

impl Answer {
    pub(crate) fn into_ticket(self) -> Ticket {
        match self {
            Self::Statuses(_, ticket) | Self::Refused(_, ticket) | Self::Lost(ticket) => ticket,
        }
    }
}

/// The service, and what it refused.
pub(crate) struct Service {
    provider: Provider,
    pub(crate) asks: [u64; 3],
    /// The times at which a request was refused for a limit (error 9).
    pub(crate) refused: Vec<u64>,
}

impl Service {
    pub(crate) fn new(history_days: u32) -> Self {
        let account = Account { price: Money(0), history_days, ..Account::default() };
        let provider = Provider::new(Scenario { accounts: vec![account], ..Scenario::default() });
        Self { provider, asks: [0; 3], refused: Vec::new() }
    }

    pub(crate) fn send(&mut self, index: usize, sent: &Sent, now: u64) {
        let body = format!("login=demo&psw=demo&phones={}&mes=code{index}&id={}&fmt=1", sent.phone, index + 1);
        let response = self.provider.handle(&Request::post("/sys/send.php", body.as_bytes()), Time(now));
        let expected = format!("{},1", index + 1);
        assert_eq!(String::from_utf8_lossy(&response.body), expected, "the stand-in accepts the message");
    }

    /// Returns the answer to a request, which stays in work until [`end`](Self::end).
    pub(crate) fn answer(&mut self, ask: &Ask, body: &str, now: u64) -> Answer {
        let (path, place) = match ask.kind() {
            AskKind::Single => ("/sys/status.php", 0),
            AskKind::Batch => ("/sys/status.php", 1),
            AskKind::History { .. } => ("/sys/get.php", 2),
        };
        self.asks[place] += 1;
        let (response, ticket) = self.provider.begin(&Request::post(path, body.as_bytes()), Time(now));
        assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
        match statuses(ask, body, &response.body) {
            Ok(statuses) => Answer::Statuses(statuses, ticket),
            Err(code) => {
                if code == ApiErrorCode::TOO_MANY_REQUESTS {
                    self.refused.push(now);
                }
                Answer::Refused(code, ticket)
            }
        }
    }

    pub(crate) fn end(&mut self, ticket: Ticket) {
        self.provider.end(ticket);
    }
}

/// Reads an answer.
fn statuses(ask: &Ask, request: &str, body: &[u8]) -> Result<HashMap<usize, StatusCode>, ApiErrorCode> {
    let number = |record: &Record<'_>| Some((usize::try_from(record.id()?.number()?).ok()? - 1, record.status()));
    let pairs = pairs(request);
    let requested: Vec<_> = pairs.iter().map(|(id, phone)| Requested { id: MessageId::new(*id).unwrap(), phone }).collect();
    match ask.kind() {
        AskKind::Single => match StatusRequest::one(requested[0]).query().read_one(body).unwrap() {
            SingleReply::Record(record) => Ok(HashMap::from([(pairs[0].0 as usize - 1, record.status())])),
            SingleReply::Error(error) => Err(error.code),
            SingleReply::Deleted => panic!("nothing was deleted"),
        },
        AskKind::Batch => match StatusRequest::batch(&requested).query().read(body).unwrap() {
            Reply::Records(records) => {
                let matched = (0..).zip(records.matched());
                let found = matched.filter_map(|(place, item): (usize, _)| match item.unwrap() {
                    Match::Requested(record) => Some((pairs[place].0 as usize - 1, record.status())),
                    _ => None,
                });
                Ok(found.collect())
            }
            Reply::Error(error) => Err(error.code),
            Reply::Deleted => panic!("nothing was deleted"),
        },
        AskKind::History { .. } => match history_query().read(body).unwrap() {
            Reply::Records(records) => Ok(records.filter_map(|record| number(&record.unwrap())).collect()),
            // Nothing found.
            Reply::Error(error) if error.code == ApiErrorCode(3) => Ok(HashMap::new()),
            Reply::Error(error) => Err(error.code),
            Reply::Deleted => panic!("nothing was deleted"),
        },
    }
}

/// Returns the messages of a request for statuses.
fn pairs(body: &str) -> Vec<(u32, String)> {
    let list = |name: &str| {
        let value = body.split('&').find_map(|pair| pair.strip_prefix(name)).unwrap_or_default();
        value.split("%2C").map(str::to_owned).collect::<Vec<_>>()
    };
    let ids = list("id=").into_iter().filter_map(|id| id.parse().ok());
    ids.zip(list("phone=")).collect()
}
