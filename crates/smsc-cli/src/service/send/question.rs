//! The question before a message to many recipients, or for much money, is sent.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use smsc_client::Price;

use crate::config::Confirm;
use crate::failure::Failure;
use crate::lang::{fill, tr};

/// Returns whether a message may be sent: if it is small enough, or a person at the terminal says so.
/// Fails if there is nobody to ask.
pub(super) fn is_allowed(recipients: usize, price: &Price, limits: &Confirm) -> Result<bool, Failure> {
    // A price that is no number, or a limit that is none, is one to ask about.
    let is_cheap = price.cost.parse::<f64>().is_ok_and(|cost| cost <= limits.price);
    if recipients <= limits.recipients && is_cheap {
        return Ok(true);
    }
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        let sentence = "{0} recipients, {1} parts, price {2}: pass --yes to send this without a question";
        return Err(Failure::Usage(fill(sentence, &[&recipients, &price.count, &price.cost])));
    }
    let question = fill("{0} recipients, {1} parts, price {2}: send? [y/N] ", &[&recipients, &price.count, &price.cost]);
    let mut answer = String::new();
    let asked = io::stderr().write_all(question.as_bytes()).and_then(|()| io::stdin().lock().read_line(&mut answer));
    asked.map_err(|error| Failure::Input(None, error))?;
    let answer = answer.trim().to_lowercase();
    Ok(answer == "y" || answer == "yes" || answer == tr("yes"))
}
