//! The parameters of a request to send.php.
//!
//! What has no effect on a reply is checked and has no other effect: `tinyurl`, `valid`, `voice`,
//! `param`, `subj`, `fileurl`, `imgcode`, `userip` and `pp`. A lifetime (`valid`) does not end a
//! message: its phone decides its statuses.

mod list;
mod parts;
mod time;

use std::sync::Arc;

use smsc_proto::{Charset, Format, MessageId};

use crate::limits::Likeness;
use crate::message::{CALL, EMAIL, HLR};
use crate::numbers::normalise;
use crate::params::Params;
use crate::reply::PARAMETERS;
use crate::state::No;
use crate::time::Time;
use list::Line;

/// The maximum number of characters of a text.
const MAX_TEXT: usize = 1_000;

/// The type of ping messages.
const PING: u8 = 5;

/// The kinds of messages with a parameter of their own, and their types (R35, R62).
const KINDS: [(&str, u8); 12] = [
    ("flash", 1),
    ("bin", 2),
    ("push", 3),
    ("hlr", HLR),
    ("ping", PING),
    ("mms", 6),
    ("call", CALL),
    ("mail", EMAIL),
    ("viber", 10),
    ("soc", 12),
    ("tg", 12),
    ("whatsapp", 12),
];

/// Messages to send, or to tell the price of.
pub(super) struct Order {
    pub(super) items: Vec<Item>,
    pub(super) kind: u8,
    pub(super) id: Option<String>,
    pub(super) cost: u32,
    pub(super) lists_faulty: bool,
    pub(super) lists_all: bool,
    /// A mark that a call dictates a code, which the reply has too.
    pub(super) has_code: bool,
}

/// A text to some phones.
pub(super) struct Item {
    pub(super) recipients: Vec<Recipient>,
    pub(super) sender: String,
    pub(super) text: Arc<str>,
    pub(super) comment: Arc<str>,
    pub(super) sent: Time,
    pub(super) parts: u32,
}

/// A phone as it was typed, and as the service keeps it, unless it cannot be one.
pub(super) struct Recipient {
    pub(super) typed: String,
    pub(super) phone: Option<String>,
}

impl Order {
    /// Parses the parameters of an account in this zone.
    pub(super) fn parse(params: &Params, zone: i8, now: Time) -> Result<Self, No> {
        let kind = kind(params)?;
        check(params)?;
        let zone = time::zone(params, zone)?;
        let items = items(params, kind, zone, now)?;
        // The official library for PHP sends a 0 where there is no id.
        let id = match params.text("id").filter(|id| id != "0") {
            Some(id) => Some(MessageId::parse(&id).ok_or(PARAMETERS)?.to_string()),
            None => None,
        };
        let cost = params.number("cost").unwrap_or(Ok(0)).ok().filter(|cost| *cost <= 3).ok_or(PARAMETERS)?;
        let has_code = kind == CALL && items.iter().any(|item| &*item.text == "code");
        let (lists_faulty, lists_all) = (params.is_set("err"), params.is_set("op"));
        Ok(Self { items, kind, id, cost, lists_faulty, lists_all, has_code })
    }

    pub(super) const fn is_price(&self) -> bool {
        self.cost == 1
    }

    /// Returns every recipient.
    pub(super) fn recipients(&self) -> impl Iterator<Item = &Recipient> {
        self.items.iter().flat_map(|item| &item.recipients)
    }

    /// Returns what makes requests alike. It is not known what the service compares: here it is the
    /// phones, the texts and the senders, and neither the id nor the format.
    pub(super) fn likeness(&self) -> Likeness {
        let mut items: Vec<_> = self.items.iter().map(Item::likeness).collect();
        items.sort_unstable();
        Likeness::of([&[self.kind][..]].into_iter().chain(items.iter().map(AsRef::as_ref)))
    }
}

impl Item {
    fn new(params: &Params, kind: u8, phones: &[&str], sender: &str, text: &str, (zone, now): (i8, Time)) -> Result<Self, No> {
        let needs_text = !matches!(kind, HLR | PING) && !params.has_files && params.bytes("fileurl").is_none();
        if phones.is_empty() || needs_text && text.is_empty() || text.chars().count() > MAX_TEXT {
            return Err(PARAMETERS.into());
        }
        if phones.iter().any(|phone| is_group(phone)) {
            return Err(No::Unknown("groups of phones are not known"));
        }
        if kind == 12 && phones.iter().any(|phone| normalise(phone).is_none()) {
            return Err(No::Unknown("how names in social networks are reported is not known"));
        }
        let (text, comment) = text.split_once("\n~~~\n").unwrap_or((text, ""));
        let is_translated = params.text("translit").is_some_and(|translit| translit != "0");
        if is_translated && !text.is_ascii() {
            return Err(No::Unknown("how texts are transliterated is not known"));
        }
        let (text, parts) = parts::split(params, kind, text)?;
        let recipient = |typed: &&str| Recipient { phone: normalise(typed), typed: (*typed).to_owned() };
        Ok(Self {
            recipients: phones.iter().map(recipient).collect(),
            // `.` means no sender.
            sender: if sender == "." { String::new() } else { sender.to_owned() },
            text: text.into(),
            comment: comment.into(),
            sent: time::parse(params, zone, now)?,
            parts,
        })
    }

    fn likeness(&self) -> Likeness {
        let mut phones: Vec<_> =
            self.recipients.iter().map(|recipient| recipient.phone.as_ref().unwrap_or(&recipient.typed).as_bytes()).collect();
        phones.sort_unstable();
        Likeness::of([self.sender.as_bytes(), self.text.as_bytes()].into_iter().chain(phones))
    }
}

/// Returns the texts and their phones: those of `list`, or `mes` and `phones`.
fn items(params: &Params, kind: u8, zone: i8, now: Time) -> Result<Vec<Item>, No> {
    let sender = params.text("sender").unwrap_or_default();
    let Some(list) = params.text("list") else {
        let (phones, _) = params.list("phones");
        let phones: Vec<_> = phones.iter().map(String::as_str).collect();
        let text = params.text("mes").unwrap_or_default();
        return Ok(vec![Item::new(params, kind, &phones, &sender, &text, (zone, now))?]);
    };
    if params.bytes("phones").is_some() || params.bytes("mes").is_some() {
        return Err(No::Unknown("a list beside phones or mes is not known"));
    }
    let item = |line: Line<'_>| {
        let zone = line.zone.unwrap_or(zone);
        Item::new(params, kind, &line.phones, line.sender.unwrap_or(&sender), line.text, (zone, now))
    };
    list::lines(&list)?.into_iter().map(item).collect()
}

/// Returns the type of the messages.
fn kind(params: &Params) -> Result<u8, No> {
    let is_asked = |name: &str| params.bytes(name).is_some_and(|value| value != b"0");
    if is_asked("bot") {
        return Err(No::Unknown("messages by bots are not known"));
    }
    let mut kinds = KINDS.into_iter().filter(|(name, _)| is_asked(name));
    match (kinds.next(), kinds.next()) {
        (_, Some(_)) => Err(No::Unknown("a message of two kinds is not known")),
        (Some((_, kind)), None) => Ok(kind),
        (None, None) => Ok(0),
    }
}

/// Checks the parameters that an order has no place for.
fn check(params: &Params) -> Result<(), No> {
    let is_given = |name: &str| params.bytes(name).is_some_and(|value| value != b"0");
    if is_given("period") || is_given("freq") {
        return Err(No::Unknown("messages over a period are not known"));
    }
    if is_given("nl") {
        return Err(No::Unknown("how a list with nl=1 is read is not known"));
    }
    let other_charset =
        params.text("charset").is_some_and(|name| Charset::from_name(&name.to_ascii_lowercase()) != Some(Charset::Utf8));
    let other_format = params.bytes("fmt").is_some_and(|format| format != b"3");
    if params.is_json() && (other_charset || other_format) {
        return Err(No::Unknown("the endpoint for JSON is known with fmt 3 in utf-8 alone"));
    }
    debug_assert!(!params.is_json() || params.format() == Format::Json);
    let at_most = |name: &str, greatest: u32| match params.number::<u32>(name) {
        Some(number) => number.is_ok_and(|number| number <= greatest),
        None => true,
    };
    let is_lifetime = params.text("valid").is_none_or(|valid| time::is_lifetime(valid.trim()));
    if at_most("translit", 2) && at_most("tinyurl", 1) && is_lifetime { Ok(()) } else { Err(PARAMETERS.into()) }
}

/// Returns whether a recipient is a group, such as `G7`.
fn is_group(phone: &str) -> bool {
    phone.strip_prefix('G').is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}
