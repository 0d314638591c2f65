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
        form.name("phone")?;
        for (item, pair) in pairs.iter().enumerate() {
            phones::write_item(pair.phone, "phone", form).map_err(|error| error.of_item(item))?;
        }
        self.end_list(form);
        form.name("id")?;
        for pair in pairs {
            form.id_item(pair.id)?;
        }
        self.end_list(form);
        Ok(())
    }

    /// Ends a list. A comma after a lone item requests the shape of a batch (R2).
    fn end_list(&self, form: &mut Form<'_>) {
        if !self.is_batch() || self.pairs().len() > 1 {
            form.end_list();
        }
    }
}
