//! The page: its figures, its words, and that it is well-formed.

use smsc_proto::Lang;
use smsc_report::{Counts, Figures, Notice, PageOptions, TEMPLATE, page};

use crate::common::{month, small, well_formed};

fn in_lang(figures: &Figures, lang: Lang) -> String {
    page(figures, &PageOptions { lang, ..PageOptions::default() }).expect("the built-in template is right")
}

/// Returns the part of the page from one text to another.
fn between<'p>(page: &'p str, start: &str, end: &str) -> &'p str {
    let (_, rest) = page.split_once(start).unwrap_or_else(|| panic!("no {start}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} after {start}")).0
}

/// Returns the cells of each row of a table, by its id.
fn rows(page: &str, id: &str) -> Vec<Vec<String>> {
    let table = between(page, &format!("<caption id=\"table-{id}\">"), "</table>");
    let cells = |row: &str| -> Vec<String> {
        let row = row.replace("<bdi>", "").replace("</bdi>", "");
        let cells = row.split('<').filter(|part| part.starts_with("td>") || part.starts_with("th scope"));
        cells.map(|part| part.split_once('>').map_or("", |(_, text)| text).to_owned()).collect()
    };
    table.split("<tr").skip(1).map(cells).collect()
}

#[test]
fn the_four_figures_are_on_top() {
    let page = in_lang(&small::figures(), Lang::En);
    let card = |id: &str| between(&page, &format!("<div class=\"card\" id=\"card-{id}\""), "</div>").to_owned();
    // 1,234 sent: 1,000 delivered, 200 failed, 20 pending, 10 unknown, 4 tests.
    assert!(card("sent").contains(">1,234<"), "{}", card("sent"));
    assert!(card("sent").contains("Period before: 1,000 (+23.4%)"));
    assert!(card("sent").contains("4 of them tests"));
    // 1000 / 1200; the Wilson interval is computed by hand: center 0.832268, half 0.021070.
    assert!(card("delivered").contains(">1,000 <span class=\"accent\">83.3%<"), "{}", card("delivered"));
    assert!(card("delivered").contains("of 1,200 messages at their end"));
    assert!(card("delivered").contains("95% interval: 81.1–85.3%"), "{}", card("delivered"));
    assert!(card("delivered").contains("Period before: 90.0% (\u{2212}6.7 percentage points)"), "{}", card("delivered"));
    assert!(card("waiting").contains(">20<"));
    assert!(card("waiting").contains("The service does not know the end of 10 more messages."));
    assert!(card("cost").contains(">2,468.1234\u{a0}EUR<"), "{}", card("cost"));
    assert!(card("cost").contains("and 12.50\u{a0}EUR from the second balance"));
    assert!(card("cost").contains("The cost of 1,230 of 1,234 messages is known."));
}

#[test]
fn numbers_are_those_of_the_language() {
    let figures = small::figures();
    let russian = in_lang(&figures, Lang::Ru);
    assert!(russian.contains("<html lang=\"ru\">"));
    for text in ["1\u{a0}234", "83,3\u{a0}%", "2\u{a0}468,1234\u{a0}EUR", "1 сентября 2026\u{20}г.", "Прошлый период"]
    {
        assert!(russian.contains(text), "{text}");
    }
    let french = in_lang(&figures, Lang::Fr);
    assert!(french.contains("<html lang=\"fr\">"));
    for text in ["1\u{202f}234", "83,3\u{202f}%", "1er septembre 2026", "Période précédente\u{a0}:", "en attente"] {
        assert!(french.to_lowercase().contains(&text.to_lowercase()), "{text}");
    }
}

#[test]
fn a_rate_of_few_messages_is_a_fraction_without_a_bar() {
    let page = in_lang(&small::figures(), Lang::En);
    let operators = rows(&page, "operators");
    assert_eq!(operators[1], ["Big", "1,200", "982", "189", "83.9%", "81.6–85.9%", "17", "8", "4"]);
    // 29 at their end: one fewer than a rate needs.
    assert_eq!(operators[2], ["Few", "30", "18", "11", "18 of 29", "–", "1", "0", "0"]);
    // Nobody is at the end.
    assert_eq!(operators[3], ["operator not known", "4", "0", "0", "–", "–", "2", "2", "0"]);
    assert_eq!(operators[4], ["Total", "1,234", "1,000", "200", "83.3%", "81.1–85.3%", "20", "10", "4"]);
    let chart = between(&page, "aria-labelledby=\"chart-operators-t", "</svg>");
    assert_eq!(chart.matches("class=\"c0\"").count(), 1, "one bar");
    assert_eq!(chart.matches("class=\"whisker\"").count(), 3, "one interval, with its ends");
    assert!(chart.contains(">18 of 29</text>"));
    assert!(chart.contains("width=\"83.86%\""), "{chart}");
}

#[test]
fn causes_are_grouped_by_whose_move_it_is() {
    let page = in_lang(&small::figures(), Lang::En);
    let names: Vec<_> = rows(&page, "causes-by-move").into_iter().map(|row| row.join("|").trim().to_owned()).collect();
    assert_eq!(
        names,
        [
            "Reason and what to do|Messages|Share|Cost, EUR",
            "Recipient|150|75.0%|300.0000",
            "No such subscriber |100|50.0%|200.0000",
            "Subscriber offline |50|25.0%|100.0000",
            "Sender name|50|25.0%|100.0000",
            "Sender ID not registered |50|25.0%|100.0000",
            "Total|200|100.0%|400.0000",
        ]
    );
    assert!(page.contains("Send nothing more to this number. Ask the recipient for the right number."));
    assert!(page.contains("50 messages were not delivered: Sender ID not registered. Sender names: A, B."));
}

#[test]
fn what_needs_somebody_is_in_sentences() {
    let counts = |delivered, failed| Counts { delivered, failed, ..Counts::default() };
    let mut figures = small::figures();
    figures.notices = vec![
        Notice::Account { cause: 1 },
        Notice::Content { cause: 0 },
        Notice::Operator { name: "МТС".to_owned(), counts: counts(80, 20), others: counts(19, 1) },
        Notice::Decline { previous: counts(950, 50) },
        Notice::Malformed { lines: 1 },
        // A reason that is not there is left out.
        Notice::Account { cause: 99 },
    ];
    let sentences = |lang| -> Vec<String> {
        let page = in_lang(&figures, lang);
        let list = between(&page, "<ul class=\"notices\">", "</ul>").to_owned();
        list.split("<li").skip(1).map(|item| between(item, "</strong> ", " <span").to_owned()).collect()
    };
    assert_eq!(
        sentences(Lang::En),
        [
            "50 messages were not delivered: Subscriber offline.",
            "100 messages were not delivered: No such subscriber.",
            "МТС delivers 80.0% of the messages at their end, all other operators 19 of 20. The difference is more than chance explains.",
            "The delivery rate is 83.3%; in the period before it was 95.0%. The difference is more than chance explains.",
            "1 line of the replies is no record. What it says is not in this report.",
        ]
    );
    let russian = sentences(Lang::Ru);
    assert_eq!(russian[0], "Не доставлено 50 сообщений: Абонент не в сети.");
    assert_eq!(russian[4], "1 строка ответов не является записью. Её содержания в этом отчёте нет.");
    assert!(sentences(Lang::Fr)[3].starts_with("Le taux de livraison est de 83,3\u{202f}%, contre 95,0\u{202f}%"));
}

#[test]
fn costs_are_exact_and_the_balances_apart() {
    let page = in_lang(&small::figures(), Lang::En);
    let summary: Vec<_> = rows(&page, "cost-summary").into_iter().map(|row| row.join(" | ")).collect();
    assert_eq!(
        summary,
        [
            "Measure | Amount, EUR | Period before, EUR",
            "Main balance | 2,468.1234 | 2,000.0000",
            "Second balance | 12.5000 | 0.0000",
            "Both balances | 2,480.6234 | 2,000.0000",
            "Of this, undelivered messages | 400.0000 | 200.0000",
            // 2480.6234 / 1000 = 2.4806234, and 2000 / 900 = 2.2222….
            "Per delivered message (rounded) | 2.4806 | 2.2222",
        ]
    );
    let compared: Vec<_> = rows(&page, "reconciliation-table").into_iter().map(|row| row.join(" | ")).collect();
    assert_eq!(compared[1], "Messages and lookups | 1,240 | 1,234 | \u{2212}6");
    assert_eq!(compared[2], "Cost, EUR | 2,480.1234 | 2,468.1234 | \u{2212}12.00");
    assert!(page.contains("messages paid from the second balance;"));
    assert!(page.contains("The last parts of these messages cost 6.25\u{a0}EUR"));
}

#[test]
fn times_lookups_and_numbers_have_their_sections() {
    let page = in_lang(&small::figures(), Lang::En);
    assert!(page.contains(
        "Of 900 delivered messages, half took at most 5\u{a0}s, 90% at most 2\u{a0}min, 99% at most 1\u{a0}h 1\u{a0}min."
    ));
    assert!(page.contains("The time of 1 more is not known."));
    assert_eq!(rows(&page, "delays")[2], ["10\u{a0}s to under 1\u{a0}min", "100", "11.1%"]);
    assert!(page.contains("1 of 40 messages and lookups (2.5%) is for a phone that belongs to another operator than before."));
    assert_eq!(rows(&page, "lookup-types")[1], ["HLR request", "7", "5", "2", "0", "0", "3.50\u{a0}EUR"]);
    assert_eq!(rows(&page, "suppressed")[1], ["SMS and calls", "77"]);
    assert!(page.contains("<span class=\"bad\">2 malformed lines</span>"));
}

#[test]
fn the_sums_of_all_tables_are_those_of_the_report() {
    for lang in Lang::ALL {
        let page = in_lang(&month::figures(31), *lang);
        let totals: Vec<_> = ["operators", "countries", "senders", "types", "hours", "weekdays", "days"]
            .map(|id| rows(&page, id).pop().expect("a total"))
            .into();
        assert!(totals.iter().all(|total| *total == totals[0]), "{totals:?}");
        let costs: Vec<_> = ["operator-cost", "sender-cost", "day-cost"].map(|id| rows(&page, id).pop().expect("a total")).into();
        assert!(costs.iter().all(|cost| *cost == costs[0]), "{costs:?}");
    }
}

#[test]
fn a_year_is_shown_by_months_and_is_small() {
    let page = in_lang(&month::figures(310), Lang::En);
    assert_eq!(rows(&page, "days").len(), 12, "the heads, ten months and the total");
    assert_eq!(rows(&page, "days")[10][0], "October 2026");
    assert!(page.contains("310 days are too many for a chart"));
    assert!(page.len() < 300_000, "{}", page.len());
    assert!(in_lang(&month::figures(62), Lang::Ru).len() < 300_000);
}

#[test]
fn a_report_without_messages_is_a_page() {
    for lang in Lang::ALL {
        let page = in_lang(&Figures::default(), *lang);
        assert!(!page.contains("<svg") && !page.contains("NaN"));
        well_formed(&page);
    }
    let page = in_lang(&Figures::default(), Lang::En);
    assert!(page.contains("The replies have no messages.") && page.contains("Nothing in these messages needs anybody."));
    assert_eq!(page.matches("<details").count(), 1, "the quality alone");
}

#[test]
fn the_page_asks_for_nothing_and_is_the_same_each_time() {
    for figures in [small::figures(), month::figures(31), Figures::default()] {
        for lang in Lang::ALL {
            let page = in_lang(&figures, *lang);
            well_formed(&page);
            assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""));
            for part in ["<script", "<link", "<img", "<iframe", "http:", "https:", "url(", "@import", " onload", "src="] {
                assert!(!page.contains(part), "{part}");
            }
            assert_eq!(page.matches("<svg").count(), page.matches("<svg role=\"img\" aria-labelledby=").count());
            assert_eq!(page.matches("<table").count(), page.matches("<caption").count());
            assert_eq!(page, in_lang(&figures, *lang));
            let mut ids: Vec<_> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "two elements have an id: {ids:?}");
            let links = page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
            assert!(links.into_iter().all(|id| ids.contains(&id)), "a link leads nowhere");
        }
    }
}

#[test]
fn a_company_has_its_own_title_and_template() {
    let options =
        |template: &str| PageOptions { lang: Lang::Fr, template: Some(template.to_owned()), title: Some("<Acme>".to_owned()) };
    let figures = small::figures();
    let own =
        "{{ title }} {% for card in cards %}{{ card.title }}={{ card.value }} {% endfor %}{{ figures.totals.counts.delivered }}";
    let filled = page(&figures, &options(own)).expect("it is right");
    assert_eq!(filled, "&lt;Acme&gt; Envoyés=1\u{202f}234 Livrés=1\u{202f}000 En attente=20 Coût=2\u{202f}468,1234\u{a0}EUR 1000");
    assert_eq!(page(&figures, &options(TEMPLATE)).ok(), page(&figures, &PageOptions { template: None, ..options("") }).ok());
}

#[test]
fn the_short_template_has_the_cost() {
    let template = include_str!("../../examples/letter.html").to_owned();
    let options = PageOptions { template: Some(template), ..PageOptions::default() };
    let html = page(&small::figures(), &options).expect("the template is right");
    assert!(html.contains("<td>2,468.1234</td>") && html.contains("<h2>Reconciliation</h2>"));
    assert!(!html.contains("<h2>Causes</h2>"));
}

#[test]
fn an_error_of_a_template_names_the_line_and_the_reason() {
    let error = |template: &str| {
        let options = PageOptions { template: Some(template.to_owned()), ..PageOptions::default() };
        page(&small::figures(), &options).expect_err("the template is wrong").to_string()
    };
    for (template, line, part) in [
        ("a\nb {{ titel }}", "template, line 2: ", "`titel`"),
        ("{% for card in cards %}\n\n{{ card.valeu }}{% endfor %}", "template, line 3: ", "undefined value in `card.valeu`"),
        ("{% if title %}", "template, line 1: ", "syntax error"),
        ("\n{{ title | shout }}", "template, line 2: ", "unknown filter"),
    ] {
        let error = error(template);
        assert!(error.starts_with(line) && error.contains(part), "{error}");
        assert!(!error.contains('\n'), "{error}");
    }
}
