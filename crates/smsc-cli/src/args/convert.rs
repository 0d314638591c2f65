//! The options of `smsc convert`.

use std::path::{Path, PathBuf};

use clap::Args;
#[cfg(feature = "convert")]
use clap::ValueEnum;
use smsc_proto::{Format, Query};

#[cfg(feature = "convert")]
use super::inputs::or_stdin;
use super::reply::Reply;
use super::values::CharsetArg;
use crate::failure::Failure;
use crate::lang::tr;

#[derive(Debug, Args)]
pub(crate) struct Convert {
    /// The files with the bodies of replies; without a file, or with `-`, standard input is read.
    /// Only --to takes more than one
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The format (`fmt`) of the reply: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for
    /// JSON [default with --to: the one that the first bytes of each reply show]
    #[arg(long, aliases = ["fmt", "format"], value_name = "0|1|2|3", value_parser = clap::value_parser!(u8).range(0..=3))]
    #[cfg_attr(feature = "convert", arg(required_unless_present = "to"))]
    #[cfg_attr(not(feature = "convert"), arg(required = true))]
    from_fmt: Option<u8>,
    /// The format (`fmt`) to write: 0 for `name = value`, 1 for values alone, 2 for XML, 3 for JSON
    #[arg(long, value_name = "0|1|2|3", value_parser = clap::value_parser!(u8).range(0..=3))]
    #[cfg_attr(feature = "convert", arg(required_unless_present = "to"))]
    #[cfg_attr(not(feature = "convert"), arg(required = true))]
    to_fmt: Option<u8>,
    #[command(flatten)]
    pub(super) reply: Reply,
    /// The charset to write, if it differs from that of the request
    #[arg(long, value_enum, ignore_case = true)]
    to_charset: Option<CharsetArg>,
    /// Stop with an error if the new format cannot represent a record, instead of replacing or
    /// dropping anything
    #[arg(long)]
    pub(crate) strict: bool,
    #[cfg(feature = "convert")]
    #[command(flatten)]
    pub(crate) table: ToTable,
}

/// The options of a table.
#[cfg(feature = "convert")]
#[derive(Debug, Args)]
pub(crate) struct ToTable {
    /// Write a table of the records of all files: parquet, arrow (a file, or a stream on standard
    /// output), csv (UTF-8 with a byte order mark, as Excel reads it; times in UTC) or ndjson (a JSON
    /// object a line, without the keys that have no value)
    #[arg(long, value_name = "FORM", value_enum, ignore_case = true, conflicts_with_all = ["to_fmt", "to_charset", "strict"])]
    pub(crate) to: Option<Form>,
    /// The file of the table, or `-` for standard output [default: standard output; parquet needs a
    /// file]
    #[arg(long, short, value_name = "OUT", requires = "to", conflicts_with = "to_fmt")]
    out: Option<PathBuf>,
    /// Replace the file of the table if it exists
    #[arg(long, requires = "to", conflicts_with = "to_fmt")]
    pub(crate) force: bool,
    /// The columns, in their order [default: all]
    #[arg(long, value_name = "NAME,…", value_delimiter = ',', requires = "to", conflicts_with = "to_fmt")]
    pub(crate) columns: Option<Vec<String>>,
    /// Write texts of which a table has few different ones, such as the operator, as dictionaries:
    /// for parquet, and for arrow on standard output
    #[arg(long, requires = "to", conflicts_with = "to_fmt")]
    pub(crate) dictionary: bool,
    /// Make OUT a folder with a folder for each day, such as day=2025-10-10: that of the sending or
    /// else of the last change, in UTC. Rows without a time are in
    /// day=__HIVE_DEFAULT_PARTITION__
    #[expect(clippy::doc_markdown, reason = "the help shows it as it is")]
    #[arg(long, value_name = "day", value_enum, requires = "to", conflicts_with_all = ["force", "to_fmt"])]
    pub(crate) partition_by: Option<PartitionBy>,
    /// The number of threads [default: that of the processors]
    #[arg(long, value_name = "N", requires = "to", conflicts_with = "to_fmt", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    // The number of bytes of a file that a thread reads at a time, for tests.
    #[arg(long, hide = true, requires = "to", conflicts_with = "to_fmt", default_value_t = 8 << 20)]
    pub(crate) part_bytes: u64,
}

/// The form of a table.
#[cfg(feature = "convert")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    Parquet,
    Arrow,
    Csv,
    Ndjson,
}

/// What the folders of a table are for.
#[cfg(feature = "convert")]
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum PartitionBy {
    Day,
}

#[cfg(feature = "convert")]
impl ToTable {
    /// Returns the file or folder of the table, or `None` for standard output.
    pub(crate) fn out(&self) -> Option<&Path> {
        self.out.as_deref().filter(|path| !crate::input::is_stdin(path))
    }
}

impl Convert {
    /// Returns the file of the only reply, or `None` for standard input. Fails if there are several.
    pub(crate) fn file(&self) -> Result<Option<&Path>, Failure> {
        match &self.files[..] {
            [] => Ok(None),
            [file] => Ok(Some(file)),
            _ => Err(Failure::Usage(tr("only --to takes several files: pass one file").to_owned())),
        }
    }

    /// Returns the files to read, of which there is at least one; `None` is standard input.
    #[cfg(feature = "convert")]
    pub(crate) fn files(&self) -> Vec<Option<&Path>> {
        or_stdin(&self.files)
    }

    /// Returns whether the format of the replies was passed.
    #[cfg(feature = "convert")]
    pub(crate) const fn is_format_known(&self) -> bool {
        self.from_fmt.is_some()
    }

    /// Returns the request of the reply.
    pub(crate) fn from(&self) -> Query<'static> {
        self.reply.query(format(self.from_fmt))
    }

    /// Returns the request that the new reply is for.
    pub(crate) fn to(&self) -> Query<'static> {
        let query = self.reply.query(format(self.to_fmt));
        self.to_charset.map_or(query, |charset| query.charset(charset.into()))
    }
}

/// Returns the format of this number, which was checked before.
fn format(number: Option<u8>) -> Format {
    number.and_then(|number| Format::try_from(number).ok()).unwrap_or(Format::Values)
}
