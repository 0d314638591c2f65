/* A plan and its memory, for the tests of plans. */
#ifndef PLAN_H
#define PLAN_H

#include "check.h"

/* 2026-11-28, 12:00 in Moscow, in milliseconds. */
#define NOON UINT64_C(1795856400000)
#define SECOND UINT64_C(1000)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)

#define OK(call) CHECK_NUMBER((call), SMSC_RESULT_OK)

/* A plan, whose slots a sanitizer and valgrind watch. */
struct planned {
    smsc_plan plan;
    smsc_plan_slot *slots;
    smsc_plan_key *keys;
    size_t count;
};

static inline struct planned planned_with(const smsc_plan_config *config, size_t count, uint64_t now)
{
    struct planned made = {.slots = allocate(count * sizeof *made.slots), .count = count};
    made.keys = allocate(count * sizeof *made.keys);
    OK(smsc_plan_begin(config, made.slots, count, now, &made.plan));
    return made;
}

static inline smsc_plan_config default_config(void)
{
    smsc_plan_config config = {.size = sizeof config};
    OK(smsc_plan_config_init(&config, 0));
    return config;
}

static inline void end(struct planned *made)
{
    free(made->slots);
    free(made->keys);
}

/* Adds a message that was sent at this time. */
static inline smsc_plan_key add(struct planned *made, uint64_t sent, uint64_t now)
{
    const smsc_plan_message message = {.size = sizeof message, .sent_ms = sent};
    smsc_plan_key key = {0, 0};
    OK(smsc_plan_add(&made->plan, &message, now, &key));
    return key;
}

/* Asks for a request that has to be there. */
static inline smsc_plan_ask poll(struct planned *made, uint64_t now)
{
    smsc_plan_ask ask = {.size = sizeof ask};
    OK(smsc_plan_poll(&made->plan, now, made->keys, made->count, &ask));
    return ask;
}

static inline void polls_nothing(struct planned *made, uint64_t now)
{
    smsc_plan_ask ask = {.size = sizeof ask};
    CHECK_NUMBER(smsc_plan_poll(&made->plan, now, made->keys, made->count, &ask), SMSC_RESULT_END);
}

static inline uint64_t next_wake(struct planned *made)
{
    uint64_t wake = 0;
    OK(smsc_plan_next_wake(&made->plan, &wake));
    return wake;
}

/* Sleeps until there is a request, and returns the time. */
static inline uint64_t sleep_until_asked(struct planned *made, smsc_plan_ask *ask)
{
    uint64_t now = 0;
    do {
        now = next_wake(made);
    } while (smsc_plan_poll(&made->plan, now, made->keys, made->count, ask) == SMSC_RESULT_END);
    return now;
}

/* Answers all messages of the request that was asked for last with one status. */
static inline void answer_all(struct planned *made, const smsc_plan_ask *ask, int32_t status, uint64_t now)
{
    smsc_plan_answer *answers = allocate(ask->len * sizeof *answers);
    for (uint32_t i = 0; i < ask->len; i++) {
        answers[i] = (smsc_plan_answer){made->keys[i], status};
    }
    OK(smsc_plan_on_reply(&made->plan, ask, answers, ask->len, now));
    free(answers);
}

static inline smsc_plan_state state_of(struct planned *made)
{
    smsc_plan_state state = {.size = sizeof state};
    OK(smsc_plan_get_state(&made->plan, &state));
    return state;
}

static inline int32_t has(struct planned *made, smsc_plan_key key)
{
    int32_t is_there = -1;
    OK(smsc_plan_has(&made->plan, key, &is_there));
    return is_there;
}

#endif
