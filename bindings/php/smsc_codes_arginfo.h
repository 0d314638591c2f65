/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 4965c252042780cc5c098ba7cdaac965da904b6b */




static const zend_function_entry class_Smsc_Err_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_EmailErr_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Type_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_Err(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Err", class_Smsc_Err_methods);
	class_entry = zend_register_internal_interface(&ce);

	zval const_NONE_value;
	ZVAL_LONG(&const_NONE_value, SMSC_ERR_NONE);
	zend_string *const_NONE_name = zend_string_init_interned("NONE", sizeof("NONE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NONE_name, &const_NONE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NONE_name);

	zval const_NO_SUBSCRIBER_value;
	ZVAL_LONG(&const_NO_SUBSCRIBER_value, SMSC_ERR_NO_SUBSCRIBER);
	zend_string *const_NO_SUBSCRIBER_name = zend_string_init_interned("NO_SUBSCRIBER", sizeof("NO_SUBSCRIBER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_SUBSCRIBER_name, &const_NO_SUBSCRIBER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_SUBSCRIBER_name);

	zval const_OFFLINE_value;
	ZVAL_LONG(&const_OFFLINE_value, SMSC_ERR_OFFLINE);
	zend_string *const_OFFLINE_name = zend_string_init_interned("OFFLINE", sizeof("OFFLINE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OFFLINE_name, &const_OFFLINE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OFFLINE_name);

	zval const_NO_SERVICE_value;
	ZVAL_LONG(&const_NO_SERVICE_value, SMSC_ERR_NO_SERVICE);
	zend_string *const_NO_SERVICE_name = zend_string_init_interned("NO_SERVICE", sizeof("NO_SERVICE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_SERVICE_name, &const_NO_SERVICE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_SERVICE_name);

	zval const_HANDSET_value;
	ZVAL_LONG(&const_HANDSET_value, SMSC_ERR_HANDSET);
	zend_string *const_HANDSET_name = zend_string_init_interned("HANDSET", sizeof("HANDSET") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_HANDSET_name, &const_HANDSET_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_HANDSET_name);

	zval const_BLOCKED_value;
	ZVAL_LONG(&const_BLOCKED_value, SMSC_ERR_BLOCKED);
	zend_string *const_BLOCKED_name = zend_string_init_interned("BLOCKED", sizeof("BLOCKED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_BLOCKED_name, &const_BLOCKED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_BLOCKED_name);

	zval const_UNSUPPORTED_value;
	ZVAL_LONG(&const_UNSUPPORTED_value, SMSC_ERR_UNSUPPORTED);
	zend_string *const_UNSUPPORTED_name = zend_string_init_interned("UNSUPPORTED", sizeof("UNSUPPORTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNSUPPORTED_name, &const_UNSUPPORTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNSUPPORTED_name);

	zval const_VIRTUAL_value;
	ZVAL_LONG(&const_VIRTUAL_value, SMSC_ERR_VIRTUAL);
	zend_string *const_VIRTUAL_name = zend_string_init_interned("VIRTUAL", sizeof("VIRTUAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_VIRTUAL_name, &const_VIRTUAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_VIRTUAL_name);

	zval const_SIM_REPLACED_value;
	ZVAL_LONG(&const_SIM_REPLACED_value, SMSC_ERR_SIM_REPLACED);
	zend_string *const_SIM_REPLACED_name = zend_string_init_interned("SIM_REPLACED", sizeof("SIM_REPLACED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SIM_REPLACED_name, &const_SIM_REPLACED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SIM_REPLACED_name);

	zval const_QUEUE_FULL_value;
	ZVAL_LONG(&const_QUEUE_FULL_value, SMSC_ERR_QUEUE_FULL);
	zend_string *const_QUEUE_FULL_name = zend_string_init_interned("QUEUE_FULL", sizeof("QUEUE_FULL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_QUEUE_FULL_name, &const_QUEUE_FULL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_QUEUE_FULL_name);

	zval const_NO_ANSWER_value;
	ZVAL_LONG(&const_NO_ANSWER_value, SMSC_ERR_NO_ANSWER);
	zend_string *const_NO_ANSWER_name = zend_string_init_interned("NO_ANSWER", sizeof("NO_ANSWER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_ANSWER_name, &const_NO_ANSWER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_ANSWER_name);

	zval const_NO_TEMPLATE_value;
	ZVAL_LONG(&const_NO_TEMPLATE_value, SMSC_ERR_NO_TEMPLATE);
	zend_string *const_NO_TEMPLATE_name = zend_string_init_interned("NO_TEMPLATE", sizeof("NO_TEMPLATE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_TEMPLATE_name, &const_NO_TEMPLATE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_TEMPLATE_name);

	zval const_FORBIDDEN_IP_value;
	ZVAL_LONG(&const_FORBIDDEN_IP_value, SMSC_ERR_FORBIDDEN_IP);
	zend_string *const_FORBIDDEN_IP_name = zend_string_init_interned("FORBIDDEN_IP", sizeof("FORBIDDEN_IP") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FORBIDDEN_IP_name, &const_FORBIDDEN_IP_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FORBIDDEN_IP_name);

	zval const_BUSY_value;
	ZVAL_LONG(&const_BUSY_value, SMSC_ERR_BUSY);
	zend_string *const_BUSY_name = zend_string_init_interned("BUSY", sizeof("BUSY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_BUSY_name, &const_BUSY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_BUSY_name);

	zval const_CONVERSION_value;
	ZVAL_LONG(&const_CONVERSION_value, SMSC_ERR_CONVERSION);
	zend_string *const_CONVERSION_name = zend_string_init_interned("CONVERSION", sizeof("CONVERSION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CONVERSION_name, &const_CONVERSION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CONVERSION_name);

	zval const_ANSWERING_MACHINE_value;
	ZVAL_LONG(&const_ANSWERING_MACHINE_value, SMSC_ERR_ANSWERING_MACHINE);
	zend_string *const_ANSWERING_MACHINE_name = zend_string_init_interned("ANSWERING_MACHINE", sizeof("ANSWERING_MACHINE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ANSWERING_MACHINE_name, &const_ANSWERING_MACHINE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ANSWERING_MACHINE_name);

	zval const_NO_CONTRACT_value;
	ZVAL_LONG(&const_NO_CONTRACT_value, SMSC_ERR_NO_CONTRACT);
	zend_string *const_NO_CONTRACT_name = zend_string_init_interned("NO_CONTRACT", sizeof("NO_CONTRACT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_CONTRACT_name, &const_NO_CONTRACT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_CONTRACT_name);

	zval const_BULK_FORBIDDEN_value;
	ZVAL_LONG(&const_BULK_FORBIDDEN_value, SMSC_ERR_BULK_FORBIDDEN);
	zend_string *const_BULK_FORBIDDEN_name = zend_string_init_interned("BULK_FORBIDDEN", sizeof("BULK_FORBIDDEN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_BULK_FORBIDDEN_name, &const_BULK_FORBIDDEN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_BULK_FORBIDDEN_name);

	zval const_NO_STATUS_value;
	ZVAL_LONG(&const_NO_STATUS_value, SMSC_ERR_NO_STATUS);
	zend_string *const_NO_STATUS_name = zend_string_init_interned("NO_STATUS", sizeof("NO_STATUS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_STATUS_name, &const_NO_STATUS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_STATUS_name);

	zval const_OUTSIDE_HOURS_value;
	ZVAL_LONG(&const_OUTSIDE_HOURS_value, SMSC_ERR_OUTSIDE_HOURS);
	zend_string *const_OUTSIDE_HOURS_name = zend_string_init_interned("OUTSIDE_HOURS", sizeof("OUTSIDE_HOURS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OUTSIDE_HOURS_name, &const_OUTSIDE_HOURS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OUTSIDE_HOURS_name);

	zval const_DAILY_LIMIT_value;
	ZVAL_LONG(&const_DAILY_LIMIT_value, SMSC_ERR_DAILY_LIMIT);
	zend_string *const_DAILY_LIMIT_name = zend_string_init_interned("DAILY_LIMIT", sizeof("DAILY_LIMIT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DAILY_LIMIT_name, &const_DAILY_LIMIT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DAILY_LIMIT_name);

	zval const_NO_ROUTE_value;
	ZVAL_LONG(&const_NO_ROUTE_value, SMSC_ERR_NO_ROUTE);
	zend_string *const_NO_ROUTE_name = zend_string_init_interned("NO_ROUTE", sizeof("NO_ROUTE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_ROUTE_name, &const_NO_ROUTE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_ROUTE_name);

	zval const_NUMBER_FORMAT_value;
	ZVAL_LONG(&const_NUMBER_FORMAT_value, SMSC_ERR_NUMBER_FORMAT);
	zend_string *const_NUMBER_FORMAT_name = zend_string_init_interned("NUMBER_FORMAT", sizeof("NUMBER_FORMAT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NUMBER_FORMAT_name, &const_NUMBER_FORMAT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NUMBER_FORMAT_name);

	zval const_EXCLUDED_BY_SETTINGS_value;
	ZVAL_LONG(&const_EXCLUDED_BY_SETTINGS_value, SMSC_ERR_EXCLUDED_BY_SETTINGS);
	zend_string *const_EXCLUDED_BY_SETTINGS_name = zend_string_init_interned("EXCLUDED_BY_SETTINGS", sizeof("EXCLUDED_BY_SETTINGS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_EXCLUDED_BY_SETTINGS_name, &const_EXCLUDED_BY_SETTINGS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_EXCLUDED_BY_SETTINGS_name);

	zval const_NUMBER_LIMIT_value;
	ZVAL_LONG(&const_NUMBER_LIMIT_value, SMSC_ERR_NUMBER_LIMIT);
	zend_string *const_NUMBER_LIMIT_name = zend_string_init_interned("NUMBER_LIMIT", sizeof("NUMBER_LIMIT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NUMBER_LIMIT_name, &const_NUMBER_LIMIT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NUMBER_LIMIT_name);

	zval const_NUMBER_FORBIDDEN_value;
	ZVAL_LONG(&const_NUMBER_FORBIDDEN_value, SMSC_ERR_NUMBER_FORBIDDEN);
	zend_string *const_NUMBER_FORBIDDEN_name = zend_string_init_interned("NUMBER_FORBIDDEN", sizeof("NUMBER_FORBIDDEN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NUMBER_FORBIDDEN_name, &const_NUMBER_FORBIDDEN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NUMBER_FORBIDDEN_name);

	zval const_SPAM_FILTER_value;
	ZVAL_LONG(&const_SPAM_FILTER_value, SMSC_ERR_SPAM_FILTER);
	zend_string *const_SPAM_FILTER_name = zend_string_init_interned("SPAM_FILTER", sizeof("SPAM_FILTER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SPAM_FILTER_name, &const_SPAM_FILTER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SPAM_FILTER_name);

	zval const_SENDER_NOT_REGISTERED_value;
	ZVAL_LONG(&const_SENDER_NOT_REGISTERED_value, SMSC_ERR_SENDER_NOT_REGISTERED);
	zend_string *const_SENDER_NOT_REGISTERED_name = zend_string_init_interned("SENDER_NOT_REGISTERED", sizeof("SENDER_NOT_REGISTERED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SENDER_NOT_REGISTERED_name, &const_SENDER_NOT_REGISTERED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SENDER_NOT_REGISTERED_name);

	zval const_REJECTED_value;
	ZVAL_LONG(&const_REJECTED_value, SMSC_ERR_REJECTED);
	zend_string *const_REJECTED_name = zend_string_init_interned("REJECTED", sizeof("REJECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REJECTED_name, &const_REJECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REJECTED_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_EmailErr(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "EmailErr", class_Smsc_EmailErr_methods);
	class_entry = zend_register_internal_interface(&ce);

	zval const_NONE_value;
	ZVAL_LONG(&const_NONE_value, SMSC_EMAIL_ERR_NONE);
	zend_string *const_NONE_name = zend_string_init_interned("NONE", sizeof("NONE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NONE_name, &const_NONE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NONE_name);

	zval const_NO_ADDRESSEE_value;
	ZVAL_LONG(&const_NO_ADDRESSEE_value, SMSC_EMAIL_ERR_NO_ADDRESSEE);
	zend_string *const_NO_ADDRESSEE_name = zend_string_init_interned("NO_ADDRESSEE", sizeof("NO_ADDRESSEE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_ADDRESSEE_name, &const_NO_ADDRESSEE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_ADDRESSEE_name);

	zval const_MAILBOX_FULL_value;
	ZVAL_LONG(&const_MAILBOX_FULL_value, SMSC_EMAIL_ERR_MAILBOX_FULL);
	zend_string *const_MAILBOX_FULL_name = zend_string_init_interned("MAILBOX_FULL", sizeof("MAILBOX_FULL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MAILBOX_FULL_name, &const_MAILBOX_FULL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MAILBOX_FULL_name);

	zval const_NO_SERVER_value;
	ZVAL_LONG(&const_NO_SERVER_value, SMSC_EMAIL_ERR_NO_SERVER);
	zend_string *const_NO_SERVER_name = zend_string_init_interned("NO_SERVER", sizeof("NO_SERVER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_SERVER_name, &const_NO_SERVER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_SERVER_name);

	zval const_MAILBOX_BLOCKED_value;
	ZVAL_LONG(&const_MAILBOX_BLOCKED_value, SMSC_EMAIL_ERR_MAILBOX_BLOCKED);
	zend_string *const_MAILBOX_BLOCKED_name = zend_string_init_interned("MAILBOX_BLOCKED", sizeof("MAILBOX_BLOCKED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MAILBOX_BLOCKED_name, &const_MAILBOX_BLOCKED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MAILBOX_BLOCKED_name);

	zval const_FORBIDDEN_IP_value;
	ZVAL_LONG(&const_FORBIDDEN_IP_value, SMSC_EMAIL_ERR_FORBIDDEN_IP);
	zend_string *const_FORBIDDEN_IP_name = zend_string_init_interned("FORBIDDEN_IP", sizeof("FORBIDDEN_IP") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FORBIDDEN_IP_name, &const_FORBIDDEN_IP_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FORBIDDEN_IP_name);

	zval const_NO_STATUS_value;
	ZVAL_LONG(&const_NO_STATUS_value, SMSC_EMAIL_ERR_NO_STATUS);
	zend_string *const_NO_STATUS_name = zend_string_init_interned("NO_STATUS", sizeof("NO_STATUS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_STATUS_name, &const_NO_STATUS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_STATUS_name);

	zval const_NO_ROUTE_value;
	ZVAL_LONG(&const_NO_ROUTE_value, SMSC_EMAIL_ERR_NO_ROUTE);
	zend_string *const_NO_ROUTE_name = zend_string_init_interned("NO_ROUTE", sizeof("NO_ROUTE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_ROUTE_name, &const_NO_ROUTE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_ROUTE_name);

	zval const_ADDRESS_FORMAT_value;
	ZVAL_LONG(&const_ADDRESS_FORMAT_value, SMSC_EMAIL_ERR_ADDRESS_FORMAT);
	zend_string *const_ADDRESS_FORMAT_name = zend_string_init_interned("ADDRESS_FORMAT", sizeof("ADDRESS_FORMAT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ADDRESS_FORMAT_name, &const_ADDRESS_FORMAT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ADDRESS_FORMAT_name);

	zval const_ADDRESS_FORBIDDEN_value;
	ZVAL_LONG(&const_ADDRESS_FORBIDDEN_value, SMSC_EMAIL_ERR_ADDRESS_FORBIDDEN);
	zend_string *const_ADDRESS_FORBIDDEN_name = zend_string_init_interned("ADDRESS_FORBIDDEN", sizeof("ADDRESS_FORBIDDEN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_ADDRESS_FORBIDDEN_name, &const_ADDRESS_FORBIDDEN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_ADDRESS_FORBIDDEN_name);

	zval const_SPAM_FILTER_value;
	ZVAL_LONG(&const_SPAM_FILTER_value, SMSC_EMAIL_ERR_SPAM_FILTER);
	zend_string *const_SPAM_FILTER_name = zend_string_init_interned("SPAM_FILTER", sizeof("SPAM_FILTER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SPAM_FILTER_name, &const_SPAM_FILTER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SPAM_FILTER_name);

	zval const_SENDER_NOT_REGISTERED_value;
	ZVAL_LONG(&const_SENDER_NOT_REGISTERED_value, SMSC_EMAIL_ERR_SENDER_NOT_REGISTERED);
	zend_string *const_SENDER_NOT_REGISTERED_name = zend_string_init_interned("SENDER_NOT_REGISTERED", sizeof("SENDER_NOT_REGISTERED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SENDER_NOT_REGISTERED_name, &const_SENDER_NOT_REGISTERED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SENDER_NOT_REGISTERED_name);

	zval const_REJECTED_value;
	ZVAL_LONG(&const_REJECTED_value, SMSC_EMAIL_ERR_REJECTED);
	zend_string *const_REJECTED_name = zend_string_init_interned("REJECTED", sizeof("REJECTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_REJECTED_name, &const_REJECTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_REJECTED_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Type(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Type", class_Smsc_Type_methods);
	class_entry = zend_register_internal_interface(&ce);

	zval const_SMS_value;
	ZVAL_LONG(&const_SMS_value, SMSC_MESSAGE_TYPE_SMS);
	zend_string *const_SMS_name = zend_string_init_interned("SMS", sizeof("SMS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SMS_name, &const_SMS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SMS_name);

	zval const_FLASH_value;
	ZVAL_LONG(&const_FLASH_value, SMSC_MESSAGE_TYPE_FLASH);
	zend_string *const_FLASH_name = zend_string_init_interned("FLASH", sizeof("FLASH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FLASH_name, &const_FLASH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FLASH_name);

	zval const_BINARY_value;
	ZVAL_LONG(&const_BINARY_value, SMSC_MESSAGE_TYPE_BINARY);
	zend_string *const_BINARY_name = zend_string_init_interned("BINARY", sizeof("BINARY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_BINARY_name, &const_BINARY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_BINARY_name);

	zval const_WAP_PUSH_value;
	ZVAL_LONG(&const_WAP_PUSH_value, SMSC_MESSAGE_TYPE_WAP_PUSH);
	zend_string *const_WAP_PUSH_name = zend_string_init_interned("WAP_PUSH", sizeof("WAP_PUSH") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_WAP_PUSH_name, &const_WAP_PUSH_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_WAP_PUSH_name);

	zval const_HLR_value;
	ZVAL_LONG(&const_HLR_value, SMSC_MESSAGE_TYPE_HLR);
	zend_string *const_HLR_name = zend_string_init_interned("HLR", sizeof("HLR") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_HLR_name, &const_HLR_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_HLR_name);

	zval const_PING_value;
	ZVAL_LONG(&const_PING_value, SMSC_MESSAGE_TYPE_PING);
	zend_string *const_PING_name = zend_string_init_interned("PING", sizeof("PING") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PING_name, &const_PING_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PING_name);

	zval const_MMS_value;
	ZVAL_LONG(&const_MMS_value, SMSC_MESSAGE_TYPE_MMS);
	zend_string *const_MMS_name = zend_string_init_interned("MMS", sizeof("MMS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MMS_name, &const_MMS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MMS_name);

	zval const_CALL_value;
	ZVAL_LONG(&const_CALL_value, SMSC_MESSAGE_TYPE_CALL);
	zend_string *const_CALL_name = zend_string_init_interned("CALL", sizeof("CALL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_CALL_name, &const_CALL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_CALL_name);

	zval const_EMAIL_value;
	ZVAL_LONG(&const_EMAIL_value, SMSC_MESSAGE_TYPE_EMAIL);
	zend_string *const_EMAIL_name = zend_string_init_interned("EMAIL", sizeof("EMAIL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_EMAIL_name, &const_EMAIL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_EMAIL_name);

	zval const_VIBER_value;
	ZVAL_LONG(&const_VIBER_value, SMSC_MESSAGE_TYPE_VIBER);
	zend_string *const_VIBER_name = zend_string_init_interned("VIBER", sizeof("VIBER") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_VIBER_name, &const_VIBER_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_VIBER_name);

	zval const_SOCIAL_value;
	ZVAL_LONG(&const_SOCIAL_value, SMSC_MESSAGE_TYPE_SOCIAL);
	zend_string *const_SOCIAL_name = zend_string_init_interned("SOCIAL", sizeof("SOCIAL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SOCIAL_name, &const_SOCIAL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SOCIAL_name);

	return class_entry;
}
