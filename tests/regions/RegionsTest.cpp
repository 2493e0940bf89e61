#include "base/Random.h"
#include "regions/CutOut.h"
#include "regions/Scissors.h"
#include "regions/Wand.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace graft;
using namespace graft::regions;

namespace {

/// A grey value per pixel.
Patch painted(int width, int height, const std::function<int(int, int)>& grey) {
    Patch patch{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            patch.rgb.insert(patch.rgb.end(), 3, std::uint8_t(grey(x, y)));
    return patch;
}

/// Digits times ten.
Patch fromArt(const QStringList& rows) {
    return painted(int(rows[0].size()), int(rows.size()),
                   [&](int x, int y) { return rows[y][x].digitValue() * 10; });
}

QString art(const Bits& bits, int width) {
    QStringList rows;
    for (std::size_t i = 0; i < bits.size(); i += std::size_t(width)) {
        QString row;
        for (std::size_t x = 0; x < std::size_t(width); ++x)
            row += bits[i + x] ? u'#' : u'.';
        rows << row;
    }
    return rows.join(u'\n');
}

/// A bright disc with noise on a dark ground with noise.
Patch disc(int side, double radius, std::uint64_t seed) {
    Random random(seed);
    return painted(side, side, [&](int x, int y) {
        const bool inside = std::hypot(x + 0.5 - side / 2.0, y + 0.5 - side / 2.0) < radius;
        return int((inside ? 180 : 60) + random.uniform(-15, 15));
    });
}

double overlapWithDisc(const Bits& bits, int side, double radius) {
    int both = 0, either = 0;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const bool inside = std::hypot(x + 0.5 - side / 2.0, y + 0.5 - side / 2.0) < radius;
            const bool found = bits[std::size_t(y * side + x)];
            both += inside && found;
            either += inside || found;
        }
    return double(both) / either;
}

} // namespace

class RegionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWandTakesWhatIsSimilar_data() {
        QTest::addColumn<int>("tolerance");
        QTest::addColumn<bool>("contiguous");
        QTest::addColumn<QString>("expected");
        QTest::newRow("the same colour only") << 0 << true << "##....\n##....\n......";
        QTest::newRow("with a tolerance, inclusive") << 10 << true << "###...\n##....\n##....";
        QTest::newRow("compared with the first pixel, not with the neighbour")
            << 19 << true << "###...\n##....\n##....";
        QTest::newRow("further") << 20 << true << "####..\n##....\n##....";
        QTest::newRow("also what does not hang together") << 10 << false << "###..#\n##..##\n##....";
        QTest::newRow("everything") << 255 << true << "######\n######\n######";
    }
    void theWandTakesWhatIsSimilar() {
        QFETCH(int, tolerance);
        QFETCH(bool, contiguous);
        QFETCH(QString, expected);
        const Patch patch = fromArt({"112391", "119911", "229999"});
        const auto found = similarTo(patch, 0, 0, {tolerance, contiguous, false});
        QVERIFY(found.ok());
        // (2, 1) is 9 and parts the corners: they touch at no edge.
        QCOMPARE(art(*found, 6), expected);
    }

    void theWandLooksAtEveryChannel() {
        Patch patch{2, 1, {100, 100, 100, 100, 100, 140}};
        QCOMPARE(art(*similarTo(patch, 0, 0, {39, true}), 2), QStringLiteral("#."));
        QCOMPARE(art(*similarTo(patch, 0, 0, {40, true}), 2), QStringLiteral("##"));
    }

    void grainNeitherPartsNorCounts() {
        constexpr int kSide = 120, kRadius = 35;
        Patch patch = disc(kSide, kRadius, 1);
        const auto paint = [&](int x, int y, int side, std::uint8_t value) {
            for (int row = y; row < y + side; ++row)
                for (int column = x; column < x + side; ++column)
                    for (std::size_t channel = 0; channel < 3; ++channel)
                        patch.rgb[(std::size_t(row) * kSide + std::size_t(column)) * 3 + channel] = value;
        };
        const std::uint8_t inside = patch.rgb[(60 * kSide + 60) * 3], outside = patch.rgb[0];
        paint(50, 50, 2, outside); // grain
        paint(5, 5, 2, inside);
        paint(6, 100, 8, inside); // a thing
        const WandOptions options{.tolerance = 30, .contiguous = false};
        const auto found = similarTo(patch, 60, 60, options);
        QVERIFY(found.ok());
        const auto at = [&](int x, int y) { return bool((*found)[std::size_t(y * kSide + x)]); };
        QVERIFY(at(50, 50) && !at(5, 5) && at(8, 102));
        const auto raw = similarTo(patch, 60, 60, {.tolerance = 30, .contiguous = false, .even = false});
        QVERIFY(raw.ok());
        QVERIFY(!(*raw)[50 * kSide + 50] && (*raw)[5 * kSide + 5]);
    }

    void whereOnePointsIsTakenHoweverSmall() {
        Patch patch{20, 20, std::vector<std::uint8_t>(std::size_t(20 * 20 * 3), 200)};
        for (int x = 9; x < 13; ++x) // 4 × 4: of less than grain's pixels, more than grain's middle
            for (int y = 9; y < 13; ++y)
                for (std::size_t channel = 0; channel < 3; ++channel)
                    patch.rgb[std::size_t((y * 20 + x) * 3) + channel] = 20;
        const auto found = similarTo(patch, 10, 10, {.tolerance = 30, .contiguous = false});
        QVERIFY(found.ok() && (*found)[10 * 20 + 10]);
        QVERIFY(!(*found)[0]);
    }

    void aDiscIsCutOut() {
        constexpr int kSide = 120;
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const Patch patch = disc(kSide, 35, seed);
            const auto found = cutOut(patch, {15, 15, 90, 90});
            QVERIFY(found.ok());
            const double overlap = overlapWithDisc(*found, kSide, 35);
            QVERIFY2(overlap > 0.97, qPrintable(QString("seed %1: %2").arg(seed).arg(overlap)));
            QVERIFY(*found == *cutOut(patch, {15, 15, 90, 90})); // the same each time
        }
    }

    void hintsAreObeyed() {
        constexpr int kSide = 120;
        const Patch patch = disc(kSide, 35, 4);
        std::vector<Hint> hints(kSide * kSide, Hint::None);
        const auto at = [](int x, int y) { return std::size_t(y * kSide + x); };
        for (int i = 0; i < 5; ++i) {
            hints[at(60 + i, 60)] = Hint::Background; // in the middle of the disc
            hints[at(5 + i, 5)] = Hint::Object;       // outside of the window
        }
        const auto found = cutOut(patch, {15, 15, 90, 90}, hints);
        QVERIFY(found.ok());
        for (int i = 0; i < 5; ++i) {
            QCOMPARE((*found)[at(60 + i, 60)], std::uint8_t(0));
            QCOMPARE((*found)[at(5 + i, 5)], std::uint8_t(1));
        }
    }

    void withoutABackgroundThereIsNoObject() {
        const Patch patch = disc(40, 10, 5);
        QVERIFY(!cutOut(patch, {0, 0, 40, 40}).ok());
        QVERIFY(!cutOut(patch, {50, 50, 10, 10}).ok());
        QVERIFY(!cutOut(patch, {0, 0, 40, 40}).error().message.empty());
        QVERIFY(cutOut(painted(8, 8, [](int, int) { return 5; }), {2, 2, 4, 4}).ok()); // one colour: no crash
    }

    void scissorsFollowAnEdge() {
        // Bright above the line y = 20 + 10 sin(x / 15), dark below.
        const auto edge = [](int x) { return 30 + 10 * std::sin(x / 15.0); };
        const Patch patch = painted(100, 60, [&](int x, int y) { return y < edge(x) ? 200 : 40; });
        const Place from{5, int(edge(5))}, to{94, int(edge(94))};
        const auto scissors = Scissors::from(patch, from);
        QVERIFY(scissors.ok());
        const std::vector<Place> path = (*scissors)->pathTo(to);
        QVERIFY(path.size() >= 90);
        QVERIFY((path.front() == from && path.back() == to) || (path.front() == to && path.back() == from));
        QVERIFY(path.front() == from);
        for (std::size_t i = 0; i < path.size(); ++i) {
            QVERIFY(std::abs(path[i].y + 0.5 - edge(path[i].x)) < 2.5);
            if (i > 0)
                QVERIFY(std::abs(path[i].x - path[i - 1].x) <= 1 && std::abs(path[i].y - path[i - 1].y) <= 1);
        }
        QVERIFY((*scissors)->pathTo({100, 10}).empty());
    }

    void nothingToWorkOnIsToldAndNeverCrashes() {
        const Patch none, broken{10, 10, {1, 2, 3}}, small{1, 1, {1, 2, 3}};
        for (const Patch* patch : {&none, &broken}) {
            QVERIFY(!similarTo(*patch, 0, 0, {}).ok());
            QVERIFY(!cutOut(*patch, {0, 0, 1, 1}).ok());
            QVERIFY(!Scissors::from(*patch, {0, 0}).ok());
        }
        QVERIFY(!similarTo(small, 1, 0, {}).ok() && !similarTo(small, -1, 0, {}).ok());
        QCOMPARE(*similarTo(small, 0, 0, {}), Bits{1});
        (void)Scissors::from(small, {0, 0});
        QVERIFY(!cutOut(disc(10, 3, 1), {2, 2, 5, 5}, std::vector<Hint>(3)).ok());
    }
};

QTEST_APPLESS_MAIN(RegionsTest)
#include "RegionsTest.moc"
