/* Objects of the replies to other calls, from the structs of the C library. */
#include "php_smsc_proto.h"

/* The slots, in the order of the properties of each class. */
enum { SENT_ID, SENT_CNT, SENT_COST, SENT_BALANCE, SENT_CODE, SENT_PHONES };
enum { PRICE_COST, PRICE_CNT, PRICE_PHONES };
enum { PHONE_PHONE, PHONE_MCCMNC, PHONE_COST, PHONE_STATUS, PHONE_ERROR, PHONE_LOOKS_LIKE_UTF8 };
enum { BALANCE_BALANCE, BALANCE_CREDIT, BALANCE_CURRENCY };
enum { OPERATOR_COUNTRY, OPERATOR_OPERATOR, OPERATOR_REGION, OPERATOR_MCC, OPERATOR_MNC,
    OPERATOR_TZ, OPERATOR_LOOKS_LIKE_UTF8 };
enum { INCOMING_ID, INCOMING_PHONE, INCOMING_MESSAGE, INCOMING_TO_PHONE, INCOMING_SENT,
    INCOMING_RECEIVED, INCOMING_LOOKS_LIKE_UTF8 };
enum { STATISTICS_LOGIN, STATISTICS_SMS, STATISTICS_CREDIT, STATISTICS_DEBIT, STATISTICS_CURRENCY };

/* Sets a slot to a text, unless the text is absent. Returns whether it looks like UTF-8. */
static bool set_text(zend_object *object, int slot, smsc_view text, uint32_t encoding)
{
    return text.ptr != NULL && php_smsc_text(OBJ_PROP_NUM(object, slot), text, encoding);
}

zval *php_smsc_slot_of_phones(zval *item, const smsc_sent *sent)
{
    return OBJ_PROP_NUM(Z_OBJ_P(item), sent->is_price ? PRICE_PHONES : SENT_PHONES);
}

void php_smsc_make_sent(zval *item, const smsc_sent *sent)
{
    zend_object *object =
        php_smsc_new_object(item, sent->is_price ? php_smsc_price_ce : php_smsc_sent_ce);
    ZVAL_EMPTY_ARRAY(php_smsc_slot_of_phones(item, sent));
    if (sent->is_price) {
        ZVAL_LONG(OBJ_PROP_NUM(object, PRICE_CNT), sent->count);
        php_smsc_set_view(object, PRICE_COST, sent->cost);
        return;
    }
    php_smsc_set_id(OBJ_PROP_NUM(object, SENT_ID), sent->id, sent->text_id);
    ZVAL_LONG(OBJ_PROP_NUM(object, SENT_CNT), sent->count);
    php_smsc_set_view(object, SENT_COST, sent->cost);
    php_smsc_set_view(object, SENT_BALANCE, sent->balance);
    set_text(object, SENT_CODE, sent->code, sent->encoding);
}

void php_smsc_make_sent_phone(zval *item, const smsc_sent_phone *phone)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_sent_phone_ce);
    const uint32_t encoding = phone->encoding;
    bool looks_like_utf8 = set_text(object, PHONE_PHONE, phone->phone, encoding);
    looks_like_utf8 |= set_text(object, PHONE_MCCMNC, phone->mccmnc, encoding);
    looks_like_utf8 |= set_text(object, PHONE_STATUS, phone->status, encoding);
    looks_like_utf8 |= set_text(object, PHONE_ERROR, phone->error, encoding);
    php_smsc_set_view(object, PHONE_COST, phone->cost);
    ZVAL_BOOL(OBJ_PROP_NUM(object, PHONE_LOOKS_LIKE_UTF8), looks_like_utf8);
}

void php_smsc_make_balance(zval *item, const smsc_balance *balance)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_balance_ce);
    php_smsc_set_view(object, BALANCE_BALANCE, balance->amount);
    php_smsc_set_view(object, BALANCE_CREDIT, balance->credit);
    set_text(object, BALANCE_CURRENCY, balance->currency, balance->encoding);
}

void php_smsc_make_operator(zval *item, const smsc_operator *found)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_operator_ce);
    const uint32_t encoding = found->encoding;
    bool looks_like_utf8 = set_text(object, OPERATOR_COUNTRY, found->country, encoding);
    looks_like_utf8 |= set_text(object, OPERATOR_OPERATOR, found->operator_, encoding);
    looks_like_utf8 |= set_text(object, OPERATOR_REGION, found->region, encoding);
    looks_like_utf8 |= set_text(object, OPERATOR_MCC, found->mcc, encoding);
    looks_like_utf8 |= set_text(object, OPERATOR_MNC, found->mnc, encoding);
    looks_like_utf8 |= set_text(object, OPERATOR_TZ, found->tz, encoding);
    ZVAL_BOOL(OBJ_PROP_NUM(object, OPERATOR_LOOKS_LIKE_UTF8), looks_like_utf8);
}

void php_smsc_make_incoming(zval *item, const smsc_incoming *message)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_incoming_ce);
    const uint32_t encoding = message->encoding;
    php_smsc_set_id(OBJ_PROP_NUM(object, INCOMING_ID), message->id, message->text_id);
    bool looks_like_utf8 = set_text(object, INCOMING_PHONE, message->phone, encoding);
    looks_like_utf8 |= set_text(object, INCOMING_MESSAGE, message->message, encoding);
    looks_like_utf8 |= set_text(object, INCOMING_TO_PHONE, message->to_phone, encoding);
    looks_like_utf8 |= set_text(object, INCOMING_SENT, message->sent, encoding);
    looks_like_utf8 |= set_text(object, INCOMING_RECEIVED, message->received, encoding);
    ZVAL_BOOL(OBJ_PROP_NUM(object, INCOMING_LOOKS_LIKE_UTF8), looks_like_utf8);
}

void php_smsc_make_statistics(zval *item, const smsc_statistics *row)
{
    zend_object *object = php_smsc_new_object(item, php_smsc_statistics_ce);
    set_text(object, STATISTICS_LOGIN, row->login, row->encoding);
    ZVAL_LONG(OBJ_PROP_NUM(object, STATISTICS_SMS), row->count);
    php_smsc_set_view(object, STATISTICS_CREDIT, row->credit);
    php_smsc_set_view(object, STATISTICS_DEBIT, row->debit);
    set_text(object, STATISTICS_CURRENCY, row->currency, row->encoding);
}
