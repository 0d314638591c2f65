//! Ids that are numbers or texts, and phones as people type them (R3a, R47d).

use smsc_proto::{
    Charset, Detail, Field, Format, MessageId, Query, RecordBuilder, SingleReply, StatusCode, Text, Value, phone_key, same_phone,
};

#[test]
fn digits_are_a_number() {
    for (text, number) in [("1", 1), ("63", 63), ("007", 7), ("2147483647", 2_147_483_647)] {
        let id = MessageId::parse(text).unwrap();
        assert_eq!((id.number(), id.text()), (Some(number), None), "{text}");
        assert_eq!(Some(id), MessageId::new(number));
        assert!(id == number && id == text);
        assert_eq!(id.to_string(), number.to_string());
    }
    for text in ["", "0", "00", "-1", "-0", "2147483648", "99999999999999999999"] {
        assert_eq!(MessageId::parse(text), None, "{text}");
    }
    assert_eq!((MessageId::new(0), MessageId::new(1 << 31)), (None, None));
}

#[test]
fn anything_else_of_its_characters_is_a_text() {
    let longest = "q".repeat(40);
    for text in ["a", "order-77", "a.b_C", "1.5", "5-", "--5", "-", "-5-", ".", "_", longest.as_str()] {
        let id = MessageId::parse(text).unwrap();
        assert_eq!((id.number(), id.text()), (None, Some(text)));
        assert_eq!((id.to_string(), format!("{id:?}")), (text.to_owned(), format!("{text:?}")));
        assert!(id == text && id != "a-b");
    }
    for text in [&"q".repeat(41), "a b", "a/b", "a,b", "a:b", "+5", " 5", "ё", "a\n", "a\0", "№5"] {
        assert_eq!(MessageId::parse(text), None, "{text:?}");
    }
}

#[test]
fn an_id_of_a_builder_is_the_id_of_the_record() {
    let text = MessageId::parse("order-77").unwrap();
    let builder = RecordBuilder::new(StatusCode::READ);
    let record = builder.id(text).build();
    assert_eq!((record.id(), record.get(Field::Id)), (Some(text), Some(Value::Text(Text::new(b"order-77", Charset::Utf8)))));
    assert_eq!(record, builder.text(Field::Id, "order-77").unwrap().build());
    let number = builder.id(text).id(MessageId::new(63).unwrap()).build();
    assert_eq!((number.id(), number.get(Field::Id)), (MessageId::new(63), Some(Value::Number(63))));
    assert_eq!(number, builder.number(Field::Id, 63).unwrap().build());
    assert!(builder.text(Field::Id, "order 77").is_err());
}

#[test]
fn an_api_error_has_the_id_of_its_message() {
    let id = MessageId::parse("order-77");
    for (format, body) in [
        (Format::KeyValue, "ERROR = 8 (can't to deliver), ID - order-77"),
        (Format::Values, "order-77,-8"),
        (Format::Xml, "<result><error>x</error><error_code>8</error_code><id>order-77</id></result>"),
        (Format::Json, "{\"error\": \"x\", \"error_code\": 8, \"id\": \"order-77\"}"),
    ] {
        let Ok(SingleReply::Error(error)) = Query::new(format, Detail::Status).read_one(body.as_bytes()) else { panic!("{body}") };
        assert_eq!((error.code.0, error.id), (8, id), "{body}");
    }
}

/// Compares two phones, in both orders and in every charset.
fn assert_phones(is_same: bool, left: &str, right: &str) {
    let text = |phone: &'static [u8], charset| Text::new(phone, charset);
    for charset in Charset::ALL {
        let encode = |phone: &str| {
            let bytes = encoding_rs::Encoding::for_label(charset.name().as_bytes()).unwrap().encode(phone).0.into_owned();
            text(bytes.leak(), *charset)
        };
        let (left, right) = (encode(left), encode(right));
        assert_eq!((same_phone(left, right), same_phone(right, left)), (is_same, is_same), "{left} {right}");
        // The one exception is in the documentation of `phone_key`.
        let is_exception =
            [left, right].into_iter().all(|phone| phone.chars().filter(|next| *next != '+').eq("84912345678".chars()));
        assert_eq!(phone_key(left).eq(phone_key(right)), is_same && !is_exception, "{left} {right}");
    }
}

#[test]
fn phones_are_compared_as_numbers() {
    for typed in
        ["+79991230300", "8 (999) 123-03-00", "89991230300", "9991230300", "999 123 03 00", "7-999-123-03-00", "79991230300"]
    {
        assert_phones(true, typed, "79991230300");
        assert_phones(false, typed, "79991230301");
    }
    // National prefixes are those of Russia, and only of numbers of its length.
    assert_phones(false, "8999123030", "7999123030");
    assert_phones(false, "899912303001", "799912303001");
    assert_phones(false, "8991230300", "78991230300");
    // A plus says that the number is whole: +84… is of Vietnam, and +9… of no Russian.
    assert_phones(false, "+84912345678", "74912345678");
    assert_phones(true, "+84912345678", "84912345678");
    assert_phones(false, "+9991230300", "79991230300");
    assert_phones(true, "84912345678", "74912345678");
    assert_phones(false, "", "79991230300");
    assert_phones(true, "", "");
}

#[test]
fn addresses_and_names_are_compared_without_regard_to_case() {
    assert_phones(true, "User.Name@Example.org", "user.name@example.ORG");
    assert_phones(true, "Почта@Пример.РФ", "почта@пример.рф");
    assert_phones(true, "ЁЖ@x.ru", "ёж@x.ru");
    assert_phones(false, "user1@example.org", "user2@example.org");
    assert_phones(false, "79991230300@example.org", "79991230300");
    assert_phones(true, "Anna", "ANNA");
    assert_phones(false, "Anna", "Hanna");
    assert_phones(false, "Anna", "5");
}
