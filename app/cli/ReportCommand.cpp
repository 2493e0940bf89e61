#include "cli/Command.h"
#include "cli/RunChoice.h"

#include "report/Report.h"
#include "workflow/Classes.h"
#include "workflow/Workflow.h"

#include <QDir>

#include <algorithm>

namespace graft::cli {

namespace {

namespace fs = std::filesystem;

std::string ending(const fs::path& file) {
    return QString::fromStdString(file.extension().string()).toLower().toStdString();
}

/// Evaluates where that has not been done yet and the split has images. What cannot be is a sentence: the
/// report says the rest.
std::vector<std::string> evaluateMissing(const project::Project& project, const runs::RunRecord& run,
                                         const Console& console) {
    const auto trained = training::readClasses(run.folder);
    if (!trained)
        return {trained.error().message};
    const auto classes = workflow::classesNow(*trained, project.classes());
    for (const auto split : {annotation::Split::Validation, annotation::Split::Test}) {
        if (training::readEvaluation(run.folder, std::string(annotation::name(split))) ||
            workflow::itemsOf(project, split, classes.ids).empty())
            continue;
        const auto evaluated = workflow::evaluateRun(project, run.folder, split, console.monitor());
        if (!evaluated)
            return {evaluated.error().message};
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
    auto run = chooseRun(project, valueOf(parser, "run"));
    if (!run && valueOf(parser, "run") == "last")
        run = chooseRun(project, "last", Last::Any); // without a model there is still something to tell
    if (!run)
        return run.error();
    auto missing = evaluateMissing(project, *run, console);
    if (console.stopped())
        return Error{translate("CommandLine", "Stopped; no report was written.")};
    auto input = report::gather(project, run->id);
    if (!input)
        return input;
    input->missing = std::move(missing);
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
    for (const std::string& missing : input->missing)
        console.note(translate("CommandLine", "Missing in the report: %1", {missing}));
    console.say(translate("CommandLine", "The report is in %1", {file.string()}));
    console.result(
        {{"file", text(file.string())}, {"run", text(input->run.id)}, {"missing", toJson(input->missing)}});
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
