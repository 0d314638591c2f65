//! `smsc flags` and `smsc explain --flag`.

use std::process::ExitCode;

use sms_explain::FlagLine;
use smsc_proto::{Flag, Lang, Template};

use crate::failure::Failure;
use crate::labels::{MAIN_BALANCE, NONE, PAID_FROM, SECOND_BALANCE, TEMPLATE, TYPE, UNKNOWN, UNKNOWN_BITS};
use crate::lang::current;
use crate::output::Out;

/// Prints the parts of a bitfield.
pub(crate) fn run(number: u16, is_json: bool) -> Result<ExitCode, Failure> {
    let lang = current();
    let flag = Flag(number);
    let mut out = Out::new();
    if is_json {
        out.json(&FlagLine::new(flag))?;
    } else {
        let names = if lang == Lang::Ru { Lang::Ru } else { Lang::En };
        let kind = flag.message_type();
        let unknown = match flag.unknown_bits() {
            0 => NONE.get(lang).to_owned(),
            bits => format!("{bits:#06x}"),
        };
        let balance = if flag.is_second_balance() { SECOND_BALANCE } else { MAIN_BALANCE };
        let fields = [
            ("flag", format!("{0} ({0:#06x})", flag.0)),
            (TYPE.get(lang), format!("{} ({})", kind.0, kind.name(names).unwrap_or(UNKNOWN.get(lang)))),
            (PAID_FROM.get(lang), balance.get(lang).to_owned()),
            (TEMPLATE.get(lang), flag.template().map_or(NONE.get(lang), Template::name).to_owned()),
            (UNKNOWN_BITS.get(lang), unknown),
        ];
        for (label, value) in fields {
            out.line(format_args!("{label:<16}  {value}"))?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
