#include "Build.h"
#include "support/Support.h"
#include "weights/Files.h"

#include <QTest>

#include <cmath>
#include <fstream>

using namespace graft;
using namespace graft::test;
using namespace graft::weights;

namespace {

/// ' stands for " .
std::string manifest(std::string weights, std::string paths = "'a.bin','b.bin'") {
    std::string text =
        "{'format':'layers-model','modelTopology':{'deep':[[[1]]]},'weightsManifest':[{'paths':[" + paths +
        "],'weights':[" + weights + "]}]}";
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

const std::string two = "{'name':'conv/kernel','shape':[1,1,1,3],'dtype':'float32'},{'name':'conv/"
                        "bias','shape':[2],'dtype':'float32'}";

} // namespace

class TfjsTest : public QObject {
    Q_OBJECT

    static Result<WeightsFile> readFolder(const TemporaryFolder& folder, const std::string& model,
                                          const std::string& data) {
        std::ofstream(folder / "model.json") << model;
        // The shards are cut inside a number.
        std::ofstream(folder / "a.bin", std::ios::binary) << data.substr(0, 6);
        std::ofstream(folder / "b.bin", std::ios::binary)
            << data.substr(std::min<std::size_t>(6, data.size()));
        return weights::read(folder / "model.json");
    }

private Q_SLOTS:
    void tensorsReachAcrossShards() {
        TemporaryFolder folder;
        const auto file = readFolder(folder, manifest(two), raw({1, 2, 3, 4, 5}));
        QVERIFY2(file.ok(), file ? "" : file.error().message.c_str());
        QCOMPARE(file->tensors.at("conv/kernel").shape, (std::vector<std::int64_t>{1, 1, 1, 3}));
        QCOMPARE(toFloats(file->tensors.at("conv/kernel")), (std::vector<float>{1, 2, 3}));
        QCOMPARE(toFloats(file->tensors.at("conv/bias")), (std::vector<float>{4, 5}));
    }

    void deepNestingElsewhereIsPassedOver() {
        TemporaryFolder folder;
        const std::string deep = "{\"x\":" + std::string(100000, '[') + std::string(100000, ']') + ",";
        QVERIFY(readFolder(folder, manifest(two).replace(0, 1, deep), raw({1, 2, 3, 4, 5})).ok());
    }

    void aHostileModelIsRefusedWithTheReason_data() {
        QTest::addColumn<QByteArray>("model");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* name, const std::string& model, const char* reason) {
            QTest::newRow(name) << QByteArray::fromStdString(model) << QByteArray(reason);
        };
        const auto with = [](const std::string& weight) { return manifest(two + "," + weight); };
        row("no JSON", "{ nonsense", "weightsManifest");
        row("no manifest", "{}", "weightsManifest");
        row("absolute path", manifest(two, "'/etc/passwd'"), "not beside it: “/etc/passwd”");
        row("parent folder", manifest(two, "'../a.bin'"), "not beside it: “../a.bin”");
        row("a folder of its own", manifest(two, "'..'"), "not beside it");
        row("a number as path", manifest(two, "7"), "not beside it: “7”");
        row("missing shard", manifest(two, "'a.bin','c.bin'"), "c.bin");
        row("truncated", with("{'name':'more','shape':[1],'dtype':'float32'}"), "“more”");
        row("bytes left over", manifest("{'name':'conv/kernel','shape':[3],'dtype':'float32'}"),
            "belong to no tensor");
        row("quantised", with("{'name':'q','shape':[1],'dtype':'float32','quantization':{'dtype':'uint8'}}"),
            "“q” is quantised");
        row("text type", with("{'name':'s','shape':[1],'dtype':'string'}"), "“s” has the type string");
        row("no type", with("{'name':'s','shape':[1]}"), "“s” has the type ?");
        row("negative side", with("{'name':'s','shape':[-1],'dtype':'float32'}"),
            "description of its tensor “s”");
        row("overflowing shape", with("{'name':'s','shape':[4611686018427387904,8],'dtype':'float32'}"),
            "impossible shape");
        row("too large", with("{'name':'s','shape':[1000000,1000000],'dtype':'float32'}"), "memory");
        row("no name", with("{'shape':[1],'dtype':'float32'}"), "weightsManifest");
        row("twice",
            manifest("{'name':'a','shape':[2],'dtype':'float32'},{'name':'a','shape':[3],'dtype':'float32'}"),
            "two tensors named “a”");
    }

    void aHostileModelIsRefusedWithTheReason() {
        QFETCH(QByteArray, model);
        QFETCH(QByteArray, reason);
        TemporaryFolder folder;
        const auto file = readFolder(folder, model.toStdString(), raw({1, 2, 3, 4, 5}));
        QVERIFY(!file.ok());
        QVERIFY2(file.error().message.find(reason.toStdString()) != std::string::npos,
                 file.error().message.c_str());
    }

    void valuesThatAreNoNumbersAreNamed() {
        TemporaryFolder folder;
        const auto file = readFolder(folder, manifest(two), raw({1, 2, 3, 4, NAN}));
        QVERIFY(!file.ok());
        QVERIFY(file.error().message.find("“conv/bias” holds values that are not numbers") !=
                std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TfjsTest)
#include "TfjsTest.moc"
