#include "Fixture.h"
#include "Tar.h"

#include "zoo/Package.h"

#include <fstream>

// Packages are archives from strangers: nothing of them is written to disk, and what they unpack to is
// bounded.

using namespace graft;
using namespace graft::zoo;
using test::TarEntry;

namespace {

std::string textOf(const std::vector<std::byte>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Result<PackageFiles> read(const std::string& archive, const std::string& wanted,
                          const PackageLimits& limits = {}) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "p.tgz", std::ios::binary) << archive;
    auto files = readPackage(folder / "p.tgz", wanted, limits);
    return test::namesIn(folder.path()) == std::vector<std::string>{"p.tgz"}
               ? std::move(files)
               : Result<PackageFiles>(Error{"it wrote to disk"});
}

std::vector<std::string> namesOf(const PackageFiles& files) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files)
        names.push_back(name);
    return names;
}

const std::vector<TarEntry> kPlain{{"package/a/model.json", "{}"},
                                   {"package/a/shard1", "one"},
                                   {"package/a/deeper/x", "no"},
                                   {"package/ab", "no"},
                                   {"package/readme", "hello"}};

} // namespace

class PackageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneFileIsTaken() {
        const auto files = read(test::package(kPlain), "readme");
        QVERIFY(test::succeeded(files));
        QCOMPARE(namesOf(*files), std::vector<std::string>{"readme"});
        QCOMPARE(textOf(files->at("readme")), std::string("hello"));
    }

    void aFolderIsTakenWithoutWhatIsBelow() {
        const auto files = read(test::package(kPlain), "a/");
        QVERIFY(test::succeeded(files));
        QCOMPARE(namesOf(*files), (std::vector<std::string>{"a/model.json", "a/shard1"}));
    }

    void namesThatLeadOutAreOnlyNames() {
        const auto files = read(test::package({{"package/../../../tmp/evil", "x"},
                                               {"/etc/evil", "x"},
                                               {"package/a/..", "x"},
                                               {"package/a/../../evil", "x"},
                                               {"evil", "x"},
                                               {"package/a/good", "y"}}),
                                "a/");
        QVERIFY(test::succeeded(files));
        for (const auto& [name, bytes] : *files)
            QVERIFY2(name.starts_with("a/") && name.find('/', 2) == std::string::npos, name.c_str());
        QCOMPARE(textOf(files->at("a/good")), std::string("y"));
    }

    void linksAndFoldersAreNoFiles() {
        const auto files = read(test::package({{"package/m", "", '2', "/etc/passwd"},
                                               {"package/m", "", '1', "/etc/passwd"},
                                               {"package/m", "", '5'}}),
                                "m");
        QVERIFY(test::succeeded(files));
        for (const auto& [name, bytes] : *files)
            QVERIFY(bytes.empty());
    }

    void bombsAreRefused_data() {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char* name, const std::string& archive, const char* wanted) {
            QTest::newRow(name) << QByteArray::fromStdString(archive) << QByteArray(wanted);
        };
        const std::string zeros(40 << 20, '\0');
        row("in the wanted file", test::package({{"package/m", zeros}}), "m");
        row("in a file passed over", test::package({{"package/x", zeros}, {"package/m", "x"}}), "m");
        std::vector<TarEntry> halves, many;
        for (int i = 0; i < 20; ++i)
            halves.push_back({"package/a/" + std::to_string(i), std::string(1 << 20, 'x')});
        row("in all wanted files together", test::package(halves), "a/");
        for (int i = 0; i < 3000; ++i)
            many.push_back({"package/" + std::to_string(i), ""});
        row("of entries", test::package(many), "m");
    }

    void bombsAreRefused() {
        QFETCH(QByteArray, archive);
        QFETCH(QByteArray, wanted);
        const PackageLimits limits{.wantedBytes = 10 << 20, .unpackedBytes = 30 << 20, .entries = 2000};
        QVERIFY(test::failsWith(read(archive.toStdString(), wanted.toStdString(), limits),
                                "unpacks to more than is taken"));
    }

    void aClaimOfMoreThanThereIsFails() {
        QVERIFY(test::failsWith(read(test::package({{"package/m", "short", '0', "", 1LL << 32}}), "m"),
                                "incomplete or damaged"));
    }

    void everyTruncationFailsOrGivesWholeFiles() {
        std::string incompressible(20'000, '\0');
        Random random(3);
        for (char& c : incompressible)
            c = char(random.below(256));
        const std::string whole = test::package({{"package/m", incompressible}});
        for (std::size_t bytes = 0; bytes < whole.size(); bytes += 997) {
            const auto files = read(whole.substr(0, bytes), "m");
            QVERIFY2(!files || !files->contains("m") || textOf(files->at("m")) == incompressible,
                     std::to_string(bytes).c_str());
        }
    }

    void otherFilesAreNoPackages_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("gzip of text") << QByteArray::fromStdString(test::gzipped(std::string(3000, 'x')));
        QTest::newRow("gzip's first bytes") << QByteArray("\x1f\x8b\x08");
    }

    void otherFilesAreNoPackages() {
        QFETCH(QByteArray, bytes);
        const auto files = read(bytes.toStdString(), "m");
        QVERIFY(!files || files->empty());
    }

    void aMissingFileIsAnError() { QVERIFY(!readPackage("/nonexistent/p.tgz", "m")); }
};

QTEST_GUILESS_MAIN(PackageTest)
#include "PackageTest.moc"
