/* The results of requests that are wrong, and all fields of their errors. */
#include "results.h"

static char buf[4096];

/* The expected fields of an error. */
struct wanted_error {
    int32_t code;
    const char *parameter;
    int64_t item;
    size_t amount;
    const char *message;
};

static smsc_request request_of(int32_t call)
{
    smsc_request request = {.size = sizeof request};
    CHECK_RESULT(smsc_request_init(&request, call), SMSC_RESULT_OK);
    request.apikey = VIEW("k3y");
    return request;
}

typedef int32_t writer(const smsc_request *, char *, size_t, size_t *, smsc_request_error *);

static void check_request_error(writer *write, const smsc_request *request, const struct wanted_error *wanted)
{
    smsc_request_error error;
    memset(&error, 0xA5, sizeof error);
    error.size = sizeof error;
    memset(buf, 'x', sizeof buf);
    size_t len = 77;
    CHECK_RESULT(write(request, buf, sizeof buf, &len, &error), wanted->code);
    CHECK_NUMBER(write(request, buf, sizeof buf, &len, NULL), wanted->code);
    CHECK(len == 77 && buf[0] == 'x' && buf[sizeof buf - 1] == 'x');
    CHECK_NUMBER(error.code, wanted->code);
    CHECK_NUMBER(error.item, wanted->item);
    CHECK_NUMBER(error.amount, wanted->amount);
    check_bytes(error.parameter.ptr, error.parameter.len, wanted->parameter, strlen(wanted->parameter), "parameter", __FILE__, __LINE__);
    CHECK(error.expected.ptr != NULL && error.expected.len != 0);
    char message[256] = "";
#ifdef WITHOUT_TEXTS
    CHECK_RESULT(smsc_request_error_describe(&error, message, sizeof message, &len), SMSC_RESULT_NO_TEXTS);
#else
    CHECK_RESULT(smsc_request_error_describe(&error, message, sizeof message, &len), SMSC_RESULT_OK);
    CHECK_TEXT(message, wanted->message);
    CHECK_NUMBER(len, strlen(wanted->message));
    CHECK_NUMBER(smsc_request_error_describe(&error, message, len + 1, &len), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_request_error_describe(&error, message, len, &len), SMSC_RESULT_BUFFER);
#endif
}

#define CHECK_ERROR_OF(write, request, ...) check_request_error((write), (request), &(const struct wanted_error){__VA_ARGS__})

static void lists(void)
{
    enum { MOST = 4096 };
    smsc_requested *pairs = allocate((MOST + 1) * sizeof *pairs);
    for (uint32_t i = 0; i <= MOST; i++) {
        CHECK_NUMBER(smsc_requested_set(&pairs[i], i + 1, "79990000001", 11), SMSC_RESULT_OK);
    }
    smsc_request request = request_of(SMSC_CALL_STATUS);
    request.batch = 1;
    request.requested = pairs;
    request.requested_len = MOST + 1;
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_TOO_MANY, "id", -1, MOST,
                   "`id`: more than 4096 items: expected a part of the messages");
    request.requested_len = 200;
    CHECK_ERROR_OF(smsc_request_write_get_url, &request, SMSC_RESULT_REQUEST_URL_TOO_LONG, "GET", -1, 2000,
                   "`GET`: the URL is longer than 2000 characters: expected a POST, or fewer messages");
    CHECK_NUMBER(smsc_requested_set(&pairs[3], 2, "8 (999) 000-00-01", 17), SMSC_RESULT_OK);
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_REPEATED, "id", 3, 1,
                   "`id`, item 4: the same message as item 2: expected each message once");
    request.batch = 0;
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_INVALID, "id", -1, 0,
                   "`id`: invalid: expected one (id, phone) pair, or a batch");
    request.requested_len = 0;
    CHECK_ERROR_OF(smsc_request_write_url, &request, SMSC_RESULT_REQUEST_MISSING, "id", -1, 0,
                   "`id`: missing: expected at least one (id, phone) pair");
    free(pairs);
}

static void texts(void)
{
    smsc_phone phones[2];
    CHECK_RESULT(smsc_phone_set(&phones[0], "79990000001", 11), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_phone_set(&phones[1], "nobody", 6), SMSC_RESULT_OK);
    smsc_request request = request_of(SMSC_CALL_SEND);
    request.phones = phones;
    request.phones_len = 1;
    request.text = VIEW("ab\xe4\xb8\xad");
    request.charset = SMSC_CHARSET_KOI8_R;
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_CHARSET, "mes", -1, 2,
                   "`mes`: the character after the first 2 is not in the request's charset: expected characters of the "
                   "charset, or the charset utf-8");
    request.sender = VIEW("abcdefghijkl");
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_TOO_LONG, "sender", -1, 11,
                   "`sender`: longer than 11 characters: expected at most 11 characters, or 15 digits");
    request.sender = (smsc_view){NULL, 0};
    request.phones_len = 2;
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_INVALID, "phones", 1, 0,
                   "`phones`, item 2: invalid: expected phones, or groups such as `G5`");
    request.text = VIEW("\xff");
    CHECK_ERROR_OF(smsc_request_write_url, &request, SMSC_RESULT_REQUEST_INVALID, "mes", -1, 0,
                   "`mes`: invalid: expected a text in UTF-8");
    request.text_id = VIEW("order 77");
    request.text = VIEW("hi");
    const char expected_id[] = "`id`: invalid: expected a number from 1 to 2147483647, or 1 to 40 Latin letters, digits, dots, "
                               "hyphens and underscores";
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_INVALID, "id", -1, 0, expected_id);
    request.text_id = VIEW("order-77");
    request.id = 77;
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_INVALID, "id", -1, 0, expected_id);
    request.text_id = (smsc_view){NULL, 0};
    request.id = (uint32_t)INT32_MAX + 1;
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_INVALID, "id", -1, 0, expected_id);
    request.format = SMSC_FORMAT_XML;
    request.id = 0;
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_UNSUPPORTED, "fmt", -1, 0,
                   "`fmt`: not supported: expected fmt 0, 1 or 3: the fmt 2 reply to a sent message is not known");
}

/* Values that a struct of C can hold, and a request cannot. */
static void values(void)
{
    smsc_request request = request_of(SMSC_CALL_STATISTICS);
    request.start = (smsc_date){2026, 2, 29};
    CHECK_ERROR_OF(smsc_request_write_url, &request, SMSC_RESULT_REQUEST_INVALID, "start", -1, 0,
                   "`start`: invalid: expected a day of the years 2000 to 9999");
    request.start = (smsc_date){2026 + 65536, 2, 1};
    CHECK_ERROR_OF(smsc_request_write_url, &request, SMSC_RESULT_REQUEST_INVALID, "start", -1, 0,
                   "`start`: invalid: expected a day of the years 2000 to 9999");
    request.start = (smsc_date){2026, 2, 257};
    CHECK_ERROR_OF(smsc_request_write_url, &request, SMSC_RESULT_REQUEST_INVALID, "start", -1, 0,
                   "`start`: invalid: expected a day of the years 2000 to 9999");
    request.start = (smsc_date){2026, 2, 1};
    CHECK_ERROR_OF(smsc_request_write_url, &request, SMSC_RESULT_REQUEST_MISSING, "end", -1, 0, "`end`: missing: expected a day");
    request.end = request.start;
    request.format = SMSC_FORMAT_VALUES;
    CHECK_ERROR_OF(smsc_request_write_url, &request, SMSC_RESULT_REQUEST_UNSUPPORTED, "fmt", -1, 0,
                   "`fmt`: not supported: expected fmt 3, whose reply is known");
    request.call = SMSC_CALL_HISTORY;
    request.format = SMSC_FORMAT_JSON;
    request.prev_id = -2;
    CHECK_ERROR_OF(smsc_request_write_url, &request, SMSC_RESULT_REQUEST_INVALID, "prev_id", -1, 0,
                   "`prev_id`: invalid: expected the `int_id` of a message");
    request.prev_id = -1;
    const int32_t wrong[] = {INT32_MIN, -2, 0, 1001, 65537, INT32_MAX};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        request.cnt = wrong[i];
        CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_INVALID, "cnt", -1, 0,
                       "`cnt`: invalid: expected a number from 1 to 1000");
    }
    request = request_of(SMSC_CALL_BALANCE);
    request.psw = VIEW("s3cret");
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_INVALID, "apikey", -1, 0,
                   "`apikey`: invalid: expected a key alone, or a login with a password");
    request.apikey = (smsc_view){NULL, 0};
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_MISSING, "login", -1, 0,
                   "`login`: missing: expected the login of the account");
    request.psw = (smsc_view){NULL, 0};
    CHECK_ERROR_OF(smsc_request_write_body, &request, SMSC_RESULT_REQUEST_MISSING, "apikey", -1, 0,
                   "`apikey`: missing: expected a key of the account, or a login with a password");
    request.host = VIEW("user@evil.example/?");
    CHECK_ERROR_OF(smsc_request_write_url, &request, SMSC_RESULT_REQUEST_INVALID, "host", -1, 0,
                   "`host`: invalid: expected a host name with an optional port, without a scheme or a path");
}

void results_of_requesting(void)
{
    lists();
    texts();
    values();
    smsc_request request = {.size = 0};
    smsc_request_error error = {.size = 0};
    size_t len = 0;
    CHECK_RESULT(smsc_request_init(&request, SMSC_CALL_SEND), SMSC_RESULT_SIZE_REQUEST);
    request = request_of(SMSC_CALL_BALANCE);
    CHECK_RESULT(smsc_request_write_url(&request, buf, sizeof buf, &len, &error), SMSC_RESULT_SIZE_REQUEST_ERROR);
}
