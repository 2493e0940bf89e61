#include "training/EvaluationFile.h"
#include "training/LearntFrom.h"
#include "training/Training.h"

#include <algorithm>
#include <cctype>

namespace graft::training {

namespace {

Result<> checkItems(const std::vector<dataset::Item>& items, std::size_t classes) {
    for (const dataset::Item& item : items)
        if (item.target < 0 || std::size_t(item.target) >= classes)
            return Error{translate("Training", "The image %1 has no class that this model knows.",
                                   {item.path.string()})};
    return {};
}

void addRow(Evaluation& evaluation, const Predictor::Prediction& prediction, int truth) {
    if (prediction.probabilities.empty()) {
        evaluation.problems.push_back(prediction.problem);
        return;
    }
    evaluation.imageIds.push_back(prediction.id);
    evaluation.paths.push_back(prediction.path.string());
    evaluation.data.truth.push_back(truth);
    auto& probabilities = evaluation.data.probabilities;
    probabilities.insert(probabilities.end(), prediction.probabilities.begin(),
                         prediction.probabilities.end());
    evaluation.losses.push_back(metrics::crossEntropy(prediction.probabilities, truth));
}

std::vector<dataset::Item> notLearnt(std::vector<dataset::Item> items,
                                     const std::filesystem::path& runFolder) {
    const std::vector<std::int64_t> learnt = readLearntFrom(runFolder);
    std::erase_if(items,
                  [&](const dataset::Item& item) { return std::ranges::binary_search(learnt, item.id); });
    return items;
}

} // namespace

Result<Evaluation> evaluate(const std::filesystem::path& runFolder, const std::string& split,
                            const std::vector<dataset::Item>& wanted, const Monitor& monitor,
                            const std::string& device) {
    const auto file = evaluationFile(runFolder, split);
    if (!file)
        return file.error();
    auto predictor = Predictor::open(runFolder, device);
    if (!predictor)
        return predictor.error();
    if (auto fits = checkItems(wanted, predictor->classes().size()); !fits)
        return fits.error();
    const std::vector<dataset::Item> items = split == "train" ? wanted : notLearnt(wanted, runFolder);
    if (items.empty() && !wanted.empty())
        return Error{translate("Training",
                               "The run has learnt from all of the %1 images, so they say nothing about it. "
                               "Evaluate it on others, or train again.",
                               {std::to_string(wanted.size())})};
    const auto predictions = predictor->predict(items, monitor);
    if (!predictions)
        return predictions.error();
    Evaluation evaluation{.split = split,
                          .classes = predictor->classes(),
                          .classIds = predictor->classIds(),
                          .data = {.classes = int(predictor->classes().size())},
                          .learntFrom = std::int64_t(wanted.size() - items.size())};
    for (std::size_t i = 0; i < items.size(); ++i)
        addRow(evaluation, (*predictions)[i], items[i].target);
    if (evaluation.imageIds.empty())
        return Error{items.empty() ? translate("Training", "There is no labelled image to evaluate on.")
                                   : translate("Training", "None of the %1 images can be read. %2",
                                               {std::to_string(items.size()), evaluation.problems.front()})};
    evaluation.confusion = metrics::confusionMatrix(evaluation.data);
    evaluation.perClass = metrics::classReports(evaluation.data);
    evaluation.summary = metrics::summarise(evaluation.data);
    if (auto written = writeEvaluation(*file, evaluation); !written)
        return written.error();
    return evaluation;
}

Result<Evaluation> readEvaluation(const std::filesystem::path& runFolder, const std::string& split) {
    const auto file = evaluationFile(runFolder, split);
    return file ? readEvaluationFile(*file) : Result<Evaluation>(file.error());
}

} // namespace graft::training
