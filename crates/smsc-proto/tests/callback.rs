//! Push notifications (R70): parsing in every format, signatures, and what a change does to them.
//!
//! The signatures were made by Python's `hashlib`; the first one is a vector of another project.

#[path = "callback/bodies.rs"]
mod bodies;
#[path = "callback/borders.rs"]
mod borders;
#[path = "callback/changes.rs"]
mod changes;
#[path = "callback/encode.rs"]
mod encode;
#[path = "callback/fields.rs"]
mod fields;
#[path = "callback/random.rs"]
mod random;
#[path = "callback/vectors.rs"]
mod vectors;
