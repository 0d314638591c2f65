/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 98ab7c0e976c60f0b5dd84e585772567d6933758 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Ask___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Smsc_Plan___construct, 0, 0, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, at_once, IS_LONG, 0, "3")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, batch_size, IS_LONG, 0, "1000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, batch_gap_ms, IS_LONG, 0, "61000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, first_gap_s, IS_LONG, 0, "30")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, last_gap_s, IS_LONG, 0, "3600")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, has_history, _IS_BOOL, 0, "true")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, history_size, IS_LONG, 0, "100")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, history_gap_ms, IS_LONG, 0, "30000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, not_yet_s, IS_LONG, 0, "600")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_add, 0, 1, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, sent_ms, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, asked_ms, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, not_found_since_ms, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, unanswered, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_remove, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Plan_has arginfo_class_Smsc_Plan_remove

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_count, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Smsc_Plan_poll, 0, 0, Smsc\\Ask, 1)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_nextWake, 0, 0, IS_LONG, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_onReply, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_OBJ_INFO(0, ask, Smsc\\Ask, 0)
	ZEND_ARG_TYPE_INFO(0, statuses, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_onFailure, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_OBJ_INFO(0, ask, Smsc\\Ask, 0)
	ZEND_ARG_TYPE_INFO(0, failure, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, code, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, random, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_onUnsent, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_OBJ_INFO(0, ask, Smsc\\Ask, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, wait_ms, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_onStatus, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, status, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_lost, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_atRisk, 0, 0, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Plan_nextMove arginfo_class_Smsc_Plan_count

#define arginfo_class_Smsc_Plan_lastRound arginfo_class_Smsc_Plan_count

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_setServerDate, 0, 1, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO(0, date, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, now_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_setLastRequests, 0, 0, IS_VOID, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, request_ms, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, batch_ms, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_isRefused, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Smsc_Plan_blockedUntil arginfo_class_Smsc_Plan_nextWake

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Smsc_Plan_renewCredentials, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()


ZEND_METHOD(Smsc_Ask, __construct);
ZEND_METHOD(Smsc_Plan, __construct);
ZEND_METHOD(Smsc_Plan, add);
ZEND_METHOD(Smsc_Plan, remove);
ZEND_METHOD(Smsc_Plan, has);
ZEND_METHOD(Smsc_Plan, count);
ZEND_METHOD(Smsc_Plan, poll);
ZEND_METHOD(Smsc_Plan, nextWake);
ZEND_METHOD(Smsc_Plan, onReply);
ZEND_METHOD(Smsc_Plan, onFailure);
ZEND_METHOD(Smsc_Plan, onUnsent);
ZEND_METHOD(Smsc_Plan, onStatus);
ZEND_METHOD(Smsc_Plan, lost);
ZEND_METHOD(Smsc_Plan, atRisk);
ZEND_METHOD(Smsc_Plan, nextMove);
ZEND_METHOD(Smsc_Plan, lastRound);
ZEND_METHOD(Smsc_Plan, setServerDate);
ZEND_METHOD(Smsc_Plan, setLastRequests);
ZEND_METHOD(Smsc_Plan, isRefused);
ZEND_METHOD(Smsc_Plan, blockedUntil);
ZEND_METHOD(Smsc_Plan, renewCredentials);


static const zend_function_entry class_Smsc_Ask_methods[] = {
	ZEND_ME(Smsc_Ask, __construct, arginfo_class_Smsc_Ask___construct, ZEND_ACC_PRIVATE)
	ZEND_FE_END
};


static const zend_function_entry class_Smsc_Plan_methods[] = {
	ZEND_ME(Smsc_Plan, __construct, arginfo_class_Smsc_Plan___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, add, arginfo_class_Smsc_Plan_add, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, remove, arginfo_class_Smsc_Plan_remove, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, has, arginfo_class_Smsc_Plan_has, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, count, arginfo_class_Smsc_Plan_count, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, poll, arginfo_class_Smsc_Plan_poll, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, nextWake, arginfo_class_Smsc_Plan_nextWake, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, onReply, arginfo_class_Smsc_Plan_onReply, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, onFailure, arginfo_class_Smsc_Plan_onFailure, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, onUnsent, arginfo_class_Smsc_Plan_onUnsent, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, onStatus, arginfo_class_Smsc_Plan_onStatus, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, lost, arginfo_class_Smsc_Plan_lost, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, atRisk, arginfo_class_Smsc_Plan_atRisk, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, nextMove, arginfo_class_Smsc_Plan_nextMove, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, lastRound, arginfo_class_Smsc_Plan_lastRound, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, setServerDate, arginfo_class_Smsc_Plan_setServerDate, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, setLastRequests, arginfo_class_Smsc_Plan_setLastRequests, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, isRefused, arginfo_class_Smsc_Plan_isRefused, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, blockedUntil, arginfo_class_Smsc_Plan_blockedUntil, ZEND_ACC_PUBLIC)
	ZEND_ME(Smsc_Plan, renewCredentials, arginfo_class_Smsc_Plan_renewCredentials, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Smsc_Ask(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Ask", class_Smsc_Ask_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_READONLY_CLASS;

	zval property_number_default_value;
	ZVAL_UNDEF(&property_number_default_value);
	zend_string *property_number_name = zend_string_init("number", sizeof("number") - 1, 1);
	zend_declare_typed_property(class_entry, property_number_name, &property_number_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG));
	zend_string_release(property_number_name);

	zval property_kind_default_value;
	ZVAL_UNDEF(&property_kind_default_value);
	zend_string *property_kind_name = zend_string_init("kind", sizeof("kind") - 1, 1);
	zend_declare_typed_property(class_entry, property_kind_name, &property_kind_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_kind_name);

	zval property_keys_default_value;
	ZVAL_UNDEF(&property_keys_default_value);
	zend_string *property_keys_name = zend_string_init("keys", sizeof("keys") - 1, 1);
	zend_declare_typed_property(class_entry, property_keys_name, &property_keys_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_ARRAY));
	zend_string_release(property_keys_name);

	zval property_first_sent_default_value;
	ZVAL_UNDEF(&property_first_sent_default_value);
	zend_string *property_first_sent_name = zend_string_init("first_sent", sizeof("first_sent") - 1, 1);
	zend_declare_typed_property(class_entry, property_first_sent_name, &property_first_sent_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_first_sent_name);

	zval property_last_sent_default_value;
	ZVAL_UNDEF(&property_last_sent_default_value);
	zend_string *property_last_sent_name = zend_string_init("last_sent", sizeof("last_sent") - 1, 1);
	zend_declare_typed_property(class_entry, property_last_sent_name, &property_last_sent_default_value, ZEND_ACC_PUBLIC|ZEND_ACC_READONLY, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_LONG|MAY_BE_NULL));
	zend_string_release(property_last_sent_name);

	return class_entry;
}

static zend_class_entry *register_class_Smsc_Plan(zend_class_entry *class_entry_Countable)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Smsc", "Plan", class_Smsc_Plan_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Countable);

	return class_entry;
}
