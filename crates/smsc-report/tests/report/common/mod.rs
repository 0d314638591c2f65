//! Figures for the tests and the example, and a check of pages.

pub(crate) mod hostile;
pub(crate) mod month;
pub(crate) mod small;

use quick_xml::Reader;
use quick_xml::events::Event;

/// Fails if the elements of a page are not nested as they should be. The built-in template is XML as
/// well as HTML, so that a strict parser can check it.
pub(crate) fn well_formed(page: &str) {
    let mut reader = Reader::from_str(page);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                start.attributes().for_each(|attribute| drop(attribute.expect("an attribute is right")));
                depth += 1;
            }
            Ok(Event::Empty(start)) => start.attributes().for_each(|attribute| drop(attribute.expect("an attribute is right"))),
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => panic!("byte {}: {error}", reader.error_position()),
        }
    }
    assert_eq!(depth, 0, "every element has its end");
}
