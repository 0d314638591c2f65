/* Objects from the structs of the C library. */
#include "php_smsc_proto.h"

/*
 * The first properties of Smsc\Record are the fields in the order of smsc_field, so that the number
 * of a field is its slot. tests/tables.phpt compares both orders.
 */

/* Null for each slot of the largest object. */
static const zval NULLS[PHP_SMSC_SLOTS] = {
    [0 ... PHP_SMSC_SLOTS - 1] = {.u1.type_info = IS_NULL}};

/*
 * No allocation may come between the creation and the initialisation: if it hit the memory limit,
 * PHP would free uninitialised slots.
 */
zend_object *php_smsc_new_object(zval *item, zend_class_entry *ce)
{
    zend_object *object = zend_objects_new(ce);
    memcpy(OBJ_PROP_NUM(object, 0), NULLS, ce->default_properties_count * sizeof *NULLS);
    ZVAL_OBJ(item, object);
    return object;
}

/* Sets a slot to a number, or leaves the slot null if the number is the one for absent values. */
static inline void set_number(zend_object *object, int slot, zend_long value, zend_long absent)
{
    if (value != absent) {
        ZVAL_LONG(OBJ_PROP_NUM(object, slot), value);
    }
}

void php_smsc_set_id(zval *target, uint32_t id, smsc_view text_id)
{
    if (text_id.ptr != NULL) {
        /* A text id is ASCII, so that it needs no decoding. */
        ZVAL_STRINGL_FAST(target, text_id.ptr, text_id.len);
    } else if (id != 0) {
        ZVAL_LONG(target, id);
    } else {
        ZVAL_NULL(target);
    }
}

void php_smsc_make_record(zval *item, const smsc_record *record, const php_smsc_query *query,
    php_smsc_text_cache *cache, bool unexpected)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_record_ce);
    ZVAL_LONG(OBJ_PROP_NUM(object, SMSC_FIELD_STATUS), record->status);
    set_number(object, SMSC_FIELD_ERR, record->err, -1);
    set_number(object, SMSC_FIELD_FLAG, record->flag, -1);
    set_number(object, SMSC_FIELD_TYPE, record->type, -1);
    set_number(object, SMSC_FIELD_SMS_CNT, record->sms_cnt, -1);
    php_smsc_set_id(OBJ_PROP_NUM(object, SMSC_FIELD_ID), record->id, record->text_id);
    set_number(object, SMSC_FIELD_INT_ID, record->int_id, -1);
    set_number(object, SMSC_FIELD_LAST_TIMESTAMP, (zend_long)record->last_timestamp, 0);
    set_number(object, SMSC_FIELD_SEND_TIMESTAMP, (zend_long)record->send_timestamp, 0);
    ZVAL_BOOL(OBJ_PROP_NUM(object, PHP_SMSC_SLOT_IS_HLR), record->is_hlr);
    ZVAL_BOOL(OBJ_PROP_NUM(object, PHP_SMSC_SLOT_IS_AMBIGUOUS), record->is_ambiguous);
    ZVAL_BOOL(OBJ_PROP_NUM(object, PHP_SMSC_SLOT_UNEXPECTED), unexpected);
    ZVAL_STR_COPY(OBJ_PROP_NUM(object, PHP_SMSC_SLOT_KIND), query->kind);
    bool looks_like_utf8 = false;
#define SET(field, member) \
    if (record->member.ptr != NULL) { \
        zval *const slot = OBJ_PROP_NUM(object, field); \
        looks_like_utf8 |= \
            php_smsc_text_with_cache(slot, cache, record->member, record->encoding); \
    }
    PHP_SMSC_TEXTS(SET)
#undef SET
    ZVAL_BOOL(OBJ_PROP_NUM(object, PHP_SMSC_SLOT_LOOKS_LIKE_UTF8), looks_like_utf8);
}

/* The slots of Smsc\Outcome, in the order of its properties. */
enum {
    SLOT_STATE, SLOT_IS_FINAL, SLOT_CAUSE, SLOT_RETRY, SLOT_RETRY_AFTER_S, SLOT_SUPPRESS,
    SLOT_CHANNEL, SLOT_TITLE, SLOT_EXPLANATION, SLOT_ADVICE, SLOT_SOURCE,
    SLOT_STATUS, SLOT_ERR, SLOT_TYPE, SLOT_ERROR_CODE, SLOT_ROW, SLOT_UNSUBSCRIBES,
    SLOT_ENDPOINT, SLOT_RECEIPT_ERROR, SLOT_PROVIDER, SLOT_TEXT, SLOT_JUDGEMENT, SLOT_DECIDES,
    SLOT_REMARK
};

void php_smsc_set_name(zend_object *object, int slot, int32_t table, int32_t code)
{
    smsc_view name;
    if (smsc_code_name(table, code, SMSC_LANG_EN, &name) == SMSC_RESULT_OK) {
        ZVAL_STRINGL_FAST(OBJ_PROP_NUM(object, slot), name.ptr, name.len);
    }
}

void php_smsc_set_view(zend_object *object, int slot, smsc_view text)
{
    if (text.ptr != NULL) {
        ZVAL_STRINGL_FAST(OBJ_PROP_NUM(object, slot), text.ptr, text.len);
    }
}

void php_smsc_make_outcome(zval *item, const smsc_outcome *outcome)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_outcome_ce);
    ZVAL_BOOL(OBJ_PROP_NUM(object, SLOT_IS_FINAL), outcome->is_final);
    ZVAL_BOOL(OBJ_PROP_NUM(object, SLOT_SUPPRESS), outcome->suppress);
    ZVAL_BOOL(OBJ_PROP_NUM(object, SLOT_UNSUBSCRIBES), outcome->unsubscribes);
    set_number(object, SLOT_RETRY_AFTER_S, outcome->retry_after_s, 0);
    /* Any number can be a status, but an outcome of a status always has a type. */
    if (outcome->type != -1) {
        ZVAL_LONG(OBJ_PROP_NUM(object, SLOT_STATUS), outcome->status);
    }
    set_number(object, SLOT_ERR, outcome->err, -1);
    set_number(object, SLOT_TYPE, outcome->type, -1);
    set_number(object, SLOT_ERROR_CODE, outcome->error_code, -1);
    set_number(object, SLOT_ROW, outcome->row, 0);
    set_number(object, SLOT_RECEIPT_ERROR, outcome->receipt_error, 0);
    ZVAL_BOOL(OBJ_PROP_NUM(object, SLOT_JUDGEMENT), outcome->is_judgement);
    ZVAL_BOOL(OBJ_PROP_NUM(object, SLOT_DECIDES), outcome->decides);
    php_smsc_set_name(object, SLOT_ENDPOINT, SMSC_TABLE_ENDPOINT, outcome->endpoint);
    php_smsc_set_name(object, SLOT_PROVIDER, SMSC_TABLE_PROVIDER, outcome->provider);
    php_smsc_set_name(object, SLOT_STATE, SMSC_TABLE_STATE, outcome->state);
    php_smsc_set_name(object, SLOT_CAUSE, SMSC_TABLE_CAUSE, outcome->cause);
    php_smsc_set_name(object, SLOT_RETRY, SMSC_TABLE_RETRY, outcome->retry);
    php_smsc_set_name(object, SLOT_CHANNEL, SMSC_TABLE_CHANNEL, outcome->channel);
    php_smsc_set_view(object, SLOT_TITLE, outcome->title);
    php_smsc_set_view(object, SLOT_EXPLANATION, outcome->explanation);
    php_smsc_set_view(object, SLOT_ADVICE, outcome->advice);
    php_smsc_set_view(object, SLOT_SOURCE, outcome->source);
    php_smsc_set_view(object, SLOT_TEXT, outcome->text);
    php_smsc_set_view(object, SLOT_REMARK, outcome->remark);
}

void php_smsc_make_missing(zval *item, const php_smsc_requested *requested)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_missing_ce);
    ZVAL_COPY(OBJ_PROP_NUM(object, 0), &requested->id);
    ZVAL_STR_COPY(OBJ_PROP_NUM(object, 1), requested->phone);
}
