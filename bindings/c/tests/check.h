/* Checks for the test programs. A program continues after a failed check; its exit status is then
 * 1. */
#ifndef CHECK_H
#define CHECK_H

#include <smsc_proto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The failed checks of all files of a program. */
__attribute__((weak)) int failures;

static inline void check_that(int holds, const char *what, const char *file, int line)
{
    if (!holds) {
        failures++;
        fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
    }
}

static inline void check_number(long long got, long long wanted, const char *what, const char *file, int line)
{
    if (got != wanted) {
        failures++;
        fprintf(stderr, "%s:%d: %s is %lld instead of %lld\n", file, line, what, got, wanted);
    }
}

static inline void check_bytes(const void *got, size_t len, const char *wanted, size_t wanted_len, const char *what, const char *file,
                               int line)
{
    if (got == NULL || len != wanted_len || memcmp(got, wanted, len) != 0) {
        failures++;
        fprintf(stderr, "%s:%d: %s is `%.*s` instead of `%.*s`\n", file, line, what, got == NULL ? 0 : (int)len,
                got == NULL ? "" : (const char *)got, (int)wanted_len, wanted);
    }
}

#define CHECK(holds) check_that((holds), #holds, __FILE__, __LINE__)
#define CHECK_NUMBER(got, wanted) check_number((long long)(got), (long long)(wanted), #got, __FILE__, __LINE__)
#define CHECK_TEXT(got, wanted) check_bytes((got), strlen(got), (wanted), strlen(wanted), #got, __FILE__, __LINE__)
/* Checks that a view has the bytes of a string literal. */
#define CHECK_VIEW(view, wanted) check_bytes((view).ptr, (view).len, (wanted), sizeof(wanted) - 1, #view, __FILE__, __LINE__)

/* A view of a string literal; it may hold NULs. */
#define VIEW(literal) ((smsc_view){(literal), sizeof(literal) - 1})

/* Returns a query for one message with all=0, in windows-1251. */
static inline smsc_query query_of(int32_t format)
{
    const smsc_query query = {.size = sizeof query, .format = format};
    return query;
}

/* Returns a query for a batch of these pairs. */
static inline smsc_query query_with(const smsc_requested *pairs, size_t count)
{
    smsc_query query = query_of(SMSC_FORMAT_VALUES);
    query.batch = 1;
    query.requested = pairs;
    query.requested_len = count;
    return query;
}

/* Allocates `len` bytes, at least one. A sanitizer finds any access after them. */
static inline void *allocate(size_t len)
{
    void *memory = malloc(len == 0 ? 1 : len);
    if (memory == NULL) {
        fprintf(stderr, "no memory\n");
        exit(2);
    }
    return memory;
}

/* Returns whether a notification is as it has to be after every failure. */
static inline int is_empty(const smsc_callback *callback)
{
    const smsc_view views[] = {callback->phone, callback->mes, callback->to, callback->sms_id, callback->waitcall,
                               callback->record.phone, callback->record.text_id, callback->record.message};
    for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
        if (views[i].ptr != NULL || views[i].len != 0) {
            return 0;
        }
    }
    return callback->kind == SMSC_CALLBACK_KIND_NONE && callback->is_verified == 0 && callback->covered == 0 &&
           callback->algorithm == SMSC_CALLBACK_ALGORITHM_NONE && callback->ts == 0 && callback->record.id == 0 &&
           callback->record.status == INT32_MIN && callback->record.err == -1 && callback->size == sizeof *callback;
}

#endif
