//! The output of the writer: bytes written by hand, rejected records, and records parsed again.

use smsc_proto::{Charset, Field, Query, Record, RecordBuilder, Reply, StatusCode};

#[path = "write/back.rs"]
mod back;
#[path = "write/outputs.rs"]
mod outputs;
#[path = "write/rejected.rs"]
mod rejected;
#[path = "write/shapes.rs"]
mod shapes;

fn read<'a>(query: &Query<'a>, body: &'a [u8]) -> Vec<Result<Record<'a>, String>> {
    match query.read(body) {
        Ok(Reply::Records(records)) => records.map(|record| record.map_err(|error| error.to_string())).collect(),
        Ok(_) => vec![Err("no records".to_owned())],
        Err(error) => vec![Err(error.to_string())],
    }
}

fn sms() -> Record<'static> {
    let record = || {
        RecordBuilder::new(StatusCode::DELIVERED)
            .number(Field::LastTimestamp, 1_760_080_210)?
            .number(Field::Err, 0)?
            .number(Field::SendTimestamp, 1_760_080_202)?
            .text(Field::Phone, "79990000020")?
            .text(Field::Cost, "2.12")?
            .text(Field::SenderId, "GLOBUS")?
            .text(Field::StatusName, "Да")?
            .text(Field::Message, "Ёж")?
            .text(Field::Comment, "")?
            .number(Field::Type, 0)
    };
    record().unwrap().build()
}

/// Returns a record with exactly the fields of a layout.
fn fitted(query: Query<'_>, is_hlr: bool) -> Record<'static> {
    let text = |field: Field| match field {
        Field::LastDate => "10.10.2025 10:10:10",
        Field::SendDate => "10.10.2025 10:10:02",
        Field::Imsi => "250023012345678",
        Field::Msc => "79232510066",
        Field::Mcc => "250",
        Field::Mnc => "02",
        Field::Cn => "Россия",
        Field::Net => "МТС",
        Field::Rcn | Field::Rnet | Field::Comment => "",
        Field::Phone => "79990000020",
        Field::Mccmnc => "25001",
        Field::Country => "RU",
        Field::Operator => "A&B",
        Field::OperatorOrig => "C",
        Field::Region => "\"M\"",
        Field::Cost => "2.10",
        Field::SenderId if is_hlr => "HLR",
        Field::SenderId => "G",
        Field::StatusName => "Да",
        _ => "Ёж",
    };
    let number = |field: Field| match field {
        Field::LastTimestamp => 1_760_080_210,
        Field::SendTimestamp => 1_760_080_202,
        Field::Type | Field::Flag if is_hlr => 4,
        Field::Id => 101,
        Field::SmsCnt => 1,
        _ => 0,
    };
    let layout = query.fields(is_hlr).filter(|field| *field != Field::Status);
    let record = layout.fold(RecordBuilder::new(StatusCode::DELIVERED), |record, field| {
        record.number(field, number(field)).or_else(|_| record.text(field, text(field))).unwrap()
    });
    record.build()
}

fn encoded(text: &str, charset: Charset) -> Vec<u8> {
    encoding_rs::Encoding::for_label(charset.name().as_bytes()).unwrap().encode(text).0.into_owned()
}
