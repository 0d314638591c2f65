//! Encodes batches, on any thread and in any order.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_schema::Schema;
use parquet::arrow::arrow_writer::{ArrowColumnChunk, ArrowRowGroupWriterFactory, compute_leaves};
use parquet::errors::ParquetError;

use super::text;
use super::view::failed;
use crate::failure::Failure;

/// An encoder of batches.
pub(super) enum Encoder {
    Parquet(ArrowRowGroupWriterFactory, Arc<Schema>),
    Arrow,
    Csv,
    Ndjson,
}

/// Encoded rows, which are added to a document in order.
pub(super) enum Piece {
    RowGroup(Vec<ArrowColumnChunk>),
    /// A batch, which the document encodes: that is a copy of its bytes.
    Batch(RecordBatch),
    Lines(Vec<u8>),
}

impl Encoder {
    pub(super) fn encode(&self, batch: RecordBatch) -> Result<Piece, Failure> {
        match self {
            Self::Parquet(factory, schema) => {
                row_group(factory, schema, &batch).map(Piece::RowGroup).map_err(|error| failed(&error))
            }
            Self::Arrow => Ok(Piece::Batch(batch)),
            Self::Csv => text::csv(&batch).map(Piece::Lines),
            Self::Ndjson => text::ndjson(&batch).map(Piece::Lines),
        }
    }
}

/// Encodes a batch as a row group. The index of the group is for encryption alone.
fn row_group(
    factory: &ArrowRowGroupWriterFactory,
    schema: &Schema,
    batch: &RecordBatch,
) -> Result<Vec<ArrowColumnChunk>, ParquetError> {
    let mut chunks = Vec::with_capacity(batch.num_columns());
    let writers = factory.create_column_writers(0)?;
    // Every column has one leaf.
    for ((mut writer, field), column) in writers.into_iter().zip(schema.fields()).zip(batch.columns()) {
        for leaf in compute_leaves(field, column)? {
            writer.write(&leaf)?;
        }
        chunks.push(writer.close()?);
    }
    Ok(chunks)
}

impl Piece {
    /// Returns about how many bytes of memory the piece has.
    pub(super) fn byte_len(&self) -> usize {
        match self {
            Self::RowGroup(chunks) => {
                chunks.iter().map(|chunk| usize::try_from(chunk.close().bytes_written).unwrap_or(usize::MAX)).sum()
            }
            Self::Batch(batch) => batch.get_array_memory_size(),
            Self::Lines(lines) => lines.len(),
        }
    }
}
