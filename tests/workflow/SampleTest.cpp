#include "Fixture.h"

#include "project/SplitPlan.h"
#include "workflow/Classes.h"
#include "workflow/Sample.h"

#include <fstream>
#include <iterator>
#include <map>

using namespace graft;
using annotation::Split;

namespace {

constexpr workflow::SampleOptions kSmall{.perClass = 12, .side = 64};

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class SampleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSampleIsLabelledAndSplit();
    void aRunOfItCanBePrepared();
    void anExistingProjectIsRefused();
    void stoppingLeavesNoHalfAProjectAndTheNextTimeGoesOn();
    void aFolderThatCannotBeMadeIsAnError();
    void theSameSeedPaintsTheSameImages();
    void trainedOnItAndEvaluated();
};

void SampleTest::theSampleIsLabelledAndSplit() {
    const test::TemporaryFolder folder;
    const auto project = workflow::createSampleProject(folder / "Blood cells.graft", kSmall);
    QVERIFY2(project.ok(), project ? "" : project.error().message.c_str());
    std::map<std::string, int> classes;
    std::map<Split, int> splits;
    for (const auto& image : (*project)->images()) {
        ++classes[(*project)->labelClass(image.label)->name];
        ++splits[image.split];
        QCOMPARE(image.width, 64);
        QVERIFY(!image.splitByHand);
        QVERIFY(std::filesystem::exists((*project)->absolutePath(image)));
        QVERIFY(image.path.starts_with("Blood cells images/")); // moves along with the project
    }
    QCOMPARE(classes,
             (std::map<std::string, int>{{"eosinophil", 12}, {"lymphocyte", 12}, {"neutrophil", 12}}));
    QCOMPARE(splits[Split::None], 0);
    QVERIFY(splits[Split::Train] > splits[Split::Validation] && splits[Split::Validation] > 0 &&
            splits[Split::Test] > 0);
    QVERIFY((*project)->duplicates().empty());
    QVERIFY((*project)->issues().empty());
}

void SampleTest::aRunOfItCanBePrepared() {
    const test::TemporaryFolder folder;
    const auto project = workflow::createSampleProject(folder / "s.graft", kSmall);
    const auto input = workflow::prepareRun(**project, test::emptyZoo(folder), test::fromScratch());
    QVERIFY2(input.ok(), input ? "" : input.error().message.c_str());
    QCOMPARE(input->classes.size(), std::size_t(3));
    QVERIFY(input->notes.empty());
}

void SampleTest::anExistingProjectIsRefused() {
    const test::TemporaryFolder folder;
    QVERIFY(workflow::createSampleProject(folder / "s.graft", {.perClass = 1, .side = 32}).ok());
    const auto again = workflow::createSampleProject(folder / "s.graft", kSmall);
    QVERIFY(!again);
    QVERIFY(again.error().message.find("exists already") != std::string::npos);
    QVERIFY(project::Project::open(folder / "s.graft").ok());
}

void SampleTest::stoppingLeavesNoHalfAProjectAndTheNextTimeGoesOn() {
    const test::TemporaryFolder folder;
    std::stop_source stop;
    const Monitor monitor{.stop = stop.get_token(), .progress = [&](const Progress& progress) {
                              if (progress.done == 10)
                                  stop.request_stop();
                          }};
    QVERIFY(!workflow::createSampleProject(folder / "s.graft", kSmall, monitor));
    QVERIFY(!std::filesystem::exists(folder / "s.graft"));
    const auto first = folder / "s images/lymphocyte/lymphocyte_001.png";
    const auto painted = std::filesystem::last_write_time(first);
    const auto project = workflow::createSampleProject(folder / "s.graft", kSmall);
    QVERIFY(project.ok());
    QCOMPARE((*project)->images().size(), std::size_t(36));
    QVERIFY(std::filesystem::last_write_time(first) == painted);
}

void SampleTest::aFolderThatCannotBeMadeIsAnError() {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "file") << "in the way";
    const auto project = workflow::createSampleProject(folder / "file/s.graft", kSmall);
    QVERIFY(!project);
    QVERIFY(project.error().message.find("cannot be made") != std::string::npos);
}

void SampleTest::theSameSeedPaintsTheSameImages() {
    const test::TemporaryFolder folder;
    for (const char* name : {"one", "two"})
        QVERIFY(workflow::paintSampleImages(folder / name, {.perClass = 2, .side = 48, .seed = 5}).ok());
    QVERIFY(workflow::paintSampleImages(folder / "other", {.perClass = 2, .side = 48, .seed = 6}).ok());
    const std::string image = "neutrophil/neutrophil_002.png";
    QVERIFY(!content(folder / ("one/" + image)).empty());
    QCOMPARE(content(folder / ("one/" + image)), content(folder / ("two/" + image)));
    QVERIFY(content(folder / ("one/" + image)) != content(folder / ("other/" + image)));
}

// From a painted sample to figures, with a small network from scratch.
void SampleTest::trainedOnItAndEvaluated() {
    const test::TemporaryFolder folder;
    const auto project = workflow::createSampleProject(folder / "s.graft", kSmall);
    auto input = workflow::prepareRun(**project, test::emptyZoo(folder), test::fromScratch());
    const auto outcome = training::train(*input, (*project)->runsFolder(), [](const auto&) {});
    QVERIFY2(outcome.ok(), outcome ? "" : outcome.error().message.c_str());
    const auto run = outcome->record.folder;
    QCOMPARE(training::readClasses(run)->names, input->classes);
    QCOMPARE(training::readClasses(run)->ids, input->classIds);

    const auto evaluation = workflow::evaluateRun(**project, run, Split::Validation);
    QVERIFY2(evaluation.ok(), evaluation ? "" : evaluation.error().message.c_str());
    QCOMPARE(evaluation->imageIds.size(), input->validation.size());
    QCOMPARE(evaluation->classes, input->classes);
    for (const std::int64_t id : evaluation->imageIds)
        QVERIFY((*project)->image({id})->split == Split::Validation);

    // Classes are the same by their ids: names may even change places.
    const std::vector classes((*project)->classes());
    QVERIFY((*project)->renameClass(classes[0].id, "for a moment").ok());
    QVERIFY((*project)->renameClass(classes[1].id, classes[0].name).ok());
    QVERIFY((*project)->renameClass(classes[0].id, classes[1].name).ok());
    const auto renamed = workflow::evaluateRun(**project, run, Split::Validation);
    QVERIFY2(renamed.ok(), renamed ? "" : renamed.error().message.c_str());
    QCOMPARE(renamed->confusion, evaluation->confusion);
    QCOMPARE(renamed->classes[0], evaluation->classes[1]);
    QCOMPARE(renamed->classes[1], evaluation->classes[0]);
    QCOMPARE(renamed->classes[2], evaluation->classes[2]);
    QVERIFY(workflow::classNotes(*renamed, **project, Split::Validation).empty());

    // One that was removed is named; the others can still be measured.
    QVERIFY((*project)->removeClass(classes[2].id).ok());
    const auto fewer = workflow::evaluateRun(**project, run, Split::Validation);
    QVERIFY2(fewer.ok(), fewer ? "" : fewer.error().message.c_str());
    QVERIFY(fewer->imageIds.size() < evaluation->imageIds.size());
    QCOMPARE(fewer->perClass[2].support, std::int64_t(0));
    const auto notes = workflow::classNotes(*fewer, **project, Split::Validation);
    QCOMPARE(notes.size(), 1u);
    QVERIFY2(notes[0].find("this run was trained: " + classes[2].name + ".") != std::string::npos,
             notes[0].c_str());

    for (const auto& labelClass : classes)
        (void)(*project)->removeClass(labelClass.id);
    const auto none = workflow::evaluateRun(**project, run, Split::Validation);
    QVERIFY(!none);
    QVERIFY2(none.error().message.find("eosinophil, lymphocyte, neutrophil") != std::string::npos,
             none.error().message.c_str());
    QVERIFY(!workflow::evaluateRun(**project, folder / "no run", Split::Validation));
}

QTEST_GUILESS_MAIN(SampleTest)
#include "SampleTest.moc"
