/* From the arguments of a call to a query of the library. */
#include "php_smsc_proto.h"

typedef struct word {
    const char *name;
    int32_t number;
} word;

static const word CHARSETS[] = {
    {"windows-1251", SMSC_CHARSET_WINDOWS1251}, {"koi8-r", SMSC_CHARSET_KOI8_R}, {"utf-8", SMSC_CHARSET_UTF8}, {NULL, 0}};

static const word KINDS[] = {
    {"auto", SMSC_KIND_AUTO}, {"sms", SMSC_KIND_SMS}, {"hlr", SMSC_KIND_HLR}, {"email", SMSC_KIND_EMAIL}, {NULL, 0}};

static const word LANGS[] = {{"en", SMSC_LANG_EN}, {"ru", SMSC_LANG_RU}, {"fr", SMSC_LANG_FR}, {NULL, 0}};

/* Numbers of the arguments behind the body, for messages. */
enum { ARG_FMT = 2, ARG_ALL, ARG_MULTI, ARG_CHARSET, ARG_KIND, ARG_IDS };

/* The first where nothing was given. */
static const word *find(const word *words, const zend_string *name)
{
    if (name == NULL) {
        return words;
    }
    while (words->name != NULL && !zend_string_equals_cstr(name, words->name, strlen(words->name))) {
        words++;
    }
    return words->name == NULL ? NULL : words;
}

int32_t php_smsc_kind(const zval *name)
{
    const word *kind = Z_TYPE_P(name) == IS_STRING ? find(KINDS, Z_STR_P(name)) : NULL;
    return kind == NULL ? SMSC_KIND_AUTO : kind->number;
}

static bool id_of(const zval *value, uint32_t *id)
{
    zend_long number = 0;
    if (value != NULL && Z_TYPE_P(value) == IS_LONG) {
        number = Z_LVAL_P(value);
    } else if (value == NULL || Z_TYPE_P(value) != IS_STRING
            || is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &number, NULL, false) != IS_LONG) {
        return false;
    }
    *id = (uint32_t)number;
    return number >= 0 && number <= UINT32_MAX;
}

static zend_string *phone_of(const zval *value)
{
    if (value != NULL && Z_TYPE_P(value) == IS_STRING) {
        return zend_string_copy(Z_STR_P(value));
    }
    return value != NULL && Z_TYPE_P(value) == IS_LONG ? zend_long_to_str(Z_LVAL_P(value)) : NULL;
}

static const zval *element(const zval *pair, zend_ulong index)
{
    zval *value = zend_hash_index_find(Z_ARRVAL_P(pair), index);
    if (value != NULL) {
        ZVAL_DEREF(value);
    }
    return value;
}

static bool add_pair(php_smsc_query *query, zval *given)
{
    ZVAL_DEREF(given);
    uint32_t id = 0;
    if (Z_TYPE_P(given) != IS_ARRAY || !id_of(element(given, 0), &id)) {
        return false;
    }
    zend_string *phone = phone_of(element(given, 1));
    if (phone == NULL) {
        return false;
    }
    if (smsc_requested_set(&query->requested[query->count], id, ZSTR_VAL(phone), ZSTR_LEN(phone)) != SMSC_RESULT_OK) {
        zend_string_release(phone);
        return false;
    }
    query->pairs[query->count++] = (php_smsc_pair) {id, phone};
    return true;
}

static bool wrong(uint32_t argument, const char *expected)
{
    zend_argument_error(php_smsc_option_error_ce, argument, "%s", expected);
    return false;
}

static bool add_pairs(php_smsc_query *query, HashTable *ids)
{
    const uint32_t most = zend_hash_num_elements(ids);
    if (most == 0) {
        return wrong(ARG_IDS, "must be a non-empty list of [id, phone] pairs");
    }
    query->pairs = safe_emalloc(most, sizeof *query->pairs, 0);
    query->requested = safe_emalloc(most, sizeof *query->requested, 0);
    zval *given;
    ZEND_HASH_FOREACH_VAL(ids, given) {
        if (!add_pair(query, given)) {
            /* Counted, because a key could be a phone. */
            zend_argument_error(php_smsc_option_error_ce, ARG_IDS,
                "must be a list of [id, phone] pairs, ids from 1 to 2147483647, phones in UTF-8; the entry at index %zu is not one", query->count);
            php_smsc_query_destroy(query);
            return false;
        }
    } ZEND_HASH_FOREACH_END();
    query->c.requested = query->requested;
    query->c.requested_len = query->count;
    return true;
}

bool php_smsc_lang(const zend_string *name, uint32_t argument, int32_t *lang)
{
    const word *found = find(LANGS, name);
    if (found == NULL) {
        return wrong(argument, "must be \"en\", \"ru\" or \"fr\"");
    }
    *lang = found->number;
    return true;
}

bool php_smsc_query_init(php_smsc_query *query, const php_smsc_options *options)
{
    const word *charset = find(CHARSETS, options->charset);
    const word *kind = find(KINDS, options->kind);
    if (options->fmt < SMSC_FORMAT_KEY_VALUE || options->fmt > SMSC_FORMAT_JSON) {
        return wrong(ARG_FMT, "must be 0, 1, 2 or 3");
    }
    if (options->all < 0 || options->all > 2) {
        return wrong(ARG_ALL, "must be 0, 1 or 2");
    }
    if (charset == NULL) {
        return wrong(ARG_CHARSET, "must be \"windows-1251\", \"koi8-r\" or \"utf-8\"");
    }
    if (kind == NULL) {
        return wrong(ARG_KIND, "must be \"auto\", \"sms\", \"hlr\" or \"email\"");
    }
    *query = (php_smsc_query) {
        .c = {
            .size = sizeof query->c,
            .format = (int32_t)options->fmt,
            .all = (int32_t)options->all,
            .batch = options->multi,
            .charset = charset->number,
            .kind = kind->number,
        },
    };
    if (options->ids != NULL && !add_pairs(query, options->ids)) {
        return false;
    }
    query->kind = zend_string_init(kind->name, strlen(kind->name), false);
    return true;
}

void php_smsc_query_destroy(php_smsc_query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        zend_string_release(query->pairs[i].phone);
    }
    if (query->pairs != NULL) {
        efree(query->pairs);
        efree(query->requested);
    }
    if (query->kind != NULL) {
        zend_string_release(query->kind);
    }
    *query = (php_smsc_query) {0};
}
