#include "cli/Command.h"

#include "intake/Intake.h"
#include "interchange/Source.h"
#include "project/Project.h"
#include "project/SplitPlan.h"
#include "workflow/Sample.h"

#include <map>

namespace graft::cli {

namespace {

using project::Project;

QJsonArray issuesToJson(const std::vector<project::Issue>& issues) {
    QJsonArray array;
    for (const project::Issue& issue : issues)
        array.append(QJsonObject{{QStringLiteral("path"), text(issue.path)},
                                 {QStringLiteral("problem"), text(issue.problem)}});
    return array;
}

std::filesystem::path projectArgument(const QCommandLineParser& parser) {
    return parser.positionalArguments().first().toStdString();
}

int runCreate(const QCommandLineParser& parser, Console& console) {
    const auto task = annotation::taskNamed(parser.value(QStringLiteral("task")).toStdString());
    if (!task)
        return console.wrongUsage(
            QStringLiteral("--task takes classification, detection or segmentation, not “%1”.")
                .arg(parser.value(QStringLiteral("task"))));
    const auto created = Project::create(projectArgument(parser), *task);
    if (!created)
        return console.fail(created.error());
    const QString folder = text((*created)->folder().string());
    console.say(QStringLiteral("Created %1, a project for %2.")
                    .arg(folder, text(std::string(annotation::name(*task)))));
    console.result({{QStringLiteral("project"), folder},
                    {QStringLiteral("task"), text(std::string(annotation::name(*task)))}});
    return kDone;
}

Result<intake::IntakeOptions> intakeOptions(const QCommandLineParser& parser) {
    intake::IntakeOptions options;
    for (const QString& source : parser.positionalArguments().mid(1))
        options.sources.emplace_back(source.toStdString());
    options.read.format = parser.value(QStringLiteral("format")).toStdString();
    options.read.images = parser.value(QStringLiteral("images")).toStdString();
    options.groupPattern = parser.value(QStringLiteral("group")).toStdString();
    if (parser.isSet(QStringLiteral("split"))) {
        const auto split = annotation::splitNamed(parser.value(QStringLiteral("split")).toStdString());
        if (!split || *split == annotation::Split::None)
            return Error{"--split takes train, val or test."};
        options.split = *split;
    }
    return options;
}

int runImport(const QCommandLineParser& parser, Console& console) {
    const auto options = intakeOptions(parser);
    if (!options)
        return console.wrongUsage(text(options.error().message));
    const auto project = Project::open(projectArgument(parser));
    if (!project)
        return console.fail(project.error());
    const auto imported = intake::importInto(**project, *options, console.monitor());
    if (!imported)
        return console.fail(imported.error());
    for (const project::Issue& issue : imported->issues)
        console.note(text(issue.path + ": " + issue.problem));
    console.say(QStringLiteral("%1 images added, %2 known already, %3 labelled, %4 problems.")
                    .arg(imported->added)
                    .arg(imported->known)
                    .arg(imported->labelled)
                    .arg(imported->issues.size()));
    console.result({{QStringLiteral("images_added"), imported->added},
                    {QStringLiteral("images_known"), imported->known},
                    {QStringLiteral("annotations_added"), imported->labelled},
                    {QStringLiteral("issues"), issuesToJson(imported->issues)}});
    return kDone;
}

Result<project::SplitOptions> splitOptions(const QCommandLineParser& parser) {
    project::SplitOptions options;
    const auto train = realNumber(parser, QStringLiteral("train"), options.train, 0, 1);
    const auto validation = realNumber(parser, QStringLiteral("val"), options.validation, 0, 1);
    const auto test = realNumber(parser, QStringLiteral("test"), options.test, 0, 1);
    const auto seed = wholeNumber(parser, QStringLiteral("seed"), 0, 0, std::numeric_limits<int>::max());
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
        return console.wrongUsage(text(options.error().message));
    const auto project = Project::open(projectArgument(parser));
    if (!project)
        return console.fail(project.error());
    const auto plan = planSplit(**project, *options);
    if (!plan)
        return console.fail(plan.error());
    if (const auto applied = (*project)->applySplit(plan->assignment); !applied)
        return console.fail(applied.error());
    for (const std::string& warning : plan->warnings)
        console.note(text(warning));
    console.say(QStringLiteral("%1 training, %2 validation and %3 test images; %4 groups kept whole.")
                    .arg(plan->train)
                    .arg(plan->validation)
                    .arg(plan->test)
                    .arg(plan->groupsKeptWhole));
    console.result({{QStringLiteral("train"), plan->train},
                    {QStringLiteral("val"), plan->validation},
                    {QStringLiteral("test"), plan->test},
                    {QStringLiteral("groups_kept_whole"), plan->groupsKeptWhole},
                    {QStringLiteral("duplicates_kept_together"), plan->duplicatesKeptTogether},
                    {QStringLiteral("warnings"), toJson(plan->warnings)}});
    return kDone;
}

struct Counts {
    std::map<ClassId, int> images;
    std::map<ClassId, int> shapes;
    std::map<annotation::Split, int> splits;
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

int runInfo(const QCommandLineParser& parser, Console& console) {
    const auto opened = Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!opened)
        return console.fail(opened.error());
    const Project& project = **opened;
    Counts counts = countAll(project);
    QJsonArray classes;
    std::vector<QStringList> rows{
        {QStringLiteral("class"), QStringLiteral("images"), QStringLiteral("shapes")}};
    for (const annotation::LabelClass& labelClass : project.classes()) {
        const int images = counts.images[labelClass.id];
        const int shapes = counts.shapes[labelClass.id];
        classes.append(QJsonObject{{QStringLiteral("name"), text(labelClass.name)},
                                   {QStringLiteral("images"), images},
                                   {QStringLiteral("shapes"), shapes}});
        rows.push_back({text(labelClass.name), QString::number(images), QString::number(shapes)});
    }
    QJsonObject splits;
    for (const auto split : {annotation::Split::Train, annotation::Split::Validation, annotation::Split::Test,
                             annotation::Split::None})
        splits[text(std::string(annotation::name(split)))] = counts.splits[split];
    const QJsonArray duplicates = duplicatesToJson(project);
    console.say(QStringLiteral("%1: %2, %3 images, %4 unlabelled, %5 sets of duplicates, %6 issues")
                    .arg(text(project.displayName()), text(std::string(annotation::name(project.task()))))
                    .arg(project.images().size())
                    .arg(counts.images[ClassId{}])
                    .arg(duplicates.size())
                    .arg(project.issues().size()));
    console.say(QStringLiteral("train %1, val %2, test %3, none %4\n")
                    .arg(counts.splits[annotation::Split::Train])
                    .arg(counts.splits[annotation::Split::Validation])
                    .arg(counts.splits[annotation::Split::Test])
                    .arg(counts.splits[annotation::Split::None]));
    console.say(table(rows));
    console.result({{QStringLiteral("project"), text(project.folder().string())},
                    {QStringLiteral("task"), text(std::string(annotation::name(project.task())))},
                    {QStringLiteral("images"), qint64(project.images().size())},
                    {QStringLiteral("unlabelled"), counts.images[ClassId{}]},
                    {QStringLiteral("classes"), classes},
                    {QStringLiteral("splits"), splits},
                    {QStringLiteral("duplicates"), duplicates},
                    {QStringLiteral("issues"), issuesToJson(project.issues())}});
    return kDone;
}

int runCheck(const QCommandLineParser& parser, Console& console) {
    const auto report = project::check(projectArgument(parser), parser.isSet(QStringLiteral("repair")));
    if (!report)
        return console.fail(report.error());
    for (const std::string& problem : report->problems)
        console.say(text(problem));
    for (const std::string& repaired : report->repaired)
        console.say(QStringLiteral("Repaired: ") + text(repaired));
    if (report->ok)
        console.say(QStringLiteral("The project is sound."));
    console.result({{QStringLiteral("ok"), report->ok},
                    {QStringLiteral("problems"), toJson(report->problems)},
                    {QStringLiteral("repaired"), toJson(report->repaired)}});
    return report->ok ? kDone : kFailed;
}

int runSample(const QCommandLineParser& parser, Console& console) {
    const auto perClass =
        wholeNumber(parser, QStringLiteral("per-class"), workflow::SampleOptions{}.perClass, 5, 2000);
    if (!perClass)
        return console.wrongUsage(text(perClass.error().message));
    const auto created =
        workflow::createSampleProject(projectArgument(parser), {.perClass = *perClass}, console.monitor());
    if (!created)
        return console.fail(created.error());
    const QString folder = text((*created)->folder().string());
    console.say(
        QStringLiteral("Created %1 with %2 painted images.").arg(folder).arg((*created)->images().size()));
    console.result({{QStringLiteral("project"), folder},
                    {QStringLiteral("images"), qint64((*created)->images().size())}});
    return kDone;
}

} // namespace

Command createCommand() {
    const QCommandLineOption task(QStringLiteral("task"),
                                  QStringLiteral("classification, detection or segmentation."),
                                  QStringLiteral("task"), QStringLiteral("classification"));
    return {QStringLiteral("create"),
            QStringLiteral("Make a new, empty project."),
            QStringLiteral("PROJECT"),
            1,
            1,
            {task},
            runCreate};
}

Command importCommand() {
    QStringList formats;
    for (const std::string& format : interchange::readableFormats())
        formats << text(format);
    const QList<QCommandLineOption> options{
        {QStringLiteral("format"),
         QStringLiteral("auto, ") + formats.join(QStringLiteral(", ")) + QLatin1Char('.'),
         QStringLiteral("format"), QStringLiteral("auto")},
        {QStringLiteral("images"), QStringLiteral("Folder of the images an annotation file names."),
         QStringLiteral("folder")},
        {QStringLiteral("split"), QStringLiteral("Put every image on this side: train, val or test."),
         QStringLiteral("side")},
        {QStringLiteral("group"),
         QStringLiteral("Regular expression on the path; its first capture names the group (a patient)."),
         QStringLiteral("regex")}};
    return {
        QStringLiteral("import"),
        QStringLiteral("Add images and annotations; never duplicates; a bad file is reported and skipped."),
        QStringLiteral("PROJECT PATH…"),
        2,
        -1,
        options,
        runImport};
}

Command splitCommand() {
    const QList<QCommandLineOption> options{
        {QStringLiteral("train"), QStringLiteral("Share of training images (0.7)."), QStringLiteral("share")},
        {QStringLiteral("val"), QStringLiteral("Share of validation images (0.15)."),
         QStringLiteral("share")},
        {QStringLiteral("test"), QStringLiteral("Share of test images (0.15)."), QStringLiteral("share")},
        {QStringLiteral("seed"), QStringLiteral("Another seed gives another split (0)."),
         QStringLiteral("number")}};
    return {QStringLiteral("split"),
            QStringLiteral("Divide the images, stratified; groups and duplicates stay on one side."),
            QStringLiteral("PROJECT"),
            1,
            1,
            options,
            runSplit};
}

Command infoCommand() {
    return {QStringLiteral("info"),
            QStringLiteral("What is in a project."),
            QStringLiteral("PROJECT"),
            1,
            1,
            {},
            runInfo};
}

Command checkCommand() {
    const QCommandLineOption repair(QStringLiteral("repair"),
                                    QStringLiteral("Mend what can be mended, after a backup."));
    return {QStringLiteral("check"),
            QStringLiteral("Is the project sound?"),
            QStringLiteral("PROJECT"),
            1,
            1,
            {repair},
            runCheck};
}

Command sampleCommand() {
    const QCommandLineOption perClass(QStringLiteral("per-class"),
                                      QStringLiteral("Images of each class (60)."), QStringLiteral("number"));
    return {QStringLiteral("sample"),
            QStringLiteral("Make the sample project: painted blood smears of three kinds of leukocyte."),
            QStringLiteral("PROJECT"),
            1,
            1,
            {perClass},
            runSample};
}

} // namespace graft::cli
