//! A server in this process, and a plain client of it.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

use smsc_standin::Scenario;
use smsc_standin::server::{Handle, Server, ServerOptions};

/// A server that ends with the test.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    handle: Handle,
    thread: Option<JoinHandle<std::io::Result<()>>>,
}

/// A response, whose body is text.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Running {
    pub(crate) fn start(scenario: &str, options: &ServerOptions) -> Self {
        let server = Server::bind("127.0.0.1:0", Scenario::parse(scenario).unwrap(), options).unwrap();
        let (address, handle) = (server.address(), server.handle());
        Self { address, handle, thread: Some(std::thread::spawn(move || server.run())) }
    }

    pub(crate) fn post(&self, path: &str, body: &str) -> Answer {
        let len = body.len();
        self.raw(format!("POST {path} HTTP/1.1\r\nContent-Length: {len}\r\nConnection: close\r\n\r\n{body}").as_bytes())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.raw(format!("GET {path} HTTP/1.1\r\nConnection: close\r\n\r\n").as_bytes())
    }

    /// Sends bytes over a connection of their own, and reads up to its end.
    pub(crate) fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = connect(self.address);
        // The server may refuse a request before it has read all of it.
        let _ = stream.write_all(request);
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: format!("{head}\r\n"), body: body.to_owned() }
    }
}

/// Connects, with a limit on reads, so that a server that does not answer fails the test.
pub(crate) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    stream
}

impl Drop for Running {
    fn drop(&mut self) {
        self.handle.stop();
        self.thread.take().unwrap().join().unwrap().unwrap();
    }
}
