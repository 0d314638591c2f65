/* Follows messages to their end with libcurl, and prints `id status meaning` of each:
 *
 *     SMSC_LOGIN=… SMSC_PASSWORD=… follow smsc.ru ID:PHONE...
 *
 * The plan of the library says which message to ask for, and when, so that the limits of the
 * service are kept: the first time 30 seconds after the start. A host with http:// before it is
 * asked without encryption, which this machine alone may be. To try it without the service:
 *
 *     smsc serve --speed 60 &
 *     SMSC_LOGIN=demo SMSC_PASSWORD=demo SMSC_SPEED=60 follow http://127.0.0.1:8125 ID:PHONE...
 *
 * SMSC_SPEED is how much faster the clock runs than that of the machine. A program that is to
 * survive a restart also keeps on disk when each message was sent and asked for: docs/polling.md.
 *
 * Exit status: 0 if each message is at its end, 1 if the service refuses the credentials, 2 for
 * wrong usage, 3 if the service does not find a message any more. */
#define _POSIX_C_SOURCE 200809L
#include <curl/curl.h>
#include <smsc_proto.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_MESSAGES = 4096, MAX_ANSWER = 4 << 20, ANSWERED = -1 };

/* What is known about a message, at the index of its key: `ID:PHONE`. */
static const char *messages[MAX_MESSAGES];
static smsc_plan plan;
static smsc_plan_slot slots[MAX_MESSAGES];
static smsc_plan_key keys[MAX_MESSAGES];
static smsc_plan_answer answers[MAX_MESSAGES];

/* The body of an answer, and its header `Date` in Unix seconds, or -1. */
struct answer {
    char *body;
    size_t len;
    time_t date;
};

static smsc_view view_of(const char *text)
{
    return (smsc_view){text, text == NULL ? 0 : strlen(text)};
}

/* Returns how much faster the clock runs than that of the machine. */
static uint64_t speed(void)
{
    const char *number = getenv("SMSC_SPEED");
    const uint64_t times = number == NULL ? 1 : strtoul(number, NULL, 10);
    return times == 0 ? 1 : times;
}

/* Returns the time in milliseconds since the Unix epoch. */
static uint64_t now_ms(void)
{
    static uint64_t start;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    const uint64_t time = (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
    start = start == 0 ? time : start;
    return start + (time - start) * speed();
}

static void sleep_until(uint64_t time)
{
    const uint64_t now = now_ms(), rest_ms = time > now ? (time - now) / speed() + 1 : 0;
    struct timespec rest = {(time_t)(rest_ms / 1000), (long)(rest_ms % 1000) * 1000000};
    while (nanosleep(&rest, &rest) != 0) { /* a signal came */
    }
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

static size_t receive_header(char *line, size_t size, size_t count, void *to)
{
    struct answer *answer = to;
    const size_t len = size * count;
    char date[64] = "";
    if (len > 6 && len < sizeof date && curl_strnequal(line, "Date: ", 6)) {
        memcpy(date, line + 6, len - 6);
        answer->date = curl_getdate(date, NULL);
    }
    return len;
}

/* Posts a body. Returns ANSWERED if the HTTP status is 200; else the failure, and its code. */
static int32_t post(const char *url, const char *body, size_t len, struct answer *answer,
                    int32_t *code)
{
    long status = 0;
    struct curl_slist *headers =
        curl_slist_append(NULL, "Content-Type: " SMSC_REQUEST_CONTENT_TYPE);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)len);
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L); /* else any host may get the password */
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, 5L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, receive_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, answer);
    if (strncmp(url, "http://", 7) == 0) {
        curl_easy_setopt(curl, CURLOPT_NOPROXY, "*"); /* a proxy would see the password */
    }
    const CURLcode result = curl_easy_perform(curl);
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_cleanup(curl);
    curl_slist_free_all(headers);
    *code = (int32_t)status;
    switch (result) {
    case CURLE_OK: return status == 200 ? ANSWERED : SMSC_FAILURE_HTTP_STATUS;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT: return SMSC_FAILURE_UNREACHABLE;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION: return SMSC_FAILURE_TLS;
    default: return SMSC_FAILURE_UNANSWERED;
    }
}

/* Fills `answers` with the statuses of a reply, and sets their number. Returns ANSWERED, or the failure
 * and its code. */
static int32_t read_statuses(const smsc_request *request, const struct answer *answer,
                             size_t *count, int32_t *code)
{
    smsc_query query = {.size = sizeof query};
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    smsc_api_error rejected = {.size = sizeof rejected};
    size_t next = 0, missing = 0;
    smsc_request_get_query(request, &query);
    int32_t result = smsc_reader_begin(&query, answer->body, answer->len, &reader, &rejected, NULL);
    if (result != SMSC_RESULT_OK) {
        *code = rejected.code;
        return result == SMSC_RESULT_REFUSED ? SMSC_FAILURE_REJECTED : SMSC_FAILURE_NOT_A_REPLY;
    }
    while ((result = smsc_reader_next(&reader, &record, NULL)) == SMSC_RESULT_OK ||
           SMSC_IS_MALFORMED(result)) {
        if (result != SMSC_RESULT_OK) {
            continue; /* this record cannot be parsed: the plan asks for the message again */
        }
        if (!query.batch) {
            next = 1;
        } else if (smsc_requested_match(&query, &next, &record, &missing) != SMSC_RESULT_OK) {
            continue; /* not requested */
        }
        if (*count < MAX_MESSAGES) {
            answers[(*count)++] = (smsc_plan_answer){keys[next - 1], record.status};
        }
    }
    return ANSWERED;
}

/* Asks for the statuses of the first messages of `keys`. */
static int32_t ask_statuses(const char *host, const smsc_plan_ask *ask, size_t *count,
                            int32_t *code)
{
    static smsc_requested pairs[MAX_MESSAGES];
    static char body[256 + 64 * MAX_MESSAGES];
    char url[512];
    size_t url_len = 0, len = 0;
    smsc_request request = {.size = sizeof request};
    smsc_request_init(&request, SMSC_CALL_STATUS);
    request.login = view_of(getenv("SMSC_LOGIN"));
    request.psw = view_of(getenv("SMSC_PASSWORD"));
    request.plain_http = strncmp(host, "http://", 7) == 0;
    request.host = view_of(host + (request.plain_http ? 7 : 0));
    request.requested = pairs;
    request.requested_len = ask->len;
    request.batch = ask->kind == SMSC_PLAN_KIND_BATCH;
    for (uint32_t i = 0; i < ask->len; i++) {
        const char *message = messages[keys[i].index], *colon = strchr(message, ':');
        smsc_requested_set_text(&pairs[i], message, (size_t)(colon - message), colon + 1,
                                strlen(colon + 1));
    }
    if (smsc_request_write_url(&request, url, sizeof url, &url_len, NULL) != SMSC_RESULT_OK ||
        smsc_request_write_body(&request, body, sizeof body, &len, NULL) != SMSC_RESULT_OK) {
        return SMSC_FAILURE_INVALID;
    }
    struct answer answer = {NULL, 0, -1};
    int32_t failure = post(url, body, len, &answer, code);
    if (answer.date >= 0) {
        smsc_plan_set_server_date(&plan, (uint64_t)answer.date, now_ms());
    }
    if (failure == ANSWERED) {
        failure = read_statuses(&request, &answer, count, code);
    }
    free(answer.body);
    return failure;
}

static void print_end(smsc_plan_key key, int32_t status, const char *meaning)
{
    smsc_view name = view_of(meaning);
    smsc_code_name(SMSC_TABLE_STATUS, status, SMSC_LANG_EN, &name);
    const char *message = messages[key.index];
    printf("%.*s %ld %.*s\n", (int)strcspn(message, ":"), message, (long)status,
           (int)name.len, name.ptr);
    fflush(stdout);
}

/* Makes a request of the plan, tells it the answer, and prints the messages that are at their end. Returns
 * whether one of them is lost. */
static int make_request(const char *host, const smsc_plan_ask *ask)
{
    size_t count = 0;
    int32_t code = 0, has = 0, failure = ask_statuses(host, ask, &count, &code);
    if (failure != ANSWERED) {
        smsc_view name = view_of("failed");
        smsc_code_name(SMSC_TABLE_FAILURE, failure, SMSC_LANG_EN, &name);
        fprintf(stderr, "%.*s %ld\n", (int)name.len, name.ptr, (long)code);
        smsc_plan_on_failure(&plan, ask, failure, code, (uint32_t)rand(), now_ms());
        return 0;
    }
    smsc_plan_on_reply(&plan, ask, answers, count, now_ms());
    int is_lost = 0;
    for (smsc_plan_key key; smsc_plan_next_lost(&plan, &key) == SMSC_RESULT_OK; is_lost = 1) {
        print_end(key, SMSC_STATUS_NOT_FOUND, "not found");
    }
    for (size_t i = 0; i < count; i++) {
        smsc_plan_has(&plan, answers[i].key, &has);
        if (!has && answers[i].status != SMSC_STATUS_NOT_FOUND) {
            print_end(answers[i].key, answers[i].status, "unknown");
        }
    }
    return is_lost;
}

/* Follows the messages of the plan, and returns the exit status. */
static int follow(const char *host, size_t count)
{
    smsc_plan_ask ask = {.size = sizeof ask};
    smsc_plan_state state = {.size = sizeof state};
    int is_lost = 0;
    uint64_t wake = 0;
    while (smsc_plan_next_wake(&plan, &wake) == SMSC_RESULT_OK) {
        sleep_until(wake);
        while (smsc_plan_poll(&plan, now_ms(), keys, count, &ask) == SMSC_RESULT_OK) {
            is_lost |= make_request(host, &ask);
        }
    }
    smsc_plan_get_state(&plan, &state);
    return state.is_refused ? 1 : is_lost ? 3 : 0;
}

/* Returns whether a plain-text host is this machine, or the host is reached by TLS. */
static int is_safe(const char *host)
{
    return strncmp(host, "http://", 7) != 0 || strncmp(host, "http://127.0.0.1:", 17) == 0;
}

int main(int argc, char **argv)
{
    const size_t count = argc < 3 ? 0 : (size_t)argc - 2;
    const int has_login = getenv("SMSC_LOGIN") != NULL && getenv("SMSC_PASSWORD") != NULL;
    if (count == 0 || count > MAX_MESSAGES || !has_login || !is_safe(argv[1])) {
        fprintf(stderr, "usage: SMSC_LOGIN=LOGIN SMSC_PASSWORD=PASSWORD follow HOST ID:PHONE..."
                        " (at most 4096)\n");
        return 2;
    }
    smsc_plan_config config = {.size = sizeof config};
    smsc_plan_config_init(&config, 0);
    config.has_history = 0; /* get.php is another request, which this program does not make */
    smsc_plan_begin(&config, slots, count, now_ms(), &plan);
    for (size_t i = 0; i < count; i++) {
        const smsc_plan_message message = {.size = sizeof message, .sent_ms = now_ms()};
        smsc_requested pair;
        smsc_plan_key key;
        const char *word = argv[i + 2], *phone = strchr(word, ':');
        if (phone == NULL ||
            smsc_requested_set_text(&pair, word, (size_t)(phone - word), phone + 1,
                                    strlen(phone + 1)) != SMSC_RESULT_OK) {
            fprintf(stderr, "message %lu: expected an id, a colon and a phone\n", (unsigned long)i + 1);
            return 2;
        }
        smsc_plan_add(&plan, &message, now_ms(), &key);
        messages[key.index] = word;
    }
    srand((unsigned)time(NULL));
    curl_global_init(CURL_GLOBAL_DEFAULT);
    const int exit_status = follow(argv[1], count);
    curl_global_cleanup();
    return exit_status;
}
