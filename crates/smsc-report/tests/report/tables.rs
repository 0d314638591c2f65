//! Names from outside are texts, in the page and in the tables.

use smsc_proto::Lang;
use smsc_report::{PageOptions, page, tables};

use crate::common::hostile::{NAMES, figures};
use crate::common::{month, small, well_formed};

#[test]
fn names_are_no_elements_and_no_attributes() {
    let options = PageOptions { title: Some(NAMES[0].to_owned()), ..PageOptions::default() };
    let html = page(&figures(), &options).expect("the built-in template is right");
    well_formed(&html);
    for part in ["<script", "<img", "</style><", "<e>", "onload='", "onload=\""] {
        assert!(!html.contains(part), "{part}");
    }
    // Each is there as a text, in the table and in the notices.
    for text in [
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&lt;/style&gt;&lt;style&gt;*{display:none}",
        "{{ figures }}{% for %}",
        "МТС\\u{202e}txt.exe\\u{200b}\\u{0}",
        "\\u{1b}[2J",
    ] {
        assert!(html.replace("&#x2f;", "/").matches(text).count() > 2, "{text}");
    }
    assert!(!html.contains(['\u{202e}', '\u{200b}', '\u{0}', '\u{1b}']), "marks that are not seen");
}

#[test]
fn a_template_cannot_be_told_by_a_name_to_do_something() {
    let options = PageOptions {
        template: Some("{% for notice in notices %}<p title=\"{{ notice.text }}\">{{ notice.text }}</p>\n{% endfor %}".to_owned()),
        ..PageOptions::default()
    };
    let html = page(&figures(), &options).expect("the template is right");
    assert_eq!(html.matches('<').count(), 2 * NAMES.len());
    assert_eq!(html.matches('"').count(), 2 * NAMES.len());
}

#[test]
fn cells_are_no_formulas() {
    let tables = tables(&figures(), Lang::En);
    let (_, text) = tables.iter().find(|(name, _)| *name == "senders.csv").expect("a table of senders");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<_> = reader.records().map(|record| record.expect("a record")[0].to_owned()).collect();
    assert_eq!(names.len(), NAMES.len());
    assert_eq!(names[7], format!("'{}", NAMES[7]));
    assert_eq!(names[9], format!("'{}", NAMES[9]), "it starts with a minus");
    assert_eq!(names[0], NAMES[0]);
    for cell in csv::Reader::from_reader(text.as_bytes())
        .records()
        .flat_map(|record| record.expect("a record").iter().map(ToOwned::to_owned).collect::<Vec<_>>())
    {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell}");
    }
}

#[test]
fn tables_have_numbers_for_programs() {
    let tables = tables(&small::figures(), Lang::Ru);
    let table = |wanted: &str| tables.iter().find(|(name, _)| *name == wanted).map(|(_, text)| text.as_str()).expect("a table");
    let heads = "sent,delivered,failed,pending,unknown,test,rate,rate_low,rate_high,cost,second_cost,failed_cost,with_cost";
    assert_eq!(
        table("totals.csv").lines().collect::<Vec<_>>(),
        [
            &format!("period,{heads}"),
            "current,1234,1000,200,20,10,4,0.833333,0.811191,0.853349,2468.1234,12.5000,400.0000,1230",
            "previous,1000,900,100,0,0,0,0.900000,0.879848,0.917091,2000.0000,0.0000,200.0000,1000",
        ]
    );
    let operators: Vec<_> = table("operators.csv").lines().collect();
    assert_eq!(operators[0], format!("operator,{heads},timed,median_s,p90_s,p99_s,groups"));
    assert!(operators[3].starts_with(",4,0,0,2,2,0,,,,0.0000,"), "{}", operators[3]);
    assert_eq!(table("weekdays.csv").lines().nth(2).map(|line| &line[..7]), Some("2,1234,"), "Tuesday is 2");
    assert_eq!(table("hours.csv").lines().nth(13).map(|line| &line[..8]), Some("12,1234,"));
    let causes = table("causes.csv");
    assert!(causes.starts_with("status,err,type,cause,messages,cost,title,advice\n20,1,0,recipient,100,200.0000,"), "{causes}");
    assert_eq!(table("delays.csv"), "from_s,to_s,messages\n1,10,700\n10,60,100\n60,7200,100\n");
    assert_eq!(table("parts.csv"), "parts,messages\n1,1000\n2,234\n");
    assert_eq!(table("suppressed.csv"), "reason,phones\nphone,77\n");
    assert!(table("quality.csv").contains("\nmalformed,2\n"));
    assert_eq!(table("reconciliation.csv"), "measure,statistics,replies\nmessages,1240,1234\ncost,2480.1234,2468.1234\n");
}

#[test]
fn the_sums_of_the_tables_are_those_of_the_report() {
    let figures = month::figures(31);
    let tables = tables(&figures, Lang::En);
    for wanted in ["operators.csv", "countries.csv", "senders.csv", "types.csv", "hours.csv", "weekdays.csv", "days.csv"] {
        let (_, text) = tables.iter().find(|(name, _)| *name == wanted).expect("a table");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let heads = reader.headers().expect("heads").clone();
        let at = |name: &str| heads.iter().position(|head| head == name).expect("a column");
        let (mut sent, mut cost) = (0_u64, 0_i128);
        for record in reader.records().map(|record| record.expect("a record")) {
            sent += record[at("sent")].parse::<u64>().expect("a number");
            cost += record[at("cost")].replace('.', "").parse::<i128>().expect("an amount");
        }
        assert_eq!(sent, figures.totals.counts.sent(), "{wanted}");
        assert_eq!(cost, figures.totals.cost.0, "{wanted}");
    }
}
