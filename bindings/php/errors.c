/* The exceptions. Their messages and traces contain no bytes of a body: no phone, no text. */
#include "php_smsc_proto.h"

#include <zend_exceptions.h>
#include <zend_smart_str.h>

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
    if (error->name.ptr != NULL) {
        ZVAL_STRINGL_FAST(target, error->name.ptr, error->name.len);
    } else if (smsc_code_name(SMSC_TABLE_FIELD, error->field, SMSC_LANG_EN, &name)
            == SMSC_RESULT_OK) {
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

/* Appends an option, as a named argument. */
static void add_option(smart_str *hint, const char *name, const char *value)
{
    smart_str_appends(hint, hint->s == NULL ? "pass " : ", ");
    smart_str_appends(hint, name);
    smart_str_appends(hint, ": ");
    smart_str_appends(hint, value);
}

/* Sets `target` to the options that the body needs more likely, or to null if others fit no better. */
static void set_hint(zval *target, const php_smsc_query *asked, const zend_string *body)
{
    static const char *const numbers[] = {"0", "1", "2", "3"};
    static const char *const charsets[] = {"'windows-1251'", "'koi8-r'", "'utf-8'"};
    smsc_query guess = {.size = sizeof guess};
    ZVAL_NULL(target);
    if (asked == NULL || body == NULL) {
        return;
    }
    const smsc_query *query = &asked->c;
    if (smsc_query_guess(query, ZSTR_VAL(body), ZSTR_LEN(body), 0, &guess) != SMSC_RESULT_OK) {
        return;
    }
    smart_str hint = {0};
    if (guess.format != query->format) {
        add_option(&hint, "fmt", numbers[guess.format]);
    }
    if (guess.all != query->all) {
        add_option(&hint, "all", numbers[guess.all]);
    }
    if (guess.batch != query->batch) {
        add_option(&hint, "multi", guess.batch ? "true" : "false");
    }
    if (guess.charset != query->charset) {
        add_option(&hint, "charset", charsets[guess.charset]);
    }
    ZVAL_STR(target, smart_str_extract(&hint));
}

void php_smsc_throw_malformed(
    const smsc_error *error, const php_smsc_query *query, const zend_string *body)
{
    zend_class_entry *ce = php_smsc_malformed_reply_ce;
    zval value, hint;
    set_hint(&hint, query, body);
    php_smsc_error_message(&value, error);
    const bool has_hint = Z_TYPE(hint) == IS_STRING;
    zend_object *thrown = zend_throw_exception_ex(ce, error->code, "%s%s%s", Z_STRVAL(value),
        has_hint ? "; " : "", has_hint ? Z_STRVAL(hint) : "");
    zval_ptr_dtor(&value);
    set(ce, thrown, "hint", &hint);
    set_number(ce, thrown, "offset", (zend_long)error->offset);
    set_number(ce, thrown, "start", (zend_long)error->start);
    set_number(ce, thrown, "end", (zend_long)error->end);
    ZVAL_STRINGL(&value, error->expected.ptr, error->expected.len);
    set(ce, thrown, "expected", &value);
    php_smsc_field_name(&value, error);
    set(ce, thrown, "field", &value);
}

bool php_smsc_api_error_name(int32_t code, int32_t endpoint, int32_t lang, smsc_view *name)
{
    if (endpoint == SMSC_ENDPOINT_STATUS || endpoint == SMSC_ENDPOINT_SEND) {
        return smsc_code_name(SMSC_TABLE_API_ERROR, code, lang, name) == SMSC_RESULT_OK;
    }
    /* The names are those of status.php and send.php. A number that is unknown has no cause. */
    smsc_outcome outcome = {.size = sizeof outcome};
    if (smsc_outcome_lookup_api_error(code, endpoint, lang, &outcome) != SMSC_RESULT_OK
            || outcome.cause == SMSC_CAUSE_NONE) {
        return false;
    }
    *name = outcome.title;
    return true;
}

void php_smsc_throw_api_error(const smsc_api_error *error, int32_t endpoint)
{
    zend_class_entry *ce = php_smsc_api_error_ce;
    smsc_view name = {NULL, 0}, script;
    const bool named = php_smsc_api_error_name(error->code, endpoint, SMSC_LANG_EN, &name);
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
    if (smsc_code_name(SMSC_TABLE_ENDPOINT, endpoint, SMSC_LANG_EN, &script) == SMSC_RESULT_OK) {
        ZVAL_STRINGL_FAST(&value, script.ptr, script.len);
        set(ce, thrown, "endpoint", &value);
    }
    ZVAL_BOOL(&value, looks_like_utf8);
    set(ce, thrown, "looks_like_utf8", &value);
}

/* Returns the name of what is wrong with a request. */
static const char *kind_of(int32_t code)
{
    switch (code) {
    case SMSC_RESULT_REQUEST_MISSING: return "missing";
    case SMSC_RESULT_REQUEST_TOO_LONG: return "too_long";
    case SMSC_RESULT_REQUEST_TOO_MANY: return "too_many";
    case SMSC_RESULT_REQUEST_REPEATED: return "repeated";
    case SMSC_RESULT_REQUEST_CHARSET: return "charset";
    case SMSC_RESULT_REQUEST_UNSUPPORTED: return "unsupported";
    case SMSC_RESULT_REQUEST_URL_TOO_LONG: return "url_too_long";
    default: return "invalid";
    }
}

void php_smsc_throw_request_error(const smsc_request_error *error)
{
    zend_class_entry *ce = php_smsc_request_error_ce;
    char message[MESSAGE_SIZE] = "";
    size_t len = 0;
    smsc_request_error_describe(error, message, sizeof message, &len);
    zend_object *thrown = zend_throw_exception_ex(ce, 0, "%s", message);
    zval value;
    ZVAL_STRINGL(&value, error->parameter.ptr, error->parameter.len);
    set(ce, thrown, "parameter", &value);
    ZVAL_STRING(&value, kind_of(error->code));
    set(ce, thrown, "kind", &value);
    ZVAL_NULL(&value);
    if (error->item >= 0) {
        ZVAL_LONG(&value, (zend_long)error->item);
    }
    set(ce, thrown, "item", &value);
    ZVAL_STRINGL(&value, error->expected.ptr, error->expected.len);
    set(ce, thrown, "expected", &value);
}

/* Sets a property to the name of a code, or to null if there is none. */
static void set_code_name(
    zend_class_entry *ce, zend_object *object, const char *property, int32_t table, int32_t code)
{
    smsc_view name;
    zval value;
    ZVAL_NULL(&value);
    if (smsc_code_name(table, code, SMSC_LANG_EN, &name) == SMSC_RESULT_OK) {
        ZVAL_STRINGL_FAST(&value, name.ptr, name.len);
    }
    set(ce, object, property, &value);
}

void php_smsc_throw_callback_error(const smsc_callback_error *error, const char *message)
{
    zend_class_entry *ce = php_smsc_callback_error_ce;
    char described[MESSAGE_SIZE] = "";
    size_t len = 0;
    if (message == NULL) {
        smsc_callback_error_describe(error, described, sizeof described, &len);
        message = described;
    }
    zend_object *thrown = zend_throw_exception_ex(ce, 0, "%s", message);
    zval value;
    set_code_name(ce, thrown, "reason", SMSC_TABLE_CALLBACK_ERROR, error->code);
    set_code_name(ce, thrown, "field", SMSC_TABLE_CALLBACK_FIELD, error->field);
    ZVAL_NULL(&value);
    if (error->offset >= 0) {
        ZVAL_LONG(&value, (zend_long)error->offset);
    }
    set(ce, thrown, "offset", &value);
}

void php_smsc_throw_result(int32_t result)
{
    zend_throw_error(NULL, "smsc_proto: %s", smsc_result_describe(result));
}
