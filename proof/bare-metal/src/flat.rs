//! An iterator over the cases in the form that crates/testkit/examples/flat.rs writes and
//! describes.

use core::fmt;

/// The bytes that are not parsed yet.
#[derive(Clone, Copy)]
pub(crate) struct Flat<'a>(pub(crate) &'a [u8]);

pub(crate) struct Case<'a> {
    pub(crate) name: &'a str,
    pub(crate) query: Pairs<'a>,
    pub(crate) body: &'a [u8],
    pub(crate) lines: Lines<'a>,
}

#[derive(Clone, Copy)]
pub(crate) struct Pairs<'a> {
    pub(crate) count: usize,
    left: Flat<'a>,
}

#[derive(Clone, Copy)]
pub(crate) struct Lines<'a> {
    count: usize,
    left: Flat<'a>,
}

impl<'a> Flat<'a> {
    fn count(&mut self) -> Option<usize> {
        let (count, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u16::from_le_bytes(*count).into())
    }

    pub(crate) fn bytes(&mut self) -> Option<&'a [u8]> {
        let count = self.count()?;
        let (bytes, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(bytes)
    }

    fn text(&mut self) -> Option<&'a str> {
        core::str::from_utf8(self.bytes()?).ok()
    }

    fn pairs(&mut self) -> Option<Pairs<'a>> {
        let count = self.count()?;
        let pairs = Pairs { count, left: *self };
        for _ in 0..count {
            self.text()?;
            self.text()?;
        }
        Some(pairs)
    }

    fn case(&mut self) -> Option<Case<'a>> {
        let (name, query, body, count) = (self.text()?, self.pairs()?, self.bytes()?, self.count()?);
        let lines = Lines { count, left: *self };
        for _ in 0..count {
            self.pairs()?;
        }
        Some(Case { name, query, body, lines })
    }
}

impl<'a> Iterator for Flat<'a> {
    /// Returns `Some(None)` for malformed bytes, which are the last item then.
    type Item = Option<Case<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let case = self.case();
        if case.is_none() {
            self.0 = &[];
        }
        Some(case)
    }
}

impl<'a> Iterator for Pairs<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        self.count = self.count.checked_sub(1)?;
        Some((self.left.text()?, self.left.text()?))
    }
}

impl<'a> Pairs<'a> {
    /// Returns the items of a list: the values of the keys that start with its name and a dot.
    pub(crate) fn items(self, name: &str) -> impl Iterator<Item = &'a str> {
        self.filter(move |(key, _)| key.split_once(['.']).is_some_and(|(list, _)| list == name)).map(|(_, value)| value)
    }

    pub(crate) fn get(self, key: &str) -> Option<&'a str> {
        let mut pairs = self;
        pairs.find(|(known, _)| *known == key).map(|(_, value)| value)
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Pairs<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        self.count = self.count.checked_sub(1)?;
        self.left.pairs()
    }
}

/// A comparison of values with the expected pairs.
pub(crate) struct Values<'a> {
    wanted: Pairs<'a>,
    /// The number of values that are expected and were found.
    found: usize,
    is_right: bool,
}

impl<'a> Values<'a> {
    pub(crate) const fn new(wanted: Pairs<'a>) -> Self {
        Self { wanted, found: 0, is_right: true }
    }

    /// Compares a value, unless it is absent.
    pub(crate) fn add(&mut self, key: impl fmt::Display + Copy, value: Option<impl fmt::Display>) {
        if let Some(value) = value {
            self.found += 1;
            let mut wanted = self.wanted;
            self.is_right &= wanted.any(|(known, wanted)| shows(key, known) && shows(&value, wanted));
        }
    }

    /// Returns whether the values are those that are expected, and all of them.
    pub(crate) fn are_all(&self) -> bool {
        self.is_right && self.found == self.wanted.count
    }
}

/// What is left of a text of which the beginning was written.
pub(crate) struct Left<'a>(pub(crate) &'a str);

impl fmt::Write for Left<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// Returns whether a value is formatted as these characters.
pub(crate) fn shows(value: impl fmt::Display, wanted: &str) -> bool {
    let mut left = Left(wanted);
    fmt::write(&mut left, format_args!("{value}")).is_ok() && left.0.is_empty()
}
