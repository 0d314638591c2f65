/* The index of requested pairs: it changes no result, its tables are built when they are first
 * needed, and a wrong index is rejected. */
#include "outputs.h"

enum { PAIRS = 500, NUMBERS = 460, RECORDS = 1500, PATTERN = 0xA5 };

static char phones[PAIRS][16], ids[PAIRS][16];
static smsc_requested pairs[PAIRS];
static smsc_requested_index started;
static uint32_t *room;
static size_t room_len;

/* Returns the next of some numbers that are the same in every run. */
static uint32_t random_below(uint32_t end)
{
    static uint32_t state = 1;
    state = state * UINT32_C(1664525) + UINT32_C(1013904223);
    return (state >> 8) % end;
}

/* Some ids and phones are repeated, and the ids after NUMBERS are texts. */
static void make_pairs(void)
{
    for (uint32_t i = 0; i < PAIRS; i++) {
        const uint32_t at = random_below(4) == 0 ? random_below(i + 1) : i;
        snprintf(phones[i], sizeof phones[i], "7999%07lu", (unsigned long)(random_below(4) == 0 ? 7 : at));
        snprintf(ids[i], sizeof ids[i], i < NUMBERS ? "%lu" : "order-%lu", (unsigned long)(100 + at));
        CHECK_NUMBER(smsc_requested_set_text(&pairs[i], ids[i], strlen(ids[i]), phones[i], strlen(phones[i])), SMSC_RESULT_OK);
    }
    CHECK_NUMBER(smsc_requested_index_get_room(PAIRS, &room_len), SMSC_RESULT_OK);
    /* A sanitizer finds any access after the room. */
    room = allocate(room_len * sizeof *room);
}

/* Returns the query of these pairs with a new index, whose tables are not built yet. */
static smsc_query indexed_query(void)
{
    smsc_query query = query_with(pairs, PAIRS);
    memset(room, PATTERN, room_len * sizeof *room);
    CHECK_NUMBER(smsc_requested_index_begin(pairs, PAIRS, room, room_len, &started), SMSC_RESULT_OK);
    query.index = &started;
    return query;
}

/* Returns whether no table was built: nothing was written to the room. */
static int is_unused(void)
{
    const unsigned char *bytes = (const unsigned char *)room;
    for (size_t i = 0; i < room_len * sizeof *room; i++) {
        if (bytes[i] != PATTERN) {
            return 0;
        }
    }
    return 1;
}

/* Sets a record of the pair `at`, or of no pair, whose id or phone may be absent or another one. */
static void make_record(smsc_record *record, size_t at)
{
    CHECK_NUMBER(smsc_record_init(record, SMSC_STATUS_DELIVERED), SMSC_RESULT_OK);
    record->encoding = SMSC_CHARSET_UTF8;
    if (random_below(8) != 0) {
        record->text_id = (smsc_view){ids[at], strlen(ids[at])};
    }
    if (random_below(8) != 0) {
        const char *phone = phones[random_below(8) == 0 ? random_below(PAIRS) : at];
        record->phone = (smsc_view){phone, strlen(phone)};
    }
}

/* Matches records in a random order that drifts forward, with the index and without it. */
static void same_matches(void)
{
    const smsc_query plain = query_with(pairs, PAIRS), indexed = indexed_query();
    smsc_record record = {.size = sizeof record};
    size_t found = 0, unexpected = 0;
    for (uint32_t from = 0; from < PAIRS; from += 100) {
        for (int i = 0; i < RECORDS; i++) {
            make_record(&record, random_below(PAIRS));
            /* Each record starts anew, so that most of them are not near the next pair. */
            size_t next = from, next_plain = from, missing = 77, missing_plain = 77;
            const int32_t result = smsc_requested_match(&indexed, &next, &record, &missing);
            CHECK_NUMBER(result, smsc_requested_match(&plain, &next_plain, &record, &missing_plain));
            CHECK(next == next_plain && missing == missing_plain);
            found += result == SMSC_RESULT_OK;
            unexpected += result == SMSC_RESULT_UNEXPECTED;
        }
    }
    CHECK(found > RECORDS && unexpected > RECORDS && !is_unused());
}

/* Returns a batch of fmt 1, in memory that the caller frees. If it is shuffled, it contains what
 * the slow path of the library parses: texts that could end before the next line, so that the pairs
 * decide where they end, and ids that are texts. */
static char *make_body(size_t *len, int is_shuffled)
{
    const size_t size = PAIRS * 100;
    char *lines = allocate(size);
    *len = 0;
    for (size_t i = 0; i < NUMBERS; i++) {
        const size_t at = is_shuffled ? random_below(PAIRS) : i;
        *len += (size_t)snprintf(lines + *len, size - *len, "1,1760080210,0,1760080202,%s,2.12,G,D,text%s,,0,%s\n", phones[at],
                                 is_shuffled && random_below(2) == 0 ? "\n1,1,1" : "", ids[at]);
    }
    return lines;
}

/* Adds a record, or a failure, to a hash. */
static uint64_t add(uint64_t digest, int32_t result, const smsc_record *record, const char *start)
{
    const uint64_t of_record[] = {record->id, record->text_id.len, record->message.len, (uint64_t)(record->phone.ptr - start)};
    digest = digest * 31 + (uint64_t)result;
    for (size_t i = 0; result == SMSC_RESULT_OK && i < sizeof of_record / sizeof *of_record; i++) {
        digest = digest * 31 + of_record[i];
    }
    return digest;
}

static uint64_t read_whole(const smsc_query *query, const char *lines, size_t len)
{
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    uint64_t digest = 0;
    size_t next = 0, missing = 0;
    int32_t result = smsc_reader_begin(query, lines, len, &reader, NULL, NULL);
    CHECK_NUMBER(result, SMSC_RESULT_OK);
    while ((result = smsc_reader_next(&reader, &record, NULL)) != SMSC_RESULT_END) {
        digest = add(digest, result, &record, lines);
        if (result == SMSC_RESULT_OK) {
            digest = digest * 31 + (uint64_t)smsc_requested_match(query, &next, &record, &missing);
            digest = digest * 31 + next + missing;
        }
    }
    return digest;
}

static uint64_t read_in_chunks(const smsc_query *query, const char *lines, size_t len)
{
    smsc_chunk_reader chunks;
    smsc_record record = {.size = sizeof record};
    uint64_t digest = 0;
    size_t from = 0, to = 0, consumed = 0;
    int32_t result = smsc_chunk_reader_begin(query, 0, &chunks, NULL);
    CHECK_NUMBER(result, SMSC_RESULT_OK);
    while (result != SMSC_RESULT_END) {
        result = smsc_chunk_reader_next(&chunks, lines + from, to - from, to == len, &consumed, &record, NULL, NULL);
        if (result == SMSC_RESULT_NEED_MORE) {
            to = len - to < 700 ? len : to + 700;
        } else {
            digest = add(digest, result, &record, lines);
        }
        from += consumed;
    }
    return digest;
}

/* A reply in the order of the request needs no table; a shuffled one needs it in each reader. */
static void same_replies(void)
{
    const smsc_query plain_of_0 = query_with(pairs, PAIRS);
    for (int is_shuffled = 0; is_shuffled < 2; is_shuffled++) {
        size_t len = 0;
        char *lines = make_body(&len, is_shuffled);
        smsc_query plain = plain_of_0, indexed = indexed_query();
        plain.all = indexed.all = 1;
        CHECK(read_whole(&indexed, lines, len) == read_whole(&plain, lines, len));
        CHECK(is_unused() == !is_shuffled);
        indexed.index = indexed_query().index;
        CHECK(read_in_chunks(&indexed, lines, len) == read_in_chunks(&plain, lines, len));
        CHECK(is_unused() == !is_shuffled);
        free(lines);
    }
}

/* The room is at most what the header says, and enough for any number of pairs. */
static void rooms(void)
{
    const smsc_record last = made_record();
    smsc_requested_index index;
    for (size_t count = 0; count < 70; count++) {
        size_t len = 0, next = 0, missing = 0;
        CHECK_NUMBER(smsc_requested_index_get_room(count, &len), SMSC_RESULT_OK);
        CHECK(len <= 9 * count + 12);
        uint32_t *lent = allocate(len * sizeof *lent);
        smsc_requested *some = allocate(count * sizeof *some);
        for (size_t i = 0; i < count; i++) {
            CHECK_NUMBER(smsc_requested_set(&some[i], i + 1 < count ? 1 : 101, "79990000001", 11), SMSC_RESULT_OK);
        }
        REJECTS(BUFFER, smsc_requested_index_begin(some, count, lent, len - 1, &out.index));
        CHECK_NUMBER(smsc_requested_index_begin(some, count, lent, len, &index), SMSC_RESULT_OK);
        smsc_query query = query_with(some, count);
        query.index = &index;
        CHECK_NUMBER(smsc_requested_match(&query, &next, &last, &missing), count == 0 ? SMSC_RESULT_UNEXPECTED : SMSC_RESULT_OK);
        CHECK(next == count && (count == 0 || missing == count - 1));
        free(some);
        free(lent);
    }
    REJECTS(VALUE, smsc_requested_index_get_room((size_t)PTRDIFF_MAX / sizeof(smsc_requested) + 1, &out.len));
    REJECTS(VALUE, smsc_requested_index_get_room(SIZE_MAX, &out.len));
    REJECTS(VALUE, smsc_requested_index_begin(pairs, PAIRS, room, SIZE_MAX, &out.index));
    REJECTS(VALUE, smsc_requested_index_begin(pairs, SIZE_MAX, room, room_len, &out.index));
}

/* Calls each kind of function that takes a query, with an index that it must not use. */
static void rejected(const smsc_query *query, int32_t wanted)
{
    const smsc_record record = made_record();
    for (int i = 0; i < 4; i++) {
        int32_t result = -1;
        prepare();
        switch (i) {
        case 0: result = smsc_reader_begin(query, BODY, &out.reader, &out.api_error, &out.error); break;
        case 1: result = smsc_chunk_reader_begin(query, 0, &out.chunks, &out.len); break;
        case 2: result = smsc_writer_begin(query, 0, &out.writer, out.buf, sizeof out.buf, &out.len, &out.error); break;
        case 3: result = smsc_requested_match(query, &out.next, &record, &out.len); break;
        }
        CHECK_NUMBER(result, wanted);
        CHECK(is_untouched());
    }
}

/* An index that was not started, and one of other pairs. */
static void wrong_indexes(void)
{
    smsc_query query = indexed_query();
    smsc_requested_index other;
    query.requested_len = PAIRS - 1;
    rejected(&query, SMSC_RESULT_VALUE);
    query.requested = pairs + 1;
    rejected(&query, SMSC_RESULT_VALUE);
    query.requested = NULL;
    query.requested_len = 0;
    rejected(&query, SMSC_RESULT_VALUE);
    query = indexed_query();
    query.index = &other;
    memset(&other, 0, sizeof other);
    rejected(&query, SMSC_RESULT_STATE);
    memset(&other, PATTERN, sizeof other);
    rejected(&query, SMSC_RESULT_STATE);
}

int main(void)
{
    make_pairs();
    same_matches();
    same_replies();
    rooms();
    wrong_indexes();
    free(room);
    return failures == 0 ? 0 : 1;
}
