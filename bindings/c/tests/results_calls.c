/* The results of the functions for other replies and for advice: a part of results.c. */
#include "results.h"

static smsc_request request_of(int32_t call, int32_t format)
{
    smsc_request request = {.size = sizeof request};
    CHECK_RESULT(smsc_request_init(&request, call), SMSC_RESULT_OK);
    request.format = format;
    return request;
}

/* Returns the error of a reply of send.php. */
static smsc_error error_of_sending(int32_t format, int32_t cost, const char *body, int32_t wanted)
{
    smsc_request request = request_of(SMSC_CALL_SEND, format);
    request.cost = cost;
    smsc_sent sent = {.size = sizeof sent};
    smsc_error error = no_error();
    CHECK_RESULT(smsc_parse_send(&request, body, strlen(body), &sent, NULL, &error), wanted);
    return error;
}

#define CHECK_SENDING(format, cost, body, NAME, ...) \
    CHECK_ERROR(error_of_sending((format), (cost), (body), SMSC_RESULT_##NAME), READING(NAME), .field = NO_FIELD, __VA_ARGS__)

/* A form that was never seen is not malformed, and has a result of its own. */
static void sending(void)
{
    CHECK_SENDING(1, 0, "1234,x", INVALID_VALUE, .name = "cnt", .offset = 5, .end = 6,
                  .message = "byte 5: invalid cnt: expected an integer from 0 to 2147483647");
    CHECK_SENDING(3, 0, "{\"cnt\": 1}", MISSING_KEY, .name = "id", .offset = 9, .end = 10,
                  .message = "byte 9: missing id: expected the id of a message that was sent");
    CHECK_SENDING(3, 1, "{\"id\": 7, \"cnt\": 1, \"cost\": \"1\"}", INVALID_VALUE, .name = "id", .offset = 7, .end = 32,
                  .message = "byte 7: invalid id: expected no id in the reply to a request for the price, which sends nothing");
    CHECK_SENDING(1, 2, "1234,1", FIELD_COUNT, .amount = 2, .offset = 6, .end = 6,
                  .message = "byte 6: expected 3 values: the id, the number of parts and the cost, found 2");
    CHECK_SENDING(2, 0, "<result><id>1</id></result>", UNSUPPORTED, .offset = 0, .end = 27,
                  .message = "byte 0: unsupported reply: expected an API error, the only reply of fmt 2 whose form is known");
    CHECK_SENDING(0, 0, "OK - 1 SMS, ID - 7, more", UNSUPPORTED, .offset = 18, .end = 24,
                  .message = "byte 18: unsupported reply: expected nothing after the id, the form that is known");
    const smsc_error no_reply = error_of_sending(3, 0, "<html>", SMSC_RESULT_NOT_A_REPLY);
    CHECK_ERROR(no_reply, .code = SMSC_RESULT_NOT_A_REPLY, .field = NO_FIELD, .body_kind = SMSC_BODY_KIND_MARKUP,
                .message = "byte 0: not an fmt=3 reply: the body looks like HTML or XML");
}

static void others(void)
{
    const smsc_request balance = request_of(SMSC_CALL_BALANCE, -1), operators = request_of(SMSC_CALL_OPERATOR, -1);
    const smsc_request incoming = request_of(SMSC_CALL_INCOMING, -1), statistics = request_of(SMSC_CALL_STATISTICS, 1);
    smsc_balance amount = {.size = sizeof amount};
    smsc_operator found = {.size = sizeof found};
    smsc_list list;
    smsc_incoming message = {.size = sizeof message};
    smsc_api_error api_error = {.size = sizeof api_error};
    smsc_error error = no_error();
    CHECK_RESULT(smsc_parse_balance(&balance, "{\"balance\":\"1,5\"}", 17, &amount, NULL, &error), SMSC_RESULT_INVALID_VALUE);
    CHECK_ERROR(error, READING(INVALID_VALUE), .field = NO_FIELD, .name = "balance", .offset = 11, .end = 17,
                .message = "byte 11: invalid balance: expected a decimal number");
    CHECK_RESULT(smsc_parse_operator(&operators, "[{\"operator\":\"A\"}]", 18, &found, NULL, &error), SMSC_RESULT_UNSUPPORTED);
    CHECK_ERROR(error, READING(UNSUPPORTED), .field = NO_FIELD, .offset = 0, .end = 18,
                .message = "byte 0: unsupported reply: expected the reply for one phone, the form that is known");
    CHECK_RESULT(smsc_parse_statistics(&statistics, "alex,12", 7, &list, NULL, &error), SMSC_RESULT_UNSUPPORTED);
    CHECK_ERROR(error, READING(UNSUPPORTED), .field = NO_FIELD, .offset = 0, .end = 7,
                .message = "byte 0: unsupported reply: expected an API error, or fmt 3, whose form is known");
    CHECK_RESULT(smsc_parse_incoming(&incoming, "{\"error\":\"no\",\"error_code\":2}", 29, &list, &api_error, NULL), SMSC_RESULT_REFUSED);
    CHECK(api_error.code == SMSC_API_ERROR_AUTHORISATION && api_error.id == 0);
    CHECK_VIEW(api_error.text, "no");
    /* The error is in the second object, and its offsets are from the start of the body. */
    static const char two[] = "[{\"id\":1,\"phone\":\"7\"}, {\"id\":2}]";
    CHECK_RESULT(smsc_parse_incoming(&incoming, two, sizeof two - 1, &list, NULL, NULL), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_list_next_incoming(&list, &message, &error), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_list_next_incoming(&list, &message, &error), SMSC_RESULT_MISSING_KEY);
    CHECK_ERROR(error, READING(MISSING_KEY), .field = NO_FIELD, .name = "phone", .offset = 30, .start = 23, .end = 31,
                .message = "byte 30: missing phone: expected the key `phone`");
    CHECK_RESULT(smsc_list_next_incoming(&list, &message, &error), SMSC_RESULT_END);
}

static void sizes(void)
{
    const smsc_request send = request_of(SMSC_CALL_SEND, -1), balance = request_of(SMSC_CALL_BALANCE, -1);
    const smsc_request operators = request_of(SMSC_CALL_OPERATOR, -1), incoming = request_of(SMSC_CALL_INCOMING, -1);
    const smsc_request statistics = request_of(SMSC_CALL_STATISTICS, -1);
    smsc_sent sent = {.size = 0};
    smsc_sent_phone phone = {.size = 0};
    smsc_balance amount = {.size = 0};
    smsc_operator found = {.size = 0};
    smsc_incoming message = {.size = 0};
    smsc_statistics row = {.size = 0};
    smsc_list list;
    CHECK_RESULT(smsc_parse_send(&send, "", 0, &sent, NULL, NULL), SMSC_RESULT_SIZE_SENT);
    CHECK_RESULT(smsc_parse_balance(&balance, "", 0, &amount, NULL, NULL), SMSC_RESULT_SIZE_BALANCE);
    CHECK_RESULT(smsc_parse_operator(&operators, "", 0, &found, NULL, NULL), SMSC_RESULT_SIZE_OPERATOR);
    sent.size = sizeof sent;
    CHECK_RESULT(smsc_parse_send(&send, "{\"id\":1,\"cnt\":1}", 16, &sent, NULL, NULL), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_list_next_phone(&sent.phones, &phone, NULL), SMSC_RESULT_SIZE_SENT_PHONE);
    CHECK_RESULT(smsc_parse_incoming(&incoming, "[]", 2, &list, NULL, NULL), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_list_next_incoming(&list, &message, NULL), SMSC_RESULT_SIZE_INCOMING);
    CHECK_RESULT(smsc_parse_statistics(&statistics, "[]", 2, &list, NULL, NULL), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_list_next_statistics(&list, &row, NULL), SMSC_RESULT_SIZE_STATISTICS);
}

static void advice(void)
{
    smsc_attempt attempt = {.size = sizeof attempt, .call = SMSC_RETRY_CALL_SEND, .failure = SMSC_FAILURE_UNANSWERED};
    smsc_advice advice = {.size = sizeof advice};
    smsc_sending sending = {.size = sizeof sending, .answer = SMSC_STATUS_ANSWER_NOT_FOUND};
    smsc_send_advice send_advice = {.size = sizeof send_advice};
    CHECK_RESULT(smsc_retry_advise(&attempt, &advice), SMSC_RESULT_OK);
    CHECK(advice.kind == SMSC_ADVICE_KIND_ASK_STATUS && advice.wait_ms == 1000 && advice.code == -1);
    CHECK_RESULT(smsc_retry_after_status(&sending, &send_advice), SMSC_RESULT_OK);
    CHECK(send_advice.kind == SMSC_SEND_ADVICE_KIND_ASK_AGAIN && send_advice.wait_ms == 61000);
    advice.size = send_advice.size = 0;
    CHECK_RESULT(smsc_retry_advise(&attempt, &advice), SMSC_RESULT_SIZE_ADVICE);
    CHECK_RESULT(smsc_retry_after_status(&sending, &send_advice), SMSC_RESULT_SIZE_SEND_ADVICE);
    attempt.size = sending.size = 0;
    CHECK_RESULT(smsc_retry_advise(&attempt, &advice), SMSC_RESULT_SIZE_ATTEMPT);
    CHECK_RESULT(smsc_retry_after_status(&sending, &send_advice), SMSC_RESULT_SIZE_SENDING);
}

static void merging(void)
{
    smsc_record one = {.size = sizeof one}, two = {.size = sizeof two}, record = {.size = sizeof record};
    smsc_merged merged = {.size = sizeof merged};
    const smsc_record *reports[] = {&one, &two};
    CHECK_RESULT(smsc_merge(NULL, 0, &record, &merged), SMSC_RESULT_OK);
    CHECK(record.status == SMSC_STATUS_NOT_FOUND && merged.kept == 0 && !merged.is_final && !merged.was_not_found);
    CHECK_RESULT(smsc_record_init(&one, SMSC_STATUS_DELIVERED), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_record_init(&two, SMSC_STATUS_WAITING), SMSC_RESULT_OK);
    one.message = (smsc_view){"\xc4\xe0", 2};
    one.encoding = SMSC_CHARSET_WINDOWS1251;
    two.comment = (smsc_view){"\xd0\x94", 2};
    two.encoding = SMSC_CHARSET_UTF8;
    CHECK_RESULT(smsc_merge(reports, 2, &record, &merged), SMSC_RESULT_TWO_ENCODINGS);
    CHECK_RESULT(smsc_merge(reports, 2, NULL, &merged), SMSC_RESULT_OK);
    CHECK(reports[0] == &one && merged.kept == 2 && merged.is_final);
    /* Texts of ASCII have no encoding of their own. */
    two.comment = (smsc_view){"a", 1};
    CHECK_RESULT(smsc_merge(reports, 2, &record, &merged), SMSC_RESULT_OK);
    CHECK(record.comment.ptr == two.comment.ptr && record.encoding == SMSC_CHARSET_WINDOWS1251);
    two.err = -5;
    CHECK_RESULT(smsc_merge(reports, 2, &record, &merged), SMSC_RESULT_VALUE);
    reports[1] = NULL;
    CHECK_RESULT(smsc_merge(reports, 2, &record, &merged), SMSC_RESULT_NULL);
    CHECK_RESULT(smsc_merge(NULL, 1, &record, &merged), SMSC_RESULT_NULL);
    one.size = 0;
    CHECK_RESULT(smsc_merge(reports, 1, &record, &merged), SMSC_RESULT_SIZE_RECORD);
    merged.size = 0;
    CHECK_RESULT(smsc_merge(reports, 1, &record, &merged), SMSC_RESULT_SIZE_MERGED);
}

void results_of_calls(void)
{
    sending();
    others();
    sizes();
    advice();
    merging();
}
