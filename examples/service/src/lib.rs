//! A web service on smsc-proto and sms-outcome: decodes replies, and explains codes.
//!
//! ```sh
//! cargo run &
//! curl --data-binary @../batch.txt 'http://127.0.0.1:8080/decode?fmt=1&all=2&multi=true&lang=ru'
//! curl 'http://127.0.0.1:8080/explain?status=20&err=1'
//! ```

use axum::body::Bytes;
use axum::extract::Query as Params;
use axum::http::StatusCode as HttpStatus;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use sms_outcome::{Outcome, lookup, lookup_api_error, lookup_record};
use smsc_proto::{Charset, Detail, ErrCode, Error, Format, Lang, MessageType, Query, Record, Reply, StatusCode};

/// Returns the service.
pub fn app() -> Router {
    Router::new().route("/decode", post(decode)).route("/explain", get(explain))
}

/// The options of the request that the reply answers.
#[derive(Deserialize)]
#[serde(default)]
struct Request {
    fmt: u8,
    all: u8,
    multi: bool,
    charset: String,
    lang: String,
}

impl Default for Request {
    fn default() -> Self {
        Self { fmt: 1, all: 0, multi: false, charset: "windows-1251".to_owned(), lang: "en".to_owned() }
    }
}

impl Request {
    /// Returns the query, or the name of the option that has no such value.
    fn query(&self) -> Result<Query<'static>, &'static str> {
        let format = Format::try_from(self.fmt).map_err(|_| "fmt: expected 0 to 3")?;
        let detail = Detail::try_from(self.all).map_err(|_| "all: expected 0 to 2")?;
        let charset = Charset::from_name(&self.charset).ok_or("charset: expected windows-1251, koi8-r or utf-8")?;
        let query = Query::new(format, detail).charset(charset);
        Ok(if self.multi { query.batch() } else { query })
    }
}

/// A line of the answer.
#[derive(Serialize)]
#[serde(untagged)]
#[expect(clippy::large_enum_variant, reason = "nearly every line is a record")]
enum Line<'a> {
    Record {
        #[serde(flatten)]
        record: Record<'a>,
        meaning: Meaning,
    },
    Malformed(Error),
}

/// What an outcome means, in one language.
#[derive(Serialize)]
struct Meaning {
    state: &'static str,
    retry: &'static str,
    title: &'static str,
    advice: &'static str,
}

impl Meaning {
    fn new(outcome: &Outcome, lang: &str) -> Self {
        let lang = Lang::from_name(lang).unwrap_or_default();
        let Outcome { state, retry, title, advice, .. } = outcome;
        Self { state: state.name(), retry: retry.name(), title: title.get(lang), advice: advice.get(lang) }
    }
}

/// Decodes the reply in the body.
async fn decode(Params(request): Params<Request>, body: Bytes) -> Response {
    let query = match request.query() {
        Ok(query) => query,
        Err(message) => return (HttpStatus::BAD_REQUEST, message).into_response(),
    };
    let lang = &request.lang;
    match query.read(&body) {
        Ok(Reply::Records(records)) => {
            let lines: Vec<_> = records
                .map(|record| match record {
                    Ok(record) => Line::Record { record, meaning: Meaning::new(&lookup_record(&record, query.get_kind()), lang) },
                    Err(error) => Line::Malformed(error),
                })
                .collect();
            Json(lines).into_response()
        }
        Ok(Reply::Error(error)) => Json(Meaning::new(&lookup_api_error(error.code, error.endpoint()), lang)).into_response(),
        Ok(Reply::Deleted) => HttpStatus::NO_CONTENT.into_response(),
        Err(error) => {
            // The message contains nothing of the reply.
            let hint = query.guess(&body).next().map(|guess| format!("; {guess}")).unwrap_or_default();
            (HttpStatus::UNPROCESSABLE_ENTITY, format!("{error}{hint}")).into_response()
        }
    }
}

/// The codes to explain.
#[derive(Deserialize)]
struct Codes {
    status: i32,
    err: Option<u32>,
    #[serde(default)]
    lang: String,
}

/// Explains a status and its err.
async fn explain(Params(codes): Params<Codes>) -> Json<Meaning> {
    let outcome = lookup(StatusCode(codes.status), codes.err.map(ErrCode), MessageType::SMS);
    Json(Meaning::new(&outcome, &codes.lang))
}
