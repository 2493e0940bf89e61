// Ants and bees with real pretrained weights: the defaults, untouched, reach what a linear probe reaches.

#include "Fixture.h"

#include <QTest>

using namespace graft;

namespace {

const char* const kData = "data/hymenoptera_256";

/// What ../shared/weights/README.md says of a file, and what its frozen features must reach.
struct Row {
    const char* file;
    const char* model;
    graph::BuildOptions build{};
    dataset::Preprocessing preprocessing{};
    double accuracy = 0;
};

const Row rows[] = {
    {"resnet50.keras_v1",
     "resnet50",
     {.strideOnFirstConv = true, .batchNormEps = 1e-3},
     {.bgr = true, .scale = 1, .mean = {103.939f, 116.779f, 123.68f}, .std = {1, 1, 1}},
     0.93},
    {"mobilenet_v3_small.qvac_features", "mobilenet_v3_small", {}, {}, 0.88},
};

std::vector<dataset::Item> itemsOf(const char* side, int firstId) {
    std::vector<dataset::Item> items;
    int target = 0;
    for (const char* name : {"ants", "bees"}) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry :
             std::filesystem::directory_iterator(test::sharedFolder() / kData / side / name))
            if (entry.path().extension() == ".jpg")
                files.push_back(entry.path());
        std::ranges::sort(files);
        for (const auto& file : files)
            items.push_back({firstId++, file, file.filename().string(), target});
        ++target;
    }
    return items;
}

} // namespace

class HymenopteraTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void frozenBackbonesReachTheirBest_data();
    void frozenBackbonesReachTheirBest();
};

void HymenopteraTest::frozenBackbonesReachTheirBest_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(std::size(rows)); ++i)
        QTest::newRow(rows[i].file) << i;
}

void HymenopteraTest::frozenBackbonesReachTheirBest() {
    QFETCH(int, index);
    const Row& row = rows[index];
    const std::string weights = std::string("weights/") + row.file + ".safetensors";
    GRAFT_NEEDS_SHARED(kData);
    GRAFT_NEEDS_SHARED(weights);
    test::TemporaryFolder folder;
    training::RunInput input;
    input.options.model = row.model;
    input.options.weights = row.file;
    input.options.device = "cpu";
    input.weights = training::PretrainedWeights{row.file, test::sharedFolder() / weights, row.file,
                                                row.preprocessing, row.build};
    input.classes = {"ants", "bees"};
    input.train = itemsOf("train", 1);
    input.validation = itemsOf("val", 1001);
    QCOMPARE(input.train.size(), 244u);
    QCOMPARE(input.validation.size(), 153u);
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    const runs::RunRecord& record = outcome->record;
    QVERIFY(record.bestEpoch);
    const double best = record.epochs[std::size_t(*record.bestEpoch - 1)].values.at("val_accuracy");
    QVERIFY2(best >= row.accuracy, std::to_string(best).c_str());
    QVERIFY(outcome->cachedPrefix);
    QCOMPARE(test::fact(record, "frozen_part_images"), std::string("397"));
    const auto evaluation = training::evaluate(record.folder, "val", input.validation, {}, "cpu");
    GRAFT_OK(evaluation);
    QCOMPARE(evaluation->summary.accuracy.value, best);
}

QTEST_GUILESS_MAIN(HymenopteraTest)
#include "HymenopteraTest.moc"
