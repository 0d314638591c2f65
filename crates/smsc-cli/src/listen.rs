//! `smsc listen`: receives push notifications, verifies them and writes them as lines of JSON.

mod answer;
mod end;
mod file;
mod sink;

use std::process::ExitCode;
use std::sync::Arc;

use bounded_http::{FULL, Limits, Listener, Response, Timed, send, serve};

use crate::args::Listen;
use crate::callback::Verifier;
use crate::failure::{Failure, cannot_listen};
use crate::lang::tr;
use crate::message;

use answer::Answerer;
use sink::Sink;

/// Runs the command.
pub(crate) fn run(options: &Listen) -> Result<ExitCode, Failure> {
    options.check()?;
    let verifier = Verifier::of(&options.handler)?;
    let limits = Limits { max_body: usize::try_from(options.max_body).unwrap_or(usize::MAX), ..Limits::default() };
    let address = options.address();
    let listener = Listener::bind(&address, limits).map_err(|error| cannot_listen(&address, &error))?;
    let sink = options.out.as_deref().map_or_else(|| Ok(Sink::stdout()), Sink::file)?;
    let handle = listener.handle();
    #[cfg(unix)]
    {
        let handle = handle.clone();
        crate::signals::stop_with(move || handle.stop());
    }
    if options.handler.unverified && !listener.address().ip().is_loopback() {
        message::hint(tr("other machines can reach this address, and with --unverified all that they send is written"));
    }
    // Without the path, which may be known to the service alone.
    message::print(format_args!("listening on http://{}", listener.address()));
    let answerer = Arc::new(Answerer::new(options, verifier, sink, handle.clone()));
    let of_connections = Arc::clone(&answerer);
    listener.run(FULL, move |stream, _| {
        let Ok(mut socket) = Timed::new(stream) else { return };
        serve(&mut socket, &handle, |socket, request| {
            let keeps_alive = request.keeps_alive;
            let (status, body) = of_connections.answer(request);
            // The response to HEAD has no body, which the client would take for the next response.
            send(socket, &Response { status, body: body.as_bytes() }, keeps_alive && status != 405)
        });
    });
    answerer.finish()?;
    Ok(ExitCode::SUCCESS)
}
