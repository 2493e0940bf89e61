#include "Fixture.h"

#include "base/Random.h"
#include "support/SmallDisk.h"

#include <QSignalSpy>

using namespace graft;
using namespace graft::project;
using annotation::TaskKind;

namespace {

std::uint64_t logSize(const Project& project) {
    return std::filesystem::file_size(project.folder() / "project.sqlite-wal");
}

} // namespace

class UndoJournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_project = *Project::create(m_folder / (std::string(QTest::currentTestFunction()) + ".graft"),
                                     TaskKind::Classification);
    }
    void cleanup() { m_project.reset(); }

    void aHundredEditsGoAllTheWayBackAfterARestart() {
        std::vector<std::string> states{test::digest(*m_project)};
        QVERIFY(m_project->addImages(test::newImages(20, {"a", "b", "c"})).ok());
        states.push_back(test::digest(*m_project));
        Random random(11);
        while (states.size() < 100) {
            const auto& image = m_project->images()[random.below(20)];
            QVERIFY(m_project->assignClass({image.id}, m_project->classes()[random.below(3)].id).ok());
            if (test::digest(*m_project) != states.back())
                states.push_back(test::digest(*m_project));
        }
        m_project->undoStack().setIndex(50);
        QCOMPARE(test::digest(*m_project), states[50]);
        m_project = test::reopened(m_project);
        QCOMPARE(m_project->undoStack().count(), 99);
        QCOMPARE(m_project->undoStack().index(), 50);
        for (int index : {99, 0, 30}) {
            m_project->undoStack().setIndex(index);
            QCOMPARE(test::digest(*m_project), states[std::size_t(index)]);
        }
    }

    void aNewEditForgetsWhatCouldBeRedone() {
        QVERIFY(m_project->addClass("a").ok());
        QVERIFY(m_project->addClass("b").ok());
        m_project->undoStack().undo();
        QVERIFY(m_project->addClass("c").ok());
        QVERIFY(!m_project->undoStack().canRedo());
        m_project = test::reopened(m_project);
        QCOMPARE(m_project->undoStack().count(), 2);
        QCOMPARE(m_project->classes()[1].name, std::string("c"));
    }

    void portionsOfOneImportAreOneEntry() {
        for (int portion = 0; portion < 3; ++portion)
            QVERIFY(m_project->addImages(test::newImages(10, {"x"}, portion * 10), "import 1").ok());
        QCOMPARE(m_project->undoStack().count(), 1);
        QCOMPARE(m_project->undoStack().undoText(), QString("Add 30 images"));
        QVERIFY(m_project->addClass("between").ok());
        QVERIFY(m_project->addImages(test::newImages(10, {"x"}, 30), "import 1").ok());
        QVERIFY(m_project->addImages(test::newImages(10, {"x"}, 40), "import 2").ok());
        QCOMPARE(m_project->undoStack().count(), 4);
        m_project = test::reopened(m_project);
        QCOMPARE(m_project->undoStack().text(0), QString("Add 30 images"));
        m_project->undoStack().setIndex(0);
        QVERIFY(m_project->images().empty() && m_project->classes().empty());
        m_project->undoStack().setIndex(1);
        QCOMPARE(m_project->images().size(), std::size_t(30));
        QCOMPARE(m_project->classes().size(), std::size_t(1));
    }

    void anUndoneImportIsNotContinued() {
        QVERIFY(m_project->addImages(test::newImages(10), "import").ok());
        m_project->undoStack().undo();
        QVERIFY(m_project->addImages(test::newImages(5, {""}, 10), "import").ok());
        QCOMPARE(m_project->undoStack().undoText(), QString("Add 5 images"));
        m_project->undoStack().undo();
        QVERIFY(m_project->images().empty());
    }

    void aFailedWriteChangesNothing() {
        QVERIFY(m_project->addImages(test::newImages(2000, {"a", "b"})).ok());
        const std::string before = test::digest(*m_project);
        std::vector<ImageId> all;
        for (const ImageRecord& image : m_project->images())
            all.push_back(image.id);
        QSignalSpy failures(m_project.get(), &Project::writeFailed);
        {
            const test::SmallDisk full(logSize(*m_project));
            const auto result = m_project->assignClass(all, m_project->classes()[0].id);
            QVERIFY(!result.ok());
            QVERIFY2(QString::fromStdString(result.error().message).contains("not made"),
                     result.error().message.c_str());
            QCOMPARE(failures.count(), 1);
            QVERIFY(!m_project
                         ->addIssues(
                             std::vector<Issue>(3000, Issue{.path = "", .problem = std::string(500, 'x')}))
                         .ok());
            QVERIFY(m_project->issues().empty());
        }
        QCOMPARE(test::digest(*m_project), before);
        QCOMPARE(m_project->undoStack().count(), 1);
        QVERIFY(m_project->assignClass(all, m_project->classes()[0].id).ok()); // there is room again
        m_project->undoStack().undo();
        m_project = test::reopened(m_project);
        QCOMPARE(test::digest(*m_project), before);
    }

    void aFailedUndoLeavesStackAndDocumentInStep() {
        QVERIFY(m_project->addImages(test::newImages(2000, {"a", "b"})).ok());
        std::vector<ImageId> all;
        for (const ImageRecord& image : m_project->images())
            all.push_back(image.id);
        QVERIFY(m_project->assignGroup(all, std::string(100, 'g')).ok());
        QVERIFY(m_project->assignClass(all, m_project->classes()[0].id).ok());
        const std::string before = test::digest(*m_project);
        QSignalSpy failures(m_project.get(), &Project::writeFailed);
        {
            const test::SmallDisk full(logSize(*m_project));
            m_project->undoStack().undo();
            QCOMPARE(failures.count(), 1);
            QCOMPARE(m_project->undoStack().index(), 3);
            m_project->undoStack().setIndex(0); // several steps: the first fails, the others are left
            QCOMPARE(failures.count(), 2);
            QCOMPARE(m_project->undoStack().index(), 3);
        }
        QCOMPARE(test::digest(*m_project), before);
        m_project->undoStack().setIndex(0);
        QVERIFY(m_project->images().empty());
        m_project->undoStack().setIndex(3);
        QCOMPARE(test::digest(*m_project), before);
    }

    void largeEditsAreUndone() {
        QVERIFY(m_project->addImages(test::newImages(5000, {"a", "b"})).ok());
        std::vector<ImageId> all;
        for (const ImageRecord& image : m_project->images())
            all.push_back(image.id);
        const std::string before = test::digest(*m_project);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(m_project->assignClass(all, *m_project->addClass("c")).ok());
        const qint64 assigned = timer.restart();
        m_project->undoStack().undo();
        qInfo("assignClass on 5000 images: %lld ms, undo %lld ms", assigned, timer.elapsed());
        m_project->undoStack().undo();
        QCOMPARE(test::digest(*m_project), before);
    }

private:
    test::TemporaryFolder m_folder;
    std::unique_ptr<Project> m_project;
};

QTEST_GUILESS_MAIN(UndoJournalTest)
#include "UndoJournalTest.moc"
