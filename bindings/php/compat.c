/* What the vendor's get_status() returns, from the same raw body. */
#include "php_smsc_proto.h"

/* Where the fields of a body begin (R50). */
static const char *behind_mark(const char *body, size_t len)
{
    static const char MARK[] = {'\xEF', '\xBB', '\xBF'};
    return len >= sizeof MARK && memcmp(body, MARK, sizeof MARK) == 0 ? body + sizeof MARK : body;
}

static void add(zval *row, const char *start, const char *end)
{
    zval value;
    ZVAL_STRINGL_FAST(&value, start, end - start);
    zend_hash_next_index_insert_new(Z_ARRVAL_P(row), &value);
}

static const char *find(const char *start, const char *end, char sought)
{
    const char *found = start == end ? NULL : memchr(start, sought, end - start);
    return found == NULL ? end : found;
}

/* The end without the line end that stands in front of it, if one does. A carriage return alone is none, and may be a text's last byte. */
static const char *line_end(const char *start, const char *end)
{
    if (end == start || end[-1] != '\n') {
        return end;
    }
    end--;
    return end - (end > start && end[-1] == '\r');
}

/* As the vendor's does it: every comma parts two fields. */
static void split(zval *row, const char *start, const char *end)
{
    array_init(row);
    for (const char *comma; (comma = find(start, end, ',')) != end && !PHP_SMSC_HAS_TO_END(); start = comma + 1) {
        add(row, start, comma);
    }
    add(row, start, end);
}

/* A number, which the page shows with a space in front of it in some places (R24). */
static void add_trimmed(zval *row, const char *start, const char *end)
{
    while (start < end && *start == ' ') {
        start++;
    }
    while (start < end && end[-1] == ' ') {
        end--;
    }
    add(row, start, end);
}

/* The text that begins first, from a place on. */
static smsc_view text_from(const smsc_record *record, const char *from)
{
    smsc_view first = {NULL, 0};
#define EARLIER(field, member) \
    if (record->member.ptr >= from && (first.ptr == NULL || record->member.ptr < first.ptr)) { \
        first = record->member; \
    }
    PHP_SMSC_TEXTS(EARLIER)
#undef EARLIER
    return first;
}

/* The texts of a record point into its line. So whatever comma is not in one of them parts two fields, and nothing of the line's layout has to be known here. */
static void add_fields(zval *row, const smsc_record *record, const char *start, const char *end)
{
    array_init(row);
    for (;;) {
        const smsc_view text = text_from(record, start);
        const char *comma = find(start, end, ',');
        if (text.ptr != NULL && text.ptr <= comma) {
            add(row, text.ptr, text.ptr + text.len);
            comma = find(text.ptr + text.len, end, ',');
        } else {
            add_trimmed(row, start, comma);
        }
        /* An older layout ends sooner (R23); the id has its place all the same. */
        if (text.ptr != NULL && text.ptr == record->message.ptr && !record->is_hlr) {
            if (record->comment.ptr == NULL) {
                add(row, end, end);
            }
            if (record->type == -1) {
                add(row, end, end);
            }
        }
        if (comma == end || PHP_SMSC_HAS_TO_END()) {
            return;
        }
        start = comma + 1;
    }
}

static void warn(const smsc_error *error)
{
    zval message;
    php_smsc_error_message(&message, error);
    php_error_docref(NULL, E_WARNING, "%s", Z_STRVAL(message));
    zval_ptr_dtor(&message);
}

static void single(zval *row, const smsc_query *query, const char *body, size_t len)
{
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    smsc_error error = {.size = sizeof error};
    int32_t result = smsc_reader_begin(query, body, len, &reader, NULL, &error);
    if (result == SMSC_RESULT_OK) {
        result = smsc_reader_next(&reader, &record, &error);
    }
    const char *start = behind_mark(body, len);
    const char *end = line_end(start, body + len);
    if (result == SMSC_RESULT_OK) {
        add_fields(row, &record, start, end);
        return;
    }
    split(row, start, end);
    if (result >= SMSC_RESULT_NOT_A_REPLY) {
        warn(&error);
    }
}

static void rows_of_lines(zval *rows, const char *start, const char *end)
{
    while (start < end && !PHP_SMSC_HAS_TO_END()) {
        const char *newline = find(start, end, '\n');
        const char *next = newline == end ? end : newline + 1;
        zval row;
        split(&row, start, line_end(start, next));
        zend_hash_next_index_insert_new(Z_ARRVAL_P(rows), &row);
        start = next;
    }
}

static void batch(zval *rows, const smsc_query *query, const char *body, size_t len)
{
    const char *const end = body + len;
    const char *start = behind_mark(body, len);
    smsc_chunk_reader chunks;
    smsc_record record = {.size = sizeof record};
    smsc_error error = {.size = sizeof error};
    int32_t result = smsc_chunk_reader_begin(query, 0, &chunks, NULL);
    array_init(rows);
    /* All of the body is the window; so each step says where a record ends. */
    while ((result == SMSC_RESULT_OK || result >= SMSC_RESULT_NOT_A_REPLY) && !PHP_SMSC_HAS_TO_END()) {
        size_t used = 0;
        result = smsc_chunk_reader_next(&chunks, body, end - body, 1, &used, &record, NULL, &error);
        body += used;
        if (result == SMSC_RESULT_OK) {
            zval row;
            add_fields(&row, &record, start, line_end(start, body));
            zend_hash_next_index_insert_new(Z_ARRVAL_P(rows), &row);
        } else if (result == SMSC_RESULT_REFUSED) {
            zend_array_destroy(Z_ARR_P(rows));
            split(rows, start, line_end(start, end));
        } else if (result != SMSC_RESULT_END) {
            rows_of_lines(rows, start, php_smsc_is_no_reply(result) ? end : body);
            if (result >= SMSC_RESULT_NOT_A_REPLY) {
                warn(&error);
            }
        }
        start = MAX(start, body);
    }
}

/* For a reply that did not come the vendor's has a stand-in of its own. The warning is of what is there. */
static void nothing(zval *result, const smsc_query *query)
{
    static const char STAND_IN[] = {','};
    const char *const end = STAND_IN + sizeof STAND_IN;
    if (query->batch) {
        array_init(result);
        rows_of_lines(result, STAND_IN, end);
    } else {
        split(result, STAND_IN, end);
    }
    smsc_reader reader;
    smsc_error error = {.size = sizeof error};
    if (smsc_reader_begin(query, "", 0, &reader, NULL, &error) >= SMSC_RESULT_NOT_A_REPLY) {
        warn(&error);
    }
}

PHP_FUNCTION(smsc_get_status_compat)
{
    zend_string *given;
    zend_long all;
    zend_string *ids;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(given)
        Z_PARAM_LONG(all)
        Z_PARAM_STR(ids)
    ZEND_PARSE_PARAMETERS_END();
    if (all < 0 || all > 2) {
        zend_argument_error(php_smsc_option_error_ce, 2, "must be 0, 1 or 2");
        RETURN_THROWS();
    }
    /* With fmt 1 no escapes, and with fields as bytes no charset. */
    const smsc_query query = {
        .size = sizeof query,
        .format = SMSC_FORMAT_VALUES,
        .all = (int32_t)all,
        .batch = memchr(ZSTR_VAL(ids), ',', ZSTR_LEN(ids)) != NULL,
    };
    if (ZSTR_LEN(given) == 0) {
        nothing(return_value, &query);
    } else if (query.batch) {
        batch(return_value, &query, ZSTR_VAL(given), ZSTR_LEN(given));
    } else {
        single(return_value, &query, ZSTR_VAL(given), ZSTR_LEN(given));
    }
}
