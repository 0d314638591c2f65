/* What the parts of cases.c share. */
#ifndef CASES_H
#define CASES_H

#include "check.h"

#define MOST_ASKED 64

/* What was asked of the server. */
struct question {
    smsc_query query;
    size_t count;
    smsc_requested asked[MOST_ASKED];
    uint32_t ids[MOST_ASKED];
    const char *phones[MOST_ASKED];
    size_t phone_lens[MOST_ASKED];
};

/* Prints a text in UTF-8 as JSON has it. */
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

/* Prints a text of a reply, decoded into memory that has just enough room. */
static inline void print_text(smsc_view text, uint32_t encoding)
{
    size_t needed = 0, len = 0;
    CHECK_NUMBER(smsc_text_decode(text, encoding, NULL, 0, &needed), SMSC_RESULT_BUFFER);
    char *buf = take(needed + 1);
    CHECK_NUMBER(smsc_text_decode(text, encoding, buf, needed + 1, &len), SMSC_RESULT_OK);
    CHECK(len == needed && buf[len] == '\0');
    print_utf8(buf, len);
    free(buf);
}

/* The lines of the contract. */
void print_record(const smsc_record *record, int is_unasked);
void print_matched(const struct question *question, size_t *next, const smsc_record *record);
void print_missing(const struct question *question, size_t from, size_t to);
void print_refusal(const smsc_api_error *refusal);
void print_malformed(const smsc_error *error, int32_t result);

/* The modes. */
void read_slice(const struct question *question, const char *body, size_t len);
void read_chunks(const struct question *question, const char *body, size_t len, size_t length);
void write_again(const struct question *question, const char *body, size_t len);

#endif
