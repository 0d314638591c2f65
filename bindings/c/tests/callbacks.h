/* Push notifications of cases, for callbacks.c and flips.c. */
#ifndef CALLBACKS_H
#define CALLBACKS_H

#include "cases.h"

#define MAX_FIELDS 32

/* A notification, in memory of exactly its length. */
struct notification {
    int is_fields;
    int32_t format, charset;
    char *secret, *body;
    size_t secret_len, len;
    smsc_form_field fields[MAX_FIELDS];
    size_t count;
    char *texts[2 * MAX_FIELDS];
};

/* Decodes a text into memory that the notification owns. */
static inline smsc_view text_after_dash(struct notification *notification, size_t at, const char *word)
{
    size_t len = 0;
    notification->texts[at] = unhex(word + 1, &len);
    return (smsc_view){notification->texts[at], len};
}

/* Parses a line that callbacks.c describes. */
static inline struct notification notification_of(char *line)
{
    struct notification notification = {.is_fields = strncmp(line, "fields", 6) == 0};
    const char *format = strtok(line, " "), *charset = strtok(NULL, " "), *secret = strtok(NULL, " ");
    notification.format = (int32_t)strtol(format, NULL, 10);
    notification.charset = (int32_t)strtol(charset, NULL, 10);
    notification.secret = unhex(secret + 1, &notification.secret_len);
    if (!notification.is_fields) {
        notification.body = unhex(strtok(NULL, " ") + 1, &notification.len);
        return notification;
    }
    for (const char *word = strtok(NULL, " "); word != NULL && notification.count < MAX_FIELDS; word = strtok(NULL, " ")) {
        const size_t at = notification.count++;
        notification.fields[at].name = text_after_dash(&notification, 2 * at, word);
        notification.fields[at].value = text_after_dash(&notification, 2 * at + 1, strchr(word, '=') + 1);
    }
    return notification;
}

/* Verifies a notification, or parses it alone. The body is a copy in `copy`, because it is decoded in
 * place. */
static inline int32_t read_it(const struct notification *notification, int is_to_verify, char *copy, smsc_callback *callback,
                       smsc_callback_error *error)
{
    const struct notification *n = notification;
    if (n->is_fields) {
        return is_to_verify
                   ? smsc_callback_verify_fields(n->fields, n->count, n->charset, n->secret, n->secret_len, callback, error)
                   : smsc_callback_parse_fields(n->fields, n->count, n->charset, callback, error);
    }
    memcpy(copy, n->body, n->len);
    return is_to_verify ? smsc_callback_verify(copy, n->len, n->format, n->charset, n->secret, n->secret_len, callback, error)
                        : smsc_callback_parse(copy, n->len, n->format, n->charset, callback, error);
}

static inline void free_notification(struct notification *notification)
{
    for (size_t i = 0; i < 2 * notification->count; i++) {
        free(notification->texts[i]);
    }
    free(notification->body);
    free(notification->secret);
}

#endif
