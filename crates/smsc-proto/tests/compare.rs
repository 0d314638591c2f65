//! The core against the slow reader that was written from the rules, on bodies made up, damaged and thrown together.

use proptest::prelude::*;
use serde_json::Value;
use testkit::{CaseQuery, generate, library, oracle, same};

fn assert_agrees(query: &CaseQuery, body: &[u8]) -> Result<(), TestCaseError> {
    let expected = oracle::read(query, body);
    let got = library::read(query, body);
    prop_assert!(
        same(&expected, &got),
        "{:?}\nbody   {}\noracle {}\ncore   {}",
        query,
        body.escape_ascii(),
        shown(&expected),
        shown(&got)
    );
    for line in &got {
        if let Some(span) = line.get("span") {
            let (start, end) = (span[0].as_u64().unwrap(), span[1].as_u64().unwrap());
            let offset = line["offset"].as_u64().unwrap();
            prop_assert!(start <= offset && offset <= end && end <= body.len() as u64, "{line} in {}", body.escape_ascii());
        }
    }
    Ok(())
}

fn shown(lines: &[Value]) -> String {
    lines.iter().flat_map(|line| ["\n       ".to_owned(), line.to_string()]).collect()
}

proptest! {
    #![proptest_config(generate::cases(4000))]

    #[test]
    fn made_up_replies((query, body) in generate::reply()) {
        assert_agrees(&query, &body)?;
    }

    #[test]
    fn tokens_thrown_together((query, body) in generate::soup()) {
        assert_agrees(&query, &body)?;
    }

    /// Who asked for what never comes reads as who knows nothing, but not by the short cut of the usual lines.
    #[test]
    fn no_short_cut_changes_anything((query, body) in prop_oneof![generate::reply(), generate::soup()]) {
        let mut query = CaseQuery { ids: None, ..query };
        let usual = library::read(&query, &body);
        query.ids = Some("1999999937:no phone".to_owned());
        let mut general = library::read(&query, &body);
        general.retain(|line| line.get("missing").is_none());
        for line in &mut general {
            line.as_object_mut().unwrap().remove("unasked");
        }
        prop_assert!(usual == general, "{:?}\nbody  {}\nusual {}\nother {}", query, body.escape_ascii(), shown(&usual), shown(&general));
    }

    #[test]
    fn raw_bytes(query in generate::soup(), body in prop::collection::vec(any::<u8>(), 0..80)) {
        assert_agrees(&query.0, &body)?;
    }
}

#[test]
fn every_case_of_the_project() {
    let mut count = 0;
    for case in testkit::load() {
        count += 1;
        let got = library::read(&case.query, &case.body);
        assert!(
            same(&case.expect, &got),
            "{} {}\nexpected {}\ngot      {}",
            case.file,
            case.name,
            shown(&case.expect),
            shown(&got)
        );
    }
    assert!(count >= 311, "cases are missing: {count}");
}
