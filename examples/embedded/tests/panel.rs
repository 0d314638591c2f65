//! The panel, with a modem that delivers a few bytes at a time.

use example_embedded::{Action, follow};

const REPLY: &str = "1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n20,1760080212,6,103,79990000003\n";

#[test]
fn each_message_has_an_action_wherever_the_modem_cuts() {
    for piece in 1..=REPLY.len() {
        let mut chunks = REPLY.as_bytes().chunks(piece);
        let mut actions = Vec::new();
        let receive = |buffer: &mut [u8]| {
            let chunk = chunks.next().unwrap_or_default();
            buffer[..chunk.len()].copy_from_slice(chunk);
            chunk.len()
        };
        let last = follow(receive, |id, action| actions.push((id.and_then(|id| id.number()), action))).unwrap();
        assert_eq!(
            actions,
            [(Some(101), Action::None), (Some(102), Action::Report), (Some(103), Action::SendAgain(3600))],
            "pieces of {piece}"
        );
        assert_eq!(last.unwrap().as_record().id().and_then(|id| id.number()), Some(103));
    }
}

#[test]
fn what_is_no_reply_is_an_error() {
    let mut body = Some(b"<html>".as_slice());
    let receive = |buffer: &mut [u8]| {
        let chunk = body.take().unwrap_or_default();
        buffer[..chunk.len()].copy_from_slice(chunk);
        chunk.len()
    };
    assert!(follow(receive, |_, _| panic!("no record")).is_err());
}
