/* Ids that are texts (R3a), and phones as typed (R47d). */
#include "outputs.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define FORTY "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd"

/* Texts that are no id, and texts that are, in each place for one. */
static void wrong_and_right(void)
{
    const smsc_query query = batch_query();
    const smsc_requested pair = made_pair();
    const smsc_query with_pair = query_with(&pair, 1);
    const smsc_view wrong[] = {VIEW(""),  VIEW("0"),  VIEW("-5"),    VIEW("2147483648"), VIEW("a b"),      VIEW(" a"),        VIEW("a/b"),
                               VIEW("a,b"), VIEW("+5"), VIEW("\xd0\x9f"), VIEW("\xff"),       VIEW("a\0b"),     VIEW(FORTY "e"),   VIEW("a\n")};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        REJECTS(VALUE, smsc_requested_set_text(&out.pair, wrong[i].ptr, wrong[i].len, "7", 1));
        smsc_record record = made_record();
        record.id = 0;
        record.text_id = wrong[i];
        REJECTS(VALUE, smsc_writer_write_single(&query, 1, &record, out.buf, sizeof out.buf, &out.len, &out.error));
        REJECTS(VALUE, smsc_writer_write_record(&out.writer, &record, out.buf, sizeof out.buf, &out.len, &out.error));
        REJECTS(VALUE, smsc_requested_match(&with_pair, &out.next, &record, &out.len));
        REJECTS(VALUE, smsc_record_get_err_table(&record, SMSC_KIND_AUTO, &out.number));
        REJECTS(VALUE, smsc_record_looks_like_utf8(&record, &out.number));
        const smsc_api_error api_error = {.size = sizeof api_error, .code = 9, .text_id = wrong[i]};
        REJECTS(VALUE, smsc_writer_write_error(&query, 1, &api_error, out.buf, sizeof out.buf, &out.len, &out.error));
    }
    const smsc_view right[] = {VIEW("order-77"), VIEW("a.b_c"), VIEW("-"), VIEW("1."), VIEW("101"), VIEW("2147483647"), VIEW(FORTY)};
    for (size_t i = 0; i < COUNT(right); i++) {
        RETURNS(OK, smsc_requested_set_text(&out.pair, right[i].ptr, right[i].len, "7", 1));
        smsc_record record = made_record();
        record.text_id = right[i];
        /* A number and a text cannot both be the id. */
        REJECTS(VALUE, smsc_writer_write_single(&query, 1, &record, out.buf, sizeof out.buf, &out.len, &out.error));
        smsc_api_error api_error = {.size = sizeof api_error, .code = 9, .id = 101, .text_id = right[i]};
        REJECTS(VALUE, smsc_writer_write_error(&query, 1, &api_error, out.buf, sizeof out.buf, &out.len, &out.error));
        record.id = api_error.id = 0;
        RETURNS(OK, smsc_record_looks_like_utf8(&record, &out.number));
        RETURNS(OK, smsc_writer_write_error(&query, 1, &api_error, out.buf, sizeof out.buf, &out.len, &out.error));
    }
}

static smsc_record record_of(uint32_t id, smsc_view text_id, smsc_view phone)
{
    smsc_record record = made_record();
    record.id = id;
    record.text_id = text_id;
    record.phone = phone;
    return record;
}

/* Matches a record that is the only one, and returns the result. */
static int32_t matched(const smsc_requested *pair, const smsc_record *record)
{
    size_t next = 0, missing = 77;
    const smsc_query query = query_with(pair, 1);
    const int32_t result = smsc_requested_match(&query, &next, record, &missing);
    CHECK(next == (result == SMSC_RESULT_OK) && missing == (result == SMSC_RESULT_OK ? 0 : 77));
    return result;
}

/* Texts are compared with regard to case, and digits as text are the number. */
static void matching(void)
{
    const smsc_view none = {NULL, 0}, phone = VIEW("79990000001");
    smsc_requested text, digits;
    CHECK_NUMBER(smsc_requested_set_text(&text, "Order-77", 8, phone.ptr, phone.len), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_requested_set_text(&digits, "102", 3, phone.ptr, phone.len), SMSC_RESULT_OK);
    const struct {
        const smsc_requested *pair;
        uint32_t id;
        smsc_view text_id;
        int32_t wanted;
    } rows[] = {
        {&text, 0, VIEW("Order-77"), SMSC_RESULT_OK},      {&text, 0, VIEW("order-77"), SMSC_RESULT_UNEXPECTED},
        {&text, 0, VIEW("Order-7"), SMSC_RESULT_UNEXPECTED}, {&text, 77, none, SMSC_RESULT_UNEXPECTED},
        {&text, 0, none, SMSC_RESULT_OK},                  {&digits, 102, none, SMSC_RESULT_OK},
        {&digits, 0, VIEW("102"), SMSC_RESULT_OK},         {&digits, 0, VIEW("102."), SMSC_RESULT_UNEXPECTED},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const smsc_record record = record_of(rows[i].id, rows[i].text_id, phone);
        check_number(matched(rows[i].pair, &record), rows[i].wanted, "the result of a row", __FILE__, (int)i);
    }
    const smsc_record other = record_of(0, VIEW("Order-77"), VIEW("79990000002"));
    CHECK_NUMBER(matched(&text, &other), SMSC_RESULT_UNEXPECTED);
}

/* Pairs of phones, in both orders. */
static void phones(void)
{
    const struct {
        smsc_view left, right;
        int32_t is_same;
    } rows[] = {
        {VIEW("79991230300"), VIEW("79991230300"), 1},
        {VIEW("8 (999) 123-03-00"), VIEW("79991230300"), 1},
        {VIEW("+7 999 123 03 00"), VIEW("79991230300"), 1},
        {VIEW("9991230300"), VIEW("79991230300"), 1},
        {VIEW("9991230300"), VIEW("8-999-123-03-00"), 1},
        {VIEW("79991230300"), VIEW("79991230301"), 0},
        /* Vietnam's numbers start with +84. */
        {VIEW("+89991230300"), VIEW("79991230300"), 0},
        {VIEW("84991230300"), VIEW("+74991230300"), 0},
        {VIEW("User@Example.com"), VIEW("user@example.COM"), 1},
        {VIEW("user1@example.com"), VIEW("1"), 0},
        {VIEW("Анна"), VIEW("аННА"), 1},
        {VIEW("Анна"), VIEW("79991230300"), 0},
        {VIEW(""), VIEW("79991230300"), 0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const smsc_view left = rows[i].left, right = rows[i].right;
        int32_t is_same = 77;
        CHECK_NUMBER(smsc_phone_is_same(left.ptr, left.len, right.ptr, right.len, &is_same), SMSC_RESULT_OK);
        check_number(is_same, rows[i].is_same, "a row", __FILE__, (int)i);
        CHECK_NUMBER(smsc_phone_is_same(right.ptr, right.len, left.ptr, left.len, &is_same), SMSC_RESULT_OK);
        check_number(is_same, rows[i].is_same, "a row, reversed", __FILE__, (int)i);
    }
    REJECTS(UTF8, smsc_requested_set_text(&out.pair, "a", 1, "\xff", 1));
    const smsc_view no_phone[] = {VIEW(""), VIEW(" "), VIEW("\t\n"), VIEW("\xc2\xa0")};
    for (size_t i = 0; i < COUNT(no_phone); i++) {
        REJECTS(VALUE, smsc_requested_set(&out.pair, 101, no_phone[i].ptr, no_phone[i].len));
        REJECTS(VALUE, smsc_requested_set_text(&out.pair, "a", 1, no_phone[i].ptr, no_phone[i].len));
    }
    REJECTS(UTF8, smsc_phone_is_same("\xff", 1, "7", 1, &out.number));
    REJECTS(UTF8, smsc_phone_is_same("7", 1, "\xff", 1, &out.number));
    const smsc_view none = {NULL, 0}, typed = VIEW("8 (999) 123-03-00");
    const smsc_record record = record_of(101, none, VIEW("79991230300"));
    smsc_requested pair;
    CHECK_NUMBER(smsc_requested_set(&pair, 101, typed.ptr, typed.len), SMSC_RESULT_OK);
    CHECK_NUMBER(matched(&pair, &record), SMSC_RESULT_OK);
}

int main(void)
{
    wrong_and_right();
    matching();
    phones();
    return failures == 0 ? 0 : 1;
}
