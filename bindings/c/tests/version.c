/* The version of the header, that of the library, and that of the workspace are the same. */
#include "check.h"

#if SMSC_VERSION_MAJOR != EXPECTED_MAJOR || SMSC_VERSION_MINOR != EXPECTED_MINOR || SMSC_VERSION_PATCH != EXPECTED_PATCH
#error "the header is of another version"
#endif

#if SMSC_VERSION_NUMBER != EXPECTED_MAJOR * 1000000 + EXPECTED_MINOR * 1000 + EXPECTED_PATCH
#error "the number is not that of the parts"
#endif

#if SMSC_ABI != 1
#error "the ABI has changed: then so has everything that this test was written for"
#endif

/* The version is a string literal, so that it can be joined with others. */
static const char joined[] = "smsc_proto " SMSC_VERSION;

int main(void)
{
    CHECK_TEXT(SMSC_VERSION, EXPECTED_VERSION);
    CHECK_TEXT(joined, "smsc_proto " EXPECTED_VERSION);
    CHECK_TEXT(smsc_version_get(), EXPECTED_VERSION);
    CHECK_NUMBER(smsc_version_get_number(), SMSC_VERSION_NUMBER);
    CHECK_NUMBER(smsc_abi_get(), SMSC_ABI);
    return failures == 0 ? 0 : 1;
}
