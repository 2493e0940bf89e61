#include "Build.h"
#include "weights/ByteSource.h"
#include "weights/Files.h"

#include <QTest>

#include <cmath>

using namespace graft;
using namespace graft::test;
using namespace graft::weights;

namespace {

std::string named(const std::string& name) {
    return raw(std::uint64_t(name.size())) + name;
}

struct Described {
    std::string name = "w";
    std::vector<std::uint64_t> sides{2, 1}; ///< fastest first
    std::uint32_t type = 0;
    std::uint64_t offset = 0;
};

/// A GGUF file by hand; `claims` in place of the true number of tensors.
std::string gguf(const std::vector<Described>& tensors, const std::string& data,
                 const std::string& metadata = "", std::uint64_t entries = 0, std::uint32_t version = 3,
                 std::uint64_t claims = UINT64_MAX) {
    std::string file = "GGUF" + raw(version) +
                       raw(claims == UINT64_MAX ? std::uint64_t(tensors.size()) : claims) + raw(entries) +
                       metadata;
    for (const Described& tensor : tensors) {
        file += named(tensor.name) + raw(std::uint32_t(tensor.sides.size()));
        for (std::uint64_t side : tensor.sides)
            file += raw(side);
        file += raw(tensor.type) + raw(tensor.offset);
    }
    file.resize((file.size() + 31) / 32 * 32, '\0');
    return file + data;
}

Result<WeightsFile> readText(const std::string& content, const ReadLimits& limits = {}) {
    const auto source = inMemory("bad.gguf", bytesOf(content));
    return readGguf(*source, limits);
}

} // namespace

class GgufTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plainTensorsAndMetadataAreRead() {
        const std::string metadata = named("general.architecture") + raw(std::uint32_t(8)) + named("net") +
                                     named("eps") + raw(std::uint32_t(6)) + raw(0.5f) + named("list") +
                                     raw(std::uint32_t(9)) + raw(std::uint32_t(8)) + raw(std::uint64_t(2)) +
                                     named("a") + named("b") + named("sizes") + raw(std::uint32_t(9)) +
                                     raw(std::uint32_t(4)) + raw(std::uint64_t(1)) + raw(std::uint32_t(7));
        std::string data = raw({1, 2, 3, 4, 5, 6});
        data.resize(32, '\0');
        const auto file = readText(
            gguf({{"a", {3, 2}, 0, 0}, {"h", {2}, 1, 32}, {"b", {1}, 30, 36}},
                 data + raw(std::uint16_t(0x3c00)) + raw(std::uint16_t(0xc000)) + raw(std::uint16_t(0x3f80)),
                 metadata, 4));
        QVERIFY2(file.ok(), file ? "" : file.error().message.c_str());
        QCOMPARE(file->tensors.at("a").shape, (std::vector<std::int64_t>{2, 3}));
        QCOMPARE(toFloats(file->tensors.at("a")), (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(toFloats(file->tensors.at("h")), (std::vector<float>{1, -2}));
        QCOMPARE(file->tensors.at("b").type, DType::BF16);
        QCOMPARE(file->metadata.at("general.architecture"), std::string("net"));
        QCOMPARE(file->metadata.at("eps"), std::string("0.500000"));
    }

    void aHostileFileIsRefusedWithTheReason_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const std::string& content, const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(reason);
        };
        const std::string data = raw({1, 2});
        const std::uint64_t huge = std::uint64_t(1) << 62;
        row("empty", "", "not a GGUF file");
        row("another kind", "HELLO WORLD, HELLO WORLD", "not a GGUF file");
        row("version 1", gguf({{}}, data, "", 0, 1), "version 1");
        row("Q4_K", gguf({{"w", {256}, 12, 0}}, std::string(144, '\0')), "“w” is quantised (Q4_K)");
        row("unknown type", gguf({{"w", {2}, 99, 0}}, data), "“w” is quantised (99)");
        row("five sides", gguf({{"w", {1, 1, 1, 1, 2}, 0, 0}}, data), "impossible shape");
        row("overflowing shape", gguf({{"w", {huge, 8}, 0, 0}}, data), "impossible shape");
        row("negative side", gguf({{"w", {UINT64_MAX}, 0, 0}}, data), "impossible shape");
        row("truncated", gguf({{}}, data.substr(0, 7)), "incomplete");
        row("far offset", gguf({{"w", {2}, 0, UINT64_MAX - 40}}, data), "incomplete");
        row("wrapping offset", gguf({{"w", {2}, 0, UINT64_MAX - 4}}, data), "overlap");
        row("overlap", gguf({{"a", {2}, 0, 0}, {"b", {1}, 0, 4}}, data), "overlap");
        row("twice", gguf({{"a", {1}, 0, 0}, {"a", {1}, 0, 4}}, data), "two tensors named “a”");
        row("more tensors than there are", gguf({{}}, data, "", 0, 3, 1'000'000), "impossible shape");
        row("exabytes of metadata", gguf({{}}, data, "", UINT64_MAX), "damaged");
        row("endless text", gguf({{}}, data, raw(UINT64_MAX), 1), "claims a text");
        row("endless list",
            gguf({{}}, data, named("k") + raw(std::uint32_t(9)) + raw(std::uint32_t(0)) + raw(huge), 1),
            "damaged");
        row("nested lists",
            gguf({{}}, data,
                 named("k") + raw(std::uint32_t(9)) + raw(std::uint32_t(9)) + raw(std::uint64_t(1)), 1),
            "damaged");
        row("unknown metadata", gguf({{}}, data, named("k") + raw(std::uint32_t(77)), 1), "damaged");
        row("no alignment",
            gguf({{}}, data, named("general.alignment") + raw(std::uint32_t(4)) + raw(std::uint32_t(0)), 1),
            "damaged");
        row("NaN", gguf({{}}, raw({1, NAN})), "“w” holds values that are not numbers");
    }

    void aHostileFileIsRefusedWithTheReason() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, reason);
        const auto file = readText(content.toStdString());
        QVERIFY(!file.ok());
        QVERIFY2(file.error().message.find(reason.toStdString()) != std::string::npos,
                 file.error().message.c_str());
        QVERIFY2(file.error().message.find("bad.gguf") != std::string::npos, file.error().message.c_str());
    }

    void everyCutIsRefused() {
        const std::string fine = gguf({{"a", {1}, 0, 0}, {"b", {1}, 0, 4}}, raw({1, 2}));
        QVERIFY(readText(fine).ok());
        for (std::size_t length = 0; length < fine.size(); ++length)
            QVERIFY(!readText(fine.substr(0, length)).ok());
    }
};

QTEST_GUILESS_MAIN(GgufTest)
#include "GgufTest.moc"
