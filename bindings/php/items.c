/* The items of a reply, in order: records, malformed records, and missing messages. */
#include "php_smsc_proto.h"

enum { MIN_CAPACITY = 64 * 1024 };

/* Not a result of the C library: the source of the chunks has thrown an exception. */
enum { THROWN = -1 };

static void init(php_smsc_items *items, const php_smsc_query *query)
{
    /* `state` has 1024 bytes, and smsc_reader_begin or smsc_chunk_reader_begin initialises them. */
    memset(items, 0, offsetof(php_smsc_items, state));
    items->query = query;
    items->record.size = sizeof items->record;
    items->error.size = sizeof items->error;
    ZVAL_UNDEF(&items->pending);
    if (query->c.batch) {
        items->cache = ecalloc(1, sizeof *items->cache);
    }
}

void php_smsc_items_of_body(
    php_smsc_items *items, const php_smsc_query *query, const zend_string *body)
{
    init(items, query);
    items->body = body;
}

void php_smsc_items_of_chunks(
    php_smsc_items *items, const php_smsc_query *query, php_smsc_feed feed, void *context)
{
    init(items, query);
    items->feed = feed;
    items->feed_context = context;
}

void php_smsc_items_destroy(php_smsc_items *items)
{
    items->missing_next = items->missing_end;
    items->ended = true;
    zval_ptr_dtor(&items->pending);
    ZVAL_UNDEF(&items->pending);
    if (items->cache != NULL) {
        php_smsc_text_cache_clear(items->cache);
        efree(items->cache);
        items->cache = NULL;
    }
    if (items->memory != NULL) {
        efree(items->memory);
        items->memory = NULL;
    }
}

static int32_t step_in_body(php_smsc_items *items, smsc_api_error *api_error)
{
    if (!items->started) {
        items->started = true;
        const zend_string *body = items->body;
        const int32_t result = smsc_reader_begin(&items->query->c, ZSTR_VAL(body), ZSTR_LEN(body),
            &items->state.reader, api_error, &items->error);
        if (result != SMSC_RESULT_OK) {
            return result;
        }
    }
    return smsc_reader_next(&items->state.reader, &items->record, &items->error);
}

static void append(php_smsc_items *items, const zend_string *chunk)
{
    const size_t more = ZSTR_LEN(chunk);
    /* The cache points into the window, which is about to change. */
    php_smsc_text_cache_clear(items->cache);
    if (items->start + items->len + more > items->capacity) {
        memmove(items->memory, items->memory + items->start, items->len);
        items->start = 0;
    }
    if (items->len + more > items->capacity) {
        const size_t capacity = MAX(MIN_CAPACITY, MAX(items->len + more, 2 * items->capacity));
        /* Set afterwards: the allocation may end the request. */
        items->memory = erealloc(items->memory, capacity);
        items->capacity = capacity;
    }
    memcpy(items->memory + items->start + items->len, ZSTR_VAL(chunk), more);
    items->len += more;
}

/*
 * Removes from the window the bytes that the last step consumed. The caller has copied the texts of
 * that step's record into an object.
 */
static void drop_consumed(php_smsc_items *items)
{
    items->start += items->consumed;
    items->len -= items->consumed;
    items->consumed = 0;
}

static int32_t step_in_chunks(php_smsc_items *items, smsc_api_error *api_error)
{
    if (!items->started) {
        items->started = true;
        const int32_t result =
            smsc_chunk_reader_begin(&items->query->c, 0, &items->state.chunks, NULL);
        if (result != SMSC_RESULT_OK) {
            return result;
        }
        items->memory = emalloc(MIN_CAPACITY);
        items->capacity = MIN_CAPACITY;
    }
    for (;;) {
        drop_consumed(items);
        const int32_t result = smsc_chunk_reader_next(&items->state.chunks,
            items->memory + items->start, items->len, items->feed_ended, &items->consumed,
            &items->record, api_error, &items->error);
        if (result != SMSC_RESULT_NEED_MORE) {
            return result;
        }
        drop_consumed(items);
        zend_string *chunk = items->feed(items->feed_context);
        if (EG(exception)) {
            return THROWN;
        }
        if (chunk == NULL) {
            items->feed_ended = true;
        } else {
            append(items, chunk);
            zend_string_release(chunk);
        }
    }
}

/*
 * Matches the record to the requested pairs, and sets the range of pairs that are missing before
 * the record. Sets `unexpected` if the record was not requested. Returns false if an exception was
 * thrown.
 */
static bool match(php_smsc_items *items, bool *unexpected)
{
    const php_smsc_query *query = items->query;
    size_t missing = 0;
    const int32_t result =
        smsc_requested_match(&query->c, &items->requested_next, &items->record, &missing);
    *unexpected = result == SMSC_RESULT_UNEXPECTED;
    if (result == SMSC_RESULT_OK) {
        items->missing_end = items->requested_next - 1;
        items->missing_next = items->missing_end - missing;
    } else if (!*unexpected) {
        php_smsc_throw_result(result);
        return false;
    }
    return true;
}

/* Returns the script that an API error is of: only send.php adds an id (R61). */
static int32_t endpoint_of(const php_smsc_query *query, const smsc_api_error *error)
{
    if (error->id != 0 || error->text_id.ptr != NULL) {
        return SMSC_ENDPOINT_SEND;
    }
    return query->endpoint == SMSC_ENDPOINT_ANY ? SMSC_ENDPOINT_STATUS : query->endpoint;
}

/*
 * Parses the next item, and sets `pending` and the range of missing pairs. Returns false if an
 * exception was thrown.
 */
static bool advance(php_smsc_items *items)
{
    const php_smsc_query *query = items->query;
    smsc_api_error api_error = {.size = sizeof api_error};
    bool unexpected = false;
    const int32_t result = items->feed == NULL ? step_in_body(items, &api_error)
                                               : step_in_chunks(items, &api_error);
    items->ended = result != SMSC_RESULT_OK;
    items->has_others |= result == SMSC_RESULT_OK || result == SMSC_RESULT_DELETED;
    switch (result) {
    case SMSC_RESULT_OK:
        if (query->count > 0 && !match(items, &unexpected)) {
            items->ended = true;
            return false;
        }
        php_smsc_make_record(&items->pending, &items->record, query, items->cache, unexpected);
        return true;
    case SMSC_RESULT_END:
        items->missing_next = items->requested_next;
        items->missing_end = query->count;
        return true;
    case SMSC_RESULT_DELETED:
        object_init_ex(&items->pending, php_smsc_deleted_ce);
        return true;
    case SMSC_RESULT_REFUSED:
        php_smsc_throw_api_error(&api_error, endpoint_of(query, &api_error));
        return false;
    case THROWN:
        return false;
    }
    if (result < SMSC_RESULT_NOT_A_REPLY) {
        php_smsc_throw_result(result);
        return false;
    }
    if (!query->c.batch || php_smsc_is_no_reply(result)) {
        php_smsc_throw_malformed(&items->error, query, items->body);
        return false;
    }
    items->ended = false;
    if (items->malformed++ == 0) {
        items->first_malformed = items->error;
    }
    php_smsc_make_malformed(&items->pending, &items->error, items->cache);
    return true;
}

bool php_smsc_items_next(php_smsc_items *items, zval *item)
{
    for (;;) {
        if (items->missing_next < items->missing_end) {
            php_smsc_make_missing(item, &items->query->requested[items->missing_next++]);
            return true;
        }
        if (Z_TYPE(items->pending) != IS_UNDEF) {
            ZVAL_COPY_VALUE(item, &items->pending);
            ZVAL_UNDEF(&items->pending);
            return true;
        }
        if (items->ended || !advance(items)) {
            return false;
        }
    }
}
