/* UTF-8 from the bytes of a reply. */
#include "php_smsc_proto.h"

/* A message of this length is decoded to the stack first, and its string is made as long as it is. */
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

static zend_string *decode(smsc_view bytes, uint32_t encoding)
{
    /* An encoding that is a charset and nothing else has no escapes, and in each charset ASCII stands for itself. */
    if (encoding <= SMSC_CHARSET_UTF8 && is_ascii(bytes.ptr, bytes.len)) {
        return zend_string_init_fast(bytes.ptr, bytes.len);
    }
    char short_text[3 * SHORT + 1];
    size_t len = 0;
    /* No byte becomes more than three. */
    if (bytes.len <= SHORT) {
        smsc_text_decode(bytes, encoding, short_text, sizeof short_text, &len);
        return zend_string_init_fast(short_text, len);
    }
    zend_string *text = zend_string_safe_alloc(bytes.len, 3, 0, false);
    smsc_text_decode(bytes, encoding, ZSTR_VAL(text), ZSTR_LEN(text) + 1, &len);
    return zend_string_truncate(text, len, false);
}

static void put(zval *place, zend_string *text)
{
    if (ZSTR_IS_INTERNED(text)) {
        ZVAL_INTERNED_STR(place, text);
    } else {
        ZVAL_NEW_STR(place, text);
    }
}

void php_smsc_text(zval *place, smsc_view bytes, uint32_t encoding)
{
    put(place, decode(bytes, encoding));
}

/* The first and the last bytes, which are all of a text that is no longer than both. */
static void ends_of(smsc_view bytes, uint64_t *first, uint64_t *last)
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

void php_smsc_text_seen(zval *place, php_smsc_seen *seen, smsc_view bytes, uint32_t encoding)
{
    /* Phones and dates differ from record to record, and would only push out what does not. */
    if (seen == NULL || bytes.len == 0 || (bytes.len > 10 && bytes.ptr[0] >= '0' && bytes.ptr[0] <= '9')) {
        php_smsc_text(place, bytes, encoding);
        return;
    }
    uint64_t first, last;
    ends_of(bytes, &first, &last);
    /* The multiplier is 2^64 divided by the golden ratio; the upper bits are the well mixed ones. */
    const size_t at = ((first ^ (last * 31) ^ bytes.len) * UINT64_C(0x9E3779B97F4A7C15)) >> (64 - PHP_SMSC_SEEN_BITS);
    php_smsc_text_before *before = &seen->texts[at];
    if (before->bytes.len == bytes.len && before->first == first && before->last == last
            && (bytes.len <= 2 * sizeof first || memcmp(before->bytes.ptr, bytes.ptr, bytes.len) == 0)) {
        ZVAL_STR_COPY(place, before->text);
        return;
    }
    if (before->text != NULL) {
        zend_string_release(before->text);
    }
    *before = (php_smsc_text_before) {first, last, bytes, decode(bytes, encoding)};
    ZVAL_STR_COPY(place, before->text);
}

void php_smsc_forget(php_smsc_seen *seen)
{
    for (size_t at = 0; at < sizeof seen->texts / sizeof *seen->texts; at++) {
        if (seen->texts[at].text != NULL) {
            zend_string_release(seen->texts[at].text);
        }
    }
    memset(seen, 0, sizeof *seen);
}
