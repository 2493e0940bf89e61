#include "Build.h"
#include "weights/ByteSource.h"
#include "weights/Files.h"

#include <QTest>

#include <cmath>

using namespace graft;
using namespace graft::test;
using namespace graft::weights;

namespace {

std::string messageOf(const std::string& content, const ReadLimits& limits = {}) {
    const auto source = inMemory("bad.pth", bytesOf(content));
    const auto file = readPth(*source, limits);
    return file ? "accepted" : file.error().message;
}

const std::string fourFloats = raw({1, 2, 3, 4});
const ZipPart numbers{"archive/data/0", fourFloats};

/// One tensor w of four floats, with these numbers in its description.
std::string oneTensor(std::int64_t elements, std::int64_t offset, const std::vector<std::int64_t>& shape,
                      const std::vector<std::int64_t>& strides, const std::string& type = "FloatStorage") {
    return pickledDict({text("w"), tensor(storage(type, "0", elements), offset, shape, strides)});
}

const std::string good = oneTensor(4, 0, {4}, {1});

/// The legacy container around a state dict whose only storage has the key "0".
std::string legacy(const std::string& pickle, const std::string& behind, const std::string& system = "}.") {
    return std::string("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.\x80\x02M\xe9\x03.\x80\x02",
                       23) +
           system + pickle + behind;
}

const std::string keys = "\x80\x02](" + text("0") + "e.";

} // namespace

class HostilePthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFilesOfThisTestAreFineWithoutTheirFault() {
        QCOMPARE(messageOf(pth(good, {numbers})), std::string("accepted"));
        QCOMPARE(messageOf(pth(good, {deflatedPart("archive/data/0", fourFloats)})), std::string("accepted"));
        QCOMPARE(messageOf(legacy(good, keys + raw(std::int64_t(4)) + fourFloats)), std::string("accepted"));
    }

    void nothingIsEverCalled_data() {
        QTest::addColumn<QByteArray>("pickle");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const std::string& pickle, const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(pickle) << QByteArray(reason);
        };
        const std::string start = "\x80\x02", command = tuple({text("touch /tmp/never")}) + "R.";
        row("os.system", start + global("os", "system") + command, "“os.system”");
        row("posix.system", start + global("posix", "system") + command, "“posix.system”");
        row("eval", start + global("__builtin__", "eval") + command, "“builtins.eval”");
        row("by its new opcode", "\x80\x04" + text("subprocess") + text("Popen") + "\x93" + command,
            "“subprocess.Popen”");
        row("inside a state dict", pickledDict({text("w"), global("builtins", "exec") + ")R"}),
            "“builtins.exec”");
        row("a torch function", start + global("torch", "load") + command, "“torch.load”");
        row("a hidden module", start + global("torch._utils._rebuild_tensor_v2.__globals__", "x") + command,
            "__globals__.x”");
        row("INST", start + "(ios\nsystem\n.", "damaged");
        row("OBJ", start + "(" + text("a") + "o.", "damaged");
        row("EXT1", start + "\x82\x01.", "damaged");
        row("PERSID", start + "Pname\n.", "damaged");
        row("calling a storage type", start + global("torch", "FloatStorage") + ")R.", "damaged");
        row("calling a text", start + text("os.system") + ")R.", "damaged");
        row("a control character in the name", start + global("o\x1bs", "system") + command, "“o?s.system”");
        row("a name without end", start + "c" + std::string(5000, 'a'), "line without an end");
    }

    void nothingIsEverCalled() {
        QFETCH(QByteArray, pickle);
        QFETCH(QByteArray, reason);
        for (const std::string& content :
             {pth(pickle.toStdString(), {numbers}), legacy(pickle.toStdString(), keys)}) {
            const std::string message = messageOf(content);
            QVERIFY2(message.find(reason.toStdString()) != std::string::npos, message.c_str());
            QVERIFY2(message.find("bad.pth") != std::string::npos, message.c_str());
        }
    }

    void aBadTableIsRefused_data() {
        QTest::addColumn<QByteArray>("pickle");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const std::string& pickle, const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(pickle) << QByteArray(reason);
        };
        const std::int64_t huge = std::int64_t(1) << 62;
        row("reaches past the storage", oneTensor(4, 1, {4}, {1}), "“w” reaches past");
        row("storage shorter than it says", oneTensor(400, 0, {400}, {1}), "“w” reaches past");
        row("storage longer than it says", oneTensor(2, 0, {4}, {1}), "“w” reaches past");
        row("far stride", oneTensor(4, 0, {2, 2}, {3, 1}), "“w” reaches past");
        row("overflowing stride", oneTensor(4, 0, {3}, {huge}), "“w” reaches past");
        row("overflowing offset", oneTensor(4, INT64_MAX, {4}, {1}), "“w” reaches past");
        row("negative offset", oneTensor(4, -1, {4}, {1}), "damaged");
        row("negative stride", oneTensor(4, 3, {4}, {-1}), "damaged");
        row("negative side", oneTensor(4, 0, {-4}, {1}), "damaged");
        row("strides without sides", oneTensor(4, 0, {}, {1}), "damaged");
        row("overflowing shape", oneTensor(4, 0, {huge, 8}, {0, 0}), "impossible shape");
        row("a terabyte out of one number", oneTensor(4, 0, {1 << 20, 1 << 20}, {0, 0}), "memory");
        row("unknown key", pickledDict({text("w"), tensor(storage("FloatStorage", "../1", 4), 0, {4}, {1})}),
            "missing (part “../1”)");
        row("quantised storage", oneTensor(4, 0, {4}, {1}, "QInt8Storage"), "“torch.QInt8Storage”");
        row("wider type than stored", oneTensor(4, 0, {4}, {1}, "DoubleStorage"), "“w” reaches past");
        row("twice",
            pickledDict({text("w"), tensor(storage("FloatStorage", "0", 4), 0, {4}, {1}), text("w"),
                         tensor(storage("FloatStorage", "0", 4), 0, {2}, {1})}),
            "two tensors named “w”");
        row("odd number of items", pickledDict({text("w")}), "damaged");
        row("no STOP", good.substr(0, good.size() - 1), "ends before");
        row("empty stack", "\x80\x02.", "damaged");
        row("pop of nothing",
            "\x80\x02"
            "0.",
            "damaged");
        row("no mark", "\x80\x02t.", "damaged");
        row("unknown memo", "\x80\x02h\x05.", "damaged");
        row("append to a number", "\x80\x02" + number(1) + number(2) + "a.", "damaged");
        row("a text of exabytes", std::string("\x80\x04\x8d") + std::string(8, '\x7f') + ".",
            "claims a text");
        row("a list", "\x80\x02].", "no table of named tensors");
        row("contains itself", "\x80\x02}q\x01" + text("a") + "h\x01s.", "no table of named tensors");
        row("deep", "\x80\x02" + std::string(1'000'000, ')') + std::string(999'999, '\x86') + ".",
            "no table of named tensors");
        row("too many values", "\x80\x02" + std::string(4'100'000, 'N') + ".", "larger than is read");
    }

    void aBadTableIsRefused() {
        QFETCH(QByteArray, pickle);
        QFETCH(QByteArray, reason);
        const std::string message = messageOf(pth(pickle.toStdString(), {numbers}));
        QVERIFY2(message.find(reason.toStdString()) != std::string::npos, message.c_str());
    }

    /// Six bytes per call, each of which would copy a million items.
    void callsCannotMultiplyTheTable() {
        std::string pickle = "\x80\x02](";
        for (int i = 0; i < 1'000'000; ++i)
            pickle += i == 0 ? "NN\x86q\x01" : "h\x01";
        pickle += "eq\x02"
                  "0" +
                  global("collections", "OrderedDict") +
                  "q\x03"
                  "0";
        for (int i = 0; i < 1000; ++i)
            pickle += "h\x03h\x02\x85R";
        const std::string message = messageOf(pth(pickle + ".", {}));
        QVERIFY2(message.find("larger than is read") != std::string::npos, message.c_str());
    }

    void aBadArchiveIsRefused_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const std::string& content, const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(reason);
        };
        const auto changed = [](ZipPart part, auto change) {
            change(part);
            return pth(good, {part});
        };
        const std::string fine = pth(good, {numbers});
        row("empty", "", "not a file that PyTorch");
        row("another zip", zipArchive({{"readme.txt", "hello"}}), "not one that PyTorch wrote");
        row("without the numbers", pth(good, {}), "missing (part “0”)");
        row("without the end", fine.substr(0, fine.size() - 22), "damaged");
        row("the directory elsewhere", std::string(fine).replace(fine.size() - 6, 4, raw(std::uint32_t(5))),
            "damaged");
        row("the directory past the end",
            std::string(fine).replace(fine.size() - 6, 4, raw(std::uint32_t(0x7fffffff))), "damaged");
        row("wrong checksum", changed(numbers, [](ZipPart& part) { part.crcGiven = true; }), "checksum");
        row("encrypted", changed(numbers, [](ZipPart& part) { part.flags = 1; }), "encrypted");
        row("another compression", changed(numbers, [](ZipPart& part) { part.method = 14; }),
            "not supported");
        row("stored, but longer", changed(numbers, [](ZipPart& part) { part.unpacked = 1000; }), "damaged");
        row("bomb by its claim",
            changed(deflatedPart("archive/data/0", fourFloats),
                    [](ZipPart& part) { part.unpacked = 0xfffffff0; }),
            "impossible size");
        row("bomb that hides",
            changed(deflatedPart("archive/data/0", std::string(1 << 20, '\0')),
                    [](ZipPart& part) { part.unpacked = 16; }),
            "does not unpack to the size");
        row("unpacks to less",
            changed(deflatedPart("archive/data/0", fourFloats), [](ZipPart& part) { part.unpacked = 17; }),
            "does not unpack to the size");
        row("no deflate at all", changed({"archive/data/0", std::string(16, '\xff'), 8}, [](ZipPart&) {}),
            "does not unpack to the size");
        row("overlapping parts", changed(numbers, [](ZipPart& part) { part.headerAt = 0; }), "overlap");
        row("the same part twice", pth(good, {numbers, numbers}), "two parts named");
        row("header inside another part", changed(numbers, [](ZipPart& part) { part.headerAt = 40; }),
            "damaged");
        row("big-endian", pth(good, {numbers, {"archive/byteorder", "big"}}), "big-endian");
        row("TorchScript", pth(good, {numbers, {"archive/constants.pkl", ""}}), "TorchScript");
        row("bytes in front", "PK\x03\x04" + fine, "damaged");
    }

    void aBadArchiveIsRefused() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, reason);
        const std::string message = messageOf(content.toStdString());
        QVERIFY2(message.find(reason.toStdString()) != std::string::npos, message.c_str());
    }

    void manyPartsThatUnpackToTooMuchAreRefused() {
        const std::string zeros(1 << 20, '\0');
        std::vector<ZipPart> parts;
        for (int i = 0; i < 20; ++i)
            parts.push_back(deflatedPart("archive/data/" + std::to_string(i), zeros));
        const std::string message = messageOf(pth(good, parts), {.tensorBytes = 16 << 20});
        QVERIFY2(message.find("unpack to more than 16 MB") != std::string::npos, message.c_str());
    }

    void aBadLegacyFileIsRefused_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const std::string& content, const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(content) << QByteArray(reason);
        };
        const std::string count = raw(std::int64_t(4));
        row("numbers cut", legacy(good, keys + count + fourFloats.substr(0, 9)), "end too early");
        row("no numbers", legacy(good, keys), "ends before");
        row("no keys", legacy(good, "\x80\x02]."), "missing (part “0”)");
        row("a count that overflows", legacy(good, keys + raw(std::int64_t(1) << 62) + fourFloats),
            "damaged");
        row("a negative count", legacy(good, keys + raw(std::int64_t(-1)) + fourFloats), "damaged");
        row("a key of no tensor", legacy(good, "\x80\x02](" + text("7") + "e." + count + fourFloats),
            "damaged");
        row("a key twice",
            legacy(good,
                   "\x80\x02](" + text("0") + text("0") + "e." + count + fourFloats + count + fourFloats),
            "damaged");
        row("big-endian", legacy(good, keys + count + fourFloats, "}" + text("little_endian") + "\x89s."),
            "big-endian");
        row("NaN", legacy(good, keys + count + raw({1, 2, NAN, 4})), "“w” holds values that are not numbers");
    }

    void aBadLegacyFileIsRefused() {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, reason);
        const std::string message = messageOf(content.toStdString());
        QVERIFY2(message.find(reason.toStdString()) != std::string::npos, message.c_str());
    }

    /// Every single byte of a small file, changed: accepted or refused, but never more than the file says.
    void noChangedByteDoesHarm() {
        for (const std::string& fine :
             {pth(good, {numbers}), legacy(good, keys + raw(std::int64_t(4)) + fourFloats)})
            for (std::size_t i = 0; i < fine.size(); ++i)
                for (const char wrong : {'\0', '\x7f', '\xff', char(fine[i] ^ 1)}) {
                    std::string content = fine;
                    content[i] = wrong;
                    QVERIFY(!messageOf(content, {.tensorBytes = 1 << 20}).empty());
                }
    }
};

QTEST_GUILESS_MAIN(HostilePthTest)
#include "HostilePthTest.moc"
