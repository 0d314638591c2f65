//! balance.php (R63).

use serde_json::json;
use smsc_proto::Format;

use crate::limits::Likeness;
use crate::params::Params;
use crate::reply::{Shape, TOO_MANY};
use crate::state::{Decision, State};
use crate::time::Time;

pub(crate) fn run(state: &mut State, account: usize, params: &Params, now: Time) -> Decision {
    let limit = state.scenario.limits.balance;
    if !state.calls.try_add((account, "balance", Likeness::default()), limit, now) {
        return Err(TOO_MANY.into());
    }
    let shape = Shape::of(params);
    let account = state.account(account);
    let (balance, currency) = (account.balance.to_string(), &account.currency);
    let has_currency = params.is_set("cur");
    Ok(match shape.format {
        Format::KeyValue if has_currency => shape.encode(&format!("{balance} {currency}")),
        Format::KeyValue | Format::Values => shape.encode(&balance),
        Format::Xml => shape.encode(&format!("<balance>{balance}</balance>")),
        _ => {
            let mut members = vec![("balance", json!(balance))];
            if account.credit.0 != 0 {
                members.push(("credit", json!(account.credit.to_string())));
            }
            if has_currency {
                members.push(("currency", json!(currency)));
            }
            shape.object(&members)
        }
    })
}
