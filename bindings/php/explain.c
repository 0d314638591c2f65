/* What codes and texts mean that no reply of the server holds. */
#include "php_smsc_proto.h"

/* The order of the arguments, for messages. */
enum { ARG_STATUS = 1, ARG_ERR, ARG_TYPE, ARG_API_ERROR, ARG_GETCOURSE, ARG_CLICKSEND, ARG_LANG };

static void add(zval *list, const smsc_outcome *outcome)
{
    zval item;
    php_smsc_outcome(&item, outcome);
    zend_hash_next_index_insert_new(Z_ARRVAL_P(list), &item);
}

/* What the library says of an argument; unknown texts have no outcome. */
static void add_or_throw(zval *list, int32_t result, const smsc_outcome *outcome, uint32_t argument)
{
    if (result == SMSC_RESULT_OK) {
        add(list, outcome);
    } else if (result == SMSC_RESULT_UTF8) {
        zend_argument_error(php_smsc_option_error_ce, argument, "must be UTF-8");
    } else if (result != SMSC_RESULT_NO_NAME && result != SMSC_RESULT_END) {
        php_smsc_throw_result(result);
    }
}

/* A number of the library's; one that is greater or less is as wrong as what the library itself refuses. */
static bool fits(zend_long number, zend_long least, zend_long most, uint32_t argument)
{
    if (number >= least && number <= most) {
        return true;
    }
    zend_argument_error(php_smsc_option_error_ce, argument, "must be from " ZEND_LONG_FMT " to " ZEND_LONG_FMT, least, most);
    return false;
}

static void add_rows(zval *list, zend_string *words, int32_t lang, smsc_outcome *outcome)
{
    zend_long row;
    if (is_numeric_string(ZSTR_VAL(words), ZSTR_LEN(words), &row, NULL, false) == IS_LONG && row >= INT32_MIN && row <= INT32_MAX
            && smsc_outcome_lookup_clicksend_row((int32_t)row, lang, outcome) == SMSC_RESULT_OK) {
        add(list, outcome);
        return;
    }
    const smsc_view part = {ZSTR_VAL(words), ZSTR_LEN(words)};
    int32_t result;
    size_t index = 0;
    while ((result = smsc_outcome_lookup_clicksend(&part, 1, index, lang, outcome)) == SMSC_RESULT_OK) {
        add(list, outcome);
        index++;
    }
    add_or_throw(list, result, outcome, ARG_CLICKSEND);
}

PHP_FUNCTION(smsc_explain)
{
    zend_long status = 0, err = 0, type = 0, api_error = 0, row = 0;
    bool no_status = true, no_err = true, no_type = true, no_api_error = true, no_row = true;
    zend_string *getcourse = NULL, *clicksend = NULL, *lang_name = NULL;
    ZEND_PARSE_PARAMETERS_START(0, 7)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(status, no_status)
        Z_PARAM_LONG_OR_NULL(err, no_err)
        Z_PARAM_LONG_OR_NULL(type, no_type)
        Z_PARAM_LONG_OR_NULL(api_error, no_api_error)
        Z_PARAM_STR_OR_NULL(getcourse)
        Z_PARAM_STR_OR_LONG_OR_NULL(clicksend, row, no_row)
        Z_PARAM_STR(lang_name)
    ZEND_PARSE_PARAMETERS_END();
    int32_t lang;
    if (!php_smsc_lang(lang_name, ARG_LANG, &lang)) {
        RETURN_THROWS();
    }
    if (!no_status + !no_api_error + (getcourse != NULL) + (clicksend != NULL || !no_row) != 1) {
        zend_throw_error(php_smsc_option_error_ce, "smsc_explain(): exactly one of $status, $api_error, $getcourse and $clicksend must be given");
        RETURN_THROWS();
    }
    if (no_status && (!no_err || !no_type)) {
        zend_argument_error(php_smsc_option_error_ce, no_err ? ARG_TYPE : ARG_ERR, "must come with $status");
        RETURN_THROWS();
    }
    if ((!no_status && !fits(status, INT32_MIN, INT32_MAX, ARG_STATUS)) || (!no_err && !fits(err, 0, INT32_MAX, ARG_ERR))
            || (!no_type && !fits(type, 0, UINT8_MAX, ARG_TYPE)) || (!no_api_error && !fits(api_error, 0, INT32_MAX, ARG_API_ERROR))) {
        RETURN_THROWS();
    }
    smsc_outcome outcome = {.size = sizeof outcome};
    array_init(return_value);
    if (!no_status) {
        const int32_t result = smsc_outcome_lookup_codes((int32_t)status, no_err ? -1 : (int32_t)err, no_type ? -1 : (int32_t)type, lang, &outcome);
        add_or_throw(return_value, result, &outcome, ARG_STATUS);
    } else if (!no_api_error) {
        add_or_throw(return_value, smsc_outcome_lookup_api_error((int32_t)api_error, lang, &outcome), &outcome, ARG_API_ERROR);
    } else if (getcourse != NULL) {
        const int32_t result = smsc_outcome_lookup_getcourse(ZSTR_VAL(getcourse), ZSTR_LEN(getcourse), lang, &outcome);
        add_or_throw(return_value, result, &outcome, ARG_GETCOURSE);
    } else {
        zend_string *words = clicksend != NULL ? zend_string_copy(clicksend) : zend_long_to_str(row);
        add_rows(return_value, words, lang, &outcome);
        zend_string_release(words);
    }
}
