/* smsc_parse_send and its sisters: replies to other calls than those for statuses. */
#include "php_smsc_proto.h"

/* Numbers of the arguments after the body, for messages. */
enum { ARG_FMT = 2, ARG_CHARSET, ARG_COST };
/* The reply with incoming messages is known in one format, so there is no argument for it. */
enum { ARG_INCOMING_CHARSET = 2 };

/* The body of a reply, the request that it answers, and the errors that it may be. */
typedef struct answer {
    smsc_request request;
    const char *body;
    size_t len;
    smsc_api_error api_error;
    smsc_error error;
} answer;

/* Sets `item` to the next item of a list. Returns the result of the C library. */
typedef int32_t next_item(smsc_list *list, zval *item, smsc_error *error);

static int32_t next_phone(smsc_list *list, zval *item, smsc_error *error)
{
    smsc_sent_phone phone = {.size = sizeof phone};
    const int32_t result = smsc_list_next_phone(list, &phone, error);
    if (result == SMSC_RESULT_OK) {
        php_smsc_make_sent_phone(item, &phone);
    }
    return result;
}

static int32_t next_incoming(smsc_list *list, zval *item, smsc_error *error)
{
    smsc_incoming message = {.size = sizeof message};
    const int32_t result = smsc_list_next_incoming(list, &message, error);
    if (result == SMSC_RESULT_OK) {
        php_smsc_make_incoming(item, &message);
    }
    return result;
}

static int32_t next_statistics(smsc_list *list, zval *item, smsc_error *error)
{
    smsc_statistics row = {.size = sizeof row};
    const int32_t result = smsc_list_next_statistics(list, &row, error);
    if (result == SMSC_RESULT_OK) {
        php_smsc_make_statistics(item, &row);
    }
    return result;
}

static bool is_malformed(int32_t result)
{
    return result >= SMSC_RESULT_NOT_A_REPLY && result <= SMSC_RESULT_MALFORMED;
}

/* Sets `target` to a list of all items, with a Smsc\Malformed in the place of a malformed one. */
static void make_list(zval *target, smsc_list *list, next_item *next)
{
    array_init(target);
    /* Texts are decoded without it, because the encoding of each item is its own. */
    php_smsc_text_cache *expectations = ecalloc(1, sizeof *expectations);
    while (!PHP_SMSC_MUST_STOP()) {
        smsc_error error = {.size = sizeof error};
        zval item;
        const int32_t result = next(list, &item, &error);
        if (is_malformed(result)) {
            php_smsc_make_malformed(&item, &error, expectations);
        } else if (result != SMSC_RESULT_OK) {
            if (result != SMSC_RESULT_END) {
                php_smsc_throw_result(result);
            }
            break;
        }
        zend_hash_next_index_insert_new(Z_ARRVAL_P(target), &item);
    }
    php_smsc_text_cache_clear(expectations);
    efree(expectations);
}

static int32_t parse_send(zval *target, answer *answer)
{
    smsc_sent sent = {.size = sizeof sent};
    const int32_t result = smsc_parse_send(&answer->request, answer->body, answer->len, &sent,
        &answer->api_error, &answer->error);
    if (result == SMSC_RESULT_OK) {
        php_smsc_make_sent(target, &sent);
        make_list(php_smsc_slot_of_phones(target, &sent), &sent.phones, next_phone);
    }
    return result;
}

static int32_t parse_balance(zval *target, answer *answer)
{
    smsc_balance balance = {.size = sizeof balance};
    const int32_t result = smsc_parse_balance(&answer->request, answer->body, answer->len,
        &balance, &answer->api_error, &answer->error);
    if (result == SMSC_RESULT_OK) {
        php_smsc_make_balance(target, &balance);
    }
    return result;
}

static int32_t parse_operator(zval *target, answer *answer)
{
    smsc_operator found = {.size = sizeof found};
    const int32_t result = smsc_parse_operator(&answer->request, answer->body, answer->len, &found,
        &answer->api_error, &answer->error);
    if (result == SMSC_RESULT_OK) {
        php_smsc_make_operator(target, &found);
    }
    return result;
}

static int32_t parse_incoming(zval *target, answer *answer)
{
    smsc_list list;
    const int32_t result = smsc_parse_incoming(&answer->request, answer->body, answer->len, &list,
        &answer->api_error, &answer->error);
    if (result == SMSC_RESULT_OK) {
        make_list(target, &list, next_incoming);
    }
    return result;
}

static int32_t parse_statistics(zval *target, answer *answer)
{
    smsc_list list;
    const int32_t result = smsc_parse_statistics(&answer->request, answer->body, answer->len,
        &list, &answer->api_error, &answer->error);
    if (result == SMSC_RESULT_OK) {
        make_list(target, &list, next_statistics);
    }
    return result;
}

/* A call, the script that replies to it, and the parser of its replies. */
static const struct {
    int32_t call;
    int32_t endpoint;
    int32_t (*parse)(zval *target, answer *answer);
} CALLS[] = {
    {SMSC_CALL_SEND, SMSC_ENDPOINT_SEND, parse_send},
    {SMSC_CALL_BALANCE, SMSC_ENDPOINT_BALANCE, parse_balance},
    {SMSC_CALL_OPERATOR, SMSC_ENDPOINT_INFO, parse_operator},
    {SMSC_CALL_INCOMING, SMSC_ENDPOINT_HISTORY, parse_incoming},
    {SMSC_CALL_STATISTICS, SMSC_ENDPOINT_HISTORY, parse_statistics},
};

void php_smsc_parse_call(zval *target, const php_smsc_reply *reply, const zend_string *body)
{
    answer answer = {
        .request = {.size = sizeof answer.request},
        .body = ZSTR_VAL(body),
        .len = ZSTR_LEN(body),
        .api_error = {.size = sizeof answer.api_error},
        .error = {.size = sizeof answer.error},
    };
    smsc_request_init(&answer.request, reply->call);
    answer.request.format = reply->format;
    answer.request.charset = reply->charset;
    answer.request.cost = reply->cost;
    size_t index = 0;
    while (CALLS[index].call != reply->call) {
        index++;
    }
    const int32_t result = CALLS[index].parse(target, &answer);
    if (result == SMSC_RESULT_REFUSED) {
        php_smsc_throw_api_error(&answer.api_error, CALLS[index].endpoint);
    } else if (is_malformed(result)) {
        php_smsc_throw_malformed(&answer.error, NULL, body);
    } else if (result != SMSC_RESULT_OK) {
        php_smsc_throw_result(result);
    }
}

/* Sets the charset from its name, or to UTF-8, which smsc_request asks for, if there is none. */
static bool set_charset(php_smsc_reply *reply, const zend_string *name, uint32_t argument)
{
    reply->charset = SMSC_CHARSET_UTF8;
    return name == NULL || php_smsc_charset(name, argument, &reply->charset);
}

PHP_FUNCTION(smsc_parse_send)
{
    zend_string *body, *charset = NULL;
    zend_long fmt = SMSC_FORMAT_JSON, cost = 0;
    ZEND_PARSE_PARAMETERS_START(1, 4)
        Z_PARAM_STR(body)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(fmt)
        Z_PARAM_STR(charset)
        Z_PARAM_LONG(cost)
    ZEND_PARSE_PARAMETERS_END();
    php_smsc_reply reply = {.call = SMSC_CALL_SEND};
    if (php_smsc_up_to_3(fmt, ARG_FMT, &reply.format) && set_charset(&reply, charset, ARG_CHARSET)
            && php_smsc_up_to_3(cost, ARG_COST, &reply.cost)) {
        php_smsc_parse_call(return_value, &reply, body);
    }
}

/* Parses the arguments of a function without a cost, and the reply to the call. */
static void parse_function(zend_execute_data *execute_data, zval *return_value, int32_t call)
{
    zend_string *body, *charset = NULL;
    zend_long fmt = SMSC_FORMAT_JSON;
    ZEND_PARSE_PARAMETERS_START(1, 3)
        Z_PARAM_STR(body)
        Z_PARAM_OPTIONAL
        Z_PARAM_LONG(fmt)
        Z_PARAM_STR(charset)
    ZEND_PARSE_PARAMETERS_END();
    php_smsc_reply reply = {.call = call};
    if (php_smsc_up_to_3(fmt, ARG_FMT, &reply.format)
            && set_charset(&reply, charset, ARG_CHARSET)) {
        php_smsc_parse_call(return_value, &reply, body);
    }
}

PHP_FUNCTION(smsc_parse_balance)
{
    parse_function(execute_data, return_value, SMSC_CALL_BALANCE);
}

PHP_FUNCTION(smsc_parse_operator)
{
    parse_function(execute_data, return_value, SMSC_CALL_OPERATOR);
}

PHP_FUNCTION(smsc_parse_statistics)
{
    parse_function(execute_data, return_value, SMSC_CALL_STATISTICS);
}

PHP_FUNCTION(smsc_parse_incoming)
{
    zend_string *body, *charset = NULL;
    ZEND_PARSE_PARAMETERS_START(1, 2)
        Z_PARAM_STR(body)
        Z_PARAM_OPTIONAL
        Z_PARAM_STR(charset)
    ZEND_PARSE_PARAMETERS_END();
    php_smsc_reply reply = {.call = SMSC_CALL_INCOMING, .format = SMSC_FORMAT_JSON};
    if (set_charset(&reply, charset, ARG_INCOMING_CHARSET)) {
        php_smsc_parse_call(return_value, &reply, body);
    }
}
