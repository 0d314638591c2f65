/* What the parts of results.c share. */
#ifndef RESULTS_H
#define RESULTS_H

#include "check.h"

/* What an error has to say; fields that are not named are 0. */
struct wanted {
    int32_t code;
    int32_t field;
    int32_t looks;
    size_t offset, start, end;
    size_t amount;
    const char *message;
};

/* Nothing of the kind, where 0 would be something. */
#define NO_FIELD (-1)
#define NO_LOOKS (-1)

static inline smsc_error no_error(void)
{
    smsc_error error;
    memset(&error, 0xA5, sizeof error);
    error.size = sizeof error;
    return error;
}

/* Notes that this result came. */
void came(int32_t result);
void check_result(int32_t result, int32_t wanted, const char *what, const char *file, int line);
void check_error(smsc_error error, const struct wanted *wanted, const char *file, int line);

#define CAME(call, wanted) check_result((call), (wanted), #call, __FILE__, __LINE__)
#define CHECK_ERROR(error, ...) check_error((error), &(const struct wanted){__VA_ARGS__}, __FILE__, __LINE__)

void results_of_writing(void);

#endif
