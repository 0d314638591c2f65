//! A parsed notification that borrows nothing of its body.

use pyo3::prelude::*;
use pyo3::types::PyTuple;
use smsc_proto::MessageKind;
use smsc_proto::callback::{Algorithm, Callback, CallbackError, CallbackEvent, CallbackField, Secret};

use crate::classes::Classes;
use crate::construct::{Marks, Values};
use crate::text::OwnedText;

/// A notification, and what its signature vouches for.
pub(super) struct Notification {
    event: Event,
    /// The algorithm and the covered fields; `None` if nothing was verified.
    verified: Option<(Algorithm, &'static [CallbackField])>,
}

enum Event {
    Status(Values),
    Incoming { phone: Option<OwnedText>, mes: OwnedText, to: Option<OwnedText>, sms_id: Option<OwnedText> },
    Call { phone: Option<OwnedText>, waitcall: OwnedText, ts: Option<u64> },
}

impl Notification {
    /// Verifies a notification if there is a secret. Fails if the signature is not right.
    pub(super) fn new(callback: &Callback<'_>, secret: Option<&[u8]>) -> Result<Self, CallbackError> {
        let verified = match secret {
            Some(secret) => {
                let verified = callback.verify(&Secret::new(secret)?)?;
                Some((verified.algorithm(), verified.covered()))
            }
            None => None,
        };
        Ok(Self { event: Event::new(callback.unverified()), verified })
    }

    /// Creates a `Callback`.
    pub(super) fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let covered = self.verified.map_or(&[][..], |(_, covered)| covered);
        let covered = PyTuple::new(py, covered.iter().map(|field| field.name()))?;
        let algorithm = self.verified.map(|(algorithm, _)| algorithm.name());
        let args = (self.event.kind(), self.event.to_python(py)?, covered, algorithm, self.verified.is_some());
        Classes::get(py)?.callbacks.callback.bind(py).call1(args)
    }
}

impl Event {
    fn new(event: &CallbackEvent<'_>) -> Self {
        match event {
            CallbackEvent::Status(record) => Self::Status(Values::of_core(record)),
            CallbackEvent::Incoming(message) => Self::Incoming {
                phone: message.phone().map(OwnedText::from),
                mes: message.mes().into(),
                to: message.to().map(OwnedText::from),
                sms_id: message.sms_id().map(OwnedText::from),
            },
            CallbackEvent::Call(call) => {
                Self::Call { phone: call.phone().map(OwnedText::from), waitcall: call.waitcall().into(), ts: call.ts() }
            }
            _ => unreachable!("every kind of notification is above"),
        }
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Status(_) => "status",
            Self::Incoming { .. } => "incoming",
            Self::Call { .. } => "call",
        }
    }

    /// Creates the object of the event.
    fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let optional = |text: &Option<OwnedText>| text.as_ref().map(|text| text.to_python(py)).transpose();
        let classes = &Classes::get(py)?.callbacks;
        match self {
            Self::Status(values) => {
                let record = values.to_record(py, MessageKind::Auto, Marks::default())?;
                Ok(Bound::new(py, record)?.into_any())
            }
            Self::Incoming { phone, mes, to, sms_id } => {
                let args = (optional(phone)?, mes.to_python(py)?, optional(to)?, optional(sms_id)?);
                classes.incoming.bind(py).call1(args)
            }
            Self::Call { phone, waitcall, ts } => classes.call.bind(py).call1((optional(phone)?, waitcall.to_python(py)?, *ts)),
        }
    }
}
