/* Outcomes in the three languages, and wrong arguments other than NULL. testdata/outcomes has the
 * outcome of each code and text. */
#include "outputs.h"
#include <limits.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static smsc_outcome outcome_of_codes(int32_t status, int32_t err, int32_t type, int32_t lang)
{
    smsc_outcome outcome = {.size = sizeof outcome};
    CHECK_NUMBER(smsc_outcome_lookup_codes(status, err, type, lang, &outcome), SMSC_RESULT_OK);
    return outcome;
}

/* The title is the name of the code, and no text is empty. */
static void languages(void)
{
    const smsc_outcome en = outcome_of_codes(20, 6, -1, SMSC_LANG_EN);
    const smsc_outcome ru = outcome_of_codes(20, 6, -1, SMSC_LANG_RU);
    const smsc_outcome fr = outcome_of_codes(20, 6, -1, SMSC_LANG_FR);
    CHECK_VIEW(en.title, "Subscriber offline");
    CHECK_VIEW(ru.title, "Абонент не в сети");
    CHECK_VIEW(fr.title, "Abonné hors ligne");
    const smsc_outcome *const all[] = {&en, &ru, &fr};
    for (size_t i = 0; i < COUNT(all); i++) {
        CHECK(all[i]->size == sizeof en && all[i]->state == SMSC_STATE_FAILED && all[i]->cause == SMSC_CAUSE_RECIPIENT);
        CHECK(all[i]->is_final == 1 && all[i]->retry == SMSC_RETRY_LATER && all[i]->retry_after_s == 3600 && all[i]->suppress == 0);
        CHECK(all[i]->status == 20 && all[i]->err == 6 && all[i]->type == SMSC_MESSAGE_TYPE_SMS);
        CHECK(all[i]->error_code == -1 && all[i]->row == 0 && all[i]->unsubscribes == 0);
        CHECK(all[i]->explanation.len != 0 && all[i]->advice.len != 0 && all[i]->source.len != 0);
        const smsc_outcome *const next = all[(i + 1) % COUNT(all)];
        CHECK(all[i]->explanation.ptr != next->explanation.ptr && all[i]->advice.ptr != next->advice.ptr);
    }
}

/* The table of an err is decided by the address, the type, the form of an HLR reply, or the
 * caller's kind (R37, R42). */
static void records(void)
{
    const struct {
        int32_t kind, is_batch;
        smsc_view body;
        int32_t type;
        smsc_view title;
    } rows[] = {
        {SMSC_KIND_AUTO, 0, VIEW("20,1760080219,1"), SMSC_MESSAGE_TYPE_SMS, VIEW("No such subscriber")},
        {SMSC_KIND_EMAIL, 0, VIEW("20,1760080219,1"), SMSC_MESSAGE_TYPE_EMAIL, VIEW("No such addressee")},
        {SMSC_KIND_AUTO, 1, VIEW("20,1760080219,1,101,a@example.org"), SMSC_MESSAGE_TYPE_EMAIL, VIEW("No such addressee")},
        {SMSC_KIND_SMS, 0, VIEW("1,1760080219,6"), SMSC_MESSAGE_TYPE_SMS, VIEW("Delivered")},
        {SMSC_KIND_HLR, 0, VIEW("1,1760080219,6,,,,,,,,"), SMSC_MESSAGE_TYPE_HLR, VIEW("Subscriber offline")},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        smsc_query query = query_of(SMSC_FORMAT_VALUES);
        query.kind = rows[i].kind;
        query.batch = rows[i].is_batch;
        smsc_reader reader;
        smsc_record record = {.size = sizeof record};
        smsc_outcome outcome = {.size = sizeof outcome};
        CHECK_NUMBER(smsc_reader_begin(&query, rows[i].body.ptr, rows[i].body.len, &reader, NULL, NULL), SMSC_RESULT_OK);
        CHECK_NUMBER(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_OK);
        CHECK_NUMBER(record.is_hlr, rows[i].type == SMSC_MESSAGE_TYPE_HLR);
        CHECK_NUMBER(smsc_outcome_lookup_record(&record, query.kind, SMSC_LANG_EN, &outcome), SMSC_RESULT_OK);
        CHECK_NUMBER(outcome.type, rows[i].type);
        check_bytes(outcome.title.ptr, outcome.title.len, rows[i].title.ptr, rows[i].title.len, "the title", __FILE__, __LINE__);
    }
}

static smsc_question made_question(int32_t kind, const char *text)
{
    smsc_question question = {.size = sizeof question};
    CHECK_NUMBER(smsc_question_init(&question, kind), SMSC_RESULT_OK);
    question.text = (smsc_view){text, strlen(text)};
    return question;
}

/* What does not apply is unknown or absent. */
static void questions(void)
{
    const smsc_question row = made_question(SMSC_QUESTION_KIND_CLICKSEND, "Failed 301 Absent subscriber");
    RETURNS(OK, smsc_outcome_explain(&row, 0, SMSC_LANG_FR, &out.outcome));
    CHECK(out.outcome.row == 13 && out.outcome.receipt_error == 12 && out.outcome.provider == SMSC_PROVIDER_CLICKSEND);
    CHECK(out.outcome.status == INT32_MIN && out.outcome.err == -1 && out.outcome.type == -1 && out.outcome.error_code == -1);
    CHECK(out.outcome.text.ptr == NULL && out.outcome.remark.ptr == NULL && out.outcome.decides == 0);
    REJECTS(END, smsc_outcome_explain(&row, 1, SMSC_LANG_FR, &out.outcome));
    REJECTS(END, smsc_outcome_explain(&row, SIZE_MAX, SMSC_LANG_FR, &out.outcome));
    smsc_question wrong = made_question(SMSC_QUESTION_KIND_API_ERROR, "");
    const int32_t no_endpoint[] = {INT32_MIN, -1, SMSC_ENDPOINT_WAIT_CALL + 1, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_endpoint); i++) {
        wrong.endpoint = no_endpoint[i];
        REJECTS(VALUE, smsc_outcome_explain(&wrong, 0, SMSC_LANG_EN, &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_api_error(9, no_endpoint[i], SMSC_LANG_EN, &out.outcome));
    }
    REJECTS(VALUE, smsc_outcome_lookup_api_error(9, SMSC_ENDPOINT_ANY, SMSC_LANG_EN, &out.outcome));
    const int32_t no_kind[] = {INT32_MIN, -1, SMSC_QUESTION_KIND_CLICKSEND_RECEIPT + 1, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_kind); i++) {
        REJECTS(VALUE, smsc_question_init(&wrong, no_kind[i]));
        wrong.kind = no_kind[i];
        REJECTS(VALUE, smsc_outcome_explain(&wrong, 0, SMSC_LANG_EN, &out.outcome));
    }
    smsc_question number = made_question(SMSC_QUESTION_KIND_CLICKSEND_ROW, "");
    number.number = -1;
    REJECTS(VALUE, smsc_outcome_explain(&number, 0, SMSC_LANG_EN, &out.outcome));
    number.number = INT32_MAX;
    REJECTS(END, smsc_outcome_explain(&number, 0, SMSC_LANG_EN, &out.outcome));
    smsc_question receipt = made_question(SMSC_QUESTION_KIND_CLICKSEND_RECEIPT, "");
    receipt.status_code = -2;
    REJECTS(VALUE, smsc_outcome_explain(&receipt, 0, SMSC_LANG_EN, &out.outcome));
    receipt.status_code = INT32_MAX;
    RETURNS(OK, smsc_outcome_explain(&receipt, 0, SMSC_LANG_EN, &out.outcome));
    CHECK_NUMBER(out.outcome.state, SMSC_STATE_UNKNOWN);
    const int32_t statuses[] = {0, 1}, errs[] = {-1, -2};
    REJECTS(VALUE, smsc_outcome_lookup_story(statuses, errs, 2, 0, -1, SMSC_LANG_EN, &out.outcome));
    REJECTS(VALUE, smsc_outcome_lookup_story(statuses, NULL, 2, 0, 256, SMSC_LANG_EN, &out.outcome));
    REJECTS(VALUE, smsc_outcome_lookup_story(statuses, NULL, SIZE_MAX / 2, 0, -1, SMSC_LANG_EN, &out.outcome));
}

static void wrong_numbers(void)
{
    const smsc_record record = made_record();
    const smsc_question sent = made_question(SMSC_QUESTION_KIND_CLICKSEND, "Sent");
    const int32_t no_lang[] = {INT32_MIN, -1, SMSC_LANG_FR + 1, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_lang); i++) {
        REJECTS(VALUE, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, no_lang[i], &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_codes(20, 1, -1, no_lang[i], &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_api_error(9, SMSC_ENDPOINT_SEND, no_lang[i], &out.outcome));
        REJECTS(VALUE, smsc_outcome_explain(&sent, 0, no_lang[i], &out.outcome));
    }
    const int32_t no_kind[] = {INT32_MIN, -1, SMSC_KIND_EMAIL + 1, INT32_MAX};
    const int32_t no_err[] = {INT32_MIN, -2}, no_type[] = {INT32_MIN, -2, 256, INT32_MAX}, no_code[] = {INT32_MIN, -1};
    for (size_t i = 0; i < COUNT(no_kind); i++) {
        REJECTS(VALUE, smsc_outcome_lookup_record(&record, no_kind[i], SMSC_LANG_EN, &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_codes(20, 1, no_type[i], SMSC_LANG_EN, &out.outcome));
    }
    for (size_t i = 0; i < COUNT(no_err); i++) {
        REJECTS(VALUE, smsc_outcome_lookup_codes(20, no_err[i], -1, SMSC_LANG_EN, &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_api_error(no_code[i], SMSC_ENDPOINT_SEND, SMSC_LANG_EN, &out.outcome));
    }
    smsc_question wrong_text = sent;
    wrong_text.text = (smsc_view){body, (size_t)PTRDIFF_MAX + 1};
    REJECTS(VALUE, smsc_outcome_explain(&wrong_text, 0, SMSC_LANG_EN, &out.outcome));
    wrong_text.text = (smsc_view){"\xd0", 1};
    REJECTS(UTF8, smsc_outcome_explain(&wrong_text, 0, SMSC_LANG_EN, &out.outcome));
    /* Unknown numbers have an outcome, too, up to the limits of their types. */
    const int32_t ends[] = {INT32_MIN + 1, -4, 77, INT32_MAX};
    for (size_t i = 0; i < COUNT(ends); i++) {
        const smsc_outcome outcome = outcome_of_codes(ends[i], INT32_MAX, 255, SMSC_LANG_EN);
        CHECK(outcome.state == SMSC_STATE_UNKNOWN && outcome.is_final == 0 && outcome.suppress == 0 && outcome.advice.len != 0);
        CHECK(outcome.status == ends[i] && outcome.err == INT32_MAX && outcome.type == 255);
    }
    RETURNS(OK, smsc_outcome_lookup_api_error(INT32_MAX, SMSC_ENDPOINT_SEND, SMSC_LANG_EN, &out.outcome));
    CHECK(out.outcome.error_code == INT32_MAX && out.outcome.status == INT32_MIN);
}

/* Records with impossible values, and wrong sizes of structs. */
static void wrong_structs(void)
{
    smsc_record record = made_record();
    const smsc_question sent = made_question(SMSC_QUESTION_KIND_CLICKSEND, "Sent");
    record.err = -2;
    REJECTS(VALUE, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));
    record = made_record();
    record.encoding = UINT32_MAX;
    REJECTS(VALUE, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));
    record = made_record();
    REJECTS_SIZE(OUTCOME, out.outcome, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));
    REJECTS_SIZE(OUTCOME, out.outcome, smsc_outcome_lookup_codes(20, 1, -1, SMSC_LANG_EN, &out.outcome));
    REJECTS_SIZE(OUTCOME, out.outcome, smsc_outcome_lookup_api_error(9, SMSC_ENDPOINT_SEND, SMSC_LANG_EN, &out.outcome));
    REJECTS_SIZE(OUTCOME, out.outcome, smsc_outcome_explain(&sent, 0, SMSC_LANG_EN, &out.outcome));
    record.size--;
    REJECTS(SIZE_RECORD, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));

    /* An outcome of a later header: its additional fields and its size stay unchanged. */
    struct {
        smsc_outcome outcome;
        uint64_t later;
    } longer = {.later = 0x5A5A};
    longer.outcome.size = sizeof longer;
    CHECK_NUMBER(smsc_outcome_lookup_api_error(4, SMSC_ENDPOINT_STATUS, SMSC_LANG_EN, &longer.outcome), SMSC_RESULT_OK);
    CHECK(longer.outcome.size == sizeof longer && longer.outcome.retry_after_s == 1800 && longer.later == 0x5A5A);
}

int main(void)
{
    languages();
    records();
    questions();
    wrong_numbers();
    wrong_structs();
    return failures == 0 ? 0 : 1;
}
