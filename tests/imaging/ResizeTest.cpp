// The filter against Pillow's own, bit for bit.

#include "imaging/Resize.h"
#include "Pictures.h"
#include "imaging/Transform.h"
#include "support/Support.h"

#include <QTest>

using namespace graft;
using namespace graft::imaging;

namespace {

const char* const script = GRAFT_SOURCE_DIR "/tests/imaging/pillow.py";
const char* const python = "/usr/bin/python3";

bool pillowAvailable() {
    static const bool available = test::runProgram(python, {"-c", "import PIL"}).code == 0;
    return available;
}

struct Size {
    int width;
    int height;
    std::optional<Box> box{};
};

std::string argument(const Size& size) {
    std::string text = std::to_string(size.width) + 'x' + std::to_string(size.height);
    if (size.box)
        text += '@' + std::to_string(size.box->x) + ',' + std::to_string(size.box->y) + ',' +
                std::to_string(size.box->width) + ',' + std::to_string(size.box->height);
    return text;
}

/// Pillow's answers, one after the other.
std::vector<std::uint8_t> pillowResized(const Image& image, const std::vector<Size>& sizes) {
    const test::TemporaryFolder folder;
    if (!test::writePnm(image, folder / "image.pnm"))
        return {};
    std::vector<std::string> arguments{script, (folder / "image.pnm").string()};
    for (const Size& size : sizes)
        arguments.push_back(argument(size));
    const auto result = test::runProgram(python, arguments);
    return {result.output.begin(), result.output.end()};
}

std::vector<std::uint8_t> ownResized(const Image& image, const std::vector<Size>& sizes) {
    std::vector<std::uint8_t> all;
    for (const Size& size : sizes) {
        const auto part = test::samplesOf(size.box ? resizeBox(image, *size.box, size.width, size.height)
                                                   : resize(image, size.width, size.height));
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace

class ResizeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void storedValues();
    void equalsPillow_data();
    void equalsPillow();
    void aPartEqualsPillowsBox();
    void mirrorsExactly();
    void keepsAFlatColour();
    void sameSizeIsTheSameImage();
    void thumbnailKeepsTheAspectAndNeverEnlarges_data();
    void thumbnailKeepsTheAspectAndNeverEnlarges();
    void cropTakesThePart();
};

// Computed once with Pillow 9.4 by hand, so that the test says something where Pillow is missing.
void ResizeTest::storedValues() {
    const Image ramp =
        test::imageOf(5, 3, 1, {0, 50, 100, 150, 255, 10, 60, 110, 160, 200, 90, 80, 70, 60, 50});
    const std::vector<std::uint8_t> twoByTwo{54, 163, 73, 96};
    QCOMPARE(test::samplesOf(resize(ramp, 2, 2)), twoByTwo);
    const std::vector<std::uint8_t> sevenByOne{30, 49, 72, 96, 119, 148, 173};
    QCOMPARE(test::samplesOf(resize(ramp, 7, 1)), sevenByOne);
}

void ResizeTest::equalsPillow_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("channels");
    QTest::newRow("photo") << 500 << 375 << 3;
    QTest::newRow("grey") << 251 << 130 << 1;
    QTest::newRow("one pixel") << 1 << 1 << 3;
    QTest::newRow("one column") << 1 << 300 << 3;
    QTest::newRow("one row") << 300 << 1 << 3;
    QTest::newRow("two columns") << 2 << 97 << 3;
    QTest::newRow("long") << 1900 << 40 << 3;
    QTest::newRow("tiny") << 5 << 7 << 3;
}

void ResizeTest::equalsPillow() {
    if (!pillowAvailable())
        QSKIP("Pillow is not on this machine");
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, channels);
    const Image image = test::picture(width, height, channels, std::uint64_t(width * 7919 + height));
    const std::vector<Size> sizes{{224, 224}, {256, 341},  {64, 48},     {1, 1},
                                  {7, 5},     {width, 33}, {33, height}, {900, 11}};
    const auto expected = pillowResized(image, sizes);
    QCOMPARE(expected.empty(), false);
    QCOMPARE(test::greatestDifference(ownResized(image, sizes), expected), 0);
}

void ResizeTest::aPartEqualsPillowsBox() {
    if (!pillowAvailable())
        QSKIP("Pillow is not on this machine");
    const Image image = test::picture(333, 240, 3, 5);
    Random random(11);
    std::vector<Size> sizes;
    for (int i = 0; i < 40; ++i) {
        // Eighths, so that the number survives its way through the command line.
        const auto eighths = [&](double low, double high) {
            return std::round(random.uniform(low, high) * 8) / 8;
        };
        const double w = eighths(1, 333), h = eighths(1, 240);
        sizes.push_back(
            {int(1 + random.below(260)), int(1 + random.below(260)),
             Box{std::min(eighths(0, 333 - w), 333 - w), std::min(eighths(0, 240 - h), 240 - h), w, h}});
    }
    QCOMPARE(test::greatestDifference(ownResized(image, sizes), pillowResized(image, sizes)), 0);
}

void ResizeTest::mirrorsExactly() {
    const Image image = test::picture(120, 90, 3, 3);
    const Box box{10.25, 3.5, 77, 80.125};
    const Image plain = resizeBox(image, box, 31, 29);
    for (const Mirror mirror : {Mirror{true, false}, Mirror{false, true}, Mirror{true, true}}) {
        const Image mirrored = resizeBox(image, box, 31, 29, mirror);
        for (int y = 0; y < 29; ++y)
            for (int x = 0; x < 31; ++x) {
                const int fromX = mirror.horizontal ? 30 - x : x, fromY = mirror.vertical ? 28 - y : y;
                for (int c = 0; c < 3; ++c)
                    QCOMPARE(mirrored.u8()[(y * 31 + x) * 3 + c], plain.u8()[(fromY * 31 + fromX) * 3 + c]);
            }
    }
}

void ResizeTest::keepsAFlatColour() {
    for (const int value : {0, 1, 127, 254, 255}) {
        const Image flat =
            test::imageOf(97, 61, 3, std::vector<std::uint8_t>(97 * 61 * 3, std::uint8_t(value)));
        for (const Size size : {Size{13, 200}, Size{200, 13}, Size{96, 60}}) {
            const auto samples = test::samplesOf(resize(flat, size.width, size.height));
            QVERIFY(std::ranges::all_of(samples, [&](std::uint8_t v) { return v == value; }));
        }
    }
}

void ResizeTest::sameSizeIsTheSameImage() {
    const Image image = test::picture(40, 30, 4, 9);
    QCOMPARE(resize(image, 40, 30).data(), image.data()); // shared, not copied
    QCOMPARE(test::samplesOf(resizeBox(image, {0, 0, 40, 30}, 40, 30)), test::samplesOf(image));
}

void ResizeTest::thumbnailKeepsTheAspectAndNeverEnlarges_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("side");
    QTest::addColumn<QSize>("expected");
    QTest::newRow("wide") << QSize(400, 300) << 256 << QSize(256, 192);
    QTest::newRow("tall") << QSize(300, 400) << 256 << QSize(192, 256);
    QTest::newRow("small") << QSize(100, 20) << 256 << QSize(100, 20);
    QTest::newRow("just") << QSize(256, 256) << 256 << QSize(256, 256);
    QTest::newRow("thread") << QSize(5000, 3) << 100 << QSize(100, 1);
}

void ResizeTest::thumbnailKeepsTheAspectAndNeverEnlarges() {
    QFETCH(QSize, size);
    QFETCH(int, side);
    QFETCH(QSize, expected);
    for (const int channels : {1, 3, 4}) {
        const Image small = thumbnail(test::picture(size.width(), size.height(), channels, 1), side);
        QCOMPARE(QSize(small.width(), small.height()), expected);
        QCOMPARE(small.channels(), 3);
    }
}

void ResizeTest::cropTakesThePart() {
    const Image image = test::picture(20, 10, 3, 2);
    const Image part = crop(image, 3, 4, 5, 6);
    QCOMPARE(part.width(), 5);
    QCOMPARE(part.height(), 6);
    for (int y = 0; y < 6; ++y)
        for (int i = 0; i < 15; ++i)
            QCOMPARE(part.u8()[y * 15 + i], image.u8()[(y + 4) * 60 + 9 + i]);
}

QTEST_GUILESS_MAIN(ResizeTest)
#include "ResizeTest.moc"
