#include "Fixture.h"

#include <QSignalSpy>

#include <set>

using namespace graft;
using namespace graft::project;
using annotation::Split;
using annotation::TaskKind;

namespace {

annotation::Shape boxShape(ClassId label, double x) {
    return {{}, label, annotation::Box{x, 2, 3, 4}};
}

/// A project with nine images of three classes, a group, shapes and a split.
std::unique_ptr<Project> filledProject(const std::filesystem::path& folder) {
    auto project = *Project::create(folder, TaskKind::Detection);
    const auto ids = *project->addImages(test::newImages(9, {"ant", "bee", "wasp"}));
    (void)project->assignGroup({ids[0], ids[1]}, "patient 1");
    (void)project->assignSplit({ids[2]}, Split::Test);
    (void)project->replaceShapes(
        ids[4], {boxShape(project->classNamed("bee")->id, 1), boxShape(project->classNamed("ant")->id, 9)});
    return project;
}

using Verb = std::function<Result<>(Project&)>;

template <typename T>
Result<> done(const Result<T>& result) {
    return result ? Result<>() : Result<>(result.error());
}

ImageId imageAt(const Project& project, std::size_t i) {
    return project.images()[i].id;
}
ClassId idOf(const Project& project, const char* name) {
    return project.classNamed(name)->id;
}

} // namespace

Q_DECLARE_METATYPE(Verb)

class VerbsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void undoAndRedoGoThereAndBack_data() {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, Verb verb, const char* text) {
            QTest::newRow(name) << verb << QString::fromUtf8(text);
        };
        row(
            "addImages",
            [](Project& p) {
                return done(p.addImages(test::newImages(3, {"bee", "hornet"}, 100)));
            },
            "Add 3 images");
        row(
            "addImages, one", [](Project& p) { return done(p.addImages({test::newImage(55)})); },
            "Add img_55.png");
        row(
            "removeImages",
            [](Project& p) {
                return p.removeImages({imageAt(p, 4), imageAt(p, 0)});
            },
            "Remove 2 images");
        row(
            "addClass", [](Project& p) { return done(p.addClass("fly")); }, "Add class “fly”");
        row(
            "renameClass", [](Project& p) { return p.renameClass(idOf(p, "bee"), "Honigbiene ä"); },
            "Rename class “bee” to “Honigbiene ä”");
        row(
            "recolorClass", [](Project& p) { return p.recolorClass(idOf(p, "bee"), 0x123456); },
            "Recolour class “bee”");
        row(
            "moveClass", [](Project& p) { return p.moveClass(idOf(p, "wasp"), 0); }, "Move class “wasp”");
        row(
            "mergeClasses", [](Project& p) { return p.mergeClasses(idOf(p, "bee"), idOf(p, "ant")); },
            "Merge class “bee” into “ant”");
        row(
            "removeClass", [](Project& p) { return p.removeClass(idOf(p, "ant")); }, "Remove class “ant”");
        row(
            "assignClass",
            [](Project& p) {
                return p.assignClass({imageAt(p, 0), imageAt(p, 2)}, idOf(p, "bee"));
            },
            "Assign class “bee” to 2 images");
        row(
            "assignClass, one", [](Project& p) { return p.assignClass({imageAt(p, 0)}, idOf(p, "bee")); },
            "Assign class “bee” to img_0.png");
        row(
            "unlabel", [](Project& p) { return p.assignClass({imageAt(p, 0)}, {}); },
            "Remove the class of img_0.png");
        row(
            "assignSplit",
            [](Project& p) {
                return p.assignSplit({imageAt(p, 0), imageAt(p, 1)}, Split::Validation);
            },
            "Put 2 images into validation");
        row(
            "assignSplit, none", [](Project& p) { return p.assignSplit({imageAt(p, 2)}, Split::None); },
            "Take img_2.png out of the split");
        row(
            "assignGroup", [](Project& p) { return p.assignGroup({imageAt(p, 3)}, "patient 2"); },
            "Put img_3.png into group “patient 2”");
        row(
            "assignGroup, none", [](Project& p) { return p.assignGroup({imageAt(p, 0)}, ""); },
            "Take img_0.png out of their group");
        row(
            "applySplit",
            [](Project& p) {
                return p.applySplit({{imageAt(p, 0), Split::Train}, {imageAt(p, 1), Split::Test}});
            },
            "Split 2 images");
        row(
            "relink",
            [](Project& p) {
                return done(p.relink({{imageAt(p, 0), "elsewhere/a.png"}}));
            },
            "Find img_0.png again");
        row(
            "replaceShapes",
            [](Project& p) {
                auto shapes = p.shapes(imageAt(p, 4));
                shapes.erase(shapes.begin());
                shapes[0].geometry = annotation::Polygon{{{1, 2}, {3, 4}, {5, 0}}};
                shapes.push_back({{}, idOf(p, "wasp"), annotation::Mask{1, 2, 3, 2, {1, 4, 1}}});
                return p.replaceShapes(imageAt(p, 4), shapes);
            },
            "Edit the shapes of img_4.png");
        row(
            "editShapes, draw",
            [](Project& p) {
                return done(p.editShapes(imageAt(p, 3), ShapeVerb::Draw, {boxShape(idOf(p, "ant"), 5)}));
            },
            "Draw a shape on img_3.png");
        row(
            "editShapes, move",
            [](Project& p) {
                auto shapes = p.shapes(imageAt(p, 4));
                shapes.pop_back();
                shapes[0].geometry = annotation::Box{7, 7, 7, 7};
                return done(p.editShapes(imageAt(p, 4), ShapeVerb::Move, shapes));
            },
            "Move shapes of img_4.png");
        row(
            "editShapes, remove",
            [](Project& p) {
                return done(p.editShapes(imageAt(p, 4), ShapeVerb::Remove, {},
                                         {p.shapes(imageAt(p, 4))[1].id, {4711}}));
            },
            "Remove shapes of img_4.png");
        row(
            "editShapes, a mask that is painted while another goes",
            [](Project& p) {
                return done(p.editShapes(imageAt(p, 4), ShapeVerb::Paint,
                                         {{{}, idOf(p, "wasp"), annotation::Mask{1, 2, 3, 2, {1, 4, 1}}}},
                                         {p.shapes(imageAt(p, 4))[0].id}));
            },
            "Paint on img_4.png");
    }

    void editingShapesLeavesTheOthersAndSaysTheIds() {
        test::TemporaryFolder folder;
        auto project = filledProject(folder / "p.graft");
        const ImageId image = imageAt(*project, 4);
        const auto before = project->shapes(image);
        annotation::Shape moved = before[1];
        moved.geometry = annotation::Box{50, 60, 7, 8};
        const auto ids = project->editShapes(image, ShapeVerb::Paste,
                                             {boxShape(idOf(*project, "wasp"), 30), moved}, {before[0].id});
        QVERIFY(ids.ok());
        QCOMPARE(ids->size(), std::size_t(2));
        QCOMPARE((*ids)[1], moved.id);
        QVERIFY((*ids)[0] != before[0].id && (*ids)[0] != before[1].id);
        QCOMPARE(project->shapes(image).size(), std::size_t(2));
        QVERIFY(project->shapes(image)[0] == moved);
        QCOMPARE(project->shapes(image)[1].id, (*ids)[0]);
    }

    void nudgesOfOneBatchAreTakenBackTogether() {
        test::TemporaryFolder folder;
        auto project = filledProject(folder / "p.graft");
        const ImageId image = imageAt(*project, 4);
        const std::string before = test::digest(*project);
        const int entries = project->undoStack().count();
        const auto nudge = [&](const char* batch) {
            annotation::Shape shape = project->shapes(image)[0];
            std::get<annotation::Box>(shape.geometry).x += 1;
            QVERIFY(project->editShapes(image, ShapeVerb::Move, {shape}, {}, batch).ok());
        };
        for (int i = 0; i < 5; ++i)
            nudge("a");
        const std::string first = test::digest(*project);
        nudge("b");
        QCOMPARE(project->undoStack().count(), entries + 2);
        project->undoStack().undo();
        QCOMPARE(test::digest(*project), first);
        project = test::reopened(project);
        project->undoStack().undo();
        QCOMPARE(test::digest(*project), before);
        project->undoStack().redo();
        QCOMPARE(test::digest(*project), first);
    }

    void undoAndRedoGoThereAndBack() {
        QFETCH(Verb, verb);
        QFETCH(QString, text);
        test::TemporaryFolder folder;
        auto project = filledProject(folder / "p.graft");
        const std::string before = test::digest(*project);
        QSignalSpy changes(project.get(), &Project::changed);

        QVERIFY(test::succeeded(verb(*project)));
        const std::string after = test::digest(*project);
        QVERIFY(after != before);
        QCOMPARE(changes.count(), 1);
        QCOMPARE(project->undoStack().undoText(), text);

        project->undoStack().undo();
        QCOMPARE(test::digest(*project), before);
        project->undoStack().redo();
        QCOMPARE(test::digest(*project), after);
        project = test::reopened(project);
        QVERIFY(project);
        QCOMPARE(test::digest(*project), after);
        QCOMPARE(project->undoStack().undoText(), text);
        project->undoStack().undo();
        QCOMPARE(test::digest(*project), before);
        project = test::reopened(project);
        QCOMPARE(test::digest(*project), before);
        QCOMPARE(project->undoStack().redoText(), text);
        project->undoStack().redo();
        QCOMPARE(test::digest(*project), after);
        QVERIFY(check(project->folder(), false)->problems.size() ==
                project->images().size()); // only the absent files
    }

    void nothingChangedLeavesNoEntry_data() {
        QTest::addColumn<Verb>("verb");
        const auto row = [](const char* name, Verb verb) { QTest::newRow(name) << verb; };
        row("the same class", [](Project& p) { return p.assignClass({imageAt(p, 0)}, idOf(p, "ant")); });
        row("no images", [](Project& p) { return p.assignClass({}, idOf(p, "ant")); });
        row("images that are not there", [](Project& p) { return p.assignClass({{4711}}, idOf(p, "ant")); });
        row("known paths", [](Project& p) { return done(p.addImages(test::newImages(3, {"new class"}))); });
        row("the same name", [](Project& p) { return p.renameClass(idOf(p, "ant"), " ant "); });
        row("the same colour",
            [](Project& p) { return p.recolorClass(idOf(p, "ant"), p.classNamed("ant")->color); });
        row("the same place", [](Project& p) { return p.moveClass(idOf(p, "ant"), 0); });
        row("the same shapes",
            [](Project& p) { return p.replaceShapes(imageAt(p, 4), p.shapes(imageAt(p, 4))); });
        row("shapes edited to what they are", [](Project& p) {
            return done(
                p.editShapes(imageAt(p, 4), ShapeVerb::Move, p.shapes(imageAt(p, 4)), {ShapeId{4711}}));
        });
        row("a split set by hand", [](Project& p) { return p.applySplit({{imageAt(p, 2), Split::Train}}); });
        row("a path in use", [](Project& p) {
            return done(p.relink({{imageAt(p, 0), "images/img_1.png"}}));
        });
    }

    void nothingChangedLeavesNoEntry() {
        QFETCH(Verb, verb);
        test::TemporaryFolder folder;
        auto project = filledProject(folder / "p.graft");
        const std::string before = test::digest(*project);
        const int entries = project->undoStack().count();
        QSignalSpy changes(project.get(), &Project::changed);
        QVERIFY(test::succeeded(verb(*project)));
        QCOMPARE(test::digest(*project), before);
        QCOMPARE(project->undoStack().count(), entries);
        QCOMPARE(changes.count(), 0);
    }

    void refusesWithASentence_data() {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, Verb verb, const char* word) {
            QTest::newRow(name) << verb << QString::fromUtf8(word);
        };
        row(
            "class without a name", [](Project& p) { return done(p.addClass("  \n")); }, "name");
        row(
            "class of the same name", [](Project& p) { return done(p.addClass("bee ")); }, "“bee”");
        row(
            "renaming to a name in use", [](Project& p) { return p.renameClass(idOf(p, "bee"), "ant"); },
            "Merge");
        row(
            "merging into itself", [](Project& p) { return p.mergeClasses(idOf(p, "bee"), idOf(p, "bee")); },
            "itself");
        row(
            "a class that is gone", [](Project& p) { return p.assignClass({imageAt(p, 0)}, {99}); },
            "removed");
        row(
            "shapes of a class that is gone",
            [](Project& p) { return p.replaceShapes(imageAt(p, 0), {boxShape({99}, 1)}); }, "removed");
        row(
            "an edited shape of a class that is gone",
            [](Project& p) {
                return done(p.editShapes(imageAt(p, 0), ShapeVerb::Draw, {boxShape({99}, 1)}));
            },
            "removed");
        row(
            "an edit on an image that is gone",
            [](Project& p) { return done(p.editShapes({99}, ShapeVerb::Draw, {})); }, "removed");
        row(
            "shapes on an image that is gone", [](Project& p) { return p.replaceShapes({99}, {}); },
            "removed");
    }

    void refusesWithASentence() {
        QFETCH(Verb, verb);
        QFETCH(QString, word);
        test::TemporaryFolder folder;
        auto project = filledProject(folder / "p.graft");
        const std::string before = test::digest(*project);
        const auto result = verb(*project);
        QVERIFY(!result.ok());
        QVERIFY2(QString::fromStdString(result.error().message).contains(word),
                 result.error().message.c_str());
        QCOMPARE(test::digest(*project), before);
    }

    void aRemovedClassTakesItsLabelsAndShapesAndComesBackWithThem() {
        test::TemporaryFolder folder;
        auto project = filledProject(folder / "p.graft");
        const ClassId ant = idOf(*project, "ant");
        QVERIFY(project->removeClass(ant).ok());
        QVERIFY(!project->labelClass(ant));
        QVERIFY(!project->images()[0].label);
        QCOMPARE(project->shapes(imageAt(*project, 4)).size(), std::size_t(1));
        QCOMPARE(project->classes()[0].position, 0);
        project->undoStack().undo();
        QCOMPARE(project->images()[0].label.value, ant.value);
        QCOMPARE(project->shapes(imageAt(*project, 4)).size(), std::size_t(2));
    }

    void idsAreNeverUsedAgain() {
        test::TemporaryFolder folder;
        auto project = filledProject(folder / "p.graft");
        const ClassId fly = *project->addClass("fly");
        const ImageId image = project->addImages({test::newImage(77)})->front();
        project->undoStack().undo();
        project->undoStack().undo();
        project = test::reopened(project);
        QVERIFY((*project->addClass("gnat")).value > fly.value);
        QVERIFY(project->addImages({test::newImage(78)})->front().value > image.value);
    }

    void duplicatesAreFoundByContent() {
        test::TemporaryFolder folder;
        auto project = *Project::create(folder / "p.graft", TaskKind::Classification);
        auto images = test::newImages(5);
        images[3].record.contentHash = images[1].record.contentHash;
        images[4].record.contentHash.clear();
        const auto ids = *project->addImages(images);
        QVERIFY(project->isDuplicate(ids[1]) && project->isDuplicate(ids[3]) &&
                !project->isDuplicate(ids[0]));
        QCOMPARE(project->duplicates(), (std::vector<std::vector<ImageId>>{{ids[1], ids[3]}}));
        QVERIFY(project->removeImages({ids[1]}).ok());
        QVERIFY(!project->isDuplicate(ids[3]));
        QVERIFY(project->duplicates().empty());
        project->undoStack().undo();
        QVERIFY(project->isDuplicate(ids[3]));
    }

    void changesNameWhatTheyTouch() {
        test::TemporaryFolder folder;
        auto project = filledProject(folder / "p.graft");
        Change last;
        QObject::connect(project.get(), &Project::changed, this,
                         [&](const Change& change) { last = change; });
        QVERIFY(project->assignClass({imageAt(*project, 1)}, idOf(*project, "ant")).ok());
        QCOMPARE(last.imagesChanged, std::vector<ImageId>{imageAt(*project, 1)});
        QVERIFY(!last.classes && !last.issues && last.imagesAdded.empty() && last.shapesChanged.empty());
        QVERIFY(project->replaceShapes(imageAt(*project, 4), {}).ok());
        QCOMPARE(last.shapesChanged, std::vector<ImageId>{imageAt(*project, 4)});
        const ImageId gone = imageAt(*project, 0);
        QVERIFY(project->removeImages({gone}).ok());
        QCOMPARE(last.imagesRemoved, std::vector<ImageId>{gone});
        project->undoStack().undo();
        QCOMPARE(last.imagesAdded, std::vector<ImageId>{gone});
        QVERIFY(project->addIssues({{.path = "/x", .problem = "broken"}}).ok());
        QVERIFY(last.issues && last.imagesAdded.empty());
    }

    void issuesAreReplacedByPathAndSettledByTheImage() {
        test::TemporaryFolder folder;
        auto project = *Project::create(folder / "p.graft", TaskKind::Classification);
        const std::string path = (project->folder().parent_path() / "images/img_0.png").string();
        QVERIFY(project->addIssues({{.path = path, .problem = "broken"}, {.path = "", .problem = "a note"}})
                    .ok());
        QVERIFY(project->addIssues({{.path = path, .problem = "still broken"}}).ok());
        project = test::reopened(project);
        QCOMPARE(project->issues().size(), std::size_t(2));
        QCOMPARE(project->issues()[1].problem, std::string("still broken"));
        QVERIFY(project->addImages({test::newImage(0)}).ok());
        QCOMPARE(project->issues().size(), std::size_t(1));
        QVERIFY(project->dismissIssue(project->issues()[0].id).ok());
        project = test::reopened(project);
        QVERIFY(project->issues().empty());
        QCOMPARE(project->undoStack().count(), 1);
    }

    /// Twenty thousand bad files, told in portions, told again, then mended: one signal a step, and not a
    /// look through all of them for each.
    void manyIssuesAreReplacedAndSettledTogether() {
        constexpr int kFiles = 20'000;
        constexpr int kPortion = 200;
        test::TemporaryFolder folder;
        auto project = *Project::create(folder / "p.graft", TaskKind::Classification);
        int told = 0;
        connect(project.get(), &Project::changed, this, [&](const Change& change) { told += change.issues; });
        const auto path = [&](int i) {
            return (project->folder().parent_path() / ("images/img_" + std::to_string(i) + ".png")).string();
        };
        for (const std::string problem : {"broken", "still broken"})
            for (int first = 0; first < kFiles; first += kPortion) {
                std::vector<Issue> portion;
                for (int i = first; i < first + kPortion; ++i)
                    portion.push_back({.path = path(i), .problem = problem});
                portion.push_back(portion.front()); // of two about one file the last counts
                QVERIFY(project->addIssues(portion).ok());
            }
        QCOMPARE(project->issues().size(), std::size_t(kFiles));
        QVERIFY(std::ranges::all_of(project->issues(),
                                    [](const Issue& issue) { return issue.problem == "still broken"; }));
        QCOMPARE(told, 2 * kFiles / kPortion);
        told = 0;
        QVERIFY(project->addImages(test::newImages(kFiles - 1)).ok());
        QCOMPARE(told, 1);
        QCOMPARE(project->issues().size(), std::size_t(1));
        project = test::reopened(project);
        QCOMPARE(project->issues().size(), std::size_t(1));
        QCOMPARE(project->issues()[0].path, path(kFiles - 1));
    }

    void newClassesComeInTheOrderOfTheirNames() {
        test::TemporaryFolder folder;
        auto project = *Project::create(folder / "p.graft", TaskKind::Classification);
        const auto names = [&] {
            std::vector<std::string> all;
            for (const auto& labelClass : project->classes())
                all.push_back(labelClass.name);
            return all;
        };
        QVERIFY(project->addImages(test::newImages(8, {"10", "2", "", "bee", "1", "ant"})).ok());
        QCOMPARE(names(), (std::vector<std::string>{"1", "2", "10", "ant", "bee"}));
        // Those that are there keep their places.
        QVERIFY(project->addImages(test::newImages(2, {"bee", "aphid"}, 100)).ok());
        QCOMPARE(names(), (std::vector<std::string>{"1", "2", "10", "ant", "bee", "aphid"}));
        QCOMPARE(project->undoStack().count(), 2);
    }

    void settingsAreKept() {
        test::TemporaryFolder folder;
        auto project = *Project::create(folder / "p.graft", TaskKind::Classification);
        QCOMPARE(project->setting("model", "resnet18"), std::string("resnet18"));
        QVERIFY(project->setSetting("model", "resnet50").ok());
        QVERIFY(project->setSetting("empty", "").ok());
        project = test::reopened(project);
        QCOMPARE(project->setting("model"), std::string("resnet50"));
        QCOMPARE(project->setting("empty", "otherwise"), std::string());
        QCOMPARE(project->undoStack().count(), 0);
    }

    void newClassesGetDifferentColours() {
        test::TemporaryFolder folder;
        auto project = *Project::create(folder / "p.graft", TaskKind::Classification);
        std::set<std::uint32_t> colors;
        for (int i = 0; i < 12; ++i) {
            const ClassId id = *project->addClass("class " + std::to_string(i));
            colors.insert(project->labelClass(id)->color);
            if (i == 4) {
                colors.erase(project->classes()[1].color);
                QVERIFY(project->removeClass(project->classes()[1].id).ok());
            }
        }
        QCOMPARE(colors.size(), std::size_t(11));
    }
};

QTEST_GUILESS_MAIN(VerbsTest)
#include "VerbsTest.moc"
