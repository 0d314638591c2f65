/* UTF-8 strings from the bytes of a reply. */
#include "php_smsc_proto.h"

/*
 * Texts of up to this length are decoded into a buffer on the stack, so that the string is
 * allocated with its final length.
 */
enum { SHORT = 512 };

static bool is_ascii(const char *bytes, size_t len)
{
    const uint64_t high = UINT64_C(0x8080808080808080);
    uint64_t all = 0;
    for (; len >= sizeof all; bytes += sizeof all, len -= sizeof all) {
        uint64_t some;
        memcpy(&some, bytes, sizeof some);
        all |= some;
    }
    while (len > 0) {
        all |= (unsigned char)bytes[--len];
    }
    return (all & high) == 0;
}

static zend_string *decode(smsc_view bytes, uint32_t encoding, bool *looks_like_utf8)
{
    *looks_like_utf8 = false;
    /* An encoding up to SMSC_CHARSET_UTF8 has no escapes, and ASCII is the same in each charset. */
    if (encoding <= SMSC_CHARSET_UTF8 && is_ascii(bytes.ptr, bytes.len)) {
        return zend_string_init_fast(bytes.ptr, bytes.len);
    }
    int32_t found = 0;
    smsc_text_looks_like_utf8(bytes, encoding, &found);
    *looks_like_utf8 = found;
    /* One byte of a reply becomes at most 3 bytes of UTF-8. */
    char short_text[3 * SHORT + 1];
    size_t len = 0;
    if (bytes.len <= SHORT) {
        smsc_text_decode(bytes, encoding, short_text, sizeof short_text, &len);
        return zend_string_init_fast(short_text, len);
    }
    zend_string *text = zend_string_safe_alloc(bytes.len, 3, 0, false);
    smsc_text_decode(bytes, encoding, ZSTR_VAL(text), ZSTR_LEN(text) + 1, &len);
    return zend_string_truncate(text, len, false);
}

static void set_string(zval *target, zend_string *text)
{
    if (ZSTR_IS_INTERNED(text)) {
        ZVAL_INTERNED_STR(target, text);
    } else {
        ZVAL_NEW_STR(target, text);
    }
}

bool php_smsc_text(zval *target, smsc_view bytes, uint32_t encoding)
{
    bool looks_like_utf8;
    set_string(target, decode(bytes, encoding, &looks_like_utf8));
    return looks_like_utf8;
}

/*
 * Sets `first` and `last` to the first and the last 8 bytes. If two texts of up to 16 bytes have
 * equal lengths, `first` and `last`, the texts are equal.
 */
static zend_always_inline void load_ends(smsc_view bytes, uint64_t *first, uint64_t *last)
{
    const char *end = bytes.ptr + bytes.len;
    *first = *last = 0;
    if (bytes.len >= sizeof(uint64_t)) {
        memcpy(first, bytes.ptr, sizeof(uint64_t));
        memcpy(last, end - sizeof(uint64_t), sizeof(uint64_t));
    } else if (bytes.len >= sizeof(uint32_t)) {
        memcpy(first, bytes.ptr, sizeof(uint32_t));
        memcpy(last, end - sizeof(uint32_t), sizeof(uint32_t));
    } else {
        memcpy(first, bytes.ptr, 1);
        memcpy(last, end - 1, 1);
        memcpy((char *)last + 1, bytes.ptr + bytes.len / 2, 1);
    }
}

/* Returns whether two texts whose first and last 8 bytes are equal have equal bytes between them. */
static inline bool is_same_middle(const char *one, const char *other, size_t len)
{
    for (size_t at = sizeof(uint64_t); at + sizeof(uint64_t) < len; at += sizeof(uint64_t)) {
        uint64_t left, right;
        memcpy(&left, one + at, sizeof left);
        memcpy(&right, other + at, sizeof right);
        if (left != right) {
            return false;
        }
    }
    return true;
}

/* Decodes a text that is not in the cache, and puts it into an entry. */
static zend_never_inline bool replace(
    zval *target, php_smsc_cached_text *cached, smsc_view bytes, uint32_t encoding)
{
    if (cached->text != NULL) {
        /*
         * Emptied first: at the memory limit PHP may end the request with a long jump out of the
         * next allocation. The end of the request clears the cache.
         */
        zend_string *replaced = cached->text;
        *cached = (php_smsc_cached_text) {0};
        zend_string_release(replaced);
    }
    uint64_t first, last;
    load_ends(bytes, &first, &last);
    bool looks_like_utf8;
    zend_string *text = decode(bytes, encoding, &looks_like_utf8);
    *cached = (php_smsc_cached_text) {first, last, bytes, text, looks_like_utf8};
    ZVAL_STR_COPY(target, text);
    return looks_like_utf8;
}

/*
 * Most calls find their text. So that they save no registers, the function calls others only where
 * it ends.
 */
bool php_smsc_text_with_cache(
    zval *target, php_smsc_text_cache *cache, smsc_view bytes, uint32_t encoding)
{
    /* Phones and dates differ from record to record: they would only replace texts that repeat. */
    if (cache == NULL || bytes.len == 0
            || (bytes.len > 10 && bytes.ptr[0] >= '0' && bytes.ptr[0] <= '9')) {
        return php_smsc_text(target, bytes, encoding);
    }
    uint64_t first, last;
    load_ends(bytes, &first, &last);
    /* The multiplier is 2^64 divided by the golden ratio. The upper bits are mixed best. */
    const uint64_t hash = (first ^ (last * 31) ^ bytes.len) * UINT64_C(0x9E3779B97F4A7C15);
    php_smsc_cached_text *cached = &cache->texts[hash >> (64 - PHP_SMSC_TEXT_CACHE_BITS)];
    if (cached->bytes.len == bytes.len && cached->first == first && cached->last == last
            && is_same_middle(cached->bytes.ptr, bytes.ptr, bytes.len)) {
        ZVAL_STR_COPY(target, cached->text);
        return cached->looks_like_utf8;
    }
    return replace(target, cached, bytes, encoding);
}

void php_smsc_text_cache_clear(php_smsc_text_cache *cache)
{
    for (size_t index = 0; index < sizeof cache->texts / sizeof *cache->texts; index++) {
        if (cache->texts[index].text != NULL) {
            zend_string_release(cache->texts[index].text);
        }
    }
    if (cache->named != NULL) {
        zend_string_release(cache->named);
    }
    memset(cache, 0, sizeof *cache);
}
