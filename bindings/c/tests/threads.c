/* Many threads at once: they share a body, a query, pairs and the library's tables; each has its
 * own readers and writers. Each must compute the number that one thread computes alone. `threads
 * shared` makes a data race, to prove that the sanitizer is on. */
#define _POSIX_C_SOURCE 200809L /* barriers */
#include "check.h"
#include <pthread.h>

enum { THREADS = 8, ROUNDS = 3, RECORDS = 300, CHUNK = 501 };

/* What the threads share. They write to none of it; the library writes to the index. */
static struct {
    char *body;
    size_t len;
    smsc_requested pairs[RECORDS];
    smsc_query query;
    smsc_requested_index index;
    uint32_t room[9 * RECORDS + 12];
} shared;

static pthread_barrier_t start;

/* Adds bytes to an FNV-1a hash of everything that was parsed: threads compare hashes. */
static uint64_t add(uint64_t digest, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < len; i++) {
        digest = (digest ^ at[i]) * UINT64_C(1099511628211);
    }
    return digest;
}

static uint64_t add_number(uint64_t digest, int64_t number)
{
    return add(digest, &number, sizeof number);
}

static uint64_t add_view(uint64_t digest, smsc_view view)
{
    return add(add_number(digest, (int64_t)view.len), view.ptr, view.len);
}

/* Adds a record to the hash: its numbers, its text in UTF-8, its name and its outcome. */
static uint64_t add_record(uint64_t digest, const smsc_record *record)
{
    char text[256];
    size_t len = 0;
    uint64_t cost = 0;
    smsc_view name = {NULL, 0};
    smsc_outcome outcome = {.size = sizeof outcome};
    digest = add_number(add_number(digest, record->id), record->status);
    digest = add_number(digest, smsc_text_decode(record->message, record->encoding, text, sizeof text, &len));
    digest = add(digest, text, len);
    digest = add_number(digest, smsc_cost_decode(record->cost, &cost));
    digest = add_number(digest, (int64_t)cost);
    digest = add_number(digest, smsc_code_name(SMSC_TABLE_STATUS, record->status, SMSC_LANG_RU, &name));
    digest = add_view(digest, name);
    digest = add_number(digest, smsc_outcome_lookup_record(record, SMSC_KIND_AUTO, SMSC_LANG_FR, &outcome));
    return add_view(digest, outcome.advice);
}

static uint64_t add_matched(uint64_t digest, const smsc_record *record, size_t *next)
{
    size_t missing = 0;
    digest = add_number(digest, smsc_requested_match(&shared.query, next, record, &missing));
    return add_record(add_number(digest, (int64_t)missing), record);
}

static uint64_t read_whole(uint64_t digest)
{
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    size_t next = 0;
    int32_t result = smsc_reader_begin(&shared.query, shared.body, shared.len, &reader, NULL, NULL);
    digest = add_number(digest, result);
    while ((result = smsc_reader_next(&reader, &record, NULL)) == SMSC_RESULT_OK) {
        digest = add_matched(digest, &record, &next);
    }
    return add_number(digest, result);
}

static uint64_t read_in_chunks(uint64_t digest)
{
    smsc_chunk_reader chunks;
    smsc_record record = {.size = sizeof record};
    size_t window = 0, consumed = 0, from = 0, to = CHUNK, next = 0;
    int32_t result = smsc_chunk_reader_begin(&shared.query, 0, &chunks, &window);
    do {
        result = smsc_chunk_reader_next(&chunks, shared.body + from, to - from, to == shared.len, &consumed, &record, NULL, NULL);
        from += consumed;
        if (result == SMSC_RESULT_OK) {
            digest = add_matched(digest, &record, &next);
        } else if (result == SMSC_RESULT_NEED_MORE) {
            to = shared.len - to < CHUNK ? shared.len : to + CHUNK;
        }
    } while (result == SMSC_RESULT_OK || result == SMSC_RESULT_NEED_MORE);
    return add_number(digest, result);
}

static uint64_t write_all(uint64_t digest)
{
    smsc_writer writer;
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    char buf[512];
    size_t len = 0;
    smsc_query json = shared.query;
    json.format = SMSC_FORMAT_JSON;
    digest = add_number(digest, smsc_reader_begin(&shared.query, shared.body, shared.len, &reader, NULL, NULL));
    digest = add_number(digest, smsc_writer_begin(&json, 1, &writer, buf, sizeof buf, &len, NULL));
    while (smsc_reader_next(&reader, &record, NULL) == SMSC_RESULT_OK) {
        digest = add_number(digest, smsc_writer_write_record(&writer, &record, buf, sizeof buf, &len, NULL));
        digest = add(digest, buf, len);
    }
    return add_number(digest, smsc_writer_end(&writer, buf, sizeof buf, &len, NULL));
}

static uint64_t all_of_it(void)
{
    uint64_t digest = UINT64_C(14695981039346656037);
    for (int i = 0; i < ROUNDS; i++) {
        digest = write_all(read_in_chunks(read_whole(digest)));
        digest = add(digest, smsc_result_describe(SMSC_RESULT_FIELD), strlen(smsc_result_describe(SMSC_RESULT_FIELD)));
        digest = add_number(digest, smsc_abi_get());
    }
    return digest;
}

static void *run(void *result)
{
    pthread_barrier_wait(&start);
    *(uint64_t *)result = all_of_it();
    return NULL;
}

/* One output for all threads: a data race, even though all of them write the same. */
static void *run_shared(void *outcome)
{
    pthread_barrier_wait(&start);
    for (int i = 0; i < 1000; i++) {
        smsc_outcome_lookup_codes(SMSC_STATUS_UNDELIVERABLE, SMSC_ERR_NO_SUBSCRIBER, -1, SMSC_LANG_EN, outcome);
    }
    return NULL;
}

static void make_body(void)
{
    static const char record[] = "1,1760080210,0,1760080202,%ld,2.12,G,D,\xcf\xf0\xe8\xe2\xe5\xf2,\x95 %ld,,0,%ld\n";
    static char phones[RECORDS][32];
    shared.body = allocate(2 * RECORDS * 128);
    for (long i = 0; i < RECORDS; i++) {
        const size_t size = 2 * RECORDS * 128 - shared.len;
        /* Every second record is one that was not requested, so that each thread needs the index. */
        shared.len += (size_t)snprintf(shared.body + shared.len, size, record, 79990000000L + i, i, 100 + i);
        shared.len += (size_t)snprintf(shared.body + shared.len, size - 128, record, 79990000000L + i, i, 1000 + i);
        snprintf(phones[i], sizeof phones[i], "%ld", 79990000000L + i);
        CHECK_NUMBER(smsc_requested_set(&shared.pairs[i], (uint32_t)(100 + i), phones[i], strlen(phones[i])), SMSC_RESULT_OK);
    }
    shared.query = query_of(SMSC_FORMAT_VALUES);
    shared.query.all = 1;
    shared.query.batch = 1;
    shared.query.requested = shared.pairs;
    shared.query.requested_len = RECORDS;
    shared.query.index = &shared.index;
}

/* Starts the index, whose tables are not built yet: all threads need them at the same time. */
static void start_index(void)
{
    const size_t len = sizeof shared.room / sizeof *shared.room;
    CHECK_NUMBER(smsc_requested_index_begin(shared.pairs, RECORDS, shared.room, len, &shared.index), SMSC_RESULT_OK);
}

int main(int argc, char **argv)
{
    pthread_t threads[THREADS];
    uint64_t digests[THREADS] = {0};
    smsc_outcome outcome = {.size = sizeof outcome};
    const int is_forbidden = argc > 1 && strcmp(argv[1], "shared") == 0;
    make_body();
    start_index();
    const uint64_t wanted = all_of_it();
    start_index();
    CHECK(shared.len > RECORDS * 50);
    CHECK_NUMBER(pthread_barrier_init(&start, NULL, THREADS), 0);
    for (int i = 0; i < THREADS; i++) {
        void *argument = is_forbidden ? (void *)&outcome : (void *)&digests[i];
        CHECK_NUMBER(pthread_create(&threads[i], NULL, is_forbidden ? run_shared : run, argument), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        CHECK_NUMBER(pthread_join(threads[i], NULL), 0);
        CHECK(is_forbidden || digests[i] == wanted);
    }
    /* All threads could have the same error, so check that the body was parsed. */
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    size_t next = 0, count = 0;
    CHECK_NUMBER(smsc_reader_begin(&shared.query, shared.body, shared.len, &reader, NULL, NULL), SMSC_RESULT_OK);
    while (smsc_reader_next(&reader, &record, NULL) == SMSC_RESULT_OK) {
        size_t missing = 1;
        const int32_t wanted_result = count % 2 == 0 ? SMSC_RESULT_OK : SMSC_RESULT_UNEXPECTED;
        CHECK_NUMBER(smsc_requested_match(&shared.query, &next, &record, &missing), wanted_result);
        count++;
    }
    CHECK_NUMBER(count, 2 * RECORDS);
    pthread_barrier_destroy(&start);
    free(shared.body);
    return failures == 0 ? 0 : 1;
}
