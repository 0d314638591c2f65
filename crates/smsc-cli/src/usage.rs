//! The help, and messages about wrong usage, in the language of the output.

use clap::builder::{PossibleValue, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory as _};
use smsc_proto::Lang;

use crate::args::Cli;
use crate::lang::{current, fill, tr};

/// Returns the command line with its help in the language. In English it is as declared.
pub(crate) fn command() -> Command {
    let command = Cli::command();
    if current() == Lang::En { command } else { localized(command) }
}

/// Returns a command, and those below it, with translated help.
fn localized(mut command: Command) -> Command {
    // Only now are the options for the help and the version there.
    command.build();
    translated(command)
}

fn translated(command: Command) -> Command {
    let text = |text: Option<&StyledStr>| text.map(|text| tr(&text.to_string()).to_owned());
    let (about, long_about, after) = (text(command.get_about()), text(command.get_long_about()), text(command.get_after_help()));
    let names: Vec<_> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    let usage = format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}", tr("Usage:"));
    let mut command = command.help_template(usage).subcommand_help_heading(tr("Commands"));
    command = if let Some(about) = about { command.about(about) } else { command };
    command = if let Some(about) = long_about { command.long_about(about) } else { command };
    command = if let Some(after) = after { command.after_help(after) } else { command };
    command = command.mut_args(|arg| {
        let heading = match arg.get_help_heading() {
            Some("Connection") => tr("Connection"),
            _ if arg.is_positional() => tr("Arguments"),
            _ => tr("Options"),
        };
        let help = arg.get_help().map(|help| tr(&help.to_string()).to_owned());
        let long_help = arg.get_long_help().map(|help| tr(&help.to_string()).to_owned());
        let values = values(&arg.get_possible_values());
        // clap writes these in English.
        let arg = arg.hide_default_value(true).hide_possible_values(true).help_heading(heading);
        let with_values = move |help: String| if values.is_empty() { help } else { format!("{help} [{values}]") };
        match (help, long_help) {
            (Some(help), Some(long)) => arg.help(with_values.clone()(help)).long_help(with_values(long)),
            (Some(help), None) => arg.help(with_values(help)),
            _ => arg,
        }
    });
    names.iter().fold(command, |command, name| command.mut_subcommand(name, translated))
}

/// Returns the names of the values of an option, unless they are those of a switch.
fn values(values: &[PossibleValue]) -> String {
    let names: Vec<_> = values.iter().map(PossibleValue::get_name).collect();
    if names == ["true", "false"] { String::new() } else { names.join(", ") }
}

/// Returns the message about wrong usage in the language, or `None` if clap's own is to be printed.
pub(crate) fn message(error: &clap::Error) -> Option<String> {
    if current() == Lang::En || !error.use_stderr() {
        return None;
    }
    let context = |kind| error.get(kind).map(shown);
    let arg = || context(ContextKind::InvalidArg).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::UnknownArgument => fill("unexpected argument {0}", &[&arg()]),
        ErrorKind::InvalidSubcommand => {
            fill("unknown command {0}", &[&context(ContextKind::InvalidSubcommand).unwrap_or_default()])
        }
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_none_or(|value| value == "''") => {
            fill("{0} needs a value", &[&arg()])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let source = std::error::Error::source(error).map(ToString::to_string);
            let value = context(ContextKind::InvalidValue)?;
            let detail = source.filter(|source| !source.is_ascii()).unwrap_or(value);
            fill("invalid value for {0}: {1}", &[&arg(), &detail])
        }
        ErrorKind::MissingRequiredArgument => fill("missing: {0}", &[&arg()]),
        ErrorKind::MissingSubcommand => fill("missing: {0}", &[&tr("Commands")]),
        ErrorKind::ArgumentConflict => match context(ContextKind::PriorArg) {
            Some(prior) if prior != arg() => fill("{0} cannot be used with {1}", &[&arg(), &prior]),
            _ => fill("{0} was given more than once", &[&arg()]),
        },
        _ => return None,
    };
    let mut text = fill("error: {0}", &[&what]);
    let mut add = |line: String| {
        text.push_str("\n  ");
        text.push_str(&line);
    };
    if let Some(values) = context(ContextKind::ValidValue).filter(|values| !values.is_empty()) {
        add(fill("possible values: {0}", &[&values]));
    }
    let similar = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(similar) = similar.into_iter().find_map(context).filter(|similar| !similar.is_empty()) {
        add(fill("did you mean {0}?", &[&similar]));
    }
    add(fill("more: {0}", &[&"smsc --help"]));
    Some(text)
}

/// Returns a value of the context of an error, in quotes if it was typed.
fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => format!("'{text}'"),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::StyledStr(text) => text.to_string(),
        _ => String::new(),
    }
}
