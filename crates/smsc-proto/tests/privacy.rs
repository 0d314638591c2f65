//! No phone, no text, no secret in what could be logged.

use smsc_proto::{Detail, Format, Query, Reply, Requested, Text};

const PHONE: &str = "79261112233";
const SECRET: &str = "TOPSECRET";

/// Everything that `Debug` and `Display` show of a query and of what was read with it.
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
                        Ok(status) => format!("{status:?} {:?}", status.message().map(Text::chars)),
                        Err(error) => format!("{error:?} {error}"),
                    }));
                }
            }
        }
    }
    shown.concat()
}

#[test]
fn nothing_personal_is_shown() {
    let asked = [Requested { id: 5, phone: PHONE }];
    let values = Query::new(Format::Values, Detail::Message).requested(&asked);
    let pairs = Query::new(Format::KeyValue, Detail::Message).requested(&asked);
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
