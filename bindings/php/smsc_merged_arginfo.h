/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 319551fa3e006e7d836d55024eeb40e05a75d537 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Merged___construct, 0, 0, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Smsc_Merged, __construct);


static const zend_function_entry class_Smsc_Merged_methods[] = {
	ZEND_ME(Smsc_Merged, __construct, arginfo_class_Smsc_Merged___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_Merged(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Merged", class_Smsc_Merged_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zend_string *property_record_class_Smsc_Record = zend_string_init("Smsc\\Record", sizeof("Smsc\\Record")-1, 1);
	zval property_record_default_value;
	ZVAL_UNDEF(&property_record_default_value);
	zend_string *property_record_name = zend_string_init("record", sizeof("record") - 1, 1);
	zend_declare_typed_property(class_entry, property_record_name, &property_record_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_CLASS(property_record_class_Smsc_Record, 0, 0));
	zend_string_release(property_record_name);

	zval property_is_final_default_value;
	ZVAL_UNDEF(&property_is_final_default_value);
	zend_string *property_is_final_name = zend_string_init("is_final", sizeof("is_final") - 1, 1);
	zend_declare_typed_property(class_entry, property_is_final_name, &property_is_final_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_is_final_name);

	zval property_not_found_default_value;
	ZVAL_UNDEF(&property_not_found_default_value);
	zend_string *property_not_found_name = zend_string_init("not_found", sizeof("not_found") - 1, 1);
	zend_declare_typed_property(class_entry, property_not_found_name, &property_not_found_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_BOOL));
	zend_string_release(property_not_found_name);

	zval property_reports_default_value;
	ZVAL_UNDEF(&property_reports_default_value);
	zend_string *property_reports_name = zend_string_init("reports", sizeof("reports") - 1, 1);
	zend_declare_typed_property(class_entry, property_reports_name, &property_reports_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_reports_name);

	return class_entry;
}
