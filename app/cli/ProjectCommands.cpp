#include "cli/Command.h"

#include "intake/GroupPattern.h"
#include "intake/Intake.h"
#include "interchange/Source.h"
#include "project/Project.h"
#include "project/SplitPlan.h"
#include "workflow/Sample.h"

#include <algorithm>
#include <map>
#include <optional>

// The commands that make and change a project.
namespace graft::cli {

namespace {

using project::Project;

std::string taskName(annotation::TaskKind task) {
    return std::string(annotation::name(task));
}

int runCreate(const QCommandLineParser& parser, Console& console) {
    const auto task = annotation::taskNamed(valueOf(parser, "task"));
    if (!task)
        return console.wrongUsage(
            translate("CommandLine", "--task takes classification, detection or segmentation, not “%1”.",
                      {valueOf(parser, "task")}));
    const auto created = Project::create(projectArgument(parser), *task);
    if (!created)
        return console.fail(created.error());
    const std::string folder = (*created)->folder().string();
    console.say(translate("CommandLine", "Created %1, a project for %2.", {folder, taskName(*task)}));
    console.result({{"project", text(folder)}, {"task", text(taskName(*task))}});
    return kDone;
}

std::vector<std::string> formats() {
    std::vector<std::string> names = interchange::readableFormats();
    if (std::ranges::find(names, "auto") == names.end())
        names.insert(names.begin(), "auto");
    return names;
}

std::string formatList() {
    std::string list;
    for (const std::string& format : formats())
        list += (list.empty() ? "" : ", ") + format;
    return list;
}

std::optional<interchange::MaskValues> maskValuesNamed(const std::string& name) {
    using interchange::MaskValues;
    if (name == "auto")
        return MaskValues::Auto;
    if (name == "classes")
        return MaskValues::Classes;
    return name == "things" ? std::optional(MaskValues::Things) : std::nullopt;
}

Result<intake::IntakeOptions> intakeOptions(const QCommandLineParser& parser) {
    intake::IntakeOptions options;
    for (const QString& source : parser.positionalArguments().mid(1))
        options.sources.emplace_back(source.toStdString());
    options.read.format = valueOf(parser, "format");
    if (const auto known = formats(); std::ranges::find(known, options.read.format) == known.end())
        return Error{
            translate("CommandLine", "--format takes %1, not “%2”.", {formatList(), options.read.format})};
    options.read.images = valueOf(parser, "images");
    const auto values = maskValuesNamed(valueOf(parser, "mask-values"));
    if (!values)
        return Error{translate("CommandLine", "--mask-values takes auto, classes or things, not “%1”.",
                               {valueOf(parser, "mask-values")})};
    options.read.maskValues = *values;
    options.groupPattern = valueOf(parser, "group");
    if (const auto pattern = intake::GroupPattern::compile(options.groupPattern); !pattern)
        return pattern.error();
    if (!has(parser, "split"))
        return options;
    const auto split = annotation::splitNamed(valueOf(parser, "split"));
    if (!split || *split == annotation::Split::None)
        return Error{translate("CommandLine", "--split takes train, val or test, not “%1”.",
                               {valueOf(parser, "split")})};
    options.split = *split;
    return options;
}

QJsonArray issuesToJson(const std::vector<project::Issue>& issues) {
    QJsonArray array;
    for (const project::Issue& issue : issues)
        array.append(QJsonObject{{"path", text(issue.path)}, {"problem", text(issue.problem)}});
    return array;
}

QJsonObject countsToJson(const std::map<std::string, int>& counts) {
    QJsonObject object;
    for (const auto& [name, count] : counts)
        object[text(name)] = count;
    return object;
}

int total(const std::map<std::string, int>& counts) {
    int sum = 0;
    for (const auto& [name, count] : counts)
        sum += count;
    return sum;
}

/// What an import would do; the images themselves are not opened.
int runPreview(const QCommandLineParser& parser, const intake::IntakeOptions& options, Console& console) {
    const auto project = Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!project)
        return console.fail(project.error());
    const auto preview = intake::previewImport(**project, options, console.monitor());
    if (!preview)
        return console.fail(preview.error());
    for (const project::Issue& issue : preview->issues)
        console.note(issue.path + ": " + issue.problem);
    for (const auto& [name, count] : preview->images)
        console.say(translate("CommandLine", "  %1: %2 images", {name, std::to_string(count)}));
    for (const auto& [name, count] : preview->shapes)
        console.say(translate("CommandLine", "  %1: %2 shapes", {name, std::to_string(count)}));
    const int annotations = total(preview->images) + total(preview->shapes);
    console.say(translate(
        "CommandLine",
        "%1 images would be added, %2 are known already; %3 annotations, %4 problems. Nothing was changed.",
        {std::to_string(preview->added), std::to_string(preview->known), std::to_string(annotations),
         std::to_string(preview->issues.size())}));
    console.result({{"dry_run", true},
                    {"images_added", preview->added},
                    {"images_known", preview->known},
                    {"annotations_added", annotations},
                    {"class_images", countsToJson(preview->images)},
                    {"class_shapes", countsToJson(preview->shapes)},
                    {"issues", issuesToJson(preview->issues)}});
    return kDone;
}

int runImport(const QCommandLineParser& parser, Console& console) {
    const auto options = intakeOptions(parser);
    if (!options)
        return console.wrongUsage(options.error());
    if (has(parser, "dry-run"))
        return runPreview(parser, *options, console);
    const auto project = Project::open(projectArgument(parser));
    if (!project)
        return console.fail(project.error());
    const auto imported = intake::importInto(**project, *options, console.monitor());
    if (!imported)
        return console.fail(imported.error());
    for (const project::Issue& issue : imported->issues)
        console.note(issue.path + ": " + issue.problem);
    console.say(translate("CommandLine", "%1 images added, %2 known already, %3 labelled, %4 problems.",
                          {std::to_string(imported->added), std::to_string(imported->known),
                           std::to_string(imported->labelled), std::to_string(imported->issues.size())}));
    console.result({{"images_added", imported->added},
                    {"images_known", imported->known},
                    {"annotations_added", imported->labelled},
                    {"issues", issuesToJson(imported->issues)},
                    {"stopped", console.stopped()}});
    if (!console.stopped())
        return kDone;
    console.note(
        translate("CommandLine",
                  "The import was stopped; what was added is kept. The same command goes on with the rest."));
    return kFailed;
}

Result<project::SplitOptions> splitOptions(const QCommandLineParser& parser) {
    project::SplitOptions options;
    const auto train = realNumber(parser, "train", options.train, 0, 1);
    const auto validation = realNumber(parser, "val", options.validation, 0, 1);
    const auto test = realNumber(parser, "test", options.test, 0, 1);
    const auto seed = wholeNumber(parser, "seed", 0, 0);
    for (const auto* part : {&train, &validation, &test})
        if (!*part)
            return part->error();
    if (!seed)
        return seed.error();
    options = {*train, *validation, *test, std::uint64_t(*seed)};
    if (auto valid = options.check(); !valid)
        return valid.error();
    return options;
}

int runSplit(const QCommandLineParser& parser, Console& console) {
    const auto options = splitOptions(parser);
    if (!options)
        return console.wrongUsage(options.error());
    const auto project = Project::open(projectArgument(parser));
    if (!project)
        return console.fail(project.error());
    const auto plan = planSplit(**project, *options);
    if (!plan)
        return console.fail(plan.error());
    if (const auto applied = (*project)->applySplit(plan->assignment); !applied)
        return console.fail(applied.error());
    for (const std::string& warning : plan->warnings)
        console.note(warning);
    console.say(translate("CommandLine",
                          "%1 training, %2 validation and %3 test images; %4 groups kept whole.",
                          {std::to_string(plan->train), std::to_string(plan->validation),
                           std::to_string(plan->test), std::to_string(plan->groupsKeptWhole)}));
    console.result({{"train", plan->train},
                    {"val", plan->validation},
                    {"test", plan->test},
                    {"groups_kept_whole", plan->groupsKeptWhole},
                    {"duplicates_kept_together", plan->duplicatesKeptTogether},
                    {"warnings", toJson(plan->warnings)}});
    return kDone;
}

int runSample(const QCommandLineParser& parser, Console& console) {
    const auto perClass = wholeNumber(parser, "per-class", workflow::SampleOptions{}.perClass, 5, 2000);
    if (!perClass)
        return console.wrongUsage(perClass.error());
    const auto created =
        workflow::createSampleProject(projectArgument(parser), {.perClass = *perClass}, console.monitor());
    if (!created)
        return console.fail(created.error());
    const std::string folder = (*created)->folder().string();
    const std::size_t images = (*created)->images().size();
    console.say(
        translate("CommandLine", "Created %1 with %2 painted images.", {folder, std::to_string(images)}));
    console.result({{"project", text(folder)}, {"images", qint64(images)}});
    return kDone;
}

} // namespace

Command createCommand() {
    auto task =
        option("task", translate("CommandLine", "classification (the default), detection or segmentation."),
               translate("CommandLine", "task"));
    task.setDefaultValue("classification");
    return {"create", translate("CommandLine", "Make a new, empty project."), "PROJECT", 1, 1, {task},
            runCreate};
}

Command importCommand() {
    auto format = option("format", translate("CommandLine", "One of: %1.", {formatList()}),
                         translate("CommandLine", "format"));
    format.setDefaultValue("auto");
    auto maskValues =
        option("mask-values",
               translate("CommandLine", "What the numbers in mask images stand for: classes, things (each "
                                        "number one of a kind), or auto."),
               translate("CommandLine", "kind"));
    maskValues.setDefaultValue("auto");
    return {
        "import",
        translate("CommandLine",
                  "Add images and annotations; never duplicates; a bad file is reported and skipped."),
        translate("CommandLine", "PROJECT PATH…"),
        2,
        -1,
        {format,
         option("images", translate("CommandLine", "Folder of the images that an annotation file names."),
                translate("CommandLine", "folder")),
         maskValues, option("dry-run", translate("CommandLine", "Only say what would be added.")),
         option("split", translate("CommandLine", "Put every image on this side: train, val or test."),
                translate("CommandLine", "side")),
         option("group",
                translate("CommandLine",
                          "Regular expression on the path; its first capture names the group (a patient)."),
                translate("CommandLine", "regex"))},
        runImport};
}

Command splitCommand() {
    const std::string share = translate("CommandLine", "share");
    return {
        "split",
        translate("CommandLine", "Divide the images, stratified; groups and duplicates stay on one side."),
        "PROJECT",
        1,
        1,
        {option("train", translate("CommandLine", "Share of training images (0.7)."), share),
         option("val", translate("CommandLine", "Share of validation images (0.15)."), share),
         option("test", translate("CommandLine", "Share of test images (0.15)."), share),
         option("seed", translate("CommandLine", "Another seed gives another split (0)."),
                translate("CommandLine", "number"))},
        runSplit};
}

Command sampleCommand() {
    return {"sample",
            translate("CommandLine",
                      "Make the sample project: painted blood smears of three kinds of leukocyte."),
            "PROJECT",
            1,
            1,
            {option("per-class", translate("CommandLine", "Images of each class (60)."),
                    translate("CommandLine", "number"))},
            runSample};
}

} // namespace graft::cli
