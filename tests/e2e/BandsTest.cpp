// Images of five channels, of which the fifth alone tells the classes apart: seen by a network that looks at
// all channels, and by none that looks at colours.

#include "Graft.h"

#include "base/Random.h"
#include "support/BandTiff.h"

#include <cmath>

using namespace graft;
using test::Answer;
using test::qtext;

namespace {

constexpr int kSide = 96, kBands = 5, kPerClass = 40;

/// Round spots on a ground of noise; in the fifth channel they are large and few, or small and many, in the
/// others the same in every image.
class Painter {
public:
    explicit Painter(std::uint64_t seed) : m_random(seed) {}

    std::vector<std::uint16_t> paint(bool large) {
        std::vector<std::uint16_t> samples(std::size_t(kSide) * kSide * kBands);
        for (std::uint16_t& sample : samples)
            sample = std::uint16_t(8000 + m_random.below(4000));
        for (int band = 0; band < kBands; ++band) {
            const bool tells = band + 1 == kBands;
            const int spots = !tells ? 8 : large ? 3 : 24, radius = !tells ? 8 : large ? 16 : 4;
            for (int spot = 0; spot < spots; ++spot)
                addSpot(samples, band, radius);
        }
        return samples;
    }

private:
    void addSpot(std::vector<std::uint16_t>& samples, int band, int radius) {
        const int x = int(m_random.below(kSide)), y = int(m_random.below(kSide));
        for (int dy = -radius; dy <= radius; ++dy)
            for (int dx = -radius; dx <= radius; ++dx)
                if (dx * dx + dy * dy <= radius * radius && x + dx >= 0 && x + dx < kSide && y + dy >= 0 &&
                    y + dy < kSide)
                    samples[std::size_t(((y + dy) * kSide + x + dx) * kBands + band)] = 50'000;
    }

    Random m_random;
};

} // namespace

class BandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatOneChannelShowsIsLearntWhereAllAreSeen();
    void theExportedModelSaysTheSameOfFiles_data();
    void theExportedModelSaysTheSameOfFiles();
    void evaluationAndReportTakeThem();
    void imagesOfOtherChannelsAreNamed();

private:
    Answer train(const QStringList& more) const {
        return m_graft->good(QStringList{"train", m_project, "--model", "mobilenet_v3_small"} + more, 600);
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<test::Graft> m_graft;
    QString m_project, m_run;
};

void BandsTest::initTestCase() {
    GRAFT_NEEDS_SHARED("weights/mobilenet_v3_small.qvac_features.safetensors");
    m_graft = std::make_unique<test::Graft>(m_folder / "data", test::sharedWeights(), 2);
    Painter painter(12);
    for (int i = 0; i < 2 * kPerClass; ++i) {
        const auto folder = m_folder / "images" / (i % 2 ? "large" : "small");
        std::filesystem::create_directories(folder);
        test::writeBandTiff<std::uint16_t>(folder / (std::to_string(i) + ".tif"), kSide, kSide, kBands,
                                           painter.paint(i % 2));
    }
    m_project = qtext(m_folder / "Bands.graft");
    GRAFT_GOOD(m_graft->good({"create", m_project}));
    const Answer imported = m_graft->good({"import", m_project, qtext(m_folder / "images")});
    GRAFT_GOOD(imported);
    GRAFT_GOOD(m_graft->good(
        {"split", m_project, "--train", "0.6", "--val", "0.3", "--test", "0.1", "--seed", "1"}));
}

void BandsTest::whatOneChannelShowsIsLearntWhereAllAreSeen() {
    const Answer all = train({}); // what is recommended
    GRAFT_GOOD(all);
    m_run = all.json["run"].toString();
    const double seen = all.json["val"]["accuracy"].toDouble();
    const Answer colours = train({"--channels", "3"});
    GRAFT_GOOD(colours);
    const double unseen = colours.json["val"]["accuracy"].toDouble();
    const Answer grey = train({"--grey"});
    GRAFT_GOOD(grey);
    qInfo("validation accuracy with all channels %.3f, with colours %.3f, with grey %.3f", seen, unseen,
          grey.json["val"]["accuracy"].toDouble());
    QVERIFY(seen >= 0.9);
    QVERIFY(unseen <= 0.8);
    QVERIFY(all.output.contains("adapted to 5 channels"));
    QVERIFY(colours.output.contains("the first three channels as colours"));
}

void BandsTest::theExportedModelSaysTheSameOfFiles_data() {
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"onnx", "pt", "safetensors"})
        QTest::newRow(ending) << QString(ending);
}

void BandsTest::theExportedModelSaysTheSameOfFiles() {
    QFETCH(QString, ending);
    QVERIFY(!m_run.isEmpty());
    const QString file = qtext(m_folder / ("model." + ending.toStdString()));
    GRAFT_GOOD(m_graft->good({"export", m_project, file, "--run", m_run}));
    const QString images = qtext(m_folder / "images/large");
    const Answer ofRun = m_graft->good({"predict", m_project, images, "--run", m_run});
    const Answer ofFile = m_graft->good({"predict", images, "--model", file});
    GRAFT_GOOD(ofRun);
    GRAFT_GOOD(ofFile);
    const QJsonArray expected = ofRun.json["predictions"].toArray();
    const QJsonArray found = ofFile.json["predictions"].toArray();
    QCOMPARE(found.size(), qsizetype(kPerClass));
    QCOMPARE(expected.size(), found.size());
    for (int i = 0; i < found.size(); ++i) {
        QCOMPARE(found[i]["class"].toString(), expected[i]["class"].toString());
        const double a = found[i]["probability"].toDouble(), b = expected[i]["probability"].toDouble();
        QVERIFY2(std::abs(a - b) < 0.02, qPrintable(QString::number(a - b)));
    }
}

void BandsTest::evaluationAndReportTakeThem() {
    GRAFT_GOOD(m_graft->good({"evaluate", m_project, "--run", m_run, "--split", "test"}));
    const auto report = m_folder / "report.html";
    GRAFT_GOOD(m_graft->good({"report", m_project, qtext(report), "--run", m_run}));
    std::ifstream file(report);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    QVERIFY(text.find("all 5 channels") != std::string::npos);
}

void BandsTest::imagesOfOtherChannelsAreNamed() {
    const std::vector<std::uint16_t> samples(std::size_t(kSide) * kSide * 7, 900);
    const auto folder = m_folder / "more" / "train" / "large";
    std::filesystem::create_directories(folder);
    test::writeBandTiff<std::uint16_t>(folder / "seven.tif", kSide, kSide, 7, samples);
    GRAFT_GOOD(m_graft->good({"import", m_project, qtext(m_folder / "more")}));
    const Answer refused =
        m_graft->run({"train", m_project, "--model", "mobilenet_v3_small", "--channels", "all"});
    GRAFT_FAILS(refused, 1, "seven.tif (7)");
    GRAFT_GOOD(train({"--channels", "3"}));
    const Answer predicted =
        m_graft->run({"predict", m_project, qtext(folder / "seven.tif"), "--run", m_run});
    QVERIFY(predicted.says("7 channels, and the network sees 5"));
}

QTEST_GUILESS_MAIN(BandsTest)
#include "BandsTest.moc"
