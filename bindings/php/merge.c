/* smsc_merge: what is known of a message from reports in any order. */
#include "php_smsc_proto.h"

/* The slots of Smsc\Merged, in the order of its properties. */
enum { SLOT_RECORD, SLOT_IS_FINAL, SLOT_NOT_FOUND, SLOT_REPORTS };

/* A report. The record is the first member, so that a pointer to it is one to the report. */
typedef struct report {
    smsc_record record;
    zval *object;
} report;

/*
 * Sets `number` to a property, if it has a number of this range. Returns false if it has another
 * one: an unserialized object can have any value, or none.
 */
static bool get_number(zend_object *object, int slot, zend_long min, zend_long max, zend_long *number)
{
    const zval *value = OBJ_PROP_NUM(object, slot);
    if (Z_TYPE_P(value) != IS_LONG) {
        return true;
    }
    *number = Z_LVAL_P(value);
    return *number >= min && *number <= max;
}

static smsc_view get_text(zend_object *object, int slot)
{
    const zval *value = OBJ_PROP_NUM(object, slot);
    if (Z_TYPE_P(value) != IS_STRING) {
        return (smsc_view){NULL, 0};
    }
    return (smsc_view){Z_STRVAL_P(value), Z_STRLEN_P(value)};
}

/*
 * Sets `record` to the values of an object, whose texts it refers to. Returns false if a number is
 * one that no record can have.
 */
static bool set_record(smsc_record *record, zend_object *object)
{
    zend_long status = 0, err = -1, flag = -1, type = -1, sms_cnt = -1, id = 0, int_id = -1;
    zend_long last = 0, sent = 0;
    record->size = sizeof *record;
    if (Z_TYPE_P(OBJ_PROP_NUM(object, SMSC_FIELD_STATUS)) != IS_LONG
            || !get_number(object, SMSC_FIELD_STATUS, INT32_MIN, INT32_MAX, &status)
            || !get_number(object, SMSC_FIELD_ERR, 0, INT32_MAX, &err)
            || !get_number(object, SMSC_FIELD_FLAG, 0, UINT16_MAX, &flag)
            || !get_number(object, SMSC_FIELD_TYPE, 0, UINT8_MAX, &type)
            || !get_number(object, SMSC_FIELD_SMS_CNT, 0, INT32_MAX, &sms_cnt)
            || !get_number(object, SMSC_FIELD_ID, 1, INT32_MAX, &id)
            || !get_number(object, SMSC_FIELD_INT_ID, 0, ZEND_LONG_MAX, &int_id)
            || !get_number(object, SMSC_FIELD_LAST_TIMESTAMP, 0, ZEND_LONG_MAX, &last)
            || !get_number(object, SMSC_FIELD_SEND_TIMESTAMP, 0, ZEND_LONG_MAX, &sent)
            || smsc_record_init(record, (int32_t)status) != SMSC_RESULT_OK) {
        return false;
    }
    record->err = (int32_t)err;
    record->flag = (int32_t)flag;
    record->type = (int32_t)type;
    record->sms_cnt = (int32_t)sms_cnt;
    record->id = (uint32_t)id;
    record->int_id = int_id;
    record->last_timestamp = (uint64_t)last;
    record->send_timestamp = (uint64_t)sent;
    record->is_ambiguous = Z_TYPE_P(OBJ_PROP_NUM(object, PHP_SMSC_SLOT_IS_AMBIGUOUS)) == IS_TRUE;
    record->encoding = SMSC_CHARSET_UTF8;
    record->text_id = get_text(object, SMSC_FIELD_ID);
#define GET(field, member) record->member = get_text(object, field);
    PHP_SMSC_TEXTS(GET)
#undef GET
    return true;
}

/*
 * Sets the reports from an array. Returns false if an exception was thrown, because the array is
 * empty, or because an item is no Smsc\Record.
 */
static bool set_reports(report *reports, const smsc_record **pointers, HashTable *array)
{
    size_t count = 0;
    zval *item;
    ZEND_HASH_FOREACH_VAL(array, item) {
        ZVAL_DEREF(item);
        if (Z_TYPE_P(item) != IS_OBJECT || Z_OBJCE_P(item) != php_smsc_record_ce) {
            zend_argument_type_error(1, "must have items of type Smsc\\Record, %s given",
                zend_zval_type_name(item));
            return false;
        }
        report *next = &reports[count];
        if (!set_record(&next->record, Z_OBJ_P(item))) {
            php_smsc_throw_result(SMSC_RESULT_VALUE);
            return false;
        }
        next->object = item;
        pointers[count++] = &next->record;
    } ZEND_HASH_FOREACH_END();
    return true;
}

static void make_merged(zval *item, const smsc_record **kept, const smsc_record *record,
    const smsc_merged *merged)
{
    zend_object *first = Z_OBJ_P(((const report *)kept[0])->object);
    const php_smsc_query query = {
        .kind = php_smsc_kind_name(php_smsc_kind(OBJ_PROP_NUM(first, PHP_SMSC_SLOT_KIND)))};
    zend_object *object = php_smsc_new_object(item, php_smsc_merged_ce);
    php_smsc_make_record(OBJ_PROP_NUM(object, SLOT_RECORD), record, &query, NULL, false);
    zend_string_release(query.kind);
    ZVAL_BOOL(OBJ_PROP_NUM(object, SLOT_IS_FINAL), merged->is_final);
    ZVAL_BOOL(OBJ_PROP_NUM(object, SLOT_NOT_FOUND), merged->was_not_found);
    zval *reports = OBJ_PROP_NUM(object, SLOT_REPORTS);
    array_init_size(reports, (uint32_t)merged->kept);
    for (size_t i = 0; i < merged->kept; i++) {
        zval *report_object = ((const report *)kept[i])->object;
        Z_ADDREF_P(report_object);
        add_next_index_zval(reports, report_object);
    }
}

PHP_FUNCTION(smsc_merge)
{
    HashTable *array;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_ARRAY_HT(array)
    ZEND_PARSE_PARAMETERS_END();
    const size_t count = zend_hash_num_elements(array);
    if (count == 0) {
        zend_argument_error(php_smsc_option_error_ce, 1, "must have at least one Smsc\\Record");
        RETURN_THROWS();
    }
    report *reports = safe_emalloc(count, sizeof *reports, 0);
    const smsc_record **pointers = safe_emalloc(count, sizeof *pointers, 0);
    if (set_reports(reports, pointers, array)) {
        smsc_record record = {.size = sizeof record};
        smsc_merged merged = {.size = sizeof merged};
        const int32_t result = smsc_merge(pointers, count, &record, &merged);
        if (result == SMSC_RESULT_OK) {
            make_merged(return_value, pointers, &record, &merged);
        } else {
            php_smsc_throw_result(result);
        }
    }
    efree(pointers);
    efree(reports);
}
