/* The exceptions. Their messages and traces contain no bytes of a body: no phone, no text. */
#include "php_smsc_proto.h"

#include <zend_exceptions.h>

/* Large enough for every message of smsc_error_describe, as the header documents. */
enum { MESSAGE_SIZE = 256 };

void php_smsc_error_message(zval *target, const smsc_error *error)
{
    char message[MESSAGE_SIZE];
    size_t len = 0;
    /* An unserialized Smsc\Malformed can have a longer one. */
    if (smsc_error_describe(error, message, sizeof message, &len) != SMSC_RESULT_OK) {
        len = 0;
    }
    ZVAL_STRINGL(target, message, len);
}

void php_smsc_field_name(zval *target, const smsc_error *error)
{
    smsc_view name;
    if (smsc_code_name(SMSC_TABLE_FIELD, error->field, SMSC_LANG_EN, &name) == SMSC_RESULT_OK) {
        ZVAL_STRINGL_FAST(target, name.ptr, name.len);
    } else {
        ZVAL_NULL(target);
    }
}

/* Sets a property of a thrown object, and frees `value`. */
static void set(zend_class_entry *ce, zend_object *object, const char *name, zval *value)
{
    zend_update_property(ce, object, name, strlen(name), value);
    zval_ptr_dtor(value);
}

static void set_number(
    zend_class_entry *ce, zend_object *object, const char *name, zend_long number)
{
    zval value;
    ZVAL_LONG(&value, number);
    set(ce, object, name, &value);
}

void php_smsc_throw_malformed(const smsc_error *error)
{
    zend_class_entry *ce = php_smsc_malformed_reply_ce;
    zval value;
    php_smsc_error_message(&value, error);
    zend_object *thrown = zend_throw_exception(ce, Z_STRVAL(value), error->code);
    zval_ptr_dtor(&value);
    set_number(ce, thrown, "offset", (zend_long)error->offset);
    set_number(ce, thrown, "start", (zend_long)error->start);
    set_number(ce, thrown, "end", (zend_long)error->end);
    ZVAL_STRINGL(&value, error->expected.ptr, error->expected.len);
    set(ce, thrown, "expected", &value);
    php_smsc_field_name(&value, error);
    set(ce, thrown, "field", &value);
}

void php_smsc_throw_api_error(const smsc_api_error *error)
{
    zend_class_entry *ce = php_smsc_api_error_ce;
    smsc_view name = {NULL, 0};
    const bool named =
        smsc_code_name(SMSC_TABLE_API_ERROR, error->code, SMSC_LANG_EN, &name) == SMSC_RESULT_OK;
    zend_object *thrown = zend_throw_exception_ex(ce, error->code,
        "the server rejected the request with error %d%s%.*s", error->code, named ? ": " : "",
        (int)name.len, named ? name.ptr : "");
    zval value;
    bool looks_like_utf8 = false;
    ZVAL_NULL(&value);
    if (error->text.ptr != NULL) {
        looks_like_utf8 = php_smsc_text(&value, error->text, error->encoding);
    }
    set(ce, thrown, "text", &value);
    php_smsc_set_id(&value, error->id, error->text_id);
    set(ce, thrown, "id", &value);
    ZVAL_BOOL(&value, looks_like_utf8);
    set(ce, thrown, "looks_like_utf8", &value);
}

void php_smsc_throw_result(int32_t result)
{
    zend_throw_error(NULL, "smsc_proto: %s", smsc_result_describe(result));
}
