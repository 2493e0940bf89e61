#include "support/Support.h"
#include "weights/ByteSource.h"
#include "weights/Files.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <limits>

using namespace graft;
using namespace graft::weights;

namespace {

std::vector<std::byte> bytesOf(const std::string& text) {
    std::vector<std::byte> bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

/// A safetensors file by hand: any header ( ' stands for " ), any data.
std::string safetensors(std::string header, const std::string& data) {
    std::replace(header.begin(), header.end(), '\'', '"');
    const std::uint64_t length = header.size();
    return std::string(reinterpret_cast<const char*>(&length), 8) + header + data;
}

std::string messageOf(const std::string& content, const ReadLimits& limits = {}) {
    const auto source = inMemory("bad.safetensors", bytesOf(content));
    const auto file = readSafetensors(*source, limits);
    return file ? "accepted" : file.error().message;
}

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string floats(std::initializer_list<float> values) {
    return {reinterpret_cast<const char*>(values.begin()), values.size() * sizeof(float)};
}

} // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadAgain() {
        test::TemporaryFolder folder;
        TensorMap tensors;
        tensors["fc.weight"] = fromFloats({2, 3}, {1, 2, 3, 4, 5, -6});
        tensors["fc.bias"] = fromFloats({2}, {0.5f, -0.25f}, DType::F16);
        tensors["scale"] = fromFloats({}, {7}, DType::BF16);
        tensors["empty"] = fromFloats({0, 4}, {});
        tensors["count"] = Tensor{DType::I64, {1}, std::vector<std::byte>(8)};
        tensors["ünïcode \"name\""] = fromFloats({1}, {3});
        const auto path = folder / "a.safetensors";
        QVERIFY(writeSafetensors(path, tensors, {{"format", "pt"}, {"note", "line\nbreak"}}).ok());

        const auto file = readSafetensors(path);
        QVERIFY2(file.ok(), file ? "" : file.error().message.c_str());
        QCOMPARE(file->tensors.size(), tensors.size());
        for (const auto& [name, tensor] : tensors) {
            const Tensor& read = file->tensors.at(name);
            QCOMPARE(read.type, tensor.type);
            QCOMPARE(read.shape, tensor.shape);
            QCOMPARE(read.data, tensor.data);
        }
        QCOMPARE(file->metadata.at("note"), std::string("line\nbreak"));
    }

    void theTensorsStartAtAMultipleOfEight() {
        test::TemporaryFolder folder;
        for (const char* name : {"a", "ab", "abc", "abcdefgh"}) {
            QVERIFY(writeSafetensors(folder / "a", {{name, fromFloats({1}, {1})}}).ok());
            std::uint64_t length = 0;
            const std::string content = contentOf(folder / "a");
            std::memcpy(&length, content.data(), 8);
            QCOMPARE(length % 8, std::uint64_t(0));
            QCOMPARE(content.size(), 8 + length + 4);
        }
    }

    void aNameThatTheHeaderCannotHoldIsRefused() {
        test::TemporaryFolder folder;
        for (const std::string name : {"__metadata__", "caf\xE9", "\xC3"}) {
            const auto written = writeSafetensors(folder / "a", {{name, fromFloats({1}, {1})}});
            QVERIFY2(!written.ok(), name.c_str());
            QVERIFY(written.error().message.find("cannot be written") != std::string::npos);
            QVERIFY(!std::filesystem::exists(folder / "a"));
        }
        QVERIFY(writeSafetensors(folder / "a", {{"café", fromFloats({1}, {1})}}).ok());
    }

    void aFailedWriteLeavesTheOldFileAndNoOther() {
        test::TemporaryFolder folder;
        std::filesystem::create_directories(folder / "taken"); // a folder cannot be replaced by a file
        const auto written = writeSafetensors(folder / "taken", {{"a", fromFloats({1}, {1})}});
        QVERIFY(!written.ok());
        QVERIFY(written.error().message.find("taken") != std::string::npos);
        QVERIFY(!writeSafetensors(folder / "absent" / "a", {}).ok());
        const auto entries = std::filesystem::directory_iterator(folder.path());
        QCOMPARE(std::distance(begin(entries), end(entries)), 1);
    }

    void pythonReadsAndWritesTheSameBytes() {
        GRAFT_NEEDS_SHARED("weights/squeezenet1_1.onnxzoo.safetensors");
        const auto path = test::sharedFolder() / "weights/squeezenet1_1.onnxzoo.safetensors";
        const auto file = readSafetensors(path);
        QVERIFY(file.ok());
        QCOMPARE(file->tensors.size(), std::size_t(52));
        QCOMPARE(file->tensors.at("classifier.1.weight").shape, (std::vector<std::int64_t>{1000, 512, 1, 1}));
        QCOMPARE(file->metadata.at("format"), std::string("pt"));
    }

    void aHostileFileIsRefusedWithTheReason_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const std::string& content, const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(reason);
        };
        const std::string data = floats({1, 2});
        const auto one = [](const std::string& dtype, const std::string& shape, const std::string& offsets) {
            return "{'w':{'dtype':'" + dtype + "','shape':" + shape + ",'data_offsets':" + offsets + "}}";
        };
        row("empty", "", "ends before");
        row("seven bytes", std::string(7, 'x'), "ends before");
        row("header of exabytes", std::string(8, '\x7f') + "{}", "header claims");
        row("header past the end", safetensors("{}", "").replace(0, 1, "\x10"), "ends inside its header");
        row("no JSON", safetensors("hello", ""), "header is damaged");
        row("not an object", safetensors("[1]", ""), "header is damaged");
        row("deep nesting", safetensors(std::string(100000, '['), ""), "header is damaged");
        row("deep in a tensor", safetensors("{'w':{'shape':[[[[1]]]]}}", ""), "header is damaged");
        row("not a description", safetensors("{'w':3}", ""), "description of its tensor “w”");
        row("no shape", safetensors("{'w':{'dtype':'F32','data_offsets':[0,8]}}", data),
            "description of its tensor “w”");
        row("unknown type", safetensors(one("F8_E4M3", "[8]", "[0,8]"), data), "type F8_E4M3");
        row("negative side", safetensors(one("F32", "[-2]", "[0,8]"), data), "description of its tensor “w”");
        row("fractional side", safetensors(one("F32", "[2.0]", "[0,8]"), data),
            "description of its tensor “w”");
        row("overflowing shape", safetensors(one("F32", "[4294967296,4294967296]", "[0,8]"), data),
            "impossible shape");
        row("overflow to a small number", safetensors(one("F32", "[4611686018427387906,1]", "[0,8]"), data),
            "impossible shape");
        row("wrong size", safetensors(one("F32", "[3]", "[0,8]"), data), "does not match its shape");
        row("wrong type for the size", safetensors(one("F64", "[2]", "[0,8]"), data),
            "does not match its shape");
        row("reversed range", safetensors(one("F32", "[2]", "[8,0]"), data), "does not match its shape");
        row("truncated", safetensors(one("F32", "[2]", "[0,8]"), data.substr(0, 5)), "incomplete");
        row("far away", safetensors(one("F32", "[2]", "[18446744073709551600,18446744073709551608]"), data),
            "incomplete");
        row("bytes of no tensor", safetensors(one("F32", "[1]", "[0,4]"), data), "belong to no tensor");
        row("overlap",
            safetensors("{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'b':{'dtype':'F32','shape':[2]"
                        ",'data_offsets':[0,8]}}",
                        data),
            "overlap");
        row("twice",
            safetensors("{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'a':{'dtype':'F32','shape':[1]"
                        ",'data_offsets':[4,8]}}",
                        data),
            "two tensors named “a”");
        row("NaN", safetensors(one("F32", "[2]", "[0,8]"), floats({1, std::nanf("")})),
            "“w” holds values that are not numbers");
        row("infinite", safetensors(one("F32", "[2]", "[0,8]"), floats({1, -HUGE_VALF})),
            "“w” holds values that are not numbers");
        row("half NaN", safetensors(one("F16", "[1]", "[0,2]"), "\x01\x7e"),
            "“w” holds values that are not numbers");
        row("control characters", safetensors("{'a\\n\\u0007':{}}", ""), "“a??”");
    }

    void aHostileFileIsRefusedWithTheReason() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, reason);
        const std::string message = messageOf(content.toStdString());
        QVERIFY2(message.find(reason.toStdString()) != std::string::npos, message.c_str());
        QVERIFY2(message.find("bad.safetensors") != std::string::npos, message.c_str());
    }

    void everyCutOfAFileIsRefused() {
        test::TemporaryFolder folder;
        QVERIFY(
            writeSafetensors(folder / "a", {{"w", fromFloats({3}, {1, 2, 3})}, {"b", fromFloats({1}, {1})}})
                .ok());
        const std::string content = contentOf(folder / "a");
        QCOMPARE(messageOf(content), std::string("accepted"));
        for (std::size_t length = 0; length < content.size(); ++length)
            QVERIFY2(messageOf(content.substr(0, length)) != "accepted", std::to_string(length).c_str());
    }

    void limitsAreKept() {
        const std::string content =
            safetensors("{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}", floats({1, 2}));
        QVERIFY(messageOf(content, {.headerBytes = 16}).find("header claims") != std::string::npos);
        QVERIFY(messageOf(content, {.tensorBytes = 7}).find("memory") != std::string::npos);
        QVERIFY(messageOf(content, {.tensors = 0}).find("more than 0 tensors") != std::string::npos);
        QCOMPARE(messageOf(safetensors("{'w':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}",
                                       floats({HUGE_VALF})),
                           {.requireFinite = false}),
                 std::string("accepted"));
    }

    void whatIsNoFileIsRefused() {
        test::TemporaryFolder folder;
        for (const auto& path : {folder.path(), folder / "absent"}) {
            const auto file = readSafetensors(path);
            QVERIFY(!file.ok());
            QVERIFY(file.error().message.find(path.string()) != std::string::npos);
        }
        std::ofstream(folder / "large") << std::string(100, ' ');
        const auto file = readSafetensors(folder / "large", {.fileBytes = 99});
        QVERIFY(!file.ok());
        QVERIFY(file.error().message.find("larger than") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "SafetensorsTest.moc"
