//! The rules of the service, asked through the requests and read with the queries of smsc-proto.

use std::fmt::Write as _;

use smsc_proto::calls::{BalanceReply, OperatorReply, SendReply, StatisticsReply};
use smsc_proto::request::{
    BalanceRequest, Credentials, Date, DeleteRequest, HistoryRequest, OperatorRequest, SendRequest, StatisticsRequest,
    StatusRequest,
};
use smsc_proto::{ApiErrorCode, Charset, CostMode, Detail, Format, Lang, MessageId, Reply, Requested, SingleReply, StatusCode};
use smsc_standin::{Provider, Request, Scenario, Time};

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

const CREDENTIALS: Credentials<'static> = Credentials::login("demo", "demo");

const PHONE: &str = "79990000001";

fn at(seconds: u64) -> Time {
    Time(NOON.0 + seconds * 1_000)
}

/// The moment of an hour of this day in Moscow, or of the next days.
fn hour(hour: u64) -> Time {
    Time(NOON.0 - 12 * 3_600_000 + hour * 3_600_000)
}

fn provider(scenario: &str) -> Provider {
    Provider::new(Scenario::parse(scenario).unwrap())
}

fn ask(provider: &mut Provider, request: &dyn smsc_proto::request::Request, now: Time) -> Vec<u8> {
    let mut body = String::new();
    request.write_body(&CREDENTIALS, &mut body).unwrap();
    let mut url = String::new();
    request.write_url(&smsc_proto::request::Server::SMSC_RU, &mut url).unwrap();
    let path = url.strip_prefix("https://smsc.ru").unwrap();
    let response = provider.handle(&Request::post(path, body.as_bytes()), now);
    assert_eq!(response.status, 200, "{}", String::from_utf8_lossy(&response.body));
    response.body
}

fn id(number: u32) -> MessageId<'static> {
    MessageId::new(number).unwrap()
}

/// Sends a message, and returns its id or the number of the error.
fn send(provider: &mut Provider, number: u32, phone: &str, text: &str, now: Time) -> Result<u32, u32> {
    let phones = [phone];
    let request = SendRequest::new(&phones, text).id(id(number));
    let body = ask(provider, &request, now);
    match request.query().read(&body).unwrap() {
        SendReply::Sent(sent) => Ok(sent.id.number().unwrap()),
        SendReply::Error(error) => {
            assert_eq!(error.code.0 < 3 || matches!(error.code.0, 4 | 9), error.id.is_none());
            Err(error.code.0)
        }
        SendReply::Price(_) => panic!("a price"),
    }
}

/// Returns the status and the err of a message, or the number of the error.
fn status(provider: &mut Provider, number: u32, phone: &str, now: Time) -> Result<(i32, u32), u32> {
    let request = StatusRequest::one(Requested { id: id(number), phone });
    let body = ask(provider, &request, now);
    match request.query().read_one(&body).unwrap() {
        SingleReply::Record(record) => Ok((record.status().0, record.err().map_or(0, |err| err.0))),
        SingleReply::Error(error) => Err(error.code.0),
        SingleReply::Deleted => panic!("deleted"),
    }
}

#[test]
fn every_life_is_reported() {
    let mut provider = provider("");
    let lives =
        [("79990000001", 4, (1, 0)), ("79990002006", 4, (20, 6)), ("79990009023", 0, (23, 253)), ("79990006000", 9, (-3, 0))];
    for (number, (phone, after, expected)) in (1..).zip(lives) {
        assert_eq!(send(&mut provider, number, phone, "Привет", at(0)), Ok(number));
        assert_eq!(status(&mut provider, number, phone, at(after)), Ok(expected), "{phone}");
    }
    assert_eq!(status(&mut provider, 9, PHONE, at(9)), Ok((-3, 0)));
}

#[test]
fn every_format_charset_and_detail_reads_back() {
    let mut provider = provider("[limits]\nstatus = 1000\nbatch = 1000");
    send(&mut provider, 101, PHONE, "Привет, мир", at(0)).unwrap();
    send(&mut provider, 102, "79160000001", "b", at(0)).unwrap();
    let pairs = [Requested { id: id(101), phone: PHONE }, Requested { id: id(102), phone: "79160000001" }];
    for format in [Format::KeyValue, Format::Values, Format::Xml, Format::Json] {
        for charset in [Charset::Windows1251, Charset::Koi8R, Charset::Utf8] {
            for detail in [Detail::Status, Detail::Message, Detail::Full] {
                let what = format!("{format:?} {charset:?} {detail:?}");
                let request = StatusRequest::batch(&pairs).format(format).charset(charset).detail(detail);
                let body = ask(&mut provider, &request, at(5));
                let Ok(Reply::Records(records)) = request.query().read(&body) else { panic!("{what}: no records") };
                let records: Vec<_> = records.map(Result::unwrap).collect();
                assert_eq!(records.len(), 2, "{what}");
                assert!(records.iter().all(|record| record.status() == StatusCode::DELIVERED), "{what}");
                assert_eq!(records[0].id(), Some(id(101)), "{what}");
                if detail != Detail::Status {
                    assert_eq!(records[0].message().unwrap(), "Привет, мир", "{what}");
                    assert_eq!(records[0].status_name().unwrap(), StatusCode::DELIVERED.name(Lang::Ru).unwrap(), "{what}");
                }
            }
        }
    }
}

#[test]
fn hlr_replies_have_the_network() {
    let mut provider = provider("");
    let phones = ["79160004001"];
    let request = SendRequest::new(&phones, "").kind(smsc_proto::request::SendKind::Hlr).id(id(7));
    let body = ask(&mut provider, &request, at(0));
    assert!(matches!(request.query().read(&body), Ok(SendReply::Sent(_))));
    let asked = StatusRequest::one(Requested { id: id(7), phone: phones[0] }).detail(Detail::Full);
    let body = ask(&mut provider, &asked, at(5));
    let Ok(SingleReply::Record(record)) = asked.query().read_one(&body) else { panic!("no record") };
    assert!(record.is_hlr());
    assert_eq!((record.mcc().unwrap().to_string(), record.rcn().unwrap().to_string()), ("250".to_owned(), "Turkey".to_owned()));
}

#[test]
fn one_message_is_asked_for_five_times_a_minute_and_a_batch_once() {
    let mut provider = provider("");
    send(&mut provider, 101, PHONE, "a", at(0)).unwrap();
    for second in 0..5 {
        assert!(status(&mut provider, 101, PHONE, at(second)).is_ok());
    }
    assert_eq!(status(&mut provider, 101, PHONE, at(59)), Err(9));
    assert!(status(&mut provider, 102, PHONE, at(59)).is_ok(), "another message");
    assert!(status(&mut provider, 101, PHONE, at(60)).is_ok());

    let pairs = [Requested { id: id(101), phone: PHONE }];
    let batch = StatusRequest::batch(&pairs);
    let mut is_refused = |now| matches!(batch.query().read(&ask(&mut provider, &batch, now)), Ok(Reply::Error(_)));
    assert_eq!([is_refused(at(0)), is_refused(at(59)), is_refused(at(60))], [false, true, false]);
}

#[test]
fn four_status_requests_are_in_work_at_once() {
    let mut provider = provider("");
    let body = b"login=demo&psw=demo&fmt=1&id=1&phone=79990000001";
    let request = Request::post("/sys/status.php", body);
    let mut tickets: Vec<_> = (0..4).map(|_| provider.begin(&request, at(0)).1).collect();
    let (refused, ticket) = provider.begin(&request, at(0));
    assert_eq!(refused.body, b"0,-9");
    provider.end(ticket);
    provider.restart(Scenario::default());
    assert_eq!(provider.begin(&request, at(0)).0.body, b"0,-9", "a restart keeps what is in work");
    provider.end(tickets.pop().unwrap());
    assert_ne!(provider.begin(&request, at(0)).0.body, b"0,-9");
}

#[test]
fn like_messages_are_a_minute_apart() {
    let mut provider = provider("");
    assert_eq!(send(&mut provider, 1, PHONE, "a", at(0)), Ok(1));
    assert_eq!(send(&mut provider, 2, PHONE, "a", at(59)), Err(9));
    assert_eq!(send(&mut provider, 2, PHONE, "b", at(59)), Ok(2));
    assert_eq!(send(&mut provider, 3, PHONE, "a", at(60)), Ok(3));
}

#[test]
fn money_is_spent() {
    let mut provider = provider("[[account]]\nbalance = '5.00'\nprice = '2.12'");
    assert_eq!(send(&mut provider, 1, PHONE, "a", at(0)), Ok(1));
    assert_eq!(send(&mut provider, 2, PHONE, "b", at(0)), Ok(2));
    assert_eq!(send(&mut provider, 3, PHONE, "c", at(0)), Err(3));
    let request = BalanceRequest::new().currency();
    let body = ask(&mut provider, &request, at(0));
    let Ok(BalanceReply::Balance(balance)) = request.query().read(&body) else { panic!("no balance") };
    assert_eq!((balance.amount.as_str(), balance.currency.unwrap().to_string()), ("0.76", "RUR".to_owned()));
    let phones = [PHONE];
    let price = SendRequest::new(&phones, "d").cost(CostMode::PriceOnly);
    let body = ask(&mut provider, &price, at(0));
    let Ok(SendReply::Price(price)) = price.query().read(&body) else { panic!("no price") };
    assert_eq!((price.cost.as_str(), price.count), ("2.12", 1));
}

#[test]
fn a_kind_that_is_switched_off_is_none() {
    let mut provider = provider("");
    let form = b"login=demo&psw=demo&fmt=1&phones=79990000001&mes=a&id=1&hlr=0&flash=1";
    assert_eq!(provider.handle(&Request::post("/sys/send.php", form), at(0)).body, b"1,1");
    let form = b"login=demo&psw=demo&fmt=1&phone=79990000001&id=1&all=1";
    let body = provider.handle(&Request::post("/sys/status.php", form), at(1)).body;
    assert!(body.ends_with(b",a,,1"), "{}", body.escape_ascii());
}

#[test]
fn wrong_messages_are_refused() {
    let mut provider = provider("[[account]]\nsenders = ['shop']");
    let mut error = |form: &str| {
        let body = format!("login=demo&psw=demo&fmt=1&{form}");
        String::from_utf8(provider.handle(&Request::post("/sys/send.php", body.as_bytes()), at(0)).body).unwrap()
    };
    assert_eq!(error("phones=79990000001"), "0,-1");
    assert_eq!(error("mes=a"), "0,-1");
    assert_eq!(error(&format!("phones=79990000001&mes={}", "a".repeat(1001))), "0,-1");
    assert_eq!(error("phones=79990000001&mes=a&id=7&sender=bank"), "7,-6");
    assert_eq!(error("phones=12&mes=a&id=7"), "7,-7");
    assert_eq!(error("phones=12,13&mes=a&id=7"), "7,-8");
    assert_eq!(error("phones=79990000001&mes=a&time=soon"), "0,-5");
    assert_eq!(error("phones=79990000001&mes=a&sender=shop&id=8"), "8,1");
}

#[test]
fn five_refused_logins_block_the_address_for_half_an_hour() {
    let mut provider = provider("");
    let mut asked = |psw: &str, now| {
        let body = format!("login=demo&psw={psw}&fmt=1");
        String::from_utf8(provider.handle(&Request::post("/sys/balance.php", body.as_bytes()), now).body).unwrap()
    };
    for second in 0..5 {
        assert_eq!(asked("wrong", at(second)), "0,-2");
    }
    assert_eq!([asked("wrong", at(5)), asked("demo", at(4 + 1_799))], ["0,-4", "0,-4"]);
    assert_eq!(asked("demo", at(4 + 1_800)), "1000.00");
}

#[test]
fn a_hundred_faulty_messages_block_the_address_for_ten_minutes() {
    let mut provider = provider("");
    for _ in 0..99 {
        assert_eq!(send(&mut provider, 7, "123", "a", at(0)), Err(7));
    }
    assert_eq!(send(&mut provider, 1, PHONE, "a", at(0)), Ok(1), "a good one ends the row");
    for _ in 0..100 {
        assert_eq!(send(&mut provider, 7, "123", "a", at(1)), Err(7));
    }
    assert_eq!([send(&mut provider, 8, PHONE, "b", at(600)), send(&mut provider, 8, PHONE, "b", at(601))], [Err(4), Ok(8)]);
}

#[test]
fn what_is_final_moves_to_the_archive_at_three() {
    let mut provider = provider("");
    assert_eq!(send(&mut provider, 1, PHONE, "a", hour(17)), Ok(1));
    assert_eq!(send(&mut provider, 2, PHONE, "b", hour(18)), Ok(2));
    assert_eq!(send(&mut provider, 3, "79990007000", "c", hour(17)), Ok(3));
    let before = Time(hour(27).0 - 1);
    assert_eq!([1, 2].map(|number| status(&mut provider, number, PHONE, before)), [Ok((1, 0)); 2]);
    assert_eq!([1, 2].map(|number| status(&mut provider, number, PHONE, hour(27))), [Ok((-3, 0)), Ok((1, 0))]);
    assert_eq!(status(&mut provider, 3, "79990007000", hour(27)), Ok((0, 0)), "not final");
    assert_eq!(status(&mut provider, 2, PHONE, hour(51)), Ok((-3, 0)));
}

#[test]
fn zeros_before_an_id_do_not_matter() {
    let mut provider = provider("");
    send(&mut provider, 7, PHONE, "a", at(0)).unwrap();
    let form = b"login=demo&psw=demo&fmt=1&id=007&phone=79990000001";
    assert_eq!(provider.handle(&Request::post("/sys/status.php", form), at(1)).body, b"0,1795856400,0");
}

#[test]
fn without_a_history_a_final_status_is_gone_at_once() {
    let mut provider = provider("[[account]]\nhistory_days = 0");
    assert_eq!(send(&mut provider, 1, PHONE, "a", at(0)), Ok(1));
    assert_eq!([status(&mut provider, 1, PHONE, at(3)), status(&mut provider, 1, PHONE, at(4))], [Ok((0, 0)), Ok((-3, 0))]);
}

#[test]
fn a_deletion_is_for_good() {
    let mut provider = provider("");
    send(&mut provider, 1, PHONE, "a", at(0)).unwrap();
    let request = DeleteRequest::one(Requested { id: id(1), phone: PHONE });
    assert!(matches!(request.query().read(&ask(&mut provider, &request, at(1))), Ok(Reply::Deleted)));
    assert_eq!(status(&mut provider, 1, PHONE, at(2)), Ok((-3, 0)));
    let body = ask(&mut provider, &request, at(3));
    let Ok(Reply::Error(error)) = request.query().read(&body) else { panic!("deleted twice") };
    assert_eq!(error.code, ApiErrorCode(5));
}

#[test]
fn the_history_has_pages() {
    let mut provider = provider("");
    for number in 1..=5 {
        let mut text = String::new();
        write!(text, "text {number}").unwrap();
        send(&mut provider, number, PHONE, &text, at(u64::from(number))).unwrap();
    }
    let day = Date::new(2026, 11, 28).unwrap();
    let mut page = |before: Option<u64>| -> Vec<(u32, u64)> {
        let request = HistoryRequest::day(day).count(2);
        let request = before.map_or(request, |before| request.older_than(before));
        let body = ask(&mut provider, &request, at(60));
        let Ok(Reply::Records(records)) = request.query().read(&body) else { return Vec::new() };
        records.map(Result::unwrap).map(|record| (record.id().unwrap().number().unwrap(), record.int_id().unwrap())).collect()
    };
    let first = page(None);
    assert_eq!(first.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [5, 4]);
    let second = page(Some(first[1].1));
    assert_eq!(second.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [3, 2]);
    assert_eq!(page(Some(second[1].1)).len(), 1);
    assert_eq!(page(Some(1)), []);

    let statistics = StatisticsRequest::new(day, day);
    let body = ask(&mut provider, &statistics, at(60));
    let Ok(StatisticsReply::Rows(rows)) = statistics.query().read(&body) else { panic!("no rows") };
    let rows: Vec<_> = rows.map(Result::unwrap).collect();
    assert_eq!((rows[0].count, rows[0].credit.unwrap().as_str()), (5, "10.60"));
}

#[test]
fn statistics_without_a_day_are_those_of_today() {
    let mut provider = provider("");
    send(&mut provider, 1, PHONE, "a", at(0)).unwrap();
    let form = b"login=demo&psw=demo&get_stat=1&fmt=3";
    let body = provider.handle(&Request::post("/sys/get.php", form), at(1)).body;
    let query = smsc_proto::calls::StatisticsQuery::new(Format::Json);
    let Ok(StatisticsReply::Rows(mut rows)) = query.read(&body) else { panic!("no rows") };
    assert_eq!(rows.next().unwrap().unwrap().count, 1);
}

#[test]
fn an_operator_is_looked_up_three_times_a_minute() {
    let mut provider = provider("");
    let request = OperatorRequest::new("79161234567");
    for _ in 0..3 {
        let body = ask(&mut provider, &request, at(0));
        let Ok(OperatorReply::Operator(found)) = request.query().read(&body) else { panic!("no operator") };
        assert_eq!((found.mcc.unwrap().to_string(), found.mnc.unwrap().to_string()), ("250".to_owned(), "01".to_owned()));
    }
    let body = ask(&mut provider, &request, at(0));
    assert!(
        matches!(request.query().read(&body), Ok(OperatorReply::Error(error)) if error.code == ApiErrorCode::TOO_MANY_REQUESTS)
    );
}

#[test]
fn what_is_not_known_is_not_answered() {
    let mut provider = provider("");
    let body = b"login=demo&psw=demo&phones=79990000001&mes=a&fmt=2";
    let response = provider.handle(&Request::post("/sys/send.php", body), at(0));
    assert_eq!((response.status, provider.message_count()), (501, 0));
    assert_eq!(provider.handle(&Request::post("/sys/jobs.php", b""), at(0)).status, 404);
}

#[test]
fn faults_are_used_up() {
    let mut provider = provider("[[fault]]\nkind='html'\nscript='send.php'\n[[fault]]\nkind='cut'\nbytes=3\ntimes=1");
    let send = b"login=demo&psw=demo&phones=79990000001&mes=a&id=1&fmt=3";
    let response = provider.handle(&Request::post("/sys/send.php", send), at(0));
    assert_eq!((response.status, provider.message_count()), (502, 1), "the message was accepted all the same");
    let status = b"login=demo&psw=demo&phone=79990000001&id=1&fmt=3";
    let response = provider.handle(&Request::post("/sys/status.php", status), at(1));
    assert_eq!(response.delivery, smsc_standin::Delivery::Cut(3));
    let response = provider.handle(&Request::post("/sys/status.php", status), at(1));
    assert_eq!(response.delivery, smsc_standin::Delivery::Whole);
    let entries: Vec<_> = provider.journal().entries().collect();
    assert_eq!(entries.iter().map(|entry| entry.has_fault).collect::<Vec<_>>(), [true, true, false]);
    assert!(!format!("{entries:?}{provider:?}").contains("79990000001"), "a phone is shown");
}

#[test]
fn a_lost_request_is_not_carried_out() {
    let mut provider = provider("[[fault]]\nkind='html'\nscript='send.php'\nlost=true");
    let form = b"login=demo&psw=demo&phones=79990000001&mes=a&id=1&fmt=1";
    let response = provider.handle(&Request::post("/sys/send.php", form), at(0));
    assert_eq!((response.status, provider.message_count()), (502, 0));
    assert_eq!(provider.handle(&Request::post("/sys/send.php", form), at(0)).body, b"1,1");
}

#[test]
fn the_texts_of_a_batch_have_their_line_breaks() {
    let mut provider = provider("");
    send(&mut provider, 101, PHONE, "Address:\nTverskaya, 12\r\nyard", at(0)).unwrap();
    send(&mut provider, 102, "79160000001", "b", at(0)).unwrap();
    let pairs = [Requested { id: id(101), phone: PHONE }, Requested { id: id(102), phone: "79160000001" }];
    for (second, format) in [(5, Format::KeyValue), (65, Format::Values)] {
        let request = StatusRequest::batch(&pairs).format(format).detail(Detail::Message);
        let body = ask(&mut provider, &request, at(second));
        assert!(body.windows(17).any(|text| text == b"\nTverskaya, 12\r\ny"), "{}", body.escape_ascii());
        let Ok(Reply::Records(records)) = request.query().read(&body) else { panic!("{format:?}: no records") };
        let texts: Vec<_> = records.map(|record| record.unwrap().message().unwrap().to_string()).collect();
        assert_eq!(texts, ["Address:\nTverskaya, 12\r\nyard", "b"], "{format:?}");
    }
}

#[test]
fn a_fault_waits_for_a_reply_that_is_known() {
    let mut provider = provider("[[fault]]\nkind='html'\nscript='send.php'");
    let send = |fmt: u8| format!("login=demo&psw=demo&phones=79990000001&mes=a&id=1&fmt={fmt}");
    assert_eq!(provider.handle(&Request::post("/sys/send.php", send(2).as_bytes()), at(0)).status, 501);
    assert_eq!(provider.handle(&Request::post("/sys/send.php", send(1).as_bytes()), at(0)).status, 502);
}

#[test]
fn a_message_gets_an_id_that_no_other_one_has() {
    let mut provider = provider("");
    send(&mut provider, 1, PHONE, "a", at(0)).unwrap();
    let form = b"login=demo&psw=demo&phones=79990000001&mes=b&fmt=1";
    assert_eq!(provider.handle(&Request::post("/sys/send.php", form), at(0)).body, b"2,1");
}

#[test]
fn a_repeated_message_and_a_price_are_not_counted_as_faulty_or_good() {
    let mut provider = provider("[limits]\nfaulty_sends = 2");
    send(&mut provider, 1, PHONE, "a", at(0)).unwrap();
    for _ in 0..5 {
        assert_eq!(send(&mut provider, 1, PHONE, "a", at(0)), Err(9));
    }
    assert_eq!(send(&mut provider, 2, "123", "a", at(1)), Err(7));
    let price = b"login=demo&psw=demo&phones=79990000001&mes=c&cost=1&fmt=1";
    assert_eq!(provider.handle(&Request::post("/sys/send.php", price), at(1)).body, b"2.12,1");
    assert_eq!(send(&mut provider, 3, "123", "a", at(2)), Err(7));
    assert_eq!(send(&mut provider, 4, PHONE, "d", at(3)), Err(4), "two faulty ones in a row");
}
