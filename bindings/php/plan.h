/* The object of Smsc\Plan, its keys and times, for the files with its methods. */
#ifndef PHP_SMSC_PLAN_H
#define PHP_SMSC_PLAN_H

#include "php_smsc_proto.h"

#include <sys/time.h>

#if SIZEOF_ZEND_LONG < 8
# error "the times and keys of a plan need integers of 64 bits"
#endif

/* The object. A plan that was not constructed is all zeros, which the library recognises. */
typedef struct plan {
    smsc_plan c;
    /* The memory of the plan, and its length. */
    smsc_plan_slot *slots;
    size_t slots_len;
    /* Room for the keys of a request; a request has at most `most` of them. */
    smsc_plan_key *keys;
    size_t keys_len;
    size_t most;
    zend_object std;
} plan;

/* The slots of Smsc\Ask, in the order of its properties. */
enum { SLOT_NUMBER, SLOT_KIND, SLOT_KEYS, SLOT_FIRST_SENT, SLOT_LAST_SENT };

static inline plan *plan_of(zend_object *object)
{
    return (plan *)((char *)object - offsetof(plan, std));
}

static inline zend_long long_of_key(smsc_plan_key key)
{
    return (zend_long)((uint64_t)key.generation << 32 | key.index);
}

static inline smsc_plan_key key_of_long(zend_long number)
{
    return (smsc_plan_key){(uint32_t)number, (uint32_t)((uint64_t)number >> 32)};
}

/* Sets `target` to a time, or to the present one if it is not given. Throws if it is below 0. */
static inline bool set_time(uint64_t *target, bool no_time, zend_long time, uint32_t argument)
{
    if (no_time) {
        struct timeval now = {0, 0};
        gettimeofday(&now, NULL);
        *target = (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_usec / 1000;
        return true;
    }
    *target = (uint64_t)time;
    return php_smsc_check_range(time, 0, ZEND_LONG_MAX, argument);
}

/* Returns the value of a method that ends a request or looks for a message. */
static inline void return_found(zval *return_value, int32_t result)
{
    if (result == SMSC_RESULT_OK || result == SMSC_RESULT_NOT_IN_PLAN) {
        RETURN_BOOL(result == SMSC_RESULT_OK);
    }
    php_smsc_throw_result(result);
}

/* Returns the number of an Smsc\Ask, which may have been made without one. */
static inline smsc_plan_ask ask_of(zval *object)
{
    const zval *number = OBJ_PROP_NUM(Z_OBJ_P(object), SLOT_NUMBER);
    return (smsc_plan_ask){
        .size = sizeof(smsc_plan_ask),
        .number = Z_TYPE_P(number) == IS_LONG ? (uint32_t)Z_LVAL_P(number) : 0,
    };
}

#endif
