/* Smsc\Request: what is sent, and what reads the reply to it. */
#include "php_smsc_proto.h"

#include <zend_exceptions.h>

/*
 * The object. The body is not a property, so that var_dump, serialize and the like do not show the
 * credentials.
 */
typedef struct request {
    zend_string *body;
    /* Why there is no URL for a GET; its code is SMSC_RESULT_OK if there is one. */
    smsc_request_error get_error;
    /* What reads the reply: a query, or the options of a call that has none. */
    php_smsc_query query;
    bool has_query;
    php_smsc_reply reply;
    zend_object std;
} request;

/* The properties. */
enum { SLOT_URL, SLOT_METHOD, SLOT_HEADERS };

static zend_object_handlers handlers;

static request *request_of(zend_object *object)
{
    return (request *)((char *)object - offsetof(request, std));
}

static zend_object *create(zend_class_entry *ce)
{
    request *self = zend_object_alloc(sizeof *self, ce);
    zend_object_std_init(&self->std, ce);
    object_properties_init(&self->std, ce);
    self->std.handlers = &handlers;
    return &self->std;
}

static void free_request(zend_object *object)
{
    request *self = request_of(object);
    zend_object_std_dtor(object);
    php_smsc_query_destroy(&self->query);
    if (self->body != NULL) {
        zend_string_release(self->body);
    }
}

/* A function of the C library that writes a part of a request. */
typedef int32_t writer(
    const smsc_request *request, char *buf, size_t size, size_t *len, smsc_request_error *error);

/* Returns a part of a request, or throws and returns NULL. */
static zend_string *write_part(writer *write, const smsc_request *c)
{
    smsc_request_error error = {.size = sizeof error};
    size_t len = 0;
    int32_t result = write(c, NULL, 0, &len, &error);
    if (result == SMSC_RESULT_BUFFER) {
        zend_string *part = zend_string_alloc(len, false);
        result = write(c, ZSTR_VAL(part), len + 1, &len, &error);
        if (result == SMSC_RESULT_OK) {
            return part;
        }
        zend_string_release(part);
    }
    if (result >= SMSC_RESULT_REQUEST_MISSING) {
        php_smsc_throw_request_error(&error);
    } else {
        php_smsc_throw_result(result);
    }
    return NULL;
}

/*
 * Sets the query from that of the C library, if the call has one, and moves the pairs to it. Else
 * sets the options of the call.
 */
static void take_query(request *self, php_smsc_request *made)
{
    smsc_query query = {.size = sizeof query};
    if (smsc_request_get_query(&made->c, &query) != SMSC_RESULT_OK) {
        self->reply = (php_smsc_reply) {
            .call = made->c.call,
            .format = made->c.format == -1 ? SMSC_FORMAT_JSON : made->c.format,
            .charset = made->c.charset,
            .cost = made->c.cost,
        };
        return;
    }
    query.index = made->query.c.index;
    made->query.c = query;
    made->query.kind = php_smsc_kind_name(query.kind);
    if (made->c.call == SMSC_CALL_HISTORY) {
        made->query.endpoint = SMSC_ENDPOINT_HISTORY;
    }
    self->query = made->query;
    self->has_query = true;
    made->query = (php_smsc_query) {0};
}

static void set_headers(zval *headers)
{
    zval line;
    array_init(headers);
    ZVAL_STRING(&line, "Content-Type: " SMSC_REQUEST_CONTENT_TYPE);
    zend_hash_next_index_insert_new(Z_ARRVAL_P(headers), &line);
}

PHP_FUNCTION(smsc_request)
{
    php_smsc_request made;
    if (!php_smsc_request_init(execute_data, &made)) {
        RETURN_THROWS();
    }
    zend_string *url = write_part(smsc_request_write_url, &made.c);
    zend_string *body = url == NULL ? NULL : write_part(smsc_request_write_body, &made.c);
    if (body == NULL) {
        if (url != NULL) {
            zend_string_release(url);
        }
        php_smsc_request_destroy(&made);
        RETURN_THROWS();
    }
    object_init_ex(return_value, php_smsc_request_ce);
    zend_object *object = Z_OBJ_P(return_value);
    request *self = request_of(object);
    self->body = body;
    ZVAL_STR(OBJ_PROP_NUM(object, SLOT_URL), url);
    ZVAL_STRING(OBJ_PROP_NUM(object, SLOT_METHOD), "POST");
    set_headers(OBJ_PROP_NUM(object, SLOT_HEADERS));
    size_t len = 0;
    self->get_error = (smsc_request_error) {.size = sizeof self->get_error};
    smsc_request_write_get_url(&made.c, NULL, 0, &len, &self->get_error);
    take_query(self, &made);
    php_smsc_request_destroy(&made);
}

PHP_METHOD(Smsc_Request, __construct) {}

/* Returns the object of a method, or throws and returns NULL. Some extensions create objects without
 * their constructor, although it is private. */
static request *made_request(zend_object *object)
{
    request *self = request_of(object);
    if (self->body == NULL) {
        zend_throw_error(NULL, "Smsc\\Request is empty: use smsc_request() to create one");
        return NULL;
    }
    return self;
}

PHP_METHOD(Smsc_Request, body)
{
    ZEND_PARSE_PARAMETERS_NONE();
    const request *self = made_request(Z_OBJ_P(ZEND_THIS));
    if (self != NULL) {
        RETURN_STR_COPY(self->body);
    }
}

PHP_METHOD(Smsc_Request, getUrl)
{
    ZEND_PARSE_PARAMETERS_NONE();
    const request *self = made_request(Z_OBJ_P(ZEND_THIS));
    if (self == NULL) {
        RETURN_THROWS();
    }
    if (self->get_error.code != SMSC_RESULT_OK) {
        php_smsc_throw_request_error(&self->get_error);
        RETURN_THROWS();
    }
    const zval *url = OBJ_PROP_NUM(Z_OBJ_P(ZEND_THIS), SLOT_URL);
    RETURN_STR(zend_string_concat3(
        Z_STRVAL_P(url), Z_STRLEN_P(url), "?", 1, ZSTR_VAL(self->body), ZSTR_LEN(self->body)));
}

PHP_METHOD(Smsc_Request, parse)
{
    zend_string *body;
    ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_STR(body)
    ZEND_PARSE_PARAMETERS_END();
    const request *self = made_request(Z_OBJ_P(ZEND_THIS));
    if (self == NULL) {
        RETURN_THROWS();
    }
    if (self->has_query) {
        php_smsc_parse(return_value, &self->query, body);
    } else {
        php_smsc_parse_call(return_value, &self->reply, body);
    }
}

void php_smsc_request_class_init(void)
{
    php_smsc_request_ce->create_object = create;
    memcpy(&handlers, &std_object_handlers, sizeof handlers);
    handlers.offset = offsetof(request, std);
    handlers.free_obj = free_request;
    handlers.clone_obj = NULL;
    /* Two requests differ in what is no property. */
    handlers.compare = zend_objects_not_comparable;
}
