/* Does what it is told to do wrong, so that the tests know that it would be found: finding none | heap | leak | overflow. */
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
    }
    free(memory);
    return failures;
}
