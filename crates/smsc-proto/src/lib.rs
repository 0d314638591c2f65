//! A parser and writer for the delivery-status replies of the SMS gateway SMSC.ru (`status.php`):
//! bytes in, records out, without a copy, without allocation, without `std`.
//!
//! A reply is parsed with the [`Query`] that it answers, because the same bytes mean different
//! things to different requests. It is an API error, a deletion, or [`Records`]: a lazy iterator of
//! one [`Record`] for each message, with an [`Error`] in the place of each malformed line.
//!
//! ```
//! use smsc_proto::{Detail, Format, Lang, Query, Reply, StatusCode};
//!
//! // fmt=1&all=1, in windows-1251: one message whose text contains commas.
//! let body = b"20,1760080219,1,1760080203,79991234504,2.12,GLOBUS,\xcd\xe5\xf2,a,b, c,,0";
//! let query = Query::new(Format::Values, Detail::Message);
//! match query.read(body)? {
//!     Reply::Records(records) => {
//!         for record in records {
//!             let record = record?;
//!             assert_eq!(record.status(), StatusCode::UNDELIVERABLE);
//!             assert_eq!(record.err_name(query.get_kind(), Lang::En), Some("No such subscriber"));
//!             assert_eq!(record.status_name().unwrap(), "Нет");
//!             assert_eq!(record.message().unwrap(), "a,b, c");
//!             assert!(record.is_ambiguous()); // the message may end at another comma
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
//! * For one message, with the body in memory: [`Query::read_one`], or [`Query::read_into`] to
//!   reuse a record.
//! * For a batch, with the body in memory: [`Query::read`]; [`Records::next_into`] where
//!   nanoseconds count.
//! * For a batch that does not fit in memory, or arrives in chunks: [`ChunkReader`], with a buffer
//!   of your own.
//! * If you know the (id, phone) pairs of the request: set [`Query::requested`], and use
//!   [`Records::matched`] or [`ChunkReader::matched`].
//! * If a body reads badly, because it answers another request: [`Query::guess`].
//! * To write replies: [`Writer`].
//! * For what send.php, balance.php, get.php and info.php reply: the queries of [`calls`].
//! * For the requests themselves: [`request`].
//! * For a record that outlives the body: `OwnedRecord` (feature `heapless`).
//!
//! After a request without a readable reply, or with an API error: [`retry`] says whether to send it
//! again, when, and to which host.
//!
//! # Features
//!
//! All are off by default. They change no behaviour, and none but `std` needs more than `core`.
//!
//! * `callback`: the module `callback`, which parses push notifications and verifies their
//!   signatures.
//! * `heapless`: `OwnedRecord<N>`, a record whose texts, in UTF-8, share a buffer of `N` bytes.
//!   Texts that do not fit are an error.
//! * `std`: `LazyIndex`, an index of requested pairs that is allocated when it is needed.
//! * `serde`: `Serialize` in the shape of fmt 3 for records, the replies of [`calls`], codes, API
//!   errors and errors; `Deserialize` for the codes and for `OwnedRecord`.
//!
//! # Sizes
//!
//! Everything is in the caller's memory, so it has to fit on the caller's stack. Bytes, on machines
//! with pointers of 32 and 64 bits:
//!
//! | type | 32 bits | 64 bits |
//! |---|---|---|
//! | [`Record`] | 272 | 472 |
//! | `OwnedRecord<256>` | 824 | 1,320 |
//! | [`ChunkReader`], without its window | 128 | 240 |
//! | [`Error`] | 28 | 56 |
//!
//! # Stability
//!
//! * Versions follow Semantic Versioning; before 1.0, a new minor version may break.
//! * The oldest supported compiler is in `rust-version`, today 1.89. Raising it is a new minor
//!   version, never a patch.
//! * Enums that may grow are `#[non_exhaustive]`. The others get no new variant without a breaking
//!   version: among them [`Event`], [`Reply`], [`SingleReply`], [`Match`], [`Value`], [`Detail`] and
//!   the replies of [`calls`], so that a `match` without a wildcard keeps meaning every case.
//! * Codes are open sets of numbers: a new name in a table breaks nothing.
//!
//! # Guarantees
//!
//! * **No silent guess.** If a line can be cut in more than one way, a written rule chooses one and
//!   the record [is ambiguous](Record::is_ambiguous). Codes without a name are kept as numbers.
//! * **Nothing is lost.** A malformed line is an error with its offset, and the lines around it are
//!   parsed.
//! * **No panic and no allocation**, whatever the bytes. The time is linear in the length of the
//!   body, also with requested pairs that have an [index](RequestedIndex). Without an index, a
//!   record that is not among the next few pairs is compared with every remaining one.
//! * **No personal data in errors**: no error and no `Debug` output shows a phone or a text.
//!
//! The rules of the format, with ids such as R43, are in `docs/protocol.md` of the project.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
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

#[cfg(feature = "callback")]
pub mod callback;
pub mod calls;
mod chunk_reader;
mod error;
mod guess;
#[cfg(feature = "std")]
mod lazy_index;
mod lines;
mod matched;
mod matched_chunk_reader;
mod model;
#[cfg(feature = "heapless")]
mod owned;
mod records;
mod reply;
pub mod request;
pub mod retry;
mod scan;
#[cfg(feature = "serde")]
mod ser;
mod single;
mod step;
mod trees;
mod write;

pub use chunk_reader::{ChunkReader, Event};
pub use error::{BodyKind, Error, ErrorKind, ValueName};
pub use guess::{Guess, GuessReason, Guesses};
#[cfg(feature = "std")]
pub use lazy_index::LazyIndex;
pub use matched::{Match, Matched, Matcher};
pub use matched_chunk_reader::MatchedChunkReader;
pub use model::api_error::ApiError;
pub use model::charset::Charset;
pub use model::codes::{ApiErrorCode, CodeName, ErrCode, ErrScope, Lang, MessageType, StatusCode};
pub use model::cost::Cost;
pub use model::cost_mode::CostMode;
pub use model::endpoint::Endpoint;
pub use model::escape::Escape;
pub use model::fields::{Field, ValueKind};
pub use model::flag::{Flag, Template};
pub use model::message_id::MessageId;
pub use model::phone::{phone_key, same_phone};
pub use model::query::{Detail, Format, MessageKind, Query};
pub use model::record::{Record, Value};
pub use model::requested::Requested;
pub use model::requested_index::{IndexKey, RequestedIndex};
pub use model::text::{Chars, Text};
#[cfg(feature = "heapless")]
pub use owned::{CapacityError, OwnedRecord};
pub use records::Records;
pub use reply::Reply;
pub use single::SingleReply;
pub use write::{BatchWriter, Buffer, Output, RecordBuilder, Utf8, WriteError, WriteErrorKind, WritePart, Writer};

#[cfg(all(doctest, checkout))]
#[doc = include_str!("../../../README.md")]
struct FrontPage;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(all(doctest, checkout))]
#[doc = include_str!("../../../docs/asking.md")]
struct Asking;

#[cfg(all(doctest, checkout, feature = "callback"))]
#[doc = include_str!("../../../docs/callbacks.md")]
struct Callbacks;
