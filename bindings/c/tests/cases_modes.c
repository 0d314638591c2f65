/* Three ways through a body: as a whole, in chunks, and back into a reply. */
#include "cases.h"

/* What a reply is that has no records; 0 if it has some. */
static int print_short(int32_t result, const smsc_api_error *refusal, const smsc_error *error)
{
    if (result == SMSC_RESULT_OK) {
        return 0;
    }
    if (result == SMSC_RESULT_REFUSED) {
        print_refusal(refusal);
    } else if (result == SMSC_RESULT_DELETED) {
        puts("{\"result\":\"OK\"}");
    } else {
        print_malformed(error, result);
    }
    return 1;
}

void read_slice(const struct question *question, const char *body, size_t len)
{
    smsc_reader reader;
    smsc_api_error refusal = {.size = sizeof refusal};
    smsc_error error = {.size = sizeof error};
    smsc_record record = {.size = sizeof record};
    int32_t result = smsc_reader_begin(&question->query, body, len, &reader, &refusal, &error);
    if (print_short(result, &refusal, &error)) {
        return;
    }
    size_t next = 0;
    while ((result = smsc_reader_next(&reader, &record, &error)) != SMSC_RESULT_END) {
        if (result == SMSC_RESULT_OK) {
            print_matched(question, &next, &record);
        } else {
            print_malformed(&error, result);
        }
    }
    CHECK_NUMBER(smsc_reader_next(&reader, &record, &error), SMSC_RESULT_END);
    print_missing(question, next, question->count);
}

void read_chunks(const struct question *question, const char *body, size_t len, size_t length)
{
    smsc_chunk_reader chunks;
    smsc_api_error refusal = {.size = sizeof refusal};
    smsc_error error = {.size = sizeof error};
    smsc_record record = {.size = sizeof record};
    size_t start = 0, end = 0, window = 0, next = 0;
    int is_reply = 0;
    CHECK_NUMBER(smsc_chunk_reader_begin(&question->query, 0, &chunks, &window), SMSC_RESULT_OK);
    CHECK(window > (size_t)1 << 20);
    for (;;) {
        size_t used = 0;
        /* Of exactly the length that has come, so that a look behind it is found. */
        char *came = take(end - start);
        memcpy(came, body + start, end - start);
        const int32_t result =
            smsc_chunk_reader_next(&chunks, came, end - start, end == len, &used, &record, &refusal, &error);
        CHECK(used <= end - start);
        if (result == SMSC_RESULT_OK) {
            is_reply = 1;
            print_matched(question, &next, &record);
        } else if (result == SMSC_RESULT_NEED_MORE) {
            CHECK(end < len && end - start < window);
            end = end + length < len ? end + length : len;
        } else if (result != SMSC_RESULT_END) {
            is_reply = is_reply || (result >= 200 && result != SMSC_RESULT_NOT_A_REPLY && result != SMSC_RESULT_API_ERROR);
            print_short(result, &refusal, &error);
        }
        free(came);
        start += used;
        if (result == SMSC_RESULT_END) {
            break;
        }
        if (failures != 0) {
            return;
        }
    }
    if (is_reply) {
        print_missing(question, next, question->count);
    }
}

/* A reply that is being put together. */
struct reply {
    char *bytes;
    size_t len;
};

/* What each smsc_write_… takes behind its own arguments. */
struct room {
    char *buf;
    size_t size;
    size_t len;
    smsc_error error;
};

/* Room of exactly the length that the last call needed. */
static int is_again(int32_t result, struct room *room)
{
    if (result != SMSC_RESULT_BUFFER) {
        CHECK_NUMBER(result, SMSC_RESULT_OK);
        return 0;
    }
    CHECK(room->len > room->size);
    free(room->buf);
    room->size = room->len;
    room->buf = take(room->size);
    return 1;
}

static void append(struct reply *reply, const struct room *room)
{
    char *longer = realloc(reply->bytes, reply->len + room->len + 1);
    if (longer == NULL) {
        exit(2);
    }
    memcpy(longer + reply->len, room->buf, room->len);
    reply->bytes = longer;
    reply->len += room->len;
}

static void write_records(const smsc_query *query, smsc_reader *reader, struct room *room, struct reply *reply)
{
    smsc_writer batch;
    smsc_record record = {.size = sizeof record};
    int32_t result = SMSC_RESULT_OK;
    while (query->batch && is_again(smsc_writer_begin(query, 0, &batch, room->buf, room->size, &room->len, &room->error), room)) {
    }
    if (query->batch) {
        append(reply, room);
    }
    while ((result = smsc_reader_next(reader, &record, NULL)) != SMSC_RESULT_END) {
        if (result != SMSC_RESULT_OK) {
            continue;
        }
        do {
            result = query->batch ? smsc_writer_write_record(&batch, &record, room->buf, room->size, &room->len, &room->error)
                                  : smsc_writer_write_single(query, 0, &record, room->buf, room->size, &room->len, &room->error);
        } while (is_again(result, room));
        append(reply, room);
    }
    while (query->batch && is_again(smsc_writer_end(&batch, room->buf, room->size, &room->len, &room->error), room)) {
    }
    if (query->batch) {
        append(reply, room);
    }
}

static int counts_one(smsc_reader reader)
{
    smsc_record record = {.size = sizeof record};
    int32_t result = SMSC_RESULT_OK;
    int count = 0;
    while ((result = smsc_reader_next(&reader, &record, NULL)) != SMSC_RESULT_END) {
        count += result == SMSC_RESULT_OK;
    }
    return count == 1;
}

void write_again(const struct question *question, const char *body, size_t len)
{
    smsc_reader reader;
    smsc_api_error refusal = {.size = sizeof refusal};
    struct reply reply = {NULL, 0};
    struct room room = {.buf = take(1), .size = 1, .len = 0, .error = {.size = sizeof(smsc_error)}};
    smsc_query query = query_of(SMSC_FORMAT_JSON);
    query.all = 2;
    query.charset = SMSC_CHARSET_UTF8;
    query.kind = question->query.kind;
    const int32_t result = smsc_reader_begin(&question->query, body, len, &reader, &refusal, NULL);
    if (result == SMSC_RESULT_OK) {
        query.batch = question->query.batch || !counts_one(reader);
        write_records(&query, &reader, &room, &reply);
    } else if (result == SMSC_RESULT_REFUSED || result == SMSC_RESULT_DELETED) {
        while (is_again(result == SMSC_RESULT_DELETED
                            ? smsc_writer_write_deleted(&query, room.buf, room.size, &room.len)
                            : smsc_writer_write_error(&query, 0, &refusal, room.buf, room.size, &room.len, &room.error),
                        &room)) {
        }
        append(&reply, &room);
    }
    if (reply.len != 0) {
        fwrite(reply.bytes, 1, reply.len, stdout);
    }
    free(room.buf);
    free(reply.bytes);
}
