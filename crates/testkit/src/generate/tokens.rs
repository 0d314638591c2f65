//! The tokens of the wire, by format: parts of the structure, and texts that look like them.

/// Returns the tokens of a format. In fmt 0 and 1 some tokens are the whole start of a record,
/// because records made of single commas are rare.
#[must_use]
pub fn tokens(fmt: u8, all: u8) -> Vec<&'static str> {
    match fmt {
        0 => [LINES, PAIRS].concat(),
        1 => {
            let own: &[&str] = match all {
                0 => &["1,0,0,77,1", "1,1", "77,1,2.12", "-3,0,0,5,1", "1,,,,,,,,,,", "\n1,0,0,5,77\n"],
                1 => {
                    &["1,,,,77,,,,", "1,,,1,77,,,,", "1,,,,,,,,,,,1,77,1,HLR,,", "\n1,0,0,1,1,1,,,", "\n1,1760080210,0,1,77,1,G,D,"]
                }
                _ => &[
                    "\n1,1760080210,0,1,77,,,,1,G,D,",
                    ", A.S.",
                    ",1.5",
                    "1,,,,77,,,,,,,",
                    "1,,,1,77,,,,,,,",
                    "1,,,,,,,,,,,1,77,,,,1,HLR,,",
                    "\n1,0,0,1,1,,,,1,,,",
                ],
            };
            [LINES, VALUES, own].concat()
        }
        2 => XML.to_vec(),
        _ => JSON.to_vec(),
    }
}

const LINES: &[&str] = &[",", "\n", "0", "1", "77", " ", "-3", "\n", ",77", "\r\n", ", ", "OK", "order-77"];

#[rustfmt::skip]
const PAIRS: &[&str] = &[
    "Status = 1", "Status = -3", ", type = 0", ", message = ", ", comment = ", ", id = 5", "ERROR = 9 (x)", "Status = 1, phone = 77, message = ",
    "Status = 1, check_time = 10.10.2025 10:10:10, phone = 77, message = ", ", type = 0, id = order-77", ", int_id = 5", ", crc = x", ", format = ",
    ", type = 0, id = 77", ", type = ", ", id = 0", ", sms_cnt = 1", ", phone = 1", ", status_name = ", ", imsi = 1", ", ID = 7", ", x = 1", ", comment =",
];

const VALUES: &[&str] = &[
    "1,1760080210,0",
    "-3,0,0,77",
    ",0,77",
    ",0,order-77",
    "-3,,,,",
    ", 0",
    ",0",
    "0,-9",
    "4",
    "HLR",
    "100,1760080210,0,",
    ",,,,",
];

#[rustfmt::skip]
const XML: &[&str] = &[
    "<", ">", "/", "</", "/>", "<sms>", "</sms>", "<list>", "</list>", "<result>", "</result>", "<status>", "</status>", "1", "&", "amp", ";", "#", "&#49;",
    "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "\"", "=", " a=", "<sms><status>1</status></sms>", "x", "<id>order-77</id>", "<error_code>9</error_code>",
];

#[rustfmt::skip]
const JSON: &[&str] = &[
    "[", "]", "{", "}", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\"status\":", "1", "-", ".5", "e", "+", "null", "true", "\"x\"", " ", "{\"status\":1}", "\"id\":", "\"order-77\"", "\"error_code\":", "\"err\":",
    ",{\"status\":1}", "OK", "\u{feff}",
];
