/*
 * Parses a batch of fmt 1 several times: iterate FILE ALL ROUNDS. Prints the number of records, a
 * sum over some of their values, and the nanoseconds per record of the fastest round. iterate.rs
 * does this in Rust.
 */
#include <smsc_proto.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double)at.tv_sec * 1e9 + (double)at.tv_nsec;
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        return 2;
    }
    FILE *file = fopen(argv[1], "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        return 2;
    }
    const size_t size = (size_t)ftell(file);
    rewind(file);
    char *body = malloc(size + 1);
    const size_t len = body == NULL ? 0 : fread(body, 1, size, file);
    fclose(file);
    const smsc_query query = {.size = sizeof query, .format = SMSC_FORMAT_VALUES, .all = atoi(argv[2]), .batch = 1};
    unsigned long long records = 0, sum = 0;
    double best = 0;
    for (int round = atoi(argv[3]); round > 0; round -= 1) {
        smsc_reader reader;
        smsc_record record = {.size = sizeof record};
        const double start = now();
        records = sum = 0;
        if (smsc_reader_begin(&query, body, len, &reader, NULL, NULL) != SMSC_RESULT_OK) {
            return 1;
        }
        while (smsc_reader_next(&reader, &record, NULL) == SMSC_RESULT_OK) {
            records += 1;
            sum += (uint32_t)record.status + (unsigned long long)record.err + record.id + record.message.len;
        }
        const double taken = now() - start;
        if (best == 0 || taken < best) {
            best = taken;
        }
    }
    printf("%llu %llu %.2f\n", records, sum, best / (double)records);
    free(body);
    return 0;
}
