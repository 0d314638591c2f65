//! The tests of `smsc-watch` and of `smsc watch` with a real server of PostgreSQL, which runs for them
//! alone.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

use crate::built;
use crate::run::{Invocation, Step, at, cargo, list, write};

/// The folder with a folder of programs for each version, as Debian has it.
const VERSIONS: &str = "/usr/lib/postgresql";
/// The user that Debian's packages make: the server does not run as root.
const USER: &str = "postgres";
const PASSWORD: &str = "s3cret/pass:word@";
const PASSWORD_IN_URL: &str = "s3cret%2Fpass%3Aword%40";

/// Returns the tests. They are ignored elsewhere; here at least one has to run, and none may fail.
pub(crate) fn steps() -> Vec<Step> {
    vec![Step::check("PostgreSQL: tests of smsc-watch and of smsc watch", || {
        let server = Server::start()?;
        let url = format!("postgres://{USER}:{PASSWORD_IN_URL}@127.0.0.1:{}", server.port);
        let of_store = ["store", "--", "--ignored", "postgres::"];
        let of_command = ["watch_postgres", "--", "--ignored"];
        [&of_store[..], &of_command].into_iter().try_for_each(|tests| {
            // With these features the programs of the other tests are used, and nothing is compiled again.
            let test = cargo(["test"]).args(built::WORKSPACE).args(["--test"]);
            test.args(tests).env("SMSC_WATCH_POSTGRES", &url).run_counted(passed)
        })
    })]
}

/// Returns the number of tests that passed, from the summary of the test program.
fn passed(printed: &str) -> Option<usize> {
    printed.split_once("test result: ok. ")?.1.split_once(" passed")?.0.parse().ok()
}

/// A server with data of its own, which ends with this value.
struct Server {
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
}

impl Server {
    fn start() -> Result<Self, String> {
        let folder = env::temp_dir().join(format!("smsc-postgres-{}", process::id()));
        fs::create_dir(&folder).map_err(at(&folder))?;
        let server = Self { folder, programs: programs()?, port: free_port()? };
        write(server.folder.join("password"), PASSWORD)?;
        if is_root() {
            Invocation::new("chown").args(["--recursive", USER]).args([&server.folder]).run()?;
        }
        let password = server.folder.join("password");
        let initdb = server.run("initdb").args(["--auth=scram-sha-256", "--encoding=UTF8", "--username", USER, "--pwfile"]);
        initdb.args([&password, Path::new("--pgdata"), &server.data()]).output()?;
        // Tests need what is written, but not that it survives a power failure.
        let options = format!("-c listen_addresses=127.0.0.1 -c port={} -c fsync=off -k {}", server.port, server.folder.display());
        server.control(&["start", "--wait", "--silent", "--options", &options])?;
        Ok(server)
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Runs a program of the server, not as root.
    fn run(&self, program: &str) -> Invocation {
        let program = self.programs.join(program);
        let invocation = if is_root() {
            Invocation::new("runuser").args(["--user", USER, "--"]).args([program])
        } else {
            Invocation::new(program)
        };
        invocation.folder(&self.folder)
    }

    fn control(&self, command: &[&str]) -> Result<(), String> {
        let log = self.folder.join("log");
        self.run("pg_ctl").args(["--pgdata"]).args([self.data()]).args(["--log"]).args([log]).args(command).run()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopped = self.control(&["stop", "--mode", "immediate", "--silent"]);
        if let Err(error) = stopped.and_then(|()| fs::remove_dir_all(&self.folder).map_err(at(&self.folder))) {
            eprintln!("{error}");
        }
    }
}

/// Returns the folder of the programs of the newest version that is installed.
fn programs() -> Result<PathBuf, String> {
    let number = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
    let newest = list(Path::new(VERSIONS))?.into_iter().filter(|folder| folder.join("bin/initdb").exists()).max_by_key(number);
    newest.map(|folder| folder.join("bin")).ok_or_else(|| format!("{VERSIONS} has no server: run .ci/setup"))
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

fn is_root() -> bool {
    Invocation::new("id").args(["-u"]).output().is_ok_and(|user| user.trim() == "0")
}
