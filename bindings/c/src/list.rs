//! Lists of objects in replies, parsed one object at a time.

use core::mem::MaybeUninit;

use smsc_proto::calls::{Amount, Incoming, IncomingMessages, SentPhone, SentPhones, Statistics, StatisticsRows};
use smsc_proto::{Cost, Error};

use crate::calls_types::{smsc_incoming, smsc_list, smsc_sent_phone, smsc_statistics};
use crate::encoding::of_texts;
use crate::error::fill_reading;
use crate::raw::{self, SizePrefixed, Stored};
use crate::record::{id_fields, view};
use crate::results::smsc_result;
use crate::types::{smsc_error, smsc_view};

// SAFETY: no other state has this tag, and `FITS` is not replaced.
unsafe impl Stored for SentPhones<'static> {
    type Opaque = smsc_list;
    const TAG: u64 = u64::from_le_bytes(*b"smscphon");
}

// SAFETY: as above.
unsafe impl Stored for IncomingMessages<'static> {
    type Opaque = smsc_list;
    const TAG: u64 = u64::from_le_bytes(*b"smscinco");
}

// SAFETY: as above.
unsafe impl Stored for StatisticsRows<'static> {
    type Opaque = smsc_list;
    const TAG: u64 = u64::from_le_bytes(*b"smscstat");
}

/// Parses the next phone of a message that was sent. `list` is `phones` of a smsc_sent, or a copy
/// of it. `error` may be NULL if it is not wanted.
///
/// Returns SMSC_RESULT_OK if `phone` was filled. Returns SMSC_RESULT_END if there are no more
/// phones; `phone` is unchanged then. Returns a result from 200 to 299 if the next phone cannot be
/// parsed, with the details in `error`; the next call continues after it, or returns
/// SMSC_RESULT_END if nobody knows where the next phone starts. Returns SMSC_RESULT_NULL,
/// SMSC_RESULT_SIZE_… or, if the list was not started or has other objects, SMSC_RESULT_STATE,
/// without moving on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_list_next_phone(list: *mut smsc_list, phone: *mut smsc_sent_phone, error: *mut smsc_error) -> i32 {
    // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
    unsafe { next::<SentPhones<'static>, _, _>(list, phone, error, fill_phone) }
}

/// Parses the next incoming message of a list that smsc_parse_incoming started. For the arguments
/// and results see smsc_list_next_phone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_list_next_incoming(list: *mut smsc_list, message: *mut smsc_incoming, error: *mut smsc_error) -> i32 {
    // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
    unsafe { next::<IncomingMessages<'static>, _, _>(list, message, error, fill_incoming) }
}

/// Parses the next row of a list that smsc_parse_statistics started. For the arguments and results
/// see smsc_list_next_phone.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn smsc_list_next_statistics(list: *mut smsc_list, row: *mut smsc_statistics, error: *mut smsc_error) -> i32 {
    // SAFETY: the C program keeps docs/c-abi.md, “Pointers”, for each argument.
    unsafe { next::<StatisticsRows<'static>, _, _>(list, row, error, fill_row) }
}

/// Parses the next object of a list, and fills a C struct with it.
///
/// # Safety
///
/// The C program must keep docs/c-abi.md, “Pointers”, for each argument.
unsafe fn next<L, T, C>(list: *mut smsc_list, output: *mut C, error: *mut smsc_error, fill: Fill<T, C>) -> i32
where
    L: Stored<Opaque = smsc_list> + Iterator<Item = Result<T, Error>>,
    C: SizePrefixed,
{
    raw::run(|| {
        // SAFETY: the caller promises it.
        let (list, (size, output), error) =
            unsafe { (raw::stored::<L>(list)?, raw::sized_output(output)?, raw::optional_sized_output(error)?) };
        match list.state.next() {
            None => Ok(smsc_result::End),
            Some(Ok(found)) => {
                fill(&found, size, output);
                Ok(smsc_result::Ok)
            }
            Some(Err(found)) => Err(fill_reading(&found, error)),
        }
    })
}

/// A function that fills a C struct of this size.
type Fill<T, C> = fn(&T, u32, &mut MaybeUninit<C>);

fn fill_phone(found: &SentPhone<'static>, size: u32, output: &mut MaybeUninit<smsc_sent_phone>) {
    output.write(smsc_sent_phone {
        size,
        encoding: of_texts([Some(found.phone)]),
        phone: view(Some(found.phone)),
        mccmnc: view(found.mccmnc),
        status: view(found.status),
        error: view(found.error),
        cost: smsc_view::of_optional(found.cost.map(Cost::as_bytes)),
    });
}

fn fill_incoming(found: &Incoming<'static>, size: u32, output: &mut MaybeUninit<smsc_incoming>) {
    let (id, text_id) = id_fields(Some(found.id));
    output.write(smsc_incoming {
        size,
        id,
        encoding: of_texts([Some(found.phone)]),
        text_id,
        phone: view(Some(found.phone)),
        message: view(found.message),
        to_phone: view(found.to_phone),
        sent: view(found.sent),
        received: view(found.received),
    });
}

fn fill_row(found: &Statistics<'static>, size: u32, output: &mut MaybeUninit<smsc_statistics>) {
    output.write(smsc_statistics {
        size,
        count: found.count,
        encoding: of_texts([found.login, found.currency]),
        login: view(found.login),
        credit: smsc_view::of_optional(found.credit.map(Amount::as_bytes)),
        debit: smsc_view::of_optional(found.debit.map(Amount::as_bytes)),
        currency: view(found.currency),
    });
}
