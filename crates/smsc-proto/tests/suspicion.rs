//! The advice about a wrong charset (R51): given for UTF-8, and never for the usual texts of the
//! other charsets.

use encoding_rs::{Encoding, KOI8_R, WINDOWS_1251};
use smsc_proto::{Charset, Detail, Format, Query, Reply, Text};

/// Texts as people send them.
const TEXTS: [&str; 3] = [
    "Здравствуйте, Анна! Ваш заказ № 318 готов и ждёт вас на складе по адресу: ул. Лёни Голикова, д. 7, \
     стр. 2 — вход со двора. Часы работы: пн.–пт. с 9:00 до 20:00, сб. до 18:00… Объём посылки 0,5 м³, вес \
     3 кг. Стоимость доставки 250 ₽. «Ёлки-палки»: скидка 15% на всё до 31.12! Код: 4821. Я ёж. И ещё: \
     Уважаемый клиент, срок оплаты счёта истёк. С уважением, ООО «РЁВ». СРОЧНО: ПОЗВОНИТЕ НАМ. Р.S. Рё. \
     Подъём в 7 утра, съёмка в 8. Её счёт — твой счёт. Сёла и сёстры; рёбра, рёв, тёрн; щёлк! УЁ, СЁ, ТЁ.",
    "Вітаємо! Ваше замовлення № 42 прибуло до відділення «Нова пошта» за адресою: вул. Її Величності, 5. Ні, \
     ті, мі, ці, зі, рік, сік, тік, міст. Дізнайтеся більше: є знижки, ґанок, їжак, Європа, Ґалаґан. СІТІ, \
     ТІЇ, УСІ, РІЇ, МІНІ, НІ. Сума до сплати — 1 250,00 ₴; термін зберігання: 5 днів… Ціна з ПДВ. Її її їй. \
     Ті, Рі, Сі, Уі, Ні. Дякуємо, що обрали нас! Гарного дня, ваша “Аптека Є”.",
    "Құрметті клиент! Сіздің тапсырысыңыз № 77 дайын. Алу үшін мекенжайға келіңіз: Әуезов көшесі, 10, Өскемен. \
     Ғимарат кіреберісі аула жақтан. Төлем сомасы — 5 000 ₸. Һәм жеңілдік: ұлы мереке, үлкен сыйлықтар! \
     ҚҰРМЕТПЕН, ДҮКЕН. Рақмет. Сізге сәттілік тілейміз, інжу-маржан, тіс, ті.",
];

/// Returns the text of every start and of lengths from 1 to 1,000 characters, which repeats.
fn parts(text: &str) -> impl Iterator<Item = String> {
    let lengths = (1..=24).chain([30, 40, 70, 160, 335, 500, 1000]);
    let chars: Vec<char> = text.chars().collect();
    lengths.flat_map(move |length| {
        let chars = chars.clone();
        (0..chars.len()).map(move |start| chars.iter().cycle().skip(start).take(length).collect())
    })
}

#[test]
fn the_usual_texts_do_not_look_like_utf_8() {
    let charsets: [(Charset, &Encoding); 2] = [(Charset::Windows1251, WINDOWS_1251), (Charset::Koi8R, KOI8_R)];
    for text in TEXTS {
        let cases = [text.to_owned(), text.to_uppercase(), text.to_lowercase()];
        for part in cases.iter().flat_map(|text| parts(text)) {
            for (charset, encoding) in charsets {
                // As a gateway does, with a question mark for what the charset lacks.
                let bytes: Vec<u8> = part
                    .chars()
                    .flat_map(|next| match encoding.encode(next.encode_utf8(&mut [0; 4])) {
                        (bytes, _, false) => bytes.into_owned(),
                        _ => b"?".to_vec(),
                    })
                    .collect();
                assert!(!Text::new(&bytes, charset).looks_like_utf8(), "{part} in {charset:?}");
            }
        }
    }
}

#[test]
fn texts_of_utf_8_do() {
    for text in TEXTS.iter().flat_map(|text| text.split([' ', ',', '.'])) {
        let letters = text.chars().filter(|next| ('А'..='я').contains(next)).count();
        let has_word =
            text.chars().zip(text.chars().skip(1)).any(|(one, next)| [one, next].iter().all(|next| ('А'..='я').contains(next)));
        for charset in [Charset::Windows1251, Charset::Koi8R] {
            let text = Text::new(text.as_bytes(), charset);
            assert!(letters < 2 || !has_word || text.looks_like_utf8(), "{text:?}");
        }
        assert!(!Text::new(text.as_bytes(), Charset::Utf8).looks_like_utf8());
    }
    for other in ["Ελλάδα", "Հայ", "ქართული", "да"] {
        assert!(Text::new(other.as_bytes(), Charset::Windows1251).looks_like_utf8(), "{other}");
    }
    for none in ["", "Hello", "It’s 5 €", "é", "Я", "я я я"] {
        assert!(!Text::new(none.as_bytes(), Charset::Windows1251).looks_like_utf8(), "{none}");
    }
}

#[test]
fn a_record_looks_like_utf_8_if_one_of_its_texts_does() {
    let body = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,Доставлено,hi,,0";
    let query = Query::new(Format::Values, Detail::Message);
    for (query, expected) in [(query, true), (query.charset(Charset::Utf8), false)] {
        let Ok(Reply::Records(mut records)) = query.read(body.as_bytes()) else { panic!("no record") };
        assert_eq!(records.next().unwrap().unwrap().looks_like_utf8(), expected);
    }
    let Ok(Reply::Records(mut records)) = query.read(b"1,1760080210,0,1760080202,79990000020,2.12,G,D,hi,,0") else {
        panic!("no record")
    };
    assert!(!records.next().unwrap().unwrap().looks_like_utf8());
}
