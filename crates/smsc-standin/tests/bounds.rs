//! Hostile requests: what they take of the memory, and what is left of them. Times are not checked.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use smsc_standin::{Provider, Request, Response, Scenario, Time};

/// The allocator of the system, which counts the bytes in use and the most of them.
struct Counting;

static USED: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call is that of the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let used = USED.fetch_add(layout.size(), Ordering::Relaxed) + layout.size();
        PEAK.fetch_max(used, Ordering::Relaxed);
        // SAFETY: the caller's promises are those that the system needs.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        USED.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.dealloc(block, layout) };
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The tests of this file run one at a time, because they share the counts.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

const MB: usize = 1 << 20;
const MILLION: usize = 1_000_000;

/// 28 November 2026, 12:00 in Moscow.
const NOON: Time = Time::from_seconds(1_795_856_400);

fn rich() -> Provider {
    Provider::new(Scenario::parse("[[account]]\nprice = '0'\n[limits]\nlike_sends = 1000").unwrap())
}

/// Returns the response to a form, the bytes that it took at the most, and those that are kept.
fn measured(provider: &mut Provider, script: &str, form: &str) -> (Response, usize, usize) {
    let before = USED.load(Ordering::Relaxed);
    PEAK.store(before, Ordering::Relaxed);
    let response = provider.handle(&Request::post(script, form.as_bytes()), NOON);
    let kept = USED.load(Ordering::Relaxed).saturating_sub(before);
    (response, PEAK.load(Ordering::Relaxed) - before, kept)
}

fn form(parameters: &str) -> String {
    format!("login=demo&psw=demo&fmt=1&{parameters}")
}

/// Returns a list of different phones.
fn phones(count: usize) -> String {
    (0..count).map(|number| format!("79{number:09}")).collect::<Vec<_>>().join(",")
}

#[test]
fn a_batch_of_a_million_ids_is_refused_before_it_is_split() {
    let _alone = ONE_AT_A_TIME.lock().unwrap();
    let mut provider = rich();
    let ids = (1..=MILLION).map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    let form = form(&format!("id={ids}&phone={}", phones(MILLION)));
    let (response, peak, kept) = measured(&mut provider, "/sys/status.php", &form);
    assert_eq!(response.body, b"0,-1");
    // The form is decoded, and nothing is made of its million items.
    assert!(peak < 3 * form.len() && kept < MB, "{peak} bytes for {}, {kept} kept", form.len());
}

#[test]
fn the_number_of_ids_is_a_limit() {
    let _alone = ONE_AT_A_TIME.lock().unwrap();
    let mut provider = Provider::new(Scenario::parse("[limits]\nbatch_ids = 3\nbatch = 10").unwrap());
    let mut ask = |count: usize, end: &str| {
        let ids = vec!["1"; count].join(",");
        let form = form(&format!("id={ids}{end}&phone={}{end}", phones(count)));
        provider.handle(&Request::post("/sys/status.php", form.as_bytes()), NOON).body
    };
    assert!(ask(3, "").starts_with(b"-3,") && ask(3, ",").starts_with(b"-3,"));
    assert_eq!([ask(4, ""), ask(4, ","), ask(5, "")], [b"0,-1"; 3]);
    let mut default = Provider::new(Scenario::default());
    let form = form(&format!("id={}&phone={}", vec!["1"; 4_096].join(","), phones(4_096)));
    let (response, _, _) = measured(&mut default, "/sys/status.php", &form);
    assert_eq!(response.body.split(|byte| *byte == b'\n').count(), 4_096);
}

#[test]
fn a_message_to_a_million_phones_is_kept_once() {
    let _alone = ONE_AT_A_TIME.lock().unwrap();
    let mut provider = rich();
    let text = "я".repeat(1_000);
    let form = form(&format!("id=1&charset=utf-8&mes={text}&phones={}", phones(MILLION)));
    let (response, peak, kept) = measured(&mut provider, "/sys/send.php", &form);
    assert_eq!((response.body, provider.message_count()), (b"1,15000000".to_vec(), MILLION));
    // About 500 bytes a message, and not 2,000 more for a copy of the text.
    assert!(kept < 800 * MB && peak < 1_400 * MB, "{} MB, at the most {}", kept / MB, peak / MB);

    // A million messages are all that there is room for, until some are deleted.
    let (response, _, more) = measured(&mut provider, "/sys/send.php", &self::form("id=2&mes=b&phones=79990000001"));
    assert_eq!((response.body, more < MB), (b"0,-9".to_vec(), true));
    let (response, _, _) = measured(&mut provider, "/sys/status.php", &self::form("id=1&phone=79000999999"));
    assert_eq!(response.body, b"0,1795856400,0");
    let (response, _, _) = measured(&mut provider, "/sys/status.php", &self::form("id=1&phone=79000999998&del=1"));
    assert_eq!(response.body, b"OK");
    let (response, _, _) = measured(&mut provider, "/sys/send.php", &self::form("id=2&mes=b&phones=79990000001"));
    assert_eq!((response.body, provider.message_count()), (b"2,1".to_vec(), MILLION));
}

#[test]
fn more_phones_than_there_is_room_for_are_refused() {
    let _alone = ONE_AT_A_TIME.lock().unwrap();
    let mut provider = rich();
    let form = form(&format!("id=1&mes=a&phones={}", phones(MILLION + 1)));
    let (response, _, kept) = measured(&mut provider, "/sys/send.php", &form);
    assert_eq!((response.body, provider.message_count(), kept < MB), (b"0,-9".to_vec(), 0, true));
}

#[test]
fn prices_for_many_phones_leave_little_behind() {
    let _alone = ONE_AT_A_TIME.lock().unwrap();
    let mut provider = rich();
    let phones = phones(100_000);
    let mut all = 0;
    for number in 0..20 {
        let form = form(&format!("cost=1&mes=text{number}&phones={phones}"));
        let (response, _, kept) = measured(&mut provider, "/sys/send.php", &form);
        assert_eq!(response.body, b"0.00,100000");
        all += kept;
    }
    assert!(all < MB, "{all} bytes are kept of 20 requests");
}

#[test]
fn a_million_parameters_are_not_looked_at() {
    let _alone = ONE_AT_A_TIME.lock().unwrap();
    let mut provider = rich();
    let names: Vec<_> = (0..MILLION).map(|number| format!("p{number:x}=1")).collect();
    let form = form(&format!("{}&cur=1", names.join("&")));
    for _ in 0..3 {
        let (response, peak, kept) = measured(&mut provider, "/sys/balance.php", &form);
        assert_eq!(response.body, b"1000.00");
        assert!(peak < MB && kept < MB, "{peak} bytes, {kept} kept");
    }
}

#[test]
fn a_long_query_is_decoded_and_forgotten() {
    let _alone = ONE_AT_A_TIME.lock().unwrap();
    let mut provider = rich();
    let long = "a".repeat(10 * MB);
    for (script, parameter) in [
        ("/sys/send.php", "mes"),
        ("/sys/send.php", "sender"),
        ("/sys/get.php", "phone"),
        ("/sys/status.php", "id"),
        ("/sys/x", "y"),
    ] {
        let query = form(&format!("phones=79990000001&mes=a&get_messages=1&phone=79990000001&{parameter}={long}"));
        let before = USED.load(Ordering::Relaxed);
        PEAK.store(before, Ordering::Relaxed);
        let request = Request { query: query.as_bytes(), ..Request::post(script, b"") };
        let response = provider.handle(&request, NOON);
        assert!(response.body.len() < 100, "{script}, {parameter}");
        let kept = USED.load(Ordering::Relaxed).saturating_sub(before);
        let peak = PEAK.load(Ordering::Relaxed) - before;
        assert!(peak < 6 * query.len() && kept < MB, "{script}, {parameter}: {peak} bytes, {kept} kept");
    }
    assert_eq!(provider.message_count(), 0);
}

#[test]
fn statuses_of_many_unknown_messages_have_an_end() {
    let _alone = ONE_AT_A_TIME.lock().unwrap();
    let mut provider = rich();
    let before = USED.load(Ordering::Relaxed);
    let mut refused = 0;
    for number in 0..1_100_000 {
        let form = form(&format!("id={}&phone=79990000001", number + 1));
        let response = provider.handle(&Request::post("/sys/status.php", form.as_bytes()), NOON);
        refused += usize::from(response.body == b"0,-9");
    }
    let kept = USED.load(Ordering::Relaxed).saturating_sub(before);
    assert_eq!(refused, 1_100_000 - (1 << 20));
    assert!(kept < 400 * MB, "{} MB", kept / MB);
    // A minute later they are forgotten.
    let form = form("id=1&phone=79990000001");
    provider.handle(&Request::post("/sys/status.php", form.as_bytes()), Time(NOON.0 + 60_000));
    assert_eq!(provider.journal().entries().len(), 1_000);
}
