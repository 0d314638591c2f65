//! Every case of testdata/requests: the body that is written, or the error.

use serde_json::Value;
use smsc_proto::request::{
    BalanceRequest, Credentials, Date, DeleteRequest, HistoryRequest, IncomingRequest, OperatorRequest, Request, RequestError,
    RequestErrorKind, SendKind, SendRequest, SendTime, StatisticsRequest, StatusRequest, Translit, Validity,
};
use smsc_proto::{Charset, CostMode, Detail, Format, MessageId, Requested};

const CASES: &str = include_str!("../../../testdata/requests/requests.json");

/// The outcome of a case: a body, or the parameter, the kind and the item of an error.
type Outcome = Result<String, (String, String, Option<u64>)>;

/// The options of a case.
struct Options<'c>(&'c Value);

impl<'c> Options<'c> {
    fn text(&self, name: &str) -> Option<&'c str> {
        self.0.get(name).map(|value| value.as_str().unwrap())
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.0.get(name).map(|value| value.as_u64().unwrap())
    }

    fn is_set(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| value.as_bool().unwrap())
    }

    fn list(&self, name: &str) -> Vec<&'c str> {
        self.0.get(name).map_or_else(Vec::new, |list| list.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect())
    }

    fn format(&self) -> Option<Format> {
        self.number("fmt").map(|number| u8::try_from(number).unwrap().try_into().unwrap())
    }

    fn charset(&self) -> Charset {
        self.text("charset").map_or(Charset::Utf8, |name| Charset::from_name(name).unwrap())
    }

    fn date(&self, name: &str) -> Option<Date> {
        let [day, month, year] = self.text(name)?.split('.').collect::<Vec<_>>()[..] else { panic!("{name}: no date") };
        Some(Date::new(year.parse().unwrap(), month.parse().unwrap(), day.parse().unwrap()).unwrap())
    }

    fn messages(&self) -> Vec<Requested<'c>> {
        let pairs = self.text("ids").unwrap().split(',').filter(|pair| !pair.is_empty());
        pairs.map(|pair| pair.split_once(':').unwrap()).map(|(id, phone)| Requested { id: id_of(id), phone }).collect()
    }
}

fn id_of(id: &str) -> MessageId<'_> {
    MessageId::parse(id).unwrap()
}

fn small<N: TryFrom<u64>>(number: u64) -> N {
    number.try_into().ok().unwrap()
}

fn written(request: &dyn Request, credentials: &Credentials<'_>) -> Outcome {
    let mut body = String::new();
    request.write_body(credentials, &mut body).map_err(|error: RequestError| {
        let kind = match error.kind() {
            RequestErrorKind::Missing => "missing",
            RequestErrorKind::Invalid => "invalid",
            RequestErrorKind::TooLong { .. } => "too_long",
            RequestErrorKind::Repeated { .. } => "repeated",
            RequestErrorKind::Charset { .. } => "charset",
            RequestErrorKind::Unsupported => "unsupported",
            other => panic!("{other:?}"),
        };
        (error.parameter().to_owned(), kind.to_owned(), error.item().map(|item| item.try_into().unwrap()))
    })?;
    Ok(body)
}

/// Returns what is written for a case. A value that no request can hold is an error of its
/// parameter.
fn run(call: &str, options: &Options<'_>, credentials: &Credentials<'_>) -> Outcome {
    let charset = options.charset();
    let invalid = |parameter: &str| (parameter.to_owned(), "invalid".to_owned(), None);
    match call {
        "status" => {
            let pairs = options.messages();
            let request = if options.is_set("multi") { StatusRequest::batch(&pairs) } else { StatusRequest::one(pairs[0]) };
            let request = options.format().map_or(request, |format| request.format(format)).charset(charset);
            let detail = options.number("all").map_or(Detail::Status, |all| small::<u8>(all).try_into().unwrap());
            written(&request.detail(detail), credentials)
        }
        "delete" => {
            let pairs = options.messages();
            let request = if options.is_set("multi") { DeleteRequest::batch(&pairs) } else { DeleteRequest::one(pairs[0]) };
            written(&options.format().map_or(request, |format| request.format(format)).charset(charset), credentials)
        }
        "balance" => {
            let request = BalanceRequest::new().charset(charset).format(options.format().unwrap_or(Format::Json));
            written(&if options.is_set("cur") { request.currency() } else { request }, credentials)
        }
        "history" => {
            let (phones, emails) = (options.list("phones"), options.list("emails"));
            let mut request = HistoryRequest::day(options.date("start").unwrap()).phones(&phones).charset(charset);
            if !emails.is_empty() {
                request = request.emails().phones(&emails);
            }
            request = options.date("end").map_or(request, |end| request.until(end));
            request = options.number("cnt").map_or(request, |count| request.count(small(count)));
            request = options.number("prev_id").map_or(request, |int_id| request.older_than(int_id));
            written(&options.format().map_or(request, |format| request.format(format)), credentials)
        }
        "incoming" => {
            let request = IncomingRequest::new().charset(charset);
            let request = options.number("hour").map_or(request, |hours| request.hours(small(hours)));
            let after = options.number("after_id").map(|id| MessageId::new(small(id)).unwrap());
            let request = after.map_or(request, |id| request.after(id));
            written(&options.text("to_phone").map_or(request, |phone| request.to(phone)), credentials)
        }
        "statistics" => {
            let request = StatisticsRequest::new(options.date("start").unwrap(), options.date("end").unwrap());
            written(&request.charset(charset), credentials)
        }
        "operator" => written(&OperatorRequest::new(options.text("phone").unwrap()).charset(charset), credentials),
        "send" => {
            let phones = options.list("phones");
            let mut request = SendRequest::new(&phones, options.text("text").unwrap_or_default()).charset(charset);
            request = options.format().map_or(request, |format| request.format(format));
            request = options.text("kind").map_or(request, |name| request.kind(SendKind::from_name(name).unwrap()));
            request = options.text("id").map_or(request, |id| request.id(id_of(id)));
            request = options.text("sender").map_or(request, |sender| request.sender(sender));
            if let Some(time) = options.text("time") {
                request = request.time(SendTime::parse(time).ok_or_else(|| invalid("time"))?);
            }
            if let Some(validity) = options.text("valid") {
                request = request.valid(Validity::parse(validity).ok_or_else(|| invalid("valid"))?);
            }
            let translits = [Translit::Off, Translit::Translit, Translit::LookAlike];
            request = options.number("translit").map_or(request, |number| request.translit(translits[small::<usize>(number)]));
            let cost = options.number("cost").map_or(CostMode::Send, |number| small::<u8>(number).try_into().unwrap());
            request = if options.is_set("err") { request.list_errors() } else { request };
            request = if options.is_set("op") { request.list_operators() } else { request };
            written(&request.cost(cost), credentials)
        }
        _ => panic!("no call {call}"),
    }
}

#[test]
fn every_case_is_written_as_expected() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert!(cases.len() >= 70, "{} cases", cases.len());
    for case in &cases {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let credentials = &case["credentials"];
        let secret = |name: &str| credentials[name].as_str().unwrap();
        let credentials = match credentials.get("apikey") {
            Some(_) => Credentials::api_key(secret("apikey")),
            None => Credentials::login(secret("login"), secret("psw")),
        };
        let expected = match case.get("error") {
            Some(error) => {
                Err((text(&error["parameter"]), text(&error["kind"]), error.get("item").map(|item| item.as_u64().unwrap())))
            }
            None => Ok(text(&case["body"])),
        };
        let found = run(case["call"].as_str().unwrap(), &Options(&case["options"]), &credentials);
        assert_eq!(found, expected, "{}", case["name"]);
    }
}
