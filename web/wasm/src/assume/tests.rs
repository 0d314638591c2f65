use super::*;

/// Returns what a pasted text is taken for, as JSON.
fn pasted(text: &str) -> Value {
    let known = Known { is_whole: true, is_pasted: true, ..Known::default() };
    serde_json::to_value(assume(&known, text.as_bytes())).unwrap()
}

/// Returns the options and the reasons of a reply.
fn reply_of(text: &str) -> (String, Vec<String>) {
    let assumed = pasted(text);
    assert_eq!(assumed["kind"], "reply", "{text}: {assumed}");
    let reasons = assumed["reasons"].as_array().unwrap().iter().map(|reason| reason.as_str().unwrap().to_owned());
    let options = &assumed["options"];
    (format!("{} {} {}", options["fmt"], options["all"], options["multi"]), reasons.collect())
}

#[test]
fn codes_and_known_texts_are_questions() {
    let texts = [
        "20 1",
        "0,-9",
        "err 6",
        "ERROR = 9 (duplicate request, wait a minute)",
        "«Невозможно доставить. Абонент не существует»",
        "абонент не сущетвует",
        "Ошибка при отправке: абонент не существует, попробуйте позже",
        "Просрочено",
        "absent subscriber",
    ];
    for text in texts {
        let assumed = pasted(text);
        assert_eq!(assumed["kind"], "explain", "{text}: {assumed}");
        assert_eq!(assumed["question"]["words"], text, "{assumed}");
    }
}

#[test]
fn a_reply_shows_its_format() {
    for (text, options, reasons) in [
        ("1,1760080210,0", "1 0 false", &[][..]),
        ("1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n", "1 0 true", &["multi"]),
        ("Status = 1, check_time = 10.10.2025 11:10:10", "0 0 false", &["fmt"]),
        (r#"{"status":1,"last_date":"10.10.2025 11:10:10","last_timestamp":1760080210}"#, "3 0 false", &["fmt"]),
        (r#"{"error":"duplicate request","error_code":9}"#, "3 0 false", &["fmt"]),
    ] {
        assert_eq!(reply_of(text), (options.to_owned(), reasons.iter().map(|reason| (*reason).to_owned()).collect()), "{text}");
    }
}

#[test]
fn chosen_options_are_kept() {
    let options = Options { multi: Some(true), charset: Some("koi8-r".to_owned()), ..Options::default() };
    let known = Known { is_whole: true, options, ..Known::default() };
    let assumed = serde_json::to_value(assume(&known, b"1,1760080210,0,101,79990000001\n")).unwrap();
    assert_eq!((&assumed["options"]["multi"], &assumed["options"]["charset"]), (&true.into(), &"koi8-r".into()));
}

#[test]
fn the_start_of_a_long_reply_is_a_batch() {
    let record = r#"{"status":1,"last_timestamp":1760080210,"id":5,"phone":"79990000001"},"#;
    for (start, fmt) in [("1,1760080210,0,101,79990000001\n", 1), (record, 3)] {
        let bytes = format!("{}{}", if fmt == 3 { "[" } else { "" }, start.repeat(50));
        let cut = &bytes.as_bytes()[..bytes.len() - 9];
        let assumed = serde_json::to_value(assume(&Known::default(), cut)).unwrap();
        assert_eq!((&assumed["options"]["fmt"], &assumed["options"]["multi"]), (&fmt.into(), &true.into()), "{assumed}");
    }
}

#[test]
fn bytes_of_a_file_show_their_charset() {
    let (text, ..) = ("1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Доставлено,привет,,0,101\n", ());
    let known = Known { is_whole: true, ..Known::default() };
    let assumed = serde_json::to_value(assume(&known, text.as_bytes())).unwrap();
    assert_eq!(assumed["options"]["charset"], "utf-8", "{assumed}");
}

#[test]
fn receipts_are_told_from_replies() {
    for text in [
        r#"{"status":"Failed","status_code":"301","error_code":"12","error_text":"Absent subscriber"}"#,
        r#"[{"data":[{"status":"Sent"}]}]"#,
        "status=Failed&status_code=301&error_code=12",
    ] {
        assert_eq!(pasted(text)["question"]["clicksend_receipt"], text);
    }
}

#[test]
fn lines_of_a_log_are_searched() {
    let log = "12:00:00 start\n\
               12:00:01 reply: 20,1760080211,1\n\
               12:00:02 sms 5: status=20 err=6\n\
               12:00:03 getcourse: Невозможно доставить. Абонент не существует\n\
               12:00:04 receipt {\"status\":\"Failed\",\"status_code\":\"301\"}\n\
               12:00:05 end";
    let assumed = pasted(log);
    let lines = assumed["lines"].as_array().unwrap();
    assert_eq!(lines.iter().map(|line| line["line"].as_u64().unwrap()).collect::<Vec<_>>(), [2, 3, 4, 5], "{assumed}");
    assert_eq!((&lines[0]["quote"], &lines[0]["reply"]["fmt"]), (&"20,1760080211,1".into(), &1.into()));
    assert_eq!((&lines[1]["question"]["status"], &lines[1]["question"]["err"]), (&20.into(), &6.into()));
    assert!(lines[2]["question"]["words"].is_string());
    assert!(lines[3]["question"]["clicksend_receipt"].is_string());
}

#[test]
fn a_notification_has_codes() {
    let question = &pasted("id=5&phone=79990000001&status=20&err=6&ts=1760080211")["question"];
    assert_eq!((&question["status"], &question["err"]), (&20.into(), &6.into()));
    assert_eq!(pasted("id=5&status=20&err=6\nid=6&status=1")["lines"].as_array().unwrap().len(), 2);
}

#[test]
fn one_line_of_a_log_is_searched() {
    assert_eq!(pasted("2026-11-05 12:00:01 INFO got 20,1760080211,1")["lines"][0]["quote"], "20,1760080211,1");
    assert_eq!(pasted("sms 77: status=20, err=1 (worker 3)")["question"]["status"], 20);
}

#[test]
fn bitfields_pages_and_nonsense() {
    assert_eq!(pasted("flag 1832"), serde_json::json!({ "kind": "flag", "flag": 1832 }));
    assert_eq!(pasted("flag = 0x0728")["flag"], 0x0728);
    assert_eq!(pasted("<html><body>502 Bad Gateway</body></html>")["question"]["diagnose"], "http-error");
    assert_eq!(pasted(" \n ")["kind"], "empty");
    for text in ["hello", "ytdjpvj;yj ljcnfdbnm", "<b>x</b>", "12:00:01 started\n12:00:02 ended", "{\"a\":1}"] {
        assert_eq!(pasted(text)["kind"], "unknown", "{text}: {}", pasted(text));
    }
}
