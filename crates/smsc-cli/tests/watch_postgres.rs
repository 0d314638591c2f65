//! `smsc watch` with its state in PostgreSQL, for more than one watcher. `cargo xtask postgres` runs
//! these tests, with a server of their own.
#![cfg(all(target_os = "linux", feature = "postgres"))]

#[path = "common/standin.rs"]
mod standin;
#[path = "common/watching.rs"]
mod watching;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::Command;

use postgres::{Client, Config, NoTls};
use standin::{Home, Ran, Standin};
use watching::{Watching, assert_ends, put, send_from, signal, text_of, wait_for, watch};

/// A database for one test.
struct Database {
    config: Config,
    name: &'static str,
}

impl Database {
    /// Makes an empty database.
    fn new(name: &'static str) -> Self {
        let url = std::env::var("SMSC_WATCH_POSTGRES").expect("the server's URL: run cargo xtask postgres");
        let config: Config = format!("{url}/postgres?sslmode=disable").parse().unwrap();
        let mut server = config.connect(NoTls).unwrap();
        server.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).unwrap();
        server.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        Self { config, name }
    }

    fn client(&self) -> Client {
        self.config.clone().dbname(self.name).connect(NoTls).unwrap()
    }

    /// Returns the URL, which has no password.
    fn url(&self) -> String {
        format!("postgres://{}@127.0.0.1:{}/{}?sslmode=disable", self.user(), self.port(), self.name)
    }

    fn user(&self) -> &str {
        self.config.get_user().unwrap()
    }

    fn port(&self) -> u16 {
        self.config.get_ports()[0]
    }

    fn password(&self) -> &str {
        std::str::from_utf8(self.config.get_password().unwrap()).unwrap()
    }

    /// Writes a file with the password, as psql has it.
    fn password_file(&self, home: &Home) -> String {
        let line = format!("127.0.0.1:{}:{}:{}:{}\n", self.port(), self.name, self.user(), self.password());
        home.write("pgpass", &format!("# the state of smsc watch\nother:*:*:*:k3y\n{line}"))
    }
}

/// Returns the first column of the only row.
fn number(client: &mut Client, sql: &str) -> i64 {
    client.query_one(sql, &[]).unwrap().get(0)
}

/// Returns what a command gets from the environment.
fn without_postgres(mut command: Command) -> Command {
    for name in ["PGPASSWORD", "PGPASSFILE", "SMSC_WATCH_POSTGRES"] {
        command.env_remove(name);
    }
    command
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn two_watchers_share_the_messages_and_one_takes_over() {
    let database = Database::new("two_watchers");
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    let url = database.url();
    let exec = format!("echo $SMSC_KEY >> {}", home.path("keys").display());
    let start = |name: &str| {
        let spool = home.path(&format!("new-{name}"));
        fs::create_dir(&spool).unwrap();
        let args = watch(&url, &["--spool", spool.to_str().unwrap(), "--exec", &exec]);
        let mut command = without_postgres(home.command(&standin.args(&args)));
        match name {
            "a" => command.env("PGPASSWORD", database.password()),
            _ => command.env("PGPASSFILE", database.password_file(&home)),
        };
        (Watching::start(&home, name, &mut command), spool)
    };
    let mut client = database.client();
    let is_listed = "SELECT count(*) FROM pg_tables WHERE schemaname = 'smsc_watch' AND tablename = 'watchers'";
    let mut watcher_after = |watcher: i64| {
        wait_for_number(&mut client, is_listed, 1);
        let sql = format!("SELECT coalesce(min(watcher), 0) FROM smsc_watch.watchers WHERE watcher > {watcher}");
        while number(&mut client, &sql) == 0 {}
        number(&mut client, &sql)
    };
    let (a, spool_a) = start("a");
    let first = watcher_after(0);
    let (b, spool_b) = start("b");
    let second = watcher_after(first);

    // Each follows those that it was given, and perhaps some of the other's.
    let phones: Vec<_> = (0..12).map(|number| format!("799900{number:02}0001")).collect();
    let phones: Vec<_> = phones.iter().map(String::as_str).collect();
    let pairs = send_from(101, &home, &standin, &phones);
    standin.control("{\"advance\": \"1m\"}");
    for (index, pair) in pairs.lines().enumerate() {
        put(if index < 6 { &spool_a } else { &spool_b }, &index.to_string(), pair);
    }
    let out = |watching: &[&Watching]| watching.iter().map(|of| of.out()).collect::<String>();
    let has_all = |until: u64| {
        let all = out(&[&a, &b]);
        (101..=until).all(|id| all.contains(&format!("\"id\":{id},")))
    };
    wait_for("the end of the first messages", || has_all(112));
    let followed = "SELECT count(DISTINCT watcher) FROM smsc_watch.messages";
    assert_eq!(number(&mut client, followed), 2);

    // The server ends the connections of both: what comes then is followed all the same.
    let ended = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
        WHERE application_name = 'smsc watch' AND datname = current_database()";
    assert!(number(&mut client, ended) >= 2);
    let pairs = send_from(113, &home, &standin, &["79990130001", "79990140001"]);
    standin.control("{\"advance\": \"1m\"}");
    for (pair, spool) in pairs.lines().zip([&spool_a, &spool_b]) {
        put(spool, "again", pair);
    }
    wait_for("the end of messages after the connections were lost", || has_all(114));

    // One is killed while the service does not answer for its messages.
    let address = standin.address().to_owned();
    drop(standin);
    let late = ["79990150001", "79990160001", "79990170001", "79990180001"];
    for (id, phone) in (115..).zip(late) {
        put(&spool_a, &format!("late-{id}"), &format!("{id}:{phone}\n"));
    }
    wait_for_number(&mut client, "SELECT count(*) FROM smsc_watch.messages WHERE state = 'open' AND watcher IS NOT NULL", 4);
    let of_first = format!("SELECT count(*) FROM smsc_watch.messages WHERE state = 'open' AND watcher = {first}");
    assert!(number(&mut client, &of_first) > 0);
    let killed = a.end("KILL");
    assert_eq!(killed.status, None);
    // Asked between the sending and the ends, the other would hear of pending messages, and ask again after
    // minutes.
    signal(&b.child, "STOP");
    let standin = Standin::listen(&address, &home, "", &["--frozen"]);
    send_from(115, &home, &standin, &late);
    standin.control("{\"advance\": \"1m\"}");
    signal(&b.child, "CONT");
    // Its lease lasts for five minutes after its end: here it ends now.
    let lease = format!("UPDATE smsc_watch.watchers SET expires = 0 WHERE watcher = {first}");
    assert_eq!(client.execute(&lease, &[]).unwrap(), 1);
    wait_for_number(&mut client, "SELECT count(*) FROM smsc_watch.messages WHERE state = 'open'", 0);
    let of_second = format!("SELECT count(*) FROM smsc_watch.messages WHERE id::bigint > 114 AND watcher = {second}");
    assert_eq!(number(&mut client, &of_second), 4);
    wait_for("the ends of the messages of the first watcher", || {
        let all = killed.stdout.clone() + &b.out();
        (101..=118).all(|id| all.contains(&format!("\"id\":{id},")))
    });
    let left =
        "SELECT count(*) FROM smsc_watch.changes WHERE new_end AND seq > (SELECT seq FROM smsc_watch.sinks WHERE name = 'exec')";
    wait_for_number(&mut client, left, 0);
    let last = b.end("TERM");
    assert_eq!(last.status, Some(0), "{}", last.stderr);
    let expected: Vec<_> = (101..=118).collect();
    assert_ends(&whole_lines(&(killed.stdout + &last.stdout)), &expected, &text_of(&home.path("keys")));
}

/// Returns the lines that a killed command has not cut.
fn whole_lines(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| line.ends_with("}\n")).collect()
}

fn wait_for_number(client: &mut Client, sql: &str, expected: i64) {
    let client = std::cell::RefCell::new(client);
    wait_for(sql, || number(&mut client.borrow_mut(), sql) == expected);
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_slow_command_gets_each_end_from_one_watcher() {
    let database = Database::new("slow_command");
    let home = Home::new();
    let standin = Standin::start(&home, "", &["--frozen"]);
    let pairs = send_from(101, &home, &standin, &["79990000001", "79990000002"]);
    standin.control("{\"advance\": \"1m\"}");
    let spool = home.path("new");
    fs::create_dir(&spool).unwrap();
    let keys = home.path("keys");
    // Longer than the two seconds after which a watcher looks for changes of others.
    let exec = format!("echo $SMSC_KEY >> {}; sleep 3", keys.display());
    let url = database.url();
    let args = watch(&url, &["--spool", spool.to_str().unwrap(), "--exec", &exec]);
    let watching = ["a", "b"].map(|name| {
        let mut command = without_postgres(home.command(&standin.args(&args)));
        Watching::start(&home, name, command.env("PGPASSWORD", database.password()))
    });
    put(&spool, "1", &pairs);
    let mut client = database.client();
    wait_for("the first end", || !text_of(&keys).is_empty());
    let passed_on = "SELECT count(*) FROM smsc_watch.changes WHERE seq <= (SELECT seq FROM smsc_watch.sinks WHERE name = 'exec')";
    wait_for_number(&mut client, passed_on, 2);
    let out: String = watching.map(|of| of.end("TERM").stdout).concat();
    assert_ends(&out, &[101, 102], &text_of(&keys));
    assert_eq!(text_of(&keys).lines().count(), 2);
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_server_that_cannot_be_used_is_explained() {
    let database = Database::new("explained");
    let home = Home::new();
    let run = |url: &str, password: (&str, &str), lang: &str| {
        let args = watch(url, &["--host", "127.0.0.1:1", "--plain-http", "--lang", lang]);
        let mut command = without_postgres(home.command(&args));
        let ran = Ran::of(command.env(password.0, password.1).output().unwrap());
        assert_eq!((ran.status, &*ran.stdout), (Some(2), ""), "{}", ran.stderr);
        ran.stderr
    };
    let place = |name: &str| format!("smsc: PostgreSQL at 127.0.0.1:{}, database {name}: ", database.port());
    let url = database.url();
    let good = ("PGPASSWORD", database.password());
    assert_eq!(
        run(&url, ("PGPASSWORD", "k3y"), "en"),
        place("explained")
            + "the server refuses the user or the password: check the user, the password (in PGPASSWORD, ~/.pgpass or the URL), \
               and pg_hba.conf\n"
    );
    assert_eq!(
        run(&url.replace("/explained?", "/nosuch?"), good, "ru"),
        place("nosuch") + "на сервере нет базы данных с таким именем: создайте её командой createdb или измените URL\n"
    );
    let file = database.password_file(&home);
    fs::set_permissions(PathBuf::from(&file), fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(
        run(&url, ("PGPASSFILE", &file), "fr"),
        place("explained")
            + "d’autres utilisateurs peuvent lire le fichier du mot de passe, ~/.pgpass ou PGPASSFILE\u{a0}: changez ses droits \
               avec chmod 600\n"
    );
    let gone = "postgres://alex@127.0.0.1:1/x";
    let expected =
        "smsc: PostgreSQL at 127.0.0.1:1, database x: сервер недоступен: проверьте его имя и порт, работает ли он, и сеть\n";
    assert_eq!(run(gone, good, "ru"), expected);
}
