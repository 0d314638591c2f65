/* Prints the records of a batch of fmt 1, in windows-1251, as a table: status FILE ALL */
#include <smsc_proto.h>
#include <stdio.h>
#include <stdlib.h>

/* Returns the content of a file, in memory that the caller frees; NULL if it cannot be read. */
static char *read_file(const char *name, size_t *len)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL) {
        return NULL;
    }
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    char *body = size < 0 ? NULL : malloc((size_t)size + 1);
    rewind(file);
    if (body != NULL) {
        *len = fread(body, 1, (size_t)size, file);
    }
    fclose(file);
    return body;
}

int main(int argc, char **argv)
{
    size_t len = 0;
    char *body = argc == 3 ? read_file(argv[1], &len) : NULL;
    if (body == NULL) {
        fprintf(stderr, "usage: status FILE ALL (a readable file; 0, 1 or 2)\n");
        return 2;
    }
    const smsc_query query = {
        .size = sizeof query, .format = SMSC_FORMAT_VALUES, .all = atoi(argv[2]), .batch = 1};
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    smsc_error error = {.size = sizeof error};
    int32_t result = smsc_reader_begin(&query, body, len, &reader, NULL, &error);
    if (result != SMSC_RESULT_OK) { /* rejected, deleted, or not a reply */
        fprintf(stderr, "%s\n", smsc_result_describe(result));
        free(body);
        return 1;
    }
    int malformed = 0;
    while ((result = smsc_reader_next(&reader, &record, &error)) == SMSC_RESULT_OK ||
           result >= SMSC_RESULT_NOT_A_REPLY) {
        char text[4096] = "";
        if (result != SMSC_RESULT_OK) { /* this record cannot be parsed; the next one may be fine */
            smsc_error_describe(&error, text, sizeof text, &len);
            printf("malformed: %s\n", text);
            malformed = 1;
            continue;
        }
        smsc_view name = {"", 0};
        smsc_code_name(SMSC_TABLE_STATUS, record.status, SMSC_LANG_EN, &name);
        result = smsc_text_decode(record.message, record.encoding, text, sizeof text, &len);
        if (result == SMSC_RESULT_BUFFER) {
            snprintf(text, sizeof text, "(a text of %lu bytes)", (unsigned long)len);
        }
        if (record.text_id.ptr != NULL) { /* an id may be a text that the client chose */
            printf("%10.*s", (int)record.text_id.len, record.text_id.ptr);
        } else {
            printf("%10lu", (unsigned long)record.id);
        }
        printf(" %4ld  %-22.*s %8.*s %s%s\n", (long)record.status, (int)name.len, name.ptr,
               (int)record.cost.len, record.cost.ptr == NULL ? "" : record.cost.ptr,
               record.is_ambiguous ? "? " : "", text);
    }
    free(body);
    return malformed;
}
