/* Requests: their URLs and bodies, and the queries that read their replies. testdata/requests has
 * the bodies of all calls, which requests.c writes. */
#include "check.h"

static char buf[4096];
static size_t len;

static smsc_request request_of(int32_t call)
{
    smsc_request request = {.size = sizeof request};
    CHECK_NUMBER(smsc_request_init(&request, call), SMSC_RESULT_OK);
    request.apikey = VIEW("k3y");
    return request;
}

static const char *url_of(const smsc_request *request)
{
    CHECK_NUMBER(smsc_request_write_url(request, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(len, strlen(buf));
    return buf;
}

/* The script of each call, and the servers. */
static void urls(void)
{
    const char *const scripts[] = {"status", "status", "balance", "get", "get", "get", "info", "send"};
    smsc_requested pair;
    CHECK_NUMBER(smsc_requested_set(&pair, 101, "79990000001", 11), SMSC_RESULT_OK);
    for (int32_t call = SMSC_CALL_STATUS; call <= SMSC_CALL_SEND; call++) {
        smsc_request request = request_of(call);
        request.requested = &pair;
        request.requested_len = 1;
        request.start = request.end = (smsc_date){2026, 11, 29};
        char wanted[64];
        snprintf(wanted, sizeof wanted, "https://smsc.ru/sys/%s.php", scripts[call]);
        CHECK_TEXT(url_of(&request), wanted);
    }
    smsc_request request = request_of(SMSC_CALL_BALANCE);
    request.host = VIEW("127.0.0.1:8080");
    request.plain_http = 1;
    CHECK_TEXT(url_of(&request), "http://127.0.0.1:8080/sys/balance.php");
    CHECK_NUMBER(smsc_request_write_get_url(&request, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
    CHECK_TEXT(buf, "http://127.0.0.1:8080/sys/balance.php?apikey=k3y&fmt=3&charset=utf-8");
    CHECK_TEXT(SMSC_REQUEST_CONTENT_TYPE, "application/x-www-form-urlencoded");
}

/* The length is asked for first; nothing is written to a buffer that is too small. */
static void lengths(void)
{
    smsc_request request = request_of(SMSC_CALL_BALANCE);
    const char wanted[] = "apikey=k3y&fmt=3&charset=utf-8";
    CHECK_NUMBER(smsc_request_write_body(&request, NULL, 0, &len, NULL), SMSC_RESULT_BUFFER);
    CHECK_NUMBER(len, strlen(wanted));
    for (size_t size = 0; size <= len; size++) {
        size_t needed = 0;
        memset(buf, 'x', sizeof buf);
        CHECK_NUMBER(smsc_request_write_body(&request, buf, size, &needed, NULL), SMSC_RESULT_BUFFER);
        CHECK_NUMBER(needed, strlen(wanted));
        for (size_t i = 0; i < sizeof buf; i++) {
            CHECK(buf[i] == 'x');
        }
    }
    CHECK_NUMBER(smsc_request_write_body(&request, buf, len + 1, &len, NULL), SMSC_RESULT_OK);
    CHECK_TEXT(buf, wanted);
    CHECK(buf[len + 1] == 'x');
}

/* Values that the cases do not have: an id that is a number, texts with a NUL, and all at once. */
static void bodies(void)
{
    smsc_phone phones[2];
    CHECK_NUMBER(smsc_phone_set(&phones[0], "79990000001", 11), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_phone_set(&phones[1], "+79990000002", 12), SMSC_RESULT_OK);
    smsc_request request = request_of(SMSC_CALL_SEND);
    request.phones = phones;
    request.phones_len = 2;
    request.text = VIEW("a\0b");
    request.id = 77;
    request.translit = 0;
    CHECK_NUMBER(smsc_request_write_body(&request, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
    CHECK_TEXT(buf, "apikey=k3y&fmt=3&charset=utf-8&phones=79990000001%2C%2B79990000002&mes=a%00b&id=77&translit=0");
    request = request_of(SMSC_CALL_INCOMING);
    request.after_text_id = VIEW("order-77");
    CHECK_NUMBER(smsc_request_write_body(&request, buf, sizeof buf, &len, NULL), SMSC_RESULT_OK);
    CHECK_TEXT(buf, "apikey=k3y&get_answers=1&fmt=3&charset=utf-8&after_id=order-77");
}

/* The query of a request reads its reply. */
static void queries(void)
{
    smsc_requested pairs[2];
    CHECK_NUMBER(smsc_requested_set(&pairs[0], 101, "79990000001", 11), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_requested_set_text(&pairs[1], "order-77", 8, "8 (999) 000-00-02", 17), SMSC_RESULT_OK);
    smsc_request request = request_of(SMSC_CALL_STATUS);
    request.requested = pairs;
    request.requested_len = 2;
    request.batch = 1;
    request.kind = SMSC_KIND_SMS;
    smsc_query query = {.size = sizeof query};
    CHECK_NUMBER(smsc_request_get_query(&request, &query), SMSC_RESULT_OK);
    CHECK(query.size == sizeof query && query.format == SMSC_FORMAT_VALUES && query.all == 0 && query.batch == 1);
    CHECK(query.charset == SMSC_CHARSET_UTF8 && query.kind == SMSC_KIND_SMS && query.index == NULL);
    CHECK(query.requested == pairs && query.requested_len == 2);
    const char reply[] = "1,1760080210,0,101,79990000001\n20,1760080211,1,order-77,79990000002\n";
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    CHECK_NUMBER(smsc_reader_begin(&query, reply, sizeof reply - 1, &reader, NULL, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_OK);
    CHECK(record.id == 101 && record.status == SMSC_STATUS_DELIVERED);
    CHECK_NUMBER(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_OK);
    CHECK_VIEW(record.text_id, "order-77");
    CHECK_NUMBER(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_END);

    request.requested_len = 1;
    request.batch = 0;
    request.all = 2;
    request.charset = SMSC_CHARSET_KOI8_R;
    CHECK_NUMBER(smsc_request_get_query(&request, &query), SMSC_RESULT_OK);
    CHECK(query.format == SMSC_FORMAT_JSON && query.all == 2 && query.batch == 0 && query.charset == SMSC_CHARSET_KOI8_R);
    request.call = SMSC_CALL_DELETE;
    request.format = SMSC_FORMAT_VALUES;
    CHECK_NUMBER(smsc_request_get_query(&request, &query), SMSC_RESULT_OK);
    CHECK(query.format == SMSC_FORMAT_VALUES && query.all == 0 && query.batch == 0 && query.kind == SMSC_KIND_AUTO);
    CHECK_NUMBER(smsc_reader_begin(&query, "OK", 2, &reader, NULL, NULL), SMSC_RESULT_DELETED);

    request = request_of(SMSC_CALL_HISTORY);
    request.start = (smsc_date){2026, 11, 28};
    request.emails = 1;
    CHECK_NUMBER(smsc_request_get_query(&request, &query), SMSC_RESULT_OK);
    CHECK(query.format == SMSC_FORMAT_JSON && query.all == 2 && query.batch == 1 && query.kind == SMSC_KIND_EMAIL);
    CHECK(query.requested == NULL && query.requested_len == 0);
}

int main(void)
{
    urls();
    lengths();
    bodies();
    queries();
    return failures == 0 ? 0 : 1;
}
