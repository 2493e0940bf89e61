#include "runs/Run.h"
#include "support/Support.h"

#include <QTest>

#include <algorithm>
#include <fstream>

using namespace graft;
using namespace graft::runs;

namespace {

const Series kPlace{.id = "20261124-093011-4f1c20ab",
                    .firstSeed = 18446744073709551615ull,
                    .seeds = 2,
                    .folds = 5,
                    .seed = 1,
                    .fold = 3,
                    .data = "0123456789abcdef"};

/// JSON is easier to read with single quotes.
std::string quoted(std::string text) {
    std::ranges::replace(text, '\'', '"');
    return text;
}

} // namespace

class SeriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPlaceIsReadAsItWasWritten();
    void placesAreInTheOrderOfTraining();
    void whatIsNoPlaceIsNone_data();
    void whatIsNoPlaceIsNone();
    void aRunKnowsItsPlace();
    void aDamagedPlaceIsARunOnItsOwn_data();
    void aDamagedPlaceIsARunOnItsOwn();
};

void SeriesTest::aPlaceIsReadAsItWasWritten() {
    QCOMPARE(seriesFromJson(toJson(kPlace)), std::optional(kPlace));
}

void SeriesTest::placesAreInTheOrderOfTraining() {
    const auto places = placesOf(kPlace);
    QCOMPARE(places.size(), std::size_t(10));
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(places[std::size_t(i)].number(), i);
        QCOMPARE(places[std::size_t(i)].seed, i / 5);
        QCOMPARE(places[std::size_t(i)].fold, i % 5);
        QVERIFY(places[std::size_t(i)].data.empty());
        QCOMPARE(places[std::size_t(i)].id, kPlace.id);
    }
}

void SeriesTest::whatIsNoPlaceIsNone_data() {
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const char* from, const char* to) {
        std::string json = toJson(kPlace);
        const auto at = json.find(from);
        QVERIFY(at != std::string::npos);
        QTest::newRow(name) << QByteArray::fromStdString(json.replace(at, std::string(from).size(), to));
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no object") << QByteArray("[1, 2]");
    QTest::newRow("half") << QByteArray::fromStdString(toJson(kPlace)).left(40);
    row("no name", "20261124-093011-4f1c20ab", "");
    row("a name that leads elsewhere", "20261124-093011", "../../etc");
    row("too many folds", "\"folds\":5", "\"folds\":101");
    row("no fold", "\"folds\":5", "\"folds\":0");
    row("half a fold", "\"folds\":5", "\"folds\":5.5");
    row("a fold beyond the last", "\"fold\":3", "\"fold\":5");
    row("a fold before the first", "\"fold\":3", "\"fold\":-1");
    row("a huge fold", "\"fold\":3", "\"fold\":99999999999999999999");
    row("a seed beyond the last", "\"seed\":1", "\"seed\":2");
    row("a negative first seed", "18446744073709551615", "-1");
    row("words for numbers", "\"seeds\":2", "\"seeds\":\"2\"");
    row("data that are no checksum", "0123456789abcdef", "ÿ");
}

void SeriesTest::whatIsNoPlaceIsNone() {
    QFETCH(QByteArray, json);
    QVERIFY(!seriesFromJson(json.toStdString()));
}

void SeriesTest::aRunKnowsItsPlace() {
    const test::TemporaryFolder folder;
    for (const auto& series : {std::optional(kPlace), std::optional<Series>()}) {
        const auto log = RunLog::create(folder.path(), "net", "{}", series);
        QVERIFY(log);
        const auto run = readRun(log->folder());
        QVERIFY(run);
        QCOMPARE(run->series, series);
        QCOMPARE(std::filesystem::exists(log->folder() / "series.json"), series.has_value());
    }
}

void SeriesTest::aDamagedPlaceIsARunOnItsOwn_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("noise") << QByteArray("\x00\xff\xfe{", 4);
    QTest::newRow("too large") << QByteArray::fromStdString(toJson(kPlace)) + QByteArray(1 << 20, ' ');
    QTest::newRow("deep") << QByteArray(4000, '[');
}

void SeriesTest::aDamagedPlaceIsARunOnItsOwn() {
    QFETCH(QByteArray, bytes);
    const test::TemporaryFolder folder;
    const auto log = RunLog::create(folder.path(), "net", quoted("{'model':'net'}"), kPlace);
    QVERIFY(log);
    std::ofstream(log->folder() / "series.json", std::ios::binary) << bytes.toStdString();
    const auto run = readRun(log->folder());
    QVERIFY(run);
    QVERIFY(!run->series);
    QCOMPARE(run->optionsJson, quoted("{'model':'net'}"));
}

QTEST_APPLESS_MAIN(SeriesTest)
#include "SeriesTest.moc"
