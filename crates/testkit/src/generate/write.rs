//! Made-up records in the layouts of the rules.

use super::made::{Layout, Made};
use crate::cases::CaseQuery;

/// A record in the format of a query.
pub(super) fn record(query: &CaseQuery, made: &Made) -> Vec<u8> {
    if query.fmt == 0 { labels(query, made) } else { values(query, made) }
}

/// Bytes of a short text.
fn bytes(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

/// fmt 1: the layouts of 2.2 and 2.3.
fn values(query: &CaseQuery, made: &Made) -> Vec<u8> {
    let numbers = &made.numbers;
    let spaced = matches!(made.layout, Layout::Spaced);
    let mut fields = vec![bytes(numbers.status), bytes(numbers.time)];
    if matches!(made.layout, Layout::Short) {
        // R22 with all=0; R13 otherwise.
        if query.all > 0 || numbers.status == "-3" {
            fields.push(bytes(numbers.err));
        }
    } else {
        fields.push(bytes(numbers.err));
        fields.extend(made.hlr.iter().flatten().cloned());
        if query.all > 0 {
            // R24: HLR's send_timestamp may have a space in front.
            let space = if spaced && made.hlr.is_some() { " " } else { "" };
            fields.push(format!("{space}{}", numbers.send_time).into_bytes());
            fields.push(bytes(made.phone));
            if query.all == 2 {
                let [country, operator, _, region] = &made.places;
                fields.extend([country.clone(), operator.clone(), region.clone()]);
            }
            fields.extend([bytes(numbers.cost), made.sender_id.clone(), made.status_name.clone()]);
            fields.extend(tail(made, spaced));
        }
    }
    if query.multi {
        fields.push(bytes(numbers.id));
        if query.all == 0 {
            fields.push(bytes(made.phone));
        }
    }
    fields.join(&b',')
}

/// `message,comment,type` in the layout of the record (R23, R24).
fn tail(made: &Made, spaced: bool) -> Vec<Vec<u8>> {
    let space = if spaced { " " } else { "" };
    let comment = [space.as_bytes(), &made.comment].concat();
    let kind = format!("{space}{}", made.numbers.kind).into_bytes();
    match made.layout {
        Layout::Oldest | Layout::Short => vec![made.message.clone()],
        Layout::Of2019 => vec![made.message.clone(), kind],
        // HLR answers have no comment.
        Layout::Tight | Layout::Spaced if made.hlr.is_some() => vec![made.message.clone(), kind],
        Layout::Tight | Layout::Spaced => vec![made.message.clone(), comment, kind],
    }
}

/// fmt 0: `name = value` pairs.
fn labels(query: &CaseQuery, made: &Made) -> Vec<u8> {
    let numbers = &made.numbers;
    let mut pairs: Vec<(&str, Vec<u8>)> = vec![("Status", bytes(numbers.status))];
    if !(matches!(made.layout, Layout::Short) && numbers.status == "-3") {
        pairs.extend([("check_time", bytes("10.10.2025 10:10:10")), ("err", bytes(numbers.err))]);
        if let Some(hlr) = &made.hlr {
            pairs.extend(["imsi", "msc", "mcc", "mnc", "cn", "net", "rcn", "rnet"].into_iter().zip(hlr.iter().cloned()));
        }
        if query.all > 0 {
            details(query, made, &mut pairs);
        }
    }
    if query.multi {
        // R20: get.php writes the id in capitals.
        pairs.push((if made.omit % 16 == 3 { "ID" } else { "id" }, bytes(numbers.id)));
        if query.all == 0 {
            pairs.push(("phone", bytes(made.phone)));
        }
    }
    if made.omit & 0x100 != 0 {
        pairs.extend([("int_id", bytes("401671913")), ("sms_cnt", bytes(numbers.parts)), ("crc", bytes("307589946"))]);
    }
    join(made, &pairs)
}

/// The labels that all≥1 adds in front of the id.
fn details(query: &CaseQuery, made: &Made, pairs: &mut Vec<(&str, Vec<u8>)>) {
    pairs.extend([("send_date", bytes("10.10.2025 10:10:02")), ("phone", bytes(made.phone))]);
    if query.all == 2 {
        let [country, operator, first, region] = made.places.clone();
        pairs.extend([("mccmnc", bytes("25001")), ("country", country), ("operator", operator)]);
        pairs.extend([("operator_orig", first), ("region", region)]);
    }
    pairs.extend([("cost", bytes(made.numbers.cost)), ("sender_id", made.sender_id.clone())]);
    pairs.extend([("status_name", made.status_name.clone()), ("message", made.message.clone())]);
    if made.hlr.is_none() && matches!(made.layout, Layout::Tight | Layout::Spaced) {
        pairs.push(("comment", made.comment.clone()));
    }
    if !matches!(made.layout, Layout::Oldest) {
        pairs.push(("type", bytes(made.numbers.kind)));
    }
}

/// The pairs as they are sent, without those that the record leaves out (R10) and with the oddities of 2.2 and R44e.
fn join(made: &Made, pairs: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut text = Vec::new();
    for (place, (name, value)) in pairs.iter().enumerate() {
        // Bit 0 would take the status, which is always there; the highest bits are for other things.
        if place > 0 && place < 24 && made.omit & (1 << place) != 0 {
            continue;
        }
        if !text.is_empty() {
            text.extend_from_slice(b", ");
        }
        let equals = if *name == "operator_orig" && made.omit & (1 << 25) != 0 { "= " } else { " = " };
        text.extend_from_slice(name.as_bytes());
        text.extend_from_slice(equals.as_bytes());
        text.extend_from_slice(value);
    }
    if made.omit & (1 << 26) != 0 && text.ends_with(b" = ") {
        text.pop();
    }
    text
}
