/* Wrong calls of a plan: full memory, keys and requests of earlier messages, times and numbers that
 * nothing is ready for. */
#include "plan.h"

static void is_full(void)
{
    struct planned made = planned_with(NULL, 2, NOON);
    const smsc_plan_message message = {.size = sizeof message, .sent_ms = NOON};
    smsc_plan_key first = add(&made, NOON, NOON), second = add(&made, NOON, NOON), third = {7, 7};
    CHECK(first.index == 0 && second.index == 1);
    CHECK_NUMBER(smsc_plan_add(&made.plan, &message, NOON, &third), SMSC_RESULT_PLAN_FULL);
    CHECK(third.index == 7 && third.generation == 7);
    OK(smsc_plan_remove(&made.plan, first));
    third = add(&made, NOON, NOON);
    CHECK(third.index == first.index && third.generation != first.generation);
    CHECK(has(&made, first) == 0 && has(&made, second) == 1 && has(&made, third) == 1);
    CHECK_NUMBER(smsc_plan_remove(&made.plan, first), SMSC_RESULT_NOT_IN_PLAN);
    CHECK_NUMBER(smsc_plan_on_status(&made.plan, first, SMSC_STATUS_DELIVERED, NOON), SMSC_RESULT_NOT_IN_PLAN);
    CHECK_NUMBER(state_of(&made).len, 2);

    /* More slots. */
    CHECK_NUMBER(smsc_plan_set_slots(&made.plan, made.slots, 1), SMSC_RESULT_VALUE);
    made.slots = realloc(made.slots, 5 * sizeof *made.slots);
    made.keys = realloc(made.keys, 5 * sizeof *made.keys);
    made.count = 5;
    OK(smsc_plan_set_slots(&made.plan, made.slots, made.count));
    CHECK_NUMBER(add(&made, NOON, NOON).index, 2);
    smsc_plan_ask ask = poll(&made, NOON + 30 * SECOND);
    CHECK(ask.kind == SMSC_PLAN_KIND_BATCH && ask.len == 3);
    end(&made);

    /* A plan without memory. */
    smsc_plan plan;
    OK(smsc_plan_begin(NULL, NULL, 0, NOON, &plan));
    CHECK_NUMBER(smsc_plan_add(&plan, &message, NOON, &third), SMSC_RESULT_PLAN_FULL);
    CHECK_NUMBER(smsc_plan_poll(&plan, NOON, NULL, 0, &ask), SMSC_RESULT_END);
    uint64_t wake = 0;
    CHECK_NUMBER(smsc_plan_next_wake(&plan, &wake), SMSC_RESULT_END);
    CHECK_NUMBER(smsc_plan_set_slots(&plan, NULL, 1), SMSC_RESULT_NULL);
    smsc_plan_slot slot;
    CHECK_NUMBER(smsc_plan_begin(NULL, &slot, SIZE_MAX / sizeof slot, NOON, &plan), SMSC_RESULT_VALUE);
}

static void requests_end_once(void)
{
    struct planned made = planned_with(NULL, 2, NOON);
    const smsc_plan_key key = add(&made, NOON, NOON);
    const uint64_t now = NOON + 30 * SECOND;
    const smsc_plan_ask ask = poll(&made, now);
    /* Answers for messages that are not of the request: of none, of another, of an earlier one. */
    const smsc_plan_key other = add(&made, NOON, now);
    const smsc_plan_answer answers[] = {{{99, 0}, SMSC_STATUS_DELIVERED},
                                        {{UINT32_MAX, UINT32_MAX}, SMSC_STATUS_DELIVERED},
                                        {other, SMSC_STATUS_DELIVERED},
                                        {{key.index, key.generation + 1}, SMSC_STATUS_DELIVERED},
                                        {key, INT32_MIN},
                                        {key, SMSC_STATUS_DELIVERED}};
    OK(smsc_plan_on_reply(&made.plan, &ask, answers, sizeof answers / sizeof *answers, now));
    /* The first answer for a message counts. A number without a name is pending. */
    CHECK(has(&made, key) == 1 && has(&made, other) == 1);
    CHECK_NUMBER(smsc_plan_on_reply(&made.plan, &ask, answers, 1, now), SMSC_RESULT_NOT_IN_PLAN);
    CHECK_NUMBER(smsc_plan_on_failure(&made.plan, &ask, SMSC_FAILURE_UNANSWERED, 0, 0, now), SMSC_RESULT_NOT_IN_PLAN);
    CHECK_NUMBER(smsc_plan_on_unsent(&made.plan, &ask, 0, now), SMSC_RESULT_NOT_IN_PLAN);
    smsc_plan_ask wrong = ask;
    for (uint32_t number = 0; number < 20; number++) {
        wrong.number = UINT32_MAX - number;
        CHECK_NUMBER(smsc_plan_on_unsent(&made.plan, &wrong, 0, now), SMSC_RESULT_NOT_IN_PLAN);
    }
    const smsc_plan_ask next = poll(&made, now);
    CHECK_NUMBER(smsc_plan_on_reply(&made.plan, &ask, NULL, 0, now), SMSC_RESULT_NOT_IN_PLAN);
    /* The number alone counts. */
    wrong = (smsc_plan_ask){.size = sizeof wrong, .kind = 77, .number = next.number, .len = UINT32_MAX};
    OK(smsc_plan_on_reply(&made.plan, &wrong, NULL, 0, now));
    end(&made);
}

static void keys_need_room(void)
{
    smsc_plan_config config = default_config();
    config.batch_size = 2;
    config.history_size = 3;
    struct planned made = planned_with(&config, 4, NOON);
    smsc_plan_ask ask = {.size = sizeof ask, .kind = 77};
    for (size_t i = 0; i < 4; i++) {
        add(&made, NOON - HOUR, NOON);
    }
    for (size_t room = 0; room < 3; room++) {
        CHECK_NUMBER(smsc_plan_poll(&made.plan, NOON, made.keys, room, &ask), SMSC_RESULT_BUFFER);
    }
    CHECK_NUMBER(ask.kind, 77);
    OK(smsc_plan_poll(&made.plan, NOON, made.keys, 3, &ask));
    CHECK(ask.kind == SMSC_PLAN_KIND_BATCH && ask.len == 2);
    end(&made);
}

static void numbers_are_limited(void)
{
    smsc_plan_config config = {.size = sizeof config, .batch_size = UINT32_MAX, .history_size = UINT32_MAX, .first_gap_s = 1};
    struct planned made = planned_with(&config, 70000, NOON);
    for (size_t i = 0; i < 70000; i++) {
        add(&made, NOON, NOON);
    }
    /* At once: 1 at least; a batch: 65535 at most; the first gap: 15 s at least. */
    polls_nothing(&made, NOON + 15 * SECOND - 1);
    uint64_t now = NOON + 15 * SECOND;
    smsc_plan_ask ask = {.size = sizeof ask};
    while (smsc_plan_poll(&made.plan, now, made.keys, made.count, &ask) == SMSC_RESULT_END) {
        now = next_wake(&made);
    }
    CHECK(now == NOON + 15 * SECOND && ask.len > 1000 && ask.len <= 65535);
    polls_nothing(&made, now);
    end(&made);
    config.at_once = UINT32_MAX;
    config.batch_size = 0;
    made = planned_with(&config, 40, NOON);
    for (size_t i = 0; i < 40; i++) {
        add(&made, NOON - HOUR, NOON);
    }
    for (size_t i = 0; i < 15; i++) {
        CHECK_NUMBER(poll(&made, NOON).len, i == 0 ? 2 : 1);
    }
    polls_nothing(&made, NOON);
    end(&made);
    config.has_history = 2;
    smsc_plan plan;
    CHECK_NUMBER(smsc_plan_begin(&config, NULL, 0, NOON, &plan), SMSC_RESULT_VALUE);
    CHECK_NUMBER(smsc_plan_config_init(&config, 2), SMSC_RESULT_VALUE);
    CHECK_NUMBER(config.has_history, 2);
}

/* Any numbers are times: the plan does not crash, and no call runs for ever. */
static void any_time(void)
{
    static const uint64_t times[] = {0, 1, NOON, UINT64_C(4294967295000), UINT64_C(4294967296000), UINT64_MAX - 1, UINT64_MAX};
    enum { TIMES = sizeof times / sizeof *times };
    for (size_t start = 0; start < TIMES; start++) {
        struct planned made = planned_with(NULL, 2 * TIMES, times[start]);
        size_t at_risk = 0;
        for (size_t i = 0; i < TIMES; i++) {
            const smsc_plan_message message = {.size = sizeof message, .sent_ms = times[i], .asked_ms = times[TIMES - 1 - i],
                                               .not_found_since_ms = times[start]};
            smsc_plan_key key;
            OK(smsc_plan_add(&made.plan, &message, times[i], &key));
            add(&made, times[TIMES - 1 - i], times[i]);
            OK(smsc_plan_set_server_date(&made.plan, times[i], times[start]));
            OK(smsc_plan_set_last_requests(&made.plan, i == 0 ? UINT64_MAX : 0, 0));
            smsc_plan_ask ask = {.size = sizeof ask};
            if (smsc_plan_poll(&made.plan, times[i], made.keys, made.count, &ask) == SMSC_RESULT_OK) {
                OK(smsc_plan_on_failure(&made.plan, &ask, SMSC_FAILURE_HTTP_STATUS, 503, UINT32_MAX, times[i]));
            }
            OK(smsc_plan_get_at_risk(&made.plan, times[i], made.keys, made.count, &at_risk));
            CHECK(at_risk <= made.count);
            CHECK(state_of(&made).len == 2 * (i + 1));
        }
        end(&made);
    }
    /* A clock that goes back: time does not pass until the clock has caught up. */
    struct planned made = planned_with(NULL, 1, NOON);
    add(&made, NOON, NOON);
    polls_nothing(&made, NOON + 20 * SECOND);
    polls_nothing(&made, NOON - HOUR);
    CHECK_NUMBER(next_wake(&made), NOON + 30 * SECOND);
    polls_nothing(&made, NOON + 30 * SECOND - 1);
    CHECK_NUMBER(poll(&made, NOON + 30 * SECOND).len, 1);
    end(&made);
}

/* A plan that failed to start is not started, even if it was before; one that is moved goes on. */
static void states(void)
{
    struct planned made = planned_with(NULL, 1, NOON);
    const smsc_plan_key key = add(&made, NOON, NOON);
    smsc_plan moved;
    memcpy(&moved, &made.plan, sizeof moved);
    memset(&made.plan, 0, sizeof made.plan);
    CHECK_NUMBER(smsc_plan_renew_credentials(&made.plan), SMSC_RESULT_STATE);
    memcpy(&made.plan, &moved, sizeof moved);
    CHECK_NUMBER(has(&made, key), 1);
    CHECK_NUMBER(smsc_plan_begin(NULL, NULL, 1, NOON, &made.plan), SMSC_RESULT_NULL);
    int32_t is_there = 7;
    CHECK_NUMBER(smsc_plan_has(&made.plan, key, &is_there), SMSC_RESULT_STATE);
    CHECK_NUMBER(is_there, 7);
    end(&made);
}

int main(void)
{
    is_full();
    requests_end_once();
    keys_need_room();
    numbers_are_limited();
    any_time();
    states();
    return failures == 0 ? 0 : 1;
}
