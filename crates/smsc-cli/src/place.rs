//! Several files on one command line.

use std::path::Path;

use visible_text::Visible;

use crate::failure::Failure;
use crate::input::is_stdin;
use crate::lang::tr;
use crate::output::Out;

/// A file among those that are decoded.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) file: Option<&'a Path>,
    pub(crate) is_one_of_many: bool,
    pub(crate) is_first: bool,
}

impl<'a> Place<'a> {
    /// Returns the places of these files; `None` is standard input.
    pub(crate) fn all(files: &[Option<&'a Path>]) -> Vec<Self> {
        let is_one_of_many = files.len() > 1;
        files.iter().enumerate().map(|(at, file)| Self { file: *file, is_one_of_many, is_first: at == 0 }).collect()
    }

    /// Prints the name of the file above its table, if there are others.
    pub(crate) fn heading(&self, out: &mut Out) -> Result<(), Failure> {
        if !self.is_one_of_many {
            return Ok(());
        }
        let name = self.file.filter(|file| !is_stdin(file));
        let name = name.map_or_else(|| tr("standard input").to_owned(), |file| Visible(file.to_string_lossy()).to_string());
        out.heading(&format!("{}==> {name} <==", if self.is_first { "" } else { "\n" }))
    }
}
