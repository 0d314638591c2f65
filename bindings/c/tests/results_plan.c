/* The results of the functions of plans: a part of results.c. */
#include "results.h"

/* The `size` of each struct, one below what it has to be. */
static void sizes(smsc_plan *plan)
{
    smsc_plan_config config = {.size = sizeof config - 1};
    smsc_plan_message message = {.size = sizeof message - 1};
    smsc_plan_ask ask = {.size = sizeof ask - 1};
    smsc_plan_state state = {.size = sizeof state - 1};
    smsc_plan_slot slot;
    smsc_plan_key key;
    CHECK_RESULT(smsc_plan_config_init(&config, 0), SMSC_RESULT_SIZE_PLAN_CONFIG);
    CHECK_RESULT(smsc_plan_begin(&config, &slot, 1, 0, plan), SMSC_RESULT_SIZE_PLAN_CONFIG);
    CHECK_RESULT(smsc_plan_begin(NULL, &slot, 1, 0, plan), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_plan_add(plan, &message, 0, &key), SMSC_RESULT_SIZE_PLAN_MESSAGE);
    CHECK_RESULT(smsc_plan_poll(plan, 0, &key, 1, &ask), SMSC_RESULT_SIZE_PLAN_ASK);
    CHECK_RESULT(smsc_plan_on_reply(plan, &ask, NULL, 0, 0), SMSC_RESULT_SIZE_PLAN_ASK);
    CHECK_RESULT(smsc_plan_on_failure(plan, &ask, 0, 0, 0, 0), SMSC_RESULT_SIZE_PLAN_ASK);
    CHECK_RESULT(smsc_plan_on_unsent(plan, &ask, 0, 0), SMSC_RESULT_SIZE_PLAN_ASK);
    CHECK_RESULT(smsc_plan_get_state(plan, &state), SMSC_RESULT_SIZE_PLAN_STATE);
}

static void values(smsc_plan *plan)
{
    smsc_plan_message message = {.size = sizeof message, .is_unanswered = 2};
    smsc_plan_ask ask = {.size = sizeof ask};
    smsc_plan_slot slot;
    smsc_plan_key key;
    CHECK_RESULT(smsc_plan_begin(NULL, &slot, 1, 0, plan), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_plan_add(plan, &message, 0, &key), SMSC_RESULT_VALUE);
    message.is_unanswered = 0;
    CHECK_RESULT(smsc_plan_poll(plan, 0, &key, 1, &ask), SMSC_RESULT_END);
    CHECK_RESULT(smsc_plan_add(plan, &message, 0, &key), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_plan_add(plan, &message, 0, &key), SMSC_RESULT_PLAN_FULL);
    CHECK_RESULT(smsc_plan_poll(plan, 30000, &key, 0, &ask), SMSC_RESULT_BUFFER);
    CHECK_RESULT(smsc_plan_poll(plan, 30000, &key, 1, &ask), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_plan_on_failure(plan, &ask, 7, 0, 0, 0), SMSC_RESULT_VALUE);
    CHECK_RESULT(smsc_plan_on_failure(plan, &ask, SMSC_FAILURE_HTTP_STATUS, 65536, 0, 0), SMSC_RESULT_VALUE);
    CHECK_RESULT(smsc_plan_on_failure(plan, &ask, SMSC_FAILURE_REJECTED, -1, 0, 0), SMSC_RESULT_VALUE);
    CHECK_RESULT(smsc_plan_on_unsent(plan, &ask, 0, 30000), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_plan_on_unsent(plan, &ask, 0, 30000), SMSC_RESULT_NOT_IN_PLAN);
    CHECK_RESULT(smsc_plan_remove(plan, key), SMSC_RESULT_OK);
    CHECK_RESULT(smsc_plan_remove(plan, key), SMSC_RESULT_NOT_IN_PLAN);
    plan->opaque[0] = 0;
    CHECK_RESULT(smsc_plan_remove(plan, key), SMSC_RESULT_STATE);
}

void results_of_plans(void)
{
    static smsc_plan plan;
    sizes(&plan);
    values(&plan);
}
