/* Smsc\Malformed: a small object, which makes the values of its properties when they are read. */
#include "php_smsc_proto.h"

#include <zend_exceptions.h>

/*
 * The object. A hostile body has a malformed record in every two bytes, so the object is small: it
 * has no slots for its properties.
 */
typedef struct malformed {
    /*
     * What was expected, shared by the objects of a call. If the error has a name (see `is_named`),
     * the name and a null byte are before it.
     */
    zend_string *expected;
    size_t offset;
    size_t start;
    size_t end;
    /* Members of smsc_error in fewer bits. */
    uint32_t amount;
    int16_t code;
    int16_t field;
    zend_object std;
} malformed;

/* PHP's allocator has blocks of 80 and of 96 bytes. A zend_object without slots has no zval. */
_Static_assert(sizeof(malformed) - sizeof(zval) <= 80, "the object needs a larger block");

/* The properties, in the order of their declarations. */
enum { CODE, MESSAGE, OFFSET, EXPECTED, FIELD, START, END, PROPERTIES };

static zend_object_handlers handlers;

static malformed *malformed_of(zend_object *object)
{
    return (malformed *)((char *)object - offsetof(malformed, std));
}

/* Returns the declaration of the property with this name, or NULL. */
static zend_property_info *find(zend_string *name)
{
    return zend_hash_find_ptr(&php_smsc_malformed_ce->properties_info, name);
}

/* Returns whether errors of this code have the name of a value, which is no smsc_field. */
static bool is_named(zend_long code)
{
    return code == SMSC_RESULT_INVALID_VALUE || code == SMSC_RESULT_MISSING_KEY;
}

/* Returns the name of the value that the error is about, or an absent view. */
static smsc_view name_of(const malformed *self)
{
    return is_named(self->code)
        ? (smsc_view) {ZSTR_VAL(self->expected), strlen(ZSTR_VAL(self->expected))}
        : (smsc_view) {NULL, 0};
}

static smsc_view expected_of(const malformed *self)
{
    const size_t start = is_named(self->code) ? name_of(self).len + 1 : 0;
    return (smsc_view) {ZSTR_VAL(self->expected) + start, ZSTR_LEN(self->expected) - start};
}

static smsc_error c_error(const malformed *self)
{
    return (smsc_error) {
        .size = sizeof(smsc_error),
        .code = self->code,
        .field = self->field,
        .body_kind = -1,
        .offset = self->offset,
        .start = self->start,
        .end = self->end,
        .expected = expected_of(self),
        .amount = self->amount,
        .name = name_of(self),
    };
}

/* Sets `value` to the value of a property. */
static void get(const malformed *self, int property, zval *value)
{
    const smsc_error error = c_error(self);
    switch (property) {
    case CODE:
        ZVAL_LONG(value, self->code);
        return;
    case MESSAGE:
        php_smsc_error_message(value, &error);
        return;
    case OFFSET:
        ZVAL_LONG(value, (zend_long)self->offset);
        return;
    case EXPECTED:
        if (is_named(self->code)) {
            ZVAL_STRINGL_FAST(value, error.expected.ptr, error.expected.len);
        } else {
            ZVAL_STR_COPY(value, self->expected);
        }
        return;
    case FIELD:
        php_smsc_field_name(value, &error);
        return;
    case START:
        ZVAL_LONG(value, (zend_long)self->start);
        return;
    default:
        ZVAL_LONG(value, (zend_long)self->end);
    }
}

static int number_of(const zend_property_info *property)
{
    return OBJ_PROP_TO_NUM(property->offset);
}

static zval *read_property(
    zend_object *object, zend_string *name, int type, void **cache_slot, zval *value)
{
    zend_property_info *property = find(name);
    if (property == NULL) {
        return zend_std_read_property(object, name, type, cache_slot, value);
    }
    if (type != BP_VAR_R && type != BP_VAR_IS) {
        zend_readonly_property_modification_error(property);
        return &EG(uninitialized_zval);
    }
    get(malformed_of(object), number_of(property), value);
    return value;
}

static zval *write_property(
    zend_object *object, zend_string *name, zval *value, void **cache_slot)
{
    zend_property_info *property = find(name);
    if (property == NULL) {
        return zend_std_write_property(object, name, value, cache_slot);
    }
    zend_readonly_property_modification_error(property);
    return &EG(error_zval);
}

/* Returns NULL for a declared property: PHP then reads and writes the property instead. */
static zval *get_property_ptr_ptr(
    zend_object *object, zend_string *name, int type, void **cache_slot)
{
    return find(name) == NULL ? zend_std_get_property_ptr_ptr(object, name, type, cache_slot)
                              : NULL;
}

static int has_property(zend_object *object, zend_string *name, int check, void **cache_slot)
{
    const zend_property_info *property = find(name);
    if (property == NULL) {
        return zend_std_has_property(object, name, check, cache_slot);
    }
    if (check == ZEND_PROPERTY_EXISTS) {
        return true;
    }
    zval value;
    get(malformed_of(object), number_of(property), &value);
    const bool has = check == ZEND_PROPERTY_ISSET ? Z_TYPE(value) != IS_NULL : zend_is_true(&value);
    zval_ptr_dtor(&value);
    return has;
}

static void unset_property(zend_object *object, zend_string *name, void **cache_slot)
{
    if (find(name) == NULL) {
        zend_std_unset_property(object, name, cache_slot);
    } else {
        zend_throw_error(NULL, "Cannot unset readonly property %s::$%s",
            ZSTR_VAL(object->ce->name), ZSTR_VAL(name));
    }
}

/* Returns a new table of all properties. */
static HashTable *get_properties_for(zend_object *object, zend_prop_purpose purpose)
{
    HashTable *properties = zend_new_array(PROPERTIES);
    for (int property = 0; property < PROPERTIES; property++) {
        zval value;
        get(malformed_of(object), property, &value);
        zend_hash_add_new(properties, object->ce->properties_info_table[property]->name, &value);
    }
    return properties;
}

/* Returns the table of all properties that belongs to the object, as a loop over them needs. */
static HashTable *get_properties(zend_object *object)
{
    if (object->properties == NULL) {
        object->properties = get_properties_for(object, ZEND_PROP_PURPOSE_DEBUG);
    }
    return object->properties;
}

/* Returns the table if there is one, and creates none: the cycle collector visits all objects. */
static HashTable *get_gc(zend_object *object, zval **table, int *n)
{
    *table = NULL;
    *n = 0;
    return object->properties;
}

static int compare(zval *left, zval *right)
{
    ZEND_COMPARE_OBJECTS_FALLBACK(left, right);
    const malformed *a = malformed_of(Z_OBJ_P(left));
    const malformed *b = malformed_of(Z_OBJ_P(right));
    const bool is_equal = a->code == b->code && a->field == b->field && a->amount == b->amount
        && a->offset == b->offset && a->start == b->start && a->end == b->end
        && zend_string_equals(a->expected, b->expected);
    return is_equal ? 0 : ZEND_UNCOMPARABLE;
}

static zend_object *create(zend_class_entry *ce)
{
    malformed *self = zend_object_alloc(sizeof *self, ce);
    /* Set before the object can be reached, because the next allocations may end the request. */
    self->expected = ZSTR_EMPTY_ALLOC();
    self->field = -1;
    zend_object_std_init(&self->std, ce);
    self->std.handlers = &handlers;
    return &self->std;
}

static zend_object *clone_malformed(zend_object *object)
{
    const malformed *self = malformed_of(object);
    zend_object *copy = create(object->ce);
    memcpy(malformed_of(copy), self, offsetof(malformed, std));
    zend_string_addref(self->expected);
    return copy;
}

static void free_malformed(zend_object *object)
{
    zend_object_std_dtor(object);
    zend_string_release(malformed_of(object)->expected);
}

/* Returns a name and what was expected in one string. */
static zend_string *join(smsc_view name, smsc_view expected)
{
    return zend_string_concat3(name.ptr, name.len, "\0", 1, expected.ptr, expected.len);
}

static bool is_joined(const zend_string *joined, smsc_view name, smsc_view expected)
{
    const char *text = ZSTR_VAL(joined);
    return ZSTR_LEN(joined) == name.len + 1 + expected.len
        && memcmp(text, name.ptr, name.len) == 0 && text[name.len] == '\0'
        && memcmp(text + name.len + 1, expected.ptr, expected.len) == 0;
}

/* Returns such a string from the cache, if the last one there is of the same error. */
static zend_string *join_with_cache(const smsc_error *error, php_smsc_text_cache *cache)
{
    zend_string *last = cache == NULL ? NULL : cache->named;
    if (last != NULL && is_joined(last, error->name, error->expected)) {
        return zend_string_copy(last);
    }
    zend_string *joined = join(error->name, error->expected);
    if (cache != NULL) {
        cache->named = zend_string_copy(joined);
        if (last != NULL) {
            zend_string_release(last);
        }
    }
    return joined;
}

void php_smsc_make_malformed(zval *item, const smsc_error *error, php_smsc_text_cache *cache)
{
    ZVAL_OBJ(item, create(php_smsc_malformed_ce));
    malformed *self = malformed_of(Z_OBJ_P(item));
    self->field = (int16_t)error->field;
    /* A number of fields in a record, or the maximum length of one. */
    self->amount = (uint32_t)MIN(error->amount, UINT32_MAX);
    self->offset = error->offset;
    self->start = error->start;
    self->end = error->end;
    if (is_named(error->code)) {
        self->expected = join_with_cache(error, cache);
    } else {
        /* ASCII without escapes, which is the same in all encodings. */
        zval expected;
        php_smsc_text_with_cache(&expected, cache, error->expected, SMSC_CHARSET_UTF8);
        self->expected = Z_STR(expected);
    }
    /* Set last: without a name in `expected`, the object cannot have a code that needs one. */
    self->code = (int16_t)error->code;
}

PHP_METHOD(Smsc_Malformed, __serialize)
{
    ZEND_PARSE_PARAMETERS_NONE();
    const malformed *self = malformed_of(Z_OBJ_P(ZEND_THIS));
    array_init(return_value);
    add_assoc_long(return_value, "code", self->code);
    add_assoc_long(return_value, "amount", self->amount);
    add_assoc_long(return_value, "offset", (zend_long)self->offset);
    add_assoc_long(return_value, "start", (zend_long)self->start);
    add_assoc_long(return_value, "end", (zend_long)self->end);
    zval expected, field;
    get(self, EXPECTED, &expected);
    add_assoc_zval(return_value, "expected", &expected);
    get(self, FIELD, &field);
    add_assoc_zval(return_value, "field", &field);
}

/* Sets `field` to the number of the field with this name. Returns false if there is none. */
static bool restore_field(int16_t *field, zend_string *name)
{
    /* The first properties of a record are the fields. */
    const zend_property_info *property =
        zend_hash_find_ptr(&php_smsc_record_ce->properties_info, name);
    if (property == NULL || number_of(property) >= PHP_SMSC_FIELDS) {
        return false;
    }
    *field = (int16_t)number_of(property);
    return true;
}

/* Sets an empty object from what __serialize returned. Returns false if that cannot be. */
static bool restore(malformed *self, const HashTable *data)
{
    static const char *const NAMES[] = {"code", "amount", "offset", "start", "end"};
    zend_long numbers[sizeof NAMES / sizeof *NAMES];
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        const zval *value = zend_hash_str_find(data, NAMES[i], strlen(NAMES[i]));
        if (value == NULL || Z_TYPE_P(value) != IS_LONG || Z_LVAL_P(value) < 0) {
            return false;
        }
        numbers[i] = Z_LVAL_P(value);
    }
    const zval *field = zend_hash_str_find(data, "field", sizeof "field" - 1);
    const zval *expected = zend_hash_str_find(data, "expected", sizeof "expected" - 1);
    if (numbers[0] < SMSC_RESULT_NOT_A_REPLY || numbers[0] > SMSC_RESULT_MALFORMED
            || numbers[1] > UINT32_MAX || expected == NULL || Z_TYPE_P(expected) != IS_STRING
            || field == NULL || (Z_TYPE_P(field) != IS_STRING && Z_TYPE_P(field) != IS_NULL)) {
        return false;
    }
    if (is_named(numbers[0])) {
        if (Z_TYPE_P(field) != IS_STRING) {
            return false;
        }
        self->expected = join((smsc_view) {Z_STRVAL_P(field), Z_STRLEN_P(field)},
            (smsc_view) {Z_STRVAL_P(expected), Z_STRLEN_P(expected)});
    } else {
        if (Z_TYPE_P(field) == IS_STRING && !restore_field(&self->field, Z_STR_P(field))) {
            return false;
        }
        self->expected = zend_string_copy(Z_STR_P(expected));
    }
    self->code = (int16_t)numbers[0];
    self->amount = (uint32_t)numbers[1];
    self->offset = (size_t)numbers[2];
    self->start = (size_t)numbers[3];
    self->end = (size_t)numbers[4];
    return true;
}

PHP_METHOD(Smsc_Malformed, __unserialize)
{
    HashTable *data;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(data)
    ZEND_PARSE_PARAMETERS_END();
    malformed *self = malformed_of(Z_OBJ_P(ZEND_THIS));
    if (self->code != 0) {
        zend_throw_error(NULL, "Cannot modify readonly object of class Smsc\\Malformed");
    } else if (!restore(self, data)) {
        zend_throw_error(NULL, "Invalid serialization data for Smsc\\Malformed object");
    }
}

void php_smsc_malformed_init(void)
{
    php_smsc_malformed_ce->create_object = create;
    /* The properties stay declared, for reflection and tools, but the objects have no slots. */
    php_smsc_malformed_ce->default_properties_count = 0;
    memcpy(&handlers, &std_object_handlers, sizeof handlers);
    handlers.offset = offsetof(malformed, std);
    handlers.free_obj = free_malformed;
    handlers.clone_obj = clone_malformed;
    handlers.read_property = read_property;
    handlers.write_property = write_property;
    handlers.get_property_ptr_ptr = get_property_ptr_ptr;
    handlers.has_property = has_property;
    handlers.unset_property = unset_property;
    handlers.get_properties = get_properties;
    handlers.get_properties_for = get_properties_for;
    handlers.get_gc = get_gc;
    handlers.compare = compare;
}
