// Best, where the solved head leaves nothing to be gained.

#include "Pretrained.h"

#include "training/Recipes.h"

#include <QTest>

using namespace graft;

namespace {

/// Best with a head that gets all its validation images right: it has learnt from them, over and over. The
/// classes of those go by turns.
training::RunInput perfectRun(const std::filesystem::path& folder, int images, int rare = 0) {
    training::RunInput input = test::pretrainedRun(folder, "squeezenet1_1", "all");
    input.options = training::withRecipe(input.options, "best");
    input.options.epochs = 2;
    input.options.balanced = rare > 0;
    input.validation.clear();
    for (int i = 0; i < images; ++i) {
        const bool second = rare == 0 ? i % 2 == 1 : i < rare;
        input.validation.push_back(input.train[std::size_t(2 * i + second) % input.train.size()]);
        input.validation.back().id = 1001 + i;
    }
    return input;
}

} // namespace

class EarlyEndTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bestEndsWhereTheSolvedHeadHasEveryImageRight_data();
    void bestEndsWhereTheSolvedHeadHasEveryImageRight();
    void aResumedBestEndsAsItWouldHave();
};

void EarlyEndTest::bestEndsWhereTheSolvedHeadHasEveryImageRight_data() {
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("unreadable");
    QTest::addColumn<int>("rare"); ///< of the second class; 0: every other one
    QTest::addColumn<int>("patience");
    QTest::addColumn<int>("epochs");
    QTest::addColumn<int>("done");
    QTest::newRow("all of enough") << 99 << 0 << 0 << 6 << 2 << 1;
    QTest::newRow("all of too few to tell") << 98 << 0 << 0 << 6 << 2 << 2;
    QTest::newRow("all of too few that can be read") << 98 << 10 << 0 << 6 << 2 << 2;
    QTest::newRow("classes alike, one of them rare") << 150 << 0 << 2 << 6 << 2 << 2;
    QTest::newRow("classes alike, enough of both") << 150 << 0 << 75 << 6 << 2 << 1;
    QTest::newRow("without patience") << 99 << 0 << 0 << 0 << 2 << 2;
    QTest::newRow("no more epochs anyway") << 99 << 0 << 0 << 6 << 1 << 1;
}

void EarlyEndTest::bestEndsWhereTheSolvedHeadHasEveryImageRight() {
    QFETCH(int, images);
    QFETCH(int, unreadable);
    QFETCH(int, rare);
    QFETCH(int, patience);
    QFETCH(int, epochs);
    QFETCH(int, done);
    test::TemporaryFolder folder;
    training::RunInput input = perfectRun(folder.path(), images, rare);
    input.options.epochs = epochs;
    input.options.learning.patience = patience;
    for (int i = 0; i < unreadable; ++i) {
        input.validation.push_back(input.validation.front());
        input.validation.back().id = 2001 + i;
        input.validation.back().path = folder / "nowhere.png";
        input.validation.back().contentHash = "of nothing";
    }
    test::Told told;
    const auto outcome = training::train(input, folder / "runs", told.listener());
    GRAFT_OK(outcome);
    QCOMPARE(outcome->record.state, runs::State::Finished);
    QCOMPARE(outcome->record.epochs.front().values.at("val_accuracy"), 1.0);
    QCOMPARE(int(outcome->record.epochs.size()), done);
    QCOMPARE(told.noted("The head alone has all validation images right"), done < epochs);
}

/// As if it had been killed after its first epoch; a run of a version without that rule goes on.
void EarlyEndTest::aResumedBestEndsAsItWouldHave() {
    test::TemporaryFolder folder;
    training::RunInput input = perfectRun(folder.path(), 99);
    input.options.learning.patience = 0;
    for (const bool older : {false, true}) {
        std::stop_source stop;
        const auto stopped = training::train(
            input, folder / "runs",
            [&](const training::TrainingEvent& event) {
                if (std::holds_alternative<training::StepFinished>(event) &&
                    std::get<training::StepFinished>(event).epoch == 2)
                    stop.request_stop();
            },
            stop.get_token());
        GRAFT_OK(stopped);
        QCOMPARE(stopped->record.epochs.size(), 1u);
        const auto optionsFile = stopped->record.folder / "options.json";
        auto options = training::optionsFromJson(stopped->record.optionsJson);
        GRAFT_OK(options);
        options->learning.patience = 6;
        GRAFT_OK(writeFileAtomically(optionsFile, training::toJson(*options)));
        if (older) {
            const auto file = stopped->record.folder / "checkpoints/last.safetensors";
            auto last = weights::readSafetensors(file);
            GRAFT_OK(last);
            QString standing = QString::fromStdString(last->metadata.at("standing"));
            QVERIFY2(standing.contains(R"(,"nothing_to_gain":true)"), qPrintable(standing));
            last->metadata["standing"] = standing.remove(R"(,"nothing_to_gain":true)").toStdString();
            GRAFT_OK(weights::writeSafetensors(file, last->tensors, last->metadata));
        }
        const auto outcome = training::resume(input, stopped->record.folder, {});
        GRAFT_OK(outcome);
        QCOMPARE(outcome->record.state, runs::State::Finished);
        QCOMPARE(outcome->record.epochs.size(), older ? 2u : 1u);
    }
}

QTEST_GUILESS_MAIN(EarlyEndTest)
#include "EarlyEndTest.moc"
