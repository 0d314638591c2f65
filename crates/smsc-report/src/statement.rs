//! The statistics of the account, for the comparison.

use smsc_proto::calls::{StatisticsQuery, StatisticsReply};
use smsc_proto::{Charset, Format};

use crate::error::Error;
use crate::figures::Money;

/// The statistics of the account: the sums over all logins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statement {
    /// The number of messages.
    pub messages: u64,
    /// The amount that was spent.
    pub cost: Money,
    /// The currency, if it is the same in all rows.
    pub currency: Option<String>,
}

impl Statement {
    /// Parses a reply of get.php to `get_stat=1`, in fmt 3.
    ///
    /// # Errors
    ///
    /// If the body is no such reply or an API error, or if an amount has more than 4 fraction digits.
    pub fn parse(body: &[u8], charset: Charset) -> Result<Self, Error> {
        let failed = |error: &dyn std::fmt::Display| Error::Statistics(error.to_string());
        let rows = match StatisticsQuery::new(Format::Json).charset(charset).read(body).map_err(|error| failed(&error))? {
            StatisticsReply::Rows(rows) => rows,
            StatisticsReply::Error(error) => return Err(failed(&format_args!("API error {}", error.code.0))),
        };
        let (mut statement, mut currencies) = (Self::default(), Vec::new());
        for row in rows {
            let row = row.map_err(|error| failed(&error))?;
            statement.messages += u64::from(row.count);
            if let Some(credit) = row.credit {
                let spent = credit.ten_thousandths().ok_or_else(|| failed(&"an amount with more than 4 fraction digits"))?;
                statement.cost += Money(spent.into());
            }
            currencies.push(row.currency.map(|currency| currency.to_string()));
        }
        currencies.dedup();
        statement.currency = if let [Some(currency)] = &currencies[..] { Some(currency.clone()) } else { None };
        Ok(statement)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_of_all_logins_are_added() {
        let parse = |body: &str| Statement::parse(body.as_bytes(), Charset::Utf8);
        let both = r#"[{"login":"alex","sms":12,"credit":"16.8","debit":"100","currency":"RUR"},
            {"login":"olga","sms":3,"credit":"0.0001","debit":"0","currency":"RUR"}]"#;
        let expected = Statement { messages: 15, cost: Money(168_001), currency: Some("RUR".to_owned()) };
        assert_eq!(parse(both), Ok(expected));
        let other = parse(&both.replacen("RUR", "KZT", 1)).unwrap();
        assert_eq!(other.currency, None);
        let error = parse(r#"{"error":"authorise error","error_code":2}"#).unwrap_err();
        assert_eq!(error.to_string(), "not a reply with statistics in fmt 3: API error 2");
        assert!(parse("<html>").is_err() && parse(&both.replace("16.8", "16.80001")).is_err());
    }
}
