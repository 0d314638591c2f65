//! The life of a message: the statuses that it goes through, decided by its phone.
//!
//! Without a scenario, the last four digits of a phone decide, and the name before the `@` of an
//! e-mail address:
//!
//! | phone ends in | address | life |
//! |---|---|---|
//! | `2eee`, from `2000` to `2255` | `err-E@…` | cannot be delivered after 4 s, with the err `eee` |
//! | `3000` | `expired@…` | expired after a day, with the err 6 |
//! | `3245` | `nostatus@…` | cannot be delivered after a day, with the err 245 |
//! | `4000` | `read@…` | delivered after 4 s, read 30 s later |
//! | `5000` | `clicked@…` | delivered after 4 s, and the link in it clicked a minute later |
//! | `6000` | `lost@…` | not found from the start |
//! | `7000` | `pending@…` | with the operator for ever |
//! | `8000` | `slow@…` | delivered after an hour |
//! | `9022` to `9025` | | refused at once with the status 22, 23, 24 or 25 |
//! | anything else | anything else | delivered after 4 s |

use std::time::Duration;

use smsc_proto::{ErrCode, StatusCode};

use crate::time::Time;

/// A status that a message reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The time since the message was sent.
    pub after: Duration,
    /// The status from then on.
    pub status: StatusCode,
    /// Its err.
    pub err: ErrCode,
}

/// The statuses of a message after it was handed to the operator, in the order of their times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Life {
    /// The steps; none for a message that stays with the operator.
    pub steps: Vec<Step>,
    /// A mark that status.php never finds the message.
    pub is_lost: bool,
}

/// The status of a message at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageState {
    /// The status.
    pub status: StatusCode,
    /// The err, 0 if there is none.
    pub err: ErrCode,
    /// When the status was reached.
    pub since: Time,
}

/// The status of a message that waits to be sent.
pub(crate) const WAITING: StatusCode = StatusCode(-1);
/// The status of a message that was handed to the operator.
pub(crate) const WITH_OPERATOR: StatusCode = StatusCode(0);

const fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

const SOON: Duration = seconds(4);
const DAY: Duration = seconds(86_400);

impl Life {
    /// Returns the life of one step.
    fn of(after: Duration, status: i32, err: u32) -> Self {
        Self { steps: vec![Step { after, status: StatusCode(status), err: ErrCode(err) }], is_lost: false }
    }

    fn then(mut self, after: Duration, status: i32) -> Self {
        self.steps.push(Step { after, status: StatusCode(status), err: ErrCode(0) });
        self
    }

    /// Returns the life that a phone or an address decides.
    #[must_use]
    pub fn of_phone(phone: &str) -> Self {
        let name = match phone.split_once('@') {
            Some((name, _)) => name.to_ascii_lowercase(),
            None => phone.chars().skip(phone.chars().count().saturating_sub(4)).collect(),
        };
        let undeliverable = name.strip_prefix("err-").or_else(|| name.strip_prefix('2').filter(|_| name.len() == 4));
        match &*name {
            "3000" | "expired" => Self::of(DAY, 3, 6),
            "3245" | "nostatus" => Self::of(DAY, 20, 245),
            "4000" | "read" => Self::of(SOON, 1, 0).then(SOON + seconds(30), 2),
            "5000" | "clicked" => Self::of(SOON, 1, 0).then(SOON + seconds(60), 4),
            "6000" | "lost" => Self { is_lost: true, ..Self::of(SOON, 1, 0) },
            "7000" | "pending" => Self::default(),
            "8000" | "slow" => Self::of(seconds(3600), 1, 0),
            "9022" => Self::of(Duration::ZERO, 22, 249),
            "9023" => Self::of(Duration::ZERO, 23, 253),
            "9024" => Self::of(Duration::ZERO, 24, 0),
            "9025" => Self::of(Duration::ZERO, 25, 248),
            _ => match undeliverable.and_then(|err| err.parse().ok()).filter(|err| *err <= 255) {
                Some(err) => Self::of(SOON, 20, err),
                None => Self::of(SOON, 1, 0),
            },
        }
    }

    /// Returns the state at a moment of a message that was sent at another one.
    #[must_use]
    pub fn state(&self, sent: Time, now: Time) -> MessageState {
        if now < sent {
            return MessageState { status: WAITING, err: ErrCode(0), since: now };
        }
        let reached = self.steps.iter().take_while(|step| sent + step.after <= now).last();
        match reached {
            Some(step) => MessageState { status: step.status, err: step.err, since: sent + step.after },
            None => MessageState { status: WITH_OPERATOR, err: ErrCode(0), since: sent },
        }
    }
}

/// Returns whether a status is final: the service does not change it any more, except to read and
/// clicked.
#[must_use]
pub(crate) const fn is_final(status: StatusCode) -> bool {
    status.0 > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(phone: &str, after: u64) -> (i32, u32) {
        let state = Life::of_phone(phone).state(Time::from_seconds(1_000), Time::from_seconds(1_000 + after));
        (state.status.0, state.err.0)
    }

    #[test]
    fn the_end_of_a_phone_decides() {
        assert_eq!([at("79990000001", 3), at("79990000001", 4)], [(0, 0), (1, 0)]);
        assert_eq!([at("79990002006", 4), at("79990002255", 4), at("79990002256", 4)], [(20, 6), (20, 255), (1, 0)]);
        assert_eq!([at("79990004000", 33), at("79990004000", 34)], [(1, 0), (2, 0)]);
        assert_eq!([at("79990007000", 1_000_000), at("79990009023", 0)], [(0, 0), (23, 253)]);
        assert_eq!([at("err-2@example.org", 4), at("Read@example.org", 34)], [(20, 2), (2, 0)]);
        assert!(Life::of_phone("79990006000").is_lost);
        assert_eq!(at("+7", 4), (1, 0));
    }

    #[test]
    fn a_message_of_the_future_waits() {
        let life = Life::of_phone("79990000001");
        assert_eq!(life.state(Time::from_seconds(10), Time::from_seconds(9)).status, WAITING);
    }
}
