/* The options of the functions that take an array of them. */
#include "php_smsc_proto.h"

/* An array of options while it is read. */
typedef struct options {
    HashTable *table;
    uint32_t argument;
    /* The number of keys that were found. */
    uint32_t found;
} options;

/* Returns the value under a key, or NULL if it is absent or null. */
static const zval *take(options *given, const char *key)
{
    const zval *value = zend_hash_str_find_deref(given->table, key, strlen(key));
    given->found += value != NULL;
    return value == NULL || Z_TYPE_P(value) == IS_NULL ? NULL : value;
}

static bool fail(const options *given, const char *key, const char *expected)
{
    zend_argument_error(php_smsc_option_error_ce, given->argument,
        "must have %s under the key \"%s\"", expected, key);
    return false;
}

/* Sets a number from `min` to 3, unless it is absent. */
static bool take_number(options *given, const char *key, zend_long min, int32_t *number)
{
    const zval *value = take(given, key);
    if (value == NULL) {
        return true;
    }
    if (Z_TYPE_P(value) != IS_LONG || Z_LVAL_P(value) < min || Z_LVAL_P(value) > 3) {
        return fail(given, key, min == 3 ? "3, the only format that is known," : "0, 1, 2 or 3");
    }
    *number = (int32_t)Z_LVAL_P(value);
    return true;
}

static bool take_charset(options *given, int32_t *charset)
{
    const zval *value = take(given, "charset");
    return value == NULL
        || (Z_TYPE_P(value) == IS_STRING && php_smsc_find_charset(Z_STR_P(value), charset))
        || fail(given, "charset", "\"windows-1251\", \"koi8-r\" or \"utf-8\"");
}

/* Throws if the array has other keys: a misspelt option would be without effect. */
static bool check_keys(const options *given, const char *keys)
{
    if (given->found == zend_hash_num_elements(given->table)) {
        return true;
    }
    zend_argument_error(
        php_smsc_option_error_ce, given->argument, "must have no other keys than %s", keys);
    return false;
}

bool php_smsc_reply_options(php_smsc_reply *reply, HashTable *table, uint32_t argument)
{
    options given = {table, argument, 0};
    const bool has_cost = reply->call == SMSC_CALL_SEND;
    const zend_long min = reply->call == SMSC_CALL_INCOMING ? SMSC_FORMAT_JSON : 0;
    reply->format = SMSC_FORMAT_JSON;
    reply->charset = SMSC_CHARSET_UTF8;
    reply->cost = 0;
    return table == NULL
        || (take_number(&given, "fmt", min, &reply->format) && take_charset(&given, &reply->charset)
            && (!has_cost || take_number(&given, "cost", 0, &reply->cost))
            && check_keys(&given,
                has_cost ? "\"fmt\", \"charset\" and \"cost\"" : "\"fmt\" and \"charset\""));
}

/* Sets the format of a notification, unless it is absent. */
static bool take_callback_format(options *given, int32_t *format)
{
    static const struct {
        const char *name;
        int32_t format;
    } FORMATS[] = {{"form", SMSC_CALLBACK_FORMAT_FORM}, {"xml", SMSC_CALLBACK_FORMAT_XML},
        {"json", SMSC_CALLBACK_FORMAT_JSON}};
    const zval *value = take(given, "fmt");
    if (value == NULL) {
        return true;
    }
    for (size_t i = 0; Z_TYPE_P(value) == IS_STRING && i < sizeof FORMATS / sizeof *FORMATS; i++) {
        if (zend_binary_strcasecmp(Z_STRVAL_P(value), Z_STRLEN_P(value), FORMATS[i].name,
                strlen(FORMATS[i].name)) == 0) {
            *format = FORMATS[i].format;
            return true;
        }
    }
    return fail(given, "fmt", "\"form\", \"xml\" or \"json\"");
}

bool php_smsc_callback_options(
    int32_t *format, int32_t *charset, HashTable *table, uint32_t argument)
{
    options given = {table, argument, 0};
    *format = SMSC_CALLBACK_FORMAT_FORM;
    *charset = SMSC_CHARSET_WINDOWS1251;
    return table == NULL
        || (take_callback_format(&given, format) && take_charset(&given, charset)
            && check_keys(&given, "\"fmt\" and \"charset\""));
}
