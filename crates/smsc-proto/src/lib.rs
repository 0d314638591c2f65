//! Reads what SMSC.ru answers to `status.php`: bytes in, records out, without a copy, without allocation, without `std`.
//!
//! A reply is read with the [`Query`] that it answers, because the same bytes mean different things to different requests. It is an API
//! error, a deletion, or [`Records`]: a lazy iterator of one [`Record`] for each message, or of an [`Error`] in the place of a line that cannot be
//! read.
//!
//! ```
//! use smsc_proto::{Detail, Format, Lang, Query, Reply};
//!
//! // fmt=1&all=1, in windows-1251: one message whose text holds commas.
//! let body = b"20,1760080219,1,1760080203,79991234504,2.12,GLOBUS,\xcd\xe5\xe2\xee\xe7\xec\xee\xe6\xed\xee \xe4\xee\xf1\xf2\xe0\xe2\xe8\xf2\xfc,a,b, c,,0";
//! let query = Query::new(Format::Values, Detail::Message);
//! match query.read(body)? {
//!     Reply::Records(records) => {
//!         for record in records {
//!             let status = record?;
//!             let scope = status.err_scope(query.kind);
//!             assert_eq!(status.status().name(Lang::En), Some("Cannot be delivered"));
//!             assert_eq!(status.err().unwrap().name(scope, Lang::Ru), Some("Абонент не существует"));
//!             assert_eq!(status.status_name().unwrap(), "Невозможно доставить");
//!             assert_eq!(status.message().unwrap(), "a,b, c");
//!             assert!(status.is_ambiguous()); // and it says that there was a choice
//!         }
//!     }
//!     Reply::Error(error) => eprintln!("{error}"),
//!     Reply::Deleted => println!("deleted"),
//! }
//! # Ok::<(), smsc_proto::Error>(())
//! ```
//!
//! # Which reader
//!
//! * One message was asked for, and the body is at hand: [`Query::read_into`].
//! * A batch was asked for, and the body is at hand: [`Query::read`], and iterate; where every nanosecond counts, with [`Records::next_into`].
//! * The body is too long for memory, or comes piece by piece: [`ChunkReader`], with a buffer of your own.
//! * You know which messages you asked for: give [`Query::asked`] and iterate over [`Records::matched`], or put each record past a [`Matcher`].
//! * The other way, from records to replies: [`Writer`].
//! * A record has to outlive the body: `OwnedRecord` (feature `heapless`), or pick the fields you need.
//!
//! # Features
//!
//! Both are off by default, need neither `std` nor an allocator, and change no reading.
//!
//! * `heapless`: `OwnedRecord<N>`, a record whose texts, in UTF-8, share a buffer of `N` bytes; what does not fit is an error.
//! * `serde`: `Serialize` in the shape of fmt 3 for records, codes, API errors and errors; `Deserialize` for the codes and for `OwnedRecord`.
//!
//! # What holds
//!
//! * **Nothing is guessed silently.** Where the format leaves two readings, one is chosen by a written rule and the record says
//!   that it [is ambiguous](Record::is_ambiguous). Codes without a name are kept as numbers.
//! * **Nothing is lost.** A line that cannot be read is an error with its place, and the lines around it are read.
//! * **Nothing panics or allocates**, whatever the bytes; the time is linear in the length of the body. (With pairs that were asked for, each
//!   record that nobody asked for is compared with all of those left.)
//! * **Nothing personal slips out**: no error and no `Debug` shows a phone or a text.
//!
//! Rule ids such as R43 stand in `docs/protocol.md` of the project.

#![no_std]
#![forbid(unsafe_code)]
#![deny(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unreachable,
    clippy::unwrap_used
)]

mod chunk_reader;
mod error;
mod lines;
mod matched;
mod model;
#[cfg(feature = "heapless")]
mod owned;
mod records;
mod reply;
mod scan;
#[cfg(feature = "serde")]
mod ser;
mod single;
mod step;
mod trees;
mod write;

pub use chunk_reader::{ChunkReader, Event, MatchedChunkReader};
pub use error::{BodyKind, Error, ErrorKind};
pub use matched::{Match, Matched, Matcher};
pub use model::api_error::ApiError;
pub use model::charset::Charset;
pub use model::codes::{ApiErrorCode, CodeName, ErrCode, ErrScope, Lang, MessageType, StatusCode};
pub use model::cost::Cost;
pub use model::escape::Escape;
pub use model::fields::{Field, ValueKind};
pub use model::flag::{Flag, Template};
pub use model::query::{Detail, Format, MessageKind, Query, Requested};
pub use model::record::{Record, Value};
pub use model::text::{Chars, Text};
#[cfg(feature = "heapless")]
pub use owned::{CapacityError, OwnedRecord};
pub use records::Records;
pub use reply::Reply;
pub use single::SingleReply;
pub use write::{BatchWriter, Buffer, Output, RecordBuilder, Utf8, WriteError, WriteErrorKind, WritePart, Writer};

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
