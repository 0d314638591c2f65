/* Requests the status of a message, or sends one, with libcurl:
 *
 *     SMSC_APIKEY=… ask HOST status ID PHONE
 *     SMSC_APIKEY=… ask HOST send ID PHONE TEXT
 *
 * HOST is smsc.ru, or http://127.0.0.1:8080 for a test on the own machine, with any port. ID is an id
 * of your own, such as order-77: by it the status tells later whether a message was accepted. */
#include <curl/curl.h>
#include <smsc_proto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_ANSWER = 1 << 20 };

/* The body of an answer. */
struct answer {
    char *body;
    size_t len;
};

static smsc_view view_of(const char *text)
{
    return (smsc_view){text, strlen(text)};
}

static size_t receive(char *bytes, size_t size, size_t count, void *to)
{
    struct answer *answer = to;
    const size_t len = size * count;
    char *longer = NULL;
    if (answer->len + len <= MAX_ANSWER) {
        longer = realloc(answer->body, answer->len + len + 1);
    }
    if (longer == NULL) {
        return 0; /* ends the transfer */
    }
    memcpy(longer + answer->len, bytes, len);
    answer->body = longer;
    answer->len += len;
    return len;
}

/* Prints why a request failed, and what to do. A program would do it. */
static int fail(smsc_attempt attempt)
{
    smsc_advice advice = {.size = sizeof advice};
    smsc_view failure = {"", 0}, name = {"", 0};
    attempt.size = sizeof attempt;
    attempt.number = 1;
    attempt.random = (uint32_t)rand() << 16 ^ (uint32_t)rand();
    smsc_retry_advise(&attempt, &advice);
    smsc_code_name(SMSC_TABLE_FAILURE, attempt.failure, SMSC_LANG_EN, &failure);
    smsc_code_name(SMSC_TABLE_ADVICE, advice.kind, SMSC_LANG_EN, &name);
    printf("failed: %.*s; advice: %.*s", (int)failure.len, failure.ptr, (int)name.len, name.ptr);
    printf(advice.wait_ms == 0 ? "\n" : " after %lu ms\n", (unsigned long)advice.wait_ms);
    return 1;
}

/* Prints what an API error means. */
static int reject(smsc_attempt attempt, const smsc_api_error *error, int32_t endpoint)
{
    smsc_outcome outcome = {.size = sizeof outcome};
    smsc_outcome_lookup_api_error(error->code, endpoint, SMSC_LANG_EN, &outcome);
    printf("rejected: %.*s\n", (int)outcome.title.len, outcome.title.ptr);
    attempt.failure = SMSC_FAILURE_REJECTED;
    attempt.code = error->code;
    return fail(attempt);
}

/* Prints what is wrong with an answer. A gateway may have written it, so that the request counts as
 * not answered. */
static int not_understood(smsc_attempt attempt, const smsc_error *error)
{
    char text[256] = "";
    size_t len = 0;
    smsc_error_describe(error, text, sizeof text, &len);
    printf("%s\n", text);
    attempt.failure = SMSC_FAILURE_NOT_A_REPLY;
    return fail(attempt);
}

/* Posts a request. Returns 0, and the body of the answer, if its HTTP status is 200. */
static int post(const smsc_request *request, smsc_attempt attempt, struct answer *answer)
{
    char url[256] = "", body[8192] = "", message[256] = "";
    size_t len = 0;
    smsc_request_error wrong = {.size = sizeof wrong};
    int32_t result = smsc_request_write_url(request, url, sizeof url, &len, &wrong);
    if (result == SMSC_RESULT_OK) {
        result = smsc_request_write_body(request, body, sizeof body, &len, &wrong);
    }
    if (result != SMSC_RESULT_OK) {
        smsc_request_error_describe(&wrong, message, sizeof message, &len);
        const int is_described = result >= SMSC_RESULT_REQUEST_MISSING;
        printf("%s\n", is_described ? message : smsc_result_describe(result));
        attempt.failure = SMSC_FAILURE_INVALID;
        return fail(attempt);
    }
    long status = 0;
    struct curl_slist *headers =
        curl_slist_append(NULL, "Content-Type: " SMSC_REQUEST_CONTENT_TYPE);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)len);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L); /* else any host may get the key */
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 10L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 30L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
    const CURLcode code = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_cleanup(curl);
    curl_slist_free_all(headers);
    if (code == CURLE_OK && status == 200) {
        return 0;
    }
    switch (code) {
    case CURLE_OK:
        attempt.failure = SMSC_FAILURE_HTTP_STATUS;
        attempt.code = (int32_t)status;
        break;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT: attempt.failure = SMSC_FAILURE_UNREACHABLE; break;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION: attempt.failure = SMSC_FAILURE_TLS; break;
    default: attempt.failure = SMSC_FAILURE_UNANSWERED; /* something may have been sent */
    }
    return fail(attempt);
}

/* Prints the outcome of a message by its status. */
static int show_status(const smsc_request *request, smsc_attempt attempt,
                       const struct answer *answer)
{
    smsc_query query = {.size = sizeof query};
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    smsc_api_error api_error = {.size = sizeof api_error};
    smsc_error error = {.size = sizeof error};
    smsc_outcome outcome = {.size = sizeof outcome};
    smsc_request_get_query(request, &query);
    int32_t result =
        smsc_reader_begin(&query, answer->body, answer->len, &reader, &api_error, &error);
    if (result == SMSC_RESULT_OK) {
        result = smsc_reader_next(&reader, &record, &error);
    }
    if (result == SMSC_RESULT_REFUSED) {
        return reject(attempt, &api_error, SMSC_ENDPOINT_STATUS);
    }
    if (result != SMSC_RESULT_OK) {
        return not_understood(attempt, &error);
    }
    smsc_outcome_lookup_record(&record, query.kind, SMSC_LANG_EN, &outcome);
    printf("%.*s: %.*s\n", (int)outcome.title.len, outcome.title.ptr, (int)outcome.advice.len,
           outcome.advice.ptr);
    return 0;
}

/* Prints whether a message was accepted. */
static int show_sent(const smsc_request *request, smsc_attempt attempt,
                     const struct answer *answer)
{
    smsc_sent sent = {.size = sizeof sent};
    smsc_api_error api_error = {.size = sizeof api_error};
    smsc_error error = {.size = sizeof error};
    const int32_t result =
        smsc_parse_send(request, answer->body, answer->len, &sent, &api_error, &error);
    if (result == SMSC_RESULT_REFUSED) {
        return reject(attempt, &api_error, SMSC_ENDPOINT_SEND);
    }
    if (result != SMSC_RESULT_OK) { /* it may have been sent all the same */
        return not_understood(attempt, &error);
    }
    printf("accepted: %lu parts for %.*s\n", (unsigned long)sent.count, (int)sent.cost.len,
           sent.cost.ptr == NULL ? "" : sent.cost.ptr);
    return 0;
}

int main(int argc, char **argv)
{
    const int is_send = argc == 6 && strcmp(argv[2], "send") == 0;
    const char *key = getenv("SMSC_APIKEY");
    if (key == NULL || (!is_send && (argc != 5 || strcmp(argv[2], "status") != 0))) {
        fprintf(stderr, "usage: SMSC_APIKEY=KEY ask HOST status ID PHONE\n"
                        "       SMSC_APIKEY=KEY ask HOST send ID PHONE TEXT\n");
        return 2;
    }
    smsc_request request = {.size = sizeof request};
    smsc_requested pair;
    smsc_phone phone;
    smsc_request_init(&request, is_send ? SMSC_CALL_SEND : SMSC_CALL_STATUS);
    request.apikey = view_of(key);
    request.plain_http = strncmp(argv[1], "http://", 7) == 0;
    request.host = view_of(argv[1] + (request.plain_http ? 7 : 0));
    if (request.plain_http && strncmp(request.host.ptr, "127.0.0.1:", 10) != 0) {
        fprintf(stderr, "plain HTTP would show the key to everybody on the way\n");
        return 2;
    }
    int32_t result = SMSC_RESULT_OK;
    if (is_send) {
        result = smsc_phone_set(&phone, argv[4], strlen(argv[4]));
        request.phones = &phone;
        request.phones_len = 1;
        request.text_id = view_of(argv[3]);
        request.text = view_of(argv[5]);
        request.cost = 2; /* the answer has the cost */
    } else {
        const smsc_view id = view_of(argv[3]), to = view_of(argv[4]);
        result = smsc_requested_set_text(&pair, id.ptr, id.len, to.ptr, to.len);
        request.requested = &pair;
        request.requested_len = 1;
    }
    if (result != SMSC_RESULT_OK) {
        printf("%s\n", smsc_result_describe(result));
        return 2;
    }
    srand((unsigned)time(NULL));
    curl_global_init(CURL_GLOBAL_DEFAULT);
    const smsc_attempt attempt = {.call = is_send ? SMSC_RETRY_CALL_SEND : SMSC_RETRY_CALL_STATUS};
    struct answer answer = {NULL, 0};
    int status = post(&request, attempt, &answer);
    if (status == 0) {
        status = (is_send ? show_sent : show_status)(&request, attempt, &answer);
    }
    free(answer.body);
    curl_global_cleanup();
    return status;
}
