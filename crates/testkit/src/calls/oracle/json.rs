//! JSON by `serde_json`, into nodes that keep numbers as written.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::tidy::{MARK, tidy};

/// A value.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Null,
    /// A truth value.
    Truth,
    /// A number as written.
    Number(String),
    Text {
        text: String,
        /// Whether the text has no escapes.
        is_plain: bool,
    },
    List(Vec<Node>),
    Object(Object),
}

/// Names and their values; of a repeated name the last one (R26).
pub(super) type Object = BTreeMap<String, Node>;

impl Node {
    pub(super) fn object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// Returns a number or a text without escapes, as written.
    pub(super) fn plain(&self) -> Option<&str> {
        match self {
            Self::Number(text) | Self::Text { text, is_plain: true } => Some(text),
            _ => None,
        }
    }
}

/// A whole body.
pub(super) enum Root {
    Object(Object),
    /// The elements of a list; after a syntax error those before it (R27).
    List {
        elements: Vec<Node>,
        is_cut: bool,
    },
    /// Another value, or a syntax error.
    Other,
}

/// The deepest nesting that the oracle decides about. The core allows 32 levels (R26); the two need
/// not agree on which of them count.
const DEEPEST: usize = 30;

/// Parses a body. Returns `None` if its values are nested too deep.
pub(super) fn root(text: &str) -> Option<Root> {
    let text = tidy(text);
    if depth(&text) > DEEPEST {
        return None;
    }
    Some(match text.trim_start_matches([' ', '\t', '\r', '\n']).bytes().next() {
        Some(b'[') => list(&text),
        _ => match serde_json::from_str(&text) {
            Ok(Node::Object(object)) => Root::Object(object),
            _ => Root::Other,
        },
    })
}

/// Returns the number of brackets that are open at a time, at most; those in texts count too.
fn depth(text: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for next in text.bytes() {
        match next {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

/// Parses a list one element at a time (R27).
fn list(text: &str) -> Root {
    let mut elements = Vec::new();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let is_cut = deserializer.deserialize_seq(Elements(&mut elements)).and_then(|()| deserializer.end()).is_err();
    Root::List { elements, is_cut }
}

/// Keeps the elements before a syntax error.
struct Elements<'e>(&'e mut Vec<Node>);

impl<'de> Visitor<'de> for Elements<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(element) = list.next_element()? {
            self.0.push(element);
        }
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Nodes)
    }
}

struct Nodes;

impl<'de> Visitor<'de> for Nodes {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Truth)
    }

    /// Takes a text without escapes, or a number.
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node, E> {
        Ok(match text.strip_prefix(MARK) {
            Some(number) => Node::Number(number.to_owned()),
            None => Node::Text { text: text.to_owned(), is_plain: true },
        })
    }

    /// Takes a text with escapes, which `serde_json` had to copy.
    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text { text: text.to_owned(), is_plain: false })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = list.next_element()? {
            elements.push(element);
        }
        Ok(Node::List(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Node, A::Error> {
        let mut object = Object::new();
        while let Some((name, value)) = members.next_entry()? {
            object.insert(name, value);
        }
        Ok(Node::Object(object))
    }
}
