/*
 * Parses conformance cases as a C program would, and prints the lines that testdata/README.md
 * describes:
 *
 *     cases slice | chunks LENGTH | write <CASES
 *
 * A case is a line `FMT ALL MULTI CHARSET KIND IDS`, with `-` for no ids, and a line with the body
 * in hex. After the output for each case there is a line with a `.`.
 */
#include "cases.h"

static int32_t number_of(const char *name, const char *const *names)
{
    for (int32_t at = 0; names[at] != NULL; at++) {
        if (strcmp(name, names[at]) == 0) {
            return at;
        }
    }
    fprintf(stderr, "%s is unknown\n", name);
    exit(2);
}

/* Sets the pairs of `ID:PHONE,ID:PHONE`; a phone is as typed, and may contain colons and spaces. The
 * pairs refer to the text, which must stay unchanged. */
static void read_requested(struct question *question, char *text)
{
    for (char *at = text; at != NULL && *at != '\0' && strcmp(text, "-") != 0; question->count++) {
        if (question->count == MAX_REQUESTED) {
            fprintf(stderr, "more than %d pairs\n", MAX_REQUESTED);
            exit(2);
        }
        const size_t i = question->count;
        smsc_requested *pair = &question->requested[i];
        const size_t id_len = strcspn(at, ":");
        const char *phone = at + id_len + 1;
        const size_t phone_len = strcspn(phone, ",");
        const int32_t result = is_number(at, id_len)
                                   ? smsc_requested_set(pair, (uint32_t)strtoul(at, NULL, 10), phone, phone_len)
                                   : smsc_requested_set_text(pair, at, id_len, phone, phone_len);
        CHECK_NUMBER(result, SMSC_RESULT_OK);
        question->ids[i] = at;
        question->id_lens[i] = id_len;
        question->phones[i] = phone;
        question->phone_lens[i] = phone_len;
        at = phone[phone_len] == '\0' ? NULL : at + id_len + 1 + phone_len + 1;
    }
    if (question->count != 0) {
        question->query.requested = question->requested;
        question->query.requested_len = question->count;
        CHECK_NUMBER(smsc_requested_index_begin(question->requested, question->count, question->room,
                                                sizeof question->room / sizeof *question->room, &question->index),
                     SMSC_RESULT_OK);
        question->query.index = &question->index;
    }
}

static void read_query(struct question *question, char *line)
{
    static const char *const charsets[] = {
        [SMSC_CHARSET_WINDOWS1251] = "windows-1251", [SMSC_CHARSET_KOI8_R] = "koi8-r", [SMSC_CHARSET_UTF8] = "utf-8", NULL};
    static const char *const kinds[] = {
        [SMSC_KIND_AUTO] = "auto", [SMSC_KIND_SMS] = "sms", [SMSC_KIND_HLR] = "hlr", [SMSC_KIND_EMAIL] = "email", NULL};
    char *words[6];
    for (int i = 0; i < 6; i++) {
        /* The pairs are the rest of the line, because a phone as typed may contain spaces. */
        words[i] = strtok(i == 0 ? line : NULL, i == 5 ? "" : " ");
        if (words[i] == NULL) {
            fprintf(stderr, "a case of less than six words\n");
            exit(2);
        }
    }
    memset(question, 0, sizeof *question);
    question->query.size = sizeof question->query;
    question->query.format = atoi(words[0]);
    question->query.all = atoi(words[1]);
    question->query.batch = atoi(words[2]);
    question->query.charset = number_of(words[3], charsets);
    question->query.kind = number_of(words[4], kinds);
    read_requested(question, words[5]);
}

int main(int argc, char **argv)
{
    const char *mode = argc > 1 ? argv[1] : "";
    const size_t length_of_chunks = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;
    for (char *line = read_line(); line != NULL; line = read_line()) {
        struct question question;
        read_query(&question, line);
        char *hex = read_line();
        size_t len = 0;
        char *body = unhex(hex == NULL ? "" : hex, &len);
        if (strcmp(mode, "slice") == 0) {
            read_slice(&question, body, len);
        } else if (strcmp(mode, "chunks") == 0 && length_of_chunks != 0) {
            read_chunks(&question, body, len, length_of_chunks);
        } else if (strcmp(mode, "write") == 0) {
            parse_and_write(&question, body, len);
        } else {
            fprintf(stderr, "usage: cases slice | chunks LENGTH | write\n");
            return 2;
        }
        puts("\n.");
        free(body);
        free(hex);
        free(line);
    }
    return failures == 0 ? 0 : 1;
}
