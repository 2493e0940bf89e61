#include "Fixture.h"

#include <QRegularExpression>

// The catalogue that the program carries, and catalogues that it refuses.

using namespace graft;
using namespace graft::zoo;
using Kind = WeightsSource::Kind;

namespace {

const std::vector<WeightsEntry>& own() {
    static const auto catalogue = ownCatalogue();
    static const std::vector<WeightsEntry> none;
    return catalogue ? *catalogue : none;
}

bool matches(const std::string& text, const char* pattern) {
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(QString::fromStdString(text))
        .hasMatch();
}

/// What is wrong with a source, or nothing.
std::string fault(const WeightsSource& source) {
    switch (source.kind) {
    case Kind::Folder:
        return matches(source.sha256, "[0-9a-f]{64}") && source.bytes > 0
                   ? ""
                   : "a folder source without its hash or size";
    case Kind::Npm:
        if (!matches(source.location, "(@[a-z0-9-]+/)?[a-z0-9_-]+@[0-9]+\\.[0-9]+\\.[0-9]+"))
            return "a package without its version";
        return matches(source.sha256, "[0-9a-f]{64}") && !source.member.empty()
                   ? ""
                   : "a package without hash or member";
    case Kind::Https:
        break;
    }
    // torchvision writes the beginning of the hash into the name.
    if (!matches(source.location, "https://[a-z.]+/models/[a-z0-9_]+-[0-9a-f]{8}\\.pth"))
        return "no address of torchvision";
    return source.location.find("-" + source.sha256 + ".pth") != std::string::npos
               ? ""
               : "another hash than in its name";
}

constexpr const char* kSource =
    R"({"kind":"https","location":"https://a.b/c","format":"pth","sha256":"0123456789abcdef"})";

/// A catalogue of one entry in which `find` is replaced.
std::string changed(const std::string& find = {}, const std::string& put = {}) {
    std::string text =
        std::string(R"({"weights":[{"id":"a.b_1","model":"resnet18","title":"t","license":"MIT",)") +
        R"("origin":"o","description":"d","sources":[)" + kSource + "]}]}";
    if (const auto at = text.find(find); !find.empty() && at != std::string::npos)
        text.replace(at, find.size(), put);
    return text;
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsComplete_data();
    void everyEntryIsComplete();
    void everyNetworkHasWeights();
    void oneEntryIsTheDefaultAndSmall();
    void wordsArePutThroughTheTranslator();
    void addressesAreThoseOfTorchvision();
    void aSoundCatalogueIsRead();
    void aDamagedCatalogueIsRefused_data();
    void aDamagedCatalogueIsRefused();
    void sharedWeightsAreFoundAndVerified();
};

void CatalogueTest::everyEntryIsComplete_data() {
    QTest::addColumn<int>("index");
    QVERIFY(test::succeeded(ownCatalogue()));
    for (std::size_t i = 0; i < own().size(); ++i)
        QTest::newRow(own()[i].id.c_str()) << int(i);
}

void CatalogueTest::everyEntryIsComplete() {
    QFETCH(int, index);
    const WeightsEntry& entry = own()[std::size_t(index)];
    const graph::Architecture* architecture = graph::findArchitecture(entry.model);
    QVERIFY(architecture);
    QVERIFY(entry.id.starts_with(entry.model + "."));
    for (const std::string* text : {&entry.title, &entry.license, &entry.origin, &entry.description})
        QVERIFY(!text->empty());
    QVERIFY(entry.inputSize >= architecture->minimumSize);
    QVERIFY(entry.resize >= entry.inputSize);
    QVERIFY(entry.scale > 0 && entry.bytes > 0);
    for (const float deviation : entry.std)
        QVERIFY(deviation > 0);
    QVERIFY(!entry.sources.empty());
    for (const WeightsSource& source : entry.sources)
        QCOMPARE(fault(source), std::string());
}

void CatalogueTest::everyNetworkHasWeights() {
    for (const graph::Architecture& architecture : graph::architectures()) {
        const auto fetchable = [&](const WeightsEntry& entry) {
            return entry.model == architecture.name &&
                   std::ranges::any_of(entry.sources, [](const WeightsSource& source) {
                       return source.kind != Kind::Folder;
                   });
        };
        QVERIFY2(std::ranges::any_of(own(), fetchable), architecture.name.c_str());
    }
}

void CatalogueTest::oneEntryIsTheDefaultAndSmall() {
    QCOMPARE(std::ranges::count(own(), true, &WeightsEntry::isDefault), 1);
    const auto found = std::ranges::find(own(), true, &WeightsEntry::isDefault);
    QVERIFY(found->bytes < 10'000'000);
}

void CatalogueTest::wordsArePutThroughTheTranslator() {
    const WeightsEntry& entry = own().front();
    QCOMPARE(descriptionText(entry), entry.description);
    installTranslator([](const char* context, const char* source) {
        return std::string(context) == "Catalogue" ? std::string("(") + source + ")" : std::string(source);
    });
    const std::string description = descriptionText(entry), origin = originText(entry);
    installTranslator(nullptr);
    QCOMPARE(description, "(" + entry.description + ")");
    QCOMPARE(origin, "(" + entry.origin + ")");
}

/// An independent list: the one inside torchvision's Python package.
void CatalogueTest::addressesAreThoseOfTorchvision() {
    const std::string script =
        "import glob, os, re, torchvision.models as m\n"
        "for f in glob.glob(os.path.join(os.path.dirname(m.__file__), '*.py')):\n"
        "    print('\\n'.join(re.findall(r'https://[^\"\\']+\\.pth', open(f).read())))\n";
    const auto listed = test::runProgram("/usr/bin/python3", {"-c", script}, 120);
    if (listed.code != 0)
        QSKIP("torchvision's Python package is not on this machine");
    const QStringList addresses = QString::fromStdString(listed.output).split(QLatin1Char('\n'));
    for (const WeightsEntry& entry : own())
        for (const WeightsSource& source : entry.sources)
            if (source.kind == Kind::Https)
                QVERIFY2(addresses.contains(QString::fromStdString(source.location)),
                         source.location.c_str());
}

void CatalogueTest::aSoundCatalogueIsRead() {
    const auto read = readCatalogue(changed());
    QVERIFY(test::succeeded(read));
    QCOMPARE(read->size(), std::size_t(1));
    const WeightsEntry& entry = read->front();
    QCOMPARE(entry.id, std::string("a.b_1"));
    QCOMPARE(entry.sources.front().sha256, std::string("0123456789abcdef"));
    QCOMPARE(sourceText(entry.sources.front()), std::string("https://a.b/c"));
}

void CatalogueTest::aDamagedCatalogueIsRefused_data() {
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const std::string& text) {
        QTest::newRow(name) << QString::fromStdString(text);
    };
    const std::string one = changed();
    const std::string entry = one.substr(12, one.size() - 14);
    row("empty", "");
    row("no list", "{}");
    row("a list of numbers", R"({"weights":[1]})");
    row("cut off", one.substr(0, one.size() / 2));
    row("the id twice", R"({"weights":[)" + entry + "," + entry + "]}");
    row("an id that leaves the folder", changed("a.b_1", "../a"));
    row("an id that hides", changed("a.b_1", ".a"));
    row("no licence", changed(R"("license":"MIT",)"));
    row("no sources", changed(R"("sources")", R"("other")"));
    row("an unknown kind", changed("https\"", "ftp\""));
    row("no hash", changed("0123456789abcdef", ""));
    row("a short hash", changed("0123456789abcdef", "0123456"));
    row("a hash of other letters", changed("0123456789abcdef", "0123456789xyz"));
    row("a mean of two numbers", changed(R"("sources")", R"("mean":[1,2],"sources")"));
    row("an unknown converter", changed(R"("format")", R"("converter":"x","format")"));
}

void CatalogueTest::aDamagedCatalogueIsRefused() {
    QFETCH(QString, text);
    QVERIFY(
        test::failsWith(readCatalogue(text.toStdString()), "The catalogue of pretrained weights is damaged"));
}

void CatalogueTest::sharedWeightsAreFoundAndVerified() {
    GRAFT_NEEDS_SHARED("weights");
    const test::TemporaryFolder store;
    const auto folder = test::sharedFolder() / "weights";
    const Zoo zoo(own(), {.store = store.path(), .offeredFolder = folder});
    int found = 0;
    for (const std::string& name : test::namesIn(folder)) {
        if (!name.ends_with(".safetensors"))
            continue;
        const WeightsEntry* entry =
            zoo.entry(name.substr(0, name.size() - std::string(".safetensors").size()));
        QVERIFY2(entry, name.c_str());
        QVERIFY(zoo.present(*entry));
        const auto located = zoo.locate(*entry);
        QVERIFY(test::succeeded(located));
        QCOMPARE(located->file, folder / name);
        QCOMPARE(located->sha256, test::sha256(test::bytesOf(folder / name)));
        QCOMPARE(zoo.entriesFor(entry->model).front(), entry);
        ++found;
    }
    QCOMPARE(found, 5);
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "CatalogueTest.moc"
