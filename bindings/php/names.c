/* The names of codes, and the bits of a flag. */
#include "php_smsc_proto.h"

#include <zend_exceptions.h>

/* The one argument of the methods that name something. False when an exception has been thrown. */
static bool lang_of(zend_execute_data *execute_data, int32_t *lang)
{
    zend_string *given = NULL;
    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(given)
    ZEND_PARSE_PARAMETERS_END_EX(return false);
    *lang = given != NULL && zend_string_equals_literal(given, "ru") ? SMSC_LANG_RU : SMSC_LANG_EN;
    if (given == NULL || *lang == SMSC_LANG_RU || zend_string_equals_literal(given, "en")) {
        return true;
    }
    zend_argument_error(php_smsc_option_error_ce, 1, "must be \"en\" or \"ru\"");
    return false;
}

static void name_of(zval *return_value, int32_t table, int32_t code, int32_t lang)
{
    smsc_view name;
    if (smsc_name(table, code, lang, &name) == SMSC_RESULT_OK) {
        RETVAL_STRINGL_FAST(name.ptr, name.len);
    }
}

/* A property that is a number of the library's: an object that was unserialized may have any, or none. */
static bool number_of(zend_object *object, int slot, int32_t *number)
{
    const zval *value = OBJ_PROP_NUM(object, slot);
    const bool fits = Z_TYPE_P(value) == IS_LONG && Z_LVAL_P(value) >= INT32_MIN && Z_LVAL_P(value) <= INT32_MAX;
    *number = fits ? (int32_t)Z_LVAL_P(value) : -1;
    return fits;
}

PHP_METHOD(Smsc_Status, statusName)
{
    int32_t lang, code;
    if (lang_of(execute_data, &lang) && number_of(Z_OBJ_P(ZEND_THIS), SMSC_FIELD_STATUS, &code)) {
        name_of(return_value, SMSC_TABLE_STATUS, code, lang);
    }
}

PHP_METHOD(Smsc_Status, typeName)
{
    int32_t lang, code;
    if (lang_of(execute_data, &lang) && number_of(Z_OBJ_P(ZEND_THIS), SMSC_FIELD_TYPE, &code)) {
        name_of(return_value, SMSC_TABLE_TYPE, code, lang);
    }
}

PHP_METHOD(Smsc_Status, errName)
{
    zend_object *status = Z_OBJ_P(ZEND_THIS);
    int32_t lang, code;
    if (!lang_of(execute_data, &lang) || !number_of(status, SMSC_FIELD_ERR, &code)) {
        return;
    }
    smsc_status record = {.size = sizeof record};
    smsc_status_init(&record, 0);
    record.encoding = SMSC_CHARSET_UTF8;
    number_of(status, SMSC_FIELD_TYPE, &record.type);
    number_of(status, SMSC_FIELD_FLAG, &record.flag);
    const zval *phone = OBJ_PROP_NUM(status, SMSC_FIELD_PHONE);
    if (Z_TYPE_P(phone) == IS_STRING) {
        record.phone = (smsc_view) {Z_STRVAL_P(phone), Z_STRLEN_P(phone)};
    }
    int32_t table;
    if (smsc_err_table(&record, php_smsc_kind(OBJ_PROP_NUM(status, PHP_SMSC_SLOT_KIND)), &table) == SMSC_RESULT_OK) {
        name_of(return_value, table, code, lang);
    }
}

/* In the order of Smsc\Flags's properties. */
enum { SLOT_FLAG, SLOT_TYPE, SLOT_SECOND_BALANCE, SLOT_TEMPLATE, SLOT_UNKNOWN_BITS };

static bool take_apart(zend_object *flags, zend_long flag)
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
    if (smsc_name(SMSC_TABLE_TEMPLATE, bits.template_kind, SMSC_LANG_EN, &name) == SMSC_RESULT_OK) {
        ZVAL_STRINGL_FAST(OBJ_PROP_NUM(flags, SLOT_TEMPLATE), name.ptr, name.len);
    }
    return true;
}

PHP_METHOD(Smsc_Status, flags)
{
    ZEND_PARSE_PARAMETERS_NONE();
    int32_t flag;
    if (number_of(Z_OBJ_P(ZEND_THIS), SMSC_FIELD_FLAG, &flag)) {
        object_init_ex(return_value, php_smsc_flags_ce);
        if (!take_apart(Z_OBJ_P(return_value), flag)) {
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
    if (Z_TYPE_P(OBJ_PROP_NUM(flags, SLOT_FLAG)) != IS_UNDEF) {
        zend_throw_error(NULL, "Cannot modify readonly property Smsc\\Flags::$flag");
    } else if (!take_apart(flags, flag)) {
        zend_argument_error(php_smsc_option_error_ce, 1, "must be from 0 to 65535");
    }
}

PHP_METHOD(Smsc_Flags, typeName)
{
    int32_t lang, code;
    if (lang_of(execute_data, &lang) && number_of(Z_OBJ_P(ZEND_THIS), SLOT_TYPE, &code)) {
        name_of(return_value, SMSC_TABLE_TYPE, code, lang);
    }
}

PHP_METHOD(Smsc_ApiError, name)
{
    int32_t lang;
    if (lang_of(execute_data, &lang)) {
        zval place;
        const zval *code = zend_read_property(zend_ce_exception, Z_OBJ_P(ZEND_THIS), "code", sizeof "code" - 1, true, &place);
        if (Z_TYPE_P(code) == IS_LONG && Z_LVAL_P(code) >= 0 && Z_LVAL_P(code) <= INT32_MAX) {
            name_of(return_value, SMSC_TABLE_API_ERROR, (int32_t)Z_LVAL_P(code), lang);
        }
    }
}
