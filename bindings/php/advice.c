/* smsc_advise and smsc_advise_after_status: what to do after a request failed. */
#include "php_smsc_proto.h"

#include <ext/random/php_random.h>

/* Numbers of the arguments, for messages. */
enum {
    ARG_CALL = 1, ARG_FAILURE, ARG_ATTEMPT, ARG_CODE, ARG_SINCE_MS, ARG_NEXT_HOST, ARG_THROTTLED,
    ARG_BLOCKED, ARG_RANDOM
};
enum { AFTER_STATUS = 1, AFTER_SINCE_MS, AFTER_HISTORY_KEPT, AFTER_SENT_AGAIN, AFTER_RANDOM };

/* The slots of Smsc\Advice, in the order of its properties. */
enum { SLOT_KIND, SLOT_WAIT_MS, SLOT_HOST, SLOT_REASON, SLOT_CODE };

bool php_smsc_check_range(zend_long number, zend_long min, zend_long max, uint32_t argument)
{
    if (number >= min && number <= max) {
        return true;
    }
    zend_argument_error(php_smsc_option_error_ce, argument,
        "must be from " ZEND_LONG_FMT " to " ZEND_LONG_FMT, min, max);
    return false;
}

/* Sets `code` to the code with this name, in any case. Throws if the table has none. */
static bool find_code(int32_t *code, int32_t table, const zend_string *name, uint32_t argument,
    const char *expected)
{
    smsc_view known;
    for (int32_t number = 0;
            smsc_code_name(table, number, SMSC_LANG_EN, &known) == SMSC_RESULT_OK; number++) {
        if (zend_binary_strcasecmp(ZSTR_VAL(name), ZSTR_LEN(name), known.ptr, known.len) == 0) {
            *code = number;
            return true;
        }
    }
    zend_argument_error(php_smsc_option_error_ce, argument, "must be %s", expected);
    return false;
}

bool php_smsc_set_failure(smsc_attempt *attempt, const zend_string *name, uint32_t argument)
{
    return find_code(&attempt->failure, SMSC_TABLE_FAILURE, name, argument,
        "\"unreachable\", \"tls\", \"invalid\", \"unanswered\", \"not_a_reply\", "
        "\"http_status\" or \"rejected\"");
}

bool php_smsc_set_failure_code(
    smsc_attempt *attempt, bool no_code, zend_long code, uint32_t argument)
{
    const bool has_status = attempt->failure == SMSC_FAILURE_HTTP_STATUS;
    if (!has_status && attempt->failure != SMSC_FAILURE_REJECTED) {
        if (!no_code) {
            zend_argument_error(php_smsc_option_error_ce, argument,
                "must not be given, because only \"http_status\" and \"rejected\" have a code");
        }
        return no_code;
    }
    if (no_code) {
        zend_argument_error(php_smsc_option_error_ce, argument, "must be given: the %s",
            has_status ? "HTTP status" : "number of the API error");
        return false;
    }
    attempt->code = (int32_t)code;
    return php_smsc_check_range(code, 0, has_status ? UINT16_MAX : INT32_MAX, argument);
}

bool php_smsc_set_random(uint32_t *target, bool no_random, zend_long random, uint32_t argument)
{
    if (no_random) {
        /* It only spreads waiting times: if there is none, 0 will do. */
        if (php_random_bytes_silent(target, sizeof *target) != SUCCESS) {
            *target = 0;
        }
        return true;
    }
    *target = (uint32_t)random;
    return php_smsc_check_range(random, 0, UINT32_MAX, argument);
}

static void set_number(zend_object *object, int slot, zend_long number)
{
    ZVAL_LONG(OBJ_PROP_NUM(object, slot), number);
}

static void make_advice(zval *item, const smsc_advice *advice)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_advice_ce);
    const bool is_retry = advice->kind == SMSC_ADVICE_KIND_RETRY;
    php_smsc_set_name(object, SLOT_KIND, SMSC_TABLE_ADVICE, advice->kind);
    php_smsc_set_name(object, SLOT_REASON, SMSC_TABLE_ADVICE_REASON, advice->reason);
    if (is_retry || advice->kind == SMSC_ADVICE_KIND_ASK_STATUS
            || advice->reason == SMSC_ADVICE_REASON_BLOCKED) {
        set_number(object, SLOT_WAIT_MS, advice->wait_ms);
    }
    if (is_retry) {
        ZVAL_STRING(OBJ_PROP_NUM(object, SLOT_HOST), advice->next_host ? "next" : "same");
    }
    if (advice->code >= 0) {
        set_number(object, SLOT_CODE, advice->code);
    }
}

PHP_FUNCTION(smsc_advise)
{
    zend_string *call, *failure;
    zend_long number = 1, code = 0, since_ms = 0, random = 0;
    bool no_code = true, next_host = true, throttled = false, blocked = false, no_random = true;
    ZEND_PARSE_PARAMETERS_START(2, 9)
        Z_PARAM_STR(call)
        Z_PARAM_STR(failure)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(number)
        Z_PARAM_LONG_OR_NULL(code, no_code)
        Z_PARAM_LONG(since_ms)
        Z_PARAM_BOOL(next_host)
        Z_PARAM_BOOL(throttled)
        Z_PARAM_BOOL(blocked)
        Z_PARAM_LONG_OR_NULL(random, no_random)
    ZEND_PARSE_PARAMETERS_END();
    smsc_attempt attempt = {
        .size = sizeof attempt,
        .number = (uint32_t)number,
        .has_next_host = next_host,
        .was_throttled = throttled,
        .was_blocked = blocked,
        .since_ms = (uint64_t)since_ms,
    };
    if (!find_code(&attempt.call, SMSC_TABLE_RETRY_CALL, call, ARG_CALL,
            "\"status\", \"status_batch\", \"delete\", \"send\", \"price\", \"balance\", "
            "\"history\", \"operator\" or \"wait_call\"")
            || !php_smsc_set_failure(&attempt, failure, ARG_FAILURE)
            || !php_smsc_check_range(number, 0, UINT32_MAX, ARG_ATTEMPT)
            || !php_smsc_set_failure_code(&attempt, no_code, code, ARG_CODE)
            || !php_smsc_check_range(since_ms, 0, ZEND_LONG_MAX, ARG_SINCE_MS)
            || !php_smsc_set_random(&attempt.random, no_random, random, ARG_RANDOM)) {
        RETURN_THROWS();
    }
    smsc_advice advice = {.size = sizeof advice};
    const int32_t result = smsc_retry_advise(&attempt, &advice);
    if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
        RETURN_THROWS();
    }
    make_advice(return_value, &advice);
}

PHP_FUNCTION(smsc_advise_after_status)
{
    zend_long status = 0, since_ms = 0, random = 0;
    bool failed = true, history_kept = false, sent_again = false, no_random = true;
    ZEND_PARSE_PARAMETERS_START(1, 5)
        Z_PARAM_LONG_OR_NULL(status, failed)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(since_ms)
        Z_PARAM_BOOL(history_kept)
        Z_PARAM_BOOL(sent_again)
        Z_PARAM_LONG_OR_NULL(random, no_random)
    ZEND_PARSE_PARAMETERS_END();
    smsc_sending sending = {
        .size = sizeof sending,
        .answer = failed ? SMSC_STATUS_ANSWER_FAILED
            : status == SMSC_STATUS_NOT_FOUND ? SMSC_STATUS_ANSWER_NOT_FOUND
                                              : SMSC_STATUS_ANSWER_FOUND,
        .is_history_kept = history_kept,
        .was_sent_again = sent_again,
        .since_ms = (uint64_t)since_ms,
    };
    if (!php_smsc_check_range(status, INT32_MIN, INT32_MAX, AFTER_STATUS)
            || !php_smsc_check_range(since_ms, 0, ZEND_LONG_MAX, AFTER_SINCE_MS)
            || !php_smsc_set_random(&sending.random, no_random, random, AFTER_RANDOM)) {
        RETURN_THROWS();
    }
    smsc_send_advice advice = {.size = sizeof advice};
    const int32_t result = smsc_retry_after_status(&sending, &advice);
    if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
        RETURN_THROWS();
    }
    zend_object *object = php_smsc_new_object(return_value, php_smsc_advice_ce);
    php_smsc_set_name(object, SLOT_KIND, SMSC_TABLE_SEND_ADVICE, advice.kind);
    if (advice.kind == SMSC_SEND_ADVICE_KIND_ASK_AGAIN) {
        set_number(object, SLOT_WAIT_MS, advice.wait_ms);
    }
}
