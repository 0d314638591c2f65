//! The cases of requests: what is written, or what is wrong.

use core::fmt;

use smsc_proto::request::{
    BalanceRequest, Credentials, Date, DeleteRequest, HistoryRequest, IncomingRequest, OperatorRequest, Request, RequestErrorKind,
    SendKind, SendRequest, SendTime, StatisticsRequest, StatusRequest, Translit, Validity,
};
use smsc_proto::{Charset, CostMode, Detail, Format, MessageId, Requested};

use crate::flat::{Case, Left, Pairs, Values};

/// The most messages and phones of a case.
const MOST: usize = 8;

pub(crate) fn is_right(case: &Case<'_>) -> bool {
    is_written(case).is_some_and(|is_right| is_right)
}

/// The error of a request: its parameter, its kind and its item.
type Wrong = (&'static str, &'static str, Option<usize>);

type Written = Result<(), Wrong>;

/// Returns whether a request is written as expected, or `None` if the case cannot be.
fn is_written(case: &Case<'_>) -> Option<bool> {
    let mut lines = case.lines;
    let wanted = lines.next();
    let mut left = Left(core::str::from_utf8(case.body).ok()?);
    Some(match (write(case.query, &mut left)?, wanted) {
        (Ok(()), None) => left.0.is_empty(),
        (Err((parameter, kind, item)), Some(wanted)) => {
            let mut values = Values::new(wanted);
            values.add("parameter", Some(parameter));
            values.add("kind", Some(kind));
            values.add("item", item);
            values.are_all()
        }
        _ => false,
    })
}

/// The options of a case.
#[derive(Clone, Copy)]
struct Options<'a>(Pairs<'a>);

impl<'a> Options<'a> {
    fn text(self, name: &str) -> Option<&'a str> {
        self.0.get(name)
    }

    fn number<N: core::str::FromStr>(self, name: &str) -> Option<N> {
        self.text(name)?.parse().ok()
    }

    fn is_set(self, name: &str) -> bool {
        self.text(name) == Some("true")
    }

    fn date(self, name: &str) -> Option<Date> {
        let mut parts = self.text(name)?.split(['.']);
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    fn format(self) -> Option<Format> {
        self.number::<u8>("fmt")?.try_into().ok()
    }

    /// Stores the items of a list, and returns how many there are.
    fn list(self, name: &str, items: &mut [&'a str; MOST]) -> Option<usize> {
        let mut count = 0;
        for item in self.0.items(name) {
            *items.get_mut(count)? = item;
            count += 1;
        }
        Some(count)
    }

    /// Stores the messages, and returns how many there are.
    fn messages(self, messages: &mut [Requested<'a>; MOST]) -> Option<usize> {
        let mut count = 0;
        for pair in self.text("ids")?.split([',']).filter(|pair| !pair.is_empty()) {
            let (id, phone) = pair.split_once([':'])?;
            *messages.get_mut(count)? = Requested { id: MessageId::parse(id)?, phone };
            count += 1;
        }
        Some(count)
    }
}

/// Writes the request of a case. A value that no request can hold is an error of its parameter.
fn write(query: Pairs<'_>, out: &mut Left<'_>) -> Option<Written> {
    let options = Options(query);
    let charset = options.text("charset").map_or(Some(Charset::Utf8), Charset::from_name)?;
    let credentials = match options.text("apikey") {
        Some(key) => Credentials::api_key(key),
        None => Credentials::login(options.text("login")?, options.text("psw")?),
    };
    let mut written = |request: &dyn Request| written(request, &credentials, out);
    Some(match options.text("call")? {
        "status" | "delete" => messages(options, charset, written)?,
        "history" => history(options, charset, written)?,
        "send" => send(options, charset, written)?,
        "balance" => {
            let request = BalanceRequest::new().charset(charset).format(options.format().unwrap_or(Format::Json));
            written(&if options.is_set("cur") { request.currency() } else { request })
        }
        "incoming" => {
            let request = IncomingRequest::new().charset(charset);
            let request = options.number("hour").map_or(request, |hours| request.hours(hours));
            let request = options.number("after_id").and_then(MessageId::new).map_or(request, |id| request.after(id));
            written(&options.text("to_phone").map_or(request, |phone| request.to(phone)))
        }
        "statistics" => written(&StatisticsRequest::new(options.date("start")?, options.date("end")?).charset(charset)),
        "operator" => written(&OperatorRequest::new(options.text("phone")?).charset(charset)),
        _ => return None,
    })
}

fn written(request: &dyn Request, credentials: &Credentials<'_>, out: &mut dyn fmt::Write) -> Written {
    request.write_body(credentials, out).map_err(|error| {
        let kind = match error.kind() {
            RequestErrorKind::Missing => "missing",
            RequestErrorKind::Invalid => "invalid",
            RequestErrorKind::TooLong { .. } => "too_long",
            RequestErrorKind::Repeated { .. } => "repeated",
            RequestErrorKind::Charset { .. } => "charset",
            RequestErrorKind::Unsupported => "unsupported",
            _ => "",
        };
        (error.parameter(), kind, error.item())
    })
}

/// Writes a request for the status of messages, or for their deletion.
fn messages(options: Options<'_>, charset: Charset, written: impl FnOnce(&dyn Request) -> Written) -> Option<Written> {
    let mut pairs = [Requested { id: MessageId::new(1)?, phone: "" }; MOST];
    let count = options.messages(&mut pairs)?;
    let pairs = pairs.get(..count)?;
    if options.text("call") == Some("delete") {
        let request = if options.is_set("multi") { DeleteRequest::batch(pairs) } else { DeleteRequest::one(*pairs.first()?) };
        return Some(written(&options.format().map_or(request, |format| request.format(format)).charset(charset)));
    }
    let request = if options.is_set("multi") { StatusRequest::batch(pairs) } else { StatusRequest::one(*pairs.first()?) };
    let request = options.format().map_or(request, |format| request.format(format)).charset(charset);
    let detail = options.number::<u8>("all").map_or(Ok(Detail::Status), Detail::try_from).ok()?;
    Some(written(&request.detail(detail)))
}

fn history(options: Options<'_>, charset: Charset, written: impl FnOnce(&dyn Request) -> Written) -> Option<Written> {
    let (mut phones, mut emails) = ([""; MOST], [""; MOST]);
    let counts = (options.list("phones", &mut phones)?, options.list("emails", &mut emails)?);
    let (phones, emails) = (phones.get(..counts.0)?, emails.get(..counts.1)?);
    let mut request = HistoryRequest::day(options.date("start")?).phones(phones).charset(charset);
    if !emails.is_empty() {
        request = request.emails().phones(emails);
    }
    request = options.date("end").map_or(request, |end| request.until(end));
    request = options.number("cnt").map_or(request, |count| request.count(count));
    request = options.number("prev_id").map_or(request, |int_id| request.older_than(int_id));
    Some(written(&options.format().map_or(request, |format| request.format(format))))
}

fn send(options: Options<'_>, charset: Charset, written: impl FnOnce(&dyn Request) -> Written) -> Option<Written> {
    let mut phones = [""; MOST];
    let count = options.list("phones", &mut phones)?;
    let mut request = SendRequest::new(phones.get(..count)?, options.text("text").unwrap_or_default()).charset(charset);
    request = options.format().map_or(request, |format| request.format(format));
    if let Some(name) = options.text("kind") {
        request = request.kind(SendKind::from_name(name)?);
    }
    if let Some(id) = options.text("id") {
        request = request.id(MessageId::parse(id)?);
    }
    request = options.text("sender").map_or(request, |sender| request.sender(sender));
    if let Some(time) = options.text("time") {
        let Some(time) = SendTime::parse(time) else { return Some(Err(("time", "invalid", None))) };
        request = request.time(time);
    }
    if let Some(validity) = options.text("valid") {
        let Some(validity) = Validity::parse(validity) else { return Some(Err(("valid", "invalid", None))) };
        request = request.valid(validity);
    }
    if let Some(number) = options.number::<usize>("translit") {
        request = request.translit(*[Translit::Off, Translit::Translit, Translit::LookAlike].get(number)?);
    }
    request = if options.is_set("err") { request.list_errors() } else { request };
    request = if options.is_set("op") { request.list_operators() } else { request };
    let cost = options.number::<u8>("cost").map_or(Ok(CostMode::Send), CostMode::try_from).ok()?;
    Some(written(&request.cost(cost)))
}
