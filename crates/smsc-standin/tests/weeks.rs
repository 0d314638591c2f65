//! Random weeks of requests in virtual time, compared with a small model: every reply, read by the
//! query of its request, says what the model knows.

#[path = "weeks/actions.rs"]
mod actions;
#[path = "weeks/lists.rs"]
mod lists;
#[path = "weeks/model.rs"]
mod model;
#[path = "weeks/moments.rs"]
mod moments;
#[path = "weeks/record.rs"]
mod record;
#[path = "weeks/sends.rs"]
mod sends;
#[path = "weeks/service.rs"]
mod service;
#[path = "weeks/statuses.rs"]
mod statuses;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::service::Service;

/// Returns the same weeks for every run, or a number of others (`PROPTEST_CASES`).
fn config() -> ProptestConfig {
    let config = ProptestConfig { max_shrink_iters: 4_000, failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => config,
        None => ProptestConfig { cases: 500, rng_seed: RngSeed::Fixed(0), ..config },
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_reply_is_what_a_model_of_the_service_expects(
        accounts in actions::accounts(),
        max_faulty_sends in prop_oneof![Just(100_usize), Just(3)],
        week in actions::week(),
    ) {
        let mut service = Service::new(&accounts, max_faulty_sends);
        for event in &week {
            service.carry_out(event);
        }
        service.check_bounds();
        service.check_secrets();
        service.check_again(&accounts, max_faulty_sends);
    }
}
