//! The nightly move to the archive (docs/protocol.md, R5), in Unix seconds.

/// A day in seconds.
pub(super) const DAY: u32 = 86_400;
/// The offset of Moscow's clocks, which know no daylight saving time.
const MOSCOW: u32 = 3 * 3_600;
/// The hour of the move.
const MOVE: u32 = 3 * 3_600;
/// The hour of the day before, up to which a message has to be sent to be moved.
const SENT_BEFORE: u32 = 18 * 3_600;

/// Returns the number of the day in Moscow.
pub(super) const fn day(time: u32) -> u32 {
    time.saturating_add(MOSCOW) / DAY
}

/// Returns the number of the day at whose 03:00 a message can be moved first.
pub(super) const fn first_move(sent: u32) -> u32 {
    let is_early = sent.saturating_add(MOSCOW) % DAY < SENT_BEFORE;
    day(sent).saturating_add(if is_early { 1 } else { 2 })
}

/// Returns the number of the day of the next move: of the first 03:00 after this time.
pub(super) const fn next_move(now: u32) -> u32 {
    let is_past = now.saturating_add(MOSCOW) % DAY >= MOVE;
    day(now).saturating_add(if is_past { 1 } else { 0 })
}

/// Returns the time of the move on this day.
pub(super) const fn time_of_move(day: u32) -> u32 {
    day.saturating_mul(DAY).saturating_add(MOVE).saturating_sub(MOSCOW)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-28 00:00 in Moscow.
    const MIDNIGHT: u32 = 1_795_813_200;

    const fn at(hours: u32, minutes: u32) -> u32 {
        MIDNIGHT + hours * 3_600 + minutes * 60
    }

    #[test]
    fn a_message_is_moved_after_nine_hours_at_the_earliest() {
        let wait = |sent| time_of_move(first_move(sent)) - sent;
        assert_eq!(wait(at(17, 59)), 9 * 3_600 + 60);
        assert_eq!(wait(at(18, 0)), 33 * 3_600);
        assert_eq!(wait(at(2, 0)), 25 * 3_600);
        assert_eq!(wait(at(0, 0)), 27 * 3_600);
    }

    #[test]
    fn the_next_move_is_at_three() {
        assert_eq!(time_of_move(next_move(at(2, 59))), at(3, 0));
        assert_eq!(time_of_move(next_move(at(3, 0))), at(27, 0));
        assert_eq!(time_of_move(next_move(at(20, 0))), at(27, 0));
    }
}
