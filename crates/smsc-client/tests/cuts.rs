//! A cut at every byte of the exchange: a message is never sent twice.
#![cfg(feature = "http")]

mod common;

use std::io::{Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use common::{Fast, Hands, Service, Spy, client_of, login};
use smsc_client::{Client, Error, Fate, GateLimits, HttpOptions, Message};
use smsc_proto::request::Server;
use smsc_proto::{MessageId, StatusCode};
use smsc_standin::server::{Certificate, ServerOptions};

/// The place at which the next connection is cut: after n bytes of the request, or of the response.
#[derive(Clone, Copy, Debug)]
enum Cut {
    Request(usize),
    Response(usize),
}

/// A relay between the client and the stand-in.
struct Relay {
    address: SocketAddr,
    cut: Mutex<Option<Cut>>,
    /// The bytes of the last whole exchange.
    sizes: [AtomicUsize; 2],
}

impl Relay {
    fn start(service: SocketAddr) -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let relay = Arc::new(Self { address, cut: Mutex::default(), sizes: Default::default() });
        let of_thread = Arc::clone(&relay);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let Ok(server) = TcpStream::connect(service) else { return };
                let (request, response) = match of_thread.cut.lock().unwrap().take() {
                    None => (usize::MAX, usize::MAX),
                    Some(Cut::Request(bytes)) => (bytes, usize::MAX),
                    Some(Cut::Response(bytes)) => (usize::MAX, bytes),
                };
                of_thread.pump(&client, &server, request, 0);
                of_thread.pump(&server, &client, response, 1);
            }
        });
        relay
    }

    /// Copies bytes in one direction, and ends both connections after `limit` bytes.
    fn pump(self: &Arc<Self>, from: &TcpStream, to: &TcpStream, limit: usize, size: usize) {
        let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
        let relay = Arc::clone(self);
        thread::spawn(move || {
            let (mut left, mut bytes) = (limit, [0; 4096]);
            relay.sizes[size].store(0, Ordering::SeqCst);
            while left > 0 {
                let room = left.min(bytes.len());
                let Ok(count @ 1..) = from.read(&mut bytes[..room]) else { break };
                if to.write_all(&bytes[..count]).is_err() {
                    break;
                }
                relay.sizes[size].fetch_add(count, Ordering::SeqCst);
                left -= count;
            }
            let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
        });
    }
}

struct Bench {
    service: Service,
    relay: Arc<Relay>,
    hands: Arc<Hands>,
}

impl Bench {
    fn new() -> Self {
        let service = Service::frozen("");
        let relay = Relay::start(service.address);
        let hands = Arc::new(Hands::new(Some(service.address)));
        Self { service, relay, hands }
    }

    /// Sends the message with this number, whose requests are all of one length.
    fn send(&self, number: u32, cut: Option<Cut>, keeps_history: bool) -> (Fate, usize) {
        let spy = Arc::new(Spy::new());
        let clock = Arc::clone(&self.hands);
        let client = client_of(&self.relay.address.to_string(), login(), Arc::clone(&spy) as _, clock);
        let client = client.keeps_history(keeps_history);
        *self.relay.cut.lock().unwrap() = cut;
        let phone = format!("7999{number:07}");
        let id = MessageId::new(1_000_000 + number).unwrap();
        let fate = client.send(&Message::new(&[&phone], "Hello").id(id)).unwrap();
        let seen = spy.seen();
        let may_have_arrived = |seen: &&common::Seen| {
            seen.url.ends_with("send.php") && !matches!(&seen.result, Err(error) if error.failure.is_unsent())
        };
        (fate, seen.iter().filter(may_have_arrived).count())
    }

    /// Returns every cut of an exchange, a few bytes past its end.
    fn cuts(&self, step: usize) -> Vec<Cut> {
        let (fate, _) = self.send(0, None, false);
        assert!(matches!(fate, Fate::Sent(_)), "{fate:?}");
        let sizes = || self.relay.sizes.each_ref().map(|size| size.load(Ordering::SeqCst));
        // The relay may count the last bytes after the client has read them.
        let until = Instant::now() + Duration::from_secs(5);
        while sizes().contains(&0) && Instant::now() < until {
            thread::sleep(Duration::from_millis(1));
        }
        let [request, response] = sizes();
        assert!(request > 200 && response > 100, "{request} and {response} bytes");
        let requests = (0..request + 2).step_by(step).map(Cut::Request);
        requests.chain((0..response + 2).step_by(step).map(Cut::Response)).collect()
    }
}

#[test]
fn no_cut_leads_to_a_second_message() {
    let bench = Bench::new();
    let cuts = bench.cuts(1);
    let (mut accepted, mut fates) = (bench.service.messages(), [0; 3]);
    for (number, cut) in (1..).zip(cuts) {
        let (fate, sent) = bench.send(number, Some(cut), false);
        let messages = bench.service.messages();
        assert!(sent <= 1, "{cut:?}: sent {sent} times");
        assert!(messages <= accepted + 1, "{cut:?}: accepted twice");
        let is_accepted = messages > accepted;
        let index = match fate {
            Fate::Sent(_) => 0,
            Fate::AlreadyAccepted { .. } => 1,
            Fate::Unknown { .. } => 2,
        };
        fates[index] += 1;
        // Nothing is called unknown that could be found out.
        assert_eq!(is_accepted, index < 2, "{cut:?}: {index}");
        accepted = messages;
    }
    assert!(fates.iter().all(|count| *count > 0), "{fates:?}");
}

#[test]
fn no_cut_leads_to_a_second_message_with_a_history() {
    let bench = Bench::new();
    let cuts = bench.cuts(7);
    for (number, cut) in (1..).zip(cuts) {
        let before = bench.service.messages();
        let (fate, sent) = bench.send(number, Some(cut), true);
        assert!(!matches!(fate, Fate::Unknown { .. }), "{cut:?}: {fate:?}");
        assert!(sent <= 2, "{cut:?}: sent {sent} times");
        assert_eq!(bench.service.messages(), before + 1, "{cut:?}");
    }
}

/// Sends the message with this number over TLS. Returns its fate, the number of requests to send that
/// may have arrived, and whether the service knows the message afterwards.
fn send_over_tls(relay: &Relay, options: &HttpOptions, number: u32, cut: Option<Cut>) -> (Result<Fate, Error>, usize, bool) {
    let spy = Arc::new(Spy::with(options));
    let clock = Arc::new(Fast(Instant::now(), SPEED));
    let host = relay.address.to_string();
    let client = Client::with_transport(login(), &Server::new(&host).unwrap(), Arc::clone(&spy) as _);
    let client = client.limits(GateLimits::default(), clock);
    *relay.cut.lock().unwrap() = cut;
    let (id, phone) = (1_000_000 + number, format!("7999{number:07}"));
    let fate = client.send(&Message::new(&[&phone], "Hello").id(MessageId::new(id).unwrap()));
    let record = client.status_of(common::pair(id, &phone)).unwrap();
    let seen = spy.seen();
    let may_have_arrived =
        |seen: &&common::Seen| seen.url.ends_with("send.php") && !matches!(&seen.result, Err(error) if error.failure.is_unsent());
    (fate, seen.iter().filter(may_have_arrived).count(), record.status() != StatusCode::NOT_FOUND)
}

const SPEED: u32 = 600;

#[test]
fn no_cut_of_tls_leads_to_a_second_message() {
    let certificate = Certificate::new().unwrap();
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("cuts.pem");
    std::fs::write(&path, certificate.ca_pem()).unwrap();
    let mut options = HttpOptions::default();
    options.cacert = Some(path);
    let service = Service::start("", &ServerOptions { certificate: Some(certificate), speed: SPEED, ..ServerOptions::default() });
    let relay = Relay::start(service.address);
    assert!(matches!(send_over_tls(&relay, &options, 0, None), (Ok(Fate::Sent(_)), 1, true)));
    // About the lengths of both directions, handshake included, and a little more.
    let cuts = (0..1_300).step_by(29).map(Cut::Request).chain((0..2_400).step_by(53).map(Cut::Response));
    let mut fates = [0; 3];
    for (number, cut) in (1..).zip(cuts) {
        let (fate, sent, is_known) = send_over_tls(&relay, &options, number, Some(cut));
        assert!(sent <= 1, "{cut:?}: sent {sent} times");
        let (index, is_accepted) = match fate {
            Ok(Fate::Sent(_)) => (0, true),
            Ok(Fate::AlreadyAccepted { .. }) => (1, true),
            Ok(Fate::Unknown { .. }) => (2, false),
            Err(error) => panic!("{cut:?}: {error}"),
        };
        fates[index] += 1;
        assert_eq!(is_known, is_accepted, "{cut:?}: {index}");
    }
    assert!(fates.iter().all(|count| *count > 0), "{fates:?}");
}
