/* What codes mean: their names, the bits of a flag, and outcomes of what the server said. */
#include "php_smsc_proto.h"

#include <zend_exceptions.h>

/* The one argument of the methods that give texts. False when an exception has been thrown. */
static bool lang_of(zend_execute_data *execute_data, int32_t *lang)
{
    zend_string *given = NULL;
    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(given)
    ZEND_PARSE_PARAMETERS_END_EX(return false);
    return php_smsc_lang(given, 1, lang);
}

static void name_of(zval *return_value, int32_t table, int32_t code, int32_t lang)
{
    smsc_view name;
    if (smsc_code_name(table, code, lang, &name) == SMSC_RESULT_OK) {
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

/* What of a record decides which err it is. */
static smsc_record record_of(zend_object *status)
{
    smsc_record record = {.size = sizeof record};
    smsc_record_init(&record, 0);
    record.encoding = SMSC_CHARSET_UTF8;
    number_of(status, SMSC_FIELD_TYPE, &record.type);
    number_of(status, SMSC_FIELD_FLAG, &record.flag);
    const struct {
        int slot;
        smsc_view *text;
    } texts[] = {
        {SMSC_FIELD_PHONE, &record.phone}, {SMSC_FIELD_IMSI, &record.imsi}, {SMSC_FIELD_MSC, &record.msc}, {SMSC_FIELD_MCC, &record.mcc},
        {SMSC_FIELD_MNC, &record.mnc}, {SMSC_FIELD_CN, &record.cn}, {SMSC_FIELD_NET, &record.net}, {SMSC_FIELD_RCN, &record.rcn},
        {SMSC_FIELD_RNET, &record.rnet},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const zval *text = OBJ_PROP_NUM(status, texts[i].slot);
        if (Z_TYPE_P(text) == IS_STRING) {
            *texts[i].text = (smsc_view) {Z_STRVAL_P(text), Z_STRLEN_P(text)};
        }
    }
    return record;
}

PHP_METHOD(Smsc_Status, errName)
{
    zend_object *status = Z_OBJ_P(ZEND_THIS);
    int32_t lang, code;
    if (!lang_of(execute_data, &lang) || !number_of(status, SMSC_FIELD_ERR, &code)) {
        return;
    }
    const smsc_record record = record_of(status);
    int32_t table;
    if (smsc_record_err_table(&record, php_smsc_kind(OBJ_PROP_NUM(status, PHP_SMSC_SLOT_KIND)), &table) == SMSC_RESULT_OK) {
        name_of(return_value, table, code, lang);
    }
}

/* An outcome, or an exception where an object that no reply has made holds what cannot be. */
static void outcome_or_throw(zval *return_value, int32_t result, const smsc_outcome *outcome)
{
    if (result == SMSC_RESULT_OK) {
        php_smsc_outcome(return_value, outcome);
    } else {
        php_smsc_throw_result(result);
    }
}

PHP_METHOD(Smsc_Status, outcome)
{
    zend_object *status = Z_OBJ_P(ZEND_THIS);
    int32_t lang;
    if (!lang_of(execute_data, &lang)) {
        return;
    }
    smsc_outcome outcome = {.size = sizeof outcome};
    smsc_record record = record_of(status);
    number_of(status, SMSC_FIELD_ERR, &record.err);
    int32_t result = SMSC_RESULT_VALUE;
    if (number_of(status, SMSC_FIELD_STATUS, &record.status)) {
        result = smsc_outcome_lookup_record(&record, php_smsc_kind(OBJ_PROP_NUM(status, PHP_SMSC_SLOT_KIND)), lang, &outcome);
    }
    outcome_or_throw(return_value, result, &outcome);
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
    if (smsc_code_name(SMSC_TABLE_TEMPLATE, bits.template_kind, SMSC_LANG_EN, &name) == SMSC_RESULT_OK) {
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
    /* What was unserialized may have any of them. */
    for (int slot = 0; slot < flags->ce->default_properties_count; slot++) {
        if (Z_TYPE_P(OBJ_PROP_NUM(flags, slot)) != IS_UNDEF) {
            zend_throw_error(NULL, "Cannot modify readonly property Smsc\\Flags::$%s", ZSTR_VAL(flags->ce->properties_info_table[slot]->name));
            RETURN_THROWS();
        }
    }
    if (!take_apart(flags, flag)) {
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

static bool code_of(zend_object *error, int32_t *code)
{
    zval place;
    const zval *value = zend_read_property(zend_ce_exception, error, "code", sizeof "code" - 1, true, &place);
    const bool fits = Z_TYPE_P(value) == IS_LONG && Z_LVAL_P(value) >= 0 && Z_LVAL_P(value) <= INT32_MAX;
    *code = fits ? (int32_t)Z_LVAL_P(value) : -1;
    return fits;
}

PHP_METHOD(Smsc_ApiError, name)
{
    int32_t lang, code;
    if (lang_of(execute_data, &lang) && code_of(Z_OBJ_P(ZEND_THIS), &code)) {
        name_of(return_value, SMSC_TABLE_API_ERROR, code, lang);
    }
}

PHP_METHOD(Smsc_ApiError, outcome)
{
    int32_t lang, code;
    if (lang_of(execute_data, &lang)) {
        smsc_outcome outcome = {.size = sizeof outcome};
        code_of(Z_OBJ_P(ZEND_THIS), &code);
        outcome_or_throw(return_value, smsc_outcome_lookup_api_error(code, lang, &outcome), &outcome);
    }
}
