//! Requests to the service. The core checks and writes them; here are Python's values for its
//! arguments, and [`Form`], which keeps what was written.

mod account;
mod credentials;
mod error;
mod form;
mod history;
mod messages;
mod send;
mod server;
mod status;
mod time;
mod values;

pub(crate) use account::{balance_form, operator_form, statistics_form};
pub(crate) use credentials::Credentials;
pub(crate) use error::request_error_of_item;
pub(crate) use form::Form;
pub(crate) use history::{history_form, incoming_form};
pub(crate) use messages::Messages;
pub(crate) use send::send_form;
pub(crate) use server::Server;
pub(crate) use status::{delete_form, status_form};
