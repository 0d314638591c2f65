//! Push notifications on their way to the handlers of the accounts.

use std::sync::atomic::Ordering;
use std::thread::sleep;
use std::time::Duration;

use bounded_http::Handle;
use ureq::Agent;

use crate::handler::Method;
use crate::notification::Notification;
use crate::server::Shared;

/// The longest time for which a change of the clock is not noticed.
const TICK: Duration = Duration::from_millis(20);
/// The time that a handler has.
const HANDLER_TIME: Duration = Duration::from_secs(10);

/// Sends the notifications that are due, one after the other, until the server stops. How the service
/// repeats one that was not accepted is not known, so that each is sent once.
pub(super) fn run(shared: &Shared, handle: &Handle) {
    let agent = agent();
    while !handle.is_stopping() {
        let due = {
            let mut provider = shared.provider();
            provider.next_due(shared.clock.now())
        };
        let Some(due) = due else {
            sleep(TICK);
            continue;
        };
        let counter = if is_accepted(&agent, &due) { &shared.delivered } else { &shared.undelivered };
        counter.fetch_add(1, Ordering::SeqCst);
    }
}

/// Returns a client that goes to the handler itself, and nowhere else.
fn agent() -> Agent {
    let config = Agent::config_builder().proxy(None).max_redirects(0).http_status_as_error(false);
    config.timeout_global(Some(HANDLER_TIME)).build().into()
}

fn is_accepted(agent: &Agent, notification: &Notification) -> bool {
    let response = match notification.method {
        Method::Get => agent.get(&notification.url).call(),
        Method::Post => agent.post(&notification.url).content_type(notification.content_type).send(&notification.body),
    };
    response.is_ok_and(|response| response.status().is_success())
}
