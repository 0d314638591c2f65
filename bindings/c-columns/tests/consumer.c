/*
 * Reads replies through the stream, checks rows against expected values, and checks that the context is
 * released once in every case: at the end, after an early stop, after an error, and never after a
 * rejected query.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "smsc_columns.h"

#define CHECK(condition)                                                                    \
    do {                                                                                    \
        if (!(condition)) {                                                                 \
            fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition);       \
            exit(1);                                                                        \
        }                                                                                   \
    } while (0)

/* A reply in memory, of which a call of the callback returns `step` bytes at most. */
struct body {
    char *bytes; /* on the heap, so that a read after the release is found */
    size_t len, at, step;
    int fails; /* whether the end is an error */
    int *released;
};

static ptrdiff_t read_body(void *context, uint8_t *buffer, size_t capacity)
{
    struct body *body = context;
    size_t count = body->len - body->at;
    if (count == 0)
        return body->fails ? -5 : 0;
    count = count < body->step ? count : body->step;
    count = count < capacity ? count : capacity;
    memcpy(buffer, body->bytes + body->at, count);
    body->at += count;
    return (ptrdiff_t)count;
}

static ptrdiff_t read_too_much(void *context, uint8_t *buffer, size_t capacity)
{
    (void)context, (void)buffer;
    return (ptrdiff_t)capacity + 1;
}

static void release_body(void *context)
{
    struct body *body = context;
    ++*body->released;
    free(body->bytes);
    free(body);
}

static struct body *new_body(const char *text, size_t step, int fails, int *released)
{
    struct body *body = malloc(sizeof *body);
    *body = (struct body){malloc(strlen(text)), strlen(text), 0, step, fails, released};
    memcpy(body->bytes, text, strlen(text));
    *released = 0;
    return body;
}

/* A case of testdata/tails.json, and one of malformed lines. */
static const char TEXT[] = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,\xC4\xE0,\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0,,0,101\n"
                           "20,1760080219,1,1760080203,79990000021,2.10,GLOBUS,\xCD\xE5\xF2,a,,0,102\n"
                           "x\n";

static const struct smsc_columns_query QUERY = {.size = sizeof(struct smsc_columns_query),
                                                .format = 1,
                                                .all = 1,
                                                .batch = 1,
                                                .source = "the source",
                                                .columns = "id,message,is_final,last_timestamp,malformed,source"};

static int is_valid(const struct ArrowArray *array, int64_t row)
{
    const uint8_t *bits = array->buffers[0];
    return bits == NULL || (bits[row / 8] >> (row % 8) & 1) != 0;
}

static void print_text(const struct ArrowArray *array, int64_t row)
{
    const int32_t *offsets = array->buffers[1];
    const char *texts = array->buffers[2];
    printf("%.*s", (int)(offsets[row + 1] - offsets[row]), texts + offsets[row]);
}

/* Prints the rows of a batch: a line for each, with a bar between the values. */
static void print_rows(const struct ArrowSchema *schema, const struct ArrowArray *batch)
{
    for (int64_t row = 0; row < batch->length; row++) {
        for (int64_t column = 0; column < batch->n_children; column++) {
            const struct ArrowArray *array = batch->children[column];
            const char *format = schema->children[column]->format;
            CHECK(array->offset == 0);
            if (column > 0)
                printf("|");
            if (!is_valid(array, row))
                printf("null");
            else if (strcmp(format, "l") == 0 || strncmp(format, "ts", 2) == 0)
                printf("%lld", (long long)((const int64_t *)array->buffers[1])[row]);
            else if (strcmp(format, "b") == 0)
                printf("%s", ((const uint8_t *)array->buffers[1])[row / 8] >> (row % 8) & 1 ? "true" : "false");
            else if (strcmp(format, "u") == 0)
                print_text(array, row);
            else
                CHECK(!"a format of the columns that are asked for");
        }
        printf("\n");
    }
}

/* Prints all rows of a stream, and returns the error, or 0. */
static int print_stream(struct ArrowArrayStream *stream)
{
    struct ArrowSchema schema;
    CHECK(stream->get_schema(stream, &schema) == 0);
    for (int64_t column = 0; column < schema.n_children; column++)
        printf("%s%s", column > 0 ? "|" : "", schema.children[column]->name);
    printf("\n");
    int error = 0;
    for (;;) {
        struct ArrowArray batch;
        error = stream->get_next(stream, &batch);
        if (error != 0 || batch.release == NULL)
            break;
        print_rows(&schema, &batch);
        batch.release(&batch);
    }
    schema.release(&schema);
    return error;
}

static void the_rows_in_pieces(void)
{
    int released;
    struct ArrowArrayStream stream;
    CHECK(smsc_columns_stream(&QUERY, read_body, new_body(TEXT, 7, 0, &released), release_body, &stream) == SMSC_COLUMNS_OK);
    CHECK(print_stream(&stream) == 0 && released == 0);
    stream.release(&stream);
    CHECK(stream.release == NULL && released == 1);
}

static void an_early_stop(void)
{
    int released;
    struct ArrowArrayStream stream;
    struct ArrowArray batch;
    struct smsc_columns_query query = QUERY;
    query.batch_rows = 1;
    CHECK(smsc_columns_stream(&query, read_body, new_body(TEXT, 1000, 0, &released), release_body, &stream) == SMSC_COLUMNS_OK);
    CHECK(stream.get_next(&stream, &batch) == 0 && batch.length == 1);
    stream.release(&stream);
    CHECK(released == 1);
    /* The batch outlives the stream. */
    CHECK(((const int64_t *)batch.children[0]->buffers[1])[0] == 101);
    batch.release(&batch);
    /* A stream from which nothing is read. */
    CHECK(smsc_columns_stream(&query, read_body, new_body(TEXT, 1000, 0, &released), release_body, &stream) == SMSC_COLUMNS_OK);
    stream.release(&stream);
    CHECK(released == 1);
}

/* A reply that is long enough for several threads: all of it in order, and an early stop. */
static void two_threads(void)
{
    enum { LINES = 110000 };
    char *text = malloc(LINES * 40), *end = text;
    CHECK(text != NULL);
    for (int line = 0; line < LINES; line++)
        end += sprintf(end, "1,1760080210,0,%d,79990000000\n", line);
    struct smsc_columns_query query = {.size = sizeof query, .format = 1, .batch = 1, .columns = "id", .threads = 2};
    for (int64_t most = 1; most <= LINES; most += LINES - 1) {
        int released;
        int64_t rows = 0;
        struct ArrowArrayStream stream;
        CHECK(smsc_columns_stream(&query, read_body, new_body(text, 100000, 0, &released), release_body, &stream) == SMSC_COLUMNS_OK);
        while (rows < most) {
            struct ArrowArray batch;
            CHECK(stream.get_next(&stream, &batch) == 0 && batch.release != NULL);
            for (int64_t row = 0; row < batch.length; row++)
                CHECK(((const int64_t *)batch.children[0]->buffers[1])[row] == rows++);
            batch.release(&batch);
        }
        stream.release(&stream);
        CHECK(released == 1);
    }
    free(text);
}

static void an_error_of_the_callback(void)
{
    int released;
    struct ArrowArrayStream stream;
    struct ArrowArray batch;
    CHECK(smsc_columns_stream(&QUERY, read_body, new_body(TEXT, 20, 1, &released), release_body, &stream) == SMSC_COLUMNS_OK);
    /* The row before it comes first. The end of the second one is not known. */
    CHECK(stream.get_next(&stream, &batch) == 0 && batch.length == 1);
    batch.release(&batch);
    CHECK(stream.get_next(&stream, &batch) != 0);
    printf("%s\n", stream.get_last_error(&stream));
    CHECK(stream.get_next(&stream, &batch) == 0 && batch.release == NULL);
    stream.release(&stream);
    CHECK(released == 1);
    CHECK(smsc_columns_stream(&QUERY, read_too_much, NULL, NULL, &stream) == SMSC_COLUMNS_OK);
    CHECK(stream.get_next(&stream, &batch) != 0);
    printf("%s\n", stream.get_last_error(&stream));
    stream.release(&stream);
}

static void files(const char *folder)
{
    char first[4096], missing[4096];
    snprintf(first, sizeof first, "%s/reply.txt", folder);
    snprintf(missing, sizeof missing, "%s/missing.txt", folder);
    FILE *file = fopen(first, "wb");
    CHECK(file != NULL && fwrite(TEXT, 1, sizeof TEXT - 1, file) == sizeof TEXT - 1 && fclose(file) == 0);
    struct smsc_columns_query query = QUERY;
    query.columns = "id";
    query.format = SMSC_COLUMNS_ANY_FORMAT;
    struct ArrowArrayStream stream;
    CHECK(smsc_columns_files(&query, (const char *[]){first, first}, 2, &stream) == SMSC_COLUMNS_OK);
    CHECK(print_stream(&stream) == 0);
    stream.release(&stream);
    CHECK(smsc_columns_files(&query, (const char *[]){missing}, 1, &stream) == SMSC_COLUMNS_OK);
    CHECK(print_stream(&stream) != 0 && strstr(stream.get_last_error(&stream), "missing.txt") != NULL);
    stream.release(&stream);
    remove(first);
}

/* A query that is rejected: the context stays with the caller, and there is no stream. */
static void rejected(const struct smsc_columns_query *query, int32_t expected)
{
    int released;
    struct body *body = new_body(TEXT, 1, 0, &released);
    struct ArrowArrayStream stream;
    memset(&stream, 0xff, sizeof stream);
    CHECK(smsc_columns_stream(query, read_body, body, release_body, &stream) == expected);
    CHECK(stream.release == NULL && released == 0);
    release_body(body);
}

static void wrong_queries(void)
{
    struct smsc_columns_query query = QUERY;
    struct ArrowArrayStream stream;
    rejected(NULL, SMSC_COLUMNS_NULL);
    CHECK(smsc_columns_stream(&query, NULL, NULL, NULL, &stream) == SMSC_COLUMNS_NULL && stream.release == NULL);
    CHECK(smsc_columns_stream(&query, read_body, NULL, NULL, NULL) == SMSC_COLUMNS_NULL);
    CHECK(smsc_columns_files(&query, NULL, 1, &stream) == SMSC_COLUMNS_NULL && stream.release == NULL);
    CHECK(smsc_columns_files(&query, (const char *[]){NULL}, 1, &stream) == SMSC_COLUMNS_NULL);
    int32_t *members[] = {&query.format, &query.all, &query.batch, &query.charset, &query.kind, &query.dictionary};
    for (size_t member = 0; member < sizeof members / sizeof *members; member++) {
        for (int32_t wrong = -2; wrong < 6; wrong += 7) {
            query = QUERY;
            *members[member] = wrong;
            rejected(&query, SMSC_COLUMNS_VALUE);
        }
    }
    query = QUERY, query.size--;
    rejected(&query, SMSC_COLUMNS_SIZE);
    query = QUERY, query.columns = "id,nosuch";
    rejected(&query, SMSC_COLUMNS_COLUMN);
    query.columns = "id,id";
    rejected(&query, SMSC_COLUMNS_COLUMN);
    query.columns = "\xff";
    rejected(&query, SMSC_COLUMNS_UTF8);
}

int main(int count, char **arguments)
{
    CHECK(count == 2);
    printf("%s\n", smsc_columns_version());
    the_rows_in_pieces();
    an_early_stop();
    two_threads();
    an_error_of_the_callback();
    files(arguments[1]);
    wrong_queries();
    return 0;
}
