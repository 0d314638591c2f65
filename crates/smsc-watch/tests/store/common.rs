//! Messages and reports for the tests of both stores.

use smsc_client::{FieldValue, Id, MessageRecord};
use smsc_proto::{Field, StatusCode};
use smsc_watch::{NewMessage, NewReport, Of, Source};

/// Runs the suite with what opens an empty store for a test of this name.
#[macro_export]
macro_rules! suite {
    (@tests [$open:path] $attributes:tt $($name:ident)*) => {
        $( $crate::suite! { @one [$open] $attributes $name } )*
    };
    (@one [$open:path] [$($attribute:tt)*] $name:ident) => {
        #[test]
        $($attribute)*
        fn $name() {
            $crate::suite::$name(&mut *$open(stringify!($name)));
        }
    };
    ($open:path $(, #$attribute:tt)?) => {
        $crate::suite! { @tests [$open] [$(#$attribute)?]
            adds_a_message_once
            adds_a_phone_once_however_it_is_typed
            claims_each_message_once
            claims_no_message_with_an_end
            keeps_the_times_of_requests
            lets_one_batch_go_out_in_each_gap
            merges_reports
            finds_the_message_of_a_report
            adds_the_messages_of_notifications_alone
            marks_messages_that_are_not_found
            replaces_a_loss_by_a_final_status
            passes_changes_on_until_they_are_acknowledged
            passes_ends_on_once
            stores_nothing_of_a_call_that_fails
            stores_the_same_row_as_a_merge_of_all_reports
        }
    };
}

pub(crate) const NOW: u64 = 1_760_080_210_000;

pub(crate) fn message(id: u32, phone: &str) -> NewMessage {
    NewMessage { id: Id::Number(id), phone: phone.to_owned(), sent: Some(NOW - 5_000) }
}

pub(crate) fn record(status: i32, fields: &[(Field, FieldValue)]) -> MessageRecord {
    MessageRecord::from_fields(StatusCode(status), fields.iter().cloned(), false).unwrap()
}

/// Returns a record with the status, its time in Unix seconds, and an err.
pub(crate) fn state(status: i32, since: i64, err: i64) -> MessageRecord {
    record(status, &[(Field::LastTimestamp, FieldValue::Number(since)), (Field::Err, FieldValue::Number(err))])
}

pub(crate) fn of_row(row: i64, record: MessageRecord) -> NewReport {
    NewReport { message: Of::Row(row), record, source: Source::Asked, at: NOW }
}

pub(crate) fn of_key(id: u32, phone: &str, record: MessageRecord, source: Source) -> NewReport {
    NewReport { message: Of::Key(Id::Number(id), phone.to_owned()), record, source, at: NOW }
}
