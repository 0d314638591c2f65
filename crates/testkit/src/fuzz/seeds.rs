//! Inputs to start with. They are made from the cases and the tables, so that nothing is stored
//! twice.

use smsc_proto::{Charset, Escape};

use super::input::Header;
use super::text;
use crate::cases::{self, Case};

/// Returns the cases of a format, and seeds for its generators.
pub(super) fn of_format(fmt: u8) -> Vec<Vec<u8>> {
    let cases = cases::load().into_iter().filter(|case| case.query.fmt == fmt);
    cases.map(|case| of_case(&case)).chain(noise()).collect()
}

/// Returns the cases of all formats, and seeds for the generators.
pub(super) fn of_all() -> Vec<Vec<u8>> {
    cases::load().iter().map(of_case).chain(noise()).collect()
}

fn of_case(case: &Case) -> Vec<u8> {
    let pairs = case.query.ids.as_ref().map_or_else(String::new, |ids| format!("{ids}\n"));
    [&Header::of(&case.query).bytes()[..], pairs.as_bytes(), &case.body].concat()
}

/// Returns seeds for the generators of each format, and random bytes for targets that create
/// records.
pub(super) fn noise() -> Vec<Vec<u8>> {
    let seeds = (0..4_u8).flat_map(|fmt| (0..6_u8).map(move |seed| (fmt, seed)));
    let noise = |(fmt, seed): (u8, u8)| {
        let header = Header { shape: 3 | fmt << 4, query: seed * 37, cuts: [fmt, 9] }.bytes();
        let length = if seed < 4 { 4 } else { 120 };
        let bytes = (0..length).map(|at: u8| at.wrapping_mul(167).wrapping_add(seed).rotate_left(3) ^ fmt);
        header.into_iter().chain(bytes).collect()
    };
    seeds.map(noise).collect()
}

/// Returns the bodies of the cases about charsets and escapes, as texts.
pub(super) fn texts() -> Vec<Vec<u8>> {
    let cases = cases::load();
    let bodies = cases.iter().filter(|case| ["charset.json", "trees.json"].contains(&case.file.as_str()) && case.body.len() < 400);
    let seed = |case: &Case| {
        let charset = Charset::from_name(&case.query.charset).unwrap_or_default();
        let escape = match case.query.fmt {
            2 => Escape::Xml,
            3 => Escape::Json,
            _ => Escape::None,
        };
        [&[text::header(charset, escape)][..], &case.body].concat()
    };
    bodies.map(seed).collect()
}

/// Returns the known texts of GetCourse and the words of ClickSend.
pub(super) fn names() -> Vec<Vec<u8>> {
    let rows = sms_outcome::clicksend::ROWS.iter();
    let rows =
        rows.flat_map(|row| [0, 1].map(|lang| format!("{}\n{}\n{}", row.status[lang], row.code.unwrap_or(0), row.words[lang])));
    let texts = sms_outcome::getcourse::texts().map(str::to_owned).chain(rows);
    let mut seeds: Vec<Vec<u8>> = texts.map(|text| [&[0, 20, 1, 0][..], text.as_bytes()].concat()).collect();
    seeds.extend(noise().into_iter().map(|mut noise| {
        noise[0] = 1;
        noise
    }));
    seeds
}
