/*
 * Prints the advice of the cases in testdata/retry:
 *
 *     retry <CASES
 *
 * A case is a line of numbers: `0 CALL FAILURE CODE NUMBER SINCE RANDOM NEXT THROTTLED BLOCKED`, the
 * fields of a smsc_attempt, or `1 ANSWER SINCE RANDOM KEPT AGAIN`, those of a smsc_sending. After the
 * output for each case there is a line with a `.`.
 */
#include "cases.h"

static void print_name(const char *key, int32_t table, int32_t number)
{
    smsc_view name = {NULL, 0};
    CHECK_NUMBER(smsc_code_name(table, number, SMSC_LANG_EN, &name), SMSC_RESULT_OK);
    print_key(key);
    print_utf8(name.ptr, name.len);
}

static void print_milliseconds(const char *key, uint32_t number)
{
    print_key(key);
    printf("%lu", (unsigned long)number);
}

static void print_advice(const smsc_attempt *attempt)
{
    smsc_advice advice = {.size = sizeof advice};
    CHECK_NUMBER(smsc_retry_advise(attempt, &advice), SMSC_RESULT_OK);
    print_name("advice", SMSC_TABLE_ADVICE, advice.kind);
    switch (advice.kind) {
    case SMSC_ADVICE_KIND_RETRY:
        print_milliseconds("after_ms", advice.wait_ms);
        print_key("host");
        printf("\"%s\"", advice.next_host == 1 ? "next" : "same");
        break;
    case SMSC_ADVICE_KIND_ASK_STATUS: print_milliseconds("after_ms", advice.wait_ms); break;
    default:
        print_name("reason", SMSC_TABLE_ADVICE_REASON, advice.reason);
        print_number("code", advice.code);
        print_positive("for_ms", advice.wait_ms);
    }
    const int is_stop = advice.kind == SMSC_ADVICE_KIND_STOP || advice.kind == SMSC_ADVICE_KIND_STOP_EVERY_CALL;
    CHECK(is_stop == (advice.reason != SMSC_ADVICE_REASON_NONE));
    CHECK(advice.next_host == 0 || advice.kind == SMSC_ADVICE_KIND_RETRY);
}

static void print_send_advice(const smsc_sending *sending)
{
    smsc_send_advice advice = {.size = sizeof advice};
    CHECK_NUMBER(smsc_retry_after_status(sending, &advice), SMSC_RESULT_OK);
    print_name("advice", SMSC_TABLE_SEND_ADVICE, advice.kind);
    if (advice.kind == SMSC_SEND_ADVICE_KIND_ASK_AGAIN) {
        print_milliseconds("after_ms", advice.wait_ms);
    } else {
        CHECK_NUMBER(advice.wait_ms, 0);
    }
}

int main(void)
{
    for (char *line = read_line(); line != NULL; line = read_line()) {
        unsigned long long numbers[10] = {0};
        char *at = line;
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers && *at != '\0'; i++) {
            numbers[i] = strtoull(at, &at, 10);
        }
        begin_object();
        if (numbers[0] == 0) {
            print_advice(&(const smsc_attempt){
                .size = sizeof(smsc_attempt), .call = (int32_t)numbers[1], .failure = (int32_t)numbers[2],
                .code = (int32_t)numbers[3], .number = (uint32_t)numbers[4], .since_ms = numbers[5],
                .random = (uint32_t)numbers[6], .has_next_host = (int32_t)numbers[7],
                .was_throttled = (int32_t)numbers[8], .was_blocked = (int32_t)numbers[9]});
        } else {
            print_send_advice(&(const smsc_sending){
                .size = sizeof(smsc_sending), .answer = (int32_t)numbers[1], .since_ms = numbers[2],
                .random = (uint32_t)numbers[3], .is_history_kept = (int32_t)numbers[4],
                .was_sent_again = (int32_t)numbers[5]});
        }
        end_object();
        puts("\n.");
        free(line);
    }
    return failures == 0 ? 0 : 1;
}
