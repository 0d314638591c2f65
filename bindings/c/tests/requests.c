/*
 * Writes the requests of the cases in testdata/requests, and prints the body or the error of each:
 *
 *     requests <CASES
 *
 * A case is one line of words `KEY=VALUE`, with the values of texts in hexadecimal. After the output
 * for each case there is a line with a `.`.
 */
#include "cases.h"

#define MAX_ITEMS 64

/* A request, and the memory that it refers to. */
struct asked {
    smsc_request request;
    smsc_requested pairs[MAX_ITEMS];
    smsc_phone phones[MAX_ITEMS];
    char *texts[4 * MAX_ITEMS];
    size_t text_count;
};

/* Decodes a text in hexadecimal into memory of exactly its length. */
static smsc_view text_of(struct asked *asked, const char *hex)
{
    size_t len = 0;
    char *text = unhex(hex, &len);
    if (asked->text_count == sizeof asked->texts / sizeof *asked->texts) {
        fprintf(stderr, "too many texts\n");
        exit(2);
    }
    asked->texts[asked->text_count++] = text;
    return (smsc_view){text, len};
}

static const struct {
    const char *key;
    size_t offset;
} NUMBERS[] = {
    {"format", offsetof(smsc_request, format)},
    {"all", offsetof(smsc_request, all)},
    {"charset", offsetof(smsc_request, charset)},
    {"batch", offsetof(smsc_request, batch)},
    {"cur", offsetof(smsc_request, cur)},
    {"emails", offsetof(smsc_request, emails)},
    {"cnt", offsetof(smsc_request, cnt)},
    {"hour", offsetof(smsc_request, hour)},
    {"send_kind", offsetof(smsc_request, send_kind)},
    {"translit", offsetof(smsc_request, translit)},
    {"cost", offsetof(smsc_request, cost)},
    {"err", offsetof(smsc_request, err)},
    {"op", offsetof(smsc_request, op)},
    {"after_id", offsetof(smsc_request, after_id)},
}, TEXTS[] = {
    {"apikey", offsetof(smsc_request, apikey)},
    {"login", offsetof(smsc_request, login)},
    {"psw", offsetof(smsc_request, psw)},
    {"phone", offsetof(smsc_request, phone)},
    {"to_phone", offsetof(smsc_request, to_phone)},
    {"text", offsetof(smsc_request, text)},
    {"text_id", offsetof(smsc_request, text_id)},
    {"sender", offsetof(smsc_request, sender)},
    {"time", offsetof(smsc_request, time)},
    {"valid", offsetof(smsc_request, valid)},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static smsc_date date_of(const char *value)
{
    char *rest = NULL;
    const int32_t day = (int32_t)strtol(value, &rest, 10);
    const int32_t month = (int32_t)strtol(rest + 1, &rest, 10);
    return (smsc_date){(int32_t)strtol(rest + 1, NULL, 10), month, day};
}

static void set(struct asked *asked, const char *key, const char *value)
{
    smsc_request *request = &asked->request;
    for (size_t i = 0; i < COUNT(NUMBERS); i++) {
        if (strcmp(key, NUMBERS[i].key) == 0) {
            const int32_t number = (int32_t)strtol(value, NULL, 10);
            memcpy((char *)request + NUMBERS[i].offset, &number, sizeof number);
            return;
        }
    }
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        if (strcmp(key, TEXTS[i].key) == 0) {
            const smsc_view text = text_of(asked, value);
            memcpy((char *)request + TEXTS[i].offset, &text, sizeof text);
            return;
        }
    }
    if (strcmp(key, "start") == 0) {
        request->start = date_of(value);
    } else if (strcmp(key, "end") == 0) {
        request->end = date_of(value);
    } else if (strcmp(key, "prev_id") == 0) {
        request->prev_id = strtoll(value, NULL, 10);
    } else if (strcmp(key, "pair") == 0 && request->requested_len < MAX_ITEMS) {
        const smsc_view id = text_of(asked, value), phone = text_of(asked, strchr(value, ':') + 1);
        CHECK_NUMBER(smsc_requested_set_text(&asked->pairs[request->requested_len], id.ptr, id.len, phone.ptr, phone.len), SMSC_RESULT_OK);
        request->requested = asked->pairs;
        request->requested_len++;
    } else if (strcmp(key, "phones") == 0 && request->phones_len < MAX_ITEMS) {
        const smsc_view phone = text_of(asked, value);
        CHECK_NUMBER(smsc_phone_set(&asked->phones[request->phones_len], phone.ptr, phone.len), SMSC_RESULT_OK);
        request->phones = asked->phones;
        request->phones_len++;
    } else {
        fprintf(stderr, "no key %s, or too many items\n", key);
        exit(2);
    }
}

static const char *name_of(int32_t result)
{
    switch (result) {
    case SMSC_RESULT_REQUEST_MISSING: return "missing";
    case SMSC_RESULT_REQUEST_INVALID: return "invalid";
    case SMSC_RESULT_REQUEST_TOO_LONG: return "too_long";
    case SMSC_RESULT_REQUEST_REPEATED: return "repeated";
    case SMSC_RESULT_REQUEST_CHARSET: return "charset";
    case SMSC_RESULT_REQUEST_UNSUPPORTED: return "unsupported";
    default: return "another";
    }
}

/* Prints the body, in memory of exactly its length, or the error. */
static void print_request(const smsc_request *request)
{
    smsc_request_error error = {.size = sizeof error};
    size_t needed = 0, len = 0;
    int32_t result = smsc_request_write_body(request, NULL, 0, &needed, &error);
    if (result == SMSC_RESULT_BUFFER) {
        char *body = allocate(needed + 1);
        CHECK_NUMBER(smsc_request_write_body(request, body, needed, &len, NULL), SMSC_RESULT_BUFFER);
        CHECK_NUMBER(smsc_request_write_body(request, body, needed + 1, &len, NULL), SMSC_RESULT_OK);
        CHECK(len == needed && strlen(body) == len);
        printf("{\"body\":");
        print_utf8(body, len);
        puts("}");
        free(body);
        return;
    }
    CHECK_NUMBER(result, error.code);
    printf("{\"error\":{\"parameter\":\"%.*s\",\"kind\":\"%s\"", (int)error.parameter.len, error.parameter.ptr, name_of(result));
    if (error.item != -1) {
        printf(",\"item\":%lld", (long long)error.item);
    }
    puts("}}");
}

int main(void)
{
    static char line[1 << 16];
    static struct asked asked;
    while (fgets(line, sizeof line, stdin) != NULL) {
        char *word = strtok(line, " \n");
        memset(&asked, 0, sizeof asked);
        asked.request.size = sizeof asked.request;
        CHECK_NUMBER(smsc_request_init(&asked.request, word == NULL ? -1 : (int32_t)strtol(word, NULL, 10)), SMSC_RESULT_OK);
        while ((word = strtok(NULL, " \n")) != NULL) {
            char *value = strchr(word, '=');
            if (value == NULL) {
                return 2;
            }
            *value = '\0';
            set(&asked, word, value + 1);
        }
        print_request(&asked.request);
        puts(".");
        for (size_t i = 0; i < asked.text_count; i++) {
            free(asked.texts[i]);
        }
    }
    return failures == 0 ? 0 : 1;
}
