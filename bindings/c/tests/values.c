/* Every field of a record: parsed from each format, and written and parsed again in each format and
 * charset. */
#include "check.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define NONE ((smsc_view){NULL, 0})

/* The offsets of the texts, in the order of the struct, where `int_id` is between them. */
#define FIRST_TEXT offsetof(smsc_record, last_date)
#define TEXTS_BEFORE ((offsetof(smsc_record, int_id) - FIRST_TEXT) / sizeof(smsc_view))
#define TEXTS (TEXTS_BEFORE + (sizeof(smsc_record) - offsetof(smsc_record, text_id)) / sizeof(smsc_view))

static smsc_view text_at(const smsc_record *record, size_t i)
{
    smsc_view view;
    const size_t offset = i < TEXTS_BEFORE ? FIRST_TEXT + i * sizeof view : offsetof(smsc_record, text_id) + (i - TEXTS_BEFORE) * sizeof view;
    memcpy(&view, (const char *)record + offset, sizeof view);
    return view;
}

/* Checks that two records have the same numbers, and the same texts after decoding. */
static void check_record(const smsc_record *got, const smsc_record *wanted, const char *of, int line)
{
    const struct {
        const char *name;
        long long got, wanted;
    } numbers[] = {
        {"status", got->status, wanted->status},
        {"err", got->err, wanted->err},
        {"flag", got->flag, wanted->flag},
        {"type", got->type, wanted->type},
        {"sms_cnt", got->sms_cnt, wanted->sms_cnt},
        {"id", got->id, wanted->id},
        {"is_ambiguous", got->is_ambiguous, wanted->is_ambiguous},
        {"is_hlr", got->is_hlr, wanted->is_hlr},
        {"last_timestamp", (long long)got->last_timestamp, (long long)wanted->last_timestamp},
        {"send_timestamp", (long long)got->send_timestamp, (long long)wanted->send_timestamp},
        {"int_id", got->int_id, wanted->int_id},
    };
    for (size_t i = 0; i < COUNT(numbers); i++) {
        check_number(numbers[i].got, numbers[i].wanted, numbers[i].name, of, line);
    }
    CHECK_NUMBER(got->size, sizeof *got);
    for (size_t i = 0; i < TEXTS; i++) {
        const smsc_view from = text_at(got, i), to = text_at(wanted, i);
        char one[256] = "", other[256] = "";
        size_t len = 0, wanted_len = 0;
        check_number(from.ptr == NULL, to.ptr == NULL, "the absence of a text", of, line * 100 + (int)i);
        check_number(smsc_text_decode(from, got->encoding, one, sizeof one, &len), SMSC_RESULT_OK, "decoding", of, line);
        check_number(smsc_text_decode(to, wanted->encoding, other, sizeof other, &wanted_len), SMSC_RESULT_OK, "decoding", of, line);
        check_bytes(one, len, other, wanted_len, "a text", of, line * 100 + (int)i);
    }
}

/* Returns a record with everything that a message can have. */
static smsc_record whole_message(void)
{
    const smsc_record record = {
        .size = sizeof record,
        .status = SMSC_STATUS_UNDELIVERABLE,
        .err = SMSC_ERR_OFFLINE,
        .flag = 40,
        .type = SMSC_MESSAGE_TYPE_CALL,
        .sms_cnt = 17,
        .id = 0,
        .encoding = SMSC_CHARSET_UTF8,
        .is_ambiguous = 0,
        .is_hlr = 0,
        .last_timestamp = 1760080210,
        .send_timestamp = 1760080202,
        .last_date = VIEW("10.10.2025 10:10:10"),
        .phone = VIEW("79990000001"),
        .send_date = VIEW("10.10.2025 10:10:02"),
        .cost = VIEW("2.10"),
        .sender_id = VIEW("GLOBUS"),
        .status_name = VIEW("Невозможно доставить"),
        .message = VIEW("Ваш код"),
        .comment = VIEW(""),
        .mccmnc = VIEW("25002"),
        .country = VIEW("Россия"),
        .operator_ = VIEW("МегаФон"),
        .operator_orig = VIEW("МТС"),
        .region = VIEW("г. Москва"),
        .int_id = 999999999999999,
        .text_id = VIEW("order-77.A_b"),
        .format = VIEW("0"),
        .crc = VIEW("-307589946"),
    };
    return record;
}

/* Returns a record with everything that an HLR reply can have. */
static smsc_record whole_hlr(void)
{
    smsc_record record = whole_message();
    record.type = SMSC_MESSAGE_TYPE_HLR;
    record.sms_cnt = -1;
    record.is_hlr = 1;
    record.id = 101;
    record.text_id = record.format = record.crc = NONE;
    record.int_id = -1;
    record.sender_id = VIEW("HLR");
    record.comment = record.mccmnc = record.operator_orig = NONE;
    record.imsi = VIEW("250010000000001");
    record.msc = VIEW("79232510066");
    record.mcc = VIEW("250");
    record.mnc = VIEW("02");
    record.cn = VIEW("Russian Federation");
    record.net = VIEW("MegaFON");
    record.rcn = VIEW("Turkey");
    record.rnet = VIEW("Turkcell");
    return record;
}

/* Returns the part of a record that a format can represent with all=2 (docs/protocol.md, section
 * 2.2). */
static smsc_record carried(int32_t format, smsc_record record)
{
    if (format == SMSC_FORMAT_KEY_VALUE || format == SMSC_FORMAT_VALUES) {
        record.flag = -1;
    }
    if (format == SMSC_FORMAT_KEY_VALUE) {
        record.last_timestamp = record.send_timestamp = 0;
    }
    if (format == SMSC_FORMAT_VALUES) {
        record.sms_cnt = -1;
        record.int_id = -1;
        record.format = record.crc = NONE;
        record.last_date = record.send_date = record.mccmnc = record.operator_orig = NONE;
    }
    if (format == SMSC_FORMAT_KEY_VALUE && record.is_hlr) {
        record.mccmnc = record.operator_orig = NONE;
    }
    return record;
}

static smsc_query whole_query(int32_t format, int32_t charset)
{
    smsc_query query = query_of(format);
    query.all = 2;
    query.batch = 1;
    query.charset = charset;
    return query;
}

#define HLR_PAIRS                                                                                                          \
    "imsi = 250010000000001, msc = 79232510066, mcc = 250, mnc = 02, cn = Russian Federation, net = MegaFON, rcn = Turkey, " \
    "rnet = Turkcell, "
#define HLR_VALUES "250010000000001,79232510066,250,02,Russian Federation,MegaFON,Turkey,Turkcell,"
#define XML_OF(name, value) "<" name ">" value "</" name ">"

/* Both records in each format, with the fields in the order of docs/protocol.md, section 2.2. */
static const char *const bodies[] = {
    [SMSC_FORMAT_KEY_VALUE] =
        "Status = 20, check_time = 10.10.2025 10:10:10, err = 6, send_date = 10.10.2025 10:10:02, phone = 79990000001, mccmnc = 25002, "
        "country = Россия, operator = МегаФон, operator_orig = МТС, region = г. Москва, cost = 2.10, sender_id = GLOBUS, "
        "status_name = Невозможно доставить, message = Ваш код, comment = , type = 7, id = order-77.A_b, sms_cnt = 17, "
        "int_id = 999999999999999, format = 0, crc = -307589946\n"
        "Status = 20, check_time = 10.10.2025 10:10:10, err = 6, " HLR_PAIRS "send_date = 10.10.2025 10:10:02, phone = 79990000001, "
        "country = Россия, operator = МегаФон, region = г. Москва, cost = 2.10, sender_id = HLR, "
        "status_name = Невозможно доставить, message = Ваш код, type = 4, id = 101",
    [SMSC_FORMAT_VALUES] =
        "20,1760080210,6,1760080202,79990000001,Россия,МегаФон,г. Москва,2.10,GLOBUS,Невозможно доставить,Ваш код,,7,order-77.A_b\n"
        "20,1760080210,6," HLR_VALUES "1760080202,79990000001,Россия,МегаФон,г. Москва,2.10,HLR,Невозможно доставить,Ваш код,4,101",
#define XML_HEAD \
    XML_OF("status", "20") XML_OF("last_date", "10.10.2025 10:10:10") XML_OF("last_timestamp", "1760080210") XML_OF("flag", "40") \
        XML_OF("err", "6")
#define XML_SENT \
    XML_OF("send_date", "10.10.2025 10:10:02") XML_OF("send_timestamp", "1760080202") XML_OF("phone", "79990000001") \
        XML_OF("cost", "2.10") XML_OF("status_name", "Невозможно доставить") XML_OF("message", "Ваш код") \
        XML_OF("country", "Россия") XML_OF("operator", "МегаФон") XML_OF("region", "г. Москва")
    [SMSC_FORMAT_XML] =
        "<list><sms>" XML_HEAD XML_SENT XML_OF("sender_id", "GLOBUS") XML_OF("comment", "") XML_OF("mccmnc", "25002")
            XML_OF("operator_orig", "МТС") XML_OF("type", "7") XML_OF("sms_cnt", "17") XML_OF("id", "order-77.A_b")
                XML_OF("int_id", "999999999999999") XML_OF("format", "0") XML_OF("crc", "-307589946") "</sms><sms>" XML_HEAD
                XML_OF("imsi", "250010000000001") XML_OF("msc", "79232510066") XML_OF("mcc", "250") XML_OF("mnc", "02")
                    XML_OF("cn", "Russian Federation") XML_OF("net", "MegaFON") XML_OF("rcn", "Turkey") XML_OF("rnet", "Turkcell")
                        XML_OF("sender_id", "HLR") XML_OF("type", "4") XML_OF("id", "101") XML_SENT "</sms></list>",
#define JSON_HEAD \
    "\"status\": 20, \"last_date\": \"10.10.2025 10:10:10\", \"last_timestamp\": 1760080210, \"flag\": 40, \"err\": 6, "
#define JSON_SENT                                                                                                            \
    "\"send_date\": \"10.10.2025 10:10:02\", \"send_timestamp\": 1760080202, \"phone\": \"79990000001\", \"cost\": \"2.10\", " \
    "\"status_name\": \"Невозможно доставить\", \"message\": \"Ваш код\", \"country\": \"Россия\", \"operator\": \"МегаФон\", " \
    "\"region\": \"г. Москва\""
    [SMSC_FORMAT_JSON] =
        "[{" JSON_HEAD "\"sender_id\": \"GLOBUS\", \"comment\": \"\", \"mccmnc\": \"25002\", \"operator_orig\": \"МТС\", "
        "\"type\": 7, \"sms_cnt\": 17, \"id\": \"order-77.A_b\", \"int_id\": 999999999999999, \"format\": \"0\", "
        "\"crc\": \"-307589946\", " JSON_SENT "}, {" JSON_HEAD
        "\"imsi\": \"250010000000001\", \"msc\": \"79232510066\", \"mcc\": \"250\", \"mnc\": \"02\", \"cn\": \"Russian Federation\", "
        "\"net\": \"MegaFON\", \"rcn\": \"Turkey\", \"rnet\": \"Turkcell\", \"sender_id\": \"HLR\", \"type\": 4, \"id\": 101, " JSON_SENT "}]",
};

/* Parses a body with a message and an HLR reply. */
static void check_both(const smsc_query *query, const char *body, size_t len, int line)
{
    const smsc_record wanted[] = {carried(query->format, whole_message()), carried(query->format, whole_hlr())};
    smsc_reader reader;
    smsc_record record = {.size = sizeof record};
    char of[64];
    snprintf(of, sizeof of, "fmt %ld, charset %ld", (long)query->format, (long)query->charset);
    check_number(smsc_reader_begin(query, body, len, &reader, NULL, NULL), SMSC_RESULT_OK, "the reply", of, line);
    for (size_t i = 0; i < COUNT(wanted); i++) {
        memset((char *)&record + sizeof record.size, 0xA5, sizeof record - sizeof record.size);
        check_number(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_OK, "a record", of, line);
        check_record(&record, &wanted[i], of, line);
    }
    check_number(smsc_reader_next(&reader, &record, NULL), SMSC_RESULT_END, "the end", of, line);
}

static void written_again(const smsc_query *query)
{
    const smsc_record records[] = {carried(query->format, whole_message()), carried(query->format, whole_hlr())};
    smsc_writer batch;
    char reply[4096];
    size_t len = 0, total = 0;
    CHECK_NUMBER(smsc_writer_begin(query, 0, &batch, reply, sizeof reply, &len, NULL), SMSC_RESULT_OK);
    total = len;
    for (size_t i = 0; i < COUNT(records); i++) {
        smsc_error error = {.size = sizeof error};
        CHECK_NUMBER(smsc_writer_write_record(&batch, &records[i], reply + total, sizeof reply - total, &len, &error), SMSC_RESULT_OK);
        total += len;
    }
    CHECK_NUMBER(smsc_writer_end(&batch, reply + total, sizeof reply - total, &len, NULL), SMSC_RESULT_OK);
    total += len;
    check_both(query, reply, total, __LINE__);
}

/* smsc_record_init makes everything but the status absent. */
static void initialised(void)
{
    smsc_record record;
    memset(&record, 0xA5, sizeof record);
    record.size = sizeof record;
    CHECK_NUMBER(smsc_record_init(&record, SMSC_STATUS_NOT_FOUND), SMSC_RESULT_OK);
    smsc_record wanted;
    memset(&wanted, 0, sizeof wanted);
    wanted.size = sizeof wanted;
    wanted.status = -3;
    wanted.err = wanted.flag = wanted.type = wanted.sms_cnt = -1;
    wanted.int_id = -1;
    wanted.encoding = record.encoding;
    check_record(&record, &wanted, __FILE__, __LINE__);
    CHECK(record.encoding <= SMSC_CHARSET_UTF8);
}

/* Complete replies: one record, an API error, a deletion (docs/protocol.md, section 2). */
static void short_replies(void)
{
    static const char *const refused[] = {"ERROR = 9 (no, never)", "0,-9", "<error>no, never</error>", "\"error\": \"no, never\""};
    static const char *const deleted[] = {"OK", "OK", "OK", "\"OK\""};
    for (int32_t format = SMSC_FORMAT_KEY_VALUE; format <= SMSC_FORMAT_JSON; format++) {
        const smsc_query query = query_of(format);
        smsc_api_error api_error = {.size = sizeof api_error, .code = 9, .encoding = SMSC_CHARSET_UTF8};
        smsc_api_error read = {.size = sizeof read};
        smsc_reader reader;
        char reply[256];
        size_t len = 0;
        api_error.text = format == SMSC_FORMAT_VALUES ? NONE : VIEW("no, never");
        CHECK_NUMBER(smsc_writer_write_error(&query, 0, &api_error, reply, sizeof reply - 1, &len, NULL), SMSC_RESULT_OK);
        reply[len] = '\0';
        CHECK(strstr(reply, refused[format]) != NULL);
        CHECK_NUMBER(smsc_reader_begin(&query, reply, len, &reader, &read, NULL), SMSC_RESULT_REFUSED);
        CHECK(read.code == 9 && read.id == 0 && read.text.len == api_error.text.len && (read.text.ptr == NULL) == (api_error.text.ptr == NULL));
        CHECK_NUMBER(smsc_writer_write_deleted(&query, reply, sizeof reply - 1, &len), SMSC_RESULT_OK);
        reply[len] = '\0';
        CHECK(strstr(reply, deleted[format]) != NULL);
        CHECK_NUMBER(smsc_reader_begin(&query, reply, len, &reader, &read, NULL), SMSC_RESULT_DELETED);
    }
    smsc_query query = query_of(SMSC_FORMAT_VALUES);
    smsc_record record = {.size = sizeof record};
    char reply[64];
    size_t len = 0;
    smsc_record_init(&record, SMSC_STATUS_DELIVERED);
    record.last_timestamp = 1760080210;
    record.err = 0;
    CHECK_NUMBER(smsc_writer_write_single(&query, 0, &record, reply, sizeof reply, &len, NULL), SMSC_RESULT_OK);
    check_bytes(reply, len, "1,1760080210,0", 14, "a single reply", __FILE__, __LINE__);
    /* The flag is rejected because fmt 1 cannot represent it; when replacing, it is omitted. */
    record.flag = 0;
    CHECK_NUMBER(smsc_writer_write_single(&query, 0, &record, reply, sizeof reply, &len, NULL), SMSC_RESULT_NO_PLACE);
    CHECK_NUMBER(smsc_writer_write_single(&query, 1, &record, reply, sizeof reply, &len, NULL), SMSC_RESULT_OK);
    check_bytes(reply, len, "1,1760080210,0", 14, "a reply without a flag", __FILE__, __LINE__);
}

int main(void)
{
    initialised();
    for (int32_t format = SMSC_FORMAT_KEY_VALUE; format <= SMSC_FORMAT_JSON; format++) {
        const smsc_query query = whole_query(format, SMSC_CHARSET_UTF8);
        check_both(&query, bodies[format], strlen(bodies[format]), __LINE__);
        for (int32_t charset = SMSC_CHARSET_WINDOWS1251; charset <= SMSC_CHARSET_UTF8; charset++) {
            const smsc_query writing = whole_query(format, charset);
            written_again(&writing);
        }
    }
    short_replies();
    return failures == 0 ? 0 : 1;
}
