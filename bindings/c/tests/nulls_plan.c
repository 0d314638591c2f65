/* The functions of plans with each of their pointers NULL: as nulls.c does for the others. */
#include "outputs.h"

/* The message of the prepared plan, and the time at which it is asked for. */
static const smsc_plan_key first = {0, 0};
enum { NOW = 30000 };

static void messages(void)
{
    const smsc_plan_config config = {.size = sizeof config};
    const smsc_plan_message message = {.size = sizeof message};
    REJECTS(NULL, smsc_plan_config_init(NULL, 0));
    RETURNS(OK, smsc_plan_config_init(&out.plan_config, 0));
    REJECTS(NULL, smsc_plan_begin(&config, NULL, 2, 0, &out.plan));
    REJECTS(NULL, smsc_plan_begin(&config, slots, 2, 0, NULL));
    RETURNS(OK, smsc_plan_begin(NULL, slots, 2, 0, &out.plan));
    RETURNS(OK, smsc_plan_begin(&config, NULL, 0, 0, &out.plan));
    REJECTS(NULL, smsc_plan_set_slots(NULL, slots, 2));
    REJECTS(NULL, smsc_plan_set_slots(&out.plan, NULL, 2));
    REJECTS(VALUE, smsc_plan_set_slots(&out.plan, NULL, 0));
    REJECTS(NULL, smsc_plan_add(NULL, &message, 0, &out.key));
    REJECTS(NULL, smsc_plan_add(&out.plan, NULL, 0, &out.key));
    REJECTS(NULL, smsc_plan_add(&out.plan, &message, 0, NULL));
    REJECTS(NULL, smsc_plan_remove(NULL, first));
    RETURNS(OK, smsc_plan_remove(&out.plan, first));
    REJECTS(NULL, smsc_plan_has(NULL, first, &out.number));
    REJECTS(NULL, smsc_plan_has(&out.plan, first, NULL));
    REJECTS(NULL, smsc_plan_get_state(NULL, &out.state));
    REJECTS(NULL, smsc_plan_get_state(&out.plan, NULL));
    REJECTS(NULL, smsc_plan_get_at_risk(NULL, 0, &out.key, 1, &out.len));
    REJECTS(NULL, smsc_plan_get_at_risk(&out.plan, 0, NULL, 1, &out.len));
    REJECTS(NULL, smsc_plan_get_at_risk(&out.plan, 0, &out.key, 1, NULL));
    RETURNS(OK, smsc_plan_get_at_risk(&out.plan, 0, NULL, 0, &out.len));
    REJECTS(NULL, smsc_plan_set_server_date(NULL, 0, 0));
    REJECTS(NULL, smsc_plan_set_last_requests(NULL, 0, 0));
    REJECTS(NULL, smsc_plan_renew_credentials(NULL));
}

static void requests(void)
{
    smsc_plan_key keys[2];
    smsc_plan_ask ask = {.size = sizeof ask};
    const smsc_plan_answer answer = {first, SMSC_STATUS_DELIVERED};
    REJECTS(NULL, smsc_plan_poll(NULL, NOW, keys, 2, &out.ask));
    REJECTS(NULL, smsc_plan_poll(&out.plan, NOW, NULL, 2, &out.ask));
    REJECTS(BUFFER, smsc_plan_poll(&out.plan, NOW, NULL, 0, &out.ask));
    REJECTS(NULL, smsc_plan_poll(&out.plan, NOW, keys, 2, NULL));
    REJECTS(NULL, smsc_plan_next_wake(NULL, &out.cost));
    REJECTS(NULL, smsc_plan_next_wake(&out.plan, NULL));
    RETURNS(OK, smsc_plan_next_wake(&out.plan, &out.cost));
    CHECK_NUMBER(out.cost, NOW);
    REJECTS(NULL, smsc_plan_next_lost(NULL, &out.key));
    REJECTS(NULL, smsc_plan_next_lost(&out.plan, NULL));
    REJECTS(END, smsc_plan_next_lost(&out.plan, &out.key));

    RETURNS(OK, smsc_plan_poll(&out.plan, NOW, keys, 2, &ask));
    REJECTS(NULL, smsc_plan_on_reply(NULL, &ask, &answer, 1, NOW));
    REJECTS(NULL, smsc_plan_on_reply(&out.plan, NULL, &answer, 1, NOW));
    REJECTS(NULL, smsc_plan_on_reply(&out.plan, &ask, NULL, 1, NOW));
    REJECTS(NULL, smsc_plan_on_status(NULL, first, SMSC_STATUS_DELIVERED, NOW));
    REJECTS(NULL, smsc_plan_on_failure(NULL, &ask, SMSC_FAILURE_UNANSWERED, 0, 0, NOW));
    REJECTS(NULL, smsc_plan_on_failure(&out.plan, NULL, SMSC_FAILURE_UNANSWERED, 0, 0, NOW));
    REJECTS(NULL, smsc_plan_on_unsent(NULL, &ask, 0, NOW));
    REJECTS(NULL, smsc_plan_on_unsent(&out.plan, NULL, 0, NOW));
}

int main(void)
{
    messages();
    requests();
    return failures == 0 ? 0 : 1;
}
