//! Random weeks: what is asked for, and when.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use smsc_proto::request::SendKind;
use smsc_proto::{Charset, CostMode, Detail, Format};

use crate::model::Account;
use crate::moments::{DAY, HOUR, MINUTE};

/// A request, how long after the one before it is made, by which account and from which address.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) wait: Wait,
    pub(crate) account: usize,
    pub(crate) peer: u8,
    pub(crate) by_key: bool,
    pub(crate) action: Action,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Wait {
    Millis(u64),
    /// Until the next time that the clocks in UTC show this hour, plus some milliseconds.
    Until(u64, i64),
}

/// The format, the charset and the level of detail of a reply.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub(crate) format: Format,
    pub(crate) charset: Charset,
    pub(crate) detail: Detail,
}

#[derive(Clone, Debug)]
pub(crate) enum Action {
    Send(Order),
    /// Messages by their places among those that were sent, or unknown ones.
    Status {
        picks: Vec<Pick>,
        is_batch: bool,
        form: Form,
    },
    Delete {
        picks: Vec<Pick>,
        is_batch: bool,
        form: Form,
    },
    Balance {
        form: Form,
        has_currency: bool,
    },
    History {
        days: (u64, u64),
        count: Option<u16>,
        older_than: Option<usize>,
        phone: Option<usize>,
        emails: bool,
        form: Form,
    },
    Statistics {
        days: (u64, u64),
        form: Form,
    },
    Operator {
        phone: Recipient,
        form: Form,
    },
    WrongLogin,
    NoLogin,
    /// A form that no request of the core would be.
    Faulty(&'static str, u32),
}

#[derive(Clone, Debug)]
pub(crate) struct Pick {
    pub(crate) place: usize,
    pub(crate) spelling: u8,
    pub(crate) stranger: Option<u32>,
}

#[derive(Clone, Debug)]
pub(crate) struct Order {
    pub(crate) recipients: Vec<Recipient>,
    pub(crate) text: String,
    pub(crate) kind: SendKind,
    pub(crate) id: Option<&'static str>,
    pub(crate) sender: Option<&'static str>,
    pub(crate) minutes: Option<u32>,
    pub(crate) cost: CostMode,
    pub(crate) lists: (bool, bool),
    pub(crate) form: Form,
}

/// A phone or an address, and how it is typed.
#[derive(Clone, Debug)]
pub(crate) struct Recipient {
    pub(crate) phone: String,
    pub(crate) address: &'static str,
    pub(crate) spelling: u8,
}

/// Tokens of texts: letters, what means something on the wire, and what a charset may lack.
const TOKENS: &[&str] = &[
    "a",
    "Привет",
    "мир",
    " ",
    ",",
    ", ",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "'",
    "<b>",
    "&amp;",
    "\\",
    "😀",
    "№",
    "€",
    "\u{7}",
    "\0",
    "\u{98}",
    "\u{85}",
    "\u{7f}",
    "\u{feff}",
    "\u{fffe}",
    "\t",
    "0",
    "7",
    "101",
    ",0",
    ",0,101",
    ",1,",
    "\n1,1760080210,0,",
    "1,1760080210,0,1760080202,79990000001,2.12,a,b,c,,0,101",
    "Status = 1, ",
    ", comment = ",
    ", type = 0",
    ", id = 7",
    "\nStatus = 1, check_time = 28.11.2026 12:00:00, err = 0, ",
    "~~~",
    "\n~~~\n",
    "]",
    "{\"",
    "]]>",
    "%2C",
    "+",
    "&",
    "=",
    ";",
    "ERROR = 9 (x)",
    "OK",
    ",4",
    "1760080202,79990000001,2.12,",
    "\\u0041",
    "</message>",
];

const ENDS: &[&str] = &[
    "0001", "0002", "2006", "2255", "2256", "3000", "3245", "4000", "4001", "5000", "6000", "7000", "8000", "9022", "9023", "9024",
    "9025",
];

const ADDRESSES: &[&str] = &[
    "user@example.org",
    "Read@example.org",
    "err-6@example.org",
    "err-255@example.org",
    "lost@example.org",
    "pending@example.org",
    "slow@example.org",
    "expired@example.org",
    "nostatus@example.org",
    "clicked@example.org",
    "7916@example.org",
];

fn text() -> impl Strategy<Value = String> {
    let tokens = vec(select(TOKENS), 1..10).prop_map(|tokens| tokens.concat());
    let long = (select(&["a", "я", "a,"][..]), 60_usize..500).prop_map(|(unit, count)| unit.repeat(count));
    let commented = (vec(select(TOKENS), 1..4), vec(select(TOKENS), 0..4)).prop_map(|(text, comment)| {
        let text = text.concat();
        format!("{text}\n~~~\n{}", comment.concat())
    });
    prop_oneof![6 => tokens, 2 => Just("Hello".to_owned()), 1 => long, 2 => commented]
        .prop_map(|text| text.chars().take(1_000).collect())
}

fn form() -> impl Strategy<Value = Form> {
    let format = select(&[Format::KeyValue, Format::Values, Format::Xml, Format::Json][..]);
    let detail = select(&[Detail::Status, Detail::Message, Detail::Full][..]);
    (format, select(Charset::ALL), detail).prop_map(|(format, charset, detail)| Form { format, charset, detail })
}

fn recipient() -> impl Strategy<Value = Recipient> {
    let prefix = select(&["7999", "7916", "7926", "7903", "7701", "38050", "37529", "44770"][..]);
    (prefix, select(&["000", "100"][..]), select(ENDS), select(ADDRESSES), 0..5_u8).prop_map(
        |(prefix, middle, end, address, spelling)| Recipient { phone: format!("{prefix}{middle}{end}"), address, spelling },
    )
}

fn order() -> impl Strategy<Value = Order> {
    let kind = prop_oneof![6 => Just(SendKind::Sms), 2 => Just(SendKind::Hlr), 2 => Just(SendKind::Email), 1 => Just(SendKind::Call), 2 => select(SendKind::ALL)];
    let id =
        prop::option::weighted(0.8, select(&["1", "7", "101", "102", "103", "2147483647", "order-77", "a.b_c", "x", "0-0"][..]));
    let sender = prop::option::of(select(&["", "shop", "GLOBUS", "a,b", "x = y", "12345", "2.12", "Привет", "HLR", "1,2.1"][..]));
    let minutes = prop::option::weighted(0.15, select(&[0_u32, 1, 90, 1440, 5000][..]));
    let cost = prop_oneof![5 => Just(CostMode::Send), 1 => Just(CostMode::PriceOnly), 1 => Just(CostMode::WithCost), 1 => Just(CostMode::WithBalance)];
    let lists = prop_oneof![4 => Just((false, false)), 1 => Just((true, false)), 1 => Just((false, true))];
    (vec(recipient(), 1..4), text(), kind, id, sender, minutes, cost, lists, form()).prop_map(
        |(recipients, text, kind, id, sender, minutes, cost, lists, form)| Order {
            recipients,
            text,
            kind,
            id,
            sender,
            minutes,
            cost,
            lists,
            form,
        },
    )
}

fn pick() -> impl Strategy<Value = Pick> {
    let stranger = prop::option::weighted(0.1, select(&[1_u32, 9, 2_147_483_647][..]));
    (0..8_usize, 0..5_u8, stranger).prop_map(|(place, spelling, stranger)| Pick { place, spelling, stranger })
}

fn action() -> impl Strategy<Value = Action> {
    let days = || (0..4_u64, 0..3_u64);
    let status = |most| (vec(pick(), 1..most), any::<bool>(), form());
    let history = (
        days(),
        prop::option::of(select(&[1_u16, 2, 5, 1_000][..])),
        prop::option::of(0..8_usize),
        prop::option::weighted(0.3, 0..8_usize),
        prop::bool::weighted(0.3),
        form(),
    );
    let faulty = select(
        &[
            ("send.php?phones=79990000001", 1),
            ("send.php?mes=a", 1),
            ("send.php?phones=12&mes=a&id=7", 7),
            ("send.php?phones=12,13&mes=a", 8),
            ("send.php?phones=79990000001&mes=a&time=soon", 5),
            ("send.php?phones=79990000001&mes=a&time=0999999999999", 5),
            ("send.php?phones=79990000001&mes=a&id=-5", 1),
            ("send.php?phones=79990000001&mes=a&cost=4", 1),
            ("status.php?id=1", 1),
            ("status.php?id=1,2&phone=79990000001", 1),
            ("status.php?id=0&phone=79990000001", 1),
            ("status.php?id=1&phone=79990000001&all=3", 1),
            ("status.php?id=1&phone=letters", 1),
            ("get.php?fmt=3", 1),
            ("info.php?phone=79990000001", 1),
        ][..],
    );
    prop_oneof![
        8 => order().prop_map(Action::Send),
        12 => status(5).prop_map(|(picks, is_batch, form)| Action::Status { picks, is_batch, form }),
        1 => status(3).prop_map(|(picks, is_batch, form)| Action::Delete { picks, is_batch, form }),
        2 => (form(), any::<bool>()).prop_map(|(form, has_currency)| Action::Balance { form, has_currency }),
        3 => history.prop_map(|(days, count, older_than, phone, emails, form)| Action::History {
            days, count, older_than, phone, emails, form
        }),
        1 => (days(), form()).prop_map(|(days, form)| Action::Statistics { days, form }),
        1 => (recipient(), form()).prop_map(|(phone, form)| Action::Operator { phone, form }),
        1 => Just(Action::WrongLogin),
        1 => Just(Action::NoLogin),
        2 => faulty.prop_map(|(form, error)| Action::Faulty(form, error)),
    ]
}

/// Returns a strategy for the requests of some days.
pub(crate) fn week() -> impl Strategy<Value = Vec<Event>> {
    let wait = prop_oneof![
        6 => (0..5_000_u64).prop_map(Wait::Millis),
        3 => select(&[0, MINUTE - 1, MINUTE, MINUTE + 1, 4_000, 3_999, 30_000][..]).prop_map(Wait::Millis),
        2 => (0..12 * HOUR).prop_map(Wait::Millis),
        1 => (0..3 * DAY).prop_map(Wait::Millis),
        // 03:00 and 18:00 in Moscow.
        2 => (select(&[0_u64, 15][..]), -2..3_i64).prop_map(|(hour, offset)| Wait::Until(hour, offset)),
    ];
    let event = (wait, 0..2_usize, 0..3_u8, any::<bool>(), action()).prop_map(|(wait, account, peer, by_key, action)| Event {
        wait,
        account,
        peer,
        by_key,
        action,
    });
    vec(event, 1..60)
}

/// Returns a strategy for two accounts.
pub(crate) fn accounts() -> impl Strategy<Value = Vec<Account>> {
    let account = (
        select(&[0_i64, 50_000, 10_000_000, 123_456][..]),
        select(&[0_i64, 0, 30_000][..]),
        select(&[0_i64, 21_200, 1, 14_000][..]),
        select(&[0_u64, 2, 30, 30][..]),
        select(&[-5_i8, 0, 3, 6, 14][..]),
        prop_oneof![2 => Just(vec![]), 1 => Just(vec!["shop", "GLOBUS"])],
    );
    let account = account.prop_map(|(balance, credit, price, history_days, zone, senders)| Account {
        balance,
        credit,
        price,
        history_days,
        zone,
        senders,
    });
    vec(account, 2..=2)
}
