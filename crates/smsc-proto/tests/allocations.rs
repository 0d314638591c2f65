//! Parsing and writing allocate nothing: every allocation of the thread is counted while the core
//! works, and there is none.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fmt::Write as _;
use std::hint::black_box;

use smsc_proto::{Buffer, Charset, ChunkReader, Event, Format, Query, Record, Reply, Value, WriteError, WriteErrorKind, Writer};
use testkit::{adapter, generate};

/// The system's allocator, with a counter.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

fn count() {
    ALLOCATIONS.set(ALLOCATIONS.get() + 1);
}

// SAFETY: every call is passed on to the system's allocator with the caller's arguments, and its
// result is returned. Counting neither allocates nor unwinds: the counter has no destructor and
// needs no initialisation, and it cannot overflow, because it would have to count more allocations
// than there are addresses.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller guarantees a valid layout.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count();
        // SAFETY: the caller guarantees a valid layout.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count();
        // SAFETY: the caller guarantees that the block was allocated by this allocator, which is
        // the system's, with this layout.
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as for `realloc`.
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// Returns the number of allocations of `work`, and its result.
fn counted<T>(work: impl FnOnce() -> T) -> (usize, T) {
    let before = ALLOCATIONS.get();
    let result = work();
    (ALLOCATIONS.get() - before, result)
}

#[test]
fn every_kind_of_allocation_is_counted() {
    assert_eq!(counted(|| black_box(Box::new(7))).0, 1);
    assert_eq!(counted(|| black_box(vec![0_u8; 100])).0, 1);
    let mut grown = black_box(vec![1]);
    assert_eq!(counted(|| grown.reserve(1000)).0, 1);
    assert_eq!(counted(|| drop(black_box(grown))).0, 0);
}

/// A formatter output that keeps the length alone.
#[derive(Default)]
struct Shown(usize);

impl std::fmt::Write for Shown {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

/// Formats and decodes every field of a record in every way, and returns the number of fields.
fn format_all(record: &Record<'_>, buffer: &mut [u8]) -> usize {
    let mut shown = Shown::default();
    let mut fields = 0;
    for (_, value) in record.fields() {
        fields += 1;
        match value {
            Value::Number(number) => write!(shown, "{number}").unwrap(),
            Value::Cost(cost) => write!(shown, "{cost}{:?}", cost.ten_thousandths()).unwrap(),
            Value::Text(text) => {
                let len = text.decode_into(buffer).unwrap();
                assert_eq!(text.chars().map(char::len_utf8).sum::<usize>(), len);
                write!(shown, "{text}").unwrap();
            }
        }
    }
    write!(shown, "{record:?}").unwrap();
    #[cfg(feature = "heapless")]
    assert_eq!(smsc_proto::OwnedRecord::<8192>::try_from(record).unwrap().as_record().fields().count(), fields);
    fields
}

/// Returns the query in every other format and charset.
fn others(query: Query<'_>) -> impl Iterator<Item = Query<'_>> {
    [Format::KeyValue, Format::Values, Format::Xml, Format::Json]
        .into_iter()
        .flat_map(move |format| Charset::ALL.iter().map(move |charset| query.charset(*charset).format(format)))
}

/// Parses a whole body, formats every record and writes it in every format. Returns the number of
/// records.
fn read(query: Query<'_>, body: &[u8], buffer: &mut [u8]) -> usize {
    let mut shown = Shown::default();
    let records = match query.read(body) {
        Ok(Reply::Records(records)) => records,
        Ok(Reply::Deleted) => return 0,
        Ok(Reply::Error(error)) => {
            write!(shown, "{error}").unwrap();
            for other in others(query) {
                Writer::new(other).replacing().error(&error, &mut Buffer::new(buffer)).unwrap();
            }
            return 0;
        }
        Err(error) => {
            write!(shown, "{error}{error:?}").unwrap();
            return 0;
        }
    };
    let mut found = 0;
    for record in records.clone() {
        match record {
            Ok(record) => {
                found += 1;
                format_all(&record, buffer);
                for other in others(query) {
                    for writer in [Writer::new(other), Writer::new(other).replacing()] {
                        if let Err(error) = writer.record(&record, &mut Buffer::new(buffer)) {
                            assert!(!matches!(error.kind(), WriteErrorKind::Full { .. }), "the buffer is too small");
                            write!(shown, "{error}").unwrap();
                        }
                    }
                }
            }
            Err(error) => write!(shown, "{error}{error:?}").unwrap(),
        }
    }
    assert!(records.matched().count() >= found);
    found
}

/// Parses a body that arrives in chunks, and returns the number of records.
fn read_chunks(query: Query<'_>, body: &[u8], window: &mut [u8], chunk: usize) -> usize {
    let mut reader = ChunkReader::new(query);
    let (mut found, mut filled, mut left) = (0, 0, body);
    loop {
        let Ok((consumed, event)) = reader.read(&window[..filled], left.is_empty()) else { return found };
        let is_more = matches!(event, Event::NeedMore);
        found += usize::from(matches!(event, Event::Record(Ok(_))));
        if matches!(event, Event::End) {
            return found;
        }
        window.copy_within(consumed..filled, 0);
        filled -= consumed;
        if is_more {
            let (next, rest) = left.split_at(chunk.min(left.len()));
            window[filled..filled + next.len()].copy_from_slice(next);
            (filled, left) = (filled + next.len(), rest);
        }
    }
}

#[test]
fn no_case_allocates() {
    let mut buffer = vec![0; 1 << 14];
    let mut all = 0;
    for case in testkit::load() {
        let wanted = case.expect.iter().filter(|line| line.get("status").is_some()).count();
        adapter::with_query(&case.query, |query| {
            let (allocations, found) = counted(|| read(query, &case.body, &mut buffer));
            assert_eq!((allocations, found), (0, wanted), "{}, {}", case.file, case.name);
            for chunk in [1, 64] {
                let (allocations, found) = counted(|| read_chunks(query, &case.body, &mut buffer, chunk));
                assert_eq!((allocations, query.is_batch() && found != wanted), (0, false), "{}, {}", case.file, case.name);
            }
        });
        all += wanted;
    }
    assert!(all > 200, "the cases have {all} records");
}

#[test]
fn no_batch_of_100_000_allocates() {
    const COUNT: usize = 100_000;
    let body = generate::batch(7, COUNT, 2, "windows-1251");
    let query = Query::new(Format::Values, smsc_proto::Detail::Full).batch();
    let mut written = vec![0; 60 << 20];
    let mut window = vec![0; 1 << 16];
    for format in [Format::KeyValue, Format::Values, Format::Xml, Format::Json] {
        let other = query.format(format);
        let write = |buffer| -> Result<_, WriteError> {
            let mut batch = Writer::new(other).replacing().batch(buffer)?;
            let Ok(Reply::Records(records)) = query.read(&body) else { panic!("no records") };
            records.flatten().try_for_each(|record| batch.record(&record))?;
            batch.end()
        };
        let (allocations, buffer) = counted(|| write(Buffer::new(&mut written)).unwrap());
        assert_eq!(allocations, 0, "written in {format:?}");
        let body = buffer.written();
        let (allocations, found) = counted(|| {
            let Ok(Reply::Records(records)) = other.read(body) else { panic!("no records") };
            let decode = |record: &Record<'_>| {
                record.fields().for_each(|(_, value)| {
                    if let Value::Text(text) = value {
                        text.decode_into(&mut window).unwrap();
                    }
                });
            };
            records.flatten().inspect(decode).count()
        });
        assert_eq!((allocations, found), (0, COUNT), "parsed in {format:?}");
        let (allocations, found) = counted(|| read_chunks(other, body, &mut window, 1 << 14));
        assert_eq!((allocations, found), (0, COUNT), "read in chunks in {format:?}");
    }
}

#[test]
fn requests_allocate_nothing() {
    use smsc_proto::request::{Credentials, Request as _, SendRequest, Server, StatusRequest};
    use smsc_proto::{MessageId, Requested};

    let phones: Vec<_> = (0..1000).map(|n| format!("79{n:09}")).collect();
    // In no order, so that the search for repetitions needs its table.
    let ids = (0..1000).map(|n| MessageId::new(n * 7919 % 1000 + 1).unwrap());
    let pairs: Vec<_> = ids.zip(&phones).map(|(id, phone)| Requested { id, phone }).collect();
    let long = "я".repeat(1000);
    let (allocations, len) = counted(|| {
        let (mut body, mut url) = (Shown::default(), Shown::default());
        let request = StatusRequest::batch(&pairs);
        request.write_body(&Credentials::api_key("k3y"), &mut body).unwrap();
        request.write_url(&Server::SMSC_RU, &mut url).unwrap();
        let send = SendRequest::new(&["79990000001"], &long);
        send.write_body(&Credentials::login("a", "b"), &mut body).unwrap();
        let error = StatusRequest::batch(&[]).write_body(&Credentials::api_key("k3y"), &mut url).unwrap_err();
        write!(url, "{error}{error:?}{request:?}{send:?}").unwrap();
        body.0 + url.0
    });
    assert_eq!(allocations, 0);
    assert!(len > 20_000);
}

#[cfg(feature = "callback")]
#[test]
fn notifications_allocate_nothing() {
    use smsc_proto::callback::{Callback, CallbackFormat, Secret};

    let bodies = [
        (CallbackFormat::Form, "phone=123&mes=te%78t&to=234&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd".to_owned()),
        (CallbackFormat::Json, r#"{"phone":123,"mes":"te\u0078t","to":"234","md5":"7fb04576256c41afe248c391d925ff1f"}"#.to_owned()),
        (
            CallbackFormat::Xml,
            "<a><phone>79990000001</phone><ts>1760080210</ts><waitcall>1</waitcall>\
             <md5>ff2efe73235c315ccd078fc65cca78e2</md5></a>"
                .to_owned(),
        ),
        (CallbackFormat::Form, format!("id=101&phone=79990000001&status=1&sender={}", "%20".repeat(10_000))),
        (CallbackFormat::Json, r#"{"id":101,"id":102}"#.to_owned()),
    ];
    let mut verified = 0;
    for (format, body) in bodies {
        let mut body = body.into_bytes();
        let (allocations, is_right) = counted(|| {
            let mut shown = Shown::default();
            let secret = Secret::new(b"zxc").unwrap();
            let callback = Callback::parse(&mut body, format, Charset::Windows1251);
            let found = callback.and_then(|callback| callback.verify(&secret));
            match &found {
                Ok(verified) => write!(shown, "{verified:?}").unwrap(),
                Err(error) => write!(shown, "{error}{error:?}").unwrap(),
            }
            found.is_ok()
        });
        assert_eq!(allocations, 0, "{format:?}");
        verified += u32::from(is_right);
    }
    assert_eq!(verified, 3);
}
