//! The acceptance of connections: one thread for each, and a maximum number of them.

use std::fmt;
use std::io::{self, Write as _};
use std::net::{IpAddr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::limits::Limits;

/// The time for which the end of a listener waits for requests in work.
const END_TIME: Duration = Duration::from_secs(5);

/// The response to a client that is one too many, for [`Listener::run`] without TLS.
pub const FULL: &[u8] = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A listener on an address.
pub struct Listener {
    listener: TcpListener,
    handle: Handle,
}

/// A handle that ends a [`Listener`] from another thread.
#[derive(Clone)]
pub struct Handle {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    limits: Limits,
    stopping: AtomicBool,
    connections: AtomicUsize,
}

impl Listener {
    /// Listens on an address, such as `127.0.0.1:0`, where 0 means any free port.
    ///
    /// # Errors
    ///
    /// If the address is none, or cannot be listened on.
    pub fn bind(address: &str, limits: Limits) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        let shared = Shared { limits, stopping: AtomicBool::new(false), connections: AtomicUsize::new(0) };
        let handle = Handle { address: listener.local_addr()?, shared: Arc::new(shared) };
        Ok(Self { listener, handle })
    }

    /// Returns the address that is listened on.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.handle.address
    }

    /// Returns a handle that ends the listener.
    #[must_use]
    pub fn handle(&self) -> Handle {
        self.handle.clone()
    }

    /// Passes each connection, and the address of its client, to a function in a thread of its own
    /// until [`Handle::stop`] is called, and waits for those in work, at most for five seconds.
    ///
    /// A client that is one too many receives the bytes `full` alone. If no thread can be started,
    /// the connection is closed.
    pub fn run(self, full: &[u8], serve: impl Fn(TcpStream, IpAddr) + Clone + Send + 'static) {
        for stream in self.listener.incoming() {
            if self.handle.is_stopping() {
                break;
            }
            match stream {
                Ok(stream) => self.accept(stream, full, serve.clone()),
                // Too many open files, or a client that has gone already.
                Err(_) => thread::sleep(Duration::from_millis(10)),
            }
        }
        drop(self.listener);
        let until = Instant::now() + END_TIME;
        while self.handle.shared.connections.load(Ordering::SeqCst) > 0 && Instant::now() < until {
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn accept(&self, mut stream: TcpStream, full: &[u8], serve: impl FnOnce(TcpStream, IpAddr) + Send + 'static) {
        let place = Place::take(&self.handle.shared);
        if place.0.connections.load(Ordering::SeqCst) > place.0.limits.max_connections {
            if stream.set_write_timeout(Some(Duration::from_millis(100))).is_ok() {
                let _ = stream.write_all(full);
            }
            return;
        }
        let serve = move || {
            let _place = place;
            if let Ok(peer) = stream.peer_addr() {
                serve(stream, peer.ip());
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
    /// Ends the listener: it accepts no more connections, and [`Listener::run`] returns.
    pub fn stop(&self) {
        self.shared.stopping.store(true, Ordering::SeqCst);
        // Wakes the listener, which waits for a connection.
        let port = self.address.port();
        let loopback = if self.address.is_ipv4() { "127.0.0.1" } else { "::1" };
        let address =
            if self.address.ip().is_unspecified() { (loopback.to_owned(), port) } else { (self.address.ip().to_string(), port) };
        let _ = TcpStream::connect(address);
    }

    /// Returns whether [`stop`](Self::stop) was called.
    #[must_use]
    pub fn is_stopping(&self) -> bool {
        self.shared.stopping.load(Ordering::SeqCst)
    }

    /// Returns the bounds of the listener.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.shared.limits
    }
}

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listener").field("address", &self.address()).finish_non_exhaustive()
    }
}

impl fmt::Debug for Handle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handle").field("address", &self.address).finish_non_exhaustive()
    }
}
