/*
 * Looks up the outcomes of the cases in testdata/outcomes, and prints them as `smsc explain --json`
 * does:
 *
 *     explain <QUESTIONS
 *
 * A question is a line `codes STATUS ERR TYPE`, with -1 for an unknown number, `api_error CODE`,
 * `getcourse HEX` or `clicksend HEX`. After the output for each question there is a line with a
 * `.`.
 */
#include "cases.h"

static void print_word(const char *key, int32_t table, int32_t number)
{
    smsc_view word = {NULL, 0};
    CHECK_NUMBER(smsc_code_name(table, number, SMSC_LANG_EN, &word), SMSC_RESULT_OK);
    printf("\"%s\":\"%.*s\",", key, (int)word.len, word.ptr);
}

static void print_view(const char *key, smsc_view text)
{
    printf("\"%s\":", key);
    print_utf8(text.ptr, text.len);
}

static void print_outcome(const smsc_outcome *outcome)
{
    putchar('{');
    print_word("state", SMSC_TABLE_STATE, outcome->state);
    print_word("cause", SMSC_TABLE_CAUSE, outcome->cause);
    print_word("retry", SMSC_TABLE_RETRY, outcome->retry);
    printf("\"is_final\":%s,\"suppress\":%s,", outcome->is_final ? "true" : "false", outcome->suppress ? "true" : "false");
    printf("\"unsubscribes\":%s,", outcome->unsubscribes ? "true" : "false");
    CHECK((outcome->channel != SMSC_CHANNEL_NONE) == (outcome->suppress != 0));
    if (outcome->suppress) {
        print_word("channel", SMSC_TABLE_CHANNEL, outcome->channel);
    } else {
        printf("\"channel\":null,");
    }
    CHECK((outcome->retry == SMSC_RETRY_LATER) == (outcome->retry_after_s != 0));
    if (outcome->retry == SMSC_RETRY_LATER) {
        printf("\"retry_after_s\":%lu,", (unsigned long)outcome->retry_after_s);
    } else {
        printf("\"retry_after_s\":null,");
    }
    if (outcome->type != -1) {
        printf("\"status\":%ld,\"type\":%ld,", (long)outcome->status, (long)outcome->type);
        if (outcome->err == -1) {
            printf("\"err\":null,");
        } else {
            printf("\"err\":%ld,", (long)outcome->err);
        }
    } else {
        CHECK(outcome->err == -1 && outcome->status == INT32_MIN);
    }
    if (outcome->error_code != -1) {
        printf("\"error_code\":%ld,", (long)outcome->error_code);
    }
    if (outcome->row != 0) {
        printf("\"row\":%ld,", (long)outcome->row);
    }
    print_view("title", outcome->title);
    putchar(',');
    print_view("explanation", outcome->explanation);
    putchar(',');
    print_view("advice", outcome->advice);
    putchar(',');
    print_view("source", outcome->source);
    puts("}");
}

/* Checks that a record with these numbers and nothing else has the outcome that was looked up for
 * them. */
static void check_record(int32_t status, int32_t err, int32_t type, const smsc_outcome *wanted)
{
    smsc_record record = {.size = sizeof record};
    smsc_outcome got = {.size = sizeof got};
    CHECK_NUMBER(smsc_record_init(&record, status), SMSC_RESULT_OK);
    record.err = err;
    record.type = type;
    CHECK_NUMBER(smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &got), SMSC_RESULT_OK);
    CHECK(got.status == wanted->status && got.err == wanted->err && got.type == wanted->type);
    CHECK(got.state == wanted->state && got.is_final == wanted->is_final && got.cause == wanted->cause);
    CHECK(got.retry == wanted->retry && got.retry_after_s == wanted->retry_after_s && got.suppress == wanted->suppress);
    CHECK(got.channel == wanted->channel);
    CHECK(got.title.ptr == wanted->title.ptr && got.advice.ptr == wanted->advice.ptr && got.source.ptr == wanted->source.ptr);
}

/* Prints the outcome of a row if the text is the number of one, else the outcomes that fit the
 * text. */
static void explain_clicksend(const char *text, size_t len, smsc_outcome *outcome)
{
    char *rest = NULL;
    char *number = allocate(len + 1);
    memcpy(number, text, len);
    number[len] = '\0';
    const long row = strtol(number, &rest, 10);
    const int is_number = rest != number && *rest == '\0';
    free(number);
    if (is_number && smsc_outcome_lookup_clicksend_row((int32_t)row, SMSC_LANG_EN, outcome) == SMSC_RESULT_OK) {
        print_outcome(outcome);
        return;
    }
    const smsc_view part = {text, len};
    int32_t result = SMSC_RESULT_OK;
    for (size_t index = 0; (result = smsc_outcome_lookup_clicksend(&part, 1, index, SMSC_LANG_EN, outcome)) == SMSC_RESULT_OK; index++) {
        print_outcome(outcome);
    }
    CHECK_NUMBER(result, SMSC_RESULT_END);
}

static void explain_text(const char *what, const char *hex)
{
    smsc_outcome outcome = {.size = sizeof outcome};
    size_t len = strlen(hex) / 2;
    char *text = allocate(len);
    for (size_t i = 0; i < len; i++) {
        const char digits[] = {hex[2 * i], hex[2 * i + 1], '\0'};
        text[i] = (char)strtoul(digits, NULL, 16);
    }
    if (strcmp(what, "clicksend") == 0) {
        explain_clicksend(text, len, &outcome);
    } else {
        const int32_t result = smsc_outcome_lookup_getcourse(text, len, SMSC_LANG_EN, &outcome);
        CHECK(result == SMSC_RESULT_OK || result == SMSC_RESULT_NO_NAME);
        if (result == SMSC_RESULT_OK) {
            print_outcome(&outcome);
        }
    }
    free(text);
}

int main(void)
{
    static char line[8192];
    while (fgets(line, sizeof line, stdin) != NULL) {
        smsc_outcome outcome = {.size = sizeof outcome};
        long status = 0, err = 0, type = 0;
        if (sscanf(line, "codes %ld %ld %ld", &status, &err, &type) == 3) {
            CHECK_NUMBER(smsc_outcome_lookup_codes((int32_t)status, (int32_t)err, (int32_t)type, SMSC_LANG_EN, &outcome), SMSC_RESULT_OK);
            check_record((int32_t)status, (int32_t)err, (int32_t)type, &outcome);
            print_outcome(&outcome);
        } else if (sscanf(line, "api_error %ld", &err) == 1) {
            CHECK_NUMBER(smsc_outcome_lookup_api_error((int32_t)err, SMSC_LANG_EN, &outcome), SMSC_RESULT_OK);
            print_outcome(&outcome);
        } else if (strchr(line, ' ') != NULL) {
            const char *what = strtok(line, " \n"), *hex = strtok(NULL, " \n");
            explain_text(what, hex == NULL ? "" : hex);
        } else {
            fprintf(stderr, "no question: %s", line);
            return 2;
        }
        puts(".");
    }
    return failures == 0 ? 0 : 1;
}
