//! Messages are followed to their end by a plan of a fixed size.

use core::hint::black_box;

use sms_tracker::{Ask, AskKind, FixedPlan, PlanConfig, Tracked};
use smsc_proto::retry::Failure;
use smsc_proto::{ApiErrorCode, StatusCode};

/// 28 November 2026, 12:00 in Moscow, in milliseconds.
const NOON: u64 = 1_795_856_400_000;
const HOUR: u64 = 3_600_000;

type Small = FixedPlan<8>;

/// Returns whether the messages of a plan come to their ends: one from a request by itself, others
/// in a batch after a failure, one by a notification, and one that is not found is lost.
pub(crate) fn is_followed() -> bool {
    let (mut now, mut lost) = (black_box(NOON), 0);
    let mut config = PlanConfig::default();
    config.history_size = black_box(1);
    let mut plan = Small::new(config, Default::default(), now);
    for number in 0..black_box(10) {
        let tracked = Tracked::sent(now - number * 20 * HOUR).asked(now).not_found_since(now);
        // There is room for eight.
        if plan.add(tracked, now).is_ok() == (number >= 8) {
            return false;
        }
    }
    plan.server_date(black_box(now / 1_000), now);
    let mut asks = 0_u32;
    while let Some(wake) = plan.next_wake() {
        now = wake;
        while let Some(ask) = plan.poll(now) {
            asks += 1;
            answer(&mut plan, ask, asks, now + 100);
        }
        while plan.next_lost().is_some() {
            lost += 1;
        }
        let named = plan.at_risk(now).count();
        if named > 8 || asks > 1_000 || black_box(plan.next_move()) == 0 {
            return false;
        }
    }
    plan.is_empty() && !plan.is_refused() && plan.blocked_until().is_none() && (1..8).contains(&lost)
}

/// Answers a request: the first ones in every way that there is, then that no message is in the
/// history, that a batch is not found, and that one message by itself is delivered.
fn answer(plan: &mut Small, ask: Ask, asks: u32, now: u64) {
    let mut answers = [None; 8];
    for (place, key) in answers.iter_mut().zip(plan.keys(&ask)) {
        *place = Some(key);
    }
    match black_box(asks) {
        1 => plan.on_failure(ask, black_box(Failure::Unanswered), now, asks),
        2 => plan.on_failure(ask, black_box(Failure::Rejected(ApiErrorCode::TOO_MANY_REQUESTS)), now, asks),
        3 => plan.on_unsent(ask, black_box(1_000), now),
        4 => {
            if let [Some(key), ..] = answers {
                plan.on_status(key, black_box(StatusCode::READ), now);
            }
            plan.on_reply(ask, [], now);
        }
        _ => match (ask.kind(), answers) {
            (AskKind::Batch, [Some(first), ..]) => plan.on_reply(ask, [(first, black_box(StatusCode::NOT_FOUND))], now),
            (AskKind::Single, [Some(first), ..]) => plan.on_reply(ask, [(first, black_box(StatusCode::DELIVERED))], now),
            _ => plan.on_reply(ask, [], now),
        },
    }
}
