/* Values taken apart: flags, costs and amounts. */
#include "check.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void flags(void)
{
    const struct {
        int32_t flag, type, second_balance, template_kind;
        uint32_t unknown_bits;
    } rows[] = {
        {0, SMSC_MESSAGE_TYPE_SMS, 0, -1, 0},
        {40, SMSC_MESSAGE_TYPE_EMAIL, 1, -1, 0},
        {1 << 8, SMSC_MESSAGE_TYPE_SMS, 0, SMSC_TEMPLATE_SERVICE, 0},
        {3 << 8, SMSC_MESSAGE_TYPE_SMS, 0, SMSC_TEMPLATE_TRANSACTIONAL, 0},
        {5 << 8, SMSC_MESSAGE_TYPE_SMS, 0, SMSC_TEMPLATE_AUTHORISATION, 0},
        {7 << 8 | 40, SMSC_MESSAGE_TYPE_EMAIL, 1, SMSC_TEMPLATE_ADVERTISING, 0},
        /* Bits 9 and 10 mean nothing without bit 8. */
        {6 << 8, SMSC_MESSAGE_TYPE_SMS, 0, -1, 6 << 8},
        {1 << 4 | 1 << 6 | 1 << 7 | 1 << 15, SMSC_MESSAGE_TYPE_SMS, 0, -1, 1 << 4 | 1 << 6 | 1 << 7 | 1 << 15},
        {65535, 15, 1, SMSC_TEMPLATE_ADVERTISING, 0xF8D0},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        smsc_flag bits = {.size = sizeof bits};
        CHECK_NUMBER(smsc_flag_decode(rows[i].flag, &bits), SMSC_RESULT_OK);
        CHECK_NUMBER(bits.size, sizeof bits);
        CHECK_NUMBER(bits.type, rows[i].type);
        CHECK_NUMBER(bits.second_balance, rows[i].second_balance);
        CHECK_NUMBER(bits.template_kind, rows[i].template_kind);
        CHECK_NUMBER(bits.unknown_bits, rows[i].unknown_bits);
    }
}

static void costs(void)
{
    const struct {
        smsc_view cost;
        uint64_t wanted;
    } good[] = {
        {VIEW("0"), 0},      {VIEW("2"), 20000},     {VIEW("2.1"), 21000},       {VIEW("2.12"), 21200},
        {VIEW("0.0001"), 1}, {VIEW("00.30"), 3000}, {VIEW("12.3456"), 123456}, {VIEW("1844674407370955.1615"), UINT64_MAX},
    };
    for (size_t i = 0; i < COUNT(good); i++) {
        uint64_t got = 77;
        CHECK_NUMBER(smsc_cost_decode(good[i].cost, &got), SMSC_RESULT_OK);
        CHECK(got == good[i].wanted);
    }
    const smsc_view bad[] = {VIEW(""),     VIEW("2."), VIEW(".5"),  VIEW("-1"),    VIEW("2.12345"), VIEW("2,12"),
                             VIEW("free"), VIEW(" 2"), VIEW("2 "),  VIEW("2\0"),   VIEW("1.2.3"),   VIEW("1844674407370955.1616"),
                             VIEW("+2"),   VIEW("1e3"), VIEW("0x10"), VIEW("99999999999999999999999")};
    for (size_t i = 0; i < COUNT(bad); i++) {
        uint64_t got = 77;
        CHECK_NUMBER(smsc_cost_decode(bad[i], &got), SMSC_RESULT_VALUE);
        CHECK(got == 77);
    }
}

/* Amounts may be below zero, and have any number of digits after the dot (R63a). */
static void amounts(void)
{
    const struct {
        smsc_view amount;
        int64_t wanted;
    } good[] = {
        {VIEW("0"), 0},        {VIEW("-0"), 0},         {VIEW("1871.62"), 18716200},
        {VIEW("-10.5"), -105000}, {VIEW("0.00010"), 1}, {VIEW("922337203685477.5807"), INT64_MAX},
        {VIEW("-922337203685477.5808"), INT64_MIN},
    };
    for (size_t i = 0; i < COUNT(good); i++) {
        int64_t got = 77;
        CHECK_NUMBER(smsc_amount_decode(good[i].amount, &got), SMSC_RESULT_OK);
        CHECK_NUMBER(got, good[i].wanted);
    }
    const smsc_view bad[] = {VIEW(""),   VIEW("-"),   VIEW("--1"), VIEW("+1"),  VIEW("1,5"), VIEW("1e3"),
                             VIEW(" 1"), VIEW("1\0"), VIEW("-.5"), VIEW("1."), VIEW("0.00001"), VIEW("922337203685477.5808")};
    for (size_t i = 0; i < COUNT(bad); i++) {
        int64_t got = 77;
        CHECK_NUMBER(smsc_amount_decode(bad[i], &got), SMSC_RESULT_VALUE);
        CHECK_NUMBER(got, 77);
    }
}

int main(void)
{
    flags();
    costs();
    amounts();
    return failures == 0 ? 0 : 1;
}
