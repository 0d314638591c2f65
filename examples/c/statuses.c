/* Asks for the statuses of messages with libcurl, and prints `id status meaning`, a line for each:
 *
 *     SMSC_APIKEY=… statuses smsc.ru ID:PHONE...
 *
 * Instead of SMSC_APIKEY there may be SMSC_LOGIN and SMSC_PASSWORD. A host with http:// before it is
 * asked without encryption, which this machine alone may be: http://127.0.0.1:8125. CURL_CA_BUNDLE
 * names a file of authorities, SMSC_MAX_WAIT the seconds before another try, 70 without it.
 *
 * Exit status: 0 if each message has a status, 1 if there is no reply, 2 for wrong usage, 3 if the
 * reply has no record of a message, or one that cannot be parsed. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <curl/curl.h>
#include <smsc_proto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

enum { MAX_MESSAGES = 4096, MAX_ANSWER = 16 << 20, ANSWERED = -1 };

/* The body of an answer. */
struct answer {
    char *body;
    size_t len;
};

static smsc_view view_of(const char *text)
{
    return (smsc_view){text, text == NULL ? 0 : strlen(text)};
}

static uint64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void wait_ms(uint32_t time)
{
    struct timespec rest = {(time_t)(time / 1000), (long)(time % 1000) * 1000000};
    while (nanosleep(&rest, &rest) != 0) { /* a signal came */
    }
}

/* Returns whether a host, perhaps with a port, is this machine itself. */
static int is_loopback(const char *host)
{
    char name[16] = "";
    struct in_addr address;
    const size_t len = strcspn(host, ":");
    if (len >= sizeof name) {
        return 0;
    }
    memcpy(name, host, len);
    return strcasecmp(name, "localhost") == 0 ||
           (inet_pton(AF_INET, name, &address) == 1 && ntohl(address.s_addr) >> 24 == 127);
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

/* Posts a body. Returns ANSWERED if the HTTP status is 200; else the failure, and its code. */
static int32_t post(const char *url, const char *body, size_t len, struct answer *answer,
                    int32_t *code)
{
    const char *authorities = getenv("CURL_CA_BUNDLE");
    const int is_plain = strncmp(url, "http://", 7) == 0;
    long status = 0;
    struct curl_slist *headers =
        curl_slist_append(NULL, "Content-Type: " SMSC_REQUEST_CONTENT_TYPE);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)len);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L); /* else any host may get the key */
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 5L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
    if (authorities != NULL) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, authorities);
    }
    if (is_plain) {
        curl_easy_setopt(curl, CURLOPT_NOPROXY, "*"); /* a proxy would see the key */
    }
    const CURLcode result = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_cleanup(curl);
    curl_slist_free_all(headers);
    if (result != CURLE_OK) {
        fprintf(stderr, "%s\n", curl_easy_strerror(result));
    } else if (status != 200) {
        fprintf(stderr, "HTTP status %ld\n", status);
    }
    switch (result) {
    case CURLE_OK:
        *code = (int32_t)status;
        return status == 200 ? ANSWERED : SMSC_FAILURE_HTTP_STATUS;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT: return SMSC_FAILURE_UNREACHABLE;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_PEER_FAILED_VERIFICATION: return SMSC_FAILURE_TLS;
    default: return SMSC_FAILURE_UNANSWERED;
    }
}

/* Prints the status of a message, whose id is the part of `message` before the colon. */
static void print_status(const char *message, const smsc_record *record)
{
    smsc_view name = {"unknown", 7};
    smsc_code_name(SMSC_TABLE_STATUS, record->status, SMSC_LANG_EN, &name);
    printf("%.*s %ld %.*s\n", (int)strcspn(message, ":"), message, (long)record->status,
           (int)name.len, name.ptr);
}

static int print_missing(const char *message)
{
    printf("%.*s - no record in the reply\n", (int)strcspn(message, ":"), message);
    return 3;
}

/* Prints the statuses in a reply, and returns the exit status. Returns ANSWERED after a reply that
 * cannot be read or is an API error, with the failure and its code. */
static int print_reply(const smsc_request *request, char **messages, const struct answer *answer,
                       smsc_attempt *attempt)
{
    smsc_query query = {.size = sizeof query};
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    smsc_api_error api_error = {.size = sizeof api_error};
    smsc_error error = {.size = sizeof error};
    char text[256] = "";
    size_t next = 0, len = 0, missing = 0;
    int exit_status = 0;
    smsc_request_get_query(request, &query);
    int32_t result =
        smsc_reader_begin(&query, answer->body, answer->len, &reader, &api_error, &error);
    if (result == SMSC_RESULT_REFUSED) {
        smsc_outcome outcome = {.size = sizeof outcome};
        smsc_outcome_lookup_api_error(api_error.code, SMSC_ENDPOINT_STATUS, SMSC_LANG_EN, &outcome);
        fprintf(stderr, "rejected: %.*s\n", (int)outcome.title.len, outcome.title.ptr);
        attempt->failure = SMSC_FAILURE_REJECTED;
        attempt->code = api_error.code;
        return ANSWERED;
    }
    if (result != SMSC_RESULT_OK) {
        smsc_error_describe(&error, text, sizeof text, &len);
        fprintf(stderr, "%s\n", text);
        attempt->failure = SMSC_FAILURE_NOT_A_REPLY;
        return ANSWERED;
    }
    while ((result = smsc_reader_next(&reader, &record, &error)) == SMSC_RESULT_OK ||
           result >= SMSC_RESULT_NOT_A_REPLY) {
        if (result != SMSC_RESULT_OK) { /* this record cannot be parsed; the next one may be fine */
            smsc_error_describe(&error, text, sizeof text, &len);
            fprintf(stderr, "%s\n", text);
            exit_status = 3;
        } else if (!query.batch) {
            print_status(messages[next++], &record);
        } else if (smsc_requested_match(&query, &next, &record, &missing) == SMSC_RESULT_OK) {
            for (size_t i = next - 1 - missing; i < next - 1; i++) {
                exit_status = print_missing(messages[i]);
            }
            print_status(messages[next - 1], &record);
        }
    }
    while (next < query.requested_len) {
        exit_status = print_missing(messages[next++]);
    }
    return exit_status;
}

/* Prints why there is no reply, as far as the reason is not printed yet. */
static void print_advice(const smsc_advice *advice)
{
    smsc_view reason = {"try again later", 15};
    smsc_code_name(SMSC_TABLE_ADVICE_REASON, advice->reason, SMSC_LANG_EN, &reason);
    fprintf(stderr, "stopped: %.*s\n", (int)reason.len, reason.ptr);
}

/* Asks for as long as that is advised, and returns the exit status. */
static int ask(const smsc_request *request, const char *url, const char *body, size_t len,
               char **messages)
{
    const char *longest = getenv("SMSC_MAX_WAIT");
    const uint32_t max_wait = longest == NULL ? 70 : (uint32_t)strtoul(longest, NULL, 10);
    smsc_attempt attempt = {
        .size = sizeof attempt,
        .call = request->batch ? SMSC_RETRY_CALL_STATUS_BATCH : SMSC_RETRY_CALL_STATUS};
    for (attempt.number = 1;; attempt.number++) {
        struct answer answer = {NULL, 0};
        smsc_advice advice = {.size = sizeof advice};
        int exit_status = ANSWERED;
        const uint64_t start = now_ms();
        attempt.failure = post(url, body, len, &answer, &attempt.code);
        if (attempt.failure == ANSWERED) {
            exit_status = print_reply(request, messages, &answer, &attempt);
        }
        free(answer.body);
        if (exit_status != ANSWERED) {
            return exit_status;
        }
        attempt.since_ms = now_ms() - start;
        attempt.random = (uint32_t)rand() << 16 ^ (uint32_t)rand();
        if (smsc_retry_advise(&attempt, &advice) != SMSC_RESULT_OK ||
            advice.kind != SMSC_ADVICE_KIND_RETRY || advice.wait_ms / 1000 >= max_wait) {
            print_advice(&advice);
            return 1;
        }
        wait_ms(advice.wait_ms);
        attempt.was_throttled = attempt.failure == SMSC_FAILURE_REJECTED &&
                                attempt.code == SMSC_API_ERROR_TOO_MANY_REQUESTS;
    }
}

/* Writes the URL and the body of a request, and asks. */
static int ask_for(const smsc_request *request, char **messages)
{
    char url[512] = "", message[256] = "";
    size_t len = 0;
    smsc_request_error wrong = {.size = sizeof wrong};
    int32_t result = smsc_request_write_url(request, url, sizeof url, &len, &wrong);
    if (result == SMSC_RESULT_OK) { /* the length alone */
        result = smsc_request_write_body(request, NULL, 0, &len, &wrong);
    }
    char *body = result == SMSC_RESULT_BUFFER ? malloc(len + 1) : NULL;
    if (body != NULL) {
        result = smsc_request_write_body(request, body, len + 1, &len, &wrong);
    }
    int exit_status = 2;
    if (body != NULL && result == SMSC_RESULT_OK) {
        exit_status = ask(request, url, body, len, messages);
    } else {
        smsc_request_error_describe(&wrong, message, sizeof message, &len);
        const int is_described = result >= SMSC_RESULT_REQUEST_MISSING;
        fprintf(stderr, "%s\n", is_described ? message : smsc_result_describe(result));
    }
    free(body);
    return exit_status;
}

int main(int argc, char **argv)
{
    static smsc_requested pairs[MAX_MESSAGES];
    smsc_request request = {.size = sizeof request};
    smsc_request_init(&request, SMSC_CALL_STATUS);
    request.apikey = view_of(getenv("SMSC_APIKEY"));
    request.login = view_of(getenv("SMSC_LOGIN"));
    request.psw = view_of(getenv("SMSC_PASSWORD"));
    const int has_login = request.login.len > 0 && request.psw.len > 0;
    if (argc < 3 || argc - 2 > MAX_MESSAGES || (request.apikey.len == 0 && !has_login)) {
        fprintf(stderr, "usage: SMSC_APIKEY=KEY statuses HOST ID:PHONE... (at most 4096)\n");
        return 2;
    }
    request.plain_http = strncmp(argv[1], "http://", 7) == 0;
    request.host = view_of(argv[1] + (request.plain_http ? 7 : 0));
    if (request.plain_http && !is_loopback(request.host.ptr)) {
        fprintf(stderr, "plain HTTP would show the credentials to everybody on the way\n");
        return 2;
    }
    for (int i = 2; i < argc; i++) {
        const size_t id_len = strcspn(argv[i], ":");
        const char *phone = argv[i][id_len] == ':' ? argv[i] + id_len + 1 : "";
        const int32_t result =
            smsc_requested_set_text(&pairs[i - 2], argv[i], id_len, phone, strlen(phone));
        if (result != SMSC_RESULT_OK) {
            fprintf(stderr, "message %d: %s\n", i - 1, smsc_result_describe(result));
            return 2;
        }
    }
    request.requested = pairs;
    request.requested_len = (size_t)argc - 2;
    request.batch = argc > 3;
    srand((unsigned)time(NULL));
    curl_global_init(CURL_GLOBAL_DEFAULT);
    const int exit_status = ask_for(&request, argv + 2);
    curl_global_cleanup();
    return exit_status;
}
