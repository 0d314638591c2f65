/* The results of writing: values that a format cannot represent, and replies that would be
 * unreadable. */
#include "results.h"

#define WRITING(NAME) .code = SMSC_RESULT_##NAME, .body_kind = NO_BODY_KIND

static char buf[256];

/* Returns a record with a value in each text field of fmt 1 with all=1. */
static smsc_record full(void)
{
    smsc_record record = {.size = sizeof record};
    CHECK_RESULT(smsc_record_init(&record, SMSC_STATUS_DELIVERED), SMSC_RESULT_OK);
    record.encoding = SMSC_CHARSET_UTF8;
    record.err = 0;
    record.type = SMSC_MESSAGE_TYPE_SMS;
    record.id = 101;
    record.send_timestamp = 1760080202;
    record.phone = VIEW("79990000020");
    record.sender_id = VIEW("GLOBUS");
    record.status_name = VIEW("D");
    record.message = VIEW("hi");
    record.comment = VIEW("");
    return record;
}

/* Returns a record with only a status, a text, a type and an id. */
static smsc_record text(smsc_view message)
{
    smsc_record record = {.size = sizeof record};
    CHECK_RESULT(smsc_record_init(&record, SMSC_STATUS_DELIVERED), SMSC_RESULT_OK);
    record.encoding = SMSC_CHARSET_UTF8;
    record.message = message;
    record.type = SMSC_MESSAGE_TYPE_SMS;
    record.id = 101;
    return record;
}

/* Returns the error of writing a record with all=1, without replacing. */
static smsc_error error_of(int32_t format, int32_t batch, const smsc_record *record)
{
    smsc_query query = query_of(format);
    query.all = 1;
    query.batch = batch;
    smsc_error error = no_error();
    size_t len = 77;
    const int32_t result = smsc_writer_write_single(&query, 0, record, buf, sizeof buf, &len, &error);
    note_result(result);
    CHECK_NUMBER(result, error.code);
    CHECK_NUMBER(len, 77);
    return error;
}

static void records(void)
{
    smsc_record record = text(VIEW("\xf0\x9f\x91\x8b"));
    CHECK_ERROR(error_of(SMSC_FORMAT_KEY_VALUE, 1, &record), WRITING(CHARACTER), .field = SMSC_FIELD_MESSAGE,
                .message = "message: contains a character that the charset lacks");
    record = text(VIEW("\x01"));
    record.id = 0;
    CHECK_ERROR(error_of(SMSC_FORMAT_XML, 0, &record), WRITING(FORBIDDEN), .field = SMSC_FIELD_MESSAGE,
                .message = "message: contains a character that XML forbids");
    record = text(VIEW("a\nb"));
    CHECK_ERROR(error_of(SMSC_FORMAT_KEY_VALUE, 1, &record), WRITING(LINE_BREAK), .field = SMSC_FIELD_MESSAGE,
                .message = "message: contains a line break, which this format cannot represent");
    record = text(VIEW("a"));
    record.phone = VIEW("7,8");
    CHECK_ERROR(error_of(SMSC_FORMAT_KEY_VALUE, 1, &record), WRITING(COMMA), .field = SMSC_FIELD_PHONE,
                .message = "phone: contains a comma that would end the value");
    record = full();
    record.message = VIEW("a,b");
    CHECK_ERROR(error_of(SMSC_FORMAT_VALUES, 1, &record), WRITING(AMBIGUOUS), .field = SMSC_FIELD_MESSAGE,
                .message = "message: makes the record ambiguous");
    record = text(VIEW("a, comment = b"));
    CHECK_ERROR(error_of(SMSC_FORMAT_KEY_VALUE, 1, &record), WRITING(LABEL_IN_TEXT), .field = SMSC_FIELD_MESSAGE,
                .message = "message: contains a key that would end the text");
    record = full();
    record.country = VIEW("RU");
    CHECK_ERROR(error_of(SMSC_FORMAT_VALUES, 1, &record), WRITING(NO_PLACE), .field = SMSC_FIELD_COUNTRY,
                .message = "country: cannot be represented in this format");
    record = full();
    record.sender_id.ptr = NULL;
    record.sender_id.len = 0;
    CHECK_ERROR(error_of(SMSC_FORMAT_VALUES, 1, &record), WRITING(ABSENT), .field = SMSC_FIELD_SENDER_ID,
                .message = "sender_id: missing, and this format cannot represent a missing value");
    record = full();
    record.type = 16;
    CHECK_ERROR(error_of(SMSC_FORMAT_VALUES, 1, &record), WRITING(MISREAD), .field = SMSC_FIELD_TYPE,
                .message = "type: would be read as another value");
    record = full();
    record.id = 0;
    CHECK_ERROR(error_of(SMSC_FORMAT_VALUES, 1, &record), WRITING(UNREADABLE), .field = SMSC_FIELD_ID,
                .message = "id: missing or of a form that makes the record unreadable");
}

/* Each number just out of its range (R39), and an invalid cost (R32). */
static void ranges(void)
{
    smsc_record records[10];
    const int32_t fields[] = {SMSC_FIELD_ERR,  SMSC_FIELD_FLAG,           SMSC_FIELD_TYPE,           SMSC_FIELD_TYPE, SMSC_FIELD_SMS_CNT,
                              SMSC_FIELD_ID,   SMSC_FIELD_LAST_TIMESTAMP, SMSC_FIELD_SEND_TIMESTAMP, SMSC_FIELD_COST,
                              SMSC_FIELD_INT_ID};
    static const char *const names[] = {"err", "flag", "type", "type", "sms_cnt", "id", "last_timestamp", "send_timestamp", "cost", "int_id"};
    for (size_t i = 0; i < 10; i++) {
        records[i] = full();
    }
    records[0].err = -2;
    records[1].flag = 65536;
    records[2].type = 256;
    records[3].type = -2;
    records[4].sms_cnt = -2;
    records[5].id = (uint32_t)INT32_MAX + 1;
    records[6].last_timestamp = ((uint64_t)1 << 40) + 1;
    records[7].send_timestamp = UINT64_MAX;
    records[8].cost = VIEW("2.12345");
    records[9].int_id = -2;
    for (size_t i = 0; i < 10; i++) {
        char message[64];
        snprintf(message, sizeof message, "%s: out of range", names[i]);
        CHECK_ERROR(error_of(SMSC_FORMAT_JSON, 1, &records[i]), WRITING(RANGE), .field = fields[i], .message = message);
    }
    /* The greatest number of each range. */
    smsc_record record = full();
    record.err = record.sms_cnt = INT32_MAX;
    record.flag = 65535;
    record.type = 255;
    record.id = INT32_MAX;
    record.last_timestamp = record.send_timestamp = (uint64_t)1 << 40;
    smsc_query query = query_of(SMSC_FORMAT_JSON);
    query.all = 2;
    query.batch = 1;
    char reply[1024];
    size_t len = 0;
    CHECK_RESULT(smsc_writer_write_single(&query, 0, &record, reply, sizeof reply, &len, NULL), SMSC_RESULT_OK);
}

static void api_errors(void)
{
    smsc_query query = query_of(SMSC_FORMAT_KEY_VALUE);
    smsc_api_error api_error = {.size = sizeof api_error, .code = 9, .encoding = SMSC_CHARSET_UTF8, .text = VIEW("\xf0\x9f\x91\x8b")};
    smsc_error error = no_error();
    size_t len = 0;
    CHECK_RESULT(smsc_writer_write_error(&query, 0, &api_error, buf, sizeof buf, &len, &error), SMSC_RESULT_CHARACTER);
    CHECK_ERROR(error, WRITING(CHARACTER), .field = SMSC_FIELD_ERROR_TEXT,
                .message = "error: contains a character that the charset lacks");
    query.format = SMSC_FORMAT_VALUES;
    CHECK_RESULT(smsc_writer_write_error(&query, 0, &api_error, buf, sizeof buf, &len, &error), SMSC_RESULT_NO_PLACE);
    CHECK_ERROR(error, WRITING(NO_PLACE), .field = SMSC_FIELD_ERROR_TEXT, .message = "error: cannot be represented in this format");
    api_error.code = -1;
    CHECK_RESULT(smsc_writer_write_error(&query, 0, &api_error, buf, sizeof buf, &len, &error), SMSC_RESULT_RANGE);
    CHECK_ERROR(error, WRITING(RANGE), .field = SMSC_FIELD_ERROR_CODE, .message = "error_code: out of range");
    api_error.code = 9;
    api_error.id = (uint32_t)INT32_MAX + 1;
    CHECK_RESULT(smsc_writer_write_error(&query, 0, &api_error, buf, sizeof buf, &len, &error), SMSC_RESULT_RANGE);
    CHECK_ERROR(error, WRITING(RANGE), .field = SMSC_FIELD_ID, .message = "id: out of range");
}

static void batches(void)
{
    smsc_query query = query_of(SMSC_FORMAT_KEY_VALUE);
    query.all = 1;
    smsc_writer batch;
    smsc_error error = no_error();
    size_t len = 0;
    CHECK_RESULT(smsc_writer_begin(&query, 0, &batch, buf, sizeof buf, &len, &error), SMSC_RESULT_NOT_A_BATCH);
    CHECK_ERROR(error, WRITING(NOT_A_BATCH), .field = NO_FIELD, .message = "the query is for one message, not for a batch");
    query.batch = 1;
    CHECK_RESULT(smsc_writer_begin(&query, 0, &batch, buf, sizeof buf, &len, &error), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_writer_end(&batch, buf, sizeof buf, &len, &error), SMSC_RESULT_EMPTY_BATCH);
    CHECK_ERROR(error, WRITING(EMPTY_BATCH), .field = NO_FIELD, .message = "the batch has no record");

    /* `Status = 1, message = hi, type = 0, id = 101` is 44 bytes long. */
    smsc_record record = text(VIEW("hi"));
    memset(buf, 'x', sizeof buf);
    CHECK_RESULT(smsc_writer_write_record(&batch, &record, buf, 43, &len, &error), SMSC_RESULT_BUFFER);
    CHECK_NUMBER(len, 44);
    CHECK_ERROR(error, WRITING(BUFFER), .field = NO_FIELD, .amount = 44, .message = "the buffer is too small: 44 bytes needed");
    CHECK(buf[0] == 'x' && buf[42] == 'x');
    CHECK_RESULT(smsc_writer_write_record(&batch, &record, buf, 44, &len, &error), SMSC_RESULT_OK);
    check_bytes(buf, len, "Status = 1, message = hi, type = 0, id = 101", 44, "the record", __FILE__, __LINE__);

    char *longest = allocate((size_t)1 << 20);
    memset(longest, 'a', (size_t)1 << 20);
    record.message.ptr = longest;
    record.message.len = (size_t)1 << 20;
    CHECK_RESULT(smsc_writer_write_record(&batch, &record, buf, sizeof buf, &len, &error), SMSC_RESULT_WRITE_TOO_LONG);
    CHECK_ERROR(error, WRITING(WRITE_TOO_LONG), .field = NO_FIELD, .amount = 1048576,
                .message = "the record is longer than 1048576 bytes");
    free(longest);
    CHECK_RESULT(smsc_writer_end(&batch, buf, sizeof buf, &len, &error), SMSC_RESULT_OK);
    CHECK_NUMBER(len, 0);
}

void results_of_writing(void)
{
    records();
    ranges();
    api_errors();
    batches();
}
