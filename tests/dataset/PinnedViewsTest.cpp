// Views of options that runs and caches of activations already hold on disk: they stay what they were, bit
// for bit.

#include "../imaging/Pictures.h"
#include "dataset/Dataset.h"

#include <QTest>

using namespace graft;
using namespace graft::dataset;

namespace {

/// FNV-1a, 64 bits.
std::uint64_t checksum(const imaging::Image& view, std::uint64_t sum) {
    for (const std::uint8_t sample : test::samplesOf(view))
        sum = (sum ^ sample) * 0x100000001b3ull;
    return sum;
}

} // namespace

class PinnedViewsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void viewsStayWhatTheyWere_data();
    void viewsStayWhatTheyWere();
};

void PinnedViewsTest::viewsStayWhatTheyWere_data() {
    QTest::addColumn<AugmentOptions>("augment");
    QTest::addColumn<quint64>("expected");
    QTest::newRow("nothing") << AugmentOptions{} << quint64(9333067849995051725ull);
    QTest::newRow("flip") << AugmentOptions{.horizontalFlip = true} << quint64(328280796148607641ull);
    QTest::newRow("both flips") << AugmentOptions{.horizontalFlip = true, .verticalFlip = true}
                                << quint64(5909330057034119689ull);
    QTest::newRow("crop") << AugmentOptions{.minimumScale = 0.4} << quint64(1940500988505667612ull);
    QTest::newRow("flip and crop") << AugmentOptions{.horizontalFlip = true, .minimumScale = 0.6}
                                   << quint64(9235622133823556797ull);
    QTest::newRow("rotate") << AugmentOptions{.rotationDegrees = 15} << quint64(17102300823855909092ull);
    QTest::newRow("rotate far, flips, crop") << AugmentOptions{.horizontalFlip = true,
                                                               .verticalFlip = true,
                                                               .rotationDegrees = 180,
                                                               .minimumScale = 0.3}
                                             << quint64(12388923463353023212ull);
    QTest::newRow("light") << AugmentOptions{.brightness = 0.2, .contrast = 0.2}
                           << quint64(14310282468850565429ull);
    QTest::newRow("saturation") << AugmentOptions{.saturation = 0.5} << quint64(14001493835587973455ull);
    QTest::newRow("all") << AugmentOptions{.horizontalFlip = true,
                                           .verticalFlip = true,
                                           .rotationDegrees = 12.5,
                                           .minimumScale = 0.6,
                                           .brightness = 0.1,
                                           .contrast = 0.2,
                                           .saturation = 0.3}
                         << quint64(5294232778954436798ull);
}

void PinnedViewsTest::viewsStayWhatTheyWere() {
    QFETCH(AugmentOptions, augment);
    QFETCH(quint64, expected);
    std::uint64_t sum = 0xcbf29ce484222325ull;
    for (const auto& [width, height] : {std::pair(190, 130), std::pair(70, 90)}) {
        const imaging::Image image = test::picture(width, height, 3, 11);
        for (const Preprocessing& look : {Preprocessing{.size = 64, .resize = 72}, {.size = 48, .resize = 0}})
            for (std::uint64_t view = 0; view < 3; ++view)
                for (std::int64_t id = 1; id < 4; ++id)
                    sum = checksum(augmentedView(image, look, augment, 42, view, id), sum);
    }
    QCOMPARE(quint64(sum), expected);
}

QTEST_GUILESS_MAIN(PinnedViewsTest)
#include "PinnedViewsTest.moc"
