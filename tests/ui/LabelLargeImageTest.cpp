#include "support/LargeTiff.h"
#include "support/Support.h"
#include "ui/label/ImageLoader.h"

#include <QTest>

using namespace graft;

class LabelLargeImageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aHugeImageIsShownWithoutBeingHeldWhole() {
        const test::TemporaryFolder folder;
        const auto file = folder / "slide.tif";
        test::writeLargeTiff(file);
        const bool measured = test::forgetPeakMemory();
        const std::int64_t before = test::peakMemoryKilobytes();
        const ui::LoadedImage loaded = ui::loadImage(file);
        const std::int64_t grown = (test::peakMemoryKilobytes() - before) / 1024;
        QVERIFY2(loaded.problem.isEmpty(), qPrintable(loaded.problem));
        QCOMPARE(loaded.size, QSize(test::kLargeSide, test::kLargeSide));
        QCOMPARE(loaded.levels.front().size(), loaded.size / 4);
        qInfo("%lld MB", static_cast<long long>(grown));
        if (measured)
            QVERIFY2(grown < 320, qPrintable(QString::number(grown)));
        for (const QImage& level : loaded.levels)
            for (const double at : {0.02, 0.5, 0.98}) {
                const QColor seen = level.pixelColor(int(level.width() * at), int(level.height() * (1 - at)));
                const auto expected = [](double part) {
                    return int(part * test::kLargeSide) / test::kLargeTile * 3;
                };
                QVERIFY(std::abs(seen.red() - expected(at)) <= 3);
                QVERIFY(std::abs(seen.green() - expected(1 - at)) <= 3);
                QCOMPARE(seen.blue(), 77);
            }
    }
};

QTEST_MAIN(LabelLargeImageTest)
#include "LabelLargeImageTest.moc"
