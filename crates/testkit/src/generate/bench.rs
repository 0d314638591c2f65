//! Steady batches for measuring.

use std::fmt::Write as _;

/// A small linear congruential generator (Knuth's constants): the same numbers everywhere and always.
struct Lcg(u64);

impl Lcg {
    /// The next number below `limit`.
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The low bits of such a generator are poor.
        (self.0 >> 33) % limit
    }

    /// One of some things.
    fn one<'a>(&mut self, things: &[&'a str]) -> &'a str {
        let count = u64::try_from(things.len()).unwrap_or(u64::MAX);
        things[usize::try_from(self.below(count)).unwrap_or_default()]
    }
}

/// A batch of fmt 1 that depends on nothing but its arguments. Every record in it can be read, and no end of a record is in doubt.
///
/// - all=0: `status,timestamp,err,id,phone`, about 38 bytes a record;
/// - all=1 and all=2: messages in Cyrillic, some with commas; with all=2 about 290 bytes a record in UTF-8.
///
/// # Panics
///
/// Where `charset` is none of the three of R7, or `all` is over 2.
#[must_use]
pub fn batch(seed: u64, records: usize, all: u8, charset: &str) -> Vec<u8> {
    assert!(all <= 2, "all is 0 to 2, not {all}");
    let encoding = match charset {
        "windows-1251" => encoding_rs::WINDOWS_1251,
        "koi8-r" => encoding_rs::KOI8_R,
        "utf-8" => encoding_rs::UTF_8,
        other => panic!("{other:?} is none of the charsets windows-1251, koi8-r, utf-8"),
    };
    let mut random = Lcg(seed);
    let mut text = String::new();
    for _ in 0..records {
        line(&mut random, all, &mut text);
    }
    encoding.encode(&text).0.into_owned()
}

/// One record and its line end.
fn line(random: &mut Lcg, all: u8, text: &mut String) {
    const MESSAGES: [&str; 6] = [
        "Ваш код подтверждения 4821. Никому его не сообщайте и не пересылайте",
        "Заказ 78-74-08 собран и ждёт вас в пункте выдачи до конца этой недели",
        "Напоминаем о записи на приём 12 октября в 10:30. Ответьте 1 или 0",
        "Здравствуйте! Оплата получена. Спасибо, что остаётесь с нами всегда",
        "Скидка 10% на всё до воскресенья, подробности в личном кабинете тут",
        "Посылка принята в отделении связи и будет доставлена вам послезавтра",
    ];
    const PLACES: [&str; 2] = ["Россия,МТС,г. Москва и Московская область,", "Россия,МегаФон,Новосибирская область,"];
    let (status, err) = match random.below(10) {
        0 => (20, 1),
        1 => (25, 248),
        2 => (-1, 0),
        _ => (1, 0),
    };
    let time = 1_760_000_000 + random.below(1_000_000);
    let id = 1_000_000_000 + random.below(1_000_000_000);
    let phone = 79_000_000_000 + random.below(999_999_999);
    // Writing to a String cannot fail.
    let _ = if all == 0 {
        writeln!(text, "{status},{time},{err},{id},{phone}")
    } else {
        let (sent, cost) = (time - random.below(600), random.one(&["2.12", "4.1", "0.385", "12.3456"]));
        let name = if status == 1 { "Доставлено" } else { "Не доставлено" };
        let places = if all == 2 { random.one(&PLACES) } else { "" };
        let message = random.one(&MESSAGES);
        writeln!(text, "{status},{time},{err},{sent},{phone},{places}{cost},GLOBUS,{name},{message},,0,{id}")
    };
}

#[cfg(test)]
mod tests {
    use crate::cases::CaseQuery;
    use crate::oracle;

    use super::*;

    #[test]
    fn a_batch_is_the_same_each_time_and_can_be_read() {
        for all in 0..=2 {
            for charset in ["windows-1251", "koi8-r", "utf-8"] {
                let body = batch(7, 50, all, charset);
                assert_eq!(body, batch(7, 50, all, charset));
                assert_ne!(body, batch(8, 50, all, charset));
                let query = CaseQuery { fmt: 1, all, multi: true, charset: charset.to_owned(), ..CaseQuery::default() };
                let lines = oracle::read(&query, &body);
                assert_eq!(lines.len(), 50);
                assert!(lines.iter().all(|line| line.get("id").is_some() && line.get("malformed").is_none()));
                assert!(!lines.iter().any(|line| line.to_string().contains('\u{fffd}')));
            }
        }
    }

    #[test]
    fn the_sizes_are_those_that_are_promised() {
        let size = |all| batch(1, 1000, all, "utf-8").len() / 1000;
        assert!((36..=40).contains(&size(0)), "{} bytes", size(0));
        assert!((275..=305).contains(&size(2)), "{} bytes", size(2));
    }
}
