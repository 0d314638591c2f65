//! The page for people: accounts, messages, limits and the latest requests.

use std::sync::atomic::Ordering;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, context};

use crate::http::Response;
use crate::journal::Entry;
use crate::server::Shared;
use crate::time::Time;

const TEMPLATE: &str = include_str!("page.html");
/// The number of requests on the page.
const REQUESTS: usize = 20;

/// Returns the page as of now.
pub(super) fn show(shared: &Shared) -> Response {
    let (snapshot, requests) = {
        let provider = shared.provider();
        let requests: Vec<_> = provider.journal().entries().rev().take(REQUESTS).map(row).collect();
        (provider.snapshot(shared.clock.now()), requests)
    };
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_filter("moscow", |milliseconds: u64| Time(milliseconds).text(3));
    let page = environment.render_str(
        TEMPLATE,
        context! {
            state => Serde(&snapshot),
            requests => requests,
            delivered => shared.delivered.load(Ordering::SeqCst),
            undelivered => shared.undelivered.load(Ordering::SeqCst),
        },
    );
    match page {
        Ok(page) => Response { content_type: "text/html; charset=utf-8".to_owned(), ..Response::plain(200, &page) },
        Err(error) => Response::plain(500, &format!("the page cannot be shown: {error}\n")),
    }
}

/// Returns a request without the values of its parameters.
fn row(entry: &Entry) -> minijinja::Value {
    let names: Vec<_> = entry.parameters.iter().map(|(name, _)| name.as_str()).collect();
    context! {
        time => entry.time.text(3),
        script => entry.script.as_str(),
        parameters => names.join(" "),
        error => entry.error,
        has_fault => entry.has_fault,
    }
}
