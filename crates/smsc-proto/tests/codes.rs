//! Codes, flags and costs. The names of codes are exactly those that the vendor prints (R35 to
//! R37).

use smsc_proto::{ApiErrorCode, CodeName, Cost, ErrCode, ErrScope, Flag, MessageType, StatusCode, Template};

/// Russian names by code, from the vendor's pages: data that the tables must match, copied here a
/// second time on purpose.
const STATUS: &str = "-3 Сообщение не найдено|-2 Остановлено|-1 Ожидает отправки|0 Передано оператору|1 Доставлено|2 Прочитано|3 Просрочено|\
4 Нажата ссылка|20 Невозможно доставить|22 Неверный номер|23 Запрещено|24 Недостаточно средств|25 Недоступный номер";
const ERR: &str = "0 Нет ошибки|1 Абонент не существует|6 Абонент не в сети|11 Не подключена услуга|12 Ошибка в телефоне абонента|\
13 Абонент заблокирован|21 Нет поддержки сервиса|200 Виртуальная отправка|219 Замена sim-карты|220 Переполнена очередь у оператора|\
237 Абонент не отвечает|238 Нет шаблона|239 Запрещенный ip-адрес|240 Абонент занят|241 Ошибка конвертации|\
242 Зафиксирован автоответчик|243 Не заключен договор|244 Рассылка запрещена|245 Статус не получен|246 Ограничение по времени|\
247 Превышен лимит сообщений|248 Нет маршрута|249 Неверный формат номера|250 Номер запрещен настройками|\
251 Превышен лимит на один номер|252 Номер запрещен|253 Запрещено спам-фильтром|254 Незарегистрированный sender id|\
255 Отклонено оператором";
const ERR_EMAIL: &str = "0 Нет ошибки|1 Адресат не существует|2 Переполнен почтовый ящик|3 Сервер получателя не найден|\
4 Почтовый ящик заблокирован|239 Запрещенный ip-адрес|245 Статус не получен|248 Нет маршрута|249 Неверный формат адреса|\
252 E-mail адрес запрещен|253 Запрещено спам-фильтром|254 Незарегистрированный отправитель|255 Отклонено сервером получателя";
const API: &str = "1 Ошибка в параметрах|2 Неверный логин или пароль|4 IP-адрес временно заблокирован|5 Ошибка удаления сообщения";
const TYPES: &str = "0 SMS|1 flash SMS|2 binary SMS|3 WAP push|4 HLR|5 ping SMS|6 MMS|7 call|8 e-mail|10 Viber|12 social networks";

fn assert_holds(table: &[CodeName], rows: &str, name: fn(&CodeName) -> &'static str) {
    for row in rows.split('|') {
        let (code, expected) = row.split_once(' ').unwrap();
        let found = table.iter().find(|row| row.code.to_string() == code).map(name);
        assert_eq!(found, Some(expected), "{row}");
    }
}

#[test]
fn every_code_has_the_vendors_name() {
    assert_holds(StatusCode::TABLE, STATUS, |row| row.ru);
    assert_holds(ErrCode::table(ErrScope::Phone), ERR, |row| row.ru);
    assert_holds(ErrCode::table(ErrScope::Email), ERR_EMAIL, |row| row.ru);
    assert_holds(ApiErrorCode::TABLE, API, |row| row.ru);
    assert_holds(MessageType::TABLE, TYPES, |row| row.en);
    assert_eq!(ErrCode::table(ErrScope::Phone).len(), ERR.split('|').count());
    assert_eq!(ErrCode::table(ErrScope::Email).len(), ERR_EMAIL.split('|').count());
}

#[test]
fn tables_ascend_and_are_complete() {
    for table in [
        StatusCode::TABLE,
        ErrCode::table(ErrScope::Phone),
        ErrCode::table(ErrScope::Email),
        ApiErrorCode::TABLE,
        MessageType::TABLE,
    ] {
        assert!(table.is_sorted_by(|one, next| one.code < next.code));
        assert!(table.iter().all(|row| !row.en.is_empty() && !row.ru.is_empty()));
    }
}

#[test]
fn every_flag_keeps_every_bit() {
    for bits in 0..=u16::MAX {
        let flag = Flag(bits);
        let template = match flag.template() {
            None => 0,
            Some(Template::Service) => 0b001 << 8,
            Some(Template::Transactional) => 0b011 << 8,
            Some(Template::Authorisation) => 0b101 << 8,
            Some(Template::Advertising) => 0b111 << 8,
        };
        let again = u16::from(flag.message_type().0) | u16::from(flag.is_second_balance()) << 5 | template | flag.unknown_bits();
        assert_eq!(again, bits, "R35 loses a bit of {bits:#06x}");
        assert_eq!(flag.unknown_bits() & (template | 0x012f), 0, "a bit of {bits:#06x} is known and unknown");
    }
}

/// Checks the numbers and the `Debug` output of a cost (R32).
#[test]
fn costs() {
    for (text, scale, mantissa, ten_thousandths) in
        [("2", 0, 2, 20_000), ("2.1", 1, 21, 21_000), ("2.10", 2, 210, 21_000), ("0.0001", 4, 1, 1), ("12.345", 3, 12_345, 123_450)]
    {
        let cost = Cost::parse(text.as_bytes()).unwrap();
        assert_eq!(
            (cost.scale(), cost.mantissa(), cost.ten_thousandths()),
            (scale, Some(mantissa), Some(ten_thousandths)),
            "{text}"
        );
        assert_eq!(format!("{cost:?}"), format!("Cost({text:?})"));
    }
    let most = Cost::parse(b"18446744073709551615").unwrap();
    assert_eq!((most.mantissa(), most.ten_thousandths()), (Some(u64::MAX), None));
    assert_eq!(Cost::parse(b"18446744073709551616").unwrap().mantissa(), None);
}
