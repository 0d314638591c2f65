/* What stands in a reply, one after the other: records, what cannot be read, and what did not come. */
#include "php_smsc_proto.h"

enum { LEAST_CAPACITY = 64 * 1024 };

/* No result of the library: the source of the chunks has thrown. */
enum { THROWN = -1 };

static void init(php_smsc_items *items, const php_smsc_query *query)
{
    /* The state of the library is 640 bytes, and begun before it is looked at. */
    memset(items, 0, offsetof(php_smsc_items, state));
    items->query = query;
    items->record.size = sizeof items->record;
    items->error.size = sizeof items->error;
    ZVAL_UNDEF(&items->behind);
    if (query->c.batch) {
        items->seen = ecalloc(1, sizeof *items->seen);
    }
}

void php_smsc_items_of_body(php_smsc_items *items, const php_smsc_query *query, const zend_string *body)
{
    init(items, query);
    items->body = body;
}

void php_smsc_items_of_chunks(php_smsc_items *items, const php_smsc_query *query, php_smsc_feed feed, void *context)
{
    init(items, query);
    items->feed = feed;
    items->feed_context = context;
}

void php_smsc_items_destroy(php_smsc_items *items)
{
    items->told = items->missing_to;
    items->over = true;
    zval_ptr_dtor(&items->behind);
    ZVAL_UNDEF(&items->behind);
    if (items->seen != NULL) {
        php_smsc_forget(items->seen);
        efree(items->seen);
        items->seen = NULL;
    }
    if (items->memory != NULL) {
        efree(items->memory);
        items->memory = NULL;
    }
}

static int32_t step_in_body(php_smsc_items *items, smsc_api_error *refusal)
{
    if (!items->begun) {
        items->begun = true;
        const zend_string *body = items->body;
        const int32_t result =
            smsc_reader_begin(&items->query->c, ZSTR_VAL(body), ZSTR_LEN(body), &items->state.reader, refusal, &items->error);
        if (result != SMSC_RESULT_OK) {
            return result;
        }
    }
    return smsc_reader_next(&items->state.reader, &items->record, &items->error);
}

static void append(php_smsc_items *items, const zend_string *chunk)
{
    const size_t more = ZSTR_LEN(chunk);
    php_smsc_forget(items->seen);
    if (items->start + items->len + more > items->capacity) {
        memmove(items->memory, items->memory + items->start, items->len);
        items->start = 0;
    }
    if (items->len + more > items->capacity) {
        items->capacity = MAX(LEAST_CAPACITY, MAX(items->len + more, 2 * items->capacity));
        items->memory = erealloc(items->memory, items->capacity);
    }
    memcpy(items->memory + items->start + items->len, ZSTR_VAL(chunk), more);
    items->len += more;
}

/* Lets go of what the last step used. The texts of its record lay there, and are objects of their own by now. */
static void drop_used(php_smsc_items *items)
{
    items->start += items->used;
    items->len -= items->used;
    items->used = 0;
}

static int32_t step_in_chunks(php_smsc_items *items, smsc_api_error *refusal)
{
    if (!items->begun) {
        items->begun = true;
        const int32_t result = smsc_chunk_reader_begin(&items->query->c, 0, &items->state.chunks, NULL);
        if (result != SMSC_RESULT_OK) {
            return result;
        }
        items->memory = emalloc(LEAST_CAPACITY);
        items->capacity = LEAST_CAPACITY;
    }
    for (;;) {
        drop_used(items);
        const int32_t result = smsc_chunk_reader_next(&items->state.chunks, items->memory + items->start, items->len, items->fed_up,
            &items->used, &items->record, refusal, &items->error);
        if (result != SMSC_RESULT_NEED_MORE) {
            return result;
        }
        drop_used(items);
        zend_string *chunk = items->feed(items->feed_context);
        if (EG(exception)) {
            return THROWN;
        }
        if (chunk == NULL) {
            items->fed_up = true;
        } else {
            append(items, chunk);
            zend_string_release(chunk);
        }
    }
}

/* Puts a record behind the pairs that are missing in front of it. */
static bool match(php_smsc_items *items, bool *unasked)
{
    const php_smsc_query *query = items->query;
    size_t missing = 0;
    const int32_t result = smsc_requested_match(query->requested, query->count, &items->asked_next, &items->record, &missing);
    *unasked = result == SMSC_RESULT_UNEXPECTED;
    if (result == SMSC_RESULT_OK) {
        items->missing_to = items->asked_next - 1;
        items->told = items->missing_to - missing;
    } else if (!*unasked) {
        php_smsc_throw_result(result);
        return false;
    }
    return true;
}

/* Finds what comes next, and leaves it in `behind` and the missing pairs. False when an exception has been thrown. */
static bool find(php_smsc_items *items)
{
    const php_smsc_query *query = items->query;
    smsc_api_error refusal = {.size = sizeof refusal};
    bool unasked = false;
    const int32_t result = items->feed == NULL ? step_in_body(items, &refusal) : step_in_chunks(items, &refusal);
    items->over = result != SMSC_RESULT_OK;
    switch (result) {
    case SMSC_RESULT_OK:
        if (query->count > 0 && !match(items, &unasked)) {
            items->over = true;
            return false;
        }
        php_smsc_status(&items->behind, &items->record, query, items->seen, unasked);
        return true;
    case SMSC_RESULT_END:
        items->told = items->asked_next;
        items->missing_to = query->count;
        return true;
    case SMSC_RESULT_DELETED:
        object_init_ex(&items->behind, php_smsc_deleted_ce);
        return true;
    case SMSC_RESULT_REFUSED:
        php_smsc_throw_refusal(&refusal);
        return false;
    case THROWN:
        return false;
    }
    if (result < SMSC_RESULT_NOT_A_REPLY) {
        php_smsc_throw_result(result);
        return false;
    }
    if (!query->c.batch || php_smsc_is_no_reply(result)) {
        php_smsc_throw_malformed(&items->error);
        return false;
    }
    items->over = false;
    php_smsc_malformed(&items->behind, &items->error);
    return true;
}

bool php_smsc_items_next(php_smsc_items *items, zval *item)
{
    for (;;) {
        if (items->told < items->missing_to) {
            php_smsc_missing(item, &items->query->pairs[items->told++]);
            return true;
        }
        if (Z_TYPE(items->behind) != IS_UNDEF) {
            ZVAL_COPY_VALUE(item, &items->behind);
            ZVAL_UNDEF(&items->behind);
            return true;
        }
        if (items->over || !find(items)) {
            return false;
        }
    }
}
