/* Smsc\Records: a body or the source of its chunks, read again by each iteration. */
#include "php_smsc_proto.h"

#include <zend_exceptions.h>
#include <zend_interfaces.h>

typedef struct records {
    php_smsc_query query;
    zval source;
    zend_object std;
} records;

typedef struct iteration {
    zend_object_iterator base;
    php_smsc_items items;
    zval current;
    zend_ulong position;
    /* The source of the chunks: of an array the place in it, of anything else its iterator. */
    HashPosition next_chunk;
    zend_object_iterator *chunks;
    bool fed;
    bool running;
} iteration;

static zend_object_handlers handlers;

static records *records_of(const zval *object)
{
    return (records *)((char *)Z_OBJ_P(object) - offsetof(records, std));
}

static zend_string *chunk_of(zval *value)
{
    ZVAL_DEREF(value);
    if (Z_TYPE_P(value) != IS_STRING) {
        zend_type_error("smsc_iterate(): Argument #1 ($source) must give chunks of type string, %s given", zend_zval_type_name(value));
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
    if (it->fed) {
        it->chunks->funcs->move_forward(it->chunks);
    } else if (it->chunks->funcs->rewind != NULL) {
        it->chunks->funcs->rewind(it->chunks);
    }
    it->fed = true;
    if (EG(exception) || it->chunks->funcs->valid(it->chunks) != SUCCESS || EG(exception)) {
        return NULL;
    }
    zval *value = it->chunks->funcs->get_current_data(it->chunks);
    return EG(exception) || value == NULL ? NULL : chunk_of(value);
}

/* What is let go of may run code that comes back here: so the field is empty by then. An item can be the key of a WeakMap, whose values have destructors. */
static void drop_current(iteration *it)
{
    zval dropped;
    ZVAL_COPY_VALUE(&dropped, &it->current);
    ZVAL_UNDEF(&it->current);
    zval_ptr_dtor(&dropped);
}

/* To be called while `running` is set: the end of a generator runs its `finally`. */
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

/* To be called while `running` is set: the source's getIterator() is code of its own. Without a beginning the iteration stays over. */
static void start(iteration *it)
{
    const records *of = records_of(&it->base.data);
    it->position = 0;
    it->fed = false;
    if (Z_TYPE(of->source) == IS_STRING) {
        php_smsc_items_of_body(&it->items, &of->query, Z_STR(of->source));
        return;
    }
    if (Z_TYPE(of->source) == IS_ARRAY) {
        zend_hash_internal_pointer_reset_ex(Z_ARRVAL(of->source), &it->next_chunk);
        php_smsc_items_of_chunks(&it->items, &of->query, feed_from_array, it);
        return;
    }
    /* Some extensions make objects past a private constructor. */
    if (Z_TYPE(of->source) != IS_OBJECT) {
        zend_throw_error(NULL, "Smsc\\Records has no source: only smsc_iterate() can make one");
        return;
    }
    zend_class_entry *ce = Z_OBJCE(of->source);
    it->chunks = ce->get_iterator(ce, (zval *)&of->source, 0);
    if (it->chunks != NULL) {
        php_smsc_items_of_chunks(&it->items, &of->query, feed_from_iterator, it);
    }
}

/* To be called while `running` is set. */
static void advance(iteration *it)
{
    drop_current(it);
    if (!PHP_SMSC_HAS_TO_END()) {
        php_smsc_items_next(&it->items, &it->current);
    }
}

/* The source is code of its own, which may hold the very iterator that is waiting for it. */
static bool is_running(const iteration *it)
{
    if (it->running) {
        zend_throw_error(NULL, "smsc_iterate(): the source of the chunks cannot move the iterator that reads them");
    }
    return it->running;
}

static void iteration_dtor(zend_object_iterator *base)
{
    iteration *it = (iteration *)base;
    /* For good: a WeakReference may still lead here. */
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

/* What a source holds may hold the iteration. */
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
    /* Until it is rewound. */
    it->items.over = true;
    return &it->base;
}

static zend_object *create(zend_class_entry *ce)
{
    records *made = zend_object_alloc(sizeof *made, ce);
    zend_object_std_init(&made->std, ce);
    object_properties_init(&made->std, ce);
    made->std.handlers = &handlers;
    return &made->std;
}

static void free_records(zend_object *object)
{
    records *freed = (records *)((char *)object - offsetof(records, std));
    php_smsc_query_destroy(&freed->query);
    zval_ptr_dtor(&freed->source);
    zend_object_std_dtor(object);
}

static HashTable *get_gc(zend_object *object, zval **table, int *n)
{
    records *of = (records *)((char *)object - offsetof(records, std));
    *table = &of->source;
    *n = 1;
    return zend_std_get_properties(object);
}

PHP_METHOD(Smsc_Records, getIterator)
{
    ZEND_PARSE_PARAMETERS_NONE();
    zend_create_internal_iterator_zval(return_value, ZEND_THIS);
}

void php_smsc_records(zval *place, const zval *source, const php_smsc_query *query)
{
    object_init_ex(place, php_smsc_records_ce);
    records *made = records_of(place);
    made->query = *query;
    ZVAL_COPY(&made->source, source);
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
