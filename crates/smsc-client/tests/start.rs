//! The example `start`, which prints what docs/start.md shows.

mod common;

use smsc_client::{Client, Login, Message};
use smsc_proto::MessageId;
use smsc_proto::request::Server;

use common::{Service, frozen};

#[expect(dead_code, reason = "the test calls what `main` calls")]
#[path = "../examples/start.rs"]
mod start;

const DEMO: &str = "[[account]]\nlogin = 'demo'\npsw = 'demo'\n";

#[test]
fn the_program_prints_what_the_pages_show() {
    let service = Service::start(DEMO, &frozen());
    let host = service.host();
    let client = Client::new(Login::password("demo", "demo"), &Server::new(&host).unwrap().plain_http());
    let message = Message::new(&["79990000001"], "Hello").id(MessageId::new(101).unwrap());
    client.send(&message).unwrap();
    service.control(r#"{"advance": "1m"}"#);
    let printed = format!("{}\n{}\n", start::explained(b"20,1760080219,6").unwrap(), start::asked(&host).unwrap());
    for page in ["docs/start.md", "docs/ru/start.md"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(page);
        let text = std::fs::read_to_string(path).unwrap();
        let (_, rest) = text.split_once("--example start\n```\n\n```text\n").expect("the command of the example");
        assert_eq!(rest.split_once("```").unwrap().0, printed, "{page}");
    }
}
