// The runs of a project: what they reached, what they take on the disk, and removing them.
#include "cli/Command.h"
#include "cli/RunChoice.h"
#include "cli/Words.h"

#include "base/FolderBytes.h"
#include "project/Project.h"
#include "runs/RemoveRun.h"
#include "training/ActivationCache.h"

namespace graft::cli {

namespace {

/// All of them, before any is removed: a wrong name removes nothing.
Result<std::vector<runs::RunRecord>> namedRuns(const project::Project& project, const QStringList& names) {
    std::vector<runs::RunRecord> named;
    for (const QString& name : names) {
        auto run = chooseRun(project, name.toStdString(), Last::Any);
        if (!run)
            return run.error();
        named.push_back(*std::move(run));
    }
    return named;
}

struct Listed {
    runs::RunRecord run;
    std::uint64_t bytes = 0;
};

std::vector<Listed> listed(const project::Project& project) {
    std::vector<Listed> all;
    for (runs::RunRecord& run : runs::listRuns(project.runsFolder())) {
        const std::uint64_t bytes = bytesBelow(run.folder);
        all.push_back({std::move(run), bytes});
    }
    return all;
}

void say(const std::vector<Listed>& all, std::uint64_t cacheBytes, Console& console) {
    std::vector<std::vector<std::string>> rows{
        {translate("CommandLine", "run"), translate("CommandLine", "state"),
         translate("CommandLine", "best validation accuracy"), translate("CommandLine", "on disk")}};
    for (const Listed& one : all) {
        const auto best = bestAccuracy(one.run);
        rows.push_back({one.run.id, std::string(runs::name(one.run.state)), best ? percent(*best) : "–",
                        fileSize(std::int64_t(one.bytes))});
    }
    console.say(all.empty() ? translate("CommandLine", "This project has no runs.") : table(rows));
    console.say(
        translate("CommandLine", "Kept answers of frozen parts: %1.", {fileSize(std::int64_t(cacheBytes))}));
}

QJsonArray toJson(const std::vector<Listed>& all) {
    QJsonArray array;
    for (const Listed& one : all) {
        const auto best = bestAccuracy(one.run);
        array.append(QJsonObject{{"run", text(one.run.id)},
                                 {"state", text(std::string(runs::name(one.run.state)))},
                                 {"model", text(modelOf(one.run))},
                                 {"best_val_accuracy", best ? QJsonValue(*best) : QJsonValue()},
                                 {"bytes", qint64(one.bytes)}});
    }
    return array;
}

int runRuns(const QCommandLineParser& parser, Console& console) {
    const QStringList names = parser.values("remove");
    for (const QString& name : names)
        if (name.isEmpty() || name == "last" || name == "best")
            return console.wrongUsage(
                translate("CommandLine", "--remove takes the id of a run, or the beginning of it."));
    const auto project = project::Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!project)
        return console.fail(project.error());
    const auto named = namedRuns(**project, names);
    if (!named)
        return console.fail(named.error());
    QJsonArray removed;
    for (const runs::RunRecord& run : *named) {
        if (const auto done = runs::removeRun(run.folder); !done)
            return console.fail(done.error());
        console.note(translate("CommandLine", "Removed %1.", {run.id}));
        removed.append(text(run.id));
    }
    const auto cache = training::cacheFolderOf((*project)->runsFolder());
    if (has(parser, "clear-cache") && !training::clearCache(cache))
        console.note(translate("CommandLine", "What a run is using now was left in the cache."));
    const std::vector<Listed> all = listed(**project);
    const std::uint64_t cacheBytes = bytesBelow(cache);
    say(all, cacheBytes, console);
    console.result({{"runs", toJson(all)}, {"removed", removed}, {"cache_bytes", qint64(cacheBytes)}});
    return kDone;
}

} // namespace

Command runsCommand() {
    return {.name = QStringLiteral("runs"),
            .summary = translate("CommandLine", "The runs of a project and what they take on the disk; "
                                                "removes some, clears the cache."),
            .arguments = "PROJECT",
            .options = {option("remove",
                               translate("CommandLine", "Deletes this run for good: its id or the beginning "
                                                        "of it. May be given several times."),
                               translate("CommandLine", "run")),
                        option("clear-cache",
                               translate("CommandLine", "Deletes the kept answers of frozen parts; the next "
                                                        "run computes them anew."))},
            .run = runRuns};
}

} // namespace graft::cli
