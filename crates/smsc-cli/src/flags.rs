//! `smsc flags`.

use std::process::ExitCode;

use serde::Serialize;
use smsc_proto::{Flag, Lang, Template};

use crate::args::Flags;
use crate::output::{Failure, Out};

#[derive(Serialize)]
struct Line {
    flag: u16,
    r#type: u8,
    type_name: Option<&'static str>,
    second_balance: bool,
    template: Option<&'static str>,
    unknown_bits: u16,
}

pub(crate) fn run(options: &Flags) -> Result<ExitCode, Failure> {
    let flag = Flag(options.number);
    let line = Line {
        flag: flag.0,
        r#type: flag.message_type().0,
        type_name: flag.message_type().name(Lang::En),
        second_balance: flag.is_second_balance(),
        template: flag.template().map(Template::name),
        unknown_bits: flag.unknown_bits(),
    };
    let mut out = Out::new();
    if options.json {
        out.json(&line)?;
    } else {
        out.line(format_args!("flag            {0} ({0:#06x})", line.flag))?;
        out.line(format_args!("type            {} ({})", line.r#type, line.type_name.unwrap_or("unknown")))?;
        out.line(format_args!("paid from       {} balance", if line.second_balance { "the second" } else { "the main" }))?;
        out.line(format_args!("template        {}", line.template.unwrap_or("none")))?;
        match line.unknown_bits {
            0 => out.line("unknown bits    none")?,
            bits => out.line(format_args!("unknown bits    {bits:#06x}"))?,
        }
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
