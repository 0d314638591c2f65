/* Three ways to parse a body: as a whole, in chunks, and as a whole to write it again. */
#include "cases.h"

/* Prints a reply that has no records. Returns 0 if the reply has records. */
static int print_without_records(int32_t result, const smsc_api_error *api_error, const smsc_error *error)
{
    if (result == SMSC_RESULT_OK) {
        return 0;
    }
    if (result == SMSC_RESULT_REFUSED) {
        print_api_error(api_error);
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
    smsc_api_error api_error = {.size = sizeof api_error};
    smsc_error error = {.size = sizeof error};
    smsc_record record = {.size = sizeof record};
    int32_t result = smsc_reader_begin(&question->query, body, len, &reader, &api_error, &error);
    if (print_without_records(result, &api_error, &error)) {
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
    smsc_api_error api_error = {.size = sizeof api_error};
    smsc_error error = {.size = sizeof error};
    smsc_record record = {.size = sizeof record};
    size_t start = 0, end = 0, max_window = 0, next = 0;
    int is_reply = 0;
    CHECK_NUMBER(smsc_chunk_reader_begin(&question->query, 0, &chunks, &max_window), SMSC_RESULT_OK);
    CHECK(max_window > (size_t)1 << 20);
    for (;;) {
        size_t consumed = 0;
        /* Memory of exactly the length of the window, so that a sanitizer finds a read after its
         * end. */
        char *bytes = allocate(end - start);
        memcpy(bytes, body + start, end - start);
        const int32_t result =
            smsc_chunk_reader_next(&chunks, bytes, end - start, end == len, &consumed, &record, &api_error, &error);
        CHECK(consumed <= end - start);
        if (result == SMSC_RESULT_OK) {
            is_reply = 1;
            print_matched(question, &next, &record);
        } else if (result == SMSC_RESULT_NEED_MORE) {
            CHECK(end < len && end - start < max_window);
            end = end + length < len ? end + length : len;
        } else if (result != SMSC_RESULT_END) {
            is_reply = is_reply || (result >= 200 && result != SMSC_RESULT_NOT_A_REPLY && result != SMSC_RESULT_API_ERROR);
            print_without_records(result, &api_error, &error);
        }
        free(bytes);
        start += consumed;
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

/* A reply that is written in parts. */
struct reply {
    char *bytes;
    size_t len;
};

/* The last arguments of each function that writes. */
struct output {
    char *buf;
    size_t size;
    size_t len;
    smsc_error error;
};

/* Returns whether the call must be repeated, in a buffer of exactly the length that it needs. */
static int must_repeat(int32_t result, struct output *output)
{
    if (result != SMSC_RESULT_BUFFER) {
        CHECK_NUMBER(result, SMSC_RESULT_OK);
        return 0;
    }
    CHECK(output->len > output->size);
    free(output->buf);
    output->size = output->len;
    output->buf = allocate(output->size);
    return 1;
}

static void append(struct reply *reply, const struct output *output)
{
    char *longer = realloc(reply->bytes, reply->len + output->len + 1);
    if (longer == NULL) {
        exit(2);
    }
    memcpy(longer + reply->len, output->buf, output->len);
    reply->bytes = longer;
    reply->len += output->len;
}

static void write_records(const smsc_query *query, smsc_reader *reader, struct output *output, struct reply *reply)
{
    smsc_writer batch;
    smsc_record record = {.size = sizeof record};
    int32_t result = SMSC_RESULT_OK;
    while (query->batch && must_repeat(smsc_writer_begin(query, 0, &batch, output->buf, output->size, &output->len, &output->error), output)) {
    }
    if (query->batch) {
        append(reply, output);
    }
    while ((result = smsc_reader_next(reader, &record, NULL)) != SMSC_RESULT_END) {
        if (result != SMSC_RESULT_OK) {
            continue;
        }
        do {
            result = query->batch ? smsc_writer_write_record(&batch, &record, output->buf, output->size, &output->len, &output->error)
                                  : smsc_writer_write_single(query, 0, &record, output->buf, output->size, &output->len, &output->error);
        } while (must_repeat(result, output));
        append(reply, output);
    }
    while (query->batch && must_repeat(smsc_writer_end(&batch, output->buf, output->size, &output->len, &output->error), output)) {
    }
    if (query->batch) {
        append(reply, output);
    }
}

/* Returns whether a reply has one record, without an id: a reply for one message has no id. */
static int fits_single(smsc_reader reader)
{
    smsc_record record = {.size = sizeof record};
    int32_t result = SMSC_RESULT_OK;
    int count = 0, has_id = 0;
    while ((result = smsc_reader_next(&reader, &record, NULL)) != SMSC_RESULT_END) {
        count += result == SMSC_RESULT_OK;
        has_id = has_id || (result == SMSC_RESULT_OK && (record.id != 0 || record.text_id.ptr != NULL));
    }
    return count == 1 && !has_id;
}

void parse_and_write(const struct question *question, const char *body, size_t len)
{
    smsc_reader reader;
    smsc_api_error api_error = {.size = sizeof api_error};
    struct reply reply = {NULL, 0};
    struct output output = {.buf = allocate(1), .size = 1, .len = 0, .error = {.size = sizeof(smsc_error)}};
    smsc_query query = query_of(SMSC_FORMAT_JSON);
    query.all = 2;
    query.charset = SMSC_CHARSET_UTF8;
    query.kind = question->query.kind;
    const int32_t result = smsc_reader_begin(&question->query, body, len, &reader, &api_error, NULL);
    if (result == SMSC_RESULT_OK) {
        query.batch = question->query.batch || !fits_single(reader);
        write_records(&query, &reader, &output, &reply);
    } else if (result == SMSC_RESULT_REFUSED || result == SMSC_RESULT_DELETED) {
        while (must_repeat(result == SMSC_RESULT_DELETED
                            ? smsc_writer_write_deleted(&query, output.buf, output.size, &output.len)
                            : smsc_writer_write_error(&query, 0, &api_error, output.buf, output.size, &output.len, &output.error),
                        &output)) {
        }
        append(&reply, &output);
    }
    if (reply.len != 0) {
        fwrite(reply.bytes, 1, reply.len, stdout);
    }
    free(output.buf);
    free(reply.bytes);
}
