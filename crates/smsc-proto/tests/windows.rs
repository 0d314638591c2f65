//! What the chunk reader does with a window, call by call: when it looks, and when it waits.

use smsc_proto::{ChunkReader, Detail, Event, Format, Query};

const BATCH: Query<'static> = Query::new(Format::Values, Detail::Message);
const RECORD: &[u8] = b"1,1760080210,0,1760080202,79990000020,2.12,G,D,text,,0,7\n";
/// From this length on a window has to grow by half before it is looked at again.
const SMALL: usize = 4096;

/// A record that has not come to its end.
fn beginning(len: usize) -> Vec<u8> {
    let mut window = b"1,1760080210,0,1760080202,79990000020,2.12,G,D,".to_vec();
    window.resize(len, b'x');
    window
}

/// Bytes that hold a whole record at their start, and the beginning of another one behind it.
fn whole(len: usize) -> Vec<u8> {
    let mut window = RECORD.to_vec();
    window.extend(beginning(len - RECORD.len()));
    window
}

fn is_record(event: &Event<'_>) -> bool {
    matches!(event, Event::Record(Ok(status)) if status.id() == Some(7))
}

/// A reader that has asked for more behind a window of this length.
fn waiting(len: usize) -> ChunkReader<'static> {
    let mut chunks = ChunkReader::new(BATCH);
    assert!(matches!(chunks.read(&beginning(len), false).unwrap(), (0, Event::NeedMore)));
    chunks
}

/// What makes the time linear: not each byte that comes has the window looked through once more. The windows here hold what the ones before did not, which shows
/// whether they were looked at.
#[test]
fn a_window_is_looked_at_again_when_it_has_grown_by_half() {
    let len = SMALL + SMALL / 2;
    for (next, is_looked_at) in [(len, false), (len + 1, false), (len + len / 2 - 1, false), (len + len / 2, true)] {
        let window = whole(next);
        let (used, event) = waiting(len).read(&window, false).unwrap();
        assert_eq!(is_record(&event), is_looked_at, "{next}");
        assert!(is_looked_at || (used == 0 && matches!(event, Event::NeedMore)), "{next}");
    }
}

#[test]
fn a_small_window_is_looked_at_again_when_it_has_grown_at_all() {
    for len in [SMALL - 1, 100] {
        assert!(matches!(waiting(len).read(&whole(len), false).unwrap(), (0, Event::NeedMore)), "{len}");
        assert!(is_record(&waiting(len).read(&whole(len + 1), false).unwrap().1), "{len}");
    }
    assert!(matches!(waiting(SMALL).read(&whole(SMALL + 1), false).unwrap(), (0, Event::NeedMore)));
}

#[test]
fn the_last_window_is_looked_at_however_long_it_is() {
    for next in [RECORD.len() + 60, SMALL * 2, SMALL * 2 + 1] {
        assert!(is_record(&waiting(SMALL * 2).read(&whole(next), true).unwrap().1), "{next}");
    }
}

/// Where a part of the window was used up, the next one is shorter.
#[test]
fn behind_what_was_used_up_nothing_is_waited_for() {
    let mut chunks = ChunkReader::new(BATCH);
    let window = ["\u{feff}".as_bytes(), &beginning(SMALL * 2)].concat();
    let (used, event) = chunks.read(&window, false).unwrap();
    assert!(used > 0 && matches!(event, Event::NeedMore), "{used} {event:?}");
    assert!(is_record(&chunks.read(&whole(SMALL * 2 - 10), false).unwrap().1));
}

#[test]
fn what_has_been_read_makes_nobody_wait() {
    let mut chunks = ChunkReader::new(BATCH);
    assert!(is_record(&chunks.read(&whole(SMALL * 2), false).unwrap().1));
    assert!(is_record(&chunks.read(&whole(SMALL), false).unwrap().1));
}

/// A byte order mark has three bytes, and so has the shortest line.
#[test]
fn three_bytes_are_enough_for_a_line() {
    let mut chunks = ChunkReader::new(BATCH);
    let (used, event) = chunks.read(b"1,\n", false).unwrap();
    assert!(matches!(event, Event::Record(Err(_))) && used > 0, "{used} {event:?}");
}
