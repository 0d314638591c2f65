/*
 * Changes verified notifications bit by bit: every bit of each field that the signature covers, and of
 * each signature. No changed notification may be accepted.
 *
 *     flips <CASES
 *
 * A case is a line `fields …` that callbacks.c describes. The output for each case is the number of
 * changed bits, and a line with a `.`.
 */
#include "callbacks.h"

static int has_name(const smsc_form_field *field, smsc_view name)
{
    return field->name.len == name.len && memcmp(field->name.ptr, name.ptr, name.len) == 0;
}

/* Returns whether a field is a signature, or one that the signature covers. */
static int is_protected(const smsc_callback *callback, const smsc_form_field *field)
{
    for (int32_t number = 0; number <= SMSC_CALLBACK_FIELD_CRC32; number++) {
        smsc_view name = {NULL, 0};
        CHECK_NUMBER(smsc_code_name(SMSC_TABLE_CALLBACK_FIELD, number, SMSC_LANG_EN, &name), SMSC_RESULT_OK);
        if (has_name(field, name)) {
            return number == SMSC_CALLBACK_FIELD_MD5 || number == SMSC_CALLBACK_FIELD_SHA1 ||
                   SMSC_CALLBACK_COVERS(*callback, number);
        }
    }
    return 0;
}

/* Checks that a changed notification is rejected, as fields and as a body. */
static void check_rejected(const struct notification *n, char *body)
{
    smsc_callback callback = {.size = sizeof callback};
    smsc_callback_error error = {.size = sizeof error};
    const int32_t result =
        smsc_callback_verify_fields(n->fields, n->count, n->charset, n->secret, n->secret_len, &callback, &error);
    CHECK(result >= 500 && result < 600 && result == error.code && is_empty(&callback));
    /* A byte that is a digit, or none of those with a meaning in a form, stays as it is. */
    size_t len = 0;
    for (size_t i = 0; i < n->count; i++) {
        const smsc_view parts[] = {{"&", i != 0}, n->fields[i].name, {"=", 1}, n->fields[i].value};
        for (size_t part = 0; part < sizeof parts / sizeof *parts; part++) {
            for (size_t at = 0; at < parts[part].len; at++) {
                const unsigned char byte = (unsigned char)parts[part].ptr[at];
                const int is_escaped = part == 3 && strchr("&=%+", byte) != NULL;
                len += (size_t)sprintf(body + len, is_escaped ? "%%%02x" : "%c", byte);
            }
        }
    }
    memset(&callback, 0xA5, sizeof callback);
    callback.size = sizeof callback;
    CHECK_NUMBER(smsc_callback_verify(body, len, SMSC_CALLBACK_FORMAT_FORM, n->charset, n->secret, n->secret_len, &callback,
                                      &error),
                 result);
    CHECK(is_empty(&callback));
}

/* Changes every bit of the value of a field, one at a time. Returns their number. */
static unsigned long flip(struct notification *notification, size_t at, char *body)
{
    char *value = notification->texts[2 * at + 1];
    const size_t bits = 8 * notification->fields[at].value.len;
    for (size_t bit = 0; bit < bits; bit++) {
        value[bit / 8] = (char)(value[bit / 8] ^ (1 << bit % 8));
        check_rejected(notification, body);
        value[bit / 8] = (char)(value[bit / 8] ^ (1 << bit % 8));
    }
    return (unsigned long)bits;
}

int main(void)
{
    for (char *line = read_line(); line != NULL; line = read_line()) {
        char *body = allocate(2 * strlen(line) + 1);
        struct notification n = notification_of(line);
        smsc_callback callback = {.size = sizeof callback};
        unsigned long count = 0;
        CHECK_NUMBER(smsc_callback_verify_fields(n.fields, n.count, n.charset, n.secret, n.secret_len, &callback, NULL),
                     SMSC_RESULT_OK);
        for (size_t at = 0; at < n.count; at++) {
            count += is_protected(&callback, &n.fields[at]) ? flip(&n, at, body) : 0;
        }
        /* Another secret, and none. */
        for (size_t len = 0; len < n.secret_len; len++) {
            CHECK(smsc_callback_verify_fields(n.fields, n.count, n.charset, n.secret, len, &callback, NULL) >= 500);
            CHECK(is_empty(&callback));
        }
        printf("%lu\n.\n", count);
        free_notification(&n);
        free(body);
        free(line);
    }
    return failures == 0 ? 0 : 1;
}
