/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: d7575e98bcd97e551b5fda68bf3bdda94998a1d7 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Malformed___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Malformed___serialize, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Malformed___unserialize, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Missing___construct arginfo_class_Smsc_Malformed___construct

#define arginfo_class_Smsc_Deleted___construct arginfo_class_Smsc_Malformed___construct

#define arginfo_class_Smsc_Records___construct arginfo_class_Smsc_Malformed___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Smsc_Records_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Records_looksLikeUtf8, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Smsc_Malformed, __construct);
ZEND_METHOD(Smsc_Malformed, __serialize);
ZEND_METHOD(Smsc_Malformed, __unserialize);
ZEND_METHOD(Smsc_Missing, __construct);
ZEND_METHOD(Smsc_Deleted, __construct);
ZEND_METHOD(Smsc_Records, __construct);
ZEND_METHOD(Smsc_Records, getIterator);
ZEND_METHOD(Smsc_Records, looksLikeUtf8);


static const zend_function_entry class_Smsc_Malformed_methods[] = {
	ZEND_ME(Smsc_Malformed, __construct, arginfo_class_Smsc_Malformed___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Smsc_Malformed, __serialize, arginfo_class_Smsc_Malformed___serialize, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Malformed, __unserialize, arginfo_class_Smsc_Malformed___unserialize, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Missing_methods[] = {
	ZEND_ME(Smsc_Missing, __construct, arginfo_class_Smsc_Missing___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Deleted_methods[] = {
	ZEND_ME(Smsc_Deleted, __construct, arginfo_class_Smsc_Deleted___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Records_methods[] = {
	ZEND_ME(Smsc_Records, __construct, arginfo_class_Smsc_Records___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Smsc_Records, getIterator, arginfo_class_Smsc_Records_getIterator, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Records, looksLikeUtf8, arginfo_class_Smsc_Records_looksLikeUtf8, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_Malformed(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Malformed", class_Smsc_Malformed_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval const_NOT_A_REPLY_value;
	ZVAL_LONG(&const_NOT_A_REPLY_value, SMSC_RESULT_NOT_A_REPLY);
	zend_string *const_NOT_A_REPLY_name = zend_string_init_interned("NOT_A_REPLY", sizeof("NOT_A_REPLY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_A_REPLY_name, &const_NOT_A_REPLY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_A_REPLY_name);

	zval const_FIELD_value;
	ZVAL_LONG(&const_FIELD_value, SMSC_RESULT_FIELD);
	zend_string *const_FIELD_name = zend_string_init_interned("FIELD", sizeof("FIELD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FIELD_name, &const_FIELD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FIELD_name);

	zval const_FIELD_COUNT_value;
	ZVAL_LONG(&const_FIELD_COUNT_value, SMSC_RESULT_FIELD_COUNT);
	zend_string *const_FIELD_COUNT_name = zend_string_init_interned("FIELD_COUNT", sizeof("FIELD_COUNT") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_FIELD_COUNT_name, &const_FIELD_COUNT_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_FIELD_COUNT_name);

	zval const_LABEL_value;
	ZVAL_LONG(&const_LABEL_value, SMSC_RESULT_LABEL);
	zend_string *const_LABEL_name = zend_string_init_interned("LABEL", sizeof("LABEL") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_LABEL_name, &const_LABEL_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_LABEL_name);

	zval const_SYNTAX_value;
	ZVAL_LONG(&const_SYNTAX_value, SMSC_RESULT_SYNTAX);
	zend_string *const_SYNTAX_name = zend_string_init_interned("SYNTAX", sizeof("SYNTAX") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_SYNTAX_name, &const_SYNTAX_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_SYNTAX_name);

	zval const_NOT_A_RECORD_value;
	ZVAL_LONG(&const_NOT_A_RECORD_value, SMSC_RESULT_NOT_A_RECORD);
	zend_string *const_NOT_A_RECORD_name = zend_string_init_interned("NOT_A_RECORD", sizeof("NOT_A_RECORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NOT_A_RECORD_name, &const_NOT_A_RECORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NOT_A_RECORD_name);

	zval const_NO_STATUS_value;
	ZVAL_LONG(&const_NO_STATUS_value, SMSC_RESULT_NO_STATUS);
	zend_string *const_NO_STATUS_name = zend_string_init_interned("NO_STATUS", sizeof("NO_STATUS") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_STATUS_name, &const_NO_STATUS_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_STATUS_name);

	zval const_TRAILING_BYTES_value;
	ZVAL_LONG(&const_TRAILING_BYTES_value, SMSC_RESULT_TRAILING_BYTES);
	zend_string *const_TRAILING_BYTES_name = zend_string_init_interned("TRAILING_BYTES", sizeof("TRAILING_BYTES") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TRAILING_BYTES_name, &const_TRAILING_BYTES_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TRAILING_BYTES_name);

	zval const_API_ERROR_value;
	ZVAL_LONG(&const_API_ERROR_value, SMSC_RESULT_API_ERROR);
	zend_string *const_API_ERROR_name = zend_string_init_interned("API_ERROR", sizeof("API_ERROR") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_API_ERROR_name, &const_API_ERROR_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_API_ERROR_name);

	zval const_OUTSIDE_RECORD_value;
	ZVAL_LONG(&const_OUTSIDE_RECORD_value, SMSC_RESULT_OUTSIDE_RECORD);
	zend_string *const_OUTSIDE_RECORD_name = zend_string_init_interned("OUTSIDE_RECORD", sizeof("OUTSIDE_RECORD") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_OUTSIDE_RECORD_name, &const_OUTSIDE_RECORD_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_OUTSIDE_RECORD_name);

	zval const_NO_END_value;
	ZVAL_LONG(&const_NO_END_value, SMSC_RESULT_NO_END);
	zend_string *const_NO_END_name = zend_string_init_interned("NO_END", sizeof("NO_END") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_NO_END_name, &const_NO_END_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_NO_END_name);

	zval const_TOO_LONG_value;
	ZVAL_LONG(&const_TOO_LONG_value, SMSC_RESULT_TOO_LONG);
	zend_string *const_TOO_LONG_name = zend_string_init_interned("TOO_LONG", sizeof("TOO_LONG") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_TOO_LONG_name, &const_TOO_LONG_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_TOO_LONG_name);

	zval const_INVALID_VALUE_value;
	ZVAL_LONG(&const_INVALID_VALUE_value, SMSC_RESULT_INVALID_VALUE);
	zend_string *const_INVALID_VALUE_name = zend_string_init_interned("INVALID_VALUE", sizeof("INVALID_VALUE") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_INVALID_VALUE_name, &const_INVALID_VALUE_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_INVALID_VALUE_name);

	zval const_MISSING_KEY_value;
	ZVAL_LONG(&const_MISSING_KEY_value, SMSC_RESULT_MISSING_KEY);
	zend_string *const_MISSING_KEY_name = zend_string_init_interned("MISSING_KEY", sizeof("MISSING_KEY") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MISSING_KEY_name, &const_MISSING_KEY_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MISSING_KEY_name);

	zval const_UNSUPPORTED_value;
	ZVAL_LONG(&const_UNSUPPORTED_value, SMSC_RESULT_UNSUPPORTED);
	zend_string *const_UNSUPPORTED_name = zend_string_init_interned("UNSUPPORTED", sizeof("UNSUPPORTED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_UNSUPPORTED_name, &const_UNSUPPORTED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_UNSUPPORTED_name);

	zval const_MALFORMED_value;
	ZVAL_LONG(&const_MALFORMED_value, SMSC_RESULT_MALFORMED);
	zend_string *const_MALFORMED_name = zend_string_init_interned("MALFORMED", sizeof("MALFORMED") - 1, 1);
	zend_declare_class_constant_ex(class_entry, const_MALFORMED_name, &const_MALFORMED_value, ZEND_ACC_PUBLIC, NULL);
	zend_string_release(const_MALFORMED_name);

	zval property_code_default_value;
	ZVAL_UNDEF(&property_code_default_value);
	zend_string *property_code_name = zend_string_init("code", sizeof("code") - 1, 1);
	zend_declare_typed_property(class_entry, property_code_name, &property_code_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_code_name);

	zval property_message_default_value;
	ZVAL_UNDEF(&property_message_default_value);
	zend_string *property_message_name = zend_string_init("message", sizeof("message") - 1, 1);
	zend_declare_typed_property(class_entry, property_message_name, &property_message_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_message_name);

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

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Missing(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Missing", class_Smsc_Missing_methods);
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

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Deleted(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Deleted", class_Smsc_Deleted_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Records(zend_class_entry *class_entry_IteratorAggregate)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Records", class_Smsc_Records_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_IteratorAggregate);

	return class_entry;
}
