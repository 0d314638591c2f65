//! A program that is never run: its size shows how much room the core takes on a small machine, by
//! the features it is built with. It prints nothing and compares nothing.

#![no_std]
#![no_main]

use core::hint::black_box;

use smsc_proto::{Detail, Format, Query};

#[cfg(feature = "reading")]
fn read(query: &Query<'_>, body: &[u8]) {
    if let Ok(smsc_proto::Reply::Records(mut records)) = query.read(body) {
        while let Some(Ok(status)) = records.next() {
            let message = status.message().map(|text| text.decode_into(&mut [0; 256]));
            black_box((status, message));
        }
    }
}

#[cfg(feature = "writing")]
fn write(query: &Query<'_>) {
    let status = smsc_proto::RecordBuilder::new(smsc_proto::StatusCode(1)).build();
    let mut bytes = [0; 512];
    let _ = black_box(smsc_proto::Writer::new(*query).record(black_box(&status), &mut smsc_proto::Buffer::new(&mut bytes)));
}

#[cfg(feature = "outcomes")]
fn judge() {
    let (status, err, kind) = black_box((1, 2, 3));
    black_box(sms_outcome::lookup(smsc_proto::StatusCode(status), Some(smsc_proto::ErrCode(err)), smsc_proto::MessageType(kind)));
    black_box(sms_outcome::lookup_api_error(smsc_proto::ApiErrorCode(err), smsc_proto::Endpoint::Status));
}

#[cfg(feature = "texts")]
fn recognise() {
    sms_outcome::explain(black_box(sms_outcome::Question::Text("text"))).for_each(|found| {
        black_box(found);
    });
    let statuses = black_box([(smsc_proto::StatusCode(0), None), (smsc_proto::StatusCode(1), None)]);
    sms_outcome::story(statuses, smsc_proto::MessageType::SMS).for_each(|chapter| {
        black_box(chapter);
    });
    sms_outcome::diagnose(black_box(sms_outcome::Symptom::NotFound)).for_each(|step| {
        black_box(step);
    });
}

#[unsafe(no_mangle)]
extern "C" fn reset() -> ! {
    let query = black_box(Query::new(Format::Values, Detail::Message).batch());
    #[cfg(feature = "reading")]
    read(&query, black_box(b"0,-9"));
    #[cfg(feature = "writing")]
    write(&query);
    #[cfg(feature = "outcomes")]
    judge();
    #[cfg(feature = "texts")]
    recognise();
    black_box(query);
    loop {}
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
