/* smsc_explain: outcomes of codes and texts that are not in a reply of status.php. */
#include "php_smsc_proto.h"

/* Numbers of the arguments, for messages. */
enum { ARG_STATUS = 1, ARG_ERR, ARG_TYPE, ARG_API_ERROR, ARG_GETCOURSE, ARG_CLICKSEND, ARG_LANG };

static void add(zval *list, const smsc_outcome *outcome)
{
    zval item;
    php_smsc_make_outcome(&item, outcome);
    zend_hash_next_index_insert_new(Z_ARRVAL_P(list), &item);
}

/* Adds the outcome, or throws if the argument is wrong. Adds nothing for a text that is unknown. */
static void add_or_throw(
    zval *list, int32_t result, const smsc_outcome *outcome, uint32_t argument)
{
    if (result == SMSC_RESULT_OK) {
        add(list, outcome);
    } else if (result == SMSC_RESULT_UTF8) {
        zend_argument_error(php_smsc_option_error_ce, argument, "must be UTF-8");
    } else if (result != SMSC_RESULT_NO_NAME && result != SMSC_RESULT_END) {
        php_smsc_throw_result(result);
    }
}

/* Returns whether the number is in the range. Throws if not. */
static bool check_range(zend_long number, zend_long min, zend_long max, uint32_t argument)
{
    if (number >= min && number <= max) {
        return true;
    }
    zend_argument_error(php_smsc_option_error_ce, argument,
        "must be from " ZEND_LONG_FMT " to " ZEND_LONG_FMT, min, max);
    return false;
}

/* Adds the row of ClickSend's list with this number, or else the rows whose texts match. */
static void add_rows(zval *list, zend_string *text, int32_t lang, smsc_outcome *outcome)
{
    zend_long row;
    if (is_numeric_string(ZSTR_VAL(text), ZSTR_LEN(text), &row, NULL, false) == IS_LONG
            && row >= INT32_MIN && row <= INT32_MAX
            && smsc_outcome_lookup_clicksend_row((int32_t)row, lang, outcome) == SMSC_RESULT_OK) {
        add(list, outcome);
        return;
    }
    const smsc_view part = {ZSTR_VAL(text), ZSTR_LEN(text)};
    int32_t result;
    size_t index = 0;
    while ((result = smsc_outcome_lookup_clicksend(&part, 1, index, lang, outcome))
            == SMSC_RESULT_OK) {
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
    const bool no_clicksend = clicksend == NULL && no_row;
    if (!no_status + !no_api_error + (getcourse != NULL) + !no_clicksend != 1) {
        zend_throw_error(php_smsc_option_error_ce,
            "smsc_explain(): Exactly one of $status, $api_error, $getcourse and $clicksend "
            "must be given");
        RETURN_THROWS();
    }
    if (no_status && (!no_err || !no_type)) {
        zend_argument_error(
            php_smsc_option_error_ce, no_err ? ARG_TYPE : ARG_ERR, "must be given with $status");
        RETURN_THROWS();
    }
    if ((!no_status && !check_range(status, INT32_MIN, INT32_MAX, ARG_STATUS))
            || (!no_err && !check_range(err, 0, INT32_MAX, ARG_ERR))
            || (!no_type && !check_range(type, 0, UINT8_MAX, ARG_TYPE))
            || (!no_api_error && !check_range(api_error, 0, INT32_MAX, ARG_API_ERROR))) {
        RETURN_THROWS();
    }
    smsc_outcome outcome = {.size = sizeof outcome};
    array_init(return_value);
    if (!no_status) {
        const int32_t result = smsc_outcome_lookup_codes((int32_t)status,
            no_err ? -1 : (int32_t)err, no_type ? -1 : (int32_t)type, lang, &outcome);
        add_or_throw(return_value, result, &outcome, ARG_STATUS);
    } else if (!no_api_error) {
        const int32_t result = smsc_outcome_lookup_api_error((int32_t)api_error, lang, &outcome);
        add_or_throw(return_value, result, &outcome, ARG_API_ERROR);
    } else if (getcourse != NULL) {
        const int32_t result = smsc_outcome_lookup_getcourse(
            ZSTR_VAL(getcourse), ZSTR_LEN(getcourse), lang, &outcome);
        add_or_throw(return_value, result, &outcome, ARG_GETCOURSE);
    } else {
        zend_string *text =
            clicksend != NULL ? zend_string_copy(clicksend) : zend_long_to_str(row);
        add_rows(return_value, text, lang, &outcome);
        zend_string_release(text);
    }
}
