//! The charsets of a reply (R7): their tables, decoding and encoding.

use core::str::Utf8Chunks;

/// The charset of a reply, as requested by the request's `charset`. Decode by the request, not by
/// the reply's `Content-Type`, which may be wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Charset {
    /// `windows-1251`, the server's default.
    #[default]
    Windows1251,
    /// `koi8-r`.
    Koi8R,
    /// `utf-8`.
    Utf8,
}

impl Charset {
    /// Every charset, in the order of this enum.
    pub const ALL: &'static [Self] = &[Self::Windows1251, Self::Koi8R, Self::Utf8];

    /// Returns the value of the request's `charset`, such as `windows-1251`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Windows1251 => "windows-1251",
            Self::Koi8R => "koi8-r",
            Self::Utf8 => "utf-8",
        }
    }

    /// Returns the charset with this [`name`](Self::name), or `None` if there is none. The case of
    /// the letters matters.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|charset| charset.name() == name)
    }

    /// Returns the characters of the bytes 0x80 to 0xFF. Returns `None` for UTF-8, which has no
    /// such table.
    pub(crate) const fn high_half(self) -> Option<&'static [char; 128]> {
        match self {
            Self::Windows1251 => Some(&WINDOWS_1251),
            Self::Koi8R => Some(&KOI8_R),
            Self::Utf8 => None,
        }
    }

    /// Encodes a character into `buffer` and returns its bytes. Returns `None` if the charset lacks
    /// the character.
    pub(crate) fn encode(self, next: char, buffer: &mut [u8; 4]) -> Option<&[u8]> {
        let Some(high) = self.high_half().filter(|_| !next.is_ascii()) else { return Some(next.encode_utf8(buffer).as_bytes()) };
        // In windows-1251 the Russian letters are in the order of Unicode.
        let letter = usize::try_from(u32::from(next).wrapping_sub(0x3d0)).ok()?;
        let index = if high.get(letter) == Some(&next) { letter } else { high.iter().position(|known| *known == next)? };
        buffer[0] = u8::try_from(index).ok()?.checked_add(0x80)?;
        buffer.get(..1)
    }
}

/// An iterator over the characters of bytes in a charset. Escapes are not decoded.
#[derive(Clone)]
pub(crate) struct Plain<'a>(State<'a>);

#[derive(Clone)]
enum State<'a> {
    Bytes(core::slice::Iter<'a, u8>, &'static [char; 128]),
    Utf8 { chunks: Utf8Chunks<'a>, valid: core::str::Chars<'a>, broken: bool },
}

impl<'a> Plain<'a> {
    /// Creates an iterator over the characters of these bytes.
    pub(crate) fn new(bytes: &'a [u8], charset: Charset) -> Self {
        Self(match charset.high_half() {
            Some(high) => State::Bytes(bytes.iter(), high),
            None => State::Utf8 { chunks: bytes.utf8_chunks(), valid: "".chars(), broken: false },
        })
    }
}

impl Iterator for Plain<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match &mut self.0 {
            State::Bytes(bytes, high) => {
                let byte = *bytes.next()?;
                let upper = byte.checked_sub(0x80);
                Some(upper.and_then(|at| high.get(usize::from(at))).copied().unwrap_or(char::from(byte)))
            }
            State::Utf8 { chunks, valid, broken } => loop {
                if let Some(next) = valid.next() {
                    return Some(next);
                }
                if core::mem::take(broken) {
                    return Some(char::REPLACEMENT_CHARACTER);
                }
                let chunk = chunks.next()?;
                *valid = chunk.valid().chars();
                *broken = !chunk.invalid().is_empty();
            },
        }
    }
}

// The tables are those of the WHATWG Encoding Standard; tests/charset.rs compares every byte with
// encoding_rs.

#[rustfmt::skip]
const WINDOWS_1251: [char; 128] = [
    '\u{402}', '\u{403}', '\u{201a}', '\u{453}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{20ac}', '\u{2030}', '\u{409}', '\u{2039}', '\u{40a}', '\u{40c}', '\u{40b}', '\u{40f}',
    '\u{452}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{98}', '\u{2122}', '\u{459}', '\u{203a}', '\u{45a}', '\u{45c}', '\u{45b}', '\u{45f}',
    '\u{a0}', '\u{40e}', '\u{45e}', '\u{408}', '\u{a4}', '\u{490}', '\u{a6}', '\u{a7}',
    '\u{401}', '\u{a9}', '\u{404}', '\u{ab}', '\u{ac}', '\u{ad}', '\u{ae}', '\u{407}',
    '\u{b0}', '\u{b1}', '\u{406}', '\u{456}', '\u{491}', '\u{b5}', '\u{b6}', '\u{b7}',
    '\u{451}', '\u{2116}', '\u{454}', '\u{bb}', '\u{458}', '\u{405}', '\u{455}', '\u{457}',
    '\u{410}', '\u{411}', '\u{412}', '\u{413}', '\u{414}', '\u{415}', '\u{416}', '\u{417}',
    '\u{418}', '\u{419}', '\u{41a}', '\u{41b}', '\u{41c}', '\u{41d}', '\u{41e}', '\u{41f}',
    '\u{420}', '\u{421}', '\u{422}', '\u{423}', '\u{424}', '\u{425}', '\u{426}', '\u{427}',
    '\u{428}', '\u{429}', '\u{42a}', '\u{42b}', '\u{42c}', '\u{42d}', '\u{42e}', '\u{42f}',
    '\u{430}', '\u{431}', '\u{432}', '\u{433}', '\u{434}', '\u{435}', '\u{436}', '\u{437}',
    '\u{438}', '\u{439}', '\u{43a}', '\u{43b}', '\u{43c}', '\u{43d}', '\u{43e}', '\u{43f}',
    '\u{440}', '\u{441}', '\u{442}', '\u{443}', '\u{444}', '\u{445}', '\u{446}', '\u{447}',
    '\u{448}', '\u{449}', '\u{44a}', '\u{44b}', '\u{44c}', '\u{44d}', '\u{44e}', '\u{44f}',
];

#[rustfmt::skip]
const KOI8_R: [char; 128] = [
    '\u{2500}', '\u{2502}', '\u{250c}', '\u{2510}', '\u{2514}', '\u{2518}', '\u{251c}', '\u{2524}',
    '\u{252c}', '\u{2534}', '\u{253c}', '\u{2580}', '\u{2584}', '\u{2588}', '\u{258c}', '\u{2590}',
    '\u{2591}', '\u{2592}', '\u{2593}', '\u{2320}', '\u{25a0}', '\u{2219}', '\u{221a}', '\u{2248}',
    '\u{2264}', '\u{2265}', '\u{a0}', '\u{2321}', '\u{b0}', '\u{b2}', '\u{b7}', '\u{f7}',
    '\u{2550}', '\u{2551}', '\u{2552}', '\u{451}', '\u{2553}', '\u{2554}', '\u{2555}', '\u{2556}',
    '\u{2557}', '\u{2558}', '\u{2559}', '\u{255a}', '\u{255b}', '\u{255c}', '\u{255d}', '\u{255e}',
    '\u{255f}', '\u{2560}', '\u{2561}', '\u{401}', '\u{2562}', '\u{2563}', '\u{2564}', '\u{2565}',
    '\u{2566}', '\u{2567}', '\u{2568}', '\u{2569}', '\u{256a}', '\u{256b}', '\u{256c}', '\u{a9}',
    '\u{44e}', '\u{430}', '\u{431}', '\u{446}', '\u{434}', '\u{435}', '\u{444}', '\u{433}',
    '\u{445}', '\u{438}', '\u{439}', '\u{43a}', '\u{43b}', '\u{43c}', '\u{43d}', '\u{43e}',
    '\u{43f}', '\u{44f}', '\u{440}', '\u{441}', '\u{442}', '\u{443}', '\u{436}', '\u{432}',
    '\u{44c}', '\u{44b}', '\u{437}', '\u{448}', '\u{44d}', '\u{449}', '\u{447}', '\u{44a}',
    '\u{42e}', '\u{410}', '\u{411}', '\u{426}', '\u{414}', '\u{415}', '\u{424}', '\u{413}',
    '\u{425}', '\u{418}', '\u{419}', '\u{41a}', '\u{41b}', '\u{41c}', '\u{41d}', '\u{41e}',
    '\u{41f}', '\u{42f}', '\u{420}', '\u{421}', '\u{422}', '\u{423}', '\u{416}', '\u{412}',
    '\u{42c}', '\u{42b}', '\u{417}', '\u{428}', '\u{42d}', '\u{429}', '\u{427}', '\u{42a}',
];
