#include "Tree.h"
#include "annotation/MaskRuns.h"

#include <QImage>

#include <functional>
#include <map>

using namespace graft;
namespace fs = std::filesystem;

namespace {

void save(const fs::path& file, const QImage& image) {
    fs::create_directories(file.parent_path());
    QVERIFY(image.save(QString::fromStdString(file.string())));
}

/// A picture with every value.
void picture(const fs::path& file, int width = 16, int height = 8) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x * 13 % 256, y * 31 % 256, (x ^ y) * 7 % 256));
    save(file, image);
}

/// "0011 0220": a character is a pixel of that value times `scale`, a space a new row.
QImage grey(const QString& rows, int scale = 1) {
    const QStringList lines = rows.split(' ');
    QImage image(lines[0].size(), lines.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.scanLine(y)[x] = uchar(std::min(255, lines[y][x].digitValue() * scale));
    return image;
}

QImage indexed(const QString& rows, const QList<QRgb>& palette) {
    const QStringList lines = rows.split(' ');
    QImage image(lines[0].size(), lines.size(), QImage::Format_Indexed8);
    image.setColorTable(palette);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, uint(lines[y][x].digitValue()));
    return image;
}

QImage coloured(const QString& rows, const QList<QRgb>& colours) {
    return indexed(rows, colours).convertToFormat(QImage::Format_RGB32);
}

/// "file: class x y w h pixels; …", one line an image, sorted; only what has shapes.
QStringList shapesOf(const interchange::Found& found) {
    QStringList lines;
    for (const auto& image : found.images) {
        QStringList shapes;
        for (const auto& [name, geometry] : image.shapes) {
            const auto& mask = std::get<annotation::Mask>(geometry);
            shapes << QString("%1 %2 %3 %4 %5 %6")
                          .arg(QString::fromStdString(name))
                          .arg(mask.x)
                          .arg(mask.y)
                          .arg(mask.width)
                          .arg(mask.height)
                          .arg(annotation::foregroundPixels(mask));
        }
        if (!shapes.isEmpty())
            lines << QString::fromStdString(image.path.filename().string()) + ": " + shapes.join("; ");
    }
    lines.sort();
    return lines;
}

interchange::Found readMasks(const fs::path& folder, const fs::path& images = {},
                             interchange::MaskValues values = interchange::MaskValues::Auto) {
    auto found = interchange::readSource(folder, {.format = "masks", .images = images, .maskValues = values});
    if (!found)
        qFatal("%s", found.error().message.c_str());
    return std::move(*found);
}

std::string failure(const fs::path& folder) {
    const auto found = interchange::readSource(folder, {.format = "masks"});
    return found ? std::string() : found.error().message;
}

const QString kTwoRows = "01100000 01000022";

} // namespace

class MasksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<test::TemporaryFolder>(); }

    void aMaskFindsItsImage_data() {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("mask");
        QTest::newRow("folders beside each other") << "image/0.png"
                                                   << "label/0.png";
        QTest::newRow("below a side") << "train/images/a.jpg"
                                      << "train/masks/a.png";
        QTest::newRow("sides below") << "images/train/a.jpg"
                                     << "masks/train/a.png";
        QTest::newRow("as in CamVid") << "train/a.jpg"
                                      << "trainannot/a.png";
        QTest::newRow("as in Pascal VOC") << "JPEGImages/a.jpg"
                                          << "SegmentationClass/a.png";
        QTest::newRow("as in PennFudan") << "Ped/images/a.jpg"
                                         << "Ped/PedMasks/a_mask.png";
        QTest::newRow("beside it") << "a.bmp"
                                   << "a.png";
        QTest::newRow("beside it, by its ending") << "a.png"
                                                  << "a_mask.png";
        QTest::newRow("capital letters") << "Images/A.JPG"
                                         << "Masks/a.PNG";
        QTest::newRow("one of each thing") << "7/images/7.png"
                                           << "7/masks/f00.png";
    }
    void aMaskFindsItsImage() {
        QFETCH(QString, image);
        QFETCH(QString, mask);
        const fs::path root = m_folder->path();
        picture(root / image.toStdString(), 8, 2);
        save(root / mask.toStdString(), grey("01100000 01000000"));
        const auto found = readMasks(root);
        QCOMPARE(test::problemsOf(found), QStringList());
        QCOMPARE(found.images.size(), std::size_t(1)); // the mask is none
        QCOMPARE(shapesOf(found).size(), 1);
        QVERIFY2(shapesOf(found)[0].endsWith(" 1 0 2 2 3"), qPrintable(shapesOf(found)[0]));
    }

    void imagesMayLieElsewhere() {
        picture(*m_folder / "pictures/a.jpg", 8, 2);
        picture(*m_folder / "pictures/b.jpg", 8, 2);
        save(*m_folder / "drawn/a.png", grey(kTwoRows));
        const auto found = readMasks(*m_folder / "drawn", *m_folder / "pictures");
        QCOMPARE(shapesOf(found), QStringList{"a.jpg: value 1 1 0 2 2 3; value 2 6 1 2 1 2"});
        QCOMPARE(found.images.size(), std::size_t(2));
    }

    void aFolderPerClass() {
        picture(*m_folder / "images/a.jpg", 8, 2);
        save(*m_folder / "masks/Cell body/a.png", grey("01100000 01000000", 255));
        save(*m_folder / "masks/nucleus/a.png", grey("00400000 00000078", 30)); // smooth edges do no harm
        save(*m_folder / "masks/background/a.png", grey("10011111 10111111", 255));
        const auto found = readMasks(m_folder->path());
        QCOMPARE(shapesOf(found), QStringList{"a.jpg: Cell body 1 0 2 2 3; nucleus 2 0 6 2 3"});
        QCOMPARE(test::problemsOf(found), QStringList());
    }

    void valuesAreNamed_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("names");
        QTest::newRow("nothing said") << ""
                                      << ""
                                      << "grey"
                                      << "value 1, value 2";
        QTest::newRow("a list without background") << "classes.txt"
                                                   << "cell\nnucleus\n"
                                                   << "grey"
                                                   << "cell, nucleus";
        QTest::newRow("a list with background") << "classes.txt"
                                                << "__ignore__\n_background_\ncell\nnucleus\n"
                                                << "grey"
                                                << "cell, nucleus";
        QTest::newRow("numbered") << "labels.txt"
                                  << "2: nucleus\n1: white cell\n"
                                  << "grey"
                                  << "white cell, nucleus";
        QTest::newRow("a palette by index") << "classes.txt"
                                            << "cell\nnucleus\n"
                                            << "palette"
                                            << "cell, nucleus";
        QTest::newRow("a palette by colour")
            << "labelmap.txt"
            << "# label:color_rgb:parts:actions\nbackground:0,0,0::\nred:255,0,0::\ngreen:0,255,0::\n"
            << "palette"
            << "red, green";
        QTest::newRow("colours as in CVAT") << "labelmap.txt"
                                            << "background:0,0,0::\nred:255,0,0::\ngreen:0,255,0::\n"
                                            << "colour"
                                            << "green, red";
        QTest::newRow("colours as in CamVid") << "label_colors.txt"
                                              << "255 0 0 Red brick\n0 255 0\t\tGreen\n"
                                              << "colour"
                                              << "Green, Red brick";
        QTest::newRow("colours without names") << ""
                                               << ""
                                               << "colour"
                                               << "colour #00ff00, colour #ff0000";
    }
    void valuesAreNamed() {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QFETCH(QString, kind);
        QFETCH(QString, names);
        const QList<QRgb> colours{qRgb(0, 0, 0), qRgb(255, 0, 0), qRgb(0, 255, 0)};
        picture(*m_folder / "images/a.jpg", 8, 2);
        save(*m_folder / "masks/a.png", kind == "grey"      ? grey(kTwoRows)
                                        : kind == "palette" ? indexed(kTwoRows, colours)
                                                            : coloured(kTwoRows, colours));
        if (!file.isEmpty())
            test::write(*m_folder / file.toStdString(), text.toStdString());
        const auto found = readMasks(m_folder->path());
        QCOMPARE(test::problemsOf(found), QStringList());
        QStringList said;
        for (const auto& [name, geometry] : found.images[0].shapes)
            said << QString::fromStdString(name);
        QCOMPARE(said.join(", "), names);
    }

    void zeroAndAnyOtherValueIsForeground() {
        for (const int scale : {1, 255}) {
            picture(*m_folder / "images/a.jpg", 8, 2);
            save(*m_folder / "masks/a.png", grey("01100000 01000000", scale));
            QCOMPARE(shapesOf(readMasks(m_folder->path())), QStringList{"a.jpg: foreground 1 0 2 2 3"});
        }
        test::write(*m_folder / "classes.txt", "membrane\n");
        QCOMPARE(shapesOf(readMasks(m_folder->path())), QStringList{"a.jpg: membrane 1 0 2 2 3"});
    }

    void voidBelongsToNoClass() {
        picture(*m_folder / "images/a.jpg", 8, 2);
        QImage mask = grey(kTwoRows);
        mask.scanLine(0)[7] = 255;
        save(*m_folder / "masks/a.png", mask);
        QCOMPARE(shapesOf(readMasks(m_folder->path())),
                 QStringList{"a.jpg: value 1 1 0 2 2 3; value 2 6 1 2 1 2"});
        mask.scanLine(0)[6] = 128; // among large values 255 is one like others
        save(*m_folder / "masks/a.png", mask);
        QVERIFY(shapesOf(readMasks(m_folder->path()))[0].contains("value 255"));
    }

    void countedThingsAreShapesOfTheirOwn() {
        for (const char* name : {"a", "b", "c"})
            picture(*m_folder / "images" / (std::string(name) + ".jpg"), 8, 2);
        save(*m_folder / "masks/a.png", grey("01100200 01000200"));
        save(*m_folder / "masks/b.png", grey("11022033 11022033"));
        save(*m_folder / "masks/c.png", grey("00001111 00000000"));
        const QStringList things{"a.jpg: object 1 0 2 2 3; object 5 0 1 2 2",
                                 "b.jpg: object 0 0 2 2 4; object 3 0 2 2 4; object 6 0 2 2 4",
                                 "c.jpg: object 4 0 4 1 4"};
        QCOMPARE(shapesOf(readMasks(m_folder->path())), things);
        const QStringList classes =
            shapesOf(readMasks(m_folder->path(), {}, interchange::MaskValues::Classes));
        QVERIFY(classes[1].contains("value 3"));
        save(*m_folder / "masks/c.png", grey("00003333 00000000")); // a gap: not counted
        QVERIFY(shapesOf(readMasks(m_folder->path()))[2].contains("value 3"));
        QCOMPARE(shapesOf(readMasks(m_folder->path(), {}, interchange::MaskValues::Things))[2],
                 QString("c.jpg: object 4 0 4 1 4"));
    }

    void badMasksAreToldAndTheOthersRead_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("problem");
        QTest::newRow("another size") << "size"
                                      << "8 × 3 pixels, but its image b.jpg has 8 × 2";
        QTest::newRow("no image") << "lonely"
                                  << "There is no image that this mask belongs to";
        QTest::newRow("a picture") << "picture"
                                   << "too many different values";
        QTest::newRow("no picture at all") << "garbage"
                                           << "";
        QTest::newRow("unknown values") << "values"
                                        << "have no name and were passed over: 2, 7";
    }
    void badMasksAreToldAndTheOthersRead() {
        QFETCH(QString, what);
        QFETCH(QString, problem);
        const bool large = what == "picture";
        picture(*m_folder / "images/a.jpg", 8, 2);
        picture(*m_folder / "images/b.jpg", large ? 200 : 8, large ? 100 : 2);
        save(*m_folder / "masks/a.png", grey("01100000 01000000"));
        const fs::path bad = *m_folder / "masks" / (what == "lonely" ? "other.png" : "b.png");
        if (what == "size")
            save(bad, grey("01100000 01000000 00000000"));
        else if (large)
            picture(bad, 200, 100);
        else if (what == "garbage")
            test::write(bad, "not a picture");
        else
            save(bad, what == "values" ? grey("01100000 02000077") : grey("01100000 01000000"));
        if (what == "values")
            test::write(*m_folder / "classes.txt", "cell\n");
        const auto found = readMasks(m_folder->path());
        QCOMPARE(found.problems.size(), std::size_t(1));
        QCOMPARE(found.problems[0].path, fs::canonical(bad));
        QVERIFY2(QString::fromStdString(found.problems[0].problem).contains(problem),
                 found.problems[0].problem.c_str());
        QCOMPARE(found.images.size(), std::size_t(2));
        QVERIFY(shapesOf(found).join(' ').contains("a.jpg"));
    }

    void withoutMasksItIsSaidWhatIsLookedFor() {
        picture(*m_folder / "images/a.jpg");
        QVERIFY(QString::fromStdString(failure(m_folder->path())).contains("“masks”"));
        QVERIFY(QString::fromStdString(failure(*m_folder / "images/a.jpg")).contains("folder"));
    }

    void aFolderOfBothIsKnownByItself() {
        picture(*m_folder / "x/images/a.jpg", 8, 2);
        save(*m_folder / "x/masks/a.png", grey(kTwoRows));
        const auto plain = interchange::readSource(m_folder->path(), {});
        QVERIFY(plain.ok() && plain->format != "masks"); // only where it is wanted
        const auto wanted = interchange::readSource(m_folder->path(), {.masksWanted = true});
        QCOMPARE(wanted->format, std::string("masks"));
        fs::remove(*m_folder / "x/masks/a.png");
        QVERIFY(interchange::readSource(m_folder->path(), {.masksWanted = true})->format != "masks");
    }

    void theMembranesOfIsbi() {
        GRAFT_NEEDS_SHARED("data/isbi_em/train");
        const auto found = readMasks(test::sharedFolder() / "data/isbi_em");
        QCOMPARE(test::problemsOf(found), QStringList());
        QCOMPARE(found.images.size(), std::size_t(60));
        std::uint64_t pixels = 0;
        int train = 0;
        for (const auto& image : found.images)
            for (const auto& [name, geometry] : image.shapes) {
                QCOMPARE(name, std::string("foreground"));
                pixels += annotation::foregroundPixels(std::get<annotation::Mask>(geometry));
                train += image.split == annotation::Split::Train;
            }
        QCOMPARE(train, 30);
        QCOMPARE(pixels, std::uint64_t(6137070)); // as numpy counts them
    }

    void thePedestriansOfPennFudan() {
        GRAFT_NEEDS_SHARED("data/PennFudanPed_jpg");
        const auto found = readMasks(test::sharedFolder() / "data/PennFudanPed_jpg");
        QCOMPARE(test::problemsOf(found), QStringList());
        std::size_t things = 0;
        std::uint64_t pixels = 0;
        for (const auto& image : found.images)
            for (const auto& [name, geometry] : image.shapes) {
                ++things;
                pixels += annotation::foregroundPixels(std::get<annotation::Mask>(geometry));
            }
        QCOMPARE(things, std::size_t(423));
        QCOMPARE(pixels, std::uint64_t(5822482));
    }

    void theCellsOfWbc() {
        GRAFT_NEEDS_SHARED("data/wbc_dataset1");
        const auto found = readMasks(test::sharedFolder() / "data/wbc_dataset1");
        QCOMPARE(test::problemsOf(found), QStringList());
        std::map<std::string, std::uint64_t> pixels;
        for (const auto& image : found.images)
            for (const auto& [name, geometry] : image.shapes)
                pixels[name] += annotation::foregroundPixels(std::get<annotation::Mask>(geometry));
        QCOMPARE(found.images.size(), std::size_t(300));
        QCOMPARE(pixels["value 128"], std::uint64_t(790389));
        QCOMPARE(pixels["value 255"], std::uint64_t(517177));
        QCOMPARE(pixels.size(), std::size_t(2));
    }

private:
    std::unique_ptr<test::TemporaryFolder> m_folder;
};

QTEST_GUILESS_MAIN(MasksTest)
#include "MasksTest.moc"
