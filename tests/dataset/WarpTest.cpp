// The pixels of moved views: one sampling without aliasing, and the same picture whichever way it is
// computed.

#include "dataset/Warp.h"
#include "../imaging/Pictures.h"
#include "dataset/AugmentKinds.h"
#include "imaging/Transform.h"

#include <QTest>

#include <numeric>

using namespace graft;
using namespace graft::dataset;

namespace {

constexpr int kSide = 64;
constexpr Preprocessing kLook{.size = kSide, .resize = 72};

void addStrongestMoves() {
    QTest::addColumn<AugmentOptions>("augment");
    AugmentOptions all;
    for (const AugmentKind& kind : augmentKinds())
        if (kind.group == AugmentGroup::Geometry) {
            AugmentOptions alone;
            if (const auto* strength = std::get_if<AugmentKind::Strength>(&kind.member))
                alone.*(*strength) = all.*(*strength) = kind.off == 0 ? kind.high : 0.3;
            else
                alone.*std::get<AugmentKind::Switch>(kind.member) = true;
            QTest::newRow(kind.name) << alone;
        }
    QTest::newRow("all together") << all;
}

imaging::Image placed(const imaging::Image& image, const AugmentOptions& augment, std::int64_t id) {
    return placedView(image, drawFor(image.width(), image.height(), kLook, augment, 2, 0, id).placement,
                      kSide);
}

double meanDifference(const imaging::Image& a, const imaging::Image& b) {
    const auto left = test::samplesOf(a), right = test::samplesOf(b);
    double sum = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        sum += std::abs(double(left[i]) - right[i]);
    return sum / double(left.size());
}

} // namespace

class WarpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void finePatternsBecomeGreyAndNoOtherPattern_data() { addStrongestMoves(); }
    void finePatternsBecomeGreyAndNoOtherPattern();
    void theGeneralMapGivesWhatTheQuickWaysGive();
    void detailSurvivesComingNearer();
    void imagesOfAnyShape_data() { addStrongestMoves(); }
    void imagesOfAnyShape();
};

void WarpTest::finePatternsBecomeGreyAndNoOtherPattern() {
    QFETCH(AugmentOptions, augment);
    constexpr int kWidth = 900, kHeight = 700;
    std::vector<std::uint8_t> samples;
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < kWidth; ++x)
            samples.insert(samples.end(), 3, (x + y) % 2 ? 255 : 0);
    const imaging::Image board = test::imageOf(kWidth, kHeight, 3, samples);
    for (std::int64_t id = 0; id < 12; ++id)
        for (const std::uint8_t value : test::samplesOf(placed(board, augment, id)))
            QVERIFY2(value > 100 && value < 155, qPrintable(QString("id %1: %2").arg(id).arg(value)));
}

void WarpTest::theGeneralMapGivesWhatTheQuickWaysGive() {
    const imaging::Image image =
        imaging::resize(test::picture(30, 22, 3, 4), 400, 300); // as soft as photographs
    for (const AugmentOptions& augment :
         {AugmentOptions{}, AugmentOptions{.horizontalFlip = true, .minimumScale = 0.3},
          AugmentOptions{.horizontalFlip = true, .verticalFlip = true, .rotationDegrees = 180},
          AugmentOptions{.rotationDegrees = 180, .minimumScale = 0.3}})
        for (std::int64_t id = 0; id < 12; ++id) {
            Placement placement = drawFor(image.width(), image.height(), kLook, augment, 2, 0, id).placement;
            QVERIFY(placement.rigid());
            const imaging::Image quick = placedView(image, placement, kSide);
            placement.step += 1e-9;
            QVERIFY(!placement.rigid());
            const double difference = meanDifference(quick, placedView(image, placement, kSide));
            QVERIFY2(difference < 2, qPrintable(QString("id %1: %2").arg(id).arg(difference)));
        }
}

// A line of two pixels that a view at half the scale would wash out.
void WarpTest::detailSurvivesComingNearer() {
    std::vector<std::uint8_t> samples;
    for (int y = 0; y < 144; ++y)
        for (int x = 0; x < 144; ++x)
            samples.insert(samples.end(), 3, x / 2 == 36 ? 255 : 0);
    const imaging::Image line = test::imageOf(144, 144, 3, samples);
    Placement placement = drawFor(144, 144, kLook, {}, 2, 0, 1).placement;
    placement.step = 0.5; // a pixel of the view is one of the image
    const auto near = test::samplesOf(placedView(line, placement, kSide));
    QVERIFY(*std::ranges::max_element(near) > 240);
}

void WarpTest::imagesOfAnyShape() {
    QFETCH(AugmentOptions, augment);
    for (const QSize size : {QSize(1, 1), QSize(1, 900), QSize(900, 1), QSize(3, 2), QSize(2000, 30)})
        for (std::int64_t id = 0; id < 6; ++id) {
            const auto view = test::samplesOf(placed(
                test::imageOf(size.width(), size.height(), 3,
                              std::vector<std::uint8_t>(std::size_t(size.width() * size.height() * 3), 90)),
                augment, id));
            QCOMPARE(view.size(), std::size_t(kSide * kSide * 3));
            QVERIFY(std::ranges::all_of(view, [](std::uint8_t value) { return value == 90; }));
        }
}

QTEST_GUILESS_MAIN(WarpTest)
#include "WarpTest.moc"
