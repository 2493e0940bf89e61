// The images of an epoch, step by step and piece by piece.

#include "Fixture.h"

#include "training/EpochSteps.h"

#include <torch/torch.h>

#include <QTest>

#include <numeric>

using namespace graft;
using training::EpochSteps;

namespace {

/// Of items that are looked at as they are.
struct Side {
    const graph::Architecture& architecture = *graph::findArchitecture("squeezenet1_1");
    engine::Network network{architecture.build({.classes = 2, .newHead = true}), 0};
    training::FrozenPrefix prefix{network, *graph::freezeUpTo(network.graph(), architecture, "none")};
    training::ImageSet set;
    training::CutValues values;

    explicit Side(std::vector<dataset::Item> items)
        : set{.items = std::move(items)}, values(set, prefix, {.preprocessing = {.size = 64, .resize = 64}}) {
    }
};

std::vector<std::size_t> upTo(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t(0));
    return order;
}

} // namespace

class EpochStepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreCutIntoPieces_data();
    void stepsAreCutIntoPieces();
    void aStepCanBeReadAgain();
};

void EpochStepsTest::stepsAreCutIntoPieces_data() {
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("piece");
    QTest::addColumn<QString>("expected"); ///< sizes of the pieces, steps apart
    QTest::newRow("none") << 0 << 8 << 8 << "";
    QTest::newRow("a step is a batch") << 20 << 8 << 8 << "8 | 8 | 4";
    QTest::newRow("batches by threes") << 20 << 12 << 4 << "4 4 4 | 4 4";
    QTest::newRow("the last one is smaller") << 19 << 12 << 4 << "4 4 4 | 4 3";
    QTest::newRow("one alone is left out") << 17 << 16 << 4 << "4 4 4 4";
    QTest::newRow("but not of one") << 1 << 16 << 4 << "1";
    QTest::newRow("nor where all are single") << 3 << 1 << 1 << "1 | 1 | 1";
    QTest::newRow("one alone in a piece") << 9 << 16 << 8 << "8 1";
}

void EpochStepsTest::stepsAreCutIntoPieces() {
    QFETCH(int, images);
    QFETCH(int, step);
    QFETCH(int, piece);
    QFETCH(QString, expected);
    test::TemporaryFolder folder;
    Side side(test::paintItems(folder / "photos", images));
    const EpochSteps steps(side.values, upTo(std::size_t(images)), {step, piece}, 1);
    QStringList found;
    std::size_t next = 0;
    for (const EpochSteps::Step& one : steps.steps()) {
        QStringList sizes;
        std::size_t all = 0;
        for (const EpochSteps::Piece& indices : steps.piecesOf(one)) {
            sizes << QString::number(indices.size());
            for (const std::size_t index : indices)
                QCOMPARE(index, next++);
            all += indices.size();
        }
        QCOMPARE(std::size_t(one.images), all);
        found << sizes.join(' ');
    }
    QCOMPARE(found.join(" | "), expected);
}

/// Where memory ran out amid, or an image that was read ahead waits.
void EpochStepsTest::aStepCanBeReadAgain() {
    test::TemporaryFolder folder;
    Side side(test::paintItems(folder / "photos", 10));
    EpochSteps steps(side.values, upTo(10), {4, 2}, 1);
    const auto read = [&] {
        auto batch = steps.next({});
        return batch && *batch ? (*batch)->values.front() : torch::Tensor();
    };
    std::vector<torch::Tensor> once;
    for (int piece = 0; piece < 4; ++piece)
        once.push_back(read());
    steps.readAhead({});
    steps.goTo(steps.steps()[1]);
    for (int piece = 2; piece < 4; ++piece) {
        steps.readAhead({});
        QVERIFY(torch::equal(read(), once[std::size_t(piece)]));
    }
    steps.goTo(steps.steps()[2]); // it is there already
    QCOMPARE(read().size(0), 2);
}

QTEST_GUILESS_MAIN(EpochStepsTest)
#include "EpochStepsTest.moc"
