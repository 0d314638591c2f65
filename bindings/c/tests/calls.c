/*
 * Parses the replies of the cases in testdata/calls, and prints the lines that testdata/README.md
 * describes:
 *
 *     calls <CASES
 *
 * A case is a line `CALL FORMAT COST CHARSET BODY`: a smsc_call, three more numbers, and the body in
 * hexadecimal after a `-`. After the output for each case there is a line with a `.`.
 */
#include "cases.h"

/* A reply in memory of exactly its length, and what its parser returned. */
struct reply {
    smsc_request request;
    char *body;
    size_t len;
    smsc_api_error api_error;
    smsc_error error;
};

/* Prints an object that cannot be parsed. An error that contains nothing of the reply describes it. */
static void print_failure(const smsc_error *error, int32_t result, size_t len)
{
    char message[256] = "";
    size_t message_len = 0;
    CHECK(SMSC_IS_MALFORMED(result) && result != SMSC_RESULT_MALFORMED);
    CHECK_NUMBER(error->code, result);
    CHECK(error->start <= error->offset && error->offset <= len && error->start <= error->end && error->end <= len);
    CHECK((error->name.ptr != NULL) == (result == SMSC_RESULT_INVALID_VALUE || result == SMSC_RESULT_MISSING_KEY));
    CHECK_NUMBER(smsc_error_describe(error, message, sizeof message, &message_len), SMSC_RESULT_OK);
    begin_object();
    print_key("malformed");
    printf("true");
    end_object();
}

/* Prints everything but an object of the reply, and returns whether there is one to print. */
static int is_parsed(const struct reply *reply, int32_t result)
{
    if (result == SMSC_RESULT_REFUSED) {
        print_api_error(&reply->api_error);
    } else if (result != SMSC_RESULT_OK) {
        print_failure(&reply->error, result, reply->len);
    }
    return result == SMSC_RESULT_OK;
}

static void print_phone(const smsc_sent_phone *phone)
{
    begin_object();
    print_text_of("phone", phone->phone, phone->encoding);
    print_text_of("mccmnc", phone->mccmnc, phone->encoding);
    print_text_of("status", phone->status, phone->encoding);
    print_text_of("error", phone->error, phone->encoding);
    print_text_of("cost", phone->cost, phone->encoding);
    end_object();
}

/* Prints the phones, which a copy of the list has as well. */
static void print_phones(smsc_list *phones, size_t len)
{
    smsc_list copy = *phones;
    smsc_sent_phone phone = {.size = sizeof phone}, again = {.size = sizeof again};
    smsc_error error = {.size = sizeof error};
    int32_t result = SMSC_RESULT_OK;
    for (int count = 0; (result = smsc_list_next_phone(phones, &phone, &error)) != SMSC_RESULT_END; count++) {
        CHECK_NUMBER(smsc_list_next_phone(&copy, &again, NULL), result);
        if (count == 0) {
            print_key("phones");
        }
        putchar(count == 0 ? '[' : ',');
        if (result == SMSC_RESULT_OK) {
            CHECK(phone.phone.ptr == again.phone.ptr);
            print_phone(&phone);
        } else {
            print_failure(&error, result, len);
        }
    }
    CHECK_NUMBER(smsc_list_next_phone(&copy, &again, NULL), SMSC_RESULT_END);
    CHECK_NUMBER(smsc_list_next_phone(phones, &phone, &error), SMSC_RESULT_END);
    if (phone.phone.ptr != NULL || error.code != 0) {
        putchar(']');
    }
}

static void send(struct reply *reply)
{
    smsc_sent sent = {.size = sizeof sent};
    const int32_t result = smsc_parse_send(&reply->request, reply->body, reply->len, &sent, &reply->api_error, &reply->error);
    if (is_parsed(reply, result)) {
        CHECK_NUMBER(sent.is_price, reply->request.cost == 1);
        begin_object();
        print_id(sent.id, sent.text_id);
        print_key("cnt");
        printf("%lu", (unsigned long)sent.count);
        print_text_of("cost", sent.cost, sent.encoding);
        print_text_of("balance", sent.balance, sent.encoding);
        print_text_of("code", sent.code, sent.encoding);
        print_phones(&sent.phones, reply->len);
        end_object();
    } else {
        smsc_sent_phone phone = {.size = sizeof phone};
        CHECK_NUMBER(smsc_list_next_phone(&sent.phones, &phone, NULL), SMSC_RESULT_STATE);
    }
}

static void balance(struct reply *reply)
{
    smsc_balance balance = {.size = sizeof balance};
    const int32_t result =
        smsc_parse_balance(&reply->request, reply->body, reply->len, &balance, &reply->api_error, &reply->error);
    if (is_parsed(reply, result)) {
        begin_object();
        print_text_of("balance", balance.amount, balance.encoding);
        print_text_of("credit", balance.credit, balance.encoding);
        print_text_of("currency", balance.currency, balance.encoding);
        end_object();
    }
}

static void operator_of_a_phone(struct reply *reply)
{
    smsc_operator found = {.size = sizeof found};
    const int32_t result =
        smsc_parse_operator(&reply->request, reply->body, reply->len, &found, &reply->api_error, &reply->error);
    if (is_parsed(reply, result)) {
        begin_object();
        print_text_of("country", found.country, found.encoding);
        print_text_of("operator", found.operator_, found.encoding);
        print_text_of("region", found.region, found.encoding);
        print_text_of("mcc", found.mcc, found.encoding);
        print_text_of("mnc", found.mnc, found.encoding);
        print_text_of("tz", found.tz, found.encoding);
        end_object();
    }
}

static void print_incoming(const smsc_incoming *message)
{
    begin_object();
    print_id(message->id, message->text_id);
    print_text_of("phone", message->phone, message->encoding);
    print_text_of("message", message->message, message->encoding);
    print_text_of("to_phone", message->to_phone, message->encoding);
    print_text_of("sent", message->sent, message->encoding);
    print_text_of("received", message->received, message->encoding);
    end_object();
}

static void incoming(struct reply *reply)
{
    smsc_list list;
    smsc_incoming message = {.size = sizeof message};
    int32_t result = smsc_parse_incoming(&reply->request, reply->body, reply->len, &list, &reply->api_error, &reply->error);
    if (!is_parsed(reply, result)) {
        CHECK_NUMBER(smsc_list_next_incoming(&list, &message, NULL), SMSC_RESULT_STATE);
        return;
    }
    while ((result = smsc_list_next_incoming(&list, &message, &reply->error)) != SMSC_RESULT_END) {
        if (result == SMSC_RESULT_OK) {
            print_incoming(&message);
        } else {
            print_failure(&reply->error, result, reply->len);
        }
        putchar('\n');
    }
    CHECK_NUMBER(smsc_list_next_incoming(&list, &message, NULL), SMSC_RESULT_END);
}

static void print_row(const smsc_statistics *row)
{
    begin_object();
    print_text_of("login", row->login, row->encoding);
    print_key("sms");
    printf("%lu", (unsigned long)row->count);
    print_text_of("credit", row->credit, row->encoding);
    print_text_of("debit", row->debit, row->encoding);
    print_text_of("currency", row->currency, row->encoding);
    end_object();
}

static void statistics(struct reply *reply)
{
    smsc_list list;
    smsc_statistics row = {.size = sizeof row};
    int32_t result = smsc_parse_statistics(&reply->request, reply->body, reply->len, &list, &reply->api_error, &reply->error);
    if (!is_parsed(reply, result)) {
        CHECK_NUMBER(smsc_list_next_statistics(&list, &row, NULL), SMSC_RESULT_STATE);
        return;
    }
    while ((result = smsc_list_next_statistics(&list, &row, &reply->error)) != SMSC_RESULT_END) {
        if (result == SMSC_RESULT_OK) {
            print_row(&row);
        } else {
            print_failure(&reply->error, result, reply->len);
        }
        putchar('\n');
    }
    CHECK_NUMBER(smsc_list_next_statistics(&list, &row, NULL), SMSC_RESULT_END);
}

int main(void)
{
    for (char *line = read_line(); line != NULL; line = read_line()) {
        struct reply reply = {.request = {.size = sizeof reply.request},
                              .api_error = {.size = sizeof reply.api_error},
                              .error = {.size = sizeof reply.error}};
        char *at = line;
        CHECK_NUMBER(smsc_request_init(&reply.request, (int32_t)strtol(at, &at, 10)), SMSC_RESULT_OK);
        reply.request.format = (int32_t)strtol(at, &at, 10);
        reply.request.cost = (int32_t)strtol(at, &at, 10);
        reply.request.charset = (int32_t)strtol(at, &at, 10);
        reply.body = unhex(strchr(at, '-') + 1, &reply.len);
        switch (reply.request.call) {
        case SMSC_CALL_SEND: send(&reply); break;
        case SMSC_CALL_BALANCE: balance(&reply); break;
        case SMSC_CALL_OPERATOR: operator_of_a_phone(&reply); break;
        case SMSC_CALL_INCOMING: incoming(&reply); break;
        case SMSC_CALL_STATISTICS: statistics(&reply); break;
        default: return 2;
        }
        puts("\n.");
        free(reply.body);
        free(line);
    }
    return failures == 0 ? 0 : 1;
}
