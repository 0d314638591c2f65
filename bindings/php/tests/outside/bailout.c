/*
 * An extension for bailout.php: ends the request at a chosen allocation. Some versions of PHP do so
 * at the memory limit, by a long jump out of the allocator. The others wait until the running
 * function returns, so that the memory limit cannot show what such a jump leaves behind.
 */
#include <php.h>

/* How many allocations are left, the last one of which ends the request; 0 if none does. */
static zend_ulong left;

static void count(size_t size)
{
    if (left > 0 && --left == 0) {
        zend_error_noreturn(E_ERROR, "No memory for %zu bytes", size);
    }
}

static void *allocate(size_t size)
{
    count(size);
    return malloc(size);
}

static void *reallocate(void *memory, size_t size)
{
    count(size);
    return realloc(memory, size);
}

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_fail_allocation, 0, 1, IS_VOID, 0)
    ZEND_ARG_TYPE_INFO(0, n, IS_LONG, 0)
ZEND_END_ARG_INFO()

/* Ends the request at the n-th allocation from now on, or at none if n is 0. */
PHP_FUNCTION(fail_allocation)
{
    zend_long n;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(n)
    ZEND_PARSE_PARAMETERS_END();
    zend_mm_heap *heap = zend_mm_get_heap();
    if (!zend_mm_is_custom_heap(heap)) {
        zend_throw_error(NULL, "PHP's own allocator is in use: set USE_ZEND_ALLOC=0");
        RETURN_THROWS();
    }
    zend_mm_set_custom_handlers(heap, allocate, free, reallocate);
    left = (zend_ulong)n;
}

static const zend_function_entry functions[] = {
    PHP_FE(fail_allocation, arginfo_fail_allocation)
    PHP_FE_END
};

static zend_module_entry bailout_module_entry = {
    STANDARD_MODULE_HEADER, "bailout", functions, NULL, NULL, NULL, NULL, NULL,
    NO_VERSION_YET, STANDARD_MODULE_PROPERTIES,
};

ZEND_GET_MODULE(bailout)
