/*
 * Verifies the push notifications of the cases in testdata/callbacks, and prints what each says as
 * testdata/README.md describes:
 *
 *     callbacks <CASES
 *
 * A case is a line `FORMAT CHARSET SECRET BODY`, or `fields CHARSET SECRET NAME=VALUE…`: two numbers
 * of the header, and texts in hexadecimal. A secret starts with a `-`, and so do a body, a name and a
 * value. After the output for each case there is a line with a `.`.
 */
#include "callbacks.h"

static void print_name(int32_t table, int32_t number)
{
    smsc_view name = {NULL, 0};
    CHECK_NUMBER(smsc_code_name(table, number, SMSC_LANG_EN, &name), SMSC_RESULT_OK);
    print_utf8(name.ptr, name.len);
}

static void print_event(const smsc_callback *callback)
{
    print_key("kind");
    print_name(SMSC_TABLE_CALLBACK_KIND, callback->kind);
    print_key("event");
    if (callback->kind == SMSC_CALLBACK_KIND_STATUS) {
        CHECK(callback->record.size == sizeof callback->record && callback->phone.ptr == callback->record.phone.ptr);
        CHECK(callback->ts == callback->record.last_timestamp && callback->encoding == callback->record.encoding);
        print_record(&callback->record, 0);
        return;
    }
    CHECK_NUMBER(callback->record.status, INT32_MIN);
    begin_object();
    print_text_of("phone", callback->phone, callback->encoding);
    print_text_of("mes", callback->mes, callback->encoding);
    print_text_of("to", callback->to, callback->encoding);
    print_text_of("sms_id", callback->sms_id, callback->encoding);
    print_text_of("waitcall", callback->waitcall, callback->encoding);
    print_positive("ts", callback->ts);
    end_object();
}

static void print_verified(const smsc_callback *callback)
{
    CHECK_NUMBER(callback->is_verified, 1);
    print_key("verified");
    begin_object();
    print_key("algorithm");
    print_name(SMSC_TABLE_CALLBACK_ALGORITHM, callback->algorithm);
    print_key("covered");
    const char *before = "[";
    for (int32_t field = 0; field <= SMSC_CALLBACK_FIELD_CRC32; field++) {
        if (SMSC_CALLBACK_COVERS(*callback, field)) {
            printf("%s", before);
            print_name(SMSC_TABLE_CALLBACK_FIELD, field);
            before = ",";
        }
    }
    CHECK_NUMBER(callback->covered >> (SMSC_CALLBACK_FIELD_CRC32 + 1), 0);
    putchar(']');
    end_object();
}

static void print_error(const smsc_callback_error *error, int32_t result, size_t len)
{
    char message[256] = "";
    size_t message_len = 0;
    CHECK(result >= 500 && result < SMSC_RESULT_CALLBACK_REJECTED);
    CHECK_NUMBER(error->code, result);
    CHECK(error->offset >= -1 && error->offset <= (int64_t)len);
    CHECK((error->expected.ptr != NULL) == (result == SMSC_RESULT_CALLBACK_SYNTAX));
    CHECK_NUMBER(smsc_callback_error_describe(error, message, sizeof message, &message_len), SMSC_RESULT_OK);
    print_key("error");
    print_name(SMSC_TABLE_CALLBACK_ERROR, result);
    if (error->field != -1) {
        print_key("field");
        print_name(SMSC_TABLE_CALLBACK_FIELD, error->field);
    }
}

static void answer(const struct notification *notification)
{
    smsc_callback parsed = {.size = sizeof parsed}, verified = {.size = sizeof verified};
    smsc_callback_error error = {.size = sizeof error}, of_parsing = {.size = sizeof of_parsing};
    /* Two copies, because the texts of both are in them. */
    char *copy = allocate(notification->len), *other = allocate(notification->len);
    const int32_t is_parsed = read_it(notification, 0, copy, &parsed, &of_parsing);
    const int32_t result = read_it(notification, 1, other, &verified, &error);
    begin_object();
    if (is_parsed == SMSC_RESULT_OK) {
        CHECK(parsed.is_verified == 0 && parsed.covered == 0 && parsed.algorithm == SMSC_CALLBACK_ALGORITHM_NONE);
        print_event(&parsed);
    } else {
        CHECK(is_empty(&parsed));
        CHECK(is_parsed == result && of_parsing.field == error.field && of_parsing.offset == error.offset);
    }
    if (result == SMSC_RESULT_OK) {
        CHECK(verified.kind == parsed.kind && verified.ts == parsed.ts && verified.phone.len == parsed.phone.len);
        print_verified(&verified);
    } else {
        CHECK(is_empty(&verified));
        print_error(&error, result, notification->len);
    }
    end_object();
    free(copy);
    free(other);
}

int main(void)
{
    for (char *line = read_line(); line != NULL; line = read_line()) {
        struct notification notification = notification_of(line);
        answer(&notification);
        puts("\n.");
        free_notification(&notification);
        free(line);
    }
    return failures == 0 ? 0 : 1;
}
