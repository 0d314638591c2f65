/* Declarations for the parts of cases.c. */
#ifndef CASES_H
#define CASES_H

#include "check.h"

#define MAX_REQUESTED 64

/* The request of a case. */
struct question {
    smsc_query query;
    size_t count;
    smsc_requested requested[MAX_REQUESTED];
    smsc_requested_index index;
    uint32_t room[9 * MAX_REQUESTED + 12];
    const char *ids[MAX_REQUESTED];
    size_t id_lens[MAX_REQUESTED];
    const char *phones[MAX_REQUESTED];
    size_t phone_lens[MAX_REQUESTED];
};

/* Returns whether an id is a number. */
static inline int is_number(const char *id, size_t len)
{
    return strspn(id, "0123456789") >= len;
}

/* Returns a line without its line end, in memory that the caller frees; NULL after the last
 * line. */
static inline char *read_line(void)
{
    size_t len = 0, capacity = 256;
    char *line = allocate(capacity);
    int next = 0;
    while ((next = getchar()) != EOF && next != '\n') {
        if (len + 1 == capacity) {
            char *longer = realloc(line, capacity *= 2);
            if (longer == NULL) {
                exit(2);
            }
            line = longer;
        }
        line[len++] = (char)next;
    }
    line[len] = '\0';
    if (next == EOF && len == 0) {
        free(line);
        return NULL;
    }
    return line;
}

/* Decodes the hex digits at the start of a text. Returns memory of exactly the length of the bytes,
 * which the caller frees. */
static inline char *unhex(const char *hex, size_t *len)
{
    *len = strspn(hex, "0123456789abcdef") / 2;
    char *bytes = allocate(*len);
    for (size_t i = 0; i < *len; i++) {
        const char digits[] = {hex[2 * i], hex[2 * i + 1], '\0'};
        bytes[i] = (char)strtoul(digits, NULL, 16);
    }
    return bytes;
}

/* Prints a text in UTF-8 as a JSON string. */
static inline void print_utf8(const char *text, size_t len)
{
    putchar('"');
    for (size_t i = 0; i < len; i++) {
        const unsigned char next = (unsigned char)text[i];
        if (next == '"' || next == '\\') {
            printf("\\%c", next);
        } else if (next < ' ') {
            printf("\\u%04x", next);
        } else {
            putchar(next);
        }
    }
    putchar('"');
}

/* Prints a text of a reply, decoded into memory of exactly its length. */
static inline void print_text(smsc_view text, uint32_t encoding)
{
    size_t needed = 0, len = 0;
    CHECK_NUMBER(smsc_text_decode(text, encoding, NULL, 0, &needed), SMSC_RESULT_BUFFER);
    char *buf = allocate(needed + 1);
    CHECK_NUMBER(smsc_text_decode(text, encoding, buf, needed + 1, &len), SMSC_RESULT_OK);
    CHECK(len == needed && buf[len] == '\0');
    print_utf8(buf, len);
    free(buf);
}

/* The parts of an object of JSON. Absent values are left out: -1, 0 or a NULL view. */
void begin_object(void);
void end_object(void);
void print_key(const char *key);
void print_number(const char *key, int32_t number);
void print_positive(const char *key, uint64_t number);
void print_id(uint32_t id, smsc_view text_id);
void print_text_of(const char *key, smsc_view text, uint32_t encoding);

/* The lines that testdata/README.md describes. */
void print_record(const smsc_record *record, int is_unexpected);
void print_matched(const struct question *question, size_t *next, const smsc_record *record);
void print_missing(const struct question *question, size_t from, size_t to);
void print_api_error(const smsc_api_error *api_error);
void print_malformed(const smsc_error *error, int32_t result);

/* The modes. */
void read_slice(const struct question *question, const char *body, size_t len);
void read_chunks(const struct question *question, const char *body, size_t len, size_t length);
void parse_and_write(const struct question *question, const char *body, size_t len);

#endif
