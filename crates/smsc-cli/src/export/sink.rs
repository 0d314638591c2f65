//! The destination of the table: standard output, a file, or the folders of the days.

use std::fs::File;
use std::io::Write as _;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::Schema;

use super::days::Day;
use super::document::Document;
use super::encode::Piece;
use super::partitions::Partitions;
use crate::args::{Form, ToTable};
use crate::failure::{Failure, cannot_write};
use crate::output::Out;
use crate::target::{Kind, Target};

/// The destination of the rows, in their order.
pub(super) enum Sink {
    Out(Out, Document),
    File { target: Target, file: File, document: Document, may_replace: bool },
    Days(Partitions),
}

/// Rows that are ready to be written.
pub(super) enum Ready {
    Piece(Piece),
    Days(Vec<(Day, RecordBatch)>),
}

impl Sink {
    /// Prepares the destination. `document` is for one that has a single document.
    pub(super) fn create(options: &ToTable, form: Form, schema: &Arc<Schema>, document: Document) -> Result<Self, Failure> {
        let Some(path) = options.out() else { return Ok(Self::Out(Out::new(), document)) };
        let kind = if options.partition_by.is_some() { Kind::Folder } else { Kind::File };
        Ok(match Target::create(path, kind, options.force)? {
            (target, None) => Self::Days(Partitions::new(target, form, schema)),
            (target, Some(file)) => Self::File { target, file, document, may_replace: options.force },
        })
    }

    /// Writes rows.
    pub(super) fn add(&mut self, ready: Ready) -> Result<(), Failure> {
        match (self, ready) {
            (Self::Days(days), Ready::Days(rows)) => rows.into_iter().try_for_each(|(day, rows)| days.add(day, rows)),
            (Self::Out(_, document) | Self::File { document, .. }, Ready::Piece(piece)) => document.add(piece),
            // Rows are made ready for the destination that there is.
            (Self::Days(_), Ready::Piece(_)) | (Self::Out(..) | Self::File { .. }, Ready::Days(_)) => Ok(()),
        }
    }

    /// Writes what the document has in memory.
    pub(super) fn flush(&mut self) -> Result<(), Failure> {
        match self {
            Self::Out(out, document) => out.write(&document.take()),
            Self::File { target, file, document, .. } => {
                file.write_all(&document.take()).map_err(|error| cannot_write(target.name(), &error))
            }
            Self::Days(_) => Ok(()),
        }
    }

    /// Writes the end. A file gets its name, once all of it is on the disk.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        if let Self::Out(_, document) | Self::File { document, .. } = &mut self {
            document.finish()?;
        }
        self.flush()?;
        match self {
            Self::Out(..) => Ok(()),
            Self::File { target, file, may_replace, .. } => {
                file.sync_all().map_err(|error| cannot_write(target.name(), &error))?;
                target.finish(may_replace)
            }
            Self::Days(days) => days.finish(),
        }
    }
}

impl Ready {
    /// Returns about how many bytes of memory the rows have.
    pub(super) fn byte_len(&self) -> usize {
        match self {
            Self::Piece(piece) => piece.byte_len(),
            Self::Days(days) => days.iter().map(|(_, rows)| rows.get_array_memory_size()).sum(),
        }
    }
}
