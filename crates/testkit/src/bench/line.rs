//! A single reply of fmt 1, which is one line. Most programs never read more at a time.

use smsc_proto::{Charset, Detail, Format, Query, Record, SingleReply, Value};

/// A line of fmt 1 with its query and its message.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// The name in the table of results.
    pub name: &'static str,
    /// The query that the line replies to.
    pub query: Query<'static>,
    /// The line.
    pub text: &'static str,
    message: Option<&'static str>,
}

/// Returns a line of all=0 and one of all=2. None of their values contains a comma.
#[must_use]
pub fn lines() -> [Line; 2] {
    let query = |all| Query::new(Format::Values, all).charset(Charset::Utf8);
    let brief = Line { name: "one line, all=0", query: query(Detail::Status), text: "1,1760080210,0", message: None };
    let full = Line {
        name: "one line, all=2",
        query: query(Detail::Full),
        text: "1,1760080210,0,1760080202,79990000020,Россия,МТС,г. Москва и Московская область,2.12,GLOBUS,Доставлено,Заказ 78-74-08 собран и ждёт вас в пункте выдачи,,0",
        message: Some("Заказ 78-74-08 собран и ждёт вас в пункте выдачи"),
    };
    [brief, full]
}

/// Parses a reply of one record.
///
/// # Panics
///
/// Panics if the reply is not a record.
pub fn one(query: &Query<'_>, line: &[u8], mut found: impl FnMut(&Record<'_>)) {
    let mut record = Record::empty();
    assert!(matches!(query.read_into(line, &mut record), Ok(SingleReply::Record(()))), "no record");
    found(&record);
}

impl Line {
    /// Compares the record that a reader finds with the values of the line.
    ///
    /// # Panics
    ///
    /// Panics if a value is wrong, or if the reader finds another number of records than one.
    pub fn check(&self, who: &str, read: impl FnOnce(&Query<'_>, &[u8], &mut dyn FnMut(&Record<'_>))) {
        let Self { name, query, text: line, message } = self;
        let mut records = 0;
        read(query, line.as_bytes(), &mut |record| {
            records += 1;
            let found: Vec<_> = query.fields(false).map(|field| record.get(field).map(text)).collect();
            assert!(found.iter().map(Option::as_deref).eq(line.split(',').map(Some)), "{name}: {who} finds {found:?}");
            let is_right = match (record.message(), message) {
                (Some(found), Some(message)) => found == **message,
                (found, message) => found.is_none() && message.is_none(),
            };
            assert!(is_right, "{name}: the message of {who}");
        });
        assert_eq!(records, 1, "{name}: the records of {who}");
    }
}

fn text(value: Value<'_>) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Cost(cost) => cost.as_str().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::*;
    use crate::bench::ours;

    #[test]
    fn another_value_or_number_of_records_is_found() {
        for line in lines() {
            line.check("the core", |query, body, found| one(query, body, found));
            line.check("the core's list", |query, body, found| ours::into(query, body, found));
            let finds = |body: &str, times: usize| {
                let read = |query: &Query<'_>, _: &[u8], found: &mut dyn FnMut(&Record<'_>)| {
                    (0..times).for_each(|_| one(query, body.as_bytes(), &mut *found));
                };
                catch_unwind(AssertUnwindSafe(|| line.check("a reader", read))).is_err()
            };
            assert!(!finds(line.text, 1));
            assert!(finds(line.text, 0) && finds(line.text, 2), "{}", line.name);
            for other in ["1,1760080211,0", "20,1760080210,0", "1,1760080210,1"] {
                assert!(finds(&line.text.replace("1,1760080210,0", other), 1), "{}: {other}", line.name);
            }
        }
        let [_, full] = lines();
        let other = full.text.replace("собран", "продан");
        let read = |query: &Query<'_>, _: &[u8], found: &mut dyn FnMut(&Record<'_>)| one(query, other.as_bytes(), found);
        assert!(catch_unwind(AssertUnwindSafe(|| full.check("a reader", read))).is_err(), "another message");
    }
}
