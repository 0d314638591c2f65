//! The stand-in over sockets: HTTP/1.1 with or without TLS, one thread for each connection.

mod clock;
mod connection;
mod control;
mod deliver;
mod notify;
mod page;
mod receive;
mod socket;
mod tls;

use std::fmt;
use std::io::{self, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::provider::Provider;
use crate::scenario::Scenario;
use crate::time::Time;
use clock::Clock;
use socket::Socket;

pub use tls::{Certificate, CertificateError};

/// The time for which the end of the server waits for requests in work.
const END_TIME: Duration = Duration::from_secs(5);

/// The options of a [`Server`].
#[derive(Debug)]
pub struct ServerOptions {
    /// The moment at which the clock starts; without one, that of the machine.
    pub start: Option<Time>,
    /// Seconds of the clock in a real one. With 0 the clock moves only when it is told to.
    pub speed: u32,
    /// The real time between a request and its response.
    pub latency: Duration,
    /// The real time that a client has for a request after its first byte.
    pub request_time: Duration,
    /// The maximum number of connections. Others get the HTTP status 503.
    pub max_connections: usize,
    /// The certificate; without one, the server speaks plain HTTP.
    pub certificate: Option<Certificate>,
}

impl Default for ServerOptions {
    /// Returns the options of a server whose clock runs like the real one: no latency, 10 seconds for a
    /// request, 128 connections, no TLS.
    fn default() -> Self {
        Self {
            start: None,
            speed: 1,
            latency: Duration::ZERO,
            request_time: Duration::from_secs(10),
            max_connections: 128,
            certificate: None,
        }
    }
}

/// A stand-in that listens on an address.
///
/// ```
/// use std::io::{Read, Write};
/// use std::net::TcpStream;
/// use smsc_standin::Scenario;
/// use smsc_standin::server::{Server, ServerOptions};
///
/// let server = Server::bind("127.0.0.1:0", Scenario::default(), &ServerOptions::default())?;
/// let (address, handle) = (server.address(), server.handle());
/// let thread = std::thread::spawn(move || server.run());
///
/// let mut client = TcpStream::connect(address)?;
/// client.write_all(b"GET /sys/balance.php?login=demo&psw=demo HTTP/1.1\r\nConnection: close\r\n\r\n")?;
/// let mut response = String::new();
/// client.read_to_string(&mut response)?;
/// assert!(response.ends_with("\r\n\r\n1000.00"));
///
/// handle.stop();
/// thread.join().unwrap()?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    shared: Arc<Shared>,
    tls: Option<Arc<rustls::ServerConfig>>,
}

/// A handle that ends a [`Server`] from another thread.
#[derive(Clone)]
pub struct Handle {
    address: SocketAddr,
    shared: Arc<Shared>,
}

/// The parts of a server that its connections share.
struct Shared {
    scenario: Scenario,
    provider: Mutex<Provider>,
    clock: Clock,
    latency: Duration,
    request_time: Duration,
    max_connections: usize,
    stopping: AtomicBool,
    connections: AtomicUsize,
    /// The notifications that a handler answered with a status of 200 to 299.
    delivered: AtomicUsize,
    /// The other notifications, which are not sent again.
    undelivered: AtomicUsize,
}

impl Shared {
    /// Locks the state machine. It stays in use after a connection has panicked.
    fn provider(&self) -> MutexGuard<'_, Provider> {
        self.provider.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Server {
    /// Listens on an address, such as `127.0.0.1:0`, where 0 means any free port.
    ///
    /// # Errors
    ///
    /// If the address is none, or cannot be listened on.
    pub fn bind(address: &str, scenario: Scenario, options: &ServerOptions) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        let shared = Shared {
            provider: Mutex::new(Provider::new(scenario.clone())),
            scenario,
            clock: Clock::new(options.start, options.speed),
            latency: options.latency,
            request_time: options.request_time,
            max_connections: options.max_connections,
            stopping: AtomicBool::new(false),
            connections: AtomicUsize::new(0),
            delivered: AtomicUsize::new(0),
            undelivered: AtomicUsize::new(0),
        };
        shared.provider().start(shared.clock.now());
        let tls = options.certificate.as_ref().map(Certificate::config);
        Ok(Self { address: listener.local_addr()?, listener, shared: Arc::new(shared), tls })
    }

    /// Returns the address that the server listens on.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the URL of the server, such as `http://127.0.0.1:8125`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}://{}", if self.tls.is_some() { "https" } else { "http" }, self.address)
    }

    /// Returns a handle that ends the server.
    #[must_use]
    pub fn handle(&self) -> Handle {
        Handle { address: self.address, shared: Arc::clone(&self.shared) }
    }

    /// Answers requests until [`Handle::stop`] is called, and waits for those in work, at most for
    /// five seconds.
    ///
    /// # Errors
    ///
    /// If no thread can be started for the notifications.
    pub fn run(self) -> io::Result<()> {
        let shared = Arc::clone(&self.shared);
        let notifications = thread::Builder::new().name("notifications".to_owned()).spawn(move || notify::run(&shared))?;
        for stream in self.listener.incoming() {
            if self.shared.stopping.load(Ordering::SeqCst) {
                break;
            }
            match stream {
                Ok(stream) => self.accept(stream),
                // Too many open files, or a client that has gone already.
                Err(_) => thread::sleep(Duration::from_millis(10)),
            }
        }
        let until = Instant::now() + END_TIME;
        let is_in_work = || self.shared.connections.load(Ordering::SeqCst) > 0 || !notifications.is_finished();
        while is_in_work() && Instant::now() < until {
            thread::sleep(Duration::from_millis(5));
        }
        Ok(())
    }

    /// Answers a connection in a thread of its own. If none can be started, the connection is closed.
    fn accept(&self, mut stream: TcpStream) {
        let place = Place::take(&self.shared);
        if self.shared.connections.load(Ordering::SeqCst) > self.shared.max_connections {
            if self.tls.is_none() && stream.set_write_timeout(Some(Duration::from_millis(100))).is_ok() {
                let _ = stream.write_all(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
            return;
        }
        let tls = self.tls.clone();
        let serve = move || {
            let tls = tls.map(rustls::ServerConnection::new).transpose().ok();
            let peer = stream.peer_addr().map(|address| address.ip());
            if let (Some(tls), Ok(peer)) = (tls, peer)
                && let Ok(socket) = Socket::new(stream, tls)
            {
                connection::serve(socket, peer, &place.0);
            }
        };
        let _ = thread::Builder::new().name("connection".to_owned()).spawn(serve);
    }
}

/// A place among the connections, which is free again when it is dropped.
struct Place(Arc<Shared>);

impl Place {
    fn take(shared: &Arc<Shared>) -> Self {
        shared.connections.fetch_add(1, Ordering::SeqCst);
        Self(Arc::clone(shared))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.connections.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Handle {
    /// Ends the server: it accepts no more connections, and [`Server::run`] returns.
    pub fn stop(&self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // Wakes the server, which waits for a connection.
        let port = self.address.port();
        let loopback = if self.address.is_ipv4() { "127.0.0.1" } else { "::1" };
        let address =
            if self.address.ip().is_unspecified() { (loopback.to_owned(), port) } else { (self.address.ip().to_string(), port) };
        let _ = TcpStream::connect(address);
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server").field("address", &self.address).finish_non_exhaustive()
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle").field("address", &self.address).finish_non_exhaustive()
    }
}
