//! The stand-in as a process, and the command that asks it.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The secrets of the tests, which no output may have.
pub(crate) const SECRETS: [&str; 3] = ["k3y", "s3cret", "l0gin"];

/// The account of the tests.
pub(crate) const ACCOUNT: &str =
    "[[account]]\nlogin = 'l0gin'\npsw = 's3cret'\n[[account]]\nlogin = 'l0gin2'\napikey = 'k3y'\nbalance = '5.00'\n";

/// A folder for one test, which is a home without any configuration.
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("smsc-home-{}-{number}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes a file that its owner alone can read.
    pub(crate) fn write(&self, name: &str, text: &str) -> String {
        use std::os::unix::fs::PermissionsExt as _;
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Returns the command in this home, with the login of the account.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = self.without_login(args);
        command.env("SMSC_LOGIN", "l0gin").env("SMSC_PASSWORD", "s3cret");
        command
    }

    /// Returns the command in this home, without credentials.
    pub(crate) fn without_login(&self, args: &[&str]) -> Command {
        let mut command = Command::new("env");
        command.args(["--default-signal", env!("CARGO_BIN_EXE_smsc")]).args(args);
        for name in ["SMSC_APIKEY", "SMSC_LOGIN", "SMSC_PASSWORD", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
            command.env_remove(name);
        }
        for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "all_proxy", "https_proxy", "http_proxy"] {
            command.env_remove(name);
        }
        command.env("HOME", &self.0).env("LC_ALL", "C").stdin(Stdio::null());
        command
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The end of a run: the exit status, and both streams.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// Returns the end of a run, none of whose output has a secret.
    pub(crate) fn of(output: Output) -> Self {
        let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        for secret in SECRETS {
            assert!(!stdout.contains(secret) && !stderr.contains(secret), "{secret} is shown: {stdout}{stderr}");
        }
        Self { status: output.status.code(), stdout, stderr }
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|_| panic!("{self:?} is no JSON"))
    }
}

/// Starts `smsc serve`, and returns it with the URL that it prints.
pub(crate) fn serve(address: &str, args: &[&str]) -> (Child, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_smsc"));
    let mut child = command.args(["serve", "--listen", address]).args(args).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let url = line.trim_end().strip_prefix("listening on ").expect("a line with the URL").to_owned();
    (child, url)
}

/// A running stand-in, which ends with the test.
pub(crate) struct Standin {
    child: Child,
    address: String,
    is_tls: bool,
}

impl Standin {
    /// Starts a stand-in with the account of the tests and more of a scenario.
    pub(crate) fn start(home: &Home, scenario: &str, args: &[&str]) -> Self {
        Self::listen("127.0.0.1:0", home, scenario, args)
    }

    pub(crate) fn listen(address: &str, home: &Home, scenario: &str, args: &[&str]) -> Self {
        let text = if scenario.contains("[[account]]") { scenario.to_owned() } else { format!("{ACCOUNT}{scenario}") };
        let scenario = home.write("scenario.toml", &text);
        let options = ["--scenario", &scenario, "--start", "2026-11-28T09:00:00Z"];
        let (child, url) = serve(address, &[&options, args].concat());
        let (scheme, address) = url.split_once("://").unwrap();
        Self { child, address: address.to_owned(), is_tls: scheme == "https" }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Returns the arguments of a command that asks this server.
    pub(crate) fn args<'a>(&'a self, args: &[&'a str]) -> Vec<&'a str> {
        let connection = if self.is_tls { vec!["--host", self.address()] } else { vec!["--host", self.address(), "--plain-http"] };
        [args, &connection].concat()
    }

    /// Runs a command that asks this server.
    pub(crate) fn run(&self, home: &Home, args: &[&str]) -> Ran {
        Ran::of(home.command(&self.args(args)).output().unwrap())
    }

    pub(crate) fn control(&self, body: &str) -> String {
        self.request(&format!(
            "POST /control HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ))
    }

    /// Returns the requests so far to a script, such as `send.php`.
    pub(crate) fn requests(&self, script: &str) -> Vec<serde_json::Value> {
        let text = self.request("GET /control/journal HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        let journal: serde_json::Value = serde_json::from_str(&text).unwrap();
        let entries = journal["entries"].as_array().or(journal.as_array()).unwrap().clone();
        entries.into_iter().filter(|entry| entry["script"] == script).collect()
    }

    fn request(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        response.split_once("\r\n\r\n").unwrap().1.to_owned()
    }
}

impl Drop for Standin {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns the lines of a file.
pub(crate) fn lines(path: &Path) -> Vec<String> {
    std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect()
}
