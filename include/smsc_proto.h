/*
 * Parses and writes replies of SMSC.ru's status.php: libsmsc_proto, of the project smsc-proto.
 * MIT or Apache-2.0.
 *
 * docs/c-abi.md describes what all functions have in common: results, sizes, ownership, NULL,
 * threads and versions. docs/protocol.md has the rules of the protocol. C++ programs include
 * smsc_proto.hpp.
 *
 * Generated from bindings/c by `cargo xtask header`.
 */

#ifndef SMSC_PROTO_H
#define SMSC_PROTO_H

#include <stddef.h>
#include <stdint.h>

#if defined(__cplusplus) && !defined(SMSC_PROTO_HPP)
#error "C++ programs include smsc_proto.hpp, which includes this header with C linkage"
#endif

/** The version of this header, as text. */
#define SMSC_VERSION "0.1.0"
/** The parts of the version. */
#define SMSC_VERSION_MAJOR 0
#define SMSC_VERSION_MINOR 1
#define SMSC_VERSION_PATCH 0
/** The version of this header as a number, to be compared with that of smsc_version_get_number. */
#define SMSC_VERSION_NUMBER 1000

/**
 * What became of a message. Other numbers are possible.
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
 * Why it was not delivered: SMS, calls, HLR. Other numbers are possible.
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
 * Why it was not delivered: e-mail. Other numbers are possible.
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
 * Why the server rejected a request. Other numbers are possible.
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
 * What was sent. Other numbers are possible.
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

/** Whether a result of a reader is an item that cannot be parsed: the next call continues after it. */
#define SMSC_IS_MALFORMED(result) ((result) >= 200 && (result) < 300)

/** Whether the signature of a smsc_callback covers a field (a smsc_callback_field): any other one may have been
 * changed on the way. */
#define SMSC_CALLBACK_COVERS(callback, field) ((((callback).covered >> (field)) & 1u) != 0)

/** The content type of the body of a request. */
#define SMSC_REQUEST_CONTENT_TYPE "application/x-www-form-urlencoded"


/**
 * The ABI number of this header. It grows with each change that would break programs that were
 * compiled before (docs/c-abi.md, “Versions”).
 */
#define SMSC_ABI 1

/**
 * The results of the functions. Numbers below 100 are no failures. Each family of a hundred has
 * its own cause. A number is never reused for another meaning.
 */
typedef enum smsc_result {
    /**
     * Success. From a reader: a record was parsed.
     */
    SMSC_RESULT_OK = 0,
    /**
     * The reply, the batch or the list has ended.
     */
    SMSC_RESULT_END = 1,
    /**
     * More bytes are needed to continue.
     */
    SMSC_RESULT_NEED_MORE = 2,
    /**
     * The server deleted the messages, as the request's `del=1` demanded.
     */
    SMSC_RESULT_DELETED = 3,
    /**
     * The server rejected the request; the smsc_api_error has the reason.
     */
    SMSC_RESULT_REFUSED = 4,
    /**
     * The record was not requested.
     */
    SMSC_RESULT_UNEXPECTED = 5,
    /**
     * The number has no name, or the text is unknown.
     */
    SMSC_RESULT_NO_NAME = 6,
    /**
     * The message, or the request, is not in the plan: it has ended, or never was there.
     */
    SMSC_RESULT_NOT_IN_PLAN = 7,
    /**
     * Calling: a required pointer is NULL.
     */
    SMSC_RESULT_NULL = 100,
    /**
     * Calling: a number is none of its enum, an id is invalid, or another argument is out of
     * range.
     */
    SMSC_RESULT_VALUE = 101,
    /**
     * Calling: the `size` of a smsc_query is below that of this version of the library.
     */
    SMSC_RESULT_SIZE_QUERY = 102,
    /**
     * Calling: a reader, chunk reader, writer or plan was not started, or a writer has ended.
     */
    SMSC_RESULT_STATE = 103,
    /**
     * Calling: a phone, or a text to look up, is not UTF-8.
     */
    SMSC_RESULT_UTF8 = 104,
    /**
     * Calling: the buffer is too small; the required length is returned. The content of the buffer
     * is unspecified, unless the function says otherwise.
     */
    SMSC_RESULT_BUFFER = 105,
    /**
     * Calling: the library was built without texts.
     */
    SMSC_RESULT_NO_TEXTS = 106,
    /**
     * Calling: the `size` of a smsc_record is too small, as above.
     */
    SMSC_RESULT_SIZE_RECORD = 107,
    /**
     * Calling: the `size` of a smsc_api_error is too small.
     */
    SMSC_RESULT_SIZE_API_ERROR = 108,
    /**
     * Calling: the `size` of a smsc_error is too small.
     */
    SMSC_RESULT_SIZE_ERROR = 109,
    /**
     * Calling: the `size` of a smsc_flag is too small.
     */
    SMSC_RESULT_SIZE_FLAG = 110,
    /**
     * Calling: the `size` of a smsc_outcome is too small.
     */
    SMSC_RESULT_SIZE_OUTCOME = 111,
    /**
     * Calling: the `size` of a smsc_question is too small.
     */
    SMSC_RESULT_SIZE_QUESTION = 112,
    /**
     * Calling: the `size` of a smsc_request is too small.
     */
    SMSC_RESULT_SIZE_REQUEST = 113,
    /**
     * Calling: the `size` of a smsc_request_error is too small.
     */
    SMSC_RESULT_SIZE_REQUEST_ERROR = 114,
    /**
     * Calling: the `size` of a smsc_sent is too small.
     */
    SMSC_RESULT_SIZE_SENT = 115,
    /**
     * Calling: the `size` of a smsc_sent_phone is too small.
     */
    SMSC_RESULT_SIZE_SENT_PHONE = 116,
    /**
     * Calling: the `size` of a smsc_balance is too small.
     */
    SMSC_RESULT_SIZE_BALANCE = 117,
    /**
     * Calling: the `size` of a smsc_operator is too small.
     */
    SMSC_RESULT_SIZE_OPERATOR = 118,
    /**
     * Calling: the `size` of a smsc_incoming is too small.
     */
    SMSC_RESULT_SIZE_INCOMING = 119,
    /**
     * Calling: the `size` of a smsc_statistics is too small.
     */
    SMSC_RESULT_SIZE_STATISTICS = 120,
    /**
     * Calling: the `size` of a smsc_callback is too small.
     */
    SMSC_RESULT_SIZE_CALLBACK = 121,
    /**
     * Calling: the `size` of a smsc_callback_error is too small.
     */
    SMSC_RESULT_SIZE_CALLBACK_ERROR = 122,
    /**
     * Calling: the `size` of a smsc_attempt is too small.
     */
    SMSC_RESULT_SIZE_ATTEMPT = 123,
    /**
     * Calling: the `size` of a smsc_advice is too small.
     */
    SMSC_RESULT_SIZE_ADVICE = 124,
    /**
     * Calling: the `size` of a smsc_sending is too small.
     */
    SMSC_RESULT_SIZE_SENDING = 125,
    /**
     * Calling: the `size` of a smsc_send_advice is too small.
     */
    SMSC_RESULT_SIZE_SEND_ADVICE = 126,
    /**
     * Calling: the `size` of a smsc_merged is too small.
     */
    SMSC_RESULT_SIZE_MERGED = 127,
    /**
     * Calling: a record would have texts in two encodings.
     */
    SMSC_RESULT_TWO_ENCODINGS = 128,
    /**
     * Calling: the `size` of a smsc_plan_config is too small.
     */
    SMSC_RESULT_SIZE_PLAN_CONFIG = 129,
    /**
     * Calling: the `size` of a smsc_plan_message is too small.
     */
    SMSC_RESULT_SIZE_PLAN_MESSAGE = 130,
    /**
     * Calling: the `size` of a smsc_plan_ask is too small.
     */
    SMSC_RESULT_SIZE_PLAN_ASK = 131,
    /**
     * Calling: the `size` of a smsc_plan_state is too small.
     */
    SMSC_RESULT_SIZE_PLAN_STATE = 132,
    /**
     * Calling: the plan has no slot for another message.
     */
    SMSC_RESULT_PLAN_FULL = 133,
    /**
     * Parsing: the whole body is not a reply to such a query; `body_kind` says what it looks like.
     */
    SMSC_RESULT_NOT_A_REPLY = 200,
    /**
     * Parsing: a value is out of its range or has the wrong form; `field` says which.
     */
    SMSC_RESULT_FIELD = 201,
    /**
     * Parsing: no reply to this query has this number of fields, or the line ends before the
     * message; `amount` is the number.
     */
    SMSC_RESULT_FIELD_COUNT = 202,
    /**
     * Parsing: in fmt 0, a key is missing, repeated or out of order.
     */
    SMSC_RESULT_LABEL = 203,
    /**
     * Parsing: the JSON or XML is broken here, or nested too deep.
     */
    SMSC_RESULT_SYNTAX = 204,
    /**
     * Parsing: an item of a list is not a record.
     */
    SMSC_RESULT_NOT_A_RECORD = 205,
    /**
     * Parsing: a record has no status, which is the only required field.
     */
    SMSC_RESULT_NO_STATUS = 206,
    /**
     * Parsing: bytes other than white space follow the end of the reply.
     */
    SMSC_RESULT_TRAILING_BYTES = 207,
    /**
     * Parsing: the reply starts like an API error but does not continue like one.
     */
    SMSC_RESULT_API_ERROR = 208,
    /**
     * Parsing: a line neither starts a record nor belongs to one.
     */
    SMSC_RESULT_OUTSIDE_RECORD = 209,
    /**
     * Parsing: a line starts a record that has no end.
     */
    SMSC_RESULT_NO_END = 210,
    /**
     * Parsing: a line is longer than the limit for a record; `amount` is the limit.
     */
    SMSC_RESULT_TOO_LONG = 211,
    /**
     * Parsing: in a reply to another call than that for statuses, a value is out of its range or
     * has the wrong form; `name` says which.
     */
    SMSC_RESULT_INVALID_VALUE = 212,
    /**
     * Parsing: in a reply to another call than that for statuses, a value is missing; `name` says
     * which.
     */
    SMSC_RESULT_MISSING_KEY = 213,
    /**
     * Parsing: the reply has a form that was never seen, so that its meaning would be a guess. It
     * is not malformed.
     */
    SMSC_RESULT_UNSUPPORTED = 214,
    /**
     * Parsing: a failure that only a later version of this header has a number for.
     */
    SMSC_RESULT_MALFORMED = 299,
    /**
     * Writing: a character that the charset lacks. Replaced by `?`.
     */
    SMSC_RESULT_CHARACTER = 300,
    /**
     * Writing: a character that XML 1.0 forbids. Replaced by `?`.
     */
    SMSC_RESULT_FORBIDDEN = 301,
    /**
     * Writing: a line break that the format cannot represent. Replaced by a space.
     */
    SMSC_RESULT_LINE_BREAK = 302,
    /**
     * Writing: a comma that would end the value. Replaced by a space.
     */
    SMSC_RESULT_COMMA = 303,
    /**
     * Writing: a comma or a value that makes the record ambiguous. It is kept when replacing, and
     * readers will mark the record as ambiguous.
     */
    SMSC_RESULT_AMBIGUOUS = 304,
    /**
     * Writing: a text of fmt 0 that contains a key. Replaced by breaking the key.
     */
    SMSC_RESULT_LABEL_IN_TEXT = 305,
    /**
     * Writing: a value that the format cannot represent. Omitted when replacing.
     */
    SMSC_RESULT_NO_PLACE = 306,
    /**
     * Writing: an absent value that fmt 1 can only represent as an empty text. Left empty when
     * replacing.
     */
    SMSC_RESULT_ABSENT = 307,
    /**
     * Writing: a value that a reader of fmt 1 would take for another one. Omitted when replacing.
     */
    SMSC_RESULT_MISREAD = 308,
    /**
     * Writing: a field is missing, or has a form, that makes the record unreadable. There is no
     * replacement.
     */
    SMSC_RESULT_UNREADABLE = 309,
    /**
     * Writing: a value that is impossible on the wire. There is no replacement.
     */
    SMSC_RESULT_RANGE = 310,
    /**
     * Writing: a record of a batch in fmt 0 or 1 that is longer than the limit for a record;
     * `amount` is the limit.
     */
    SMSC_RESULT_WRITE_TOO_LONG = 311,
    /**
     * Writing: a batch of fmt 0 or 1 without a record, which is not a reply.
     */
    SMSC_RESULT_EMPTY_BATCH = 312,
    /**
     * Writing: a batch for a query of one message.
     */
    SMSC_RESULT_NOT_A_BATCH = 313,
    /**
     * Writing: a failure that only a later version of this header has a number for.
     */
    SMSC_RESULT_UNWRITABLE = 399,
    /**
     * Requesting: a value that is needed is missing or empty.
     */
    SMSC_RESULT_REQUEST_MISSING = 400,
    /**
     * Requesting: a value has a wrong form, is out of range, or contains a character that it
     * cannot have.
     */
    SMSC_RESULT_REQUEST_INVALID = 401,
    /**
     * Requesting: a text has more characters than the service accepts; `amount` is the maximum.
     */
    SMSC_RESULT_REQUEST_TOO_LONG = 402,
    /**
     * Requesting: a list has too many items for one request; `amount` is the maximum.
     */
    SMSC_RESULT_REQUEST_TOO_MANY = 403,
    /**
     * Requesting: an (id, phone) pair occurs twice; `amount` is the index of the first.
     */
    SMSC_RESULT_REQUEST_REPEATED = 404,
    /**
     * Requesting: a character is not in the charset of the request; `amount` is the number of
     * characters before it.
     */
    SMSC_RESULT_REQUEST_CHARSET = 405,
    /**
     * Requesting: the request is valid for the service, but what it replies is not known.
     */
    SMSC_RESULT_REQUEST_UNSUPPORTED = 406,
    /**
     * Requesting: the request is too long for a GET; `amount` is the maximum length of the URL.
     */
    SMSC_RESULT_REQUEST_URL_TOO_LONG = 407,
    /**
     * Requesting: a failure that only a later version of this header has a number for.
     */
    SMSC_RESULT_REQUEST_UNWRITABLE = 499,
    /**
     * Push notification: it is empty, or has no fields.
     */
    SMSC_RESULT_CALLBACK_EMPTY = 500,
    /**
     * Push notification: the JSON or XML is broken; `expected` says what was expected.
     */
    SMSC_RESULT_CALLBACK_SYNTAX = 501,
    /**
     * Push notification: JSON or XML with values in values, which no notification has.
     */
    SMSC_RESULT_CALLBACK_NOT_FLAT = 502,
    /**
     * Push notification: an escape of a character that the charset of the handler lacks.
     */
    SMSC_RESULT_CALLBACK_NOT_IN_CHARSET = 503,
    /**
     * Push notification: a field occurs with two values, and the signature or the kind depends on
     * it.
     */
    SMSC_RESULT_CALLBACK_REPEATED = 504,
    /**
     * Push notification: the body is something else.
     */
    SMSC_RESULT_CALLBACK_NOT_A_NOTIFICATION = 505,
    /**
     * Push notification: it has fields of several kinds.
     */
    SMSC_RESULT_CALLBACK_SEVERAL_KINDS = 506,
    /**
     * Push notification: a value is out of its range or has the wrong form.
     */
    SMSC_RESULT_CALLBACK_FIELD = 507,
    /**
     * Push notification: the secret is empty.
     */
    SMSC_RESULT_CALLBACK_EMPTY_SECRET = 508,
    /**
     * Push notification: it has no signature.
     */
    SMSC_RESULT_CALLBACK_NO_SIGNATURE = 509,
    /**
     * Push notification: its only signature is a CRC-32, which cannot be verified.
     */
    SMSC_RESULT_CALLBACK_CRC32 = 510,
    /**
     * Push notification: a field that the signature covers is missing.
     */
    SMSC_RESULT_CALLBACK_MISSING = 511,
    /**
     * Push notification: a colon in a field that may have none, because it would move a border of
     * the signed text.
     */
    SMSC_RESULT_CALLBACK_COLON = 512,
    /**
     * Push notification: the signed text could be that of another kind of notification.
     */
    SMSC_RESULT_CALLBACK_OTHER_KIND = 513,
    /**
     * Push notification: the signature does not have the right number of lower-case hexadecimal
     * digits.
     */
    SMSC_RESULT_CALLBACK_SIGNATURE_FORM = 514,
    /**
     * Push notification: the signature is not that of these values and this secret.
     */
    SMSC_RESULT_CALLBACK_WRONG_SIGNATURE = 515,
    /**
     * Push notification: a failure that only a later version of this header has a number for.
     */
    SMSC_RESULT_CALLBACK_REJECTED = 599,
} smsc_result;

/**
 * The formats of a reply, by the number in the request's `fmt`.
 */
typedef enum smsc_format {
    /**
     * `fmt=0`: `name = value` pairs.
     */
    SMSC_FORMAT_KEY_VALUE = 0,
    /**
     * `fmt=1`: values without names, separated by commas.
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
 * The charset of a reply, as the request's `charset` demanded.
 */
typedef enum smsc_charset {
    /**
     * `windows-1251`, the server's default.
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
 * The kind of the messages, as far as the caller knows.
 */
typedef enum smsc_kind {
    /**
     * Unknown: detected from the reply.
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
     * E-mails: their replies look like those of messages, but their err has another meaning.
     */
    SMSC_KIND_EMAIL = 3,
} smsc_kind;

/**
 * The language of a name, and of the texts of an outcome.
 */
typedef enum smsc_lang {
    /**
     * English, as this project words it.
     */
    SMSC_LANG_EN = 0,
    /**
     * Russian, in the vendor's exact wording where there is one.
     */
    SMSC_LANG_RU = 1,
    /**
     * French, as this project words it; message types have no French names.
     */
    SMSC_LANG_FR = 2,
} smsc_lang;

/**
 * What a body that is not a reply looks like.
 */
typedef enum smsc_body_kind {
    /**
     * Empty, or only white space.
     */
    SMSC_BODY_KIND_EMPTY = 0,
    /**
     * It starts with `<`: the error page of a gateway, or XML.
     */
    SMSC_BODY_KIND_MARKUP = 1,
    /**
     * It starts with `{` or `[`, as JSON does.
     */
    SMSC_BODY_KIND_JSON = 2,
    /**
     * It starts like a reply of fmt 0.
     */
    SMSC_BODY_KIND_KEY_VALUE = 3,
    /**
     * It starts like a reply of fmt 1.
     */
    SMSC_BODY_KIND_VALUES = 4,
    /**
     * Any other text.
     */
    SMSC_BODY_KIND_TEXT = 5,
    /**
     * A reply of send.php in fmt 1: an id and a number. Request the status of that id.
     */
    SMSC_BODY_KIND_SEND_REPLY = 6,
    /**
     * The name of a file, instead of its contents.
     */
    SMSC_BODY_KIND_FILE_NAME = 7,
} smsc_body_kind;

/**
 * The kind of a template message.
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
 * The tables of smsc_code_name.
 */
typedef enum smsc_table {
    /**
     * The status of a message.
     */
    SMSC_TABLE_STATUS = 0,
    /**
     * Why a message was not delivered: SMS, calls, HLR.
     */
    SMSC_TABLE_ERR_PHONE = 1,
    /**
     * Why a message was not delivered: e-mail.
     */
    SMSC_TABLE_ERR_EMAIL = 2,
    /**
     * Why a request was rejected.
     */
    SMSC_TABLE_API_ERROR = 3,
    /**
     * The type of a message.
     */
    SMSC_TABLE_TYPE = 4,
    /**
     * The fields, by smsc_field: their names on the wire, in any language.
     */
    SMSC_TABLE_FIELD = 5,
    /**
     * The kinds of template messages, by smsc_template: in English, in any language.
     */
    SMSC_TABLE_TEMPLATE = 6,
    /**
     * The states of a message, by smsc_state: a word for programs, such as `failed`, in any
     * language.
     */
    SMSC_TABLE_STATE = 7,
    /**
     * The causes of an outcome, by smsc_cause: a word for programs, such as `recipient`, in any
     * language.
     */
    SMSC_TABLE_CAUSE = 8,
    /**
     * Whether to send again, by smsc_retry: a word for programs, such as `after_fix`, in any
     * language.
     */
    SMSC_TABLE_RETRY = 9,
    /**
     * The channels, by smsc_channel: a word for programs, such as `viber`, in any language. There
     * is none for SMSC_CHANNEL_NONE.
     */
    SMSC_TABLE_CHANNEL = 10,
    /**
     * The endpoints, by smsc_endpoint: a word for programs, such as `send`, in any language. There
     * is none for SMSC_ENDPOINT_ANY.
     */
    SMSC_TABLE_ENDPOINT = 11,
    /**
     * The providers, by smsc_provider: a word for programs, such as `getcourse`, in any language.
     */
    SMSC_TABLE_PROVIDER = 12,
    /**
     * The fields of a push notification, by smsc_callback_field: their names on the wire, in any
     * language.
     */
    SMSC_TABLE_CALLBACK_FIELD = 13,
    /**
     * The kinds of push notifications, by smsc_callback_kind: a word for programs, such as
     * `incoming`, in any language. There is none for SMSC_CALLBACK_KIND_NONE.
     */
    SMSC_TABLE_CALLBACK_KIND = 14,
    /**
     * The algorithms of signatures, by smsc_callback_algorithm: a word for programs, such as
     * `sha1`, in any language. There is none for SMSC_CALLBACK_ALGORITHM_NONE.
     */
    SMSC_TABLE_CALLBACK_ALGORITHM = 15,
    /**
     * The results from 500 to 599, by smsc_result: a word for programs, such as `wrong_signature`,
     * in any language.
     */
    SMSC_TABLE_CALLBACK_ERROR = 16,
    /**
     * The calls, by smsc_retry_call: a word for programs, such as `status_batch`, in any language.
     */
    SMSC_TABLE_RETRY_CALL = 17,
    /**
     * The classes of failures, by smsc_failure: a word for programs, such as `not_a_reply`, in any
     * language.
     */
    SMSC_TABLE_FAILURE = 18,
    /**
     * The kinds of advice, by smsc_advice_kind: a word for programs, such as `ask_status`, in any
     * language.
     */
    SMSC_TABLE_ADVICE = 19,
    /**
     * The reasons of advice, by smsc_advice_reason: a word for programs, such as `tries_used_up`,
     * in any language. There is none for SMSC_ADVICE_REASON_NONE.
     */
    SMSC_TABLE_ADVICE_REASON = 20,
    /**
     * The kinds of advice about a sending, by smsc_send_advice_kind: a word for programs, such as
     * `send_again`, in any language.
     */
    SMSC_TABLE_SEND_ADVICE = 21,
} smsc_table;

/**
 * The fields of a record, and the other parts of a reply that an error can be about.
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
     * `int_id`
     */
    SMSC_FIELD_INT_ID = 29,
    /**
     * `format`
     */
    SMSC_FIELD_FORMAT = 30,
    /**
     * `crc`
     */
    SMSC_FIELD_CRC = 31,
    /**
     * The text of an API error.
     */
    SMSC_FIELD_ERROR_TEXT = 100,
    /**
     * The number of an API error.
     */
    SMSC_FIELD_ERROR_CODE = 101,
} smsc_field;

/**
 * The state of a message (docs/outcomes.md).
 */
typedef enum smsc_state {
    /**
     * Being delivered, or waiting to be sent.
     */
    SMSC_STATE_PENDING = 0,
    /**
     * Delivered. Of an HLR request: the number exists and can be reached.
     */
    SMSC_STATE_DELIVERED = 1,
    /**
     * Not delivered. Of an HLR request: the number cannot be reached.
     */
    SMSC_STATE_FAILED = 2,
    /**
     * Unknown, or nothing was sent.
     */
    SMSC_STATE_UNKNOWN = 3,
} smsc_state;

/**
 * The cause of an outcome, and so who has to act (docs/outcomes.md).
 */
typedef enum smsc_cause {
    /**
     * There was no failure, or its cause is unknown.
     */
    SMSC_CAUSE_NONE = 0,
    /**
     * The number or the address, or its owner.
     */
    SMSC_CAUSE_RECIPIENT = 1,
    /**
     * The recipient's phone or SIM card.
     */
    SMSC_CAUSE_HANDSET = 2,
    /**
     * The operators or, for e-mail, the servers.
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
     * The client's balance, contract, IP list, limits or settings; or a paused mailing.
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
 * Whether to send the message again or, if the request was rejected, whether to repeat the request
 * (docs/outcomes.md).
 */
typedef enum smsc_retry {
    /**
     * No: it would fail again, or the recipient might receive the message twice.
     */
    SMSC_RETRY_NO = 0,
    /**
     * Yes: it may succeed without changes, after at least `retry_after_s` seconds.
     */
    SMSC_RETRY_LATER = 1,
    /**
     * Only after somebody has changed something; the advice says who and what.
     */
    SMSC_RETRY_AFTER_FIX = 2,
} smsc_retry;

/**
 * A way in which a message reaches its recipient. An address may work in one and not in another.
 */
typedef enum smsc_channel {
    /**
     * No channel.
     */
    SMSC_CHANNEL_NONE = 0,
    /**
     * SMS, calls and everything else that the operator of a phone number delivers.
     */
    SMSC_CHANNEL_PHONE = 1,
    /**
     * E-mail.
     */
    SMSC_CHANNEL_EMAIL = 2,
    /**
     * Viber.
     */
    SMSC_CHANNEL_VIBER = 3,
    /**
     * Social networks.
     */
    SMSC_CHANNEL_SOCIAL = 4,
} smsc_channel;

/**
 * The endpoint that an API error belongs to, a script of the provider's API. It decides what the
 * number of the error means.
 */
typedef enum smsc_endpoint {
    /**
     * Unknown; or the error means the same at every endpoint.
     */
    SMSC_ENDPOINT_ANY = 0,
    /**
     * `status.php`
     */
    SMSC_ENDPOINT_STATUS = 1,
    /**
     * `send.php`
     */
    SMSC_ENDPOINT_SEND = 2,
    /**
     * `balance.php`
     */
    SMSC_ENDPOINT_BALANCE = 3,
    /**
     * `get.php`
     */
    SMSC_ENDPOINT_HISTORY = 4,
    /**
     * `info.php`
     */
    SMSC_ENDPOINT_INFO = 5,
    /**
     * `wait_call.php`
     */
    SMSC_ENDPOINT_WAIT_CALL = 6,
} smsc_endpoint;

/**
 * The owner of a code or a text that was explained.
 */
typedef enum smsc_provider {
    /**
     * SMSC.ru.
     */
    SMSC_PROVIDER_SMSC = 0,
    /**
     * GetCourse.
     */
    SMSC_PROVIDER_GETCOURSE = 1,
    /**
     * ClickSend.
     */
    SMSC_PROVIDER_CLICKSEND = 2,
} smsc_provider;

/**
 * The subject of a smsc_question, which decides which of its fields count.
 */
typedef enum smsc_question_kind {
    /**
     * A status: `number`, `err` and `type`.
     */
    SMSC_QUESTION_KIND_STATUS = 0,
    /**
     * An API error: `number` and `endpoint`. With SMSC_ENDPOINT_ANY every meaning of the number is
     * an answer.
     */
    SMSC_QUESTION_KIND_API_ERROR = 1,
    /**
     * A text from a log, whoever wrote it: `text`. SMSC.ru, GetCourse and ClickSend are searched.
     */
    SMSC_QUESTION_KIND_TEXT = 2,
    /**
     * A text that GetCourse shows, or the vendor's Russian name of a code: `text`.
     */
    SMSC_QUESTION_KIND_GETCOURSE = 3,
    /**
     * A text that ClickSend wrote: `text`. A number in it is both a row and the error code of a
     * receipt.
     */
    SMSC_QUESTION_KIND_CLICKSEND = 4,
    /**
     * A row in the list of ClickSend's help page, from 1: `number`.
     */
    SMSC_QUESTION_KIND_CLICKSEND_ROW = 5,
    /**
     * The `error_code` of a ClickSend receipt: `number`.
     */
    SMSC_QUESTION_KIND_CLICKSEND_ERROR = 6,
    /**
     * A ClickSend receipt: `status`, `status_code`, `error_code`, and its `error_text` in `text`.
     */
    SMSC_QUESTION_KIND_CLICKSEND_RECEIPT = 7,
} smsc_question_kind;

/**
 * What a request asks for, which decides which of the fields of smsc_request count.
 */
typedef enum smsc_call {
    /**
     * The statuses of messages (status.php): `requested`, `batch`, `all`, `kind`, `format`,
     * `charset`.
     */
    SMSC_CALL_STATUS = 0,
    /**
     * The deletion of messages (status.php): `requested`, `batch`, `format`, `charset`.
     */
    SMSC_CALL_DELETE = 1,
    /**
     * The balance of the account (balance.php): `cur`, `format`, `charset`.
     */
    SMSC_CALL_BALANCE = 2,
    /**
     * A page of the history of sent messages (get.php): `start`, `end`, `phones`, `emails`, `cnt`,
     * `prev_id`, `format`, `charset`.
     */
    SMSC_CALL_HISTORY = 3,
    /**
     * Incoming messages (get.php): `hour`, `after_id`, `to_phone`, `charset`.
     */
    SMSC_CALL_INCOMING = 4,
    /**
     * The number and the cost of the messages of some days (get.php): `start`, `end`, `charset`.
     */
    SMSC_CALL_STATISTICS = 5,
    /**
     * The operator and the region of a phone (info.php): `phone`, `charset`.
     */
    SMSC_CALL_OPERATOR = 6,
    /**
     * A message to send (send.php): `phones`, `text`, `send_kind`, `id`, `sender`, `time`, `valid`,
     * `translit`, `cost`, `err`, `op`, `format`, `charset`.
     */
    SMSC_CALL_SEND = 7,
} smsc_call;

/**
 * The kind of a message to send.
 */
typedef enum smsc_send_kind {
    /**
     * A text message.
     */
    SMSC_SEND_KIND_SMS = 0,
    /**
     * A text message that is shown at once and not stored (`flash`).
     */
    SMSC_SEND_KIND_FLASH = 1,
    /**
     * A WAP push (`push`).
     */
    SMSC_SEND_KIND_WAP_PUSH = 2,
    /**
     * A request about the network of a phone (`hlr`). It has no text.
     */
    SMSC_SEND_KIND_HLR = 3,
    /**
     * A binary message whose text is hexadecimal (`bin=2`).
     */
    SMSC_SEND_KIND_BINARY = 4,
    /**
     * A message that the phone does not show (`ping`). It has no text.
     */
    SMSC_SEND_KIND_PING = 5,
    /**
     * A multimedia message (`mms`).
     */
    SMSC_SEND_KIND_MMS = 6,
    /**
     * An e-mail (`mail`).
     */
    SMSC_SEND_KIND_EMAIL = 7,
    /**
     * A voice call that reads the text (`call`).
     */
    SMSC_SEND_KIND_CALL = 8,
    /**
     * A message in Viber (`viber`).
     */
    SMSC_SEND_KIND_VIBER = 9,
    /**
     * A message in social networks (`soc`).
     */
    SMSC_SEND_KIND_SOCIAL = 10,
    /**
     * A message in Telegram (`tg`).
     */
    SMSC_SEND_KIND_TELEGRAM = 11,
    /**
     * A message in WhatsApp (`whatsapp`).
     */
    SMSC_SEND_KIND_WHATS_APP = 12,
} smsc_send_kind;

/**
 * The format of a push notification, as the URL of the handler requests it.
 */
typedef enum smsc_callback_format {
    /**
     * A form: the body of a POST, or the query of a URL without its `?`.
     */
    SMSC_CALLBACK_FORMAT_FORM = 0,
    /**
     * XML: `fmt=2`.
     */
    SMSC_CALLBACK_FORMAT_XML = 1,
    /**
     * JSON: `fmt=3`.
     */
    SMSC_CALLBACK_FORMAT_JSON = 2,
} smsc_callback_format;

/**
 * The kind of a push notification.
 */
typedef enum smsc_callback_kind {
    /**
     * None: no notification was accepted.
     */
    SMSC_CALLBACK_KIND_NONE = 0,
    /**
     * The status of a message has changed: `record`.
     */
    SMSC_CALLBACK_KIND_STATUS = 1,
    /**
     * A message was received: `phone`, `mes`, `to`, `sms_id`.
     */
    SMSC_CALLBACK_KIND_INCOMING = 2,
    /**
     * A call was received that confirms a phone number: `phone`, `waitcall`, `ts`.
     */
    SMSC_CALLBACK_KIND_CALL = 3,
} smsc_callback_kind;

/**
 * The algorithm of a signature.
 */
typedef enum smsc_callback_algorithm {
    /**
     * None: no signature was verified.
     */
    SMSC_CALLBACK_ALGORITHM_NONE = 0,
    /**
     * MD5. Weak where an outsider chooses a part of the signed text, such as an incoming message.
     */
    SMSC_CALLBACK_ALGORITHM_MD5 = 1,
    /**
     * SHA-1, the stronger one of the two.
     */
    SMSC_CALLBACK_ALGORITHM_SHA1 = 2,
} smsc_callback_algorithm;

/**
 * The fields of a push notification.
 */
typedef enum smsc_callback_field {
    /**
     * `id`
     */
    SMSC_CALLBACK_FIELD_ID = 0,
    /**
     * `phone`
     */
    SMSC_CALLBACK_FIELD_PHONE = 1,
    /**
     * `status`
     */
    SMSC_CALLBACK_FIELD_STATUS = 2,
    /**
     * `time`, which is `last_date` of a record.
     */
    SMSC_CALLBACK_FIELD_TIME = 3,
    /**
     * `ts`, which is `last_timestamp` of a record.
     */
    SMSC_CALLBACK_FIELD_TS = 4,
    /**
     * `err`
     */
    SMSC_CALLBACK_FIELD_ERR = 5,
    /**
     * `cnt`, which is `sms_cnt` of a record.
     */
    SMSC_CALLBACK_FIELD_CNT = 6,
    /**
     * `cost`
     */
    SMSC_CALLBACK_FIELD_COST = 7,
    /**
     * `type`
     */
    SMSC_CALLBACK_FIELD_TYPE = 8,
    /**
     * `flag`
     */
    SMSC_CALLBACK_FIELD_FLAG = 9,
    /**
     * `mccmnc`
     */
    SMSC_CALLBACK_FIELD_MCCMNC = 10,
    /**
     * `sender`, which is `sender_id` of a record.
     */
    SMSC_CALLBACK_FIELD_SENDER = 11,
    /**
     * `imsi`
     */
    SMSC_CALLBACK_FIELD_IMSI = 12,
    /**
     * `msc`
     */
    SMSC_CALLBACK_FIELD_MSC = 13,
    /**
     * `mcc`
     */
    SMSC_CALLBACK_FIELD_MCC = 14,
    /**
     * `mnc`
     */
    SMSC_CALLBACK_FIELD_MNC = 15,
    /**
     * `cn`
     */
    SMSC_CALLBACK_FIELD_CN = 16,
    /**
     * `net`
     */
    SMSC_CALLBACK_FIELD_NET = 17,
    /**
     * `mes`
     */
    SMSC_CALLBACK_FIELD_MES = 18,
    /**
     * `to`
     */
    SMSC_CALLBACK_FIELD_TO = 19,
    /**
     * `sms_id`
     */
    SMSC_CALLBACK_FIELD_SMS_ID = 20,
    /**
     * `waitcall`
     */
    SMSC_CALLBACK_FIELD_WAITCALL = 21,
    /**
     * `md5`
     */
    SMSC_CALLBACK_FIELD_MD5 = 22,
    /**
     * `sha1`
     */
    SMSC_CALLBACK_FIELD_SHA1 = 23,
    /**
     * `crc32`
     */
    SMSC_CALLBACK_FIELD_CRC32 = 24,
} smsc_callback_field;

/**
 * A call of the service, as far as the advice after its failure depends on it.
 */
typedef enum smsc_retry_call {
    /**
     * The status of one message.
     */
    SMSC_RETRY_CALL_STATUS = 0,
    /**
     * The statuses of a batch, also of one with one message.
     */
    SMSC_RETRY_CALL_STATUS_BATCH = 1,
    /**
     * The deletion of messages.
     */
    SMSC_RETRY_CALL_DELETE = 2,
    /**
     * A message to send, with every `cost` but 1. It needs an id that no other message has.
     */
    SMSC_RETRY_CALL_SEND = 3,
    /**
     * The price of a message (`cost` 1), which sends nothing.
     */
    SMSC_RETRY_CALL_PRICE = 4,
    /**
     * The balance of the account.
     */
    SMSC_RETRY_CALL_BALANCE = 5,
    /**
     * The history of messages, incoming messages and statistics.
     */
    SMSC_RETRY_CALL_HISTORY = 6,
    /**
     * The operator of a phone.
     */
    SMSC_RETRY_CALL_OPERATOR = 7,
    /**
     * The wait for a call from a phone.
     */
    SMSC_RETRY_CALL_WAIT_CALL = 8,
} smsc_retry_call;

/**
 * How a request failed. If you cannot tell whether a byte of the request left the machine, it is
 * SMSC_FAILURE_UNANSWERED, which is never wrong.
 */
typedef enum smsc_failure {
    /**
     * Not sent: the name of the host was not found, or no connection was made.
     */
    SMSC_FAILURE_UNREACHABLE = 0,
    /**
     * Not sent: the TLS handshake failed.
     */
    SMSC_FAILURE_TLS = 1,
    /**
     * Not sent: the program itself found the request invalid.
     */
    SMSC_FAILURE_INVALID = 2,
    /**
     * Sent, at least in part, and no reply was received, or only a part of one.
     */
    SMSC_FAILURE_UNANSWERED = 3,
    /**
     * Something was received that is no reply: SMSC_RESULT_NOT_A_REPLY.
     */
    SMSC_FAILURE_NOT_A_REPLY = 4,
    /**
     * The HTTP status was not 200: `code`.
     */
    SMSC_FAILURE_HTTP_STATUS = 5,
    /**
     * The server rejected the request: `code` is that of the smsc_api_error.
     */
    SMSC_FAILURE_REJECTED = 6,
} smsc_failure;

/**
 * Advice after a failed request.
 */
typedef enum smsc_advice_kind {
    /**
     * Send the same request again after `wait_ms`, to the next host if `next_host` is 1.
     */
    SMSC_ADVICE_KIND_RETRY = 0,
    /**
     * The message may have been accepted: do not send it again. After `wait_ms`, request the
     * status of its id and phone, and call smsc_retry_after_status.
     */
    SMSC_ADVICE_KIND_ASK_STATUS = 1,
    /**
     * Do not repeat this call. Other calls are not concerned.
     */
    SMSC_ADVICE_KIND_STOP = 2,
    /**
     * Send no request at all, of no call, under this login and from this address: for `wait_ms`,
     * or with SMSC_ADVICE_REASON_CREDENTIALS until somebody has changed the login, the password or
     * the list of allowed addresses.
     */
    SMSC_ADVICE_KIND_STOP_EVERY_CALL = 3,
} smsc_advice_kind;

/**
 * Why a call is not repeated.
 */
typedef enum smsc_advice_reason {
    /**
     * None: the advice is to go on.
     */
    SMSC_ADVICE_REASON_NONE = 0,
    /**
     * The program itself found the request invalid.
     */
    SMSC_ADVICE_REASON_INVALID = 1,
    /**
     * TLS failed. Tell the user the certificate, the host and the proxy.
     */
    SMSC_ADVICE_REASON_TLS = 2,
    /**
     * The HTTP status in `code` is a redirect, which is not followed, or an error that a
     * repetition does not change.
     */
    SMSC_ADVICE_REASON_HTTP_STATUS = 3,
    /**
     * The server rejected the request for good; `code` is the API error.
     */
    SMSC_ADVICE_REASON_REJECTED = 4,
    /**
     * The call was tried as often as it may be.
     */
    SMSC_ADVICE_REASON_TRIES_USED_UP = 5,
    /**
     * The request may have been carried out, nothing tells whether it was, and a second one could
     * do harm.
     */
    SMSC_ADVICE_REASON_MAY_HAVE_ARRIVED = 6,
    /**
     * Error 4: the address is blocked for `wait_ms`.
     */
    SMSC_ADVICE_REASON_BLOCKED = 7,
    /**
     * Error 2: the login, the password or the address is wrong. Five refused logins block the
     * address.
     */
    SMSC_ADVICE_REASON_CREDENTIALS = 8,
} smsc_advice_reason;

/**
 * The answer to a request for the status of a message whose sending was not answered.
 */
typedef enum smsc_status_answer {
    /**
     * The server knows the message: any status but -3, also one without a name.
     */
    SMSC_STATUS_ANSWER_FOUND = 0,
    /**
     * The server does not know the message: the status is -3 (SMSC_STATUS_NOT_FOUND). Of a message
     * with several phones it knows none.
     */
    SMSC_STATUS_ANSWER_NOT_FOUND = 1,
    /**
     * The request for the status failed, and is not to be repeated.
     */
    SMSC_STATUS_ANSWER_FAILED = 2,
} smsc_status_answer;

/**
 * Advice about a message whose sending was not answered.
 */
typedef enum smsc_send_advice_kind {
    /**
     * The message was accepted: do not send it again.
     */
    SMSC_SEND_ADVICE_KIND_ACCEPTED = 0,
    /**
     * The message may still be accepted: request its status again after `wait_ms`.
     */
    SMSC_SEND_ADVICE_KIND_ASK_AGAIN = 1,
    /**
     * The message was not accepted: send it once more now, with the same id.
     */
    SMSC_SEND_ADVICE_KIND_SEND_AGAIN = 2,
    /**
     * A message of which nobody knows whether it was accepted. Tell the caller its id and phone, and
     * do not send it again.
     */
    SMSC_SEND_ADVICE_KIND_UNKNOWN = 3,
} smsc_send_advice_kind;

/**
 * The kinds of requests that a plan asks for.
 */
typedef enum smsc_plan_kind {
    /**
     * The status of one message, by itself (`batch` 0).
     */
    SMSC_PLAN_KIND_SINGLE = 0,
    /**
     * The statuses of several messages (`batch` 1).
     */
    SMSC_PLAN_KIND_BATCH = 1,
    /**
     * The history (get.php) of the phones of the messages, from the day of `first_sent` to that of
     * `last_sent`.
     */
    SMSC_PLAN_KIND_HISTORY = 2,
} smsc_plan_kind;

/**
 * One (id, phone) pair of a request, set by smsc_requested_set or smsc_requested_set_text. It
 * refers to the bytes of the phone and of a text id, which must stay unchanged.
 */
typedef struct smsc_requested {
    /**
     * Private to the library.
     */
    size_t opaque[4];
} smsc_requested;

/**
 * An index of requested pairs, started by smsc_requested_index_begin. It must not be copied or
 * moved while it is used.
 */
typedef struct smsc_requested_index {
    /**
     * Private to the library.
     */
    uint64_t opaque[8];
} smsc_requested_index;

/**
 * A request to status.php: it decides how its reply is parsed and written. With all fields but
 * `size` and `format` 0 it is a request for one message with all=0, in windows-1251.
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
     * 1 if the reply is a batch: the request had several phones or ids, or one with a comma after
     * it. Else 0.
     */
    int32_t batch;
    /**
     * The request's `charset`, see smsc_charset.
     */
    int32_t charset;
    /**
     * The kind of the messages, if known, see smsc_kind.
     */
    int32_t kind;
    /**
     * The requested (id, phone) pairs in their order, or NULL if they are unknown. They decide
     * where a record ends if its text leaves that open.
     */
    const struct smsc_requested *requested;
    /**
     * The number of pairs.
     */
    size_t requested_len;
    /**
     * An index of the pairs, started by smsc_requested_index_begin for `requested` and
     * `requested_len`; or NULL. It changes no result. Without an index, a record that is not near
     * the next pair is compared with every later pair.
     */
    struct smsc_requested_index *index;
} smsc_query;

/**
 * A parser for a body that is complete in memory, started by smsc_reader_begin. It may be copied:
 * each copy continues on its own.
 */
typedef struct smsc_reader {
    /**
     * Private to the library.
     */
    uint64_t opaque[128];
} smsc_reader;

/**
 * Bytes in memory that somebody else owns: the body, a buffer of the caller, or the library. There
 * is no NUL at the end.
 *
 * An absent text has a NULL `ptr`; an empty text has a `ptr` that is not NULL and a `len` of 0.
 */
typedef struct smsc_view {
    /**
     * The first byte, or NULL.
     */
    const char *ptr;
    /**
     * The number of bytes.
     */
    size_t len;
} smsc_view;

/**
 * An API error: the reason why the server rejected a request.
 */
typedef struct smsc_api_error {
    /**
     * sizeof(smsc_api_error), set by the caller.
     */
    uint32_t size;
    /**
     * The reason, see smsc_api_error_code: 0 to 2147483647.
     */
    int32_t code;
    /**
     * The id of the message if it is a number, in replies of send.php, or 0.
     */
    uint32_t id;
    /**
     * The encoding of `text`, for smsc_text_decode.
     */
    uint32_t encoding;
    /**
     * The server's wording of the reason, or NULL; fmt 1 has none.
     */
    struct smsc_view text;
    /**
     * The id of the message if it is a text, in replies of send.php, or NULL. See `text_id` of
     * smsc_record.
     */
    struct smsc_view text_id;
} smsc_api_error;

/**
 * Why a body cannot be parsed, or a reply cannot be written. It contains nothing of the reply, so
 * that it can be logged. smsc_error_describe returns it as a sentence.
 */
typedef struct smsc_error {
    /**
     * sizeof(smsc_error), set by the caller.
     */
    uint32_t size;
    /**
     * The result that the function returned, see smsc_result.
     */
    int32_t code;
    /**
     * The field that the error is about, see smsc_field; or -1.
     */
    int32_t field;
    /**
     * With SMSC_RESULT_NOT_A_REPLY what the body looks like, see smsc_body_kind; else -1.
     */
    int32_t body_kind;
    /**
     * Parsing: the position of the error, in bytes from the start of the body.
     */
    size_t offset;
    /**
     * Parsing: the start of the bytes that cannot be parsed, from the start of the body.
     */
    size_t start;
    /**
     * Parsing: the end of these bytes. Equal to `start` if the whole body is not a reply.
     */
    size_t end;
    /**
     * Parsing: what was expected at `offset`, in ASCII.
     */
    struct smsc_view expected;
    /**
     * A number that belongs to the result: the number of fields found (SMSC_RESULT_FIELD_COUNT),
     * the maximum length of a record (SMSC_RESULT_TOO_LONG, SMSC_RESULT_WRITE_TOO_LONG) or the
     * number of bytes needed (SMSC_RESULT_BUFFER); else 0.
     */
    size_t amount;
    /**
     * The name of the value that the error is about, in a reply to another call than that for
     * statuses (SMSC_RESULT_INVALID_VALUE, SMSC_RESULT_MISSING_KEY), in ASCII; else absent.
     */
    struct smsc_view name;
} smsc_error;

/**
 * The record of one message: everything that the reply says of it, under the names of the wire. An
 * absent number is -1 where 0 is a possible value, else 0. An absent text is a NULL view.
 *
 * Texts are as the server sent them; smsc_text_decode converts them to UTF-8.
 */
typedef struct smsc_record {
    /**
     * sizeof(smsc_record), set by the caller before the record is filled.
     */
    uint32_t size;
    /**
     * The status of the message; always present. See smsc_status_code.
     */
    int32_t status;
    /**
     * Why the message was not delivered, or -1. The meaning of the number depends on the type of
     * the message, see smsc_record_get_err_table.
     */
    int32_t err;
    /**
     * Sixteen bits about the message, or -1; see smsc_flag_decode.
     */
    int32_t flag;
    /**
     * The type of the message, or -1. See smsc_message_type.
     */
    int32_t type;
    /**
     * The number of parts of the message, or the seconds of a call; or -1.
     */
    int32_t sms_cnt;
    /**
     * The id of the message if it is a number, or 0. See also `text_id`.
     */
    uint32_t id;
    /**
     * The encoding of the texts, for smsc_text_decode. In a record that the caller makes it is a
     * smsc_charset.
     */
    uint32_t encoding;
    /**
     * 1 if a rule of docs/protocol.md decided where the fields end, because they could also have
     * ended elsewhere; else 0. Ignored when writing.
     */
    int32_t is_ambiguous;
    /**
     * 1 if the record is the reply to an HLR request, else 0. Ignored when writing.
     */
    int32_t is_hlr;
    /**
     * When the status last changed, in Unix seconds, or 0.
     */
    uint64_t last_timestamp;
    /**
     * When the message was sent, in Unix seconds, or 0.
     */
    uint64_t send_timestamp;
    /**
     * When the status last changed, as `DD.MM.YYYY hh:mm:ss` in the time zone of the account.
     */
    struct smsc_view last_date;
    /**
     * The recipient: digits without `+`, or the address of an e-mail.
     */
    struct smsc_view phone;
    /**
     * When the message was sent, as `DD.MM.YYYY hh:mm:ss` in the time zone of the account.
     */
    struct smsc_view send_date;
    /**
     * The cost in the account's currency: digits, or digits, a dot and 1 to 4 digits. See
     * smsc_cost_decode.
     */
    struct smsc_view cost;
    /**
     * The sender ID that the recipient saw.
     */
    struct smsc_view sender_id;
    /**
     * The status in the vendor's wording.
     */
    struct smsc_view status_name;
    /**
     * The text of the message. `is_ambiguous` says whether it may end elsewhere.
     */
    struct smsc_view message;
    /**
     * The client's comment.
     */
    struct smsc_view comment;
    /**
     * The country and network code of the number.
     */
    struct smsc_view mccmnc;
    /**
     * The country of the number.
     */
    struct smsc_view country;
    /**
     * The operator that serves the number. The name ends in `_` because `operator` is a keyword of
     * C++.
     */
    struct smsc_view operator_;
    /**
     * The operator that first assigned the number.
     */
    struct smsc_view operator_orig;
    /**
     * The region of the number.
     */
    struct smsc_view region;
    /**
     * HLR: the number of the SIM card.
     */
    struct smsc_view imsi;
    /**
     * HLR: the number of the network's service centre.
     */
    struct smsc_view msc;
    /**
     * HLR: the mobile country code.
     */
    struct smsc_view mcc;
    /**
     * HLR: the mobile network code, such as `02`.
     */
    struct smsc_view mnc;
    /**
     * HLR: the name of the home country.
     */
    struct smsc_view cn;
    /**
     * HLR: the name of the home operator.
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
    /**
     * The key by which get.php pages through the history of messages, or -1. Only records of the
     * history have `int_id`, `format` and `crc`.
     */
    int64_t int_id;
    /**
     * The id of the message if it is a text that the client chose: 1 to 40 Latin letters, digits,
     * dots, hyphens and underscores, but not digits alone. NULL if the id is a number or absent.
     * In a record that the caller makes, only one of `id` and `text_id` may be set.
     */
    struct smsc_view text_id;
    /**
     * The format of the message in the history, in the server's notation.
     */
    struct smsc_view format;
    /**
     * The checksum of the message in the history, in the server's notation.
     */
    struct smsc_view crc;
} smsc_record;

/**
 * A parser for a batch that is received in chunks, started by smsc_chunk_reader_begin. It may be
 * copied: each copy continues on its own.
 */
typedef struct smsc_chunk_reader {
    /**
     * Private to the library.
     */
    uint64_t opaque[40];
} smsc_chunk_reader;

/**
 * The sixteen bits of `flag`, decoded.
 */
typedef struct smsc_flag {
    /**
     * sizeof(smsc_flag), set by the caller.
     */
    uint32_t size;
    /**
     * Bits 0 to 3: the type of the message, see smsc_message_type.
     */
    int32_t type;
    /**
     * Bit 5: 1 if the message was paid from the account's second balance, else 0.
     */
    int32_t second_balance;
    /**
     * Bits 8 to 10: the kind of template of the message, see smsc_template; or -1 for a message
     * without a template.
     */
    int32_t template_kind;
    /**
     * The bits that are set and have no known meaning.
     */
    uint32_t unknown_bits;
} smsc_flag;

/**
 * A writer for a batch, started by smsc_writer_begin. It may be copied: each copy continues on its
 * own.
 */
typedef struct smsc_writer {
    /**
     * Private to the library.
     */
    uint64_t opaque[16];
} smsc_writer;

/**
 * The outcome of a message or a request: what happened, and what to do about it. docs/outcomes.md
 * lists all outcomes with their reasons.
 *
 * The numbers `status`, `err`, `type`, `error_code` and `row` are those that were looked up, or
 * that the text means. The texts are in the library, in UTF-8.
 */
typedef struct smsc_outcome {
    /**
     * sizeof(smsc_outcome), set by the caller.
     */
    uint32_t size;
    /**
     * The state of the message, see smsc_state.
     */
    int32_t state;
    /**
     * 1 if the status will not change any more, so that another request for it is useless; else 0.
     */
    int32_t is_final;
    /**
     * The cause, see smsc_cause.
     */
    int32_t cause;
    /**
     * Whether to send again, see smsc_retry.
     */
    int32_t retry;
    /**
     * With SMSC_RETRY_LATER: the minimum delay in seconds; else 0.
     */
    uint32_t retry_after_s;
    /**
     * 1 if nothing more should be sent to this recipient in `channel`, else 0.
     */
    int32_t suppress;
    /**
     * The status. INT32_MIN if there is none, which is the case if `type` is -1.
     */
    int32_t status;
    /**
     * The err, or -1.
     */
    int32_t err;
    /**
     * The message type that the outcome is for, see smsc_message_type; or -1 if it is about no
     * message.
     */
    int32_t type;
    /**
     * The code of the API error, or -1.
     */
    int32_t error_code;
    /**
     * The number of the row in the list of ClickSend's help page, from 1; or 0.
     */
    int32_t row;
    /**
     * The number of the same status in ClickSend's older list, which is the `error_code` of
     * receipts, or 0.
     */
    int32_t receipt_error;
    /**
     * 1 if this is a text for which GetCourse sets «Запретить все СМС» in the user's profile, else
     * 0.
     */
    int32_t unsubscribes;
    /**
     * With `suppress`: the channel to suppress, see smsc_channel; else SMSC_CHANNEL_NONE.
     */
    int32_t channel;
    /**
     * The owner of the code or the text, see smsc_provider.
     */
    int32_t provider;
    /**
     * The endpoint of the API error, see smsc_endpoint; SMSC_ENDPOINT_ANY if the error means the
     * same at every endpoint, or if there is none.
     */
    int32_t endpoint;
    /**
     * 1 if the sources leave room for interpretation, so that the outcome is this project's
     * judgement; else 0.
     */
    int32_t is_judgement;
    /**
     * In a story: 1 if the state of the message is that of this status; else 0.
     */
    int32_t decides;
    /**
     * The name of the outcome.
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
     * The sources, as ids such as `S1` and `R36`, which docs/outcomes.md explains.
     */
    struct smsc_view source;
    /**
     * The known text that was recognised; absent if no text was explained.
     */
    struct smsc_view text;
    /**
     * In a story: what the status tells beside the others; else absent.
     */
    struct smsc_view remark;
} smsc_outcome;

/**
 * Something to explain with smsc_outcome_explain. Start it with smsc_question_init, then set the
 * fields that its kind needs.
 */
typedef struct smsc_question {
    /**
     * sizeof(smsc_question), set by the caller.
     */
    uint32_t size;
    /**
     * The subject, see smsc_question_kind.
     */
    int32_t kind;
    /**
     * The status, the number of the API error, the row, or the error code.
     */
    int32_t number;
    /**
     * The err of a status, or -1.
     */
    int32_t err;
    /**
     * The message type of a status, see smsc_message_type; or -1, which counts as SMS.
     */
    int32_t type;
    /**
     * The endpoint of an API error, see smsc_endpoint.
     */
    int32_t endpoint;
    /**
     * The `status_code` of a receipt, or -1.
     */
    int32_t status_code;
    /**
     * The `error_code` of a receipt, or -1.
     */
    int32_t error_code;
    /**
     * The `status` of a receipt, in UTF-8, or absent.
     */
    struct smsc_view status;
    /**
     * The text, or the `error_text` of a receipt, in UTF-8; or absent.
     */
    struct smsc_view text;
} smsc_question;

/**
 * A phone, an address or a name to send to, set by smsc_phone_set. It refers to the bytes of the
 * text, which must stay unchanged.
 */
typedef struct smsc_phone {
    /**
     * Private to the library.
     */
    size_t opaque[2];
} smsc_phone;

/**
 * A day, in the time zone of the account. If all three numbers are 0 there is no day.
 */
typedef struct smsc_date {
    /**
     * The year, from 2000 to 9999.
     */
    int32_t year;
    /**
     * The month, from 1 to 12.
     */
    int32_t month;
    /**
     * The day of the month, from 1.
     */
    int32_t day;
} smsc_date;

/**
 * A request to the service. Start it with smsc_request_init, then set the credentials and the
 * fields that its call needs; the others are ignored. The fields have the names of the wire, with
 * few exceptions. The texts are in UTF-8; the library writes them in `charset`.
 */
typedef struct smsc_request {
    /**
     * sizeof(smsc_request), set by the caller.
     */
    uint32_t size;
    /**
     * What the request asks for, see smsc_call.
     */
    int32_t call;
    /**
     * 1 for plain HTTP, which shows the credentials and the messages to everybody on the way: for
     * tests on the own machine. Else 0, for HTTPS.
     */
    int32_t plain_http;
    /**
     * The `fmt` of the reply, see smsc_format; or -1 for fmt 3, of a batch fmt 1.
     */
    int32_t format;
    /**
     * The `all` of a request for statuses: 0, 1 or 2.
     */
    int32_t all;
    /**
     * The charset of the request and of its reply, see smsc_charset. smsc_request_init sets utf-8.
     */
    int32_t charset;
    /**
     * The kind of the messages whose statuses are requested, if known, see smsc_kind. Nothing is
     * sent of it; the query has it.
     */
    int32_t kind;
    /**
     * 1 to request a batch, which may have one pair; 0 for one message.
     */
    int32_t batch;
    /**
     * 1 to request the currency of the balance as well, else 0.
     */
    int32_t cur;
    /**
     * 1 to request the history of e-mails, so that `phones` are addresses; else 0.
     */
    int32_t emails;
    /**
     * The length of a page of the history, from 1 to 1000; or -1.
     */
    int32_t cnt;
    /**
     * The number of hours whose incoming messages are requested, from 1 to 168; or -1.
     */
    int32_t hour;
    /**
     * The kind of a message to send, see smsc_send_kind.
     */
    int32_t send_kind;
    /**
     * How a text is transliterated: 0 (not at all), 1 (`translit`) or 2 (`mpaHc/Ium`); or -1 for
     * the setting of the account.
     */
    int32_t translit;
    /**
     * What is done with the cost: 0 (send), 1 (only reply with the price), 2 (send, and reply with
     * the cost) or 3 (the balance as well).
     */
    int32_t cost;
    /**
     * 1 to request a list of the phones that cannot be sent to, else 0.
     */
    int32_t err;
    /**
     * 1 to request a list of all phones with their operators, else 0.
     */
    int32_t op;
    /**
     * The id of a message to send if it is a number, or 0. See also `text_id`.
     */
    uint32_t id;
    /**
     * The incoming messages after the one with this id are requested; or 0. See also
     * `after_text_id`.
     */
    uint32_t after_id;
    /**
     * The first day of the history or the statistics.
     */
    struct smsc_date start;
    /**
     * The last day. The history of one day needs none.
     */
    struct smsc_date end;
    /**
     * The messages older than the one with this `int_id` are requested, for the next page of the
     * history; or -1.
     */
    int64_t prev_id;
    /**
     * The (id, phone) pairs whose statuses or deletion are requested: at most 4096, each once.
     */
    const struct smsc_requested *requested;
    /**
     * The number of pairs.
     */
    size_t requested_len;
    /**
     * The recipients of a message to send, or the phones whose history is requested; else NULL.
     */
    const struct smsc_phone *phones;
    /**
     * The number of phones.
     */
    size_t phones_len;
    /**
     * An API key of the account. With it there is no login and no password.
     */
    struct smsc_view apikey;
    /**
     * The login of the account.
     */
    struct smsc_view login;
    /**
     * The password, or the lower-case hexadecimal MD5 of the password.
     */
    struct smsc_view psw;
    /**
     * The host and, if it is not the scheme's own, the port: `smsc.kz`, `127.0.0.1:8080`. Absent
     * for smsc.ru.
     */
    struct smsc_view host;
    /**
     * The phone whose operator is requested.
     */
    struct smsc_view phone;
    /**
     * The number of the account whose incoming messages are requested, or absent for all.
     */
    struct smsc_view to_phone;
    /**
     * The text of a message to send (`mes`).
     */
    struct smsc_view text;
    /**
     * The id of a message to send if it is a text that the client chose, or the digits of a
     * number; or absent. Only one of `id` and `text_id` may be set.
     */
    struct smsc_view text_id;
    /**
     * As `after_id`, for an id that is a text; or absent. Only one of the two may be set.
     */
    struct smsc_view after_text_id;
    /**
     * The sender of a message, or absent for that of the account.
     */
    struct smsc_view sender;
    /**
     * The time of sending, or absent for now: `DDMMYYhhmm` or `DD.MM.YY hh:mm` in the time zone of
     * the account, `h1-h2` for an hour of the day within a range, `0` and Unix seconds, or `+` and
     * minutes.
     */
    struct smsc_view time;
    /**
     * How long delivery is tried, or absent: a number of hours from 1 to 24, or `hh:mm`.
     */
    struct smsc_view valid;
} smsc_request;

/**
 * Why a request cannot be written. It names the parameter, and never holds a value: no credentials,
 * no phone, no text. So it can be logged. smsc_request_error_describe returns it as a sentence.
 */
typedef struct smsc_request_error {
    /**
     * sizeof(smsc_request_error), set by the caller.
     */
    uint32_t size;
    /**
     * The result that the function returned, see smsc_result.
     */
    int32_t code;
    /**
     * The index of the item that is wrong, from 0, if the parameter is a list; else -1.
     */
    int64_t item;
    /**
     * The name of the parameter on the wire, such as `phones`, in ASCII.
     */
    struct smsc_view parameter;
    /**
     * What was expected, in ASCII.
     */
    struct smsc_view expected;
    /**
     * A number that belongs to the result: the maximum length (SMSC_RESULT_REQUEST_TOO_LONG,
     * SMSC_RESULT_REQUEST_URL_TOO_LONG) or number of items (SMSC_RESULT_REQUEST_TOO_MANY), the
     * index of the same item (SMSC_RESULT_REQUEST_REPEATED), or the number of characters before the
     * wrong one (SMSC_RESULT_REQUEST_CHARSET); else 0.
     */
    size_t amount;
} smsc_request_error;

/**
 * The objects of a reply that are not parsed yet, started by smsc_parse_send, smsc_parse_incoming
 * or smsc_parse_statistics. It may be copied: each copy continues on its own.
 */
typedef struct smsc_list {
    /**
     * Private to the library.
     */
    uint64_t opaque[16];
} smsc_list;

/**
 * The reply to a message to send: a message that the server accepted, or a price. An absent text
 * is a NULL view.
 */
typedef struct smsc_sent {
    /**
     * sizeof(smsc_sent), set by the caller.
     */
    uint32_t size;
    /**
     * 1 if the request was for the price (its `cost` was 1), so that nothing was sent and there is
     * no id; else 0.
     */
    int32_t is_price;
    /**
     * The id of the message if it is a number, or 0. See also `text_id`.
     */
    uint32_t id;
    /**
     * The encoding of `code`, for smsc_text_decode.
     */
    uint32_t encoding;
    /**
     * The number of parts of all messages, or the seconds of a call.
     */
    uint32_t count;
    /**
     * The id of the message if it is a text, or NULL. See `text_id` of smsc_record.
     */
    struct smsc_view text_id;
    /**
     * The cost, or NULL. See smsc_cost_decode.
     */
    struct smsc_view cost;
    /**
     * The balance after it, or NULL. See smsc_amount_decode.
     */
    struct smsc_view balance;
    /**
     * The code that a call dictates or ends with, in fmt 3 alone; or NULL.
     */
    struct smsc_view code;
    /**
     * The phones that the request asked to list (`err`, `op`), for smsc_list_next_phone.
     */
    struct smsc_list phones;
} smsc_sent;

/**
 * The balance of the account. An amount has digits, perhaps with a minus sign before them, and
 * with a dot and digits after them. See smsc_amount_decode.
 */
typedef struct smsc_balance {
    /**
     * sizeof(smsc_balance), set by the caller.
     */
    uint32_t size;
    /**
     * The encoding of `currency`, for smsc_text_decode.
     */
    uint32_t encoding;
    /**
     * The amount; always present.
     */
    struct smsc_view amount;
    /**
     * How far the balance may go below zero, in fmt 3 alone; or NULL.
     */
    struct smsc_view credit;
    /**
     * The currency, such as `RUR`, if the request was for it (`cur`); or NULL.
     */
    struct smsc_view currency;
} smsc_balance;

/**
 * The operator of a phone.
 */
typedef struct smsc_operator {
    /**
     * sizeof(smsc_operator), set by the caller.
     */
    uint32_t size;
    /**
     * The encoding of the texts, for smsc_text_decode.
     */
    uint32_t encoding;
    /**
     * The country.
     */
    struct smsc_view country;
    /**
     * The operator. The name ends in `_` because `operator` is a keyword of C++.
     */
    struct smsc_view operator_;
    /**
     * The region.
     */
    struct smsc_view region;
    /**
     * The mobile country code.
     */
    struct smsc_view mcc;
    /**
     * The mobile network code, such as `02`.
     */
    struct smsc_view mnc;
    /**
     * The time zone of the region, as written in the reply.
     */
    struct smsc_view tz;
} smsc_operator;

/**
 * A phone of a message that was sent: with the request's `err` one that cannot be sent to, with
 * `op` any.
 */
typedef struct smsc_sent_phone {
    /**
     * sizeof(smsc_sent_phone), set by the caller.
     */
    uint32_t size;
    /**
     * The encoding of the texts, for smsc_text_decode.
     */
    uint32_t encoding;
    /**
     * The phone; always present.
     */
    struct smsc_view phone;
    /**
     * The country and network code of the number.
     */
    struct smsc_view mccmnc;
    /**
     * The number of its status, if it is faulty.
     */
    struct smsc_view status;
    /**
     * The number or the text of its error, if it is faulty.
     */
    struct smsc_view error;
    /**
     * The cost of the message to this phone. See smsc_cost_decode.
     */
    struct smsc_view cost;
} smsc_sent_phone;

/**
 * A message that somebody sent to a number of the account.
 */
typedef struct smsc_incoming {
    /**
     * sizeof(smsc_incoming), set by the caller.
     */
    uint32_t size;
    /**
     * The id of the incoming message if it is a number, or 0. See also `text_id`.
     */
    uint32_t id;
    /**
     * The encoding of the texts, for smsc_text_decode.
     */
    uint32_t encoding;
    /**
     * The id of the incoming message if it is a text, or NULL. See `text_id` of smsc_record.
     */
    struct smsc_view text_id;
    /**
     * The phone that it came from; always present.
     */
    struct smsc_view phone;
    /**
     * Its text.
     */
    struct smsc_view message;
    /**
     * The number of the account that it was sent to.
     */
    struct smsc_view to_phone;
    /**
     * When it was sent, as `DD.MM.YYYY hh:mm:ss` in the time zone of the account.
     */
    struct smsc_view sent;
    /**
     * When the service received it, in the same form.
     */
    struct smsc_view received;
} smsc_incoming;

/**
 * A row of the statistics: the messages of one login, and their cost. Amounts are those of
 * smsc_balance.
 */
typedef struct smsc_statistics {
    /**
     * sizeof(smsc_statistics), set by the caller.
     */
    uint32_t size;
    /**
     * The number of messages.
     */
    uint32_t count;
    /**
     * The encoding of the texts, for smsc_text_decode.
     */
    uint32_t encoding;
    /**
     * The login.
     */
    struct smsc_view login;
    /**
     * How much was spent.
     */
    struct smsc_view credit;
    /**
     * How much was paid in.
     */
    struct smsc_view debit;
    /**
     * The currency of both.
     */
    struct smsc_view currency;
} smsc_statistics;

/**
 * A push notification. After any failure it is empty: `kind` is SMSC_CALLBACK_KIND_NONE, and
 * everything else is absent.
 */
typedef struct smsc_callback {
    /**
     * sizeof(smsc_callback), set by the caller.
     */
    uint32_t size;
    /**
     * The kind of the notification, see smsc_callback_kind.
     */
    int32_t kind;
    /**
     * 1 if the signature was verified; 0 if anybody may have sent the notification.
     */
    int32_t is_verified;
    /**
     * The algorithm of the verified signature, see smsc_callback_algorithm; of two signatures,
     * that of the stronger one.
     */
    int32_t algorithm;
    /**
     * The fields that the verified signature covers, one bit for each, for SMSC_CALLBACK_COVERS.
     * **All other fields may have been changed on the way.**
     */
    uint32_t covered;
    /**
     * The encoding of the texts after `record`, for smsc_text_decode.
     */
    uint32_t encoding;
    /**
     * SMSC_CALLBACK_KIND_STATUS: the status of the message. For the other kinds its `status` is
     * INT32_MIN, and everything else is absent. The library sets its `size`.
     */
    struct smsc_record record;
    /**
     * The sender of an incoming message, the caller, or the phone of `record`.
     */
    struct smsc_view phone;
    /**
     * The text of an incoming message.
     */
    struct smsc_view mes;
    /**
     * The number that received the incoming message.
     */
    struct smsc_view to;
    /**
     * The id of the incoming message, as written. No signature covers it.
     */
    struct smsc_view sms_id;
    /**
     * The value of `waitcall` of a call, as written. No signature covers it.
     */
    struct smsc_view waitcall;
    /**
     * The time of the call, or `last_timestamp` of `record`, in Unix seconds; or 0.
     */
    uint64_t ts;
} smsc_callback;

/**
 * Why a push notification cannot be parsed, or why it is not trusted. It contains nothing of the
 * notification and nothing of the secret, so that it can be logged. smsc_callback_error_describe
 * returns it as a sentence.
 */
typedef struct smsc_callback_error {
    /**
     * sizeof(smsc_callback_error), set by the caller.
     */
    uint32_t size;
    /**
     * The result that the function returned, see smsc_result.
     */
    int32_t code;
    /**
     * The field that the error is about, see smsc_callback_field; or -1.
     */
    int32_t field;
    /**
     * The position of the error, in bytes from the start of the body as received; or -1.
     */
    int64_t offset;
    /**
     * With SMSC_RESULT_CALLBACK_SYNTAX what was expected, in ASCII; else absent.
     */
    struct smsc_view expected;
} smsc_callback_error;

/**
 * A name and a value of a form that was decoded already. The bytes of the value are in the charset
 * of the handler.
 */
typedef struct smsc_form_field {
    /**
     * The name.
     */
    struct smsc_view name;
    /**
     * The value.
     */
    struct smsc_view value;
} smsc_form_field;

/**
 * The result of smsc_merge, beside the record.
 */
typedef struct smsc_merged {
    /**
     * sizeof(smsc_merged), set by the caller.
     */
    uint32_t size;
    /**
     * 1 if the message is at its end: what the recipient does may still be reported, and nothing
     * else. Else 0.
     */
    int32_t is_final;
    /**
     * 1 if the service did not find the message at some time (SMSC_STATUS_NOT_FOUND), else 0.
     */
    int32_t was_not_found;
    /**
     * The number of reports to keep: the first ones of the sorted array.
     */
    size_t kept;
} smsc_merged;

/**
 * The limits that a plan keeps, and how often it asks; smsc_plan_config_init sets the defaults. A
 * number out of its range counts as the nearest one in range.
 */
typedef struct smsc_plan_config {
    /**
     * sizeof(smsc_plan_config), set by the caller.
     */
    uint32_t size;
    /**
     * Status requests at once: 1 to 15. 3 by default; the service allows 4 under one login.
     */
    uint32_t at_once;
    /**
     * Messages in one batch: 2 to 65535. 1000 by default; the number that the service accepts is
     * not known.
     */
    uint32_t batch_size;
    /**
     * Milliseconds from the answer to a batch to the next batch. 61000 by default: the service
     * allows one a minute. Two programs that share a login need twice this.
     */
    uint32_t batch_gap_ms;
    /**
     * Seconds from the sending of a message to the first request for its status, and the least
     * between two: 15 to 86400. 30 by default.
     */
    uint32_t first_gap_s;
    /**
     * Seconds between two requests for the status of an old message: `first_gap_s` to 86400. 3600
     * by default.
     */
    uint32_t last_gap_s;
    /**
     * 1 if the account keeps a history, in which messages that were moved to the archive are
     * looked for; else 0. 1 by default.
     */
    int32_t has_history;
    /**
     * Messages in one request to the history: 1 to 65535. 100 by default.
     */
    uint32_t history_size;
    /**
     * Milliseconds between two requests to the history. 30000 by default.
     */
    uint32_t history_gap_ms;
    /**
     * Seconds after its sending in which a message that is not found is not there yet, and later
     * no more. 600 by default.
     */
    uint32_t not_yet_s;
} smsc_plan_config;

/**
 * The memory of a plan for one message.
 */
typedef struct smsc_plan_slot {
    /**
     * Private to the library.
     */
    uint32_t opaque[9];
} smsc_plan_slot;

/**
 * A plan, started by smsc_plan_begin. It may be moved while no function uses it, but not copied:
 * its slots belong to one plan.
 */
typedef struct smsc_plan {
    /**
     * Private to the library.
     */
    uint64_t opaque[800];
} smsc_plan;

/**
 * A message that is added to a plan. After a restart, add it with what you noted of it. All times
 * are in milliseconds since the Unix epoch.
 */
typedef struct smsc_plan_message {
    /**
     * sizeof(smsc_plan_message), set by the caller.
     */
    uint32_t size;
    /**
     * 1 if the last request for its status was not answered, because the program ended meanwhile:
     * the message is asked for again as soon as the limits allow. Else 0.
     */
    int32_t is_unanswered;
    /**
     * When the message was sent, or is to be sent.
     */
    uint64_t sent_ms;
    /**
     * When its status was asked for last, or 0.
     */
    uint64_t asked_ms;
    /**
     * Since when the service does not find it, or 0.
     */
    uint64_t not_found_since_ms;
} smsc_plan_message;

/**
 * The key of a message in a plan. A later message never has the same key.
 */
typedef struct smsc_plan_key {
    /**
     * The index of the message's slot, for an array of what you know about each message. A later
     * message may have the same one.
     */
    uint32_t index;
    /**
     * The number that tells the message from earlier ones with the same index.
     */
    uint32_t generation;
} smsc_plan_key;

/**
 * The state of a plan. Times are in milliseconds since the Unix epoch, by your clock.
 */
typedef struct smsc_plan_state {
    /**
     * sizeof(smsc_plan_state), set by the caller.
     */
    uint32_t size;
    /**
     * The number of messages that are neither at their end nor lost.
     */
    uint32_t len;
    /**
     * 1 if the service has refused the credentials (error 2): the plan asks for nothing until
     * smsc_plan_renew_credentials. Else 0.
     */
    int32_t is_refused;
    /**
     * The time until which the service blocks this address (error 4), or 0.
     */
    uint64_t blocked_until_ms;
    /**
     * The next move of messages to the archive, at 03:00 in Moscow: the earliest time at which it
     * can be, as your clock may be wrong.
     */
    uint64_t next_move_ms;
    /**
     * The start of the last round of requests before that: from then on, every message that the
     * move concerns is asked for once more.
     */
    uint64_t last_round_ms;
} smsc_plan_state;

/**
 * A request to make, from smsc_plan_poll. Each one ends with smsc_plan_on_reply,
 * smsc_plan_on_failure or smsc_plan_on_unsent.
 */
typedef struct smsc_plan_ask {
    /**
     * sizeof(smsc_plan_ask), set by the caller.
     */
    uint32_t size;
    /**
     * The kind of the request, see smsc_plan_kind.
     */
    int32_t kind;
    /**
     * The number by which the plan finds the request. The functions that end it read this alone.
     */
    uint32_t number;
    /**
     * The number of messages, whose keys smsc_plan_poll wrote.
     */
    uint32_t len;
    /**
     * Of SMSC_PLAN_KIND_HISTORY: when the first of the messages was sent, in Unix seconds. Else 0.
     */
    uint64_t first_sent;
    /**
     * Of SMSC_PLAN_KIND_HISTORY: when the last of the messages was sent, in Unix seconds. Else 0.
     */
    uint64_t last_sent;
} smsc_plan_ask;

/**
 * The status that a reply has for a message.
 */
typedef struct smsc_plan_answer {
    /**
     * The message.
     */
    struct smsc_plan_key key;
    /**
     * Its status, see smsc_status_code.
     */
    int32_t status;
} smsc_plan_answer;

/**
 * A try of a call that failed, and what came before it. Time and randomness are yours: the library
 * has neither a clock nor a generator.
 */
typedef struct smsc_attempt {
    /**
     * sizeof(smsc_attempt), set by the caller.
     */
    uint32_t size;
    /**
     * The call, see smsc_retry_call.
     */
    int32_t call;
    /**
     * How it failed, see smsc_failure.
     */
    int32_t failure;
    /**
     * SMSC_FAILURE_HTTP_STATUS: the HTTP status; SMSC_FAILURE_REJECTED: the API error, see
     * smsc_api_error_code. Else ignored.
     */
    int32_t code;
    /**
     * The number of this try of the call: 1 for the first. 0 counts as 1.
     */
    uint32_t number;
    /**
     * 1 if there is another host than the one that was tried, else 0.
     */
    int32_t has_next_host;
    /**
     * 1 if the try before this one also failed because of too many requests (error 9, or HTTP
     * status 429), else 0.
     */
    int32_t was_throttled;
    /**
     * 1 if all calls were stopped for error 4 before, and no call succeeded since; else 0.
     */
    int32_t was_blocked;
    /**
     * A uniformly random number, which spreads the waiting times of several clients.
     */
    uint32_t random;
    /**
     * The milliseconds since the last like request was sent, which may be the failed one; or 0,
     * the cautious value, if unknown.
     */
    uint64_t since_ms;
} smsc_attempt;

/**
 * The advice after a request failed.
 */
typedef struct smsc_advice {
    /**
     * sizeof(smsc_advice), set by the caller.
     */
    uint32_t size;
    /**
     * The kind of advice, see smsc_advice_kind.
     */
    int32_t kind;
    /**
     * The milliseconds to wait first, or for which no request is sent; else 0.
     */
    uint32_t wait_ms;
    /**
     * 1 to use the next configured host, 0 to use the same one. It is never a host that a reply
     * names.
     */
    int32_t next_host;
    /**
     * Why the call is not repeated, see smsc_advice_reason.
     */
    int32_t reason;
    /**
     * The HTTP status or the API error that belongs to the reason, or -1.
     */
    int32_t code;
} smsc_advice;

/**
 * A sending that may have arrived, and what is known of it.
 */
typedef struct smsc_sending {
    /**
     * sizeof(smsc_sending), set by the caller.
     */
    uint32_t size;
    /**
     * The answer to the request for its status, see smsc_status_answer.
     */
    int32_t answer;
    /**
     * 1 if the account is known to keep its history for a day or more. If it keeps none, a message
     * with a final status is not found, as if it had never been accepted. Else 0.
     */
    int32_t is_history_kept;
    /**
     * 1 if the message was already sent again on the advice SMSC_SEND_ADVICE_KIND_SEND_AGAIN, else
     * 0.
     */
    int32_t was_sent_again;
    /**
     * A uniformly random number, which spreads the waiting times of several clients.
     */
    uint32_t random;
    /**
     * The milliseconds since the message was last sent; or 0, the cautious value, if unknown.
     */
    uint64_t since_ms;
} smsc_sending;

/**
 * The advice about a message whose sending was not answered.
 */
typedef struct smsc_send_advice {
    /**
     * sizeof(smsc_send_advice), set by the caller.
     */
    uint32_t size;
    /**
     * The kind of advice, see smsc_send_advice_kind.
     */
    int32_t kind;
    /**
     * The milliseconds to wait first, or 0.
     */
    uint32_t wait_ms;
} smsc_send_advice;

/**
 * Returns the version of the library as text, such as `0.1.0`, with a NUL at the end; never NULL.
 * SMSC_VERSION is the version of the header.
 */
const char *smsc_version_get(void);

/**
 * Returns the version of the library as a number: major times 1,000,000, plus minor times 1,000,
 * plus patch. SMSC_VERSION_NUMBER is the number of the header.
 */
uint32_t smsc_version_get_number(void);

/**
 * Returns the ABI number of the library. A program works with the library if this is the SMSC_ABI
 * of the header that the program was compiled with; the versions do not matter.
 */
uint32_t smsc_abi_get(void);

/**
 * Starts parsing the body of a reply to `query`, which is `len` bytes long.
 *
 * The body is not copied. The body and the pairs of the query must stay where they are, unchanged,
 * for as long as the reader or its records are used. `api_error` and `error` may be NULL if they
 * are not wanted.
 *
 * Returns SMSC_RESULT_OK if the reply has records, which smsc_reader_next returns. Returns
 * SMSC_RESULT_DELETED if the server deleted the messages, or SMSC_RESULT_REFUSED if it rejected
 * the request, with the reason in `api_error`. Returns SMSC_RESULT_NOT_A_REPLY or
 * SMSC_RESULT_API_ERROR if the body cannot be parsed, with the details in `error`. Returns
 * SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an argument is wrong. After any of
 * these but SMSC_RESULT_OK, `reader` is not started, even if it was before.
 */
int32_t smsc_reader_begin(const struct smsc_query *query,
                          const char *body,
                          size_t len,
                          struct smsc_reader *reader,
                          struct smsc_api_error *api_error,
                          struct smsc_error *error);

/**
 * Parses the next record. `error` may be NULL if it is not wanted.
 *
 * Returns SMSC_RESULT_OK if `record` was filled. Returns SMSC_RESULT_END if there are no more
 * records; `record` is unchanged then. Returns a result from 200 to 299 if the next record cannot
 * be parsed, with the details in `error`; the next call continues after it. Returns
 * SMSC_RESULT_NULL, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_…, without moving on, if an argument is
 * wrong.
 */
int32_t smsc_reader_next(struct smsc_reader *reader, struct smsc_record *record, struct smsc_error *error);

/**
 * Starts parsing the reply to a batch request of which only a part is in memory.
 *
 * `limit` is the maximum length of a record in bytes; 0 means 1 MiB, the limit of
 * smsc_reader_begin. `*max_window` becomes the length of a buffer that is always long enough;
 * `max_window` may be NULL if it is not wanted. The pairs of the query must stay unchanged for as
 * long as the reader is used.
 *
 * Returns SMSC_RESULT_OK, or SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an
 * argument is wrong.
 */
int32_t smsc_chunk_reader_begin(const struct smsc_query *query,
                                size_t limit,
                                struct smsc_chunk_reader *reader,
                                size_t *max_window);

/**
 * Parses the next item in the window: the bytes that were received and that earlier calls did not
 * consume. `is_last` is 1 if the window ends where the reply ends, else 0.
 *
 * `*consumed` becomes the number of bytes at the start of the window that are no longer needed.
 * Drop them before the next call, but not before you have used the record, because its texts are
 * in the window. `api_error` and `error` may be NULL if they are not wanted.
 *
 * Returns SMSC_RESULT_OK if `record` was filled. Returns SMSC_RESULT_NEED_MORE if the window must
 * grow first, and SMSC_RESULT_END after the end of the reply. Returns SMSC_RESULT_DELETED if the
 * server deleted the messages, or SMSC_RESULT_REFUSED if it rejected the request, with the reason
 * in `api_error`. Returns a result from 200 to 299 if the next item cannot be parsed, with the
 * details in `error`; the next call continues after it. After SMSC_RESULT_NOT_A_REPLY and
 * SMSC_RESULT_API_ERROR, all further calls return SMSC_RESULT_END. Returns SMSC_RESULT_NULL,
 * SMSC_RESULT_VALUE, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_…, without consuming bytes, if an
 * argument is wrong.
 */
int32_t smsc_chunk_reader_next(struct smsc_chunk_reader *reader,
                               const char *window,
                               size_t len,
                               int32_t is_last,
                               size_t *consumed,
                               struct smsc_record *record,
                               struct smsc_api_error *api_error,
                               struct smsc_error *error);

/**
 * Guesses which request the body, which is `len` bytes long, answers instead of `query`. Call it
 * after a body read badly, and tell a person which of the settings to correct: it is advice.
 *
 * `guess` becomes the guess with this index, 0 for the most likely one: a copy of `query` with
 * another `format`, `all`, `batch` or `charset`. Of a batch, the first 64 KiB suffice.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if there is no such guess, so that with index 0
 * the body reads well with `query` or with no other; `guess` is unchanged then. Returns
 * SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an argument is wrong.
 */
int32_t smsc_query_guess(const struct smsc_query *query,
                         const char *body,
                         size_t len,
                         size_t index,
                         struct smsc_query *guess);

/**
 * Decodes a text to UTF-8. `text` is a view of a record or an API error, and `encoding` the field
 * of that name in the same struct. Bytes that are no character of the charset become U+FFFD.
 *
 * Writes the text to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the
 * length in bytes without that NUL; the text itself may contain NULs, too. Call it with `buf` NULL
 * and `size` 0 to get only the length. A NULL view is an empty text.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length;
 * `*len` is set then, and the content of `buf` is unspecified. Returns SMSC_RESULT_NULL or
 * SMSC_RESULT_VALUE if an argument is wrong.
 */
int32_t smsc_text_decode(struct smsc_view text, uint32_t encoding, char *buf, size_t size, size_t *len);

/**
 * Finds out whether a text looks as if it were in UTF-8 and was read as windows-1251 or koi8-r:
 * `*looks_like_utf8` becomes 1 or 0. `text` is a view of a record or an API error, and `encoding`
 * the field of that name in the same struct. smsc_record_looks_like_utf8 checks all texts of a
 * record.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_VALUE.
 */
int32_t smsc_text_looks_like_utf8(struct smsc_view text, uint32_t encoding, int32_t *looks_like_utf8);

/**
 * Finds the name of a code in a table: of a status, an err, an API error, a message type, a field
 * or one of the others that smsc_table lists. `lang` is a smsc_lang.
 *
 * `*name` becomes a view of a text in the library, in UTF-8.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NO_NAME if the code has no name in that language;
 * `*name` is unchanged then. Returns SMSC_RESULT_NULL or SMSC_RESULT_VALUE if an argument is
 * wrong, or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_code_name(int32_t table, int32_t code, int32_t lang, struct smsc_view *name);

/**
 * Returns the codes of a table one by one, for programs that list the codes or define constants.
 *
 * `index` starts at 0. `*code` becomes the code, and `*ident` a view of its name for programs,
 * such as `DELIVERED`, in the library.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if `index` is after the last code; the outputs
 * are unchanged then. Returns SMSC_RESULT_NULL or SMSC_RESULT_VALUE if an argument is wrong (the
 * tables from SMSC_TABLE_FIELD on have no codes of the wire), or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_code_at(int32_t table, size_t index, int32_t *code, struct smsc_view *ident);

/**
 * Finds the table that the err of a record belongs to: by the record's type, else by the type in
 * its flag, else by `kind` (a smsc_kind, what the caller knows of the messages), else by whether
 * its phone contains an `@`. `*table` becomes SMSC_TABLE_ERR_PHONE or SMSC_TABLE_ERR_EMAIL.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `kind` is no smsc_kind or the record has an
 * impossible value, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
 */
int32_t smsc_record_get_err_table(const struct smsc_record *record, int32_t kind, int32_t *table);

/**
 * Finds out whether a text of a record looks as if it were in UTF-8 and was read as windows-1251
 * or koi8-r: `*looks_like_utf8` becomes 1 or 0. If it is 1, the `charset` of the query is probably
 * not that of the request: parse the body with SMSC_CHARSET_UTF8. The texts themselves are decoded
 * in the charset of the query all the same.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the record has an impossible value,
 * SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
 */
int32_t smsc_record_looks_like_utf8(const struct smsc_record *record, int32_t *looks_like_utf8);

/**
 * Decodes the sixteen bits of `flag`.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `flag` is not from 0 to 65535,
 * SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
 */
int32_t smsc_flag_decode(int32_t flag, struct smsc_flag *bits);

/**
 * Converts a cost to an integer, in ten-thousandths of the account's currency, so that costs can
 * be added without rounding.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the text is no cost or the number does not
 * fit, or SMSC_RESULT_NULL, also for a NULL view.
 */
int32_t smsc_cost_decode(struct smsc_view cost, uint64_t *ten_thousandths);

/**
 * Converts an amount, such as a balance, to an integer, in ten-thousandths of the account's
 * currency. It may be negative.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the text is no amount, is finer than a
 * ten-thousandth or does not fit, or SMSC_RESULT_NULL, also for a NULL view.
 */
int32_t smsc_amount_decode(struct smsc_view amount, int64_t *ten_thousandths);

/**
 * Sets one (id, phone) pair of a request whose id is a number, in an array of the caller.
 *
 * `phone` is in UTF-8, `phone_len` bytes long, as it was typed: see smsc_phone_is_same. Its bytes
 * must stay where they are, unchanged, for as long as the pair is used.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the id is 0 or over 2147483647 or the phone
 * is empty or white space, SMSC_RESULT_UTF8 if the phone is not UTF-8, or SMSC_RESULT_NULL.
 */
int32_t smsc_requested_set(struct smsc_requested *pair, uint32_t id, const char *phone, size_t phone_len);

/**
 * Sets one (id, phone) pair of a request from an id as text, in an array of the caller.
 *
 * `id` is `id_len` bytes long: a text that the client chose, such as `order-77`, or the digits of
 * a number. `phone` is in UTF-8, `phone_len` bytes long, as it was typed: see smsc_phone_is_same.
 * The bytes of both must stay where they are, unchanged, for as long as the pair is used.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the id is neither a number from 1 to
 * 2147483647 nor a text of 1 to 40 Latin letters, digits, dots, hyphens and underscores, or the
 * phone is empty or white space; SMSC_RESULT_UTF8 if the phone is not UTF-8, or SMSC_RESULT_NULL.
 */
int32_t smsc_requested_set_text(struct smsc_requested *pair,
                                const char *id,
                                size_t id_len,
                                const char *phone,
                                size_t phone_len);

/**
 * Compares two phones as they were typed, in UTF-8: `*is_same` becomes 1 if they are the same
 * phone, else 0.
 *
 * Only the digits are compared. A Russian number may start with 8 instead of 7, or lack both,
 * unless one of the two phones has a `+`. E-mail addresses, and names without any digit, are
 * compared without regard to case.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_UTF8 if a phone is not UTF-8, SMSC_RESULT_NULL or
 * SMSC_RESULT_VALUE.
 */
int32_t smsc_phone_is_same(const char *left,
                           size_t left_len,
                           const char *right,
                           size_t right_len,
                           int32_t *is_same);

/**
 * Finds the pair of a query that a record belongs to, and the number of pairs before it whose
 * records are missing. Records are expected in the order of the request; in another order, set
 * `index` of the query (see smsc_requested_index_begin).
 *
 * `*next` is the index of the first pair that is not matched yet: 0 before the first record. If
 * the record belongs to a pair, the index of the pair is `*next - 1` after the call, and
 * `*missing` is the number of pairs that were skipped before it: their records are missing. After
 * the last record, the records of the pairs from `*next` to `requested_len` are missing.
 *
 * Returns SMSC_RESULT_OK if the record belongs to a pair. Returns SMSC_RESULT_UNEXPECTED if the
 * record was not requested; `*next` and `*missing` are unchanged then. Returns SMSC_RESULT_VALUE
 * if `*next` is over `requested_len`, or the query or the record has an impossible value;
 * SMSC_RESULT_NULL, SMSC_RESULT_SIZE_…, or SMSC_RESULT_STATE if the index was not started.
 */
int32_t smsc_requested_match(const struct smsc_query *query,
                             size_t *next,
                             const struct smsc_record *record,
                             size_t *missing);

/**
 * Sets `*len` to the number of uint32_t that smsc_requested_index_begin needs for `count` pairs:
 * at most 9 for each pair, and 12 more.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_NULL, or SMSC_RESULT_VALUE if an array of so many pairs
 * would be longer than PTRDIFF_MAX.
 */
int32_t smsc_requested_index_get_room(size_t count, size_t *len);

/**
 * Starts an index of the pairs of a query, in `room_len` uint32_t of the caller. Set `index` of
 * the query to it.
 *
 * The library writes to the room only when a record is not near the next requested pair. `index`,
 * the room and the pairs must stay where they are for as long as a reader or a query with the
 * index is used; the pairs must stay unchanged. Several threads may use the index at the same
 * time. It must not be copied.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `room_len` is below the length that
 * smsc_requested_index_get_room returns; SMSC_RESULT_NULL or SMSC_RESULT_VALUE.
 */
int32_t smsc_requested_index_begin(const struct smsc_requested *pairs,
                                   size_t count,
                                   uint32_t *room,
                                   size_t room_len,
                                   struct smsc_requested_index *index);

/**
 * Sets a record to a status, with everything else absent. Programs that make records start with
 * it. `record->size` must be set.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
 */
int32_t smsc_record_init(struct smsc_record *record, int32_t status);

/**
 * Writes a complete reply with one record: the reply for one message or, if the query is for a
 * batch, a batch of one record.
 *
 * If the format cannot represent a value, `replacing` decides: with 0 nothing is written, and
 * `error` says which field it is; with 1 the value is replaced, in the way that smsc_result
 * describes for each reason. The bytes are in the charset of the query, without a NUL at the end.
 * `*len` becomes their number. `error` may be NULL if it is not wanted.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if the reply is longer than `size`: `*len`
 * becomes the length that is needed, and nothing is written. Returns a result from 300 to 399 if
 * the reply cannot be written, with the details in `error`. Returns SMSC_RESULT_NULL,
 * SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an argument is wrong.
 */
int32_t smsc_writer_write_single(const struct smsc_query *query,
                                 int32_t replacing,
                                 const struct smsc_record *record,
                                 char *buf,
                                 size_t size,
                                 size_t *len,
                                 struct smsc_error *error);

/**
 * Writes a complete reply with an API error: the reply to a request that the server rejected. A
 * rejected batch has one error for all messages. For the arguments and results see
 * smsc_writer_write_single.
 */
int32_t smsc_writer_write_error(const struct smsc_query *query,
                                int32_t replacing,
                                const struct smsc_api_error *api_error,
                                char *buf,
                                size_t size,
                                size_t *len,
                                struct smsc_error *error);

/**
 * Writes a complete reply to a request with `del=1`: the messages were deleted. For the arguments
 * and results see smsc_writer_write_single.
 */
int32_t smsc_writer_write_deleted(const struct smsc_query *query, char *buf, size_t size, size_t *len);

/**
 * Starts a batch of any length. The reply consists of the bytes that this function writes, then
 * those of each call of smsc_writer_write_record, then those of smsc_writer_end. The writer does
 * not keep `buf`: each call may use the same buffer or another one. For the arguments and results
 * see smsc_writer_write_single.
 */
int32_t smsc_writer_begin(const struct smsc_query *query,
                          int32_t replacing,
                          struct smsc_writer *batch,
                          char *buf,
                          size_t size,
                          size_t *len,
                          struct smsc_error *error);

/**
 * Writes the next record of a batch; the records are in the order of the request. If a record is
 * rejected or does not fit, the batch is unchanged, so that the call can be repeated. For the
 * arguments and results see smsc_writer_write_single. Returns SMSC_RESULT_STATE if the batch is
 * not started.
 */
int32_t smsc_writer_write_record(struct smsc_writer *batch,
                                 const struct smsc_record *record,
                                 char *buf,
                                 size_t size,
                                 size_t *len,
                                 struct smsc_error *error);

/**
 * Ends a batch, which in fmt 0 and 1 must have a record. A batch that was ended is not started any
 * more. For the arguments and results see smsc_writer_write_single. Returns SMSC_RESULT_STATE if
 * the batch is not started.
 */
int32_t smsc_writer_end(struct smsc_writer *batch,
                        char *buf,
                        size_t size,
                        size_t *len,
                        struct smsc_error *error);

/**
 * Looks up the outcome of a record, by its status, its err and the type of its message.
 *
 * `kind` is a smsc_kind: what the caller knows of the messages. The texts of the outcome are in
 * `lang`, a smsc_lang. An unknown code has a careful outcome that says so.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if a number is none of its enum or the record
 * has an impossible value, SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_record(const struct smsc_record *record,
                                   int32_t kind,
                                   int32_t lang,
                                   struct smsc_outcome *outcome);

/**
 * Looks up the outcome of a status, an err and a message type. `err` is -1 if there is none.
 * `type` is a smsc_message_type, or -1 if it is unknown: then it counts as SMS.
 *
 * `lang` and unknown codes are as in smsc_outcome_lookup_record.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `err` is below -1, `type` is not from -1 to
 * 255 or `lang` is no smsc_lang, SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_codes(int32_t status,
                                  int32_t err,
                                  int32_t type,
                                  int32_t lang,
                                  struct smsc_outcome *outcome);

/**
 * Looks up the outcome of a request that the server rejected. `code` is that of the
 * smsc_api_error. `endpoint` is a smsc_endpoint, which decides what the number means: for an error
 * in a reply, SMSC_ENDPOINT_SEND if the error has an id, which no other endpoint adds, and
 * SMSC_ENDPOINT_STATUS otherwise.
 *
 * `lang` and unknown codes are as in smsc_outcome_lookup_record. smsc_outcome_explain returns every
 * meaning if the endpoint is unknown.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `code` is below 0, `endpoint` is
 * SMSC_ENDPOINT_ANY or no smsc_endpoint, or `lang` is no smsc_lang, SMSC_RESULT_NULL,
 * SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_api_error(int32_t code,
                                      int32_t endpoint,
                                      int32_t lang,
                                      struct smsc_outcome *outcome);

/**
 * Starts a question about what `kind` says, a smsc_question_kind. Every other field becomes unknown
 * or absent.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `kind` is no smsc_question_kind,
 * SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
 */
int32_t smsc_question_init(struct smsc_question *question, int32_t kind);

/**
 * Explains a code, a text or a receipt. Several meanings may fit, if nothing in the question
 * decides between them. `index` selects one of them: 0 is the one that fits best. The texts of the
 * outcome are in `lang`, a smsc_lang.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if fewer meanings fit, at index 0 if a text or a
 * number of ClickSend is unknown; `outcome` is unchanged then. Returns SMSC_RESULT_VALUE,
 * SMSC_RESULT_UTF8, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_… if an argument is wrong, or
 * SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_explain(const struct smsc_question *question,
                             size_t index,
                             int32_t lang,
                             struct smsc_outcome *outcome);

/**
 * Looks up what one status of a message tells beside the others. `statuses` are all statuses that
 * the message had, the oldest first, and `errs` their err values, -1 for none; `errs` may be NULL
 * if none is known. `type` is that of the message, as in smsc_outcome_lookup_codes.
 *
 * `index` selects the status: `outcome` gets its own outcome, whether it decides the state of the
 * message, and a remark.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if there are fewer statuses; `outcome` is
 * unchanged then. Returns SMSC_RESULT_VALUE, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_… if an argument is
 * wrong, or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_outcome_lookup_story(const int32_t *statuses,
                                  const int32_t *errs,
                                  size_t count,
                                  size_t index,
                                  int32_t type,
                                  int32_t lang,
                                  struct smsc_outcome *outcome);

/**
 * Sets a phone, an address or a name to send to, in an array of the caller.
 *
 * `text` is in UTF-8, `len` bytes long, as it was typed. Its bytes must stay where they are,
 * unchanged, for as long as the phone is used.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_UTF8 if the text is not UTF-8, SMSC_RESULT_NULL or
 * SMSC_RESULT_VALUE. Whether it can be a phone is checked when the request is written.
 */
int32_t smsc_phone_set(struct smsc_phone *phone, const char *text, size_t len);

/**
 * Starts a request of the kind that `call` says, a smsc_call. Every other field gets its default:
 * a reply in utf-8 and in the format that suits the call, from smsc.ru over HTTPS.
 * `request->size` must be set.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `call` is no smsc_call, SMSC_RESULT_NULL or
 * SMSC_RESULT_SIZE_….
 */
int32_t smsc_request_init(struct smsc_request *request, int32_t call);

/**
 * Writes the URL to POST to, which has no parameters.
 *
 * Writes the URL to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the length
 * in bytes without that NUL. Call it with `buf` NULL and `size` 0 to get only the length. `error`
 * may be NULL if it is not wanted.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length:
 * `*len` is set then, and nothing is written. Returns a result from 400 to 499 if the request is
 * wrong, with the details in `error`. Returns SMSC_RESULT_NULL, SMSC_RESULT_VALUE or
 * SMSC_RESULT_SIZE_… if an argument is wrong.
 */
int32_t smsc_request_write_url(const struct smsc_request *request,
                               char *buf,
                               size_t size,
                               size_t *len,
                               struct smsc_request_error *error);

/**
 * Writes the body to POST, whose content type is SMSC_REQUEST_CONTENT_TYPE. It has the credentials:
 * do not log it. For the arguments and results see smsc_request_write_url.
 */
int32_t smsc_request_write_body(const struct smsc_request *request,
                                char *buf,
                                size_t size,
                                size_t *len,
                                struct smsc_request_error *error);

/**
 * Writes the URL to GET, which has all parameters, and with them the credentials: servers and
 * proxies log it. It has at most 2,000 characters. For the arguments and results see
 * smsc_request_write_url.
 */
int32_t smsc_request_write_get_url(const struct smsc_request *request,
                                   char *buf,
                                   size_t size,
                                   size_t *len,
                                   struct smsc_request_error *error);

/**
 * Returns the query that reads the reply to a request for statuses, a deletion or the history. It
 * refers to the pairs of the request. Its `index` is NULL.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if the reply to such a call is read without a
 * query, or a number of the request is none of its enum. Returns a result from 400 to 499 if the
 * request is wrong, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
 */
int32_t smsc_request_get_query(const struct smsc_request *request, struct smsc_query *query);

/**
 * Describes the error of a request in one line of English, such as “`valid`: invalid: expected
 * 1 to 24 hours”. The line contains no credentials, no phone and no
 * text.
 *
 * Writes the line to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the
 * length without the NUL. A `size` of 256 is always enough.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length;
 * `*len` is set then. Returns SMSC_RESULT_VALUE if no function has filled `error`,
 * SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_request_error_describe(const struct smsc_request_error *error,
                                    char *buf,
                                    size_t size,
                                    size_t *len);

/**
 * Parses the reply to a message to send, or to a request for its price. `body` is `len` bytes
 * long.
 *
 * Of the request only `call`, `format`, `charset` and `cost` are looked at. The body is not
 * copied: the texts of `sent` and its phones refer to it. `api_error` and `error` may be NULL if
 * they are not wanted.
 *
 * Returns SMSC_RESULT_OK if `sent` was filled. Returns SMSC_RESULT_REFUSED if the server rejected
 * the request, with the reason in `api_error`. Returns a result from 200 to 299 if the body cannot
 * be parsed, with the details in `error`; SMSC_RESULT_UNSUPPORTED means that it has a form that
 * was never seen. **The message may have been sent all the same**: request the status of its id.
 * Returns SMSC_RESULT_VALUE if the request is for another call or has a number that is none of its
 * enum, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_…. After any of these but SMSC_RESULT_OK, `phones` of
 * `sent` is not started, and the rest of `sent` is unchanged.
 */
int32_t smsc_parse_send(const struct smsc_request *request,
                        const char *body,
                        size_t len,
                        struct smsc_sent *sent,
                        struct smsc_api_error *api_error,
                        struct smsc_error *error);

/**
 * Parses the reply to a request for the balance. For the arguments and results see
 * smsc_parse_send; of the request `cost` is not looked at, and a failure leaves `balance`
 * unchanged.
 */
int32_t smsc_parse_balance(const struct smsc_request *request,
                           const char *body,
                           size_t len,
                           struct smsc_balance *balance,
                           struct smsc_api_error *api_error,
                           struct smsc_error *error);

/**
 * Parses the reply to a request for the operator of a phone. For the arguments and results see
 * smsc_parse_balance.
 */
int32_t smsc_parse_operator(const struct smsc_request *request,
                            const char *body,
                            size_t len,
                            struct smsc_operator *found,
                            struct smsc_api_error *api_error,
                            struct smsc_error *error);

/**
 * Starts parsing the reply to a request for incoming messages: smsc_list_next_incoming returns
 * them. The body must stay where it is, unchanged, for as long as the list or its messages are
 * used.
 *
 * For the arguments and results see smsc_parse_send. Incoming messages are known in fmt 3 alone,
 * so that another `format` is SMSC_RESULT_VALUE. After any result but SMSC_RESULT_OK, `list` is
 * not started, even if it was before.
 */
int32_t smsc_parse_incoming(const struct smsc_request *request,
                            const char *body,
                            size_t len,
                            struct smsc_list *list,
                            struct smsc_api_error *api_error,
                            struct smsc_error *error);

/**
 * Starts parsing the reply to a request for statistics: smsc_list_next_statistics returns the
 * rows. For the arguments and results see smsc_parse_incoming; in a format other than fmt 3 only
 * an API error can be read.
 */
int32_t smsc_parse_statistics(const struct smsc_request *request,
                              const char *body,
                              size_t len,
                              struct smsc_list *list,
                              struct smsc_api_error *api_error,
                              struct smsc_error *error);

/**
 * Parses the next phone of a message that was sent. `list` is `phones` of a smsc_sent, or a copy
 * of it. `error` may be NULL if it is not wanted.
 *
 * Returns SMSC_RESULT_OK if `phone` was filled. Returns SMSC_RESULT_END if there are no more
 * phones; `phone` is unchanged then. Returns a result from 200 to 299 if the next phone cannot be
 * parsed, with the details in `error`; the next call continues after it, or returns
 * SMSC_RESULT_END if nobody knows where the next phone starts. Returns SMSC_RESULT_NULL,
 * SMSC_RESULT_SIZE_… or, if the list was not started or has other objects, SMSC_RESULT_STATE,
 * without moving on.
 */
int32_t smsc_list_next_phone(struct smsc_list *list, struct smsc_sent_phone *phone, struct smsc_error *error);

/**
 * Parses the next incoming message of a list that smsc_parse_incoming started. For the arguments
 * and results see smsc_list_next_phone.
 */
int32_t smsc_list_next_incoming(struct smsc_list *list,
                                struct smsc_incoming *message,
                                struct smsc_error *error);

/**
 * Parses the next row of a list that smsc_parse_statistics started. For the arguments and results
 * see smsc_list_next_phone.
 */
int32_t smsc_list_next_statistics(struct smsc_list *list,
                                  struct smsc_statistics *row,
                                  struct smsc_error *error);

/**
 * Parses a push notification, and verifies its signature with the secret of the handler's URL.
 *
 * `body` is the body of a POST, or the query of a GET, `len` bytes long. It is decoded in place:
 * its content is unspecified after the call, and the texts of `callback` point into it. `format`
 * is a smsc_callback_format, `charset` a smsc_charset: windows-1251 unless the URL of the handler
 * requests another one. `secret` is the value of `sha1` or `md5` in that URL. `error` may be NULL
 * if it is not wanted.
 *
 * Returns SMSC_RESULT_OK if the signature is right; `is_verified` is 1 then. Returns a result from
 * 500 to 599 if the body is no notification, or if its signature is missing or wrong, with the
 * details in `error`. Returns SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_SIZE_… if an
 * argument is wrong. After any of these but SMSC_RESULT_OK, `callback` is empty, unless it is NULL
 * or too small.
 *
 * A notification may be sent again by somebody who has seen it: the signature does not cover the
 * time of a status or an incoming message.
 */
int32_t smsc_callback_verify(char *body,
                             size_t len,
                             int32_t format,
                             int32_t charset,
                             const char *secret,
                             size_t secret_len,
                             struct smsc_callback *callback,
                             struct smsc_callback_error *error);

/**
 * Verifies a push notification whose form was decoded already, by a framework. `fields` has
 * `count` names and values. The bytes of the values are in `charset`: a framework that returns
 * texts has decoded them, and they must be encoded again. For the other arguments and the results
 * see smsc_callback_verify.
 */
int32_t smsc_callback_verify_fields(const struct smsc_form_field *fields,
                                    size_t count,
                                    int32_t charset,
                                    const char *secret,
                                    size_t secret_len,
                                    struct smsc_callback *callback,
                                    struct smsc_callback_error *error);

/**
 * Parses a push notification without verifying it: **anybody may have sent it**, so that
 * `is_verified` is 0. For the arguments and the results see smsc_callback_verify.
 */
int32_t smsc_callback_parse(char *body,
                            size_t len,
                            int32_t format,
                            int32_t charset,
                            struct smsc_callback *callback,
                            struct smsc_callback_error *error);

/**
 * Parses a push notification whose form was decoded already, without verifying it: **anybody may
 * have sent it**. For the arguments see smsc_callback_verify_fields, for the results
 * smsc_callback_parse.
 */
int32_t smsc_callback_parse_fields(const struct smsc_form_field *fields,
                                   size_t count,
                                   int32_t charset,
                                   struct smsc_callback *callback,
                                   struct smsc_callback_error *error);

/**
 * Describes the error of a push notification in one line of English, with what to do about it. The
 * line contains nothing of the notification and nothing of the secret.
 *
 * Writes the line to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the
 * length without the NUL. A `size` of 256 is always enough.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length;
 * `*len` is set then. Returns SMSC_RESULT_VALUE if no function has filled `error`,
 * SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_callback_error_describe(const struct smsc_callback_error *error,
                                     char *buf,
                                     size_t size,
                                     size_t *len);

/**
 * Merges reports of one message, in any order, into what is known of it.
 *
 * `reports` is an array of `count` pointers to records of the message: of replies in any format,
 * of push notifications, of the history. The array is sorted: the greatest report, which has the
 * status, comes first, and those that nothing is taken from come last. The first `kept` reports are
 * all that you need to keep, and to merge with later ones: the result depends on the set of all
 * reports alone.
 *
 * A later status replaces an earlier one; an end (delivered or not) replaces what was before it,
 * and read and clicked replace an end. Each field has the value of the greatest report that has
 * the field; only err, the times and the name of a status are never those of another status. The
 * status -3 is a mark: `record` has it if no report has another one. A report that is ambiguous is
 * less than others of its status.
 *
 * `record` becomes the record of all known fields, whose texts are those of the reports, not
 * copies; it may be NULL if it is not wanted. `merged` becomes the rest.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_TWO_ENCODINGS if `record` would have texts in two
 * encodings: convert them to UTF-8 with smsc_text_decode before, or pass NULL and read the texts from the
 * first `kept` reports. Returns SMSC_RESULT_VALUE if a report has a value that it cannot have;
 * SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
 */
int32_t smsc_merge(const struct smsc_record **reports,
                   size_t count,
                   struct smsc_record *record,
                   struct smsc_merged *merged);

/**
 * Sets the defaults of a configuration: the limits of the service, with room for other programs
 * of the same login. `has_push` is 1 if push notifications arrive in the same program: then
 * statuses are asked for once an hour, and before each move to the archive; else 0.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_VALUE, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_PLAN_CONFIG.
 */
int32_t smsc_plan_config_init(struct smsc_plan_config *config, int32_t has_push);

/**
 * Starts a plan without messages: it says which message to ask for, and when, within the limits
 * of the service (docs/polling.md). It makes no request and reads no clock: each function is told
 * the time `now_ms`, in milliseconds since the Unix epoch. A time before that of an earlier call
 * counts as the earlier one. A plan does not tell times after the year 2105 apart.
 *
 * `config` may be NULL: the defaults of smsc_plan_config_init. `slots` is the memory for `count`
 * messages, one slot for each; it may be uninitialised. The slots must stay where they are for as
 * long as the plan is used, and nothing else may access them. There is nothing to free.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `has_history` is neither 0 nor 1 or the
 * slots would be longer than PTRDIFF_MAX; SMSC_RESULT_NULL or SMSC_RESULT_SIZE_PLAN_CONFIG. After
 * any of these but SMSC_RESULT_OK, `plan` is not started, even if it was before.
 */
int32_t smsc_plan_begin(const struct smsc_plan_config *config,
                        struct smsc_plan_slot *slots,
                        size_t count,
                        uint64_t now_ms,
                        struct smsc_plan *plan);

/**
 * Continues a plan in a longer array of slots, such as one that `realloc` returned. The array must
 * start with the bytes of the present one.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if `count` is below the greatest number of
 * messages that were in the plan at once, or the slots would be longer than PTRDIFF_MAX;
 * SMSC_RESULT_NULL or SMSC_RESULT_STATE. After any of these but SMSC_RESULT_OK, the plan has its
 * present slots.
 */
int32_t smsc_plan_set_slots(struct smsc_plan *plan, struct smsc_plan_slot *slots, size_t count);

/**
 * Adds a message to a plan: `*key` becomes its key.
 *
 * Keep an array with as many items as there are slots, and put what you know about the message
 * (its id and its phone) at the index of the key: the plan has neither.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_PLAN_FULL if each slot has a message: wait until one
 * is at its end, or call smsc_plan_set_slots. Returns SMSC_RESULT_VALUE if `is_unanswered` is
 * neither 0 nor 1; SMSC_RESULT_NULL, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_PLAN_MESSAGE.
 */
int32_t smsc_plan_add(struct smsc_plan *plan,
                      const struct smsc_plan_message *message,
                      uint64_t now_ms,
                      struct smsc_plan_key *key);

/**
 * Removes a message from a plan.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the plan has no message with this
 * key; SMSC_RESULT_NULL or SMSC_RESULT_STATE.
 */
int32_t smsc_plan_remove(struct smsc_plan *plan, struct smsc_plan_key key);

/**
 * Looks for a message in a plan: `*has` becomes 1 if the plan has it, else 0. A message that is at
 * its end, lost or removed is not in the plan.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_STATE.
 */
int32_t smsc_plan_has(struct smsc_plan *plan, struct smsc_plan_key key, int32_t *has);

/**
 * Returns the state of a plan: the number of its messages, what the service refuses, and the next
 * move to the archive. The times are those of the last call that was told the time.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_NULL, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_PLAN_STATE.
 */
int32_t smsc_plan_get_state(struct smsc_plan *plan, struct smsc_plan_state *state);

/**
 * Returns the messages that may be moved to the archive before their end is seen: there is no
 * request for them any more before `next_move_ms` of the smsc_plan_state, or more are waiting than
 * can be asked for until then. Call it shortly before that time.
 *
 * Writes their keys to `keys`, an array of `keys_len`, and their number to `*count`. An array with
 * as many items as there are slots is always long enough. The function looks at every message.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if there are more than `keys_len`; `*count` is
 * their number then. Returns SMSC_RESULT_NULL, SMSC_RESULT_VALUE or SMSC_RESULT_STATE.
 */
int32_t smsc_plan_get_at_risk(struct smsc_plan *plan,
                              uint64_t now_ms,
                              struct smsc_plan_key *keys,
                              size_t keys_len,
                              size_t *count);

/**
 * Tells a plan the clock of the service: `date` is the header `Date` of a response that has just
 * arrived, in Unix seconds. The move to the archive is at 03:00 by that clock; before the first
 * call the plan allows for an error of five minutes.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_STATE.
 */
int32_t smsc_plan_set_server_date(struct smsc_plan *plan, uint64_t date, uint64_t now_ms);

/**
 * Tells a plan after a restart when the last status request and the last batch were made, in
 * milliseconds since the Unix epoch; 0 if there was none. Without this, the next batch may come
 * too soon, and is rejected with error 9.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_STATE.
 */
int32_t smsc_plan_set_last_requests(struct smsc_plan *plan, uint64_t last_request_ms, uint64_t last_batch_ms);

/**
 * Continues a plan with new credentials, after the service has refused others: `is_refused` of the
 * smsc_plan_state.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_NULL or SMSC_RESULT_STATE.
 */
int32_t smsc_plan_renew_credentials(struct smsc_plan *plan);

/**
 * Returns the next request to make. Call it again until it returns SMSC_RESULT_END: several
 * requests may be in work at once. Then wait until smsc_plan_next_wake.
 *
 * `ask` becomes the request. The keys of its messages are written to `keys`, an array of
 * `keys_len`. An array with as many items as there are slots is always long enough, and so is one
 * with as many as the greatest of `batch_size`, `history_size` and 2.
 *
 * Note in durable memory that the messages were asked for before you make the request, so that a
 * restart does not ask too soon.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if there is no request to make at this time, and
 * SMSC_RESULT_BUFFER, for no request, if the array is shorter than above. Returns
 * SMSC_RESULT_NULL, SMSC_RESULT_VALUE, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_PLAN_ASK.
 */
int32_t smsc_plan_poll(struct smsc_plan *plan,
                       uint64_t now_ms,
                       struct smsc_plan_key *keys,
                       size_t keys_len,
                       struct smsc_plan_ask *ask);

/**
 * Returns the time, in milliseconds since the Unix epoch, at which smsc_plan_poll is to be called
 * next. It may be earlier than the next request.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if there is no such time before a request ends, a
 * message is added or the credentials are renewed. Returns SMSC_RESULT_NULL or SMSC_RESULT_STATE.
 */
int32_t smsc_plan_next_wake(struct smsc_plan *plan, uint64_t *wake_ms);

/**
 * Ends a request that was answered.
 *
 * `answers` are the statuses of its messages, in any order; of a history, those that were found. A
 * message that is at its end leaves the plan. A message without an answer is asked for again, and
 * so is one whose answer is SMSC_STATUS_NOT_FOUND, or it is looked for in the history, or lost: see
 * docs/polling.md. An answer for a message that is not of this request is ignored.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the request has ended before; nothing
 * is done then. Returns SMSC_RESULT_NULL, SMSC_RESULT_VALUE, SMSC_RESULT_STATE or
 * SMSC_RESULT_SIZE_PLAN_ASK.
 */
int32_t smsc_plan_on_reply(struct smsc_plan *plan,
                           const struct smsc_plan_ask *ask,
                           const struct smsc_plan_answer *answers,
                           size_t count,
                           uint64_t now_ms);

/**
 * Notes a status that was learnt in another way, such as from a push notification. A message that
 * is at its end leaves the plan.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the message is not in the plan, such
 * as after a second notification of its end; SMSC_RESULT_NULL or SMSC_RESULT_STATE.
 */
int32_t smsc_plan_on_status(struct smsc_plan *plan,
                            struct smsc_plan_key key,
                            int32_t status,
                            uint64_t now_ms);

/**
 * Ends a request that failed. Its messages are asked for again after the time that
 * smsc_retry_advise advises, or a longer one if requests fail again and again.
 *
 * `failure` is a smsc_failure, and `code` the HTTP status of SMSC_FAILURE_HTTP_STATUS or the API
 * error of SMSC_FAILURE_REJECTED, else ignored. `random` is a uniformly random number, so that
 * programs do not continue all at once.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the request has ended before; nothing
 * is done then. Returns SMSC_RESULT_VALUE if the failure is none of its enum, the HTTP status is
 * not from 0 to 65535 or the API error is negative; SMSC_RESULT_NULL, SMSC_RESULT_STATE or
 * SMSC_RESULT_SIZE_PLAN_ASK.
 */
int32_t smsc_plan_on_failure(struct smsc_plan *plan,
                             const struct smsc_plan_ask *ask,
                             int32_t failure,
                             int32_t code,
                             uint32_t random,
                             uint64_t now_ms);

/**
 * Ends a request that was not made, which counts towards no limit. No request of its kind is made
 * for `wait_ms`.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_NOT_IN_PLAN if the request has ended before; nothing
 * is done then. Returns SMSC_RESULT_NULL, SMSC_RESULT_STATE or SMSC_RESULT_SIZE_PLAN_ASK.
 */
int32_t smsc_plan_on_unsent(struct smsc_plan *plan,
                            const struct smsc_plan_ask *ask,
                            uint64_t wait_ms,
                            uint64_t now_ms);

/**
 * Removes a message that is lost, and returns its key: the service does not find it any more, and
 * the history does not have it, so that its end will not be known. Call it after each
 * smsc_plan_on_reply until it returns SMSC_RESULT_END.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_END if no message is lost; SMSC_RESULT_NULL or
 * SMSC_RESULT_STATE.
 */
int32_t smsc_plan_next_lost(struct smsc_plan *plan, struct smsc_plan_key *key);

/**
 * Returns what to do after a request failed, by the table in docs/asking.md.
 *
 * **A message that may have been accepted is never advised to be sent again**: its status is
 * requested instead, and smsc_retry_after_status decides. The tries of one call are at most 3. A
 * limit on the retries of all calls together, for when the service is out of order, is yours.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_VALUE if a number of the attempt is none of its
 * enum, the HTTP status is not from 0 to 65535 or the API error is negative; SMSC_RESULT_NULL or
 * SMSC_RESULT_SIZE_….
 */
int32_t smsc_retry_advise(const struct smsc_attempt *attempt, struct smsc_advice *advice);

/**
 * Returns what to do about a message whose sending was not answered, or was answered by error 9,
 * after its status was requested.
 *
 * A message with several phones is found if one phone is found. The status is requested by the id,
 * so the id must belong to this message alone.
 *
 * Returns SMSC_RESULT_OK, SMSC_RESULT_VALUE, SMSC_RESULT_NULL or SMSC_RESULT_SIZE_….
 */
int32_t smsc_retry_after_status(const struct smsc_sending *sending, struct smsc_send_advice *advice);

/**
 * Returns the meaning of a result in English: a text in the library, with a NUL at the end; never
 * NULL.
 */
const char *smsc_result_describe(int32_t code);

/**
 * Describes an error in one line of English, such as `byte 38: invalid cost: expected a decimal
 * number with at most 4 fraction digits`. The line contains nothing of the reply.
 *
 * Writes the line to `buf`, which has `size` bytes, with a NUL at the end. `*len` becomes the
 * length without the NUL. A `size` of 256 is always enough.
 *
 * Returns SMSC_RESULT_OK. Returns SMSC_RESULT_BUFFER if `size` is not greater than the length;
 * `*len` is set then. Returns SMSC_RESULT_VALUE if no function has filled `error`,
 * SMSC_RESULT_NULL, SMSC_RESULT_SIZE_… or SMSC_RESULT_NO_TEXTS.
 */
int32_t smsc_error_describe(const struct smsc_error *error, char *buf, size_t size, size_t *len);

#endif  /* SMSC_PROTO_H */
