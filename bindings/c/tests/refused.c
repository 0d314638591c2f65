/* Wrong arguments other than NULL: numbers that are none of their enum, wrong sizes, and readers
 * and writers that were not started; and guesses at the right numbers. */
#include "outputs.h"
#include <limits.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Calls each function that takes a query, and checks its result. */
static void with_query(const smsc_query *query, int32_t wanted)
{
    const smsc_record record = made_record();
    const smsc_api_error api_error = {.size = sizeof api_error, .code = 9};
    for (int i = 0; i < 7; i++) {
        int32_t result = -1;
        prepare();
        switch (i) {
        case 0: result = smsc_reader_begin(query, BODY, &out.reader, &out.api_error, &out.error); break;
        case 1: result = smsc_chunk_reader_begin(query, 0, &out.chunks, &out.len); break;
        case 2: result = smsc_writer_write_single(query, 0, &record, out.buf, sizeof out.buf, &out.len, &out.error); break;
        case 3: result = smsc_writer_write_error(query, 0, &api_error, out.buf, sizeof out.buf, &out.len, &out.error); break;
        case 4: result = smsc_writer_write_deleted(query, out.buf, sizeof out.buf, &out.len); break;
        case 5: result = smsc_writer_begin(query, 0, &out.writer, out.buf, sizeof out.buf, &out.len, &out.error); break;
        case 6: result = smsc_requested_match(query, &out.next, &record, &out.len); break;
        }
        /* No record is requested by a query without pairs. */
        const int is_match_without_pairs = i == 6 && wanted == SMSC_RESULT_OK && query->requested == NULL;
        CHECK_NUMBER(result, is_match_without_pairs ? SMSC_RESULT_UNEXPECTED : wanted);
        CHECK(wanted == SMSC_RESULT_OK || is_untouched());
    }
}

/* Each number of a query, with the numbers next to its enum and the limits of its type. */
static void numbers_of_a_query(void)
{
    const struct {
        size_t offset;
        int32_t last;
    } fields[] = {
        {offsetof(smsc_query, format), SMSC_FORMAT_JSON},
        {offsetof(smsc_query, all), 2},
        {offsetof(smsc_query, batch), 1},
        {offsetof(smsc_query, charset), SMSC_CHARSET_UTF8},
        {offsetof(smsc_query, kind), SMSC_KIND_EMAIL},
    };
    for (size_t i = 0; i < COUNT(fields); i++) {
        const int32_t wrong[] = {INT32_MIN, -1, fields[i].last + 1, INT32_MAX};
        for (size_t at = 0; at < COUNT(wrong); at++) {
            smsc_query query = batch_query();
            memcpy((char *)&query + fields[i].offset, &wrong[at], sizeof *wrong);
            with_query(&query, SMSC_RESULT_VALUE);
        }
    }
    smsc_query query = batch_query();
    const smsc_requested pair = made_pair();
    query.requested_len = 1;
    with_query(&query, SMSC_RESULT_NULL);
    query.requested = &pair;
    with_query(&query, SMSC_RESULT_OK);
    query.requested_len = SIZE_MAX;
    with_query(&query, SMSC_RESULT_VALUE);
    query.requested_len = SIZE_MAX / sizeof pair;
    with_query(&query, SMSC_RESULT_VALUE);
}

static void other_numbers(void)
{
    const smsc_query query = batch_query();
    const smsc_record record = made_record();
    const smsc_api_error api_error = {.size = sizeof api_error, .code = 9};
    const int32_t no_switch[] = {INT32_MIN, -1, 2, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_switch); i++) {
        const int32_t wrong = no_switch[i];
        REJECTS(VALUE, smsc_chunk_reader_next(&out.chunks, BODY, wrong, &out.len, &out.record, &out.api_error, &out.error));
        REJECTS(VALUE, smsc_writer_write_single(&query, wrong, &record, out.buf, sizeof out.buf, &out.len, &out.error));
        REJECTS(VALUE, smsc_writer_write_error(&query, wrong, &api_error, out.buf, sizeof out.buf, &out.len, &out.error));
        REJECTS(VALUE, smsc_writer_begin(&query, wrong, &out.writer, out.buf, sizeof out.buf, &out.len, &out.error));
    }
    const int32_t no_lang[] = {INT32_MIN, -1, SMSC_LANG_FR + 1, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_lang); i++) {
        REJECTS(VALUE, smsc_code_name(SMSC_TABLE_STATUS, 1, no_lang[i], &out.view));
    }
    const int32_t no_table[] = {INT32_MIN, -1, SMSC_TABLE_SEND_ADVICE + 1, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_table); i++) {
        REJECTS(VALUE, smsc_code_name(no_table[i], 1, SMSC_LANG_EN, &out.view));
        REJECTS(VALUE, smsc_code_at(no_table[i], 0, &out.number, &out.view));
    }
    for (int32_t table = SMSC_TABLE_FIELD; table <= SMSC_TABLE_SEND_ADVICE; table++) {
        REJECTS(VALUE, smsc_code_at(table, 0, &out.number, &out.view));
    }
    const int32_t no_kind[] = {INT32_MIN, -1, SMSC_KIND_EMAIL + 1, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_kind); i++) {
        REJECTS(VALUE, smsc_record_get_err_table(&record, no_kind[i], &out.number));
    }
    const int32_t no_flag[] = {INT32_MIN, -1, 65536, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_flag); i++) {
        REJECTS(VALUE, smsc_flag_decode(no_flag[i], &out.flag));
    }
}

/* An encoding is a charset and, for texts parsed from JSON or XML, their escapes. */
static void encodings(void)
{
    const smsc_query query = batch_query();
    const smsc_requested pair = made_pair();
    const smsc_query with_pair = query_with(&pair, 1);
    const uint32_t wrong[] = {SMSC_CHARSET_UTF8 + 1, 0xff, 3 << 8, 1 << 16, (uint32_t)1 << 31, UINT32_MAX};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        REJECTS(VALUE, smsc_text_decode(VIEW("abc"), wrong[i], out.buf, sizeof out.buf, &out.len));
        REJECTS(VALUE, smsc_text_looks_like_utf8(VIEW("abc"), wrong[i], &out.number));
        smsc_record record = made_record();
        record.encoding = wrong[i];
        REJECTS(VALUE, smsc_writer_write_single(&query, 1, &record, out.buf, sizeof out.buf, &out.len, &out.error));
        REJECTS(VALUE, smsc_writer_write_record(&out.writer, &record, out.buf, sizeof out.buf, &out.len, &out.error));
        REJECTS(VALUE, smsc_requested_match(&with_pair, &out.next, &record, &out.len));
        REJECTS(VALUE, smsc_record_get_err_table(&record, SMSC_KIND_AUTO, &out.number));
        REJECTS(VALUE, smsc_record_looks_like_utf8(&record, &out.number));
        const smsc_api_error api_error = {.size = sizeof api_error, .code = 9, .encoding = wrong[i], .text = VIEW("no")};
        REJECTS(VALUE, smsc_writer_write_error(&query, 1, &api_error, out.buf, sizeof out.buf, &out.len, &out.error));
    }
}

/* No object is longer than PTRDIFF_MAX, so that a greater length is wrong. */
static void lengths(void)
{
    const smsc_query query = batch_query();
    const smsc_record record = made_record();
    const smsc_requested pair = made_pair();
    const smsc_query with_pair = query_with(&pair, 1);
    const size_t huge = (size_t)PTRDIFF_MAX + 1;
    const smsc_query with_huge = query_with(&pair, huge);
    const smsc_view view = {body, huge};
    REJECTS(VALUE, smsc_reader_begin(&query, body, huge, &out.reader, &out.api_error, &out.error));
    REJECTS(VALUE, smsc_chunk_reader_next(&out.chunks, body, huge, 1, &out.len, &out.record, &out.api_error, &out.error));
    REJECTS(VALUE, smsc_text_decode(view, SMSC_CHARSET_UTF8, out.buf, sizeof out.buf, &out.len));
    REJECTS(VALUE, smsc_text_decode(VIEW("abc"), SMSC_CHARSET_UTF8, out.buf, huge, &out.len));
    REJECTS(VALUE, smsc_cost_decode(view, &out.cost));
    REJECTS(VALUE, smsc_text_looks_like_utf8(view, SMSC_CHARSET_KOI8_R, &out.number));
    REJECTS(VALUE, smsc_requested_set(&out.pair, 101, body, huge));
    REJECTS(VALUE, smsc_requested_set_text(&out.pair, body, huge, "7", 1));
    REJECTS(VALUE, smsc_requested_set_text(&out.pair, "a", 1, body, huge));
    REJECTS(VALUE, smsc_phone_is_same(body, huge, "7", 1, &out.number));
    REJECTS(VALUE, smsc_phone_is_same("7", 1, body, huge, &out.number));
    REJECTS(VALUE, smsc_requested_match(&with_huge, &out.next, &record, &out.len));
    REJECTS(VALUE, smsc_writer_write_single(&query, 0, &record, out.buf, huge, &out.len, &out.error));
    REJECTS(VALUE, smsc_writer_write_deleted(&query, out.buf, huge, &out.len));

    REJECTS(VALUE, smsc_requested_set(&out.pair, 0, "7", 1));
    REJECTS(VALUE, smsc_requested_set(&out.pair, (uint32_t)INT32_MAX + 1, "7", 1));
    RETURNS(OK, smsc_requested_set(&out.pair, INT32_MAX, "7", 1));
    prepare();
    out.next = 2;
    CHECK_NUMBER(smsc_requested_match(&with_pair, &out.next, &record, &out.len), SMSC_RESULT_VALUE);
    CHECK(out.next == 2 && out.len == before.len);
}

/* Records with impossible values (R39), in functions that have no error struct for the reason. */
static void impossible_records(void)
{
    const smsc_requested pair = made_pair();
    const smsc_query with_pair = query_with(&pair, 1);
    smsc_record records[8];
    for (size_t i = 0; i < COUNT(records); i++) {
        records[i] = made_record();
    }
    records[0].err = -2;
    records[1].flag = 65536;
    records[2].type = 256;
    records[3].id = (uint32_t)INT32_MAX + 1;
    records[4].last_timestamp = ((uint64_t)1 << 40) + 1;
    records[5].cost = VIEW("free");
    records[6].int_id = -2;
    records[7].int_id = INT64_MIN;
    for (size_t i = 0; i < COUNT(records); i++) {
        REJECTS(VALUE, smsc_requested_match(&with_pair, &out.next, &records[i], &out.len));
        REJECTS(VALUE, smsc_record_get_err_table(&records[i], SMSC_KIND_AUTO, &out.number));
        REJECTS(VALUE, smsc_record_looks_like_utf8(&records[i], &out.number));
    }
}

/* Each struct has a result of its own for a wrong size. `change` makes the size wrong, or not. */
static void sizes_of_inputs(uint32_t (*change)(size_t size), int is_wrong)
{
#define WANTED(NAME) (is_wrong ? SMSC_RESULT_SIZE_##NAME : SMSC_RESULT_OK)
    const smsc_requested pair = made_pair();
    const smsc_query with_pair = query_with(&pair, 1);
    smsc_query query = batch_query();
    smsc_record record = made_record();
    smsc_api_error api_error = {.size = change(sizeof api_error), .code = 9};
    smsc_error error = {.size = change(sizeof error), .code = SMSC_RESULT_LABEL, .field = -1, .body_kind = -1};
    record.size = change(sizeof record);
    query.size = change(sizeof query);
    with_query(&query, WANTED(QUERY));
    query = batch_query();
    smsc_question question = {.size = sizeof question};
    CHECK_NUMBER(smsc_question_init(&question, SMSC_QUESTION_KIND_CLICKSEND), SMSC_RESULT_OK);
    question.text = (smsc_view){"Sent", 4};
    question.size = change(sizeof question);
    smsc_request request = made_request(&pair);
    request.size = change(sizeof request);
    const smsc_request_error request_error = {
        .size = change(sizeof request_error), .code = SMSC_RESULT_REQUEST_MISSING, .item = -1};
    const struct {
        int32_t result, wanted;
    } results[] = {
        {(prepare(), smsc_writer_write_single(&query, 0, &record, out.buf, sizeof out.buf, &out.len, NULL)), WANTED(RECORD)},
        {(prepare(), smsc_writer_write_record(&out.writer, &record, out.buf, sizeof out.buf, &out.len, NULL)), WANTED(RECORD)},
        {(prepare(), smsc_requested_match(&with_pair, &out.next, &record, &out.len)), WANTED(RECORD)},
        {(prepare(), smsc_record_get_err_table(&record, SMSC_KIND_AUTO, &out.number)), WANTED(RECORD)},
        {(prepare(), smsc_record_looks_like_utf8(&record, &out.number)), WANTED(RECORD)},
        {(prepare(), smsc_writer_write_error(&query, 0, &api_error, out.buf, sizeof out.buf, &out.len, NULL)), WANTED(API_ERROR)},
        {(prepare(), smsc_error_describe(&error, out.buf, sizeof out.buf, &out.len)), WANTED(ERROR)},
        {(prepare(), smsc_request_write_url(&request, out.buf, sizeof out.buf, &out.len, NULL)), WANTED(REQUEST)},
        {(prepare(), smsc_request_get_query(&request, &out.query)), WANTED(REQUEST)},
        {(prepare(), smsc_request_error_describe(&request_error, out.buf, sizeof out.buf, &out.len)), WANTED(REQUEST_ERROR)},
        {(prepare(), smsc_outcome_explain(&question, 0, SMSC_LANG_EN, &out.outcome)), WANTED(QUESTION)},
    };
#undef WANTED
    for (size_t i = 0; i < COUNT(results); i++) {
        CHECK_NUMBER(results[i].result, results[i].wanted);
    }
}

static uint32_t none(size_t size)
{
    return (uint32_t)(size - size);
}

static uint32_t one_less(size_t size)
{
    return (uint32_t)(size - 1);
}

/* The struct of a later header starts with this one. Only its size matters, because nothing after
 * this part is read. */
static uint32_t more(size_t size)
{
    return (uint32_t)(size + 8);
}

static void sizes_of_outputs(void)
{
    const smsc_query query = batch_query();
    const smsc_record record = made_record();
    const smsc_api_error api_error = {.size = sizeof api_error, .code = 9};
    REJECTS_SIZE(API_ERROR, out.api_error, smsc_reader_begin(&query, BODY, &out.reader, &out.api_error, &out.error));
    REJECTS_SIZE(ERROR, out.error, smsc_reader_begin(&query, BODY, &out.reader, &out.api_error, &out.error));
    REJECTS_SIZE(RECORD, out.record, smsc_reader_next(&out.reader, &out.record, &out.error));
    REJECTS_SIZE(ERROR, out.error, smsc_reader_next(&out.reader, &out.record, &out.error));
    REJECTS_SIZE(RECORD, out.record, smsc_chunk_reader_next(&out.chunks, BODY, 1, &out.len, &out.record, &out.api_error, &out.error));
    REJECTS_SIZE(API_ERROR, out.api_error, smsc_chunk_reader_next(&out.chunks, BODY, 1, &out.len, &out.record, &out.api_error, &out.error));
    REJECTS_SIZE(ERROR, out.error, smsc_chunk_reader_next(&out.chunks, BODY, 1, &out.len, &out.record, &out.api_error, &out.error));
    REJECTS_SIZE(FLAG, out.flag, smsc_flag_decode(1, &out.flag));
    REJECTS_SIZE(RECORD, out.record, smsc_record_init(&out.record, 1));
    REJECTS_SIZE(ERROR, out.error, smsc_writer_write_single(&query, 0, &record, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS_SIZE(ERROR, out.error, smsc_writer_write_error(&query, 0, &api_error, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS_SIZE(ERROR, out.error, smsc_writer_begin(&query, 0, &out.writer, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS_SIZE(ERROR, out.error, smsc_writer_write_record(&out.writer, &record, out.buf, sizeof out.buf, &out.len, &out.error));
    const smsc_requested pair = made_pair();
    const smsc_request request = made_request(&pair);
    REJECTS_SIZE(REQUEST, out.request, smsc_request_init(&out.request, SMSC_CALL_SEND));
    REJECTS_SIZE(REQUEST_ERROR, out.request_error, smsc_request_write_url(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
    REJECTS_SIZE(REQUEST_ERROR, out.request_error, smsc_request_write_body(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
    REJECTS_SIZE(REQUEST_ERROR, out.request_error, smsc_request_write_get_url(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
    REJECTS_SIZE(QUERY, out.query, smsc_request_get_query(&request, &out.query));
    REJECTS_SIZE(ERROR, out.error, smsc_writer_end(&out.writer, out.buf, sizeof out.buf, &out.len, &out.error));

    /* A record of a later header: its additional fields and its size stay unchanged. */
    struct {
        smsc_record record;
        uint64_t later;
    } longer = {.later = 0x5A5A};
    longer.record.size = sizeof longer;
    prepare();
    CHECK_NUMBER(smsc_reader_next(&out.reader, &longer.record, NULL), SMSC_RESULT_OK);
    CHECK(longer.record.size == sizeof longer && longer.record.id == 101 && longer.later == 0x5A5A);
    CHECK_NUMBER(smsc_record_init(&longer.record, 1), SMSC_RESULT_OK);
    CHECK(longer.record.size == sizeof longer && longer.record.id == 0 && longer.later == 0x5A5A);
}

/* Readers and writers of zero bytes, of any bytes, of another type, and those that have ended. */
static void states(void)
{
    const smsc_record record = made_record();
    const int fills[] = {0, 0xA5, 0xFF};
    for (size_t i = 0; i < COUNT(fills) + 1; i++) {
        smsc_reader reader;
        smsc_chunk_reader chunks;
        smsc_writer writer;
        memset(&reader, fills[i % COUNT(fills)], sizeof reader);
        memset(&chunks, fills[i % COUNT(fills)], sizeof chunks);
        memset(&writer, fills[i % COUNT(fills)], sizeof writer);
        if (i == COUNT(fills)) {
            prepare();
            memcpy(&reader, &out.chunks, sizeof out.chunks);
            memcpy(&chunks, &out.writer, sizeof out.writer);
            memcpy(&writer, &out.reader, sizeof writer);
        }
        const smsc_reader reader_before = reader;
        const smsc_chunk_reader chunks_before = chunks;
        const smsc_writer writer_before = writer;
        REJECTS(STATE, smsc_reader_next(&reader, &out.record, &out.error));
        REJECTS(STATE, smsc_chunk_reader_next(&chunks, BODY, 1, &out.len, &out.record, &out.api_error, &out.error));
        REJECTS(STATE, smsc_writer_write_record(&writer, &record, out.buf, sizeof out.buf, &out.len, &out.error));
        REJECTS(STATE, smsc_writer_end(&writer, out.buf, sizeof out.buf, &out.len, &out.error));
        CHECK(memcmp(&reader, &reader_before, sizeof reader) == 0);
        CHECK(memcmp(&chunks, &chunks_before, sizeof chunks) == 0);
        CHECK(memcmp(&writer, &writer_before, sizeof writer) == 0);
    }
    /* A batch that was ended cannot be used any more; a batch whose end was rejected can. */
    prepare();
    smsc_writer over = out.writer;
    REJECTS(EMPTY_BATCH, smsc_writer_end(&over, out.buf, sizeof out.buf, &out.len, &out.error));
    RETURNS(OK, smsc_writer_write_record(&over, &record, out.buf, sizeof out.buf, &out.len, &out.error));
    RETURNS(OK, smsc_writer_end(&over, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(STATE, smsc_writer_write_record(&over, &record, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(STATE, smsc_writer_end(&over, out.buf, sizeof out.buf, &out.len, &out.error));
}

/* A state that was in use is not started any more after each failure to start it anew: its body, pairs
 * or room may have been freed. */
static void failures_to_start(void)
{
    const smsc_query query = batch_query();
    const smsc_record record = made_record();
    smsc_query wrong = batch_query();
    wrong.all = 7;
    smsc_error error = {.size = 1};
    static char other[] = "1,1760080210,0,901,79990000001\n";
    uint32_t room[64];
    const smsc_requested pair = made_pair();
    smsc_query indexed = query_with(&pair, 1);
    for (int i = 0; i < 5; i++) {
        prepare();
        CHECK_NUMBER(smsc_reader_begin(&query, other, sizeof other - 1, &out.reader, NULL, NULL), SMSC_RESULT_OK);
        switch (i) {
        case 0: CHECK_NUMBER(smsc_reader_begin(&wrong, BODY, &out.reader, NULL, NULL), SMSC_RESULT_VALUE); break;
        case 1: CHECK_NUMBER(smsc_reader_begin(NULL, BODY, &out.reader, NULL, NULL), SMSC_RESULT_NULL); break;
        case 2: CHECK_NUMBER(smsc_reader_begin(&query, NULL, 1, &out.reader, NULL, NULL), SMSC_RESULT_NULL); break;
        case 3: CHECK_NUMBER(smsc_reader_begin(&query, BODY, &out.reader, NULL, &error), SMSC_RESULT_SIZE_ERROR); break;
        case 4: CHECK_NUMBER(smsc_reader_begin(&query, "", 0, &out.reader, NULL, NULL), SMSC_RESULT_NOT_A_REPLY); break;
        }
        CHECK_NUMBER(smsc_reader_next(&out.reader, &out.record, NULL), SMSC_RESULT_STATE);
    }
    prepare();
    CHECK_NUMBER(smsc_chunk_reader_begin(&wrong, 0, &out.chunks, NULL), SMSC_RESULT_VALUE);
    CHECK_NUMBER(smsc_chunk_reader_next(&out.chunks, BODY, 1, &out.len, &out.record, NULL, NULL), SMSC_RESULT_STATE);
    CHECK_NUMBER(smsc_writer_begin(&wrong, 0, &out.writer, out.buf, sizeof out.buf, &out.len, NULL), SMSC_RESULT_VALUE);
    CHECK_NUMBER(smsc_writer_write_record(&out.writer, &record, out.buf, sizeof out.buf, &out.len, NULL), SMSC_RESULT_STATE);
    CHECK_NUMBER(smsc_requested_index_begin(&pair, 1, room, COUNT(room), &out.index), SMSC_RESULT_OK);
    indexed.index = &out.index;
    CHECK_NUMBER(smsc_reader_begin(&indexed, BODY, &out.reader, NULL, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_requested_index_begin(&pair, 1, room, 0, &out.index), SMSC_RESULT_BUFFER);
    CHECK_NUMBER(smsc_reader_begin(&indexed, BODY, &out.reader, NULL, NULL), SMSC_RESULT_STATE);
}

/* Each number of a request, with the numbers next to its enum and the limits of its type. */
static void numbers_of_a_request(void)
{
    const struct {
        int32_t call;
        size_t offset;
        int32_t last;
    } fields[] = {
        {SMSC_CALL_STATUS, offsetof(smsc_request, call), SMSC_CALL_SEND},
        {SMSC_CALL_STATUS, offsetof(smsc_request, plain_http), 1},
        {SMSC_CALL_STATUS, offsetof(smsc_request, format), SMSC_FORMAT_JSON},
        {SMSC_CALL_STATUS, offsetof(smsc_request, all), 2},
        {SMSC_CALL_STATUS, offsetof(smsc_request, charset), SMSC_CHARSET_UTF8},
        {SMSC_CALL_STATUS, offsetof(smsc_request, kind), SMSC_KIND_EMAIL},
        {SMSC_CALL_STATUS, offsetof(smsc_request, batch), 1},
        {SMSC_CALL_BALANCE, offsetof(smsc_request, cur), 1},
        {SMSC_CALL_HISTORY, offsetof(smsc_request, emails), 1},
        {SMSC_CALL_SEND, offsetof(smsc_request, send_kind), SMSC_SEND_KIND_WHATS_APP},
        {SMSC_CALL_SEND, offsetof(smsc_request, translit), 2},
        {SMSC_CALL_SEND, offsetof(smsc_request, cost), 3},
        {SMSC_CALL_SEND, offsetof(smsc_request, err), 1},
        {SMSC_CALL_SEND, offsetof(smsc_request, op), 1},
    };
    const smsc_requested pair = made_pair();
    for (size_t i = 0; i < COUNT(fields); i++) {
        const int32_t wrong[] = {INT32_MIN, -2, fields[i].last + 1, INT32_MAX};
        for (size_t at = 0; at < COUNT(wrong); at++) {
            smsc_request request = made_request(&pair);
            request.call = fields[i].call;
            request.start = request.end = (smsc_date){2026, 11, 29};
            memcpy((char *)&request + fields[i].offset, &wrong[at], sizeof *wrong);
            REJECTS(VALUE, smsc_request_write_url(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
            REJECTS(VALUE, smsc_request_write_body(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
            if (fields[i].offset == offsetof(smsc_request, call)) {
                REJECTS(VALUE, smsc_request_init(&out.request, wrong[at]));
            }
        }
    }
    /* The other calls have no query. */
    const int32_t others[] = {SMSC_CALL_BALANCE, SMSC_CALL_INCOMING, SMSC_CALL_STATISTICS, SMSC_CALL_OPERATOR, SMSC_CALL_SEND};
    for (size_t i = 0; i < COUNT(others); i++) {
        smsc_request request = made_request(&pair);
        request.call = others[i];
        request.start = request.end = (smsc_date){2026, 11, 29};
        REJECTS(VALUE, smsc_request_get_query(&request, &out.query));
    }
    const size_t huge = (size_t)PTRDIFF_MAX + 1;
    smsc_phone phone;
    smsc_request request = made_request(&pair);
    CHECK_NUMBER(smsc_phone_set(&phone, "7", 1), SMSC_RESULT_OK);
    REJECTS(VALUE, smsc_phone_set(&out.phone, "7", huge));
    REJECTS(UTF8, smsc_phone_set(&out.phone, "\xff", 1));
    REJECTS(VALUE, smsc_request_write_body(&request, out.buf, huge, &out.len, &out.request_error));
    request.requested_len = huge;
    REJECTS(VALUE, smsc_request_write_body(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
    request = made_request(&pair);
    request.apikey.len = huge;
    REJECTS(VALUE, smsc_request_write_body(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
    request = made_request(&pair);
    request.call = SMSC_CALL_SEND;
    request.phones = &phone;
    request.phones_len = huge;
    REJECTS(VALUE, smsc_request_write_body(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
    /* Only results of a request can be described. */
    const int32_t others_of_results[] = {0, SMSC_RESULT_NULL, SMSC_RESULT_FIELD, 399, 450, SMSC_RESULT_CALLBACK_EMPTY};
    for (size_t i = 0; i < COUNT(others_of_results); i++) {
        const smsc_request_error error = {.size = sizeof error, .code = others_of_results[i], .item = -1};
        REJECTS(VALUE, smsc_request_error_describe(&error, out.buf, sizeof out.buf, &out.len));
    }
}

/* Guesses: of a batch that is read as a single reply, and of a wrong `all`. */
static void guesses(void)
{
    smsc_query query = batch_query();
    query.batch = 0;
    smsc_query guess = {.size = sizeof guess};
    CHECK_NUMBER(smsc_query_guess(&query, BODY, 0, &guess), SMSC_RESULT_OK);
    CHECK(guess.batch == 1 && guess.all == query.all && guess.format == query.format && guess.charset == query.charset);
    CHECK_NUMBER(smsc_query_guess(&guess, BODY, 0, &query), SMSC_RESULT_END);
    CHECK_NUMBER(query.batch, 0);
    CHECK_NUMBER(smsc_query_guess(&query, BODY, SIZE_MAX, &guess), SMSC_RESULT_END);
    query.format = SMSC_FORMAT_JSON;
    query.kind = SMSC_KIND_SMS;
    CHECK_NUMBER(smsc_query_guess(&query, BODY, 0, &guess), SMSC_RESULT_OK);
    CHECK(guess.format == SMSC_FORMAT_VALUES && guess.batch == 1 && guess.kind == SMSC_KIND_SMS);
    static const char utf8[] = "1,1760080210,0,1760080202,79990000020,2.12,G,\xd0\x94\xd0\xb0,hi,,0";
    query = query_of(SMSC_FORMAT_VALUES);
    query.all = 1;
    CHECK_NUMBER(smsc_query_guess(&query, utf8, sizeof utf8 - 1, 0, &guess), SMSC_RESULT_OK);
    CHECK(guess.charset == SMSC_CHARSET_UTF8 && guess.batch == 0 && guess.all == 1);
    query.all = 7;
    CHECK_NUMBER(smsc_query_guess(&query, BODY, 0, &guess), SMSC_RESULT_VALUE);
    query.all = 1;
    guess.size--;
    CHECK_NUMBER(smsc_query_guess(&query, BODY, 0, &guess), SMSC_RESULT_SIZE_QUERY);
}

int main(void)
{
    numbers_of_a_query();
    numbers_of_a_request();
    other_numbers();
    encodings();
    lengths();
    impossible_records();
    sizes_of_inputs(none, 1);
    sizes_of_inputs(one_less, 1);
    sizes_of_inputs(more, 0);
    sizes_of_outputs();
    states();
    failures_to_start();
    guesses();
    return failures == 0 ? 0 : 1;
}
