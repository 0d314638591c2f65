//! `Serialize` for events (feature `serde`): a status as its record, the others with the names of
//! their fields on the wire. Absent fields are left out.

use serde::ser::{Serialize, Serializer};

use crate::callback::event::{CallbackEvent, ConfirmedCall, IncomingMessage};
use crate::ser::objects;

objects! {
    IncomingMessage |this| {
        "phone": this.phone(),
        "mes": Some(this.mes()),
        "to": this.to(),
        "sms_id": this.sms_id(),
    }
    ConfirmedCall |this| {
        "phone": this.phone(),
        "ts": this.ts(),
        "waitcall": Some(this.waitcall()),
    }
}

impl Serialize for CallbackEvent<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Status(record) => record.serialize(serializer),
            Self::Incoming(message) => message.serialize(serializer),
            Self::Call(call) => call.serialize(serializer),
        }
    }
}
