//! The writer of random records, in the layouts of the rules.

use super::random_record::{Layout, RandomRecord};
use crate::cases::CaseQuery;

/// Writes a record in the format of a query.
pub(super) fn record(query: &CaseQuery, random: &RandomRecord) -> Vec<u8> {
    if query.fmt == 0 { key_value(query, random) } else { values(query, random) }
}

/// Returns the bytes of a short text.
fn bytes(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

/// Writes a record of fmt 1, in the layouts of 2.2 and 2.3.
fn values(query: &CaseQuery, random: &RandomRecord) -> Vec<u8> {
    let numbers = &random.numbers;
    let is_spaced = matches!(random.layout, Layout::Spaced);
    let mut fields = vec![bytes(numbers.status), bytes(numbers.time)];
    if matches!(random.layout, Layout::Short) {
        // R22 with all=0; R13 otherwise.
        if query.all > 0 || numbers.status == "-3" {
            fields.push(bytes(numbers.err));
        }
    } else {
        fields.push(bytes(numbers.err));
        fields.extend(random.hlr.iter().flatten().cloned());
        if query.all > 0 {
            // R24: one space may precede the send_timestamp of an HLR reply.
            let space = if is_spaced && random.hlr.is_some() { " " } else { "" };
            fields.push(format!("{space}{}", numbers.send_time).into_bytes());
            fields.push(bytes(random.phone));
            if query.all == 2 {
                let [country, operator, _, region] = &random.network;
                fields.extend([country.clone(), operator.clone(), region.clone()]);
            }
            fields.extend([bytes(numbers.cost), random.sender_id.clone(), random.status_name.clone()]);
            fields.extend(tail(random, is_spaced));
        }
    }
    if query.multi {
        fields.push(bytes(numbers.id));
        if query.all == 0 {
            fields.push(bytes(random.phone));
        }
    }
    fields.join(&b',')
}

/// Returns `message,comment,type` in the layout of the record (R23, R24).
fn tail(random: &RandomRecord, is_spaced: bool) -> Vec<Vec<u8>> {
    let space = if is_spaced { " " } else { "" };
    let comment = [space.as_bytes(), &random.comment].concat();
    let kind = format!("{space}{}", random.numbers.kind).into_bytes();
    match random.layout {
        Layout::Oldest | Layout::Short => vec![random.message.clone()],
        Layout::Of2019 => vec![random.message.clone(), kind],
        // HLR replies have no comment.
        Layout::Tight | Layout::Spaced if random.hlr.is_some() => vec![random.message.clone(), kind],
        Layout::Tight | Layout::Spaced => vec![random.message.clone(), comment, kind],
    }
}

/// Writes a record of fmt 0: `name = value` pairs.
fn key_value(query: &CaseQuery, random: &RandomRecord) -> Vec<u8> {
    let numbers = &random.numbers;
    let mut pairs: Vec<(&str, Vec<u8>)> = vec![("Status", bytes(numbers.status))];
    if !(matches!(random.layout, Layout::Short) && numbers.status == "-3") {
        pairs.extend([("check_time", bytes("10.10.2025 10:10:10")), ("err", bytes(numbers.err))]);
        if let Some(hlr) = &random.hlr {
            pairs.extend(["imsi", "msc", "mcc", "mnc", "cn", "net", "rcn", "rnet"].into_iter().zip(hlr.iter().cloned()));
        }
        if query.all > 0 {
            details(query, random, &mut pairs);
        }
    }
    if query.multi {
        // R20: get.php writes the id in capitals.
        pairs.push((if random.omit % 16 == 3 { "ID" } else { "id" }, bytes(numbers.id)));
        if query.all == 0 {
            pairs.push(("phone", bytes(random.phone)));
        }
    }
    if random.omit & 0x100 != 0 {
        pairs.extend([("int_id", bytes("401671913")), ("sms_cnt", bytes(numbers.sms_cnt)), ("crc", bytes("307589946"))]);
    }
    join(random, &pairs)
}

/// Adds the keys that all≥1 has before the id.
fn details(query: &CaseQuery, random: &RandomRecord, pairs: &mut Vec<(&str, Vec<u8>)>) {
    pairs.extend([("send_date", bytes("10.10.2025 10:10:02")), ("phone", bytes(random.phone))]);
    if query.all == 2 {
        let [country, operator, original, region] = random.network.clone();
        pairs.extend([("mccmnc", bytes("25001")), ("country", country), ("operator", operator)]);
        pairs.extend([("operator_orig", original), ("region", region)]);
    }
    pairs.extend([("cost", bytes(random.numbers.cost)), ("sender_id", random.sender_id.clone())]);
    pairs.extend([("status_name", random.status_name.clone()), ("message", random.message.clone())]);
    if random.hlr.is_none() && matches!(random.layout, Layout::Tight | Layout::Spaced) {
        pairs.push(("comment", random.comment.clone()));
    }
    if !matches!(random.layout, Layout::Oldest) {
        pairs.push(("type", bytes(random.numbers.kind)));
    }
}

/// Joins the pairs, without those that the record leaves out (R10) and with the variants of 2.2 and
/// R44e.
fn join(random: &RandomRecord, pairs: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut text = Vec::new();
    for (index, (name, value)) in pairs.iter().enumerate() {
        // Bit 0 would remove the status, which is always present; the highest bits have other
        // meanings.
        if index > 0 && index < 24 && random.omit & (1 << index) != 0 {
            continue;
        }
        if !text.is_empty() {
            text.extend_from_slice(b", ");
        }
        let equals = if *name == "operator_orig" && random.omit & (1 << 25) != 0 { "= " } else { " = " };
        text.extend_from_slice(name.as_bytes());
        text.extend_from_slice(equals.as_bytes());
        text.extend_from_slice(value);
    }
    if random.omit & (1 << 26) != 0 && text.ends_with(b" = ") {
        text.pop();
    }
    text
}
