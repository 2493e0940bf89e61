#include "cli/Command.h"
#include "cli/RunChoice.h"
#include "cli/Words.h"

#include "intake/MovedImages.h"
#include "project/Project.h"

#include <map>

// The commands that look at a project.
namespace graft::cli {

namespace {

using annotation::Split;
using project::Project;

struct Counts {
    std::map<ClassId, int> images;
    std::map<ClassId, int> shapes;
    std::map<Split, int> splits;
};

Counts countAll(const Project& project) {
    Counts counts;
    for (const project::ImageRecord& image : project.images()) {
        ++counts.images[image.label];
        ++counts.splits[image.split];
        for (const annotation::Shape& shape : project.shapes(image.id))
            ++counts.shapes[shape.classId];
    }
    return counts;
}

QJsonArray classesToJson(const Project& project, Counts& counts) {
    QJsonArray classes;
    for (const annotation::LabelClass& labelClass : project.classes())
        classes.append(QJsonObject{{"name", text(labelClass.name)},
                                   {"images", counts.images[labelClass.id]},
                                   {"shapes", counts.shapes[labelClass.id]}});
    return classes;
}

QJsonArray duplicatesToJson(const Project& project) {
    QJsonArray sets;
    for (const auto& ids : project.duplicates()) {
        QJsonArray paths;
        for (const ImageId id : ids)
            paths.append(text(project.image(id)->path));
        sets.append(paths);
    }
    return sets;
}

QJsonArray issuesToJson(const Project& project) {
    QJsonArray array;
    for (const project::Issue& issue : project.issues())
        array.append(QJsonObject{{"path", text(issue.path)}, {"problem", text(issue.problem)}});
    return array;
}

QJsonArray runsToJson(const std::vector<runs::RunRecord>& runs) {
    QJsonArray array;
    for (const runs::RunRecord& run : runs) {
        QJsonObject object{{"id", text(run.id)},
                           {"state", text(std::string(runs::name(run.state)))},
                           {"model", text(modelOf(run))},
                           {"epochs", qint64(run.epochs.size())}};
        if (const auto accuracy = bestAccuracy(run))
            object["val_accuracy"] = *accuracy;
        array.append(object);
    }
    return array;
}

std::string classTable(const Project& project, Counts& counts) {
    const bool shapes = project.task() != annotation::TaskKind::Classification;
    std::vector<std::vector<std::string>> rows{
        {translate("CommandLine", "class"), translate("CommandLine", "images")}};
    if (shapes)
        rows[0].push_back(translate("CommandLine", "shapes"));
    for (const annotation::LabelClass& labelClass : project.classes()) {
        rows.push_back({labelClass.name, std::to_string(counts.images[labelClass.id])});
        if (shapes)
            rows.back().push_back(std::to_string(counts.shapes[labelClass.id]));
    }
    return table(rows);
}

std::string runTable(const std::vector<runs::RunRecord>& runs) {
    std::vector<std::vector<std::string>> rows{
        {translate("CommandLine", "run"), translate("CommandLine", "state"),
         translate("CommandLine", "epochs"), translate("CommandLine", "best validation accuracy")}};
    for (const runs::RunRecord& run : runs) {
        const auto accuracy = bestAccuracy(run);
        rows.push_back({run.id, std::string(runs::name(run.state)), std::to_string(run.epochs.size()),
                        accuracy ? percent(*accuracy) : "–"});
    }
    return table(rows);
}

void sayInfo(const Project& project, Counts& counts, const std::vector<runs::RunRecord>& runs,
             const Console& console) {
    console.say(
        translate("CommandLine", "%1: %2, %3 images, %4 without a class, %5 sets of duplicates, %6 issues",
                  {project.displayName(), std::string(annotation::name(project.task())),
                   std::to_string(project.images().size()), std::to_string(counts.images[ClassId{}]),
                   std::to_string(project.duplicates().size()), std::to_string(project.issues().size())}));
    console.say(translate(
        "CommandLine", "train %1, val %2, test %3, not split %4",
        {std::to_string(counts.splits[Split::Train]), std::to_string(counts.splits[Split::Validation]),
         std::to_string(counts.splits[Split::Test]), std::to_string(counts.splits[Split::None])}));
    if (!project.classes().empty())
        console.say("\n" + classTable(project, counts));
    if (!runs.empty())
        console.say("\n" + runTable(runs));
}

int runInfo(const QCommandLineParser& parser, Console& console) {
    const auto opened = Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!opened)
        return console.fail(opened.error());
    const Project& project = **opened;
    Counts counts = countAll(project);
    const auto runs = runs::listRuns(project.runsFolder());
    QJsonObject splits;
    for (const Split split : {Split::Train, Split::Validation, Split::Test, Split::None})
        splits[text(std::string(annotation::name(split)))] = counts.splits[split];
    sayInfo(project, counts, runs, console);
    console.result({{"project", text(project.folder().string())},
                    {"task", text(std::string(annotation::name(project.task())))},
                    {"images", qint64(project.images().size())},
                    {"unlabelled", counts.images[ClassId{}]},
                    {"classes", classesToJson(project, counts)},
                    {"splits", splits},
                    {"duplicates", duplicatesToJson(project)},
                    {"issues", issuesToJson(project)},
                    {"runs", runsToJson(runs)}});
    return kDone;
}

/// What --relink did.
struct Relinking {
    int found = 0;
    std::vector<std::string> unreadable;
};

Result<Relinking> relinkFrom(const QCommandLineParser& parser, const Console& console) {
    const auto project = Project::open(projectArgument(parser));
    if (!project)
        return project.error();
    Relinking all;
    for (const QString& folder : parser.values("relink")) {
        const auto done = intake::relinkMoved(**project, folder.toStdString(), console.monitor());
        if (!done)
            return done.error();
        all.found += done->found;
        all.unreadable.insert(all.unreadable.end(), done->unreadable.begin(), done->unreadable.end());
    }
    return all;
}

/// Mended first, then images found again, then looked at as a whole.
Result<project::CheckReport> checkAndMend(const QCommandLineParser& parser, const Console& console,
                                          Relinking& relinking) {
    const auto folder = projectArgument(parser);
    auto report = project::check(folder, has(parser, "repair"), console.monitor());
    if (!report || !has(parser, "relink"))
        return report;
    auto relinked = relinkFrom(parser, console);
    if (!relinked)
        return relinked.error();
    relinking = *std::move(relinked);
    auto after = project::check(folder, false, console.monitor());
    if (after)
        after->repaired = std::move(report->repaired);
    return after;
}

int runCheck(const QCommandLineParser& parser, Console& console) {
    Relinking relinking;
    const auto report = checkAndMend(parser, console, relinking);
    if (!report)
        return console.fail(report.error());
    for (const std::string& file : relinking.unreadable)
        console.note(file);
    for (const std::string& problem : report->problems)
        console.say(problem);
    for (const std::string& repaired : report->repaired)
        console.say(translate("CommandLine", "Repaired: %1", {repaired}));
    if (has(parser, "relink"))
        console.say(translate("CommandLine", "Images found again: %1.", {std::to_string(relinking.found)}));
    if (report->ok)
        console.say(translate("CommandLine", "The project is sound."));
    QJsonObject result{
        {"ok", report->ok}, {"problems", toJson(report->problems)}, {"repaired", toJson(report->repaired)}};
    if (has(parser, "relink"))
        result["relinked"] = relinking.found;
    console.result(result);
    return report->ok ? kDone : kFailed;
}

} // namespace

Command infoCommand() {
    return {"info", translate("CommandLine", "What is in a project."), "PROJECT", 1, 1, {}, runInfo};
}

Command checkCommand() {
    return {"check",
            translate("CommandLine", "Is the project sound, and are its images where they were?"),
            "PROJECT",
            1,
            1,
            {option("repair", translate("CommandLine", "Mend what can be mended, after a backup.")),
             option("relink",
                    translate("CommandLine",
                              "Look in this folder and below it for images that are not where they were, by "
                              "content whatever their names are, and remember where they are now; may be "
                              "given several times."),
                    translate("CommandLine", "folder"))},
            runCheck};
}

} // namespace graft::cli
