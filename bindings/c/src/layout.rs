//! Checks the layout of the C structs against layout.txt, which the C tests use as well.

use core::mem::offset_of;

use crate::request_types::{smsc_date, smsc_phone, smsc_request, smsc_request_error};
use crate::types::{
    smsc_api_error, smsc_chunk_reader, smsc_error, smsc_flag, smsc_outcome, smsc_query, smsc_question, smsc_reader, smsc_record,
    smsc_requested, smsc_requested_index, smsc_view, smsc_writer,
};

include!(concat!(env!("OUT_DIR"), "/layout.rs"));
