//! What the chunk reader does with a window, call by call: when it parses the window, and when it
//! waits.

use smsc_proto::{ChunkReader, Detail, Event, Format, MessageId, Query, Requested};

const BATCH: Query<'static> = Query::new(Format::Values, Detail::Message);
const RECORD: &[u8] = b"1,1760080210,0,1760080202,79990000020,2.12,G,D,text,,0,7\n";
/// A window of at least this length must grow by half before it is parsed again.
const SMALL: usize = 4096;

/// Returns a record without its end.
fn unfinished(len: usize) -> Vec<u8> {
    let mut window = b"1,1760080210,0,1760080202,79990000020,2.12,G,D,".to_vec();
    window.resize(len, b'x');
    window
}

/// Returns a whole record, and the start of another one after it.
fn whole(len: usize) -> Vec<u8> {
    let mut window = RECORD.to_vec();
    window.extend(unfinished(len - RECORD.len()));
    window
}

fn is_record(event: &Event<'_>) -> bool {
    matches!(event, Event::Record(Ok(record)) if record.id() == MessageId::new(7))
}

/// Returns a reader that has needed more after a window of this length.
fn waiting(len: usize) -> ChunkReader<'static> {
    let mut reader = ChunkReader::new(BATCH);
    assert!(matches!(reader.read(&unfinished(len), false).unwrap(), (0, Event::NeedMore)));
    reader
}

/// Checks that a window is not parsed again for each byte that is added, which keeps the time
/// linear. The windows here contain other bytes than the ones before, which shows whether they were
/// parsed.
#[test]
fn a_window_is_parsed_again_after_it_has_grown_by_half() {
    let len = SMALL + SMALL / 2;
    for (next, is_parsed) in [(len, false), (len + 1, false), (len + len / 2 - 1, false), (len + len / 2, true)] {
        let window = whole(next);
        let (consumed, event) = waiting(len).read(&window, false).unwrap();
        assert_eq!(is_record(&event), is_parsed, "{next}");
        assert!(is_parsed || (consumed == 0 && matches!(event, Event::NeedMore)), "{next}");
    }
}

#[test]
fn a_small_window_is_parsed_again_after_any_growth() {
    for len in [SMALL - 1, 100] {
        assert!(matches!(waiting(len).read(&whole(len), false).unwrap(), (0, Event::NeedMore)), "{len}");
        assert!(is_record(&waiting(len).read(&whole(len + 1), false).unwrap().1), "{len}");
    }
    assert!(matches!(waiting(SMALL).read(&whole(SMALL + 1), false).unwrap(), (0, Event::NeedMore)));
}

#[test]
fn the_last_window_is_parsed_at_any_length() {
    for next in [RECORD.len() + 60, SMALL * 2, SMALL * 2 + 1] {
        assert!(is_record(&waiting(SMALL * 2).read(&whole(next), true).unwrap().1), "{next}");
    }
}

/// Reads a window that is shorter than the one before, a part of which was consumed.
#[test]
fn a_window_that_was_partly_consumed_is_parsed_at_once() {
    let mut reader = ChunkReader::new(BATCH);
    let window = ["\u{feff}".as_bytes(), &unfinished(SMALL * 2)].concat();
    let (consumed, event) = reader.read(&window, false).unwrap();
    assert!(consumed > 0 && matches!(event, Event::NeedMore), "{consumed} {event:?}");
    assert!(is_record(&reader.read(&whole(SMALL * 2 - 10), false).unwrap().1));
}

#[test]
fn a_window_after_a_record_is_parsed_at_once() {
    let mut reader = ChunkReader::new(BATCH);
    assert!(is_record(&reader.read(&whole(SMALL * 2), false).unwrap().1));
    assert!(is_record(&reader.read(&whole(SMALL), false).unwrap().1));
}

/// Reads the shortest line, which has three bytes like a byte order mark.
#[test]
fn three_bytes_are_enough_for_a_line() {
    let mut reader = ChunkReader::new(BATCH);
    let (consumed, event) = reader.read(b"1,\n", false).unwrap();
    assert!(matches!(event, Event::Record(Err(_))) && consumed > 0, "{consumed} {event:?}");
}

/// A window that does not continue the one before is a fault of the caller. Nothing that is
/// returned then is promised, but more bytes than there are would make the caller's arithmetic
/// wrap.
#[test]
fn no_more_bytes_are_consumed_than_the_window_has() {
    let requested = [Requested { id: MessageId::new(5).unwrap(), phone: "99" }];
    for query in [BATCH, BATCH.requested(&requested)] {
        let whole = b"1,1,0,1,7,1,G,D,hi,,0,5\n1,1,0,176\n1,17";
        for first in 0..=whole.len() {
            for second in 0..first {
                for is_last in [false, true] {
                    let mut reader = ChunkReader::new(query);
                    let before = reader.read(&whole[..first], false);
                    assert!(before.is_err() || before.is_ok_and(|(consumed, _)| consumed <= first));
                    for window in [&whole[..second], b"1,1,0,1,7,1,G,D,a,b,16"] {
                        if let Ok((consumed, event)) = reader.read(window, is_last) {
                            assert!(
                                consumed <= window.len(),
                                "{first} {second} {is_last}: {consumed} of {} ({event:?})",
                                window.len()
                            );
                        }
                    }
                }
            }
        }
    }
}
