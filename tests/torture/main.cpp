// Kills a program that edits a project, again and again, and counts what is left of its edits: nothing that
// was acknowledged may be missing. ./studio torture [KILLS]

#include "Torture.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>

using namespace graft::torture;

namespace {

/// What a killed program has written the system keeps, on a disk or in memory. Where nothing waits for a
/// disk, more of the kills fall inside an edit.
QString workingFolder() {
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/graft-torture-XXXXXX");
}

void print(const Tally& tally, qint64 seconds) {
    const auto row = [](const char* what, long long count) { std::printf("%-58s %9lld\n", what, count); };
    row("kills", tally.kills);
    row("  of these before the first edit", tally.killsBeforeAnEdit);
    row("edits acknowledged", tally.acknowledged);
    row("edits found after the restart", tally.found);
    row("edits lost", tally.acknowledged - tally.found);
    row("edits found whole that had not been acknowledged yet", tally.unacknowledgedFound);
    row("restarts after which undo led to the start, redo to the end", tally.undoneAndRedone);
    row("  steps of undo and redo in that", tally.steps);
    row("restarts after which graft check found nothing", tally.clean);
    row("seconds", seconds);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--edit"))
        return editUntilKilled(arguments.value(2).toStdString(), arguments.value(3).toULongLong());

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{"kills", "how often", "number", "500"},
                       {"seed", "of the edits and the instants", "number", "20261126"},
                       {"in", "an empty folder to work in, instead of one in memory", "folder"}});
    parser.process(application);
    QTemporaryDir temporary(workingFolder());
    TortureOptions options;
    options.folder = (parser.isSet("in") ? parser.value("in") : temporary.path()).toStdString();
    options.kills = parser.value("kills").toInt();
    options.seed = parser.value("seed").toULongLong();
    options.program = QCoreApplication::applicationFilePath().toStdString();
    QElapsedTimer timer;
    timer.start();
    const auto tally = torture(options);
    if (!tally) {
        temporary.setAutoRemove(false);
        std::fprintf(stderr, "%s %s\nThe project is kept in %s\n", tally.error().message.c_str(),
                     tally.error().detail.c_str(), options.folder.c_str());
        return 1;
    }
    print(*tally, timer.elapsed() / 1000);
    return tally->found == tally->acknowledged && tally->acknowledged > tally->kills ? 0 : 1;
}
