/*
 * Looks up the outcomes of the cases in testdata/outcomes, and prints them as `smsc explain --json`
 * does:
 *
 *     explain <QUESTIONS
 *
 * A question is one line, with -1 for an unknown number and `-` for an absent text; texts are in
 * hexadecimal:
 *
 *     question KIND NUMBER ERR TYPE ENDPOINT STATUS_CODE ERROR_CODE STATUS TEXT
 *     story TYPE STATUS ERR [STATUS ERR]...
 *
 * After the output for each question there is a line with a `.`.
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
        if (outcome->endpoint == SMSC_ENDPOINT_ANY) {
            printf("\"endpoint\":null,");
        } else {
            print_word("endpoint", SMSC_TABLE_ENDPOINT, outcome->endpoint);
        }
    } else {
        CHECK_NUMBER(outcome->endpoint, SMSC_ENDPOINT_ANY);
    }
    if (outcome->row != 0) {
        printf("\"row\":%ld,", (long)outcome->row);
    }
    if (outcome->receipt_error != 0) {
        printf("\"receipt_error\":%ld,", (long)outcome->receipt_error);
    }
    print_word("provider", SMSC_TABLE_PROVIDER, outcome->provider);
    printf("\"judgement\":%s,", outcome->is_judgement ? "true" : "false");
    if (outcome->text.ptr != NULL) {
        print_view("text", outcome->text);
        putchar(',');
    }
    if (outcome->remark.ptr != NULL) {
        printf("\"decides\":%s,", outcome->decides ? "true" : "false");
        print_view("remark", outcome->remark);
        putchar(',');
    } else {
        CHECK_NUMBER(outcome->decides, 0);
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

/* Returns the bytes of a text in hexadecimal, or an absent view for `-`. The caller frees them. */
static smsc_view text_of(const char *hex)
{
    if (strcmp(hex, "-") == 0) {
        return (smsc_view){NULL, 0};
    }
    const size_t len = strlen(hex) / 2;
    char *text = allocate(len);
    for (size_t i = 0; i < len; i++) {
        const char digits[] = {hex[2 * i], hex[2 * i + 1], '\0'};
        text[i] = (char)strtoul(digits, NULL, 16);
    }
    return (smsc_view){text, len};
}

static int32_t next_number(void)
{
    const char *word = strtok(NULL, " \n");
    CHECK(word != NULL);
    return word == NULL ? -1 : (int32_t)strtol(word, NULL, 10);
}

static smsc_view next_text(void)
{
    const char *word = strtok(NULL, " \n");
    return text_of(word == NULL ? "" : word);
}

static void explain(void)
{
    smsc_question question = {.size = sizeof question};
    smsc_outcome outcome = {.size = sizeof outcome};
    CHECK_NUMBER(smsc_question_init(&question, next_number()), SMSC_RESULT_OK);
    question.number = next_number();
    question.err = next_number();
    question.type = next_number();
    question.endpoint = next_number();
    question.status_code = next_number();
    question.error_code = next_number();
    question.status = next_text();
    question.text = next_text();
    int32_t result = SMSC_RESULT_OK;
    for (size_t index = 0; (result = smsc_outcome_explain(&question, index, SMSC_LANG_EN, &outcome)) == SMSC_RESULT_OK; index++) {
        if (question.kind == SMSC_QUESTION_KIND_STATUS) {
            smsc_outcome of_codes = {.size = sizeof of_codes};
            CHECK_NUMBER(smsc_outcome_lookup_codes(question.number, question.err, question.type, SMSC_LANG_EN, &of_codes), SMSC_RESULT_OK);
            CHECK(of_codes.title.ptr == outcome.title.ptr && of_codes.channel == outcome.channel);
            check_record(question.number, question.err, question.type, &outcome);
        }
        if (question.kind == SMSC_QUESTION_KIND_API_ERROR && question.endpoint != SMSC_ENDPOINT_ANY) {
            smsc_outcome of_code = {.size = sizeof of_code};
            CHECK_NUMBER(smsc_outcome_lookup_api_error(question.number, question.endpoint, SMSC_LANG_EN, &of_code), SMSC_RESULT_OK);
            CHECK(of_code.title.ptr == outcome.title.ptr && of_code.state == outcome.state && of_code.endpoint == outcome.endpoint);
        }
        print_outcome(&outcome);
    }
    CHECK_NUMBER(result, SMSC_RESULT_END);
    free((void *)question.status.ptr);
    free((void *)question.text.ptr);
}

static void tell(void)
{
    int32_t statuses[64], errs[64];
    size_t count = 0;
    const int32_t type = next_number();
    for (const char *word = NULL; count < 64 && (word = strtok(NULL, " \n")) != NULL; count++) {
        statuses[count] = (int32_t)strtol(word, NULL, 10);
        errs[count] = next_number();
    }
    smsc_outcome outcome = {.size = sizeof outcome};
    for (size_t index = 0; index < count; index++) {
        CHECK_NUMBER(smsc_outcome_lookup_story(statuses, errs, count, index, type, SMSC_LANG_EN, &outcome), SMSC_RESULT_OK);
        print_outcome(&outcome);
    }
    CHECK_NUMBER(smsc_outcome_lookup_story(statuses, errs, count, count, type, SMSC_LANG_EN, &outcome), SMSC_RESULT_END);
}

int main(void)
{
    static char line[8192];
    while (fgets(line, sizeof line, stdin) != NULL) {
        const char *what = strtok(line, " \n");
        if (what != NULL && strcmp(what, "question") == 0) {
            explain();
        } else if (what != NULL && strcmp(what, "story") == 0) {
            tell();
        } else {
            fprintf(stderr, "no question: %s", line);
            return 2;
        }
        puts(".");
    }
    return failures == 0 ? 0 : 1;
}
