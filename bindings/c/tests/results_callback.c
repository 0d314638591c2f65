/* The results of the functions for push notifications: a part of results.c. */
#include "results.h"

#define NO_OFFSET (-1)

/* A notification, and the expected error. */
struct rejected {
    int32_t format;
    const char *body;
    int32_t code, field;
    int64_t offset;
    const char *message;
};

static void check_callback_error(const smsc_callback_error *error, const struct rejected *wanted)
{
    char message[256] = "";
    size_t len = 0, again = 0;
    CHECK_NUMBER(error->code, wanted->code);
    CHECK_NUMBER(error->field, wanted->field);
    CHECK_NUMBER(error->offset, wanted->offset);
#ifdef WITHOUT_TEXTS
    CHECK_RESULT(smsc_callback_error_describe(error, message, sizeof message, &len), SMSC_RESULT_NO_TEXTS);
    CHECK(again == 0);
#else
    CHECK_RESULT(smsc_callback_error_describe(error, message, sizeof message, &len), SMSC_RESULT_OK);
    CHECK_TEXT(message, wanted->message);
    CHECK_NUMBER(len, strlen(wanted->message));
    CHECK_NUMBER(smsc_callback_error_describe(error, message, len + 1, &again), SMSC_RESULT_OK);
    CHECK_NUMBER(smsc_callback_error_describe(error, message, len, &again), SMSC_RESULT_BUFFER);
    CHECK_NUMBER(again, len);
#endif
}

static void check_rejected(const struct rejected *wanted)
{
    smsc_callback callback = {.size = sizeof callback};
    smsc_callback_error error;
    char *body = allocate(strlen(wanted->body));
    memcpy(body, wanted->body, strlen(wanted->body));
    memset(&error, 0xA5, sizeof error);
    error.size = sizeof error;
    CHECK_RESULT(smsc_callback_verify(body, strlen(wanted->body), wanted->format, SMSC_CHARSET_WINDOWS1251, "zxc", 3, &callback, &error),
                 wanted->code);
    CHECK(is_empty(&callback));
    check_callback_error(&error, wanted);
    free(body);
}

#define CALL "phone=7&waitcall=1&ts=1"
#define REJECTED(NAME) SMSC_RESULT_CALLBACK_##NAME
#define FIELD(NAME) SMSC_CALLBACK_FIELD_##NAME
#define SHA1 "&sha1=0123456789012345678901234567890123456789"

static void rejected(void)
{
    const struct rejected all[] = {
        {0, "", REJECTED(EMPTY), NO_FIELD, NO_OFFSET,
         "the notification is empty: pass the request's body or, if it has none, the query of its URL"},
        {2, "{\"id\" 1}", REJECTED(SYNTAX), NO_FIELD, 6, "byte 6: invalid syntax: expected a colon"},
        {2, "{\"id\": [1]}", REJECTED(NOT_FLAT), NO_FIELD, 7,
         "byte 7: nested values: expected one object or element with the fields in it"},
        {2, "{\"mes\": \"\\u4e2d\"}", REJECTED(NOT_IN_CHARSET), FIELD(MES), 9,
         "byte 9: mes: an escaped character is not in the charset: add charset=utf-8 to the handler's URL"},
        {0, "ts=1&" CALL "&ts=2", REJECTED(REPEATED), FIELD(TS), 32, "byte 32: ts: repeated with another value"},
        {0, "a=1", REJECTED(NOT_A_NOTIFICATION), NO_FIELD, NO_OFFSET,
         "not a notification: expected a field status, mes or waitcall; check that the format is that of the body"},
        {0, CALL "&mes=1", REJECTED(SEVERAL_KINDS), NO_FIELD, NO_OFFSET,
         "fields of several kinds of notification: expected only one of status, mes and waitcall"},
        {0, "waitcall=1&ts=x", REJECTED(FIELD), FIELD(TS), 14,
         "byte 14: ts: invalid value: expected Unix seconds from 0 to 2^40, or nothing"},
        {0, CALL, REJECTED(NO_SIGNATURE), NO_FIELD, NO_OFFSET, "no signature: add sha1=SECRET to the handler's URL"},
        {0, CALL "&crc32=1", REJECTED(CRC32), FIELD(CRC32), NO_OFFSET,
         "a crc32 signature cannot be verified, because its notation is unknown, and CRC-32 protects nothing: use sha1=SECRET in "
         "the handler's URL"},
        {0, "waitcall=1&ts=1" SHA1, REJECTED(MISSING), FIELD(PHONE), NO_OFFSET, "phone: missing, but covered by the signature"},
        {0, "phone=7:8&waitcall=1&ts=1" SHA1, REJECTED(COLON), FIELD(PHONE), NO_OFFSET,
         "phone: contains a colon, which would move a border of the signed text"},
        {0, "phone=7&mes=hi&to=12" SHA1, REJECTED(OTHER_KIND), NO_FIELD, NO_OFFSET,
         "the signed text may be of another kind of notification: expected at most two digits in a status, and more in to"},
        {0, CALL "&sha1=F", REJECTED(SIGNATURE_FORM), FIELD(SHA1), NO_OFFSET, "sha1: expected 40 digits of 0-9 and a-f"},
        {0, CALL "&md5=0", REJECTED(SIGNATURE_FORM), FIELD(MD5), NO_OFFSET, "md5: expected 32 digits of 0-9 and a-f"},
        {0, CALL SHA1, REJECTED(WRONG_SIGNATURE), FIELD(SHA1), NO_OFFSET,
         "sha1: wrong signature: the values were changed, or the secret is not that of the handler's URL (a line end is part of "
         "it), or the values are in another charset"},
    };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        check_rejected(&all[i]);
    }
}

void results_of_callbacks(void)
{
    rejected();
    char body[] = CALL;
    smsc_callback callback = {.size = sizeof callback};
    smsc_callback_error error = {.size = sizeof error};
    CHECK_RESULT(smsc_callback_verify(body, strlen(body), 0, 0, "", 0, &callback, &error), SMSC_RESULT_CALLBACK_EMPTY_SECRET);
    check_callback_error(&error, &(const struct rejected){
        .code = SMSC_RESULT_CALLBACK_EMPTY_SECRET, .field = NO_FIELD, .offset = NO_OFFSET,
        .message = "the secret is empty: pass the value of md5 or sha1 in the handler's URL"});
    CHECK_RESULT(smsc_callback_parse(body, strlen(body), 0, 0, &callback, &error), SMSC_RESULT_OK);
    error.size = 0;
    CHECK_RESULT(smsc_callback_parse(body, strlen(body), 0, 0, &callback, &error), SMSC_RESULT_SIZE_CALLBACK_ERROR);
    callback.size = 0;
    CHECK_RESULT(smsc_callback_parse(body, strlen(body), 0, 0, &callback, NULL), SMSC_RESULT_SIZE_CALLBACK);
}
