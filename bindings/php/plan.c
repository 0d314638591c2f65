/* Smsc\Plan: which message to ask for, and when. */
#include "plan.h"

/* The number of messages for which a plan has memory at first. */
enum { FIRST_SLOTS = 16 };

static zend_object_handlers handlers;

static zend_object *create(zend_class_entry *ce)
{
    plan *self = zend_object_alloc(sizeof *self, ce);
    zend_object_std_init(&self->std, ce);
    object_properties_init(&self->std, ce);
    self->std.handlers = &handlers;
    return &self->std;
}

static void free_memory(plan *self)
{
    if (self->slots != NULL) {
        efree(self->slots);
    }
    if (self->keys != NULL) {
        efree(self->keys);
    }
    self->slots = NULL;
    self->keys = NULL;
    self->slots_len = self->keys_len = 0;
}

static void free_plan(zend_object *object)
{
    free_memory(plan_of(object));
    zend_object_std_dtor(object);
}

/* Sets `target` to an earlier time, or to none. Throws if it is below 0. */
static bool set_past(uint64_t *target, bool no_time, zend_long time, uint32_t argument)
{
    *target = no_time ? 0 : (uint64_t)time;
    return no_time || php_smsc_check_range(time, 0, ZEND_LONG_MAX, argument);
}

/* Makes room for the keys of every request. */
static void make_room(plan *self)
{
    const size_t needed = MIN(self->slots_len, self->most);
    if (self->keys_len < needed) {
        self->keys = safe_erealloc(self->keys, needed, sizeof *self->keys, 0);
        self->keys_len = needed;
    }
}

PHP_METHOD(Smsc_Plan, __construct)
{
    enum {
        AT_ONCE = 1, BATCH_SIZE, BATCH_GAP, FIRST_GAP, LAST_GAP, HAS_HISTORY, HISTORY_SIZE,
        HISTORY_GAP, NOT_YET, NOW
    };
    zend_long at_once = 3, batch_size = 1000, batch_gap = 61000, first_gap = 30, last_gap = 3600;
    zend_long history_size = 100, history_gap = 30000, not_yet = 600, time = 0;
    bool has_history = true, no_time = true;
    ZEND_PARSE_PARAMETERS_START(0, 10)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(at_once)
        Z_PARAM_LONG(batch_size)
        Z_PARAM_LONG(batch_gap)
        Z_PARAM_LONG(first_gap)
        Z_PARAM_LONG(last_gap)
        Z_PARAM_BOOL(has_history)
        Z_PARAM_LONG(history_size)
        Z_PARAM_LONG(history_gap)
        Z_PARAM_LONG(not_yet)
        Z_PARAM_LONG_OR_NULL(time, no_time)
    ZEND_PARSE_PARAMETERS_END();
    uint64_t now = 0;
    if (!php_smsc_check_range(at_once, 1, 15, AT_ONCE)
            || !php_smsc_check_range(batch_size, 2, UINT16_MAX, BATCH_SIZE)
            || !php_smsc_check_range(batch_gap, 0, UINT32_MAX, BATCH_GAP)
            || !php_smsc_check_range(first_gap, 15, 86400, FIRST_GAP)
            || !php_smsc_check_range(last_gap, 15, 86400, LAST_GAP)
            || !php_smsc_check_range(history_size, 1, UINT16_MAX, HISTORY_SIZE)
            || !php_smsc_check_range(history_gap, 0, UINT32_MAX, HISTORY_GAP)
            || !php_smsc_check_range(not_yet, 0, UINT32_MAX, NOT_YET)
            || !set_time(&now, no_time, time, NOW)) {
        RETURN_THROWS();
    }
    const smsc_plan_config config = {
        .size = sizeof config,
        .at_once = (uint32_t)at_once,
        .batch_size = (uint32_t)batch_size,
        .batch_gap_ms = (uint32_t)batch_gap,
        .first_gap_s = (uint32_t)first_gap,
        .last_gap_s = (uint32_t)last_gap,
        .has_history = has_history,
        .history_size = (uint32_t)history_size,
        .history_gap_ms = (uint32_t)history_gap,
        .not_yet_s = (uint32_t)not_yet,
    };
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    free_memory(self);
    self->most = (size_t)MAX(batch_size, history_size);
    const int32_t result = smsc_plan_begin(&config, NULL, 0, now, &self->c);
    if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
    }
}

/* Adds a message. A plan that is full gets twice the memory. */
static int32_t add(plan *self, const smsc_plan_message *message, uint64_t now, smsc_plan_key *key)
{
    int32_t result = smsc_plan_add(&self->c, message, now, key);
    if (result != SMSC_RESULT_PLAN_FULL) {
        return result;
    }
    const size_t len = self->slots_len == 0 ? FIRST_SLOTS : self->slots_len * 2;
    self->slots = safe_erealloc(self->slots, len, sizeof *self->slots, 0);
    self->slots_len = len;
    result = smsc_plan_set_slots(&self->c, self->slots, len);
    if (result != SMSC_RESULT_OK) {
        return result;
    }
    make_room(self);
    return smsc_plan_add(&self->c, message, now, key);
}

PHP_METHOD(Smsc_Plan, add)
{
    enum { SENT = 1, ASKED, NOT_FOUND, UNANSWERED, NOW };
    zend_long sent, asked = 0, not_found = 0, time = 0;
    bool no_asked = true, no_not_found = true, unanswered = false, no_time = true;
    ZEND_PARSE_PARAMETERS_START(1, 5)
        Z_PARAM_LONG(sent)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(asked, no_asked)
        Z_PARAM_LONG_OR_NULL(not_found, no_not_found)
        Z_PARAM_BOOL(unanswered)
        Z_PARAM_LONG_OR_NULL(time, no_time)
    ZEND_PARSE_PARAMETERS_END();
    smsc_plan_message message = {.size = sizeof message, .is_unanswered = unanswered};
    uint64_t now = 0;
    if (!set_time(&message.sent_ms, false, sent, SENT)
            || !set_past(&message.asked_ms, no_asked, asked, ASKED)
            || !set_past(&message.not_found_since_ms, no_not_found, not_found, NOT_FOUND)
            || !set_time(&now, no_time, time, NOW)) {
        RETURN_THROWS();
    }
    smsc_plan_key key;
    const int32_t result = add(plan_of(Z_OBJ_P(ZEND_THIS)), &message, now, &key);
    if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
        RETURN_THROWS();
    }
    RETURN_LONG(long_of_key(key));
}

PHP_METHOD(Smsc_Plan, remove)
{
    zend_long key;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(key)
    ZEND_PARSE_PARAMETERS_END();
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    return_found(return_value, smsc_plan_remove(&self->c, key_of_long(key)));
}

PHP_METHOD(Smsc_Plan, has)
{
    zend_long key;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(key)
    ZEND_PARSE_PARAMETERS_END();
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    int32_t has = 0;
    const int32_t result = smsc_plan_has(&self->c, key_of_long(key), &has);
    if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
        RETURN_THROWS();
    }
    RETURN_BOOL(has);
}

static void add_key(zval *list, smsc_plan_key key)
{
    add_next_index_long(list, long_of_key(key));
}

static void set_list(zval *list, const smsc_plan_key *keys, size_t count)
{
    array_init_size(list, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        add_key(list, keys[i]);
    }
}

static void make_ask(zval *item, const smsc_plan_ask *ask, const smsc_plan_key *keys)
{
    static const char *const KINDS[] = {"single", "batch", "history"};
    zend_object *object = php_smsc_new_object(item, php_smsc_ask_ce);
    ZVAL_LONG(OBJ_PROP_NUM(object, SLOT_NUMBER), ask->number);
    ZVAL_STRING(OBJ_PROP_NUM(object, SLOT_KIND), KINDS[ask->kind]);
    set_list(OBJ_PROP_NUM(object, SLOT_KEYS), keys, ask->len);
    if (ask->kind == SMSC_PLAN_KIND_HISTORY) {
        ZVAL_LONG(OBJ_PROP_NUM(object, SLOT_FIRST_SENT), (zend_long)ask->first_sent);
        ZVAL_LONG(OBJ_PROP_NUM(object, SLOT_LAST_SENT), (zend_long)ask->last_sent);
    }
}

/* Sets `now` from the only argument of a method, a time that may be missing. */
static bool parse_time(zend_execute_data *execute_data, uint64_t *now)
{
    zend_long time = 0;
    bool no_time = true;
    ZEND_PARSE_PARAMETERS_START(0, 1)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(time, no_time)
    ZEND_PARSE_PARAMETERS_END_EX(return false);
    return set_time(now, no_time, time, 1);
}

PHP_METHOD(Smsc_Plan, poll)
{
    uint64_t now = 0;
    if (!parse_time(execute_data, &now)) {
        RETURN_THROWS();
    }
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    smsc_plan_ask ask = {.size = sizeof ask};
    const int32_t result = smsc_plan_poll(&self->c, now, self->keys, self->keys_len, &ask);
    if (result == SMSC_RESULT_OK) {
        make_ask(return_value, &ask, self->keys);
    } else if (result != SMSC_RESULT_END) {
        php_smsc_throw_result(result);
    }
}

PHP_METHOD(Smsc_Plan, nextWake)
{
    ZEND_PARSE_PARAMETERS_NONE();
    uint64_t wake = 0;
    const int32_t result = smsc_plan_next_wake(&plan_of(Z_OBJ_P(ZEND_THIS))->c, &wake);
    if (result == SMSC_RESULT_OK) {
        RETURN_LONG((zend_long)MIN(wake, (uint64_t)ZEND_LONG_MAX));
    }
    if (result != SMSC_RESULT_END) {
        php_smsc_throw_result(result);
    }
}

PHP_METHOD(Smsc_Plan, lost)
{
    ZEND_PARSE_PARAMETERS_NONE();
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    smsc_plan_key key;
    int32_t result;
    array_init(return_value);
    while ((result = smsc_plan_next_lost(&self->c, &key)) == SMSC_RESULT_OK) {
        add_key(return_value, key);
    }
    if (result != SMSC_RESULT_END) {
        php_smsc_throw_result(result);
    }
}

PHP_METHOD(Smsc_Plan, atRisk)
{
    uint64_t now = 0;
    if (!parse_time(execute_data, &now)) {
        RETURN_THROWS();
    }
    plan *self = plan_of(Z_OBJ_P(ZEND_THIS));
    size_t count = 0;
    smsc_plan_key *keys = safe_emalloc(self->slots_len + 1, sizeof *keys, 0);
    const int32_t result = smsc_plan_get_at_risk(&self->c, now, keys, self->slots_len, &count);
    if (result == SMSC_RESULT_OK) {
        set_list(return_value, keys, count);
    } else {
        php_smsc_throw_result(result);
    }
    efree(keys);
}

/* Sets the state of the object of a method without arguments. Returns false if it threw. */
static bool get_state(zend_execute_data *execute_data, smsc_plan_state *state)
{
    ZEND_PARSE_PARAMETERS_START(0, 0)
    ZEND_PARSE_PARAMETERS_END_EX(return false);
    state->size = sizeof *state;
    const int32_t result = smsc_plan_get_state(&plan_of(Z_OBJ_P(ZEND_THIS))->c, state);
    if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
    }
    return result == SMSC_RESULT_OK;
}

/* Defines a method that returns a part of the state. */
#define STATE_METHOD(name, returned) \
    PHP_METHOD(Smsc_Plan, name) \
    { \
        smsc_plan_state state; \
        if (get_state(execute_data, &state)) { \
            returned; \
        } \
    }

STATE_METHOD(count, RETURN_LONG(state.len))
STATE_METHOD(nextMove, RETURN_LONG((zend_long)state.next_move_ms))
STATE_METHOD(lastRound, RETURN_LONG((zend_long)state.last_round_ms))
STATE_METHOD(isRefused, RETURN_BOOL(state.is_refused))
STATE_METHOD(blockedUntil,
    if (state.blocked_until_ms != 0) RETURN_LONG((zend_long)state.blocked_until_ms))

PHP_METHOD(Smsc_Plan, setServerDate)
{
    zend_long date, time = 0;
    bool no_time = true;
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_LONG(date)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(time, no_time)
    ZEND_PARSE_PARAMETERS_END();
    uint64_t seconds = 0, now = 0;
    if (!set_time(&seconds, false, date, 1) || !set_time(&now, no_time, time, 2)) {
        RETURN_THROWS();
    }
    const int32_t result =
        smsc_plan_set_server_date(&plan_of(Z_OBJ_P(ZEND_THIS))->c, seconds, now);
    if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
    }
}

PHP_METHOD(Smsc_Plan, setLastRequests)
{
    zend_long request = 0, batch = 0;
    bool no_request = true, no_batch = true;
    ZEND_PARSE_PARAMETERS_START(0, 2)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(request, no_request)
        Z_PARAM_LONG_OR_NULL(batch, no_batch)
    ZEND_PARSE_PARAMETERS_END();
    uint64_t request_ms = 0, batch_ms = 0;
    if (!set_past(&request_ms, no_request, request, 1)
            || !set_past(&batch_ms, no_batch, batch, 2)) {
        RETURN_THROWS();
    }
    const int32_t result = smsc_plan_set_last_requests(
        &plan_of(Z_OBJ_P(ZEND_THIS))->c, request_ms, batch_ms);
    if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
    }
}

PHP_METHOD(Smsc_Plan, renewCredentials)
{
    ZEND_PARSE_PARAMETERS_NONE();
    const int32_t result = smsc_plan_renew_credentials(&plan_of(Z_OBJ_P(ZEND_THIS))->c);
    if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
    }
}

void php_smsc_plan_init(void)
{
    php_smsc_plan_ce->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof handlers);
    handlers.offset = offsetof(plan, std);
    handlers.free_obj = free_plan;
    handlers.clone_obj = NULL;
    /* Two plans differ in what is no property. */
    handlers.compare = zend_objects_not_comparable;
}
