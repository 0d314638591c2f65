//! The queries of the README.

use std::fs;
use std::path::Path;

use crate::common::{NOW, message, of_row, record, state};
use rusqlite::Connection;
use rusqlite::types::Value;
use smsc_client::FieldValue;
use smsc_proto::Field;
use smsc_watch::{SqliteStore, Store as _};

fn rows(connection: &Connection, sql: &str) -> Vec<Vec<Value>> {
    let mut statement = connection.prepare(sql).unwrap();
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| (0..columns).map(|column| row.get(column)).collect()).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn the_queries_of_the_readme_return_what_they_promise() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("queries.db");
    for suffix in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{suffix}", path.display()));
    }
    let mut store = SqliteStore::open(&path).unwrap();
    store.add(&[message(1, "79990000020"), message(2, "79990000020"), message(3, "79990000020")], NOW).unwrap();
    let open = store.claim(9, NOW, 0).unwrap();
    let failed = record(
        20,
        &[
            (Field::LastTimestamp, FieldValue::Number(1_760_080_200)),
            (Field::Err, FieldValue::Number(6)),
            (Field::Cost, FieldValue::Text("2.12".to_owned())),
            (Field::Message, FieldValue::Text("«Hello»".to_owned())),
        ],
    );
    let delivered = state(1, 1_760_080_225, 0);
    store.report(&[of_row(open[0].row, failed), of_row(open[1].row, delivered)], NOW).unwrap();

    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let queries: Vec<_> = readme.split("```sql\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let [by_status, failures, slowest] = queries[..] else { panic!("{} queries", queries.len()) };
    let connection = Connection::open(&path).unwrap();
    let text = |text: &str| Value::Text(text.to_owned());
    let number = Value::Integer;
    let counted = rows(&connection, by_status);
    assert_eq!(counted.len(), 3);
    assert!(counted.contains(&vec![text("open"), Value::Null, Value::Null, number(1)]));
    assert!(counted.contains(&vec![text("final"), number(20), number(6), number(1)]));
    let expected = vec![text("1"), text("79990000020"), number(6), text("2.12"), text("«Hello»")];
    assert_eq!(rows(&connection, failures), [expected]);
    assert_eq!(rows(&connection, slowest), [vec![text("2"), number(1_760_080_225 - 1_760_080_205)]]);
}
