//! The balance, operators and incoming messages.

use smsc_proto::calls::{BalanceReply, IncomingReply, OperatorReply};
use smsc_proto::request::{BalanceRequest, IncomingRequest, OperatorRequest, Request};
use smsc_proto::retry::Call;

use crate::answers::{Balance, Incoming, Operator};
use crate::ask::Ask;
use crate::client::Client;
use crate::error::{Answer, Error, Place};
use crate::gate::Rule;
use crate::likeness;

impl Client {
    /// Asks for the balance of the account and its currency.
    ///
    /// # Errors
    ///
    /// If there is no reply, or the service refuses the request.
    pub fn balance(&self) -> Result<Balance, Error> {
        let request = BalanceRequest::new().currency();
        let ask = Ask { call: Call::Balance, rule: Rule::Balance, likeness: 0, request: &request };
        let read = |body: &[u8]| match request.query().read(body)? {
            BalanceReply::Balance(balance) => Ok(Balance::new(&balance)),
            BalanceReply::Error(error) => Err(error.into()),
        };
        Ok(self.ask(&ask, read)?)
    }

    /// Asks for the operator of a phone.
    ///
    /// # Errors
    ///
    /// If there is no reply, or the service refuses the request: with error 3 if it knows no operator.
    pub fn operator(&self, phone: &str) -> Result<Operator, Error> {
        let request = OperatorRequest::new(phone);
        let likeness = self.gate.likeness(likeness::phone(phone));
        let ask = Ask { call: Call::Operator, rule: Rule::Operator, likeness, request: &request };
        let read = |body: &[u8]| match request.query().read(body)? {
            OperatorReply::Operator(operator) => Ok(Operator::new(&operator)),
            OperatorReply::Error(error) => Err(error.into()),
        };
        Ok(self.ask(&ask, read)?)
    }

    /// Asks for incoming messages. An [`Error`] in the list is that of a malformed one.
    ///
    /// # Errors
    ///
    /// If there is no reply, or the service refuses the request.
    pub fn incoming(&self, request: &IncomingRequest<'_>) -> Result<Vec<Result<Incoming, Error>>, Error> {
        let ask = Ask { call: Call::History, rule: Rule::List, likeness: self.likeness_of_list(request), request };
        let malformed = |error| Error::not_a_reply(Place::new(self.hosts.host(0)), Answer::Body(error));
        let read = |body: &[u8]| match request.query().read(body)? {
            IncomingReply::Messages(messages) => {
                Ok(messages.map(|message| message.map(|message| Incoming::new(&message)).map_err(malformed)).collect())
            }
            IncomingReply::Error(error) => Err(error.into()),
        };
        match self.ask(&ask, read).map_err(Error::from) {
            Err(error) if error.is_nothing_found() => Ok(Vec::new()),
            result => result,
        }
    }

    /// Returns what makes requests for lists alike: every parameter.
    pub(crate) fn likeness_of_list(&self, request: &dyn Request) -> u64 {
        let mut body = String::new();
        // An invalid request is refused before it is sent.
        let _ = request.write_body(&smsc_proto::request::Credentials::api_key("-"), &mut body);
        self.gate.likeness(body)
    }
}
