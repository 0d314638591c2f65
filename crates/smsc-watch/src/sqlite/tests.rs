//! The steps of the schema.

use rusqlite::Connection;

use super::schema::migrate;
use crate::error::ErrorKind;

const STEPS: [&str; 3] = [
    "CREATE TABLE one (x); INSERT INTO one VALUES (1)",
    "ALTER TABLE one ADD COLUMN y; UPDATE one SET y = x + 1",
    "CREATE TABLE three AS SELECT x + y AS z FROM one",
];

fn z(connection: &Connection) -> i64 {
    connection.query_row("SELECT z FROM three", [], |row| row.get(0)).unwrap()
}

#[test]
fn takes_each_step_once() {
    let mut connection = Connection::open_in_memory().unwrap();
    for count in [1, 2, 2, 3, 3] {
        migrate(&mut connection, &STEPS[..count]).unwrap();
    }
    assert_eq!(z(&connection), 3);
    let error = migrate(&mut connection, &STEPS[..2]).unwrap_err();
    assert_eq!(error, ErrorKind::Newer { found: 3, known: 2 });
}

#[test]
fn takes_all_steps_or_none() {
    let mut connection = Connection::open_in_memory().unwrap();
    migrate(&mut connection, &STEPS[..1]).unwrap();
    migrate(&mut connection, &[STEPS[0], STEPS[1], "CREATE TABLE one (x)"]).unwrap_err();
    migrate(&mut connection, &STEPS).unwrap();
    assert_eq!(z(&connection), 3);
}
