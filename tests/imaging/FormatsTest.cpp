// Kinds of files that the shared folder lacks, written here by hand.

#include "Pictures.h"
#include "imaging/Transform.h"

#include <QTest>

#include <bit>

using namespace graft;
using namespace graft::imaging;

namespace {

using Bytes = std::vector<std::byte>;

/// Writes numbers in either byte order.
class Writer {
public:
    explicit Writer(std::endian order) : m_order(order) {}

    Bytes bytes;
    void number(std::uint64_t value, int size) {
        for (int i = 0; i < size; ++i)
            bytes.push_back(std::byte(value >> 8 * (m_order == std::endian::little ? i : size - 1 - i)));
    }

private:
    std::endian m_order;
};

struct TiffKind {
    const char* name;
    std::endian order = std::endian::little;
    int bits = 8;
    int samples = 1;
    int format = 1;      ///< 1 unsigned, 2 signed, 3 float
    int photometric = 1; ///< 0 white is zero, 1 black is zero, 2 RGB
    int planar = 1;      ///< 2: a plane per sample
    int extra = -1;      ///< what the last sample is: 0 unspecified, 1 premultiplied, 2 transparency
    int orientation = 1;
};

/// An uncompressed TIFF of 2 × 2 pixels, one strip a plane; `stored` are the bit patterns in the order of the
/// file.
Bytes tiff(const TiffKind& kind, const std::vector<std::uint64_t>& stored) {
    Writer data(kind.order);
    if (kind.bits % 8 == 0) {
        for (const std::uint64_t value : stored)
            data.number(value, kind.bits / 8);
    } else { // packed by rows of two pixels, the highest bit first
        for (std::size_t row = 0; row < stored.size(); row += std::size_t(2 * kind.samples)) {
            std::uint64_t packed = 0;
            int used = 0;
            for (int i = 0; i < 2 * kind.samples; ++i, used += kind.bits)
                packed = packed << kind.bits | stored[row + std::size_t(i)];
            const int padding = (8 - used % 8) % 8;
            for (int shift = used + padding - 8; shift >= 0; shift -= 8)
                data.bytes.push_back(std::byte(packed << padding >> shift));
        }
    }
    const int planes = kind.planar == 2 ? kind.samples : 1;
    const std::uint64_t planeBytes = data.bytes.size() / std::size_t(planes);
    Writer file(kind.order);
    file.number(kind.order == std::endian::little ? 0x4949 : 0x4D4D, 2);
    file.number(42, 2);
    file.number(8, 4);
    const int entries = kind.extra >= 0 ? 12 : 11;
    const std::uint64_t after = 8 + 2 + std::uint64_t(entries) * 12 + 4;
    const std::uint64_t lists = after, pixels = after + 64;
    file.number(std::uint64_t(entries), 2);
    const auto entry = [&](int tag, int type, int count, std::uint64_t value) {
        file.number(std::uint64_t(tag), 2);
        file.number(std::uint64_t(type), 2);
        file.number(std::uint64_t(count), 4);
        const int size = type == 3 && count == 1 ? 2 : 4;
        file.number(value, size);
        file.number(0, 4 - size);
    };
    entry(256, 3, 1, 2);
    entry(257, 3, 1, 2);
    const auto bits = std::uint64_t(kind.bits); // up to two numbers stand in the entry itself
    entry(258, 3, kind.samples, kind.samples == 1 ? bits : kind.samples == 2 ? bits << 16 | bits : lists);
    entry(259, 3, 1, 1);
    entry(262, 3, 1, std::uint64_t(kind.photometric));
    entry(273, 4, planes, planes == 1 ? pixels : lists + 16);
    entry(274, 3, 1, std::uint64_t(kind.orientation));
    entry(277, 3, 1, std::uint64_t(kind.samples));
    entry(279, 4, planes, planes == 1 ? planeBytes : lists + 32);
    entry(284, 3, 1, std::uint64_t(kind.planar));
    if (kind.extra >= 0)
        entry(338, 3, 1, std::uint64_t(kind.extra));
    entry(339, 3, 1, std::uint64_t(kind.format));
    file.number(0, 4);
    for (int i = 0; i < 8; ++i)
        file.number(std::uint64_t(kind.bits), 2);
    for (int i = 0; i < 4; ++i)
        file.number(pixels + std::uint64_t(i) * planeBytes, 4);
    for (int i = 0; i < 4; ++i)
        file.number(planeBytes, 4);
    file.bytes.resize(pixels);
    file.bytes.insert(file.bytes.end(), data.bytes.begin(), data.bytes.end());
    return file.bytes;
}

/// Every sample as a number.
std::vector<double> numbersOf(const Image& image) {
    std::vector<double> numbers;
    const auto read = [&](auto sample) {
        for (std::size_t at = 0; at < image.bytes(); at += sizeof sample) {
            std::memcpy(&sample, image.data() + at, sizeof sample);
            numbers.push_back(double(sample));
        }
    };
    if (image.depth() == Depth::U8)
        read(std::uint8_t());
    else if (image.depth() == Depth::U16)
        read(std::uint16_t());
    else
        read(float());
    return numbers;
}

struct Case {
    TiffKind kind;
    std::vector<std::uint64_t> stored;
    Depth depth;
    int channels;
    std::vector<double> expected;
};

std::uint64_t bitsOf(float value) {
    return std::bit_cast<std::uint32_t>(value);
}

std::vector<Case> tiffCases() {
    const auto big = std::endian::big;
    return {
        {{.name = "8 bits"}, {1, 2, 3, 250}, Depth::U8, 1, {1, 2, 3, 250}},
        {{.name = "8 bits, white is zero", .photometric = 0},
         {1, 2, 3, 250},
         Depth::U8,
         1,
         {254, 253, 252, 5}},
        {{.name = "16 bits, big-endian", .order = big, .bits = 16},
         {1, 2, 3, 65535},
         Depth::U16,
         1,
         {1, 2, 3, 65535}},
        {{.name = "16 bits, white is zero", .bits = 16, .photometric = 0},
         {0, 1, 2, 65535},
         Depth::U16,
         1,
         {65535, 65534, 65533, 0}},
        {{.name = "12 bits", .bits = 12}, {1, 4095, 2048, 77}, Depth::U16, 1, {1, 4095, 2048, 77}},
        {{.name = "10 bits RGB", .bits = 10, .samples = 3, .photometric = 2},
         {1, 2, 3, 1023, 5, 6, 7, 8, 9, 10, 11, 12},
         Depth::U16,
         3,
         {1, 2, 3, 1023, 5, 6, 7, 8, 9, 10, 11, 12}},
        {{.name = "signed 8 bits", .bits = 8, .format = 2},
         {0, 1, 255, 128},
         Depth::F32,
         1,
         {0, 1, -1, -128}},
        {{.name = "signed 16 bits", .bits = 16, .format = 2},
         {0, 1, 0xFFFF, 0x8000},
         Depth::F32,
         1,
         {0, 1, -1, -32768}},
        {{.name = "32 bits", .bits = 32},
         {0, 1, 70000, 1u << 31},
         Depth::F32,
         1,
         {0, 1, 70000, 2147483648.0}},
        {{.name = "signed 32 bits", .order = big, .bits = 32, .format = 2},
         {0, 5, 0xFFFFFFFF, 70000},
         Depth::F32,
         1,
         {0, 5, -1, 70000}},
        {{.name = "float", .bits = 32, .format = 3},
         {bitsOf(0.5f), bitsOf(-2), bitsOf(1e30f), 0},
         Depth::F32,
         1,
         {0.5, -2, double(1e30f), 0}},
        {{.name = "double", .order = big, .bits = 64, .format = 3},
         {std::bit_cast<std::uint64_t>(0.25), std::bit_cast<std::uint64_t>(-7.0), 0, 0},
         Depth::F32,
         1,
         {0.25, -7, 0, 0}},
        {{.name = "half float", .bits = 16, .format = 3},
         {0x3C00, 0xC000, 0x0001, 0x7BFF},
         Depth::F32,
         1,
         {1, -2, 0x1p-24, 65504}},
        {{.name = "planes", .bits = 16, .samples = 3, .photometric = 2, .planar = 2},
         {1, 2, 3, 4, 10, 20, 30, 40, 100, 200, 300, 400},
         Depth::U16,
         3,
         {1, 10, 100, 2, 20, 200, 3, 30, 300, 4, 40, 400}},
        {{.name = "grey with transparency", .samples = 2, .extra = 2},
         {10, 255, 20, 0, 30, 128, 40, 1},
         Depth::U8,
         4,
         {10, 10, 10, 255, 20, 20, 20, 0, 30, 30, 30, 128, 40, 40, 40, 1}},
        {{.name = "premultiplied", .samples = 4, .photometric = 2, .extra = 1},
         {10, 20, 30, 255, 10, 20, 30, 51, 1, 2, 3, 0, 100, 0, 0, 100},
         Depth::U8,
         4,
         {10, 20, 30, 255, 50, 100, 150, 51, 1, 2, 3, 0, 255, 0, 0, 100}},
        {{.name = "a fourth sample of no meaning", .samples = 4, .photometric = 2, .extra = 0},
         {1, 2, 3, 99, 4, 5, 6, 99, 7, 8, 9, 99, 10, 11, 12, 99},
         Depth::U8,
         4,
         {1, 2, 3, 99, 4, 5, 6, 99, 7, 8, 9, 99, 10, 11, 12, 99}},
        {{.name = "two samples", .samples = 2},
         {1, 2, 3, 4, 5, 6, 7, 8},
         Depth::U8,
         2,
         {1, 2, 3, 4, 5, 6, 7, 8}},
        {{.name = "mirrored", .orientation = 2}, {1, 2, 3, 4}, Depth::U8, 1, {2, 1, 4, 3}},
        {{.name = "upside down", .bits = 16, .orientation = 3}, {1, 2, 3, 4}, Depth::U16, 1, {4, 3, 2, 1}},
        {{.name = "flipped", .orientation = 4}, {1, 2, 3, 4}, Depth::U8, 1, {3, 4, 1, 2}},
        {{.name = "transposed", .orientation = 5}, {1, 2, 3, 4}, Depth::U8, 1, {1, 3, 2, 4}},
        {{.name = "quarter right", .bits = 32, .format = 3, .orientation = 6},
         {bitsOf(1), bitsOf(2), bitsOf(3), bitsOf(4)},
         Depth::F32,
         1,
         {3, 1, 4, 2}},
        {{.name = "transversed", .orientation = 7}, {1, 2, 3, 4}, Depth::U8, 1, {4, 2, 3, 1}},
        {{.name = "quarter left", .orientation = 8}, {1, 2, 3, 4}, Depth::U8, 1, {2, 4, 1, 3}},
    };
}

std::span<const std::byte> asBytes(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

} // namespace

class FormatsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tiffKinds_data();
    void tiffKinds();
    void pnmKinds_data();
    void pnmKinds();
    void pngKeepsEverySample_data();
    void pngKeepsEverySample();
    void jpegRoundTrip();
    void floatsAreStretchedIntoAPng();
    void aJpegMayComeSmaller_data();
    void aJpegMayComeSmaller();
    void aSmallerJpegIsTheSamePicture();
};

void FormatsTest::tiffKinds_data() {
    QTest::addColumn<int>("index");
    const auto cases = tiffCases();
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].kind.name) << int(i);
}

void FormatsTest::tiffKinds() {
    QFETCH(int, index);
    const Case test = tiffCases()[std::size_t(index)];
    const Result<Image> image = decode(tiff(test.kind, test.stored));
    QVERIFY2(image.ok(), image ? "" : image.error().detail.c_str());
    QCOMPARE(int(image->depth()), int(test.depth));
    QCOMPARE(image->channels(), test.channels);
    QCOMPARE(numbersOf(*image), test.expected);
}

void FormatsTest::pnmKinds_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QVector<double>>("expected"); // channels, then the samples
    QTest::newRow("P1") << "P1\n# a comment\n3 2\n101\n0 1 0" << QVector<double>{1, 0, 255, 0, 255, 0, 255};
    QTest::newRow("P2") << "P2 2 2 100 0 50 100 999" << QVector<double>{1, 0, 128, 255, 255};
    QTest::newRow("P2 wide") << "P2 2 1 4095\n0 # half\n 2000" << QVector<double>{1, 0, 2000};
    QTest::newRow("P3") << "P3 1 2 255 1 2 3 4 5 6" << QVector<double>{3, 1, 2, 3, 4, 5, 6};
    QTest::newRow("P4") << "P4 3 2\nAp" << QVector<double>{1, 255, 0, 255, 255, 0, 0};
    QTest::newRow("P5") << "P5 2 1 255\nAz" << QVector<double>{1, 65, 122};
    QTest::newRow("P5 wide") << "P5 2 1 65535\nABCD" << QVector<double>{1, 0x4142, 0x4344};
    QTest::newRow("P6") << "P6 1 1 255\nABC" << QVector<double>{3, 65, 66, 67};
    QTest::newRow("P5 cut") << "P5 2 2 255\nABC" << QVector<double>{};
    QTest::newRow("P2 cut") << "P2 2 2 255\n1 2 3" << QVector<double>{};
    QTest::newRow("P2 no number") << "P2 2 2 255\n1 2 x 4" << QVector<double>{};
    QTest::newRow("P5 no size") << "P5 0 2 255\nABC" << QVector<double>{};
    QTest::newRow("P5 no maximum") << "P5 2 2 0\nABCD" << QVector<double>{};
    QTest::newRow("P5 endless number") << "P5 99999999999999999999 2 1\n" << QVector<double>{};
}

void FormatsTest::pnmKinds() {
    QFETCH(QString, text);
    QFETCH(QVector<double>, expected);
    const Result<Image> image = decode(asBytes(text.toStdString()));
    QCOMPARE(image.ok(), !expected.empty());
    if (!image)
        return;
    std::vector<double> actual = numbersOf(*image);
    actual.insert(actual.begin(), image->channels());
    QCOMPARE(QVector<double>(actual.begin(), actual.end()), expected);
}

void FormatsTest::pngKeepsEverySample_data() {
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("wide");
    for (const int channels : {1, 3, 4})
        for (const bool wide : {false, true})
            QTest::addRow("%d channels, %d bits", channels, wide ? 16 : 8) << channels << wide;
}

void FormatsTest::pngKeepsEverySample() {
    QFETCH(int, channels);
    QFETCH(bool, wide);
    const Image samples = test::picture(wide ? 66 : 33, 21, channels, 8);
    const auto bytes = test::samplesOf(samples);
    std::vector<std::byte> pixels(samples.data(), samples.data() + samples.bytes());
    const Image image(33, 21, channels, wide ? Depth::U16 : Depth::U8, std::move(pixels));
    const auto encoded = encodePng(image);
    QVERIFY(encoded.ok());
    const Result<Image> decoded = decode(*encoded);
    QVERIFY(decoded.ok());
    QCOMPARE(decoded->channels(), channels);
    QCOMPARE(int(decoded->depth()), int(image.depth()));
    QCOMPARE(test::samplesOf(*decoded), bytes);
}

void FormatsTest::jpegRoundTrip() {
    for (const int channels : {1, 3}) {
        const Image image = thumbnail(test::picture(320, 240, channels, 8), 80); // soft
        const Image source =
            channels == 1 ? test::imageOf(80, 60, 1, std::vector<std::uint8_t>(4800, 99)) : image;
        const auto encoded = encodeJpeg(source, 95);
        QVERIFY(encoded.ok());
        const Result<Image> decoded = decode(*encoded);
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->channels(), channels);
        const auto before = test::samplesOf(source), after = test::samplesOf(*decoded);
        double sum = 0;
        for (std::size_t i = 0; i < before.size(); ++i)
            sum += std::abs(int(before[i]) - int(after[i]));
        QVERIFY(sum / double(before.size()) < 6);
    }
    // Transparency has no place in a JPEG: it lies on white.
    const Result<Image> clear =
        decode(*encodeJpeg(test::imageOf(8, 8, 4, std::vector<std::uint8_t>(256, 0)), 90));
    QVERIFY(clear.ok());
    QCOMPARE(test::samplesOf(*clear), std::vector<std::uint8_t>(192, 255));
}

void FormatsTest::floatsAreStretchedIntoAPng() {
    const float samples[] = {-1, 0, 1, 3};
    std::vector<std::byte> bytes(sizeof samples);
    std::memcpy(bytes.data(), samples, sizeof samples);
    const Result<Image> image = decode(*encodePng(Image(4, 1, 1, Depth::F32, bytes)));
    QVERIFY(image.ok());
    QCOMPARE(numbersOf(*image), (std::vector<double>{0, 0, 0, 64, 64, 64, 128, 128, 128, 255, 255, 255}));
}

void FormatsTest::aJpegMayComeSmaller_data() {
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<QSize>("expected");
    QTest::newRow("whole") << 0 << QSize(640, 400);
    QTest::newRow("more than there is") << 1000 << QSize(640, 400);
    QTest::newRow("just too much") << 201 << QSize(640, 400);
    QTest::newRow("half") << 200 << QSize(320, 200);
    QTest::newRow("quarter") << 99 << QSize(160, 100);
    QTest::newRow("eighth") << 1 << QSize(80, 50);
}

void FormatsTest::aJpegMayComeSmaller() {
    QFETCH(int, atLeast);
    QFETCH(QSize, expected);
    const Image image = test::picture(640, 400, 3, 8);
    const Result<Image> jpeg = decode(*encodeJpeg(image, 90), {}, atLeast);
    QVERIFY(jpeg.ok());
    QCOMPARE(QSize(jpeg->width(), jpeg->height()), expected);
    const Result<Image> png = decode(*encodePng(image), {}, atLeast);
    QVERIFY(png.ok());
    QCOMPARE(png->width(), 640);
}

void FormatsTest::aSmallerJpegIsTheSamePicture() {
    const Image large = resize(test::picture(80, 50, 3, 8), 640, 400);
    const auto file = encodeJpeg(large, 95);
    const Result<Image> quarter = decode(*file, {}, 100);
    QVERIFY(quarter.ok());
    QVERIFY(test::greatestDifference(test::samplesOf(*quarter), test::samplesOf(resize(large, 160, 100))) <=
            24);
    // Cut files are noticed at any size.
    QVERIFY(!decode(std::span(*file).first(file->size() / 2), {}, 100).ok());
}

QTEST_GUILESS_MAIN(FormatsTest)
#include "FormatsTest.moc"
