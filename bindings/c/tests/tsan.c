/* Recent compilers call these functions of ThreadSanitizer's runtime. An older runtime lacks them,
 * but it watches memcpy and the like. */
#include <string.h>

#define OLDER __attribute__((weak, used))

OLDER void *__tsan_memcpy(void *to, const void *from, size_t len);
OLDER void *__tsan_memmove(void *to, const void *from, size_t len);
OLDER void *__tsan_memset(void *to, int byte, size_t len);

void *__tsan_memcpy(void *to, const void *from, size_t len)
{
    return memcpy(to, from, len);
}

void *__tsan_memmove(void *to, const void *from, size_t len)
{
    return memmove(to, from, len);
}

void *__tsan_memset(void *to, int byte, size_t len)
{
    return memset(to, byte, len);
}
