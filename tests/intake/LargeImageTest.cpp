#include "Fixture.h"
#include "support/LargeTiff.h"

using namespace graft;
namespace fs = std::filesystem;

class LargeImageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHugeImageComesInWithinBoundedMemory() {
        const test::TemporaryFolder folder;
        test::writeLargeTiff(folder / "slide.tif");
        auto project = test::newProject(folder);
        const bool measured = test::forgetPeakMemory();
        const std::int64_t before = test::peakMemoryKilobytes();
        const auto result = intake::importInto(*project, test::from({folder / "slide.tif"}), {});
        const std::int64_t grown = (test::peakMemoryKilobytes() - before) / 1024;
        QVERIFY(result.ok());
        QCOMPARE(result->added, 1);
        const project::ImageRecord& image = project->images().front();
        QCOMPARE(image.width, test::kLargeSide);
        QCOMPARE(image.height, test::kLargeSide);
        QCOMPARE(image.format, std::string("TIFF"));
        QCOMPARE(image.fileBytes, std::int64_t(fs::file_size(folder / "slide.tif")));
        qInfo("%lld MB", static_cast<long long>(grown));
        if (measured)
            QVERIFY2(grown < 96, qPrintable(QString::number(grown)));
        QVERIFY(!fs::is_empty(project->thumbnailsFolder()));

        // Made again where it was lost, and the colours are in their places.
        for (const bool lost : {false, true}) {
            if (lost)
                fs::remove_all(project->thumbnailsFolder());
            const auto small = intake::thumbnail(project->thumbnailsFolder(), project->absolutePath(image),
                                                 image.contentHash);
            QVERIFY(small.ok());
            QCOMPARE(small->width(), 256);
            const std::uint8_t* last = small->u8() + 3 * (256 * 256 - 1);
            QVERIFY(std::abs(last[0] - 234) < 8 && std::abs(last[1] - 234) < 8 && std::abs(last[2] - 77) < 8);
            QVERIFY(small->u8()[0] < 8);
        }
        QVERIFY(!fs::is_empty(project->thumbnailsFolder()));
    }
};

QTEST_GUILESS_MAIN(LargeImageTest)
#include "LargeImageTest.moc"
