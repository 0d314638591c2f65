/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 7e7bc81319e9d58005f95b83e3ba11a8a3e14f8f */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_ApiError_name, 0, 0, IS_STRING, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, lang, IS_STRING, 0, "\"en\"")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Smsc_ApiError_outcome, 0, 0, Smsc\\Outcome, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, lang, IS_STRING, 0, "\"en\"")
ZEND_END_ARG_INFO()


ZEND_METHOD(Smsc_ApiError, name);
ZEND_METHOD(Smsc_ApiError, outcome);


static const zend_function_entry class_Smsc_MalformedReply_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_ApiError_methods[] = {
	ZEND_ME(Smsc_ApiError, name, arginfo_class_Smsc_ApiError_name, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_ApiError, outcome, arginfo_class_Smsc_ApiError_outcome, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_OptionError_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_RequestError_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_CallbackError_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_MalformedReply(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "MalformedReply", class_Smsc_MalformedReply_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);

	zval property_offset_default_value;
	ZVAL_UNDEF(&property_offset_default_value);
	zend_string *property_offset_name = zend_string_init("offset", sizeof("offset") - 1, 1);
	zend_declare_typed_property(class_entry, property_offset_name, &property_offset_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_offset_name);

	zval property_expected_default_value;
	ZVAL_UNDEF(&property_expected_default_value);
	zend_string *property_expected_name = zend_string_init("expected", sizeof("expected") - 1, 1);
	zend_declare_typed_property(class_entry, property_expected_name, &property_expected_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_expected_name);

	zval property_field_default_value;
	ZVAL_UNDEF(&property_field_default_value);
	zend_string *property_field_name = zend_string_init("field", sizeof("field") - 1, 1);
	zend_declare_typed_property(class_entry, property_field_name, &property_field_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_field_name);

	zval property_start_default_value;
	ZVAL_UNDEF(&property_start_default_value);
	zend_string *property_start_name = zend_string_init("start", sizeof("start") - 1, 1);
	zend_declare_typed_property(class_entry, property_start_name, &property_start_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_start_name);

	zval property_end_default_value;
	ZVAL_UNDEF(&property_end_default_value);
	zend_string *property_end_name = zend_string_init("end", sizeof("end") - 1, 1);
	zend_declare_typed_property(class_entry, property_end_name, &property_end_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_end_name);

	zval property_hint_default_value;
	ZVAL_UNDEF(&property_hint_default_value);
	zend_string *property_hint_name = zend_string_init("hint", sizeof("hint") - 1, 1);
	zend_declare_typed_property(class_entry, property_hint_name, &property_hint_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_hint_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_ApiError(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "ApiError", class_Smsc_ApiError_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);

	zval const_PARAMETERS_value;
	ZVAL_LONG(&const_PARAMETERS_value, SMSC_API_ERROR_PARAMETERS);
	zend_string *const_PARAMETERS_name = zend_string_init_interned("PARAMETERS", sizeof("PARAMETERS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_PARAMETERS_name, &const_PARAMETERS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_PARAMETERS_name);

	zval const_AUTHORISATION_value;
	ZVAL_LONG(&const_AUTHORISATION_value, SMSC_API_ERROR_AUTHORISATION);
	zend_string *const_AUTHORISATION_name = zend_string_init_interned("AUTHORISATION", sizeof("AUTHORISATION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_AUTHORISATION_name, &const_AUTHORISATION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_AUTHORISATION_name);

	zval const_NO_MONEY_value;
	ZVAL_LONG(&const_NO_MONEY_value, SMSC_API_ERROR_NO_MONEY);
	zend_string *const_NO_MONEY_name = zend_string_init_interned("NO_MONEY", sizeof("NO_MONEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_MONEY_name, &const_NO_MONEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_MONEY_name);

	zval const_IP_BLOCKED_value;
	ZVAL_LONG(&const_IP_BLOCKED_value, SMSC_API_ERROR_IP_BLOCKED);
	zend_string *const_IP_BLOCKED_name = zend_string_init_interned("IP_BLOCKED", sizeof("IP_BLOCKED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_IP_BLOCKED_name, &const_IP_BLOCKED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_IP_BLOCKED_name);

	zval const_DELETION_value;
	ZVAL_LONG(&const_DELETION_value, SMSC_API_ERROR_DELETION);
	zend_string *const_DELETION_name = zend_string_init_interned("DELETION", sizeof("DELETION") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_DELETION_name, &const_DELETION_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_DELETION_name);

	zval const_MESSAGE_FORBIDDEN_value;
	ZVAL_LONG(&const_MESSAGE_FORBIDDEN_value, SMSC_API_ERROR_MESSAGE_FORBIDDEN);
	zend_string *const_MESSAGE_FORBIDDEN_name = zend_string_init_interned("MESSAGE_FORBIDDEN", sizeof("MESSAGE_FORBIDDEN") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MESSAGE_FORBIDDEN_name, &const_MESSAGE_FORBIDDEN_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MESSAGE_FORBIDDEN_name);

	zval const_NUMBER_FORMAT_value;
	ZVAL_LONG(&const_NUMBER_FORMAT_value, SMSC_API_ERROR_NUMBER_FORMAT);
	zend_string *const_NUMBER_FORMAT_name = zend_string_init_interned("NUMBER_FORMAT", sizeof("NUMBER_FORMAT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NUMBER_FORMAT_name, &const_NUMBER_FORMAT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NUMBER_FORMAT_name);

	zval const_UNDELIVERABLE_value;
	ZVAL_LONG(&const_UNDELIVERABLE_value, SMSC_API_ERROR_UNDELIVERABLE);
	zend_string *const_UNDELIVERABLE_name = zend_string_init_interned("UNDELIVERABLE", sizeof("UNDELIVERABLE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNDELIVERABLE_name, &const_UNDELIVERABLE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNDELIVERABLE_name);

	zval const_TOO_MANY_REQUESTS_value;
	ZVAL_LONG(&const_TOO_MANY_REQUESTS_value, SMSC_API_ERROR_TOO_MANY_REQUESTS);
	zend_string *const_TOO_MANY_REQUESTS_name = zend_string_init_interned("TOO_MANY_REQUESTS", sizeof("TOO_MANY_REQUESTS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TOO_MANY_REQUESTS_name, &const_TOO_MANY_REQUESTS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TOO_MANY_REQUESTS_name);

	zval property_text_default_value;
	ZVAL_UNDEF(&property_text_default_value);
	zend_string *property_text_name = zend_string_init("text", sizeof("text") - 1, 1);
	zend_declare_typed_property(class_entry, property_text_name, &property_text_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_text_name);

	zval property_id_default_value;
	ZVAL_UNDEF(&property_id_default_value);
	zend_string *property_id_name = zend_string_init("id", sizeof("id") - 1, 1);
	zend_declare_typed_property(class_entry, property_id_name, &property_id_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_id_name);

	zval property_endpoint_default_value;
	ZVAL_UNDEF(&property_endpoint_default_value);
	zend_string *property_endpoint_name = zend_string_init("endpoint", sizeof("endpoint") - 1, 1);
	zend_declare_typed_property(class_entry, property_endpoint_name, &property_endpoint_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_endpoint_name);

	zval property_looks_like_utf8_default_value;
	ZVAL_UNDEF(&property_looks_like_utf8_default_value);
	zend_string *property_looks_like_utf8_name = zend_string_init("looks_like_utf8", sizeof("looks_like_utf8") - 1, 1);
	zend_declare_typed_property(class_entry, property_looks_like_utf8_name, &property_looks_like_utf8_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_looks_like_utf8_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_OptionError(zend_class_entry *class_entry_ValueError)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "OptionError", class_Smsc_OptionError_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_ValueError);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_RequestError(zend_class_entry *class_entry_Smsc_OptionError)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "RequestError", class_Smsc_RequestError_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Smsc_OptionError);

	zval property_parameter_default_value;
	ZVAL_UNDEF(&property_parameter_default_value);
	zend_string *property_parameter_name = zend_string_init("parameter", sizeof("parameter") - 1, 1);
	zend_declare_typed_property(class_entry, property_parameter_name, &property_parameter_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_parameter_name);

	zval property_kind_default_value;
	ZVAL_UNDEF(&property_kind_default_value);
	zend_string *property_kind_name = zend_string_init("kind", sizeof("kind") - 1, 1);
	zend_declare_typed_property(class_entry, property_kind_name, &property_kind_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_kind_name);

	zval property_item_default_value;
	ZVAL_UNDEF(&property_item_default_value);
	zend_string *property_item_name = zend_string_init("item", sizeof("item") - 1, 1);
	zend_declare_typed_property(class_entry, property_item_name, &property_item_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_item_name);

	zval property_expected_default_value;
	ZVAL_UNDEF(&property_expected_default_value);
	zend_string *property_expected_name = zend_string_init("expected", sizeof("expected") - 1, 1);
	zend_declare_typed_property(class_entry, property_expected_name, &property_expected_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_expected_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_CallbackError(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "CallbackError", class_Smsc_CallbackError_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);

	zval property_reason_default_value;
	ZVAL_UNDEF(&property_reason_default_value);
	zend_string *property_reason_name = zend_string_init("reason", sizeof("reason") - 1, 1);
	zend_declare_typed_property(class_entry, property_reason_name, &property_reason_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_reason_name);

	zval property_field_default_value;
	ZVAL_UNDEF(&property_field_default_value);
	zend_string *property_field_name = zend_string_init("field", sizeof("field") - 1, 1);
	zend_declare_typed_property(class_entry, property_field_name, &property_field_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING|MAY_BE_NULL));
	zend_string_release(property_field_name);

	zval property_offset_default_value;
	ZVAL_UNDEF(&property_offset_default_value);
	zend_string *property_offset_name = zend_string_init("offset", sizeof("offset") - 1, 1);
	zend_declare_typed_property(class_entry, property_offset_name, &property_offset_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_offset_name);

	return class_entry;
}
