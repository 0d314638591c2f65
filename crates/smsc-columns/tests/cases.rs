//! The rows of every case are the lines that `smsc decode --json --outcome` prints.

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Decimal128Type, Int32Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array, RecordBatch};
use serde_json::{Map, Value, json};
use sms_outcome::{lookup_api_error, lookup_record};
use smsc_columns::{Column, Options, Reader, Source};
use smsc_proto::{Charset, Detail, Error, Field, Format, Lang, MessageKind, Query, Reply};
use testkit::{Case, CaseQuery};

/// Returns the query of a case without its requested pairs: a table has none.
fn query(case: &CaseQuery) -> Query<'static> {
    let query = Query::new(Format::try_from(case.fmt).unwrap(), Detail::try_from(case.all).unwrap())
        .charset(Charset::from_name(&case.charset).unwrap())
        .kind(MessageKind::from_name(&case.kind).unwrap());
    if case.multi { query.batch() } else { query }
}

/// Returns the rows of a reply as objects without nulls.
fn rows(options: &Options, body: &[u8]) -> Vec<Map<String, Value>> {
    let reader = Reader::new(options, [Source::bytes("the source", body)]).unwrap();
    reader.flat_map(|batch| objects(&batch.unwrap())).collect()
}

fn objects(batch: &RecordBatch) -> Vec<Map<String, Value>> {
    batch.columns().iter().for_each(|array| array.to_data().validate_full().unwrap());
    let object = |row: usize| {
        let columns = batch.schema_ref().fields().iter().zip(batch.columns());
        let present = columns.filter(|(_, array)| array.is_valid(row));
        present.map(|(field, array)| (field.name().clone(), value(array, row))).collect()
    };
    (0..batch.num_rows()).map(object).collect()
}

fn value(array: &dyn Array, row: usize) -> Value {
    use arrow_schema::DataType::{Boolean, Decimal128, Dictionary, Int32, Int64, Timestamp, Utf8};
    match array.data_type() {
        Int32 => array.as_primitive::<Int32Type>().value(row).into(),
        Int64 => array.as_primitive::<Int64Type>().value(row).into(),
        Timestamp(..) => (array.as_primitive::<TimestampMicrosecondType>().value(row) / 1_000_000).into(),
        Decimal128(18, 4) => i64::try_from(array.as_primitive::<Decimal128Type>().value(row)).unwrap().into(),
        Boolean => array.as_boolean().value(row).into(),
        Utf8 => array.as_string::<i32>().value(row).into(),
        Dictionary(..) => {
            let words = array.as_dictionary::<Int32Type>();
            words.downcast_dict::<arrow_array::StringArray>().unwrap().into_iter().nth(row).flatten().into()
        }
        other => panic!("a column of the type {other}"),
    }
}

/// Returns the row that a line of the command means.
fn expected(line: Value, case: &CaseQuery) -> Map<String, Value> {
    let Value::Object(mut row) = line else { panic!("not an object: {line}") };
    if let Some(cost) = row.get("cost").and_then(Value::as_str).map(str::to_owned) {
        let units = smsc_proto::Cost::parse(cost.as_bytes()).unwrap().ten_thousandths();
        row.remove("cost");
        // A number of more digits than the column has is in `cost_text` alone.
        if let Some(units) = units.filter(|units| *units < 10_u64.pow(18)) {
            row.insert("cost".to_owned(), units.into());
        }
        row.insert("cost_text".to_owned(), cost.into());
    }
    if let Some(Value::String(id)) = row.get("id").cloned() {
        row.remove("id");
        row.insert("text_id".to_owned(), id.into());
    }
    for time in ["last_timestamp", "send_timestamp"] {
        if row.get(time) == Some(&json!(0)) {
            row.remove(time);
        }
    }
    if let Some(flag) = row.get("flag").and_then(Value::as_u64) {
        let flag = smsc_proto::Flag(u16::try_from(flag).unwrap());
        row.insert("second_balance".to_owned(), flag.is_second_balance().into());
        if let Some(template) = flag.template() {
            row.insert("template".to_owned(), template.name().into());
        }
    }
    if row.contains_key("status") {
        let is_ambiguous = row.remove("split").is_some();
        row.insert("ambiguous".to_owned(), is_ambiguous.into());
    }
    row.insert("fmt".to_owned(), case.fmt.into());
    row.insert("source".to_owned(), "the source".into());
    row
}

/// Returns what the core finds in a reply, as the rows of a table.
fn lines(case: &Case) -> Vec<Map<String, Value>> {
    let query = query(&case.query);
    let outcome = |outcome: sms_outcome::Outcome| {
        let json = serde_json::to_value(outcome.in_lang(Lang::En)).unwrap();
        let keys = ["state", "is_final", "cause", "retry", "retry_after_s", "suppress"];
        keys.into_iter().filter(|key| !json[key].is_null()).map(|key| (key.to_owned(), json[key].clone())).collect::<Vec<_>>()
    };
    let malformed =
        |error: &Error| expected(json!({"malformed": error.to_string(), "line_offset": error.span().start}), &case.query);
    match query.read(&case.body) {
        Err(error) => vec![malformed(&error)],
        Ok(Reply::Deleted) => vec![expected(json!({"result": "OK", "line_offset": 0}), &case.query)],
        Ok(Reply::Error(error)) => {
            let mut row = expected(serde_json::to_value(error).unwrap(), &case.query);
            row.insert("line_offset".to_owned(), 0.into());
            row.extend(outcome(lookup_api_error(error.code, error.endpoint())));
            vec![row]
        }
        Ok(Reply::Records(records)) => records
            .map(|record| match record {
                Err(error) => malformed(&error),
                Ok(record) => {
                    let mut row = expected(serde_json::to_value(record).unwrap(), &case.query);
                    row.extend(outcome(lookup_record(&record, query.get_kind())));
                    row
                }
            })
            .collect(),
    }
}

/// Compares the rows of a case with what the core finds. The offset of a record is tested elsewhere.
fn compare(case: &Case, options: &Options) {
    let mut found = rows(options, &case.body);
    for row in &mut found {
        if row.contains_key("status") {
            assert!(row.remove("line_offset").is_some());
        }
    }
    assert_eq!(Value::from_iter(found), Value::from_iter(lines(case)), "{} {}", case.file, case.name);
}

#[test]
fn every_case_has_the_rows_of_the_command() {
    let cases = testkit::load();
    assert!(cases.len() > 500, "{} cases", cases.len());
    for case in &cases {
        compare(case, &Options::new(query(&case.query)));
        compare(case, &Options::new(query(&case.query)).dictionary(true).batch_rows(1));
    }
}

/// A column has the same values whether others are asked for or not.
#[test]
fn every_column_alone() {
    for case in testkit::load() {
        let all = rows(&Options::new(query(&case.query)), &case.body);
        for column in Column::all() {
            let alone = rows(&Options::new(query(&case.query)).columns(&[column]), &case.body);
            let of_all = all.iter().map(|row| row.iter().filter(|(name, _)| *name == column.name()));
            let of_all: Vec<Map<String, Value>> =
                of_all.map(|values| values.map(|(name, value)| (name.clone(), value.clone())).collect()).collect();
            assert_eq!(alone, of_all, "{column} of {} {}", case.file, case.name);
        }
    }
}

/// The first bytes of a reply tell its format.
#[test]
fn any_format() {
    for case in testkit::load() {
        let other = if case.query.fmt == 3 { Format::Values } else { Format::Json };
        let options = Options::new(query(&case.query).format(other)).any_format();
        if Format::of_body(&case.body) == Format::try_from(case.query.fmt).ok() {
            compare(&case, &options);
        }
    }
}

#[test]
fn columns_have_the_names_of_the_fields() {
    let names: Vec<_> = Column::all().map(Column::name).collect();
    for field in Field::ALL {
        assert!(names.contains(&field.name()), "{field}");
    }
    for column in Column::all() {
        assert_eq!(Column::from_name(column.name()), Some(column));
    }
    assert_eq!(Column::from_name("no such column"), None);
}
