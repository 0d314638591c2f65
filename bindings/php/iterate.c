/*
 * Smsc\Records: a body or a source of chunks. Each iteration parses it from the start, if the
 * source is not a stream.
 */
#include "php_smsc_proto.h"

#include <ext/spl/spl_exceptions.h>
#include <zend_exceptions.h>
#include <zend_interfaces.h>

/* How many bytes are read from a stream at a time. */
enum { STREAM_CHUNK = 1 << 16 };

/* The object: its source is a string, an array, a stream or a Traversable. */
typedef struct records {
    php_smsc_query query;
    zval source;
    /* Whether a loop has begun to read the source, if the source is a stream. */
    bool stream_begun;
    /* Whether a record of the last iteration looks like UTF-8 that is read in another charset. */
    bool looks_like_utf8;
    zend_object std;
} records;

/* One iteration over a Smsc\Records, which is in `base.data`. */
typedef struct iteration {
    zend_object_iterator base;
    php_smsc_items items;
    zval current;
    zend_ulong position;
    /* The position in the source if the source is an array; else the source's iterator. */
    HashPosition next_chunk;
    zend_object_iterator *chunks;
    /* Whether the source's iterator was rewound. */
    bool rewound;
    /* Set while PHP code of the source or of a destructor may run: that code must not move this. */
    bool running;
} iteration;

static zend_object_handlers handlers;

static records *records_of(const zval *object)
{
    return (records *)((char *)Z_OBJ_P(object) - offsetof(records, std));
}

/* Returns the chunk, or throws and returns NULL if `value` is not a string. */
static zend_string *chunk_of(zval *value)
{
    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) != IS_STRING) {
        zend_type_error(
            "smsc_iterate(): Argument #1 ($source) must yield chunks of type string, %s yielded",
            zend_zval_type_name(value));
        return NULL;
    }
    return zend_string_copy(Z_STR_P(value));
}

static zend_string *feed_from_array(void *context)
{
    iteration *it = context;
    HashTable *chunks = Z_ARRVAL(records_of(&it->base.data)->source);
    zval *value = zend_hash_get_current_data_ex(chunks, &it->next_chunk);
    zend_hash_move_forward_ex(chunks, &it->next_chunk);
    return value == NULL ? NULL : chunk_of(value);
}

static zend_string *feed_from_iterator(void *context)
{
    iteration *it = context;
    if (it->rewound) {
        it->chunks->funcs->move_forward(it->chunks);
    } else if (it->chunks->funcs->rewind != NULL) {
        it->chunks->funcs->rewind(it->chunks);
    }
    it->rewound = true;
    if (EG(exception) || it->chunks->funcs->valid(it->chunks) != SUCCESS || EG(exception)) {
        return NULL;
    }
    zval *value = it->chunks->funcs->get_current_data(it->chunks);
    return EG(exception) || value == NULL ? NULL : chunk_of(value);
}

/*
 * Reads a chunk from a stream. A stream that has no bytes now and is not at its end has no data
 * because its time is up, or because it does not wait: its end is unknown, so this is an error.
 */
static zend_string *feed_from_stream(void *context)
{
    iteration *it = context;
    php_stream *stream = php_smsc_stream(&records_of(&it->base.data)->source);
    if (stream == NULL) {
        zend_type_error("smsc_iterate(): Argument #1 ($source) is a stream that has been closed");
        return NULL;
    }
    zend_string *chunk = php_stream_read_to_str(stream, STREAM_CHUNK);
    if (EG(exception)) {
        if (chunk != NULL) {
            zend_string_release(chunk);
        }
        return NULL;
    }
    if (chunk != NULL && ZSTR_LEN(chunk) > 0) {
        return chunk;
    }
    const bool has_ended = chunk != NULL && php_stream_eof(stream);
    if (chunk != NULL) {
        zend_string_release(chunk);
    }
    if (!has_ended) {
        zend_throw_exception(spl_ce_RuntimeException,
            "smsc_iterate(): The stream could not be read to its end", 0);
    }
    return NULL;
}

/*
 * Frees the current item. An item can be the key of a WeakMap whose values have destructors, so the
 * field is emptied first: a destructor may use this iteration.
 */
static void drop_current(iteration *it)
{
    zval dropped;
    ZVAL_COPY_VALUE(&dropped, &it->current);
    ZVAL_UNDEF(&it->current);
    zval_ptr_dtor(&dropped);
}

/*
 * Frees everything that the iteration holds. To be called while `running` is set, because the end
 * of a generator runs its `finally` blocks.
 */
static void stop(iteration *it)
{
    zend_object_iterator *chunks = it->chunks;
    it->chunks = NULL;
    php_smsc_items_destroy(&it->items);
    drop_current(it);
    if (chunks != NULL) {
        zend_iterator_dtor(chunks);
    }
}

/*
 * Starts an iteration from the start of the source. If this throws, the iteration stays at its end.
 * To be called while `running` is set, because the source's getIterator() may be PHP code.
 */
static void start(iteration *it)
{
    records *object = records_of(&it->base.data);
    it->position = 0;
    it->rewound = false;
    object->looks_like_utf8 = false;
    if (Z_TYPE(object->source) == IS_STRING) {
        php_smsc_items_of_body(&it->items, &object->query, Z_STR(object->source));
        return;
    }
    if (Z_TYPE(object->source) == IS_ARRAY) {
        zend_hash_internal_pointer_reset_ex(Z_ARRVAL(object->source), &it->next_chunk);
        php_smsc_items_of_chunks(&it->items, &object->query, feed_from_array, it);
        return;
    }
    if (Z_TYPE(object->source) == IS_RESOURCE) {
        /* The bytes that the first loop has read are gone. */
        if (object->stream_begun) {
            zend_throw_error(NULL, "smsc_iterate(): A stream can be traversed only once");
            return;
        }
        object->stream_begun = true;
        php_smsc_items_of_chunks(&it->items, &object->query, feed_from_stream, it);
        return;
    }
    /* Some extensions create objects without their constructor, although it is private. */
    if (Z_TYPE(object->source) != IS_OBJECT) {
        zend_throw_error(NULL, "Smsc\\Records has no source: use smsc_iterate() to create one");
        return;
    }
    zend_class_entry *ce = Z_OBJCE(object->source);
    it->chunks = ce->get_iterator(ce, (zval *)&object->source, 0);
    if (it->chunks != NULL) {
        php_smsc_items_of_chunks(&it->items, &object->query, feed_from_iterator, it);
    }
}

/* Parses the next item. To be called while `running` is set. */
static void advance(iteration *it)
{
    drop_current(it);
    if (PHP_SMSC_MUST_STOP() || !php_smsc_items_next(&it->items, &it->current)) {
        return;
    }
    zend_object *item = Z_OBJ(it->current);
    if (item->ce == php_smsc_record_ce
            && Z_TYPE_P(OBJ_PROP_NUM(item, PHP_SMSC_SLOT_LOOKS_LIKE_UTF8)) == IS_TRUE) {
        records_of(&it->base.data)->looks_like_utf8 = true;
    }
}

/*
 * Returns whether the iteration is being moved already, and throws if so: the source may be PHP
 * code that holds the iterator which is waiting for the source's next chunk.
 */
static bool is_running(const iteration *it)
{
    if (it->running) {
        zend_throw_error(NULL,
            "smsc_iterate(): the source of the chunks must not move the iterator that reads them");
    }
    return it->running;
}

static void iteration_dtor(zend_object_iterator *base)
{
    iteration *it = (iteration *)base;
    /* Never reset: code called from here may still reach the iterator through a WeakReference. */
    it->running = true;
    stop(it);
    zval_ptr_dtor(&base->data);
}

static int iteration_valid(zend_object_iterator *base)
{
    return Z_TYPE(((iteration *)base)->current) == IS_UNDEF ? FAILURE : SUCCESS;
}

static zval *iteration_current(zend_object_iterator *base)
{
    zval *current = &((iteration *)base)->current;
    return Z_TYPE_P(current) == IS_UNDEF ? NULL : current;
}

static void iteration_key(zend_object_iterator *base, zval *key)
{
    ZVAL_LONG(key, (zend_long)((iteration *)base)->position);
}

static void iteration_forward(zend_object_iterator *base)
{
    iteration *it = (iteration *)base;
    if (!is_running(it)) {
        it->running = true;
        it->position++;
        advance(it);
        it->running = false;
    }
}

static void iteration_rewind(zend_object_iterator *base)
{
    iteration *it = (iteration *)base;
    if (!is_running(it)) {
        it->running = true;
        stop(it);
        if (!EG(exception)) {
            start(it);
        }
        advance(it);
        it->running = false;
    }
}

/* For cycles: the source may hold the loop that iterates over the source. */
static HashTable *iteration_get_gc(zend_object_iterator *base, zval **table, int *n)
{
    iteration *it = (iteration *)base;
    zend_get_gc_buffer *held = zend_get_gc_buffer_create();
    zend_get_gc_buffer_add_zval(held, &base->data);
    zend_get_gc_buffer_add_zval(held, &it->current);
    if (it->chunks != NULL) {
        zend_get_gc_buffer_add_obj(held, &it->chunks->std);
    }
    zend_get_gc_buffer_use(held, table, n);
    return NULL;
}

static const zend_object_iterator_funcs FUNCTIONS = {
    .dtor = iteration_dtor,
    .valid = iteration_valid,
    .get_current_data = iteration_current,
    .get_current_key = iteration_key,
    .move_forward = iteration_forward,
    .rewind = iteration_rewind,
    .get_gc = iteration_get_gc,
};

static zend_object_iterator *get_iterator(zend_class_entry *ce, zval *object, int by_ref)
{
    if (by_ref) {
        zend_throw_error(NULL, "An iterator cannot be used with foreach by reference");
        return NULL;
    }
    iteration *it = ecalloc(1, sizeof *it);
    zend_iterator_init(&it->base);
    ZVAL_OBJ_COPY(&it->base.data, Z_OBJ_P(object));
    it->base.funcs = &FUNCTIONS;
    /* At its end until it is rewound. */
    it->items.ended = true;
    return &it->base;
}

static zend_object *create(zend_class_entry *ce)
{
    records *object = zend_object_alloc(sizeof *object, ce);
    zend_object_std_init(&object->std, ce);
    object_properties_init(&object->std, ce);
    object->std.handlers = &handlers;
    return &object->std;
}

static void free_records(zend_object *object)
{
    records *self = (records *)((char *)object - offsetof(records, std));
    /* First: ends the weak references to the object, which the source's destructor could follow. */
    zend_object_std_dtor(object);
    php_smsc_query_destroy(&self->query);
    zval_ptr_dtor(&self->source);
}

static HashTable *get_gc(zend_object *object, zval **table, int *n)
{
    records *self = (records *)((char *)object - offsetof(records, std));
    *table = &self->source;
    *n = 1;
    return zend_std_get_properties(object);
}

PHP_METHOD(Smsc_Records, getIterator)
{
    ZEND_PARSE_PARAMETERS_NONE();
    zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

PHP_METHOD(Smsc_Records, looksLikeUtf8)
{
    ZEND_PARSE_PARAMETERS_NONE();
    RETURN_BOOL(records_of(ZEND_THIS)->looks_like_utf8);
}

php_stream *php_smsc_stream(zval *source)
{
    /* The macros of PHP throw. */
    return zend_fetch_resource2_ex(source, NULL, php_file_le_stream(), php_file_le_pstream());
}

void php_smsc_make_records(zval *target, const zval *source, const php_smsc_query *query)
{
    object_init_ex(target, php_smsc_records_ce);
    records *object = records_of(target);
    object->query = *query;
    ZVAL_COPY(&object->source, source);
}

void php_smsc_iterate_init(void)
{
    php_smsc_records_ce->create_object = create;
    php_smsc_records_ce->get_iterator = get_iterator;
    memcpy(&handlers, &std_object_handlers, sizeof handlers);
    handlers.offset = offsetof(records, std);
    handlers.free_obj = free_records;
    handlers.get_gc = get_gc;
    handlers.clone_obj = NULL;
}
