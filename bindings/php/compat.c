/* smsc_get_status_compat: what the vendor's get_status() returns, from the raw body. */
#include "php_smsc_proto.h"

/* Returns where the fields of a body start: after the byte order mark, if there is one (R50). */
static const char *after_bom(const char *body, size_t len)
{
    static const char BOM[] = {'\xEF', '\xBB', '\xBF'};
    return len >= sizeof BOM && memcmp(body, BOM, sizeof BOM) == 0 ? body + sizeof BOM : body;
}

static void add(zval *row, const char *start, const char *end)
{
    zval value;
    ZVAL_STRINGL_FAST(&value, start, end - start);
    zend_hash_next_index_insert_new(Z_ARRVAL_P(row), &value);
}

/* Returns the first `byte` in the range, or `end` if there is none. */
static const char *find(const char *start, const char *end, char byte)
{
    const char *found = start == end ? NULL : memchr(start, byte, end - start);
    return found == NULL ? end : found;
}

/*
 * Returns the end of a line without its line break, if there is one. A carriage return alone is not
 * a line break, and may be the last byte of a text.
 */
static const char *trim_line_break(const char *start, const char *end)
{
    if (end == start || end[-1] != '\n') {
        return end;
    }
    end--;
    return end - (end > start && end[-1] == '\r');
}

/* Adds the parts between the commas, as the vendor's function does. */
static void add_split(zval *row, const char *start, const char *end)
{
    for (const char *comma;
            (comma = find(start, end, ',')) != end && !PHP_SMSC_MUST_STOP(); start = comma + 1) {
        add(row, start, comma);
    }
    add(row, start, end);
}

/* Adds a number without the spaces that some numbers have around them (R24). */
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

/* Returns the first text of the record that starts at or after `from`, or a NULL view. */
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

/*
 * Splits the line of a parsed record into its fields. The texts of a record point into its line, so
 * each comma outside the texts is a separator. This function needs no knowledge of the layouts.
 */
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
        /*
         * Older layouts lack the comment, or the comment and the type (R23). Empty fields in their
         * place keep the id of a batch at one index for all layouts. If a record has a comment and
         * no type, its type slot is empty (R13a).
         */
        if (text.ptr != NULL && text.ptr == record->message.ptr && !record->is_hlr
                && record->comment.ptr == NULL) {
            add(row, end, end);
            if (record->type == -1) {
                add(row, end, end);
            }
        }
        if (comma == end || PHP_SMSC_MUST_STOP()) {
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

/* Sets `row` to the fields of a single reply. */
static void parse_single(zval *row, const smsc_query *query, const char *body, size_t len)
{
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    smsc_error error = {.size = sizeof error};
    int32_t result = smsc_reader_begin(query, body, len, &reader, NULL, &error);
    if (result == SMSC_RESULT_OK) {
        result = smsc_reader_next(&reader, &record, &error);
    }
    const char *start = after_bom(body, len);
    const char *end = trim_line_break(start, body + len);
    if (result == SMSC_RESULT_OK) {
        add_fields(row, &record, start, end);
        return;
    }
    array_init(row);
    add_split(row, start, end);
    if (result >= SMSC_RESULT_NOT_A_REPLY) {
        warn(&error);
    }
}

/* Adds one row for each line, split at every comma. */
static void add_split_lines(zval *rows, const char *start, const char *end)
{
    while (start < end && !PHP_SMSC_MUST_STOP()) {
        const char *newline = find(start, end, '\n');
        const char *next = newline == end ? end : newline + 1;
        zval row;
        array_init(&row);
        add_split(&row, start, trim_line_break(start, next));
        zend_hash_next_index_insert_new(Z_ARRVAL_P(rows), &row);
        start = next;
    }
}

/*
 * Sets `rows` to the rows of a batch. Warns of the first malformed record, and at the end of the
 * number of the others: one warning for each would write much more than the body into a log.
 */
static void parse_batch(zval *rows, const smsc_query *query, const char *body, size_t len)
{
    const char *const end = body + len;
    const char *start = after_bom(body, len);
    smsc_chunk_reader chunks;
    smsc_record record = {.size = sizeof record};
    smsc_error error = {.size = sizeof error};
    int32_t result = smsc_chunk_reader_begin(query, 0, &chunks, NULL);
    size_t malformed = 0;
    array_init(rows);
    /* A chunk reader and not a plain one, because a chunk reader returns where each record ends. */
    while ((result == SMSC_RESULT_OK || result >= SMSC_RESULT_NOT_A_REPLY)
            && !PHP_SMSC_MUST_STOP()) {
        size_t consumed = 0;
        result = smsc_chunk_reader_next(
            &chunks, body, end - body, 1, &consumed, &record, NULL, &error);
        body += consumed;
        if (result == SMSC_RESULT_OK) {
            zval row;
            add_fields(&row, &record, start, trim_line_break(start, body));
            zend_hash_next_index_insert_new(Z_ARRVAL_P(rows), &row);
        } else if (result == SMSC_RESULT_REFUSED) {
            /* An API error is the whole reply: `rows` is empty, and becomes the only row. */
            add_split(rows, start, trim_line_break(start, end));
        } else if (result != SMSC_RESULT_END) {
            add_split_lines(rows, start, php_smsc_is_no_reply(result) ? end : body);
            if (result >= SMSC_RESULT_NOT_A_REPLY && malformed++ == 0) {
                warn(&error);
            }
        }
        start = MAX(start, body);
    }
    if (malformed > 1 && !PHP_SMSC_MUST_STOP()) {
        php_error_docref(NULL, E_WARNING, "%zu more record%s cannot be parsed", malformed - 1,
            malformed == 2 ? "" : "s");
    }
}

/*
 * Sets `result` for an empty body. If the request fails, the vendor's function continues with the
 * text ",", so the result is that text, split. The warning is about the empty body.
 */
static void parse_empty(zval *result, const smsc_query *query)
{
    static const char FALLBACK[] = {','};
    const char *const end = FALLBACK + sizeof FALLBACK;
    array_init(result);
    if (query->batch) {
        add_split_lines(result, FALLBACK, end);
    } else {
        add_split(result, FALLBACK, end);
    }
    smsc_reader reader;
    smsc_error error = {.size = sizeof error};
    if (smsc_reader_begin(query, "", 0, &reader, NULL, &error) >= SMSC_RESULT_NOT_A_REPLY) {
        warn(&error);
    }
}

PHP_FUNCTION(smsc_get_status_compat)
{
    zend_string *body;
    zend_long all;
    zend_string *ids;
    ZEND_PARSE_PARAMETERS_START(3, 3)
        Z_PARAM_STR(body)
        Z_PARAM_LONG(all)
        Z_PARAM_STR(ids)
    ZEND_PARSE_PARAMETERS_END();
    if (all < 0 || all > 2) {
        zend_argument_error(php_smsc_option_error_ce, 2, "must be 0, 1 or 2");
        RETURN_THROWS();
    }
    /* The charset does not matter: fmt 1 has no escapes, and the fields are returned as bytes. */
    const smsc_query query = {
        .size = sizeof query,
        .format = SMSC_FORMAT_VALUES,
        .all = (int32_t)all,
        .batch = memchr(ZSTR_VAL(ids), ',', ZSTR_LEN(ids)) != NULL,
    };
    if (ZSTR_LEN(body) == 0) {
        parse_empty(return_value, &query);
    } else if (query.batch) {
        parse_batch(return_value, &query, ZSTR_VAL(body), ZSTR_LEN(body));
    } else {
        parse_single(return_value, &query, ZSTR_VAL(body), ZSTR_LEN(body));
    }
}
