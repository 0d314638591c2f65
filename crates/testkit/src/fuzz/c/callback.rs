//! Push notifications: the C functions accept what the core accepts, and leave nothing after a
//! failure.

use smsc_proto::Charset;
use smsc_proto::callback::{Callback, CallbackError, CallbackField, CallbackFormat, Secret};
use testkit_c::callback::{smsc_callback_parse, smsc_callback_verify};
use testkit_c::callback_error::smsc_callback_error_describe;
use testkit_c::callback_types::{smsc_callback, smsc_callback_error, smsc_callback_format, smsc_callback_kind};
use testkit_c::codes::{smsc_lang, smsc_table};
use testkit_c::results::smsc_result;
use testkit_c::text::smsc_code_name;
use testkit_c::types::smsc_view;

use super::{NO_VIEW, charset_of, inside, is, record, size_of};

const SECRET: &[u8] = b"zxc";

/// Parses and verifies a body with the core and with the C functions.
pub(in crate::fuzz) fn check(body: &[u8], format: CallbackFormat, charset: Charset) {
    let (mut of_core, mut of_c) = (Box::<[u8]>::from(body), Box::<[u8]>::from(body));
    let parsed = Callback::parse(&mut of_core, format, charset);
    let (code, found) = call(&mut of_c, format, charset, None);
    agrees(&parsed.as_ref().map(|_| 0).map_err(|error| *error), code, &found, &of_c);
    let secret = Secret::new(SECRET).expect("a secret");
    let verified = parsed.and_then(|callback| callback.verify(&secret));
    let covered = verified.as_ref().map(|verified| verified.covered().iter().fold(0, |bits, field| bits | bit(*field)));
    let mut of_c = Box::<[u8]>::from(body);
    let (code, found) = call(&mut of_c, format, charset, Some(SECRET));
    agrees(&covered.map_err(|error| *error), code, &found, &of_c);
}

const fn bit(field: CallbackField) -> u32 {
    1 << field as u32
}

/// Calls a C function whose output had a verified notification before.
fn call(body: &mut [u8], format: CallbackFormat, charset: Charset, secret: Option<&[u8]>) -> (i32, smsc_callback) {
    let format = match format {
        CallbackFormat::Xml => smsc_callback_format::Xml,
        CallbackFormat::Json => smsc_callback_format::Json,
        _ => smsc_callback_format::Form,
    } as i32;
    let old = smsc_view { ptr: body.as_ptr().cast(), len: body.len() };
    let mut found = smsc_callback {
        size: size_of::<smsc_callback>(),
        kind: smsc_callback_kind::Incoming as i32,
        is_verified: 1,
        algorithm: 2,
        covered: u32::MAX,
        encoding: 0,
        record: record::empty(),
        phone: old,
        mes: old,
        to: old,
        sms_id: old,
        waitcall: old,
        ts: 1,
    };
    let mut error =
        smsc_callback_error { size: size_of::<smsc_callback_error>(), code: 0, field: -1, offset: -1, expected: NO_VIEW };
    let (ptr, len, charset) = (body.as_mut_ptr().cast(), body.len(), charset_of(charset));
    // SAFETY: the pointers are to locals, and the lengths are theirs.
    let code = unsafe {
        match secret {
            None => smsc_callback_parse(ptr, len, format, charset, &raw mut found, &raw mut error),
            Some(secret) => {
                let secret_len = secret.len();
                let secret = secret.as_ptr().cast();
                smsc_callback_verify(ptr, len, format, charset, secret, secret_len, &raw mut found, &raw mut error)
            }
        }
    };
    if !is(code, smsc_result::Ok) {
        let (mut line, mut count) = ([0; 256], 0);
        // SAFETY: as above; the function has filled the error.
        let described = unsafe { smsc_callback_error_describe(&raw const error, line.as_mut_ptr(), line.len(), &raw mut count) };
        assert!(is(described, smsc_result::Ok) && count > 0, "the error is described with {described}");
        assert!(error.code == code && error.offset <= i64::try_from(body.len()).expect("a short body"));
    }
    (code, found)
}

/// Checks the result of a C function: the core accepts the notification with these covered fields,
/// or rejects it.
fn agrees(wanted: &Result<u32, CallbackError>, code: i32, found: &smsc_callback, body: &[u8]) {
    let views = [found.phone, found.mes, found.to, found.sms_id, found.waitcall, found.record.phone, found.record.sender_id];
    match wanted {
        Ok(covered) => {
            assert!(is(code, smsc_result::Ok), "the core accepts what the C function rejects with {code}");
            assert_eq!((found.covered, found.is_verified), (*covered, i32::from(*covered != 0)));
            assert_ne!(found.kind, smsc_callback_kind::None as i32);
            for view in views.into_iter().filter(|view| !view.ptr.is_null()) {
                inside(view, body);
            }
        }
        Err(error) => {
            assert_eq!(name_of(code), error.kind().name().as_bytes());
            assert_eq!((found.kind, found.is_verified, found.algorithm, found.covered, found.ts), (0, 0, 0, 0, 0));
            assert!(views.iter().all(|view| view.ptr.is_null() && view.len == 0) && found.record.status == i32::MIN);
        }
    }
}

/// Returns the name of a result.
fn name_of(code: i32) -> &'static [u8] {
    let mut name = NO_VIEW;
    // SAFETY: the pointer is to a local.
    let found = unsafe { smsc_code_name(smsc_table::CallbackError as i32, code, smsc_lang::En as i32, &raw mut name) };
    assert!(is(found, smsc_result::Ok), "{code} has no name");
    // SAFETY: the name is in the library.
    unsafe { std::slice::from_raw_parts(name.ptr.cast(), name.len) }
}
