//! The parameters of a request to send.php.

use std::sync::Arc;

use smsc_proto::MessageId;

use crate::limits::Likeness;
use crate::message::{CALL, EMAIL, HLR};
use crate::numbers::normalise;
use crate::params::Params;
use crate::reply::{PARAMETERS, TIME};
use crate::scenario::parse_duration;
use crate::state::No;
use crate::time::Time;

/// The maximum number of characters of a text.
const MAX_TEXT: usize = 1_000;

/// The kinds of messages with a parameter of their own, and their types (R35, R62).
const KINDS: [(&str, u8); 13] = [
    ("flash", 1),
    ("bin", 2),
    ("push", 3),
    ("hlr", HLR),
    ("ping", 5),
    ("mms", 6),
    ("call", CALL),
    ("mail", EMAIL),
    ("viber", 10),
    ("soc", 12),
    ("tg", 12),
    ("whatsapp", 12),
    ("bot", 12),
];

/// A message to send, or to tell the price of.
pub(super) struct Order {
    pub(super) recipients: Vec<Recipient>,
    pub(super) kind: u8,
    pub(super) text: Arc<str>,
    pub(super) comment: Arc<str>,
    pub(super) id: Option<String>,
    pub(super) sender: String,
    pub(super) sent: Time,
    pub(super) cost: u32,
    pub(super) parts: u32,
    pub(super) lists_faulty: bool,
    pub(super) lists_all: bool,
}

/// A phone as it was typed, and as the service keeps it, unless it cannot be one.
pub(super) struct Recipient {
    pub(super) typed: String,
    pub(super) phone: Option<String>,
}

impl Order {
    pub(super) fn parse(params: &Params, now: Time) -> Result<Self, No> {
        let (phones, _) = params.list("phones");
        let is_asked = |name: &str| params.bytes(name).is_some_and(|value| value != b"0");
        let kind = KINDS.into_iter().find(|(name, _)| is_asked(name)).map_or(0, |(_, kind)| kind);
        let text = params.text("mes").unwrap_or_default();
        let needs_text = !matches!(kind, HLR | 5);
        if phones.is_empty() || needs_text && text.is_empty() || text.chars().count() > MAX_TEXT {
            return Err(PARAMETERS.into());
        }
        let (text, comment) = text.split_once("\n~~~\n").unwrap_or((&text, ""));
        let id = match params.text("id") {
            Some(id) => Some(MessageId::parse(&id).ok_or(PARAMETERS)?.to_string()),
            None => None,
        };
        let cost = params.number("cost").unwrap_or(Ok(0)).ok().filter(|cost| *cost <= 3).ok_or(PARAMETERS)?;
        let recipient = |typed: String| Recipient { phone: normalise(&typed), typed };
        Ok(Self {
            recipients: phones.into_iter().map(recipient).collect(),
            kind,
            parts: parts(kind, text),
            text: text.into(),
            comment: comment.into(),
            id,
            sender: params.text("sender").unwrap_or_default().into_owned(),
            sent: time(params, now)?,
            cost,
            lists_faulty: params.is_set("err"),
            lists_all: params.is_set("op"),
        })
    }

    pub(super) const fn is_price(&self) -> bool {
        self.cost == 1
    }

    /// Returns what makes requests alike. It is not known what the service compares: here it is the
    /// phones, the text and the sender, and neither the id nor the format.
    pub(super) fn likeness(&self) -> Likeness {
        let mut phones: Vec<_> =
            self.recipients.iter().map(|recipient| recipient.phone.as_ref().unwrap_or(&recipient.typed).as_bytes()).collect();
        phones.sort_unstable();
        Likeness::of([&[self.kind], self.sender.as_bytes(), self.text.as_bytes()].into_iter().chain(phones))
    }
}

/// Returns the number of parts of a text, or the seconds of a call.
fn parts(kind: u8, text: &str) -> u32 {
    let len = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let (alone, of_several) = if text.is_ascii() { (160, 153) } else { (70, 67) };
    match kind {
        // About two words a second.
        CALL => len.div_ceil(15).max(1),
        EMAIL | HLR | 5 => 1,
        _ if len <= alone => 1,
        _ => len.div_ceil(of_several),
    }
}

/// Returns when a message is to be sent: now, or at the time of the parameter `time`.
fn time(params: &Params, now: Time) -> Result<Time, No> {
    let Some(time) = params.text("time") else { return Ok(now) };
    let time = time.trim();
    let at = if let Some(minutes) = time.strip_prefix('+') {
        parse_duration(&format!("{minutes}m")).ok().map(|wait| now + wait)
    } else if let Some(seconds) = time.strip_prefix('0').filter(|seconds| seconds.len() >= 9) {
        seconds.parse().ok().map(Time::from_seconds)
    } else if time.split_once('-').is_some_and(|(from, to)| is_hour(from) && is_hour(to)) {
        Some(now)
    } else {
        local(time)
    };
    at.filter(|at| *at <= Time::LAST).map(|at| at.max(now)).ok_or_else(|| TIME.into())
}

fn is_hour(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.parse::<u8>().is_ok_and(|hour| hour < 24)
}

/// Parses `DDMMYYhhmm` and `DD.MM.YY hh:mm`, in the time of Moscow.
fn local(text: &str) -> Option<Time> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let marks: String = text.chars().filter(|next| !next.is_ascii_digit()).collect();
    if digits.len() != 10 || !matches!(&*marks, "" | ".. :") {
        return None;
    }
    let part = |index: usize| digits.get(2 * index..2 * index + 2)?.parse::<i8>().ok();
    let year = 2_000 + i16::from(part(2)?);
    let moment = jiff::civil::DateTime::new(year, part(1)?, part(0)?, part(3)?, part(4)?, 0, 0).ok()?;
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::Offset::from_hours(3).ok()?);
    let seconds = moment.to_zoned(zone).ok()?.timestamp().as_second();
    u64::try_from(seconds).ok().map(Time::from_seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_parts() {
        assert_eq!([parts(0, &"a".repeat(160)), parts(0, &"a".repeat(161)), parts(0, &"a".repeat(307))], [1, 2, 3]);
        assert_eq!([parts(0, &"я".repeat(70)), parts(0, &"я".repeat(71)), parts(0, &"я".repeat(135))], [1, 2, 3]);
    }

    #[test]
    fn times_have_five_forms() {
        let now = Time::from_seconds(1_795_856_400); // 28 November 2026, 12:00 in Moscow
        let at =
            |text: &str| time(&Params::parse(b"", format!("time={text}").as_bytes()), now).ok().map(|at| at.since(now).as_secs());
        assert_eq!(at("%2B90"), Some(90 * 60));
        assert_eq!(at("2811261230"), Some(30 * 60));
        assert_eq!(at("28.11.26 13:00"), Some(3600));
        assert_eq!(at("01795856460"), Some(60));
        assert_eq!(at("10-18"), Some(0));
        assert_eq!([at("0999999999999"), at("%2B99999999999")], [None, None], "after the last moment");
        assert_eq!([at("+90"), at("soon"), at("32.11.26 13:00"), at("28.11.26")], [None; 4]);
    }
}
