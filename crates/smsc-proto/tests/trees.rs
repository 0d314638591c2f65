//! Probe.
use testkit::{CaseQuery, library};
#[test]
fn probe() {
    let q = |fmt| CaseQuery { fmt, all: 1, multi: true, charset: "utf-8".into(), kind: "auto".into(), ids: None };
    let list: Vec<(u8, &'static str)> = vec![
        (3, r#"{"status":1,"status":null}"#),
        (3, r#"{"status":"x","status":null}"#),
        (3, r#"{"status":1,"err":"x","flag":"x","err":1}"#),
        (3, r#"{"error":"x","error_code":"\u0039"}"#),
        (2, r#"<result><error_code>&#57;</error_code></result>"#),
        (2, r#"<sms><status>1</status><err><![CDATA[]]></err></sms>"#),
        (2, r#"<sms><status>1</status><err><!-- --></err></sms>"#),
        (2, r#"<sms><status>1</status><cost><![CDATA[2.12]]></cost></sms>"#),
        (2, r#"<sms><status>1</status><cost>2.12<!-- x --></cost></sms>"#),
        (3, r#"{"status":1,"cost":"2\u002e12"}"#),
        (3, r#"[1.5,{"status":1}]"#),
        (3, r#"[1e5]"#),
        (3, r#"{"error_code":true,"result":"OK"}"#),
        (2, "<list><sms><status>1</status></sms></list><!-- x -->"),
        (2, "<sms><status>1</status></sms><!-- x -->"),
        (2, "<sms><status>1</status>< x></sms>"),
        (2, "<sms><![CDATA[x]]><status>1</status></sms>"),
        (2, "<result><![CDATA[OK]]></result>"),
        (2, "<result><!-- x --> OK</result>"),
        (2, "<sms><status> 1 </status></sms>"),
        (2, "<sms><status>1</status></sms><sms><status>1</status></sms>"),
        (2, "<list>x<sms><status>1</status></sms></list>"),
        (2, "<sms><status>1</status><err>&#0000000000000000049;</err></sms>"),
    ];
    for (fmt, body) in list {
        let (tx, rx) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            let a = library::read(&q(fmt), body.as_bytes());
            let _ = tx.send((a, library::read_chunks(&q(fmt), body.as_bytes(), &[1])));
        });
        match rx.recv_timeout(std::time::Duration::from_secs(2)) {
            Ok((a, b)) => {
                println!("{body}\n   {a:?}");
                if a != b {
                    println!("   CHUNKS {b:?}");
                }
            }
            Err(e) => println!("{body}\n   HANGS {e}"),
        }
    }
}
