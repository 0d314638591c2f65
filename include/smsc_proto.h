/*
 * Reads and writes what SMSC.ru answers to status.php: libsmsc_proto, of the project smsc-proto. MIT or Apache-2.0.
 *
 * What holds for all functions (results, sizes, ownership, NULL, threads, versions) stands in docs/c-abi.md; the rules that
 * the comments cite (R1, R2, ...) in docs/protocol.md. C++ includes smsc_proto.hpp.
 *
 * Made from bindings/c by `cargo xtask header`.
 */

#ifndef SMSC_PROTO_H
#define SMSC_PROTO_H

#include <stddef.h>
#include <stdint.h>

/** The version of this header, as text. */
#define SMSC_VERSION "0.1.0"
/** Its parts. */
#define SMSC_VERSION_MAJOR 0
#define SMSC_VERSION_MINOR 1
#define SMSC_VERSION_PATCH 0
/** The version of this header as a number, to be compared with that of smsc_version_get_number. */
#define SMSC_VERSION_NUMBER 1000

/**
 * What became of a message (R36). Any other number may come.
 */
typedef enum smsc_status_code {
    /** Message not found */
    SMSC_STATUS_NOT_FOUND = -3,
    /** Stopped */
    SMSC_STATUS_STOPPED = -2,
    /** Waiting to be sent */
    SMSC_STATUS_WAITING = -1,
    /** Handed to the operator */
    SMSC_STATUS_HANDED_OVER = 0,
    /** Delivered */
    SMSC_STATUS_DELIVERED = 1,
    /** Read */
    SMSC_STATUS_READ = 2,
    /** Expired */
    SMSC_STATUS_EXPIRED = 3,
    /** Link clicked */
    SMSC_STATUS_LINK_CLICKED = 4,
    /** Reported as spam */
    SMSC_STATUS_REPORTED_AS_SPAM = 6,
    /** Cannot be delivered */
    SMSC_STATUS_UNDELIVERABLE = 20,
    /** Wrong number */
    SMSC_STATUS_WRONG_NUMBER = 22,
    /** Forbidden */
    SMSC_STATUS_FORBIDDEN = 23,
    /** Not enough money */
    SMSC_STATUS_NO_MONEY = 24,
    /** Unavailable number */
    SMSC_STATUS_UNAVAILABLE_NUMBER = 25,
} smsc_status_code;

/**
 * Why it was not delivered: SMS, calls, HLR (R37). Any other number may come.
 */
typedef enum smsc_err_code {
    /** No error */
    SMSC_ERR_NONE = 0,
    /** No such subscriber */
    SMSC_ERR_NO_SUBSCRIBER = 1,
    /** Subscriber offline */
    SMSC_ERR_OFFLINE = 6,
    /** Service not connected */
    SMSC_ERR_NO_SERVICE = 11,
    /** Error in the subscriber's handset */
    SMSC_ERR_HANDSET = 12,
    /** Subscriber blocked */
    SMSC_ERR_BLOCKED = 13,
    /** Service not supported */
    SMSC_ERR_UNSUPPORTED = 21,
    /** Virtual send */
    SMSC_ERR_VIRTUAL = 200,
    /** SIM card replaced */
    SMSC_ERR_SIM_REPLACED = 219,
    /** Operator's queue full */
    SMSC_ERR_QUEUE_FULL = 220,
    /** Subscriber does not answer */
    SMSC_ERR_NO_ANSWER = 237,
    /** No template */
    SMSC_ERR_NO_TEMPLATE = 238,
    /** Forbidden IP address */
    SMSC_ERR_FORBIDDEN_IP = 239,
    /** Subscriber busy */
    SMSC_ERR_BUSY = 240,
    /** Conversion failed */
    SMSC_ERR_CONVERSION = 241,
    /** Answering machine */
    SMSC_ERR_ANSWERING_MACHINE = 242,
    /** No contract */
    SMSC_ERR_NO_CONTRACT = 243,
    /** Bulk sending forbidden */
    SMSC_ERR_BULK_FORBIDDEN = 244,
    /** No status received */
    SMSC_ERR_NO_STATUS = 245,
    /** Outside the allowed hours */
    SMSC_ERR_OUTSIDE_HOURS = 246,
    /** Message limit exceeded */
    SMSC_ERR_DAILY_LIMIT = 247,
    /** No route */
    SMSC_ERR_NO_ROUTE = 248,
    /** Wrong number format */
    SMSC_ERR_NUMBER_FORMAT = 249,
    /** Number forbidden by settings */
    SMSC_ERR_EXCLUDED_BY_SETTINGS = 250,
    /** Limit for one number exceeded */
    SMSC_ERR_NUMBER_LIMIT = 251,
    /** Number forbidden */
    SMSC_ERR_NUMBER_FORBIDDEN = 252,
    /** Forbidden by the spam filter */
    SMSC_ERR_SPAM_FILTER = 253,
    /** Sender ID not registered */
    SMSC_ERR_SENDER_NOT_REGISTERED = 254,
    /** Rejected by the operator */
    SMSC_ERR_REJECTED = 255,
} smsc_err_code;

/**
 * Why it was not delivered: e-mail (R37). Any other number may come.
 */
typedef enum smsc_email_err_code {
    /** No error */
    SMSC_EMAIL_ERR_NONE = 0,
    /** No such addressee */
    SMSC_EMAIL_ERR_NO_ADDRESSEE = 1,
    /** Mailbox full */
    SMSC_EMAIL_ERR_MAILBOX_FULL = 2,
    /** Recipient's server not found */
    SMSC_EMAIL_ERR_NO_SERVER = 3,
    /** Mailbox blocked */
    SMSC_EMAIL_ERR_MAILBOX_BLOCKED = 4,
    /** Forbidden IP address */
    SMSC_EMAIL_ERR_FORBIDDEN_IP = 239,
    /** No status received */
    SMSC_EMAIL_ERR_NO_STATUS = 245,
    /** No route */
    SMSC_EMAIL_ERR_NO_ROUTE = 248,
    /** Wrong address format */
    SMSC_EMAIL_ERR_ADDRESS_FORMAT = 249,
    /** E-mail address forbidden */
    SMSC_EMAIL_ERR_ADDRESS_FORBIDDEN = 252,
    /** Forbidden by the spam filter */
    SMSC_EMAIL_ERR_SPAM_FILTER = 253,
    /** Sender not registered */
    SMSC_EMAIL_ERR_SENDER_NOT_REGISTERED = 254,
    /** Rejected by the recipient's server */
    SMSC_EMAIL_ERR_REJECTED = 255,
} smsc_email_err_code;

/**
 * Why a request was refused (R14). Any other number may come.
 */
typedef enum smsc_api_error_code {
    /** Error in the parameters */
    SMSC_API_ERROR_PARAMETERS = 1,
    /** Wrong login or password */
    SMSC_API_ERROR_AUTHORISATION = 2,
    /** Not enough money on the account */
    SMSC_API_ERROR_NO_MONEY = 3,
    /** IP address temporarily blocked */
    SMSC_API_ERROR_IP_BLOCKED = 4,
    /** Deletion failed */
    SMSC_API_ERROR_DELETION = 5,
    /** Message forbidden (by text or sender) */
    SMSC_API_ERROR_MESSAGE_FORBIDDEN = 6,
    /** Wrong phone number format */
    SMSC_API_ERROR_NUMBER_FORMAT = 7,
    /** Cannot be delivered to this number */
    SMSC_API_ERROR_UNDELIVERABLE = 8,
    /** Too many requests */
    SMSC_API_ERROR_TOO_MANY_REQUESTS = 9,
} smsc_api_error_code;

/**
 * What was sent (R35). Any other number may come.
 */
typedef enum smsc_message_type {
    /** SMS */
    SMSC_MESSAGE_TYPE_SMS = 0,
    /** flash SMS */
    SMSC_MESSAGE_TYPE_FLASH = 1,
    /** binary SMS */
    SMSC_MESSAGE_TYPE_BINARY = 2,
    /** WAP push */
    SMSC_MESSAGE_TYPE_WAP_PUSH = 3,
    /** HLR */
    SMSC_MESSAGE_TYPE_HLR = 4,
    /** ping SMS */
    SMSC_MESSAGE_TYPE_PING = 5,
    /** MMS */
    SMSC_MESSAGE_TYPE_MMS = 6,
    /** call */
    SMSC_MESSAGE_TYPE_CALL = 7,
    /** e-mail */
    SMSC_MESSAGE_TYPE_EMAIL = 8,
    /** Viber */
    SMSC_MESSAGE_TYPE_VIBER = 10,
    /** social networks */
    SMSC_MESSAGE_TYPE_SOCIAL = 12,
} smsc_message_type;


/**
 * Grows with each change that would break programs built before it (docs/c-abi.md, “Versions”).
 */
#define SMSC_ABI 1

/**
 * What the functions give. Numbers below 100 are no failures; each family of a hundred has its own
 * source. A number is never used for anything else.
 */
typedef enum smsc_result {
    /**
     * It was done; of readers: a record has been read.
     */
    SMSC_RESULT_OK = 0,
    /**
     * The reply, or the batch, is over.
     */
    SMSC_RESULT_END = 1,
    /**
     * More bytes are needed to go on.
     */
    SMSC_RESULT_NEED_MORE = 2,
    /**
     * The server deleted the messages, as `del=1` asked (R12).
     */
    SMSC_RESULT_DELETED = 3,
    /**
     * The server refused the request (R11, R15): see the smsc_api_error.
     */
    SMSC_RESULT_REFUSED = 4,
    /**
     * Nobody asked for this record (R47).
     */
    SMSC_RESULT_UNEXPECTED = 5,
    /**
     * The number has no name, or the text is none that is known.
     */
    SMSC_RESULT_NO_NAME = 6,
    /**
     * The caller: a pointer that must not be NULL is.
     */
    SMSC_RESULT_NULL = 100,
    /**
     * The caller: a number is none of the enum that it is to be from; or another argument is out of
     * its range.
     */
    SMSC_RESULT_VALUE = 101,
    /**
     * The caller: `size` is less than that of the struct.
     */
    SMSC_RESULT_SIZE = 102,
    /**
     * The caller: a reader, chunk reader or writer that has not been begun, or whose end has been
     * written.
     */
    SMSC_RESULT_STATE = 103,
    /**
     * The caller: a phone, or a text to be explained, that is not UTF-8.
     */
    SMSC_RESULT_UTF8 = 104,
    /**
     * The caller: the buffer is too small; the length that is needed is told. What the buffer holds is not to be used.
     */
    SMSC_RESULT_BUFFER = 105,
    /**
     * The library was built without the texts.
     */
    SMSC_RESULT_NO_TEXTS = 106,
    /**
     * Reading: the whole body is no reply to such a query (R49); `looks` says what it looks like.
     */
    SMSC_RESULT_NOT_A_REPLY = 200,
    /**
     * Reading: a value is out of its range or not of its form (R32, R39); `field` says which.
     */
    SMSC_RESULT_FIELD = 201,
    /**
     * Reading: the number of fields is none that a reply to this query can have (R41), or the line
     * ends before the message (R46); `amount` is the number.
     */
    SMSC_RESULT_FIELD_COUNT = 202,
    /**
     * Reading: in fmt 0, something else stands where a label must (R44).
     */
    SMSC_RESULT_LABEL = 203,
    /**
     * Reading: JSON or XML that is broken here, or nested too deep.
     */
    SMSC_RESULT_SYNTAX = 204,
    /**
     * Reading: something stands in a list where a record must.
     */
    SMSC_RESULT_NOT_A_RECORD = 205,
    /**
     * Reading: a record without a status, the one field that must be there (R10).
     */
    SMSC_RESULT_NO_STATUS = 206,
    /**
     * Reading: something other than white space behind the end of the reply.
     */
    SMSC_RESULT_TRAILING_BYTES = 207,
    /**
     * Reading: a reply that begins like an API error and goes on otherwise (R11).
     */
    SMSC_RESULT_API_ERROR = 208,
    /**
     * Reading: a line that neither begins a record nor belongs to one (R46).
     */
    SMSC_RESULT_OUTSIDE_RECORD = 209,
    /**
     * Reading: a line that begins a record of which no end came (R46).
     */
    SMSC_RESULT_NO_END = 210,
    /**
     * Reading: a line that is longer than any record may be (R46d); `amount` is the limit.
     */
    SMSC_RESULT_TOO_LONG = 211,
    /**
     * Reading: something that only a later version of this header has a number for.
     */
    SMSC_RESULT_MALFORMED = 299,
    /**
     * Writing: a character that the charset does not have. Replaced by `?`.
     */
    SMSC_RESULT_CHARACTER = 300,
    /**
     * Writing: a character that XML 1.0 forbids. Replaced by `?`.
     */
    SMSC_RESULT_FORBIDDEN = 301,
    /**
     * Writing: a line break where none can be (R46). Replaced by a space.
     */
    SMSC_RESULT_LINE_BREAK = 302,
    /**
     * Writing: a comma where the reader would end the value (R43, R44a, R45a). Replaced by a space.
     */
    SMSC_RESULT_COMMA = 303,
    /**
     * Writing: a comma or a value that makes the record ambiguous (R43, R45). Replacing keeps it, and
     * the reader will mark the record.
     */
    SMSC_RESULT_AMBIGUOUS = 304,
    /**
     * Writing: a text of fmt 0 that holds a label (R44). Replaced by breaking the label.
     */
    SMSC_RESULT_LABEL_IN_TEXT = 305,
    /**
     * Writing: something that the format has no place for. Replacing drops it.
     */
    SMSC_RESULT_NO_PLACE = 306,
    /**
     * Writing: something absent that fmt 1 would bring back as an empty text (R10). Replacing leaves
     * it empty.
     */
    SMSC_RESULT_ABSENT = 307,
    /**
     * Writing: a value that the reader of fmt 1 takes for something else in this place (R41, R43).
     * Replacing drops it.
     */
    SMSC_RESULT_MISREAD = 308,
    /**
     * Writing: without this, or with it as it is, nobody could read the record (R46). No replacement
     * helps.
     */
    SMSC_RESULT_UNREADABLE = 309,
    /**
     * Writing: a value that the wire cannot have there (R32, R39). No replacement helps.
     */
    SMSC_RESULT_RANGE = 310,
    /**
     * Writing: a record of a batch in fmt 0 or 1 that is longer than any may be (R46d); `amount` is
     * the limit.
     */
    SMSC_RESULT_WRITE_TOO_LONG = 311,
    /**
     * Writing: a batch of fmt 0 or 1 without any record, which would be no reply (R49).
     */
    SMSC_RESULT_EMPTY_BATCH = 312,
    /**
     * Writing: a batch for a query of one message.
     */
    SMSC_RESULT_NOT_A_BATCH = 313,
    /**
     * Writing: something that only a later version of this header has a number for.
     */
    SMSC_RESULT_UNWRITABLE = 399,
} smsc_result;

/**
 * The formats of a reply, by the number in the request's `fmt` (R1).
 */
typedef enum smsc_format {
    /**
     * `fmt=0`: `name = value` pairs.
     */
    SMSC_FORMAT_KEY_VALUE = 0,
    /**
     * `fmt=1`: bare values between commas.
     */
    SMSC_FORMAT_VALUES = 1,
    /**
     * `fmt=2`: XML.
     */
    SMSC_FORMAT_XML = 2,
    /**
     * `fmt=3`: JSON.
     */
    SMSC_FORMAT_JSON = 3,
} smsc_format;

/**
 * The charset that the request asked for (R7).
 */
typedef enum smsc_charset {
    /**
     * `windows-1251`, what the server sends unless it is told otherwise.
     */
    SMSC_CHARSET_WINDOWS1251 = 0,
    /**
     * `koi8-r`.
     */
    SMSC_CHARSET_KOI8_R = 1,
    /**
     * `utf-8`.
     */
    SMSC_CHARSET_UTF8 = 2,
} smsc_charset;

/**
 * What the messages are, as far as the caller knows (R41).
 */
typedef enum smsc_kind {
    /**
     * Not known: found out from the reply (R41, R42).
     */
    SMSC_KIND_AUTO = 0,
    /**
     * Messages to phones.
     */
    SMSC_KIND_SMS = 1,
    /**
     * Requests about a subscriber's network (HLR).
     */
    SMSC_KIND_HLR = 2,
    /**
     * E-mails: laid out like messages, but their err has another meaning (R37).
     */
    SMSC_KIND_EMAIL = 3,
} smsc_kind;

/**
 * Whether a record could be cut into its fields in one way only (R43 to R46).
 */
typedef enum smsc_split {
    /**
     * There was one way.
     */
    SMSC_SPLIT_CERTAIN = 0,
    /**
     * There were several, and a rule chose one: the message may end elsewhere.
     */
    SMSC_SPLIT_AMBIGUOUS = 1,
} smsc_split;

/**
 * The language of a name, and of the texts of an outcome.
 */
typedef enum smsc_lang {
    /**
     * English, in this project's words.
     */
    SMSC_LANG_EN = 0,
    /**
     * Russian, in the vendor's exact words where it has any.
     */
    SMSC_LANG_RU = 1,
    /**
     * French, in this project's words; the types of messages have no French names.
     */
    SMSC_LANG_FR = 2,
} smsc_lang;

/**
 * What a body that is no reply looks like (R49).
 */
typedef enum smsc_body_kind {
    /**
     * There is nothing in it, or white space alone.
     */
    SMSC_BODY_KIND_EMPTY = 0,
    /**
     * It begins with `<`: the error page of a gateway, or XML.
     */
    SMSC_BODY_KIND_MARKUP = 1,
    /**
     * It begins with `{` or `[`, as JSON does.
     */
    SMSC_BODY_KIND_JSON = 2,
    /**
     * It begins as a reply of fmt 0 does.
     */
    SMSC_BODY_KIND_KEY_VALUE = 3,
    /**
     * It begins as a reply of fmt 1 does.
     */
    SMSC_BODY_KIND_VALUES = 4,
    /**
     * Any other text.
     */
    SMSC_BODY_KIND_TEXT = 5,
} smsc_body_kind;

/**
 * The kind of a template message (R35).
 */
typedef enum smsc_template {
    /**
     * Service messages.
     */
    SMSC_TEMPLATE_SERVICE = 0,
    /**
     * Transactional messages.
     */
    SMSC_TEMPLATE_TRANSACTIONAL = 1,
    /**
     * Authorisation codes.
     */
    SMSC_TEMPLATE_AUTHORISATION = 2,
    /**
     * Advertising.
     */
    SMSC_TEMPLATE_ADVERTISING = 3,
} smsc_template;

/**
 * The tables of names, for smsc_code_name.
 */
typedef enum smsc_table {
    /**
     * What became of a message (R36).
     */
    SMSC_TABLE_STATUS = 0,
    /**
     * Why it was not delivered: SMS, calls, HLR (R37).
     */
    SMSC_TABLE_ERR_PHONE = 1,
    /**
     * Why it was not delivered: e-mail (R37).
     */
    SMSC_TABLE_ERR_EMAIL = 2,
    /**
     * Why a request was refused (R14).
     */
    SMSC_TABLE_API_ERROR = 3,
    /**
     * What was sent (R35).
     */
    SMSC_TABLE_TYPE = 4,
    /**
     * The fields, by smsc_field: their wire names, in any language.
     */
    SMSC_TABLE_FIELD = 5,
    /**
     * The kinds of template messages, by smsc_template: in English, in any language (R35).
     */
    SMSC_TABLE_TEMPLATE = 6,
    /**
     * What became of a message, by smsc_state: a word for programs, such as `failed`, in any language.
     */
    SMSC_TABLE_STATE = 7,
    /**
     * What decided it, by smsc_cause: a word for programs, such as `recipient`, in any language.
     */
    SMSC_TABLE_CAUSE = 8,
    /**
     * Whether to send it again, by smsc_retry: a word for programs, such as `after_fix`, in any
     * language.
     */
    SMSC_TABLE_RETRY = 9,
} smsc_table;

/**
 * The fields of a record, and what else of a reply an error can be about.
 */
typedef enum smsc_field {
    /**
     * `status`
     */
    SMSC_FIELD_STATUS = 0,
    /**
     * `last_date`
     */
    SMSC_FIELD_LAST_DATE = 1,
    /**
     * `last_timestamp`
     */
    SMSC_FIELD_LAST_TIMESTAMP = 2,
    /**
     * `flag`
     */
    SMSC_FIELD_FLAG = 3,
    /**
     * `err`
     */
    SMSC_FIELD_ERR = 4,
    /**
     * `imsi`
     */
    SMSC_FIELD_IMSI = 5,
    /**
     * `msc`
     */
    SMSC_FIELD_MSC = 6,
    /**
     * `mcc`
     */
    SMSC_FIELD_MCC = 7,
    /**
     * `mnc`
     */
    SMSC_FIELD_MNC = 8,
    /**
     * `cn`
     */
    SMSC_FIELD_CN = 9,
    /**
     * `net`
     */
    SMSC_FIELD_NET = 10,
    /**
     * `rcn`
     */
    SMSC_FIELD_RCN = 11,
    /**
     * `rnet`
     */
    SMSC_FIELD_RNET = 12,
    /**
     * `send_date`
     */
    SMSC_FIELD_SEND_DATE = 13,
    /**
     * `send_timestamp`
     */
    SMSC_FIELD_SEND_TIMESTAMP = 14,
    /**
     * `phone`
     */
    SMSC_FIELD_PHONE = 15,
    /**
     * `mccmnc`
     */
    SMSC_FIELD_MCCMNC = 16,
    /**
     * `country`
     */
    SMSC_FIELD_COUNTRY = 17,
    /**
     * `operator`
     */
    SMSC_FIELD_OPERATOR = 18,
    /**
     * `operator_orig`
     */
    SMSC_FIELD_OPERATOR_ORIG = 19,
    /**
     * `region`
     */
    SMSC_FIELD_REGION = 20,
    /**
     * `cost`
     */
    SMSC_FIELD_COST = 21,
    /**
     * `sender_id`
     */
    SMSC_FIELD_SENDER_ID = 22,
    /**
     * `status_name`
     */
    SMSC_FIELD_STATUS_NAME = 23,
    /**
     * `message`
     */
    SMSC_FIELD_MESSAGE = 24,
    /**
     * `comment`
     */
    SMSC_FIELD_COMMENT = 25,
    /**
     * `type`
     */
    SMSC_FIELD_TYPE = 26,
    /**
     * `sms_cnt`
     */
    SMSC_FIELD_SMS_CNT = 27,
    /**
     * `id`
     */
    SMSC_FIELD_ID = 28,
    /**
     * The words of an API error.
     */
    SMSC_FIELD_ERROR_TEXT = 100,
    /**
     * The number of an API error.
     */
    SMSC_FIELD_ERROR_CODE = 101,
} smsc_field;

/**
 * What became of a message, in short (docs/outcomes.md).
 */
typedef enum smsc_state {
    /**
     * It is on its way, or waits to be sent.
     */
    SMSC_STATE_PENDING = 0,
    /**
     * It arrived. Of an HLR request: the number exists and can be reached.
     */
    SMSC_STATE_DELIVERED = 1,
    /**
     * It did not arrive. Of an HLR request: the number cannot be reached.
     */
    SMSC_STATE_FAILED = 2,
    /**
     * Nobody can say, or nothing was sent at all.
     */
    SMSC_STATE_UNKNOWN = 3,
} smsc_state;

/**
 * What decided what became of a message, and so whose move it is (docs/outcomes.md).
 */
typedef enum smsc_cause {
    /**
     * Nothing went wrong, or the cause is not known.
     */
    SMSC_CAUSE_NONE = 0,
    /**
     * The number or the address, or whom it belongs to.
     */
    SMSC_CAUSE_RECIPIENT = 1,
    /**
     * The recipient's phone or SIM card.
     */
    SMSC_CAUSE_HANDSET = 2,
    /**
     * The operators, or for e-mail the servers.
     */
    SMSC_CAUSE_NETWORK = 3,
    /**
     * The text.
     */
    SMSC_CAUSE_CONTENT = 4,
    /**
     * The sender ID.
     */
    SMSC_CAUSE_SENDER = 5,
    /**
     * The client's balance, contract, IP list, limits or settings; a paused mailing too.
     */
    SMSC_CAUSE_ACCOUNT = 6,
    /**
     * The request was wrong.
     */
    SMSC_CAUSE_REQUEST = 7,
    /**
     * The gateway.
     */
    SMSC_CAUSE_SERVICE = 8,
} smsc_cause;

/**
 * Whether to send the same once more; of a refused request, whether to repeat it (docs/outcomes.md).
 */
typedef enum smsc_retry {
    /**
     * It would be pointless, or the recipient might get it twice.
     */
    SMSC_RETRY_NO = 0,
    /**
     * It may succeed by itself, after `retry_after_s` seconds at the earliest.
     */
    SMSC_RETRY_LATER = 1,
    /**
     * It may succeed when somebody has changed something; the advice says who and what.
     */
    SMSC_RETRY_AFTER_FIX = 2,
} smsc_retry;

/**
 * One (id, phone) pair of a request (R3), set by smsc_requested_set. It refers to the phone's bytes, which
 * must stay.
 */
typedef struct smsc_requested {
    /**
     * The library's own.
     */
    size_t opaque[3];
} smsc_requested;

/**
 * A request to status.php (R1), which decides how its reply is read and written. With everything but
 * `size` and `format` 0 it asks for one message, with all=0, in windows-1251.
 */
typedef struct smsc_query {
    /**
     * sizeof(smsc_query).
     */
    uint32_t size;
    /**
     * The request's `fmt`: 0 to 3, see smsc_format.
     */
    int32_t format;
    /**
     * The request's `all`: 0, 1 or 2.
     */
    int32_t all;
    /**
     * Whether the reply has the batch shape (R2): 1 if several phones or ids were asked for, or one
     * with a comma behind it, else 0.
     */
    int32_t batch;
    /**
     * The request's `charset` (R7), see smsc_charset.
     */
    int32_t charset;
    /**
     * What the messages are, if that is known (R41), see smsc_kind.
     */
    int32_t kind;
    /**
     * The pairs that were asked for, in their order, or NULL if they are not known (R47). They settle
     * where a record ends if its text leaves that open.
     */
    const struct smsc_requested *asked;
    /**
     * How many pairs there are.
     */
    size_t asked_len;
} smsc_query;

/**
 * Reads a body that is all at hand; begun by smsc_reader_begin. It may be copied: each copy goes on by itself.
 */
typedef struct smsc_reader {
    /**
     * The library's own.
     */
    uint64_t opaque[80];
} smsc_reader;

/**
 * Bytes that live somewhere else: in the body that was read, in a caller's buffer, or in the library.
 * They are not ended by a NUL.
 *
 * `ptr` is NULL where there is nothing at all, which is not the same as an empty text: that has a
 * `ptr` and a `len` of 0.
 */
typedef struct smsc_view {
    /**
     * The first byte, or NULL.
     */
    const char *ptr;
    /**
     * How many bytes there are.
     */
    size_t len;
} smsc_view;

/**
 * A refused request (R11).
 */
typedef struct smsc_api_error {
    /**
     * sizeof(smsc_api_error), set by the caller.
     */
    uint32_t size;
    /**
     * Why (R14), see smsc_api_error_code: 0 to 2147483647.
     */
    int32_t code;
    /**
     * The message's id, in replies of send.php (R61), or 0.
     */
    uint32_t id;
    /**
     * How `text` is encoded: for smsc_text_decode.
     */
    uint32_t encoding;
    /**
     * The server's words for it (R14), or NULL; fmt 1 has none.
     */
    struct smsc_view text;
} smsc_api_error;

/**
 * What was wrong with a body or with a record to be written. It holds nothing of either, so that it
 * can be logged; smsc_error_describe puts it into words.
 */
typedef struct smsc_error {
    /**
     * sizeof(smsc_error), set by the caller.
     */
    uint32_t size;
    /**
     * What was wrong: the result that the function gave, see smsc_result.
     */
    int32_t code;
    /**
     * The field that it is about, see smsc_field; or -1.
     */
    int32_t field;
    /**
     * With SMSC_RESULT_NOT_A_REPLY what the body looks like (R49), see smsc_body_kind; else -1.
     */
    int32_t looks;
    /**
     * Reading: where, in bytes from the start of the body (R48).
     */
    size_t offset;
    /**
     * Reading: where the bytes begin that could not be read (R48).
     */
    size_t start;
    /**
     * Reading: where they end. Equal to `start` where the whole body is no reply.
     */
    size_t end;
    /**
     * Reading: what was expected there (R48), in ASCII.
     */
    struct smsc_view expected;
    /**
     * A number that belongs to the result: the values found (SMSC_RESULT_FIELD_COUNT), the longest
     * record there may be (SMSC_RESULT_TOO_LONG, SMSC_RESULT_WRITE_TOO_LONG), the bytes needed
     * (SMSC_RESULT_BUFFER); else 0.
     */
    size_t amount;
} smsc_error;

/**
 * What became of one message: whatever the reply said of it, under the wire's names (R10). What it
 * left out is -1 in numbers that can be 0, 0 in ids and timestamps, and a NULL view in texts.
 *
 * Texts are as the server sent them; smsc_text_decode makes UTF-8 of them.
 */
typedef struct smsc_record {
    /**
     * sizeof(smsc_record), set by the caller before the record is filled.
     */
    uint32_t size;
    /**
     * What became of the message (R36); always there. See smsc_status_code.
     */
    int32_t status;
    /**
     * Why it was not delivered (R37), or -1. What the number means depends on what was sent: see
     * smsc_record_err_table.
     */
    int32_t err;
    /**
     * Sixteen bits about the message (R35), or -1; see smsc_flag_decode.
     */
    int32_t flag;
    /**
     * What was sent (R35), or -1. See smsc_message_type.
     */
    int32_t type;
    /**
     * How many parts it had, or how many seconds a call took (R34), or -1.
     */
    int32_t sms_cnt;
    /**
     * The message's id (R3), or 0.
     */
    uint32_t id;
    /**
     * How the texts are encoded: for smsc_text_decode. In records made by the caller a smsc_charset.
     */
    uint32_t encoding;
    /**
     * Whether the record could be cut into its fields in one way only (R43 to R46), see smsc_split.
     * Writing does not look at it.
     */
    int32_t split;
    /**
     * 1 if it answers an HLR request (R42), else 0. Writing does not look at it.
     */
    int32_t is_hlr;
    /**
     * When the status last changed, in Unix seconds (R30), or 0.
     */
    uint64_t last_timestamp;
    /**
     * When the message was sent, in Unix seconds (R30), or 0.
     */
    uint64_t send_timestamp;
    /**
     * When the status last changed, `DD.MM.YYYY hh:mm:ss` in the account's own time zone (R31).
     */
    struct smsc_view last_date;
    /**
     * The recipient: digits without `+`, or the address of an e-mail (R3).
     */
    struct smsc_view phone;
    /**
     * When it was sent, `DD.MM.YYYY hh:mm:ss` in the account's own time zone (R31).
     */
    struct smsc_view send_date;
    /**
     * What it cost, in the account's currency: digits, or digits, a dot and 1 to 4 digits (R32). See
     * smsc_cost_decode.
     */
    struct smsc_view cost;
    /**
     * The sender ID that the recipient saw.
     */
    struct smsc_view sender_id;
    /**
     * The status in the vendor's words (R36).
     */
    struct smsc_view status_name;
    /**
     * The text that was sent. See `split` for whether it may end elsewhere.
     */
    struct smsc_view message;
    /**
     * The client's own comment.
     */
    struct smsc_view comment;
    /**
     * The number's country and network code (R33).
     */
    struct smsc_view mccmnc;
    /**
     * The number's country.
     */
    struct smsc_view country;
    /**
     * The operator that serves the number; `operator` is a word of C++.
     */
    struct smsc_view operator_;
    /**
     * The operator that first gave the number out.
     */
    struct smsc_view operator_orig;
    /**
     * The number's region.
     */
    struct smsc_view region;
    /**
     * HLR: the SIM card's number (R33).
     */
    struct smsc_view imsi;
    /**
     * HLR: the number of the network's service centre (R33).
     */
    struct smsc_view msc;
    /**
     * HLR: the mobile country code (R33).
     */
    struct smsc_view mcc;
    /**
     * HLR: the mobile network code, such as `02` (R33).
     */
    struct smsc_view mnc;
    /**
     * HLR: the home country's name.
     */
    struct smsc_view cn;
    /**
     * HLR: the home operator's name.
     */
    struct smsc_view net;
    /**
     * HLR: the country in which the subscriber roams.
     */
    struct smsc_view rcn;
    /**
     * HLR: the operator with which the subscriber roams.
     */
    struct smsc_view rnet;
} smsc_record;

/**
 * Reads a batch that comes in chunks; begun by smsc_chunk_reader_begin. It may be copied: each copy goes on
 * by itself.
 */
typedef struct smsc_chunk_reader {
    /**
     * The library's own.
     */
    uint64_t opaque[40];
} smsc_chunk_reader;

/**
 * The sixteen bits of `flag`, taken apart (R35).
 */
typedef struct smsc_flag {
    /**
     * sizeof(smsc_flag), set by the caller.
     */
    uint32_t size;
    /**
     * Bits 0 to 3: what was sent, see smsc_message_type.
     */
    int32_t type;
    /**
     * Bit 5: 1 if it was paid from the account's second balance, else 0.
     */
    int32_t second_balance;
    /**
     * Bits 8 to 10: the kind of template it was sent by, see smsc_template; or -1 for a message
     * without one.
     */
    int32_t template_kind;
    /**
     * The bits that are set and of which nothing is known.
     */
    uint32_t unknown_bits;
} smsc_flag;

/**
 * Writes a batch; begun by smsc_writer_begin. It may be copied: each copy goes on by itself.
 */
typedef struct smsc_writer {
    /**
     * The library's own.
     */
    uint64_t opaque[16];
} smsc_writer;

/**
 * What became of a message, and what to do about it: docs/outcomes.md has all of it, and the reasons.
 *
 * The numbers that say what it is about are those that were given, or that a text stands for. The
 * texts are the library's own, in UTF-8.
 */
typedef struct smsc_outcome {
    /**
     * sizeof(smsc_outcome), set by the caller.
     */
    uint32_t size;
    /**
     * What became of the message, see smsc_state.
     */
    int32_t state;
    /**
     * 1 if nothing about it will change any more by itself, so that asking again is of no use; else 0.
     */
    int32_t is_final;
    /**
     * What decided it, see smsc_cause.
     */
    int32_t cause;
    /**
     * Whether to send it once more, see smsc_retry.
     */
    int32_t retry;
    /**
     * With SMSC_RETRY_LATER: after how many seconds at the earliest; else 0.
     */
    uint32_t retry_after_s;
    /**
     * 1 if nothing more should be sent to this recipient, else 0.
     */
    int32_t suppress;
    /**
     * The status of the message (R36). INT32_MIN if there is none, which is when `type` is -1.
     */
    int32_t status;
    /**
     * Its err (R37), or -1.
     */
    int32_t err;
    /**
     * The type by which it was judged, see smsc_message_type; or -1 if it is about no message.
     */
    int32_t type;
    /**
     * The number of the refused request (R14), or -1.
     */
    int32_t error_code;
    /**
     * The place in ClickSend's list of statuses, from 1; or 0.
     */
    int32_t row;
    /**
     * 1 if it is a text for which GetCourse sets «Запретить все СМС» in the user's profile, else 0.
     */
    int32_t unsubscribes;
    /**
     * What it is called.
     */
    struct smsc_view title;
    /**
     * What happened.
     */
    struct smsc_view explanation;
    /**
     * What to do.
     */
    struct smsc_view advice;
    /**
     * Where that is from: ids such as `S1` and `R36`, which docs/outcomes.md resolves.
     */
    struct smsc_view source;
} smsc_outcome;

/**
 * The version as text, such as `0.1.0`, ended by a NUL; never NULL. It is that of the library at hand;
 * SMSC_VERSION is that of the header.
 */
const char *smsc_version_get(void);

/**
 * The version as a number: major times 1,000,000, plus minor times 1,000, plus patch. Compare it with
 * SMSC_VERSION_NUMBER.
 */
uint32_t smsc_version_get_number(void);

/**
 * Which header the library agrees with, whatever the versions: a program works with it if this is
 * SMSC_ABI.
 */
uint32_t smsc_abi_get(void);

/**
 * Begins to read the body of a reply to `query`, which is `len` bytes long. Nothing is copied: the
 * body, and the pairs of the query, must stay where they are and as they are for as long as the reader
 * or its records are used.
 *
 * Gives SMSC_RESULT_OK: `reader` has records, to be taken by smsc_reader_next. SMSC_RESULT_DELETED.
 * SMSC_RESULT_REFUSED: `refusal` says why. SMSC_RESULT_NOT_A_REPLY or SMSC_RESULT_API_ERROR: `error`
 * says more; in these cases `reader` is one that has not been begun. Or SMSC_RESULT_NULL,
 * SMSC_RESULT_VALUE, SMSC_RESULT_SIZE. `refusal` and `error` may be NULL if they are not wanted.
 */
int32_t smsc_reader_begin(const struct smsc_query *query,
                  const char *body,
                  size_t len,
                  struct smsc_reader *reader,
                  struct smsc_api_error *refusal,
                  struct smsc_error *error);

/**
 * Reads the next record.
 *
 * Gives SMSC_RESULT_OK: `record` is filled. SMSC_RESULT_END: there are no more, and `record` is as it
 * was. A result from 200 to 299: the record in this place cannot be read, `error` says more, and the
 * next call goes on behind it (R48). Or, without going on, SMSC_RESULT_NULL, SMSC_RESULT_STATE,
 * SMSC_RESULT_SIZE. `error` may be NULL if it is not wanted.
 */
int32_t smsc_reader_next(struct smsc_reader *reader, struct smsc_record *record, struct smsc_error *error);

/**
 * Begins to read the answer to a batch request (R20) of which only a part is in memory.
 *
 * `limit` is the longest record there may be, in bytes; 0 stands for 1 MiB, the limit of smsc_reader_begin
 * (R46d). `*window` becomes the length of buffer that is always enough; `window` may be NULL if it is
 * not wanted. The pairs of the query must stay for as long as the reader is used.
 *
 * Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_VALUE, or SMSC_RESULT_SIZE.
 */
int32_t smsc_chunk_reader_begin(const struct smsc_query *query,
                          size_t limit,
                          struct smsc_chunk_reader *chunks,
                          size_t *window);

/**
 * Looks at the window: the bytes that have come and that earlier calls have not used up; `is_last` is
 * 1 if nothing comes behind them, else 0.
 *
 * `*used` becomes the number of bytes at the window's start that are done with: drop them before the
 * next call, but not before the record has been looked at, because its texts lie there.
 *
 * Gives SMSC_RESULT_OK: `record` is filled. SMSC_RESULT_NEED_MORE: append more bytes. SMSC_RESULT_END: the
 * reply is over. SMSC_RESULT_DELETED; SMSC_RESULT_REFUSED: `refusal` says why. A result from 200 to
 * 299: what stands here cannot be read, and `error` says more. After SMSC_RESULT_NOT_A_REPLY and
 * SMSC_RESULT_API_ERROR nothing comes but SMSC_RESULT_END. Or, with nothing done, SMSC_RESULT_NULL,
 * SMSC_RESULT_VALUE, SMSC_RESULT_STATE, SMSC_RESULT_SIZE. `refusal` and `error` may be NULL if they
 * are not wanted.
 */
int32_t smsc_chunk_reader_next(struct smsc_chunk_reader *chunks,
                         const char *window,
                         size_t len,
                         int32_t is_last,
                         size_t *used,
                         struct smsc_record *record,
                         struct smsc_api_error *refusal,
                         struct smsc_error *error);

/**
 * Decodes a text into UTF-8 (R7, R50): a view of a record or an API error, with the `encoding` that
 * stands there. Bytes that are none of the charset's characters become U+FFFD.
 *
 * Writes to `buf`, which has `size` bytes, and ends it with a NUL. `*len` becomes the length in bytes
 * without the NUL; a text may hold NULs of its own. With `buf` NULL and `size` 0 it only tells the
 * length. A NULL view is an empty text.
 *
 * Gives SMSC_RESULT_OK; SMSC_RESULT_BUFFER if `size` is not greater than the length, which is told all
 * the same, and then `buf` holds nothing to be used; SMSC_RESULT_NULL; SMSC_RESULT_VALUE.
 */
int32_t smsc_text_decode(struct smsc_view text, uint32_t encoding, char *buf, size_t size, size_t *len);

/**
 * The name of a number in a table (R36, R37): of a status, an err, an API error, a type, a field and
 * whatever else smsc_table lists. See smsc_lang, too.
 *
 * `*name` becomes a view of a text of the library's own, in UTF-8.
 *
 * Gives SMSC_RESULT_OK, SMSC_RESULT_NO_NAME, SMSC_RESULT_NULL, SMSC_RESULT_VALUE, or
 * SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_code_name(int32_t table, int32_t code, int32_t lang, struct smsc_view *name);

/**
 * The codes of a table, one after the other: for those who list them, or make constants of them.
 *
 * `index` counts from 0. `*code` becomes the number, `*ident` a view of its name for programs, such as
 * `DELIVERED`. Both are the library's own.
 *
 * Gives SMSC_RESULT_OK; SMSC_RESULT_END behind the last; SMSC_RESULT_NULL; SMSC_RESULT_VALUE, also for
 * the tables that are not of codes on the wire (from SMSC_TABLE_FIELD on); SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_code_at(int32_t table, size_t index, int32_t *code, struct smsc_view *ident);

/**
 * Which table the err of a record belongs to (R37): by its type, else by the type bits of its flag,
 * else by what the caller asked for (`kind`, see smsc_kind), else by an `@` in its phone. `*table`
 * becomes SMSC_TABLE_ERR_PHONE or SMSC_TABLE_ERR_EMAIL.
 *
 * Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, or SMSC_RESULT_VALUE.
 */
int32_t smsc_record_err_table(const struct smsc_record *record, int32_t kind, int32_t *table);

/**
 * Takes the sixteen bits of `flag` apart (R35).
 *
 * Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, or SMSC_RESULT_VALUE for a number that is
 * not from 0 to 65535.
 */
int32_t smsc_flag_decode(int32_t flag, struct smsc_flag *bits);

/**
 * A cost as an integer, in ten-thousandths of the account's currency, so that costs add up exactly
 * (R32).
 *
 * Gives SMSC_RESULT_OK, SMSC_RESULT_NULL (a NULL view, too), or SMSC_RESULT_VALUE if it is no cost or
 * does not fit.
 */
int32_t smsc_cost_decode(struct smsc_view cost, uint64_t *ten_thousandths);

/**
 * Sets one (id, phone) pair of a request (R3), in the caller's array.
 *
 * `phone` is in UTF-8, `phone_len` bytes long; a `+` in front does not count. Its bytes must stay
 * where they are for as long as the pair is used.
 *
 * Gives SMSC_RESULT_OK, or SMSC_RESULT_NULL, SMSC_RESULT_VALUE (id 0, or over 2147483647),
 * SMSC_RESULT_UTF8.
 */
int32_t smsc_requested_set(struct smsc_requested *pair, uint32_t id, const char *phone, size_t phone_len);

/**
 * Says which pair a record answers (R47), and which in front of it are missing. Records are expected
 * in the order of the request.
 *
 * `next` is where the search has come to: 0 before the first record. With SMSC_RESULT_OK the record
 * answers the pair `*next - 1`, and the `*missing` pairs in front of that one are missing. With
 * SMSC_RESULT_UNEXPECTED nobody asked for the record, and nothing is changed. Behind the last record, the
 * pairs from `*next` to `count` are missing.
 *
 * Otherwise gives SMSC_RESULT_NULL, SMSC_RESULT_SIZE, or SMSC_RESULT_VALUE (`*next` over `count`, or a
 * record that cannot be).
 */
int32_t smsc_requested_match(const struct smsc_requested *pairs,
                   size_t count,
                   size_t *next,
                   const struct smsc_record *record,
                   size_t *missing);

/**
 * Forgets what a record held: nothing but the status is known of it then (R10). For who makes records;
 * `record->size` has to be set.
 *
 * Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, or SMSC_RESULT_SIZE.
 */
int32_t smsc_record_init(struct smsc_record *record, int32_t status);

/**
 * Writes a whole reply of one record: a single one, or for a batch query a batch of one.
 *
 * `replacing` says what to do with what the format cannot carry: 0 refuses the record, and `error`
 * names the field; 1 replaces it, as smsc_result says at each reason. The bytes are in the charset of
 * the query, and not ended by a NUL. `*len` becomes their number.
 *
 * Gives SMSC_RESULT_OK; SMSC_RESULT_BUFFER if they are more than `size`: `*len` becomes the number,
 * and nothing is written; a result from 300 to 399 for what cannot be written; or SMSC_RESULT_NULL,
 * SMSC_RESULT_VALUE, SMSC_RESULT_SIZE. `error` may be NULL if it is not wanted.
 */
int32_t smsc_writer_write_single(const struct smsc_query *query,
                          int32_t replacing,
                          const struct smsc_record *record,
                          char *buf,
                          size_t size,
                          size_t *len,
                          struct smsc_error *error);

/**
 * Writes the answer that a request was refused (R11). A refused batch is one error (R15). For the
 * arguments and results see smsc_writer_write_single.
 */
int32_t smsc_writer_write_error(const struct smsc_query *query,
                           int32_t replacing,
                           const struct smsc_api_error *refusal,
                           char *buf,
                           size_t size,
                           size_t *len,
                           struct smsc_error *error);

/**
 * Writes the answer to `del=1`: deleted (R12). For the arguments and results see smsc_writer_write_single.
 */
int32_t smsc_writer_write_deleted(const struct smsc_query *query, char *buf, size_t size, size_t *len);

/**
 * Begins a batch (R20) of any length: what it writes to `buf` comes first in the reply, then what each
 * smsc_writer_write_record writes, then what smsc_writer_end writes. Nothing of `buf` is kept: each call may
 * have the same or another one. For the arguments and results see smsc_writer_write_single.
 */
int32_t smsc_writer_begin(const struct smsc_query *query,
                         int32_t replacing,
                         struct smsc_writer *batch,
                         char *buf,
                         size_t size,
                         size_t *len,
                         struct smsc_error *error);

/**
 * Writes the next record of a batch; the order is that of the request (R20). A record that is refused,
 * or does not fit, leaves the batch as it was, so that the call can be made again. For the arguments
 * and results see smsc_writer_write_single; SMSC_RESULT_STATE says that the batch is not begun.
 */
int32_t smsc_writer_write_record(struct smsc_writer *batch,
                          const struct smsc_record *record,
                          char *buf,
                          size_t size,
                          size_t *len,
                          struct smsc_error *error);

/**
 * Ends a batch, which in fmt 0 and 1 must hold a record (R49). Afterwards `batch` is over. For the
 * arguments and results see smsc_writer_write_single; SMSC_RESULT_STATE says that the batch is not begun.
 */
int32_t smsc_writer_end(struct smsc_writer *batch,
                       char *buf,
                       size_t size,
                       size_t *len,
                       struct smsc_error *error);

/**
 * Says what a record means, and what to do about it: by its status, its err and what was sent, taken
 * together (R36, R37).
 *
 * `kind` is what the caller asked for, see smsc_kind and smsc_record_err_table; the texts of the outcome are
 * in `lang`, see smsc_lang. Unknown codes get a careful outcome that says so.
 *
 * Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE (a record that cannot be,
 * too), or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_record(const struct smsc_record *record,
                        int32_t kind,
                        int32_t lang,
                        struct smsc_outcome *outcome);

/**
 * The same for the numbers by themselves: a status, its err or -1 if there is none, and what was sent,
 * see smsc_message_type, or -1 if that is not known, which counts as SMS.
 *
 * Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE (an `err` below -1, a
 * `type` that is not from -1 to 255), or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_codes(int32_t status,
                              int32_t err,
                              int32_t type,
                              int32_t lang,
                              struct smsc_outcome *outcome);

/**
 * Says what a refused request means (R14): the `code` of an smsc_api_error.
 *
 * Gives SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE (a `code` below 0, too),
 * or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_api_error(int32_t code, int32_t lang, struct smsc_outcome *outcome);

/**
 * Says what a text means that GetCourse shows in place of codes, or the vendor's Russian name of a
 * code, however it is written: case, spaces, quotation marks and full stops do not matter.
 *
 * `text` is in UTF-8, `len` bytes long. `outcome` also has the codes that the text stands for.
 *
 * Gives SMSC_RESULT_OK; SMSC_RESULT_NO_NAME if the text is not known, and then `outcome` is as it was;
 * SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE, SMSC_RESULT_UTF8, or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_getcourse(const char *text, size_t len, int32_t lang, struct smsc_outcome *outcome);

/**
 * Says what a row of ClickSend's list of delivery statuses means, by its number, from 1.
 *
 * Gives SMSC_RESULT_OK; SMSC_RESULT_NO_NAME if there is no such row, and then `outcome` is as it was;
 * SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE, or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_clicksend_row(int32_t row, int32_t lang, struct smsc_outcome *outcome);

/**
 * Says what ClickSend's words mean: `parts` are what is known of a delivery, in any order: the status
 * text, the code, the description, in English or French, in UTF-8. A NULL view among them is passed
 * over.
 *
 * Several rows may fit: `index` counts them from 0, the best first.
 *
 * Gives SMSC_RESULT_OK; SMSC_RESULT_END behind the last row that fits, at index 0 if there is none, and
 * then `outcome` is as it was; SMSC_RESULT_NULL, SMSC_RESULT_SIZE, SMSC_RESULT_VALUE (more than eight
 * parts, too), SMSC_RESULT_UTF8, or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_clicksend(const struct smsc_view *parts,
                                  size_t count,
                                  size_t index,
                                  int32_t lang,
                                  struct smsc_outcome *outcome);

/**
 * What a result means, in English: a text of the library's own, ended by a NUL, never NULL.
 */
const char *smsc_result_describe(int32_t code);

/**
 * Puts an error into one line of English, such as `byte 38: an unreadable value (cost), expected
 * digits, or digits, a dot and 1 to 4 digits`.
 *
 * Writes to `buf`, which has `size` bytes, and ends it with a NUL. `*len` becomes the length without
 * the NUL; a `size` of 256 is always enough.
 *
 * Gives SMSC_RESULT_OK; SMSC_RESULT_BUFFER if `size` is not greater than the length, which is told all
 * the same; SMSC_RESULT_NULL, SMSC_RESULT_SIZE; SMSC_RESULT_VALUE if no function has filled `error`;
 * SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_error_describe(const struct smsc_error *error, char *buf, size_t size, size_t *len);

#endif  /* SMSC_PROTO_H */
