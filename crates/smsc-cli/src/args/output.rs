//! The form of the output of records.

use clap::Args;

use super::values::parse_separator;

/// The form of the output of records.
#[derive(Debug, Args)]
pub(crate) struct Output {
    /// Print one JSON object per line, with the keys of fmt 3
    #[arg(long)]
    pub(crate) json: bool,
    /// Print CSV in UTF-8 with a byte order mark, as Excel reads it: a column for each key of fmt 3.
    /// The separator is a comma; for Excel with Russian or French settings use --csv=';'
    #[arg(long, conflicts_with = "json", value_name = "SEPARATOR", num_args = 0..=1, require_equals = true, default_missing_value = ",", value_parser = parse_separator)]
    pub(crate) csv: Option<u8>,
    /// Add the meaning: as the key "outcome" to each JSON object of a message or an API error, as
    /// further columns to CSV; the table always shows it
    #[arg(long)]
    pub(crate) outcome: bool,
}
