/* smsc_explain and smsc_story: outcomes of what is not in a reply of status.php. */
#include "php_smsc_proto.h"

/* Numbers of the arguments, for messages. */
enum {
    ARG_STATUS = 1, ARG_ERR, ARG_TYPE, ARG_API_ERROR, ARG_GETCOURSE, ARG_CLICKSEND, ARG_LANG,
    ARG_ENDPOINT, ARG_TEXT, ARG_ROW, ARG_ERROR, ARG_RECEIPT
};
enum { STORY_STATUSES = 1, STORY_TYPE, STORY_LANG };

/* The most statuses of a message. The time is that of their number squared, and no message has so
 * many. */
#define MAX_STATUSES 1000

static void add(zval *list, const smsc_outcome *outcome)
{
    zval item;
    php_smsc_make_outcome(&item, outcome);
    zend_hash_next_index_insert_new(Z_ARRVAL_P(list), &item);
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

/* Sets a number of a receipt. The API also writes numbers as strings; a number out of range is in
 * no list, like a missing one. Throws if the value is of another type. */
static bool set_receipt_number(int32_t *number, HashTable *fields, const char *key)
{
    const zval *value = zend_hash_str_find_deref(fields, key, strlen(key));
    zend_long found = -1;
    if (value == NULL || Z_TYPE_P(value) == IS_NULL) {
        return true;
    }
    if (Z_TYPE_P(value) == IS_LONG) {
        found = Z_LVAL_P(value);
    } else if (Z_TYPE_P(value) == IS_STRING) {
        const char *digits = Z_STRVAL_P(value);
        if (is_numeric_string(digits, Z_STRLEN_P(value), &found, NULL, false) != IS_LONG) {
            return true;
        }
    } else {
        zend_argument_error(php_smsc_option_error_ce, ARG_RECEIPT,
            "must have an int, a string or null under the key \"%s\"", key);
        return false;
    }
    *number = found >= 0 && found <= INT32_MAX ? (int32_t)found : -1;
    return true;
}

/* Sets a text of a receipt. Throws if the value is of another type. */
static bool set_receipt_text(smsc_view *text, HashTable *fields, const char *key)
{
    const zval *value = zend_hash_str_find_deref(fields, key, strlen(key));
    if (value != NULL && Z_TYPE_P(value) == IS_STRING) {
        *text = (smsc_view){Z_STRVAL_P(value), Z_STRLEN_P(value)};
    } else if (value != NULL && Z_TYPE_P(value) != IS_NULL) {
        zend_argument_error(php_smsc_option_error_ce, ARG_RECEIPT,
            "must have a string or null under the key \"%s\"", key);
        return false;
    }
    return true;
}

static bool has_field(HashTable *fields)
{
    static const char *const KEYS[] = {"status", "status_code", "error_code", "error_text"};
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        if (zend_hash_str_exists(fields, KEYS[i], strlen(KEYS[i]))) {
            return true;
        }
    }
    return false;
}

/* Sets the fields of a receipt. Throws if there is none. */
static bool set_receipt(smsc_question *question, HashTable *fields)
{
    const zval *data = zend_hash_str_find_deref(fields, "data", sizeof "data" - 1);
    if (!has_field(fields) && data != NULL && Z_TYPE_P(data) == IS_ARRAY) {
        fields = Z_ARRVAL_P(data);
    }
    if (!has_field(fields)) {
        zend_argument_error(php_smsc_option_error_ce, ARG_RECEIPT,
            "must have a key \"status\", \"status_code\", \"error_code\" or \"error_text\"");
        return false;
    }
    return set_receipt_number(&question->status_code, fields, "status_code")
        && set_receipt_number(&question->error_code, fields, "error_code")
        && set_receipt_text(&question->status, fields, "status")
        && set_receipt_text(&question->text, fields, "error_text");
}

/* Adds every meaning. Throws if a text is not UTF-8. */
static void add_meanings(zval *list, const smsc_question *question, int32_t lang, uint32_t argument)
{
    smsc_outcome outcome = {.size = sizeof outcome};
    int32_t result;
    size_t index = 0;
    while ((result = smsc_outcome_explain(question, index, lang, &outcome)) == SMSC_RESULT_OK
            && !PHP_SMSC_MUST_STOP()) {
        add(list, &outcome);
        index++;
    }
    if (result == SMSC_RESULT_UTF8) {
        zend_argument_error(php_smsc_option_error_ce, argument, "must be UTF-8");
    } else if (result != SMSC_RESULT_END && result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
    }
}

static smsc_view view_of(const zend_string *text)
{
    return (smsc_view){ZSTR_VAL(text), ZSTR_LEN(text)};
}

PHP_FUNCTION(smsc_explain)
{
    zend_long status = 0, err = 0, type = 0, api_error = 0, number = 0, row = 0, error = 0;
    bool no_status = true, no_err = true, no_type = true, no_api_error = true, no_number = true;
    bool no_row = true, no_error = true;
    zend_string *getcourse = NULL, *clicksend = NULL, *lang_name = NULL, *endpoint = NULL;
    zend_string *text = NULL;
    HashTable *receipt = NULL;
    ZEND_PARSE_PARAMETERS_START(0, 12)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(status, no_status)
        Z_PARAM_LONG_OR_NULL(err, no_err)
        Z_PARAM_LONG_OR_NULL(type, no_type)
        Z_PARAM_LONG_OR_NULL(api_error, no_api_error)
        Z_PARAM_STR_OR_NULL(getcourse)
        Z_PARAM_STR_OR_LONG_OR_NULL(clicksend, number, no_number)
        Z_PARAM_STR(lang_name)
        Z_PARAM_STR_OR_NULL(endpoint)
        Z_PARAM_STR_OR_NULL(text)
        Z_PARAM_LONG_OR_NULL(row, no_row)
        Z_PARAM_LONG_OR_NULL(error, no_error)
        Z_PARAM_ARRAY_HT_OR_NULL(receipt)
    ZEND_PARSE_PARAMETERS_END();
    int32_t lang;
    if (!php_smsc_lang(lang_name, ARG_LANG, &lang)) {
        RETURN_THROWS();
    }
    const bool no_clicksend = clicksend == NULL && no_number;
    if (!no_status + !no_api_error + (text != NULL) + (getcourse != NULL) + !no_clicksend + !no_row
            + !no_error + (receipt != NULL) != 1) {
        zend_throw_error(php_smsc_option_error_ce,
            "smsc_explain(): Exactly one of $status, $api_error, $text, $getcourse, $clicksend, "
            "$clicksend_row, $clicksend_error and $clicksend_receipt must be given");
        RETURN_THROWS();
    }
    if (no_status && (!no_err || !no_type)) {
        zend_argument_error(
            php_smsc_option_error_ce, no_err ? ARG_TYPE : ARG_ERR, "must be given with $status");
        RETURN_THROWS();
    }
    if (no_api_error && endpoint != NULL) {
        zend_argument_error(
            php_smsc_option_error_ce, ARG_ENDPOINT, "must be given with $api_error");
        RETURN_THROWS();
    }
    if ((!no_status && !check_range(status, INT32_MIN, INT32_MAX, ARG_STATUS))
            || (!no_err && !check_range(err, 0, INT32_MAX, ARG_ERR))
            || (!no_type && !check_range(type, 0, UINT8_MAX, ARG_TYPE))
            || (!no_api_error && !check_range(api_error, 0, INT32_MAX, ARG_API_ERROR))
            || (!no_row && !check_range(row, 0, INT32_MAX, ARG_ROW))
            || (!no_error && !check_range(error, 0, INT32_MAX, ARG_ERROR))) {
        RETURN_THROWS();
    }
    const int32_t kind = !no_status ? SMSC_QUESTION_KIND_STATUS
        : !no_api_error ? SMSC_QUESTION_KIND_API_ERROR
        : text != NULL ? SMSC_QUESTION_KIND_TEXT
        : getcourse != NULL ? SMSC_QUESTION_KIND_GETCOURSE
        : !no_clicksend ? SMSC_QUESTION_KIND_CLICKSEND
        : !no_row ? SMSC_QUESTION_KIND_CLICKSEND_ROW
        : !no_error ? SMSC_QUESTION_KIND_CLICKSEND_ERROR
        : SMSC_QUESTION_KIND_CLICKSEND_RECEIPT;
    smsc_question question = {.size = sizeof question};
    smsc_question_init(&question, kind);
    /* At most one of them is not 0. */
    question.number = (int32_t)(status + api_error + row + error);
    question.err = no_err ? -1 : (int32_t)err;
    question.type = no_type ? -1 : (int32_t)type;
    if ((endpoint != NULL && !php_smsc_endpoint(endpoint, ARG_ENDPOINT, &question.endpoint))
            || (receipt != NULL && !set_receipt(&question, receipt))) {
        RETURN_THROWS();
    }
    /* The digits of a number are a text as well. */
    char digits[MAX_LENGTH_OF_LONG];
    uint32_t argument = receipt != NULL ? ARG_RECEIPT : ARG_CLICKSEND;
    if (text != NULL || getcourse != NULL) {
        question.text = view_of(text != NULL ? text : getcourse);
        argument = text != NULL ? ARG_TEXT : ARG_GETCOURSE;
    } else if (clicksend != NULL) {
        question.text = view_of(clicksend);
    } else if (!no_number) {
        const int length = snprintf(digits, sizeof digits, ZEND_LONG_FMT, number);
        question.text = (smsc_view){digits, (size_t)length};
    }
    array_init(return_value);
    add_meanings(return_value, &question, lang, argument);
}

/* Sets a status and its err from an element of the list. Throws if it is none. */
static bool set_status(int32_t *status, int32_t *err, const zval *given)
{
    const zval *number = given, *reason = NULL;
    if (Z_TYPE_P(given) == IS_ARRAY) {
        number = zend_hash_index_find_deref(Z_ARRVAL_P(given), 0);
        reason = zend_hash_index_find_deref(Z_ARRVAL_P(given), 1);
    }
    const bool has_reason = reason != NULL && Z_TYPE_P(reason) != IS_NULL;
    if (number == NULL || Z_TYPE_P(number) != IS_LONG
            || (has_reason && Z_TYPE_P(reason) != IS_LONG)) {
        zend_argument_error(php_smsc_option_error_ce, STORY_STATUSES,
            "must be a list of statuses, each an int or a pair of a status and its err");
        return false;
    }
    if (!check_range(Z_LVAL_P(number), INT32_MIN, INT32_MAX, STORY_STATUSES)
            || (has_reason && !check_range(Z_LVAL_P(reason), 0, INT32_MAX, STORY_STATUSES))) {
        return false;
    }
    *status = (int32_t)Z_LVAL_P(number);
    *err = has_reason ? (int32_t)Z_LVAL_P(reason) : -1;
    return true;
}

PHP_FUNCTION(smsc_story)
{
    HashTable *given;
    zend_long type = 0;
    bool no_type = true;
    zend_string *lang_name = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_ARRAY_HT(given)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(type, no_type)
        Z_PARAM_STR(lang_name)
    ZEND_PARSE_PARAMETERS_END();
    int32_t lang;
    if (!php_smsc_lang(lang_name, STORY_LANG, &lang)
            || (!no_type && !check_range(type, 0, UINT8_MAX, STORY_TYPE))) {
        RETURN_THROWS();
    }
    if (zend_hash_num_elements(given) > MAX_STATUSES) {
        zend_argument_error(php_smsc_option_error_ce, STORY_STATUSES,
            "must have at most %d statuses", MAX_STATUSES);
        RETURN_THROWS();
    }
    /* A string of the request's memory: it is freed when an allocation below ends the request. */
    const size_t count = zend_hash_num_elements(given);
    zend_string *memory = zend_string_safe_alloc(2 * sizeof(int32_t), count, 0, false);
    int32_t *statuses = (int32_t *)ZSTR_VAL(memory), *errs = statuses + count;
    size_t filled = 0;
    zval *element;
    ZEND_HASH_FOREACH_VAL(given, element) {
        ZVAL_DEREF(element);
        if (!set_status(statuses + filled, errs + filled, element)) {
            zend_string_release(memory);
            RETURN_THROWS();
        }
        filled++;
    } ZEND_HASH_FOREACH_END();
    array_init(return_value);
    smsc_outcome outcome = {.size = sizeof outcome};
    for (size_t index = 0; index < filled && !PHP_SMSC_MUST_STOP(); index++) {
        const int32_t result = smsc_outcome_lookup_story(
            statuses, errs, filled, index, no_type ? -1 : (int32_t)type, lang, &outcome);
        if (result != SMSC_RESULT_OK) {
            php_smsc_throw_result(result);
            break;
        }
        add(return_value, &outcome);
    }
    zend_string_release(memory);
}
