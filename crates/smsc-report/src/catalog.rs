//! The texts of the page in English, Russian and French.
//!
//! A text can have placeholders: `{name}` is replaced by a value, and `{name|one|other}` by the form
//! that fits a number: two forms in English and French, three in Russian. [`Words`](crate::words)
//! fills them in.

pub(crate) mod causes;
pub(crate) mod cost;
pub(crate) mod data;
pub(crate) mod dates;
pub(crate) mod delivery;
pub(crate) mod top;

/// Declares constants with a text in three languages, and the list of them for the tests.
macro_rules! texts {
    ($($NAME:ident $en:literal $ru:literal $fr:literal;)*) => {
        $(
            pub(crate) const $NAME: sms_outcome::Localized = sms_outcome::Localized { en: $en, ru: $ru, fr: $fr };
        )*
        #[cfg(test)]
        pub(super) const ALL: &[(&str, sms_outcome::Localized)] = &[$((stringify!($NAME), $NAME)),*];
    };
}
use texts;

#[cfg(test)]
mod tests;
