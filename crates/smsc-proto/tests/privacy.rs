//! Outputs that may be logged contain no phone, no text and no secret.

use smsc_proto::{ApiErrorCode, Charset, ChunkReader, Detail, Format, Lang, MessageId, Query, Reply, Requested, Text};

const PHONE: &str = "79261112233";
const SECRET: &str = "TOPSECRET";

/// Returns everything that `Debug` and `Display` write of a query and of the reply to it.
fn all_shown(query: Query<'_>, body: &str) -> String {
    let mut shown = vec![format!("{query:?}")];
    match query.read(body.as_bytes()) {
        Err(error) => shown.push(format!("{error:?} {error}")),
        Ok(reply) => {
            shown.push(format!("{reply:?}"));
            match reply {
                Reply::Error(error) => shown.push(error.to_string()),
                Reply::Deleted => {}
                Reply::Records(records) => {
                    shown.push(format!("{:?}", records.clone().matched()));
                    shown.extend(records.clone().matched().map(|item| format!("{item:?}")));
                    shown.extend(records.map(|item| match item {
                        Ok(record) => format!("{record:?} {:?}", record.message().map(Text::chars)),
                        Err(error) => format!("{error:?} {error}"),
                    }));
                }
            }
        }
    }
    shown.concat()
}

#[test]
fn no_output_contains_personal_data() {
    let requested = [Requested { id: MessageId::new(5).unwrap(), phone: PHONE }];
    let values = Query::new(Format::Values, Detail::Message).requested(&requested);
    let pairs = Query::new(Format::KeyValue, Detail::Message).requested(&requested);
    let bodies = [
        (values, format!("1,1760080210,0,1760080202,{PHONE},2.12,{SECRET},{SECRET},{SECRET},{SECRET},0")),
        (
            values.batch(),
            format!("1,1760080210,0,1760080202,{PHONE},{SECRET},G,D,{SECRET},,0,5\n{SECRET}\n1,1760080210,0,1,{PHONE}"),
        ),
        (values, format!("{SECRET} {PHONE}")),
        (values, format!("<html>{SECRET}{PHONE}")),
        (pairs, format!("Status = 1, err = {SECRET}{PHONE}")),
        (pairs, format!("Status = 1, phone = {PHONE}, message = {SECRET}, comment = {SECRET}, type = 0")),
        (pairs, format!("ERROR = 2 ({SECRET} {PHONE})")),
        (pairs, format!("ERROR = {SECRET}")),
    ];
    for (query, body) in bodies {
        let shown = all_shown(query, &body);
        assert!(!shown.is_empty());
        assert!(!shown.contains(SECRET) && !shown.contains(PHONE), "{body}\nis shown as\n{shown}");
    }
}

/// Checks that the output contains nothing personal, but is not empty.
#[test]
fn the_output_of_values() {
    let requested = Requested { id: MessageId::new(5).unwrap(), phone: "79990000020" };
    assert_eq!(format!("{requested:?}"), "Requested { id: 5, .. }");
    let text = Text::new(b"secret", Charset::Koi8R);
    assert_eq!(format!("{text:?} {:?}", text.chars()), "Text(6 bytes, koi8-r) Chars(..)");
    assert!(format!("{:?}", ChunkReader::new(Query::new(Format::Values, Detail::Status))).contains("limit: 1048576"));
    let Ok(Reply::Error(error)) = Query::new(Format::Values, Detail::Status).read(b"0,-9") else { panic!("no error") };
    let name = ApiErrorCode(9).name(Lang::En).expect("a name");
    assert_eq!(error.to_string(), format!("error 9: {name}"));
    let Ok(Reply::Error(error)) = Query::new(Format::Values, Detail::Status).read(b"0,-77") else { panic!("no error") };
    assert_eq!(error.to_string(), "error 77");
}
