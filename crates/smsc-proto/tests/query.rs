//! The query: its builder methods and getters, and the names of its options.

use smsc_proto::{Charset, Detail, Format, MessageId, MessageKind, MessageType, Query, Requested};

#[test]
fn every_builder_method_sets_its_option() {
    let requested = [Requested { id: MessageId::new(5).unwrap(), phone: "79990000020" }];
    let query =
        Query::new(Format::Json, Detail::Full).batch().charset(Charset::Koi8R).kind(MessageKind::Email).requested(&requested);
    assert_eq!((query.get_format(), query.get_detail(), query.is_batch()), (Format::Json, Detail::Full, true));
    assert_eq!((query.get_charset(), query.get_kind()), (Charset::Koi8R, MessageKind::Email));
    assert_eq!(query.get_requested().map(|requested| requested[0].id), MessageId::new(5));
    let other = query.format(Format::Xml);
    assert_eq!((other.get_format(), other.get_detail(), other.get_charset()), (Format::Xml, Detail::Full, Charset::Koi8R));
}

#[test]
fn every_option_has_its_name_back() {
    for charset in Charset::ALL {
        assert_eq!(Charset::from_name(charset.name()), Some(*charset));
    }
    for kind in MessageKind::ALL {
        assert_eq!(MessageKind::from_name(kind.name()), Some(*kind));
    }
    for row in MessageType::TABLE {
        assert_eq!(MessageType::from_name(row.ident).map(|found| i32::from(found.0)), Some(row.code));
    }
    assert_eq!((Charset::from_name("cp1251"), MessageKind::from_name("SMS"), MessageType::from_name("")), (None, None, None));
}
