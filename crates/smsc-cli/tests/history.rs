//! Text ids and the fields of the history in the table, in JSON and in conversions (R3a, R64).

mod common;

use common::smsc;

const RECORD: &str = "{\"status\":1,\"phone\":\"79130000300\",\"message\":\"text\",\"comment\":\"\",\"type\":0,\"id\":\"order-77\",\
    \"int_id\":98765,\"format\":\"0\",\"crc\":\"007f\"}";

/// Runs the command, which must succeed without a message, and returns its output.
fn output(args: &[&str], body: &str) -> String {
    let output = smsc(args, body.as_bytes());
    assert_eq!((String::from_utf8(output.stderr).unwrap().as_str(), output.status.code()), ("", Some(0)), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_text_id_is_a_string_of_json() {
    let body = "Status = 1, int_id = 98765, format = 0, crc = 007f, id = order-77\n\
        Status = 1, int_id = 98766, format = 1, crc = 12, id = 78\n";
    let lines = output(&["decode", "--json", "--fmt", "0", "--all", "2", "--multi"], body);
    assert_eq!(
        lines,
        "{\"status\":1,\"id\":\"order-77\",\"int_id\":98765,\"format\":\"0\",\"crc\":\"007f\"}\n\
         {\"status\":1,\"id\":78,\"int_id\":98766,\"format\":\"1\",\"crc\":\"12\"}\n"
    );
    let error = output(&["decode", "--json", "--fmt", "0"], "ERROR = 8 (cannot be sent), ID - order-77");
    assert_eq!(error, "{\"error_code\":8,\"error\":\"cannot be sent\",\"id\":\"order-77\"}\n");
}

#[test]
fn the_table_shows_text_ids_and_the_fields_of_the_history() {
    let body = format!("[{RECORD},{{\"status\":1,\"phone\":\"79130000301\",\"id\":78,\"crc\":\"\\u001b[2J\"}}]");
    let headings = |lang: &str| {
        let table = output(&["decode", "--fmt", "3", "--all", "2", "--multi", "--lang", lang], &body);
        table.lines().next().unwrap().to_owned()
    };
    let table = output(&["decode", "--fmt", "3", "--all", "2", "--multi"], &body);
    assert_eq!(
        table,
        "ID        Key in the history  Format in the history  Checksum in the history  PHONE        STATUS     OUTCOME    TEXT\n\
         order-77  98765               0                      007f                     79130000300  Delivered  delivered  text\n\
         78                                                   \\u{1b}[2J                79130000301  Delivered  delivered\n"
    );
    for (lang, labels) in [
        ("ru", ["Ключ в истории", "Формат в истории", "Контрольная сумма в истории", "ТЕЛЕФОН"]),
        ("fr", ["Clé dans l’historique", "Format dans l’historique", "Somme de contrôle dans l’historique", "NUMÉRO"]),
    ] {
        assert!(headings(lang).starts_with(&format!("ID        {}", labels.join("  "))), "{}", headings(lang));
    }
}

#[test]
fn the_table_has_no_empty_columns() {
    let pairs = ["--ids", "order-77:79130000300,order-78:79130000301"];
    let table = output(&[&["decode", "--multi"], &pairs[..]].concat(), "1,1760080210,0,order-77,79130000300\n");
    assert_eq!(
        table,
        "ID        PHONE        STATUS     OUTCOME    WHEN\n\
         order-77  79130000300  Delivered  delivered  2025-10-10 07:10:10Z\n\
         order-78  79130000301  missing\n"
    );
}

#[test]
fn conversions_keep_text_ids_and_the_fields_of_the_history() {
    let args = |from, to| ["convert", "--from-fmt", from, "--to-fmt", to, "--all", "2", "--multi", "--strict"];
    let decode = |fmt, body: &str| output(&["decode", "--json", "--fmt", fmt, "--all", "2", "--multi"], body);
    let body = format!("[{RECORD}]");
    let line = decode("3", &body);
    assert_eq!(line, format!("{RECORD}\n"));
    for fmt in ["0", "2", "3"] {
        let converted = output(&args("3", fmt), &body);
        assert_eq!(decode(fmt, &converted), line, "fmt {fmt}: {converted}");
        assert_eq!(decode("3", &output(&args(fmt, "3"), &converted)), line, "fmt {fmt}: {converted}");
    }
}

#[test]
fn fmt_1_has_no_place_for_the_fields_of_the_history() {
    let body = format!("[{RECORD}]");
    let args = ["convert", "--from-fmt", "3", "--to-fmt", "1", "--all", "2", "--multi"];
    let converted = output(&args, &body);
    assert!(converted.ends_with(",text,,0,order-77"), "{converted}");
    assert!(!converted.contains("98765") && !converted.contains("007f"), "{converted}");
    let strict = smsc(&[&args[..], &["--strict"]].concat(), body.as_bytes());
    assert_eq!((strict.stdout.as_slice(), strict.status.code()), (&b""[..], Some(1)));
    assert_eq!(String::from_utf8(strict.stderr).unwrap(), "smsc: record 1: int_id: cannot be represented in this format\n");
}

#[test]
fn an_error_with_a_text_id_is_converted() {
    let error = "{\"error\":\"cannot be sent\",\"error_code\":8,\"id\":\"order-77\"}";
    let convert = |to| output(&["convert", "--from-fmt", "3", "--to-fmt", to], error);
    assert_eq!(convert("0"), "ERROR = 8 (cannot be sent), ID - order-77");
    assert_eq!(convert("2"), "<result>\n<error>cannot be sent</error>\n<error_code>8</error_code>\n<id>order-77</id>\n</result>");
}

#[test]
fn an_empty_list_prints_nothing() {
    for (fmt, list) in [("3", "[]"), ("3", " [ ]\r\n"), ("2", "<list></list>"), ("2", "<list/>")] {
        for shape in [&["decode", "--fmt", fmt][..], &["decode", "--fmt", fmt, "--multi"]] {
            assert_eq!(output(shape, list), "", "{list}");
            assert_eq!(output(&[shape, &["--json", "--outcome"]].concat(), list), "", "{list}");
        }
    }
}

#[test]
fn an_empty_list_stays_one_or_is_rejected() {
    for (from, list) in [("3", "[]"), ("2", "<list></list>")] {
        for shape in [&[][..], &["--multi"], &["--multi", "--strict"]] {
            let args = |to| [&["convert", "--from-fmt", from, "--to-fmt", to], shape].concat();
            assert_eq!(output(&args("2"), list), "<list>\n</list>");
            assert_eq!(output(&args("3"), list), "[]");
            for to in ["0", "1"] {
                let rejected = smsc(&args(to), list.as_bytes());
                assert_eq!((rejected.stdout.as_slice(), rejected.status.code()), (&b""[..], Some(1)));
                let message = format!("smsc: the reply is an empty list, which fmt {to} cannot represent: use --to-fmt 2 or 3\n");
                assert_eq!(String::from_utf8(rejected.stderr).unwrap(), message);
            }
        }
    }
}
