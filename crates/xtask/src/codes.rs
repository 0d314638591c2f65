//! The pages of codes, docs/codes.md and docs/ru/codes.md, generated from the tables of smsc-proto
//! and sms-outcome.

use std::fmt::Write as _;

use sms_explain::{codes, labels};
use sms_outcome::{API_ERRORS, Outcome};
use smsc_proto::{Endpoint, Lang, MessageType};

use crate::run::{self, Step};

/// A page, and its words in one language.
struct Page {
    path: &'static str,
    lang: Lang,
    introduction: &'static str,
    /// The headings of the tables, in the order of [`codes::tables`].
    tables: [&'static str; 5],
    api_errors: &'static str,
    types: &'static str,
    /// The columns after the first.
    columns: &'static str,
    code: &'static str,
    code_and_script: &'static str,
    every_script: &'static str,
    name: &'static str,
}

const PAGES: [Page; 2] = [
    Page {
        path: "docs/codes.md",
        lang: Lang::En,
        introduction: "\
# Codes

The codes that SMSC.ru writes, what each means, and what to do. `cargo xtask codes` generates this
page from the tables that all libraries and the command use. `smsc explain 20/6` prints one row,
`smsc codes` all of them. [outcomes.md](outcomes.md) has the sources and the reasons.

The column *result* is what a program can act on: *retry in 1 h* means that the same message may be
sent again after that time, *fix and retry* that something has to be changed first, and *stop
writing* that the number or the address cannot be reached at all.

**A code alone is not enough.** Statuses 3, 20, 23 and 25 have a reason in `err`, which decides what
to do: look that up as well. The same number of an `err` means different things for an e-mail, and
the same number of an API error different things for different scripts.
",
        tables: [
            "Statuses: `status`",
            "Statuses of e-mail, where they differ",
            "Statuses of calls, Viber and social networks, where they differ",
            "Reasons: `err` of SMS, calls and HLR requests",
            "Reasons: `err` of e-mail",
        ],
        api_errors: "API errors: `error_code`",
        types: "Types of messages: `type`",
        columns: "name | result | what happened | what to do",
        code: "code",
        code_and_script: "code, script",
        every_script: "every script",
        name: "name",
    },
    Page {
        path: "docs/ru/codes.md",
        lang: Lang::Ru,
        introduction: "\
# Коды

Коды, которые пишет SMSC.ru, что означает каждый и что делать. Страницу создаёт `cargo xtask codes`
из таблиц, которыми пользуются все библиотеки и команда. `smsc explain 20/6 --lang ru` печатает одну
строку, `smsc codes --lang ru` — все. Источники и обоснования — на странице
[outcomes.md](../outcomes.md) (по-английски).

Столбец «итог» — то, на чём программа может строить решение: «повтор через 1 ч» — то же сообщение
можно отправить снова не раньше чем через это время; «исправить и повторить» — сначала нужно что-то
изменить; «не писать» — на этот номер или адрес сообщение не доставить вовсе.

**Одного кода недостаточно.** У статусов 3, 20, 23 и 25 причина — в `err`, и что делать, решает она:
посмотрите и её. Один и тот же номер `err` у письма означает другое, а один и тот же номер ошибки
API у разных скриптов — разное.
",
        tables: [
            "Статусы: `status`",
            "Статусы писем, если они отличаются",
            "Статусы звонков, Viber и социальных сетей, если они отличаются",
            "Причины: `err` СМС, звонков и HLR-запросов",
            "Причины: `err` писем",
        ],
        api_errors: "Ошибки API: `error_code`",
        types: "Типы сообщений: `type`",
        columns: "название | итог | что произошло | что делать",
        code: "код",
        code_and_script: "код, скрипт",
        every_script: "любой скрипт",
        name: "название",
    },
];

/// Writes the pages.
pub(crate) fn write() -> Vec<Step> {
    vec![Step::check("the pages of codes", || PAGES.iter().try_for_each(|page| run::write(page.path, &page.text())))]
}

impl Page {
    fn text(&self) -> String {
        let mut text = self.introduction.to_owned();
        for (heading, (_, rows)) in self.tables.into_iter().zip(codes::tables()) {
            start(&mut text, heading, self.code, self.columns);
            for row in rows {
                self.row(&mut text, &row.code.to_string(), &row.outcome);
            }
        }
        start(&mut text, self.api_errors, self.code_and_script, self.columns);
        for row in API_ERRORS {
            let script = row.endpoint.map_or(self.every_script, Endpoint::script);
            self.row(&mut text, &format!("{}, {script}", row.code), &row.outcome);
        }
        start(&mut text, self.types, self.code, self.name);
        for known in MessageType::TABLE {
            let name = if self.lang == Lang::Ru { known.ru } else { known.en };
            let _ = writeln!(text, "| {} | {name} |", known.code);
        }
        text
    }

    fn row(&self, text: &mut String, code: &str, outcome: &Outcome) {
        let result = labels::short_label(outcome, self.lang);
        let [title, explanation, advice] = [outcome.title, outcome.explanation, outcome.advice].map(|text| text.get(self.lang));
        let _ = writeln!(text, "| {code} | {title} | {result} | {explanation} | {advice} |");
    }
}

/// Starts a table.
fn start(text: &mut String, heading: &str, code: &str, columns: &str) {
    let rules = "---|".repeat(columns.split('|').count());
    let _ = write!(text, "\n## {heading}\n\n| {code} | {columns} |\n|---|{rules}\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_match_the_tables() {
        for page in &PAGES {
            let written = run::read(page.path).unwrap();
            assert!(written == page.text(), "{} differs from the tables; generate it again: cargo xtask codes", page.path);
        }
    }

    #[test]
    fn a_row_is_in_the_language_of_its_page() {
        let [english, russian] = PAGES.each_ref().map(Page::text);
        assert!(english.contains("| 6 | Subscriber offline | retry in 1 h |"), "{english}");
        assert!(russian.contains("| 6 | Абонент не в сети |"), "{russian}");
        assert!(english.contains("| 5, status.php |") && russian.contains("| 4, любой скрипт |"));
    }
}
