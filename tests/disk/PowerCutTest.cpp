#include "FaultyDisk.h"

#include "project/Fixture.h"
#include "torture/RandomEdits.h"
#include "torture/Seen.h"

#include <set>

// The power goes while a project is written. What was not synced by then is lost, sector by sector and by
// chance; what had been acknowledged is not.

using namespace graft;
using namespace graft::project;
using torture::documentOf;
namespace fs = std::filesystem;

namespace {

constexpr int kCuts = 200;
constexpr int kCutsOfOneProject = 20;
const char* const kOperations[] = {"write log", "sync log", "write main", "sync main"};

struct Losses {
    int cuts = 0;
    int edits = 0;
    int lost = 0;
    std::set<std::string> operations; ///< before which the power went
    std::string firstLoss;
};

/// One project on the disk, edited at random until the power goes.
class PoweredOff {
public:
    PoweredOff(test::FaultyDisk& disk, std::uint64_t seed)
        : m_disk(disk), m_random(seed), m_pool(m_temporary.path()) {}

    Losses run(int cuts) {
        for (; m_losses.cuts < cuts; ++m_losses.cuts) {
            if (m_losses.cuts % kCutsOfOneProject == 0)
                begin();
            plan(m_losses.cuts);
            editUntilTheCut();
            m_losses.operations.insert(m_disk.cutBefore());
            lookAtWhatIsLeft();
        }
        return m_losses;
    }

private:
    /// At random, and by turns before each kind of operation, however rare it is.
    void plan(int cut) {
        const auto turn = std::size_t(cut) % (2 * std::size(kOperations));
        if (turn < std::size(kOperations))
            m_disk.cutPowerBefore(kOperations[turn]);
        else
            m_disk.cutPowerAfter(int(m_random.below(250)));
    }

    void begin() {
        m_project.reset();
        fs::remove_all(folder());
        m_project = *Project::create(folder(), annotation::TaskKind::Segmentation);
        m_start = documentOf(*m_project);
    }

    /// The cut comes inside an edit, or while a project is closed or opened.
    void editUntilTheCut() {
        while (!m_disk.powerWasCut()) {
            m_before = documentOf(*m_project);
            if (m_random.chance(0.15))
                m_project = test::reopened(m_project);
            else
                torture::editAtRandom(*m_project, m_random, m_pool);
            ++m_losses.edits;
        }
        m_after = documentOf(*m_project);
    }

    void lookAtWhatIsLeft() {
        const fs::path left = m_temporary / "left.graft";
        fs::remove_all(left);
        fs::create_directories(left);
        m_disk.writeRemains(left, m_random);
        if (const std::string problem = problemOf(left); !problem.empty() && m_losses.lost++ == 0)
            m_losses.firstLoss = "before " + m_disk.cutBefore() + ": " + problem;
    }

    std::string problemOf(const fs::path& left) const {
        auto project = Project::open(left);
        if (!project)
            return project.error().message;
        const std::string now = documentOf(**project);
        if (now != m_before && now != m_after)
            return "neither what was acknowledged nor what was being written";
        (*project)->undoStack().setIndex(0);
        if (documentOf(**project) != m_start)
            return "undo does not lead back to the start";
        project->reset();
        const auto report = check(left, false);
        return !report ? report.error().message : report->ok ? std::string() : report->problems.front();
    }

    fs::path folder() const { return m_temporary / "p.graft"; }

    test::TemporaryFolder m_temporary;
    test::FaultyDisk& m_disk;
    Random m_random;
    torture::ImagePool m_pool;
    std::unique_ptr<Project> m_project;
    std::string m_start;
    std::string m_before;
    std::string m_after;
    Losses m_losses;
};

} // namespace

class PowerCutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedIsThereWhenThePowerIsBack() {
        test::FaultyDisk disk;
        const Losses losses = PoweredOff(disk, 20261126).run(kCuts);
        qInfo("%d cuts in %d edits, %d lost", losses.cuts, losses.edits, losses.lost);
        QVERIFY2(losses.lost == 0, losses.firstLoss.c_str());
        for (const char* operation : kOperations)
            QVERIFY2(losses.operations.contains(operation), operation);
    }

    /// The test of the test: where a sync does nothing, work is lost, and it shows.
    void aDiskThatLiesAboutSyncingLosesWork() {
        test::FaultyDisk disk;
        disk.ignoreSyncs(true);
        QVERIFY(PoweredOff(disk, 7).run(20).lost > 0);
    }
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "PowerCutTest.moc"
