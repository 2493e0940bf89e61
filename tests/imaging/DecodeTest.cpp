// Real, odd and broken files against Pillow's pixels.

#include "Pictures.h"
#include "imaging/Transform.h"
#include "support/Support.h"

#include <QCryptographicHash>
#include <QTest>

#include <map>

using namespace graft;
using namespace graft::imaging;

namespace {

struct Expected {
    const char* file;
    int width;
    int height;
    int channels;
    Depth depth;
    const char*
        md5; ///< of the samples as Pillow 9.4 gives them: palettes as colours, black-and-white as grey
};

constexpr Expected kAsPillow[] = {
    {"12in16bit.tif", 100, 100, 1, Depth::U16, "22ae529a678886c5f2123d7df9f759ab"},
    {"16bit.MM.cropped.tif", 64, 64, 1, Depth::U16, "8f6c1befed3c98d4c5b22cb2797d6729"},
    {"16bit.MM.deflate.tif", 64, 64, 1, Depth::U16, "8f6c1befed3c98d4c5b22cb2797d6729"},
    {"16bit.cropped.tif", 64, 64, 1, Depth::U16, "8f6c1befed3c98d4c5b22cb2797d6729"},
    {"16bit.deflate.tif", 64, 64, 1, Depth::U16, "8f6c1befed3c98d4c5b22cb2797d6729"},
    {"16bit.r.tif", 64, 64, 1, Depth::U16, "8f6c1befed3c98d4c5b22cb2797d6729"},
    {"16bit.s.tif", 10, 10, 1, Depth::F32, "0724061dab18ff3b5bb6bea1f635aaf4"},
    {"bmpsuite/g/pal1.bmp", 127, 64, 1, Depth::U8, "31c7a86f8ff3818e83147071e42ffb9e"},
    {"bmpsuite/g/pal1bg.bmp", 127, 64, 3, Depth::U8, "c830037de93c12a5d093becd6918b383"},
    {"bmpsuite/g/pal4.bmp", 127, 64, 3, Depth::U8, "38c9394a62d7e0155926c0e807717761"},
    {"bmpsuite/g/pal8.bmp", 127, 64, 3, Depth::U8, "2728f60f231380906e53a4786fb3c601"},
    {"bmpsuite/g/pal8os2.bmp", 127, 64, 3, Depth::U8, "2728f60f231380906e53a4786fb3c601"},
    {"bmpsuite/g/pal8rle.bmp", 127, 64, 3, Depth::U8, "2728f60f231380906e53a4786fb3c601"},
    {"bmpsuite/g/pal8topdown.bmp", 127, 64, 3, Depth::U8, "2728f60f231380906e53a4786fb3c601"},
    {"bmpsuite/g/pal8w126.bmp", 126, 63, 3, Depth::U8, "950c7476ddf0043e8da2e4ecfd72258a"},
    {"bmpsuite/g/rgb24.bmp", 127, 64, 3, Depth::U8, "8701544300464fabfaf9e5e1aeffd472"},
    {"bmpsuite/g/rgb32.bmp", 127, 64, 3, Depth::U8, "8701544300464fabfaf9e5e1aeffd472"},
    {"bmpsuite/html/pal1bg.png", 127, 64, 3, Depth::U8, "c830037de93c12a5d093becd6918b383"},
    {"bmpsuite/html/rgb16-565.png", 127, 64, 3, Depth::U8, "df3911759a9019d84845f1a3bd94707f"},
    {"broken_exif_dpi.jpg", 100, 100, 3, Depth::U8, "e09a8269b6100bd36c685e378ebf906c"},
    {"exif-72dpi-int.jpg", 500, 450, 3, Depth::U8, "c15bb92fe07e092afbe3a693d5dc1654"},
    {"frozenpond.mpo", 640, 480, 3, Depth::U8, "1e7df6f012aaa15ec9a1113597805488"},
    {"g4-fillorder-test.tif", 218, 84, 1, Depth::U8, "b9a1f352c70b92ebd342c9e14521582e"},
    {"g4_orientation_1.tif", 590, 88, 1, Depth::U8, "b8a2d130e8d91b2f0d24067863d45813"},
    {"g4_orientation_3.tif", 590, 88, 1, Depth::U8, "2e19d420e3c9ea5b02628f05ccaced54"},
    {"g4_orientation_6.tif", 590, 88, 1, Depth::U8, "55ccdc8ef7f9d86b37da96482b3a33ff"},
    {"g4_orientation_8.tif", 590, 88, 1, Depth::U8, "907ebeb76b0f5139a8099dcfcf949558"},
    {"hopper.jpg", 128, 128, 3, Depth::U8, "a66cca1f1c445a08f537fabaa463025e"},
    {"hopper_16bit.pgm", 128, 128, 1, Depth::U16, "b13ed8538a5d3dfa1cd5a33b27452e86"},
    {"hopper_float_dpi_2.tif", 128, 128, 3, Depth::U8, "bb601b90959df7a3994a52ecf2d8cc9f"},
    {"hopper_gray.jpg", 128, 128, 1, Depth::U8, "73d9d163945f2f5b7159183446b6e748"},
    {"hopper_orientation_2.jpg", 128, 128, 3, Depth::U8, "2dffc1a1a8ae3374f57389484bc31951"},
    {"hopper_orientation_3.webp", 128, 128, 3, Depth::U8, "dc04fd4c63bf42c8efde42a11a94a98b"},
    {"hopper_orientation_5.jpg", 128, 128, 3, Depth::U8, "26be959823e0c60a83374ee31c5f37ee"},
    {"hopper_orientation_6.webp", 128, 128, 3, Depth::U8, "33fda5cc17579729253821874a129eaf"},
    {"hopper_orientation_7.jpg", 128, 128, 3, Depth::U8, "0cc0e2cf9aeeb31ded55807281c456b1"},
    {"hopper_orientation_8.jpg", 128, 128, 3, Depth::U8, "0cc0e2cf9aeeb31ded55807281c456b1"},
    {"multipage-lastframe.tif", 20, 20, 3, Depth::U8, "3d67763bc0a129ac31a18a2888f80fe4"},
    {"multipage.tiff", 10, 10, 3, Depth::U8, "68700bf2ea09ae026b070f35cba37be9"},
    {"p_16.png", 128, 128, 4, Depth::U8, "42e3bb171273596b26060be021eb5afd"},
    {"pil123rgba.png", 162, 150, 4, Depth::U8, "dff6b4780b0762443f6b49d0ee4888f3"},
    {"pil_sample_cmyk.jpg", 100, 100, 3, Depth::U8, "13fd114a583647a6a323d6b590482d12"},
    {"rgb.jpg", 100, 100, 3, Depth::U8, "f57e47b18c2a076af55d70ddd1d13863"},
    {"sugarshack_no_data.mpo", 640, 480, 3, Depth::U8, "53cc8d3bbe659c21c469ecb0257c4a69"},
    {"tiff_16bit_RGB_target.png", 100, 40, 3, Depth::U8, "eef93ade4d07e6216e4e30f059e12ab9"},
    {"transparent.png", 200, 150, 4, Depth::U8, "bda722000484868564327c397029870f"},
    {"truncated_app14.jpg", 100, 100, 3, Depth::U8, "a441691f1500f3eeebf04998954518e4"},
};

/// The same picture stored differently: every row of a group must give the same pixels. The first is the
/// reference.
const std::vector<std::vector<const char*>> kSamePicture = {
    {"bmpsuite/html/rgb24.png", "bmpsuite/g/rgb24.bmp", "bmpsuite/g/rgb32bf.bmp", "bmpsuite/q/rgb32h52.bmp",
     "bmpsuite/q/rgb32bf-xbgr.bmp", "bmpsuite/q/rgb32fakealpha.bmp", "bmpsuite/q/rgb24largepal.bmp"},
    {"bmpsuite/html/rgb16-565.png", "bmpsuite/g/rgb16-565.bmp", "bmpsuite/g/rgb16-565pal.bmp"},
    {"bmpsuite/html/rgb16.png", "bmpsuite/g/rgb16.bmp"},
    {"bmpsuite/html/pal4.png", "bmpsuite/g/pal4.bmp", "bmpsuite/g/pal4rle.bmp"},
    {"bmpsuite/g/pal8.bmp", "bmpsuite/g/pal8rle.bmp", "bmpsuite/g/pal8v5.bmp", "bmpsuite/q/pal8os2v2-16.bmp",
     "bmpsuite/q/pal8oversizepal.bmp", "bmpsuite/b/badpalettesize.bmp"},
    {"12in16bit.tif", "12bit.cropped.tif"},
};

struct Refused {
    const char* file;
    const char* says; ///< a part of the message
};

constexpr Refused kRefused[] = {
    {"LICENSE", "not an image"},
    {"dispose_none.gif", "GIF images cannot be read; save the image as PNG."},
    {"decompression_bomb.gif", "GIF"},
    {"decompression_bomb.ico", "ICO"},
    {"unimplemented_dxgi_format.dds", "DDS"},
    {"bmpsuite/b/reallybig.bmp", "3000000 × 2000000"},
    {"bmpsuite/b/badwidth.bmp", "damaged"},
    {"bmpsuite/b/shortfile.bmp", "cut short"},
    {"broken.png", "damaged"},
    {"broken_data_stream.png", "damaged"},
    {"truncated_image.png", "cut short"},
    {"truncated_jpeg.jpg", "cut short"},
    {"hopper_bad_exif.jpg", "damaged"}, // its compressed data are full of holes
    {"crash-0c7e0e8e11ce787078f00b5b0ca409a167f070e0.tif", "damaged"},
    {"oom-225817ca0f8c663be7ab4b9e717b02c661e66834.tif", "damaged"},
};

std::filesystem::path folder() {
    return test::sharedFolder() / "data" / "robustness_pillow";
}

std::string md5(const Image& image) {
    QCryptographicHash hash(QCryptographicHash::Md5);
    hash.addData(QByteArrayView(image.data(), qsizetype(image.bytes())));
    return hash.result().toHex().toStdString();
}

} // namespace

class DecodeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalsPillow_data();
    void equalsPillow();
    void theSamePictureStoredDifferently();
    void premultipliedColoursAreDivided();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void everyFileGivesAnImageOrAReason();
    void theHeaderTellsTheSize();
    void missingFile();
    void endings();
};

void DecodeTest::equalsPillow_data() {
    GRAFT_NEEDS_SHARED("data/robustness_pillow");
    QTest::addColumn<const Expected*>("expected");
    for (const Expected& expected : kAsPillow)
        QTest::newRow(expected.file) << &expected;
}

void DecodeTest::equalsPillow() {
    QFETCH(const Expected*, expected);
    const Result<Image> image = decodeFile(folder() / expected->file);
    QVERIFY2(image.ok(), image ? "" : image.error().detail.c_str());
    QCOMPARE(image->width(), expected->width);
    QCOMPARE(image->height(), expected->height);
    QCOMPARE(image->channels(), expected->channels);
    QCOMPARE(int(image->depth()), int(expected->depth));
    QCOMPARE(md5(*image), std::string(expected->md5));
}

void DecodeTest::theSamePictureStoredDifferently() {
    GRAFT_NEEDS_SHARED("data/robustness_pillow");
    for (const auto& group : kSamePicture) {
        const Result<Image> reference = decodeFile(folder() / group.front());
        QVERIFY(reference.ok());
        for (const char* file : group) {
            const Result<Image> image = decodeFile(folder() / file);
            QVERIFY2(image.ok(), file);
            QVERIFY2(test::samplesOf(*image) == test::samplesOf(*reference), file);
        }
    }
}

void DecodeTest::premultipliedColoursAreDivided() {
    GRAFT_NEEDS_SHARED("data/robustness_pillow");
    const Result<Image> image = decodeFile(folder() / "tiff_16bit_RGBa.tiff");
    const Result<Image> target = decodeFile(folder() / "tiff_16bit_RGBa_target.png");
    QVERIFY(image.ok() && target.ok());
    QCOMPARE(int(image->depth()), int(Depth::U16));
    for (int i = 0; i < image->width() * image->height(); ++i) {
        std::uint16_t pixel[4];
        std::memcpy(pixel, image->data() + i * 8, sizeof pixel);
        const std::uint8_t* expected = target->u8() + i * 4;
        QVERIFY(std::abs(pixel[3] / 257.0 - expected[3]) <= 1);
        // The target was divided in 8 bits: the thinner the colour, the coarser.
        for (int c = 0; c < 3 && expected[3] > 0; ++c)
            QVERIFY(std::abs(pixel[c] / 257.0 - expected[c]) <= 1 + 255.0 / expected[3]);
    }
}

void DecodeTest::refusesWithAReason_data() {
    GRAFT_NEEDS_SHARED("data/robustness_pillow");
    QTest::addColumn<const Refused*>("refused");
    for (const Refused& refused : kRefused)
        QTest::newRow(refused.file) << &refused;
}

void DecodeTest::refusesWithAReason() {
    QFETCH(const Refused*, refused);
    const Result<Image> image = decodeFile(folder() / refused->file);
    QVERIFY(!image.ok());
    QVERIFY2(image.error().message.find(refused->says) != std::string::npos, image.error().message.c_str());
}

void DecodeTest::everyFileGivesAnImageOrAReason() {
    GRAFT_NEEDS_SHARED("data/robustness_pillow");
    int read = 0;
    std::map<std::string, int> refused;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder())) {
        if (!entry.is_regular_file())
            continue;
        const Result<Image> image = decodeFile(entry.path());
        if (!image) {
            QVERIFY(!image.error().message.empty());
            ++refused[image.error().message];
            continue;
        }
        ++read;
        QVERIFY(image->width() > 0 && image->height() > 0);
        QCOMPARE(toRgb8(*image).bytes(), std::size_t(image->width()) * std::size_t(image->height()) * 3);
    }
    for (const auto& [message, count] : refused)
        qInfo("%3d x %s", count, message.c_str());
    qInfo("%3d read", read);
    QVERIFY2(read >= 140, "files that can be read are refused");
}

void DecodeTest::theHeaderTellsTheSize() {
    GRAFT_NEEDS_SHARED("data/robustness_pillow");
    for (const Expected& expected : kAsPillow) {
        const auto file = readFile(folder() / expected.file, 1 << 24);
        QVERIFY(file.ok());
        const Result<Header> header = readHeader(*file);
        QVERIFY2(header.ok(), expected.file);
        QVERIFY2(header->width == expected.width && header->height == expected.height, expected.file);
    }
}

void DecodeTest::missingFile() {
    const Result<Image> image = decodeFile("/nowhere/at all.png");
    QVERIFY(!image.ok());
    QVERIFY(image.error().message.find("/nowhere/at all.png") != std::string::npos);
}

void DecodeTest::endings() {
    for (const char* name : {"a.jpg", "b.JPEG", "c.Png", "d.tiff", "e.gif", "f.heic", "g.webp", "h.x.bmp"})
        QVERIFY2(hasImageEnding(name), name);
    for (const char* name : {"", "jpg", ".jpg", "a.", "a.txt", "a.jpg.txt", "a.jpgx"})
        QVERIFY2(!hasImageEnding(name), name);
}

QTEST_GUILESS_MAIN(DecodeTest)
#include "DecodeTest.moc"
