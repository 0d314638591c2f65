/* The options of the functions, and a query of the C library from them. */
#include "php_smsc_proto.h"

/* One value of an option. The first of each list is the default; a NULL name ends the list. */
typedef struct option {
    const char *name;
    int32_t number;
} option;

/* The names that the request has, and then other usual ones. */
static const option CHARSETS[] = {{"windows-1251", SMSC_CHARSET_WINDOWS1251},
    {"koi8-r", SMSC_CHARSET_KOI8_R}, {"utf-8", SMSC_CHARSET_UTF8},
    {"cp1251", SMSC_CHARSET_WINDOWS1251}, {"win-1251", SMSC_CHARSET_WINDOWS1251},
    {"utf8", SMSC_CHARSET_UTF8}, {NULL, 0}};

static const option KINDS[] = {{"auto", SMSC_KIND_AUTO}, {"sms", SMSC_KIND_SMS},
    {"hlr", SMSC_KIND_HLR}, {"email", SMSC_KIND_EMAIL}, {NULL, 0}};

static const option LANGS[] = {
    {"en", SMSC_LANG_EN}, {"ru", SMSC_LANG_RU}, {"fr", SMSC_LANG_FR}, {NULL, 0}};

static const option ENDPOINTS[] = {
    {"status", SMSC_ENDPOINT_STATUS}, {"send", SMSC_ENDPOINT_SEND},
    {"balance", SMSC_ENDPOINT_BALANCE}, {"history", SMSC_ENDPOINT_HISTORY},
    {"info", SMSC_ENDPOINT_INFO}, {"wait_call", SMSC_ENDPOINT_WAIT_CALL}, {NULL, 0}};

static const option CALLBACK_FORMATS[] = {{"form", SMSC_CALLBACK_FORMAT_FORM},
    {"xml", SMSC_CALLBACK_FORMAT_XML}, {"json", SMSC_CALLBACK_FORMAT_JSON}, {NULL, 0}};

/* Numbers of the arguments after the body, for messages. */
enum { ARG_FMT = 2, ARG_ALL, ARG_MULTI, ARG_CHARSET, ARG_KIND, ARG_IDS };

/*
 * Returns the value with this name, in any case. Returns the default if `name` is NULL, and NULL if
 * the list has no such name.
 */
static const option *find(const option *list, const zend_string *name)
{
    if (name == NULL) {
        return list;
    }
    while (list->name != NULL
            && zend_binary_strcasecmp(
                   ZSTR_VAL(name), ZSTR_LEN(name), list->name, strlen(list->name)) != 0) {
        list++;
    }
    return list->name == NULL ? NULL : list;
}

int32_t php_smsc_kind(const zval *name)
{
    const option *kind = Z_TYPE_P(name) == IS_STRING ? find(KINDS, Z_STR_P(name)) : NULL;
    return kind == NULL ? SMSC_KIND_AUTO : kind->number;
}

static bool is_digits(const zval *value)
{
    return strspn(Z_STRVAL_P(value), "0123456789") == Z_STRLEN_P(value);
}

/*
 * Sets `id` to an int if `value` is one or a string of digits, or to a string. Returns false if
 * `value` is neither. The C library checks the rest.
 */
static bool parse_id(const zval *value, zval *id)
{
    if (value == NULL || (Z_TYPE_P(value) != IS_LONG && Z_TYPE_P(value) != IS_STRING)) {
        return false;
    }
    zend_long number = 0;
    /* PHP's numbers may also have a sign, and white space around them. */
    if (Z_TYPE_P(value) == IS_STRING && is_digits(value)
            && is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), &number, NULL, false)
                == IS_LONG) {
        ZVAL_LONG(id, number);
    } else {
        ZVAL_COPY_VALUE(id, value);
    }
    return true;
}

/* Sets a pair of the C library. Returns false if the id or the phone is invalid. */
static bool set_pair(smsc_requested *pair, const zval *id, const zend_string *phone)
{
    if (Z_TYPE_P(id) == IS_STRING) {
        return smsc_requested_set_text(pair, Z_STRVAL_P(id), Z_STRLEN_P(id), ZSTR_VAL(phone),
                   ZSTR_LEN(phone))
            == SMSC_RESULT_OK;
    }
    const zend_long number = Z_LVAL_P(id);
    return number >= 0 && number <= UINT32_MAX
        && smsc_requested_set(pair, (uint32_t)number, ZSTR_VAL(phone), ZSTR_LEN(phone))
            == SMSC_RESULT_OK;
}

/* Returns a string that the caller releases, or NULL if `value` is neither a string nor an int. */
static zend_string *parse_phone(const zval *value)
{
    if (value != NULL && Z_TYPE_P(value) == IS_STRING) {
        return zend_string_copy(Z_STR_P(value));
    }
    return value != NULL && Z_TYPE_P(value) == IS_LONG ? zend_long_to_str(Z_LVAL_P(value)) : NULL;
}

static const zval *element(HashTable *row, const char *name, zend_ulong index)
{
    const zval *value = name == NULL ? zend_hash_index_find(row, index)
                                     : zend_hash_str_find_ind(row, name, strlen(name));
    if (value != NULL) {
        ZVAL_DEREF(value);
    }
    return value;
}

static bool is_row(const zval *entry)
{
    return Z_TYPE_P(entry) == IS_ARRAY || Z_TYPE_P(entry) == IS_OBJECT;
}

/*
 * Sets `id` and `phone` to the elements of a row: those with these names if it has one of them (a
 * row of a database may have both names and indexes), else the first two. Each becomes NULL if
 * there is no such element.
 */
static void find_in_row(zval *row, const zval **id, const zval **phone)
{
    /* Of an object, this table has the names of public properties only: others are mangled. */
    HashTable *table = Z_TYPE_P(row) == IS_ARRAY ? Z_ARRVAL_P(row) : Z_OBJPROP_P(row);
    *id = element(table, "id", 0);
    *phone = element(table, "phone", 0);
    if (*id == NULL && *phone == NULL && Z_TYPE_P(row) == IS_ARRAY) {
        *id = element(table, NULL, 0);
        *phone = element(table, NULL, 1);
    }
}

/*
 * Adds a pair: from a row, or from the key and the value of a map if `entry` is no row. Returns
 * false if the id or the phone is missing or invalid.
 */
static bool add_requested(php_smsc_query *query, zend_ulong index, zend_string *key, zval *entry)
{
    zval key_value, id;
    const zval *given_id = &key_value, *given_phone = entry;
    if (is_row(entry)) {
        find_in_row(entry, &given_id, &given_phone);
    } else if (key != NULL) {
        ZVAL_STR(&key_value, key);
    } else {
        ZVAL_LONG(&key_value, (zend_long)index);
    }
    if (!parse_id(given_id, &id)) {
        return false;
    }
    zend_string *phone = parse_phone(given_phone);
    if (phone == NULL) {
        return false;
    }
    if (!set_pair(&query->c_requested[query->count], &id, phone)) {
        zend_string_release(phone);
        return false;
    }
    Z_TRY_ADDREF(id);
    query->requested[query->count++] = (php_smsc_requested) {id, phone};
    return true;
}

/* Throws a Smsc\OptionError about an argument, and returns false. */
static bool throw_option_error(uint32_t argument, const char *expected)
{
    zend_argument_error(php_smsc_option_error_ce, argument, "%s", expected);
    return false;
}

/* Adds an index, whose tables are built when a reply is not in the order of the pairs. */
static void add_index(php_smsc_query *query)
{
    size_t len;
    smsc_requested_index_get_room(query->count, &len);
    query->index = safe_emalloc(len, sizeof *query->index->room, sizeof *query->index);
    smsc_requested_index_begin(
        query->c_requested, query->count, query->index->room, len, &query->index->c);
    query->c.index = &query->index->c;
}

/* Throws a Smsc\OptionError about the entry at this index, unless reading the entry has thrown. */
static void throw_ids_error(size_t index)
{
    if (!EG(exception)) {
        zend_argument_error(php_smsc_option_error_ce, ARG_IDS,
            "must be a list of [id, phone] pairs or of rows with \"id\" and \"phone\", or an array "
            "of phones by id; ids from 1 to 2147483647 or texts of at most 40 letters, digits, "
            "dots, \"-\" and \"_\", phones in UTF-8 that are not empty; the entry at index %zu is "
            "invalid",
            index);
    }
}

bool php_smsc_add_all_requested(php_smsc_query *query, HashTable *ids)
{
    const uint32_t len = zend_hash_num_elements(ids);
    if (len == 0) {
        return throw_option_error(ARG_IDS, "must not be empty; pass null if the pairs are unknown");
    }
    query->requested = safe_emalloc(len, sizeof *query->requested, 0);
    query->c_requested = safe_emalloc(len, sizeof *query->c_requested, 0);
    zend_ulong index;
    zend_string *key;
    zval *entry;
    bool has_rows = false;
    ZEND_HASH_FOREACH_KEY_VAL(ids, index, key, entry) {
        ZVAL_DEREF(entry);
        if (query->count == 0) {
            has_rows = is_row(entry);
        }
        /* A mixture is an error, not a guess. */
        if (is_row(entry) != has_rows || !add_requested(query, index, key, entry)) {
            /* The message has the index and not the key, because a key could be a phone. */
            throw_ids_error(query->count);
            php_smsc_query_destroy(query);
            return false;
        }
    } ZEND_HASH_FOREACH_END();
    query->c.requested = query->c_requested;
    query->c.requested_len = query->count;
    add_index(query);
    return true;
}

bool php_smsc_lang(const zend_string *name, uint32_t argument, int32_t *lang)
{
    const option *found = find(LANGS, name);
    if (found == NULL) {
        return throw_option_error(argument, "must be \"en\", \"ru\" or \"fr\"");
    }
    *lang = found->number;
    return true;
}

/* Sets `number` to that of the value with this name. Returns false if there is none. */
static bool find_number(const option *list, const zend_string *name, int32_t *number)
{
    const option *found = find(list, name);
    if (found != NULL) {
        *number = found->number;
    }
    return found != NULL;
}

bool php_smsc_find_endpoint(const zend_string *name, int32_t *endpoint)
{
    return find_number(ENDPOINTS, name, endpoint);
}

bool php_smsc_endpoint(const zend_string *name, uint32_t argument, int32_t *endpoint)
{
    return php_smsc_find_endpoint(name, endpoint)
        || throw_option_error(argument,
            "must be \"status\", \"send\", \"balance\", \"history\", \"info\" or \"wait_call\"");
}

bool php_smsc_charset(const zend_string *name, uint32_t argument, int32_t *charset)
{
    return find_number(CHARSETS, name, charset)
        || throw_option_error(argument, "must be \"windows-1251\", \"koi8-r\" or \"utf-8\"");
}

bool php_smsc_callback_format(const zend_string *name, uint32_t argument, int32_t *format)
{
    return find_number(CALLBACK_FORMATS, name, format)
        || throw_option_error(argument, "must be \"form\", \"xml\" or \"json\"");
}

bool php_smsc_up_to_3(zend_long number, uint32_t argument, int32_t *target)
{
    if (number < 0 || number > 3) {
        return throw_option_error(argument, "must be 0, 1, 2 or 3");
    }
    *target = (int32_t)number;
    return true;
}

bool php_smsc_named_kind(const zend_string *name, uint32_t argument, int32_t *kind)
{
    const option *found = find(KINDS, name);
    if (found == NULL) {
        return throw_option_error(
            argument, "must be \"auto\", \"sms\", \"hlr\" or \"email\"");
    }
    *kind = found->number;
    return true;
}

zend_string *php_smsc_kind_name(int32_t kind)
{
    const char *name = KINDS[0].name;
    for (const option *known = KINDS; known->name != NULL; known++) {
        name = known->number == kind ? known->name : name;
    }
    return zend_string_init(name, strlen(name), false);
}

bool php_smsc_query_init(php_smsc_query *query, const php_smsc_options *options)
{
    int32_t format = SMSC_FORMAT_VALUES, charset = SMSC_CHARSET_WINDOWS1251, kind = SMSC_KIND_AUTO;
    if (!php_smsc_up_to_3(options->fmt, ARG_FMT, &format)) {
        return false;
    }
    if (options->all < 0 || options->all > 2) {
        return throw_option_error(ARG_ALL, "must be 0, 1 or 2");
    }
    if (!php_smsc_charset(options->charset, ARG_CHARSET, &charset)
            || !php_smsc_named_kind(options->kind, ARG_KIND, &kind)) {
        return false;
    }
    *query = (php_smsc_query) {
        .c = {
            .size = sizeof query->c,
            .format = format,
            .all = (int32_t)options->all,
            .batch = options->multi,
            .charset = charset,
            .kind = kind,
        },
    };
    if (options->ids != NULL && !php_smsc_add_all_requested(query, options->ids)) {
        return false;
    }
    query->kind = php_smsc_kind_name(kind);
    return true;
}

void php_smsc_query_destroy(php_smsc_query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        zval_ptr_dtor(&query->requested[i].id);
        zend_string_release(query->requested[i].phone);
    }
    if (query->requested != NULL) {
        efree(query->requested);
        efree(query->c_requested);
    }
    if (query->index != NULL) {
        efree(query->index);
    }
    if (query->kind != NULL) {
        zend_string_release(query->kind);
    }
    *query = (php_smsc_query) {0};
}
