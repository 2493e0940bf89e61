#include "Tree.h"
#include "annotation/MaskRuns.h"
#include "imaging/Decode.h"
#include "interchange/CocoMask.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <map>
#include <numeric>

using namespace graft;
using annotation::Box;

class AnnotationsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runLengthsGoColumnByColumn();
    void compressedRunLengths_data();
    void compressedRunLengths();
    void polygonsAreFilledAtTheMiddlesOfPixels();
    void badCocoIsToldOrRefused_data();
    void badCocoIsToldOrRefused();
    void cocoShapes();
    void vocTakesTheSplitFromItsLists();
    void badVoc_data();
    void badVoc();
    void yoloLayouts_data();
    void yoloLayouts();
    void badYoloRowsAreTold();
    void yoloSharesAreOfTheUprightImage();
    void theSameBoxesInEveryFormat_data();
    void theSameBoxesInEveryFormat();
    void theBloodCellsOfBccd();
    void officialCoco();
};

namespace {

std::string found(const Result<interchange::Found>& result) {
    return result ? std::string() : result.error().message;
}

/// file name → "class x y w h", sorted; rounded to a tenth of a pixel.
std::map<std::string, QStringList> boxesOf(const interchange::Found& found) {
    std::map<std::string, QStringList> boxes;
    for (const auto& image : found.images)
        for (const auto& [className, geometry] : image.shapes) {
            const Box box = annotation::boundingBox(geometry);
            QString line = QString::fromStdString(className);
            for (const double value : {box.x, box.y, box.width, box.height})
                line += QLatin1Char(' ') + QString::number(std::round(value));
            boxes[image.path.filename().string()] << line;
        }
    for (auto& [name, list] : boxes)
        list.sort();
    return boxes;
}

/// A PNG header is all that a label needs of its image.
void writePngHeader(const std::filesystem::path& file, int width, int height) {
    std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    for (const int value : {width, height})
        for (const int shift : {24, 16, 8, 0})
            png += char(value >> shift & 0xFF);
    test::write(file, png + std::string("\x08\2\0\0\0\0\0\0\0\0\0\0\0IEND\xAE\x42\x60\x82", 21));
}

constexpr const char* kCocoStart = R"({"images": [{"id": 7, "file_name": "a.jpg", "width": 6, "height": 4}],
    "categories": [{"id": 3, "name": "cat"}], "annotations": [)";

} // namespace

void AnnotationsTest::runLengthsGoColumnByColumn() {
    // Two columns of three: 0 1 1 | 1 0 0.
    const auto mask = interchange::maskFromCocoRuns(2, 3, {1, 3, 2});
    QVERIFY(mask.has_value());
    QCOMPARE(mask->x, 0);
    QCOMPARE(mask->y, 0);
    QCOMPARE(annotation::pixelsFromMask(*mask), (std::vector<std::uint8_t>{0, 1, 1, 0, 1, 0}));
    QVERIFY(!interchange::maskFromCocoRuns(2, 3, {1, 3}));
    QVERIFY(!interchange::maskFromCocoRuns(2, 3, {1, 4000000000u, 4000000000u}));
    QVERIFY(!interchange::maskFromCocoRuns(-2, -3, {6}));
    QVERIFY(!interchange::maskFromCocoRuns(2000000000, 2000000000, {6}));
    QVERIFY(!interchange::maskFromCocoRuns(2, 3, {6})); // nothing in it
}

void AnnotationsTest::compressedRunLengths_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<unsigned>>("expected"); // empty: refused
    QTest::newRow("small") << QByteArray("132") << QList<unsigned>{1, 3, 2};
    QTest::newRow("two bytes") << QByteArray("T3") << QList<unsigned>{100};
    QTest::newRow("difference to the last but one") << QByteArray("1324") << QList<unsigned>{1, 3, 2, 7};
    QTest::newRow("negative difference") << QByteArray("132N") << QList<unsigned>{1, 3, 2, 1};
    QTest::newRow("cut short") << QByteArray("T") << QList<unsigned>{};
    QTest::newRow("below zero") << QByteArray("O") << QList<unsigned>{};
    QTest::newRow("not of the alphabet") << QByteArray("1 2") << QList<unsigned>{};
    QTest::newRow("endless") << QByteArray(100, 'o') << QList<unsigned>{};
}

void AnnotationsTest::compressedRunLengths() {
    QFETCH(QByteArray, text);
    QFETCH(QList<unsigned>, expected);
    const auto runs = interchange::cocoRunsFromString(text.toStdString());
    QCOMPARE(runs.has_value(), !expected.isEmpty());
    if (runs)
        QCOMPARE(*runs, (std::vector<std::uint32_t>(expected.begin(), expected.end())));
}

void AnnotationsTest::polygonsAreFilledAtTheMiddlesOfPixels() {
    const annotation::Polygon square{{{1, 1}, {3, 1}, {3, 3}, {1, 3}}};
    const annotation::Polygon apart{{{5, 0.4}, {7.6, 0.4}, {7.6, 1.6}, {5, 1.6}}};
    const auto mask = interchange::maskFromPolygons(10, 5, {square, apart});
    QVERIFY(mask.has_value());
    QVERIFY(annotation::foregroundBox(*mask) == (Box{1, 0, 7, 3}));
    QCOMPARE(annotation::foregroundPixels(*mask), std::uint64_t(4 + 6));
    QVERIFY(!interchange::maskFromPolygons(10, 5, {{{{20, 20}, {30, 20}, {30, 30}}}}));
}

void AnnotationsTest::badCocoIsToldOrRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("refused"); // empty: read, with one problem
    const QByteArray start(kCocoStart);
    QTest::newRow("not JSON") << QByteArray("{\"images\": [") << "damaged";
    QTest::newRow("another JSON") << QByteArray("[1, 2]") << "no COCO file";
    QTest::newRow("results") << QByteArray("{\"images\": [], \"annotations\": 3}") << "no COCO file";
    QTest::newRow("deep") << QByteArray(100000, '[') << "damaged";
    QTest::newRow("other images")
        << QByteArray(R"({"images": [{"id": 1, "file_name": "x.jpg"}], "categories": [], "annotations": []})")
        << "None of the images";
    QTest::newRow("no class") << start + R"({"id": 1, "image_id": 7, "category_id": 4, "bbox": [0,0,1,1]}]})"
                              << "";
    QTest::newRow("no image") << start + R"({"id": 1, "image_id": 8, "category_id": 3, "bbox": [0,0,1,1]}]})"
                              << "";
    QTest::newRow("an empty box") << start +
                                         R"({"id": 1, "image_id": 7, "category_id": 3, "bbox": [0,0,0,1]}]})"
                                  << "";
    QTest::newRow("no shape") << start + R"({"id": 1, "image_id": 7, "category_id": 3}]})"
                              << "";
    QTest::newRow("runs that do not fit")
        << start +
               R"({"id": 1, "image_id": 7, "category_id": 3, "segmentation": {"size": [4, 6], "counts": [1, 2]}}]})"
        << "";
}

void AnnotationsTest::badCocoIsToldOrRefused() {
    QFETCH(QByteArray, json);
    QFETCH(QString, refused);
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"a.jpg"});
    test::write(folder / "x.json", json.toStdString());
    const auto read = interchange::readSource(folder / "x.json", {.format = "coco"});
    if (refused.isEmpty()) {
        QVERIFY2(read.ok(), found(read).c_str());
        QCOMPARE(read->problems.size(), std::size_t(1));
        QCOMPARE(read->images.front().shapes.size(), std::size_t(0));
    } else {
        QVERIFY(!read);
        QVERIFY2(QString::fromStdString(read.error().message).contains(refused),
                 read.error().message.c_str());
    }
}

void AnnotationsTest::cocoShapes() {
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"train/a.jpg", "annotations/"});
    test::write(folder / "annotations/instances_train2017.json", std::string(kCocoStart) + R"(
        {"id": 1, "image_id": 7, "category_id": 3, "bbox": [1, 2, 3, 1], "segmentation": []},
        {"id": 2, "image_id": 7, "category_id": 3, "segmentation": [[0, 0, 4, 0, 4, 3]]},
        {"id": 3, "image_id": 7, "category_id": 3, "segmentation": [[0, 0, 1, 0, 1, 1, 0, 1], [4, 0, 5, 0, 5, 1, 4, 1]]},
        {"id": 4, "image_id": 7, "category_id": 3, "segmentation": {"size": [4, 6], "counts": [4, 2, 18]}}]})");
    const auto read = interchange::readSource(folder.path(), {.format = "coco"});
    QVERIFY2(read.ok(), found(read).c_str());
    QCOMPARE(read->images.size(), std::size_t(1));
    QVERIFY(read->images.front().split == annotation::Split::Train);
    const auto& shapes = read->images.front().shapes;
    QCOMPARE(shapes.size(), std::size_t(4));
    QVERIFY(std::get<Box>(shapes[0].second) == (Box{1, 2, 3, 1}));
    QCOMPARE(std::get<annotation::Polygon>(shapes[1].second).points.size(), std::size_t(3));
    QCOMPARE(annotation::area(shapes[2].second), 2.0);
    QVERIFY(annotation::boundingBox(shapes[3].second) == (Box{1, 0, 1, 2}));
}

void AnnotationsTest::vocTakesTheSplitFromItsLists() {
    const test::TemporaryFolder folder;
    const auto object = [](const char* box) {
        return std::string("<object><name>cow</name><part><bndbox><xmin>0</xmin></bndbox></part><bndbox>") +
               box + "</bndbox></object>";
    };
    test::makeTree(folder.path(), {"JPEGImages/a.jpg", "JPEGImages/b.jpg", "JPEGImages/c.jpg"});
    test::write(folder / "Annotations/a.xml",
                "<annotation><filename>wrong.jpg</filename>" +
                    object("<xmin>1</xmin><ymin>2</ymin><xmax>11</xmax><ymax>22</ymax>") +
                    object("<ymax>22.5</ymax><xmin>1</xmin><ymin>2</ymin><xmax>1</xmax>") + "</annotation>");
    test::write(folder / "Annotations/b.xml", "<annotation><filename>b.jpg</filename></annotation>");
    test::write(folder / "ImageSets/Main/train.txt", "a\n");
    test::write(folder / "ImageSets/Main/val.txt", "b\nmissing\n");
    test::write(folder / "ImageSets/Main/trainval.txt", "a\nb\n");
    test::write(folder / "ImageSets/Main/cow_train.txt", "b 1\n");
    const auto read = interchange::readSource(folder.path(), {.format = "voc"});
    QVERIFY2(read.ok(), found(read).c_str());
    QCOMPARE(test::told(*read, folder.path()),
             (QStringList{"JPEGImages/a.jpg@train", "JPEGImages/b.jpg@val"}));
    QCOMPARE(read->images.front().shapes.size(), std::size_t(1));
    QVERIFY(std::get<Box>(read->images.front().shapes.front().second) == (Box{1, 2, 10, 20}));
    QCOMPARE(read->problems.size(), std::size_t(1));
}

void AnnotationsTest::badVoc_data() {
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("not XML") << QByteArray("hello");
    QTest::newRow("another XML") << QByteArray("<svg></svg>");
    QTest::newRow("cut short") << QByteArray("<annotation><object><name>a</name>");
    QTest::newRow("a bomb of entities")
        << QByteArray("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x \"aaaaaaaaaa\"><!ENTITY y "
                      "\"&x;&x;&x;&x;&x;&x;&x;&x;\">"
                      "<!ENTITY z \"&y;&y;&y;&y;&y;&y;&y;&y;\"><!ENTITY w "
                      "\"&z;&z;&z;&z;&z;&z;&z;&z;\">]><annotation><filename>&w;&w;&w;"
                      "</filename></annotation>");
    QTest::newRow("a file of the system")
        << QByteArray("<!DOCTYPE a [<!ENTITY x SYSTEM "
                      "\"file:///etc/passwd\">]><annotation><filename>&x;</filename></annotation>");
}

void AnnotationsTest::badVoc() {
    QFETCH(QByteArray, xml);
    const test::TemporaryFolder folder;
    test::makeTree(folder.path(), {"b.jpg"});
    test::write(folder / "a.xml", xml.toStdString());
    QVERIFY(!interchange::readSource(folder / "a.xml", {.format = "voc"}));
}

void AnnotationsTest::yoloLayouts_data() {
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("namesFile");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<QString>("told");
    QTest::newRow("images and labels")
        << "images/train/1.png"
        << "labels/train/1.txt"
        << "data.yaml"
        << QByteArray(
               "path: .\ntrain: images/train\n\nnames:\n  0: cat\n  1: dog # not a wolf\n  2: 'cow'\nnc: 3\n")
        << "images/train/1.png@train";
    QTest::newRow("side above") << "valid/images/1.png"
                                << "valid/labels/1.txt"
                                << "data.yaml" << QByteArray("nc: 3\nnames: ['cat', \"dog\", cow]\n")
                                << "valid/images/1.png@val";
    QTest::newRow("a list below") << "images/1.png"
                                  << "labels/1.txt"
                                  << "data.yaml" << QByteArray("names:\n- cat\n- dog\n- cow\n")
                                  << "images/1.png";
    QTest::newRow("darknet") << "obj_train_data/1.png"
                             << "obj_train_data/1.txt"
                             << "obj.names" << QByteArray("cat\ndog\ncow\n") << "obj_train_data/1.png";
    QTest::newRow("all in one folder") << "1.png"
                                       << "1.txt"
                                       << "classes.txt" << QByteArray("cat\r\ndog\r\ncow\r\n") << "1.png";
}

void AnnotationsTest::yoloLayouts() {
    QFETCH(QString, image);
    QFETCH(QString, label);
    QFETCH(QString, namesFile);
    QFETCH(QByteArray, names);
    QFETCH(QString, told);
    const test::TemporaryFolder folder;
    writePngHeader(folder / image.toStdString(), 200, 100);
    test::write(folder / label.toStdString(), "2 0.5 0.5 0.1 0.2\n0 0 0 0.5 0 0.5 0.5\n\n1 0.5 0.5 1 1");
    test::write(folder / namesFile.toStdString(), names.toStdString());
    const auto read = interchange::readSource(folder.path(), {.format = "yolo"});
    QVERIFY2(read.ok(), found(read).c_str());
    QCOMPARE(test::told(*read, folder.path()), QStringList{told});
    QCOMPARE(test::problemsOf(*read), QStringList{});
    QCOMPARE(boxesOf(*read)["1.png"], (QStringList{"cat 0 0 100 50", "cow 90 40 20 20", "dog 0 0 200 100"}));
}

/// A photograph that was taken with the camera on its side: 40 × 20 pixels with the remark "turn me". Whoever
/// labels it sees 20 × 40, and so does everything behind imaging.
void AnnotationsTest::yoloSharesAreOfTheUprightImage() {
    constexpr int kWidth = 40;
    constexpr int kHeight = 20;
    std::vector<std::byte> pixels(std::size_t(kWidth * kHeight * 3), std::byte(255));
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 16; ++x)
            for (int channel = 1; channel < 3; ++channel) // red, at the upper left of the file
                pixels[std::size_t((y * kWidth + x) * 3 + channel)] = std::byte(0);
    auto jpeg = *imaging::encodeJpeg({kWidth, kHeight, 3, imaging::Depth::U8, pixels}, 95);
    const char exif[] = "\xFF\xE1\0\x22"
                        "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    const auto* start = reinterpret_cast<const std::byte*>(exif);
    jpeg.insert(jpeg.begin() + 2, start, start + sizeof exif - 1);

    test::TemporaryFolder folder;
    test::write(folder / "classes.txt", "red\n");
    test::write(folder / "a.jpg", {reinterpret_cast<const char*>(jpeg.data()), jpeg.size()});
    test::write(folder / "a.txt", "0 0.8 0.2 0.4 0.4\n"); // at the upper right of what is seen
    const auto read = interchange::readSource(folder.path(), {.format = "yolo"});
    QCOMPARE(found(read), std::string());
    QCOMPARE(boxesOf(*read)["a.jpg"], QStringList{"red 12 0 8 16"});

    const auto seen = imaging::decodeFile(folder / "a.jpg");
    QVERIFY(seen.ok());
    QCOMPARE(std::pair(seen->width(), seen->height()), std::pair(kHeight, kWidth));
    const auto green = [&](int x, int y) { return seen->u8()[(y * seen->width() + x) * 3 + 1]; };
    QVERIFY(green(16, 8) < 60);
    QVERIFY(green(4, 8) > 200 && green(16, 32) > 200 && green(4, 32) > 200);
}

void AnnotationsTest::badYoloRowsAreTold() {
    const test::TemporaryFolder folder;
    writePngHeader(folder / "1.png", 200, 100);
    test::write(folder / "1.txt", "0 0.5 0.5 0.1 0.2\n7 0.5 0.5 0.1 0.2\n-1 0.5 0.5 0.1 0.2\n0 0.5 0.5 0 "
                                  "0.2\n0 0.5\nx y\n0 nan 0.5 0.1 0.1\n0.5 0.5 0.5 0.1 0.2\n");
    QVERIFY(!interchange::readSource(folder.path(), {.format = "yolo"})); // no names
    test::write(folder / "classes.txt", "cat\n");
    const auto read = interchange::readSource(folder.path(), {.format = "yolo"});
    QVERIFY2(read.ok(), found(read).c_str());
    QCOMPARE(read->images.front().shapes.size(), std::size_t(1));
    QCOMPARE(read->problems.size(), std::size_t(7));
}

void AnnotationsTest::theSameBoxesInEveryFormat_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("source");
    QTest::newRow("COCO with polygons") << "coco"
                                        << "coco_format_v2";
    QTest::newRow("VOC") << "voc"
                         << "pascalvoc_format";
    QTest::newRow("YOLO") << "yolo"
                          << "yolo_format";
    QTest::newRow("COCO, one file, guessed") << "auto"
                                             << "coco_format_v1/instances_default.json";
}

void AnnotationsTest::theSameBoxesInEveryFormat() {
    GRAFT_NEEDS_SHARED("data/formats_voc100");
    QFETCH(QString, format);
    QFETCH(QString, source);
    const auto data = test::sharedFolder() / "data/formats_voc100";
    const auto read = [&](const std::string& name, const std::filesystem::path& path) {
        return interchange::readSource(data / "gts" / path, {.format = name, .images = data / "images"});
    };
    const auto reference = read("coco", "coco_format_v1");
    const auto other = read(format.toStdString(), source.toStdString());
    QVERIFY2(other.ok(), found(other).c_str());
    QCOMPARE(other->images.size(), std::size_t(100));
    QCOMPARE(test::problemsOf(*other), QStringList{});
    const auto expected = boxesOf(*reference);
    const auto boxes = boxesOf(*other);
    QCOMPARE(std::accumulate(boxes.begin(), boxes.end(), qsizetype(0),
                             [](qsizetype sum, const auto& entry) { return sum + entry.second.size(); }),
             qsizetype(273));
    for (const auto& [name, list] : expected)
        QVERIFY2(boxes.at(name) == list, (name + ": " + boxes.at(name).join("; ").toStdString() +
                                          " against " + list.join("; ").toStdString())
                                             .c_str());
}

void AnnotationsTest::theBloodCellsOfBccd() {
    GRAFT_NEEDS_SHARED("data/BCCD");
    const auto read = interchange::readSource(test::sharedFolder() / "data/BCCD", {.format = "voc"});
    QVERIFY2(read.ok(), found(read).c_str());
    QCOMPARE(read->images.size(), std::size_t(364));
    std::map<std::string, int> counts;
    std::map<annotation::Split, int> sides;
    for (const auto& image : read->images) {
        ++sides[image.split];
        for (const auto& [name, geometry] : image.shapes)
            ++counts[name];
    }
    QCOMPARE(read->problems.size(), std::size_t(2)); // two boxes without area
    QCOMPARE(counts["RBC"] + counts["WBC"] + counts["Platelets"] + 2, 4155 + 372 + 361);
    QCOMPARE(counts["WBC"], 372);
    QCOMPARE(sides[annotation::Split::Train], 205);
    QCOMPARE(sides[annotation::Split::Validation], 87);
    QCOMPARE(sides[annotation::Split::Test], 72);
}

// Areas as the official file has them; a crowd's run lengths keep every pixel.
void AnnotationsTest::officialCoco() {
    GRAFT_NEEDS_SHARED("data/map_reference/coco_official");
    const auto file = test::sharedFolder() / "data/map_reference/coco_official/instances_val2014_100.json";
    QFile json(QString::fromStdString(file.string()));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonObject root = QJsonDocument::fromJson(json.readAll()).object();
    int crowds = 0;
    int pieces = 0;
    std::map<qint64, QJsonObject> pictures;
    for (const QJsonValue image : root["images"].toArray())
        pictures[image["id"].toInteger()] = image.toObject();
    for (const QJsonValue annotation : root["annotations"].toArray()) {
        if (annotation["segmentation"].isObject()) {
            const QJsonObject runs = annotation["segmentation"].toObject();
            std::vector<std::uint32_t> counts;
            for (const QJsonValue count : runs["counts"].toArray())
                counts.push_back(std::uint32_t(count.toInt()));
            const auto mask =
                interchange::maskFromCocoRuns(runs["size"][1].toInt(), runs["size"][0].toInt(), counts);
            QVERIFY(mask.has_value());
            std::uint64_t foreground = 0;
            for (std::size_t i = 1; i < counts.size(); i += 2)
                foreground += counts[i];
            QCOMPARE(annotation::foregroundPixels(*mask), foreground);
            ++crowds;
            continue;
        }
        std::vector<annotation::Polygon> polygons;
        for (const QJsonValue part : annotation["segmentation"].toArray()) {
            annotation::Polygon& polygon = polygons.emplace_back();
            for (qsizetype i = 0; i + 1 < part.toArray().size(); i += 2)
                polygon.points.push_back({part[i].toDouble(), part[i + 1].toDouble()});
        }
        const QJsonObject& picture = pictures[annotation["image_id"].toInteger()];
        const auto mask =
            interchange::maskFromPolygons(picture["width"].toInt(), picture["height"].toInt(), polygons);
        const double area = annotation["area"].toDouble();
        if (area < 2000)
            continue;
        ++pieces;
        QVERIFY2(std::abs(double(annotation::foregroundPixels(*mask)) - area) < 0.05 * area,
                 qPrintable(QString::number(annotation["id"].toInteger())));
    }
    QVERIFY(crowds > 0 && pieces > 100);
}

QTEST_GUILESS_MAIN(AnnotationsTest)
#include "AnnotationsTest.moc"
