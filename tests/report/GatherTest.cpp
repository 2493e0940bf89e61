#include "ReportFixture.h"

#include "base/Files.h"
#include "support/Support.h"
#include "training/EvaluationFile.h"

#include <QTest>

#include <cmath>

using namespace graft;

namespace {

training::TrainingOptions optionsWith(const std::string& weights) {
    training::TrainingOptions options;
    options.weights = weights;
    return options;
}

/// A run on disk with one epoch.
std::filesystem::path makeRun(const std::filesystem::path& runs, const std::string& weights, double accuracy,
                              const std::optional<runs::Series>& series = std::nullopt) {
    auto log = runs::RunLog::create(runs, "resnet50", training::toJson(optionsWith(weights)), series);
    if (!log || !log->epoch(test::epoch(1, 1, 1, accuracy, accuracy)) || !log->best(1) ||
        !log->finish(runs::State::Finished))
        return {};
    return log->folder();
}

project::Project::NewImage image(int number, const std::string& className, annotation::Split split) {
    project::Project::NewImage image;
    image.record.path = "photos/" + std::to_string(number) + ".png";
    image.record.contentHash = std::to_string(number / 2); // pairs of copies
    image.record.split = split;
    image.className = className;
    return image;
}

} // namespace

class GatherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everythingOfARunIsFound() {
        using annotation::Split;
        test::TemporaryFolder folder;
        auto project =
            project::Project::create(folder / "insects.graft", annotation::TaskKind::Classification);
        QVERIFY(project.ok());
        QVERIFY((*project)->addImages({image(0, "ants", Split::Train), image(1, "ants", Split::Train),
                                       image(2, "bees", Split::Train), image(3, "bees", Split::Validation),
                                       image(4, "bees", Split::Test), image(5, "", Split::None)}));
        QVERIFY((*project)->addIssues({{0, project::Issue::Severity::Error, "/tmp/odd.jpg", "is no image"}}));
        const auto scratch = makeRun((*project)->runsFolder(), "none", 0.5);
        const auto tuned = makeRun((*project)->runsFolder(), "resnet50.keras_v1", 1);
        auto evaluation = test::evaluation("val", {"ants", "bees"}, 5, 5);
        QVERIFY(training::writeEvaluation(tuned / "evaluation-val.json", evaluation));

        const auto input = report::gather(**project, tuned.filename().string());
        QVERIFY2(input.ok(), input.ok() ? "" : input.error().message.c_str());
        QCOMPARE(input->projectName, std::string("insects"));
        QCOMPARE(input->task, std::string("classification"));
        QCOMPARE(input->run.epochs.size(), std::size_t(1));
        QCOMPARE(input->evaluations.size(), std::size_t(1));
        QCOMPARE(input->compared.size(), std::size_t(1));
        QCOMPARE(input->compared[0].id, scratch.filename().string());
        QCOMPARE(input->dataset.classes.size(), std::size_t(2));
        QCOMPARE(input->dataset.classes[0].train, 2);
        QCOMPARE(input->dataset.classes[1].train, 1);
        QCOMPARE(input->dataset.classes[1].validation, 1);
        QCOMPARE(input->dataset.classes[1].test, 1);
        QCOMPARE(input->dataset.unlabelled.none, 1);
        QCOMPARE(input->dataset.duplicates, 6);
        QCOMPARE(input->issues.size(), std::size_t(1));
        QCOMPARE(input->weights.license, std::string("MIT"));
        QCOMPARE(input->validationAccuracy.size(), std::size_t(1));
        QVERIFY(input->made.isValid());
        QVERIFY(input->paired.empty()); // the other run was not evaluated

        auto other = evaluation;
        float* row = other.data.probabilities.data();
        for (const std::size_t wrong : {std::size_t(0), std::size_t(1)}) // two that were right, or not
            std::swap(row[2 * wrong], row[2 * wrong + 1]);
        const auto right = [](const training::Evaluation& of, std::size_t i) {
            return metrics::argmax(of.data.row(i)) == of.data.truth[i];
        };
        const int onlyThis = int(right(evaluation, 0)) + int(right(evaluation, 1));
        QVERIFY(training::writeEvaluation(scratch / "evaluation-val.json", other));
        const auto both = report::gather(**project, tuned.filename().string());
        QVERIFY(both.ok());
        QCOMPARE(both->paired.size(), std::size_t(1));
        const training::Paired& paired = both->paired.at(scratch.filename().string());
        QCOMPARE(paired.onlyFirst, std::int64_t(onlyThis));
        QCOMPARE(paired.onlySecond, std::int64_t(2 - onlyThis));

        other.imageIds[0] += 1000; // of other images
        QVERIFY(training::writeEvaluation(scratch / "evaluation-val.json", other));
        QVERIFY(report::gather(**project, tuned.filename().string())->paired.empty());
    }

    void aRunOfASeriesKnowsItsMean() {
        test::TemporaryFolder folder;
        auto project =
            project::Project::create(folder / "insects.graft", annotation::TaskKind::Classification);
        const auto runs = (*project)->runsFolder();
        const auto places = runs::placesOf({.id = "a-series", .folds = 3});
        const auto first = makeRun(runs, "none", 0.8, places[0]);
        makeRun(runs, "none", 0.9, places[2]);
        makeRun(runs, "none", 0.1); // none of it
        const auto input = report::gather(**project, first.filename().string());
        QVERIFY(input.ok() && input->series);
        QCOMPARE(input->series->place, places[0]);
        QCOMPARE(input->series->finished, 2);
        QVERIFY(std::abs(input->series->accuracy.value - 0.85) < 1e-12);
    }

    void anEvaluationThatIsDamagedIsLeftOut() {
        test::TemporaryFolder folder;
        auto project =
            project::Project::create(folder / "insects.graft", annotation::TaskKind::Classification);
        const auto run = makeRun((*project)->runsFolder(), "none", 0.5);
        QVERIFY(writeFileAtomically(run / "evaluation-val.json", std::string_view("{\"split\": ")));
        const auto input = report::gather(**project, run.filename().string());
        QVERIFY(input.ok());
        QVERIFY(input->evaluations.empty());
    }

    void whatIsNoRunIsRefused_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"", ".", "..", "../insects.graft", "/etc", "20990101-000000-nothing"})
            QTest::newRow(id[0] ? id : "empty") << QString::fromLatin1(id);
    }
    void whatIsNoRunIsRefused() {
        QFETCH(QString, id);
        test::TemporaryFolder folder;
        auto project =
            project::Project::create(folder / "insects.graft", annotation::TaskKind::Classification);
        const auto refused = report::gather(**project, id.toStdString());
        QVERIFY(!refused.ok());
        QVERIFY(!refused.error().message.empty());
    }
};

QTEST_MAIN(GatherTest)
#include "GatherTest.moc"
