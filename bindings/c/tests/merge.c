/*
 * Prints what is known of the messages of the cases in testdata/merge:
 *
 *     merge <CASES
 *
 * A case is a line with the number of its reports, and for each report a line `FMT ALL MULTI CHARSET
 * -HEX`. The reports are merged in their order, and backwards: for each order there is a line with the
 * record, or null if it would have two encodings, and a line with the rest. After the output for each
 * case there is a line with a `.`.
 */
#include "cases.h"

#define MAX_REPORTS 8

/* Parses the only record of a reply. Returns its body, which the record refers to, and which the caller
 * frees. */
static char *read_report(smsc_record *record)
{
    char *line = read_line();
    int numbers[4] = {0};
    char *at = line;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers && at != NULL; i++) {
        numbers[i] = (int)strtol(at, &at, 10);
    }
    const smsc_query query = {.size = sizeof query, .format = numbers[0], .all = numbers[1], .batch = numbers[2],
                              .charset = numbers[3]};
    size_t len = 0;
    char *body = unhex(at == NULL ? "" : at + strspn(at, " -"), &len);
    smsc_reader reader;
    smsc_api_error api_error = {.size = sizeof api_error};
    smsc_error error = {.size = sizeof error};
    CHECK_NUMBER(smsc_reader_begin(&query, body, len, &reader, &api_error, &error), SMSC_RESULT_OK);
    record->size = sizeof *record;
    CHECK_NUMBER(smsc_reader_next(&reader, record, &error), SMSC_RESULT_OK);
    free(line);
    return body;
}

static void print_merged(const smsc_record **reports, size_t count)
{
    smsc_record record = {.size = sizeof record};
    smsc_merged merged = {.size = sizeof merged};
    const int32_t result = smsc_merge(reports, count, &record, &merged);
    if (result == SMSC_RESULT_OK) {
        print_record(&record, 0);
        /* The kept reports are enough. */
        smsc_merged again = {.size = sizeof again};
        CHECK_NUMBER(smsc_merge(reports, merged.kept, NULL, &again), SMSC_RESULT_OK);
        CHECK(again.kept == merged.kept && again.is_final == merged.is_final);
        CHECK(again.was_not_found == merged.was_not_found);
    } else {
        CHECK_NUMBER(result, SMSC_RESULT_TWO_ENCODINGS);
        puts("null");
        CHECK_NUMBER(smsc_merge(reports, count, NULL, &merged), SMSC_RESULT_OK);
    }
    begin_object();
    print_number("kept", (int32_t)merged.kept);
    print_number("is_final", merged.is_final);
    print_number("not_found", merged.was_not_found);
    end_object();
    putchar('\n');
}

int main(void)
{
    for (char *line = read_line(); line != NULL; line = read_line()) {
        const size_t count = (size_t)strtoul(line, NULL, 10);
        if (count > MAX_REPORTS) {
            fprintf(stderr, "more than %d reports\n", MAX_REPORTS);
            return 2;
        }
        smsc_record records[MAX_REPORTS];
        char *bodies[MAX_REPORTS];
        const smsc_record *forwards[MAX_REPORTS], *backwards[MAX_REPORTS];
        for (size_t i = 0; i < count; i++) {
            bodies[i] = read_report(&records[i]);
            forwards[i] = backwards[count - 1 - i] = &records[i];
        }
        print_merged(forwards, count);
        print_merged(backwards, count);
        puts(".");
        for (size_t i = 0; i < count; i++) {
            free(bodies[i]);
        }
        free(line);
    }
    return failures == 0 ? 0 : 1;
}
