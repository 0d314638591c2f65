//! A child that connects to PostgreSQL: the CAs of the system are those of its environment.

use smsc_watch::PostgresStore;

/// The environment variable with the URL.
pub(crate) const URL: &str = "SMSC_WATCH_URL";

#[test]
#[ignore = "run by an_encrypted_connection_needs_a_certificate_that_is_trusted"]
fn child_that_connects() {
    let result = PostgresStore::open(&std::env::var(URL).unwrap());
    let text = result.map_or_else(|error| format!("not connected: {:?}", error.kind()), |_| "connected".to_owned());
    println!("result: {text}");
}
