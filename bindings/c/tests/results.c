/*
 * Causes every smsc_result that a function can return, checks all fields of the error, and prints
 * the numbers of the results, one on each line. The compiler rejects this file if smsc_result has a
 * member that is missing here.
 */
#include "results.h"

#define LAST 600

static char was_returned[LAST];

static int is_known(int32_t code)
{
    switch ((smsc_result)code) {
    case SMSC_RESULT_OK: case SMSC_RESULT_END: case SMSC_RESULT_NEED_MORE: case SMSC_RESULT_DELETED: case SMSC_RESULT_REFUSED:
    case SMSC_RESULT_UNEXPECTED: case SMSC_RESULT_NO_NAME:
    case SMSC_RESULT_NULL: case SMSC_RESULT_VALUE: case SMSC_RESULT_STATE: case SMSC_RESULT_UTF8:
    case SMSC_RESULT_BUFFER: case SMSC_RESULT_NO_TEXTS: case SMSC_RESULT_SIZE_QUERY: case SMSC_RESULT_SIZE_RECORD:
    case SMSC_RESULT_SIZE_API_ERROR: case SMSC_RESULT_SIZE_ERROR: case SMSC_RESULT_SIZE_FLAG: case SMSC_RESULT_SIZE_OUTCOME:
    case SMSC_RESULT_SIZE_QUESTION:
    case SMSC_RESULT_NOT_A_REPLY: case SMSC_RESULT_FIELD: case SMSC_RESULT_FIELD_COUNT: case SMSC_RESULT_LABEL: case SMSC_RESULT_SYNTAX:
    case SMSC_RESULT_NOT_A_RECORD: case SMSC_RESULT_NO_STATUS: case SMSC_RESULT_TRAILING_BYTES: case SMSC_RESULT_API_ERROR:
    case SMSC_RESULT_OUTSIDE_RECORD: case SMSC_RESULT_NO_END: case SMSC_RESULT_TOO_LONG: case SMSC_RESULT_MALFORMED:
    case SMSC_RESULT_CHARACTER: case SMSC_RESULT_FORBIDDEN: case SMSC_RESULT_LINE_BREAK: case SMSC_RESULT_COMMA:
    case SMSC_RESULT_AMBIGUOUS: case SMSC_RESULT_LABEL_IN_TEXT: case SMSC_RESULT_NO_PLACE: case SMSC_RESULT_ABSENT:
    case SMSC_RESULT_MISREAD: case SMSC_RESULT_UNREADABLE: case SMSC_RESULT_RANGE: case SMSC_RESULT_WRITE_TOO_LONG:
    case SMSC_RESULT_EMPTY_BATCH: case SMSC_RESULT_NOT_A_BATCH: case SMSC_RESULT_UNWRITABLE:
    case SMSC_RESULT_SIZE_REQUEST: case SMSC_RESULT_SIZE_REQUEST_ERROR: case SMSC_RESULT_REQUEST_MISSING:
    case SMSC_RESULT_REQUEST_INVALID: case SMSC_RESULT_REQUEST_TOO_LONG: case SMSC_RESULT_REQUEST_TOO_MANY:
    case SMSC_RESULT_REQUEST_REPEATED: case SMSC_RESULT_REQUEST_CHARSET: case SMSC_RESULT_REQUEST_UNSUPPORTED:
    case SMSC_RESULT_REQUEST_URL_TOO_LONG: case SMSC_RESULT_REQUEST_UNWRITABLE:
    case SMSC_RESULT_INVALID_VALUE: case SMSC_RESULT_MISSING_KEY: case SMSC_RESULT_UNSUPPORTED: case SMSC_RESULT_SIZE_SENT:
    case SMSC_RESULT_SIZE_SENT_PHONE: case SMSC_RESULT_SIZE_BALANCE: case SMSC_RESULT_SIZE_OPERATOR:
    case SMSC_RESULT_SIZE_INCOMING: case SMSC_RESULT_SIZE_STATISTICS: case SMSC_RESULT_SIZE_CALLBACK:
    case SMSC_RESULT_SIZE_CALLBACK_ERROR: case SMSC_RESULT_SIZE_ATTEMPT: case SMSC_RESULT_SIZE_ADVICE:
    case SMSC_RESULT_SIZE_SENDING: case SMSC_RESULT_SIZE_SEND_ADVICE: case SMSC_RESULT_CALLBACK_EMPTY:
    case SMSC_RESULT_SIZE_MERGED: case SMSC_RESULT_TWO_ENCODINGS: case SMSC_RESULT_NOT_IN_PLAN:
    case SMSC_RESULT_SIZE_PLAN_CONFIG: case SMSC_RESULT_SIZE_PLAN_MESSAGE: case SMSC_RESULT_SIZE_PLAN_ASK:
    case SMSC_RESULT_SIZE_PLAN_STATE: case SMSC_RESULT_PLAN_FULL:
    case SMSC_RESULT_CALLBACK_SYNTAX: case SMSC_RESULT_CALLBACK_NOT_FLAT: case SMSC_RESULT_CALLBACK_NOT_IN_CHARSET:
    case SMSC_RESULT_CALLBACK_REPEATED: case SMSC_RESULT_CALLBACK_NOT_A_NOTIFICATION:
    case SMSC_RESULT_CALLBACK_SEVERAL_KINDS: case SMSC_RESULT_CALLBACK_FIELD: case SMSC_RESULT_CALLBACK_EMPTY_SECRET:
    case SMSC_RESULT_CALLBACK_NO_SIGNATURE: case SMSC_RESULT_CALLBACK_CRC32: case SMSC_RESULT_CALLBACK_MISSING:
    case SMSC_RESULT_CALLBACK_COLON: case SMSC_RESULT_CALLBACK_OTHER_KIND: case SMSC_RESULT_CALLBACK_SIGNATURE_FORM:
    case SMSC_RESULT_CALLBACK_WRONG_SIGNATURE: case SMSC_RESULT_CALLBACK_REJECTED:
        return 1;
    }
    return 0;
}

void note_result(int32_t result)
{
    CHECK(is_known(result));
    if (result >= 0 && result < LAST) {
        was_returned[result] = 1;
    }
}

void check_result(int32_t result, int32_t wanted, const char *what, const char *file, int line)
{
    check_number(result, wanted, what, file, line);
    note_result(result);
}

void check_error(smsc_error error, const struct wanted *wanted, const char *file, int line)
{
    char message[256] = "";
    size_t len = 0;
    check_number(error.code, wanted->code, "code", file, line);
    check_number(error.field, wanted->field, "field", file, line);
    check_number(error.body_kind, wanted->body_kind, "body_kind", file, line);
    check_number((long long)error.offset, (long long)wanted->offset, "offset", file, line);
    check_number((long long)error.start, (long long)wanted->start, "start", file, line);
    check_number((long long)error.end, (long long)wanted->end, "end", file, line);
    check_number((long long)error.amount, (long long)wanted->amount, "amount", file, line);
    check_that((error.name.ptr == NULL) == (wanted->name == NULL), "whether there is a name", file, line);
    if (wanted->name != NULL) {
        check_bytes(error.name.ptr, error.name.len, wanted->name, strlen(wanted->name), "name", file, line);
    }
#ifdef WITHOUT_TEXTS
    check_result(smsc_error_describe(&error, message, sizeof message, &len), SMSC_RESULT_NO_TEXTS, "message", file, line);
#else
    check_number(smsc_error_describe(&error, message, sizeof message, &len), SMSC_RESULT_OK, "the result of the message", file, line);
    check_bytes(message, len, wanted->message, strlen(wanted->message), "the message", file, line);
    check_that(message[len] == '\0', "the message ends with a NUL", file, line);
    /* A buffer that is exactly long enough, and one that is one byte too short. */
    size_t again = 0;
    check_number(smsc_error_describe(&error, message, len + 1, &again), SMSC_RESULT_OK, "an exact fit", file, line);
    check_number(smsc_error_describe(&error, message, len, &again), SMSC_RESULT_BUFFER, "one byte too short", file, line);
    check_number((long long)again, (long long)len, "the length that is needed", file, line);
#endif
}

/* Each result has its own text, and all other numbers have one text. */
static void texts_of_results(void)
{
    const char *unknown = smsc_result_describe(-1);
    for (int32_t code = -2; code <= LAST; code++) {
        const char *text = smsc_result_describe(code);
        CHECK(text != NULL && *text != '\0');
#ifndef WITHOUT_TEXTS
        CHECK((strcmp(text, unknown) != 0) == is_known(code));
        for (int32_t other = 0; other < code && is_known(code); other++) {
            CHECK(strcmp(text, smsc_result_describe(other)) != 0);
        }
#endif
    }
    CHECK(strcmp(smsc_result_describe(INT32_MIN), unknown) == 0 && strcmp(smsc_result_describe(INT32_MAX), unknown) == 0);
}

/* Results that are no failures, and those for wrong arguments. nulls.c and refused.c test each
 * argument. */
static void results_of_calling(void)
{
    const smsc_query query = query_of(SMSC_FORMAT_VALUES);
    smsc_query batch = query;
    batch.batch = 1;
    smsc_reader reader;
    smsc_chunk_reader chunks;
    smsc_record record = {.size = sizeof record};
    smsc_api_error api_error = {.size = sizeof api_error};
    smsc_requested pair;
    smsc_view name;
    smsc_outcome outcome = {.size = sizeof outcome};
    smsc_question question = {.size = sizeof question};
    const int32_t status = 1;
    CHECK_RESULT(smsc_question_init(&question, SMSC_QUESTION_KIND_CLICKSEND), SMSC_RESULT_OK);
    question.text = (smsc_view){"Queued", 6};
    size_t len = 0, next = 0;
    int32_t same = 0;
    CHECK_RESULT(smsc_reader_begin(&query, "1,1760080210,0", 14, &reader, NULL, NULL), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_END);
    CHECK_RESULT(smsc_reader_begin(&query, "OK", 2, &reader, NULL, NULL), SMSC_RESULT_DELETED);
    CHECK_RESULT(smsc_reader_begin(&query, "0,-9", 4, &reader, &api_error, NULL), SMSC_RESULT_REFUSED);
    CHECK(api_error.code == SMSC_API_ERROR_TOO_MANY_REQUESTS && api_error.id == 0 && api_error.text.ptr == NULL);
    CHECK(api_error.text_id.ptr == NULL);
    CHECK_RESULT(smsc_reader_begin(&query, "101,-6", 6, &reader, &api_error, NULL), SMSC_RESULT_REFUSED);
    CHECK(api_error.code == 6 && api_error.id == 101 && api_error.text_id.ptr == NULL);
    CHECK_RESULT(smsc_reader_begin(&query, "order-77,-6", 11, &reader, &api_error, NULL), SMSC_RESULT_REFUSED);
    CHECK(api_error.code == 6 && api_error.id == 0);
    CHECK_VIEW(api_error.text_id, "order-77");
    CHECK_RESULT(smsc_chunk_reader_begin(&batch, 0, &chunks, NULL), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_chunk_reader_next(&chunks, "1,17600", 7, 0, &len, &record, NULL, NULL), SMSC_RESULT_NEED_MORE);
    CHECK_RESULT(smsc_requested_set(&pair, 102, "7", 1), SMSC_RESULT_OK);
    const smsc_query with_pair = query_with(&pair, 1);
    CHECK_RESULT(smsc_record_init(&record, 1), SMSC_RESULT_OK);
    record.id = 101;
    CHECK_RESULT(smsc_requested_match(&with_pair, &next, &record, &len), SMSC_RESULT_UNEXPECTED);
#ifdef WITHOUT_TEXTS
    CHECK_RESULT(smsc_code_name(SMSC_TABLE_STATUS, 1, SMSC_LANG_EN, &name), SMSC_RESULT_NO_TEXTS);
    CHECK_RESULT(smsc_code_at(SMSC_TABLE_STATUS, 0, &record.status, &name), SMSC_RESULT_NO_TEXTS);
    CHECK_RESULT(smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &outcome), SMSC_RESULT_NO_TEXTS);
    CHECK_RESULT(smsc_outcome_lookup_codes(20, 1, -1, SMSC_LANG_EN, &outcome), SMSC_RESULT_NO_TEXTS);
    CHECK_RESULT(smsc_outcome_lookup_api_error(9, SMSC_ENDPOINT_SEND, SMSC_LANG_EN, &outcome), SMSC_RESULT_NO_TEXTS);
    CHECK_RESULT(smsc_outcome_explain(&question, 0, SMSC_LANG_EN, &outcome), SMSC_RESULT_NO_TEXTS);
    CHECK_RESULT(smsc_outcome_lookup_story(&status, NULL, 1, 0, -1, SMSC_LANG_EN, &outcome), SMSC_RESULT_NO_TEXTS);
#else
    CHECK_RESULT(smsc_code_name(SMSC_TABLE_STATUS, 77, SMSC_LANG_EN, &name), SMSC_RESULT_NO_NAME);
    CHECK_RESULT(smsc_outcome_explain(&question, 1, SMSC_LANG_EN, &outcome), SMSC_RESULT_END);
    CHECK_RESULT(smsc_outcome_lookup_story(&status, NULL, 1, 1, -1, SMSC_LANG_EN, &outcome), SMSC_RESULT_END);
    question.text = (smsc_view){"\xff", 1};
    CHECK_RESULT(smsc_outcome_explain(&question, 0, SMSC_LANG_EN, &outcome), SMSC_RESULT_UTF8);
#endif
    CHECK_RESULT(smsc_reader_next(NULL, &record, NULL), SMSC_RESULT_NULL);
    CHECK_RESULT(smsc_requested_set(&pair, 0, "7", 1), SMSC_RESULT_VALUE);
    CHECK_RESULT(smsc_requested_set_text(&pair, "order-77", 8, "7", 1), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_requested_set_text(&pair, "order 77", 8, "7", 1), SMSC_RESULT_VALUE);
    CHECK_RESULT(smsc_phone_is_same("7", 1, "\xff", 1, &same), SMSC_RESULT_UTF8);
    CHECK_RESULT(smsc_record_looks_like_utf8(&record, &same), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_text_looks_like_utf8(VIEW("abc"), SMSC_CHARSET_UTF8, &same), SMSC_RESULT_OK);
    record.size = 0;
    CHECK_RESULT(smsc_record_init(&record, 1), SMSC_RESULT_SIZE_RECORD);
    smsc_query short_query = {.size = 0}, guess = {.size = sizeof guess};
    smsc_api_error short_api_error = {.size = 0};
    smsc_error short_error = {.size = 0};
    smsc_flag short_flag = {.size = 0};
    CHECK_RESULT(smsc_chunk_reader_begin(&short_query, 0, &chunks, NULL), SMSC_RESULT_SIZE_QUERY);
    CHECK_RESULT(smsc_reader_begin(&query, "", 0, &reader, &short_api_error, NULL), SMSC_RESULT_SIZE_API_ERROR);
    CHECK_RESULT(smsc_reader_begin(&query, "", 0, &reader, NULL, &short_error), SMSC_RESULT_SIZE_ERROR);
    CHECK_RESULT(smsc_flag_decode(1, &short_flag), SMSC_RESULT_SIZE_FLAG);
    CHECK_RESULT(smsc_query_guess(&query, "", 0, 0, &guess), SMSC_RESULT_END);
#ifndef WITHOUT_TEXTS
    question.size = 0;
    CHECK_RESULT(smsc_outcome_explain(&question, 0, SMSC_LANG_EN, &outcome), SMSC_RESULT_SIZE_QUESTION);
    outcome.size = 0;
    CHECK_RESULT(smsc_outcome_lookup_codes(20, 1, -1, SMSC_LANG_EN, &outcome), SMSC_RESULT_SIZE_OUTCOME);
#endif
    memset(&reader, 0, sizeof reader);
    record.size = sizeof record;
    CHECK_RESULT(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_STATE);
    CHECK_RESULT(smsc_requested_set(&pair, 101, "\xff", 1), SMSC_RESULT_UTF8);
    CHECK_RESULT(smsc_text_decode(VIEW("abc"), SMSC_CHARSET_UTF8, NULL, 0, &len), SMSC_RESULT_BUFFER);
}

/* Returns the error of a body that is not a reply, or of its last item that cannot be parsed. */
static smsc_error error_of(int32_t format, int32_t all, int32_t batch, const char *body)
{
    smsc_query query = query_of(format);
    query.all = all;
    query.batch = batch;
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    smsc_error error = no_error(), last = no_error();
    int32_t result = smsc_reader_begin(&query, body, strlen(body), &reader, NULL, &error);
    if (result != SMSC_RESULT_OK) {
        note_result(result);
        CHECK_NUMBER(result, error.code);
        return error;
    }
    while ((result = smsc_reader_next(&reader, &record, &error)) != SMSC_RESULT_END) {
        if (result != SMSC_RESULT_OK) {
            note_result(result);
            CHECK_NUMBER(result, error.code);
            last = error;
        }
    }
    return last;
}

static void no_replies(void)
{
    const struct {
        int32_t format;
        const char *body;
        struct wanted wanted;
    } bodies[] = {
        {1, "", {.body_kind = SMSC_BODY_KIND_EMPTY, .message = "byte 0: not an fmt=1 reply: the body is empty"}},
        {1, "<html>", {.body_kind = SMSC_BODY_KIND_MARKUP, .message = "byte 0: not an fmt=1 reply: the body looks like HTML or XML"}},
        {1, "{\"status\": 1}", {.body_kind = SMSC_BODY_KIND_JSON, .message = "byte 0: not an fmt=1 reply: the body looks like JSON"}},
        {1, "Status = 1", {.body_kind = SMSC_BODY_KIND_KEY_VALUE, .message = "byte 0: not an fmt=1 reply: the body looks like fmt 0"}},
        {0, "1,1760080210,0", {.body_kind = SMSC_BODY_KIND_VALUES, .message = "byte 0: not an fmt=0 reply: the body looks like fmt 1"}},
        {1, "replies/2025.txt\n", {.body_kind = SMSC_BODY_KIND_FILE_NAME,
                                   .message = "byte 0: not an fmt=1 reply: the body looks like the name of a file, so pass the contents "
                                              "of the file"}},
        /* Those of send.php are an id and a number (R49b). */
        {1, "1234,1", {.body_kind = SMSC_BODY_KIND_SEND_REPLY,
                       .message = "byte 0: not an fmt=1 reply: the body looks like a reply of send.php, so request the status of the "
                                  "id in it"}},
        {2, "hello", {.body_kind = SMSC_BODY_KIND_TEXT, .message = "byte 0: not an fmt=2 reply: the body is some other text"}},
        /* A byte order mark is skipped, and offsets count it (R50). */
        {3, "\xef\xbb\xbfhello", {.body_kind = SMSC_BODY_KIND_TEXT, .offset = 3, .start = 3, .end = 3,
                                   .message = "byte 3: not an fmt=3 reply: the body is some other text"}},
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        const smsc_error error = error_of(bodies[i].format, 0, 0, bodies[i].body);
        struct wanted wanted = bodies[i].wanted;
        wanted.code = SMSC_RESULT_NOT_A_REPLY;
        wanted.field = NO_FIELD;
        check_error(error, &wanted, __FILE__, __LINE__);
    }
}

static void results_of_reading(void)
{
    no_replies();
    CHECK_ERROR(error_of(1, 1, 0, "1,1760080210,0,1760080202,79990000020,free,GLOBUS,Delivered,hi,,0"), READING(FIELD),
                .field = SMSC_FIELD_COST, .offset = 38, .start = 0, .end = 65,
                .message = "byte 38: invalid cost: expected a decimal number with at most 4 fraction digits");
    /* The error is in the second line, and its offsets are from the start of the body (R48). */
    CHECK_ERROR(error_of(1, 0, 1, "1,1,0,101,7\n1,x,0,102,7\n1,1,0,103,7"), READING(FIELD), .field = SMSC_FIELD_LAST_TIMESTAMP,
                .offset = 14, .start = 12, .end = 23,
                .message = "byte 14: invalid last_timestamp: expected Unix seconds from 0 to 2^40, or nothing");
    CHECK_ERROR(error_of(1, 0, 0, "1,1760080210,0,0"), READING(FIELD_COUNT), .field = NO_FIELD, .offset = 16, .end = 16, .amount = 4,
                .message = "byte 16: expected 2 or 3 fields (5 are a line of a batch), found 4");
    CHECK_ERROR(error_of(0, 0, 0, "Status = 1, check_time = 10.10.2025 10:10:10, Status = 1"), READING(LABEL), .field = NO_FIELD,
                .offset = 46, .end = 56, .message = "byte 46: unexpected key: expected keys in order, each at most once");
    CHECK_ERROR(error_of(3, 0, 0, "{\"status\": }"), READING(SYNTAX), .field = NO_FIELD, .offset = 11, .end = 12,
                .message = "byte 11: invalid syntax: expected a value");
    CHECK_ERROR(error_of(3, 0, 1, "[7, {\"status\": 1}]"), READING(NOT_A_RECORD), .field = NO_FIELD, .offset = 1, .start = 1,
                .end = 2, .message = "byte 1: not a record: expected an object with a status");
    CHECK_ERROR(error_of(3, 0, 0, "{\"err\": 0}"), READING(NO_STATUS), .field = NO_FIELD, .offset = 10, .end = 10,
                .message = "byte 10: record without a status: expected a status");
    CHECK_ERROR(error_of(3, 0, 0, "{\"status\": 1} x"), READING(TRAILING_BYTES), .field = NO_FIELD, .offset = 14, .end = 15,
                .message = "byte 14: unexpected bytes after the end of the reply: expected nothing but white space");
    CHECK_ERROR(error_of(0, 0, 0, "ERROR = nine"), READING(API_ERROR), .field = NO_FIELD, .offset = 0, .end = 12,
                .message = "byte 0: invalid API error: expected `ERROR = N (text)`");
    CHECK_ERROR(error_of(1, 1, 1, "lost\n1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,hi,,0,101"), READING(OUTSIDE_RECORD),
                .field = NO_FIELD, .offset = 0, .end = 4,
                .message = "byte 0: unexpected line: expected the start of a record (status, timestamp, comma; or "
                           "`Status = ` and a number)");
    CHECK_ERROR(error_of(1, 1, 1, "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,hi,,0"), READING(NO_END), .field = NO_FIELD,
                .offset = 57, .end = 57,
                .message = "byte 57: unterminated record: expected a line ending in the record's id before the next record starts");
}

/* A record that is longer than the limit of a chunk reader. */
static void too_long(void)
{
    smsc_query query = query_of(SMSC_FORMAT_VALUES);
    query.batch = 1;
    smsc_chunk_reader chunks;
    smsc_record record = {.size = sizeof record};
    smsc_error error = no_error();
    size_t max_window = 0, consumed = 0;
    char body[160] = "1,1760080210,0,101,";
    memset(body + 19, '7', 81);
    memcpy(body + 100, "\n1,1,0,102,7\n", 14);
    CHECK_RESULT(smsc_chunk_reader_begin(&query, 64, &chunks, &max_window), SMSC_RESULT_OK);
    CHECK(max_window >= 64 && max_window < 1024);
    CHECK_RESULT(smsc_chunk_reader_next(&chunks, body, strlen(body), 1, &consumed, &record, NULL, &error), SMSC_RESULT_TOO_LONG);
    CHECK_ERROR(error, READING(TOO_LONG), .field = NO_FIELD, .offset = 0, .end = 64, .amount = 64,
                .message = "byte 0: longer than 64 bytes: expected a line end within the limit");
    CHECK(consumed >= 64 && consumed <= 101);
}

int main(void)
{
    texts_of_results();
    results_of_calling();
    results_of_reading();
    too_long();
    results_of_writing();
    results_of_requesting();
    results_of_calls();
    results_of_plans();
    results_of_callbacks();
    for (int32_t code = 0; code < LAST; code++) {
        if (was_returned[code]) {
            printf("%ld\n", (long)code);
        }
    }
    return failures == 0 ? 0 : 1;
}
