/* State across calls: the pairs that were matched, the table of an err, and copies of readers and
 * writers. */
#include "check.h"

static smsc_record record_of(uint32_t id, const char *phone)
{
    smsc_record record = {.size = sizeof record};
    CHECK_NUMBER(smsc_record_init(&record, SMSC_STATUS_DELIVERED), SMSC_RESULT_OK);
    record.id = id;
    if (phone != NULL) {
        record.phone.ptr = phone;
        record.phone.len = strlen(phone);
    }
    return record;
}

static void requested(void)
{
    static const char *const phones[] = {"79990000001", "+79990000002", "79990000003", "anna@example.org"};
    smsc_requested pairs[4];
    for (uint32_t i = 0; i < 4; i++) {
        CHECK_NUMBER(smsc_requested_set(&pairs[i], 101 + i, phones[i], strlen(phones[i])), SMSC_RESULT_OK);
    }
    const smsc_query query = query_with(pairs, 4);
    size_t next = 0, missing = 77;
    smsc_record record = record_of(101, "79990000001");
    CHECK_NUMBER(smsc_requested_match(&query, &next, &record, &missing), SMSC_RESULT_OK);
    CHECK(next == 1 && missing == 0);
    /* The record again: it was requested only once. */
    missing = 77;
    CHECK_NUMBER(smsc_requested_match(&query, &next, &record, &missing), SMSC_RESULT_UNEXPECTED);
    CHECK(next == 1 && missing == 77);
    /* An id may be requested for several phones, and a phone for several ids (R3): both must
     * match. */
    record = record_of(102, "79990000003");
    CHECK_NUMBER(smsc_requested_match(&query, &next, &record, &missing), SMSC_RESULT_UNEXPECTED);
    /* A record of a later pair: the record of the pair before it is missing. */
    record = record_of(103, "79990000003");
    CHECK_NUMBER(smsc_requested_match(&query, &next, &record, &missing), SMSC_RESULT_OK);
    CHECK(next == 3 && missing == 1);
    /* Without a phone the id is enough, and without an id the phone (R47a). */
    record = record_of(104, NULL);
    CHECK_NUMBER(smsc_requested_match(&query, &next, &record, &missing), SMSC_RESULT_OK);
    CHECK(next == 4 && missing == 0);
    CHECK_NUMBER(smsc_requested_match(&query, &next, &record, &missing), SMSC_RESULT_UNEXPECTED);
    CHECK_NUMBER(next, 4);
    next = 1;
    record = record_of(0, "79990000002");
    CHECK_NUMBER(smsc_requested_match(&query, &next, &record, &missing), SMSC_RESULT_OK);
    CHECK(next == 2 && missing == 0);
    /* A record with neither id nor phone matches the next pair. */
    record = record_of(0, NULL);
    CHECK_NUMBER(smsc_requested_match(&query, &next, &record, &missing), SMSC_RESULT_OK);
    CHECK(next == 3 && missing == 0);
}

/* The type decides, else the flag, else the caller's kind, else the phone (R37). */
static void err_tables(void)
{
    const struct {
        int32_t type, flag, kind;
        const char *phone;
        int32_t wanted;
    } rows[] = {
        {SMSC_MESSAGE_TYPE_EMAIL, 0, SMSC_KIND_SMS, "79990000001", SMSC_TABLE_ERR_EMAIL},
        {SMSC_MESSAGE_TYPE_SMS, SMSC_MESSAGE_TYPE_EMAIL, SMSC_KIND_EMAIL, "a@b.c", SMSC_TABLE_ERR_PHONE},
        {SMSC_MESSAGE_TYPE_CALL, -1, SMSC_KIND_AUTO, NULL, SMSC_TABLE_ERR_PHONE},
        {-1, SMSC_MESSAGE_TYPE_EMAIL | 1 << 5, SMSC_KIND_SMS, "79990000001", SMSC_TABLE_ERR_EMAIL},
        {-1, SMSC_MESSAGE_TYPE_SMS, SMSC_KIND_EMAIL, "a@b.c", SMSC_TABLE_ERR_PHONE},
        {-1, -1, SMSC_KIND_EMAIL, "79990000001", SMSC_TABLE_ERR_EMAIL},
        {-1, -1, SMSC_KIND_SMS, "a@b.c", SMSC_TABLE_ERR_PHONE},
        {-1, -1, SMSC_KIND_HLR, "a@b.c", SMSC_TABLE_ERR_PHONE},
        {-1, -1, SMSC_KIND_AUTO, "a@b.c", SMSC_TABLE_ERR_EMAIL},
        {-1, -1, SMSC_KIND_AUTO, "79990000001", SMSC_TABLE_ERR_PHONE},
        {-1, -1, SMSC_KIND_AUTO, NULL, SMSC_TABLE_ERR_PHONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        smsc_record record = record_of(101, rows[i].phone);
        int32_t table = -1;
        record.type = rows[i].type;
        record.flag = rows[i].flag;
        CHECK_NUMBER(smsc_record_get_err_table(&record, rows[i].kind, &table), SMSC_RESULT_OK);
        check_number(table, rows[i].wanted, "the table of a row", __FILE__, (int)i);
    }
}

static const char body[] = "1,1,0,101,7001\n2,2,0,102,7002\n3,3,0,103,7003\n";

static void check_next(smsc_reader *reader, uint32_t id)
{
    smsc_record record = {.size = sizeof record};
    CHECK_NUMBER(smsc_reader_next(reader, &record, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(record.id, id);
}

/* A copy continues on its own, at any address. */
static void copies_of_readers(void)
{
    smsc_query query = query_of(SMSC_FORMAT_VALUES);
    query.batch = 1;
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    CHECK_NUMBER(smsc_reader_begin(&query, body, sizeof body - 1, &reader, NULL, NULL), SMSC_RESULT_OK);
    /* The reader has a copy of the query. */
    memset(&query, 0xA5, sizeof query);
    check_next(&reader, 101);
    smsc_reader *copy = allocate(sizeof *copy);
    memcpy(copy, &reader, sizeof reader);
    check_next(&reader, 102);
    check_next(&reader, 103);
    CHECK_NUMBER(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_END);
    memset(&reader, 0, sizeof reader);
    check_next(copy, 102);
    check_next(copy, 103);
    CHECK_NUMBER(smsc_reader_next(copy, &record, NULL), SMSC_RESULT_END);
    free(copy);
}

/* A copy of a chunk reader continues on its own, too: both get the same bytes, at different
 * times. */
static void copies_of_chunks(void)
{
    smsc_query query = query_of(SMSC_FORMAT_VALUES);
    query.batch = 1;
    smsc_chunk_reader chunks;
    smsc_record record = {.size = sizeof record};
    size_t consumed = 0, again = 0;
    CHECK_NUMBER(smsc_chunk_reader_begin(&query, 0, &chunks, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_chunk_reader_next(&chunks, body, sizeof body - 1, 1, &consumed, &record, NULL, NULL), SMSC_RESULT_OK);
    CHECK(record.id == 101 && consumed == 15);
    smsc_chunk_reader copy = chunks;
    CHECK_NUMBER(smsc_chunk_reader_next(&chunks, body + 15, sizeof body - 16, 1, &consumed, &record, NULL, NULL), SMSC_RESULT_OK);
    CHECK(record.id == 102 && consumed == 15);
    CHECK_NUMBER(smsc_chunk_reader_next(&chunks, body + 30, sizeof body - 31, 1, &consumed, &record, NULL, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(record.id, 103);
    CHECK_NUMBER(smsc_chunk_reader_next(&copy, body + 15, sizeof body - 16, 1, &again, &record, NULL, NULL), SMSC_RESULT_OK);
    CHECK(record.id == 102 && again == 15);
}

static void copies_of_writers(void)
{
    smsc_query query = query_of(SMSC_FORMAT_VALUES);
    query.batch = 1;
    smsc_writer writer;
    char buf[64];
    size_t len = 0;
    smsc_record record = record_of(101, "7001");
    CHECK_NUMBER(smsc_writer_begin(&query, 0, &writer, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
    smsc_writer copy = writer;
    CHECK_NUMBER(smsc_writer_write_record(&writer, &record, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
    check_bytes(buf, len, "1,,,101,7001", 12, "the first record", __FILE__, __LINE__);
    /* A second record follows a line end; for the copy it is the first record. */
    CHECK_NUMBER(smsc_writer_write_record(&writer, &record, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
    check_bytes(buf, len, "\n1,,,101,7001", 13, "the second record", __FILE__, __LINE__);
    CHECK_NUMBER(smsc_writer_write_record(&copy, &record, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
    check_bytes(buf, len, "1,,,101,7001", 12, "the copy's first record", __FILE__, __LINE__);
    CHECK_NUMBER(smsc_writer_end(&writer, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_writer_write_record(&copy, &record, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
}

int main(void)
{
    requested();
    err_tables();
    copies_of_readers();
    copies_of_chunks();
    copies_of_writers();
    return failures == 0 ? 0 : 1;
}
