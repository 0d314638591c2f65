/* Texts as UTF-8, and the names of all codes. */
#include "check.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Decodes into a buffer that is exactly long enough, into a shorter one, and into none. */
static void check_decoded(smsc_view text, uint32_t encoding, smsc_view wanted, int line)
{
    size_t len = 77;
    check_number(smsc_text_decode(text, encoding, NULL, 0, &len), SMSC_RESULT_BUFFER, "a length of 0", __FILE__, line);
    check_number((long long)len, (long long)wanted.len, "the length", __FILE__, line);
    char *exact = allocate(wanted.len + 1);
    memset(exact, 'x', wanted.len + 1);
    check_number(smsc_text_decode(text, encoding, exact, wanted.len + 1, &len), SMSC_RESULT_OK, "an exact fit", __FILE__, line);
    check_bytes(exact, len, wanted.ptr, wanted.len, "the text", __FILE__, line);
    check_that(exact[wanted.len] == '\0', "the NUL after the text", __FILE__, line);
    free(exact);
    if (wanted.len != 0) {
        char *less = allocate(wanted.len);
        len = 77;
        check_number(smsc_text_decode(text, encoding, less, wanted.len, &len), SMSC_RESULT_BUFFER, "one too small", __FILE__, line);
        check_number((long long)len, (long long)wanted.len, "the length that is needed", __FILE__, line);
        free(less);
    }
}

#define DECODES(text, encoding, wanted) check_decoded(VIEW(text), (encoding), VIEW(wanted), __LINE__)

static void charsets(void)
{
    const smsc_view none = {NULL, 0};
    for (uint32_t charset = SMSC_CHARSET_WINDOWS1251; charset <= SMSC_CHARSET_UTF8; charset++) {
        check_decoded(none, charset, VIEW(""), __LINE__);
        DECODES("", charset, "");
        DECODES("OK 1", charset, "OK 1");
        DECODES("a\0b", charset, "a\0b");
    }
    DECODES("\xcf\xf0\xe8\xe2\xe5\xf2 \xb8", SMSC_CHARSET_WINDOWS1251, "Привет ё");
    DECODES("\x88\x98\xff", SMSC_CHARSET_WINDOWS1251, "€\xc2\x98я");
    DECODES("\xf0\xd2\xc9\xd7\xc5\xd4 \xa3", SMSC_CHARSET_KOI8_R, "Привет ё");
    DECODES("Привет 👋", SMSC_CHARSET_UTF8, "Привет 👋");
}

/* Like the WHATWG decoder: one U+FFFD for each incomplete character, as long as possible, and for
 * each byte that starts no character (R50). */
static void wrong_utf8(void)
{
#define FFFD "\xef\xbf\xbd"
    DECODES("a\xff" "b", SMSC_CHARSET_UTF8, "a" FFFD "b");
    DECODES("\xd0", SMSC_CHARSET_UTF8, FFFD);
    DECODES("\xf0\x9f\x91", SMSC_CHARSET_UTF8, FFFD);
    DECODES("\xf0\x9f\x91x", SMSC_CHARSET_UTF8, FFFD "x");
    DECODES("\xe2(\xa1", SMSC_CHARSET_UTF8, FFFD "(" FFFD);
    DECODES("\xc0\xaf", SMSC_CHARSET_UTF8, FFFD FFFD);
    DECODES("\xed\xa0\x80", SMSC_CHARSET_UTF8, FFFD FFFD FFFD);
    DECODES("\xf4\x90\x80\x80", SMSC_CHARSET_UTF8, FFFD FFFD FFFD FFFD);
}

/* Checks the message of a record of fmt 2 or 3, which has escapes. */
static void check_escaped(int32_t format, int32_t charset, smsc_view body, smsc_view wanted, int line)
{
    smsc_query query = query_of(format);
    query.charset = charset;
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    check_number(smsc_reader_begin(&query, body.ptr, body.len, &reader, NULL, NULL), SMSC_RESULT_OK, "the body", __FILE__, line);
    check_number(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_OK, "the record", __FILE__, line);
    check_decoded(record.message, record.encoding, wanted, line);
}

static void escapes(void)
{
#define JSON(text) VIEW("{\"status\": 1, \"message\": \"" text "\"}")
#define XML(text) VIEW("<sms><status>1</status><message>" text "</message></sms>")
    check_escaped(SMSC_FORMAT_JSON, SMSC_CHARSET_UTF8, JSON("\\\"\\\\\\/\\b\\f\\n\\r\\t"), VIEW("\"\\/\b\f\n\r\t"), __LINE__);
    check_escaped(SMSC_FORMAT_JSON, SMSC_CHARSET_UTF8, JSON("\\u0041\\u041f\\u20aC П"), VIEW("AП€ П"), __LINE__);
    check_escaped(SMSC_FORMAT_JSON, SMSC_CHARSET_UTF8, JSON("\\ud83d\\udc4b"), VIEW("👋"), __LINE__);
    check_escaped(SMSC_FORMAT_JSON, SMSC_CHARSET_UTF8, JSON("a\\u0000b"), VIEW("a\0b"), __LINE__);
    /* Half a surrogate pair, before another character and at the end (R28). */
    check_escaped(SMSC_FORMAT_JSON, SMSC_CHARSET_UTF8, JSON("\\ud83dx\\udc4b"), VIEW(FFFD "x" FFFD), __LINE__);
    check_escaped(SMSC_FORMAT_JSON, SMSC_CHARSET_WINDOWS1251, JSON("\xcf\\n\\u20ac\xf2"), VIEW("П\n€т"), __LINE__);
    check_escaped(SMSC_FORMAT_JSON, SMSC_CHARSET_KOI8_R, JSON("\xf0\\u20ac"), VIEW("П€"), __LINE__);
    check_escaped(SMSC_FORMAT_XML, SMSC_CHARSET_UTF8, XML("&lt;b&gt; &amp;amp; &apos;&quot;"), VIEW("<b> &amp; '\""), __LINE__);
    check_escaped(SMSC_FORMAT_XML, SMSC_CHARSET_UTF8, XML("&#1055;&#x41F;&#x1F44B;П"), VIEW("ПП👋П"), __LINE__);
    check_escaped(SMSC_FORMAT_XML, SMSC_CHARSET_UTF8, XML("a<![CDATA[<b>&amp;]]>c\r\n"), VIEW("a<b>&amp;c\r\n"), __LINE__);
    check_escaped(SMSC_FORMAT_XML, SMSC_CHARSET_WINDOWS1251, XML("\xcf&#8364;\xf2"), VIEW("П€т"), __LINE__);
}

/* The enums of the header, in the order of their members. */
static const struct {
    int32_t table;
    size_t index;
    int32_t code;
    const char *ident;
    const char *en;
} codes[] = {
#include "codes.inc"
};

static void check_name(int32_t table, int32_t code, int32_t lang, const char *wanted, int line)
{
    smsc_view name = {NULL, 0};
    check_number(smsc_code_name(table, code, lang, &name), SMSC_RESULT_OK, "a name", __FILE__, line);
    check_bytes(name.ptr, name.len, wanted, strlen(wanted), "the name", __FILE__, line);
}

static void check_no_name(int32_t table, int32_t code)
{
    smsc_view name = {NULL, 77};
    for (int32_t lang = SMSC_LANG_EN; lang <= SMSC_LANG_FR; lang++) {
        CHECK_NUMBER(smsc_code_name(table, code, lang, &name), SMSC_RESULT_NO_NAME);
        CHECK(name.ptr == NULL && name.len == 77);
    }
}

/* Checks a table with one name for all languages: its numbers start at 0, and no other has a
 * name. */
static void check_words(int32_t table, const char *const *words, size_t count, int32_t lang)
{
    for (size_t i = 0; i < count; i++) {
        if (words[i] == NULL) {
            check_no_name(table, (int32_t)i);
        } else {
            check_name(table, (int32_t)i, lang, words[i], __LINE__);
        }
    }
    check_no_name(table, -1);
    check_no_name(table, (int32_t)count);
}

/* The library lists the codes of the header, and has a name for each of them in every language. */
static void tables(void)
{
    size_t counts[SMSC_TABLE_TYPE + 1] = {0};
    for (size_t i = 0; i < COUNT(codes); i++) {
        int32_t code = 0;
        smsc_view ident = {NULL, 0}, ru = {NULL, 0}, fr = {NULL, 0};
        CHECK_NUMBER(smsc_code_at(codes[i].table, codes[i].index, &code, &ident), SMSC_RESULT_OK);
        CHECK_NUMBER(code, codes[i].code);
        check_bytes(ident.ptr, ident.len, codes[i].ident, strlen(codes[i].ident), "the ident", __FILE__, __LINE__);
        check_name(codes[i].table, codes[i].code, SMSC_LANG_EN, codes[i].en, __LINE__);
        CHECK_NUMBER(smsc_code_name(codes[i].table, codes[i].code, SMSC_LANG_RU, &ru), SMSC_RESULT_OK);
        check_decoded(ru, SMSC_CHARSET_UTF8, ru, __LINE__);
        CHECK(ru.len != 0);
        /* Types have no French name, and the name in another language does not replace it. */
        CHECK_NUMBER(smsc_code_name(codes[i].table, codes[i].code, SMSC_LANG_FR, &fr),
                     codes[i].table == SMSC_TABLE_TYPE ? SMSC_RESULT_NO_NAME : SMSC_RESULT_OK);
        CHECK((fr.len != 0) == (codes[i].table != SMSC_TABLE_TYPE));
        if (fr.len != 0) {
            check_decoded(fr, SMSC_CHARSET_UTF8, fr, __LINE__);
        }
        counts[codes[i].table]++;
    }
    for (int32_t table = SMSC_TABLE_STATUS; table <= SMSC_TABLE_TYPE; table++) {
        int32_t code = 77;
        smsc_view ident = {NULL, 77};
        CHECK(counts[table] != 0);
        CHECK_NUMBER(smsc_code_at(table, counts[table], &code, &ident), SMSC_RESULT_END);
        CHECK_NUMBER(smsc_code_at(table, SIZE_MAX, &code, &ident), SMSC_RESULT_END);
        CHECK(code == 77 && ident.ptr == NULL && ident.len == 77);
        check_no_name(table, -100);
        check_no_name(table, 77);
        check_no_name(table, INT32_MAX);
    }
}

/* Some numbers of the rules, with the vendor's exact wording (R14, R35, R36, R37). */
static void names(void)
{
    check_name(SMSC_TABLE_STATUS, -3, SMSC_LANG_EN, "Message not found", __LINE__);
    check_name(SMSC_TABLE_STATUS, 1, SMSC_LANG_RU, "Доставлено", __LINE__);
    check_name(SMSC_TABLE_STATUS, 20, SMSC_LANG_RU, "Невозможно доставить", __LINE__);
    check_name(SMSC_TABLE_ERR_PHONE, 1, SMSC_LANG_RU, "Абонент не существует", __LINE__);
    check_name(SMSC_TABLE_ERR_PHONE, 6, SMSC_LANG_RU, "Абонент не в сети", __LINE__);
    check_name(SMSC_TABLE_ERR_EMAIL, 1, SMSC_LANG_EN, "No such addressee", __LINE__);
    check_name(SMSC_TABLE_ERR_EMAIL, 2, SMSC_LANG_EN, "Mailbox full", __LINE__);
    check_no_name(SMSC_TABLE_ERR_PHONE, 2);
    check_name(SMSC_TABLE_API_ERROR, 9, SMSC_LANG_EN, "Too many requests", __LINE__);
    check_name(SMSC_TABLE_ERR_PHONE, 6, SMSC_LANG_FR, "Abonné hors ligne", __LINE__);
    check_name(SMSC_TABLE_TYPE, 8, SMSC_LANG_EN, "e-mail", __LINE__);
    check_name(SMSC_TABLE_TYPE, 7, SMSC_LANG_RU, "звонок", __LINE__);
    check_no_name(SMSC_TABLE_TYPE, 9);

    static const char *const fields[] = {
        [SMSC_FIELD_STATUS] = "status", [SMSC_FIELD_LAST_DATE] = "last_date", [SMSC_FIELD_LAST_TIMESTAMP] = "last_timestamp",
        [SMSC_FIELD_FLAG] = "flag", [SMSC_FIELD_ERR] = "err", [SMSC_FIELD_IMSI] = "imsi", [SMSC_FIELD_MSC] = "msc",
        [SMSC_FIELD_MCC] = "mcc", [SMSC_FIELD_MNC] = "mnc", [SMSC_FIELD_CN] = "cn", [SMSC_FIELD_NET] = "net",
        [SMSC_FIELD_RCN] = "rcn", [SMSC_FIELD_RNET] = "rnet", [SMSC_FIELD_SEND_DATE] = "send_date",
        [SMSC_FIELD_SEND_TIMESTAMP] = "send_timestamp", [SMSC_FIELD_PHONE] = "phone", [SMSC_FIELD_MCCMNC] = "mccmnc",
        [SMSC_FIELD_COUNTRY] = "country", [SMSC_FIELD_OPERATOR] = "operator", [SMSC_FIELD_OPERATOR_ORIG] = "operator_orig",
        [SMSC_FIELD_REGION] = "region", [SMSC_FIELD_COST] = "cost", [SMSC_FIELD_SENDER_ID] = "sender_id",
        [SMSC_FIELD_STATUS_NAME] = "status_name", [SMSC_FIELD_MESSAGE] = "message", [SMSC_FIELD_COMMENT] = "comment",
        [SMSC_FIELD_TYPE] = "type", [SMSC_FIELD_SMS_CNT] = "sms_cnt", [SMSC_FIELD_ID] = "id",
        [SMSC_FIELD_INT_ID] = "int_id", [SMSC_FIELD_FORMAT] = "format", [SMSC_FIELD_CRC] = "crc",
        [SMSC_FIELD_ERROR_TEXT] = "error", [SMSC_FIELD_ERROR_CODE] = "error_code",
    };
    static const char *const templates[] = {
        [SMSC_TEMPLATE_SERVICE] = "service", [SMSC_TEMPLATE_TRANSACTIONAL] = "transactional",
        [SMSC_TEMPLATE_AUTHORISATION] = "authorisation", [SMSC_TEMPLATE_ADVERTISING] = "advertising"};
    static const char *const states[] = {[SMSC_STATE_PENDING] = "pending", [SMSC_STATE_DELIVERED] = "delivered",
                                         [SMSC_STATE_FAILED] = "failed", [SMSC_STATE_UNKNOWN] = "unknown"};
    static const char *const causes[] = {
        [SMSC_CAUSE_NONE] = "none",       [SMSC_CAUSE_RECIPIENT] = "recipient", [SMSC_CAUSE_HANDSET] = "handset",
        [SMSC_CAUSE_NETWORK] = "network", [SMSC_CAUSE_CONTENT] = "content",     [SMSC_CAUSE_SENDER] = "sender",
        [SMSC_CAUSE_ACCOUNT] = "account", [SMSC_CAUSE_REQUEST] = "request",     [SMSC_CAUSE_SERVICE] = "service"};
    static const char *const retries[] = {
        [SMSC_RETRY_NO] = "no", [SMSC_RETRY_LATER] = "later", [SMSC_RETRY_AFTER_FIX] = "after_fix"};
    static const char *const channels[] = {[SMSC_CHANNEL_NONE] = NULL,
                                           [SMSC_CHANNEL_PHONE] = "phone",
                                           [SMSC_CHANNEL_EMAIL] = "email",
                                           [SMSC_CHANNEL_VIBER] = "viber",
                                           [SMSC_CHANNEL_SOCIAL] = "social"};
    for (int32_t lang = SMSC_LANG_EN; lang <= SMSC_LANG_FR; lang++) {
        check_words(SMSC_TABLE_CHANNEL, channels, COUNT(channels), lang);
        check_words(SMSC_TABLE_STATE, states, COUNT(states), lang);
        check_words(SMSC_TABLE_CAUSE, causes, COUNT(causes), lang);
        check_words(SMSC_TABLE_RETRY, retries, COUNT(retries), lang);
        check_words(SMSC_TABLE_TEMPLATE, templates, COUNT(templates), lang);
        for (size_t i = 0; i < COUNT(fields); i++) {
            if (fields[i] != NULL) {
                check_name(SMSC_TABLE_FIELD, (int32_t)i, lang, fields[i], __LINE__);
            }
        }
    }
    check_no_name(SMSC_TABLE_FIELD, -1);
    check_no_name(SMSC_TABLE_FIELD, 32);
    check_no_name(SMSC_TABLE_FIELD, 102);
}

/* The words for notifications and advice, which are the same in every language. */
static void words_of_calls(void)
{
    static const char *const fields[] = {
        "id",   "phone", "status", "time", "ts", "err", "cnt", "cost", "type",   "flag",     "mccmnc", "sender", "imsi",
        "msc",  "mcc",   "mnc",    "cn",   "net", "mes", "to", "sms_id", "waitcall", "md5", "sha1",   "crc32"};
    static const char *const kinds[] = {[SMSC_CALLBACK_KIND_NONE] = NULL,
                                        [SMSC_CALLBACK_KIND_STATUS] = "status",
                                        [SMSC_CALLBACK_KIND_INCOMING] = "incoming",
                                        [SMSC_CALLBACK_KIND_CALL] = "call"};
    static const char *const algorithms[] = {
        [SMSC_CALLBACK_ALGORITHM_NONE] = NULL, [SMSC_CALLBACK_ALGORITHM_MD5] = "md5", [SMSC_CALLBACK_ALGORITHM_SHA1] = "sha1"};
    static const char *const errors[] = {
        "empty",    "syntax",        "not_flat",     "not_in_charset", "repeated", "not_a_notification", "several_kinds", "field",
        "empty_secret", "no_signature", "crc32", "missing", "colon", "other_kind", "signature_form", "wrong_signature"};
    static const char *const calls[] = {"status",  "status_batch", "delete",   "send",     "price",
                                        "balance", "history",      "operator", "wait_call"};
    static const char *const failures_of_requests[] = {"unreachable", "tls",         "invalid", "unanswered",
                                                       "not_a_reply", "http_status", "rejected"};
    static const char *const advice[] = {"retry", "ask_status", "stop", "stop_every_call"};
    static const char *const reasons[] = {NULL,       "invalid",       "tls",              "http_status", "rejected",
                                          "tries_used_up", "may_have_arrived", "blocked",     "credentials"};
    static const char *const of_sending[] = {"accepted", "ask_again", "send_again", "unknown"};
    for (int32_t lang = SMSC_LANG_EN; lang <= SMSC_LANG_FR; lang++) {
        check_words(SMSC_TABLE_CALLBACK_FIELD, fields, COUNT(fields), lang);
        check_words(SMSC_TABLE_CALLBACK_KIND, kinds, COUNT(kinds), lang);
        check_words(SMSC_TABLE_CALLBACK_ALGORITHM, algorithms, COUNT(algorithms), lang);
        check_words(SMSC_TABLE_RETRY_CALL, calls, COUNT(calls), lang);
        check_words(SMSC_TABLE_FAILURE, failures_of_requests, COUNT(failures_of_requests), lang);
        check_words(SMSC_TABLE_ADVICE, advice, COUNT(advice), lang);
        check_words(SMSC_TABLE_ADVICE_REASON, reasons, COUNT(reasons), lang);
        check_words(SMSC_TABLE_SEND_ADVICE, of_sending, COUNT(of_sending), lang);
        for (size_t i = 0; i < COUNT(errors); i++) {
            check_name(SMSC_TABLE_CALLBACK_ERROR, SMSC_RESULT_CALLBACK_EMPTY + (int32_t)i, lang, errors[i], __LINE__);
        }
    }
    check_no_name(SMSC_TABLE_CALLBACK_ERROR, 0);
    check_no_name(SMSC_TABLE_CALLBACK_ERROR, 499);
    check_no_name(SMSC_TABLE_CALLBACK_ERROR, 516);
    check_no_name(SMSC_TABLE_CALLBACK_ERROR, SMSC_RESULT_CALLBACK_REJECTED);
}

int main(void)
{
    charsets();
    wrong_utf8();
    escapes();
    tables();
    names();
    words_of_calls();
    return failures == 0 ? 0 : 1;
}
