/* Each function of the header with each of its pointers NULL: an empty input if the length is 0,
 * else an error that leaves all outputs unchanged. */
#include "outputs.h"

/* The offsets of the texts of a record, which are set to NULL one after the other. */
static const size_t VIEWS_OF_RECORD[] = {
    offsetof(smsc_record, last_date), offsetof(smsc_record, phone),         offsetof(smsc_record, send_date),
    offsetof(smsc_record, cost),      offsetof(smsc_record, sender_id),     offsetof(smsc_record, status_name),
    offsetof(smsc_record, message),   offsetof(smsc_record, comment),       offsetof(smsc_record, mccmnc),
    offsetof(smsc_record, country),   offsetof(smsc_record, operator_),     offsetof(smsc_record, operator_orig),
    offsetof(smsc_record, region),    offsetof(smsc_record, imsi),          offsetof(smsc_record, msc),
    offsetof(smsc_record, mcc),       offsetof(smsc_record, mnc),           offsetof(smsc_record, cn),
    offsetof(smsc_record, net),       offsetof(smsc_record, rcn),           offsetof(smsc_record, rnet),
    offsetof(smsc_record, text_id),   offsetof(smsc_record, format),        offsetof(smsc_record, crc),
};

static const smsc_view no_bytes = {NULL, 3};

/* Functions without pointers. */
static void without_pointers(void)
{
    CHECK(smsc_version_get() != NULL);
    CHECK(smsc_version_get_number() != 0);
    CHECK(smsc_abi_get() != 0);
    CHECK(smsc_result_describe(SMSC_RESULT_NULL) != NULL);
}

static void reading(void)
{
    const smsc_query query = batch_query();
    REJECTS(NULL, smsc_reader_begin(NULL, BODY, &out.reader, &out.api_error, &out.error));
    REJECTS(NULL, smsc_reader_begin(&query, NULL, 3, &out.reader, &out.api_error, &out.error));
    REJECTS(NULL, smsc_reader_begin(&query, BODY, NULL, &out.api_error, &out.error));
    HAS_NO_RECORDS(NOT_A_REPLY, smsc_reader_begin(&query, NULL, 0, &out.reader, &out.api_error, &out.error));
    CHECK_NUMBER(out.error.body_kind, SMSC_BODY_KIND_EMPTY);
    HAS_NO_RECORDS(NOT_A_REPLY, smsc_reader_begin(&query, "", 0, &out.reader, NULL, NULL));
    HAS_NO_RECORDS(REFUSED, smsc_reader_begin(&query, "0,-9", 4, &out.reader, NULL, NULL));
    HAS_NO_RECORDS(DELETED, smsc_reader_begin(&query, "OK", 2, &out.reader, NULL, NULL));

    smsc_query with_pairs = query;
    with_pairs.requested_len = 1;
    REJECTS(NULL, smsc_reader_begin(&with_pairs, BODY, &out.reader, &out.api_error, &out.error));

    smsc_query guess = {.size = sizeof guess};
    REJECTS(NULL, smsc_query_guess(NULL, BODY, 0, &guess));
    REJECTS(NULL, smsc_query_guess(&query, NULL, 3, 0, &guess));
    REJECTS(NULL, smsc_query_guess(&query, BODY, 0, NULL));
    REJECTS(END, smsc_query_guess(&query, NULL, 0, 0, &guess));

    REJECTS(NULL, smsc_reader_next(NULL, &out.record, &out.error));
    REJECTS(NULL, smsc_reader_next(&out.reader, NULL, &out.error));
    RETURNS(OK, smsc_reader_next(&out.reader, &out.record, NULL));
    CHECK_NUMBER(out.record.id, 101);
}

static void chunks(void)
{
    const smsc_query query = batch_query();
    REJECTS(NULL, smsc_chunk_reader_begin(NULL, 0, &out.chunks, &out.len));
    REJECTS(NULL, smsc_chunk_reader_begin(&query, 0, NULL, &out.len));
    RETURNS(OK, smsc_chunk_reader_begin(&query, 0, &out.chunks, NULL));

    REJECTS(NULL, smsc_chunk_reader_next(NULL, BODY, 1, &out.len, &out.record, &out.api_error, &out.error));
    REJECTS(NULL, smsc_chunk_reader_next(&out.chunks, NULL, 3, 1, &out.len, &out.record, &out.api_error, &out.error));
    REJECTS(NULL, smsc_chunk_reader_next(&out.chunks, BODY, 1, NULL, &out.record, &out.api_error, &out.error));
    REJECTS(NULL, smsc_chunk_reader_next(&out.chunks, BODY, 1, &out.len, NULL, &out.api_error, &out.error));
    RETURNS(OK, smsc_chunk_reader_next(&out.chunks, BODY, 1, &out.len, &out.record, NULL, NULL));
    CHECK_NUMBER(out.record.id, 101);
    RETURNS(REFUSED, smsc_chunk_reader_next(&out.chunks, "0,-9", 4, 1, &out.len, &out.record, NULL, NULL));
    RETURNS(NOT_A_REPLY, smsc_chunk_reader_next(&out.chunks, "<", 1, 1, &out.len, &out.record, NULL, NULL));
    /* An empty window that may grow, and an empty window at the end of the reply. */
    RETURNS(NEED_MORE, smsc_chunk_reader_next(&out.chunks, NULL, 0, 0, &out.len, &out.record, &out.api_error, &out.error));
    CHECK_NUMBER(out.len, 0);
    RETURNS(NOT_A_REPLY, smsc_chunk_reader_next(&out.chunks, NULL, 0, 1, &out.len, &out.record, &out.api_error, &out.error));
}

static void texts(void)
{
    const smsc_view text = VIEW("abc"), none = {NULL, 0};
    REJECTS(NULL, smsc_text_decode(no_bytes, SMSC_CHARSET_UTF8, out.buf, sizeof out.buf, &out.len));
    REJECTS(NULL, smsc_text_decode(text, SMSC_CHARSET_UTF8, NULL, 8, &out.len));
    REJECTS(NULL, smsc_text_decode(text, SMSC_CHARSET_UTF8, out.buf, sizeof out.buf, NULL));
    RETURNS(BUFFER, smsc_text_decode(text, SMSC_CHARSET_UTF8, NULL, 0, &out.len));
    CHECK_NUMBER(out.len, 3);
    RETURNS(OK, smsc_text_decode(none, SMSC_CHARSET_UTF8, out.buf, 1, &out.len));
    CHECK(out.len == 0 && out.buf[0] == '\0');

    REJECTS(NULL, smsc_text_looks_like_utf8(no_bytes, SMSC_CHARSET_KOI8_R, &out.number));
    REJECTS(NULL, smsc_text_looks_like_utf8(text, SMSC_CHARSET_KOI8_R, NULL));
    RETURNS(OK, smsc_text_looks_like_utf8(none, SMSC_CHARSET_KOI8_R, &out.number));
    CHECK_NUMBER(out.number, 0);

    REJECTS(NULL, smsc_code_name(SMSC_TABLE_STATUS, 1, SMSC_LANG_EN, NULL));
    REJECTS(NULL, smsc_code_at(SMSC_TABLE_STATUS, 0, NULL, &out.view));
    REJECTS(NULL, smsc_code_at(SMSC_TABLE_STATUS, 0, &out.number, NULL));
    REJECTS(NULL, smsc_flag_decode(1, NULL));
    REJECTS(NULL, smsc_cost_decode(none, &out.cost));
    REJECTS(NULL, smsc_cost_decode(no_bytes, &out.cost));
    REJECTS(NULL, smsc_cost_decode(VIEW("1"), NULL));

    smsc_error error = {.size = sizeof error, .code = SMSC_RESULT_FIELD, .field = -1, .body_kind = -1};
    REJECTS(NULL, smsc_error_describe(NULL, out.buf, sizeof out.buf, &out.len));
    REJECTS(NULL, smsc_error_describe(&error, NULL, 8, &out.len));
    REJECTS(NULL, smsc_error_describe(&error, out.buf, sizeof out.buf, NULL));
    RETURNS(BUFFER, smsc_error_describe(&error, NULL, 0, &out.len));
    CHECK(out.len > 0);
    error.expected = no_bytes;
    REJECTS(NULL, smsc_error_describe(&error, out.buf, sizeof out.buf, &out.len));
}

static void pairs(void)
{
    const smsc_record record = made_record();
    const smsc_requested pair = made_pair();
    REJECTS(NULL, smsc_requested_set(NULL, 101, "7", 1));
    REJECTS(NULL, smsc_requested_set(&out.pair, 101, NULL, 1));
    REJECTS(VALUE, smsc_requested_set(&out.pair, 101, NULL, 0));
    REJECTS(NULL, smsc_requested_set_text(NULL, "a", 1, "7", 1));
    REJECTS(NULL, smsc_requested_set_text(&out.pair, NULL, 1, "7", 1));
    REJECTS(NULL, smsc_requested_set_text(&out.pair, "a", 1, NULL, 1));
    REJECTS(VALUE, smsc_requested_set_text(&out.pair, "a", 1, NULL, 0));
    /* An empty id is no id. */
    REJECTS(VALUE, smsc_requested_set_text(&out.pair, NULL, 0, "7", 1));

    REJECTS(NULL, smsc_phone_is_same(NULL, 1, "7", 1, &out.number));
    REJECTS(NULL, smsc_phone_is_same("7", 1, NULL, 1, &out.number));
    REJECTS(NULL, smsc_phone_is_same("7", 1, "7", 1, NULL));
    RETURNS(OK, smsc_phone_is_same(NULL, 0, "7", 1, &out.number));
    CHECK_NUMBER(out.number, 0);
    RETURNS(OK, smsc_phone_is_same(NULL, 0, "", 0, &out.number));
    CHECK_NUMBER(out.number, 1);

    const smsc_query query = query_with(&pair, 1), no_array = query_with(NULL, 1), no_pairs = query_with(NULL, 0);
    REJECTS(NULL, smsc_requested_match(NULL, &out.next, &record, &out.len));
    REJECTS(NULL, smsc_requested_match(&no_array, &out.next, &record, &out.len));
    REJECTS(NULL, smsc_requested_match(&query, NULL, &record, &out.len));
    REJECTS(NULL, smsc_requested_match(&query, &out.next, NULL, &out.len));
    REJECTS(NULL, smsc_requested_match(&query, &out.next, &record, NULL));
    REJECTS(UNEXPECTED, smsc_requested_match(&no_pairs, &out.next, &record, &out.len));

    uint32_t room[32];
    const size_t len = sizeof room / sizeof *room;
    REJECTS(NULL, smsc_requested_index_get_room(1, NULL));
    REJECTS(NULL, smsc_requested_index_begin(NULL, 1, room, len, &out.index));
    REJECTS(NULL, smsc_requested_index_begin(&pair, 1, NULL, len, &out.index));
    REJECTS(NULL, smsc_requested_index_begin(&pair, 1, room, len, NULL));
    REJECTS(BUFFER, smsc_requested_index_begin(&pair, 1, NULL, 0, &out.index));
    RETURNS(OK, smsc_requested_index_begin(NULL, 0, room, len, &out.index));

    REJECTS(NULL, smsc_record_get_err_table(NULL, SMSC_KIND_AUTO, &out.number));
    REJECTS(NULL, smsc_record_get_err_table(&record, SMSC_KIND_AUTO, NULL));
    REJECTS(NULL, smsc_record_looks_like_utf8(NULL, &out.number));
    REJECTS(NULL, smsc_record_looks_like_utf8(&record, NULL));
}

/* The offsets of the texts of a request that every one of these calls looks at. */
static const struct {
    int32_t call;
    size_t offset;
} VIEWS_OF_REQUEST[] = {
    {SMSC_CALL_STATUS, offsetof(smsc_request, apikey)},   {SMSC_CALL_STATUS, offsetof(smsc_request, login)},
    {SMSC_CALL_STATUS, offsetof(smsc_request, psw)},      {SMSC_CALL_STATUS, offsetof(smsc_request, host)},
    {SMSC_CALL_OPERATOR, offsetof(smsc_request, phone)},  {SMSC_CALL_INCOMING, offsetof(smsc_request, to_phone)},
    {SMSC_CALL_SEND, offsetof(smsc_request, text)},       {SMSC_CALL_SEND, offsetof(smsc_request, text_id)},
    {SMSC_CALL_SEND, offsetof(smsc_request, sender)},     {SMSC_CALL_SEND, offsetof(smsc_request, time)},
    {SMSC_CALL_SEND, offsetof(smsc_request, valid)},      {SMSC_CALL_INCOMING, offsetof(smsc_request, after_text_id)},
};

static void requests(void)
{
    const smsc_requested pair = made_pair();
    smsc_request request = made_request(&pair);
    REJECTS(NULL, smsc_request_init(NULL, SMSC_CALL_SEND));
    REJECTS(NULL, smsc_phone_set(NULL, "7", 1));
    REJECTS(NULL, smsc_phone_set(&out.phone, NULL, 1));
    RETURNS(OK, smsc_phone_set(&out.phone, NULL, 0));

    REJECTS(NULL, smsc_request_write_url(NULL, out.buf, sizeof out.buf, &out.len, &out.request_error));
    REJECTS(NULL, smsc_request_write_url(&request, NULL, 8, &out.len, &out.request_error));
    REJECTS(NULL, smsc_request_write_url(&request, out.buf, sizeof out.buf, NULL, &out.request_error));
    RETURNS(OK, smsc_request_write_url(&request, out.buf, sizeof out.buf, &out.len, NULL));
    RETURNS(BUFFER, smsc_request_write_url(&request, NULL, 0, &out.len, NULL));
    REJECTS(NULL, smsc_request_write_body(NULL, out.buf, sizeof out.buf, &out.len, &out.request_error));
    REJECTS(NULL, smsc_request_write_body(&request, NULL, 8, &out.len, &out.request_error));
    REJECTS(NULL, smsc_request_write_body(&request, out.buf, sizeof out.buf, NULL, &out.request_error));
    RETURNS(BUFFER, smsc_request_write_body(&request, NULL, 0, &out.len, NULL));
    REJECTS(NULL, smsc_request_write_get_url(NULL, out.buf, sizeof out.buf, &out.len, &out.request_error));
    REJECTS(NULL, smsc_request_write_get_url(&request, NULL, 8, &out.len, &out.request_error));
    REJECTS(NULL, smsc_request_write_get_url(&request, out.buf, sizeof out.buf, NULL, &out.request_error));
    RETURNS(BUFFER, smsc_request_write_get_url(&request, NULL, 0, &out.len, NULL));
    REJECTS(NULL, smsc_request_get_query(NULL, &out.query));
    REJECTS(NULL, smsc_request_get_query(&request, NULL));
    RETURNS(OK, smsc_request_get_query(&request, &out.query));

    request.requested = NULL;
    REJECTS(NULL, smsc_request_write_url(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
    REJECTS(NULL, smsc_request_get_query(&request, &out.query));
    request.requested_len = 0;
    REJECTS(REQUEST_MISSING, smsc_request_get_query(&request, &out.query));
    request.call = SMSC_CALL_SEND;
    request.phones_len = 1;
    REJECTS(NULL, smsc_request_write_body(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
    for (size_t i = 0; i < sizeof VIEWS_OF_REQUEST / sizeof *VIEWS_OF_REQUEST; i++) {
        request = made_request(&pair);
        request.call = VIEWS_OF_REQUEST[i].call;
        memcpy((char *)&request + VIEWS_OF_REQUEST[i].offset, &no_bytes, sizeof no_bytes);
        REJECTS(NULL, smsc_request_write_body(&request, out.buf, sizeof out.buf, &out.len, &out.request_error));
    }

    const smsc_request_error error = {.size = sizeof error, .code = SMSC_RESULT_REQUEST_MISSING, .item = -1};
    REJECTS(NULL, smsc_request_error_describe(NULL, out.buf, sizeof out.buf, &out.len));
    REJECTS(NULL, smsc_request_error_describe(&error, NULL, 8, &out.len));
    REJECTS(NULL, smsc_request_error_describe(&error, out.buf, sizeof out.buf, NULL));
    RETURNS(BUFFER, smsc_request_error_describe(&error, NULL, 0, &out.len));
}

static void outcomes(void)
{
    const smsc_record record = made_record();
    REJECTS(NULL, smsc_outcome_lookup_record(NULL, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));
    REJECTS(NULL, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, NULL));
    REJECTS(NULL, smsc_outcome_lookup_codes(20, 1, -1, SMSC_LANG_EN, NULL));
    REJECTS(NULL, smsc_outcome_lookup_api_error(9, SMSC_ENDPOINT_SEND, SMSC_LANG_EN, NULL));
    smsc_question question = {.size = sizeof question};
    REJECTS(NULL, smsc_question_init(NULL, SMSC_QUESTION_KIND_TEXT));
    RETURNS(OK, smsc_question_init(&question, SMSC_QUESTION_KIND_GETCOURSE));
    REJECTS(NULL, smsc_outcome_explain(NULL, 0, SMSC_LANG_EN, &out.outcome));
    REJECTS(NULL, smsc_outcome_explain(&question, 0, SMSC_LANG_EN, NULL));
    /* No text is an unknown text. */
    REJECTS(END, smsc_outcome_explain(&question, 0, SMSC_LANG_EN, &out.outcome));
    question.text = (smsc_view){NULL, 3};
    REJECTS(NULL, smsc_outcome_explain(&question, 0, SMSC_LANG_EN, &out.outcome));
    RETURNS(OK, smsc_question_init(&question, SMSC_QUESTION_KIND_CLICKSEND_RECEIPT));
    question.status = (smsc_view){NULL, 3};
    REJECTS(NULL, smsc_outcome_explain(&question, 0, SMSC_LANG_EN, &out.outcome));
    const int32_t status = 1;
    REJECTS(NULL, smsc_outcome_lookup_story(NULL, NULL, 1, 0, -1, SMSC_LANG_EN, &out.outcome));
    REJECTS(NULL, smsc_outcome_lookup_story(&status, NULL, 1, 0, -1, SMSC_LANG_EN, NULL));
    REJECTS(END, smsc_outcome_lookup_story(NULL, NULL, 0, 0, -1, SMSC_LANG_EN, &out.outcome));
}

static void records(void)
{
    const smsc_query query = batch_query();
    const smsc_requested pair = made_pair();
    const smsc_query with_pair = query_with(&pair, 1);
    REJECTS(NULL, smsc_record_init(NULL, 1));
    for (size_t i = 0; i < sizeof VIEWS_OF_RECORD / sizeof *VIEWS_OF_RECORD; i++) {
        smsc_record record = made_record();
        memcpy((char *)&record + VIEWS_OF_RECORD[i], &no_bytes, sizeof no_bytes);
        REJECTS(NULL, smsc_writer_write_single(&query, 1, &record, out.buf, sizeof out.buf, &out.len, &out.error));
        REJECTS(NULL, smsc_writer_write_record(&out.writer, &record, out.buf, sizeof out.buf, &out.len, &out.error));
        REJECTS(NULL, smsc_requested_match(&with_pair, &out.next, &record, &out.len));
        REJECTS(NULL, smsc_record_get_err_table(&record, SMSC_KIND_AUTO, &out.number));
        REJECTS(NULL, smsc_record_looks_like_utf8(&record, &out.number));
        REJECTS(NULL, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));
    }
    /* `int_id` is between the texts. */
    CHECK_NUMBER(sizeof VIEWS_OF_RECORD / sizeof *VIEWS_OF_RECORD,
                 (sizeof(smsc_record) - offsetof(smsc_record, last_date) - sizeof(int64_t)) / sizeof(smsc_view));
}

static void writing_at_once(void)
{
    const smsc_query query = batch_query();
    const smsc_record record = made_record();
    smsc_api_error api_error = {.size = sizeof api_error, .code = 9};
    REJECTS(NULL, smsc_writer_write_single(NULL, 0, &record, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_write_single(&query, 0, NULL, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_write_single(&query, 0, &record, NULL, 8, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_write_single(&query, 0, &record, out.buf, sizeof out.buf, NULL, &out.error));
    RETURNS(OK, smsc_writer_write_single(&query, 0, &record, out.buf, sizeof out.buf, &out.len, NULL));
    RETURNS(BUFFER, smsc_writer_write_single(&query, 0, &record, NULL, 0, &out.len, NULL));

    REJECTS(NULL, smsc_writer_write_error(NULL, 0, &api_error, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_write_error(&query, 0, NULL, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_write_error(&query, 0, &api_error, NULL, 8, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_write_error(&query, 0, &api_error, out.buf, sizeof out.buf, NULL, &out.error));
    RETURNS(OK, smsc_writer_write_error(&query, 0, &api_error, out.buf, sizeof out.buf, &out.len, NULL));
    RETURNS(BUFFER, smsc_writer_write_error(&query, 0, &api_error, NULL, 0, &out.len, NULL));
    api_error.text = no_bytes;
    REJECTS(NULL, smsc_writer_write_error(&query, 0, &api_error, out.buf, sizeof out.buf, &out.len, &out.error));
    api_error.text = (smsc_view){NULL, 0};
    api_error.text_id = no_bytes;
    REJECTS(NULL, smsc_writer_write_error(&query, 0, &api_error, out.buf, sizeof out.buf, &out.len, &out.error));

    REJECTS(NULL, smsc_writer_write_deleted(NULL, out.buf, sizeof out.buf, &out.len));
    REJECTS(NULL, smsc_writer_write_deleted(&query, NULL, 8, &out.len));
    REJECTS(NULL, smsc_writer_write_deleted(&query, out.buf, sizeof out.buf, NULL));
    RETURNS(BUFFER, smsc_writer_write_deleted(&query, NULL, 0, &out.len));
    CHECK_NUMBER(out.len, 2);
}

static void writing_a_batch(void)
{
    const smsc_query query = batch_query();
    const smsc_record record = made_record();
    REJECTS(NULL, smsc_writer_begin(NULL, 0, &out.writer, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_begin(&query, 0, NULL, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_begin(&query, 0, &out.writer, NULL, 8, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_begin(&query, 0, &out.writer, out.buf, sizeof out.buf, NULL, &out.error));
    /* fmt 1 has no bytes before its records, so that a buffer of length 0 is enough. */
    RETURNS(OK, smsc_writer_begin(&query, 0, &out.writer, NULL, 0, &out.len, NULL));
    CHECK_NUMBER(out.len, 0);

    REJECTS(NULL, smsc_writer_write_record(NULL, &record, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_write_record(&out.writer, NULL, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_write_record(&out.writer, &record, NULL, 8, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_write_record(&out.writer, &record, out.buf, sizeof out.buf, NULL, &out.error));
    RETURNS(BUFFER, smsc_writer_write_record(&out.writer, &record, NULL, 0, &out.len, NULL));
    RETURNS(OK, smsc_writer_write_record(&out.writer, &record, out.buf, sizeof out.buf, &out.len, NULL));

    REJECTS(NULL, smsc_writer_end(NULL, out.buf, sizeof out.buf, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_end(&out.writer, NULL, 8, &out.len, &out.error));
    REJECTS(NULL, smsc_writer_end(&out.writer, out.buf, sizeof out.buf, NULL, &out.error));
    REJECTS(EMPTY_BATCH, smsc_writer_end(&out.writer, NULL, 0, &out.len, NULL));
}

int main(void)
{
    without_pointers();
    reading();
    chunks();
    texts();
    pairs();
    requests();
    outcomes();
    records();
    writing_at_once();
    writing_a_batch();
    return failures == 0 ? 0 : 1;
}
