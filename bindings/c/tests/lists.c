/* Lists of replies that were not started, and lists that are continued after an error or their end. */
#include "outputs.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char sent_body[] = "{\"id\":1,\"cnt\":1}";
#define SENT sent_body, sizeof sent_body - 1

/* Lists of zero bytes, of any bytes and of other objects. */
static void states_of_lists(void)
{
    const smsc_request send = request_for(SMSC_CALL_SEND), incoming = request_for(SMSC_CALL_INCOMING);
    const smsc_request statistics = request_for(SMSC_CALL_STATISTICS);
    smsc_list lists[6];
    smsc_sent sent = {.size = sizeof sent};
    memset(&lists[0], 0, sizeof *lists);
    memset(&lists[1], 0xA5, sizeof *lists);
    memset(&lists[2], 0xFF, sizeof *lists);
    CHECK_NUMBER(smsc_parse_send(&send, SENT, &sent, NULL, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_parse_incoming(&incoming, "[]", 2, &lists[4], NULL, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_parse_statistics(&statistics, "[]", 2, &lists[5], NULL, NULL), SMSC_RESULT_OK);
    lists[3] = sent.phones;
    for (size_t i = 0; i < COUNT(lists); i++) {
        if (i != 3) {
            REJECTS(STATE, smsc_list_next_phone(&lists[i], &out.sent_phone, &out.error));
        }
        if (i != 4) {
            REJECTS(STATE, smsc_list_next_incoming(&lists[i], &out.incoming, &out.error));
        }
        if (i != 5) {
            REJECTS(STATE, smsc_list_next_statistics(&lists[i], &out.statistics, &out.error));
        }
    }
    REJECTS(END, smsc_list_next_phone(&lists[3], &out.sent_phone, &out.error));
    REJECTS(END, smsc_list_next_incoming(&lists[4], &out.incoming, &out.error));
    REJECTS(END, smsc_list_next_statistics(&lists[5], &out.statistics, &out.error));
    /* A list that was in use is not started any more after each failure to start it anew. */
    const struct {
        const smsc_request *request;
        const char *text;
        size_t len;
        int32_t wanted;
    } failing[] = {
        {NULL, "[]", 2, SMSC_RESULT_NULL},     {&incoming, NULL, 1, SMSC_RESULT_NULL},
        {&send, "[]", 2, SMSC_RESULT_VALUE},   {&incoming, "", 0, SMSC_RESULT_NOT_A_REPLY},
        {&incoming, "{\"error_code\":9}", 16, SMSC_RESULT_REFUSED},
    };
    for (size_t i = 0; i < COUNT(failing); i++) {
        prepare();
        CHECK_NUMBER(smsc_parse_incoming(failing[i].request, failing[i].text, failing[i].len, &out.list, NULL, NULL), failing[i].wanted);
        CHECK_NUMBER(smsc_list_next_incoming(&out.list, &out.incoming, NULL), SMSC_RESULT_STATE);
        const smsc_request *of_send = failing[i].request == &incoming ? &send : failing[i].request == &send ? &incoming : NULL;
        CHECK_NUMBER(smsc_parse_send(&send, SENT, &sent, NULL, NULL), SMSC_RESULT_OK);
        CHECK_NUMBER(smsc_parse_send(of_send, failing[i].text, failing[i].len, &sent, NULL, NULL), failing[i].wanted);
        CHECK_NUMBER(smsc_list_next_phone(&sent.phones, &out.sent_phone, NULL), SMSC_RESULT_STATE);
        CHECK(sent.id == 1 && sent.count == 1);
    }
}

/* Lists that continue after an object that cannot be parsed, and end after broken syntax. */
static void lists_after_errors(void)
{
    static const char text[] = "[{\"id\":0,\"phone\":\"1\"}, 7, {\"phone\":\"2\"}, {\"id\":4,\"phone\":\"3\"}, {\"id\":!";
    const int32_t wanted[] = {SMSC_RESULT_INVALID_VALUE, SMSC_RESULT_NOT_A_RECORD, SMSC_RESULT_MISSING_KEY,
                              SMSC_RESULT_OK,            SMSC_RESULT_SYNTAX,       SMSC_RESULT_END,
                              SMSC_RESULT_END};
    const smsc_request request = request_for(SMSC_CALL_INCOMING);
    smsc_list list, copy;
    prepare();
    CHECK_NUMBER(smsc_parse_incoming(&request, text, sizeof text - 1, &list, NULL, NULL), SMSC_RESULT_OK);
    for (size_t i = 0; i < COUNT(wanted); i++) {
        copy = list;
        CHECK_NUMBER(smsc_list_next_incoming(&list, &out.incoming, &out.error), wanted[i]);
        CHECK_NUMBER(smsc_list_next_incoming(&copy, &out.incoming, NULL), wanted[i]);
        if (wanted[i] == SMSC_RESULT_OK) {
            CHECK_NUMBER(out.incoming.id, 4);
        } else if (wanted[i] != SMSC_RESULT_END) {
            CHECK(out.error.code == wanted[i] && out.error.offset < sizeof text);
        }
    }
}

int main(void)
{
    states_of_lists();
    lists_after_errors();
    return failures == 0 ? 0 : 1;
}
