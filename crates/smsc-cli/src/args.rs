//! The command line.

mod callback;
mod convert;
mod decode;
mod explain;
mod inputs;
mod listen;
mod merge;
mod order;
mod output;
mod plan;
mod reply;
#[cfg(feature = "report")]
mod report;
pub(crate) mod request;
mod serve;
pub(crate) mod service;
mod values;
mod watch;

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use crate::defaults::Defaults;
use crate::version;
use values::{ColorArg, LangArg, parse_flag};

pub(crate) use callback::{Handler, VerifyCallback};
pub(crate) use convert::Convert;
#[cfg(feature = "convert")]
pub(crate) use convert::{Form, ToTable};
pub(crate) use decode::Decode;
pub(crate) use explain::{Diagnose, Explain, Status, What};
pub(crate) use listen::Listen;
pub(crate) use merge::Merge;
pub(crate) use order::Order;
pub(crate) use output::Output;
pub(crate) use plan::Plan;
pub(crate) use reply::Call;
#[cfg(feature = "report")]
pub(crate) use report::Report;
pub(crate) use serve::Serve;
pub(crate) use values::{Hidden, Id};
pub(crate) use watch::Watch;

/// Asks the SMS gateway SMSC.ru for the statuses of messages and more, and decodes, converts and
/// explains its replies.
#[derive(Debug, Parser)]
#[command(name = "smsc", version, long_version = version::LONG, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The language of the output: en, ru or fr [default: that of the locale]
    #[arg(long, global = true, value_enum, ignore_case = true, hide_possible_values = true)]
    // Read before the arguments are parsed.
    lang: Option<LangArg>,
    /// Colours: always, never, or on a terminal alone (auto), unless the variable `NO_COLOR` is set
    /// [default: auto]
    #[arg(long, global = true, value_enum, ignore_case = true, value_name = "WHEN", hide_possible_values = true)]
    // Read before the arguments are parsed.
    color: Option<ColorArg>,
}

const DECODE_EXAMPLES: &str = "\
Examples:
  smsc decode reply.txt --all 2 --multi            the statuses of several messages, as a table
  smsc decode reply.txt --guess                    without knowing the options of the request
  smsc decode reply.txt --multi --json --outcome   with what each status means
  smsc decode sent.txt --reply send --fmt 1 --cost 3
  smsc decode balance.json --reply balance
  smsc decode incoming.json --reply incoming --charset utf-8 --csv";

#[cfg(feature = "convert")]
const CONVERT_EXAMPLES: &str = "\
Examples:
  smsc convert reply.txt --from-fmt 1 --to-fmt 3 --all 1
  smsc convert *.txt --to parquet -o replies.parquet --all 1 --multi
  smsc convert *.json.gz --to ndjson --columns id,phone,state --multi | jq .state
  smsc convert *.txt --to parquet -o replies --partition-by day --all 1 --multi
  duckdb -c \"select state, count(*) from 'replies.parquet' group by state\"";

const MERGE_EXAMPLES: &str = "\
Examples:
  smsc merge polled.jsonl received.jsonl           lines of smsc status --json and of smsc listen
  smsc merge *.txt --all 2 --multi --json          batches of fmt 1, and any JSON among them
  smsc merge *.txt --guess --outcome --csv         without knowing the options of the requests
  smsc merge a.txt b.txt --ids 101:79990000001     replies that do not name their message";

#[cfg(feature = "report")]
const REPORT_EXAMPLES: &str = "\
Examples:
  smsc report november/*.txt --all 1 --multi --previous october/*.txt --out report.html
  smsc report *.json.gz --charset utf-8 --multi --from 2026-11-01 --to 2026-11-30 --currency RUB -o report.html
  smsc report *.txt --all 2 --multi --suppress stop.csv --csv tables -o report.html
  smsc report *.txt --all 1 --multi --json | jq .totals";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  smsc explain 20 1                                a status and its err; 20/1 and 20,1 too
  smsc explain 20 1 --type email --lang fr         the same codes for an e-mail, in French
  smsc explain -3                                  a status alone
  smsc explain err 6                               an err alone
  smsc explain \"no money\"                          a text from a log or a page, whoever wrote it
  smsc explain 0,-9                                an API error, as the server writes it
  smsc explain --api-error 9 --endpoint send       an API error, with the script that returned it
  smsc explain --flag 1832                         the bitfield `flag`
  smsc explain --getcourse \"Просрочено\"            a text that GetCourse shows
  smsc explain --clicksend \"Absent subscriber\"     words: every matching row, the best match first
  smsc explain --clicksend-row 13                  a row of the list on ClickSend's help page
  smsc explain --clicksend-receipt receipt.json    a delivery receipt, as JSON or a form
  smsc explain --story 0,20/6,-3                   all statuses of one message, the oldest first";

const DIAGNOSE_EXAMPLES: &str = "\
Examples:
  smsc diagnose                                    the symptoms, with their names
  smsc diagnose no-connection
  smsc diagnose api-error 2 --lang ru";

const CALLBACK_EXAMPLES: &str = "\
Examples:
  smsc verify-callback body.txt --secret-file secret.txt
  smsc verify-callback --format json --charset utf-8 --json <body.json
  smsc verify-callback body.txt --unverified       what it says, whoever sent it";

const LISTEN_EXAMPLES: &str = "\
Examples:
  smsc listen --secret-file secret.txt --path /smsc/5f2c9a --out notifications.jsonl
  smsc listen --secret-file secret.txt --port 9000 --charset utf-8 | jq .event.status
  smsc listen --unverified                         for tests: whoever has sent them";

const WATCH_EXAMPLES: &str = "\
Examples:
  smsc watch --file pairs.csv > changes.jsonl
  sender | smsc watch --file - | jq 'select(.state == \"final\")'
  smsc watch --spool /var/spool/smsc --exec 'cat >> ends.jsonl'
  smsc watch --spool new --webhook https://example.org/ends --listen 127.0.0.1:9000 --secret-file secret.txt";

const SERVE_EXAMPLES: &str = "\
Examples:
  smsc serve                                       accepts the login demo with the password demo
  smsc serve --scenario scenario.toml --speed 60   an hour takes a minute
  smsc serve --frozen --start 2026-11-28T12:00:00Z
  curl --data '{\"advance\": \"9h\"}' http://127.0.0.1:8125/control
  smsc serve --tls certificates --listen 127.0.0.1:8443";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  smsc completions bash >~/.local/share/bash-completion/completions/smsc
  smsc completions zsh >~/.zfunc/_smsc             a folder of fpath
  smsc completions fish >~/.config/fish/completions/smsc.fish
  smsc completions powershell >>$PROFILE";

const STATUS_EXAMPLES: &str = "\
Examples:
  smsc status 101:79990000001                      the status of a message, and what it means
  smsc status 101:79990000001 102:79990000002 --all 1
  smsc status --file pairs.csv --json --outcome    10,000 messages take nine minutes: a batch a minute
  smsc status 101:79990000001 --max-wait 0s        fails at a limit instead of waiting";

const PLAN_EXAMPLES: &str = "\
Examples:
  smsc plan 101:79990000001                        when one message is asked for
  smsc plan --file pairs.csv --sent 2026-11-28T12:00:00Z
  smsc plan --count 1000000 --latency 150ms        as many as a big mailing has
  smsc plan --per-minute 500 --ends-after 10m --json";

const DELETE_EXAMPLES: &str = "\
Examples:
  smsc delete 101:79990000001
  smsc delete --file pairs.txt --json";

const BALANCE_EXAMPLES: &str = "\
Examples:
  smsc balance
  smsc balance --json --credentials account.toml";

const LOOKUP_EXAMPLES: &str = "\
Examples:
  smsc lookup 79990000001
  smsc lookup 79990000001 --json";

const HISTORY_EXAMPLES: &str = "\
Examples:
  smsc history --from 2026-11-01 --to 2026-11-30 --out november.jsonl
  smsc history --from 2026-11-29 --phone 79990000001
  smsc history --from 2026-11-29 --csv >today.csv";

const SEND_EXAMPLES: &str = "\
Examples:
  smsc send 79990000001 --text \"Your code is 4821\" --dry-run
  smsc send 79990000001 --text \"Your code is 4821\" --id 101
  smsc send --phones-file phones.txt --text-file text.txt --yes --json";

const DOCTOR_EXAMPLES: &str = "\
Examples:
  smsc doctor
  smsc doctor --lang ru --host smsc.kz
  smsc doctor --json --record report               with files for a bug report";

const REQUEST_EXAMPLES: &str = "\
Examples:
  smsc request status --ids 101:79990000001
  smsc request status --ids-file pairs.csv --all 2
  smsc request send 79990000001 --text \"Hello\" --id 101 --cost 1
  smsc request history --start 2026-11-29 --cnt 1000
  smsc request balance --show-secrets --only body | curl --data @- \"$(smsc request balance --only url)\"";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Parse a reply and print it as a table or as JSON
    ///
    /// The options --fmt, --all, --multi and --charset must be those of the request, because the
    /// same bytes have different meanings in replies to different requests. For example, after a
    /// request for several messages with fmt=1&all=2: smsc decode reply.txt --all 2 --multi
    ///
    /// The table [reply] of smsc/config.toml has options that hold if they are not passed: fmt, all,
    /// charset and multi.
    ///
    /// Exit status: 0 if the whole reply was parsed (also if the reply is an API error), 1 if
    /// anything was malformed, 2 for wrong usage or a file that cannot be read.
    #[command(after_help = DECODE_EXAMPLES)]
    Decode(Decode),
    /// Convert a reply to another format, or replies to a table
    ///
    /// With --to-fmt, a reply becomes one in another format. Anything that the new format cannot
    /// represent is replaced or dropped: a character that is not in the charset, a line break in a
    /// batch of fmt 1, a field that the format does not have. With --strict, the conversion stops with
    /// an error at the first such record.
    ///
    /// With --to, the records of many replies become the rows of a table: Parquet, Arrow, CSV, or JSON
    /// with an object a line. A malformed line and an API error are rows too, so that nothing is lost.
    /// Files compressed with gzip or zstd are decompressed. A file gets its name when it is complete.
    ///
    /// Exit status: 0 if everything was converted, 1 if anything was malformed or rejected by
    /// --strict, 2 for wrong usage or a file that cannot be read or written.
    #[cfg_attr(feature = "convert", command(after_help = CONVERT_EXAMPLES))]
    Convert(Convert),
    /// Merge reports of messages, in any order, into the state of each
    ///
    /// A later status replaces an earlier one, except that an end (delivered or not) replaces what was
    /// before it, and that read and clicked replace an end. What a report lacks is taken from the
    /// others. -3 (not found) is no state but a mark. The order of the files and repeated reports make
    /// no difference. Two reports are those of one message if they have the same id and the same phone,
    /// however it is typed.
    ///
    /// The messages come in the order of their ids. In JSON each has the number of its reports, the mark
    /// `not_found`, and `contradictions`: two ends, or two times of sending, since an id can be used for
    /// two messages. All messages are in memory until they are printed.
    ///
    /// Exit status: 0 if all reports were merged, 1 if anything was malformed, or if a report is of no
    /// known message (it is printed, and counted on standard error), 2 for wrong usage or a file that
    /// cannot be read.
    #[command(after_help = MERGE_EXAMPLES)]
    Merge(Merge),
    /// Report delivery, causes and cost of the messages in many replies, as one page
    ///
    /// The page is one file of HTML without scripts: what needs somebody, how much was delivered, by
    /// operator, country, sender, type and hour, how long that took, why the rest failed and what to do,
    /// and what was paid. It has no phone and no text. Equal input makes equal bytes.
    ///
    /// Reports of one message are merged, as smsc merge does. Files compressed with gzip or zstd are
    /// decompressed. A file gets its name when it is complete.
    ///
    /// Exit status: 0 if everything was counted, 1 if anything was malformed, 2 for wrong usage or a file
    /// that cannot be read or written.
    #[cfg(feature = "report")]
    #[command(after_help = REPORT_EXAMPLES)]
    Report(Box<Report>),
    /// Explain what codes or texts mean and what to do
    ///
    /// Prints whether the result is final, who has to act, whether and when to send again, and
    /// whether to stop writing to this recipient.
    ///
    /// Several explanations are printed if nothing decides between them, for example for an API
    /// error without --endpoint.
    ///
    /// Exit status: 0 if it was explained (unknown codes are explained as unknown), 1 for an
    /// unknown text (the most similar known texts are printed) and for a `ClickSend` number that
    /// names two statuses, 2 for wrong usage or a file that cannot be read.
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(Explain),
    /// List the possible causes of a symptom, in the order in which to check them
    ///
    /// Exit status: 0 if they were printed, 2 for wrong usage.
    #[command(after_help = DIAGNOSE_EXAMPLES)]
    Diagnose(Diagnose),
    /// Explain the bitfield `flag`
    ///
    /// Exit status: 0 if it was explained (unknown bits are shown as unknown), 2 for wrong usage.
    Flags(Flags),
    /// Print all known codes, texts and symptoms, with their meanings
    ///
    /// Exit status: 0 if they were printed, 2 for wrong usage.
    Codes(Codes),
    /// Print a request to the service, without sending it
    ///
    /// The URL and the body are for an HTTP client; credentials are masked unless --show-secrets is
    /// given. Wrong input is found before anything is sent.
    ///
    /// Exit status: 0 if the request was printed, 2 for wrong usage, a request that cannot be sent, or
    /// a file that cannot be read.
    #[command(after_help = REQUEST_EXAMPLES)]
    Request(request::Request),
    /// Verify a push notification (callback) and print it
    ///
    /// The input is the body of the request that the service sent to the URL of your handler, byte for
    /// byte as it was received, or the query of that URL if the request has no body. The secret, which
    /// is the value of sha1 or md5 in the handler's URL, is in a file or in the variable
    /// `SMSC_CALLBACK_SECRET`.
    ///
    /// The signature covers some of the fields alone: the others may have been changed on the way.
    ///
    /// Exit status: 0 if the signature is right (with --unverified: if the notification was parsed), 1
    /// if the notification is refused or malformed, 2 for wrong usage or a file that cannot be read.
    #[command(after_help = CALLBACK_EXAMPLES)]
    VerifyCallback(VerifyCallback),
    /// Ask the service for the statuses of messages
    ///
    /// One message is asked for by itself. Several are asked for in batches, of which the service
    /// allows one a minute: the command waits, prints the records of each batch when it has arrived,
    /// and never asks more often than the service allows.
    ///
    /// Exit status: 0 if every message has a record, 1 if a record is missing or malformed, or the
    /// service refused or did not answer, 2 for wrong usage, no credentials, or a file that cannot be
    /// read.
    #[command(after_help = STATUS_EXAMPLES)]
    Status(service::Status),
    /// Show when a list of messages would be asked for, without any request
    ///
    /// Runs the plan of requests in virtual time, within the limits of the service: how many requests
    /// there are by the minute and by the hour, when every message has been asked for, and which
    /// messages are at risk at a move to the archive, at 03:00 Moscow time. Every message is assumed to
    /// stay under way, or to come to its end at the time of --ends-after; the answers take the time of
    /// --latency.
    ///
    /// A message is at risk if it was sent before 18:00 of the day before and is not asked for in the last
    /// round before the move; with --ends-after, if it moves before its end is seen. The schedule ends a
    /// day after the next move, or earlier if it has very many requests.
    ///
    /// Exit status: 0 if no message is at risk, 1 if one is, 2 for wrong usage or a file that cannot be
    /// read.
    #[command(after_help = PLAN_EXAMPLES)]
    Plan(Box<Plan>),
    /// Ask the service to delete messages
    ///
    /// Exit status: 0 if the messages were deleted, 1 if the service refused or did not answer, 2 for
    /// wrong usage, no credentials, or a file that cannot be read.
    #[command(after_help = DELETE_EXAMPLES)]
    Delete(service::Delete),
    /// Ask the service for the balance of the account
    ///
    /// Exit status: 0 if the balance was printed, 1 if the service refused or did not answer, 2 for
    /// wrong usage or no credentials.
    #[command(after_help = BALANCE_EXAMPLES)]
    Balance(service::Balance),
    /// Ask the service for the operator and the region of a phone
    ///
    /// Exit status: 0 if the operator was printed, 1 if it is not known, or the service refused or did
    /// not answer, 2 for wrong usage or no credentials.
    #[command(after_help = LOOKUP_EXAMPLES)]
    Lookup(service::Lookup),
    /// Ask the service for the history of sent messages
    ///
    /// The newest message comes first. With --out the messages of a page are added to a file whose name
    /// ends in .part before the next page is asked for, and the file gets its name when it is complete.
    /// Run the same command again after an interruption; messages that were sent after the first run
    /// began are not in the file.
    ///
    /// Exit status: 0 if the whole history was read, 1 if a record is malformed, or the service refused
    /// or did not answer, 2 for wrong usage, no credentials, or a file that cannot be written.
    #[command(after_help = HISTORY_EXAMPLES)]
    History(service::History),
    /// Send a text to phones, once at most
    ///
    /// The price is asked for first. On a terminal the command asks before it sends to more than 10
    /// recipients, or for more than 100 in the currency of the account; without a terminal it refuses to,
    /// unless --yes is given. The configuration can set other numbers.
    ///
    /// If the sending is not answered, the status of the message is asked for: the message is not sent
    /// again, unless --keeps-history is given. Without --id, a random number is its id.
    ///
    /// Exit status: 0 if the message was accepted (with --dry-run: if the price was printed), 1 if it
    /// was not sent, 2 for wrong usage, no credentials, or a file that cannot be read, 3 if it is not
    /// known whether it was accepted, or that cannot be printed: look up its id later, and do not send
    /// it again.
    #[command(after_help = SEND_EXAMPLES)]
    Send(Box<service::Send>),
    /// Find out why the service cannot be used: network, TLS, clock, credentials, account
    ///
    /// Looks up the host, connects, checks its certificate and the clock of this machine, and makes one
    /// authenticated call, for the balance. Then says which of the three cases it is (no connection, a
    /// wrong request, or settings of the account) and what to do. It asks even if the service refused the
    /// credentials before, and lets the other commands ask again if it succeeds.
    ///
    /// Exit status: 0 if all is well, 2 for wrong usage or no credentials, 3 if there is no connection, 4
    /// if the request is refused, 5 if settings of the account are the cause.
    #[command(after_help = DOCTOR_EXAMPLES)]
    Doctor(service::Doctor),
    /// Receive push notifications (callbacks) over HTTP, verify them and write them as lines of JSON
    ///
    /// Each notification whose signature is right becomes the line that verify-callback --json prints,
    /// and is answered with the HTTP status 200 only after the line is written; with --out, only after
    /// the line is on the disk. A notification with a wrong signature gets 403, a malformed one 400,
    /// and one that cannot be written 503; nothing of them is written. A notification can arrive twice.
    ///
    /// The signature is the only protection of the address, and there is no TLS: let a web server
    /// accept https and pass the requests on. The secret is in a file or in the variable
    /// `SMSC_CALLBACK_SECRET`. Once requests are accepted, a line is printed on standard error,
    /// `listening on URL`.
    ///
    /// After SIGKILL or a power cut, the file of --out may end with an unfinished line, whose
    /// notification was not answered with 200. The command removes such a line when it starts again.
    ///
    /// Exit status: 0 after SIGTERM, SIGINT or SIGHUP, or if nobody reads standard output any more, 2
    /// for wrong usage, a file that cannot be read or written, an address that cannot be listened on,
    /// or a standard output that cannot be written to.
    #[command(after_help = LISTEN_EXAMPLES)]
    Listen(Listen),
    /// Follow messages to their end, and pass on every change once it is stored
    ///
    /// Statuses are asked for soon after the sending, then less and less often, and once more before
    /// 03:00 Moscow time, when the service moves messages to the archive; always within its limits. What
    /// is known is in a file, so that the next run goes on where this one ended, however it ended.
    ///
    /// Every change is a line of JSON on standard output. Final outcomes can be passed to a command or a
    /// webhook as well. After a crash a change can be passed on twice, with the same key. Other programs
    /// can query the state with sqlite3.
    ///
    /// A command or a webhook that is named for the first time gets the outcomes from the first one on.
    ///
    /// Exit status: 0 if every message came to its end, or after SIGTERM, SIGINT or SIGHUP, 1 if a
    /// message is lost (the service no longer finds it, and its end was not seen), a line of standard
    /// input is no pair, or the credentials are refused, 2 for wrong usage, no credentials, a state that
    /// cannot be opened, or standard output that cannot be written.
    #[command(after_help = WATCH_EXAMPLES)]
    Watch(Box<Watch>),
    /// Run a stand-in of the service on this machine, for tests
    ///
    /// The stand-in answers send.php, status.php, balance.php, get.php and info.php under /sys/ as the
    /// service is documented to, with its limits, its errors and its move to the archive at 03:00
    /// Moscow time. No message is sent anywhere. The last digits of a phone decide what becomes of a
    /// message: 79990000001 is delivered after 4 seconds, 79990002006 is not, with the err 6.
    ///
    /// Once it accepts requests it prints one line, `listening on URL`. The page / shows its accounts,
    /// messages and limits; /control moves the clock, adds faults and starts anew; /control/journal has
    /// the requests.
    ///
    /// Exit status: 0 after SIGTERM, SIGINT or SIGHUP, 2 for wrong usage, a file that cannot be read or
    /// written, or an address that cannot be listened on.
    #[command(after_help = SERVE_EXAMPLES)]
    Serve(Serve),
    /// Print the script with which a shell completes the arguments of smsc
    ///
    /// Exit status: 0 if the script was printed, 2 for wrong usage.
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions(Completions),
}

impl Command {
    /// Sets the defaults of the options of replies, if the command has these options, to those that
    /// `read` returns.
    pub(crate) fn set_defaults<E>(&mut self, read: impl FnOnce() -> Result<Defaults, E>) -> Result<(), E> {
        match self {
            Self::Decode(options) => options.set_defaults(read()?),
            Self::Convert(options) => options.reply.set_defaults(read()?),
            Self::Merge(options) => options.set_defaults(read()?),
            #[cfg(feature = "report")]
            Self::Report(options) => options.reply.set_defaults(read()?),
            _ => {}
        }
        Ok(())
    }
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum, ignore_case = true)]
    pub(crate) shell: Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Flags {
    /// The value of `flag`: 0 to 65535, or hexadecimal such as 0x0728
    #[arg(value_parser = parse_flag)]
    pub(crate) number: u16,
    /// Print a JSON object
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Codes {
    /// Print one JSON object per line
    #[arg(long)]
    pub(crate) json: bool,
}
