/* The lines that testdata/README.md describes: with the keys and types of fmt 3, for each format.
 * Absent values are left out. */
#include "cases.h"

static const char *separator;

void begin_object(void)
{
    putchar('{');
    separator = "";
}

void end_object(void)
{
    putchar('}');
    separator = ",";
}

void print_key(const char *key)
{
    printf("%s\"%s\":", separator, key);
    separator = ",";
}

void print_number(const char *key, int32_t number)
{
    if (number != -1) {
        print_key(key);
        printf("%ld", (long)number);
    }
}

void print_positive(const char *key, uint64_t number)
{
    if (number != 0) {
        print_key(key);
        printf("%llu", (unsigned long long)number);
    }
}

/* Prints an id, a number or a text, if there is one. Its characters are the same in each charset. */
void print_id(uint32_t id, smsc_view text_id)
{
    CHECK(id == 0 || text_id.ptr == NULL);
    print_positive("id", id);
    if (text_id.ptr != NULL) {
        print_key("id");
        print_utf8(text_id.ptr, text_id.len);
    }
}

void print_text_of(const char *key, smsc_view text, uint32_t encoding)
{
    if (text.ptr != NULL) {
        print_key(key);
        print_text(text, encoding);
    }
}

void print_record(const smsc_record *record, int is_unexpected)
{
    const struct {
        const char *key;
        smsc_view text;
    } texts[] = {
        {"last_date", record->last_date},     {"phone", record->phone},
        {"send_date", record->send_date},     {"cost", record->cost},
        {"sender_id", record->sender_id},     {"status_name", record->status_name},
        {"message", record->message},         {"comment", record->comment},
        {"mccmnc", record->mccmnc},           {"country", record->country},
        {"operator", record->operator_},      {"operator_orig", record->operator_orig},
        {"region", record->region},           {"imsi", record->imsi},
        {"msc", record->msc},                 {"mcc", record->mcc},
        {"mnc", record->mnc},                 {"cn", record->cn},
        {"net", record->net},                 {"rcn", record->rcn},
        {"rnet", record->rnet},               {"format", record->format},
        {"crc", record->crc},
    };
    begin_object();
    print_key("status");
    printf("%ld", (long)record->status);
    print_number("err", record->err);
    print_number("flag", record->flag);
    print_number("type", record->type);
    print_number("sms_cnt", record->sms_cnt);
    print_id(record->id, record->text_id);
    if (record->int_id != -1) {
        print_key("int_id");
        printf("%lld", (long long)record->int_id);
    }
    print_positive("last_timestamp", record->last_timestamp);
    print_positive("send_timestamp", record->send_timestamp);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        print_text_of(texts[i].key, texts[i].text, record->encoding);
    }
    if (record->is_ambiguous) {
        print_key("split");
        printf("\"ambiguous\"");
    }
    if (is_unexpected) {
        print_key("unexpected");
        printf("true");
    }
    end_object();
    putchar('\n');
}

/* Prints a record, after the pairs before it whose records are missing. */
void print_matched(const struct question *question, size_t *next, const smsc_record *record)
{
    if (question->count == 0) {
        print_record(record, 0);
        return;
    }
    size_t missing = 0;
    const int32_t result = smsc_requested_match(&question->query, next, record, &missing);
    if (result == SMSC_RESULT_UNEXPECTED) {
        print_record(record, 1);
        return;
    }
    CHECK_NUMBER(result, SMSC_RESULT_OK);
    CHECK(missing < *next);
    print_missing(question, *next - 1 - missing, *next - 1);
    print_record(record, 0);
}

void print_missing(const struct question *question, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const char *id = question->ids[i];
        const size_t len = question->id_lens[i];
        printf("{\"missing\":{\"id\":");
        if (is_number(id, len)) {
            printf("%.*s", (int)len, id);
        } else {
            print_utf8(id, len);
        }
        printf(",\"phone\":");
        print_utf8(question->phones[i], question->phone_lens[i]);
        puts("}}");
    }
}

void print_api_error(const smsc_api_error *api_error)
{
    begin_object();
    print_key("error_code");
    printf("%ld", (long)api_error->code);
    print_text_of("error", api_error->text, api_error->encoding);
    print_id(api_error->id, api_error->text_id);
    end_object();
    putchar('\n');
}

void print_malformed(const smsc_error *error, int32_t result)
{
    CHECK(result >= 200 && result < 299);
    CHECK_NUMBER(error->code, result);
    CHECK(error->start <= error->offset && error->start <= error->end);
    printf("{\"malformed\":\"%s\",\"offset\":%zu,\"expected\":", smsc_result_describe(result), error->offset);
    print_utf8(error->expected.ptr, error->expected.len);
    end_object();
    putchar('\n');
}
