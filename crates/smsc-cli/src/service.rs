//! The commands that ask the service.

mod account;
mod clock;
mod connection;
mod delete;
mod doctor;
mod errors;
mod history;
mod part;
mod printer;
mod send;
mod stamp;
mod status;
mod watch;

pub(crate) use account::{balance, lookup};
pub(crate) use delete::run as delete;
pub(crate) use doctor::run as doctor;
pub(crate) use history::run as history;
pub(crate) use send::run as send;
pub(crate) use status::{each_once, pairs, run as status};
pub(crate) use watch::run as watch;
