/* The module: its functions and classes, and its entry for PHP. */
#ifdef HAVE_CONFIG_H
# include "config.h"
#endif

#include "php_smsc_proto.h"

#include <ext/spl/spl_exceptions.h>
#include <ext/standard/info.h>
#include <zend_attributes.h>
#include <zend_exceptions.h>
#include <zend_interfaces.h>

#include "smsc_advice_arginfo.h"
#include "smsc_callback_arginfo.h"
#include "smsc_calls_arginfo.h"
#include "smsc_codes_arginfo.h"
#include "smsc_errors_arginfo.h"
#include "smsc_functions_arginfo.h"
#include "smsc_items_arginfo.h"
#include "smsc_merged_arginfo.h"
#include "smsc_outcome_arginfo.h"
#include "smsc_plan_arginfo.h"
#include "smsc_record_arginfo.h"
#include "smsc_request_arginfo.h"

zend_class_entry *php_smsc_record_ce;
zend_class_entry *php_smsc_flags_ce;
zend_class_entry *php_smsc_outcome_ce;
zend_class_entry *php_smsc_malformed_ce;
zend_class_entry *php_smsc_missing_ce;
zend_class_entry *php_smsc_deleted_ce;
zend_class_entry *php_smsc_records_ce;
zend_class_entry *php_smsc_malformed_reply_ce;
zend_class_entry *php_smsc_api_error_ce;
zend_class_entry *php_smsc_option_error_ce;
zend_class_entry *php_smsc_request_ce;
zend_class_entry *php_smsc_request_error_ce;
zend_class_entry *php_smsc_sent_ce;
zend_class_entry *php_smsc_price_ce;
zend_class_entry *php_smsc_sent_phone_ce;
zend_class_entry *php_smsc_balance_ce;
zend_class_entry *php_smsc_operator_ce;
zend_class_entry *php_smsc_incoming_ce;
zend_class_entry *php_smsc_statistics_ce;
zend_class_entry *php_smsc_callback_ce;
zend_class_entry *php_smsc_incoming_message_ce;
zend_class_entry *php_smsc_confirmed_call_ce;
zend_class_entry *php_smsc_callback_error_ce;
zend_class_entry *php_smsc_advice_ce;
zend_class_entry *php_smsc_merged_ce;
zend_class_entry *php_smsc_ask_ce;
zend_class_entry *php_smsc_plan_ce;

/* smsc_parse and smsc_iterate have equal options after their first argument. */
#define PARSE_ARGUMENTS(first, options) \
    ZEND_PARSE_PARAMETERS_START(1, 7) \
        first \
        Z_PARAM_OPTIONAL \
        Z_PARAM_LONG((options).fmt) \
        Z_PARAM_LONG((options).all) \
        Z_PARAM_BOOL((options).multi) \
        Z_PARAM_STR((options).charset) \
        Z_PARAM_STR((options).kind) \
        Z_PARAM_ARRAY_HT_OR_NULL((options).ids) \
    ZEND_PARSE_PARAMETERS_END()

void php_smsc_parse(zval *target, const php_smsc_query *query, zend_string *body)
{
    php_smsc_items items;
    php_smsc_items_of_body(&items, query, body);
    array_init(target);
    zend_hash_real_init_packed(Z_ARRVAL_P(target));
    zval item;
    while (!PHP_SMSC_MUST_STOP() && php_smsc_items_next(&items, &item)) {
        zend_hash_next_index_insert_new(Z_ARRVAL_P(target), &item);
    }
    /* Nothing was read: most likely the options are not those of the request. */
    if (!PHP_SMSC_MUST_STOP() && items.malformed > 0 && !items.has_others) {
        php_smsc_throw_malformed(&items.first_malformed, query, body);
    }
    php_smsc_items_destroy(&items);
}

PHP_FUNCTION(smsc_parse)
{
    zend_string *body;
    php_smsc_options options = {.fmt = SMSC_FORMAT_VALUES};
    PARSE_ARGUMENTS(Z_PARAM_STR(body), options);
    php_smsc_query query;
    if (!php_smsc_query_init(&query, &options)) {
        RETURN_THROWS();
    }
    php_smsc_parse(return_value, &query, body);
    php_smsc_query_destroy(&query);
}

PHP_FUNCTION(smsc_iterate)
{
    zval *source;
    php_smsc_options options = {.fmt = SMSC_FORMAT_VALUES, .multi = true};
    PARSE_ARGUMENTS(Z_PARAM_ZVAL(source), options);
    const bool is_stream = Z_TYPE_P(source) == IS_RESOURCE;
    const bool is_chunked = is_stream || zend_is_iterable(source);
    if (is_stream && php_smsc_stream(source) == NULL) {
        zend_argument_type_error(1, "must be an open stream");
        RETURN_THROWS();
    }
    if (!is_chunked && Z_TYPE_P(source) != IS_STRING) {
        zend_argument_type_error(1, "must be of type Traversable|array|string|resource, %s given",
            zend_zval_type_name(source));
        RETURN_THROWS();
    }
    options.multi = options.multi || is_chunked;
    php_smsc_query query;
    if (php_smsc_query_init(&query, &options)) {
        php_smsc_make_records(return_value, source, &query);
    }
}

/* The constructors are private: only the functions above create these objects. */
PHP_METHOD(Smsc_Record, __construct) {}
PHP_METHOD(Smsc_Outcome, __construct) {}
PHP_METHOD(Smsc_Malformed, __construct) {}
PHP_METHOD(Smsc_Missing, __construct) {}
PHP_METHOD(Smsc_Deleted, __construct) {}
PHP_METHOD(Smsc_Records, __construct) {}
PHP_METHOD(Smsc_Sent, __construct) {}
PHP_METHOD(Smsc_Price, __construct) {}
PHP_METHOD(Smsc_SentPhone, __construct) {}
PHP_METHOD(Smsc_Balance, __construct) {}
PHP_METHOD(Smsc_Operator, __construct) {}
PHP_METHOD(Smsc_Incoming, __construct) {}
PHP_METHOD(Smsc_Statistics, __construct) {}
PHP_METHOD(Smsc_Callback, __construct) {}
PHP_METHOD(Smsc_IncomingMessage, __construct) {}
PHP_METHOD(Smsc_ConfirmedCall, __construct) {}
PHP_METHOD(Smsc_Advice, __construct) {}
PHP_METHOD(Smsc_Merged, __construct) {}
PHP_METHOD(Smsc_Ask, __construct) {}

static PHP_MINIT_FUNCTION(smsc_proto)
{
    if (smsc_abi_get() != SMSC_ABI) {
        zend_error(E_CORE_WARNING,
            "smsc_proto: the extension was built with the header of another version of the C "
            "library; rebuild the extension");
        return FAILURE;
    }
    register_smsc_functions_symbols(module_number);
    php_smsc_record_ce = register_class_Smsc_Record();
    php_smsc_flags_ce = register_class_Smsc_Flags();
    php_smsc_outcome_ce = register_class_Smsc_Outcome();
    php_smsc_malformed_ce = register_class_Smsc_Malformed();
    php_smsc_missing_ce = register_class_Smsc_Missing();
    php_smsc_deleted_ce = register_class_Smsc_Deleted();
    php_smsc_records_ce = register_class_Smsc_Records(zend_ce_aggregate);
    php_smsc_malformed_reply_ce = register_class_Smsc_MalformedReply(spl_ce_RuntimeException);
    php_smsc_api_error_ce = register_class_Smsc_ApiError(spl_ce_RuntimeException);
    php_smsc_option_error_ce = register_class_Smsc_OptionError(zend_ce_value_error);
    php_smsc_request_ce = register_class_Smsc_Request();
    php_smsc_request_error_ce = register_class_Smsc_RequestError(php_smsc_option_error_ce);
    php_smsc_sent_ce = register_class_Smsc_Sent();
    php_smsc_price_ce = register_class_Smsc_Price();
    php_smsc_sent_phone_ce = register_class_Smsc_SentPhone();
    php_smsc_balance_ce = register_class_Smsc_Balance();
    php_smsc_operator_ce = register_class_Smsc_Operator();
    php_smsc_incoming_ce = register_class_Smsc_Incoming();
    php_smsc_statistics_ce = register_class_Smsc_Statistics();
    php_smsc_callback_ce = register_class_Smsc_Callback();
    php_smsc_incoming_message_ce = register_class_Smsc_IncomingMessage();
    php_smsc_confirmed_call_ce = register_class_Smsc_ConfirmedCall();
    php_smsc_callback_error_ce = register_class_Smsc_CallbackError(spl_ce_RuntimeException);
    php_smsc_advice_ce = register_class_Smsc_Advice();
    php_smsc_merged_ce = register_class_Smsc_Merged();
    php_smsc_ask_ce = register_class_Smsc_Ask();
    php_smsc_plan_ce = register_class_Smsc_Plan(zend_ce_countable);
    register_class_Smsc_Err();
    register_class_Smsc_EmailErr();
    register_class_Smsc_Type();
    register_class_Smsc_State();
    register_class_Smsc_Cause();
    register_class_Smsc_Retry();
    register_class_Smsc_Channel();
    php_smsc_malformed_init();
    php_smsc_iterate_init();
    php_smsc_request_class_init();
    php_smsc_plan_init();
    return SUCCESS;
}

static PHP_MINFO_FUNCTION(smsc_proto)
{
    php_info_print_table_start();
    php_info_print_table_row(2, "smsc_proto", SMSC_VERSION);
    php_info_print_table_row(2, "Library", smsc_version_get());
    php_info_print_table_end();
}

zend_module_entry smsc_proto_module_entry = {
    STANDARD_MODULE_HEADER,
    "smsc_proto",
    ext_functions,
    PHP_MINIT(smsc_proto),
    NULL,
    NULL,
    NULL,
    PHP_MINFO(smsc_proto),
    SMSC_VERSION,
    STANDARD_MODULE_PROPERTIES,
};

#ifdef COMPILE_DL_SMSC_PROTO
ZEND_GET_MODULE(smsc_proto)
#endif
