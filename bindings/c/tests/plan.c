/* The requests of a plan: the expected values are those of docs/polling.md. */
#include "plan.h"

/* 30 seconds after the sending, then twice as old at each request, and once an hour at last. */
static void gaps_grow(void)
{
    static const uint64_t ages[] = {30, 60, 120, 240, 480, 960, 1920, 3840, 7440, 11040};
    struct planned made = planned_with(NULL, 1, NOON);
    const smsc_plan_key key = add(&made, NOON, NOON);
    polls_nothing(&made, NOON + 30 * SECOND - 1);
    for (size_t i = 0; i < sizeof ages / sizeof *ages; i++) {
        smsc_plan_ask ask = {.size = sizeof ask};
        const uint64_t now = sleep_until_asked(&made, &ask);
        CHECK_NUMBER(now - NOON, ages[i] * SECOND);
        CHECK(ask.kind == SMSC_PLAN_KIND_SINGLE && ask.len == 1 && ask.first_sent == 0 && ask.last_sent == 0);
        CHECK(made.keys[0].index == key.index && made.keys[0].generation == key.generation);
        polls_nothing(&made, now);
        answer_all(&made, &ask, SMSC_STATUS_HANDED_OVER, now);
    }
    CHECK_NUMBER(has(&made, key), 1);
    CHECK_NUMBER(state_of(&made).len, 1);
    end(&made);
}

enum { MESSAGES = 500, HOLD = 150, AT_ONCE = 3, ASKS = 6000 };

/* The requests of an hour. */
struct hour {
    struct planned made;
    smsc_plan_ask in_work[AT_ONCE];
    smsc_plan_key *keys[AT_ONCE];
    uint64_t ends[AT_ONCE];
    uint64_t last_batch_end;
    uint32_t batches, singles;
    /* The times of the last five requests for a message. */
    uint64_t asked[MESSAGES][5];
};

/* Notes a request for a message: at most 5 are in a minute. */
static void note(uint64_t asked[5], uint64_t now)
{
    CHECK(asked[0] == 0 || now - asked[0] > MINUTE);
    memmove(asked, asked + 1, 4 * sizeof *asked);
    asked[4] = now;
}

static void start(struct hour *hour, size_t place, uint64_t now)
{
    const smsc_plan_ask *ask = &hour->in_work[place];
    if (ask->kind == SMSC_PLAN_KIND_BATCH) {
        CHECK(ask->len >= 2 && ask->len <= 1000);
        CHECK(hour->last_batch_end == 0 || now >= hour->last_batch_end + 61 * SECOND);
        hour->batches++;
        hour->last_batch_end = now + HOLD;
    } else {
        CHECK(ask->kind == SMSC_PLAN_KIND_SINGLE && ask->len == 1);
        hour->singles++;
    }
    for (uint32_t i = 0; i < ask->len; i++) {
        note(hour->asked[hour->made.keys[i].index], now);
    }
    memcpy(hour->keys[place], hour->made.keys, ask->len * sizeof *hour->made.keys);
    hour->ends[place] = now + HOLD;
}

/* Makes the requests of this time, and answers those whose time has come. */
static void at_time(struct hour *hour, uint64_t now)
{
    for (size_t place = 0; place < AT_ONCE; place++) {
        if (hour->ends[place] != 0 && hour->ends[place] <= now) {
            memcpy(hour->made.keys, hour->keys[place], hour->in_work[place].len * sizeof *hour->made.keys);
            answer_all(&hour->made, &hour->in_work[place], SMSC_STATUS_WAITING, now);
            hour->ends[place] = 0;
        }
        if (hour->ends[place] == 0) {
            smsc_plan_ask *ask = &hour->in_work[place];
            ask->size = sizeof *ask;
            if (smsc_plan_poll(&hour->made.plan, now, hour->made.keys, MESSAGES, ask) == SMSC_RESULT_OK) {
                start(hour, place, now);
            }
        }
    }
    /* As many as allowed are in work. */
    int is_full = 1;
    for (size_t place = 0; place < AT_ONCE; place++) {
        is_full &= hour->ends[place] != 0;
    }
    if (is_full) {
        polls_nothing(&hour->made, now);
    }
}

static void limits_are_kept(void)
{
    static struct hour hour;
    hour.made = planned_with(NULL, MESSAGES, NOON);
    for (size_t i = 0; i < AT_ONCE; i++) {
        hour.keys[i] = allocate(MESSAGES * sizeof **hour.keys);
    }
    for (uint64_t i = 0; i < MESSAGES; i++) {
        add(&hour.made, NOON + i * 20, NOON + i * 20);
    }
    for (uint64_t now = NOON + 10 * SECOND; now < NOON + HOUR; now += 50) {
        at_time(&hour, now);
    }
    /* Each message was asked for 7 times: after 30 s, 1, 2, 4, 8, 16 and 32 minutes. */
    CHECK(hour.batches >= 7 && hour.batches <= 59 && hour.singles < ASKS);
    for (size_t i = 0; i < MESSAGES; i++) {
        CHECK(hour.asked[i][4] > NOON + 30 * MINUTE);
    }
    for (size_t i = 0; i < AT_ONCE; i++) {
        free(hour.keys[i]);
    }
    end(&hour.made);
}

/* Before 03:00 every message that was sent before 18:00 is asked for once more, and named if it was
 * not. */
static void sweeps_before_three(void)
{
    enum { COUNT = 200 };
    const uint64_t three = NOON + 15 * HOUR;
    struct planned made = planned_with(NULL, COUNT + 1, NOON);
    smsc_plan_key *keys = allocate((COUNT + 1) * sizeof *keys);
    uint64_t *asked = calloc(COUNT + 1, sizeof *asked);
    for (uint32_t i = 0; i < COUNT; i++) {
        keys[i] = add(&made, NOON, NOON);
    }
    keys[COUNT] = add(&made, NOON + 7 * HOUR, NOON + 7 * HOUR);
    /* Five minutes are allowed for a clock that was compared with no other, then five seconds. */
    CHECK_NUMBER(state_of(&made).next_move_ms, three - 5 * MINUTE);
    OK(smsc_plan_set_server_date(&made.plan, (NOON + 7 * HOUR) / 1000, NOON + 7 * HOUR));
    const smsc_plan_state state = state_of(&made);
    CHECK_NUMBER(state.next_move_ms, three - 5 * SECOND);
    CHECK(state.last_round_ms > three - 10 * MINUTE && state.last_round_ms < three - 2 * MINUTE);
    smsc_plan_ask ask = {.size = sizeof ask};
    for (uint64_t now = NOON + 7 * HOUR; now < three - 5 * SECOND; now += 100) {
        while (smsc_plan_poll(&made.plan, now, made.keys, made.count, &ask) == SMSC_RESULT_OK) {
            for (uint32_t i = 0; i < ask.len; i++) {
                asked[made.keys[i].index] = now;
            }
            answer_all(&made, &ask, SMSC_STATUS_HANDED_OVER, now);
        }
    }
    for (uint32_t i = 0; i < COUNT; i++) {
        CHECK(asked[keys[i].index] >= state.last_round_ms);
    }
    CHECK(asked[keys[COUNT].index] < state.last_round_ms);
    size_t at_risk = 0;
    /* Nothing is asked for until the move: the end of each may come after the last request. */
    OK(smsc_plan_get_at_risk(&made.plan, three - 5 * SECOND, made.keys, made.count, &at_risk));
    CHECK_NUMBER(at_risk, COUNT);
    for (size_t i = 0; i < at_risk; i++) {
        CHECK(made.keys[i].index != keys[COUNT].index);
    }
    CHECK_NUMBER(smsc_plan_get_at_risk(&made.plan, three - 5 * SECOND, made.keys, COUNT - 1, &at_risk), SMSC_RESULT_BUFFER);
    CHECK_NUMBER(at_risk, COUNT);
    free(asked);
    free(keys);
    end(&made);
}

/* Error 9: the message after 61 s; the second time in a row no request of this kind for 5 minutes. A
 * batch is another kind. */
static void waits_after_error_9(void)
{
    struct planned made = planned_with(NULL, 2, NOON);
    add(&made, NOON, NOON);
    const uint64_t first = NOON + 30 * SECOND;
    smsc_plan_ask ask = poll(&made, first);
    OK(smsc_plan_on_failure(&made.plan, &ask, SMSC_FAILURE_REJECTED, SMSC_API_ERROR_TOO_MANY_REQUESTS, 0, first));
    polls_nothing(&made, first + 61 * SECOND - 1);
    const uint64_t second = sleep_until_asked(&made, &ask);
    CHECK_NUMBER(second, first + 61 * SECOND);
    OK(smsc_plan_on_failure(&made.plan, &ask, SMSC_FAILURE_REJECTED, SMSC_API_ERROR_TOO_MANY_REQUESTS, 0, second));
    polls_nothing(&made, second + 5 * MINUTE - 1);
    /* A second message makes a batch possible. */
    add(&made, NOON - HOUR, second + 5 * MINUTE - 1);
    ask = poll(&made, second + 5 * MINUTE - 1);
    CHECK(ask.kind == SMSC_PLAN_KIND_BATCH && ask.len == 2);
    end(&made);
}

/* Error 2 ends all requests until there are new credentials; error 4 for 10 minutes, then for 30. */
static void stops(void)
{
    struct planned made = planned_with(NULL, 1, NOON);
    uint64_t wake = 7;
    add(&made, NOON, NOON);
    uint64_t now = NOON + 30 * SECOND;
    smsc_plan_ask ask = poll(&made, now);
    CHECK_NUMBER(smsc_plan_next_wake(&made.plan, &wake), SMSC_RESULT_END);
    CHECK_NUMBER(wake, 7);
    OK(smsc_plan_on_failure(&made.plan, &ask, SMSC_FAILURE_REJECTED, SMSC_API_ERROR_AUTHORISATION, 0, now));
    CHECK_NUMBER(state_of(&made).is_refused, 1);
    polls_nothing(&made, now + 24 * HOUR);
    CHECK_NUMBER(smsc_plan_next_wake(&made.plan, &wake), SMSC_RESULT_END);
    OK(smsc_plan_renew_credentials(&made.plan));
    CHECK_NUMBER(state_of(&made).is_refused, 0);
    now += 24 * HOUR;
    for (uint64_t minutes = 10; minutes <= 30; minutes += 20) {
        ask = poll(&made, now);
        OK(smsc_plan_on_failure(&made.plan, &ask, SMSC_FAILURE_REJECTED, SMSC_API_ERROR_IP_BLOCKED, 0, now));
        CHECK_NUMBER(state_of(&made).blocked_until_ms, now + minutes * MINUTE);
        polls_nothing(&made, now + minutes * MINUTE - 1);
        CHECK_NUMBER(next_wake(&made), now + minutes * MINUTE);
        now += minutes * MINUTE;
    }
    end(&made);
}

/* No answer: the request counts, and the next one follows after 1 to 2 seconds; one that was not made
 * does not count. */
static void goes_on_after_failures(void)
{
    struct planned made = planned_with(NULL, 2, NOON);
    smsc_plan_key keys[2] = {add(&made, NOON, NOON), add(&made, NOON, NOON)};
    const uint64_t now = NOON + 30 * SECOND;
    smsc_plan_ask ask = poll(&made, now), single = {.size = sizeof single};
    CHECK(ask.kind == SMSC_PLAN_KIND_BATCH && ask.len == 2);
    OK(smsc_plan_on_failure(&made.plan, &ask, SMSC_FAILURE_UNANSWERED, 0, 0, now));
    /* The batch may have been received: the messages follow by themselves. */
    const uint64_t then = sleep_until_asked(&made, &single);
    CHECK(single.kind == SMSC_PLAN_KIND_SINGLE && then == now + 30 * SECOND);
    /* No single request for a minute. */
    OK(smsc_plan_on_unsent(&made.plan, &single, MINUTE, then));
    uint64_t last = sleep_until_asked(&made, &ask);
    CHECK(ask.kind == SMSC_PLAN_KIND_BATCH || last >= then + MINUTE);
    CHECK(last >= now + 61 * SECOND);
    CHECK(has(&made, keys[0]) == 1 && has(&made, keys[1]) == 1);
    end(&made);
}

/* -3 is "not there yet" for 10 minutes, and then a reason to look in the history. */
static void looks_in_the_history(void)
{
    struct planned made = planned_with(NULL, 2, NOON);
    smsc_plan_key key = add(&made, NOON, NOON);
    smsc_plan_ask ask = {.size = sizeof ask};
    uint64_t now = 0;
    while ((now = sleep_until_asked(&made, &ask)) < NOON + 10 * MINUTE) {
        CHECK_NUMBER(ask.kind, SMSC_PLAN_KIND_SINGLE);
        answer_all(&made, &ask, SMSC_STATUS_NOT_FOUND, now);
    }
    answer_all(&made, &ask, SMSC_STATUS_NOT_FOUND, now);
    /* The message is looked for again after 1 minute, 10 minutes and an hour, and is then lost. */
    static const uint64_t waits[] = {0, MINUTE, 10 * MINUTE, HOUR};
    smsc_plan_key lost = {7, 7};
    for (size_t i = 0; i < 4; i++) {
        CHECK_NUMBER(smsc_plan_next_lost(&made.plan, &lost), SMSC_RESULT_END);
        const uint64_t then = sleep_until_asked(&made, &ask);
        CHECK(ask.kind == SMSC_PLAN_KIND_HISTORY && ask.len == 1);
        CHECK(ask.first_sent == NOON / 1000 && ask.last_sent == NOON / 1000);
        CHECK(then >= now + waits[i] && then <= now + waits[i] + SECOND);
        now = then;
        OK(smsc_plan_on_reply(&made.plan, &ask, NULL, 0, now));
    }
    CHECK_NUMBER(state_of(&made).len, 0);
    OK(smsc_plan_next_lost(&made.plan, &lost));
    CHECK(lost.index == key.index && lost.generation == key.generation);
    CHECK_NUMBER(smsc_plan_next_lost(&made.plan, &lost), SMSC_RESULT_END);
    end(&made);

    /* Without a history the message is asked for once more. */
    smsc_plan_config config = default_config();
    config.has_history = 0;
    made = planned_with(&config, 1, NOON);
    key = add(&made, NOON - HOUR, NOON);
    for (size_t i = 0; i < 2; i++) {
        CHECK_NUMBER(smsc_plan_next_lost(&made.plan, &lost), SMSC_RESULT_END);
        now = i == 0 ? NOON : sleep_until_asked(&made, &ask);
        ask = i == 0 ? poll(&made, NOON) : ask;
        answer_all(&made, &ask, SMSC_STATUS_NOT_FOUND, now);
    }
    CHECK_NUMBER(now, NOON + 30 * SECOND);
    CHECK_NUMBER(has(&made, key), 0);
    OK(smsc_plan_next_lost(&made.plan, &lost));
    end(&made);
}

/* A plan of a program that was started again does not ask too soon. */
static void goes_on_after_a_restart(void)
{
    const uint64_t now = NOON + 20 * SECOND;
    struct planned made = planned_with(NULL, 3, now);
    OK(smsc_plan_set_last_requests(&made.plan, NOON + 15 * SECOND, NOON + 10 * SECOND));
    smsc_plan_message message = {.size = sizeof message, .sent_ms = NOON - HOUR, .asked_ms = NOON + 10 * SECOND};
    smsc_plan_key answered, unanswered, gone;
    OK(smsc_plan_add(&made.plan, &message, now, &answered));
    message.is_unanswered = 1;
    OK(smsc_plan_add(&made.plan, &message, now, &unanswered));
    message = (smsc_plan_message){.size = sizeof message, .sent_ms = NOON - HOUR, .not_found_since_ms = NOON - MINUTE};
    OK(smsc_plan_add(&made.plan, &message, now, &gone));
    smsc_plan_ask ask = poll(&made, now);
    CHECK(ask.kind == SMSC_PLAN_KIND_HISTORY && made.keys[0].index == gone.index);
    answer_all(&made, &ask, SMSC_STATUS_DELIVERED, now);
    /* 15 seconds after the last request for it. */
    CHECK_NUMBER(sleep_until_asked(&made, &ask), NOON + 25 * SECOND);
    CHECK(ask.kind == SMSC_PLAN_KIND_SINGLE && made.keys[0].index == unanswered.index);
    answer_all(&made, &ask, SMSC_STATUS_DELIVERED, NOON + 25 * SECOND);
    /* An hour after the last request for it. */
    CHECK_NUMBER(sleep_until_asked(&made, &ask), NOON + HOUR + 10 * SECOND);
    CHECK(made.keys[0].index == answered.index);
    end(&made);
}

static void asks_less_with_push(void)
{
    smsc_plan_config config = {.size = sizeof config};
    OK(smsc_plan_config_init(&config, 1));
    struct planned made = planned_with(&config, 1, NOON);
    const smsc_plan_key key = add(&made, NOON, NOON);
    smsc_plan_ask ask = {.size = sizeof ask};
    OK(smsc_plan_on_status(&made.plan, key, SMSC_STATUS_HANDED_OVER, NOON + SECOND));
    CHECK_NUMBER(sleep_until_asked(&made, &ask), NOON + HOUR + SECOND);
    /* The notification comes before the answer. */
    OK(smsc_plan_on_status(&made.plan, key, SMSC_STATUS_DELIVERED, NOON + 2 * HOUR));
    CHECK_NUMBER(smsc_plan_on_status(&made.plan, key, SMSC_STATUS_DELIVERED, NOON + 2 * HOUR), SMSC_RESULT_NOT_IN_PLAN);
    answer_all(&made, &ask, SMSC_STATUS_HANDED_OVER, NOON + 2 * HOUR);
    CHECK_NUMBER(state_of(&made).len, 0);
    end(&made);
}

int main(void)
{
    gaps_grow();
    limits_are_kept();
    sweeps_before_three();
    waits_after_error_9();
    stops();
    goes_on_after_failures();
    looks_in_the_history();
    goes_on_after_a_restart();
    asks_less_with_push();
    return failures == 0 ? 0 : 1;
}
