//! The text of `smsc --version`.

/// The version, the commit that the program was built from, and its features, a line each.
pub(crate) const LONG: &str =
    concat!(env!("CARGO_PKG_VERSION"), "\ncommit: ", env!("SMSC_BUILT_FROM"), "\nfeatures: ", env!("SMSC_FEATURES"),);
