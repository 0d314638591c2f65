//! The outputs of a report: the page or the figures, the tables, and the list of phones.

use std::io::Write as _;
use std::path::Path;

use smsc_report::{Figures, PageOptions, Summary, page, suppression_csv, tables};

use crate::args::Report;
use crate::failure::{Failure, cannot_write};
use crate::json;
use crate::lang::current;
use crate::output::Out;
use crate::target::{Kind, Target, checked};

/// The outputs that are wanted.
pub(super) struct Outputs<'o> {
    options: &'o Report,
    page: PageOptions,
}

impl<'o> Outputs<'o> {
    /// Finds out whether the outputs can be written, before any reply is read.
    pub(super) fn check(options: &'o Report) -> Result<Self, Failure> {
        let all =
            [(options.out(), Kind::File), (options.suppress.as_deref(), Kind::PrivateFile), (options.csv.as_deref(), Kind::Folder)];
        for (path, kind) in all {
            if let Some(path) = path {
                checked(path, kind, options.force)?;
            }
        }
        let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| Failure::Input(Some(path.to_owned()), error));
        let template = options.template.as_deref().map(read).transpose()?;
        let page = PageOptions { lang: current(), template, title: None };
        if page.template.is_some() {
            // A template that is wrong is found now.
            of_template(options, &Figures::default(), &page)?;
        }
        Ok(Self { options, page })
    }

    /// Writes the outputs.
    pub(super) fn write(&self, summary: &Summary) -> Result<(), Failure> {
        if let Some(path) = self.options.suppress.as_deref() {
            self.file(path, Kind::PrivateFile, suppression_csv(&summary.suppression).as_bytes())?;
        }
        if let Some(path) = self.options.csv.as_deref() {
            folder(path, &tables(&summary.figures, self.page.lang))?;
        }
        let mut text = Vec::new();
        self.page(&summary.figures, &mut text)?;
        match self.options.out() {
            Some(path) => self.file(path, Kind::File, &text),
            None => Out::new().write(&text),
        }
    }

    /// Writes the page, or the figures as JSON.
    fn page(&self, figures: &Figures, text: &mut Vec<u8>) -> Result<(), Failure> {
        if self.options.json {
            return json::line(figures, text);
        }
        text.extend(of_template(self.options, figures, &self.page)?.into_bytes());
        Ok(())
    }

    fn file(&self, path: &Path, kind: Kind, bytes: &[u8]) -> Result<(), Failure> {
        let (target, file) = Target::create(path, kind, self.options.force)?;
        let failed = |error| cannot_write(path, &error);
        if let Some(mut file) = file {
            file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed)?;
        }
        target.finish(self.options.force)
    }
}

/// Returns the page. Fails if the template is wrong.
fn of_template(options: &Report, figures: &Figures, of_page: &PageOptions) -> Result<String, Failure> {
    page(figures, of_page).map_err(|error| Failure::Content(options.template.clone(), error.to_string()))
}

/// Writes files into a new folder.
fn folder(path: &Path, files: &[(&str, String)]) -> Result<(), Failure> {
    let (target, _) = Target::create(path, Kind::Folder, false)?;
    for (name, text) in files {
        target.append("", name, text.as_bytes())?;
    }
    target.finish(false)
}
