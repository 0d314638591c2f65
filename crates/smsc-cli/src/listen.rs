//! `smsc listen`: receives push notifications, verifies them and writes them as lines of JSON.

mod answer;
mod end;
mod file;
mod sink;

use std::process::ExitCode;
use std::sync::Arc;

use bounded_http::{FULL, Handle, Limits, Listener, Response, Timed, send, serve};

use crate::args::{Handler, Listen};
use crate::callback::Verifier;
use crate::failure::{Failure, cannot_listen};
use crate::lang::tr;
use crate::message;

use answer::Answerer;
use sink::Sink;

pub(crate) use answer::Receive;

/// Runs the command.
pub(crate) fn run(options: &Listen) -> Result<ExitCode, Failure> {
    options.check()?;
    let verifier = Verifier::of(&options.handler)?;
    let limits = Limits { max_body: usize::try_from(options.max_body).unwrap_or(usize::MAX), ..Limits::default() };
    let address = options.address();
    let listener = bind(&address, limits)?;
    let sink = options.out.as_deref().map_or_else(|| Ok(Sink::stdout()), Sink::file)?;
    let receiver = Receiver::new(listener, options.path(), &options.handler, verifier, sink);
    #[cfg(unix)]
    {
        let handle = receiver.handle();
        crate::signals::stop_with(move || handle.stop());
    }
    let answerer = receiver.run();
    // No line is torn by the end of the process: none is being written from here on.
    answerer.receiver().close()?;
    answerer.print_numbers();
    Ok(ExitCode::SUCCESS)
}

/// Binds an address.
pub(crate) fn bind(address: &str, limits: Limits) -> Result<Listener, Failure> {
    Listener::bind(address, limits).map_err(|error| cannot_listen(address, &error))
}

/// A server that receives notifications.
pub(crate) struct Receiver<R> {
    listener: Listener,
    answerer: Arc<Answerer<R>>,
    is_verified: bool,
}

impl<R: Receive> Receiver<R> {
    /// Creates the server of a handler, at a path.
    pub(crate) fn new(listener: Listener, path: &str, handler: &Handler, verifier: Verifier, receiver: R) -> Self {
        let answerer = Arc::new(Answerer::new(path, handler, verifier, receiver, listener.handle()));
        Self { listener, answerer, is_verified: !handler.unverified }
    }

    /// Returns a handle that stops the server.
    pub(crate) fn handle(&self) -> Handle {
        self.listener.handle()
    }

    /// Receives notifications until the server is stopped.
    pub(crate) fn run(self) -> Arc<Answerer<R>> {
        if !self.is_verified && !self.listener.address().ip().is_loopback() {
            message::hint(tr("other machines can reach this address, and with --unverified all that they send is written"));
        }
        // Without the path, which may be known to the service alone.
        message::print(format_args!("listening on http://{}", self.listener.address()));
        let handle = self.listener.handle();
        let of_connections = Arc::clone(&self.answerer);
        self.listener.run(FULL, move |stream, _| {
            let Ok(mut socket) = Timed::new(stream) else { return };
            serve(&mut socket, &handle, |socket, request| {
                let keeps_alive = request.keeps_alive;
                let (status, body) = of_connections.answer(request);
                // The response to HEAD has no body, which the client would take for the next response.
                send(socket, &Response { status, body: body.as_bytes() }, keeps_alive && status != 405)
            });
        });
        self.answerer
    }
}
