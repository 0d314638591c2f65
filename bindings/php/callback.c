/* smsc_verify_callback and smsc_parse_callback: push notifications. */
#include "php_smsc_proto.h"

/* The arguments of both functions. */
typedef struct arguments {
    /* One of them is NULL. */
    zend_string *body;
    HashTable *fields;
    /* NULL in order not to verify the signature. */
    const zend_string *secret;
    int32_t format;
    int32_t charset;
} arguments;

/* The slots, in the order of the properties of each class. */
enum { SLOT_KIND, SLOT_EVENT, SLOT_VERIFIED, SLOT_COVERED, SLOT_ALGORITHM };
enum { MESSAGE_PHONE, MESSAGE_MES, MESSAGE_TO, MESSAGE_SMS_ID, MESSAGE_LOOKS_LIKE_UTF8 };
enum { CALL_PHONE, CALL_TS, CALL_WAITCALL };

/* Sets a slot to a text, unless the text is absent. Returns whether it looks like UTF-8. */
static bool set_text(
    zend_object *object, int slot, smsc_view text, const smsc_callback *callback)
{
    return text.ptr != NULL
        && php_smsc_text(OBJ_PROP_NUM(object, slot), text, callback->encoding);
}

static void make_record(zval *event, const smsc_callback *callback)
{
    const php_smsc_query query = {.kind = php_smsc_kind_name(SMSC_KIND_AUTO)};
    php_smsc_make_record(event, &callback->record, &query, NULL, false);
    zend_string_release(query.kind);
}

static void make_message(zval *event, const smsc_callback *callback)
{
    zend_object *object = php_smsc_new_object(event, php_smsc_incoming_message_ce);
    bool looks_like_utf8 = set_text(object, MESSAGE_PHONE, callback->phone, callback);
    looks_like_utf8 |= set_text(object, MESSAGE_MES, callback->mes, callback);
    looks_like_utf8 |= set_text(object, MESSAGE_TO, callback->to, callback);
    looks_like_utf8 |= set_text(object, MESSAGE_SMS_ID, callback->sms_id, callback);
    ZVAL_BOOL(OBJ_PROP_NUM(object, MESSAGE_LOOKS_LIKE_UTF8), looks_like_utf8);
}

static void make_call(zval *event, const smsc_callback *callback)
{
    zend_object *object = php_smsc_new_object(event, php_smsc_confirmed_call_ce);
    set_text(object, CALL_PHONE, callback->phone, callback);
    set_text(object, CALL_WAITCALL, callback->waitcall, callback);
    if (callback->ts != 0) {
        ZVAL_LONG(OBJ_PROP_NUM(object, CALL_TS), (zend_long)callback->ts);
    }
}

/* Adds the names of the covered fields. The numbers of the fields are in the order of the text. */
static void add_covered(zval *list, uint32_t covered)
{
    array_init(list);
    for (int32_t field = 0; field < 32; field++) {
        smsc_view name;
        if ((covered >> field & 1) != 0
                && smsc_code_name(SMSC_TABLE_CALLBACK_FIELD, field, SMSC_LANG_EN, &name)
                    == SMSC_RESULT_OK) {
            add_next_index_stringl(list, name.ptr, name.len);
        }
    }
}

static void make_callback(zval *item, const smsc_callback *callback)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_callback_ce);
    zval *event = OBJ_PROP_NUM(object, SLOT_EVENT);
    ZVAL_BOOL(OBJ_PROP_NUM(object, SLOT_VERIFIED), callback->is_verified);
    php_smsc_set_name(object, SLOT_KIND, SMSC_TABLE_CALLBACK_KIND, callback->kind);
    php_smsc_set_name(
        object, SLOT_ALGORITHM, SMSC_TABLE_CALLBACK_ALGORITHM, callback->algorithm);
    add_covered(OBJ_PROP_NUM(object, SLOT_COVERED), callback->covered);
    if (callback->kind == SMSC_CALLBACK_KIND_STATUS) {
        make_record(event, callback);
    } else if (callback->kind == SMSC_CALLBACK_KIND_INCOMING) {
        make_message(event, callback);
    } else {
        make_call(event, callback);
    }
}

/* Makes the object, or throws. The bytes that `callback` refers to must be valid. */
static void finish(zval *item, int32_t result, const smsc_callback *callback,
    const smsc_callback_error *error)
{
    if (result == SMSC_RESULT_OK) {
        make_callback(item, callback);
    } else if (result >= SMSC_RESULT_CALLBACK_EMPTY) {
        php_smsc_throw_callback_error(error, NULL);
    } else {
        php_smsc_throw_result(result);
    }
}

/* Parses a body. The library decodes it in place, so it gets a copy. */
static void parse_body(zval *item, const arguments *given)
{
    smsc_callback callback = {.size = sizeof callback};
    smsc_callback_error error = {.size = sizeof error};
    const size_t len = ZSTR_LEN(given->body);
    zend_string *copy = zend_string_init(ZSTR_VAL(given->body), len, false);
    const int32_t result = given->secret == NULL
        ? smsc_callback_parse(
              ZSTR_VAL(copy), len, given->format, given->charset, &callback, &error)
        : smsc_callback_verify(ZSTR_VAL(copy), len, given->format, given->charset,
              ZSTR_VAL(given->secret), ZSTR_LEN(given->secret), &callback, &error);
    finish(item, result, &callback, &error);
    zend_string_release(copy);
}

/* Returns the number of the field with this name, or -1 if there is none. */
static int32_t find_field(const zend_string *name)
{
    smsc_view known;
    for (int32_t field = 0; smsc_code_name(SMSC_TABLE_CALLBACK_FIELD, field, SMSC_LANG_EN, &known)
             == SMSC_RESULT_OK;
            field++) {
        if (zend_string_equals_cstr(name, known.ptr, known.len)) {
            return field;
        }
    }
    return -1;
}

/*
 * Throws, because the value of a field is no string: an array, as PHP makes of `id[]=1`, or what a
 * framework made of the text. The signed bytes are unknown then.
 */
static void throw_no_string(int32_t field, const zval *value)
{
    smsc_view name = {"", 0};
    smsc_callback_error error = {
        .size = sizeof error, .code = SMSC_RESULT_CALLBACK_FIELD, .field = field, .offset = -1};
    smsc_code_name(SMSC_TABLE_CALLBACK_FIELD, field, SMSC_LANG_EN, &name);
    /* Not snprintf: PHP's own one reads up to a null byte, which the name has not. */
    zend_string *message =
        strpprintf(0, "%.*s: invalid value: expected a string, as in $_POST, not %s",
            (int)name.len, name.ptr, zend_get_type_by_const(Z_TYPE_P(value)));
    php_smsc_throw_callback_error(&error, ZSTR_VAL(message));
    zend_string_release(message);
}

/* Sets `fields` from the array. Returns false if an exception was thrown. */
static bool set_fields(smsc_form_field *fields, HashTable *table)
{
    zend_string *key;
    zval *value;
    ZEND_HASH_FOREACH_STR_KEY_VAL(table, key, value) {
        ZVAL_DEREF(value);
        /* No field has a number as its name. */
        fields->name = key == NULL ? (smsc_view) {"0", 1}
                                   : (smsc_view) {ZSTR_VAL(key), ZSTR_LEN(key)};
        if (Z_TYPE_P(value) == IS_STRING) {
            fields->value = (smsc_view) {Z_STRVAL_P(value), Z_STRLEN_P(value)};
        } else {
            const int32_t field = key == NULL ? -1 : find_field(key);
            if (field >= 0) {
                throw_no_string(field, value);
                return false;
            }
            /* Unknown fields are skipped, whatever their values are (R70a). */
            fields->value = (smsc_view) {"", 0};
        }
        fields++;
    } ZEND_HASH_FOREACH_END();
    return true;
}

static void parse_fields(zval *item, const arguments *given)
{
    smsc_callback callback = {.size = sizeof callback};
    smsc_callback_error error = {.size = sizeof error};
    const size_t count = zend_hash_num_elements(given->fields);
    smsc_form_field *fields = safe_emalloc(count, sizeof *fields, 0);
    if (set_fields(fields, given->fields)) {
        const int32_t result = given->secret == NULL
            ? smsc_callback_parse_fields(fields, count, given->charset, &callback, &error)
            : smsc_callback_verify_fields(fields, count, given->charset, ZSTR_VAL(given->secret),
                  ZSTR_LEN(given->secret), &callback, &error);
        finish(item, result, &callback, &error);
    }
    efree(fields);
}

/*
 * Parses the notification after its options. The argument with number `argument` is the format, and
 * the next one is the charset.
 */
static void parse(zval *item, arguments *given, const zend_string *fmt, const zend_string *charset,
    uint32_t argument)
{
    if (!php_smsc_callback_format(fmt, argument, &given->format)
            || !php_smsc_charset(charset, argument + 1, &given->charset)) {
        return;
    }
    if (given->fields == NULL) {
        parse_body(item, given);
    } else if (given->format != SMSC_CALLBACK_FORMAT_FORM) {
        zend_argument_error(php_smsc_option_error_ce, argument,
            "must be \"form\", because the notification is an array");
    } else {
        parse_fields(item, given);
    }
}

PHP_FUNCTION(smsc_verify_callback)
{
    arguments given = {0};
    zend_string *secret, *fmt = NULL, *charset = NULL;
    ZEND_PARSE_PARAMETERS_START(2, 4)
        Z_PARAM_ARRAY_HT_OR_STR(given.fields, given.body)
        Z_PARAM_STR(secret)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(fmt)
        Z_PARAM_STR(charset)
    ZEND_PARSE_PARAMETERS_END();
    given.secret = secret;
    parse(return_value, &given, fmt, charset, 3);
}

PHP_FUNCTION(smsc_parse_callback)
{
    arguments given = {0};
    zend_string *fmt = NULL, *charset = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_ARRAY_HT_OR_STR(given.fields, given.body)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(fmt)
        Z_PARAM_STR(charset)
    ZEND_PARSE_PARAMETERS_END();
    parse(return_value, &given, fmt, charset, 2);
}
