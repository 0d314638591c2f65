//! Errors of the server: each is clear, and shows no password.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use smsc_watch::{Error, ErrorKind, PostgresStore, Store as _};

use crate::common::{NOW, message};
use crate::postgres::{client, database, url};
use crate::tls;

fn error(url: &str) -> Error {
    let error = PostgresStore::open(url).map(|_| ()).unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains("s3cret") && !shown.contains("k3y"), "the password is shown");
    error
}

fn kind(url: &str) -> ErrorKind {
    error(url).kind().clone()
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_lost_connection_is_made_again() {
    let url = database("lost_connection");
    let mut store = PostgresStore::open(&url).unwrap();
    store.add(&[message(1, "79990000020")], NOW).unwrap();
    let sql = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = 'lost_connection'";
    for _ in 0..2 {
        client("postgres").execute(sql, &[]).unwrap();
        // The library notices the end before the next call, or in it.
        match store.claim(9, NOW, 0) {
            Ok(_) => {}
            Err(error) => assert_eq!(error.kind(), &ErrorKind::ConnectionLost),
        }
        assert_eq!(store.counts().unwrap().open, 1);
    }
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_server_that_refuses_is_an_error() {
    let good = url("postgres");
    assert_eq!(kind(&good.replace("s3cret", "k3y")), ErrorKind::Authentication);
    assert_eq!(kind(&good.replace("postgres:s3cret%2Fpass%3Aword%40@", "postgres@")), ErrorKind::Authentication);
    assert_eq!(kind(&good.replace("postgres:s3cret", "nobody:s3cret")), ErrorKind::Authentication);
    assert_eq!(kind(&url("no_such_database")), ErrorKind::NoDatabase);
    let text = error(&url("no_such_database")).to_string();
    assert!(text.starts_with("PostgreSQL at 127.0.0.1:") && text.contains("database no_such_database: "), "{text}");
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    assert_eq!(kind(&format!("postgres://postgres:s3cret@{free}/postgres")), ErrorKind::Unreachable);
    for wrong in ["postgres://s3cret:k3y@:x/", "postgres:///", "postgres://h/?sslmode=s3cret", "postgres://h/?k3y=1"] {
        assert!(matches!(kind(wrong), ErrorKind::Url(_)), "{wrong}");
    }
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_schema_of_others_is_refused() {
    let url = database("others");
    let mut client = client("others");
    client.batch_execute("CREATE SCHEMA smsc_watch").unwrap();
    assert_eq!(kind(&url), ErrorKind::OtherProgram);
    client.batch_execute("DROP SCHEMA smsc_watch").unwrap();
    drop(PostgresStore::open(&url).unwrap());
    client.batch_execute("UPDATE smsc_watch.store SET version = 99").unwrap();
    assert_eq!(kind(&url), ErrorKind::Newer { found: 99, known: 1 });
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn a_user_without_rights_is_refused() {
    let url = database("rights");
    let mut client = client("rights");
    client.batch_execute("DROP ROLE IF EXISTS reader; CREATE ROLE reader LOGIN PASSWORD 's3cret'").unwrap();
    let as_reader = url.replace("postgres:s3cret%2Fpass%3Aword%40@", "reader:s3cret@");
    assert_eq!(kind(&as_reader), ErrorKind::Permission);
    drop(PostgresStore::open(&url).unwrap());
    client
        .batch_execute("GRANT USAGE ON SCHEMA smsc_watch TO reader; GRANT SELECT ON ALL TABLES IN SCHEMA smsc_watch TO reader")
        .unwrap();
    let mut store = PostgresStore::open(&as_reader).unwrap();
    assert_eq!(store.counts().unwrap().open, 0);
    assert_eq!(store.add(&[message(1, "79990000020")], NOW).unwrap_err().kind(), &ErrorKind::Permission);
}

#[test]
#[ignore = "needs a server: cargo xtask postgres"]
fn an_encrypted_connection_needs_a_certificate_that_is_trusted() {
    let url = database("encrypted").replace("sslmode=disable", "sslmode=require");
    let mut server = client("postgres");
    assert_eq!(kind(&url), ErrorKind::Tls, "the server has no encryption yet");

    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let ca = CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap();
    let key = KeyPair::generate().unwrap();
    let certificate = CertificateParams::new(vec!["localhost".to_owned()]).unwrap().signed_by(&key, &ca).unwrap();
    for (file, text) in [("server.key", key.serialize_pem()), ("server.crt", certificate.pem())] {
        let lines = format!("SELECT unnest(string_to_array('{}', E'\\n'))", text.trim());
        server.batch_execute(&format!("COPY ({lines}) TO PROGRAM 'umask 077; cat > {file}'")).unwrap();
    }
    server.batch_execute("ALTER SYSTEM SET ssl = on").unwrap();
    server.batch_execute("SELECT pg_reload_conf()").unwrap();
    while client("postgres").query_one("SHOW ssl", &[]).unwrap().get::<_, &str>(0) != "on" {}

    assert_eq!(kind(&url), ErrorKind::Tls, "the CA is not trusted");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("postgres-ca.pem");
    fs::write(&file, ca.pem()).unwrap();
    for (host, expected) in [("localhost", "connected"), ("127.0.0.1", "not connected: Tls")] {
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", "tls::child_that_connects", "--ignored", "--nocapture"]).env("SSL_CERT_FILE", &file);
        let output = child.env(tls::URL, url.replace("127.0.0.1", host)).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        assert!(text.contains(&format!("result: {expected}")), "{host}: {text}");
    }
}
