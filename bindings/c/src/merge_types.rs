//! The struct of C programs for merged reports.

use crate::raw::SizePrefixed;
use crate::results::smsc_result;

/// The result of smsc_merge, beside the record.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_merged {
    /// sizeof(smsc_merged), set by the caller.
    pub size: u32,
    /// 1 if the message is at its end: what the recipient does may still be reported, and nothing
    /// else. Else 0.
    pub is_final: i32,
    /// 1 if the service did not find the message at some time (SMSC_STATUS_NOT_FOUND), else 0.
    pub was_not_found: i32,
    /// The number of reports to keep: the first ones of the sorted array.
    pub kept: usize,
}

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers.
unsafe impl SizePrefixed for smsc_merged {
    const WRONG_SIZE: smsc_result = smsc_result::SizeMerged;
}
