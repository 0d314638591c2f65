//! The example `follow` against the stand-in, on clocks that are fast.

use std::io::Write as _;
use std::net::{SocketAddr, TcpStream};
use std::path::Path;

use smsc_client::{Client, Login, Message};
use smsc_proto::request::Server;
use smsc_standin::Scenario;
use smsc_standin::server::{Handle, Server as Standin, ServerOptions};

#[expect(dead_code, reason = "the test calls `follow`, and not `main`")]
#[path = "../examples/follow.rs"]
mod follow;

const SPEED: u32 = 300;
const ACCOUNT: &str = "[[account]]\nlogin = 'k3y-login'\npsw = 's3cret-psw'\n";

struct Service {
    address: SocketAddr,
    handle: Handle,
}

impl Service {
    fn start() -> Self {
        let options = ServerOptions { speed: SPEED, ..ServerOptions::default() };
        let server = Standin::bind("127.0.0.1:0", Scenario::parse(ACCOUNT).unwrap(), &options).unwrap();
        let service = Self { address: server.address(), handle: server.handle() };
        std::thread::spawn(move || server.run());
        service
    }

    /// Follows messages, and returns the lines in their order, and whether none is lost.
    fn follow(&self, file: &Path, psw: &str, messages: &[&str]) -> Result<(String, bool), String> {
        let host = self.address.to_string();
        let server = Server::new(&host).unwrap().plain_http();
        let login = Login::password("k3y-login", psw);
        let mut output = Vec::new();
        let options = follow::Options { server, login, file, speed: SPEED };
        let is_complete = follow::follow(options, messages, &mut output).map_err(|error| error.to_string())?;
        let mut lines: Vec<_> = std::str::from_utf8(&output).unwrap().lines().collect();
        lines.sort_unstable();
        Ok((lines.join("\n"), is_complete))
    }

    fn control(&self, command: &str) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let (address, len) = (self.address, command.len());
        write!(stream, "POST /control HTTP/1.1\r\nHost: {address}\r\nContent-Length: {len}\r\nConnection: close\r\n\r\n{command}")
            .unwrap();
        std::io::copy(&mut stream, &mut std::io::sink()).unwrap();
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.handle.stop();
    }
}

#[test]
fn messages_are_followed_to_their_end() {
    let service = Service::start();
    let folder = std::env::temp_dir().join(format!("smsc-follow-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let host = service.address.to_string();
    let client = Client::new(Login::password("k3y-login", "s3cret-psw"), &Server::new(&host).unwrap().plain_http());
    for (id, phone) in [("1", "79990000001"), ("2", "79990002006")] {
        client.send(&Message::new(&[phone], "Hello").id(smsc_proto::MessageId::parse(id).unwrap())).unwrap();
    }
    let file = folder.join("watch.db");
    let found = service.follow(&file, "s3cret-psw", &["1:79990000001", "2:79990002006"]).unwrap();
    assert_eq!(found, ("1 1 Delivered\n2 20 Cannot be delivered".to_owned(), true));
    // A message that was never sent; and a request without an answer.
    service.control(r#"{"fault": {"kind": "empty", "script": "status.php", "times": 1}}"#);
    let found = service.follow(&file, "s3cret-psw", &["99:79990000001"]).unwrap();
    assert_eq!(found, ("99 -3 Message not found".to_owned(), false));
    let error = service.follow(&folder.join("other.db"), "s3cret-other", &["1:79990000001"]).unwrap_err();
    assert_eq!(error, "the service refuses the credentials");
    std::fs::remove_dir_all(folder).unwrap();
}
