//! `Serialize` for the replies of the other calls: the cases of `testdata/calls/`.

use serde::Serialize;
use serde_json::{Value, json};
use smsc_proto::calls::{
    BalanceQuery, BalanceReply, IncomingQuery, IncomingReply, OperatorQuery, OperatorReply, SendQuery, SendReply, StatisticsQuery,
    StatisticsReply,
};
use smsc_proto::{Charset, CostMode, Error, Format};

const FILES: [&str; 5] = [
    include_str!("../../../testdata/calls/send.json"),
    include_str!("../../../testdata/calls/balance.json"),
    include_str!("../../../testdata/calls/incoming.json"),
    include_str!("../../../testdata/calls/statistics.json"),
    include_str!("../../../testdata/calls/operator.json"),
];

/// Serializes one value: the line of a case.
fn line(value: impl Serialize) -> Vec<Value> {
    vec![marked(serde_json::to_value(value).unwrap())]
}

/// Serializes a list: the lines of a case.
fn lines(list: impl Serialize) -> Vec<Value> {
    let Value::Array(elements) = serde_json::to_value(list).unwrap() else { panic!("no list") };
    elements.into_iter().map(marked).collect()
}

/// Returns a value with each error as the mark that cases have for it.
fn marked(value: Value) -> Value {
    match value {
        Value::Object(object) if object.contains_key("malformed") => json!({"malformed": true}),
        Value::Object(object) => object.into_iter().map(|(key, value)| (key, marked(value))).collect(),
        Value::Array(elements) => elements.into_iter().map(marked).collect(),
        other => other,
    }
}

fn read(query: &Value, body: &[u8]) -> Result<Vec<Value>, Error> {
    let format: Format = u8::try_from(query["fmt"].as_u64().unwrap()).unwrap().try_into().unwrap();
    let charset = query.get("charset").map_or(Charset::Windows1251, |name| Charset::from_name(name.as_str().unwrap()).unwrap());
    Ok(match query["call"].as_str().unwrap() {
        "send" => {
            let cost = u8::try_from(query.get("cost").map_or(0, |cost| cost.as_u64().unwrap())).unwrap();
            match SendQuery::new(format, CostMode::try_from(cost).unwrap()).charset(charset).read(body)? {
                SendReply::Error(error) => line(error),
                SendReply::Sent(sent) => line(sent),
                SendReply::Price(price) => line(price),
            }
        }
        "balance" => match BalanceQuery::new(format).charset(charset).read(body)? {
            BalanceReply::Error(error) => line(error),
            BalanceReply::Balance(balance) => line(balance),
        },
        "incoming" => match IncomingQuery::new().charset(charset).read(body)? {
            IncomingReply::Error(error) => line(error),
            IncomingReply::Messages(messages) => lines(messages),
        },
        "statistics" => match StatisticsQuery::new(format).charset(charset).read(body)? {
            StatisticsReply::Error(error) => line(error),
            StatisticsReply::Rows(rows) => lines(rows),
        },
        "operator" => match OperatorQuery::new(format).charset(charset).read(body)? {
            OperatorReply::Error(error) => line(error),
            OperatorReply::Operator(operator) => line(operator),
        },
        other => panic!("{other} is not a call"),
    })
}

#[test]
fn every_reply_is_serialized_as_its_case_expects() {
    let cases = FILES.iter().flat_map(|file| serde_json::from_str::<Vec<Value>>(file).unwrap());
    let mut count = 0;
    for case in cases {
        let hex = case["body_hex"].as_str().unwrap();
        let body: Vec<u8> =
            (0..hex.len()).step_by(2).map(|start| u8::from_str_radix(&hex[start..start + 2], 16).unwrap()).collect();
        let found = read(&case["query"], &body).unwrap_or_else(line);
        assert_eq!(Value::Array(found), case["expect"], "{}", case["name"]);
        count += 1;
    }
    assert!(count >= 100, "{count} cases");
}
