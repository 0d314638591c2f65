//! The stand-in in this process, clocks that need no waiting, and a transport that is watched.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use smsc_client::{
    Client, Clock, GateLimits, HttpOptions, HttpRequest, HttpResponse, HttpTransport, Login, Transport, TransportError,
};
use smsc_proto::request::Server;
use smsc_proto::{MessageId, Requested};
use smsc_standin::server::{Handle, Server as Standin, ServerOptions};
use smsc_standin::{Scenario, Time};

pub(crate) const LOGIN: &str = "k3y-login";
pub(crate) const PSW: &str = "s3cret-psw";

/// An account with the credentials of the tests, whose texts are secrets as well.
const ACCOUNT: &str = "[[account]]\nlogin = 'k3y-login'\npsw = 's3cret-psw'\napikey = 'k3y-api'\n";

/// 28 November 2026, 12:00 in Moscow.
pub(crate) const NOON: u64 = 1_795_856_400;

pub(crate) fn login() -> Login {
    Login::password(LOGIN, PSW)
}

pub(crate) fn frozen() -> ServerOptions {
    ServerOptions { start: Some(Time::from_seconds(NOON)), speed: 0, ..ServerOptions::default() }
}

/// A stand-in that ends with the test.
pub(crate) struct Service {
    pub(crate) address: SocketAddr,
    handle: Handle,
    thread: Option<JoinHandle<std::io::Result<()>>>,
}

impl Service {
    /// Starts a stand-in whose clock moves when it is told to.
    pub(crate) fn frozen(scenario: &str) -> Self {
        Self::start(scenario, &frozen())
    }

    pub(crate) fn start(scenario: &str, options: &ServerOptions) -> Self {
        let scenario = Scenario::parse(&format!("{ACCOUNT}{scenario}")).unwrap();
        let server = Standin::bind("127.0.0.1:0", scenario, options).unwrap();
        let (address, handle) = (server.address(), server.handle());
        Self { address, handle, thread: Some(std::thread::spawn(move || server.run())) }
    }

    pub(crate) fn host(&self) -> String {
        self.address.to_string()
    }

    /// Returns a client whose clock moves that of the stand-in.
    pub(crate) fn client(&self) -> (Client, Arc<Spy>, Arc<Hands>) {
        self.client_with(login())
    }

    pub(crate) fn client_with(&self, login: Login) -> (Client, Arc<Spy>, Arc<Hands>) {
        let (spy, hands) = (Arc::new(Spy::new()), Arc::new(Hands::new(Some(self.address))));
        let client = client_of(&self.host(), login, Arc::clone(&spy) as _, Arc::clone(&hands) as _);
        (client, spy, hands)
    }

    /// Sends a command to the stand-in.
    pub(crate) fn control(&self, command: &str) -> serde_json::Value {
        control(self.address, "POST", "/control", command)
    }

    pub(crate) fn journal(&self) -> Vec<serde_json::Value> {
        control(self.address, "GET", "/control/journal", "").as_array().unwrap().clone()
    }

    /// Counts the requests to a script that the stand-in has received.
    pub(crate) fn count(&self, script: &str) -> usize {
        self.journal().iter().filter(|entry| entry["script"] == script).count()
    }

    /// Counts the messages that the stand-in has accepted.
    pub(crate) fn messages(&self) -> u64 {
        control(self.address, "GET", "/control", "")["totals"]["messages"].as_u64().unwrap()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.handle.stop();
        self.thread.take().unwrap().join().unwrap().unwrap();
    }
}

fn control(address: SocketAddr, method: &str, path: &str, body: &str) -> serde_json::Value {
    let mut stream = TcpStream::connect(address).unwrap();
    let len = body.len();
    let head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {len}\r\nConnection: close\r\n\r\n");
    stream.write_all((head + body).as_bytes()).unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200 "), "{text}");
    serde_json::from_str(body).unwrap()
}

pub(crate) fn client_of(host: &str, login: Login, transport: Arc<dyn Transport>, clock: Arc<dyn Clock>) -> Client {
    let server = Server::new(host).unwrap().plain_http();
    Client::with_transport(login, &server, transport).limits(GateLimits::default(), clock)
}

pub(crate) fn pair(id: u32, phone: &str) -> Requested<'_> {
    Requested { id: MessageId::new(id).unwrap(), phone }
}

/// A clock that waits by moving its hands, and with them those of a stand-in.
pub(crate) struct Hands {
    now: Mutex<Duration>,
    random: AtomicU32,
    service: Option<SocketAddr>,
}

impl Hands {
    pub(crate) fn new(service: Option<SocketAddr>) -> Self {
        Self { now: Mutex::default(), random: AtomicU32::new(1), service }
    }
}

impl Clock for Hands {
    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    fn wait(&self, time: Duration) {
        let mut now = self.now.lock().unwrap();
        *now += time;
        if let Some(address) = self.service {
            // A request that was cut is carried out before the time goes on, if it is.
            std::thread::sleep(Duration::from_millis(1));
            let milliseconds = time.as_millis();
            control(address, "POST", "/control", &format!("{{\"advance\": \"{milliseconds}ms\"}}"));
        }
    }

    fn random(&self) -> u32 {
        // Of Knuth's generator; each number is another one.
        let next = |number: u32| Some(number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
        self.random.fetch_update(Ordering::SeqCst, Ordering::SeqCst, next).unwrap()
    }
}

/// A clock that runs faster than that of the machine.
pub(crate) struct Fast(pub(crate) Instant, pub(crate) u32);

impl Clock for Fast {
    fn now(&self) -> Duration {
        self.0.elapsed() * self.1
    }

    fn wait(&self, time: Duration) {
        // Sleeping never ends early.
        std::thread::sleep(time / self.1 + Duration::from_micros(1));
    }

    fn random(&self) -> u32 {
        std::process::id()
    }
}

/// The transport of the crate, with what it was asked and what came back.
pub(crate) struct Spy {
    inner: HttpTransport,
    seen: Mutex<Vec<Seen>>,
}

pub(crate) struct Seen {
    pub(crate) url: String,
    pub(crate) body: String,
    pub(crate) result: Result<String, TransportError>,
}

impl Spy {
    pub(crate) fn new() -> Self {
        let mut options = HttpOptions::default();
        options.timeout = Duration::from_millis(400);
        Self::with(&options)
    }

    pub(crate) fn with(options: &HttpOptions) -> Self {
        Self { inner: HttpTransport::new(options).unwrap(), seen: Mutex::default() }
    }

    /// Counts the requests to a script.
    pub(crate) fn count(&self, script: &str) -> usize {
        self.seen.lock().unwrap().iter().filter(|seen| seen.url.ends_with(script)).count()
    }

    pub(crate) fn seen(&self) -> std::sync::MutexGuard<'_, Vec<Seen>> {
        self.seen.lock().unwrap()
    }
}

impl Transport for Spy {
    fn send(&self, request: &HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        let result = self.inner.send(request);
        let text = |response: &HttpResponse| String::from_utf8_lossy(&response.body).into_owned();
        self.seen.lock().unwrap().push(Seen {
            url: request.url.to_owned(),
            body: String::from_utf8(request.body.to_vec()).unwrap(),
            result: result.as_ref().map(text).map_err(Clone::clone),
        });
        result
    }
}
