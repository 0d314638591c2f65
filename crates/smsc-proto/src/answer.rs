//! The reply to a query for one message, without the detour over a list of records.

use crate::error::{Error, ErrorKind, Fail};
use crate::lines::fast;
use crate::lines::window::without_line_end;
use crate::model::api_error::ApiError;
use crate::model::query::Query;
use crate::model::record::Status;
use crate::reply::Reply;

/// What the server answered about one message (R11 to R13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer<'a> {
    /// It told the message's status, which is in the record now.
    Status,
    /// It refused the request (R11).
    Error(ApiError<'a>),
    /// It deleted the message, as `del=1` asked (R12).
    Deleted,
}

impl<'q> Query<'q> {
    /// Reads the body of the reply to a query for one message into a record that the caller keeps. This is the shortest way, and the fastest: nothing is copied, and there
    /// is no list of records. That the query is for a [`batch`](field@Self::batch) makes no difference.
    ///
    /// Where the answer is no status, or there is none, `status` holds nothing of use.
    ///
    /// # Errors
    ///
    /// If the body is no reply to such a query (R49), if its record or its API error cannot be read (R48), or if it is a list of more or fewer records than one.
    ///
    /// # Examples
    ///
    /// ```
    /// use smsc_proto::{All, Answer, ApiErrorCode, Format, Query, StatusBuilder, StatusCode};
    ///
    /// let query = Query::new(Format::Values, All::Status);
    /// let mut status = StatusBuilder::new(StatusCode::NOT_FOUND).build();
    /// assert_eq!(query.read_into(b"20,1760080210,1", &mut status)?, Answer::Status);
    /// assert_eq!(status.status(), StatusCode::UNDELIVERABLE);
    /// assert_eq!(status.last_timestamp(), Some(1_760_080_210));
    ///
    /// let Answer::Error(error) = query.read_into(b"0,-9", &mut status)? else { unreachable!() };
    /// assert_eq!(error.code, ApiErrorCode::TOO_MANY_REQUESTS);
    ///
    /// let error = query.read_into(b"20,1760080210,one", &mut status).unwrap_err();
    /// assert_eq!(error.to_string(), "byte 14: unreadable err, expected an integer from 0 to 2147483647, or nothing");
    /// # Ok::<(), smsc_proto::Error>(())
    /// ```
    #[inline]
    pub fn read_into<'a>(&self, body: &'a [u8], status: &mut Status<'a>) -> Result<Answer<'a>, Error>
    where
        'q: 'a,
    {
        if !self.batch && fast::single(self, without_line_end(body), status).is_some() {
            return Ok(Answer::Status);
        }
        self.read_any_into(body, status)
    }

    /// The same for a body of any kind.
    fn read_any_into<'a>(&self, body: &'a [u8], status: &mut Status<'a>) -> Result<Answer<'a>, Error>
    where
        'q: 'a,
    {
        let query = Query { batch: false, asked: None, ..*self };
        let mut records = match query.read(body)? {
            Reply::Error(error) => return Ok(Answer::Error(error)),
            Reply::Deleted => return Ok(Answer::Deleted),
            Reply::Records(records) => records,
        };
        if let (Some(result), None) = (records.next_into(status), records.next()) {
            return result.map(|()| Answer::Status);
        }
        let fail = Fail::new(ErrorKind::NotARecord, "a record by itself, or a list of one", body.len());
        Err(Error::new(fail, 0, body.len()))
    }
}
