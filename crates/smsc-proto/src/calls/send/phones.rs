//! The phones of a reply of send.php (R60e).

use core::fmt;
use core::iter::FusedIterator;

use crate::calls::elements::Elements;
use crate::calls::object::Object;
use crate::error::{Error, Fail};
use crate::model::cost::Cost;
use crate::model::text::Text;

/// A phone of a message that was sent: with `err=1` one that cannot be sent to, with `op=1` any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SentPhone<'a> {
    /// The phone.
    pub phone: Text<'a>,
    /// The codes of its country and its network.
    pub mccmnc: Option<Text<'a>>,
    /// The number of its status, if it is faulty.
    pub status: Option<Text<'a>>,
    /// The number or the text of its error, if it is faulty.
    pub error: Option<Text<'a>>,
    /// The cost of the message to this phone.
    pub cost: Option<Cost<'a>>,
}

/// The phones of a reply of send.php: an iterator that parses each phone when it reaches it. A
/// malformed phone is an error in its place.
///
/// ```
/// use smsc_proto::calls::{SendQuery, SendReply};
/// use smsc_proto::{CostMode, Format};
///
/// let body = br#"{"id": 7, "cnt": 1, "phones": [{"phone": "79990000001", "mccmnc": "25001"}]}"#;
/// let query = SendQuery::new(Format::Json, CostMode::Send);
/// let SendReply::Sent(sent) = query.read(body)? else { unreachable!() };
/// for phone in sent.phones {
///     assert_eq!(phone?.mccmnc.unwrap(), "25001");
/// }
/// # Ok::<(), smsc_proto::Error>(())
/// ```
#[derive(Clone)]
pub struct SentPhones<'a>(Elements<'a>);

impl<'a> SentPhones<'a> {
    pub(super) const fn new(elements: Elements<'a>) -> Self {
        Self(elements)
    }
}

impl<'a> Iterator for SentPhones<'a> {
    type Item = Result<SentPhone<'a>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next(&["phone", "mccmnc", "status", "error", "cost"], phone)
    }
}

impl FusedIterator for SentPhones<'_> {}

impl fmt::Debug for SentPhones<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SentPhones(..)")
    }
}

fn phone<'a>(object: &Object<'a, 5>) -> Result<SentPhone<'a>, Fail<'a>> {
    Ok(SentPhone {
        phone: object.text(&"phone")?.ok_or_else(|| object.missing(&"phone", "the key `phone`"))?,
        mccmnc: object.text(&"mccmnc")?,
        status: object.text(&"status")?,
        error: object.text(&"error")?,
        cost: object.cost(&"cost")?,
    })
}
