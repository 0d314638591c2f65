// Parses a batch in C++17, with the types of C++ for bytes and texts.
#include <smsc_proto.hpp>

#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string utf8(smsc_view text, std::uint32_t encoding)
{
    std::size_t len = 0;
    smsc_text_decode(text, encoding, nullptr, 0, &len);
    std::string decoded(len + 1, '\0');
    if (smsc_text_decode(text, encoding, decoded.data(), decoded.size(), &len) != SMSC_RESULT_OK) {
        return "not decoded";
    }
    decoded.resize(len);
    return decoded;
}

struct Line {
    std::uint32_t id;
    std::int32_t status;
    std::string message;
};

bool operator==(const Line &one, const Line &other)
{
    return one.id == other.id && one.status == other.status && one.message == other.message;
}

} // namespace

int main()
{
    constexpr std::string_view body = "1,1760080210,0,1760080202,79990000020,2.12,GLOBUS,D,\xc4\xe0,,0,101\n"
                                      "20,1760080219,1,1760080203,79990000021,2.12,GLOBUS,D,\xcd\xe5\xf2,,0,102\n";
    smsc_query query{};
    query.size = sizeof query;
    query.format = SMSC_FORMAT_VALUES;
    query.all = 1;
    query.batch = 1;
    smsc_reader reader;
    if (smsc_reader_begin(&query, body.data(), body.size(), &reader, nullptr, nullptr) != SMSC_RESULT_OK) {
        std::cerr << "no reply\n";
        return 1;
    }
    smsc_record record{};
    record.size = sizeof record;
    std::vector<Line> lines;
    while (smsc_reader_next(&reader, &record, nullptr) == SMSC_RESULT_OK) {
        lines.push_back({record.id, record.status, utf8(record.message, record.encoding)});
    }
    const std::vector<Line> wanted = {{101, SMSC_STATUS_DELIVERED, "Да"}, {102, SMSC_STATUS_UNDELIVERABLE, "Нет"}};
    if (lines != wanted) {
        for (const Line &line : lines) {
            std::cerr << line.id << ' ' << line.status << ' ' << line.message << '\n';
        }
        return 1;
    }
    return 0;
}
