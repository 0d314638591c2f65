/* Texts in UTF-8 that are parsed with a query of another charset (R51). */
#include "check.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void wrong_charsets(void)
{
    const struct {
        smsc_view text;
        int32_t looks_like_utf8;
    } rows[] = {
        {VIEW("Привет"), 1},
        {VIEW("code 4821 не"), 1},
        {VIEW("Γειά"), 1},
        {VIEW("code 4821"), 0},
        {VIEW(""), 0},
        /* One letter alone may be two letters of windows-1251. */
        {VIEW("4821 я"), 0},
        {VIEW("\xcf\xf0\xe8\xe2\xe5\xf2"), 0},
        {VIEW("Привет \xff"), 0},
        {VIEW("日本"), 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        smsc_record record = {.size = sizeof record};
        CHECK_NUMBER(smsc_record_init(&record, SMSC_STATUS_DELIVERED), SMSC_RESULT_OK);
        for (uint32_t charset = SMSC_CHARSET_WINDOWS1251; charset <= SMSC_CHARSET_UTF8; charset++) {
            const int32_t wanted = charset == SMSC_CHARSET_UTF8 ? 0 : rows[i].looks_like_utf8;
            int32_t got = 77;
            CHECK_NUMBER(smsc_text_looks_like_utf8(rows[i].text, charset, &got), SMSC_RESULT_OK);
            check_number(got, wanted, "the text", __FILE__, (int)i);
            record.encoding = charset;
            record.message = VIEW("abc");
            record.comment = rows[i].text;
            CHECK_NUMBER(smsc_record_looks_like_utf8(&record, &got), SMSC_RESULT_OK);
            check_number(got, wanted, "the record", __FILE__, (int)i);
        }
    }
}

/* A reply in UTF-8 whose query says nothing of a charset: the reading stays as requested. */
static void reply(void)
{
    static const char body[] = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,Да,,0";
    smsc_query query = query_of(SMSC_FORMAT_VALUES);
    query.all = 1;
    for (query.charset = SMSC_CHARSET_WINDOWS1251; query.charset <= SMSC_CHARSET_UTF8; query.charset++) {
        smsc_reader reader;
        smsc_record record = {.size = sizeof record};
        int32_t got = 77;
        CHECK_NUMBER(smsc_reader_begin(&query, body, sizeof body - 1, &reader, NULL, NULL), SMSC_RESULT_OK);
        CHECK_NUMBER(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_OK);
        CHECK_NUMBER(record.encoding, query.charset);
        CHECK_NUMBER(smsc_record_looks_like_utf8(&record, &got), SMSC_RESULT_OK);
        CHECK_NUMBER(got, query.charset != SMSC_CHARSET_UTF8);
    }
}

int main(void)
{
    wrong_charsets();
    reply();
    return failures == 0 ? 0 : 1;
}
