#include "Fixture.h"

#include "zoo/Package.h"

#include <fstream>
#include <zlib.h>

// Files that a person gives, files in the offered folder, and what stays in the store.

using namespace graft;
using namespace graft::zoo;

namespace {

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

WeightsSource folderSource(const std::string& name, const std::string& bytes) {
    return {.kind = WeightsSource::Kind::Folder,
            .location = name,
            .format = "safetensors",
            .sha256 = test::sha256(bytes),
            .bytes = std::int64_t(bytes.size())};
}

/// What a damaged file is made of.
std::string changedFile(const std::string& how, const std::string& good) {
    if (how == "cut off")
        return good.substr(0, good.size() - 100);
    if (how == "cut in the header")
        return good.substr(0, 300);
    if (how == "empty")
        return {};
    if (how == "a picture")
        return "\x89PNG\r\n\x1a\n" + std::string(500, 'p');
    if (how == "a web page")
        return "<!DOCTYPE html><html>please log in</html>";
    if (how == "a header of 4 GB")
        return std::string("\xff\xff\xff\xff\0\0\0\0{", 9) + std::string(100, ' ');
    if (how == "a pickle that would run a program")
        return "\x80\x02"
               "cos\nsystem\nX\x04\0\0\0true\x85R.";
    if (how == "weights of another network")
        return test::weightsFile("mobilenet_v3_small");
    if (how == "a package that is none")
        return "\x1f\x8b" + std::string(200, 'g');
    // Offsets that reach past the end, in a sound frame.
    const std::string header =
        R"({"features.0.weight":{"dtype":"F16","shape":[64,3,3,3],"data_offsets":[0,99999999]}})";
    return std::string("\x58\0\0\0\0\0\0\0", 8).replace(0, 1, 1, char(header.size())) + header + "data";
}

} // namespace

class ImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aGoodFileIsKept();
    void aBadFileIsRefusedAndNothingKept_data();
    void aBadFileIsRefusedAndNothingKept();
    void aBadFileLeavesWhatIsThere();
    void aMissingFileIsSaid();
    void theFileOfOtherWeightsIsSentThere();
    void weightsWithoutClassifierNeedNone();
    void filesOfTorchvisionAreTaken_data();
    void filesOfTorchvisionAreTaken();
    void anOfferedFileIsUsedWhereItLies();
    void aDamagedOfferedFileIsNotUsed();
    void anOfferedOfficialFileSparesTheDownload();
    void theStoreComesFirst();
    void damageInTheStoreIsFoundAndSetAside();
    void aFileWithoutItsSidecarDoesNotCount();
    void whatIsPresentComesFirst();

private:
    std::string m_file;
};

void ImportTest::initTestCase() {
    m_file = test::weightsFile();
}

void ImportTest::aGoodFileIsKept() {
    const test::TemporaryFolder folder;
    const WeightsEntry entry = test::entryWith({});
    const Zoo zoo = test::zooOf(entry, folder / "store");
    write(folder / "mine.bin", m_file);
    QVERIFY(!zoo.present(entry));
    const auto imported = zoo.importFile(entry, folder / "mine.bin");
    QVERIFY(test::succeeded(imported));
    std::filesystem::remove(folder / "mine.bin"); // it was copied
    QVERIFY(zoo.present(entry));
    const auto located = zoo.locate(entry);
    QVERIFY(test::succeeded(located));
    QCOMPARE(located->file, imported->file);
    QVERIFY(test::succeeded(weights::readSafetensors(located->file)));
}

void ImportTest::aBadFileIsRefusedAndNothingKept_data() {
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("cut off") << QByteArray("cannot be used as weights");
    QTest::newRow("cut in the header") << QByteArray("cannot be used as weights");
    QTest::newRow("empty") << QByteArray("cannot be used as weights");
    QTest::newRow("a picture") << QByteArray("none of the known kinds");
    QTest::newRow("a web page") << QByteArray("none of the known kinds");
    QTest::newRow("a header of 4 GB") << QByteArray("cannot be used as weights");
    QTest::newRow("a pickle that would run a program") << QByteArray("Python pickle");
    QTest::newRow("weights of another network") << QByteArray("They are weights of MobileNet v3 small.");
    QTest::newRow("a package that is none") << QByteArray("cannot be used as weights");
    QTest::newRow("offsets past the end") << QByteArray("cannot be used as weights");
}

void ImportTest::aBadFileIsRefusedAndNothingKept() {
    QFETCH(QByteArray, says);
    const test::TemporaryFolder folder;
    const WeightsEntry entry = test::entryWith({});
    const Zoo zoo = test::zooOf(entry, folder / "store");
    write(folder / "mine.bin", changedFile(QTest::currentDataTag(), m_file));
    QVERIFY(test::failsWith(zoo.importFile(entry, folder / "mine.bin"), says.toStdString()));
    QVERIFY(!zoo.present(entry));
    QCOMPARE(test::namesIn(folder / "store"), std::vector<std::string>());
}

void ImportTest::aBadFileLeavesWhatIsThere() {
    const test::TemporaryFolder folder;
    const WeightsEntry entry = test::entryWith({});
    const Zoo zoo = test::zooOf(entry, folder / "store");
    write(folder / "mine.bin", m_file);
    const auto good = zoo.importFile(entry, folder / "mine.bin");
    QVERIFY(test::succeeded(good));
    write(folder / "mine.bin", m_file.substr(0, 1'000'000));
    QVERIFY(!zoo.importFile(entry, folder / "mine.bin"));
    const auto located = zoo.locate(entry);
    QVERIFY(test::succeeded(located));
    QCOMPARE(located->sha256, good->sha256);
}

void ImportTest::aMissingFileIsSaid() {
    const test::TemporaryFolder folder;
    const WeightsEntry entry = test::entryWith({});
    const Zoo zoo = test::zooOf(entry, folder / "store");
    QVERIFY(test::failsWith(zoo.importFile(entry, folder / "none.pth"), "none.pth"));
    QVERIFY(!zoo.importFile(entry, folder.path())); // a folder
}

/// Weights of one shape may come from two origins, whose pictures are prepared differently.
void ImportTest::theFileOfOtherWeightsIsSentThere() {
    const test::TemporaryFolder folder;
    const WeightsEntry entry = test::entryWith({});
    WeightsEntry owner = test::entryWith({test::https("https://a.b/c", test::sha256(m_file).substr(0, 8))});
    owner.id = "squeezenet1_1.other";
    const Zoo zoo({entry, owner}, {.store = folder / "store"});
    write(folder / "mine.bin", m_file);
    QVERIFY(test::failsWith(zoo.importFile(entry, folder / "mine.bin"), "Import it as squeezenet1_1.other"));
    QVERIFY(test::succeeded(zoo.importFile(owner, folder / "mine.bin")));
}

void ImportTest::weightsWithoutClassifierNeedNone() {
    const test::TemporaryFolder folder;
    auto tensors = test::randomWeights("squeezenet1_1");
    std::erase_if(tensors, [](const auto& item) { return item.first.starts_with("classifier"); });
    QVERIFY(weights::writeSafetensors(folder / "features.safetensors", tensors).ok());
    WeightsEntry entry = test::entryWith({});
    QVERIFY(
        test::failsWith(test::zooOf(entry, folder / "a").importFile(entry, folder / "features.safetensors"),
                        "missing: classifier"));
    entry.hasClassifier = false;
    QVERIFY(
        test::succeeded(test::zooOf(entry, folder / "b").importFile(entry, folder / "features.safetensors")));
}

void ImportTest::filesOfTorchvisionAreTaken_data() {
    QTest::addColumn<QByteArray>("model");
    for (const char* model : {"resnet18", "mobilenet_v2", "mobilenet_v3_small", "squeezenet1_1",
                              "inception_v3", "efficientnet_b0", "densenet121", "convnext_tiny"})
        QTest::newRow(model) << QByteArray(model);
}

/// As torchvision itself writes them: counters and the auxiliary head are in them, too.
void ImportTest::filesOfTorchvisionAreTaken() {
    QFETCH(QByteArray, model);
    const test::TemporaryFolder folder;
    const std::string script =
        "import re, sys, torch, torchvision\n"
        "state = getattr(torchvision.models, sys.argv[1])().state_dict()\n"
        "if sys.argv[1].startswith('densenet'):\n" // the published file has the names of an older torchvision
        "    state = {re.sub(r'(denselayer\\d+\\.(?:norm|conv))([12])', r'\\1.\\2', k): v for k, v in "
        "state.items()}\n"
        "torch.save(state, sys.argv[2])\n";
    const auto file = folder / "official.pth";
    if (test::runProgram("/usr/bin/python3", {"-c", script, model.toStdString(), file.string()}, 240).code !=
        0)
        QSKIP("torchvision's Python package is not on this machine");
    auto catalogue = ownCatalogue();
    QVERIFY(test::succeeded(catalogue));
    const Zoo zoo(*catalogue, {.store = folder / "store"});
    const WeightsEntry* entry = zoo.entry(model.toStdString() + ".torchvision_v1");
    QVERIFY(entry);
    QVERIFY(test::succeeded(zoo.importFile(*entry, file)));
    const auto located = zoo.locate(*entry);
    QVERIFY(test::succeeded(located));
    // The auxiliary head is kept for runs that train through it.
    const auto kept = weights::read(located->file);
    QVERIFY(test::succeeded(kept));
    QCOMPARE(kept->tensors.contains("AuxLogits.fc.weight"), model == "inception_v3");
}

void ImportTest::anOfferedFileIsUsedWhereItLies() {
    const test::TemporaryFolder folder, offered;
    write(offered / "w.safetensors", m_file);
    const WeightsEntry entry = test::entryWith({folderSource("w.safetensors", m_file)});
    const Zoo zoo = test::zooOf(entry, folder / "store", offered.path());
    QVERIFY(zoo.present(entry));
    int checks = 0;
    const Monitor counting{
        .progress = [&](const Progress& progress) { checks += progress.done == progress.total; }};
    for (int i = 0; i < 2; ++i) {
        const auto located = zoo.locate(entry, counting);
        QVERIFY(test::succeeded(located));
        QCOMPARE(located->file, offered / "w.safetensors");
        QCOMPARE(located->sha256, test::sha256(m_file));
    }
    QCOMPARE(checks, 1); // hashed once
    QVERIFY(test::succeeded(zoo.fetch(entry)));
}

void ImportTest::aDamagedOfferedFileIsNotUsed() {
    const test::TemporaryFolder folder, offered;
    const WeightsEntry entry = test::entryWith({folderSource("w.safetensors", m_file)});
    const Zoo zoo = test::zooOf(entry, folder / "store", offered.path());
    write(offered / "w.safetensors", m_file.substr(0, 5000));
    const auto fetched = zoo.fetch(entry); // nowhere else to be had: what is wrong with the file is said
    QVERIFY(!fetched);
    QVERIFY2(fetched.error().message.find("w.safetensors is damaged or another file") != std::string::npos,
             fetched.error().message.c_str());
    QVERIFY(!zoo.present(entry)); // the size tells
    QVERIFY(test::failsWith(zoo.locate(entry), "SHA-256 differs"));
    write(offered / "w.safetensors", m_file);
    QVERIFY(test::succeeded(zoo.locate(entry)));
    std::string flipped = m_file;
    flipped[flipped.size() / 2] ^= 1;
    write(offered / "w.safetensors", flipped);
    std::filesystem::last_write_time(offered / "w.safetensors",
                                     std::filesystem::file_time_type::clock::now() + std::chrono::seconds(2));
    QVERIFY(test::failsWith(zoo.locate(entry), "SHA-256 differs"));
    QVERIFY(test::failsWith(zoo.fetch(entry), "cannot be fetched by the program"));
}

void ImportTest::anOfferedOfficialFileSparesTheDownload() {
    const test::TemporaryFolder folder, offered;
    write(offered / "official-01.pth", m_file);
    const WeightsEntry entry = test::entryWith(
        {test::https("https://nowhere.invalid/official-01.pth", test::sha256(m_file).substr(0, 8))});
    const auto fetched = test::zooOf(entry, folder / "store", offered.path()).fetch(entry);
    QVERIFY(test::succeeded(fetched));
    QCOMPARE(fetched->file.parent_path(), folder / "store");
}

void ImportTest::theStoreComesFirst() {
    const test::TemporaryFolder folder, offered;
    write(offered / "w.safetensors", m_file);
    const WeightsEntry entry = test::entryWith({folderSource("w.safetensors", m_file)});
    const Zoo zoo = test::zooOf(entry, folder / "store", offered.path());
    QVERIFY(test::succeeded(zoo.importFile(entry, offered / "w.safetensors")));
    QCOMPARE(zoo.locate(entry)->file.parent_path(), folder / "store");
}

void ImportTest::damageInTheStoreIsFoundAndSetAside() {
    const test::TemporaryFolder folder;
    const WeightsEntry entry = test::entryWith({});
    const Zoo zoo = test::zooOf(entry, folder.path());
    write(folder / "mine.bin", m_file);
    const auto kept = zoo.importFile(entry, folder / "mine.bin");
    QVERIFY(test::succeeded(kept));
    std::string flipped = test::bytesOf(kept->file);
    flipped[flipped.size() / 2] ^= 1;
    write(kept->file, flipped);
    std::filesystem::last_write_time(kept->file,
                                     std::filesystem::file_time_type::clock::now() + std::chrono::seconds(2));
    QVERIFY(zoo.present(entry)); // only its size was looked at
    QVERIFY(test::failsWith(zoo.locate(entry), "are damaged and are not used"));
    QVERIFY(!zoo.present(entry));
    QVERIFY(test::failsWith(zoo.locate(entry), "not on this computer yet"));
    QVERIFY(test::succeeded(zoo.importFile(entry, folder / "mine.bin")));
    QVERIFY(test::succeeded(zoo.locate(entry)));
}

void ImportTest::aFileWithoutItsSidecarDoesNotCount() {
    const test::TemporaryFolder folder;
    const WeightsEntry entry = test::entryWith({});
    const Zoo zoo = test::zooOf(entry, folder.path());
    write(folder / "squeezenet1_1.test.safetensors", m_file);
    QVERIFY(!zoo.present(entry));
    QVERIFY(!zoo.locate(entry));
    for (const char* sidecar :
         {"", "[]", "{", R"({"sha256":5,"stamp":7})", R"({"sha256":"00","stamp":{"bytes":"x"}})"}) {
        write(folder / "squeezenet1_1.test.json", sidecar);
        QVERIFY(!zoo.present(entry));
    }
}

void ImportTest::whatIsPresentComesFirst() {
    const test::TemporaryFolder folder, offered;
    write(offered / "w.safetensors", m_file);
    WeightsEntry absent = test::entryWith({}),
                 present = test::entryWith({folderSource("w.safetensors", m_file)});
    absent.id = "squeezenet1_1.absent";
    const Zoo zoo({absent, present}, {.store = folder / "store", .offeredFolder = offered.path()});
    const auto entries = zoo.entriesFor("squeezenet1_1");
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(entries.front()->id, present.id);
    QVERIFY(zoo.entriesFor("resnet18").empty());
    QVERIFY(!zoo.entry("unknown"));
}

QTEST_GUILESS_MAIN(ImportTest)
#include "ImportTest.moc"
