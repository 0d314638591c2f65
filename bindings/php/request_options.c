/* A request of the C library from the arguments of smsc_request. */
#include "php_smsc_proto.h"

/* Numbers of the arguments. Those before ARG_APIKEY are the same as of smsc_parse. */
enum {
    ARG_CALL = 1, ARG_FMT, ARG_ALL, ARG_MULTI, ARG_CHARSET, ARG_KIND, ARG_IDS, ARG_APIKEY,
    ARG_LOGIN, ARG_PSW, ARG_HOST, ARG_PLAIN_HTTP, ARG_PHONES, ARG_EMAILS, ARG_TEXT, ARG_ID,
    ARG_SENDER, ARG_TIME, ARG_VALID, ARG_TRANSLIT, ARG_COST, ARG_ERR, ARG_OP, ARG_START, ARG_END,
    ARG_CNT, ARG_PREV_ID, ARG_HOUR, ARG_AFTER_ID, ARG_TO_PHONE, ARG_PHONE, ARG_CUR, ARG_LAST
};

#define BIT(argument) (UINT64_C(1) << (argument))
/* The arguments of every call. */
#define COMMON \
    (BIT(ARG_CALL) | BIT(ARG_FMT) | BIT(ARG_CHARSET) | BIT(ARG_APIKEY) | BIT(ARG_LOGIN) \
        | BIT(ARG_PSW) | BIT(ARG_HOST) | BIT(ARG_PLAIN_HTTP))

/* A call, and the arguments that it has besides the common ones. */
typedef struct call {
    const char *name;
    int32_t number;
    uint64_t arguments;
} call;

static const call CALLS[] = {
    {"status", SMSC_CALL_STATUS, BIT(ARG_ALL) | BIT(ARG_MULTI) | BIT(ARG_KIND) | BIT(ARG_IDS)},
    {"delete", SMSC_CALL_DELETE, BIT(ARG_MULTI) | BIT(ARG_IDS)},
    {"balance", SMSC_CALL_BALANCE, BIT(ARG_CUR)},
    {"history", SMSC_CALL_HISTORY,
        BIT(ARG_PHONES) | BIT(ARG_EMAILS) | BIT(ARG_START) | BIT(ARG_END) | BIT(ARG_CNT)
            | BIT(ARG_PREV_ID)},
    {"incoming", SMSC_CALL_INCOMING, BIT(ARG_HOUR) | BIT(ARG_AFTER_ID) | BIT(ARG_TO_PHONE)},
    {"statistics", SMSC_CALL_STATISTICS, BIT(ARG_START) | BIT(ARG_END)},
    {"operator", SMSC_CALL_OPERATOR, BIT(ARG_PHONE)},
    {"send", SMSC_CALL_SEND,
        BIT(ARG_KIND) | BIT(ARG_PHONES) | BIT(ARG_TEXT) | BIT(ARG_ID) | BIT(ARG_SENDER)
            | BIT(ARG_TIME) | BIT(ARG_VALID) | BIT(ARG_TRANSLIT) | BIT(ARG_COST) | BIT(ARG_ERR)
            | BIT(ARG_OP)},
};

/* The names of smsc_send_kind, in its order. */
static const char *const SEND_KINDS[] = {"sms", "flash", "push", "hlr", "bin", "ping", "mms",
    "mail", "call", "viber", "soc", "tg", "whatsapp"};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The names of the calls and the kinds are recognised in any case, as those of all options. */
static bool is_name(const zend_string *given, const char *name)
{
    return zend_binary_strcasecmp(ZSTR_VAL(given), ZSTR_LEN(given), name, strlen(name)) == 0;
}

static bool fail(uint32_t argument, const char *expected)
{
    zend_argument_error(php_smsc_option_error_ce, argument, "%s", expected);
    return false;
}

static const call *find_call(const zend_string *name)
{
    for (size_t i = 0; i < COUNT(CALLS); i++) {
        if (is_name(name, CALLS[i].name)) {
            return &CALLS[i];
        }
    }
    fail(ARG_CALL,
        "must be \"status\", \"delete\", \"balance\", \"history\", \"incoming\", \"statistics\", "
        "\"operator\" or \"send\"");
    return NULL;
}

/* Throws if an argument was passed that the call does not have: it would be without effect. */
static bool check_arguments(zend_execute_data *execute_data, const call *call)
{
    for (uint32_t argument = ARG_FMT; argument <= ZEND_NUM_ARGS(); argument++) {
        const zval *value = ZEND_CALL_ARG(execute_data, argument);
        const bool is_given = Z_TYPE_P(value) > IS_FALSE;
        if (is_given && !((COMMON | call->arguments) & BIT(argument))) {
            zend_argument_error(php_smsc_option_error_ce, argument,
                "must not be given, because a request for \"%s\" has no such option", call->name);
            return false;
        }
    }
    return true;
}

static bool set_kind(smsc_request *request, const zend_string *name)
{
    if (name == NULL) {
        return true;
    }
    if (request->call != SMSC_CALL_SEND) {
        return php_smsc_named_kind(name, ARG_KIND, &request->kind);
    }
    for (size_t i = 0; i < COUNT(SEND_KINDS); i++) {
        if (is_name(name, SEND_KINDS[i])) {
            request->send_kind = (int32_t)i;
            return true;
        }
    }
    return fail(ARG_KIND,
        "must be \"sms\", \"flash\", \"push\", \"hlr\", \"bin\", \"ping\", \"mms\", \"mail\", "
        "\"call\", \"viber\", \"soc\", \"tg\" or \"whatsapp\"");
}

/* Sets a number from 0 to `max`, unless it is null. */
static bool set_choice(
    int32_t *target, bool is_null, zend_long number, zend_long max, uint32_t argument)
{
    if (is_null) {
        return true;
    }
    if (number < 0 || number > max) {
        zend_argument_error(php_smsc_option_error_ce, argument, "must be from 0 to " ZEND_LONG_FMT,
            max);
        return false;
    }
    *target = (int32_t)number;
    return true;
}

/* Sets a number whose range the C library checks. -1 would be none for it. */
static void set_number(int32_t *target, bool is_null, zend_long number)
{
    if (!is_null) {
        *target = number >= 0 && number <= INT32_MAX ? (int32_t)number : INT32_MIN;
    }
}

/* Sets an id, which is a number unless `text` is not NULL. 0 would be none for the C library. */
static void set_id(uint32_t *target, smsc_view *text_target, bool is_null, zend_long number,
    const zend_string *text)
{
    if (text != NULL) {
        *text_target = (smsc_view) {ZSTR_VAL(text), ZSTR_LEN(text)};
    } else if (!is_null) {
        *target = number > 0 && number < UINT32_MAX ? (uint32_t)number : UINT32_MAX;
    }
}

static void set_text(smsc_view *target, const zend_string *text)
{
    if (text != NULL) {
        *target = (smsc_view) {ZSTR_VAL(text), ZSTR_LEN(text)};
    }
}

static bool set_date(smsc_date *date, const zend_string *text, uint32_t argument)
{
    if (text == NULL) {
        return true;
    }
    const char *at = ZSTR_VAL(text);
    const bool is_date = ZSTR_LEN(text) == 10 && strspn(at, "0123456789") == 2 && at[2] == '.'
        && strspn(at + 3, "0123456789") == 2 && at[5] == '.' && strspn(at + 6, "0123456789") == 4;
    if (!is_date) {
        return fail(argument, "must be a day, as DD.MM.YYYY");
    }
    *date = (smsc_date) {atoi(at + 6), atoi(at + 3), atoi(at)};
    /* 00.00.0000 would be none for the C library. */
    date->year = date->year == 0 ? -1 : date->year;
    return true;
}

/* Adds the phones of a list. Throws if an entry is neither a string in UTF-8 nor an int. */
static bool add_phones(php_smsc_request *made, HashTable *list, uint32_t argument)
{
    zval *entry;
    made->c_phones = safe_emalloc(zend_hash_num_elements(list), sizeof *made->c_phones, 0);
    made->phones = safe_emalloc(zend_hash_num_elements(list), sizeof *made->phones, 0);
    ZEND_HASH_FOREACH_VAL(list, entry) {
        ZVAL_DEREF(entry);
        zend_string *phone = NULL;
        if (Z_TYPE_P(entry) == IS_STRING) {
            phone = zend_string_copy(Z_STR_P(entry));
        } else if (Z_TYPE_P(entry) == IS_LONG) {
            phone = zend_long_to_str(Z_LVAL_P(entry));
        }
        if (phone == NULL
                || smsc_phone_set(&made->c_phones[made->phone_count], ZSTR_VAL(phone),
                       ZSTR_LEN(phone))
                    != SMSC_RESULT_OK) {
            if (phone != NULL) {
                zend_string_release(phone);
            }
            /* The message has the index and not the entry, because that is a phone. */
            zend_argument_error(php_smsc_option_error_ce, argument,
                "must be a list of strings in UTF-8 or ints; the entry at index %zu is invalid",
                made->phone_count);
            return false;
        }
        made->phones[made->phone_count++] = phone;
    } ZEND_HASH_FOREACH_END();
    made->c.phones = made->c_phones;
    made->c.phones_len = made->phone_count;
    return true;
}

void php_smsc_request_destroy(php_smsc_request *made)
{
    for (size_t i = 0; i < made->phone_count; i++) {
        zend_string_release(made->phones[i]);
    }
    if (made->phones != NULL) {
        efree(made->phones);
        efree(made->c_phones);
    }
    php_smsc_query_destroy(&made->query);
    *made = (php_smsc_request) {0};
}

bool php_smsc_request_init(zend_execute_data *execute_data, php_smsc_request *made)
{
    zend_string *name, *charset = NULL, *kind = NULL, *apikey = NULL, *login = NULL, *psw = NULL;
    zend_string *host = NULL, *text = NULL, *id_text = NULL, *sender = NULL, *time = NULL;
    zend_string *valid = NULL, *start = NULL, *end = NULL, *after_text = NULL, *to_phone = NULL;
    zend_string *phone = NULL;
    zend_long fmt = 0, all = 0, id = 0, translit = 0, cost = 0, cnt = 0, prev_id = 0, hour = 0;
    zend_long after = 0;
    bool no_fmt = true, no_all = true, no_id = true, no_translit = true, no_cost = true;
    bool no_cnt = true, no_prev_id = true, no_hour = true, no_after = true;
    bool multi = false, plain_http = false, err = false, op = false, cur = false;
    HashTable *ids = NULL, *phones = NULL, *emails = NULL;
    ZEND_PARSE_PARAMETERS_START(1, ARG_LAST - 1)
        Z_PARAM_STR(name)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG_OR_NULL(fmt, no_fmt)
        Z_PARAM_LONG_OR_NULL(all, no_all)
        Z_PARAM_BOOL(multi)
        Z_PARAM_STR(charset)
        Z_PARAM_STR_OR_NULL(kind)
        Z_PARAM_ARRAY_HT_OR_NULL(ids)
        Z_PARAM_STR_OR_NULL(apikey)
        Z_PARAM_STR_OR_NULL(login)
        Z_PARAM_STR_OR_NULL(psw)
        Z_PARAM_STR_OR_NULL(host)
        Z_PARAM_BOOL(plain_http)
        Z_PARAM_ARRAY_HT_OR_NULL(phones)
        Z_PARAM_ARRAY_HT_OR_NULL(emails)
        Z_PARAM_STR_OR_NULL(text)
        Z_PARAM_STR_OR_LONG_OR_NULL(id_text, id, no_id)
        Z_PARAM_STR_OR_NULL(sender)
        Z_PARAM_STR_OR_NULL(time)
        Z_PARAM_STR_OR_NULL(valid)
        Z_PARAM_LONG_OR_NULL(translit, no_translit)
        Z_PARAM_LONG_OR_NULL(cost, no_cost)
        Z_PARAM_BOOL(err)
        Z_PARAM_BOOL(op)
        Z_PARAM_STR_OR_NULL(start)
        Z_PARAM_STR_OR_NULL(end)
        Z_PARAM_LONG_OR_NULL(cnt, no_cnt)
        Z_PARAM_LONG_OR_NULL(prev_id, no_prev_id)
        Z_PARAM_LONG_OR_NULL(hour, no_hour)
        Z_PARAM_STR_OR_LONG_OR_NULL(after_text, after, no_after)
        Z_PARAM_STR_OR_NULL(to_phone)
        Z_PARAM_STR_OR_NULL(phone)
        Z_PARAM_BOOL(cur)
    ZEND_PARSE_PARAMETERS_END_EX(return false);
    *made = (php_smsc_request) {.c = {.size = sizeof made->c}};
    const call *call = find_call(name);
    if (call == NULL || !check_arguments(execute_data, call)) {
        return false;
    }
    smsc_request *c = &made->c;
    smsc_request_init(c, call->number);
    c->batch = multi;
    c->plain_http = plain_http;
    c->err = err;
    c->op = op;
    c->cur = cur;
    c->emails = emails != NULL;
    set_number(&c->cnt, no_cnt, cnt);
    set_number(&c->hour, no_hour, hour);
    c->prev_id = no_prev_id ? -1 : prev_id < 0 ? INT64_MIN : prev_id;
    set_id(&c->id, &c->text_id, no_id, id, id_text);
    set_id(&c->after_id, &c->after_text_id, no_after, after, after_text);
    set_text(&c->apikey, apikey);
    set_text(&c->login, login);
    set_text(&c->psw, psw);
    set_text(&c->host, host);
    set_text(&c->text, text);
    set_text(&c->sender, sender);
    set_text(&c->time, time);
    set_text(&c->valid, valid);
    set_text(&c->to_phone, to_phone);
    set_text(&c->phone, phone);
    if (emails != NULL && phones != NULL) {
        return fail(ARG_EMAILS, "must not be given, because there are phones");
    }
    if (!set_choice(&c->format, no_fmt, fmt, SMSC_FORMAT_JSON, ARG_FMT)
            || !set_choice(&c->all, no_all, all, 2, ARG_ALL)
            || !set_choice(&c->translit, no_translit, translit, 2, ARG_TRANSLIT)
            || !set_choice(&c->cost, no_cost, cost, 3, ARG_COST)
            || (charset != NULL && !php_smsc_charset(charset, ARG_CHARSET, &c->charset))
            || !set_kind(c, kind) || !set_date(&c->start, start, ARG_START)
            || !set_date(&c->end, end, ARG_END)) {
        return false;
    }
    /* The C library says of an empty list that it is one. */
    if (ids != NULL && zend_hash_num_elements(ids) > 0) {
        if (!php_smsc_add_all_requested(&made->query, ids)) {
            return false;
        }
        c->requested = made->query.c_requested;
        c->requested_len = made->query.count;
    }
    HashTable *recipients = emails != NULL ? emails : phones;
    if (recipients != NULL
            && !add_phones(made, recipients, emails != NULL ? ARG_EMAILS : ARG_PHONES)) {
        php_smsc_request_destroy(made);
        return false;
    }
    return true;
}
