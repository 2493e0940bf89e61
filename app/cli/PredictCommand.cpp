#include "cli/Command.h"
#include "cli/ImageFiles.h"
#include "cli/RunChoice.h"
#include "cli/Words.h"

#include "base/Files.h"
#include "training/Training.h"
#include "workflow/Classes.h"

namespace graft::cli {

namespace {

using training::Predictor;
using Prediction = Predictor::Prediction;
namespace fs = std::filesystem;

/// The run's folder that `named` stands for: itself, or that of one of its checkpoint's files. Empty: another
/// file.
fs::path runFolderOf(const fs::path& named) {
    std::error_code ignored;
    const fs::path path = fs::absolute(named, ignored).lexically_normal();
    if (fs::is_directory(path, ignored))
        return path.has_filename() ? path : path.parent_path();
    const fs::path folder = path.parent_path();
    if (fs::exists(folder / "model.json", ignored))
        return folder.parent_path();
    return fs::exists(folder / "checkpoints" / "model.json", ignored) ? folder : fs::path();
}

/// Which model the command line names, and where the images begin.
struct Choice {
    fs::path run;      ///< a run's folder, or
    fs::path exported; ///< an exported file
    qsizetype firstImage = 0;
    /// Of the project, whose names of today are shown; empty: those the model was trained under.
    std::vector<annotation::LabelClass> classes{};
};

Result<Choice> chooseModel(const QCommandLineParser& parser) {
    if (has(parser, "model")) {
        const fs::path named = valueOf(parser, "model");
        std::error_code ignored;
        if (!fs::exists(named, ignored))
            return Error{translate("CommandLine", "There is no model %1.", {named.string()})};
        const fs::path run = runFolderOf(named);
        return run.empty() ? Choice{.exported = named} : Choice{.run = run};
    }
    const auto project = project::Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!project)
        return project.error();
    const auto run = chooseRun(**project, valueOf(parser, "run"));
    if (!run)
        return run.error();
    return Choice{.run = run->folder, .firstImage = 1, .classes = (*project)->classes()};
}

std::string csvCell(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos)
        return cell;
    std::string quoted = "\"";
    for (const char c : cell)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

/// RFC 4180: image, class, problem, then the probability of every class.
std::string csvOf(const std::vector<Prediction>& predictions, const std::vector<std::string>& classes) {
    std::string csv = "image,class,problem";
    for (const std::string& name : classes)
        csv += "," + csvCell(name);
    csv += "\r\n";
    for (const Prediction& prediction : predictions) {
        const bool good = !prediction.probabilities.empty();
        csv += csvCell(prediction.path.string()) + "," +
               csvCell(good ? classes[std::size_t(metrics::argmax(prediction.probabilities))] : "") + "," +
               csvCell(prediction.problem);
        for (std::size_t i = 0; i < classes.size(); ++i)
            csv += "," + (good ? QString::number(double(prediction.probabilities[i]), 'g', 6).toStdString()
                               : std::string());
        csv += "\r\n";
    }
    return csv;
}

Result<fs::path> writeCsv(const fs::path& folder, const std::vector<Prediction>& predictions,
                          const std::vector<std::string>& classes) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed)
        return Error{translate("CommandLine", "The folder %1 cannot be made: %2.",
                               {folder.string(), systemErrorText(failed.value())})};
    const fs::path file = folder / "predictions.csv";
    if (auto written = writeFileAtomically(file, std::string_view(csvOf(predictions, classes))); !written)
        return written.error();
    return file;
}

QJsonObject toJson(const Prediction& prediction, const std::vector<std::string>& classes) {
    QJsonObject object{{"image", text(prediction.path.string())}};
    if (prediction.probabilities.empty()) {
        object["problem"] = text(prediction.problem);
        return object;
    }
    const auto best = std::size_t(metrics::argmax(prediction.probabilities));
    object["class"] = text(classes[best]);
    object["probability"] = prediction.probabilities[best];
    QJsonObject all;
    for (std::size_t i = 0; i < classes.size(); ++i)
        all[text(classes[i])] = prediction.probabilities[i];
    object["probabilities"] = all;
    return object;
}

/// Says everything; true where at least one image could be predicted.
bool sayPredictions(const std::vector<Prediction>& predictions, const std::vector<std::string>& classes,
                    const Console& console) {
    std::vector<std::vector<std::string>> rows;
    for (const Prediction& prediction : predictions)
        if (prediction.probabilities.empty()) {
            console.note(prediction.problem); // which names the file
        } else {
            const auto best = std::size_t(metrics::argmax(prediction.probabilities));
            rows.push_back(
                {prediction.path.string(), classes[best], percent(prediction.probabilities[best])});
        }
    if (!rows.empty())
        console.say(table(rows));
    return !rows.empty();
}

int runPredict(const QCommandLineParser& parser, Console& console) {
    const QStringList arguments = parser.positionalArguments();
    if (has(parser, "model") && has(parser, "run"))
        return console.wrongUsage(translate(
            "CommandLine", "Name a run of a project with --run, or a file with --model, not both."));
    if (!has(parser, "model") && arguments.size() < 2)
        return console.wrongUsage(
            translate("CommandLine",
                      "Name the project and at least one image: graft predict PROJECT --run RUN IMAGE…"));
    const auto choice = chooseModel(parser);
    if (!choice)
        return console.fail(choice.error());
    auto items = imageItems(arguments.mid(choice->firstImage));
    if (!items)
        return console.fail(items.error());
    auto predictor = choice->exported.empty()
                         ? Predictor::open(choice->run, valueOf(parser, "device"))
                         : Predictor::openExported(choice->exported, valueOf(parser, "device"));
    if (!predictor)
        return console.fail(predictor.error());
    const auto predictions = predictor->predict(*items, console.monitor());
    if (!predictions)
        return console.fail(predictions.error());
    const std::vector<std::string> classes =
        workflow::classesNow({predictor->classes(), predictor->classIds()}, choice->classes).names;
    const bool any = sayPredictions(*predictions, classes, console);
    QJsonArray array;
    for (const Prediction& prediction : *predictions)
        array.append(toJson(prediction, classes));
    QJsonObject result{{"classes", cli::toJson(classes)}, {"predictions", array}};
    if (has(parser, "out")) {
        const auto file = writeCsv(valueOf(parser, "out"), *predictions, classes);
        if (!file)
            return console.fail(file.error());
        console.say(translate("CommandLine", "Written to %1", {file->string()}));
        result["file"] = text(file->string());
    }
    console.result(result);
    return any ? kDone : kFailed;
}

} // namespace

Command predictCommand() {
    auto run = option("run", runHelp(), "RUN");
    run.setDefaultValue("last");
    auto device =
        option("device", translate("CommandLine", "auto, cpu or cuda."), translate("CommandLine", "name"));
    device.setDefaultValue("auto");
    return {
        "predict",
        translate("CommandLine", "What a model says of new images; a folder stands for the images in it."),
        translate("CommandLine", "(PROJECT --run RUN | --model FILE) IMAGE…"),
        1,
        -1,
        {run,
         option("model",
                translate("CommandLine",
                          "A model without its project: an exported file (.onnx, .pt, .safetensors), the "
                          "checkpoint of a run, or the run's folder."),
                translate("CommandLine", "file")),
         option("out", translate("CommandLine", "Write predictions.csv into this folder."),
                translate("CommandLine", "folder")),
         device},
        runPredict};
}

} // namespace graft::cli
