//! The scripts of the service.

pub(crate) mod balance;
pub(crate) mod get;
pub(crate) mod info;
pub(crate) mod send;
pub(crate) mod status;
