//! The structs and enums of the advice about failed requests.

use crate::raw::SizePrefixed;
use crate::results::smsc_result;

/// A call of the service, as far as the advice after its failure depends on it.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_retry_call {
    /// The status of one message.
    Status = 0,
    /// The statuses of a batch, also of one with one message.
    StatusBatch = 1,
    /// The deletion of messages.
    Delete = 2,
    /// A message to send, with every `cost` but 1. It needs an id that no other message has.
    Send = 3,
    /// The price of a message (`cost` 1), which sends nothing.
    Price = 4,
    /// The balance of the account.
    Balance = 5,
    /// The history of messages, incoming messages and statistics.
    History = 6,
    /// The operator of a phone.
    Operator = 7,
    /// The wait for a call from a phone.
    WaitCall = 8,
}

/// How a request failed. If you cannot tell whether a byte of the request left the machine, it is
/// SMSC_FAILURE_UNANSWERED, which is never wrong.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_failure {
    /// Not sent: the name of the host was not found, or no connection was made.
    Unreachable = 0,
    /// Not sent: the TLS handshake failed.
    Tls = 1,
    /// Not sent: the program itself found the request invalid.
    Invalid = 2,
    /// Sent, at least in part, and no reply was received, or only a part of one.
    Unanswered = 3,
    /// Something was received that is no reply: SMSC_RESULT_NOT_A_REPLY.
    NotAReply = 4,
    /// The HTTP status was not 200: `code`.
    HttpStatus = 5,
    /// The server rejected the request: `code` is that of the smsc_api_error.
    Rejected = 6,
}

/// A try of a call that failed, and what came before it. Time and randomness are yours: the library
/// has neither a clock nor a generator.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_attempt {
    /// sizeof(smsc_attempt), set by the caller.
    pub size: u32,
    /// The call, see smsc_retry_call.
    pub call: i32,
    /// How it failed, see smsc_failure.
    pub failure: i32,
    /// SMSC_FAILURE_HTTP_STATUS: the HTTP status; SMSC_FAILURE_REJECTED: the API error, see
    /// smsc_api_error_code. Else ignored.
    pub code: i32,
    /// The number of this try of the call: 1 for the first. 0 counts as 1.
    pub number: u32,
    /// 1 if there is another host than the one that was tried, else 0.
    pub has_next_host: i32,
    /// 1 if the try before this one also failed because of too many requests (error 9, or HTTP
    /// status 429), else 0.
    pub was_throttled: i32,
    /// 1 if all calls were stopped for error 4 before, and no call succeeded since; else 0.
    pub was_blocked: i32,
    /// A uniformly random number, which spreads the waiting times of several clients.
    pub random: u32,
    /// The milliseconds since the last like request was sent, which may be the failed one; or 0,
    /// the cautious value, if unknown.
    pub since_ms: u64,
}

/// Advice after a failed request.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_advice_kind {
    /// Send the same request again after `wait_ms`, to the next host if `next_host` is 1.
    Retry = 0,
    /// The message may have been accepted: do not send it again. After `wait_ms`, request the
    /// status of its id and phone, and call smsc_retry_after_status.
    AskStatus = 1,
    /// Do not repeat this call. Other calls are not concerned.
    Stop = 2,
    /// Send no request at all, of no call, under this login and from this address: for `wait_ms`,
    /// or with SMSC_ADVICE_REASON_CREDENTIALS until somebody has changed the login, the password or
    /// the list of allowed addresses.
    StopEveryCall = 3,
}

/// Why a call is not repeated.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_advice_reason {
    /// None: the advice is to go on.
    None = 0,
    /// The program itself found the request invalid.
    Invalid = 1,
    /// TLS failed. Tell the user the certificate, the host and the proxy.
    Tls = 2,
    /// The HTTP status in `code` is a redirect, which is not followed, or an error that a
    /// repetition does not change.
    HttpStatus = 3,
    /// The server rejected the request for good; `code` is the API error.
    Rejected = 4,
    /// The call was tried as often as it may be.
    TriesUsedUp = 5,
    /// The request may have been carried out, nothing tells whether it was, and a second one could
    /// do harm.
    MayHaveArrived = 6,
    /// Error 4: the address is blocked for `wait_ms`.
    Blocked = 7,
    /// Error 2: the login, the password or the address is wrong. Five refused logins block the
    /// address.
    Credentials = 8,
}

/// The advice after a request failed.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_advice {
    /// sizeof(smsc_advice), set by the caller.
    pub size: u32,
    /// The kind of advice, see smsc_advice_kind.
    pub kind: i32,
    /// The milliseconds to wait first, or for which no request is sent; else 0.
    pub wait_ms: u32,
    /// 1 to use the next configured host, 0 to use the same one. It is never a host that a reply
    /// names.
    pub next_host: i32,
    /// Why the call is not repeated, see smsc_advice_reason.
    pub reason: i32,
    /// The HTTP status or the API error that belongs to the reason, or -1.
    pub code: i32,
}

/// The answer to a request for the status of a message whose sending was not answered.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_status_answer {
    /// The server knows the message: any status but -3, also one without a name.
    Found = 0,
    /// The server does not know the message: the status is -3 (SMSC_STATUS_NOT_FOUND). Of a message
    /// with several phones it knows none.
    NotFound = 1,
    /// The request for the status failed, and is not to be repeated.
    Failed = 2,
}

/// A sending that may have arrived, and what is known of it.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_sending {
    /// sizeof(smsc_sending), set by the caller.
    pub size: u32,
    /// The answer to the request for its status, see smsc_status_answer.
    pub answer: i32,
    /// 1 if the account is known to keep its history for a day or more. If it keeps none, a message
    /// with a final status is not found, as if it had never been accepted. Else 0.
    pub is_history_kept: i32,
    /// 1 if the message was already sent again on the advice SMSC_SEND_ADVICE_KIND_SEND_AGAIN, else
    /// 0.
    pub was_sent_again: i32,
    /// A uniformly random number, which spreads the waiting times of several clients.
    pub random: u32,
    /// The milliseconds since the message was last sent; or 0, the cautious value, if unknown.
    pub since_ms: u64,
}

/// Advice about a message whose sending was not answered.
#[derive(Clone, Copy)]
#[repr(C)]
pub enum smsc_send_advice_kind {
    /// The message was accepted: do not send it again.
    Accepted = 0,
    /// The message may still be accepted: request its status again after `wait_ms`.
    AskAgain = 1,
    /// The message was not accepted: send it once more now, with the same id.
    SendAgain = 2,
    /// A message of which nobody knows whether it was accepted. Tell the caller its id and phone, and
    /// do not send it again.
    Unknown = 3,
}

/// The advice about a message whose sending was not answered.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct smsc_send_advice {
    /// sizeof(smsc_send_advice), set by the caller.
    pub size: u32,
    /// The kind of advice, see smsc_send_advice_kind.
    pub kind: i32,
    /// The milliseconds to wait first, or 0.
    pub wait_ms: u32,
}

// SAFETY: `repr(C)`, the size first, and any bits are a value of its integers.
unsafe impl SizePrefixed for smsc_attempt {
    const WRONG_SIZE: smsc_result = smsc_result::SizeAttempt;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_advice {
    const WRONG_SIZE: smsc_result = smsc_result::SizeAdvice;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_sending {
    const WRONG_SIZE: smsc_result = smsc_result::SizeSending;
}

// SAFETY: as above.
unsafe impl SizePrefixed for smsc_send_advice {
    const WRONG_SIZE: smsc_result = smsc_result::SizeSendAdvice;
}

/// Fails to compile if a number here differs from the core's.
macro_rules! same_calls {
    ($($Call:ident)*) => {
        const _: () = {
            use smsc_proto::retry::Call;
            assert!(Call::ALL.len() == [$(smsc_retry_call::$Call),*].len());
            $(assert!(smsc_retry_call::$Call as i32 == Call::$Call as i32);)*
        };
    };
}

same_calls! { Status StatusBatch Delete Send Price Balance History Operator WaitCall }
