/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 28dfc154b7214745a03879cc54b9ea7f76ed4a63 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Request___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Request_body, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Request_getUrl arginfo_class_Smsc_Request_body

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Smsc_Request_parse, 0, 1, Smsc\\Sent|Smsc\\Price|Smsc\\Balance|Smsc\\Operator, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, body, IS_STRING, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Smsc_Request, __construct);
ZEND_METHOD(Smsc_Request, body);
ZEND_METHOD(Smsc_Request, getUrl);
ZEND_METHOD(Smsc_Request, parse);


static const zend_function_entry class_Smsc_Request_methods[] = {
	ZEND_ME(Smsc_Request, __construct, arginfo_class_Smsc_Request___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Smsc_Request, body, arginfo_class_Smsc_Request_body, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Request, getUrl, arginfo_class_Smsc_Request_getUrl, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Request, parse, arginfo_class_Smsc_Request_parse, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_Request(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Request", class_Smsc_Request_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE|ZEND_ACC_READONLY_CLASS;

	zval property_url_default_value;
	ZVAL_UNDEF(&property_url_default_value);
	zend_string *property_url_name = zend_string_init("url", sizeof("url") - 1, 1);
	zend_declare_typed_property(class_entry, property_url_name, &property_url_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_url_name);

	zval property_method_default_value;
	ZVAL_UNDEF(&property_method_default_value);
	zend_string *property_method_name = zend_string_init("method", sizeof("method") - 1, 1);
	zend_declare_typed_property(class_entry, property_method_name, &property_method_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_method_name);

	zval property_headers_default_value;
	ZVAL_UNDEF(&property_headers_default_value);
	zend_string *property_headers_name = zend_string_init("headers", sizeof("headers") - 1, 1);
	zend_declare_typed_property(class_entry, property_headers_name, &property_headers_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_headers_name);


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "parse", sizeof("parse") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
