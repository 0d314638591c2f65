/* Prints the id and the status of each record of a batch of fmt 1 on standard input: chunks ALL */
#include <smsc_proto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 4096 };

int main(int argc, char **argv)
{
    const smsc_query query = {.size = sizeof query,
                              .format = SMSC_FORMAT_VALUES,
                              .all = argc == 2 ? atoi(argv[1]) : -1,
                              .batch = 1};
    smsc_chunk_reader reader;
    smsc_record record = {.size = sizeof record};
    size_t size = 0, start = 0, len = 0, consumed = 0;
    int32_t result = smsc_chunk_reader_begin(&query, 0, &reader, &size);
    char *buffer = result == SMSC_RESULT_OK ? malloc(size) : NULL;
    if (buffer == NULL) {
        fprintf(stderr, "usage: chunks ALL <FILE (0, 1 or 2)\n");
        return 2;
    }
    int is_last = 0, failures = 0;
    do {
        result = smsc_chunk_reader_next(&reader, buffer + start, len, is_last, &consumed, &record,
                                        NULL, NULL);
        if (result == SMSC_RESULT_OK) { /* its texts point into the buffer, which moves below */
            if (record.text_id.ptr != NULL) { /* an id may be a text that the client chose */
                printf("%.*s: ", (int)record.text_id.len, record.text_id.ptr);
            } else {
                printf("%lu: ", (unsigned long)record.id);
            }
            printf("%ld\n", (long)record.status);
        } else if (result != SMSC_RESULT_NEED_MORE && result != SMSC_RESULT_END) {
            printf("%s\n", smsc_result_describe(result));
            failures++;
        }
        start += consumed;
        len -= consumed;
        if (result == SMSC_RESULT_NEED_MORE) {
            memmove(buffer, buffer + start, len);
            start = 0;
            len += fread(buffer + len, 1, size - len < CHUNK ? size - len : CHUNK, stdin);
            is_last = feof(stdin) || ferror(stdin);
        }
    } while (result != SMSC_RESULT_END);
    free(buffer);
    return failures == 0 ? 0 : 1;
}
