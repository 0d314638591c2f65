/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 173ce200dac6006b539d489cc8d0848a6d70b412 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Outcome___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Smsc_Outcome, __construct);


static const zend_function_entry class_Smsc_Outcome_methods[] = {
	ZEND_ME(Smsc_Outcome, __construct, arginfo_class_Smsc_Outcome___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_State_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Cause_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Retry_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Channel_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_Outcome(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Outcome", class_Smsc_Outcome_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_state_default_value;
	ZVAL_UNDEF(&property_state_default_value);
	zend_string *property_state_name = zend_string_init("state", sizeof("state") - 1, 1);
	zend_declare_typed_property(class_entry, property_state_name, &property_state_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_state_name);

	zval property_is_final_default_value;
	ZVAL_UNDEF(&property_is_final_default_value);
	zend_string *property_is_final_name = zend_string_init("is_final", sizeof("is_final") - 1, 1);
	zend_declare_typed_property(class_entry, property_is_final_name, &property_is_final_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_is_final_name);

	zval property_cause_default_value;
	ZVAL_UNDEF(&property_cause_default_value);
	zend_string *property_cause_name = zend_string_init("cause", sizeof("cause") - 1, 1);
	zend_declare_typed_property(class_entry, property_cause_name, &property_cause_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_cause_name);

	zval property_retry_default_value;
	ZVAL_UNDEF(&property_retry_default_value);
	zend_string *property_retry_name = zend_string_init("retry", sizeof("retry") - 1, 1);
	zend_declare_typed_property(class_entry, property_retry_name, &property_retry_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_retry_name);

	zval property_retry_after_s_default_value;
	ZVAL_UNDEF(&property_retry_after_s_default_value);
	zend_string *property_retry_after_s_name = zend_string_init("retry_after_s", sizeof("retry_after_s") - 1, 1);
	zend_declare_typed_property(class_entry, property_retry_after_s_name, &property_retry_after_s_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_retry_after_s_name);

	zval property_suppress_default_value;
	ZVAL_UNDEF(&property_suppress_default_value);
	zend_string *property_suppress_name = zend_string_init("suppress", sizeof("suppress") - 1, 1);
	zend_declare_typed_property(class_entry, property_suppress_name, &property_suppress_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_suppress_name);

	zval property_channel_default_value;
	ZVAL_UNDEF(&property_channel_default_value);
	zend_string *property_channel_name = zend_string_init("channel", sizeof("channel") - 1, 1);
	zend_declare_typed_property(class_entry, property_channel_name, &property_channel_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_channel_name);

	zval property_title_default_value;
	ZVAL_UNDEF(&property_title_default_value);
	zend_string *property_title_name = zend_string_init("title", sizeof("title") - 1, 1);
	zend_declare_typed_property(class_entry, property_title_name, &property_title_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_title_name);

	zval property_explanation_default_value;
	ZVAL_UNDEF(&property_explanation_default_value);
	zend_string *property_explanation_name = zend_string_init("explanation", sizeof("explanation") - 1, 1);
	zend_declare_typed_property(class_entry, property_explanation_name, &property_explanation_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_explanation_name);

	zval property_advice_default_value;
	ZVAL_UNDEF(&property_advice_default_value);
	zend_string *property_advice_name = zend_string_init("advice", sizeof("advice") - 1, 1);
	zend_declare_typed_property(class_entry, property_advice_name, &property_advice_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_advice_name);

	zval property_source_default_value;
	ZVAL_UNDEF(&property_source_default_value);
	zend_string *property_source_name = zend_string_init("source", sizeof("source") - 1, 1);
	zend_declare_typed_property(class_entry, property_source_name, &property_source_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_source_name);

	zval property_status_default_value;
	ZVAL_UNDEF(&property_status_default_value);
	zend_string *property_status_name = zend_string_init("status", sizeof("status") - 1, 1);
	zend_declare_typed_property(class_entry, property_status_name, &property_status_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_status_name);

	zval property_err_default_value;
	ZVAL_UNDEF(&property_err_default_value);
	zend_string *property_err_name = zend_string_init("err", sizeof("err") - 1, 1);
	zend_declare_typed_property(class_entry, property_err_name, &property_err_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_err_name);

	zval property_type_default_value;
	ZVAL_UNDEF(&property_type_default_value);
	zend_string *property_type_name = zend_string_init("type", sizeof("type") - 1, 1);
	zend_declare_typed_property(class_entry, property_type_name, &property_type_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_type_name);

	zval property_error_code_default_value;
	ZVAL_UNDEF(&property_error_code_default_value);
	zend_string *property_error_code_name = zend_string_init("error_code", sizeof("error_code") - 1, 1);
	zend_declare_typed_property(class_entry, property_error_code_name, &property_error_code_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_error_code_name);

	zval property_row_default_value;
	ZVAL_UNDEF(&property_row_default_value);
	zend_string *property_row_name = zend_string_init("row", sizeof("row") - 1, 1);
	zend_declare_typed_property(class_entry, property_row_name, &property_row_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_row_name);

	zval property_unsubscribes_default_value;
	ZVAL_UNDEF(&property_unsubscribes_default_value);
	zend_string *property_unsubscribes_name = zend_string_init("unsubscribes", sizeof("unsubscribes") - 1, 1);
	zend_declare_typed_property(class_entry, property_unsubscribes_name, &property_unsubscribes_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_unsubscribes_name);

	zval property_endpoint_default_value;
	ZVAL_UNDEF(&property_endpoint_default_value);
	zend_string *property_endpoint_name = zend_string_init("endpoint", sizeof("endpoint") - 1, 1);
	zend_declare_typed_property(class_entry, property_endpoint_name, &property_endpoint_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_endpoint_name);

	zval property_receipt_error_default_value;
	ZVAL_UNDEF(&property_receipt_error_default_value);
	zend_string *property_receipt_error_name = zend_string_init("receipt_error", sizeof("receipt_error") - 1, 1);
	zend_declare_typed_property(class_entry, property_receipt_error_name, &property_receipt_error_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_receipt_error_name);

	zval property_provider_default_value;
	ZVAL_UNDEF(&property_provider_default_value);
	zend_string *property_provider_name = zend_string_init("provider", sizeof("provider") - 1, 1);
	zend_declare_typed_property(class_entry, property_provider_name, &property_provider_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_provider_name);

	zval property_text_default_value;
	ZVAL_UNDEF(&property_text_default_value);
	zend_string *property_text_name = zend_string_init("text", sizeof("text") - 1, 1);
	zend_declare_typed_property(class_entry, property_text_name, &property_text_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_text_name);

	zval property_judgement_default_value;
	ZVAL_UNDEF(&property_judgement_default_value);
	zend_string *property_judgement_name = zend_string_init("judgement", sizeof("judgement") - 1, 1);
	zend_declare_typed_property(class_entry, property_judgement_name, &property_judgement_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_judgement_name);

	zval property_decides_default_value;
	ZVAL_UNDEF(&property_decides_default_value);
	zend_string *property_decides_name = zend_string_init("decides", sizeof("decides") - 1, 1);
	zend_declare_typed_property(class_entry, property_decides_name, &property_decides_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_decides_name);

	zval property_remark_default_value;
	ZVAL_UNDEF(&property_remark_default_value);
	zend_string *property_remark_name = zend_string_init("remark", sizeof("remark") - 1, 1);
	zend_declare_typed_property(class_entry, property_remark_name, &property_remark_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_remark_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_State(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "State", class_Smsc_State_methods);
	class_entry = zend_register_internal_interface(&ce);

	zval const_PENDING_value;
	zend_string *const_PENDING_value_str = zend_string_init("pending", strlen("pending"), 1);
	ZVAL_STR(&const_PENDING_value, const_PENDING_value_str);
	zend_string *const_PENDING_name = zend_string_init_interned("PENDING", sizeof("PENDING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PENDING_name, &const_PENDING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PENDING_name);

	zval const_DELIVERED_value;
	zend_string *const_DELIVERED_value_str = zend_string_init("delivered", strlen("delivered"), 1);
	ZVAL_STR(&const_DELIVERED_value, const_DELIVERED_value_str);
	zend_string *const_DELIVERED_name = zend_string_init_interned("DELIVERED", sizeof("DELIVERED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DELIVERED_name, &const_DELIVERED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DELIVERED_name);

	zval const_FAILED_value;
	zend_string *const_FAILED_value_str = zend_string_init("failed", strlen("failed"), 1);
	ZVAL_STR(&const_FAILED_value, const_FAILED_value_str);
	zend_string *const_FAILED_name = zend_string_init_interned("FAILED", sizeof("FAILED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FAILED_name, &const_FAILED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FAILED_name);

	zval const_UNKNOWN_value;
	zend_string *const_UNKNOWN_value_str = zend_string_init("unknown", strlen("unknown"), 1);
	ZVAL_STR(&const_UNKNOWN_value, const_UNKNOWN_value_str);
	zend_string *const_UNKNOWN_name = zend_string_init_interned("UNKNOWN", sizeof("UNKNOWN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNKNOWN_name, &const_UNKNOWN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNKNOWN_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Cause(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Cause", class_Smsc_Cause_methods);
	class_entry = zend_register_internal_interface(&ce);

	zval const_NONE_value;
	zend_string *const_NONE_value_str = zend_string_init("none", strlen("none"), 1);
	ZVAL_STR(&const_NONE_value, const_NONE_value_str);
	zend_string *const_NONE_name = zend_string_init_interned("NONE", sizeof("NONE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NONE_name, &const_NONE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NONE_name);

	zval const_RECIPIENT_value;
	zend_string *const_RECIPIENT_value_str = zend_string_init("recipient", strlen("recipient"), 1);
	ZVAL_STR(&const_RECIPIENT_value, const_RECIPIENT_value_str);
	zend_string *const_RECIPIENT_name = zend_string_init_interned("RECIPIENT", sizeof("RECIPIENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_RECIPIENT_name, &const_RECIPIENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_RECIPIENT_name);

	zval const_HANDSET_value;
	zend_string *const_HANDSET_value_str = zend_string_init("handset", strlen("handset"), 1);
	ZVAL_STR(&const_HANDSET_value, const_HANDSET_value_str);
	zend_string *const_HANDSET_name = zend_string_init_interned("HANDSET", sizeof("HANDSET") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_HANDSET_name, &const_HANDSET_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_HANDSET_name);

	zval const_NETWORK_value;
	zend_string *const_NETWORK_value_str = zend_string_init("network", strlen("network"), 1);
	ZVAL_STR(&const_NETWORK_value, const_NETWORK_value_str);
	zend_string *const_NETWORK_name = zend_string_init_interned("NETWORK", sizeof("NETWORK") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NETWORK_name, &const_NETWORK_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NETWORK_name);

	zval const_CONTENT_value;
	zend_string *const_CONTENT_value_str = zend_string_init("content", strlen("content"), 1);
	ZVAL_STR(&const_CONTENT_value, const_CONTENT_value_str);
	zend_string *const_CONTENT_name = zend_string_init_interned("CONTENT", sizeof("CONTENT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CONTENT_name, &const_CONTENT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CONTENT_name);

	zval const_SENDER_value;
	zend_string *const_SENDER_value_str = zend_string_init("sender", strlen("sender"), 1);
	ZVAL_STR(&const_SENDER_value, const_SENDER_value_str);
	zend_string *const_SENDER_name = zend_string_init_interned("SENDER", sizeof("SENDER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SENDER_name, &const_SENDER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SENDER_name);

	zval const_ACCOUNT_value;
	zend_string *const_ACCOUNT_value_str = zend_string_init("account", strlen("account"), 1);
	ZVAL_STR(&const_ACCOUNT_value, const_ACCOUNT_value_str);
	zend_string *const_ACCOUNT_name = zend_string_init_interned("ACCOUNT", sizeof("ACCOUNT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ACCOUNT_name, &const_ACCOUNT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ACCOUNT_name);

	zval const_REQUEST_value;
	zend_string *const_REQUEST_value_str = zend_string_init("request", strlen("request"), 1);
	ZVAL_STR(&const_REQUEST_value, const_REQUEST_value_str);
	zend_string *const_REQUEST_name = zend_string_init_interned("REQUEST", sizeof("REQUEST") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REQUEST_name, &const_REQUEST_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REQUEST_name);

	zval const_SERVICE_value;
	zend_string *const_SERVICE_value_str = zend_string_init("service", strlen("service"), 1);
	ZVAL_STR(&const_SERVICE_value, const_SERVICE_value_str);
	zend_string *const_SERVICE_name = zend_string_init_interned("SERVICE", sizeof("SERVICE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SERVICE_name, &const_SERVICE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SERVICE_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Retry(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Retry", class_Smsc_Retry_methods);
	class_entry = zend_register_internal_interface(&ce);

	zval const_NO_value;
	zend_string *const_NO_value_str = zend_string_init("no", strlen("no"), 1);
	ZVAL_STR(&const_NO_value, const_NO_value_str);
	zend_string *const_NO_name = zend_string_init_interned("NO", sizeof("NO") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_name, &const_NO_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_name);

	zval const_LATER_value;
	zend_string *const_LATER_value_str = zend_string_init("later", strlen("later"), 1);
	ZVAL_STR(&const_LATER_value, const_LATER_value_str);
	zend_string *const_LATER_name = zend_string_init_interned("LATER", sizeof("LATER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LATER_name, &const_LATER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LATER_name);

	zval const_AFTER_FIX_value;
	zend_string *const_AFTER_FIX_value_str = zend_string_init("after_fix", strlen("after_fix"), 1);
	ZVAL_STR(&const_AFTER_FIX_value, const_AFTER_FIX_value_str);
	zend_string *const_AFTER_FIX_name = zend_string_init_interned("AFTER_FIX", sizeof("AFTER_FIX") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AFTER_FIX_name, &const_AFTER_FIX_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AFTER_FIX_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Channel(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Channel", class_Smsc_Channel_methods);
	class_entry = zend_register_internal_interface(&ce);

	zval const_PHONE_value;
	zend_string *const_PHONE_value_str = zend_string_init("phone", strlen("phone"), 1);
	ZVAL_STR(&const_PHONE_value, const_PHONE_value_str);
	zend_string *const_PHONE_name = zend_string_init_interned("PHONE", sizeof("PHONE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PHONE_name, &const_PHONE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PHONE_name);

	zval const_EMAIL_value;
	zend_string *const_EMAIL_value_str = zend_string_init("email", strlen("email"), 1);
	ZVAL_STR(&const_EMAIL_value, const_EMAIL_value_str);
	zend_string *const_EMAIL_name = zend_string_init_interned("EMAIL", sizeof("EMAIL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_EMAIL_name, &const_EMAIL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_EMAIL_name);

	zval const_VIBER_value;
	zend_string *const_VIBER_value_str = zend_string_init("viber", strlen("viber"), 1);
	ZVAL_STR(&const_VIBER_value, const_VIBER_value_str);
	zend_string *const_VIBER_name = zend_string_init_interned("VIBER", sizeof("VIBER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_VIBER_name, &const_VIBER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_VIBER_name);

	zval const_SOCIAL_value;
	zend_string *const_SOCIAL_value_str = zend_string_init("social", strlen("social"), 1);
	ZVAL_STR(&const_SOCIAL_value, const_SOCIAL_value_str);
	zend_string *const_SOCIAL_name = zend_string_init_interned("SOCIAL", sizeof("SOCIAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SOCIAL_name, &const_SOCIAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SOCIAL_name);

	return class_entry;
}
