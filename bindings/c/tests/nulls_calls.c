/* The functions for other replies, push notifications and advice with each of their pointers NULL: as
 * nulls.c does for the others. */
#include "outputs.h"

static const smsc_view no_bytes = {NULL, 3};

/* Checks a parser of replies: `good` is a reply that it accepts. */
#define CHECK_PARSER(function, of_call, output, good)                                                          \
    do {                                                                                                       \
        const smsc_request request_ = request_for(of_call);                                                    \
        REJECTS(NULL, function(NULL, (good), sizeof(good) - 1, &(output), &out.api_error, &out.error));        \
        REJECTS(NULL, function(&request_, NULL, 3, &(output), &out.api_error, &out.error));                    \
        REJECTS(NULL, function(&request_, (good), sizeof(good) - 1, NULL, &out.api_error, &out.error));        \
        REJECTS(NOT_A_REPLY, function(&request_, NULL, 0, &(output), &out.api_error, &out.error));             \
        CHECK_NUMBER(out.error.body_kind, SMSC_BODY_KIND_EMPTY);                                               \
        REJECTS(NOT_A_REPLY, function(&request_, "", 0, &(output), NULL, NULL));                               \
        REJECTS(NOT_A_REPLY, function(&request_, " \n", 2, &(output), NULL, NULL));                            \
        REJECTS(REFUSED, function(&request_, "{\"error_code\":9}", 16, &(output), NULL, NULL));                \
        RETURNS(OK, function(&request_, (good), sizeof(good) - 1, &(output), NULL, NULL));                     \
    } while (0)

static void parsers(void)
{
    CHECK_PARSER(smsc_parse_send, SMSC_CALL_SEND, out.sent, "{\"id\":1,\"cnt\":1}");
    CHECK_PARSER(smsc_parse_balance, SMSC_CALL_BALANCE, out.balance, "{\"balance\":\"1\"}");
    CHECK_PARSER(smsc_parse_operator, SMSC_CALL_OPERATOR, out.found, "{\"operator\":\"A\"}");
    CHECK_PARSER(smsc_parse_incoming, SMSC_CALL_INCOMING, out.list, "[]");
    CHECK_PARSER(smsc_parse_statistics, SMSC_CALL_STATISTICS, out.list, "[]");
}

static void lists(void)
{
    const smsc_request statistics = request_for(SMSC_CALL_STATISTICS), send = request_for(SMSC_CALL_SEND);
    smsc_list rows;
    smsc_sent sent = {.size = sizeof sent};
    REJECTS(NULL, smsc_list_next_incoming(NULL, &out.incoming, &out.error));
    REJECTS(NULL, smsc_list_next_incoming(&out.list, NULL, &out.error));
    RETURNS(OK, smsc_list_next_incoming(&out.list, &out.incoming, NULL));
    CHECK_NUMBER(out.incoming.id, 5);

    CHECK_NUMBER(smsc_parse_statistics(&statistics, "[{\"sms\":3}]", 11, &rows, NULL, NULL), SMSC_RESULT_OK);
    REJECTS(NULL, smsc_list_next_statistics(NULL, &out.statistics, &out.error));
    REJECTS(NULL, smsc_list_next_statistics(&rows, NULL, &out.error));
    RETURNS(OK, smsc_list_next_statistics(&rows, &out.statistics, NULL));
    CHECK_NUMBER(out.statistics.count, 3);

    static const char body_of_phones[] = "{\"id\":1,\"cnt\":1,\"phones\":[{\"phone\":\"7\"}]}";
    CHECK_NUMBER(smsc_parse_send(&send, body_of_phones, sizeof body_of_phones - 1, &sent, NULL, NULL), SMSC_RESULT_OK);
    REJECTS(NULL, smsc_list_next_phone(NULL, &out.sent_phone, &out.error));
    REJECTS(NULL, smsc_list_next_phone(&sent.phones, NULL, &out.error));
    RETURNS(OK, smsc_list_next_phone(&sent.phones, &out.sent_phone, NULL));
    CHECK_VIEW(out.sent_phone.phone, "7");
}

static void amounts(void)
{
    int64_t amount = 7;
    REJECTS(NULL, smsc_amount_decode((smsc_view){NULL, 0}, &amount));
    REJECTS(NULL, smsc_amount_decode(no_bytes, &amount));
    REJECTS(NULL, smsc_amount_decode(VIEW("1"), NULL));
    CHECK_NUMBER(amount, 7);
}

static void callbacks(void)
{
    char form[] = "phone=1&waitcall=1&ts=1";
    const size_t len = sizeof form - 1;
    smsc_form_field fields[] = {{VIEW("phone"), VIEW("1")}, {VIEW("waitcall"), VIEW("1")}, {VIEW("ts"), VIEW("1")}};
    smsc_callback_error *error = &out.callback_error;
    LEAVES_NOTHING(NULL, smsc_callback_verify(NULL, 3, 0, 0, "zxc", 3, &callback, error));
    LEAVES_NOTHING(NULL, smsc_callback_verify(form, len, 0, 0, NULL, 3, &callback, error));
    REJECTS(NULL, smsc_callback_verify(form, len, 0, 0, "zxc", 3, NULL, error));
    LEAVES_NOTHING(CALLBACK_NO_SIGNATURE, smsc_callback_verify(form, len, 0, 0, "zxc", 3, &callback, NULL));
    LEAVES_NOTHING(CALLBACK_EMPTY, smsc_callback_verify(NULL, 0, 0, 0, "zxc", 3, &callback, error));
    LEAVES_NOTHING(CALLBACK_EMPTY_SECRET, smsc_callback_verify(form, len, 0, 0, NULL, 0, &callback, error));
    LEAVES_NOTHING(CALLBACK_EMPTY_SECRET, smsc_callback_verify(form, len, 0, 0, "", 0, &callback, error));

    LEAVES_NOTHING(NULL, smsc_callback_verify_fields(NULL, 3, 0, "zxc", 3, &callback, error));
    LEAVES_NOTHING(NULL, smsc_callback_verify_fields(fields, 3, 0, NULL, 3, &callback, error));
    REJECTS(NULL, smsc_callback_verify_fields(fields, 3, 0, "zxc", 3, NULL, error));
    LEAVES_NOTHING(CALLBACK_NO_SIGNATURE, smsc_callback_verify_fields(fields, 3, 0, "zxc", 3, &callback, NULL));
    LEAVES_NOTHING(CALLBACK_EMPTY, smsc_callback_verify_fields(NULL, 0, 0, "zxc", 3, &callback, error));
    LEAVES_NOTHING(CALLBACK_EMPTY_SECRET, smsc_callback_verify_fields(fields, 3, 0, NULL, 0, &callback, error));

    LEAVES_NOTHING(NULL, smsc_callback_parse(NULL, 3, 0, 0, &callback, error));
    REJECTS(NULL, smsc_callback_parse(form, len, 0, 0, NULL, error));
    LEAVES_NOTHING(CALLBACK_EMPTY, smsc_callback_parse(NULL, 0, 0, 0, &callback, NULL));
    RETURNS(OK, smsc_callback_parse(form, len, 0, 0, &callback, NULL));
    CHECK(callback.kind == SMSC_CALLBACK_KIND_CALL && callback.is_verified == 0 && callback.ts == 1);

    LEAVES_NOTHING(NULL, smsc_callback_parse_fields(NULL, 3, 0, &callback, error));
    REJECTS(NULL, smsc_callback_parse_fields(fields, 3, 0, NULL, error));
    LEAVES_NOTHING(CALLBACK_EMPTY, smsc_callback_parse_fields(NULL, 0, 0, &callback, NULL));
    RETURNS(OK, smsc_callback_parse_fields(fields, 3, 0, &callback, NULL));
    for (size_t i = 0; i < 3; i++) {
        const smsc_form_field field = fields[i];
        fields[i].name = no_bytes;
        LEAVES_NOTHING(NULL, smsc_callback_parse_fields(fields, 3, 0, &callback, error));
        LEAVES_NOTHING(NULL, smsc_callback_verify_fields(fields, 3, 0, "zxc", 3, &callback, error));
        fields[i] = field;
        fields[i].value = no_bytes;
        LEAVES_NOTHING(NULL, smsc_callback_parse_fields(fields, 3, 0, &callback, error));
        LEAVES_NOTHING(NULL, smsc_callback_verify_fields(fields, 3, 0, "zxc", 3, &callback, error));
        fields[i] = field;
    }

    smsc_callback_error wrong = {.size = sizeof wrong, .code = SMSC_RESULT_CALLBACK_NO_SIGNATURE, .field = -1, .offset = -1};
    REJECTS(NULL, smsc_callback_error_describe(NULL, out.buf, sizeof out.buf, &out.len));
    REJECTS(NULL, smsc_callback_error_describe(&wrong, NULL, 8, &out.len));
    REJECTS(NULL, smsc_callback_error_describe(&wrong, out.buf, sizeof out.buf, NULL));
    RETURNS(BUFFER, smsc_callback_error_describe(&wrong, NULL, 0, &out.len));
    wrong.expected = no_bytes;
    REJECTS(NULL, smsc_callback_error_describe(&wrong, out.buf, sizeof out.buf, &out.len));
}

static void advice(void)
{
    const smsc_attempt attempt = {.size = sizeof attempt};
    const smsc_sending sending = {.size = sizeof sending};
    REJECTS(NULL, smsc_retry_advise(NULL, &out.advice));
    REJECTS(NULL, smsc_retry_advise(&attempt, NULL));
    RETURNS(OK, smsc_retry_advise(&attempt, &out.advice));
    REJECTS(NULL, smsc_retry_after_status(NULL, &out.send_advice));
    REJECTS(NULL, smsc_retry_after_status(&sending, NULL));
    RETURNS(OK, smsc_retry_after_status(&sending, &out.send_advice));
}

static void merging(void)
{
    const smsc_record report = made_record();
    const smsc_record *reports[] = {&report}, *none[] = {NULL};
    smsc_merged merged = {.size = sizeof merged, .kept = 77};
    REJECTS(NULL, smsc_merge(NULL, 1, &out.record, &merged));
    REJECTS(NULL, smsc_merge(none, 1, &out.record, &merged));
    REJECTS(NULL, smsc_merge(reports, 1, &out.record, NULL));
    CHECK_NUMBER(merged.kept, 77);
    RETURNS(OK, smsc_merge(reports, 1, NULL, &merged));
    CHECK_NUMBER(merged.kept, 1);
}

int main(void)
{
    merging();
    parsers();
    lists();
    amounts();
    callbacks();
    advice();
    return failures == 0 ? 0 : 1;
}
