//! A batch that is cut at a border has the records and errors of the whole.

use proptest::prelude::*;
use smsc_proto::{ChunkReader, Detail, Error, Event, Format, Query, Record};
use testkit::{CaseQuery, adapter, generate};

/// A record by which a reader knows that the body is a batch, as the first MiB of a long body does.
const FIRST: [&str; 2] =
    ["Status = 1, check_time = 01.01.2026 00:00:00, id = 7, phone = 79990000000\n", "1,1760080210,0,7,79990000000\n"];
const FIRST_MESSAGE: [&str; 2] = [
    "Status = 1, check_time = 01.01.2026 00:00:00, send_date = 01.01.2026 00:00:00, phone = 79990000000, cost = 1, \
     sender_id = G, status_name = D, message = m, comment = , type = 0, id = 7\n",
    "1,1760080210,0,1760080202,79990000000,1,G,D,m,,0,7\n",
];

/// Returns what a reader finds in the rest of a body. The body as a whole is a batch of records.
fn items<'a>(mut reader: ChunkReader<'a>, mut window: &'a [u8]) -> Vec<Result<Record<'a>, Error>> {
    let mut items = Vec::new();
    while let Ok((consumed, Event::Record(item))) = reader.read(window, true) {
        items.push(item);
        window = &window[consumed..];
    }
    items
}

/// Cuts a batch at every border, and compares the two parts with the whole. Returns the number of
/// borders.
fn cut_everywhere(query: Query<'_>, body: &[u8]) -> usize {
    let whole = items(ChunkReader::new(query), body);
    let mut start = 0;
    let mut borders = 0;
    while let Some(found) = body.get(start..).and_then(|rest| query.find_border(rest)) {
        let border = start + found;
        let mut parts = items(ChunkReader::new(query), &body[..border]);
        parts.extend(items(ChunkReader::at_border(query, border), &body[border..]));
        assert_eq!(parts, whole, "cut at byte {border} of {} ({query:?})", String::from_utf8_lossy(body));
        borders += 1;
        // The next window starts in the line before the border's, whose end it does not know.
        start = border - 1;
    }
    borders
}

/// Returns a body after a first record.
fn after_first(query: &CaseQuery, body: &[u8]) -> Vec<u8> {
    let first = if query.all == 0 { FIRST } else { FIRST_MESSAGE };
    [first[usize::from(query.fmt)].as_bytes(), body].concat()
}

/// Cuts the batch that starts with a record and goes on with a body, in fmt 0 and 1, without requested pairs.
fn cut_after_first(query: &CaseQuery, body: &[u8]) -> usize {
    if query.fmt > 1 {
        return 0;
    }
    let query = CaseQuery { multi: true, ids: None, ..query.clone() };
    adapter::with_query(&query, |asked| cut_everywhere(asked, &after_first(&query, body)))
}

proptest! {
    #![proptest_config(generate::cases(2000))]

    #[test]
    fn random_replies(replies in prop::collection::vec(generate::reply_of(0..=1), 1..4)) {
        let (query, _) = replies[0].clone();
        let bodies: Vec<_> = replies.iter().map(|(_, body)| [body, b"\n".as_slice()].concat()).collect();
        cut_after_first(&query, &bodies.concat());
    }

    #[test]
    fn random_tokens(replies in prop::collection::vec(generate::random_tokens(), 1..6)) {
        let (query, _) = replies[0].clone();
        let bodies: Vec<_> = replies.iter().map(|(_, body)| [body, b"\n".as_slice()].concat()).collect();
        cut_after_first(&query, &bodies.concat());
    }
}

#[test]
fn every_case() {
    let mut borders = 0;
    for case in testkit::load() {
        if case.query.fmt <= 1 {
            let record = after_first(&case.query, b"");
            borders += cut_after_first(&case.query, &[&*case.body, b"\n", &record, &record].concat());
        }
    }
    assert!(borders > 500, "{borders} borders");
}

/// A line that ends in an id, and one that starts like a record, inside a text.
#[test]
fn a_border_is_no_line_inside_a_text() {
    let query = Query::new(Format::Values, Detail::Message).batch();
    let record = "1,1760080210,0,1760080202,79990000000,1,G,D,m,,0,7\n";
    let find = |text: &str| {
        let body = format!("{record}1,1760080210,0,1760080202,79990000000,1,G,D,{text},,0,8\n{record}");
        query.find_border(&body.as_bytes()[5..]).map(|found| body.as_bytes()[found + 5..].to_vec())
    };
    let second = |text: &str| Some(format!("1,1760080210,0,1760080202,79990000000,1,G,D,{text},,0,8\n{record}").into_bytes());
    // The first line of the window may be the rest of one, so that the second record is no border.
    assert_eq!(find("x"), Some(record.as_bytes().to_vec()));
    assert_eq!(find("a\nb"), Some(record.as_bytes().to_vec()));
    // A line after the end that is only like the start of a record says less than the end of the body.
    assert_eq!(find("a,,0,5\n1,2,b"), Some(record.as_bytes().to_vec()));
    let whole = format!("{record}{record}1,1760080210,0,1760080202,79990000000,1,G,D,x,,0,8\n{record}");
    assert_eq!(query.find_border(whole.as_bytes()).map(|found| whole.as_bytes()[found..].to_vec()), second("x"));
}

#[test]
fn other_replies_have_no_border() {
    let record = "1,1760080210,0,1760080202,79990000000,1,G,D,m,,0,7\n".repeat(5);
    let query = Query::new(Format::Values, Detail::Message);
    assert_eq!(query.find_border(record.as_bytes()), None);
    assert_eq!(query.batch().requested(&[]).find_border(record.as_bytes()), None);
    assert_eq!(query.batch().format(Format::Json).find_border(record.as_bytes()), None);
    assert_eq!(query.batch().find_border(b""), None);
    assert!(query.batch().find_border(record.as_bytes()).is_some());
}
