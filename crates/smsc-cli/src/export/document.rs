//! A file of a table, as bytes that are written from time to time.

use std::sync::Arc;

use arrow_ipc::writer::{FileWriter, StreamWriter};
use arrow_schema::{ArrowError, Schema};
use parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowWriter, ArrowWriterOptions};
use parquet::basic::Compression;
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;

use super::encode::{Encoder, Piece};
use super::view::failed;
use crate::args::Form;
use crate::csv;
use crate::failure::Failure;

/// The document of a table, or of a part of it. Its bytes are in memory until they are taken.
pub(super) enum Document {
    Parquet(Box<SerializedFileWriter<Vec<u8>>>),
    ArrowFile(Box<FileWriter<Vec<u8>>>),
    ArrowStream(Box<StreamWriter<Vec<u8>>>),
    Text(Vec<u8>),
}

impl Document {
    /// Starts a document, and returns the encoder of its batches. `is_file` is for Arrow, which has a
    /// form for files and one for streams.
    pub(super) fn start(form: Form, is_file: bool, schema: &Arc<Schema>) -> Result<(Self, Encoder), Failure> {
        let of_arrow = |error: ArrowError| failed(&error);
        Ok(match form {
            Form::Parquet => {
                let (writer, encoder) = parquet(schema).map_err(|error| failed(&error))?;
                (Self::Parquet(Box::new(writer)), encoder)
            }
            Form::Arrow if is_file => {
                let writer = FileWriter::try_new(Vec::new(), schema).map_err(of_arrow)?;
                (Self::ArrowFile(Box::new(writer)), Encoder::Arrow)
            }
            Form::Arrow => {
                let writer = StreamWriter::try_new(Vec::new(), schema).map_err(of_arrow)?;
                (Self::ArrowStream(Box::new(writer)), Encoder::Arrow)
            }
            Form::Csv => {
                let names = schema.fields().iter().map(|field| field.name().clone());
                (Self::Text(csv::heading(b',', names)?), Encoder::Csv)
            }
            Form::Ndjson => (Self::Text(Vec::new()), Encoder::Ndjson),
        })
    }

    /// Adds encoded rows.
    pub(super) fn add(&mut self, piece: Piece) -> Result<(), Failure> {
        match (self, piece) {
            (Self::Parquet(writer), Piece::RowGroup(chunks)) => {
                return add_row_group(writer, chunks).map_err(|error| failed(&error));
            }
            (Self::ArrowFile(writer), Piece::Batch(batch)) => writer.write(&batch),
            (Self::ArrowStream(writer), Piece::Batch(batch)) => writer.write(&batch),
            (Self::Text(text), Piece::Lines(lines)) if text.is_empty() => {
                *text = lines;
                Ok(())
            }
            (Self::Text(text), Piece::Lines(lines)) => {
                text.extend(lines);
                Ok(())
            }
            _ => Err(ArrowError::InvalidArgumentError("a piece of another form".to_owned())),
        }
        .map_err(|error| failed(&error))
    }

    /// Adds the end of the document.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        match self {
            Self::Parquet(writer) => return writer.finish().map(drop).map_err(|error| failed(&error)),
            Self::ArrowFile(writer) => writer.finish(),
            Self::ArrowStream(writer) => writer.finish(),
            Self::Text(_) => Ok(()),
        }
        .map_err(|error| failed(&error))
    }

    /// Returns the bytes that were not taken yet.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(match self {
            Self::Parquet(writer) => writer.inner_mut(),
            Self::ArrowFile(writer) => writer.get_mut(),
            Self::ArrowStream(writer) => writer.get_mut(),
            Self::Text(text) => text,
        })
    }
}

/// Starts a Parquet file. Its bytes depend on the rows and on the version of this program alone.
fn parquet(schema: &Arc<Schema>) -> Result<(SerializedFileWriter<Vec<u8>>, Encoder), ParquetError> {
    let version = KeyValue::new("smsc.version".to_owned(), env!("CARGO_PKG_VERSION").to_owned());
    let properties =
        WriterProperties::builder().set_compression(Compression::SNAPPY).set_key_value_metadata(Some(vec![version])).build();
    let options = ArrowWriterOptions::new().with_properties(properties);
    let writer = ArrowWriter::try_new_with_options(Vec::new(), Arc::clone(schema), options)?;
    let (writer, factory) = writer.into_serialized_writer()?;
    Ok((writer, Encoder::Parquet(factory, Arc::clone(schema))))
}

fn add_row_group(writer: &mut SerializedFileWriter<Vec<u8>>, chunks: Vec<ArrowColumnChunk>) -> Result<(), ParquetError> {
    let mut group = writer.next_row_group()?;
    for chunk in chunks {
        chunk.append_to_row_group(&mut group)?;
    }
    group.close()?;
    // From a buffer of the writer into the bytes that are taken.
    writer.flush()?;
    Ok(())
}
