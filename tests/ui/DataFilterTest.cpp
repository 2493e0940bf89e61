#include "base/Random.h"
#include "ui/data/ImageList.h"

#include <QTest>

#include <algorithm>

using namespace graft;
using annotation::Split;
using ui::ImageFilter;
using ui::ImageList;
using ui::ImageOrder;

namespace {

constexpr ClassId kAnts{1};
constexpr ClassId kBees{2};

project::ImageRecord record(int id, const char* path, ClassId label, Split split, const char* hash,
                            int bytes) {
    project::ImageRecord image;
    image.id = {id};
    image.path = path;
    image.label = label;
    image.split = split;
    image.contentHash = hash;
    image.fileBytes = bytes;
    image.width = 300;
    image.height = 200;
    return image;
}

std::vector<project::ImageRecord> sixImages() {
    return {record(1, "field/img10.jpg", kAnts, Split::Train, "a", 500),
            record(2, "field/img2.jpg", kBees, Split::Validation, "b", 300),
            record(3, "lab/Ümlaut.png", {}, Split::None, "c", 900),
            record(4, "lab/IMG1.png", kAnts, Split::Train, "a", 500),
            record(5, "field/img02b.jpg", kBees, Split::Test, "d", 100),
            record(6, "other/zebra.tif", {}, Split::Train, "", 700)};
}

std::vector<annotation::LabelClass> classes() {
    return {{kAnts, "ants", 0, 0}, {kBees, "bees", 0, 1}};
}

QString shown(const ImageList& list) {
    QStringList numbers;
    for (ImageId id : list.ids())
        numbers << QString::number(id.value);
    return numbers.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(graft::ui::ImageFilter)

class DataFilterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filters_data();
    void filters();
    void orders_data();
    void orders();
    void countsAreOfAFilterAlone();
    void aFilterForARemovedClassGoesWithIt();
    void labelsAndPathsAreFollowed();
    void twentyThousandAsByAPlainSearch();
};

void DataFilterTest::filters_data() {
    QTest::addColumn<ImageFilter>("filter");
    QTest::addColumn<QString>("expected");
    QTest::newRow("none") << ImageFilter{} << "1 2 3 4 5 6";
    QTest::newRow("blank text is none") << ImageFilter{.text = "  "} << "1 2 3 4 5 6";
    QTest::newRow("text in the name, any case") << ImageFilter{.text = "IMG"} << "1 2 4 5";
    QTest::newRow("text in the folder") << ImageFilter{.text = "lab"} << "3 4";
    QTest::newRow("words in any order") << ImageFilter{.text = "img field"} << "1 2 5";
    QTest::newRow("case of other alphabets") << ImageFilter{.text = QString::fromUtf8("üMLAUT")} << "3";
    QTest::newRow("class") << ImageFilter{.classes = {kAnts}} << "1 4";
    QTest::newRow("unlabelled") << ImageFilter{.classes = {ClassId{}}} << "3 6";
    QTest::newRow("class or unlabelled") << ImageFilter{.classes = {kBees, ClassId{}}} << "2 3 5 6";
    QTest::newRow("split") << ImageFilter{.splits = {Split::Train}} << "1 4 6";
    QTest::newRow("class and split") << ImageFilter{.classes = {kBees}, .splits = {Split::Test}} << "5";
    QTest::newRow("duplicates; no hash is none") << ImageFilter{.duplicatesOnly = true} << "1 4";
    QTest::newRow("nothing") << ImageFilter{.text = "zebra", .classes = {kAnts}} << "";
}

void DataFilterTest::filters() {
    QFETCH(ImageFilter, filter);
    QFETCH(QString, expected);
    ImageList list;
    list.setClasses(classes());
    list.setImages(sixImages());
    list.setFilter(filter);
    QCOMPARE(shown(list), expected);
    QCOMPARE(list.aspects().size(), list.ids().size());
    QCOMPARE(list.total(), 6);
}

void DataFilterTest::orders_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("descending");
    QTest::addColumn<QString>("expected");
    QTest::newRow("added") << int(ImageOrder::Key::Added) << false << "1 2 3 4 5 6";
    QTest::newRow("added, reversed") << int(ImageOrder::Key::Added) << true << "6 5 4 3 2 1";
    QTest::newRow("name, numbers as numbers") << int(ImageOrder::Key::Name) << false << "4 2 5 1 6 3";
    QTest::newRow("class, unlabelled first") << int(ImageOrder::Key::Class) << false << "3 6 1 4 2 5";
    QTest::newRow("split") << int(ImageOrder::Key::Split) << false << "3 1 4 6 2 5";
    QTest::newRow("file size, the largest first") << int(ImageOrder::Key::FileSize) << true << "3 6 1 4 2 5";
}

void DataFilterTest::orders() {
    QFETCH(int, key);
    QFETCH(bool, descending);
    QFETCH(QString, expected);
    ImageList list;
    list.setImages(sixImages());
    list.setClasses(classes());
    list.setOrder({ImageOrder::Key(key), descending});
    QCOMPARE(shown(list), expected);
}

void DataFilterTest::countsAreOfAFilterAlone() {
    ImageList list;
    list.setImages(sixImages());
    list.setFilter({.classes = {kBees}});
    QCOMPARE(list.countOf({.splits = {Split::Train}}), 3);
    QCOMPARE(list.duplicates(), 2);
    QVERIFY(list.isDuplicate({4}));
    QVERIFY(!list.isDuplicate({6}));
    QVERIFY(!list.isDuplicate({77}));
}

void DataFilterTest::aFilterForARemovedClassGoesWithIt() {
    ImageList list;
    list.setClasses(classes());
    list.setImages(sixImages());
    list.setFilter({.classes = {kBees}});
    list.setClasses({{kAnts, "ants", 0, 0}});
    QVERIFY(!list.filter().active());
    QCOMPARE(list.ids().size(), 6u);
}

void DataFilterTest::labelsAndPathsAreFollowed() {
    auto images = sixImages();
    ImageList list;
    list.setImages(images);
    list.setFilter({.classes = {kAnts}});
    images[5].label = kAnts;
    list.updateImages(images);
    QCOMPARE(shown(list), QStringLiteral("1 4 6"));
    list.setFilter({.text = "moved"});
    images[1].path = "moved/img2.jpg";
    list.updateImages(images);
    QCOMPARE(shown(list), QStringLiteral("2"));
}

void DataFilterTest::twentyThousandAsByAPlainSearch() {
    Random random(20);
    std::vector<project::ImageRecord> images;
    for (int i = 1; i <= 20'000; ++i) {
        const std::string path = "folder" + std::to_string(random.below(50)) + "/image " +
                                 std::to_string(random.below(100'000)) + ".jpg";
        images.push_back(record(i, path.c_str(), {std::int64_t(random.below(4))}, Split(random.below(4)),
                                std::to_string(random.below(19'000)).c_str(), int(random.below(1'000'000))));
    }
    ImageList list;
    list.setImages(images);
    list.setFilter(
        {.text = "folder7 9", .classes = {ClassId{1}, ClassId{}}, .splits = {Split::Train, Split::Test}});
    list.setOrder({ImageOrder::Key::FileSize, false});

    std::vector<project::ImageRecord> expected;
    for (const auto& image : images)
        if (image.path.find("folder7") != std::string::npos && image.path.find('9') != std::string::npos &&
            image.label.value <= 1 && (image.split == Split::Train || image.split == Split::Test))
            expected.push_back(image);
    std::stable_sort(expected.begin(), expected.end(),
                     [](const auto& a, const auto& b) { return a.fileBytes < b.fileBytes; });
    QVERIFY(expected.size() > 20);
    QCOMPARE(list.ids().size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(list.ids()[i].value, expected[i].id.value);
}

QTEST_GUILESS_MAIN(DataFilterTest)
#include "DataFilterTest.moc"
