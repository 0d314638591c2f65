//! Asks a stand-in whose clock runs 60 times as fast for 10,000 statuses, and prints how long that took
//! beside the time that the limits of the service ask for.

use std::sync::Arc;
use std::time::{Duration, Instant};

use smsc_client::{Client, Clock, GateLimits, HttpOptions, HttpTransport, Login, Status};
use smsc_proto::request::Server;
use smsc_proto::{MessageId, Requested};
use smsc_standin::Scenario;
use smsc_standin::server::{Server as Standin, ServerOptions};

const SPEED: u32 = 60;
const MESSAGES: u32 = 10_000;
const BATCH: u32 = 1_000;

/// A clock that runs as fast as that of the stand-in.
struct Fast(Instant);

impl Clock for Fast {
    fn now(&self) -> Duration {
        self.0.elapsed() * SPEED
    }

    fn wait(&self, time: Duration) {
        std::thread::sleep(time / SPEED + Duration::from_micros(1));
    }

    fn random(&self) -> u32 {
        1
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = ServerOptions { speed: SPEED, ..ServerOptions::default() };
    let standin = Standin::bind("127.0.0.1:0", Scenario::default(), &options)?;
    let (host, handle) = (standin.address().to_string(), standin.handle());
    let thread = std::thread::spawn(move || standin.run());
    let server = Server::new(&host)?.plain_http();
    let transport = Arc::new(HttpTransport::new(&HttpOptions::default())?);
    // A minute of the service, and a second for what clocks differ by.
    let pause = Duration::from_secs(61);
    let client = Client::with_transport(Login::password("demo", "demo"), &server, transport)
        .limits(GateLimits::default(), Arc::new(Fast(Instant::now())));

    let phones: Vec<_> = (0..MESSAGES).map(|at| format!("7999{at:07}")).collect();
    let messages: Vec<_> =
        (1..).zip(&phones).filter_map(|(id, phone)| Some(Requested { id: MessageId::new(id)?, phone })).collect();
    let start = Instant::now();
    let mut records = 0;
    for status in client.status(&messages) {
        records += u32::from(matches!(status?, Status::Record { .. }));
    }
    let pauses = MESSAGES.div_ceil(BATCH) - 1;
    println!("{records} records in {:.2?} of the service's time", start.elapsed() * SPEED);
    println!("{pauses} pauses of {pause:?} between batches of {BATCH}: {:?}", pause * pauses);
    handle.stop();
    thread.join().map_err(|_| "the stand-in has failed")??;
    Ok(())
}
