#include "cli/Command.h"
#include "cli/RunChoice.h"

#include "training/Export.h"
#include "workflow/Workflow.h"

#include <algorithm>

namespace graft::cli {

namespace {

using training::ExportFormat;
namespace fs = std::filesystem;

std::string formatNames() {
    std::string names;
    for (const ExportFormat format : training::exportFormats())
        names += (names.empty() ? "" : ", ") + std::string(training::name(format));
    return names;
}

/// The format a file's ending stands for.
std::optional<ExportFormat> formatOf(const fs::path& file) {
    const std::string ending = QString::fromStdString(file.extension().string()).toLower().toStdString();
    const auto found = std::ranges::find(training::exportFormats(), ending, training::fileEnding);
    return found == training::exportFormats().end() ? std::nullopt : std::optional(*found);
}

Result<ExportFormat> chooseFormat(const QCommandLineParser& parser, const fs::path& file) {
    const auto byEnding = formatOf(file);
    const auto named = has(parser, "to") ? training::exportFormatNamed(valueOf(parser, "to")) : byEnding;
    if (!named && has(parser, "to"))
        return Error{translate("CommandLine", "--to takes one of %1, not “%2”.",
                               {formatNames(), valueOf(parser, "to")})};
    if (!named)
        return Error{
            translate("CommandLine", "Say with --to which kind of file to write: %1.", {formatNames()})};
    if (byEnding && *byEnding != *named)
        return Error{translate(
            "CommandLine",
            "%1 has the ending of another format than %2. Name a file that ends "
            "in %3.",
            {file.string(), std::string(training::name(*named)), std::string(training::fileEnding(*named))})};
    return *named;
}

std::string comparison(const training::Exported& exported) {
    const std::string difference = QString::number(exported.maxDifference, 'g', 2).toStdString();
    const std::string count = std::to_string(exported.images);
    return exported.noise
               ? translate("CommandLine", "largest difference from the run: %1 (on %2 images of noise)",
                           {difference, count})
               : translate("CommandLine", "largest difference from the run: %1 (on %2 images of the project)",
                           {difference, count});
}

int runExport(const QCommandLineParser& parser, Console& console) {
    const fs::path file = parser.positionalArguments()[1].toStdString();
    const auto format = chooseFormat(parser, file);
    if (!format)
        return console.wrongUsage(format.error());
    const auto project = project::Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!project)
        return console.fail(project.error());
    const auto run = chooseRun(**project, valueOf(parser, "run"));
    if (!run)
        return console.fail(run.error());
    const auto exported = training::exportRun(run->folder, *format, file,
                                              workflow::imagesToCompare(**project), console.monitor());
    if (!exported)
        return console.fail(exported.error());
    if (!exported->note.empty())
        console.note(exported->note);
    console.say(translate("CommandLine", "The model is in %1", {exported->file.string()}));
    console.say(comparison(*exported));
    console.result({{"file", text(exported->file.string())},
                    {"sidecar", text(exported->sidecar.string())},
                    {"format", text(std::string(training::name(*format)))},
                    {"run", text(run->id)},
                    {"max_difference", exported->maxDifference},
                    {"images_compared", qint64(exported->images)},
                    {"noise", exported->noise}});
    return kDone;
}

} // namespace

Command exportCommand() {
    auto run = option("run", runHelp(), "RUN");
    run.setDefaultValue("last");
    return {
        "export",
        translate("CommandLine", "The trained model as a file for other programs, compared with the run."),
        "PROJECT FILE",
        2,
        2,
        {run, option("to",
                     translate("CommandLine", "onnx, torchscript or safetensors; without this: what the "
                                              "file's ending says."),
                     translate("CommandLine", "format"))},
        runExport,
        translate(
            "CommandLine",
            "Beside the file, FILE.json says classes, input size and normalisation. ONNX and TorchScript "
            "take RGB images with values from 0 to 255 and give probabilities; safetensors holds the "
            "tensors alone. “graft predict --model FILE” runs any of them.")};
}

} // namespace graft::cli
