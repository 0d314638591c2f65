/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 4656b6dee4e6af6cfe2b7464870eb070e4056c54 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Record___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Record_statusName, 0, 0, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, lang, IS_STRING, 0, "\"en\"")
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Record_errName arginfo_class_Smsc_Record_statusName

#define arginfo_class_Smsc_Record_typeName arginfo_class_Smsc_Record_statusName

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Smsc_Record_flags, 0, 0, Smsc\\Flags, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Smsc_Record_outcome, 0, 0, Smsc\\Outcome, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, lang, IS_STRING, 0, "\"en\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Flags___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, flag, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Flags_typeName arginfo_class_Smsc_Record_statusName


ZEND_METHOD(Smsc_Record, __construct);
ZEND_METHOD(Smsc_Record, statusName);
ZEND_METHOD(Smsc_Record, errName);
ZEND_METHOD(Smsc_Record, typeName);
ZEND_METHOD(Smsc_Record, flags);
ZEND_METHOD(Smsc_Record, outcome);
ZEND_METHOD(Smsc_Flags, __construct);
ZEND_METHOD(Smsc_Flags, typeName);


static const zend_function_entry class_Smsc_Record_methods[] = {
	ZEND_ME(Smsc_Record, __construct, arginfo_class_Smsc_Record___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Smsc_Record, statusName, arginfo_class_Smsc_Record_statusName, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Record, errName, arginfo_class_Smsc_Record_errName, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Record, typeName, arginfo_class_Smsc_Record_typeName, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Record, flags, arginfo_class_Smsc_Record_flags, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Record, outcome, arginfo_class_Smsc_Record_outcome, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Flags_methods[] = {
	ZEND_ME(Smsc_Flags, __construct, arginfo_class_Smsc_Flags___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Flags, typeName, arginfo_class_Smsc_Flags_typeName, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_Record(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Record", class_Smsc_Record_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval const_NOT_FOUND_value;
	ZVAL_LONG(&const_NOT_FOUND_value, SMSC_STATUS_NOT_FOUND);
	zend_string *const_NOT_FOUND_name = zend_string_init_interned("NOT_FOUND", sizeof("NOT_FOUND") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_FOUND_name, &const_NOT_FOUND_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_FOUND_name);

	zval const_STOPPED_value;
	ZVAL_LONG(&const_STOPPED_value, SMSC_STATUS_STOPPED);
	zend_string *const_STOPPED_name = zend_string_init_interned("STOPPED", sizeof("STOPPED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_STOPPED_name, &const_STOPPED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_STOPPED_name);

	zval const_WAITING_value;
	ZVAL_LONG(&const_WAITING_value, SMSC_STATUS_WAITING);
	zend_string *const_WAITING_name = zend_string_init_interned("WAITING", sizeof("WAITING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_WAITING_name, &const_WAITING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_WAITING_name);

	zval const_HANDED_OVER_value;
	ZVAL_LONG(&const_HANDED_OVER_value, SMSC_STATUS_HANDED_OVER);
	zend_string *const_HANDED_OVER_name = zend_string_init_interned("HANDED_OVER", sizeof("HANDED_OVER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_HANDED_OVER_name, &const_HANDED_OVER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_HANDED_OVER_name);

	zval const_DELIVERED_value;
	ZVAL_LONG(&const_DELIVERED_value, SMSC_STATUS_DELIVERED);
	zend_string *const_DELIVERED_name = zend_string_init_interned("DELIVERED", sizeof("DELIVERED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DELIVERED_name, &const_DELIVERED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DELIVERED_name);

	zval const_READ_value;
	ZVAL_LONG(&const_READ_value, SMSC_STATUS_READ);
	zend_string *const_READ_name = zend_string_init_interned("READ", sizeof("READ") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_READ_name, &const_READ_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_READ_name);

	zval const_EXPIRED_value;
	ZVAL_LONG(&const_EXPIRED_value, SMSC_STATUS_EXPIRED);
	zend_string *const_EXPIRED_name = zend_string_init_interned("EXPIRED", sizeof("EXPIRED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_EXPIRED_name, &const_EXPIRED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_EXPIRED_name);

	zval const_LINK_CLICKED_value;
	ZVAL_LONG(&const_LINK_CLICKED_value, SMSC_STATUS_LINK_CLICKED);
	zend_string *const_LINK_CLICKED_name = zend_string_init_interned("LINK_CLICKED", sizeof("LINK_CLICKED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LINK_CLICKED_name, &const_LINK_CLICKED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LINK_CLICKED_name);

	zval const_REPORTED_AS_SPAM_value;
	ZVAL_LONG(&const_REPORTED_AS_SPAM_value, SMSC_STATUS_REPORTED_AS_SPAM);
	zend_string *const_REPORTED_AS_SPAM_name = zend_string_init_interned("REPORTED_AS_SPAM", sizeof("REPORTED_AS_SPAM") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REPORTED_AS_SPAM_name, &const_REPORTED_AS_SPAM_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REPORTED_AS_SPAM_name);

	zval const_UNDELIVERABLE_value;
	ZVAL_LONG(&const_UNDELIVERABLE_value, SMSC_STATUS_UNDELIVERABLE);
	zend_string *const_UNDELIVERABLE_name = zend_string_init_interned("UNDELIVERABLE", sizeof("UNDELIVERABLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNDELIVERABLE_name, &const_UNDELIVERABLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNDELIVERABLE_name);

	zval const_WRONG_NUMBER_value;
	ZVAL_LONG(&const_WRONG_NUMBER_value, SMSC_STATUS_WRONG_NUMBER);
	zend_string *const_WRONG_NUMBER_name = zend_string_init_interned("WRONG_NUMBER", sizeof("WRONG_NUMBER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_WRONG_NUMBER_name, &const_WRONG_NUMBER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_WRONG_NUMBER_name);

	zval const_FORBIDDEN_value;
	ZVAL_LONG(&const_FORBIDDEN_value, SMSC_STATUS_FORBIDDEN);
	zend_string *const_FORBIDDEN_name = zend_string_init_interned("FORBIDDEN", sizeof("FORBIDDEN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FORBIDDEN_name, &const_FORBIDDEN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FORBIDDEN_name);

	zval const_NO_MONEY_value;
	ZVAL_LONG(&const_NO_MONEY_value, SMSC_STATUS_NO_MONEY);
	zend_string *const_NO_MONEY_name = zend_string_init_interned("NO_MONEY", sizeof("NO_MONEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_MONEY_name, &const_NO_MONEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_MONEY_name);

	zval const_UNAVAILABLE_NUMBER_value;
	ZVAL_LONG(&const_UNAVAILABLE_NUMBER_value, SMSC_STATUS_UNAVAILABLE_NUMBER);
	zend_string *const_UNAVAILABLE_NUMBER_name = zend_string_init_interned("UNAVAILABLE_NUMBER", sizeof("UNAVAILABLE_NUMBER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNAVAILABLE_NUMBER_name, &const_UNAVAILABLE_NUMBER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNAVAILABLE_NUMBER_name);

	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_status_name);

	zval property_last_date_default_value;
	ZVAL_UNDEF(&property_last_date_default_value);
	zend_string *property_last_date_name = zend_string_init("last_date", sizeof("last_date") - 1, 1);
	zend_declare_typed_property(class_entry, property_last_date_name, &property_last_date_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_last_date_name);

	zval property_last_timestamp_default_value;
	ZVAL_UNDEF(&property_last_timestamp_default_value);
	zend_string *property_last_timestamp_name = zend_string_init("last_timestamp", sizeof("last_timestamp") - 1, 1);
	zend_declare_typed_property(class_entry, property_last_timestamp_name, &property_last_timestamp_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_last_timestamp_name);

	zval property_flag_default_value;
	ZVAL_UNDEF(&property_flag_default_value);
	zend_string *property_flag_name = zend_string_init("flag", sizeof("flag") - 1, 1);
	zend_declare_typed_property(class_entry, property_flag_name, &property_flag_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_flag_name);

	zval property_err_default_value;
	ZVAL_UNDEF(&property_err_default_value);
	zend_string *property_err_name = zend_string_init("err", sizeof("err") - 1, 1);
	zend_declare_typed_property(class_entry, property_err_name, &property_err_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_err_name);

	zval property_imsi_default_value;
	ZVAL_UNDEF(&property_imsi_default_value);
	zend_string *property_imsi_name = zend_string_init("imsi", sizeof("imsi") - 1, 1);
	zend_declare_typed_property(class_entry, property_imsi_name, &property_imsi_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_imsi_name);

	zval property_msc_default_value;
	ZVAL_UNDEF(&property_msc_default_value);
	zend_string *property_msc_name = zend_string_init("msc", sizeof("msc") - 1, 1);
	zend_declare_typed_property(class_entry, property_msc_name, &property_msc_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_msc_name);

	zval property_mcc_default_value;
	ZVAL_UNDEF(&property_mcc_default_value);
	zend_string *property_mcc_name = zend_string_init("mcc", sizeof("mcc") - 1, 1);
	zend_declare_typed_property(class_entry, property_mcc_name, &property_mcc_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_mcc_name);

	zval property_mnc_default_value;
	ZVAL_UNDEF(&property_mnc_default_value);
	zend_string *property_mnc_name = zend_string_init("mnc", sizeof("mnc") - 1, 1);
	zend_declare_typed_property(class_entry, property_mnc_name, &property_mnc_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_mnc_name);

	zval property_cn_default_value;
	ZVAL_UNDEF(&property_cn_default_value);
	zend_string *property_cn_name = zend_string_init("cn", sizeof("cn") - 1, 1);
	zend_declare_typed_property(class_entry, property_cn_name, &property_cn_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_cn_name);

	zval property_net_default_value;
	ZVAL_UNDEF(&property_net_default_value);
	zend_string *property_net_name = zend_string_init("net", sizeof("net") - 1, 1);
	zend_declare_typed_property(class_entry, property_net_name, &property_net_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_net_name);

	zval property_rcn_default_value;
	ZVAL_UNDEF(&property_rcn_default_value);
	zend_string *property_rcn_name = zend_string_init("rcn", sizeof("rcn") - 1, 1);
	zend_declare_typed_property(class_entry, property_rcn_name, &property_rcn_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_rcn_name);

	zval property_rnet_default_value;
	ZVAL_UNDEF(&property_rnet_default_value);
	zend_string *property_rnet_name = zend_string_init("rnet", sizeof("rnet") - 1, 1);
	zend_declare_typed_property(class_entry, property_rnet_name, &property_rnet_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_rnet_name);

	zval property_send_date_default_value;
	ZVAL_UNDEF(&property_send_date_default_value);
	zend_string *property_send_date_name = zend_string_init("send_date", sizeof("send_date") - 1, 1);
	zend_declare_typed_property(class_entry, property_send_date_name, &property_send_date_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_send_date_name);

	zval property_send_timestamp_default_value;
	ZVAL_UNDEF(&property_send_timestamp_default_value);
	zend_string *property_send_timestamp_name = zend_string_init("send_timestamp", sizeof("send_timestamp") - 1, 1);
	zend_declare_typed_property(class_entry, property_send_timestamp_name, &property_send_timestamp_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_send_timestamp_name);

	zval property_phone_default_value;
	ZVAL_UNDEF(&property_phone_default_value);
	zend_string *property_phone_name = zend_string_init("phone", sizeof("phone") - 1, 1);
	zend_declare_typed_property(class_entry, property_phone_name, &property_phone_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_phone_name);

	zval property_mccmnc_default_value;
	ZVAL_UNDEF(&property_mccmnc_default_value);
	zend_string *property_mccmnc_name = zend_string_init("mccmnc", sizeof("mccmnc") - 1, 1);
	zend_declare_typed_property(class_entry, property_mccmnc_name, &property_mccmnc_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_mccmnc_name);

	zval property_country_default_value;
	ZVAL_UNDEF(&property_country_default_value);
	zend_string *property_country_name = zend_string_init("country", sizeof("country") - 1, 1);
	zend_declare_typed_property(class_entry, property_country_name, &property_country_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_country_name);

	zval property_operator_default_value;
	ZVAL_UNDEF(&property_operator_default_value);
	zend_string *property_operator_name = zend_string_init("operator", sizeof("operator") - 1, 1);
	zend_declare_typed_property(class_entry, property_operator_name, &property_operator_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_operator_name);

	zval property_operator_orig_default_value;
	ZVAL_UNDEF(&property_operator_orig_default_value);
	zend_string *property_operator_orig_name = zend_string_init("operator_orig", sizeof("operator_orig") - 1, 1);
	zend_declare_typed_property(class_entry, property_operator_orig_name, &property_operator_orig_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_operator_orig_name);

	zval property_region_default_value;
	ZVAL_UNDEF(&property_region_default_value);
	zend_string *property_region_name = zend_string_init("region", sizeof("region") - 1, 1);
	zend_declare_typed_property(class_entry, property_region_name, &property_region_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_region_name);

	zval property_cost_default_value;
	ZVAL_UNDEF(&property_cost_default_value);
	zend_string *property_cost_name = zend_string_init("cost", sizeof("cost") - 1, 1);
	zend_declare_typed_property(class_entry, property_cost_name, &property_cost_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_cost_name);

	zval property_sender_id_default_value;
	ZVAL_UNDEF(&property_sender_id_default_value);
	zend_string *property_sender_id_name = zend_string_init("sender_id", sizeof("sender_id") - 1, 1);
	zend_declare_typed_property(class_entry, property_sender_id_name, &property_sender_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_sender_id_name);

	zval property_status_name_default_value;
	ZVAL_UNDEF(&property_status_name_default_value);
	zend_string *property_status_name_name = zend_string_init("status_name", sizeof("status_name") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name_name, &property_status_name_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_status_name_name);

	zval property_message_default_value;
	ZVAL_UNDEF(&property_message_default_value);
	zend_string *property_message_name = zend_string_init("message", sizeof("message") - 1, 1);
	zend_declare_typed_property(class_entry, property_message_name, &property_message_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_message_name);

	zval property_comment_default_value;
	ZVAL_UNDEF(&property_comment_default_value);
	zend_string *property_comment_name = zend_string_init("comment", sizeof("comment") - 1, 1);
	zend_declare_typed_property(class_entry, property_comment_name, &property_comment_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_comment_name);

	zval property_type_default_value;
	ZVAL_UNDEF(&property_type_default_value);
	zend_string *property_type_name = zend_string_init("type", sizeof("type") - 1, 1);
	zend_declare_typed_property(class_entry, property_type_name, &property_type_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_type_name);

	zval property_sms_cnt_default_value;
	ZVAL_UNDEF(&property_sms_cnt_default_value);
	zend_string *property_sms_cnt_name = zend_string_init("sms_cnt", sizeof("sms_cnt") - 1, 1);
	zend_declare_typed_property(class_entry, property_sms_cnt_name, &property_sms_cnt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_sms_cnt_name);

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_id_name);

	zval property_int_id_default_value;
	ZVAL_UNDEF(&property_int_id_default_value);
	zend_string *property_int_id_name = zend_string_init("int_id", sizeof("int_id") - 1, 1);
	zend_declare_typed_property(class_entry, property_int_id_name, &property_int_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_int_id_name);

	zval property_format_default_value;
	ZVAL_UNDEF(&property_format_default_value);
	zend_string *property_format_name = zend_string_init("format", sizeof("format") - 1, 1);
	zend_declare_typed_property(class_entry, property_format_name, &property_format_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_format_name);

	zval property_crc_default_value;
	ZVAL_UNDEF(&property_crc_default_value);
	zend_string *property_crc_name = zend_string_init("crc", sizeof("crc") - 1, 1);
	zend_declare_typed_property(class_entry, property_crc_name, &property_crc_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_crc_name);

	zval property_is_hlr_default_value;
	ZVAL_UNDEF(&property_is_hlr_default_value);
	zend_string *property_is_hlr_name = zend_string_init("is_hlr", sizeof("is_hlr") - 1, 1);
	zend_declare_typed_property(class_entry, property_is_hlr_name, &property_is_hlr_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_is_hlr_name);

	zval property_is_ambiguous_default_value;
	ZVAL_UNDEF(&property_is_ambiguous_default_value);
	zend_string *property_is_ambiguous_name = zend_string_init("is_ambiguous", sizeof("is_ambiguous") - 1, 1);
	zend_declare_typed_property(class_entry, property_is_ambiguous_name, &property_is_ambiguous_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_is_ambiguous_name);

	zval property_unexpected_default_value;
	ZVAL_UNDEF(&property_unexpected_default_value);
	zend_string *property_unexpected_name = zend_string_init("unexpected", sizeof("unexpected") - 1, 1);
	zend_declare_typed_property(class_entry, property_unexpected_name, &property_unexpected_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_unexpected_name);

	zval property_kind_default_value;
	ZVAL_UNDEF(&property_kind_default_value);
	zend_string *property_kind_name = zend_string_init("kind", sizeof("kind") - 1, 1);
	zend_declare_typed_property(class_entry, property_kind_name, &property_kind_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_kind_name);

	zval property_looks_like_utf8_default_value;
	ZVAL_UNDEF(&property_looks_like_utf8_default_value);
	zend_string *property_looks_like_utf8_name = zend_string_init("looks_like_utf8", sizeof("looks_like_utf8") - 1, 1);
	zend_declare_typed_property(class_entry, property_looks_like_utf8_name, &property_looks_like_utf8_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_looks_like_utf8_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Flags(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Flags", class_Smsc_Flags_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_flag_default_value;
	ZVAL_UNDEF(&property_flag_default_value);
	zend_string *property_flag_name = zend_string_init("flag", sizeof("flag") - 1, 1);
	zend_declare_typed_property(class_entry, property_flag_name, &property_flag_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_flag_name);

	zval property_type_default_value;
	ZVAL_UNDEF(&property_type_default_value);
	zend_string *property_type_name = zend_string_init("type", sizeof("type") - 1, 1);
	zend_declare_typed_property(class_entry, property_type_name, &property_type_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_type_name);

	zval property_second_balance_default_value;
	ZVAL_UNDEF(&property_second_balance_default_value);
	zend_string *property_second_balance_name = zend_string_init("second_balance", sizeof("second_balance") - 1, 1);
	zend_declare_typed_property(class_entry, property_second_balance_name, &property_second_balance_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_second_balance_name);

	zval property_template_default_value;
	ZVAL_UNDEF(&property_template_default_value);
	zend_string *property_template_name = zend_string_init("template", sizeof("template") - 1, 1);
	zend_declare_typed_property(class_entry, property_template_name, &property_template_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_template_name);

	zval property_unknown_bits_default_value;
	ZVAL_UNDEF(&property_unknown_bits_default_value);
	zend_string *property_unknown_bits_name = zend_string_init("unknown_bits", sizeof("unknown_bits") - 1, 1);
	zend_declare_typed_property(class_entry, property_unknown_bits_name, &property_unknown_bits_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_unknown_bits_name);

	return class_entry;
}
