/*
 * Delivery statuses of SMSC.ru as Arrow record batches: libsmsc_columns, of the project smsc-proto.
 * MIT or Apache-2.0.
 *
 * A stream has the columns that crates/smsc-columns/README.md lists. It is an ArrowArrayStream of the
 * Arrow C stream interface, which DuckDB, R, Julia, pyarrow and nanoarrow import.
 */
#ifndef SMSC_COLUMNS_H
#define SMSC_COLUMNS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The structs of https://arrow.apache.org/docs/format/CDataInterface.html and CStreamInterface.html,
 * word for word. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif /* ARROW_C_DATA_INTERFACE */

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#endif /* ARROW_C_STREAM_INTERFACE */

/** The results of the functions. The numbers are those of smsc_result in smsc_proto.h. */
enum {
    /** The stream is open. */
    SMSC_COLUMNS_OK = 0,
    /** An argument is NULL that must not be. */
    SMSC_COLUMNS_NULL = 100,
    /** A value of the query is not one of those that it can have. */
    SMSC_COLUMNS_VALUE = 101,
    /** The size of the query is not that of this version. */
    SMSC_COLUMNS_SIZE = 102,
    /** A text is not valid UTF-8. */
    SMSC_COLUMNS_UTF8 = 104,
    /** A column is unknown, or named twice. */
    SMSC_COLUMNS_COLUMN = 140,
    /** A flaw of the library. */
    SMSC_COLUMNS_PANIC = 141
};

/** As the format of a query: that of each reply is the one that its first bytes show. */
#define SMSC_COLUMNS_ANY_FORMAT (-1)

/** What is read, and how. A query whose bytes are 0, but for the size, is one for fmt=0. */
struct smsc_columns_query {
    /** sizeof(struct smsc_columns_query). */
    uint32_t size;
    /** The request's `fmt`: 0 to 3, or SMSC_COLUMNS_ANY_FORMAT. */
    int32_t format;
    /** The request's `all`: 0, 1 or 2. */
    int32_t all;
    /** 1 if the replies are batches: the request had several phones or ids. Else 0. */
    int32_t batch;
    /** The request's `charset`: 0 for windows-1251, 1 for koi8-r, 2 for utf-8. */
    int32_t charset;
    /** The kind of the messages: 0 if it is not known, 1 for messages to phones, 2 for HLR, 3 for e-mails. */
    int32_t kind;
    /** 1 for dictionaries of the texts of which a table has few different ones. Else 0. */
    int32_t dictionary;
    /** The number of rows of a batch, or 0 for 16,384. */
    uint32_t batch_rows;
    /** The names of the columns, separated by commas, or NULL for all. */
    const char *columns;
    /** The value of the column `source`, or NULL for an empty one. smsc_columns_stream alone uses it. */
    const char *source;
    /** The number of threads that parse; 0 or 1: get_next parses. They call no function of the program. */
    uint32_t threads;
};

/**
 * Reads up to `capacity` bytes of a reply into `buffer`, and returns their number: 0 at the end, and a
 * negative number if they cannot be read, which the stream reports as its error.
 *
 * Called by get_next of the stream alone, on its thread. Must not throw, and not call the stream.
 */
typedef ptrdiff_t (*smsc_columns_read_fn)(void *context, uint8_t *buffer, size_t capacity);

/** Releases the context of a smsc_columns_read_fn. Called once: when the stream is released. */
typedef void (*smsc_columns_release_fn)(void *context);

/**
 * Opens the stream of one reply, whose bytes `read` returns.
 *
 * `release` may be NULL. If the result is not SMSC_COLUMNS_OK, `release` is not called, and the release of
 * `out` is NULL. Otherwise release the stream with out->release, also after an error.
 *
 * A malformed line is a row, not an error. A failure to read comes after the rows before it. After an error,
 * the stream is at its end. A stream may be used on one thread at a time.
 */
int32_t smsc_columns_stream(const struct smsc_columns_query *query, smsc_columns_read_fn read, void *context,
                            smsc_columns_release_fn release, struct ArrowArrayStream *out);

/**
 * Opens the stream of `count` files, one after the other. The bytes of the paths are those of the system.
 * Files that are compressed with gzip or zstd are decompressed. A file is opened when it is read: one that
 * is missing is an error of the stream.
 */
int32_t smsc_columns_files(const struct smsc_columns_query *query, const char *const *paths, size_t count,
                           struct ArrowArrayStream *out);

/** Returns the version of the library, such as 0.1.0. */
const char *smsc_columns_version(void);

#ifdef __cplusplus
}
#endif

#endif /* SMSC_COLUMNS_H */
