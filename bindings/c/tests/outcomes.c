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

/* One text has the same outcome as the same words in several parts, with absent views among
 * them. */
static void parts_of_clicksend(void)
{
    const smsc_view one[] = {VIEW("Failed 301 Absent subscriber")};
    const smsc_view eight[8] = {VIEW("Failed"), {NULL, 0}, VIEW("301"), VIEW(""), VIEW("Absent subscriber")};
    const struct {
        const smsc_view *parts;
        size_t count;
    } same[] = {{one, 1}, {eight, 5}, {eight, 8}};
    for (size_t i = 0; i < COUNT(same); i++) {
        RETURNS(OK, smsc_outcome_lookup_clicksend(same[i].parts, same[i].count, 0, SMSC_LANG_FR, &out.outcome));
        CHECK(out.outcome.row == 13 && out.outcome.status == INT32_MIN && out.outcome.err == -1 && out.outcome.type == -1);
        REJECTS(END, smsc_outcome_lookup_clicksend(same[i].parts, same[i].count, 1, SMSC_LANG_FR, &out.outcome));
        REJECTS(END, smsc_outcome_lookup_clicksend(same[i].parts, same[i].count, SIZE_MAX, SMSC_LANG_FR, &out.outcome));
    }
    const smsc_view nine[9] = {VIEW("Failed")};
    REJECTS(VALUE, smsc_outcome_lookup_clicksend(nine, 9, 0, SMSC_LANG_EN, &out.outcome));
    REJECTS(VALUE, smsc_outcome_lookup_clicksend(nine, SIZE_MAX, 0, SMSC_LANG_EN, &out.outcome));
    const int32_t no_row[] = {INT32_MIN, -1, 0, 22, 257, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_row); i++) {
        REJECTS(NO_NAME, smsc_outcome_lookup_clicksend_row(no_row[i], SMSC_LANG_EN, &out.outcome));
    }
}

static void wrong_numbers(void)
{
    const smsc_record record = made_record();
    const smsc_view part = VIEW("Sent"), huge = {body, (size_t)PTRDIFF_MAX + 1}, no_utf8 = VIEW("\xd0");
    const int32_t no_lang[] = {INT32_MIN, -1, SMSC_LANG_FR + 1, INT32_MAX};
    for (size_t i = 0; i < COUNT(no_lang); i++) {
        REJECTS(VALUE, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, no_lang[i], &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_codes(20, 1, -1, no_lang[i], &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_api_error(9, no_lang[i], &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_getcourse(BODY, no_lang[i], &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_clicksend_row(1, no_lang[i], &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_clicksend(&part, 1, 0, no_lang[i], &out.outcome));
    }
    const int32_t no_kind[] = {INT32_MIN, -1, SMSC_KIND_EMAIL + 1, INT32_MAX};
    const int32_t no_err[] = {INT32_MIN, -2}, no_type[] = {INT32_MIN, -2, 256, INT32_MAX}, no_code[] = {INT32_MIN, -1};
    for (size_t i = 0; i < COUNT(no_kind); i++) {
        REJECTS(VALUE, smsc_outcome_lookup_record(&record, no_kind[i], SMSC_LANG_EN, &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_codes(20, 1, no_type[i], SMSC_LANG_EN, &out.outcome));
    }
    for (size_t i = 0; i < COUNT(no_err); i++) {
        REJECTS(VALUE, smsc_outcome_lookup_codes(20, no_err[i], -1, SMSC_LANG_EN, &out.outcome));
        REJECTS(VALUE, smsc_outcome_lookup_api_error(no_code[i], SMSC_LANG_EN, &out.outcome));
    }
    REJECTS(VALUE, smsc_outcome_lookup_getcourse(huge.ptr, huge.len, SMSC_LANG_EN, &out.outcome));
    REJECTS(VALUE, smsc_outcome_lookup_clicksend(&huge, 1, 0, SMSC_LANG_EN, &out.outcome));
    REJECTS(UTF8, smsc_outcome_lookup_getcourse(no_utf8.ptr, no_utf8.len, SMSC_LANG_EN, &out.outcome));
    REJECTS(UTF8, smsc_outcome_lookup_clicksend(&no_utf8, 1, 0, SMSC_LANG_EN, &out.outcome));
    /* Unknown numbers have an outcome, too, up to the limits of their types. */
    const int32_t ends[] = {INT32_MIN + 1, -4, 77, INT32_MAX};
    for (size_t i = 0; i < COUNT(ends); i++) {
        const smsc_outcome outcome = outcome_of_codes(ends[i], INT32_MAX, 255, SMSC_LANG_EN);
        CHECK(outcome.state == SMSC_STATE_UNKNOWN && outcome.is_final == 0 && outcome.suppress == 0 && outcome.advice.len != 0);
        CHECK(outcome.status == ends[i] && outcome.err == INT32_MAX && outcome.type == 255);
    }
    RETURNS(OK, smsc_outcome_lookup_api_error(INT32_MAX, SMSC_LANG_EN, &out.outcome));
    CHECK(out.outcome.error_code == INT32_MAX && out.outcome.status == INT32_MIN);
}

/* Records with impossible values, and wrong sizes of structs. */
static void wrong_structs(void)
{
    smsc_record record = made_record();
    const smsc_view part = VIEW("Sent");
    record.err = -2;
    REJECTS(VALUE, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));
    record = made_record();
    record.encoding = UINT32_MAX;
    REJECTS(VALUE, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));
    record = made_record();
    REJECTS_SIZE(out.outcome, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));
    REJECTS_SIZE(out.outcome, smsc_outcome_lookup_codes(20, 1, -1, SMSC_LANG_EN, &out.outcome));
    REJECTS_SIZE(out.outcome, smsc_outcome_lookup_api_error(9, SMSC_LANG_EN, &out.outcome));
    REJECTS_SIZE(out.outcome, smsc_outcome_lookup_getcourse("Sent", 4, SMSC_LANG_EN, &out.outcome));
    REJECTS_SIZE(out.outcome, smsc_outcome_lookup_clicksend_row(1, SMSC_LANG_EN, &out.outcome));
    REJECTS_SIZE(out.outcome, smsc_outcome_lookup_clicksend(&part, 1, 0, SMSC_LANG_EN, &out.outcome));
    record.size--;
    REJECTS(SIZE, smsc_outcome_lookup_record(&record, SMSC_KIND_AUTO, SMSC_LANG_EN, &out.outcome));

    /* An outcome of a later header: its additional fields and its size stay unchanged. */
    struct {
        smsc_outcome outcome;
        uint64_t later;
    } longer = {.later = 0x5A5A};
    longer.outcome.size = sizeof longer;
    CHECK_NUMBER(smsc_outcome_lookup_api_error(4, SMSC_LANG_EN, &longer.outcome), SMSC_RESULT_OK);
    CHECK(longer.outcome.size == sizeof longer && longer.outcome.retry_after_s == 600 && longer.later == 0x5A5A);
}

int main(void)
{
    languages();
    records();
    parts_of_clicksend();
    wrong_numbers();
    wrong_structs();
    return failures == 0 ? 0 : 1;
}
