/* Explains a reply to a request with fmt=1: what happened to the message, and what to do. */
#include <smsc_proto.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    const char *body = "20,1760080219,6";
    const smsc_query query = {.size = sizeof query, .format = SMSC_FORMAT_VALUES};
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    smsc_outcome outcome = {.size = sizeof outcome};
    int32_t result = smsc_reader_begin(&query, body, strlen(body), &reader, NULL, NULL);
    if (result == SMSC_RESULT_OK) {
        result = smsc_reader_next(&reader, &record, NULL);
    }
    if (result == SMSC_RESULT_OK) {
        result = smsc_outcome_lookup_record(&record, query.kind, SMSC_LANG_EN, &outcome);
    }
    if (result != SMSC_RESULT_OK) {
        fprintf(stderr, "%s\n", smsc_result_describe(result));
        return 1;
    }
    printf("%.*s: %.*s\n", (int)outcome.title.len, outcome.title.ptr, (int)outcome.advice.len,
           outcome.advice.ptr);
    return 0;
}
