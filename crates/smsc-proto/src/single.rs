//! The reply to a query for one message, parsed without an iterator of records.

use crate::error::{Error, ErrorKind, Fail};
use crate::lines::fast;
use crate::lines::window::without_line_end;
use crate::model::api_error::ApiError;
use crate::model::query::Query;
use crate::model::record::Record;
use crate::reply::Reply;

/// The reply to a query for one message (R11 to R13), from [`Query::read_one`]; or from
/// [`Query::read_into`], which leaves the record with its caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SingleReply<'a, R = Record<'a>> {
    /// The record of the message.
    Record(R),
    /// The server rejected the request.
    Error(ApiError<'a>),
    /// The server deleted the message, as `del=1` asked.
    Deleted,
}

impl<'q> Query<'q> {
    /// Parses the body of the reply to a query for one message, and returns its record. If the
    /// query is for a [`batch`](Self::batch), this makes no difference.
    ///
    /// # Errors
    ///
    /// If the body is no reply to such a query (R49), if its record or its API error is malformed
    /// (R48), or if it is a list of more or fewer records than one.
    ///
    /// # Examples
    ///
    /// ```
    /// use smsc_proto::{Detail, Format, Query, SingleReply, StatusCode};
    ///
    /// match Query::new(Format::Values, Detail::Status).read_one(b"20,1760080210,1")? {
    ///     SingleReply::Record(record) => assert_eq!(record.status(), StatusCode::UNDELIVERABLE),
    ///     SingleReply::Error(error) => eprintln!("{error}"),
    ///     SingleReply::Deleted => println!("deleted"),
    /// }
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    #[inline]
    pub fn read_one<'a>(&self, body: &'a [u8]) -> Result<SingleReply<'a>, Error>
    where
        'q: 'a,
    {
        let mut record = Record::new(self.charset);
        Ok(match self.read_into(body, &mut record)? {
            SingleReply::Record(()) => SingleReply::Record(record),
            SingleReply::Error(error) => SingleReply::Error(error),
            SingleReply::Deleted => SingleReply::Deleted,
        })
    }

    /// Parses the body of the reply to a query for one message into a record that the caller keeps.
    /// Like [`read_one`](Self::read_one), but the record is not copied, which is faster.
    ///
    /// After anything but [`SingleReply::Record`] the contents of `record` are unspecified.
    ///
    /// # Errors
    ///
    /// As for [`read_one`](Self::read_one).
    ///
    /// # Examples
    ///
    /// ```
    /// use smsc_proto::{ApiErrorCode, Detail, Format, Query, Record, SingleReply, StatusCode};
    ///
    /// let query = Query::new(Format::Values, Detail::Status);
    /// let mut record = Record::empty();
    /// assert_eq!(query.read_into(b"20,1760080210,1", &mut record)?, SingleReply::Record(()));
    /// assert_eq!(record.status(), StatusCode::UNDELIVERABLE);
    /// assert_eq!(record.last_timestamp(), Some(1_760_080_210));
    ///
    /// let SingleReply::Error(error) = query.read_into(b"0,-9", &mut record)? else { unreachable!() };
    /// assert_eq!(error.code, ApiErrorCode::TOO_MANY_REQUESTS);
    ///
    /// let error = query.read_into(b"20,1760080210,one", &mut record).unwrap_err();
    /// assert_eq!(error.offset(), 14);
    /// assert_eq!(error.expected(), "an integer from 0 to 2147483647, or nothing");
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    #[inline]
    pub fn read_into<'a>(&self, body: &'a [u8], record: &mut Record<'a>) -> Result<SingleReply<'a, ()>, Error>
    where
        'q: 'a,
    {
        if !self.is_batch && fast::single(self, without_line_end(body), record).is_some() {
            return Ok(SingleReply::Record(()));
        }
        self.read_into_slow(body, record)
    }

    fn read_into_slow<'a>(&self, body: &'a [u8], record: &mut Record<'a>) -> Result<SingleReply<'a, ()>, Error>
    where
        'q: 'a,
    {
        let mut records = match self.single().read(body)? {
            Reply::Error(error) => return Ok(SingleReply::Error(error)),
            Reply::Deleted => return Ok(SingleReply::Deleted),
            Reply::Records(records) => records,
        };
        if let (Some(result), None) = (records.next_into(record), records.next()) {
            return result.map(|()| SingleReply::Record(()));
        }
        let fail = Fail::new(ErrorKind::NotARecord, "one record, or a list of one record", body);
        Err(Error::new(fail, body, 0))
    }
}
