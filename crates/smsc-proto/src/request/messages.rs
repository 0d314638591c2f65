//! The messages that a request is about: one, or a batch of (id, phone) pairs.

use core::slice;

use crate::model::requested::Requested;
use crate::request::error::{RequestError, RequestErrorKind};
use crate::request::form::Form;
use crate::request::phones;
use crate::request::repeats::{self, MAX_MESSAGES};

/// One message or several, in the order of the request.
#[derive(Clone, Copy)]
pub(crate) enum Messages<'m> {
    One(Requested<'m>),
    Batch(&'m [Requested<'m>]),
}

impl<'m> Messages<'m> {
    /// Returns the messages as the pairs of a query.
    pub(crate) const fn pairs(&self) -> &[Requested<'m>] {
        match self {
            Self::One(message) => slice::from_ref(message),
            Self::Batch(messages) => messages,
        }
    }

    pub(crate) const fn is_batch(&self) -> bool {
        matches!(self, Self::Batch(_))
    }

    /// Writes the lists `phone` and `id`, in the same order.
    pub(crate) fn write(&self, form: &mut Form<'_>) -> Result<(), RequestError> {
        let pairs = self.pairs();
        if pairs.is_empty() {
            return Err(RequestError::missing("id", "at least one (id, phone) pair"));
        }
        if pairs.len() > MAX_MESSAGES {
            return Err(RequestError::new(RequestErrorKind::TooMany { max: MAX_MESSAGES }, "id", "a part of the messages"));
        }
        if let Some((first, second)) = repeats::find(pairs) {
            let error = RequestError::new(RequestErrorKind::Repeated { first }, "id", "each message once");
            return Err(error.of_item(second));
        }
        self.write_parameter("phone", form, |item, pair, form| {
            phones::write(pair.phone, "phone", form).map_err(|error| error.of_item(item))
        })?;
        self.write_parameter("id", form, |_, pair, form| form.id(pair.id))
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "a call for each item takes as long as the item")]
    fn write_parameter(
        &self,
        name: &'static str,
        form: &mut Form<'_>,
        mut write: impl FnMut(usize, &Requested<'m>, &mut Form<'_>) -> Result<(), RequestError>,
    ) -> Result<(), RequestError> {
        form.name(name)?;
        let pairs = self.pairs();
        for (item, pair) in pairs.iter().enumerate() {
            if item > 0 {
                form.comma()?;
            }
            write(item, pair, form)?;
        }
        // A comma after a lone item requests the shape of a batch (R2).
        if self.is_batch() && pairs.len() == 1 { form.comma() } else { Ok(()) }
    }
}
