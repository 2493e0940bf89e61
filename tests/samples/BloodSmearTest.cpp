#include "samples/BloodSmear.h"

#include "annotation/MaskRuns.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <map>
#include <set>

using namespace graft;
using samples::CellKind;
using samples::Smear;

namespace {

constexpr std::array kLeukocytes{CellKind::Lymphocyte, CellKind::Neutrophil, CellKind::Eosinophil};

/// FNV-1a.
std::uint64_t checksum(const imaging::Image& image) {
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (std::size_t i = 0; i < image.bytes(); ++i)
        hash = (hash ^ image.u8()[i]) * 0x100000001B3ull;
    return hash;
}

/// Which cell each pixel belongs to, −1 none; −2 where two claim it.
std::vector<int> owners(const Smear& smear) {
    const int width = smear.image.width();
    std::vector<int> result(std::size_t(width) * std::size_t(smear.image.height()), -1);
    for (int i = 0; i < int(smear.cells.size()); ++i) {
        const annotation::Mask& mask = smear.cells[std::size_t(i)].mask;
        const auto pixels = annotation::pixelsFromMask(mask);
        for (int y = 0; y < mask.height; ++y)
            for (int x = 0; x < mask.width; ++x)
                if (pixels[std::size_t(y) * std::size_t(mask.width) + std::size_t(x)]) {
                    int& owner =
                        result[std::size_t(mask.y + y) * std::size_t(width) + std::size_t(mask.x + x)];
                    owner = owner == -1 ? i : -2;
                }
    }
    return result;
}

using Features = std::vector<double>;

/// Red, green and blue of the whole picture.
Features meanColour(const Smear& smear) {
    Features mean(3, 0.0);
    for (std::size_t i = 0; i < smear.image.bytes(); ++i)
        mean[i % 3] += smear.image.u8()[i];
    return mean;
}

/// What a person looks at: how much of the cell is nucleus, and how orange the rest is.
Features nucleusAndGranules(const Smear& smear, CellKind kind) {
    const auto belongs = owners(smear);
    double nucleus = 0;
    double rest = 0;
    double orange = 0;
    for (std::size_t i = 0; i < belongs.size(); ++i) {
        if (belongs[i] < 0 || smear.cells[std::size_t(belongs[i])].kind != kind)
            continue;
        const std::uint8_t* rgb = smear.image.u8() + 3 * i;
        if (rgb[1] < 100 && rgb[2] > rgb[0]) {
            ++nucleus;
        } else {
            ++rest;
            orange += rgb[0] - rgb[2];
        }
    }
    return {nucleus / (nucleus + rest), orange / std::max(rest, 1.0) / 100};
}

/// Share of samples nearest to their own class's mean, each measured against the others (leave one out).
double nearestMeanAccuracy(const std::vector<Features>& samples, const std::vector<int>& classes) {
    int right = 0;
    for (std::size_t left = 0; left < samples.size(); ++left) {
        std::map<int, std::pair<Features, int>> sums;
        for (std::size_t i = 0; i < samples.size(); ++i) {
            if (i == left)
                continue;
            auto& [sum, count] = sums[classes[i]];
            sum.resize(samples[i].size());
            for (std::size_t k = 0; k < sum.size(); ++k)
                sum[k] += samples[i][k];
            ++count;
        }
        double least = INFINITY;
        int nearest = -1;
        for (const auto& [label, entry] : sums) {
            double distance = 0;
            for (std::size_t k = 0; k < entry.first.size(); ++k)
                distance += std::pow(entry.first[k] / entry.second - samples[left][k], 2);
            if (distance < least) {
                least = distance;
                nearest = label;
            }
        }
        right += nearest == classes[left];
    }
    return double(right) / double(samples.size());
}

} // namespace

class BloodSmearTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameOptionsGiveTheSamePixelsEverywhere();
    void anotherSeedGivesAnotherPicture();
    void boxesFitTheirMasks();
    void noPixelBelongsToTwoCells();
    void everyCellAskedForIsThere_data();
    void everyCellAskedForIsThere();
    void masksFollowWhatIsSeen();
    void aCloseUpHasItsLeukocyteInTheMiddle();
    void meanColourDoesNotTellTheClassesButNucleusAndGranulesDo();
    void oddOptionsAreHarmless_data();
    void oddOptionsAreHarmless();
};

// GCC and Clang, with and without optimisation, came to these numbers; another machine must, too.
void BloodSmearTest::sameOptionsGiveTheSamePixelsEverywhere() {
    const samples::SmearOptions options{.seed = 7, .width = 320, .height = 240};
    const Smear once = samples::paintSmear(options);
    const Smear again = samples::paintSmear(options);
    QCOMPARE(checksum(once.image), checksum(again.image));
    QCOMPARE(once.cells.size(), again.cells.size());
    QCOMPARE(checksum(once.image), 17260575264666401983ull);
    QCOMPARE(checksum(samples::paintCloseUp(CellKind::Eosinophil, 96, 3).image), 5038378906462725470ull);
}

void BloodSmearTest::anotherSeedGivesAnotherPicture() {
    std::set<std::uint64_t> seen;
    for (std::uint64_t seed = 0; seed < 12; ++seed)
        seen.insert(checksum(samples::paintCloseUp(CellKind::Neutrophil, 48, seed).image));
    QCOMPARE(seen.size(), std::size_t(12));
}

void BloodSmearTest::boxesFitTheirMasks() {
    for (const std::uint64_t seed : {1, 2, 3}) {
        const Smear smear = samples::paintSmear({.seed = seed});
        for (const samples::Cell& cell : smear.cells) {
            QVERIFY(annotation::foregroundPixels(cell.mask) > 0);
            QVERIFY(cell.box == annotation::foregroundBox(cell.mask));
            QVERIFY(cell.box.x >= 0 && cell.box.y >= 0);
            QVERIFY(cell.box.x + cell.box.width <= smear.image.width());
            QVERIFY(cell.box.y + cell.box.height <= smear.image.height());
        }
    }
}

void BloodSmearTest::noPixelBelongsToTwoCells() {
    // Crowded, so that many cells lie over one another.
    const Smear smear =
        samples::paintSmear({.seed = 5, .erythrocytes = 130, .neutrophils = 3, .platelets = 20});
    const auto belongs = owners(smear);
    QCOMPARE(std::ranges::count(belongs, -2), 0);
    QVERIFY(std::ranges::count_if(belongs, [](int owner) { return owner >= 0; }) >
            std::ptrdiff_t(belongs.size() / 2));
}

void BloodSmearTest::everyCellAskedForIsThere_data() {
    QTest::addColumn<int>("erythrocytes");
    QTest::addColumn<int>("each");
    QTest::addColumn<int>("platelets");
    QTest::newRow("none") << 0 << 0 << 0;
    QTest::newRow("usual") << 60 << 1 << 6;
    QTest::newRow("only leukocytes") << 0 << 4 << 0;
    QTest::newRow("sparse") << 8 << 2 << 30;
}

void BloodSmearTest::everyCellAskedForIsThere() {
    QFETCH(int, erythrocytes);
    QFETCH(int, each);
    QFETCH(int, platelets);
    for (const std::uint64_t seed : {1, 2, 3, 4}) {
        const Smear smear = samples::paintSmear({.seed = seed,
                                                 .erythrocytes = erythrocytes,
                                                 .lymphocytes = each,
                                                 .neutrophils = each,
                                                 .eosinophils = each,
                                                 .platelets = platelets});
        std::map<CellKind, int> counts;
        for (const samples::Cell& cell : smear.cells)
            ++counts[cell.kind];
        for (const CellKind kind : kLeukocytes)
            QCOMPARE(counts[kind], each);
        QCOMPARE(counts[CellKind::Platelet], platelets);
        // One that is almost wholly under others is not told.
        QVERIFY2(counts[CellKind::Erythrocyte] <= erythrocytes, qPrintable(QString::number(seed)));
        QVERIFY2(counts[CellKind::Erythrocyte] >= erythrocytes - 2, qPrintable(QString::number(seed)));
    }
}

// Just inside the rim of an erythrocyte it is darker than just outside.
void BloodSmearTest::masksFollowWhatIsSeen() {
    const Smear smear = samples::paintSmear({.seed = 11, .erythrocytes = 25});
    const auto belongs = owners(smear);
    const int width = smear.image.width();
    const auto green = [&](int x, int y) {
        return smear.image.u8()[(std::size_t(y) * std::size_t(width) + std::size_t(x)) * 3 + 1];
    };
    constexpr int kStep = 3;
    double inside = 0;
    double outside = 0;
    int edges = 0;
    for (int y = 0; y < smear.image.height(); ++y)
        for (int x = kStep; x + kStep < width; ++x) {
            const std::size_t at = std::size_t(y) * std::size_t(width) + std::size_t(x);
            bool edge = true;
            for (int k = 1; k <= kStep; ++k)
                edge &= belongs[at - std::size_t(k)] == -1 && belongs[at + std::size_t(k) - 1] >= 0;
            if (!edge)
                continue;
            ++edges;
            outside += green(x - 2, y);
            inside += green(x + 1, y);
        }
    QVERIFY(edges > 200);
    QVERIFY2(outside / edges > inside / edges + 25,
             qPrintable(QString::number(outside / edges - inside / edges)));
}

void BloodSmearTest::aCloseUpHasItsLeukocyteInTheMiddle() {
    for (const CellKind kind : kLeukocytes)
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const Smear smear = samples::paintCloseUp(kind, 160, seed);
            int leukocytes = 0;
            for (const samples::Cell& cell : smear.cells) {
                if (cell.kind == CellKind::Erythrocyte || cell.kind == CellKind::Platelet)
                    continue;
                ++leukocytes;
                QVERIFY(cell.kind == kind);
                QVERIFY(std::abs(cell.box.x + cell.box.width / 2 - 80) < 16);
                QVERIFY(std::abs(cell.box.y + cell.box.height / 2 - 80) < 16);
                QVERIFY(cell.box.width > 50 && cell.box.width < 140);
            }
            QCOMPARE(leukocytes, 1);
        }
}

void BloodSmearTest::meanColourDoesNotTellTheClassesButNucleusAndGranulesDo() {
    std::vector<Features> colours;
    std::vector<Features> looks;
    std::vector<int> classes;
    for (const CellKind kind : kLeukocytes)
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            const Smear smear = samples::paintCloseUp(kind, 160, seed);
            colours.push_back(meanColour(smear));
            looks.push_back(nucleusAndGranules(smear, kind));
            classes.push_back(int(kind));
        }
    const double byColour = nearestMeanAccuracy(colours, classes);
    const double byLooks = nearestMeanAccuracy(looks, classes);
    QVERIFY2(byColour < 0.8, qPrintable(QString::number(byColour)));
    QVERIFY2(byLooks > 0.9, qPrintable(QString::number(byLooks)));
}

void BloodSmearTest::oddOptionsAreHarmless_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("cells");
    QTest::newRow("one pixel") << 1 << 1 << 8.0 << 3;
    QTest::newRow("one row") << 64 << 1 << 8.0 << 3;
    QTest::newRow("smaller than a cell") << 20 << 20 << 8.0 << 5;
    QTest::newRow("far too many cells") << 64 << 64 << 8.0 << 200;
    QTest::newRow("coarse") << 64 << 64 << 0.5 << 50;
    QTest::newRow("fine") << 128 << 128 << 60.0 << 2;
}

void BloodSmearTest::oddOptionsAreHarmless() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(double, scale);
    QFETCH(int, cells);
    const Smear smear = samples::paintSmear({.seed = 3,
                                             .width = width,
                                             .height = height,
                                             .pixelsPerMicrometre = scale,
                                             .erythrocytes = cells,
                                             .lymphocytes = cells / 2,
                                             .neutrophils = cells / 2,
                                             .eosinophils = cells / 2,
                                             .platelets = cells});
    QCOMPARE(smear.image.width(), width);
    QCOMPARE(smear.image.height(), height);
    QCOMPARE(std::ranges::count(owners(smear), -2), 0);
}

QTEST_GUILESS_MAIN(BloodSmearTest)
#include "BloodSmearTest.moc"
