// Runs beside each other: what they were told, how good they are, whether the difference may be chance.
#include "cli/Command.h"
#include "cli/RunChoice.h"
#include "cli/Words.h"

#include "project/Project.h"
#include "training/Paired.h"
#include "training/Recipes.h"
#include "training/Training.h"

#include <map>

namespace graft::cli {

namespace {

constexpr qsizetype kMostRuns = 20;

struct Compared {
    runs::RunRecord record;
    training::TrainingOptions options;
    std::optional<training::Evaluation> evaluation; ///< of the side that is asked for
};

Result<std::vector<Compared>> read(const project::Project& project, const QStringList& names,
                                   const std::string& split) {
    std::vector<Compared> compared;
    for (const QString& name : names) {
        auto record = chooseRun(project, name.toStdString(), Last::Any);
        if (!record)
            return record.error();
        auto options = training::optionsFromJson(record->optionsJson);
        if (!options)
            return options.error();
        auto evaluation = training::readEvaluation(record->folder, split);
        compared.push_back({std::move(*record), std::move(*options), std::nullopt});
        if (evaluation)
            compared.back().evaluation = std::move(*evaluation);
    }
    return compared;
}

/// By name, the values of every run, where they are not all alike.
std::map<std::string, std::vector<std::string>> differingOptions(const std::vector<Compared>& compared) {
    std::map<std::string, std::vector<std::string>> options;
    for (std::size_t i = 1; i < compared.size(); ++i)
        for (const auto& difference : training::differences(compared[0].options, compared[i].options)) {
            auto& values =
                options.try_emplace(difference.name, compared.size(), difference.left).first->second;
            values[i] = difference.right;
        }
    return options;
}

/// "3 : 1, p = 0.625"
std::string pairedText(const Compared& first, const Compared& other) {
    const auto paired = first.evaluation && other.evaluation
                            ? training::paired(*first.evaluation, *other.evaluation)
                            : std::nullopt;
    if (!paired)
        return "–";
    return translate("CommandLine", "%1 : %2, p = %3",
                     {std::to_string(paired->onlyFirst), std::to_string(paired->onlySecond),
                      QString::number(paired->p, 'g', 3).toStdString()});
}

/// A word without the quotes of JSON.
std::string plain(const std::string& json) {
    return json.size() >= 2 && json.front() == '"' ? json.substr(1, json.size() - 2) : json;
}

void say(const std::vector<Compared>& compared, Console& console) {
    std::vector<std::vector<std::string>> rows{
        {translate("CommandLine", "run"), translate("CommandLine", "best validation accuracy"),
         translate("CommandLine", "evaluated"), translate("CommandLine", "right by one alone")}};
    for (std::size_t i = 0; i < compared.size(); ++i) {
        const auto best = bestAccuracy(compared[i].record);
        rows.push_back({compared[i].record.id, best ? percent(*best) : "–",
                        compared[i].evaluation ? percent(compared[i].evaluation->summary.accuracy) : "–",
                        i ? pairedText(compared[0], compared[i]) : ""});
    }
    console.say(table(rows));
    const auto options = differingOptions(compared);
    console.say(options.empty() ? translate("CommandLine", "Their options are the same.") : "");
    std::vector<std::vector<std::string>> lines{{translate("CommandLine", "option")}};
    for (const Compared& run : compared)
        lines.front().push_back(run.record.id);
    for (const auto& [name, values] : options) {
        lines.push_back({name});
        for (const std::string& value : values)
            lines.back().push_back(plain(value));
    }
    if (!options.empty())
        console.say(table(lines));
}

QJsonObject toJson(const Compared& run, const Compared& first) {
    QJsonObject object{{"run", text(run.record.id)}};
    const auto best = bestAccuracy(run.record);
    object["best_val_accuracy"] = best ? QJsonValue(*best) : QJsonValue();
    if (run.evaluation) {
        const metrics::Estimate& accuracy = run.evaluation->summary.accuracy;
        object["accuracy"] =
            QJsonObject{{"value", accuracy.value}, {"low", accuracy.low}, {"high", accuracy.high}};
    }
    if (const auto paired = &run != &first && run.evaluation && first.evaluation
                                ? training::paired(*first.evaluation, *run.evaluation)
                                : std::nullopt)
        object["paired"] = QJsonObject{{"images", qint64(paired->images)},
                                       {"only_first", qint64(paired->onlyFirst)},
                                       {"only_this", qint64(paired->onlySecond)},
                                       {"p", paired->p}};
    return object;
}

int runCompare(const QCommandLineParser& parser, Console& console) {
    const std::string split = has(parser, "split") ? valueOf(parser, "split") : "val";
    if (split != "val" && split != "test")
        return console.wrongUsage(translate("CommandLine", "--split takes val or test, not “%1”.", {split}));
    const auto project = project::Project::open(projectArgument(parser), project::Access::ReadOnly);
    if (!project)
        return console.fail(project.error());
    const auto compared = read(**project, parser.positionalArguments().mid(1), split);
    if (!compared)
        return console.fail(compared.error());
    say(*compared, console);
    QJsonArray runs;
    for (const Compared& run : *compared)
        runs.append(toJson(run, compared->front()));
    QJsonArray options;
    for (const auto& [name, values] : differingOptions(*compared)) {
        QJsonArray list;
        for (const std::string& value : values)
            list.append(text(plain(value)));
        options.append(QJsonObject{{"name", text(name)}, {"values", list}});
    }
    console.result({{"split", text(split)}, {"runs", runs}, {"options", options}});
    return kDone;
}

} // namespace

Command compareCommand() {
    return {.name = QStringLiteral("compare"),
            .summary = translate("CommandLine", "Runs beside each other: options, accuracy, paired test."),
            .arguments = "PROJECT RUN RUN…",
            .minimumArguments = 3,
            .maximumArguments = 1 + kMostRuns,
            .options = {option("split",
                               translate("CommandLine", "Of which evaluation: val (the default) or test."),
                               translate("CommandLine", "side"))},
            .run = runCompare,
            .more = translate("CommandLine",
                              "Each is compared with the first. “Right by one alone”: images that only the "
                              "first gets right, and those that only the other does; p is how often chance "
                              "would make them as unequal if both were equally good (McNemar's exact test). "
                              "It needs both to be evaluated: graft evaluate PROJECT --run RUN.")};
}

} // namespace graft::cli
