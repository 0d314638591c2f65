//! Checks the layout of the C structs against layout.txt, which the C tests use as well.

use core::mem::offset_of;

use crate::callback_types::{smsc_callback, smsc_callback_error, smsc_form_field};
use crate::calls_types::{smsc_balance, smsc_incoming, smsc_list, smsc_operator, smsc_sent, smsc_sent_phone, smsc_statistics};
use crate::merge_types::smsc_merged;
use crate::plan_types::{
    smsc_plan, smsc_plan_answer, smsc_plan_ask, smsc_plan_config, smsc_plan_key, smsc_plan_message, smsc_plan_slot, smsc_plan_state,
};
use crate::request_types::{smsc_date, smsc_phone, smsc_request, smsc_request_error};
use crate::retry_types::{smsc_advice, smsc_attempt, smsc_send_advice, smsc_sending};
use crate::types::{
    smsc_api_error, smsc_chunk_reader, smsc_error, smsc_flag, smsc_outcome, smsc_query, smsc_question, smsc_reader, smsc_record,
    smsc_requested, smsc_requested_index, smsc_view, smsc_writer,
};

include!(concat!(env!("OUT_DIR"), "/layout.rs"));
