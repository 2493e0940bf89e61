// Boxes, outlines and masks follow the pixels: shapes are painted into an image and into a mask, both become
// views, and the painted pixels of the view say where the shapes really are.

#include "../imaging/Pictures.h"
#include "dataset/AugmentKinds.h"
#include "dataset/ViewMap.h"
#include "dataset/Warp.h"

#include <QTest>

using namespace graft;
using namespace graft::dataset;
using annotation::Box;
using annotation::Point;
using annotation::Polygon;

namespace {

constexpr int kWidth = 300, kHeight = 220, kSide = 96;
constexpr Preprocessing kLook{.size = kSide, .resize = 104};
constexpr std::uint64_t kSeeds = 40;

const Box kBox{60, 50, 90, 70};
/// Concave, an L that leans.
const Polygon kOutline{{{150, 90}, {195, 84}, {204, 132}, {262, 128}, {270, 176}, {158, 184}}};

bool inside(const Polygon& polygon, Point p) {
    bool in = false;
    for (std::size_t i = 0, j = polygon.points.size() - 1; i < polygon.points.size(); j = i++) {
        const Point a = polygon.points[i], b = polygon.points[j];
        if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
            in = !in;
    }
    return in;
}

bool inside(const Box& box, Point p) {
    return p.x >= box.x && p.x < box.x + box.width && p.y >= box.y && p.y < box.y + box.height;
}

/// One byte for every pixel's centre that is inside.
template <typename Shape>
std::vector<std::uint8_t> painted(const Shape& shape, int width, int height) {
    std::vector<std::uint8_t> labels;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            labels.push_back(inside(shape, {x + 0.5, y + 0.5}) ? 255 : 0);
    return labels;
}

/// The box in red, the outline in green.
imaging::Image scene() {
    const auto red = painted(kBox, kWidth, kHeight), green = painted(kOutline, kWidth, kHeight);
    std::vector<std::uint8_t> samples;
    for (std::size_t i = 0; i < red.size(); ++i)
        samples.insert(samples.end(), {red[i], green[i], 0});
    return test::imageOf(kWidth, kHeight, 3, samples);
}

/// What is so in all of the pixel's neighbourhood.
bool uniformAround(const std::vector<std::uint8_t>& labels, int u, int v, int radius) {
    for (int y = std::max(0, v - radius); y <= std::min(kSide - 1, v + radius); ++y)
        for (int x = std::max(0, u - radius); x <= std::min(kSide - 1, u + radius); ++x)
            if (labels[std::size_t(y * kSide + x)] != labels[std::size_t(v * kSide + u)])
                return false;
    return true;
}

/// One set of arguments: the map, and the pixels of the view. Colours are left as they are (TrivialAugment's
/// are as likely as its moves), places are augmentedView's.
struct Case {
    Case(const imaging::Image& image, const AugmentOptions& augment, std::uint64_t seed)
        : map(viewMap(kWidth, kHeight, kLook, augment, seed, seed / 7, std::int64_t(seed % 5))),
          view(test::samplesOf(placedView(
              image,
              drawFor(kWidth, kHeight, kLook, augment, seed, seed / 7, std::int64_t(seed % 5)).placement,
              kSide))) {}

    bool lit(int u, int v, int channel) const {
        return view[std::size_t((v * kSide + u) * 3 + channel)] > 127;
    }
    /// Not a mirrored copy of what lies at the image's edge.
    bool real(int u, int v) const {
        const Point place = map.imageFromView({u + 0.5, v + 0.5});
        return place.x >= 0 && place.y >= 0 && place.x < kWidth && place.y < kHeight;
    }

    ViewMap map;
    std::vector<std::uint8_t> view;
};

/// Of the pixels that are lit in a channel.
std::optional<Box> extentOf(const Case& one, int channel) {
    int left = kSide, top = kSide, right = -1, bottom = -1;
    for (int v = 0; v < kSide; ++v)
        for (int u = 0; u < kSide; ++u)
            if (one.lit(u, v, channel) && one.real(u, v)) {
                left = std::min(left, u);
                right = std::max(right, u);
                top = std::min(top, v);
                bottom = std::max(bottom, v);
            }
    if (right < 0)
        return std::nullopt;
    return Box{double(left), double(top), double(right + 1 - left), double(bottom + 1 - top)};
}

double greatestGap(const Box& a, const Box& b) {
    return std::max({std::abs(a.x - b.x), std::abs(a.y - b.y), std::abs(a.x + a.width - b.x - b.width),
                     std::abs(a.y + a.height - b.y - b.height)});
}

/// Share of the painted pixels of the image that the view shows, by the inverse map.
template <typename Shape>
double visibleShare(const ViewMap& map, const Shape& shape) {
    int all = 0, seen = 0;
    for (int y = 0; y < kHeight; y += 2)
        for (int x = 0; x < kWidth; x += 2) {
            const Point p{x + 0.5, y + 0.5};
            if (!inside(shape, p))
                continue;
            ++all;
            const Point in = map.viewFromImage(p);
            seen += map.depthOf(p) > 0 && in.x >= 0 && in.y >= 0 && in.x < kSide && in.y < kSide;
        }
    return double(seen) / all;
}

void addRows() {
    QTest::addColumn<AugmentOptions>("augment");
    AugmentOptions all;
    QTest::newRow("nothing") << all;
    for (const AugmentKind& kind : augmentKinds()) {
        if (kind.group != AugmentGroup::Geometry)
            continue;
        AugmentOptions alone;
        if (const auto* strength = std::get_if<AugmentKind::Strength>(&kind.member)) {
            alone.*(*strength) = all.*(*strength) = kind.usual;
            AugmentOptions most;
            most.*(*strength) = kind.off == 0 ? kind.high : std::max(kind.low, 0.2);
            QTest::newRow((std::string(kind.name) + ", at its strongest").c_str()) << most;
        } else {
            const auto flag = std::get<AugmentKind::Switch>(kind.member);
            alone.*flag = all.*flag = true;
        }
        QTest::newRow(kind.name) << alone;
    }
    QTest::newRow("trivial_augment") << AugmentOptions{.trivialAugment = true};
    QTest::newRow("all together") << all;
    all.trivialAugment = true;
    QTest::newRow("all together and TrivialAugment") << all;
}

QByteArray about(std::uint64_t seed, double value) {
    return QByteArray("seed ") + QByteArray::number(qulonglong(seed)) + ", " + QByteArray::number(value);
}

} // namespace

class ViewShapesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void masksFollowThePixels_data() { addRows(); }
    void masksFollowThePixels();
    void boxesFollowThePixels_data() { addRows(); }
    void boxesFollowThePixels();
    void outlinesFollowThePixels_data() { addRows(); }
    void outlinesFollowThePixels();
    void shapesAreDroppedBelowTheVisibleShare_data() { addRows(); }
    void shapesAreDroppedBelowTheVisibleShare();
    void theMapGoesBothWays_data() { addRows(); }
    void theMapGoesBothWays();
    void theSmallerImageOfTheSamePictureGivesTheSamePlaces();
    void degenerateShapesAreNotSeen();
};

void ViewShapesTest::masksFollowThePixels() {
    QFETCH(AugmentOptions, augment);
    const imaging::Image image = scene();
    const auto mask = painted(kOutline, kWidth, kHeight);
    int compared = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const Case one(image, augment, seed);
        const auto labels = labelsInView(one.map, mask);
        for (int v = 1; v < kSide - 1; ++v) // what lies just outside the view is not known
            for (int u = 1; u < kSide - 1; ++u) {
                if (!uniformAround(labels, u, v, 1))
                    continue;
                ++compared;
                const bool label = labels[std::size_t(v * kSide + u)] != 0;
                QVERIFY2(one.lit(u, v, 1) == label,
                         about(seed, u * 1000 + v) + (label ? ", not painted" : ", painted"));
            }
    }
    QVERIFY(compared > int(kSeeds) * kSide * kSide / 2);
}

void ViewShapesTest::boxesFollowThePixels() {
    QFETCH(AugmentOptions, augment);
    const imaging::Image image = scene();
    int compared = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const Case one(image, augment, seed);
        const auto box = boxInView(one.map, kBox);
        if (!box)
            continue;
        const auto extent = extentOf(one, 0);
        QVERIFY2(extent, about(seed, 0));
        const double gap = greatestGap(*box, *extent);
        QVERIFY2(gap <= 2, about(seed, gap));
        ++compared;
    }
    QVERIFY2(compared > int(kSeeds) / 4, qPrintable(QString::number(compared)));
}

void ViewShapesTest::outlinesFollowThePixels() {
    QFETCH(AugmentOptions, augment);
    const imaging::Image image = scene();
    int compared = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const Case one(image, augment, seed);
        const auto outline = polygonInView(one.map, kOutline);
        if (!outline)
            continue;
        ++compared;
        const auto labels = painted(*outline, kSide, kSide);
        for (int v = 1; v < kSide - 1; ++v) // as above
            for (int u = 1; u < kSide - 1; ++u)
                if (one.real(u, v) && uniformAround(labels, u, v, 1))
                    QVERIFY2(one.lit(u, v, 1) == (labels[std::size_t(v * kSide + u)] != 0),
                             about(seed, u * 1000 + v));
    }
    QVERIFY2(compared > int(kSeeds) / 4, qPrintable(QString::number(compared)));
}

void ViewShapesTest::shapesAreDroppedBelowTheVisibleShare() {
    QFETCH(AugmentOptions, augment);
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const ViewMap map = viewMap(kWidth, kHeight, kLook, augment, seed, 0, 1);
        const double ofBox = visibleShare(map, kBox), ofOutline = visibleShare(map, kOutline);
        for (const double least : {0.1, kLeastVisible, 0.6, 0.95}) {
            constexpr double kCountingError = 0.03;
            if (std::abs(ofBox - least) > kCountingError)
                QVERIFY2(boxInView(map, kBox, least).has_value() == (ofBox > least), about(seed, ofBox));
            if (std::abs(ofOutline - least) > kCountingError)
                QVERIFY2(polygonInView(map, kOutline, least).has_value() == (ofOutline > least),
                         about(seed, ofOutline));
        }
    }
}

void ViewShapesTest::theMapGoesBothWays() {
    QFETCH(AugmentOptions, augment);
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const ViewMap map = viewMap(kWidth, kHeight, kLook, augment, seed, 3, 2);
        Random random(seed);
        for (int i = 0; i < 100; ++i) {
            const Point p{random.uniform(0, kSide), random.uniform(0, kSide)};
            const Point there = map.imageFromView(p), back = map.viewFromImage(there);
            QVERIFY(map.depthOf(there) > 0);
            const double gap = std::hypot(p.x - back.x, p.y - back.y);
            QVERIFY2(gap < 1e-4, about(seed, gap));
        }
    }
}

// A JPEG may be decoded at half its size: boxes are in the pixels of the whole.
void ViewShapesTest::theSmallerImageOfTheSamePictureGivesTheSamePlaces() {
    const AugmentOptions augment{
        .rotationDegrees = 20, .minimumScale = 0.5, .perspective = 0.2, .elastic = 0.04};
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const ViewMap whole = viewMap(2 * kWidth, 2 * kHeight, kLook, augment, seed, 0, 1);
        const ViewMap half = viewMap(kWidth, kHeight, kLook, augment, seed, 0, 1);
        const Point a = whole.viewFromImage({301, 207}), b = half.viewFromImage({150.5, 103.5});
        QVERIFY2(std::hypot(a.x - b.x, a.y - b.y) < 1e-6, about(seed, a.x - b.x));
    }
}

void ViewShapesTest::degenerateShapesAreNotSeen() {
    const ViewMap map = viewMap(kWidth, kHeight, kLook, {.rotationDegrees = 20, .elastic = 0.05}, 1, 0, 1);
    QVERIFY(!boxInView(map, {100, 100, 0, 0}));
    QVERIFY(!boxInView(map, {-500, -500, 20, 20}));
    QVERIFY(!polygonInView(map, {}));
    QVERIFY(!polygonInView(map, {{{1, 1}, {200, 200}}}));
    QVERIFY(boxInView(map, {0, 0, kWidth, kHeight}));
    QCOMPARE(labelsInView(viewMap(1, 1, kLook, {.translate = 0.5}, 1, 0, 1), std::vector<std::uint8_t>{7}),
             std::vector<std::uint8_t>(kSide * kSide, 7));
}

QTEST_GUILESS_MAIN(ViewShapesTest)
#include "ViewShapesTest.moc"
