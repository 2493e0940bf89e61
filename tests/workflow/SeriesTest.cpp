// Repeated runs and cross-validations: which images each of the runs gets, and what they say together.

#include "Fixture.h"

#include "project/Folds.h"
#include "workflow/Series.h"

#include <cmath>
#include <set>

using namespace graft;
using annotation::Split;
using runs::Series;
using runs::State;

namespace {

struct Fixture {
    Fixture() {
        const std::vector<test::Lot> lots{{"a", Split::Train, 9},      {"b", Split::Train, 9},
                                          {"a", Split::Validation, 3}, {"b", Split::Validation, 3},
                                          {"a", Split::Test, 2},       {"", Split::Train, 2}};
        project = test::projectOf(folder, lots);
    }
    training::RunInput input() {
        auto options = test::fromScratch();
        options.seed = 7;
        auto input = workflow::prepareRun(*project, test::emptyZoo(folder), options);
        if (!input)
            qFatal("%s", input.error().message.c_str());
        return *std::move(input);
    }
    std::vector<Series> plan(int seeds, int folds) {
        const auto places = workflow::planSeries(input(), *project, workflow::newSeries(7, seeds, folds));
        if (!places)
            qFatal("%s", places.error().message.c_str());
        return *places;
    }
    /// The first image gets the other class.
    void relabel() {
        const auto& image = project->images().front();
        const ClassId other = project->classes().back().id;
        QVERIFY(image.label != other);
        QVERIFY(project->assignClass({image.id}, other));
    }

    test::TemporaryFolder folder;
    std::unique_ptr<project::Project> project;
};

std::set<std::int64_t> idsOf(const std::vector<dataset::Item>& items) {
    std::set<std::int64_t> ids;
    for (const auto& item : items)
        ids.insert(item.id);
    return ids;
}

runs::RunRecord record(const Series& place, State state, double accuracy, const std::string& id) {
    runs::RunRecord run;
    run.id = id;
    run.state = state;
    run.series = place;
    run.epochs = {{1, 1, {{"val_accuracy", 0.1}, {"val_loss", 9}, {"train_loss", 1}}},
                  {2, 1, {{"val_accuracy", accuracy}, {"val_loss", 1}, {"train_loss", 1}}}};
    run.bestEpoch = 2;
    return run;
}

} // namespace

class SeriesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyImageIsForValidationOnce();
    void seedsCountUpAndTheSplitStays();
    void aRunIsMadeAnewAsItWas();
    void imagesThatChangedAreRefused_data();
    void imagesThatChangedAreRefused();
    void renamedClassesAreTheSame();
    void tooManyFoldsSayWhy();
    void eachSeriesHasItsName();
    void onlyFinishedRunsCount();
    void theMeanIsTheOneOfTheBook();
};

void SeriesTest::everyImageIsForValidationOnce() {
    Fixture fixture;
    const auto input = fixture.input();
    std::set<std::int64_t> all = idsOf(input.train);
    all.merge(idsOf(input.validation));
    QCOMPARE(all.size(), std::size_t(24)); // neither the test's nor the unlabelled ones
    std::multiset<std::int64_t> validated;
    const auto planned = project::planFolds(*fixture.project, 4, 7);
    QVERIFY(planned);
    for (const Series& place : fixture.plan(1, 4)) {
        const auto run = workflow::seriesInput(input, *fixture.project, place);
        QVERIFY(run);
        QCOMPARE(run->series, std::optional(place));
        QCOMPARE(run->options.seed, std::uint64_t(7));
        std::set<std::int64_t> together = idsOf(run->train);
        for (const auto& item : run->validation) {
            QCOMPARE(planned->at(ImageId{item.id}), place.fold);
            QVERIFY(together.insert(item.id).second);
            validated.insert(item.id);
        }
        QCOMPARE(together, all);
    }
    QCOMPARE(std::set(validated.begin(), validated.end()), all);
    QCOMPARE(validated.size(), all.size());
}

void SeriesTest::seedsCountUpAndTheSplitStays() {
    Fixture fixture;
    const auto input = fixture.input();
    const auto places = fixture.plan(3, 1);
    QCOMPARE(places.size(), std::size_t(3));
    for (std::size_t i = 0; i < 3; ++i) {
        const auto run = workflow::seriesInput(input, *fixture.project, places[i]);
        QVERIFY(run);
        QCOMPARE(run->options.seed, std::uint64_t(7 + i));
        QCOMPARE(idsOf(run->train), idsOf(input.train));
        QCOMPARE(idsOf(run->validation), idsOf(input.validation));
    }
    const auto both = fixture.plan(2, 3);
    QCOMPARE(both.size(), std::size_t(6));
    QCOMPARE(workflow::seriesInput(input, *fixture.project, both[4])->options.seed, std::uint64_t(8));
    QVERIFY(both[1].data != both[4].data); // each seed divides the images in its own way
}

void SeriesTest::aRunIsMadeAnewAsItWas() {
    Fixture fixture;
    const Series place = fixture.plan(2, 3)[4];
    const auto read = runs::seriesFromJson(runs::toJson(place));
    QVERIFY(read);
    auto options = fixture.input();
    options.options.seed = 8; // as the run's own options say
    const auto before = workflow::seriesInput(fixture.input(), *fixture.project, place);
    const auto after = workflow::seriesInput(options, *fixture.project, *read);
    QVERIFY(before && after);
    const auto order = [](const std::vector<dataset::Item>& items) {
        std::vector<std::int64_t> ids;
        for (const auto& item : items)
            ids.push_back(item.id);
        return ids;
    };
    QCOMPARE(order(after->train), order(before->train));
    QCOMPARE(order(after->validation), order(before->validation));
    QCOMPARE(after->options.seed, before->options.seed);
}

void SeriesTest::imagesThatChangedAreRefused_data() {
    QTest::addColumn<int>("folds");
    QTest::newRow("seeds") << 1;
    QTest::newRow("folds") << 3;
}

void SeriesTest::imagesThatChangedAreRefused() {
    QFETCH(int, folds);
    Fixture fixture;
    const auto places = fixture.plan(2, folds);
    const std::vector done{record(places[0], State::Finished, 0.9, "1")};
    const auto state = workflow::stateOf(places[0], done);
    QVERIFY(workflow::planRest(fixture.input(), *fixture.project, state));
    fixture.relabel();
    const auto refused = workflow::seriesInput(fixture.input(), *fixture.project, places[0]);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.find("Undo the change") != std::string::npos,
             refused.error().message.c_str());
    QVERIFY(!workflow::planRest(fixture.input(), *fixture.project, state));
    Series begins = places[1];
    begins.data.clear(); // of one that has not begun
    QVERIFY(workflow::seriesInput(fixture.input(), *fixture.project, begins));
}

void SeriesTest::renamedClassesAreTheSame() {
    Fixture fixture;
    const auto places = fixture.plan(1, 3);
    QVERIFY(fixture.project->renameClass(fixture.project->classes().front().id, "another name"));
    QVERIFY(workflow::seriesInput(fixture.input(), *fixture.project, places[2]));
}

void SeriesTest::tooManyFoldsSayWhy() {
    Fixture fixture;
    const auto refused =
        workflow::planSeries(fixture.input(), *fixture.project, workflow::newSeries(0, 1, 25));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.starts_with("25 folds need"), refused.error().message.c_str());
}

void SeriesTest::eachSeriesHasItsName() {
    std::set<std::string> names;
    for (int i = 0; i < 20; ++i) {
        const Series series = workflow::newSeries(1, 2, 2);
        names.insert(series.id);
        QVERIFY(runs::seriesFromJson(runs::toJson(series)));
    }
    QCOMPARE(names.size(), std::size_t(20));
}

void SeriesTest::onlyFinishedRunsCount() {
    const auto places = runs::placesOf(workflow::newSeries(0, 1, 4));
    Series elsewhere = places[3];
    elsewhere.id = "another";
    Series damaged = places[3];
    damaged.folds = 9; // the place 8 would be beyond the end
    damaged.fold = 8;
    const std::vector<runs::RunRecord> runs{
        // newest first
        record(places[1], State::Running, 0.2, "6"),  record(damaged, State::Finished, 0.3, "5"),
        record(elsewhere, State::Finished, 0.4, "4"), record(places[1], State::Finished, 0.8, "3"),
        record(places[2], State::Stopped, 0.5, "2"),  record(places[0], State::Finished, 0.9, "1")};
    const auto state = workflow::stateOf(places[2], runs);
    QCOMPARE(state.runs.size(), std::size_t(4));
    QCOMPARE(state.runs[0]->id, std::string("1"));
    QCOMPARE(state.runs[1]->id, std::string("3")); // that which is finished, though an older one
    QCOMPARE(state.runs[2]->id, std::string("2"));
    QVERIFY(!state.runs[3]);
    QCOMPARE(state.finished(), 2);
    QCOMPARE(state.figures().at("accuracy"), (std::vector{0.9, 0.8}));
    QCOMPARE(state.figures().at("loss"), (std::vector<double>{1, 1}));
    QVERIFY(!state.figures().contains("train_loss"));
}

void SeriesTest::theMeanIsTheOneOfTheBook() {
    const auto places = runs::placesOf(workflow::newSeries(0, 3, 1));
    std::vector<runs::RunRecord> runs{record(places[0], State::Finished, 0.80, "1")};
    const auto one = workflow::stateOf(places[0], runs).accuracy();
    QCOMPARE(one.value, 0.8);
    QVERIFY(std::isnan(one.low) && std::isnan(one.high)); // of one run there is no interval
    runs.push_back(record(places[1], State::Finished, 0.84, "2"));
    runs.push_back(record(places[2], State::Finished, 0.88, "3"));
    const auto three = workflow::stateOf(places[0], runs).accuracy();
    // mean 0.84, standard deviation 0.04, t(0.975; 2) = 4.302653: 0.84 ± 4.302653 · 0.04 / √3
    QVERIFY(std::abs(three.value - 0.84) < 1e-12);
    QVERIFY(std::abs(three.low - 0.740634) < 1e-6);
    QVERIFY(std::abs(three.high - 0.939366) < 1e-6);
    runs[0].epochs[1].values["val_accuracy"] = 0.2;
    const auto wide = workflow::stateOf(places[0], runs).accuracy();
    QCOMPARE(wide.low, 0.0); // a share lies between 0 and 1
    QCOMPARE(wide.high, 1.0);
}

QTEST_GUILESS_MAIN(SeriesTest)
#include "SeriesTest.moc"
