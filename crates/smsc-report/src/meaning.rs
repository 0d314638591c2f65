//! The meaning of the codes of a message.

use hashbrown::HashMap;
use sms_outcome::{Key, Outcome, State, get, lookup};
use smsc_proto::{ErrCode, ErrScope, Flag, MessageKind, MessageType, StatusCode};

use crate::report::Report;

/// The codes of a message that decide its outcome.
pub(crate) type Codes = (StatusCode, Option<ErrCode>, MessageType);

/// The meaning of codes.
#[derive(Clone, Copy)]
pub(crate) struct Meaning {
    pub(crate) outcome: Outcome,
    /// Set for a test, which no operator got.
    pub(crate) is_test: bool,
    /// Set if the status and the err are in the tables.
    pub(crate) is_known: bool,
}

impl Meaning {
    fn of((status, err, kind): Codes) -> Self {
        let scope = if kind == MessageType::EMAIL { ErrScope::Email } else { ErrScope::Phone };
        let is_known_err = |err: ErrCode| err == ErrCode::NONE || get(Key::Err(scope, err)).is_some();
        Self {
            outcome: lookup(status, err, kind),
            is_test: scope == ErrScope::Phone && err == Some(ErrCode::VIRTUAL),
            is_known: get(Key::StatusOf(kind, status)).is_some() && err.is_none_or(is_known_err),
        }
    }

    /// Returns the state, or `None` for a test.
    pub(crate) fn state(&self) -> Option<State> {
        (!self.is_test).then_some(self.outcome.state)
    }
}

/// The meanings that were looked up.
#[derive(Default)]
pub(crate) struct Meanings(HashMap<Codes, Meaning>);

impl Meanings {
    /// Returns what codes mean.
    pub(crate) fn of(&mut self, codes: Codes) -> Meaning {
        *self.0.entry(codes).or_insert_with(|| Meaning::of(codes))
    }
}

/// Returns the type that decides the outcome of a message, as `sms_outcome::type_of` does. `kind`
/// is what is known of all messages, and `is_address` returns whether the phone is an e-mail
/// address.
pub(crate) fn type_of(report: &Report, kind: MessageKind, is_address: impl FnOnce() -> bool) -> MessageType {
    let of_flag = || u16::try_from(report.flag).ok().map(|flag| Flag(flag).message_type());
    let stated = u8::try_from(report.message_type).ok().map(MessageType).or_else(of_flag);
    let is_email = match (stated, kind) {
        (Some(stated), _) => stated == MessageType::EMAIL,
        (None, MessageKind::Email) => true,
        (None, MessageKind::Sms | MessageKind::Hlr) => false,
        (None, MessageKind::Auto) => is_address(),
    };
    match stated {
        _ if is_email => MessageType::EMAIL,
        _ if report.is_hlr => MessageType::HLR,
        None if kind == MessageKind::Hlr => MessageType::HLR,
        stated => stated.unwrap_or(MessageType::SMS),
    }
}

#[cfg(test)]
mod tests {
    use smsc_proto::{Field, RecordBuilder};

    use super::*;
    use crate::names::NONE;

    #[test]
    fn types_are_those_of_the_outcomes() {
        let phones = ["79990000001", "user@example.org"];
        let kinds = [MessageKind::Auto, MessageKind::Sms, MessageKind::Hlr, MessageKind::Email];
        for (flag, stated, hlr, phone, kind) in
            (0..5 * 3 * 2 * 2 * 4).map(|at| (at % 5, at / 5 % 3, at / 15 % 2, phones[at / 30 % 2], kinds[at / 60 % 4]))
        {
            let (flag, stated) = ([None, Some(0), Some(4), Some(8), Some(40)][flag], [None, Some(0), Some(8)][stated]);
            let mut builder = RecordBuilder::new(StatusCode::DELIVERED).text(Field::Phone, phone).unwrap();
            for (field, number) in [(Field::Flag, flag), (Field::Type, stated)] {
                builder = number.map_or(builder, |number| builder.number(field, number).unwrap());
            }
            if hlr == 1 {
                builder = builder.text(Field::Msc, "79990000000").unwrap();
            }
            let record = builder.build();
            let report = Report {
                flag: flag.map_or(-1, |flag| flag.try_into().unwrap()),
                message_type: stated.map_or(-1, |stated| stated.try_into().unwrap()),
                is_hlr: hlr == 1,
                ..Report::new(StatusCode::DELIVERED)
            };
            let found = type_of(&report, kind, || phone.contains('@'));
            assert_eq!(found, sms_outcome::type_of(&record, kind), "{report:?} {phone} {kind:?}");
        }
    }

    #[test]
    fn tests_are_of_phones_alone() {
        let mut meanings = Meanings::default();
        let mut of = |status, err, kind| meanings.of((StatusCode(status), err, kind));
        let test = of(1, Some(ErrCode(200)), MessageType::SMS);
        assert!(test.is_test && test.is_known && test.state().is_none());
        let email = of(20, Some(ErrCode(200)), MessageType::EMAIL);
        assert!(!email.is_test && !email.is_known);
        assert_eq!(of(20, Some(ErrCode(245)), MessageType::SMS).state(), Some(State::Unknown));
        assert_eq!(of(-3, None, MessageType::SMS).state(), Some(State::Unknown));
        assert!(of(20, Some(ErrCode(0)), MessageType::EMAIL).is_known);
        assert!(!of(77, None, MessageType::SMS).is_known && !of(20, Some(ErrCode(NONE - 1)), MessageType::SMS).is_known);
    }
}
