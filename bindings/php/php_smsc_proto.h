/* Declarations shared by the files of the extension. */
#ifndef PHP_SMSC_PROTO_H
#define PHP_SMSC_PROTO_H

#include <php.h>
#include <smsc_proto.h>

#if SIZEOF_ZEND_LONG < 8
# error "timestamps need 64 bits"
#endif

/*
 * Whether a loop must stop: an exception was thrown, or the memory limit was reached. Some builds
 * of PHP do not end a function at the memory limit; they wait until the function returns, and kill
 * the process if the function allocates far more memory before then.
 */
#ifdef ZEND_HAS_OOM
# define PHP_SMSC_MUST_STOP() (EG(exception) != NULL || ZEND_HAS_OOM())
#else
# define PHP_SMSC_MUST_STOP() (EG(exception) != NULL)
#endif

extern zend_module_entry smsc_proto_module_entry;
#define phpext_smsc_proto_ptr &smsc_proto_module_entry

/*
 * The classes. They are written once, when the module is loaded, and only read after that. So the
 * threads of a ZTS build can share them.
 */
extern zend_class_entry *php_smsc_record_ce;
extern zend_class_entry *php_smsc_flags_ce;
extern zend_class_entry *php_smsc_outcome_ce;
extern zend_class_entry *php_smsc_malformed_ce;
extern zend_class_entry *php_smsc_missing_ce;
extern zend_class_entry *php_smsc_deleted_ce;
extern zend_class_entry *php_smsc_records_ce;
extern zend_class_entry *php_smsc_malformed_reply_ce;
extern zend_class_entry *php_smsc_api_error_ce;
extern zend_class_entry *php_smsc_option_error_ce;
extern zend_class_entry *php_smsc_request_ce;
extern zend_class_entry *php_smsc_request_error_ce;
extern zend_class_entry *php_smsc_sent_ce;
extern zend_class_entry *php_smsc_price_ce;
extern zend_class_entry *php_smsc_sent_phone_ce;
extern zend_class_entry *php_smsc_balance_ce;
extern zend_class_entry *php_smsc_operator_ce;
extern zend_class_entry *php_smsc_incoming_ce;
extern zend_class_entry *php_smsc_statistics_ce;
extern zend_class_entry *php_smsc_callback_ce;
extern zend_class_entry *php_smsc_incoming_message_ce;
extern zend_class_entry *php_smsc_confirmed_call_ce;
extern zend_class_entry *php_smsc_callback_error_ce;
extern zend_class_entry *php_smsc_advice_ce;
extern zend_class_entry *php_smsc_merged_ce;
extern zend_class_entry *php_smsc_ask_ce;
extern zend_class_entry *php_smsc_plan_ce;

/* options.c: options of a call. */

/* One (id, phone) pair of the argument `ids`. The id is an int or, if it is a text, a string. */
typedef struct php_smsc_requested {
    zval id;
    zend_string *phone;
} php_smsc_requested;

/* An index of the C library, and the memory that it points to. */
typedef struct php_smsc_index {
    smsc_requested_index c;
    uint32_t room[];
} php_smsc_index;

/* A query of the C library, and the memory that the query points to. */
typedef struct php_smsc_query {
    smsc_query c;
    /* The pairs of `ids`, and these pairs in the form that the C library needs: `count` of each. */
    php_smsc_requested *requested;
    smsc_requested *c_requested;
    size_t count;
    /* An index of the pairs. Not a member, because the library needs it to stay where it is. */
    php_smsc_index *index;
    /* The name of `c.kind`. */
    zend_string *kind;
    /* The script that replies, or SMSC_ENDPOINT_ANY for status.php. */
    int32_t endpoint;
} php_smsc_query;

/* The arguments after the body, unchecked. A pointer is NULL if its argument is absent. */
typedef struct php_smsc_options {
    zend_long fmt;
    zend_long all;
    bool multi;
    zend_string *charset;
    zend_string *kind;
    HashTable *ids;
} php_smsc_options;

/*
 * Checks the options and sets `query` from them. Returns false if an exception was thrown; then
 * there is nothing to destroy.
 */
bool php_smsc_query_init(php_smsc_query *query, const php_smsc_options *options);
/*
 * Adds the pairs of `ids` and an index of them. Returns false if an exception was thrown; then there
 * is nothing to destroy.
 */
bool php_smsc_add_all_requested(php_smsc_query *query, HashTable *ids);
/* Frees the memory that `query` points to. */
void php_smsc_query_destroy(php_smsc_query *query);
/* Returns the number of the kind with this name, or SMSC_KIND_AUTO if there is no such kind. */
int32_t php_smsc_kind(const zval *name);
/*
 * Sets `lang` to the number of the language with this name, or to English if `name` is NULL.
 * Returns false if there is no such language: then an exception about the argument with number
 * `argument` was thrown.
 */
bool php_smsc_lang(const zend_string *name, uint32_t argument, int32_t *lang);
/*
 * Sets `charset` or `kind` to the number with this name, or to windows-1251 or auto if `name` is
 * NULL. They fail as php_smsc_lang does.
 */
bool php_smsc_charset(const zend_string *name, uint32_t argument, int32_t *charset);
bool php_smsc_named_kind(const zend_string *name, uint32_t argument, int32_t *kind);
/*
 * Sets `format` to that of a notification with this name, or to a form if `name` is NULL. Fails as
 * php_smsc_lang does.
 */
bool php_smsc_callback_format(const zend_string *name, uint32_t argument, int32_t *format);
/* Sets `target` to a number from 0 to 3, such as a format. Fails as php_smsc_lang does. */
bool php_smsc_up_to_3(zend_long number, uint32_t argument, int32_t *target);
/* Sets `endpoint` to the number with this name. Returns false if there is none. */
bool php_smsc_find_endpoint(const zend_string *name, int32_t *endpoint);
/* Returns a string with the name of a kind. */
zend_string *php_smsc_kind_name(int32_t kind);
/* Sets `endpoint` to the number of the endpoint with this name. Fails as php_smsc_lang does. */
bool php_smsc_endpoint(const zend_string *name, uint32_t argument, int32_t *endpoint);

/* texts.c: UTF-8 strings from the bytes of a reply. */

enum { PHP_SMSC_TEXT_CACHE_BITS = 8 };

typedef struct php_smsc_cached_text {
    /* The first and the last 8 bytes of `bytes`. */
    uint64_t first;
    uint64_t last;
    smsc_view bytes;
    /* NULL in an unused entry. */
    zend_string *text;
    bool looks_like_utf8;
} php_smsc_cached_text;

/*
 * A cache of decoded texts. A batch repeats most of its texts: names of statuses, countries and
 * operators, sender IDs, and often the message itself.
 */
typedef struct php_smsc_text_cache {
    php_smsc_cached_text texts[1 << PHP_SMSC_TEXT_CACHE_BITS];
    /* The last name and expectation of a malformed item, in one string; or NULL. */
    zend_string *named;
} php_smsc_text_cache;

/*
 * Decodes `bytes` and sets `target` to a new string. Returns whether the bytes look like UTF-8 that
 * is read in another charset.
 */
bool php_smsc_text(zval *target, smsc_view bytes, uint32_t encoding);
/*
 * Like php_smsc_text, but sets `target` to the string in the cache if the cache has these bytes.
 * All calls with one cache must have one encoding, and `bytes` must stay valid until the cache is
 * cleared. `cache` may be NULL.
 */
bool php_smsc_text_with_cache(
    zval *target, php_smsc_text_cache *cache, smsc_view bytes, uint32_t encoding);
/* Removes all texts from the cache. */
void php_smsc_text_cache_clear(php_smsc_text_cache *cache);

/* records.c: objects from the structs of the C library. */

enum {
    PHP_SMSC_FIELDS = SMSC_FIELD_CRC + 1,
    /* The properties of Smsc\Record after the fields. */
    PHP_SMSC_SLOT_IS_HLR = PHP_SMSC_FIELDS,
    PHP_SMSC_SLOT_IS_AMBIGUOUS,
    PHP_SMSC_SLOT_UNEXPECTED,
    PHP_SMSC_SLOT_KIND,
    PHP_SMSC_SLOT_LOOKS_LIKE_UTF8,
    PHP_SMSC_SLOTS,
};

/* Calls X(number of the field, name of the member) for each text of smsc_record. */
#define PHP_SMSC_TEXTS(X) \
    X(SMSC_FIELD_LAST_DATE, last_date) \
    X(SMSC_FIELD_IMSI, imsi) \
    X(SMSC_FIELD_MSC, msc) \
    X(SMSC_FIELD_MCC, mcc) \
    X(SMSC_FIELD_MNC, mnc) \
    X(SMSC_FIELD_CN, cn) \
    X(SMSC_FIELD_NET, net) \
    X(SMSC_FIELD_RCN, rcn) \
    X(SMSC_FIELD_RNET, rnet) \
    X(SMSC_FIELD_SEND_DATE, send_date) \
    X(SMSC_FIELD_PHONE, phone) \
    X(SMSC_FIELD_MCCMNC, mccmnc) \
    X(SMSC_FIELD_COUNTRY, country) \
    X(SMSC_FIELD_OPERATOR, operator_) \
    X(SMSC_FIELD_OPERATOR_ORIG, operator_orig) \
    X(SMSC_FIELD_REGION, region) \
    X(SMSC_FIELD_COST, cost) \
    X(SMSC_FIELD_SENDER_ID, sender_id) \
    X(SMSC_FIELD_STATUS_NAME, status_name) \
    X(SMSC_FIELD_MESSAGE, message) \
    X(SMSC_FIELD_COMMENT, comment) \
    X(SMSC_FIELD_FORMAT, format) \
    X(SMSC_FIELD_CRC, crc)

/* Creates an object whose slots are all null, and sets `item` to it. */
zend_object *php_smsc_new_object(zval *item, zend_class_entry *ce);
/* Sets a slot to a text in ASCII or UTF-8, unless the text is absent. */
void php_smsc_set_view(zend_object *object, int slot, smsc_view text);
/* Sets a slot to the English name of a code, if the code has one. */
void php_smsc_set_name(zend_object *object, int slot, int32_t table, int32_t code);
/* Sets `item` to a new Smsc\Record. `cache` may be NULL. */
void php_smsc_make_record(zval *item, const smsc_record *record, const php_smsc_query *query,
    php_smsc_text_cache *cache, bool unexpected);
/* Sets `target` to the id of a message: to an int, a string or null. */
void php_smsc_set_id(zval *target, uint32_t id, smsc_view text_id);
/* Sets `item` to a new Smsc\Missing. */
void php_smsc_make_missing(zval *item, const php_smsc_requested *requested);
/* Sets `item` to a new Smsc\Outcome. */
void php_smsc_make_outcome(zval *item, const smsc_outcome *outcome);

/* malformed.c: the class Smsc\Malformed. */

/* Sets the handlers of the class, once it is registered. */
void php_smsc_malformed_init(void);
/* Sets `item` to a new Smsc\Malformed. `cache` may be NULL. */
void php_smsc_make_malformed(zval *item, const smsc_error *error, php_smsc_text_cache *cache);

/* errors.c: exceptions and their texts. */

/*
 * Throws Smsc\MalformedReply. Its hint names the options of `query` that `body` needs more likely;
 * there is none if one of them is NULL.
 */
void php_smsc_throw_malformed(
    const smsc_error *error, const php_smsc_query *query, const zend_string *body);
/* Throws a Smsc\ApiError of a script. */
void php_smsc_throw_api_error(const smsc_api_error *error, int32_t endpoint);
/* Throws a Smsc\RequestError. */
void php_smsc_throw_request_error(const smsc_request_error *error);
/* Throws a Smsc\CallbackError. Its message is that of the error unless `message` is not NULL. */
void php_smsc_throw_callback_error(const smsc_callback_error *error, const char *message);
/* Throws an Error for a result that reports a wrong call: here the caller is this extension. */
void php_smsc_throw_result(int32_t result);
/* Sets `target` to the message of the error, or to "" if there is none. */
void php_smsc_error_message(zval *target, const smsc_error *error);
/* Sets `target` to the wire name of the field that the error is about, or to null. */
void php_smsc_field_name(zval *target, const smsc_error *error);
/* Sets `name` to that of an API error at a script. Returns false if it has no name there. */
bool php_smsc_api_error_name(int32_t code, int32_t endpoint, int32_t lang, smsc_view *name);

/* items.c: the items of a reply, in order. */

/*
 * Returns the next chunk. Returns NULL after the last chunk, and if an exception was thrown.
 */
typedef zend_string *(*php_smsc_feed)(void *context);

typedef struct php_smsc_items {
    const php_smsc_query *query;
    /* The whole body; NULL if `feed` returns the body in chunks. */
    const zend_string *body;
    php_smsc_feed feed;
    void *feed_context;
    bool started;
    bool ended;
    smsc_record record;
    smsc_error error;
    /* The number of malformed items so far, the error of the first one, and whether there were any
     * others but missing ones. */
    size_t malformed;
    smsc_error first_malformed;
    bool has_others;
    /* NULL unless the query is one for a batch. */
    php_smsc_text_cache *cache;
    /* The number of pairs that the records parsed so far have matched or skipped. */
    size_t requested_next;
    /* The pairs from `missing_next` to `missing_end` are returned as missing before `pending`. */
    size_t missing_next;
    size_t missing_end;
    zval pending;
    /* The window over the chunks, and how many of its bytes the last step consumed. */
    char *memory;
    size_t capacity;
    size_t start;
    size_t len;
    size_t consumed;
    bool feed_ended;
    union {
        smsc_reader reader;
        smsc_chunk_reader chunks;
    } state;
} php_smsc_items;

/* Starts with a whole body. `query` and `body` must stay valid. */
void php_smsc_items_of_body(
    php_smsc_items *items, const php_smsc_query *query, const zend_string *body);
/* Starts with the chunks that `feed` returns. `query` and `context` must stay valid. */
void php_smsc_items_of_chunks(
    php_smsc_items *items, const php_smsc_query *query, php_smsc_feed feed, void *context);
/*
 * Sets `item` to the next item. Returns false at the end and if an exception was thrown; then
 * `item` is unchanged.
 */
bool php_smsc_items_next(php_smsc_items *items, zval *item);
/* Frees all memory. After this php_smsc_items_next returns false. */
void php_smsc_items_destroy(php_smsc_items *items);

/* Returns whether a result is about the whole body, and not about one record. */
static inline bool php_smsc_is_no_reply(int32_t result)
{
    return result == SMSC_RESULT_NOT_A_REPLY || result == SMSC_RESULT_API_ERROR;
}

/* calls.c: replies to other calls than those for statuses. */

/* The options that decide how the reply to a call is read. */
typedef struct php_smsc_reply {
    /* See smsc_call. */
    int32_t call;
    int32_t format;
    int32_t charset;
    int32_t cost;
} php_smsc_reply;

/* Sets `target` to what the reply to a call says, or throws. */
void php_smsc_parse_call(zval *target, const php_smsc_reply *reply, const zend_string *body);

/* call_objects.c: objects from the structs of these replies. */

void php_smsc_make_sent(zval *item, const smsc_sent *sent);
void php_smsc_make_sent_phone(zval *item, const smsc_sent_phone *phone);
void php_smsc_make_balance(zval *item, const smsc_balance *balance);
void php_smsc_make_operator(zval *item, const smsc_operator *found);
void php_smsc_make_incoming(zval *item, const smsc_incoming *message);
void php_smsc_make_statistics(zval *item, const smsc_statistics *row);
/* Returns the slot for the phones of a Smsc\Sent or a Smsc\Price. */
zval *php_smsc_slot_of_phones(zval *item, const smsc_sent *sent);

/* smsc_proto.c: the module. */

/* Sets `target` to the list of the items of a body, or throws. */
void php_smsc_parse(zval *target, const php_smsc_query *query, zend_string *body);

/* request_options.c: the options of smsc_request. */

/* A request of the C library, and the memory that the request points to. */
typedef struct php_smsc_request {
    smsc_request c;
    /* The pairs of `ids`. */
    php_smsc_query query;
    /* The phones, and these phones in the form that the C library needs: `phone_count` of each. */
    zend_string **phones;
    smsc_phone *c_phones;
    size_t phone_count;
} php_smsc_request;

/*
 * Sets `made` from the arguments of smsc_request, whose texts it refers to. Returns false if an
 * exception was thrown; then there is nothing to destroy.
 */
bool php_smsc_request_init(zend_execute_data *execute_data, php_smsc_request *made);
/* Frees the memory that `made` points to. */
void php_smsc_request_destroy(php_smsc_request *made);

/* request.c: the class Smsc\Request. */

/* Sets the handlers of the class, once it is registered. */
void php_smsc_request_class_init(void);

/* advice.c: what went wrong with a request. */

/* Returns whether the number is in the range. Throws if not. */
bool php_smsc_check_range(zend_long number, zend_long min, zend_long max, uint32_t argument);
/* Sets the failure with this name. Throws if there is none. */
bool php_smsc_set_failure(smsc_attempt *attempt, const zend_string *name, uint32_t argument);
/* Sets the code of the failure. Throws if it is missing, is not wanted, or is out of range. */
bool php_smsc_set_failure_code(
    smsc_attempt *attempt, bool no_code, zend_long code, uint32_t argument);
/* Sets a random number, unless the caller has one. Throws if it is out of range. */
bool php_smsc_set_random(uint32_t *target, bool no_random, zend_long random, uint32_t argument);

/* plan.c: the class Smsc\Plan. */

/* Sets the handlers of the class, once it is registered. */
void php_smsc_plan_init(void);

/* iterate.c: the class Smsc\Records. */

/* Sets the handlers of the class, once it is registered. */
void php_smsc_iterate_init(void);
/* Returns the stream of a resource, or NULL if the resource is closed or no stream. */
php_stream *php_smsc_stream(zval *source);
/* Sets `target` to a new Smsc\Records, which then owns what `query` points to. */
void php_smsc_make_records(zval *target, const zval *source, const php_smsc_query *query);

#endif
