#include "cli/Command.h"
#include "cli/RunChoice.h"

#include "report/Report.h"
#include "workflow/Workflow.h"

#include <QDir>

#include <algorithm>

namespace graft::cli {

namespace {

namespace fs = std::filesystem;

std::string ending(const fs::path& file) {
    return QString::fromStdString(file.extension().string()).toLower().toStdString();
}

/// Evaluates where that has not been done yet and the split has images.
Result<> evaluateMissing(const project::Project& project, const runs::RunRecord& run,
                         const Console& console) {
    const auto classes = workflow::classesOfRun(run.folder);
    if (!classes)
        return classes.error();
    for (const auto split : {annotation::Split::Validation, annotation::Split::Test}) {
        if (training::readEvaluation(run.folder, std::string(annotation::name(split))) ||
            workflow::itemsOf(project, split, *classes).empty())
            continue;
        if (const auto evaluated = workflow::evaluateRun(project, run.folder, split, console.monitor());
            !evaluated)
            return evaluated.error();
    }
    return {};
}

/// The pictures of a folder in order of their names: "02 label page.png" is titled "label page".
Result<std::vector<report::Picture>> picturesIn(const std::string& folder) {
    const QDir files(text(folder));
    std::vector<report::Picture> pictures;
    for (const QString& name : files.entryList({"*.png", "*.jpg"}, QDir::Files, QDir::Name)) {
        report::Picture picture{name, QImage(files.filePath(name))};
        if (picture.image.isNull())
            return Error{translate("CommandLine", "%1 cannot be read as a picture.",
                                   {files.filePath(name).toStdString()})};
        picture.title = name.section('.', 0, -2).replace('-', ' ').replace('_', ' ');
        while (!picture.title.isEmpty() && (picture.title[0].isDigit() || picture.title[0].isSpace()))
            picture.title.remove(0, 1);
        pictures.push_back(std::move(picture));
    }
    if (pictures.empty())
        return Error{translate("CommandLine", "There is no picture (.png, .jpg) in %1.", {folder})};
    return pictures;
}

Result<> addCompared(const QCommandLineParser& parser, const project::Project& project,
                     report::ReportInput& input) {
    if (has(parser, "compare"))
        input.compared.clear();
    for (const QString& choice : parser.values("compare")) {
        auto run = chooseRun(project, choice.toStdString());
        if (!run)
            return run.error();
        if (run->id != input.run.id)
            input.compared.push_back(*std::move(run));
    }
    return {};
}

Result<report::ReportInput> gatherAll(const QCommandLineParser& parser, const project::Project& project,
                                      const Console& console) {
    const auto run = chooseRun(project, valueOf(parser, "run"));
    if (!run)
        return run.error();
    if (auto evaluated = evaluateMissing(project, *run, console); !evaluated)
        return evaluated.error();
    auto input = report::gather(project, run->id);
    if (!input)
        return input;
    if (auto added = addCompared(parser, project, *input); !added)
        return added.error();
    if (has(parser, "pictures")) {
        auto pictures = picturesIn(valueOf(parser, "pictures"));
        if (!pictures)
            return pictures.error();
        input->pictures = *std::move(pictures);
    }
    return input;
}

int runReport(const QCommandLineParser& parser, Console& console) {
    const fs::path file = parser.positionalArguments()[1].toStdString();
    const bool html = ending(file) == ".html" || ending(file) == ".htm";
    if (!html && ending(file) != ".pdf")
        return console.wrongUsage(
            translate("CommandLine", "The report is written to a file that ends in .html or .pdf, not to %1.",
                      {file.string()}));
    const auto project = project::Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!project)
        return console.fail(project.error());
    const auto input = gatherAll(parser, **project, console);
    if (!input)
        return console.fail(input.error());
    if (const auto written = html ? report::writeHtml(*input, file) : report::writePdf(*input, file);
        !written)
        return console.fail(written.error());
    console.say(translate("CommandLine", "The report is in %1", {file.string()}));
    console.result({{"file", text(file.string())}, {"run", text(input->run.id)}});
    return kDone;
}

} // namespace

Command reportCommand() {
    auto run = option("run", runHelp(), "RUN");
    run.setDefaultValue("last");
    return {"report",
            translate("CommandLine",
                      "Everything about a run on paper; evaluates it first where that has not been done."),
            "PROJECT OUT.html|OUT.pdf",
            2,
            2,
            {run,
             option("compare",
                    translate("CommandLine", "Another run to stand beside it; may be given several times. "
                                             "Without this: the project's other runs."),
                    "RUN"),
             option("pictures",
                    translate("CommandLine",
                              "Put the pictures of this folder at the end, in order of their names."),
                    translate("CommandLine", "folder"))},
            runReport};
}

} // namespace graft::cli
