/* Wrong arguments of the functions for other replies, push notifications and advice, other than
 * NULL. */
#include "outputs.h"
#include <limits.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char sent_body[] = "{\"id\":1,\"cnt\":1}";
#define SENT sent_body, sizeof sent_body - 1

static const size_t huge = (size_t)PTRDIFF_MAX + 1;

/* Calls the parser of a call, and returns its result. */
static int32_t parse(int32_t parser, const smsc_request *request, const char *text, size_t len)
{
    prepare();
    switch (parser) {
    case SMSC_CALL_SEND: return smsc_parse_send(request, text, len, &out.sent, &out.api_error, &out.error);
    case SMSC_CALL_BALANCE: return smsc_parse_balance(request, text, len, &out.balance, &out.api_error, &out.error);
    case SMSC_CALL_OPERATOR: return smsc_parse_operator(request, text, len, &out.found, &out.api_error, &out.error);
    case SMSC_CALL_INCOMING: return smsc_parse_incoming(request, text, len, &out.list, &out.api_error, &out.error);
    default: return smsc_parse_statistics(request, text, len, &out.list, &out.api_error, &out.error);
    }
}

static void numbers_of_a_request(void)
{
    const int32_t parsers[] = {SMSC_CALL_SEND, SMSC_CALL_BALANCE, SMSC_CALL_OPERATOR, SMSC_CALL_INCOMING, SMSC_CALL_STATISTICS};
    const struct {
        size_t offset;
        int32_t last;
    } fields[] = {
        {offsetof(smsc_request, format), SMSC_FORMAT_JSON},
        {offsetof(smsc_request, charset), SMSC_CHARSET_UTF8},
        {offsetof(smsc_request, cost), 3},
    };
    for (size_t i = 0; i < COUNT(parsers); i++) {
        const smsc_request good = request_for(parsers[i]);
        for (size_t field = 0; field < COUNT(fields); field++) {
            const int32_t wrong[] = {INT32_MIN, -2, fields[field].last + 1, INT32_MAX};
            for (size_t at = 0; at < COUNT(wrong); at++) {
                smsc_request request = good;
                memcpy((char *)&request + fields[field].offset, &wrong[at], sizeof *wrong);
                /* Only the parser of a message that was sent looks at the cost. */
                const int is_looked_at = fields[field].offset != offsetof(smsc_request, cost) || parsers[i] == SMSC_CALL_SEND;
                CHECK_NUMBER(parse(parsers[i], &request, "", 0), is_looked_at ? SMSC_RESULT_VALUE : SMSC_RESULT_NOT_A_REPLY);
                CHECK(is_untouched());
            }
        }
        /* A request for any other call. */
        for (int32_t call = -1; call <= SMSC_CALL_SEND + 1; call++) {
            smsc_request request = good;
            request.call = call;
            CHECK_NUMBER(parse(parsers[i], &request, "", 0), call == parsers[i] ? SMSC_RESULT_NOT_A_REPLY : SMSC_RESULT_VALUE);
            CHECK(is_untouched());
        }
        CHECK_NUMBER(parse(parsers[i], &good, body, huge), SMSC_RESULT_VALUE);
        CHECK(is_untouched());
        smsc_request request = good;
        request.size--;
        CHECK_NUMBER(parse(parsers[i], &request, "", 0), SMSC_RESULT_SIZE_REQUEST);
        CHECK(is_untouched());
        request.size += 9;
        CHECK_NUMBER(parse(parsers[i], &request, "", 0), SMSC_RESULT_NOT_A_REPLY);
    }
    /* Incoming messages are known in fmt 3 alone. */
    smsc_request request = request_for(SMSC_CALL_INCOMING);
    for (request.format = SMSC_FORMAT_KEY_VALUE; request.format < SMSC_FORMAT_JSON; request.format++) {
        CHECK_NUMBER(parse(SMSC_CALL_INCOMING, &request, "[]", 2), SMSC_RESULT_VALUE);
        CHECK(is_untouched());
    }
}

static void sizes(void)
{
    const smsc_request send = request_for(SMSC_CALL_SEND), balance = request_for(SMSC_CALL_BALANCE);
    const smsc_request operator_ = request_for(SMSC_CALL_OPERATOR), incoming = request_for(SMSC_CALL_INCOMING);
    const smsc_request statistics = request_for(SMSC_CALL_STATISTICS);
    smsc_list rows;
    smsc_sent sent = {.size = sizeof sent};
    CHECK_NUMBER(smsc_parse_statistics(&statistics, "[{\"sms\":3}]", 11, &rows, NULL, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_parse_send(&send, SENT, &sent, NULL, NULL), SMSC_RESULT_OK);
    REJECTS_SIZE(SENT, out.sent, smsc_parse_send(&send, SENT, &out.sent, &out.api_error, &out.error));
    REJECTS_SIZE(API_ERROR, out.api_error, smsc_parse_send(&send, SENT, &out.sent, &out.api_error, &out.error));
    REJECTS_SIZE(ERROR, out.error, smsc_parse_send(&send, SENT, &out.sent, &out.api_error, &out.error));
    REJECTS_SIZE(BALANCE, out.balance, smsc_parse_balance(&balance, "{}", 2, &out.balance, &out.api_error, &out.error));
    REJECTS_SIZE(OPERATOR, out.found, smsc_parse_operator(&operator_, "{}", 2, &out.found, &out.api_error, &out.error));
    REJECTS_SIZE(ERROR, out.error, smsc_parse_incoming(&incoming, "[]", 2, &out.list, &out.api_error, &out.error));
    REJECTS_SIZE(API_ERROR, out.api_error, smsc_parse_statistics(&statistics, "[]", 2, &out.list, &out.api_error, &out.error));
    REJECTS_SIZE(INCOMING, out.incoming, smsc_list_next_incoming(&out.list, &out.incoming, &out.error));
    REJECTS_SIZE(ERROR, out.error, smsc_list_next_incoming(&out.list, &out.incoming, &out.error));
    REJECTS_SIZE(STATISTICS, out.statistics, smsc_list_next_statistics(&rows, &out.statistics, &out.error));
    REJECTS_SIZE(SENT_PHONE, out.sent_phone, smsc_list_next_phone(&sent.phones, &out.sent_phone, &out.error));
    const smsc_attempt attempt = {.size = sizeof attempt};
    const smsc_sending sending = {.size = sizeof sending};
    REJECTS_SIZE(ADVICE, out.advice, smsc_retry_advise(&attempt, &out.advice));
    REJECTS_SIZE(SEND_ADVICE, out.send_advice, smsc_retry_after_status(&sending, &out.send_advice));
    const smsc_attempt short_attempt = {.size = sizeof short_attempt - 1};
    const smsc_sending short_sending = {.size = 0};
    REJECTS(SIZE_ATTEMPT, smsc_retry_advise(&short_attempt, &out.advice));
    REJECTS(SIZE_SENDING, smsc_retry_after_status(&short_sending, &out.send_advice));

    /* A struct of a later header: its additional fields and its size stay unchanged. */
    struct {
        smsc_sent sent;
        uint64_t later;
    } longer = {.later = 0x5A5A};
    longer.sent.size = sizeof longer;
    CHECK_NUMBER(smsc_parse_send(&send, SENT, &longer.sent, NULL, NULL), SMSC_RESULT_OK);
    CHECK(longer.sent.size == sizeof longer && longer.sent.id == 1 && longer.later == 0x5A5A);
}

static void callbacks(void)
{
    char form[] = "phone=1&waitcall=1&ts=1&sha1=x";
    const size_t len = sizeof form - 1;
    const smsc_form_field field = {VIEW("waitcall"), VIEW("1")};
    smsc_callback_error *error = &out.callback_error;
    const int32_t wrong[] = {INT32_MIN, -1, 3, INT32_MAX};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        LEAVES_NOTHING(VALUE, smsc_callback_verify(form, len, wrong[i], 0, "zxc", 3, &callback, error));
        LEAVES_NOTHING(VALUE, smsc_callback_verify(form, len, 0, wrong[i], "zxc", 3, &callback, error));
        LEAVES_NOTHING(VALUE, smsc_callback_verify_fields(&field, 1, wrong[i], "zxc", 3, &callback, error));
        LEAVES_NOTHING(VALUE, smsc_callback_parse(form, len, wrong[i], 0, &callback, error));
        LEAVES_NOTHING(VALUE, smsc_callback_parse(form, len, 0, wrong[i], &callback, error));
        LEAVES_NOTHING(VALUE, smsc_callback_parse_fields(&field, 1, wrong[i], &callback, error));
    }
    LEAVES_NOTHING(VALUE, smsc_callback_verify(form, huge, 0, 0, "zxc", 3, &callback, error));
    LEAVES_NOTHING(VALUE, smsc_callback_verify(form, len, 0, 0, "zxc", huge, &callback, error));
    LEAVES_NOTHING(VALUE, smsc_callback_parse_fields(&field, huge, 0, &callback, error));
    LEAVES_NOTHING(VALUE, smsc_callback_parse_fields(&field, PTRDIFF_MAX / sizeof field + 1, 0, &callback, error));
    const smsc_form_field too_long = {VIEW("waitcall"), {"1", huge}};
    LEAVES_NOTHING(VALUE, smsc_callback_parse_fields(&too_long, 1, 0, &callback, error));

    /* A notification that is too small is not touched; a wrong error leaves it empty. */
    prepare();
    memset(&callback, 0xA5, sizeof callback);
    smsc_callback filled = callback;
    filled.size = callback.size = sizeof callback - 1;
    CHECK_NUMBER(smsc_callback_verify(form, len, 0, 0, "zxc", 3, &callback, error), SMSC_RESULT_SIZE_CALLBACK);
    CHECK_NUMBER(smsc_callback_parse(form, len, 0, 0, &callback, error), SMSC_RESULT_SIZE_CALLBACK);
    CHECK_NUMBER(smsc_callback_verify_fields(&field, 1, 0, "zxc", 3, &callback, error), SMSC_RESULT_SIZE_CALLBACK);
    CHECK_NUMBER(smsc_callback_parse_fields(&field, 1, 0, &callback, error), SMSC_RESULT_SIZE_CALLBACK);
    CHECK(memcmp(&callback, &filled, sizeof callback) == 0 && is_untouched());
    callback.size = sizeof callback;
    error->size--;
    CHECK_NUMBER(smsc_callback_verify(form, len, 0, 0, "zxc", 3, &callback, error), SMSC_RESULT_SIZE_CALLBACK_ERROR);
    CHECK(is_empty(&callback));

    /* A notification of a later header. */
    struct {
        smsc_callback callback;
        uint64_t later;
    } longer = {.later = 0x5A5A};
    longer.callback.size = sizeof longer;
    CHECK_NUMBER(smsc_callback_parse_fields(&field, 1, 0, &longer.callback, NULL), SMSC_RESULT_OK);
    CHECK(longer.callback.size == sizeof longer && longer.callback.kind == SMSC_CALLBACK_KIND_CALL && longer.later == 0x5A5A);
    CHECK_NUMBER(smsc_callback_verify_fields(&field, 1, 0, "zxc", 3, &longer.callback, NULL), SMSC_RESULT_CALLBACK_NO_SIGNATURE);
    CHECK(longer.callback.size == sizeof longer && longer.callback.kind == SMSC_CALLBACK_KIND_NONE && longer.later == 0x5A5A);

    /* Only results of a notification can be described. A field that the result cannot be about is
     * left out. */
    const int32_t others[] = {0, SMSC_RESULT_NULL, SMSC_RESULT_FIELD, 499, 516, 600};
    for (size_t i = 0; i < COUNT(others); i++) {
        const smsc_callback_error other = {.size = sizeof other, .code = others[i], .field = -1, .offset = -1};
        REJECTS(VALUE, smsc_callback_error_describe(&other, out.buf, sizeof out.buf, &out.len));
    }
    char message[256];
    size_t message_len = 0;
    const smsc_callback_error odd = {
        .size = sizeof odd, .code = SMSC_RESULT_CALLBACK_WRONG_SIGNATURE, .field = INT32_MAX, .offset = INT64_MIN};
    CHECK_NUMBER(smsc_callback_error_describe(&odd, message, sizeof message, &message_len), SMSC_RESULT_OK);
    CHECK_TEXT(message, "the signature is wrong");
    const smsc_callback_error short_error = {.size = sizeof short_error - 1, .code = SMSC_RESULT_CALLBACK_EMPTY};
    REJECTS(SIZE_CALLBACK_ERROR, smsc_callback_error_describe(&short_error, out.buf, sizeof out.buf, &out.len));
}

static void advice(void)
{
    const struct {
        size_t offset;
        int32_t last;
    } fields[] = {
        {offsetof(smsc_attempt, call), SMSC_RETRY_CALL_WAIT_CALL},
        {offsetof(smsc_attempt, failure), SMSC_FAILURE_REJECTED},
        {offsetof(smsc_attempt, has_next_host), 1},
        {offsetof(smsc_attempt, was_throttled), 1},
        {offsetof(smsc_attempt, was_blocked), 1},
    }, of_sending[] = {
        {offsetof(smsc_sending, answer), SMSC_STATUS_ANSWER_FAILED},
        {offsetof(smsc_sending, is_history_kept), 1},
        {offsetof(smsc_sending, was_sent_again), 1},
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        const int32_t wrong[] = {INT32_MIN, -1, fields[i].last + 1, INT32_MAX};
        for (size_t at = 0; at < COUNT(wrong); at++) {
            smsc_attempt attempt = {.size = sizeof attempt};
            memcpy((char *)&attempt + fields[i].offset, &wrong[at], sizeof *wrong);
            REJECTS(VALUE, smsc_retry_advise(&attempt, &out.advice));
        }
    }
    for (size_t i = 0; i < COUNT(of_sending); i++) {
        const int32_t wrong[] = {INT32_MIN, -1, of_sending[i].last + 1, INT32_MAX};
        for (size_t at = 0; at < COUNT(wrong); at++) {
            smsc_sending sending = {.size = sizeof sending};
            memcpy((char *)&sending + of_sending[i].offset, &wrong[at], sizeof *wrong);
            REJECTS(VALUE, smsc_retry_after_status(&sending, &out.send_advice));
        }
    }
    /* The code counts with two failures alone. */
    smsc_attempt attempt = {.size = sizeof attempt, .failure = SMSC_FAILURE_HTTP_STATUS, .code = 65536};
    REJECTS(VALUE, smsc_retry_advise(&attempt, &out.advice));
    attempt.code = -1;
    REJECTS(VALUE, smsc_retry_advise(&attempt, &out.advice));
    attempt.failure = SMSC_FAILURE_REJECTED;
    REJECTS(VALUE, smsc_retry_advise(&attempt, &out.advice));
    attempt.failure = SMSC_FAILURE_UNANSWERED;
    RETURNS(OK, smsc_retry_advise(&attempt, &out.advice));
    attempt.failure = SMSC_FAILURE_REJECTED;
    attempt.code = INT32_MAX;
    RETURNS(OK, smsc_retry_advise(&attempt, &out.advice));
    CHECK(out.advice.kind == SMSC_ADVICE_KIND_STOP && out.advice.code == INT32_MAX);
    attempt.failure = SMSC_FAILURE_HTTP_STATUS;
    attempt.code = 65535;
    RETURNS(OK, smsc_retry_advise(&attempt, &out.advice));
    CHECK(out.advice.kind == SMSC_ADVICE_KIND_RETRY && out.advice.code == -1);
}

int main(void)
{
    numbers_of_a_request();
    sizes();
    callbacks();
    advice();
    return failures == 0 ? 0 : 1;
}
