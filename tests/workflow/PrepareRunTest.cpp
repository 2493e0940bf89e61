#include "Fixture.h"

#include "graph/Architectures.h"
#include "intake/Intake.h"
#include "project/SplitPlan.h"

#include <algorithm>

using namespace graft;
using annotation::Split;
using test::Lot;

Q_DECLARE_METATYPE(std::vector<graft::test::Lot>)

class PrepareRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatCannotBeTrainedSaysWhatToDo_data();
    void whatCannotBeTrainedSaysWhatToDo();
    void aSnapshotHoldsWhatIsLabelledAndSplit();
    void whatBelongsTogetherIsMarked();
    void classesWithoutTrainingImagesAreLeftOutWithANote();
    void targetsFollowTheOrderOfClasses();
    void wrongWeightsAreErrors_data();
    void wrongWeightsAreErrors();
    void onlyClassificationIsTrained();
    void recommendedOptionsAreValidForEveryModel();
    void recommendedOptionsFollowTheImages_data();
    void recommendedOptionsFollowTheImages();
    void theDefaultModelHasWeights();
    void whiteBloodCellsWithAClassOfOneImage();
    void radiographsWithoutAValidationSide();
};

void PrepareRunTest::whatCannotBeTrainedSaysWhatToDo_data() {
    QTest::addColumn<std::vector<Lot>>("lots");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << std::vector<Lot>{} << "No image has a class";
    QTest::newRow("unlabelled") << std::vector<Lot>{{"", Split::Train, 9}} << "No image has a class";
    QTest::newRow("not split") << std::vector<Lot>{{"a", Split::None, 5}, {"b", Split::None, 5}}
                               << "None of the 10 labelled images";
    QTest::newRow("one class") << std::vector<Lot>{{"a", Split::Train, 5}, {"b", Split::Validation, 5}}
                               << "Only the class “a”";
    QTest::newRow("no validation") << std::vector<Lot>{{"a", Split::Train, 5},
                                                       {"b", Split::Train, 5},
                                                       {"b", Split::Test, 2}}
                                   << "no labelled validation image";
    QTest::newRow("validation only of another class")
        << std::vector<Lot>{{"a", Split::Train, 5}, {"b", Split::Train, 5}, {"c", Split::Validation, 2}}
        << "no labelled validation image";
}

void PrepareRunTest::whatCannotBeTrainedSaysWhatToDo() {
    QFETCH(std::vector<Lot>, lots);
    QFETCH(QString, says);
    const test::TemporaryFolder folder;
    const auto project = test::projectOf(folder, lots);
    const auto input = workflow::prepareRun(*project, test::emptyZoo(folder), test::fromScratch());
    QVERIFY(!input);
    QVERIFY2(QString::fromStdString(input.error().message).contains(says), input.error().message.c_str());
}

void PrepareRunTest::aSnapshotHoldsWhatIsLabelledAndSplit() {
    const test::TemporaryFolder folder;
    const auto project = test::projectOf(folder, {{"a", Split::Train, 4},
                                                  {"b", Split::Train, 3},
                                                  {"a", Split::Validation, 2},
                                                  {"b", Split::Validation, 1},
                                                  {"a", Split::Test, 7},
                                                  {"", Split::Train, 5},
                                                  {"b", Split::None, 6}});
    const auto input = workflow::prepareRun(*project, test::emptyZoo(folder), test::fromScratch());
    QVERIFY2(input.ok(), input ? "" : input.error().message.c_str());
    QCOMPARE(input->classes, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(input->train.size(), std::size_t(7));
    QCOMPARE(input->validation.size(), std::size_t(3));
    QVERIFY(!input->weights);
    QCOMPARE(input->notes.size(), std::size_t(2));
    QVERIFY(input->notes[0].ends_with("5.") && input->notes[1].ends_with("6."));
    QVERIFY(input->train.front().path.is_absolute());
    QCOMPARE(input->train.front().contentHash, std::string("hash0"));
}

/// Copies, and images of one group: what a cross-validation must not part.
void PrepareRunTest::whatBelongsTogetherIsMarked() {
    const test::TemporaryFolder folder;
    auto created = project::Project::create(folder / "p.graft", annotation::TaskKind::Classification);
    QVERIFY(created);
    std::vector<project::Project::NewImage> images;
    for (int i = 0; i < 8; ++i) {
        project::Project::NewImage image;
        image.record.path = std::to_string(i) + ".png";
        image.record.contentHash = "hash" + std::to_string(i == 5 ? 4 : i); // 4 and 5 are copies
        image.record.group = i == 1 || i == 3 ? "patient" : i >= 6 ? "another" : "";
        image.record.split = i < 6 ? Split::Train : Split::Validation;
        image.className = i % 2 ? "b" : "a";
        images.push_back(std::move(image));
    }
    QVERIFY((*created)->addImages(std::move(images)));
    const auto input = workflow::prepareRun(**created, test::emptyZoo(folder), test::fromScratch());
    QVERIFY2(input.ok(), input ? "" : input.error().message.c_str());
    std::vector<std::int64_t> units;
    for (const dataset::Item& item : input->train)
        units.push_back(item.unit);
    QCOMPARE(units.size(), std::size_t(6));
    QVERIFY(units[1] != 0 && units[1] == units[3]);
    QVERIFY(units[4] != 0 && units[4] == units[5] && units[4] != units[1]);
    QVERIFY(units[0] == 0 && units[2] == 0);
    QCOMPARE(input->validation.size(), std::size_t(2)); // a fold may learn from them
    QVERIFY(input->validation[0].unit != 0 && input->validation[0].unit == input->validation[1].unit);
}

void PrepareRunTest::classesWithoutTrainingImagesAreLeftOutWithANote() {
    const test::TemporaryFolder folder;
    const auto project = test::projectOf(folder, {{"a", Split::Train, 4},
                                                  {"gone", Split::Validation, 2},
                                                  {"b", Split::Train, 3},
                                                  {"a", Split::Validation, 2}});
    QVERIFY(project->addClass("empty").ok());
    const auto input = workflow::prepareRun(*project, test::emptyZoo(folder), test::fromScratch());
    QVERIFY(input.ok());
    QCOMPARE(input->classes, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(input->validation.size(), std::size_t(2));
    const auto told = [&](const std::string& name) {
        return std::ranges::count_if(input->notes, [&](const std::string& note) {
            return note.find("“" + name + "”") != std::string::npos;
        });
    };
    QCOMPARE(told("gone"), 1);
    QCOMPARE(told("empty"), 1);
    QCOMPARE(told("b"), 1); // has no validation image
    QCOMPARE(told("a"), 0);
}

void PrepareRunTest::targetsFollowTheOrderOfClasses() {
    const test::TemporaryFolder folder;
    const auto project =
        test::projectOf(folder, {{"a", Split::Train, 1}, {"b", Split::Train, 1}, {"c", Split::Train, 1}});
    QVERIFY(project->moveClass(project->classNamed("c")->id, 0).ok());
    const std::vector<std::string> classes{"c", "b"};
    const auto items = workflow::itemsOf(*project, Split::Train, classes);
    QCOMPARE(items.size(), std::size_t(2));
    QCOMPARE(items[0].target, 1); // b
    QCOMPARE(items[1].target, 0); // c
}

void PrepareRunTest::wrongWeightsAreErrors_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("weights");
    QTest::addColumn<QString>("says");
    QTest::newRow("unknown") << "squeezenet1_1"
                             << "nonsense"
                             << "no weights named “nonsense”";
    QTest::newRow("of another model") << "squeezenet1_1"
                                      << "resnet50.keras_v1"
                                      << "belong to resnet50";
    QTest::newRow("not here") << "resnet50"
                              << "resnet50.keras_v1"
                              << "";
    QTest::newRow("an unknown model") << "resnet51"
                                      << "none"
                                      << "no model named “resnet51”";
}

void PrepareRunTest::wrongWeightsAreErrors() {
    QFETCH(QString, model);
    QFETCH(QString, weights);
    QFETCH(QString, says);
    const test::TemporaryFolder folder;
    const auto project = test::projectOf(
        folder, {{"a", Split::Train, 4}, {"b", Split::Train, 4}, {"a", Split::Validation, 2}});
    auto options = test::fromScratch();
    options.model = model.toStdString();
    options.weights = weights.toStdString();
    options.size = 0;
    const auto input = workflow::prepareRun(*project, test::emptyZoo(folder), options);
    QVERIFY(!input);
    QVERIFY2(QString::fromStdString(input.error().message).contains(says), input.error().message.c_str());
}

void PrepareRunTest::onlyClassificationIsTrained() {
    const test::TemporaryFolder folder;
    const auto project = test::projectOf(folder, {{"a", Split::Train, 4}}, annotation::TaskKind::Detection);
    const auto input = workflow::prepareRun(*project, test::emptyZoo(folder), test::fromScratch());
    QVERIFY(!input);
    QVERIFY(input.error().message.find("detection") != std::string::npos);
}

void PrepareRunTest::recommendedOptionsAreValidForEveryModel() {
    const test::TemporaryFolder folder;
    const auto project = test::projectOf(folder, {{"a", Split::Train, 4}, {"b", Split::Train, 4}});
    const zoo::Zoo zoo = test::emptyZoo(folder);
    for (const auto& architecture : graph::architectures()) {
        const zoo::WeightsEntry* weights = workflow::preferredWeights(zoo, architecture.name);
        for (const zoo::WeightsEntry* entry : {weights, static_cast<const zoo::WeightsEntry*>(nullptr)}) {
            const auto options = workflow::recommendedOptions(*project, architecture.name, entry);
            QVERIFY2(options.check().ok(), architecture.name.c_str());
            QCOMPARE(options.model, architecture.name);
            QCOMPARE(options.weights, entry ? entry->id : std::string("none"));
            QCOMPARE(options.freeze,
                     std::string(entry ? "all" : "none")); // a frozen random network learns nothing
        }
    }
}

void PrepareRunTest::recommendedOptionsFollowTheImages_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("second");
    QTest::addColumn<bool>("balanced");
    QTest::addColumn<int>("batch");
    QTest::newRow("few") << 10 << 10 << false << 8;
    QTest::newRow("some") << 60 << 60 << false << 16;
    QTest::newRow("many") << 150 << 150 << false << 32;
    QTest::newRow("uneven") << 400 << 100 << true << 32;
    QTest::newRow("not very uneven") << 300 << 100 << false << 32;
    QTest::newRow("a class without images does not count") << 10 << 0 << false << 8;
    QTest::newRow("none") << 0 << 0 << false << 32;
}

void PrepareRunTest::recommendedOptionsFollowTheImages() {
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(bool, balanced);
    QFETCH(int, batch);
    const test::TemporaryFolder folder;
    const auto project = test::projectOf(folder, {{"a", Split::Train, first}, {"b", Split::Train, second}});
    const auto options = workflow::recommendedOptions(*project, "squeezenet1_1", nullptr);
    QCOMPARE(options.balanced, balanced);
    QCOMPARE(options.batch, batch);
}

void PrepareRunTest::theDefaultModelHasWeights() {
    const test::TemporaryFolder folder;
    const zoo::Zoo zoo = test::emptyZoo(folder);
    const std::string model = workflow::defaultModel(zoo);
    QVERIFY(graph::findArchitecture(model));
    QVERIFY(workflow::preferredWeights(zoo, model));
    QVERIFY(!workflow::preferredWeights(zoo, "no such model"));
    QVERIFY(graph::findArchitecture(workflow::defaultModel(zoo::Zoo({}, {.store = folder / "none"}))));
}

void PrepareRunTest::whiteBloodCellsWithAClassOfOneImage() {
    GRAFT_NEEDS_SHARED("data/wbc_dataset1");
    const test::TemporaryFolder folder;
    auto project = project::Project::create(folder / "p.graft", annotation::TaskKind::Classification);
    intake::IntakeOptions intake;
    intake.sources = {test::sharedFolder() / "data/wbc_dataset1"};
    QVERIFY(intake::importInto(**project, intake, {}).ok());
    const auto plan = project::planSplit(**project, {});
    QVERIFY(plan.ok());
    QVERIFY(!plan->warnings.empty());
    QVERIFY((*project)->applySplit(plan->assignment).ok());
    const auto input = workflow::prepareRun(**project, test::emptyZoo(folder), test::fromScratch());
    QVERIFY2(input.ok(), input ? "" : input.error().message.c_str());
    QVERIFY(std::ranges::any_of(
        input->notes, [](const std::string& note) { return note.find("“5”") != std::string::npos; }));
    QVERIFY(workflow::recommendedOptions(**project, "squeezenet1_1", nullptr).balanced);
}

// The set has a training and a test side; splitting must find a validation side, and leave the test side
// alone.
void PrepareRunTest::radiographsWithoutAValidationSide() {
    GRAFT_NEEDS_SHARED("data/mednist_1200");
    const test::TemporaryFolder folder;
    auto project = project::Project::create(folder / "p.graft", annotation::TaskKind::Classification);
    intake::IntakeOptions intake;
    intake.sources = {test::sharedFolder() / "data/mednist_1200"};
    QVERIFY(intake::importInto(**project, intake, {}).ok());
    std::vector<ImageId> test;
    for (const auto& image : (*project)->images())
        if (image.split == Split::Test)
            test.push_back(image.id);
    QVERIFY(!test.empty());
    QVERIFY(!workflow::prepareRun(**project, test::emptyZoo(folder), test::fromScratch()));
    const auto plan = project::planSplit(**project, {.train = 0.8, .validation = 0.2, .test = 0});
    QVERIFY((*project)->applySplit(plan->assignment).ok());
    for (const ImageId id : test)
        QVERIFY((*project)->image(id)->split == Split::Test);
    const auto input = workflow::prepareRun(**project, test::emptyZoo(folder), test::fromScratch());
    QVERIFY2(input.ok(), input ? "" : input.error().message.c_str());
    QVERIFY(!input->validation.empty() && input->train.size() > input->validation.size());
}

QTEST_GUILESS_MAIN(PrepareRunTest)
#include "PrepareRunTest.moc"
