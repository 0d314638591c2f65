//! Records that outlive their body, and records that are serialised (features `heapless` and
//! `serde`).

use proptest::prelude::*;
use serde_json::{Value, json};
use smsc_proto::{
    ApiErrorCode, CapacityError, Charset, Detail, ErrCode, Flag, Format, MessageId, MessageType, OwnedRecord, Query, Record, Reply,
    Requested, StatusCode,
};
use testkit::{adapter, generate};

const BODY: &str = "1,1760080210,6,1760080202,79990000020,Россия,МТС,Москва,2.10,GLOBUS,Доставлено,Привет, мир,,0";

fn first<'a>(query: Query<'a>, body: &'a [u8]) -> Record<'a> {
    let Ok(Reply::Records(mut records)) = query.read(body) else { panic!("no records") };
    records.next().unwrap().unwrap()
}

fn example() -> Record<'static> {
    first(Query::new(Format::Values, Detail::Full).charset(Charset::Utf8), BODY.as_bytes())
}

#[test]
fn an_owned_record_equals_the_record() {
    let owned = OwnedRecord::<200>::new(&example()).unwrap();
    assert_eq!(owned.as_record(), example());
    assert_eq!(owned.as_record().message().unwrap().as_str(), Some("Привет, мир"));
    assert!(owned.as_record().is_ambiguous());
    assert_eq!(owned, OwnedRecord::<300>::try_from(&example()).unwrap());
}

#[test]
fn texts_that_do_not_fit_are_an_error_with_the_needed_size() {
    let Err(CapacityError { needed, capacity, .. }) = OwnedRecord::<10>::new(&example()) else { panic!("the texts fit") };
    assert_eq!(capacity, 10);
    // phone, country, operator, region, cost, sender_id, status_name, message
    assert_eq!(needed, 11 + 12 + 6 + 12 + 4 + 6 + 20 + 20);
    assert!(OwnedRecord::<91>::new(&example()).is_ok());
    assert!(OwnedRecord::<90>::new(&example()).is_err());
}

#[test]
fn debug_of_an_owned_record_shows_no_text() {
    let shown = format!("{:?}", OwnedRecord::<200>::new(&example()).unwrap());
    assert!(!shown.contains("79990000020") && !shown.contains("мир"), "{shown}");
}

#[test]
fn a_record_is_an_object_of_fmt_3() {
    assert_eq!(
        serde_json::to_string(&example()).unwrap(),
        "{\"status\":1,\"last_timestamp\":1760080210,\"err\":6,\"send_timestamp\":1760080202,\"phone\":\"79990000020\",\"cost\":\"2.10\",\
         \"sender_id\":\"GLOBUS\",\"status_name\":\"Доставлено\",\"message\":\"Привет, мир\",\"comment\":\"\",\"country\":\"Россия\",\
         \"operator\":\"МТС\",\"region\":\"Москва\",\"type\":0,\"split\":\"ambiguous\"}"
    );
}

#[test]
fn codes_are_numbers() {
    let codes = json!([StatusCode(-3), ErrCode(255), ApiErrorCode(9), MessageType(8), Flag(40)]);
    assert_eq!(codes, json!([-3, 255, 9, 8, 40]));
    assert_eq!(serde_json::from_value::<StatusCode>(json!(-3)).unwrap(), StatusCode::NOT_FOUND);
    assert_eq!(serde_json::from_value::<ErrCode>(json!(0x7fff_ffff)).unwrap(), ErrCode(0x7fff_ffff));
    assert!(serde_json::from_value::<ErrCode>(json!(0x8000_0000_u32)).is_err());
    assert!(serde_json::from_value::<MessageType>(json!(256)).is_err());
    assert!(serde_json::from_value::<Flag>(json!(-1)).is_err());
}

#[test]
fn errors_and_pairs_have_the_shape_of_the_command_line() {
    let query = Query::new(Format::KeyValue, Detail::Status);
    let Ok(Reply::Error(error)) = query.read(b"ERROR = 8 (can't to deliver), ID - 639") else { panic!("no error") };
    assert_eq!(json!(error), json!({"error_code": 8, "error": "can't to deliver", "id": 639}));
    let error = query.read(b"").unwrap_err();
    assert_eq!(json!(error), json!({"malformed": "not a reply: the body is empty", "offset": 0, "expected": "an fmt=0 reply"}));
    assert_eq!(
        json!(Requested { id: MessageId::new(5).unwrap(), phone: "+79990000001" }),
        json!({"id": 5, "phone": "+79990000001"})
    );
}

fn from_json(text: &str) -> Result<OwnedRecord<64>, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[test]
fn objects_are_parsed_like_fmt_3() {
    let owned = from_json(
        r#"{"new": {"a": [1, "}"]}, "err": "6", "status": "-1", "phone": 79990000001, "cost": null, "sms_cnt": 2, "message": "a", "message": "б"}"#,
    );
    let owned = owned.unwrap();
    let record = owned.as_record();
    assert_eq!((record.status(), record.err(), record.sms_cnt()), (StatusCode::WAITING, Some(ErrCode::OFFLINE), Some(2)));
    assert_eq!(record.phone().unwrap(), "79990000001");
    assert_eq!(record.message().unwrap(), "б", "the last value of a repeated key stays");
    assert_eq!(record.cost(), None);
    let cleared = from_json(r#"{"status": 1, "err": 6, "err": null, "message": "a", "message": null}"#).unwrap();
    assert_eq!((cleared.as_record().err(), cleared.as_record().message()), (None, None));
}

#[test]
fn objects_that_are_no_records_are_rejected() {
    for (text, why) in [
        ("{}", "missing field `status`"),
        (r#"{"status": 99999999999}"#, "invalid status"),
        (r#"{"status": true}"#, "invalid status"),
        (r#"{"status": null}"#, "missing field `status`"),
        (r#"{"status": 1, "status": null}"#, "missing field `status`"),
        (r#"{"status": 1, "phone": 79990000001.5}"#, "invalid phone"),
        (r#"{"status": 1, "err": -1}"#, "invalid err"),
        (r#"{"status": 1, "id": 0}"#, "invalid id"),
        (r#"{"status": 1, "cost": "free"}"#, "invalid cost"),
        (r#"{"status": 1, "cost": 2.5}"#, "invalid cost"),
        ("[]", "invalid type: sequence"),
    ] {
        let error = from_json(text).unwrap_err();
        assert!(error.contains(why), "{text}: {error}");
    }
    let long = format!(r#"{{"status": 1, "message": "{}"}}"#, "x".repeat(65));
    assert!(from_json(&long).unwrap_err().contains("more than 64 bytes"));
}

#[test]
fn every_case_survives_both_round_trips() {
    for case in testkit::load() {
        adapter::with_query(&case.query, |query| {
            let Ok(Reply::Records(records)) = query.read(&case.body) else { return };
            records.flatten().for_each(|record| assert_round_trips(&record));
        });
    }
}

fn assert_round_trips(record: &Record<'_>) {
    let owned = OwnedRecord::<4096>::new(record).unwrap();
    assert_eq!(owned.as_record(), *record);
    let text = serde_json::to_string(record).unwrap();
    assert_eq!(text, serde_json::to_string(&owned).unwrap());
    let back: OwnedRecord<4096> = serde_json::from_str(&text).unwrap();
    assert_eq!(back, owned, "{text}");
    let bytes = postcard::to_stdvec(record).unwrap();
    let back: OwnedRecord<4096> = postcard::from_bytes(&bytes).unwrap();
    assert_eq!(back, owned, "{text}");
}

proptest! {
    #[test]
    fn random_records_survive_both_round_trips((query, body) in generate::reply()) {
        adapter::with_query(&query, |query| {
            if let Ok(Reply::Records(records)) = query.read(&body) {
                records.flatten().for_each(|record| assert_round_trips(&record));
            }
        });
    }

    #[test]
    fn any_object_is_parsed_or_rejected(pairs in prop::collection::vec((0..31_usize, any::<i64>(), ".{0,12}", 0..4_u8), 0..12)) {
        const NAMES: [&str; 31] = [
            "status", "last_date", "last_timestamp", "flag", "err", "imsi", "msc", "mcc", "mnc", "cn", "net", "rcn", "rnet", "send_date",
            "send_timestamp", "phone", "cost", "sender_id", "status_name", "message", "comment", "mccmnc", "country", "operator", "operator_orig",
            "region", "type", "sms_cnt", "id", "split", "other",
        ];
        let object: serde_json::Map<String, Value> = pairs
            .into_iter()
            .map(|(at, number, text, form)| {
                let value = match form {
                    0 => Value::Null,
                    1 => number.into(),
                    2 => (number % 300).to_string().into(),
                    _ => text.into(),
                };
                (NAMES[at].to_owned(), value)
            })
            .collect();
        if let Ok(owned) = serde_json::from_value::<OwnedRecord<256>>(object.clone().into()) {
            assert_round_trips(&owned.as_record());
        }
    }
}

/// The sizes that the start page of the documentation has, on machines of 64 bits.
#[test]
#[cfg(target_pointer_width = "64")]
fn sizes_are_those_of_the_documentation() {
    let page = include_str!("../src/lib.rs");
    for (row, size) in [
        ("[`Record`]", size_of::<Record<'_>>()),
        ("`OwnedRecord<256>`", size_of::<OwnedRecord<256>>()),
        ("[`ChunkReader`], without its window", size_of::<smsc_proto::ChunkReader<'_>>()),
        ("[`Error`]", size_of::<smsc_proto::Error>()),
    ] {
        let line = page.lines().find_map(|line| line.strip_prefix("//! | ")?.strip_prefix(row)).expect(row);
        let last = line.trim_end_matches(" |").rsplit(' ').next().unwrap().replace(',', "");
        assert_eq!(last, size.to_string(), "{row}");
    }
}
