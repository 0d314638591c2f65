/* Makes a mistake that sanitizers and valgrind must find, to prove that they are on:
 *
 *     finding none | heap | leak | overflow | read
 */
#include "check.h"
#include <limits.h>

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    volatile int big = INT_MAX;
    volatile size_t len = 17;
    char *volatile memory = allocate(len);
    if (strcmp(what, "heap") == 0) {
        volatile char *past_end = memory + len;
        *past_end = 1;
    } else if (strcmp(what, "leak") == 0) {
        memory = NULL;
    } else if (strcmp(what, "overflow") == 0) {
        big = big + 1;
    } else if (strcmp(what, "read") == 0) {
        /* With a length that is too large, the library reads after the end of the body. */
        const smsc_query query = query_of(SMSC_FORMAT_VALUES);
        smsc_reader reader;
        smsc_record record = {.size = sizeof record};
        memcpy(memory, "1,1760080210,1000", len);
        failures += smsc_reader_begin(&query, memory, len + 1, &reader, NULL, NULL) != SMSC_RESULT_OK;
        /* The result depends on the byte after the body. */
        (void)smsc_reader_next(&reader, &record, NULL);
    }
    free(memory);
    return failures;
}
