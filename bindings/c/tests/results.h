/* Declarations for the parts of results.c. */
#ifndef RESULTS_H
#define RESULTS_H

#include "check.h"

/* The expected fields of an error; fields that are not named are 0. */
struct wanted {
    int32_t code;
    int32_t field;
    int32_t body_kind;
    size_t offset, start, end;
    size_t amount;
    const char *name;
    const char *message;
};

/* Absent values of fields in which 0 is a value. */
#define NO_FIELD (-1)
#define NO_BODY_KIND (-1)

static inline smsc_error no_error(void)
{
    smsc_error error;
    memset(&error, 0xA5, sizeof error);
    error.size = sizeof error;
    return error;
}

/* Notes that a function returned this result. */
void note_result(int32_t result);
void check_result(int32_t result, int32_t wanted, const char *what, const char *file, int line);
void check_error(smsc_error error, const struct wanted *wanted, const char *file, int line);

#define CHECK_RESULT(call, wanted) check_result((call), (wanted), #call, __FILE__, __LINE__)
#define CHECK_ERROR(error, ...) check_error((error), &(const struct wanted){__VA_ARGS__}, __FILE__, __LINE__)

/* A failure that is about no field and no kind of body. */
#define READING(NAME) .code = SMSC_RESULT_##NAME, .body_kind = NO_BODY_KIND

void results_of_writing(void);
void results_of_requesting(void);
void results_of_calls(void);
void results_of_callbacks(void);
void results_of_plans(void);

#endif
