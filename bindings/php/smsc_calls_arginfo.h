/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 4cecfb40d4463c0813f5ea956ff3342f29681da9 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Sent___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Price___construct arginfo_class_Smsc_Sent___construct

#define arginfo_class_Smsc_SentPhone___construct arginfo_class_Smsc_Sent___construct

#define arginfo_class_Smsc_Balance___construct arginfo_class_Smsc_Sent___construct

#define arginfo_class_Smsc_Operator___construct arginfo_class_Smsc_Sent___construct

#define arginfo_class_Smsc_Incoming___construct arginfo_class_Smsc_Sent___construct

#define arginfo_class_Smsc_Statistics___construct arginfo_class_Smsc_Sent___construct


ZEND_METHOD(Smsc_Sent, __construct);
ZEND_METHOD(Smsc_Price, __construct);
ZEND_METHOD(Smsc_SentPhone, __construct);
ZEND_METHOD(Smsc_Balance, __construct);
ZEND_METHOD(Smsc_Operator, __construct);
ZEND_METHOD(Smsc_Incoming, __construct);
ZEND_METHOD(Smsc_Statistics, __construct);


static const zend_function_entry class_Smsc_Sent_methods[] = {
	ZEND_ME(Smsc_Sent, __construct, arginfo_class_Smsc_Sent___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Price_methods[] = {
	ZEND_ME(Smsc_Price, __construct, arginfo_class_Smsc_Price___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_SentPhone_methods[] = {
	ZEND_ME(Smsc_SentPhone, __construct, arginfo_class_Smsc_SentPhone___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Balance_methods[] = {
	ZEND_ME(Smsc_Balance, __construct, arginfo_class_Smsc_Balance___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Operator_methods[] = {
	ZEND_ME(Smsc_Operator, __construct, arginfo_class_Smsc_Operator___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Incoming_methods[] = {
	ZEND_ME(Smsc_Incoming, __construct, arginfo_class_Smsc_Incoming___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Statistics_methods[] = {
	ZEND_ME(Smsc_Statistics, __construct, arginfo_class_Smsc_Statistics___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_Sent(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Sent", class_Smsc_Sent_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_STRING));
	zend_string_release(property_id_name);

	zval property_cnt_default_value;
	ZVAL_UNDEF(&property_cnt_default_value);
	zend_string *property_cnt_name = zend_string_init("cnt", sizeof("cnt") - 1, 1);
	zend_declare_typed_property(class_entry, property_cnt_name, &property_cnt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_cnt_name);

	zval property_cost_default_value;
	ZVAL_UNDEF(&property_cost_default_value);
	zend_string *property_cost_name = zend_string_init("cost", sizeof("cost") - 1, 1);
	zend_declare_typed_property(class_entry, property_cost_name, &property_cost_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_cost_name);

	zval property_balance_default_value;
	ZVAL_UNDEF(&property_balance_default_value);
	zend_string *property_balance_name = zend_string_init("balance", sizeof("balance") - 1, 1);
	zend_declare_typed_property(class_entry, property_balance_name, &property_balance_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_balance_name);

	zval property_code_default_value;
	ZVAL_UNDEF(&property_code_default_value);
	zend_string *property_code_name = zend_string_init("code", sizeof("code") - 1, 1);
	zend_declare_typed_property(class_entry, property_code_name, &property_code_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_code_name);

	zval property_phones_default_value;
	ZVAL_UNDEF(&property_phones_default_value);
	zend_string *property_phones_name = zend_string_init("phones", sizeof("phones") - 1, 1);
	zend_declare_typed_property(class_entry, property_phones_name, &property_phones_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_phones_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Price(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Price", class_Smsc_Price_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_cost_default_value;
	ZVAL_UNDEF(&property_cost_default_value);
	zend_string *property_cost_name = zend_string_init("cost", sizeof("cost") - 1, 1);
	zend_declare_typed_property(class_entry, property_cost_name, &property_cost_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_cost_name);

	zval property_cnt_default_value;
	ZVAL_UNDEF(&property_cnt_default_value);
	zend_string *property_cnt_name = zend_string_init("cnt", sizeof("cnt") - 1, 1);
	zend_declare_typed_property(class_entry, property_cnt_name, &property_cnt_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_cnt_name);

	zval property_phones_default_value;
	ZVAL_UNDEF(&property_phones_default_value);
	zend_string *property_phones_name = zend_string_init("phones", sizeof("phones") - 1, 1);
	zend_declare_typed_property(class_entry, property_phones_name, &property_phones_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_phones_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_SentPhone(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "SentPhone", class_Smsc_SentPhone_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_phone_default_value;
	ZVAL_UNDEF(&property_phone_default_value);
	zend_string *property_phone_name = zend_string_init("phone", sizeof("phone") - 1, 1);
	zend_declare_typed_property(class_entry, property_phone_name, &property_phone_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_phone_name);

	zval property_mccmnc_default_value;
	ZVAL_UNDEF(&property_mccmnc_default_value);
	zend_string *property_mccmnc_name = zend_string_init("mccmnc", sizeof("mccmnc") - 1, 1);
	zend_declare_typed_property(class_entry, property_mccmnc_name, &property_mccmnc_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_mccmnc_name);

	zval property_cost_default_value;
	ZVAL_UNDEF(&property_cost_default_value);
	zend_string *property_cost_name = zend_string_init("cost", sizeof("cost") - 1, 1);
	zend_declare_typed_property(class_entry, property_cost_name, &property_cost_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_cost_name);

	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_status_name);

	zval property_error_default_value;
	ZVAL_UNDEF(&property_error_default_value);
	zend_string *property_error_name = zend_string_init("error", sizeof("error") - 1, 1);
	zend_declare_typed_property(class_entry, property_error_name, &property_error_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_error_name);

	zval property_looks_like_utf8_default_value;
	ZVAL_UNDEF(&property_looks_like_utf8_default_value);
	zend_string *property_looks_like_utf8_name = zend_string_init("looks_like_utf8", sizeof("looks_like_utf8") - 1, 1);
	zend_declare_typed_property(class_entry, property_looks_like_utf8_name, &property_looks_like_utf8_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_looks_like_utf8_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Balance(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Balance", class_Smsc_Balance_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_balance_default_value;
	ZVAL_UNDEF(&property_balance_default_value);
	zend_string *property_balance_name = zend_string_init("balance", sizeof("balance") - 1, 1);
	zend_declare_typed_property(class_entry, property_balance_name, &property_balance_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_balance_name);

	zval property_credit_default_value;
	ZVAL_UNDEF(&property_credit_default_value);
	zend_string *property_credit_name = zend_string_init("credit", sizeof("credit") - 1, 1);
	zend_declare_typed_property(class_entry, property_credit_name, &property_credit_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_credit_name);

	zval property_currency_default_value;
	ZVAL_UNDEF(&property_currency_default_value);
	zend_string *property_currency_name = zend_string_init("currency", sizeof("currency") - 1, 1);
	zend_declare_typed_property(class_entry, property_currency_name, &property_currency_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_currency_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Operator(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Operator", class_Smsc_Operator_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

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

	zval property_region_default_value;
	ZVAL_UNDEF(&property_region_default_value);
	zend_string *property_region_name = zend_string_init("region", sizeof("region") - 1, 1);
	zend_declare_typed_property(class_entry, property_region_name, &property_region_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_region_name);

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

	zval property_tz_default_value;
	ZVAL_UNDEF(&property_tz_default_value);
	zend_string *property_tz_name = zend_string_init("tz", sizeof("tz") - 1, 1);
	zend_declare_typed_property(class_entry, property_tz_name, &property_tz_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_tz_name);

	zval property_looks_like_utf8_default_value;
	ZVAL_UNDEF(&property_looks_like_utf8_default_value);
	zend_string *property_looks_like_utf8_name = zend_string_init("looks_like_utf8", sizeof("looks_like_utf8") - 1, 1);
	zend_declare_typed_property(class_entry, property_looks_like_utf8_name, &property_looks_like_utf8_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_looks_like_utf8_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Incoming(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Incoming", class_Smsc_Incoming_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_STRING));
	zend_string_release(property_id_name);

	zval property_phone_default_value;
	ZVAL_UNDEF(&property_phone_default_value);
	zend_string *property_phone_name = zend_string_init("phone", sizeof("phone") - 1, 1);
	zend_declare_typed_property(class_entry, property_phone_name, &property_phone_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_phone_name);

	zval property_message_default_value;
	ZVAL_UNDEF(&property_message_default_value);
	zend_string *property_message_name = zend_string_init("message", sizeof("message") - 1, 1);
	zend_declare_typed_property(class_entry, property_message_name, &property_message_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_message_name);

	zval property_to_phone_default_value;
	ZVAL_UNDEF(&property_to_phone_default_value);
	zend_string *property_to_phone_name = zend_string_init("to_phone", sizeof("to_phone") - 1, 1);
	zend_declare_typed_property(class_entry, property_to_phone_name, &property_to_phone_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_to_phone_name);

	zval property_sent_default_value;
	ZVAL_UNDEF(&property_sent_default_value);
	zend_string *property_sent_name = zend_string_init("sent", sizeof("sent") - 1, 1);
	zend_declare_typed_property(class_entry, property_sent_name, &property_sent_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_sent_name);

	zval property_received_default_value;
	ZVAL_UNDEF(&property_received_default_value);
	zend_string *property_received_name = zend_string_init("received", sizeof("received") - 1, 1);
	zend_declare_typed_property(class_entry, property_received_name, &property_received_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_received_name);

	zval property_looks_like_utf8_default_value;
	ZVAL_UNDEF(&property_looks_like_utf8_default_value);
	zend_string *property_looks_like_utf8_name = zend_string_init("looks_like_utf8", sizeof("looks_like_utf8") - 1, 1);
	zend_declare_typed_property(class_entry, property_looks_like_utf8_name, &property_looks_like_utf8_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_looks_like_utf8_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Statistics(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Statistics", class_Smsc_Statistics_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_login_default_value;
	ZVAL_UNDEF(&property_login_default_value);
	zend_string *property_login_name = zend_string_init("login", sizeof("login") - 1, 1);
	zend_declare_typed_property(class_entry, property_login_name, &property_login_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_login_name);

	zval property_sms_default_value;
	ZVAL_UNDEF(&property_sms_default_value);
	zend_string *property_sms_name = zend_string_init("sms", sizeof("sms") - 1, 1);
	zend_declare_typed_property(class_entry, property_sms_name, &property_sms_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_sms_name);

	zval property_credit_default_value;
	ZVAL_UNDEF(&property_credit_default_value);
	zend_string *property_credit_name = zend_string_init("credit", sizeof("credit") - 1, 1);
	zend_declare_typed_property(class_entry, property_credit_name, &property_credit_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_credit_name);

	zval property_debit_default_value;
	ZVAL_UNDEF(&property_debit_default_value);
	zend_string *property_debit_name = zend_string_init("debit", sizeof("debit") - 1, 1);
	zend_declare_typed_property(class_entry, property_debit_name, &property_debit_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_debit_name);

	zval property_currency_default_value;
	ZVAL_UNDEF(&property_currency_default_value);
	zend_string *property_currency_name = zend_string_init("currency", sizeof("currency") - 1, 1);
	zend_declare_typed_property(class_entry, property_currency_name, &property_currency_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_currency_name);

	return class_entry;
}
