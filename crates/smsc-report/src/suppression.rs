//! The phones not to be written to any more.

use std::fmt;

use hashbrown::HashMap;
use sms_outcome::Channel;

use crate::csv::{starts_formula, text};
use crate::figures::Suppressed;
use crate::key::Phone;
use crate::names::Names;

/// The channels, in the order of their numbers here.
const CHANNELS: [Channel; 4] = [Channel::Phone, Channel::Email, Channel::Viber, Channel::Social];

/// A phone not to be written to any more.
///
/// `Debug` does not show the phone.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Suppression {
    /// The phone: digits alone, or an e-mail address.
    pub phone: String,
    /// The reason: the name of the [`Channel`] in which the phone cannot or will not be reached.
    pub reason: &'static str,
    /// The first time at which a message showed that, in Unix seconds, if a time is known.
    pub since: Option<u64>,
    /// The number of messages that showed it.
    pub times: u64,
}

impl fmt::Debug for Suppression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Suppression");
        debug.field("reason", &self.reason).field("since", &self.since).field("times", &self.times).finish_non_exhaustive()
    }
}

/// The phones that messages showed to be of no use, by channel.
#[derive(Default)]
pub(crate) struct Suppressions(HashMap<(Phone, u8), Shown>);

#[derive(Default)]
struct Shown {
    /// 0 if no time is known.
    since: u64,
    times: u64,
}

impl Suppressions {
    /// Adds a message that failed at a time, or 0.
    pub(crate) fn add(&mut self, phone: Phone, channel: Channel, time: u64) {
        let at = (0_u8..).zip(CHANNELS).find(|(_, known)| *known == channel).map_or(0, |(at, _)| at);
        let shown = self.0.entry((phone, at)).or_default();
        shown.times += 1;
        if shown.since == 0 || (time != 0 && time < shown.since) {
            shown.since = time;
        }
    }

    /// Returns the number of phones by reason, those of none left out.
    pub(crate) fn counts(&self) -> Vec<Suppressed> {
        let count = |at: u8| self.0.keys().filter(|(_, known)| *known == at).count() as u64;
        let all = (0_u8..).zip(CHANNELS).map(|(at, channel)| Suppressed { reason: channel.name(), phones: count(at) });
        all.filter(|suppressed| suppressed.phones > 0).collect()
    }

    /// Returns the phones, sorted by their text.
    pub(crate) fn list(&self, names: &Names) -> Vec<Suppression> {
        let one = |((phone, channel), shown): (&(Phone, u8), &Shown)| Suppression {
            phone: phone.text(names),
            reason: CHANNELS.get(usize::from(*channel)).map_or("", |channel| channel.name()),
            since: (shown.since != 0).then_some(shown.since),
            times: shown.times,
        };
        let mut list: Vec<_> = self.0.iter().map(one).collect();
        list.sort_unstable();
        list
    }
}

/// Writes phones as a table of CSV: `phone,reason,since,times`, with a heading. The times are in
/// UTC.
///
/// A spreadsheet takes no phone for a formula: a `+` is not written, and a name that starts like a
/// formula gets an apostrophe.
///
/// ```
/// use smsc_report::{Suppression, suppression_csv};
///
/// let gone = Suppression { phone: "79990000001".to_owned(), reason: "phone", since: Some(1_760_080_219), times: 2 };
/// assert_eq!(suppression_csv(&[gone]), "phone,reason,since,times\n79990000001,phone,2025-10-10T07:10:19Z,2\n");
/// ```
#[must_use]
pub fn suppression_csv(list: &[Suppression]) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    // A vector takes everything, and all rows have the same length.
    let _ = writer.write_record(["phone", "reason", "since", "times"]);
    for Suppression { phone, reason, since, times } in list {
        let since = since.and_then(|since| jiff::Timestamp::from_second(i64::try_from(since).ok()?).ok());
        let since = since.map(|since| since.to_string()).unwrap_or_default();
        let apostrophe = if starts_formula(phone) { "'" } else { "" };
        let _ = writer.write_record([&format!("{apostrophe}{phone}"), *reason, &since, &times.to_string()]);
    }
    text(writer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_has_its_first_time_and_the_number_of_messages() {
        let (mut all, mut names) = (Suppressions::default(), Names::default());
        let mut add = |typed, channel, time| all.add(Phone::of(typed, &mut names).unwrap(), channel, time);
        add("79990000002", Channel::Phone, 0);
        add("+7 999 000-00-02", Channel::Phone, 50);
        add("89990000002", Channel::Phone, 40);
        add("79990000002", Channel::Viber, 0);
        add("79990000001", Channel::Phone, 60);
        let one = |phone: &str, reason, since, times| Suppression { phone: phone.to_owned(), reason, since, times };
        let expected = [
            one("79990000001", "phone", Some(60), 1),
            one("79990000002", "phone", Some(40), 3),
            one("79990000002", "viber", None, 1),
        ];
        assert_eq!(all.list(&names), expected);
        let counts = [Suppressed { reason: "phone", phones: 2 }, Suppressed { reason: "viber", phones: 1 }];
        assert_eq!(all.counts(), counts);
    }

    #[test]
    fn no_phone_is_a_formula() {
        let one = |phone: &str| Suppression { phone: phone.to_owned(), reason: "email", since: None, times: 1 };
        let csv = suppression_csv(&["=1+1", "@sum", "-a", "a,b", "a\"b", "79990000001"].map(one));
        let phones: Vec<_> = csv.lines().skip(1).filter_map(|line| line.strip_suffix(",email,,1")).collect();
        assert_eq!(phones, ["'=1+1", "'@sum", "'-a", "\"a,b\"", "\"a\"\"b\"", "79990000001"]);
        let debug = format!("{:?}", Suppression { phone: "79990000001".to_owned(), reason: "phone", since: None, times: 1 });
        assert!(!debug.contains("7999"), "{debug}");
    }
}
