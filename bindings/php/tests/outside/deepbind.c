/* Loaded before PHP in the tests under sanitizers: they refuse the way in which PHP loads extensions. */
#define _GNU_SOURCE
#include <dlfcn.h>

void *dlopen(const char *name, int flags)
{
    void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");
    return next(name, flags & ~RTLD_DEEPBIND);
}
