/* The snippets of README.md as it shows them, which compile, and do what it says. `checks.py snippets`
 * compares the two. */
#include "check.h"

static char text[256];
static size_t len;
static int32_t result;

static void print_id(smsc_record record)
{
    if (record.text_id.ptr != NULL) {
        printf("%.*s\n", (int)record.text_id.len, record.text_id.ptr);
    } else {
        printf("%lu\n", (unsigned long)record.id);
    }
}

/* Asks for the statuses of two messages, with an index, and reads the answer. */
static void ask(const char *key, const char *answer, size_t answer_len, smsc_reader reader)
{
    smsc_query query = query_with(NULL, 0);
    static const char id[] = "order-77", phone[] = "8 (999) 123-03-00";
    smsc_requested pairs[2];
    smsc_requested_set(&pairs[0], 101, "+7 999 000 00 20", 16);
    smsc_requested_set_text(&pairs[1], id, strlen(id), phone, strlen(phone));
    query.requested = pairs;
    query.requested_len = 2;
    size_t room_len = 0;
    smsc_requested_index index;
    smsc_requested_index_get_room(query.requested_len, &room_len);
    uint32_t *room = malloc(room_len * sizeof *room);
    if (room != NULL) {
        smsc_requested_index_begin(pairs, query.requested_len, room, room_len, &index);
        query.index = &index;
    }
    CHECK(room != NULL && query.index == &index);
    free(room);
    {
        smsc_request request = {.size = sizeof request};
        smsc_request_init(&request, SMSC_CALL_STATUS);
        request.apikey = (smsc_view){key, strlen(key)};
        request.requested = pairs;
        request.requested_len = 2;
        request.batch = 1;
        char url[256], body[4096];
        smsc_request_error wrong = {.size = sizeof wrong};
        smsc_request_write_url(&request, url, sizeof url, &len, &wrong);
        result = smsc_request_write_body(&request, body, sizeof body, &len, &wrong);
        /* POST the body to the URL, as SMSC_REQUEST_CONTENT_TYPE; the answer is in `answer`. */
        smsc_query query = {.size = sizeof query};
        smsc_request_get_query(&request, &query);
        smsc_reader_begin(&query, answer, answer_len, &reader, NULL, NULL);
        CHECK_NUMBER(result, SMSC_RESULT_OK);
        smsc_record record = {.size = sizeof record};
        CHECK_NUMBER(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_OK);
        print_id(record);
        CHECK_NUMBER(record.status, 1);
    }
}

static void read_others(const char *answer, size_t answer_len, int32_t call)
{
    smsc_request request = {.size = sizeof request};
    CHECK_NUMBER(smsc_request_init(&request, call == SMSC_CALL_SEND ? SMSC_CALL_SEND : SMSC_CALL_INCOMING), SMSC_RESULT_OK);
    smsc_sent sent = {.size = sizeof sent};
    smsc_api_error api_error = {.size = sizeof api_error};
    smsc_error error = {.size = sizeof error};
    result = smsc_parse_send(&request, answer, answer_len, &sent, &api_error, &error);
    if (result == SMSC_RESULT_OK) {
        printf("sent in %lu parts\n", (unsigned long)sent.count);
    } else if (result == SMSC_RESULT_REFUSED) {
        printf("error %ld\n", (long)api_error.code);
    } else if (result == SMSC_RESULT_UNSUPPORTED) {
        printf("an answer of a form that was never seen; the message may have been sent\n");
    }
    if (call == SMSC_CALL_SEND) {
        return;
    }
    smsc_list list;
    smsc_incoming message = {.size = sizeof message};
    result = smsc_parse_incoming(&request, answer, answer_len, &list, &api_error, &error);
    while (result == SMSC_RESULT_OK) {
        do { /* after a message that cannot be parsed the next one may be fine */
            result = smsc_list_next_incoming(&list, &message, &error);
        } while (SMSC_IS_MALFORMED(result));
        if (result == SMSC_RESULT_OK) {
            printf("from %.*s\n", (int)message.phone.len, message.phone.ptr);
        }
    }
}

static void receive(char *body, size_t len, const char *secret)
{
    smsc_callback callback = {.size = sizeof callback};
    smsc_callback_error why = {.size = sizeof why};
    result = smsc_callback_verify(body, len, SMSC_CALLBACK_FORMAT_FORM, SMSC_CHARSET_WINDOWS1251,
                                  secret, strlen(secret), &callback, &why);
    if (result != SMSC_RESULT_OK) { /* `callback` is empty now */
        smsc_callback_error_describe(&why, text, sizeof text, &len);
        fprintf(stderr, "rejected: %s\n", text);
    } else if (callback.kind == SMSC_CALLBACK_KIND_STATUS) {
        printf("%lu: %ld\n", (unsigned long)callback.record.id, (long)callback.record.status);
    } else if (SMSC_CALLBACK_COVERS(callback, SMSC_CALLBACK_FIELD_MES)) {
        smsc_text_decode(callback.mes, callback.encoding, text, sizeof text, &len);
        printf("%s\n", text);
    }
}

static void retry(uint64_t since_ms, uint32_t random_number)
{
    const smsc_attempt attempt = {.size = sizeof attempt,
                                  .call = SMSC_RETRY_CALL_SEND,
                                  .failure = SMSC_FAILURE_UNANSWERED,
                                  .number = 1,
                                  .since_ms = since_ms,
                                  .random = random_number};
    smsc_advice advice = {.size = sizeof advice};
    result = smsc_retry_advise(&attempt, &advice);
    if (result == SMSC_RESULT_OK && advice.kind == SMSC_ADVICE_KIND_ASK_STATUS) {
        printf("request the status after %lu ms\n", (unsigned long)advice.wait_ms);
    }
    CHECK_NUMBER(advice.wait_ms, 1000);
}

static void look_up(smsc_record record, smsc_query query)
{
    int32_t looks_like_utf8 = 0;
    smsc_record_looks_like_utf8(&record, &looks_like_utf8);
    if (looks_like_utf8) {
        fprintf(stderr, "hint: the texts look like UTF-8: set query.charset to SMSC_CHARSET_UTF8\n");
    }
    smsc_outcome outcome = {.size = sizeof outcome};
    result = smsc_outcome_lookup_record(&record, query.kind, SMSC_LANG_EN, &outcome);
    if (result == SMSC_RESULT_OK && outcome.suppress) {
        printf("%.*s: %.*s\n", (int)outcome.title.len, outcome.title.ptr, (int)outcome.advice.len,
               outcome.advice.ptr);
    }
    smsc_question question = {.size = sizeof question};
    smsc_question_init(&question, SMSC_QUESTION_KIND_TEXT);
    question.text = (smsc_view){"ERROR = 3 (no money)", 20};
    for (size_t i = 0; smsc_outcome_explain(&question, i, SMSC_LANG_EN, &outcome) == SMSC_RESULT_OK; i++) {
        printf("%.*s\n", (int)outcome.title.len, outcome.title.ptr);
    }
}

int main(void)
{
    static const char statuses[] = "1,1760080210,0,101,79990000020\n";
    static const char sent[] = "{\"id\":1,\"cnt\":2}", received[] = "[{\"id\":5,\"phone\":\"79990000001\"},7]";
    char notification[] = "phone=123&mes=text&to=234&sms_id=7&sha1=b6f768ce7614d7858cc4a6116f8ffd0dc236a3cd";
    smsc_reader reader;
    memset(&reader, 0, sizeof reader);
    ask("key", statuses, sizeof statuses - 1, reader);
    read_others(sent, sizeof sent - 1, SMSC_CALL_SEND);
    read_others(received, sizeof received - 1, SMSC_CALL_INCOMING);
    CHECK_NUMBER(result, SMSC_RESULT_END);
    receive(notification, sizeof notification - 1, "zxc");
    CHECK_NUMBER(result, SMSC_RESULT_OK);
    CHECK_TEXT(text, "text");
    retry(0, 0);
    smsc_record record = {.size = sizeof record};
    CHECK_NUMBER(smsc_record_init(&record, SMSC_STATUS_DELIVERED), SMSC_RESULT_OK);
    look_up(record, query_of(SMSC_FORMAT_VALUES));
    return failures == 0 ? 0 : 1;
}
