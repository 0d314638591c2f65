/* Outputs of functions, filled with a pattern so that a test sees whether they were changed. */
#ifndef OUTPUTS_H
#define OUTPUTS_H

#include "check.h"
#include <valgrind/memcheck.h>

/* One output of each kind. */
struct outputs {
    smsc_reader reader;
    smsc_chunk_reader chunks;
    smsc_writer writer;
    smsc_record record;
    smsc_api_error api_error;
    smsc_flag flag;
    smsc_outcome outcome;
    smsc_requested pair;
    smsc_requested_index index;
    smsc_view view;
    uint64_t cost;
    size_t len;
    size_t next;
    int32_t number;
    smsc_request request;
    smsc_request_error request_error;
    smsc_phone phone;
    smsc_query query;
    smsc_sent sent;
    smsc_sent_phone sent_phone;
    smsc_balance balance;
    smsc_operator found;
    smsc_list list;
    smsc_incoming incoming;
    smsc_statistics statistics;
    smsc_callback_error callback_error;
    smsc_advice advice;
    smsc_send_advice send_advice;
    smsc_plan plan;
    smsc_plan_config plan_config;
    smsc_plan_key key;
    smsc_plan_ask ask;
    smsc_plan_state state;
    char buf[64];
    smsc_error error;
};

static struct outputs out, before;
/* The memory of the plan. */
static smsc_plan_slot slots[2];

/* A notification, which LEAVES_NOTHING fills with a pattern. */
__attribute__((unused)) static smsc_callback callback;

static inline smsc_query batch_query(void)
{
    smsc_query query = query_of(SMSC_FORMAT_VALUES);
    query.batch = 1;
    return query;
}

static const char body[] = "1,1760080210,0,101,79990000001\n20,1760080211,1,102,79990000002\n";
#define BODY body, sizeof body - 1

/* Returns a record that fmt 1 can represent. */
static inline smsc_record made_record(void)
{
    smsc_record record = {.size = sizeof record};
    CHECK_NUMBER(smsc_record_init(&record, SMSC_STATUS_DELIVERED), SMSC_RESULT_OK);
    record.encoding = SMSC_CHARSET_UTF8;
    record.id = 101;
    record.phone = VIEW("79990000001");
    return record;
}

static inline smsc_requested made_pair(void)
{
    smsc_requested pair;
    CHECK_NUMBER(smsc_requested_set(&pair, 101, "79990000001", 11), SMSC_RESULT_OK);
    return pair;
}

/* Returns a request for the status of one message, with a key. */
static inline smsc_request made_request(const smsc_requested *pair)
{
    smsc_request request = {.size = sizeof request};
    CHECK_NUMBER(smsc_request_init(&request, SMSC_CALL_STATUS), SMSC_RESULT_OK);
    request.requested = pair;
    request.requested_len = 1;
    request.apikey = VIEW("k3y");
    return request;
}

/* Returns a request whose reply is to be parsed. */
static inline smsc_request request_for(int32_t call)
{
    smsc_request request = {.size = sizeof request};
    CHECK_NUMBER(smsc_request_init(&request, call), SMSC_RESULT_OK);
    return request;
}

static const char incoming_body[] = "[{\"id\":5,\"phone\":\"79990000001\"},{\"id\":6,\"phone\":\"79990000002\"}]";
#define INCOMING incoming_body, sizeof incoming_body - 1

/* Starts the plan, with a message that was sent at 0. */
static inline void prepare_plan(void)
{
    const smsc_plan_message message = {.size = sizeof message};
    smsc_plan_key key;
    out.plan_config.size = sizeof out.plan_config;
    out.ask.size = sizeof out.ask;
    out.state.size = sizeof out.state;
    CHECK_NUMBER(smsc_plan_begin(NULL, slots, 2, 0, &out.plan), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_plan_add(&out.plan, &message, 0, &key), SMSC_RESULT_OK);
}

/* Prepares all outputs: the sizes are set, the readers, the writer and the plan are started, the rest
 * is a pattern. */
static inline void prepare(void)
{
    memset(&out, 0xA5, sizeof out);
    out.record.size = sizeof out.record;
    out.api_error.size = sizeof out.api_error;
    out.flag.size = sizeof out.flag;
    out.outcome.size = sizeof out.outcome;
    out.request.size = sizeof out.request;
    out.request_error.size = sizeof out.request_error;
    out.query.size = sizeof out.query;
    out.sent.size = sizeof out.sent;
    out.sent_phone.size = sizeof out.sent_phone;
    out.balance.size = sizeof out.balance;
    out.found.size = sizeof out.found;
    out.incoming.size = sizeof out.incoming;
    out.statistics.size = sizeof out.statistics;
    out.callback_error.size = sizeof out.callback_error;
    out.advice.size = sizeof out.advice;
    out.send_advice.size = sizeof out.send_advice;
    out.error.size = sizeof out.error;
    out.next = 0;
    prepare_plan();
    const smsc_request request = request_for(SMSC_CALL_INCOMING);
    CHECK_NUMBER(smsc_parse_incoming(&request, INCOMING, &out.list, NULL, NULL), SMSC_RESULT_OK);
    const smsc_query query = batch_query();
    size_t len = 0;
    CHECK_NUMBER(smsc_reader_begin(&query, BODY, &out.reader, NULL, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_chunk_reader_begin(&query, 0, &out.chunks, NULL), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_writer_begin(&query, 0, &out.writer, NULL, 0, &len, NULL), SMSC_RESULT_OK);
    /* The state of the library has padding bytes, which are never written; these tests compare
     * them. */
    (void)VALGRIND_MAKE_MEM_DEFINED(&out, sizeof out);
    memcpy(&before, &out, sizeof out);
}

/* Puts a state back whose mark is zeros: a call that was to start it has failed. */
static inline void restore(void *state, const void *from, size_t size)
{
    static const char no_mark[8];
    if (memcmp(state, no_mark, sizeof no_mark) == 0) {
        memcpy(state, from, size);
    }
}

/* Returns whether all outputs but the error struct are unchanged. A state may not be started any
 * more. */
static inline int is_untouched(void)
{
    restore(&out.reader, &before.reader, sizeof out.reader);
    restore(&out.chunks, &before.chunks, sizeof out.chunks);
    restore(&out.writer, &before.writer, sizeof out.writer);
    restore(&out.index, &before.index, sizeof out.index);
    restore(&out.list, &before.list, sizeof out.list);
    restore(&out.plan, &before.plan, sizeof out.plan);
    restore(&out.sent.phones, &before.sent.phones, sizeof out.sent.phones);
    return memcmp(&out, &before, offsetof(struct outputs, error)) == 0 && out.error.size == before.error.size;
}

/* The call returns this result and leaves all outputs unchanged. Its arguments are evaluated after
 * `prepare`. */
#define REJECTS(wanted, call)                                                \
    do {                                                                     \
        prepare();                                                           \
        CHECK_NUMBER((call), SMSC_RESULT_##wanted);                          \
        check_that(is_untouched(), "outputs of " #call, __FILE__, __LINE__); \
    } while (0)

/* The call returns this result and leaves all outputs unchanged but the reader, which is not
 * started any more. */
#define HAS_NO_RECORDS(wanted, call)                                                       \
    do {                                                                                   \
        prepare();                                                                         \
        CHECK_NUMBER((call), SMSC_RESULT_##wanted);                                        \
        CHECK_NUMBER(smsc_reader_next(&out.reader, &out.record, NULL), SMSC_RESULT_STATE); \
        check_that(is_untouched(), "outputs of " #call, __FILE__, __LINE__);               \
    } while (0)

/* The call returns this result; its outputs are not checked. */
#define RETURNS(wanted, call)                       \
    do {                                            \
        prepare();                                  \
        CHECK_NUMBER((call), SMSC_RESULT_##wanted); \
    } while (0)

/* The call returns this result, and leaves an empty notification and, if an argument is wrong, all
 * other outputs unchanged. Its arguments are evaluated after the outputs are prepared. */
#define LEAVES_NOTHING(wanted, call)                                                     \
    do {                                                                                 \
        prepare();                                                                       \
        memset(&callback, 0xA5, sizeof callback);                                        \
        callback.size = sizeof callback;                                                 \
        CHECK_NUMBER((call), SMSC_RESULT_##wanted);                                      \
        check_that(is_empty(&callback), "notification of " #call, __FILE__, __LINE__);   \
        check_that(SMSC_RESULT_##wanted >= 500 || is_untouched(), "outputs of " #call, __FILE__, __LINE__); \
    } while (0)

/* The call rejects a wrong size in the struct that it is to fill. */
#define REJECTS_SIZE(NAME, output, call)                                   \
    do {                                                                   \
        for (uint32_t size_ = 0; size_ < 2; size_++) {                     \
            prepare();                                                     \
            (output).size = size_ == 0 ? 0 : (uint32_t)sizeof(output) - 1; \
            memcpy(&before, &out, sizeof out);                             \
            CHECK_NUMBER((call), SMSC_RESULT_SIZE_##NAME);                 \
            CHECK(is_untouched());                                         \
            CHECK(memcmp(&out.error, &before.error, sizeof out.error) == 0);\
        }                                                                  \
    } while (0)

#endif
