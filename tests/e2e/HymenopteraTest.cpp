#include "Graft.h"

#include <numeric>

// The promise of the program, measured: 244 photos of ants and bees, a frozen ResNet-50, and nothing to tune.

using namespace graft;
using test::Answer;
using test::qtext;

class HymenopteraTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFrozenBackboneReachesThePublishedAccuracy();
};

void HymenopteraTest::aFrozenBackboneReachesThePublishedAccuracy() {
    GRAFT_NEEDS_SHARED("data/hymenoptera_256");
    GRAFT_NEEDS_SHARED("weights/resnet50.keras_v1.safetensors");
    const test::TemporaryFolder folder;
    const test::Graft graft(folder / "data", test::sharedWeights(), 2);
    const QString project = qtext(folder / "hymenoptera.graft");
    GRAFT_GOOD(graft.good({"create", project}));
    const Answer imported =
        graft.good({"import", project, qtext(test::sharedFolder() / "data/hymenoptera_256")});
    GRAFT_GOOD(imported);
    const QJsonObject info = graft.good({"info", project}).json;
    QCOMPARE(info["splits"]["val"].toInt(), 153);
    QVERIFY(info["splits"]["train"].toInt() >= 244);

    std::vector<double> accuracies;
    for (int seed = 0; seed < 5; ++seed) {
        const Answer trained = graft.good(
            {"train", project, "--model", "resnet50", "--freeze", "all", "--seed", QString::number(seed)},
            600);
        GRAFT_GOOD(trained);
        QVERIFY(trained.json["cached_prefix"].toBool());
        accuracies.push_back(trained.json["val"]["accuracy"].toDouble());
        qInfo("seed %d: validation accuracy %.4f at epoch %d, %.1f s", seed, accuracies.back(),
              trained.json["best_epoch"].toInt(), trained.json["seconds"].toDouble());
        if (seed > 0)
            continue; // from here on the features come from the cache of the first run
        const QJsonArray history = trained.json["history"].toArray();
        const double first = history[0]["seconds"].toDouble();
        for (int epoch = 1; epoch < history.size(); ++epoch)
            QVERIFY2(history[epoch]["seconds"].toDouble() < first / 10,
                     qPrintable(QString::number(epoch + 1)));
    }
    const double mean =
        std::accumulate(accuracies.begin(), accuracies.end(), 0.0) / double(accuracies.size());
    qInfo("mean validation accuracy %.4f", mean);
    QVERIFY2(mean >= 0.94, qPrintable(QString::number(mean)));
}

QTEST_GUILESS_MAIN(HymenopteraTest)
#include "HymenopteraTest.moc"
