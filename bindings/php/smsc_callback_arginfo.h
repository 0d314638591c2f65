/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 3842c7c8fc5d2450865dbfca8bb8178b147f2793 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Callback___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_IncomingMessage___construct arginfo_class_Smsc_Callback___construct

#define arginfo_class_Smsc_ConfirmedCall___construct arginfo_class_Smsc_Callback___construct


ZEND_METHOD(Smsc_Callback, __construct);
ZEND_METHOD(Smsc_IncomingMessage, __construct);
ZEND_METHOD(Smsc_ConfirmedCall, __construct);


static const zend_function_entry class_Smsc_Callback_methods[] = {
	ZEND_ME(Smsc_Callback, __construct, arginfo_class_Smsc_Callback___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_IncomingMessage_methods[] = {
	ZEND_ME(Smsc_IncomingMessage, __construct, arginfo_class_Smsc_IncomingMessage___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_ConfirmedCall_methods[] = {
	ZEND_ME(Smsc_ConfirmedCall, __construct, arginfo_class_Smsc_ConfirmedCall___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_Callback(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Callback", class_Smsc_Callback_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_kind_default_value;
	ZVAL_UNDEF(&property_kind_default_value);
	zend_string *property_kind_name = zend_string_init("kind", sizeof("kind") - 1, 1);
	zend_declare_typed_property(class_entry, property_kind_name, &property_kind_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_kind_name);

	zval property_event_default_value;
	ZVAL_UNDEF(&property_event_default_value);
	zend_string *property_event_name = zend_string_init("event", sizeof("event") - 1, 1);
	zend_declare_typed_property(class_entry, property_event_name, &property_event_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_OBJECT));
	zend_string_release(property_event_name);

	zval property_verified_default_value;
	ZVAL_UNDEF(&property_verified_default_value);
	zend_string *property_verified_name = zend_string_init("verified", sizeof("verified") - 1, 1);
	zend_declare_typed_property(class_entry, property_verified_name, &property_verified_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_verified_name);

	zval property_covered_default_value;
	ZVAL_UNDEF(&property_covered_default_value);
	zend_string *property_covered_name = zend_string_init("covered", sizeof("covered") - 1, 1);
	zend_declare_typed_property(class_entry, property_covered_name, &property_covered_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_covered_name);

	zval property_algorithm_default_value;
	ZVAL_UNDEF(&property_algorithm_default_value);
	zend_string *property_algorithm_name = zend_string_init("algorithm", sizeof("algorithm") - 1, 1);
	zend_declare_typed_property(class_entry, property_algorithm_name, &property_algorithm_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_algorithm_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_IncomingMessage(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "IncomingMessage", class_Smsc_IncomingMessage_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_phone_default_value;
	ZVAL_UNDEF(&property_phone_default_value);
	zend_string *property_phone_name = zend_string_init("phone", sizeof("phone") - 1, 1);
	zend_declare_typed_property(class_entry, property_phone_name, &property_phone_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_phone_name);

	zval property_mes_default_value;
	ZVAL_UNDEF(&property_mes_default_value);
	zend_string *property_mes_name = zend_string_init("mes", sizeof("mes") - 1, 1);
	zend_declare_typed_property(class_entry, property_mes_name, &property_mes_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_mes_name);

	zval property_to_default_value;
	ZVAL_UNDEF(&property_to_default_value);
	zend_string *property_to_name = zend_string_init("to", sizeof("to") - 1, 1);
	zend_declare_typed_property(class_entry, property_to_name, &property_to_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_to_name);

	zval property_sms_id_default_value;
	ZVAL_UNDEF(&property_sms_id_default_value);
	zend_string *property_sms_id_name = zend_string_init("sms_id", sizeof("sms_id") - 1, 1);
	zend_declare_typed_property(class_entry, property_sms_id_name, &property_sms_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_sms_id_name);

	zval property_looks_like_utf8_default_value;
	ZVAL_UNDEF(&property_looks_like_utf8_default_value);
	zend_string *property_looks_like_utf8_name = zend_string_init("looks_like_utf8", sizeof("looks_like_utf8") - 1, 1);
	zend_declare_typed_property(class_entry, property_looks_like_utf8_name, &property_looks_like_utf8_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_looks_like_utf8_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_ConfirmedCall(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "ConfirmedCall", class_Smsc_ConfirmedCall_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_phone_default_value;
	ZVAL_UNDEF(&property_phone_default_value);
	zend_string *property_phone_name = zend_string_init("phone", sizeof("phone") - 1, 1);
	zend_declare_typed_property(class_entry, property_phone_name, &property_phone_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_phone_name);

	zval property_ts_default_value;
	ZVAL_UNDEF(&property_ts_default_value);
	zend_string *property_ts_name = zend_string_init("ts", sizeof("ts") - 1, 1);
	zend_declare_typed_property(class_entry, property_ts_name, &property_ts_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_ts_name);

	zval property_waitcall_default_value;
	ZVAL_UNDEF(&property_waitcall_default_value);
	zend_string *property_waitcall_name = zend_string_init("waitcall", sizeof("waitcall") - 1, 1);
	zend_declare_typed_property(class_entry, property_waitcall_name, &property_waitcall_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_waitcall_name);

	return class_entry;
}
