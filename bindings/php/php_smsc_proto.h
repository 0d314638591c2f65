/* What the files of the extension share. */
#ifndef PHP_SMSC_PROTO_H
#define PHP_SMSC_PROTO_H

#include <php.h>
#include <smsc_proto.h>

#if SIZEOF_ZEND_LONG < 8
# error "timestamps need 64 bits"
#endif

/*
 * Whether a loop has to end: an exception was thrown, or there is no more memory. Some builds of PHP do not end a function at the memory limit; they wait for
 * it to return, and kill the process if it takes far more.
 */
#ifdef ZEND_HAS_OOM
# define PHP_SMSC_HAS_TO_END() (EG(exception) != NULL || ZEND_HAS_OOM())
#else
# define PHP_SMSC_HAS_TO_END() (EG(exception) != NULL)
#endif

extern zend_module_entry smsc_proto_module_entry;
#define phpext_smsc_proto_ptr &smsc_proto_module_entry

/* Written once, when the module is loaded, and read alone from then on: so no thread of a ZTS build needs its own. */
extern zend_class_entry *php_smsc_status_ce;
extern zend_class_entry *php_smsc_flags_ce;
extern zend_class_entry *php_smsc_outcome_ce;
extern zend_class_entry *php_smsc_malformed_ce;
extern zend_class_entry *php_smsc_missing_ce;
extern zend_class_entry *php_smsc_deleted_ce;
extern zend_class_entry *php_smsc_records_ce;
extern zend_class_entry *php_smsc_malformed_reply_ce;
extern zend_class_entry *php_smsc_api_error_ce;
extern zend_class_entry *php_smsc_option_error_ce;

/* options.c */

typedef struct php_smsc_pair {
    uint32_t id;
    zend_string *phone;
} php_smsc_pair;

/* A request, with whatever its `ids` refer to. */
typedef struct php_smsc_query {
    smsc_query c;
    php_smsc_pair *pairs;
    smsc_requested *asked;
    size_t count;
    /* The word for `c.kind`. */
    zend_string *kind;
} php_smsc_query;

/* The arguments behind the body, as they came; NULL where none did. */
typedef struct php_smsc_options {
    zend_long fmt;
    zend_long all;
    bool multi;
    zend_string *charset;
    zend_string *kind;
    HashTable *ids;
} php_smsc_options;

/* False when an exception has been thrown; then there is nothing to destroy. */
bool php_smsc_query_init(php_smsc_query *query, const php_smsc_options *options);
void php_smsc_query_destroy(php_smsc_query *query);
/* The number of a kind; that of `auto` for what is none. */
int32_t php_smsc_kind(const zval *name);
/* The number of a language, English where none was given. False when an exception about this argument has been thrown. */
bool php_smsc_lang(const zend_string *name, uint32_t argument, int32_t *lang);

/* texts.c: UTF-8 from the bytes of a reply. */

enum { PHP_SMSC_SEEN_BITS = 8 };

typedef struct php_smsc_text_before {
    uint64_t first;
    uint64_t last;
    smsc_view bytes;
    zend_string *text;
} php_smsc_text_before;

/* Texts that came before. A batch repeats most of its texts: names of statuses, countries and operators, senders, and often the message itself. */
typedef struct php_smsc_seen {
    php_smsc_text_before texts[1 << PHP_SMSC_SEEN_BITS];
} php_smsc_seen;

void php_smsc_text(zval *place, smsc_view bytes, uint32_t encoding);
/* The same, sharing the string if the text has come before, in the same encoding. The bytes have to stay until all is forgotten. `seen` may be NULL. */
void php_smsc_text_seen(zval *place, php_smsc_seen *seen, smsc_view bytes, uint32_t encoding);
void php_smsc_forget(php_smsc_seen *seen);

/* records.c: each makes an object in `item`. */

enum {
    PHP_SMSC_FIELDS = SMSC_FIELD_ID + 1,
    /* Behind the fields, Smsc\Status has properties of its own. */
    PHP_SMSC_SLOT_KIND = SMSC_FIELD_ID + 4,
};

/* The texts of smsc_record: the field's number, and the member that it is. */
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
    X(SMSC_FIELD_COMMENT, comment)

void php_smsc_status(zval *item, const smsc_record *record, const php_smsc_query *query, php_smsc_seen *seen, bool unasked);
void php_smsc_malformed(zval *item, const smsc_error *error);
void php_smsc_missing(zval *item, const php_smsc_pair *pair);
void php_smsc_outcome(zval *item, const smsc_outcome *outcome);

/* errors.c */

void php_smsc_throw_malformed(const smsc_error *error);
void php_smsc_throw_refusal(const smsc_api_error *refusal);
/* For what the library says of its caller, which is this extension. */
void php_smsc_throw_result(int32_t result);
void php_smsc_error_message(zval *place, const smsc_error *error);
void php_smsc_field_name(zval *place, const smsc_error *error);

/* items.c: what stands in a reply, one after the other. */

/* Gives the next chunk; NULL at their end, and when an exception has been thrown. */
typedef zend_string *(*php_smsc_feed)(void *context);

typedef struct php_smsc_items {
    const php_smsc_query *query;
    /* A body at hand; or else what gives chunks. */
    const zend_string *body;
    php_smsc_feed feed;
    void *feed_context;
    bool begun;
    bool over;
    smsc_record record;
    smsc_error error;
    /* For batches alone. */
    php_smsc_seen *seen;
    /* Pairs that the records so far account for. Of those, the ones from `told` to `missing_to` are still to be called missing, and `behind` comes then. */
    size_t asked_next;
    size_t told;
    size_t missing_to;
    zval behind;
    /* The window over the chunks, and how much of it the last step used. */
    char *memory;
    size_t capacity;
    size_t start;
    size_t len;
    size_t used;
    bool fed_up;
    union {
        smsc_reader reader;
        smsc_chunk_reader chunks;
    } state;
} php_smsc_items;

/* The query and the body, or the context of the feed, have to stay. */
void php_smsc_items_of_body(php_smsc_items *items, const php_smsc_query *query, const zend_string *body);
void php_smsc_items_of_chunks(php_smsc_items *items, const php_smsc_query *query, php_smsc_feed feed, void *context);
/* False at the end, and when an exception has been thrown; then `item` is left alone. */
bool php_smsc_items_next(php_smsc_items *items, zval *item);
/* Nothing comes from then on. */
void php_smsc_items_destroy(php_smsc_items *items);

/* Whether a result says of the whole body that it cannot be read, and not of a record. */
static inline bool php_smsc_is_no_reply(int32_t result)
{
    return result == SMSC_RESULT_NOT_A_REPLY || result == SMSC_RESULT_API_ERROR;
}

/* iterate.c */

void php_smsc_iterate_init(void);
/* Makes a Smsc\Records, which takes the query over. */
void php_smsc_records(zval *place, const zval *source, const php_smsc_query *query);

#endif
