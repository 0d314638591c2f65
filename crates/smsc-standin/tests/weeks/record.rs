//! Records compared with the messages that they are about, field by field.

use smsc_proto::{Charset, Cost, Detail, Format, Lang, MessageId, Record, StatusCode, Text};

use crate::actions::Form;
use crate::model::{Account, Sent};
use crate::moments::{SECOND, amount, text};

/// The place of a text in a reply, which decides what it cannot hold.
#[derive(Clone, Copy)]
struct Place {
    form: Form,
    is_batch: bool,
    /// A mark of the last texts of a record, whose commas are kept.
    is_message: bool,
}

/// The networks of the prefixes: mccmnc, country, operator and region.
const NETWORKS: [(&str, [&str; 4]); 7] = [
    ("7916", ["25001", "Россия", "МТС", "Москва и Московская область"]),
    ("7926", ["25002", "Россия", "МегаФон", "Москва и Московская область"]),
    ("7903", ["25099", "Россия", "Билайн", "Москва и Московская область"]),
    ("77", ["40101", "Казахстан", "Beeline KZ", ""]),
    ("79", ["25011", "Россия", "Йота", ""]),
    ("380", ["25501", "Украина", "Vodafone", ""]),
    ("375", ["25701", "Беларусь", "А1", ""]),
];

/// Returns the network of a phone; an address has none.
pub(crate) fn network(phone: &str) -> Option<[&'static str; 4]> {
    let found = NETWORKS.iter().find(|(prefix, _)| phone.starts_with(prefix) && !phone.contains('@'));
    found.map(|(_, network)| *network)
}

pub(crate) fn encodes(charset: Charset, character: char) -> bool {
    let encoding = match charset {
        Charset::Windows1251 => encoding_rs::WINDOWS_1251,
        Charset::Koi8R => encoding_rs::KOI8_R,
        _ => return true,
    };
    !encoding.encode(character.encode_utf8(&mut [0; 4])).2
}

impl Place {
    /// Returns what may be written in place of a character, if anything.
    fn replacement(self, whole: &str, at: usize, character: char) -> Option<char> {
        let is_last = at + character.len_utf8() == whole.len();
        match self.form.format {
            Format::Xml => {
                let is_allowed =
                    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
                (!is_allowed).then_some('?')
            }
            Format::Json => None,
            _ if !encodes(self.form.charset, character) => Some('?'),
            _ if matches!(character, '\n' | '\r') => (self.is_batch || is_last).then_some(' '),
            Format::Values if character == ',' => {
                let looks_like_more = whole[at..].bytes().any(|byte| byte.is_ascii_digit());
                (!self.is_message || looks_like_more).then_some(' ')
            }
            Format::KeyValue if character == '=' => Some('-'),
            _ => None,
        }
    }

    /// Returns whether this is the text as it can be written here.
    fn is_text(self, found: &str, truth: &str) -> bool {
        let mut found = found.chars();
        let is_same = truth.char_indices().all(|(at, character)| {
            let next = found.next();
            next == Some(character) || next.is_some() && next == self.replacement(truth, at, character)
        });
        is_same && found.next().is_none()
    }

    /// Returns whether a text could be read in two ways here.
    fn is_doubtful(self, truth: &str) -> bool {
        match self.form.format {
            Format::Values => truth.contains([',', '\n', '\r']) || truth.starts_with(' '),
            Format::KeyValue => truth.contains(['=', '\n', '\r']),
            _ => false,
        }
    }
}

/// Panics unless this is the record of a message that is not found.
pub(crate) fn check_not_found(record: &Record<'_>, id: &str, phone: &str) {
    assert_eq!(record.status(), StatusCode::NOT_FOUND);
    assert!(record.id().is_none_or(|found| Some(found) == MessageId::parse(id)));
    assert!(record.phone().is_none_or(|found| found == *phone || found.is_empty()));
    assert!(record.err().is_none_or(|err| err.0 == 0));
    assert!(record.message().is_none_or(Text::is_empty) && record.cost().is_none() && record.send_timestamp().is_none());
    assert!(!record.is_hlr() && !record.is_ambiguous());
}

#[track_caller]
fn check_field(name: &str, found: Option<Text<'_>>, truth: Option<&str>, place: Place) {
    match (found, truth) {
        (Some(found), Some(truth)) => {
            let found = found.to_string();
            assert!(place.is_text(&found, truth), "{name}: {found:?}, not {truth:?}");
        }
        (None, None | Some("")) => {}
        (found, truth) => panic!("{name}: {:?}, not {truth:?}", found.map(|found| found.to_string())),
    }
}

/// Panics unless this is the record of this message. One that is marked as ambiguous may have the
/// text and the comment cut elsewhere.
pub(crate) fn check(record: &Record<'_>, sent: &Sent, account: &Account, form: Form, is_batch: bool, now: u64) {
    let Form { format, detail, .. } = form;
    let (status, err, since) = sent.state(now);
    let place = Place { form, is_batch, is_message: false };
    assert_eq!((record.status().0, record.err().map(|err| err.0)), (status, Some(err)));
    let is_hlr = sent.kind == 4;
    assert_eq!(record.is_hlr(), is_hlr);
    let is_tree = matches!(format, Format::Xml | Format::Json);
    let has_dates = format != Format::Values;
    let has_stamps = format != Format::KeyValue;
    let has_more = detail != Detail::Status;
    assert_eq!(record.last_timestamp(), has_stamps.then_some(since / SECOND));
    check_field("last_date", record.last_date(), has_dates.then_some(&*text(since, account.zone)), place);
    assert_eq!(record.flag().map(|flag| flag.0), is_tree.then_some(sent.kind.into()));
    if is_batch {
        assert_eq!(record.id().map(|id| id.to_string()).as_deref(), Some(&*sent.id));
    }
    if is_batch || has_more {
        check_field("phone", record.phone(), Some(&sent.phone), place);
    }
    // Of an unknown network, and of a subscriber that was not reached, the fields are empty.
    let network = network(&sent.phone);
    let of_network = |index: usize| Some(network.map_or("", |network| network[index]));
    if is_hlr {
        let reached = network.filter(|_| status == 1);
        let of = |index: usize| reached.map_or("", |network| network[index]);
        let is_abroad = reached.is_some() && sent.phone.ends_with("4001");
        let (rcn, rnet) = if is_abroad { ("Turkey", "Turkcell") } else { ("", "") };
        check_field("mcc", record.mcc(), of(0).get(..3).or(Some("")), place);
        check_field("mnc", record.mnc(), of(0).get(3..).or(Some("")), place);
        check_field("cn", record.cn(), Some(of(1)), place);
        check_field("net", record.net(), Some(of(2)), place);
        check_field("rcn", record.rcn(), Some(rcn), place);
        check_field("rnet", record.rnet(), Some(rnet), place);
    }
    if !has_more {
        assert!(record.message().is_none() && record.cost().is_none() && !record.is_ambiguous());
        return;
    }
    assert_eq!(record.send_timestamp(), has_stamps.then_some(sent.at / SECOND));
    check_field("send_date", record.send_date(), has_dates.then_some(&*text(sent.at, account.zone)), place);
    assert_eq!(record.cost().map(Cost::as_str).map(amount), Some(sent.cost));
    assert_eq!(record.message_type().map(|kind| kind.0), Some(sent.kind));
    let sender = if sent.kind == 4 { "HLR" } else { &sent.sender };
    check_field("sender_id", record.sender_id(), Some(sender), place);
    check_field("status_name", record.status_name(), StatusCode(status).name(Lang::Ru), place);
    if is_tree && !is_hlr {
        assert_eq!(record.sms_cnt(), Some(sent.parts));
    }
    if detail == Detail::Full {
        let has_codes = has_dates && !is_hlr;
        check_field("country", record.country(), of_network(1), place);
        check_field("operator", record.operator(), of_network(2), place);
        check_field("region", record.region(), of_network(3), place);
        check_field("mccmnc", record.mccmnc(), of_network(0).filter(|_| has_codes), place);
        check_field("operator_orig", record.operator_orig(), of_network(2).filter(|_| has_codes), place);
    }
    check_texts(record, sent, Place { is_message: true, ..place });
}

fn check_texts(record: &Record<'_>, sent: &Sent, place: Place) {
    let message = record.message().map(|text| text.to_string()).unwrap_or_default();
    let comment = record.comment().map(|text| text.to_string()).unwrap_or_default();
    let is_doubtful = place.is_doubtful(&sent.text) || place.is_doubtful(&sent.comment) || sent.sender.contains(".1");
    if !record.is_ambiguous() {
        assert!(place.is_text(&message, &sent.text), "message: {message:?}, not {:?}", sent.text);
        assert!(place.is_text(&comment, &sent.comment), "comment: {comment:?}, not {:?}", sent.comment);
        return;
    }
    assert!(is_doubtful, "ambiguous without a reason: {:?}, {:?}", sent.text, sent.comment);
    // All that is in doubt is where the text ends and the comment starts.
    let between = if place.form.format == Format::KeyValue { ", comment = " } else { "," };
    let (found, truth) = match record.comment() {
        Some(_) => (format!("{message}{between}{comment}"), format!("{}{between}{}", sent.text, sent.comment)),
        None => (message, sent.text.clone()),
    };
    assert!(place.is_text(&found, &truth), "{found:?}, not {truth:?}");
}

/// Returns whether a line of the text or the comment looks like the start of a record of fmt 0 or 1.
/// In a batch the message that holds it may not be told from two (R46, R46j), which the reader says.
pub(crate) fn is_forged(sent: &Sent) -> bool {
    ["\nStatus = 1, check_time = 28.11.2026 12:00:00, err = 0, ", "\n1,1760080210,0,"]
        .iter()
        .any(|start| sent.text.contains(start) || sent.comment.contains(start))
}
