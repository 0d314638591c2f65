//! The table of docs/asking.md, cell by cell, and what holds for every cell: no message is sent twice.

use proptest::prelude::*;
use smsc_proto::retry::{
    Advice, Attempt, Call, Failure, Halt, Host, MAX_TRIES, SendAdvice, Sending, StatusAnswer, StopReason, advise, after_status,
};
use smsc_proto::{ApiErrorCode, StatusCode};

/// The calls that change nothing, a batch excepted, which has a limit of its own.
const READS: [Call; 5] = [Call::Status, Call::Price, Call::Balance, Call::History, Call::Operator];

const RANDOM: u32 = 1 << 31; // half of every range

fn rejected(code: u32) -> Failure {
    Failure::Rejected(ApiErrorCode(code))
}

fn failures() -> Vec<Failure> {
    let named = [Failure::Unreachable, Failure::Tls, Failure::Invalid, Failure::Unanswered, Failure::NotAReply];
    let statuses = [0, 200, 301, 400, 403, 404, 408, 425, 429, 500, 502, 503, 599, 65535].map(Failure::HttpStatus);
    named.into_iter().chain(statuses).chain((0..12).map(rejected)).collect()
}

#[test]
fn nothing_was_sent_so_every_call_goes_to_the_next_host() {
    for call in Call::ALL {
        let try_number = |number| advise(call, Failure::Unreachable, Attempt::new(number, 0, RANDOM));
        assert_eq!(try_number(1), Advice::Retry { after_ms: 0, host: Host::Next }, "{call:?}");
        assert_eq!(try_number(2), Advice::Retry { after_ms: 500, host: Host::Next }, "{call:?}");
        assert_eq!(try_number(3), Advice::Stop(StopReason::TriesUsedUp), "{call:?}");
        // Without another host: half of 1 s, and half of 2 s.
        let alone = |number| advise(call, Failure::Unreachable, Attempt::new(number, 0, RANDOM).with_next_host(false));
        assert_eq!(alone(1), Advice::Retry { after_ms: 500, host: Host::Same }, "{call:?}");
        assert_eq!(alone(2), Advice::Retry { after_ms: 1_000, host: Host::Same }, "{call:?}");
        assert_eq!(alone(3), Advice::Stop(StopReason::TriesUsedUp), "{call:?}");
    }
}

#[test]
fn a_certificate_and_wrong_input_are_not_tried_again() {
    for call in Call::ALL {
        let first = Attempt::new(1, 0, RANDOM);
        assert_eq!(advise(call, Failure::Tls, first), Advice::Stop(StopReason::Tls));
        assert_eq!(advise(call, Failure::Invalid, first), Advice::Stop(StopReason::Invalid));
    }
}

#[test]
fn a_read_without_an_answer_is_tried_once_more() {
    for failure in
        [Failure::Unanswered, Failure::NotAReply, Failure::HttpStatus(502), Failure::HttpStatus(408), Failure::HttpStatus(425)]
    {
        for call in READS {
            let first = advise(call, failure, Attempt::new(1, 400, RANDOM));
            assert_eq!(first, Advice::Retry { after_ms: 1_500, host: Host::Next }, "{call:?} {failure:?}");
            assert_eq!(advise(call, failure, Attempt::new(2, 400, RANDOM)), Advice::Stop(StopReason::TriesUsedUp));
        }
        // A batch waits until its minute is over: 60 s less the 10 s that passed, and 1.5 s.
        let batch = advise(Call::StatusBatch, failure, Attempt::new(1, 10_000, RANDOM));
        assert_eq!(batch, Advice::Retry { after_ms: 51_500, host: Host::Next });
        let late = advise(Call::StatusBatch, failure, Attempt::new(1, u64::MAX, RANDOM));
        assert_eq!(late, Advice::Retry { after_ms: 1_500, host: Host::Next });
    }
}

#[test]
fn what_may_have_arrived_is_not_sent_again() {
    for failure in [Failure::Unanswered, Failure::NotAReply, Failure::HttpStatus(500)] {
        for number in 1..5 {
            let attempt = Attempt::new(number, 0, RANDOM);
            assert_eq!(advise(Call::Send, failure, attempt), Advice::AskStatus { after_ms: 1_500 }, "{failure:?}");
            for call in [Call::Delete, Call::WaitCall] {
                assert_eq!(advise(call, failure, attempt), Advice::Stop(StopReason::MayHaveArrived), "{call:?} {failure:?}");
            }
        }
    }
}

#[test]
fn too_many_requests_wait_for_the_window() {
    for failure in [rejected(9), Failure::HttpStatus(429)] {
        for call in READS.into_iter().chain([Call::StatusBatch, Call::Delete]) {
            let attempt = Attempt::new(1, 400, RANDOM);
            assert_eq!(advise(call, failure, attempt), Advice::Retry { after_ms: 61_100, host: Host::Same }, "{call:?}");
            let again = attempt.with_throttled(true);
            assert_eq!(advise(call, failure, again), Advice::Retry { after_ms: 301_100, host: Host::Same }, "{call:?}");
            let last = Attempt::new(3, 400, RANDOM);
            assert_eq!(advise(call, failure, last), Advice::Stop(StopReason::TriesUsedUp), "{call:?}");
        }
        // `duplicate` may mean that the first one went through.
        assert_eq!(advise(Call::Send, failure, Attempt::new(1, 0, RANDOM)), Advice::AskStatus { after_ms: 1_500 });
    }
}

#[test]
fn a_block_and_a_refused_login_stop_every_call() {
    for call in Call::ALL {
        let first = Attempt::new(1, 0, RANDOM);
        assert_eq!(advise(call, rejected(4), first), Advice::StopEveryCall(Halt::Blocked { for_ms: 600_000 }));
        assert_eq!(advise(call, rejected(4), first.with_blocked(true)), Advice::StopEveryCall(Halt::Blocked { for_ms: 1_800_000 }));
        assert_eq!(advise(call, rejected(2), first), Advice::StopEveryCall(Halt::Credentials));
    }
}

#[test]
fn any_other_rejection_is_final() {
    for call in Call::ALL {
        for code in [1, 3, 5, 6, 7, 8, 10, 77] {
            let advice = advise(call, rejected(code), Attempt::new(1, 0, RANDOM));
            assert_eq!(advice, Advice::Stop(StopReason::Rejected(ApiErrorCode(code))), "{call:?}");
        }
        for status in [301, 400, 403, 404] {
            let advice = advise(call, Failure::HttpStatus(status), Attempt::new(1, 0, RANDOM));
            assert_eq!(advice, Advice::Stop(StopReason::HttpStatus(status)), "{call:?}");
        }
    }
}

#[test]
fn the_status_decides_about_a_message_that_may_have_arrived() {
    let after = |answer, since_ms, is_kept, again| {
        after_status(answer, Sending::new(since_ms, RANDOM).with_history_kept(is_kept).with_sent_again(again))
    };
    assert_eq!(StatusAnswer::of(StatusCode(-3)), StatusAnswer::NotFound);
    for status in [-2, -1, 0, 1, 20, 77] {
        assert_eq!(StatusAnswer::of(StatusCode(status)), StatusAnswer::Found);
    }
    for (since_ms, is_kept, again) in [(0, false, false), (59_999, true, false), (60_000, true, true), (u64::MAX, true, false)] {
        assert_eq!(after(StatusAnswer::Found, since_ms, is_kept, again), SendAdvice::Accepted);
        assert_eq!(after(StatusAnswer::Failed, since_ms, is_kept, again), SendAdvice::Unknown);
    }
    // Not before the minute is over, in which the service may still accept it.
    assert_eq!(after(StatusAnswer::NotFound, 10_000, true, false), SendAdvice::AskAgain { after_ms: 51_500 });
    assert_eq!(after(StatusAnswer::NotFound, 60_000, true, false), SendAdvice::SendAgain);
    // Once, and only where a message that is not found was never accepted.
    assert_eq!(after(StatusAnswer::NotFound, 60_000, true, true), SendAdvice::Unknown);
    assert_eq!(after(StatusAnswer::NotFound, 60_000, false, false), SendAdvice::Unknown);
}

#[test]
fn names_are_unique_and_found_again() {
    for call in Call::ALL {
        assert_eq!(Call::from_name(call.name()), Some(call));
    }
    assert_eq!(Call::from_name("sms"), None);
}

proptest! {
    #[test]
    fn no_advice_sends_a_message_twice_or_waits_for_ever(
        call in prop::sample::select(&Call::ALL[..]),
        failure in prop::sample::select(failures()),
        number: u32,
        since_ms: u64,
        random: u32,
        flags: (bool, bool, bool),
    ) {
        let attempt = Attempt::new(number, since_ms, random).with_next_host(flags.0).with_throttled(flags.1).with_blocked(flags.2);
        let advice = advise(call, failure, attempt);
        if let Advice::Retry { after_ms, .. } = advice {
            prop_assert!(number < MAX_TRIES);
            prop_assert!(call != Call::Send || failure == Failure::Unreachable);
            prop_assert!(after_ms <= 302_000);
            if call == Call::StatusBatch && failure != Failure::Unreachable {
                prop_assert!(u64::from(after_ms).saturating_add(since_ms) >= 60_000);
            }
        }
        if let Advice::AskStatus { after_ms } = advice {
            prop_assert!(call == Call::Send && after_ms <= 2_000);
        }
    }

    #[test]
    fn a_message_is_sent_again_once_and_after_a_minute(since_ms: u64, random: u32, is_kept: bool, again: bool) {
        let sending = Sending::new(since_ms, random).with_history_kept(is_kept).with_sent_again(again);
        for answer in [StatusAnswer::Found, StatusAnswer::NotFound, StatusAnswer::Failed] {
            match after_status(answer, sending) {
                SendAdvice::SendAgain => prop_assert!(answer == StatusAnswer::NotFound && since_ms >= 60_000 && is_kept && !again),
                SendAdvice::AskAgain { after_ms } => prop_assert!(u64::from(after_ms) + since_ms >= 60_000 && after_ms <= 62_000),
                SendAdvice::Accepted => prop_assert_eq!(answer, StatusAnswer::Found),
                SendAdvice::Unknown => prop_assert!(answer != StatusAnswer::Found),
            }
        }
    }
}
