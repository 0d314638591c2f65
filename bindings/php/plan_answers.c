/* The methods of Smsc\Plan that take an answer of the service, or the reason why there is none. */
#include "plan.h"

/* Sets the answers from an array. Returns false if an exception was thrown. */
static bool set_answers(smsc_plan_answer *answers, size_t *count, HashTable *statuses)
{
    zend_ulong number;
    zend_string *text;
    zval *status;
    *count = 0;
    ZEND_HASH_FOREACH_KEY_VAL(statuses, number, text, status) {
        ZVAL_DEREF(status);
        if (text != NULL) {
            zend_argument_error(php_smsc_option_error_ce, 2, "must have keys of messages");
            return false;
        }
        if (Z_TYPE_P(status) != IS_LONG) {
            zend_argument_type_error(2, "must have statuses of type int, %s given",
                zend_zval_type_name(status));
            return false;
        }
        if (Z_LVAL_P(status) < INT32_MIN || Z_LVAL_P(status) > INT32_MAX) {
            zend_argument_error(php_smsc_option_error_ce, 2,
                "must have statuses from %d to %d", INT32_MIN, INT32_MAX);
            return false;
        }
        answers[*count] = (smsc_plan_answer){
            .key = key_of_long((zend_long)number), .status = (int32_t)Z_LVAL_P(status)};
        ++*count;
    } ZEND_HASH_FOREACH_END();
    return true;
}

PHP_METHOD(Smsc_Plan, onReply)
{
    zval *object;
    HashTable *statuses;
    zend_long time = 0;
    bool no_time = true;
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_OBJECT_OF_CLASS(object, php_smsc_ask_ce)
        Z_PARAM_ARRAY_HT(statuses)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(time, no_time)
    ZEND_PARSE_PARAMETERS_END();
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    const smsc_plan_ask ask = ask_of(object);
    uint64_t now = 0;
    if (!set_time(&now, no_time, time, 3)) {
        RETURN_THROWS();
    }
    size_t count = 0;
    smsc_plan_answer *answers =
        safe_emalloc(zend_hash_num_elements(statuses) + 1, sizeof *answers, 0);
    if (set_answers(answers, &count, statuses)) {
        return_found(return_value, smsc_plan_on_reply(&self->c, &ask, answers, count, now));
    }
    efree(answers);
}

PHP_METHOD(Smsc_Plan, onFailure)
{
    enum { ASK = 1, FAILURE, CODE, RANDOM, NOW };
    zval *object;
    zend_string *failure;
    zend_long code = 0, random = 0, time = 0;
    bool no_code = true, no_random = true, no_time = true;
    ZEND_PARSE_PARAMETERS_START(2, 5)
        Z_PARAM_OBJECT_OF_CLASS(object, php_smsc_ask_ce)
        Z_PARAM_STR(failure)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(code, no_code)
        Z_PARAM_LONG_OR_NULL(random, no_random)
        Z_PARAM_LONG_OR_NULL(time, no_time)
    ZEND_PARSE_PARAMETERS_END();
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    const smsc_plan_ask ask = ask_of(object);
    smsc_attempt attempt = {.size = sizeof attempt};
    uint64_t now = 0;
    if (!php_smsc_set_failure(&attempt, failure, FAILURE)
            || !php_smsc_set_failure_code(&attempt, no_code, code, CODE)
            || !php_smsc_set_random(&attempt.random, no_random, random, RANDOM)
            || !set_time(&now, no_time, time, NOW)) {
        RETURN_THROWS();
    }
    return_found(return_value, smsc_plan_on_failure(
        &self->c, &ask, attempt.failure, attempt.code, attempt.random, now));
}

PHP_METHOD(Smsc_Plan, onUnsent)
{
    enum { ASK = 1, WAIT, NOW };
    zval *object;
    zend_long wait = 0, time = 0;
    bool no_time = true;
    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_OBJECT_OF_CLASS(object, php_smsc_ask_ce)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(wait)
        Z_PARAM_LONG_OR_NULL(time, no_time)
    ZEND_PARSE_PARAMETERS_END();
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    const smsc_plan_ask ask = ask_of(object);
    uint64_t wait_ms = 0, now = 0;
    if (!set_time(&wait_ms, false, wait, WAIT) || !set_time(&now, no_time, time, NOW)) {
        RETURN_THROWS();
    }
    return_found(return_value, smsc_plan_on_unsent(&self->c, &ask, wait_ms, now));
}

PHP_METHOD(Smsc_Plan, onStatus)
{
    enum { KEY = 1, STATUS, NOW };
    zend_long key, status, time = 0;
    bool no_time = true;
    ZEND_PARSE_PARAMETERS_START(2, 3)
        Z_PARAM_LONG(key)
        Z_PARAM_LONG(status)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(time, no_time)
    ZEND_PARSE_PARAMETERS_END();
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    uint64_t now = 0;
    if (!php_smsc_check_range(status, INT32_MIN, INT32_MAX, STATUS)
            || !set_time(&now, no_time, time, NOW)) {
        RETURN_THROWS();
    }
    return_found(return_value,
        smsc_plan_on_status(&self->c, key_of_long(key), (int32_t)status, now));
}
