#include "training/EvaluationFile.h"

#include "base/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace graft::training {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr std::uint64_t kLargestFile = 1ull << 30;

// JSON has no NaN: a figure that is not defined is null.
Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}
double numberFrom(const Json& value) {
    return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
}

Json toJson(const metrics::Estimate& estimate) {
    return {
        {"value", number(estimate.value)}, {"low", number(estimate.low)}, {"high", number(estimate.high)}};
}

metrics::Estimate estimateFrom(const Json& object) {
    return {numberFrom(object.at("value")), numberFrom(object.at("low")), numberFrom(object.at("high"))};
}

Json toJson(const metrics::ClassificationSummary& summary) {
    return {{"accuracy", toJson(summary.accuracy)},
            {"balanced_accuracy", toJson(summary.balancedAccuracy)},
            {"macro_f1", toJson(summary.macroF1)},
            {"auroc", toJson(summary.auroc)},
            {"ece", toJson(summary.ece)}};
}

metrics::ClassificationSummary summaryFrom(const Json& object) {
    return {estimateFrom(object.at("accuracy")), estimateFrom(object.at("balanced_accuracy")),
            estimateFrom(object.at("macro_f1")), estimateFrom(object.at("auroc")),
            estimateFrom(object.at("ece"))};
}

Json toJson(const std::vector<metrics::ClassReport>& reports) {
    Json list = Json::array();
    for (const metrics::ClassReport& report : reports)
        list.push_back({{"support", report.support},
                        {"precision", toJson(report.precision)},
                        {"recall", toJson(report.recall)},
                        {"f1", toJson(report.f1)}});
    return list;
}

std::vector<metrics::ClassReport> reportsFrom(const Json& list) {
    std::vector<metrics::ClassReport> reports;
    for (const Json& object : list)
        reports.push_back({object.at("support").get<std::int64_t>(), estimateFrom(object.at("precision")),
                           estimateFrom(object.at("recall")), estimateFrom(object.at("f1"))});
    return reports;
}

Evaluation evaluationFrom(const Json& object) {
    Evaluation evaluation;
    evaluation.split = object.at("split").get<std::string>();
    evaluation.classes = object.at("classes").get<std::vector<std::string>>();
    if (const auto ids = object.find("class_ids"); ids != object.end())
        evaluation.classIds = ids->get<std::vector<std::int64_t>>();
    evaluation.imageIds = object.at("image_ids").get<std::vector<std::int64_t>>();
    evaluation.paths = object.at("paths").get<std::vector<std::string>>();
    evaluation.data.classes = int(evaluation.classes.size());
    evaluation.data.truth = object.at("truth").get<std::vector<int>>();
    evaluation.data.probabilities = object.at("probabilities").get<std::vector<float>>();
    evaluation.losses = object.at("losses").get<std::vector<double>>();
    evaluation.confusion = object.at("confusion").get<metrics::ConfusionMatrix>();
    evaluation.perClass = reportsFrom(object.at("per_class"));
    evaluation.summary = summaryFrom(object.at("metrics"));
    evaluation.problems = object.at("problems").get<std::vector<std::string>>();
    evaluation.learntFrom = object.value("learnt_from", std::int64_t(0));
    return evaluation;
}

bool isSound(const Evaluation& evaluation) {
    const std::size_t images = evaluation.imageIds.size(), classes = evaluation.classes.size();
    return (evaluation.classIds.empty() || evaluation.classIds.size() == classes) &&
           evaluation.paths.size() == images && evaluation.data.truth.size() == images &&
           evaluation.losses.size() == images && evaluation.data.probabilities.size() == images * classes &&
           evaluation.confusion.size() == classes && evaluation.perClass.size() == classes &&
           std::ranges::all_of(evaluation.confusion,
                               [&](const auto& row) { return row.size() == classes; }) &&
           std::ranges::all_of(evaluation.data.truth,
                               [&](int truth) { return truth >= 0 && std::size_t(truth) < classes; });
}

} // namespace

Result<std::filesystem::path> evaluationFile(const std::filesystem::path& runFolder,
                                             const std::string& split) {
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    if (split.empty() || split.size() > 32 || !std::ranges::all_of(split, plain))
        return Error{translate("Training", "There is no split “%1”.", {split})};
    return runFolder / ("evaluation-" + split + ".json");
}

Result<> writeEvaluation(const std::filesystem::path& file, const Evaluation& evaluation) {
    const Json object{{"version", kVersion},
                      {"split", evaluation.split},
                      {"classes", evaluation.classes},
                      {"class_ids", evaluation.classIds},
                      {"metrics", toJson(evaluation.summary)},
                      {"confusion", evaluation.confusion},
                      {"per_class", toJson(evaluation.perClass)},
                      {"image_ids", evaluation.imageIds},
                      {"paths", evaluation.paths},
                      {"truth", evaluation.data.truth},
                      {"probabilities", evaluation.data.probabilities},
                      {"losses", evaluation.losses},
                      {"problems", evaluation.problems},
                      {"learnt_from", evaluation.learntFrom}};
    return writeFileAtomically(file, object.dump(1, ' ', false, Json::error_handler_t::replace));
}

Result<Evaluation> readEvaluationFile(const std::filesystem::path& file) {
    const auto text = readTextFile(file, kLargestFile);
    if (!text)
        return text.error();
    const auto damaged = [&](const std::string& detail) {
        return Error{translate("Training", "The evaluation %1 is damaged. Evaluate again.", {file.string()}),
                     detail};
    };
    try {
        const Json object = Json::parse(*text);
        if (object.at("version").get<int>() > kVersion)
            return Error{translate(
                "Training", "The evaluation %1 was made by a newer version of the program. Evaluate again.",
                {file.string()})};
        Evaluation evaluation = evaluationFrom(object);
        if (!isSound(evaluation))
            return damaged("its lists do not fit together");
        return evaluation;
    } catch (const Json::exception& exception) {
        return damaged(exception.what());
    }
}

} // namespace graft::training
