//! `smsc flags` and `smsc explain --flag`.

use std::process::ExitCode;

use serde::Serialize;

use smsc_proto::{Flag, Lang, Template};

use crate::failure::Failure;
use crate::labels::{MAIN_BALANCE, NONE, PAID_FROM, SECOND_BALANCE, TEMPLATE, TYPE, UNKNOWN, UNKNOWN_BITS};
use crate::lang::current;
use crate::output::Out;

/// The parts of a bitfield, with the keys of the line of JSON.
#[derive(Serialize)]
struct Line {
    flag: u16,
    r#type: u8,
    type_name: Option<&'static str>,
    second_balance: bool,
    template: Option<&'static str>,
    unknown_bits: u16,
}

/// Prints the parts of a bitfield.
pub(crate) fn run(number: u16, is_json: bool) -> Result<ExitCode, Failure> {
    let lang = current();
    let flag = Flag(number);
    let names = if lang == Lang::Ru { Lang::Ru } else { Lang::En };
    let line = Line {
        flag: flag.0,
        r#type: flag.message_type().0,
        type_name: flag.message_type().name(if is_json { Lang::En } else { names }),
        second_balance: flag.is_second_balance(),
        template: flag.template().map(Template::name),
        unknown_bits: flag.unknown_bits(),
    };
    let mut out = Out::new();
    if is_json {
        out.json(&line)?;
    } else {
        let unknown = match line.unknown_bits {
            0 => NONE.get(lang).to_owned(),
            bits => format!("{bits:#06x}"),
        };
        let balance = if line.second_balance { SECOND_BALANCE } else { MAIN_BALANCE };
        let fields = [
            ("flag", format!("{0} ({0:#06x})", line.flag)),
            (TYPE.get(lang), format!("{} ({})", line.r#type, line.type_name.unwrap_or(UNKNOWN.get(lang)))),
            (PAID_FROM.get(lang), balance.get(lang).to_owned()),
            (TEMPLATE.get(lang), line.template.unwrap_or(NONE.get(lang)).to_owned()),
            (UNKNOWN_BITS.get(lang), unknown),
        ];
        for (label, value) in fields {
            out.line(format_args!("{label:<16}  {value}"))?;
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
