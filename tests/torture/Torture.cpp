#include "Torture.h"

#include "RandomEdits.h"
#include "Seen.h"

#include <QFileInfo>
#include <QProcess>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace graft::torture {

namespace fs = std::filesystem;
using namespace project;

namespace {

// A start takes some 30 ms: some kills come before the first edit.
constexpr int kLongestLife = 250'000; // microseconds

Error wrong(const std::string& what) {
    return {what};
}

/// One project and the program that is killed over it.
class Victim {
public:
    Victim(const TortureOptions& options, Random& random, Tally& tally)
        : m_options(options), m_random(random), m_tally(tally), m_folder(options.folder / "project.graft"),
          m_before(options.folder / "before.sqlite"), m_pool(options.folder) {}

    Result<> begin() {
        fs::remove_all(m_folder);
        auto project = Project::create(m_folder, annotation::TaskKind::Segmentation);
        if (!project)
            return project.error();
        m_start = documentOf(**project);
        project->reset();
        remember();
        return {};
    }

    Result<> killOnce() {
        const std::uint64_t seed = m_random.next();
        const auto acknowledged = runAndKill(seed);
        if (!acknowledged)
            return acknowledged.error();
        ++m_tally.kills;
        m_tally.killsBeforeAnEdit += *acknowledged == 0 ? 1 : 0;
        m_tally.acknowledged += *acknowledged;
        if (auto held = isHeld(seed, *acknowledged); !held)
            return held;
        m_tally.found += *acknowledged;
        if (auto walked = undoAndRedoAll(); !walked)
            return walked;
        if (auto checked = isClean(); !checked)
            return checked;
        remember();
        return {};
    }

private:
    /// How many edits the program had acknowledged when it was killed.
    Result<int> runAndKill(std::uint64_t seed) {
        const QString output = QString::fromStdString((m_options.folder / "acknowledged").string());
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.setStandardOutputFile(output);
        child.start(QString::fromStdString(m_options.program.string()),
                    {QStringLiteral("--edit"), QString::fromStdString(m_options.folder.string()),
                     QString::number(qulonglong(seed))});
        if (!child.waitForStarted())
            return wrong("the program could not be started");
        QThread::usleep(m_random.below(kLongestLife));
        if (::kill(pid_t(child.processId()), SIGKILL) != 0 || !child.waitForFinished(-1) ||
            child.exitStatus() != QProcess::CrashExit)
            return wrong("the program ended by itself: " + child.errorString().toStdString());
        return int(QFileInfo(output).size());
    }

    /// What was acknowledged is there, to the last edit; or that and the one edit that was under way.
    Result<> isHeld(std::uint64_t seed, int acknowledged) {
        std::string toReader;
        if (auto reader = Project::open(m_folder, Access::ReadOnly))
            toReader = documentOf(**reader);
        auto project = Project::open(m_folder);
        if (!project)
            return project.error();
        m_last = seen(**project);
        if (toReader != m_last.document)
            return wrong("a reader sees another project than the next writer");
        const auto expected = again(seed, acknowledged);
        if (!expected)
            return expected.error();
        if (m_last == expected->first)
            return {};
        if (!isBetween(m_last, expected->first, expected->second))
            return wrong("an acknowledged edit is lost, or half of one is there");
        ++m_tally.unacknowledgedFound;
        return {};
    }

    /// An edit of the document may settle an issue in a transaction of its own.
    static bool isBetween(const Seen& now, const Seen& before, const Seen& after) {
        const auto sameDocument = [&now](const Seen& other) {
            return now.document == other.document && now.undoIndex == other.undoIndex &&
                   now.undoCount == other.undoCount;
        };
        return (sameDocument(before) || sameDocument(after)) &&
               (now.notes == before.notes || now.notes == after.notes);
    }

    /// What the project holds after that many edits of the seed, and after one more, on what it was before
    /// the program ran.
    Result<std::pair<Seen, Seen>> again(std::uint64_t seed, int edits) {
        const fs::path copy = m_options.folder / "again.graft";
        fs::remove_all(copy);
        fs::create_directories(copy);
        fs::copy_file(m_before, copy / "project.sqlite");
        auto project = Project::open(copy);
        if (!project)
            return project.error();
        Random random(seed);
        for (int i = 0; i < edits; ++i)
            editAtRandom(**project, random, m_pool);
        const Seen there = seen(**project);
        editAtRandom(**project, random, m_pool);
        return std::pair(there, seen(**project));
    }

    Result<> undoAndRedoAll() {
        auto opened = Project::open(m_folder);
        if (!opened)
            return opened.error();
        QUndoStack& stack = (*opened)->undoStack();
        const int index = stack.index();
        const auto goTo = [&](int wanted) {
            m_tally.steps += std::abs(wanted - stack.index());
            stack.setIndex(wanted);
            return documentOf(**opened);
        };
        const std::string end = goTo(stack.count());
        if (goTo(0) != m_start)
            return wrong("undoing everything does not lead back to the start");
        if (goTo(stack.count()) != end)
            return wrong("redoing everything does not lead to the end");
        goTo(index);
        if (seen(**opened) != m_last)
            return wrong("going to the start and back changes the project");
        ++m_tally.undoneAndRedone;
        return {};
    }

    Result<> isClean() {
        const auto report = check(m_folder, false);
        if (!report)
            return report.error();
        if (!report->ok)
            return wrong("graft check: " + report->problems.front());
        ++m_tally.clean;
        return {};
    }

    void remember() {
        fs::copy_file(m_folder / "project.sqlite", m_before, fs::copy_options::overwrite_existing);
    }

    const TortureOptions& m_options;
    Random& m_random;
    Tally& m_tally;
    fs::path m_folder;
    fs::path m_before; ///< the project as it was before the program ran
    ImagePool m_pool;
    std::string m_start;
    Seen m_last;
};

} // namespace

int editUntilKilled(const fs::path& folder, std::uint64_t seed) {
    const ImagePool pool(folder);
    auto project = Project::open(folder / "project.graft");
    if (!project) {
        std::fprintf(stderr, "%s\n", project.error().message.c_str());
        return 1;
    }
    Random random(seed);
    do
        editAtRandom(**project, random, pool);
    while (::write(STDOUT_FILENO, ".", 1) == 1);
    return 1;
}

Result<Tally> torture(const TortureOptions& options) {
    Tally tally;
    Random random(options.seed);
    Victim victim(options, random, tally);
    for (int kill = 0; kill < options.kills; ++kill) {
        if (kill % options.killsPerProject == 0)
            if (auto begun = victim.begin(); !begun)
                return begun.error();
        if (auto held = victim.killOnce(); !held)
            return Error{"kill " + std::to_string(kill + 1) + " of seed " + std::to_string(options.seed) +
                             ": " + held.error().message,
                         held.error().detail};
    }
    return tally;
}

} // namespace graft::torture
