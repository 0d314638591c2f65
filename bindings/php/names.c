/* Methods that explain codes: names, the bits of a flag, and outcomes. */
#include "php_smsc_proto.h"

#include <zend_exceptions.h>

/*
 * Parses `lang`, the only argument of the methods that return texts. Returns false if an exception
 * was thrown.
 */
static bool parse_lang(zend_execute_data *execute_data, int32_t *lang)
{
    zend_string *name = NULL;
    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(name)
    ZEND_PARSE_PARAMETERS_END_EX(return false);
    return php_smsc_lang(name, 1, lang);
}

/* Returns the name of a code to PHP, or leaves the return value null if the code has no name. */
static void return_name(zval *return_value, int32_t table, int32_t code, int32_t lang)
{
    smsc_view name;
    if (smsc_code_name(table, code, lang, &name) == SMSC_RESULT_OK) {
        RETVAL_STRINGL_FAST(name.ptr, name.len);
    }
}

/*
 * Sets `number` to a property. Returns false, and sets `number` to -1, if the property has no
 * number of 32 bits: an unserialized object can have any value, or none.
 */
static bool get_number(zend_object *object, int slot, int32_t *number)
{
    const zval *value = OBJ_PROP_NUM(object, slot);
    const bool fits =
        Z_TYPE_P(value) == IS_LONG && Z_LVAL_P(value) >= INT32_MIN && Z_LVAL_P(value) <= INT32_MAX;
    *number = fits ? (int32_t)Z_LVAL_P(value) : -1;
    return fits;
}

PHP_METHOD(Smsc_Record, statusName)
{
    int32_t lang, code;
    if (parse_lang(execute_data, &lang)
            && get_number(Z_OBJ_P(ZEND_THIS), SMSC_FIELD_STATUS, &code)) {
        return_name(return_value, SMSC_TABLE_STATUS, code, lang);
    }
}

PHP_METHOD(Smsc_Record, typeName)
{
    int32_t lang, code;
    if (parse_lang(execute_data, &lang)
            && get_number(Z_OBJ_P(ZEND_THIS), SMSC_FIELD_TYPE, &code)) {
        return_name(return_value, SMSC_TABLE_TYPE, code, lang);
    }
}

/* Returns a record with the fields of `object` that decide what the number in `err` means. */
static smsc_record c_record(zend_object *object)
{
    smsc_record record = {.size = sizeof record};
    smsc_record_init(&record, 0);
    record.encoding = SMSC_CHARSET_UTF8;
    get_number(object, SMSC_FIELD_TYPE, &record.type);
    get_number(object, SMSC_FIELD_FLAG, &record.flag);
    const struct {
        int slot;
        smsc_view *text;
    } texts[] = {
        {SMSC_FIELD_PHONE, &record.phone}, {SMSC_FIELD_IMSI, &record.imsi},
        {SMSC_FIELD_MSC, &record.msc}, {SMSC_FIELD_MCC, &record.mcc},
        {SMSC_FIELD_MNC, &record.mnc}, {SMSC_FIELD_CN, &record.cn},
        {SMSC_FIELD_NET, &record.net}, {SMSC_FIELD_RCN, &record.rcn},
        {SMSC_FIELD_RNET, &record.rnet},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const zval *text = OBJ_PROP_NUM(object, texts[i].slot);
        if (Z_TYPE_P(text) == IS_STRING) {
            *texts[i].text = (smsc_view) {Z_STRVAL_P(text), Z_STRLEN_P(text)};
        }
    }
    return record;
}

PHP_METHOD(Smsc_Record, errName)
{
    zend_object *object = Z_OBJ_P(ZEND_THIS);
    int32_t lang, code;
    if (!parse_lang(execute_data, &lang) || !get_number(object, SMSC_FIELD_ERR, &code)) {
        return;
    }
    const smsc_record record = c_record(object);
    const int32_t kind = php_smsc_kind(OBJ_PROP_NUM(object, PHP_SMSC_SLOT_KIND));
    int32_t table;
    if (smsc_record_get_err_table(&record, kind, &table) == SMSC_RESULT_OK) {
        return_name(return_value, table, code, lang);
    }
}

/* Returns an outcome to PHP, or throws if the object has numbers that no reply can have. */
static void return_outcome(zval *return_value, int32_t result, const smsc_outcome *outcome)
{
    if (result == SMSC_RESULT_OK) {
        php_smsc_make_outcome(return_value, outcome);
    } else {
        php_smsc_throw_result(result);
    }
}

PHP_METHOD(Smsc_Record, outcome)
{
    zend_object *object = Z_OBJ_P(ZEND_THIS);
    int32_t lang;
    if (!parse_lang(execute_data, &lang)) {
        return;
    }
    smsc_outcome outcome = {.size = sizeof outcome};
    smsc_record record = c_record(object);
    get_number(object, SMSC_FIELD_ERR, &record.err);
    int32_t result = SMSC_RESULT_VALUE;
    if (get_number(object, SMSC_FIELD_STATUS, &record.status)) {
        const int32_t kind = php_smsc_kind(OBJ_PROP_NUM(object, PHP_SMSC_SLOT_KIND));
        result = smsc_outcome_lookup_record(&record, kind, lang, &outcome);
    }
    return_outcome(return_value, result, &outcome);
}

/* The slots of Smsc\Flags, in the order of its properties. */
enum { SLOT_FLAG, SLOT_TYPE, SLOT_SECOND_BALANCE, SLOT_TEMPLATE, SLOT_UNKNOWN_BITS };

/* Sets the properties of a Smsc\Flags. Returns false if `flag` is not a number of 16 bits. */
static bool set_flags(zend_object *flags, zend_long flag)
{
    smsc_flag bits = {.size = sizeof bits};
    if (flag < 0 || flag > UINT16_MAX || smsc_flag_decode((int32_t)flag, &bits) != SMSC_RESULT_OK) {
        return false;
    }
    ZVAL_LONG(OBJ_PROP_NUM(flags, SLOT_FLAG), flag);
    ZVAL_LONG(OBJ_PROP_NUM(flags, SLOT_TYPE), bits.type);
    ZVAL_BOOL(OBJ_PROP_NUM(flags, SLOT_SECOND_BALANCE), bits.second_balance);
    ZVAL_LONG(OBJ_PROP_NUM(flags, SLOT_UNKNOWN_BITS), bits.unknown_bits);
    ZVAL_NULL(OBJ_PROP_NUM(flags, SLOT_TEMPLATE));
    smsc_view name;
    const int32_t template = bits.template_kind;
    if (smsc_code_name(SMSC_TABLE_TEMPLATE, template, SMSC_LANG_EN, &name) == SMSC_RESULT_OK) {
        ZVAL_STRINGL_FAST(OBJ_PROP_NUM(flags, SLOT_TEMPLATE), name.ptr, name.len);
    }
    return true;
}

PHP_METHOD(Smsc_Record, flags)
{
    ZEND_PARSE_PARAMETERS_NONE();
    int32_t flag;
    if (get_number(Z_OBJ_P(ZEND_THIS), SMSC_FIELD_FLAG, &flag)) {
        object_init_ex(return_value, php_smsc_flags_ce);
        if (!set_flags(Z_OBJ_P(return_value), flag)) {
            zval_ptr_dtor(return_value);
            RETURN_NULL();
        }
    }
}

PHP_METHOD(Smsc_Flags, __construct)
{
    zend_long flag;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(flag)
    ZEND_PARSE_PARAMETERS_END();
    zend_object *flags = Z_OBJ_P(ZEND_THIS);
    /* Another call must not change readonly properties; an unserialized object has some of them. */
    for (int slot = 0; slot < flags->ce->default_properties_count; slot++) {
        if (Z_TYPE_P(OBJ_PROP_NUM(flags, slot)) != IS_UNDEF) {
            zend_throw_error(NULL, "Cannot modify readonly property Smsc\\Flags::$%s",
                ZSTR_VAL(flags->ce->properties_info_table[slot]->name));
            RETURN_THROWS();
        }
    }
    if (!set_flags(flags, flag)) {
        zend_argument_error(php_smsc_option_error_ce, 1, "must be from 0 to 65535");
    }
}

PHP_METHOD(Smsc_Flags, typeName)
{
    int32_t lang, code;
    if (parse_lang(execute_data, &lang) && get_number(Z_OBJ_P(ZEND_THIS), SLOT_TYPE, &code)) {
        return_name(return_value, SMSC_TABLE_TYPE, code, lang);
    }
}

/*
 * Sets `code` to the code of an exception. Returns false, and sets `code` to -1, if the code is
 * negative or has more than 32 bits: a script can construct a Smsc\ApiError with any code.
 */
static bool get_code(zend_object *error, int32_t *code)
{
    zval buffer;
    const zval *value =
        zend_read_property(zend_ce_exception, error, "code", sizeof "code" - 1, true, &buffer);
    const bool fits =
        Z_TYPE_P(value) == IS_LONG && Z_LVAL_P(value) >= 0 && Z_LVAL_P(value) <= INT32_MAX;
    *code = fits ? (int32_t)Z_LVAL_P(value) : -1;
    return fits;
}

/*
 * Returns the script of an exception. One that a script of PHP constructed has none; only errors of
 * send.php have an id.
 */
static int32_t get_endpoint(zend_object *error)
{
    zval buffer;
    int32_t endpoint;
    const zval *name = zend_read_property(
        php_smsc_api_error_ce, error, "endpoint", sizeof "endpoint" - 1, true, &buffer);
    if (Z_TYPE_P(name) == IS_STRING && php_smsc_find_endpoint(Z_STR_P(name), &endpoint)) {
        return endpoint;
    }
    const zval *id =
        zend_read_property(php_smsc_api_error_ce, error, "id", sizeof "id" - 1, true, &buffer);
    const bool has_id = Z_TYPE_P(id) == IS_LONG || Z_TYPE_P(id) == IS_STRING;
    return has_id ? SMSC_ENDPOINT_SEND : SMSC_ENDPOINT_STATUS;
}

PHP_METHOD(Smsc_ApiError, name)
{
    int32_t lang, code;
    smsc_view name;
    zend_object *error = Z_OBJ_P(ZEND_THIS);
    if (parse_lang(execute_data, &lang) && get_code(error, &code)
            && php_smsc_api_error_name(code, get_endpoint(error), lang, &name)) {
        RETVAL_STRINGL_FAST(name.ptr, name.len);
    }
}

PHP_METHOD(Smsc_ApiError, outcome)
{
    int32_t lang, code;
    if (parse_lang(execute_data, &lang)) {
        smsc_outcome outcome = {.size = sizeof outcome};
        zend_object *error = Z_OBJ_P(ZEND_THIS);
        get_code(error, &code);
        return_outcome(return_value,
            smsc_outcome_lookup_api_error(code, get_endpoint(error), lang, &outcome), &outcome);
    }
}
