/* Does what it is told to do wrong, so that the tests know that it would be found: finding none | heap | leak | overflow | read. */
#include "check.h"
#include <limits.h>

int main(int argc, char **argv)
{
    const char *what = argc > 1 ? argv[1] : "";
    volatile int big = INT_MAX;
    volatile size_t len = 8;
    char *volatile memory = take(len);
    if (strcmp(what, "heap") == 0) {
        volatile char *behind = memory + len;
        *behind = 1;
    } else if (strcmp(what, "leak") == 0) {
        memory = NULL;
    } else if (strcmp(what, "overflow") == 0) {
        big = big + 1;
    } else if (strcmp(what, "read") == 0) {
        /* A body that is said to be longer than it is: the library reads behind it. */
        const smsc_query query = query_of(SMSC_FORMAT_VALUES);
        smsc_reader reader;
        smsc_record status = {.size = sizeof status};
        memcpy(memory, "1,1,1000", len);
        failures += smsc_reader_begin(&query, memory, len + 1, &reader, NULL, NULL) != SMSC_RESULT_OK;
        /* What the byte behind it makes of the record is not known. */
        (void)smsc_reader_next(&reader, &status, NULL);
    }
    free(memory);
    return failures;
}
