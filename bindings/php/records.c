/* From the structs of the library to objects. */
#include "php_smsc_proto.h"

/* The first properties of Smsc\Status are the fields in the order of smsc_field, so that a field's number is its slot; a test compares the two. */
enum { SLOT_IS_HLR = PHP_SMSC_FIELDS, SLOT_AMBIGUOUS, SLOT_UNASKED };

/* As many as the largest object has slots. */
static const zval NULLS[PHP_SMSC_SLOT_KIND + 1] = {[0 ... PHP_SMSC_SLOT_KIND] = {.u1.type_info = IS_NULL}};

/* An object whose slots are all null. Nothing may fail before each slot has a value: a memory limit would leave garbage to free. */
static zend_object *object(zval *item, zend_class_entry *ce)
{
    zend_object *made = zend_objects_new(ce);
    memcpy(OBJ_PROP_NUM(made, 0), NULLS, ce->default_properties_count * sizeof *NULLS);
    ZVAL_OBJ(item, made);
    return made;
}

static inline void number(zend_object *status, int slot, zend_long value, zend_long absent)
{
    if (value != absent) {
        ZVAL_LONG(OBJ_PROP_NUM(status, slot), value);
    }
}

void php_smsc_status(zval *item, const smsc_record *record, const php_smsc_query *query, php_smsc_seen *seen, bool unasked)
{
    zend_object *status = object(item, php_smsc_status_ce);
    ZVAL_LONG(OBJ_PROP_NUM(status, SMSC_FIELD_STATUS), record->status);
    number(status, SMSC_FIELD_ERR, record->err, -1);
    number(status, SMSC_FIELD_FLAG, record->flag, -1);
    number(status, SMSC_FIELD_TYPE, record->type, -1);
    number(status, SMSC_FIELD_SMS_CNT, record->sms_cnt, -1);
    number(status, SMSC_FIELD_ID, record->id, 0);
    number(status, SMSC_FIELD_LAST_TIMESTAMP, (zend_long)record->last_timestamp, 0);
    number(status, SMSC_FIELD_SEND_TIMESTAMP, (zend_long)record->send_timestamp, 0);
    ZVAL_BOOL(OBJ_PROP_NUM(status, SLOT_IS_HLR), record->is_hlr);
    ZVAL_BOOL(OBJ_PROP_NUM(status, SLOT_AMBIGUOUS), record->split == SMSC_SPLIT_AMBIGUOUS);
    ZVAL_BOOL(OBJ_PROP_NUM(status, SLOT_UNASKED), unasked);
    ZVAL_STR_COPY(OBJ_PROP_NUM(status, PHP_SMSC_SLOT_KIND), query->kind);
#define SET(field, member) \
    if (record->member.ptr != NULL) { \
        php_smsc_text_seen(OBJ_PROP_NUM(status, field), seen, record->member, record->encoding); \
    }
    PHP_SMSC_TEXTS(SET)
#undef SET
}

/* In the order of Smsc\Outcome's properties. */
enum {
    SLOT_STATE, SLOT_IS_FINAL, SLOT_CAUSE, SLOT_RETRY, SLOT_RETRY_AFTER_S, SLOT_SUPPRESS, SLOT_TITLE, SLOT_EXPLANATION, SLOT_ADVICE, SLOT_SOURCE,
    SLOT_STATUS, SLOT_ERR, SLOT_TYPE, SLOT_ERROR_CODE, SLOT_ROW, SLOT_UNSUBSCRIBES
};

static void word(zend_object *outcome, int slot, int32_t table, int32_t of)
{
    smsc_view name;
    if (smsc_code_name(table, of, SMSC_LANG_EN, &name) == SMSC_RESULT_OK) {
        ZVAL_STRINGL_FAST(OBJ_PROP_NUM(outcome, slot), name.ptr, name.len);
    }
}

void php_smsc_outcome(zval *item, const smsc_outcome *given)
{
    zend_object *outcome = object(item, php_smsc_outcome_ce);
    ZVAL_BOOL(OBJ_PROP_NUM(outcome, SLOT_IS_FINAL), given->is_final);
    ZVAL_BOOL(OBJ_PROP_NUM(outcome, SLOT_SUPPRESS), given->suppress);
    ZVAL_BOOL(OBJ_PROP_NUM(outcome, SLOT_UNSUBSCRIBES), given->unsubscribes);
    number(outcome, SLOT_RETRY_AFTER_S, given->retry_after_s, 0);
    if (given->type != -1) {
        ZVAL_LONG(OBJ_PROP_NUM(outcome, SLOT_STATUS), given->status);
    }
    number(outcome, SLOT_ERR, given->err, -1);
    number(outcome, SLOT_TYPE, given->type, -1);
    number(outcome, SLOT_ERROR_CODE, given->error_code, -1);
    number(outcome, SLOT_ROW, given->row, 0);
    word(outcome, SLOT_STATE, SMSC_TABLE_STATE, given->state);
    word(outcome, SLOT_CAUSE, SMSC_TABLE_CAUSE, given->cause);
    word(outcome, SLOT_RETRY, SMSC_TABLE_RETRY, given->retry);
    ZVAL_STRINGL_FAST(OBJ_PROP_NUM(outcome, SLOT_TITLE), given->title.ptr, given->title.len);
    ZVAL_STRINGL_FAST(OBJ_PROP_NUM(outcome, SLOT_EXPLANATION), given->explanation.ptr, given->explanation.len);
    ZVAL_STRINGL_FAST(OBJ_PROP_NUM(outcome, SLOT_ADVICE), given->advice.ptr, given->advice.len);
    ZVAL_STRINGL_FAST(OBJ_PROP_NUM(outcome, SLOT_SOURCE), given->source.ptr, given->source.len);
}

/* In the order of Smsc\Malformed's properties. */
enum { SLOT_CODE, SLOT_MESSAGE, SLOT_OFFSET, SLOT_EXPECTED, SLOT_FIELD, SLOT_START, SLOT_END };

void php_smsc_malformed(zval *item, const smsc_error *error)
{
    zend_object *malformed = object(item, php_smsc_malformed_ce);
    ZVAL_LONG(OBJ_PROP_NUM(malformed, SLOT_CODE), error->code);
    ZVAL_LONG(OBJ_PROP_NUM(malformed, SLOT_OFFSET), (zend_long)error->offset);
    ZVAL_LONG(OBJ_PROP_NUM(malformed, SLOT_START), (zend_long)error->start);
    ZVAL_LONG(OBJ_PROP_NUM(malformed, SLOT_END), (zend_long)error->end);
    php_smsc_error_message(OBJ_PROP_NUM(malformed, SLOT_MESSAGE), error);
    ZVAL_STRINGL_FAST(OBJ_PROP_NUM(malformed, SLOT_EXPECTED), error->expected.ptr, error->expected.len);
    php_smsc_field_name(OBJ_PROP_NUM(malformed, SLOT_FIELD), error);
}

void php_smsc_missing(zval *item, const php_smsc_pair *pair)
{
    zend_object *missing = object(item, php_smsc_missing_ce);
    ZVAL_LONG(OBJ_PROP_NUM(missing, 0), pair->id);
    ZVAL_STR_COPY(OBJ_PROP_NUM(missing, 1), pair->phone);
}
