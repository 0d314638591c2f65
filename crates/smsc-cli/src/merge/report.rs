//! Reports in few bytes: what is kept of a message while others are read.

use smsc_proto::{Field, Record, RecordBuilder, Requested, StatusCode, Value};

use super::key::Phone;

/// The bit of a field's byte that marks a text, which its length in four bytes follows. A number has
/// eight bytes.
const TEXT: u8 = 0x80;

/// Adds a report: its length in four bytes, whether it is ambiguous, and its fields. The texts are in
/// UTF-8. The id and the phone that it lacks are those of the pair, if there is one.
pub(super) fn encode(record: &Record<'_>, pair: Option<Requested<'_>>, is_ambiguous: bool, bytes: &mut Vec<u8>) {
    let start = bytes.len();
    bytes.extend([0, 0, 0, 0, is_ambiguous.into()]);
    for (field, value) in record.fields() {
        match value {
            Value::Number(number) => {
                bytes.push(field as u8);
                bytes.extend(number.to_le_bytes());
            }
            Value::Cost(cost) => encode_text(field, cost.as_str(), bytes),
            Value::Text(text) => match text.as_str() {
                Some(text) => encode_text(field, text, bytes),
                None => encode_text(field, &text.to_string(), bytes),
            },
        }
    }
    if let Some(pair) = pair {
        encode_missing(record, &pair, bytes);
    }
    let len = length(bytes.len() - start - 4);
    bytes[start..start + 4].copy_from_slice(&len);
}

fn encode_missing(record: &Record<'_>, pair: &Requested<'_>, bytes: &mut Vec<u8>) {
    if record.id().is_none() {
        encode_text(Field::Id, &pair.id.to_string(), bytes);
    }
    if record.phone().and_then(Phone::of).is_none() {
        encode_text(Field::Phone, pair.phone, bytes);
    }
}

fn encode_text(field: Field, text: &str, bytes: &mut Vec<u8>) {
    bytes.push(field as u8 | TEXT);
    bytes.extend(length(text.len()));
    bytes.extend_from_slice(text.as_bytes());
}

/// Returns a length in four bytes: no record is as long as 4 GiB.
fn length(len: usize) -> [u8; 4] {
    u32::try_from(len).unwrap_or(u32::MAX).to_le_bytes()
}

/// Splits the first report off, without its length.
pub(super) fn split(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (len, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(usize::try_from(u32::from_le_bytes(*len)).ok()?)
}

/// Returns the report that was encoded as these bytes, which follow its length.
pub(super) fn decode(bytes: &[u8]) -> Record<'_> {
    let mut builder = RecordBuilder::new(StatusCode::NOT_FOUND);
    let Some((is_ambiguous, mut rest)) = bytes.split_first() else { return builder.build() };
    while let Some((set, after)) = decode_field(&builder, rest) {
        (builder, rest) = (set, after);
    }
    if *is_ambiguous == 0 { builder.build() } else { builder.ambiguous().build() }
}

/// Sets a field. Returns the bytes after it.
fn decode_field<'a>(builder: &RecordBuilder<'a>, bytes: &'a [u8]) -> Option<(RecordBuilder<'a>, &'a [u8])> {
    let (byte, rest) = bytes.split_first()?;
    let field = *Field::ALL.get(usize::from(byte & !TEXT))?;
    if byte & TEXT == 0 {
        let (number, rest) = rest.split_first_chunk()?;
        return Some((builder.number(field, i64::from_le_bytes(*number)).ok()?, rest));
    }
    let (text, rest) = split(rest)?;
    Some((builder.text(field, str::from_utf8(text).ok()?).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use smsc_proto::{Charset, Detail, Format, Query, SingleReply};

    use super::*;

    #[test]
    fn a_report_comes_back_with_its_fields_in_utf_8() {
        let body = b"1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,\xcf\xf0\xe8, \xe0,,0";
        let query = Query::new(Format::Values, Detail::Message).charset(Charset::Windows1251);
        let SingleReply::Record(record) = query.read_one(body).unwrap() else { panic!() };
        assert!(record.is_ambiguous());
        let mut bytes = Vec::new();
        encode(&record, None, record.is_ambiguous(), &mut bytes);
        let (first, rest) = split(&bytes).unwrap();
        let copy = decode(first);
        assert!(rest.is_empty() && copy.is_ambiguous());
        assert!(copy.fields().eq(record.fields()));
        assert_eq!(copy.message().unwrap().as_str(), Some("При, а"));
    }

    #[test]
    fn a_text_id_and_a_status_without_a_name_come_back() {
        for status in [-9, 99, 1] {
            let record = RecordBuilder::new(StatusCode(status)).text(Field::Id, "order-77").unwrap().build();
            let mut bytes = Vec::new();
            encode(&record, None, record.is_ambiguous(), &mut bytes);
            assert!(decode(split(&bytes).unwrap().0).fields().eq(record.fields()), "{status}");
        }
    }
}
