#include "Fixture.h"

#include "base/Random.h"

#include <QCryptographicHash>
#include <QProcess>

#include <csignal>
#include <cstdio>

// A writer is killed at random instants, again and again: what it had acknowledged is there, and can be
// undone.

using namespace graft;
using namespace graft::project;
using annotation::Split;
using annotation::TaskKind;

namespace {

constexpr int kKills = 30;

std::string shortDigest(const Project& project) {
    return QCryptographicHash::hash(QByteArray::fromStdString(test::digest(project)),
                                    QCryptographicHash::Sha1)
        .toHex()
        .toStdString();
}

/// One random edit.
void edit(Project& project, Random& random, int& nextImage) {
    std::vector<ImageId> some;
    for (const ImageRecord& image : project.images())
        if (random.chance(0.3))
            some.push_back(image.id);
    const auto anyClass = [&]() -> ClassId {
        return project.classes().empty() ? ClassId{}
                                         : project.classes()[random.below(project.classes().size())].id;
    };
    switch (random.below(10)) {
    case 0:
    case 1: {
        const int count = 1 + int(random.below(30));
        (void)project.addImages(test::newImages(count, {"a", "b", "", "c"}, nextImage),
                                random.chance(0.5) ? "import" : "");
        nextImage += count;
        break;
    }
    case 2:
        if (project.images().size() > 100)
            (void)project.removeImages(some);
        break;
    case 3:
        (void)project.addClass("class " + std::to_string(random.below(8)));
        break;
    case 4:
        (void)project.removeClass(anyClass());
        break;
    case 5:
        (void)project.mergeClasses(anyClass(), anyClass());
        break;
    case 6:
        (void)project.assignSplit(some, Split(random.below(4)));
        break;
    case 7:
        if (!some.empty() && anyClass())
            (void)project.replaceShapes(
                some[0], {{{}, anyClass(), annotation::Box{double(random.below(50)), 1, 2, 3}}});
        break;
    case 8: // one step: several would be several transactions
        random.chance(0.6) ? project.undoStack().undo() : project.undoStack().redo();
        break;
    default:
        (void)project.assignClass(some, anyClass());
    }
}

/// What the child does: an edit, then a line with what the state will be, then what it is.
int writeUntilKilled(const char* folder, std::uint64_t seed) {
    auto opened = Project::open(folder);
    if (!opened) {
        std::printf("failed %s\n", opened.error().message.c_str());
        return 1;
    }
    Random random(seed);
    int nextImage = int(seed % 1000) * 100000;
    for (;;) {
        edit(**opened, random, nextImage);
        std::printf("%s\n", shortDigest(**opened).c_str());
        std::fflush(stdout);
    }
}

} // namespace

class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost() {
        test::TemporaryFolder temporary;
        const auto folder = temporary / "p.graft";
        const std::uint64_t seed = 20261124;
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        Random random(seed);
        std::string start;
        {
            auto project = *Project::create(folder, TaskKind::Detection);
            start = shortDigest(*project);
        }
        snapshot(folder, temporary);
        std::string last = start;
        int edits = 0;
        for (int kill = 0; kill < kKills; ++kill) {
            const std::uint64_t childSeed = random.next();
            const QByteArrayList lines = runAndKill(folder, childSeed, 5 + int(random.below(100)));
            QVERIFY2(lines.isEmpty() || !lines.first().startsWith("failed"), lines.value(0).constData());
            edits += int(lines.size());
            if (!lines.isEmpty())
                last = lines.last().toStdString();
            auto reader = Project::open(folder, Access::ReadOnly);
            QVERIFY(test::succeeded(reader));
            auto project = Project::open(folder);
            QVERIFY(test::succeeded(project));
            const std::string now = shortDigest(**project);
            QCOMPARE(shortDigest(**reader), now);
            QVERIFY2(now == last || now == inFlight(childSeed, int(lines.size()), temporary),
                     "neither what was acknowledged last nor what was being written");
            last = now;
            if (kill % 5 == 4) {
                goToTheStartAndBack(**project, start);
                QCOMPARE(shortDigest(**project), now);
                const std::size_t images = (*project)->images().size();
                project->reset();
                QCOMPARE(check(folder, false)->problems.size(),
                         images); // only the image files, which never were
            }
            project->reset();
            snapshot(folder, temporary);
        }
        qInfo("%d kills, %d edits", kKills, edits);
        QVERIFY(edits > kKills);
    }

private:
    static void goToTheStartAndBack(Project& project, const std::string& start) {
        const int index = project.undoStack().index();
        project.undoStack().setIndex(0);
        QCOMPARE(shortDigest(project), start);
        project.undoStack().setIndex(index);
    }

    static QByteArrayList runAndKill(const std::filesystem::path& folder, std::uint64_t seed,
                                     int milliseconds) {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("GRAFT_KILL_FOLDER", QString::fromStdString(folder.string()));
        environment.insert("GRAFT_KILL_SEED", QString::number(seed));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), QStringList());
        child.waitForStarted();
        child.waitForReadyRead(5000);
        QTest::qSleep(milliseconds);
        ::kill(pid_t(child.processId()), SIGKILL);
        child.waitForFinished();
        QByteArray output = child.readAllStandardOutput();
        output.truncate(output.lastIndexOf('\n') + 1); // a half line is not acknowledged
        QByteArrayList lines = output.split('\n');
        lines.removeLast();
        return lines;
    }

    /// What the edit after the acknowledged ones makes: the same edits once more on the state before the
    /// child ran.
    static std::string inFlight(std::uint64_t seed, int acknowledged,
                                const test::TemporaryFolder& temporary) {
        const auto copy = temporary / "again.graft";
        std::filesystem::remove_all(copy);
        std::filesystem::copy(temporary / "before.graft", copy, std::filesystem::copy_options::recursive);
        auto project = *Project::open(copy);
        Random random(seed);
        int nextImage = int(seed % 1000) * 100000;
        for (int i = 0; i <= acknowledged; ++i)
            edit(*project, random, nextImage);
        return shortDigest(*project);
    }

    static void snapshot(const std::filesystem::path& folder, const test::TemporaryFolder& temporary) {
        std::filesystem::remove_all(temporary / "before.graft");
        std::filesystem::copy(folder, temporary / "before.graft", std::filesystem::copy_options::recursive);
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (const QByteArray folder = qgetenv("GRAFT_KILL_FOLDER"); !folder.isEmpty())
        return writeUntilKilled(folder.constData(), qgetenv("GRAFT_KILL_SEED").toULongLong());
    KillTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "KillTest.moc"
