#include "Fixture.h"

#include "base/Random.h"

#include <QSignalSpy>

#include <map>

using namespace graft;
using namespace graft::project;
using annotation::TaskKind;

namespace {

constexpr std::int64_t kLimit = 20'000;

/// Each about half a kilobyte of history: texts that do not shrink.
void edit(Project& project, Random& random) {
    std::string text;
    for (int i = 0; i < 500; ++i)
        text.push_back(char('!' + random.below(90)));
    QVERIFY(test::succeeded(project.assignGroup({project.images()[random.below(3)].id}, text)));
}

} // namespace

class UndoLimitTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<test::TemporaryFolder>();
        m_project = *Project::create(*m_folder / "p.graft", TaskKind::Classification);
        QVERIFY(m_project->addImages(test::newImages(3, {"a"})).ok());
    }
    void cleanup() { m_project.reset(); }

    void withoutALimitEveryStepIsKept() {
        Random random(1);
        for (int i = 0; i < 200; ++i)
            edit(*m_project, random);
        QCOMPARE(m_project->undoStack().count(), 201);
        QVERIFY(m_project->undoBytes() > 2 * kLimit);
        m_project->undoStack().setIndex(0);
        QVERIFY(m_project->images().empty());
    }

    void theOldestStepsGoAndItIsSaid() {
        m_project->setUndoLimit(kLimit);
        QSignalSpy dropped(m_project.get(), &Project::undoStepsDropped);
        Random random(2);
        std::vector<std::string> states{"", test::digest(*m_project)};
        for (int i = 0; i < 200; ++i) {
            edit(*m_project, random);
            states.push_back(test::digest(*m_project));
            QVERIFY(m_project->undoBytes() <= kLimit);
            QCOMPARE(m_project->undoStack().index(), m_project->undoStack().count());
        }
        int gone = 0;
        for (const QList<QVariant>& signal : dropped)
            gone += signal[0].toInt();
        const int kept = m_project->undoStack().count();
        QVERIFY(dropped.count() > 1 && dropped.count() < 60); // not at every edit
        QCOMPARE(gone + kept, 201);
        QVERIFY(kept > 20);
        // As far back as it goes, and all the way forth; the same after a restart.
        for (int round = 0; round < 2; ++round) {
            for (const int index : {0, kept / 2, kept}) {
                m_project->undoStack().setIndex(index);
                QCOMPARE(test::digest(*m_project), states[std::size_t(gone + index)]);
            }
            m_project->undoStack().setIndex(round == 0 ? kept / 3 : kept);
            m_project = test::reopened(m_project);
            QCOMPARE(m_project->undoStack().count(), kept);
        }
        QCOMPARE(check(*m_folder / "p.graft", false)->problems.size(),
                 std::size_t(3)); // the image files alone
    }

    void whatCanBeRedoneStaysUntilTheNextEdit() {
        Random random(3);
        for (int i = 0; i < 100; ++i)
            edit(*m_project, random);
        m_project->undoStack().setIndex(90);
        m_project->setUndoLimit(kLimit);
        QVERIFY(m_project->undoBytes() <= kLimit);
        QCOMPARE(m_project->undoStack().count() - m_project->undoStack().index(), 11);
        m_project->undoStack().redo();
        edit(*m_project, random);
        QVERIFY(!m_project->undoStack().canRedo());
        m_project->undoStack().undo();
        m_project->undoStack().redo();
    }

    void theNewestStepIsKeptHoweverLargeItIs() {
        m_project->setUndoLimit(100);
        Random random(4);
        edit(*m_project, random);
        const std::string before = test::digest(*m_project);
        edit(*m_project, random);
        QCOMPARE(m_project->undoStack().count(), 1);
        m_project->undoStack().undo();
        QCOMPARE(test::digest(*m_project), before);
        QVERIFY(!m_project->undoStack().canUndo());
        QVERIFY(m_project->undoStack().canRedo());
    }

    void portionsOfAnImportAreDroppedTogether() {
        m_project->setUndoLimit(kLimit);
        for (int portion = 0; portion < 40; ++portion)
            QVERIFY(m_project->addImages(test::newImages(50, {"b"}, 100 + portion * 50), "import").ok());
        QCOMPARE(m_project->undoStack().count(), 1);
        m_project->undoStack().undo();
        QCOMPARE(m_project->images().size(), std::size_t(3));
    }

private:
    std::unique_ptr<test::TemporaryFolder> m_folder;
    std::unique_ptr<Project> m_project;
};

QTEST_GUILESS_MAIN(UndoLimitTest)
#include "UndoLimitTest.moc"
