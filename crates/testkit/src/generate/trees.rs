//! Bodies of fmt 2 and 3: well-formed XML and JSON, whose records are valid or invalid.
//!
//! A body is created as text, so that a general-purpose parser can read it, and then encoded in the
//! charset of its query. Characters that the charset lacks are always escaped.

use encoding_rs::Encoding;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::cases::CaseQuery;

/// A body of fmt 2 or 3.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The query that the body replies to.
    pub query: CaseQuery,
    /// The body as text.
    pub text: String,
    /// The number of bytes after the last closing bracket or tag: white space, comments.
    pub tail: usize,
}

impl Tree {
    /// Returns the body in the charset of the query.
    ///
    /// # Panics
    ///
    /// Panics if the text contains a character that the charset lacks, which is a fault of the
    /// generator.
    #[must_use]
    pub fn body(&self) -> Vec<u8> {
        let (body, _, has_unencodable) = self.query.encoding().encode(&self.text);
        assert!(!has_unencodable, "a character is not in {}: {}", self.query.charset, self.text);
        body.into_owned()
    }
}

/// Returns a strategy for well-formed JSON (fmt 3): single objects, errors, deletions, and lists
/// with valid and invalid elements.
pub fn json() -> impl Strategy<Value = Tree> {
    query(3).prop_flat_map(|query| {
        let encoding = query.encoding();
        let element = prop_oneof![9 => object(encoding), 1 => json_rejection(encoding), 1 => nested(encoding), 1 => literal()];
        let list = (vec((space(), element, space()), 0..5), space()).prop_map(|(elements, inner)| {
            let elements: Vec<_> =
                elements.into_iter().map(|(before, element, after)| [before, &element, after].concat()).collect();
            format!("[{}]", if elements.is_empty() { inner.to_owned() } else { elements.join(",") })
        });
        let root = prop_oneof![5 => object(encoding), 1 => json_rejection(encoding), 6 => list];
        (space(), root, space()).prop_map(move |(before, root, after)| Tree {
            query: query.clone(),
            text: [before, &root, after].concat(),
            tail: after.len(),
        })
    })
}

/// Returns a strategy for well-formed XML (fmt 2): single elements, errors, deletions, and lists
/// with valid and invalid elements.
pub fn xml() -> impl Strategy<Value = Tree> {
    query(2).prop_flat_map(|query| {
        let encoding = query.encoding();
        let other = (select(&["x", "SMS", "smss", "list", "имя"][..]), deep(encoding))
            .prop_map(|(name, inner)| format!("<{name}>{inner}</{name}>"));
        let element = prop_oneof![9 => record(encoding), 1 => xml_rejection(encoding), 1 => other];
        let list = (attributes(), vec((between_elements(), element), 0..5), between_elements(), end_space()).prop_map(
            |(attributes, elements, last, end)| {
                let elements: String = elements.into_iter().map(|(before, element)| [before, &element].concat()).collect();
                format!("<list{attributes}>{elements}{last}</list{end}>")
            },
        );
        let root = prop_oneof![4 => record(encoding).boxed(), 1 => xml_rejection(encoding).boxed(), 5 => list.boxed()];
        let prolog = select(&["", "", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\r\n"][..]);
        (prolog, between_elements(), root, between_elements()).prop_map(move |(prolog, before, root, after)| Tree {
            query: query.clone(),
            text: [prolog, before, &root, after].concat(),
            tail: after.len(),
        })
    })
}

/// Returns a strategy for bodies of fmt 2 and 3.
pub fn tree() -> impl Strategy<Value = Tree> {
    prop_oneof![json(), xml()]
}

/// Returns a strategy for a body, its bytes after a mutation, and the offset of the first changed
/// byte.
pub fn mutated_tree() -> impl Strategy<Value = (Tree, Vec<u8>, usize)> {
    let byte = || prop_oneof![8 => select(&b"\"\\{[<&;]>},:/!-u"[..]), 1 => any::<u8>()];
    // The number of bytes removed, and the bytes inserted instead.
    let change = (0..4_usize, vec(byte(), 0..4));
    (tree(), any::<Index>(), change).prop_map(|(tree, at, (removed, added))| {
        let mut body = tree.body();
        let start = at.index(body.len() + 1);
        let end = body.len().min(start + removed);
        body.splice(start..end, added);
        (tree, body, start)
    })
}

fn query(fmt: u8) -> impl Strategy<Value = CaseQuery> {
    let charset = prop_oneof![2 => Just("utf-8"), 1 => Just("windows-1251"), 1 => Just("koi8-r")];
    // R25: the shape is taken from the body, so any query will do.
    (0..=2_u8, any::<bool>(), charset).prop_map(move |(all, multi, charset)| CaseQuery {
        fmt,
        all,
        multi,
        charset: charset.to_owned(),
        ..CaseQuery::default()
    })
}

/// Splits a list of words.
fn words(list: &'static str) -> Vec<&'static str> {
    list.split(' ').collect()
}

const NUMBERS: &str = "status last_timestamp send_timestamp flag err type sms_cnt int_id error_code";
/// Ids (R3a).
const IDS: &str = "1 77 2147483647 order-77 a.b_c 0 2147483648 -5 -5- - a/b 007  qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq \
    qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";
const TEXTS: &str = "last_date imsi msc mcc mnc cn net rcn rnet send_date phone mccmnc country operator operator_orig region sender_id \
    status_name message comment format crc error result";
const UNKNOWN: &str = "x Status statu status_ last_timestamps_ ns:status сообщение";
/// Numbers around the limits of R39.
const INTEGERS: &str = "0 1 4 15 20 77 255 256 65535 65536 1760080210 2147483647 2147483648 1099511627776 1099511627777 \
    9999999999999999999 -1 -3 -2147483648 -2147483649";
const GOOD: &str = "0 1 4 20 77 255";
const COSTS: &str = "0 2.12 0.3 12.3456 12.34567 -1 1,5  .5 5. x 007.10";
/// Texts that are not numbers, or not numbers that R39 allows everywhere.
const ODD: &str = "  x +1 007 1.0 1\n 1e1";

/// Returns a strategy for white space of both formats.
fn space() -> impl Strategy<Value = &'static str> + Clone {
    select(&["", "", "", "", " ", "\n", "\r\n", "\t", " \n  "][..])
}

/// Returns a strategy for characters, each with a way to write it.
fn text() -> impl Strategy<Value = Vec<(char, u8)>> + Clone {
    let own = "Анна, ё№ 0;]}>/:[{(xu".chars().collect::<Vec<_>>();
    let syntax = "\"\\<&'\n\r\t\u{8}\u{c}\u{7f}".chars().collect::<Vec<_>>();
    let strange = "\u{fffd}\u{feff}\u{ffff}\u{2028}😀\u{10ffff}\u{85}\u{1}".chars().collect::<Vec<_>>();
    let next = prop_oneof![8 => select(own), 3 => select(syntax), 1 => select(strange), 1 => any::<char>()];
    vec((next, 0..12_u8), 0..10)
}

/// Returns a strategy for one of these texts, with a way to write each character.
fn styled(texts: Vec<&'static str>) -> impl Strategy<Value = Vec<(char, u8)>> + Clone {
    (select(texts), any::<u64>(), prop::bool::weighted(0.2)).prop_map(|(text, bits, is_escaped)| {
        let style = |at: usize| if is_escaped { u8::try_from((bits >> (at % 60)) & 7).unwrap_or_default() } else { 9 };
        text.chars().enumerate().map(|(at, next)| (next, style(at))).collect()
    })
}

/// Returns whether the charset lacks a character.
fn is_unencodable(next: char, encoding: &'static Encoding) -> bool {
    encoding.encode(next.encode_utf8(&mut [0; 4])).2
}

/// Writes a JSON string. A style of 4 and more leaves a character unescaped if it may be.
fn quoted(text: &[(char, u8)], encoding: &'static Encoding) -> String {
    let mut out = "\"".to_owned();
    for (next, style) in text {
        let short = match next {
            '"' | '\\' | '/' => Some(*next),
            '\u{8}' => Some('b'),
            '\u{c}' => Some('f'),
            '\n' => Some('n'),
            '\r' => Some('r'),
            '\t' => Some('t'),
            _ => None,
        };
        let must = matches!(next, '"' | '\\' | '\0'..' ') || is_unencodable(*next, encoding);
        if *style >= 4 && !must {
            out.push(*next);
        } else if let Some(short) = short.filter(|_| style % 2 == 0) {
            out.extend(['\\', short]);
        } else {
            for unit in next.encode_utf16(&mut [0; 2]) {
                let written = if style % 3 == 0 { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") };
                out += &written;
            }
        }
    }
    out + "\""
}

/// Returns a strategy for values that are neither strings nor nested.
fn literal() -> impl Strategy<Value = String> + Clone {
    let odd = select(&["null", "true", "false", "1.5", "-2.5", "0.25"][..]);
    prop_oneof![3 => select(words(INTEGERS)), 2 => odd].prop_map(str::to_owned)
}

/// Returns a strategy for nested values, up to 30 levels deep (R26).
fn nested(encoding: &'static Encoding) -> impl Strategy<Value = String> + Clone {
    let leaf =
        prop_oneof![literal(), text().prop_map(move |text| quoted(&text, encoding)), Just("[]".to_owned()), Just("{ }".to_owned())];
    let depth = prop_oneof![4 => 1..4_usize, 1 => 4..=29_usize];
    (leaf, vec((0..4_u8, space()), 30), depth).prop_map(|(leaf, brackets, depth)| {
        brackets.into_iter().take(depth).fold(leaf, |inner, (kind, space)| match kind {
            0 => format!("[{space}{inner}]"),
            1 => format!("[0,{inner}{space},\"]\"]"),
            2 => format!("{{\"status\"{space}:{inner}}}"),
            _ => format!("{{\"a\":[],{space}\"b}}\":{inner},\"c\":null}}"),
        })
    })
}

/// Returns a strategy for `"name": value`.
fn member(encoding: &'static Encoding) -> impl Strategy<Value = String> {
    let string = move |text: Vec<(char, u8)>| quoted(&text, encoding);
    let odd = move || prop_oneof![2 => Just("null".to_owned()), 1 => literal(), 1 => nested(encoding)];
    let number = prop_oneof![
        10 => select(words(GOOD)).prop_map(str::to_owned),
        2 => select(words(INTEGERS)).prop_map(str::to_owned),
        4 => styled(words(GOOD)).prop_map(string),
        1 => styled(words(INTEGERS)).prop_map(string),
        1 => styled(words(ODD)).prop_map(string),
        1 => odd(),
    ];
    // A cost borrows its digits from the body, so none of them may be escaped.
    let cost = prop_oneof![select(&["2.12", "0", ""][..]), select(words(COSTS))].prop_map(|cost| format!("\"{cost}\""));
    let cost = prop_oneof![8 => cost, 1 => Just("2.12".to_owned()), 1 => odd()];
    // So does an id that is a text.
    let id = prop_oneof![8 => select(words(IDS)).prop_map(|id| format!("\"{id}\"")), 4 => Just("77".to_owned()), 1 => odd()];
    let texts = prop_oneof![20 => text().prop_map(string), 2 => select(words(GOOD)).prop_map(str::to_owned), 1 => odd()];
    let unknown = prop_oneof![3 => odd(), 1 => text().prop_map(string)];
    let pair = prop_oneof![
        4 => (styled(words(NUMBERS)), number.boxed()),
        1 => (styled(vec!["cost"]), cost.boxed()),
        1 => (styled(vec!["id"]), id.boxed()),
        5 => (styled(words(TEXTS)), texts.boxed()),
        3 => (styled(words(UNKNOWN)), unknown.boxed()),
    ];
    (pair, space(), space()).prop_map(move |((name, value), before, after)| {
        // A name may contain a character that the charset lacks, which is escaped then.
        format!("{}{before}:{after}{value}", quoted(&name, encoding))
    })
}

/// Returns a strategy for objects, most of them with a valid status.
fn object(encoding: &'static Encoding) -> BoxedStrategy<String> {
    let status = prop::option::weighted(0.9, (any::<Index>(), select(words(GOOD))));
    (vec((space(), member(encoding), space()), 0..8), status)
        .prop_map(|(members, status)| {
            let mut members: Vec<_> =
                members.into_iter().map(|(before, member, after)| [before, &member, after].concat()).collect();
            if let Some((at, status)) = status {
                members.insert(at.index(members.len() + 1), format!("\"status\":{status}"));
            }
            format!("{{{}}}", members.join(","))
        })
        .boxed()
}

/// Returns a strategy for API errors and deletions (R11, R12) in JSON.
fn json_rejection(encoding: &'static Encoding) -> impl Strategy<Value = String> {
    let error = (text(), select(&["9", "\"9\"", "0", "-1", "null", "2147483648"][..]), prop::bool::ANY).prop_map(
        move |(text, code, has_id)| {
            let id = if has_id { ",\"id\": 7" } else { "" };
            format!("{{\"error\":{}, \"error_code\":{code}{id}}}", quoted(&text, encoding))
        },
    );
    prop_oneof![3 => error, 1 => Just("{ \"result\" : \"\\u004fK\" }".to_owned()), 1 => Just("{\"result\": \"no\"}".to_owned())]
}

/// Returns a strategy for bytes that may be between elements.
fn between_elements() -> impl Strategy<Value = &'static str> + Clone {
    select(&["", "", "", "", " ", "\n", "\r\n", "\t", "<!-- <sms> & -->", "\n<!---->\r\n", "<?a b=\"<\" ?>"][..])
}

fn end_space() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![6 => Just(""), 1 => Just(" "), 1 => Just("\r\n")]
}

fn attributes() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![8 => Just(""), 4 => select(&[" ", " a=\"1\"", " a='\"' b = \"x>y\"", "\n\tns:a=\"/>\"", " имя='я'"][..])]
}

/// Writes text of XML; every character in its own way.
fn xml_text(text: &[(char, u8)], encoding: &'static Encoding) -> String {
    text.iter().map(|(next, style)| xml_char(*next, *style, is_unencodable(*next, encoding))).collect()
}

fn xml_char(next: char, style: u8, is_unencodable: bool) -> String {
    let number = u32::from(next);
    match (style, next) {
        (_, '\0') => "<!-- XML has no such character -->".to_owned(),
        (0, _) => format!("&#{number};"),
        (1, _) => format!("&#x{number:x};"),
        (2, _) => format!("&#x{number:05X};"),
        _ if is_unencodable => format!("&#{number:07};"),
        (3, _) => format!("<![CDATA[{next}]]>"),
        (4, _) => format!("<!--{next}-->"),
        (5, '>') => "<?x ?>".to_owned(),
        (_, '&') => "&amp;".to_owned(),
        (_, '<') => "&lt;".to_owned(),
        (_, '>') => "&gt;".to_owned(),
        (_, '"') => "&quot;".to_owned(),
        (_, '\'') => "&apos;".to_owned(),
        _ => next.to_string(),
    }
}

/// Returns a strategy for nested elements, up to 30 levels deep (R26).
fn deep(encoding: &'static Encoding) -> impl Strategy<Value = String> + Clone {
    let depth = prop_oneof![4 => 1..4_usize, 1 => 4..=29_usize];
    (text(), vec((0..4_u8, between_elements()), 30), depth).prop_map(move |(text, tags, depth)| {
        tags.into_iter().take(depth).fold(xml_text(&text, encoding), |inner, (kind, misc)| match kind {
            0 => format!("<a>{misc}{inner}</a>"),
            1 => format!("<status b='</status>'>{inner}{misc}</status>"),
            2 => format!("<b/>{inner}<c d=\"e\" />text"),
            _ => format!("<ns:e-1.x>{inner}<![CDATA[</ns:e-1.x>&]]></ns:e-1.x >"),
        })
    })
}

/// Returns a strategy for `<name>value</name>`.
fn leaf(encoding: &'static Encoding) -> impl Strategy<Value = String> {
    let content = move |text: Vec<(char, u8)>| xml_text(&text, encoding);
    let odd = move || prop_oneof![2 => deep(encoding), 1 => Just("&nbsp;".to_owned()), 1 => Just("a&b;c".to_owned()), 1 => Just("& ".to_owned())];
    let number = prop_oneof![
        10 => select(words(GOOD)).prop_map(str::to_owned),
        2 => select(words(INTEGERS)).prop_map(str::to_owned),
        4 => styled(words(GOOD)).prop_map(content),
        1 => styled(words(INTEGERS)).prop_map(content),
        1 => styled(words(ODD)).prop_map(content),
        1 => odd(),
    ];
    // A cost borrows its digits from the body, so none of them may be escaped.
    let cost = prop_oneof![8 => select(&["2.12", "0", ""][..]), 8 => select(words(COSTS))].prop_map(str::to_owned);
    let cost = prop_oneof![16 => cost, 1 => deep(encoding)];
    // So does an id that is a text; one CDATA section may be around either (R28).
    let id = select(words(IDS)).prop_flat_map(|id| prop_oneof![4 => Just(id.to_owned()), 1 => Just(format!("<![CDATA[{id}]]>"))]);
    let id = prop_oneof![16 => id, 1 => deep(encoding)];
    let texts = prop_oneof![24 => text().prop_map(content), 1 => odd()];
    let unknown = prop_oneof![3 => deep(encoding), 6 => text().prop_map(content), 1 => odd()];
    let pair = prop_oneof![
        4 => (select(words(NUMBERS)), number.boxed()),
        1 => (select(&["cost"][..]), cost.boxed()),
        1 => (select(&["id"][..]), id.boxed()),
        5 => (select(words(TEXTS)), texts.boxed()),
        3 => (select(words(UNKNOWN)), unknown.boxed()),
    ];
    (pair, attributes(), end_space()).prop_map(|((name, value), attributes, end)| {
        if value.is_empty() && end.is_empty() {
            format!("<{name}{attributes}/>")
        } else {
            format!("<{name}{attributes}>{value}</{name}{end}>")
        }
    })
}

/// Returns a strategy for records, most of them with a valid status.
fn record(encoding: &'static Encoding) -> BoxedStrategy<String> {
    let status = prop::option::weighted(0.9, (any::<Index>(), select(words(GOOD))));
    (attributes(), vec((between_elements(), leaf(encoding)), 0..8), status, between_elements(), end_space())
        .prop_map(|(attributes, leaves, status, last, end)| {
            let mut leaves: Vec<_> = leaves.into_iter().map(|(before, leaf)| [before, &leaf].concat()).collect();
            if let Some((at, status)) = status {
                leaves.insert(at.index(leaves.len() + 1), format!("<status>{status}</status>"));
            }
            format!("<sms{attributes}>{}{last}</sms{end}>", leaves.concat())
        })
        .boxed()
}

/// Returns a strategy for API errors and deletions (R11, R12) in XML.
fn xml_rejection(encoding: &'static Encoding) -> impl Strategy<Value = String> {
    let code = select(&["9", "0", "-1", "", "&#57;", "2147483648"][..]);
    let error = (text(), code, prop::bool::ANY, between_elements()).prop_map(move |(text, code, has_id, misc)| {
        let id = if has_id { "<id>7</id>" } else { "" };
        format!("<result>{misc}<error>{}</error>\n<error_code>{code}</error_code>{id}</result>", xml_text(&text, encoding))
    });
    let deleted = select(
        &["<result>OK</result>", "<result>\nOK\r\n</result >", "<result>no</result>", "<result/>", "<result>O&#75;</result>"][..],
    );
    prop_oneof![3 => error, 2 => deleted.prop_map(str::to_owned)]
}
