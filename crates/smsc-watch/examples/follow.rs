//! Follows messages to their end, and prints `id status meaning` of each:
//!
//! ```sh
//! export SMSC_LOGIN=… SMSC_PASSWORD=…
//! cargo run -p smsc-watch --example follow -- smsc.ru watch.db 101:79990000001
//! ```
//!
//! What is known is in the file of SQLite, so that the program can be ended and started again. To
//! try it without the service, start `smsc serve --speed 60`, and set `SMSC_LOGIN` and
//! `SMSC_PASSWORD` to `demo`, `SMSC_SPEED` to 60 and the host to `http://127.0.0.1:8125`.
//! `SMSC_SPEED` is how much faster the clock runs than that of the machine.

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use smsc_client::{Client, Clock, GateLimits, Id, Login, MessageRecord, NotSent, NotSentReason, Status, SystemClock};
use smsc_proto::request::Server;
use smsc_proto::retry::Failure;
use smsc_proto::{ApiErrorCode, Lang, MessageId, Requested};
use smsc_watch::{Changed, Job, NewMessage, PlanConfig, SqliteStore, Watcher};

/// The clock of the machine, or one that is faster.
pub(crate) struct Fast {
    clock: SystemClock,
    start: Duration,
    speed: u32,
}

impl Fast {
    pub(crate) fn new(speed: u32) -> Self {
        let start = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Self { clock: SystemClock::new(), start, speed: speed.max(1) }
    }

    /// Returns the milliseconds since the Unix epoch.
    fn now_ms(&self) -> u64 {
        u64::try_from((self.start + self.now()).as_millis()).unwrap_or(u64::MAX)
    }
}

impl Clock for Fast {
    fn now(&self) -> Duration {
        self.clock.now() * self.speed
    }

    fn wait(&self, time: Duration) {
        self.clock.wait(time / self.speed + Duration::from_millis(1));
    }

    fn random(&self) -> u32 {
        self.clock.random()
    }
}

/// The service, and the file.
pub(crate) struct Options<'a> {
    pub(crate) server: Server<'a>,
    pub(crate) login: Login,
    pub(crate) file: &'a Path,
    pub(crate) speed: u32,
}

/// Follows messages, each an id, a colon and a phone, until all are at their end. Returns whether
/// none of them is lost.
pub(crate) fn follow(options: Options<'_>, messages: &[&str], output: &mut dyn Write) -> Result<bool, Box<dyn Error>> {
    let clock = Arc::new(Fast::new(options.speed));
    let client = Client::new(options.login, &options.server).limits(GateLimits::default(), Arc::clone(&clock) as _);
    // The plan waits, so that a request of the client never does.
    let client = client.max_wait(Duration::ZERO);
    // The history is another request (`Client::history`), which this program does not make.
    let mut config = PlanConfig::default();
    config.has_history = false;
    let store = SqliteStore::open(options.file)?;
    let mut watcher = Watcher::start(Box::new(store), config, clock.now_ms())?;
    let messages: Vec<_> = messages.iter().map(|word| message(word, clock.now_ms())).collect::<Result<_, _>>()?;
    watcher.add(&messages, clock.now_ms())?;
    while let Some(wake) = watcher.next_wake() {
        clock.wait(Duration::from_millis(wake.saturating_sub(clock.now_ms())));
        while let Some(job) = watcher.poll(clock.now_ms())? {
            for changed in make_request(&mut watcher, &client, &clock, job)? {
                print_end(&changed, output)?;
            }
        }
    }
    if watcher.is_refused() {
        return Err("the service refuses the credentials".into());
    }
    Ok(watcher.counts()?.lost == 0)
}

fn message(word: &str, now: u64) -> Result<NewMessage, String> {
    let parts = word.split_once(':').and_then(|(id, phone)| Some((MessageId::parse(id)?, phone)));
    let (id, phone) = parts.ok_or_else(|| "a message is an id, a colon and a phone".to_owned())?;
    Ok(NewMessage { id: Id::from(id), phone: phone.to_owned(), sent: Some(now) })
}

/// Asks for the statuses of a job, and tells the watcher.
fn make_request(watcher: &mut Watcher, client: &Client, clock: &Fast, job: Job) -> Result<Vec<Changed>, smsc_watch::Error> {
    match ask(client, &job) {
        Ok(records) => watcher.on_reply(job, records, clock.now_ms()),
        // The client keeps the same limits, by its own clock.
        Err(smsc_client::Error::NotSent(NotSent { reason: NotSentReason::Limit { wait }, .. })) => {
            let wait = wait.unwrap_or(Duration::from_secs(1));
            watcher.on_unsent(job, u64::try_from(wait.as_millis()).unwrap_or(u64::MAX), clock.now_ms());
            Ok(Vec::new())
        }
        Err(error) => {
            eprintln!("{error}");
            let is_refused = matches!(&error, smsc_client::Error::NotSent(NotSent { reason: NotSentReason::Credentials, .. }));
            let failure = if is_refused { Failure::Rejected(ApiErrorCode::AUTHORISATION) } else { error.failure() };
            watcher.on_failure(job, failure, clock.now_ms(), clock.random());
            Ok(Vec::new())
        }
    }
}

/// Asks for the statuses of a job. Returns the records, each with the index of its message.
fn ask(client: &Client, job: &Job) -> Result<Vec<(usize, MessageRecord)>, smsc_client::Error> {
    let messages = job.messages().iter().filter_map(|message| {
        let id = message.id.as_message_id()?;
        Some(Requested { id, phone: &message.phone })
    });
    let messages: Vec<_> = messages.collect();
    let mut records = Vec::new();
    for status in client.status(&messages) {
        // A message that is missing is asked for again.
        if let Status::Record { index, record } = status? {
            records.push((index, record));
        }
    }
    Ok(records)
}

fn print_end(changed: &Changed, output: &mut dyn Write) -> std::io::Result<()> {
    match changed.status {
        Some(status) if changed.is_final => {
            writeln!(output, "{} {} {}", changed.id, status.0, status.name(Lang::En).unwrap_or("unknown"))
        }
        _ if changed.is_lost => writeln!(output, "{} -3 Message not found", changed.id),
        _ => Ok(()),
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [host, file, messages @ ..] = words.as_slice() else {
        return Err("usage: SMSC_LOGIN=LOGIN SMSC_PASSWORD=PASSWORD follow HOST FILE ID:PHONE...".into());
    };
    let name = host.strip_prefix("http://");
    let server = Server::new(name.unwrap_or(host))?;
    let server = if name.is_some_and(|name| name.starts_with("127.0.0.1:")) { server.plain_http() } else { server };
    let login = Login::password(std::env::var("SMSC_LOGIN")?, std::env::var("SMSC_PASSWORD")?);
    let speed = std::env::var("SMSC_SPEED").ok().and_then(|speed| speed.parse().ok()).unwrap_or(1);
    let messages: Vec<_> = messages.iter().map(String::as_str).collect();
    let options = Options { server, login, file: Path::new(file), speed };
    if follow(options, &messages, &mut std::io::stdout())? { Ok(()) } else { Err("a message is lost".into()) }
}
