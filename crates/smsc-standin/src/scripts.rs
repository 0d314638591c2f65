//! The scripts of the service.

pub(crate) mod balance;
pub(crate) mod get;
pub(crate) mod info;
pub(crate) mod send;
pub(crate) mod status;

/// The names of the scripts.
pub(crate) const NAMES: [&str; 5] = ["send.php", "status.php", "balance.php", "get.php", "info.php"];
