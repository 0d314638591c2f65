//! `smsc serve`: the stand-in of the service.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use smsc_standin::Scenario;
use smsc_standin::server::{Certificate, Server, ServerOptions};

use crate::args::Serve;
use crate::failure::{Failure, cannot_listen, cannot_write};
use crate::lang::tr;
use crate::message;

// The page that explains replies, codes and texts, or `None` if it was not made before.
include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// The name of the file with the certificate of the authority.
const CA_FILE: &str = "ca.pem";

/// Runs the command.
pub(crate) fn run(options: &Serve) -> Result<ExitCode, Failure> {
    let scenario = options.scenario.as_deref().map_or_else(|| Ok(Scenario::default()), read)?;
    let certificate = options.tls.as_deref().map(make_certificate).transpose()?;
    let server = ServerOptions {
        start: options.start,
        speed: if options.frozen { 0 } else { options.speed },
        latency: options.latency,
        certificate,
        explain: PAGE,
        ..ServerOptions::default()
    };
    let server = Server::bind(&options.listen, scenario, &server).map_err(|error| cannot_listen(&options.listen, &error))?;
    #[cfg(unix)]
    {
        let handle = server.handle();
        crate::signals::stop_with(move || handle.stop());
    }
    if !server.address().ip().is_loopback() {
        message::hint(tr("other machines can reach the stand-in; it is meant for tests on this one"));
    }
    // The whole line at once, since programs wait for it.
    let line = format!("listening on {}\n", server.url());
    let mut stdout = io::stdout();
    stdout.write_all(line.as_bytes()).and_then(|()| stdout.flush()).map_err(Failure::Output)?;
    server.run().map_err(|error| cannot_listen(&options.listen, &error))?;
    Ok(ExitCode::SUCCESS)
}

fn read(path: &Path) -> Result<Scenario, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::Input(Some(path.to_owned()), error))?;
    Scenario::parse(&text).map_err(|error| Failure::Content(Some(path.to_owned()), error.to_string()))
}

/// Makes a certificate, and writes that of its authority into a folder.
fn make_certificate(folder: &Path) -> Result<Certificate, Failure> {
    let certificate = Certificate::new().map_err(|error| Failure::Usage(error.to_string()))?;
    let file = folder.join(CA_FILE);
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&file, certificate.ca_pem()));
    written.map_err(|error| cannot_write(&file, &error))?;
    Ok(certificate)
}
