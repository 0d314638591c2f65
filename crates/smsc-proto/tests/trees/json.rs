//! fmt 3 against `serde_json`.

use proptest::prelude::*;
use serde_json::Value;
use testkit::generate::{self, Tree};
use testkit::{library, same};

use crate::expect::{Found, Values, line, malformed};
use crate::shown;

/// The lines of a body that `serde_json` can read; `None` if it cannot.
pub(crate) fn expected(text: &str) -> Option<Vec<Value>> {
    Some(match serde_json::from_str(text).ok()? {
        Value::Array(elements) => elements
            .iter()
            // R27: a sound element that is no record is malformed in its place.
            .map(|element| element.as_object().map_or_else(malformed, |object| line(&values(object), false)))
            .collect(),
        Value::Object(object) => vec![line(&values(&object), true)],
        // R25: any other root is no reply.
        _ => vec![malformed()],
    })
}

/// `serde_json` itself keeps the last value of a repeated name.
fn values(object: &serde_json::Map<String, Value>) -> Values {
    let found = |value: &Value| match value {
        Value::String(text) => Found::Text(text.clone()),
        // R26: a number may stand for a text.
        Value::Number(number) => Found::Text(number.to_string()),
        Value::Null => Found::Absent,
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => Found::Other,
    };
    object.iter().map(|(name, value)| (name.clone(), found(value))).collect()
}

fn assert_agrees(tree: &Tree) -> Result<(), TestCaseError> {
    let expected = expected(&tree.text).ok_or_else(|| TestCaseError::fail(format!("serde_json cannot read {}", tree.text)))?;
    let got = library::read(&tree.query, &tree.body());
    prop_assert!(
        same(&expected, &got),
        "{:?}\nbody   {}\nserde_json {}\ncore   {}",
        tree.query,
        tree.text,
        shown(&expected),
        shown(&got)
    );
    Ok(())
}

proptest! {
    #![proptest_config(generate::cases(3000))]

    #[test]
    fn generated_json(tree in generate::json()) {
        assert_agrees(&tree)?;
    }
}

/// The cases hold bodies that `serde_json` cannot read; of the others at least this many must be there.
#[test]
fn the_cases_of_the_project() {
    let mut count = 0;
    for case in testkit::load().into_iter().filter(|case| case.query.fmt == 3 && case.query.ids.is_none()) {
        let text = case.query.encoding().decode_without_bom_handling(&case.body).0;
        let Some(expected) = expected(&text) else { continue };
        count += 1;
        // Rows of the table in `tests/trees.rs`: a number as a cost, an escaped cost, and one level too many.
        let rows = ["fmt3/numbers-as-strings-and-unknown-keys", "fmt3/escaped-cost", "fmt3/nested-33-deep"];
        if rows.contains(&case.name.as_str()) {
            continue;
        }
        assert!(same(&case.expect, &expected), "{} {}: {}", case.file, case.name, shown(&expected));
        let got = library::read(&case.query, &case.body);
        assert!(same(&expected, &got), "{} {}: {}", case.file, case.name, shown(&got));
    }
    assert!(count >= 25, "cases are missing: {count}");
}

#[test]
fn the_generator_makes_good_and_bad() {
    crate::cuts::assert_mixed(generate::json(), |tree| expected(&tree.text).unwrap_or_default());
}
