//! info.php: the operator of a phone (R64c).

use serde_json::json;
use smsc_proto::Format;

use crate::limits::Likeness;
use crate::numbers::{Network, normalise};
use crate::params::Params;
use crate::reply::{PARAMETERS, Refusal, Shape, TOO_MANY};
use crate::state::{Decision, No, State};
use crate::time::Time;

const NOT_FOUND: Refusal = Refusal::new(3, "operator not found");

pub(crate) fn run(state: &mut State, account: usize, params: &Params, now: Time) -> Decision {
    let shape = Shape::of(params);
    let (phones, _) = params.list("phone");
    if !params.is_set("get_operator") || phones.is_empty() {
        return Err(PARAMETERS.into());
    }
    if matches!(shape.format, Format::Values | Format::Xml) {
        return Err(No::Unknown("get_operator is known in fmt 0 and fmt 3 alone"));
    }
    let [phone] = &phones[..] else { return Err(No::Unknown("get_operator is known for one phone alone")) };
    let phone = normalise(phone).ok_or(PARAMETERS)?;
    let limits = state.scenario.limits;
    let windows = &mut state.calls;
    if !windows.try_add((account, "operator", Likeness::of([&phone])), limits.like_lookups, now)
        || !windows.try_add((account, "operators", Likeness::default()), limits.lookups, now)
    {
        return Err(TOO_MANY.into());
    }
    let network = Network::of(&phone).ok_or(NOT_FOUND)?;
    let values = [
        ("country", network.country.to_owned()),
        ("operator", network.operator.to_owned()),
        ("region", network.region.to_owned()),
        ("mcc", network.mcc().to_owned()),
        ("mnc", network.mnc().to_owned()),
        ("tz", network.zone.to_string()),
    ];
    if shape.format == Format::Json {
        let members: Vec<_> = values.iter().map(|(name, value)| (*name, json!(value))).collect();
        return Ok(shape.object(&members));
    }
    let pairs: Vec<_> = values.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    Ok(shape.encode(&pairs.join(", ")))
}
