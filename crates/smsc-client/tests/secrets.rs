//! No secret, phone or text in anything that is shown.
#![cfg(feature = "http")]

mod common;

use std::fmt::{Debug, Display, Write as _};
use std::sync::Arc;

use common::{Hands, Service, Spy, client_of, login, pair};
use smsc_client::{Error, HttpOptions, HttpTransport, Login, Message, Status};
use smsc_proto::MessageId;
use smsc_proto::request::{Date, HistoryRequest, IncomingRequest};

const PHONE: &str = "79990000001";
const TEXT: &str = "s3cret text";

#[derive(Default)]
struct Shown(String);

impl Shown {
    fn debug(&mut self, value: &impl Debug) {
        write!(self.0, "{value:?}\n{value:#?}\n").unwrap();
    }

    fn error(&mut self, error: &(impl Debug + Display)) {
        writeln!(self.0, "{error}").unwrap();
        self.debug(error);
    }

    fn check(&self) {
        for hidden in ["k3y", "s3cret", PHONE, "79160000000"] {
            let at = self.0.find(hidden).map(|at| &self.0[at.saturating_sub(200)..at]);
            assert_eq!(at, None, "{hidden}");
        }
    }
}

#[test]
fn values_show_no_secret() {
    let service = Service::frozen("");
    let (client, spy, _) = service.client();
    let mut shown = Shown::default();
    shown.debug(&client);
    shown.debug(client.get_gate());
    shown.debug(&login());
    shown.debug(&Login::api_key("k3y-api"));
    shown.debug(&HttpTransport::new(&HttpOptions::default()).unwrap());
    let message = Message::new(&[PHONE], TEXT).id(MessageId::new(7).unwrap()).list_operators();
    shown.debug(&message);
    shown.debug(&client.send(&message).unwrap());
    shown.debug(&client.price(&message).unwrap());
    shown.debug(&client.balance().unwrap());
    let pairs = [pair(7, PHONE), pair(8, PHONE)];
    let statuses = client.status(&pairs).detail(smsc_proto::Detail::Full);
    shown.debug(&statuses);
    for status in statuses {
        let status = status.unwrap();
        if let Status::Record { record, .. } = &status {
            record.fields().for_each(|(_, value)| shown.debug(value));
        }
        shown.debug(&status);
    }
    let history = client.history(HistoryRequest::day(Date::new(2026, 11, 28).unwrap()));
    shown.debug(&history);
    history.for_each(|record| shown.debug(&record));
    service.control(&format!(r#"{{"receive": {{"phone": "{PHONE}", "text": "{TEXT}", "to": "79160000000"}}}}"#));
    shown.debug(&client.incoming(&IncomingRequest::new().hours(1)).unwrap());
    assert!(shown.0.len() > 2_000);
    shown.check();
    for seen in spy.seen().iter() {
        assert!(!seen.url.contains('?') && seen.body.contains("psw=s3cret-psw"), "{}", seen.url);
    }
}

#[test]
fn errors_show_no_secret_and_are_one_sentence() {
    let service = Service::frozen("");
    let (client, _, _) = service.client();
    let mut errors: Vec<Error> = Vec::new();
    for fault in [r#""kind": "empty""#, r#""kind": "html""#, r#""kind": "cut", "bytes": 3"#, r#""kind": "stall""#] {
        service.control(&format!(r#"{{"fault": {{{fault}, "script": "status.php", "times": 2}}}}"#));
        errors.push(client.status_of(pair(7, PHONE)).unwrap_err());
        service.control(r#"{"advance": "2m"}"#);
    }
    errors.push(client.send(&Message::new(&["s3cret,k3y"], TEXT)).unwrap_err());
    errors.push(client.delete(&[pair(7, PHONE)]).unwrap_err());
    errors.push(client.operator("5555").unwrap_err());
    let (wrong, _, _) = service.client_with(Login::password("k3y-login", "s3cret-wrong"));
    errors.push(wrong.balance().unwrap_err());
    errors.push(wrong.balance().unwrap_err());
    let closed = client_of("127.0.0.1:9", login(), Arc::new(Spy::new()), Arc::new(Hands::new(None)));
    errors.push(closed.balance().unwrap_err());
    let mut shown = Shown::default();
    for error in &errors {
        let text = error.to_string();
        assert!(text.contains("127.0.0.1:") && text.len() > 40 && !text.contains('\n'), "{text}");
        shown.error(error);
        println!("{text}");
    }
    shown.check();
}
