//! A report of a message: the values that figures need, in 64 bytes.

use std::cmp::Ordering;

use sms_tracker::{Class, compare};
use smsc_proto::{ErrCode, Field, RecordBuilder, StatusCode};

use crate::names::{NONE, Names};
use crate::text_parts::TextParts;

/// A report. Names are numbers of [`Names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) status: StatusCode,
    /// The err, or [`NONE`].
    pub(crate) err: u32,
    /// The time of the status in Unix seconds, or 0.
    pub(crate) last: u64,
    /// The time of sending, or 0.
    pub(crate) sent: u64,
    /// The cost in 1/10,000, or -1.
    pub(crate) cost: i64,
    /// The bit field, or -1.
    pub(crate) flag: i32,
    /// The number of parts that the reply has, or -1.
    pub(crate) sms_cnt: i32,
    pub(crate) country: u32,
    pub(crate) operator: u32,
    pub(crate) operator_orig: u32,
    pub(crate) sender: u32,
    /// The parts of the text, if the report has it.
    pub(crate) text: Option<TextParts>,
    /// The type, or -1.
    pub(crate) message_type: i16,
    pub(crate) is_hlr: bool,
    pub(crate) is_ambiguous: bool,
}

const _: () = assert!(size_of::<Report>() == 64, "a report of each message is in memory");

/// Fields of a report, as a bit each.
pub(crate) type Fields = u16;

impl Report {
    /// Returns a report of a status, without a field.
    pub(crate) const fn new(status: StatusCode) -> Self {
        Self {
            status,
            err: NONE,
            last: 0,
            sent: 0,
            cost: -1,
            flag: -1,
            sms_cnt: -1,
            country: NONE,
            operator: NONE,
            operator_orig: NONE,
            sender: NONE,
            text: None,
            message_type: -1,
            is_hlr: false,
            is_ambiguous: false,
        }
    }

    /// Returns the fields that the report has, without those that belong to the status.
    pub(crate) fn fields(&self) -> Fields {
        let has = [
            self.sent != 0,
            self.cost >= 0,
            self.flag >= 0,
            self.sms_cnt >= 0,
            self.country != NONE,
            self.operator != NONE,
            self.operator_orig != NONE,
            self.sender != NONE,
            self.text.is_some(),
            self.message_type >= 0,
            self.is_hlr,
        ];
        has.iter().rev().fold(0, |fields, has| fields << 1 | Fields::from(*has))
    }

    /// Takes the fields that this report lacks from a lesser one.
    pub(crate) fn complete(&mut self, lesser: &Self) {
        let number = |own: &mut u32, other: u32| {
            if *own == NONE {
                *own = other;
            }
        };
        number(&mut self.country, lesser.country);
        number(&mut self.operator, lesser.operator);
        number(&mut self.operator_orig, lesser.operator_orig);
        number(&mut self.sender, lesser.sender);
        if self.sent == 0 {
            self.sent = lesser.sent;
        }
        if self.cost < 0 {
            self.cost = lesser.cost;
        }
        if self.flag < 0 {
            self.flag = lesser.flag;
        }
        if self.sms_cnt < 0 {
            self.sms_cnt = lesser.sms_cnt;
        }
        if self.message_type < 0 {
            self.message_type = lesser.message_type;
        }
        self.text = self.text.or(lesser.text);
        self.is_hlr |= lesser.is_hlr;
    }

    /// Compares two reports of one message by the rules of `sms_tracker`. Of reports that differ in no
    /// other way, those of the lesser values are lesser; a text counts as the number of its parts.
    pub(crate) fn compare(&self, other: &Self, names: &Names) -> Ordering {
        self.compare_state(other).then_with(|| {
            let name = |one: u32, other: u32| names.text(one).cmp(&names.text(other));
            let by_cut = other.is_ambiguous.cmp(&self.is_ambiguous);
            by_cut
                .then(self.flag.cmp(&other.flag))
                .then(self.is_hlr.cmp(&other.is_hlr))
                .then(self.sent.cmp(&other.sent))
                .then_with(|| name(self.country, other.country))
                .then_with(|| name(self.operator, other.operator))
                .then_with(|| name(self.operator_orig, other.operator_orig))
                .then(self.cost.cmp(&other.cost))
                .then_with(|| name(self.sender, other.sender))
                .then(self.text.cmp(&other.text))
                .then(self.message_type.cmp(&other.message_type))
                .then(self.sms_cnt.cmp(&other.sms_cnt))
        })
    }

    /// Compares the states: the class, the time, the rank of the status and the err.
    pub(crate) fn compare_state(&self, other: &Self) -> Ordering {
        let class = |report: &Self| Class::of(report.status);
        class(self).cmp(&class(other)).then(self.last.cmp(&other.last)).then_with(|| {
            if (self.status, self.err) == (other.status, other.err) {
                return Ordering::Equal;
            }
            compare(&self.state(), &other.state())
        })
    }

    /// Returns a record of the status and the err alone.
    fn state(&self) -> smsc_proto::Record<'static> {
        let builder = RecordBuilder::new(self.status);
        let with_err = self.err().and_then(|err| builder.number(Field::Err, i64::from(err.0)).ok());
        with_err.unwrap_or(builder).build()
    }

    /// Returns the err.
    pub(crate) fn err(&self) -> Option<ErrCode> {
        (self.err != NONE).then_some(ErrCode(self.err))
    }
}
