// The recipes: what they decide, what they refuse, and that they learn.

#include "Pretrained.h"

#include "training/Mixing.h"
#include "training/Recipes.h"
#include "training/Scores.h"

#include <torch/torch.h>

#include <QTest>

#include <cmath>

using namespace graft;
using training::TrainingOptions;

namespace {

TrainingOptions of(const std::string& recipe) {
    TrainingOptions options;
    options.weights = "some";
    return training::withRecipe(options, recipe);
}

runs::EpochRecord bestOf(const runs::RunRecord& record) {
    return record.epochs.at(std::size_t(record.bestEpoch.value_or(1) - 1));
}

} // namespace

class RecipesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRecipeIsValidForEveryModel();
    void optionsSurviveTheirFile();
    void theVersionRisesOnlyWhenNeeded();
    void differencesAreListed();
    void refused_data();
    void refused();
    void wildLearningOptionsAreRefused_data();
    void wildLearningOptionsAreRefused();
    void quickLearnsWithoutAnEpochOfSteps();
    void quickEqualsItsEvaluation();
    void fewValidationImagesAreNotAskedAlone();
    void viewsAreRowsOfTheirOwn();
    void aRareClassCountsAsMuch();
    void bestBeginsWithTheSolvedHead();
    void theBestEpochIsTheBestForWhatCounts_data();
    void theBestEpochIsTheBestForWhatCounts();
    void ofEqualEpochsTheLatestIsKept();
    void anErrorOfBalancedAccuracyIsThatOfItsRecalls();
    void patienceEndsARun_data();
    void patienceEndsARun();
    void betaSharesHaveTheirMoments_data();
    void betaSharesHaveTheirMoments();
    void mixupBlendsPicturesAndTargetsAlike();
    void cutMixPastesWhatItSays();
    void cutMixWithoutMapsBlends();
};

void RecipesTest::everyRecipeIsValidForEveryModel() {
    for (const graph::Architecture& architecture : graph::architectures()) {
        for (const char* recipe : {"quick", "best", "custom"}) {
            TrainingOptions options;
            options.model = architecture.name;
            options.weights = "some";
            options.headLayers = {16};
            options.pooling = architecture.headPools ? "gem" : "average";
            options = training::withRecipe(options, recipe);
            const auto fits = options.check();
            QVERIFY2(fits.ok(), fits.ok() ? "" : fits.error().message.c_str());
            QCOMPARE(options.recipe, std::string(recipe));
        }
    }
    QCOMPARE(of("best").freeze, std::string("layer2"));
    QCOMPARE(of("quick").freeze, std::string("all"));
}

void RecipesTest::optionsSurviveTheirFile() {
    TrainingOptions options = of("best");
    options.learning = {"sgd", 0.5, "plateau", 3,   4,   0.2, 0.7, {{"layer1", 0.1}, {"layer4.0", 2}},
                        1.5,   4,   0.99,      6,   0.1, 0.2, 0.3, true,
                        2,     3,   true,      0.4, true};
    const auto read = training::optionsFromJson(training::toJson(options));
    GRAFT_OK(read);
    QVERIFY(read->learning == options.learning);
    QCOMPARE(read->recipe, options.recipe);
    for (const char* json :
         {R"({"version": 4, "learning": 3})", R"({"version": 4, "learning": {"block_rates": [1]}})",
          R"({"version": 4, "learning": {"block_rates": {"layer1": "x"}}})",
          R"({"version": 4, "learning": {"patience": 1.5}})", R"({"version": 4, "recipe": 1})"})
        QVERIFY2(!training::optionsFromJson(json).ok(), json);
}

void RecipesTest::theVersionRisesOnlyWhenNeeded() {
    QVERIFY(training::toJson({}).find("\"version\": 1,") != std::string::npos);
    TrainingOptions options;
    options.learning.mixup = 0.2;
    QVERIFY(training::toJson(options).find("\"version\": 1,") == std::string::npos);
    QVERIFY(training::toJson(of("quick")).find("\"version\": 1,") == std::string::npos);
    QVERIFY(training::toJson(of("quick")).find("\"version\": 5,") != std::string::npos);
    QVERIFY(training::toJson(of("best")).find("\"version\": 8,") != std::string::npos);
}

void RecipesTest::differencesAreListed() {
    QVERIFY(training::differences({}, {}).empty());
    TrainingOptions a, b;
    b.epochs = 7;
    b.augment.contrast = 0.2;
    b.learning.blockRates["layer1"] = 0.5;
    b.version = 4;
    const auto found = training::differences(a, b);
    QCOMPARE(found.size(), 3u);
    std::map<std::string, std::pair<std::string, std::string>> byName;
    for (const auto& difference : found)
        byName[difference.name] = {difference.left, difference.right};
    QCOMPARE(byName["epochs"], std::pair(std::string("30"), std::string("7")));
    QCOMPARE(byName["augment.contrast"].second, std::string("0.2"));
    QCOMPARE(byName["learning.block_rates"].second, std::string(R"({"layer1":0.5})"));
}

void RecipesTest::refused_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << 0 << "no recipe";
    QTest::newRow("quick from scratch") << 1 << "pretrained weights";
    QTest::newRow("quick with a hidden layer") << 2 << "linear head";
    QTest::newRow("quick with something that learns") << 3 << "head alone";
    QTest::newRow("quick with epochs") << 4 << "number of epochs";
    QTest::newRow("best with nothing to learn") << 5 << "lets blocks learn";
    QTest::newRow("CutMix without pictures") << 6 << "CutMix";
    QTest::newRow("a rate for no block") << 7 << "layer1, layer2";
}

void RecipesTest::refused() {
    QFETCH(int, row);
    QFETCH(QString, says);
    TrainingOptions options = of(row == 5 ? "best" : row < 5 ? "quick" : "custom");
    const std::function<void()> changes[] = {
        [&] { options.recipe = "cake"; },     [&] { options.weights = "none"; },
        [&] { options.headLayers = {8}; },    [&] { options.freeze = "layer3"; },
        [&] { options.epochs = 30; },         [&] { options.freeze = "all"; },
        [&] { options.learning.cutMix = 1; }, [&] { options.learning.blockRates["layer9"] = 1; },
    };
    changes[row]();
    const auto fits = options.check();
    QVERIFY(!fits.ok());
    QVERIFY2(QString::fromStdString(fits.error().message).contains(says), fits.error().message.c_str());
}

void RecipesTest::wildLearningOptionsAreRefused_data() {
    QTest::addColumn<int>("row");
    for (int row = 0; row < 15; ++row)
        QTest::addRow("row %d", row) << row;
}

void RecipesTest::wildLearningOptionsAreRefused() {
    QFETCH(int, row);
    training::LearningOptions options;
    QVERIFY(options.check().ok());
    const std::function<void()> changes[] = {
        [&] { options.optimiser = "adam"; },
        [&] { options.momentum = 1; },
        [&] { options.schedule = "cosin"; },
        [&] { options.warmUpEpochs = std::nan(""); },
        [&] { options.stepEpochs = 0; },
        [&] { options.stepFactor = 2; },
        [&] { options.layerDecay = 0; },
        [&] { options.blockRates["layer1"] = -1; },
        [&] { options.clipNorm = -1; },
        [&] { options.accumulate = 0; },
        [&] { options.averageDecay = 1; },
        [&] { options.patience = -1; },
        [&] { options.labelSmoothing = 1; },
        [&] { options.mixup = -0.1; },
        [&] { options.focalGamma = std::nan(""); },
    };
    static_assert(std::size(changes) == 15);
    changes[row]();
    QVERIFY(!options.check().ok());
}

void RecipesTest::quickLearnsWithoutAnEpochOfSteps() {
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "squeezenet1_1", "all");
    input.options = training::withRecipe(input.options, "quick");
    input.train = test::paintItems(folder / "photos", 60);
    input.validation = test::paintItems(folder / "photos", 60, 2, 1001);
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    const runs::RunRecord& record = outcome->record;
    QCOMPARE(record.state, runs::State::Finished);
    QCOMPARE(record.epochs.size(), std::size(training::kProbePenalties));
    QVERIFY(outcome->cachedPrefix);
    QVERIFY(!told.noted("cross-validation"));
    QVERIFY2(bestOf(record).values.at("val_accuracy") >= 0.8,
             std::to_string(bestOf(record).values.at("val_accuracy")).c_str());
    for (std::size_t i = 0; i < record.epochs.size(); ++i) {
        QCOMPARE(record.epochs[i].values.at("l2"), training::kProbePenalties[i]);
        if (i > 0) // a weaker penalty fits the training images better
            QVERIFY(record.epochs[i].values.at("train_loss") < record.epochs[i - 1].values.at("train_loss"));
    }
    QCOMPARE(test::fact(record, "frozen_part_images"), std::string("120"));
}

void RecipesTest::quickEqualsItsEvaluation() {
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "squeezenet1_1", "all");
    input.options = training::withRecipe(input.options, "quick");
    input.train = test::paintItems(folder / "photos", 30, 3);
    input.validation = test::paintItems(folder / "photos", 60, 3, 1001);
    input.classes = {"lying", "standing", "leaning"};
    const auto outcome = training::train(input, folder / "runs", {});
    GRAFT_OK(outcome);
    const auto evaluation = training::evaluate(outcome->record.folder, "val", input.validation, {}, "cpu");
    GRAFT_OK(evaluation);
    QCOMPARE(evaluation->summary.accuracy.value, bestOf(outcome->record).values.at("val_accuracy"));
}

void RecipesTest::fewValidationImagesAreNotAskedAlone() {
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "mobilenet_v3_small", "all");
    input.options = training::withRecipe(input.options, "quick");
    input.validation.resize(4);
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    QVERIFY(told.noted("cross-validation"));
    const auto best = bestOf(outcome->record).values;
    for (const runs::EpochRecord& epoch : outcome->record.epochs) {
        QVERIFY(epoch.values.contains("cv_loss"));
        QVERIFY(epoch.values.at("cv_accuracy") <= best.at("cv_accuracy"));
    }
}

void RecipesTest::viewsAreRowsOfTheirOwn() {
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "mobilenet_v3_small", "all");
    input.options = training::withRecipe(input.options, "quick");
    input.options.augment.rotationDegrees = 20;
    input.options.views = 3;
    const auto kept = training::train(input, folder / "runs", {});
    GRAFT_OK(kept);
    QCOMPARE(test::fact(kept->record, "frozen_part_images"), std::to_string(3 * 20 + 10));
    input.options.cachePrefix = false;
    const auto anew = training::train(input, folder / "runs", {});
    GRAFT_OK(anew);
    QCOMPARE(test::valuesOf(anew->record), test::valuesOf(kept->record));
}

void RecipesTest::aRareClassCountsAsMuch() {
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "squeezenet1_1", "all");
    input.options = training::withRecipe(input.options, "quick");
    input.train = test::paintItems(folder / "photos", 60);
    std::erase_if(input.train, [](const dataset::Item& item) { return item.target == 1 && item.id > 8; });
    input.validation = test::paintItems(folder / "photos", 60, 2, 1001);
    std::map<bool, double> recall;
    for (const bool balanced : {false, true}) {
        input.options.balanced = balanced;
        const auto outcome = training::train(input, folder / "runs", {});
        GRAFT_OK(outcome);
        recall[balanced] = outcome->record.epochs.front().values.at("val_balanced_accuracy");
    }
    QVERIFY2(recall[true] > recall[false], std::to_string(recall[true]).c_str());
}

void RecipesTest::bestBeginsWithTheSolvedHead() {
    test::TemporaryFolder folder;
    training::RunInput input = test::pretrainedRun(folder.path(), "mobilenet_v3_small", "all");
    input.options.batch = 8;
    const TrainingOptions plain = input.options;
    input.options = training::withRecipe(plain, "quick");
    input.validation = test::paintItems(folder / "photos", 60, 2, 1001);
    const auto quick = training::train(input, folder / "runs", {});
    GRAFT_OK(quick);
    input.options = training::withRecipe(plain, "best");
    input.options.epochs = 4;
    const auto best = training::train(input, folder / "runs", {});
    GRAFT_OK(best);
    QCOMPARE(best->record.epochs.size(), 4u);
    // Other parts of the network are computed folded, so that an image on the fence may fall to the other
    // side.
    for (const auto& [name, value] : bestOf(quick->record).values)
        QVERIFY2(std::abs(best->record.epochs.front().values.at(name) - value) <
                     (name.ends_with("accuracy") ? 0.05 : 1e-3),
                 name.c_str());
    // As good as the solved head, as far as 60 images can tell.
    const double first = best->record.epochs.front().values.at("val_accuracy");
    QVERIFY(bestOf(best->record).values.at("val_accuracy") > first - std::sqrt(0.25 / 60));
    QVERIFY(best->record.epochs.back().values.at("val_loss") !=
            best->record.epochs.front().values.at("val_loss"));
}

void RecipesTest::theBestEpochIsTheBestForWhatCounts_data() {
    QTest::addColumn<bool>("balanced");
    QTest::addColumn<bool>("classWeights");
    QTest::newRow("all images alike") << false << false;
    QTest::newRow("classes drawn equally often") << true << false;
    QTest::newRow("class weights") << false << true;
}

/// A quarter of the validation images are of one class, so that the two accuracies disagree on the epoch.
void RecipesTest::theBestEpochIsTheBestForWhatCounts() {
    QFETCH(bool, balanced);
    QFETCH(bool, classWeights);
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    input.options.epochs = 12;
    input.options.learningRate = input.options.headLearningRate = 2e-3;
    input.options.balanced = balanced;
    input.options.learning.classWeights = classWeights;
    input.validation = test::paintItems(folder / "photos", 40, 2, 1001);
    std::erase_if(input.validation,
                  [](const dataset::Item& item) { return item.target == 1 && item.id > 1015; });
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        input.options.seed = seed;
        const auto outcome = training::train(input, folder / ("runs" + std::to_string(seed)), {});
        GRAFT_OK(outcome);
        const auto bestBy = [&](const char* name) {
            const auto rank = [&](const runs::EpochRecord& epoch) {
                return std::pair(epoch.values.at(name), -epoch.values.at("val_loss"));
            };
            return std::ranges::max_element(outcome->record.epochs, {}, rank)->epoch;
        };
        const int byImages = bestBy("val_accuracy"), byClasses = bestBy("val_balanced_accuracy");
        QCOMPARE(outcome->record.bestEpoch, std::optional(balanced || classWeights ? byClasses : byImages));
        if (byImages != byClasses)
            return;
    }
    QSKIP("In no run do the two accuracies disagree.");
}

/// 40 validation images: where 36 are right, one standard error is 2.0 of them.
void RecipesTest::ofEqualEpochsTheLatestIsKept() {
    const training::TrainingOptions options;
    const auto rating = [&](int right, double loss = 0.3) {
        return training::ratingOf(options, {.loss = loss, .accuracy = right / 40.0, .images = 40});
    };
    QVERIFY(std::abs(rating(36).error - std::sqrt(37.0 / 42 * 5 / 42 / 40)) < 1e-12);
    QVERIFY(rating(40).error > 0); // all of so few is no certainty
    const auto kept = [&](bool latest, std::initializer_list<int> rights) {
        training::BestEpoch best;
        int epoch = 0;
        for (const int right : rights) {
            ++epoch;
            best.consider(epoch, rating(right, 0.3 + 0.01 * epoch), latest);
        }
        return best.epoch;
    };
    QCOMPARE(kept(false, {30, 36, 34, 36, 33}), 2); // the loss decides between equals
    QCOMPARE(kept(true, {30, 36, 34, 36, 33}), 4);
    QCOMPARE(kept(true, {30, 36, 34}), 3);
    QCOMPARE(kept(true, {30, 36, 33, 33, 33}), 2); // more than one standard error below
    QCOMPARE(kept(true, {36, 35, 34, 33, 32}), 3); // below the highest, not below the last that was kept
    QCOMPARE(kept(true, {36, 34, 39, 36}), 3);
    // More images right, and fewer of the rare class.
    training::TrainingOptions alike;
    alike.learning.classWeights = true;
    const training::Scores many{.accuracy = 0.9, .balancedAccuracy = 0.6, .images = 40};
    const training::Scores rare{.accuracy = 0.8, .balancedAccuracy = 0.8, .images = 40};
    for (const bool classesAlike : {false, true}) {
        const training::TrainingOptions& chosen = classesAlike ? alike : options;
        training::BestEpoch best;
        QVERIFY(best.consider(1, training::ratingOf(chosen, many), false));
        QCOMPARE(best.consider(2, training::ratingOf(chosen, rare), false), classesAlike);
    }
}

void RecipesTest::anErrorOfBalancedAccuracyIsThatOfItsRecalls() {
    training::TrainingOptions options;
    options.balanced = true;
    // Of the first class three of four are right, of the second nine of ten; nothing is of the third.
    metrics::ClassificationData data{.classes = 3};
    for (int i = 0; i < 14; ++i) {
        const int truth = i < 4 ? 0 : 1;
        const bool right = i != 0 && i != 4;
        data.truth.push_back(truth);
        for (int c = 0; c < 3; ++c)
            data.probabilities.push_back(c == (right ? truth : 2) ? 0.8F : 0.1F);
    }
    const training::Rating rating = training::ratingOf(options, training::scoresOf(data));
    QVERIFY(std::abs(rating.accuracy - (0.75 + 0.9) / 2) < 1e-12);
    const double variance = 4.0 / 6 * 2 / 6 / 4 + 10.0 / 12 * 2 / 12 / 10;
    QVERIFY(std::abs(rating.error - std::sqrt(variance) / 2) < 1e-12);
}

void RecipesTest::patienceEndsARun_data() {
    QTest::addColumn<bool>("latest");
    QTest::newRow("the first of equals stays the best") << false;
    QTest::newRow("every equal is the best anew") << true;
}

void RecipesTest::patienceEndsARun() {
    QFETCH(bool, latest);
    test::TemporaryFolder folder;
    training::RunInput input = test::smallRun(folder.path());
    input.options.epochs = 6;
    input.options.learning.keepLatest = latest;
    input.options.learningRate = input.options.headLearningRate = 0; // nothing will ever be better
    input.options.learning.patience = 3;
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    QCOMPARE(outcome->record.state, runs::State::Finished);
    QCOMPARE(outcome->record.epochs.size(), latest ? 6u : 4u);
    QCOMPARE(outcome->record.bestEpoch, std::optional(latest ? 6 : 1));
    QCOMPARE(told.noted("Stopped early after epoch 4"), !latest);
}

void RecipesTest::betaSharesHaveTheirMoments_data() {
    QTest::addColumn<double>("alpha");
    for (const double alpha : {0.1, 0.4, 1.0, 3.0})
        QTest::addRow("%g", alpha) << alpha;
}

void RecipesTest::betaSharesHaveTheirMoments() {
    QFETCH(double, alpha);
    Random random(7);
    const int count = 40'000;
    double sum = 0, squares = 0;
    for (int i = 0; i < count; ++i) {
        const double share = training::drawBeta(random, alpha);
        QVERIFY(share >= 0 && share <= 1);
        sum += share;
        squares += share * share;
    }
    const double mean = sum / count, variance = squares / count - mean * mean;
    QVERIFY(std::abs(mean - 0.5) < 0.01);
    QVERIFY(std::abs(variance - 1 / (4 * (2 * alpha + 1))) < 0.005);
}

void RecipesTest::mixupBlendsPicturesAndTargetsAlike() {
    // Every picture is its own number, so that it says how much of whom is in it.
    const torch::Tensor numbers = torch::arange(8, torch::kFloat32);
    const torch::Tensor pictures = numbers.view({8, 1, 1, 1}).expand({8, 3, 4, 4}).contiguous();
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto mixed =
            training::mixBatch({pictures, numbers.view({8, 1})}, torch::arange(8), {.mixup = 1}, seed);
        const torch::Tensor expected =
            numbers * (1 - mixed.share) + mixed.others.to(torch::kFloat32) * mixed.share;
        QVERIFY(torch::allclose(mixed.values[0].mean({1, 2, 3}), expected));
        QVERIFY(torch::allclose(mixed.values[1].flatten(), expected));
        const auto again =
            training::mixBatch({pictures, numbers.view({8, 1})}, torch::arange(8), {.mixup = 1}, seed);
        QVERIFY(torch::equal(again.values[0], mixed.values[0]));
    }
    QCOMPARE(training::mixBatch({pictures}, torch::arange(8), {}, 1).share, 0.0);
}

void RecipesTest::cutMixPastesWhatItSays() {
    const torch::Tensor numbers = torch::arange(8, torch::kFloat32);
    const torch::Tensor pictures = numbers.view({8, 1, 1, 1}).expand({8, 2, 16, 16}).contiguous();
    double least = 1, most = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const auto mixed = training::mixBatch({pictures}, torch::arange(8), {.cutMix = 1}, seed);
        const torch::Tensor others = mixed.others.to(torch::kFloat32);
        const torch::Tensor expected = numbers * (1 - mixed.share) + others * mixed.share;
        QVERIFY(torch::allclose(mixed.values[0].mean({1, 2, 3}), expected, 1e-4, 1e-4));
        const torch::Tensor own = mixed.values[0] == numbers.view({8, 1, 1, 1});
        const torch::Tensor pasted = mixed.values[0] == others.view({8, 1, 1, 1});
        QVERIFY(torch::logical_or(own, pasted).all().item<bool>()); // whole pixels of one or the other
        least = std::min(least, mixed.share);
        most = std::max(most, mixed.share);
    }
    QVERIFY(most - least > 0.3);
    QVERIFY(torch::equal(pictures.mean({1, 2, 3}), numbers)); // what was given is as before
}

void RecipesTest::cutMixWithoutMapsBlends() {
    const torch::Tensor features = torch::arange(8, torch::kFloat32).view({8, 1});
    const auto mixed = training::mixBatch({features}, torch::arange(8), {.cutMix = 1}, 3);
    const torch::Tensor expected =
        features.flatten() * (1 - mixed.share) + mixed.others.to(torch::kFloat32) * mixed.share;
    QVERIFY(mixed.share > 0);
    QVERIFY(torch::allclose(mixed.values[0].flatten(), expected));
}

QTEST_GUILESS_MAIN(RecipesTest)
#include "RecipesTest.moc"
