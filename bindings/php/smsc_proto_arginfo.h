/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 508a1d405715baaa050b61d4957cf766323817e4 */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_smsc_parse, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, fmt, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, all, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, multi, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, charset, IS_STRING, 0, "\"windows-1251\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, kind, IS_STRING, 0, "\"auto\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ids, IS_ARRAY, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_smsc_iterate, 0, 1, Smsc\\Records, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, source, Traversable, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, fmt, IS_LONG, 0, "1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, all, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, multi, _IS_BOOL, 0, "true")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, charset, IS_STRING, 0, "\"windows-1251\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, kind, IS_STRING, 0, "\"auto\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ids, IS_ARRAY, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_smsc_get_status_compat, 0, 3, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, body, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, all, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, ids, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_smsc_explain, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, status, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, err, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, api_error, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, getcourse, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_MASK(0, clicksend, MAY_BE_LONG|MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, lang, IS_STRING, 0, "\"en\"")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, endpoint, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, text, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, clicksend_row, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, clicksend_error, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, clicksend_receipt, IS_ARRAY, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_smsc_story, 0, 1, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, statuses, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, lang, IS_STRING, 0, "\"en\"")
ZEND_END_ARG_INFO()

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

#define arginfo_class_Smsc_Outcome___construct arginfo_class_Smsc_Record___construct

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Flags___construct, 0, 0, 1)
	ZEND_ARG_TYPE_INFO(0, flag, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Flags_typeName arginfo_class_Smsc_Record_statusName

#define arginfo_class_Smsc_Malformed___construct arginfo_class_Smsc_Record___construct

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Malformed___serialize, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Malformed___unserialize, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Missing___construct arginfo_class_Smsc_Record___construct

#define arginfo_class_Smsc_Deleted___construct arginfo_class_Smsc_Record___construct

#define arginfo_class_Smsc_Records___construct arginfo_class_Smsc_Record___construct

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Smsc_Records_getIterator, 0, 0, Iterator, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Records_looksLikeUtf8, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_ApiError_name arginfo_class_Smsc_Record_statusName

#define arginfo_class_Smsc_ApiError_outcome arginfo_class_Smsc_Record_outcome


ZEND_FUNCTION(smsc_parse);
ZEND_FUNCTION(smsc_iterate);
ZEND_FUNCTION(smsc_get_status_compat);
ZEND_FUNCTION(smsc_explain);
ZEND_FUNCTION(smsc_story);
ZEND_METHOD(Smsc_Record, __construct);
ZEND_METHOD(Smsc_Record, statusName);
ZEND_METHOD(Smsc_Record, errName);
ZEND_METHOD(Smsc_Record, typeName);
ZEND_METHOD(Smsc_Record, flags);
ZEND_METHOD(Smsc_Record, outcome);
ZEND_METHOD(Smsc_Outcome, __construct);
ZEND_METHOD(Smsc_Flags, __construct);
ZEND_METHOD(Smsc_Flags, typeName);
ZEND_METHOD(Smsc_Malformed, __construct);
ZEND_METHOD(Smsc_Malformed, __serialize);
ZEND_METHOD(Smsc_Malformed, __unserialize);
ZEND_METHOD(Smsc_Missing, __construct);
ZEND_METHOD(Smsc_Deleted, __construct);
ZEND_METHOD(Smsc_Records, __construct);
ZEND_METHOD(Smsc_Records, getIterator);
ZEND_METHOD(Smsc_Records, looksLikeUtf8);
ZEND_METHOD(Smsc_ApiError, name);
ZEND_METHOD(Smsc_ApiError, outcome);


static const zend_function_entry ext_functions[] = {
	ZEND_FE(smsc_parse, arginfo_smsc_parse)
	ZEND_FE(smsc_iterate, arginfo_smsc_iterate)
	ZEND_FE(smsc_get_status_compat, arginfo_smsc_get_status_compat)
	ZEND_FE(smsc_explain, arginfo_smsc_explain)
	ZEND_FE(smsc_story, arginfo_smsc_story)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Record_methods[] = {
	ZEND_ME(Smsc_Record, __construct, arginfo_class_Smsc_Record___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Smsc_Record, statusName, arginfo_class_Smsc_Record_statusName, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Record, errName, arginfo_class_Smsc_Record_errName, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Record, typeName, arginfo_class_Smsc_Record_typeName, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Record, flags, arginfo_class_Smsc_Record_flags, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Record, outcome, arginfo_class_Smsc_Record_outcome, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Outcome_methods[] = {
	ZEND_ME(Smsc_Outcome, __construct, arginfo_class_Smsc_Outcome___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Flags_methods[] = {
	ZEND_ME(Smsc_Flags, __construct, arginfo_class_Smsc_Flags___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Flags, typeName, arginfo_class_Smsc_Flags_typeName, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


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

static void register_smsc_proto_symbols(int module_number)
{

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "smsc_parse", sizeof("smsc_parse") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "smsc_parse", sizeof("smsc_parse") - 1), 6, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "smsc_iterate", sizeof("smsc_iterate") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "smsc_iterate", sizeof("smsc_iterate") - 1), 6, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(CG(function_table), "smsc_get_status_compat", sizeof("smsc_get_status_compat") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);
}

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
