#pragma once

#include "DataFixture.h"
#include "training/Training.h"
#include "zoo/Zoo.h"

#include <QPainter>

#include <filesystem>
#include <string>
#include <vector>

namespace graft::test {

/// A catalogue whose weights are nowhere to be had.
inline std::vector<zoo::WeightsEntry> catalogue() {
    std::vector<zoo::WeightsEntry> entries;
    const auto add = [&](const std::string& model, double top1) {
        zoo::WeightsEntry entry;
        entry.id = model + ".test";
        entry.model = model;
        entry.title = model + " (test)";
        entry.license = "MIT";
        entry.origin = "nobody";
        entry.description = "Good for tests.";
        entry.imagenetTop1 = top1;
        entry.bytes = 3'000'000;
        entry.isDefault = entries.empty();
        entry.sources = {
            {zoo::WeightsSource::Kind::Folder, "not-here.safetensors", "", "safetensors", "", ""}};
        entries.push_back(entry);
    };
    add("resnet50", 76.1);
    add("mobilenet_v3_small", 0);
    add("squeezenet1_1", 58.2);
    return entries;
}

/// Stripes that lie (`target` 0) or stand (1): a task that a small network learns in a moment.
inline QImage stripes(int target, int index) {
    QImage picture(64, 64, QImage::Format_RGB32);
    picture.fill(QColor::fromHsv((index * 29) % 360, 60, 230));
    QPainter painter(&picture);
    painter.setPen(QPen(QColor::fromHsv((index * 53) % 360, 200, 60), 3));
    for (int at = index % 8; at < 64; at += 8)
        target == 0 ? painter.drawLine(0, at, 64, at) : painter.drawLine(at, 0, at, 64);
    return picture;
}

/// Painted files and their records, labelled "lying" and "standing" by turns, every fourth for validation,
/// every eighth for the test.
inline std::vector<project::Project::NewImage> stripedImages(const std::filesystem::path& beside, int count) {
    QDir().mkpath(QString::fromStdString((beside / "photos").string()));
    auto images = recordsOnly(count, {"lying", "standing"});
    for (int i = 0; i < count; ++i) {
        auto& record = images[std::size_t(i)].record;
        record.width = record.height = 64;
        record.split = (i / 2) % 4 == 3
                           ? ((i / 2) % 8 == 7 ? annotation::Split::Test : annotation::Split::Validation)
                           : annotation::Split::Train;
        stripes(i % 2, i).save(QString::fromStdString((beside / record.path).string()));
    }
    return images;
}

/// Small enough to train in a test: from scratch, 64 px.
inline training::TrainingOptions tinyOptions(int epochs) {
    training::TrainingOptions options;
    options.model = "squeezenet1_1";
    options.weights = "none";
    options.freeze = "none";
    options.epochs = epochs;
    options.batch = 8;
    options.size = 64;
    options.device = "cpu";
    return options;
}

/// Without a project: 16 images to learn from, 8 to check.
inline training::RunInput tinyRun(const std::filesystem::path& folder, int epochs) {
    QDir().mkpath(QString::fromStdString(folder.string()));
    training::RunInput input;
    input.options = tinyOptions(epochs);
    input.classes = {"lying", "standing"};
    for (int i = 0; i < 24; ++i) {
        const auto path = folder / ("stripes" + std::to_string(i) + ".png");
        stripes(i % 2, i).save(QString::fromStdString(path.string()));
        (i < 16 ? input.train : input.validation).push_back({i + 1, path, "hash" + std::to_string(i), i % 2});
    }
    return input;
}

/// An evaluation of `truth` against rows of probabilities, with all its figures.
inline training::Evaluation evaluationOf(const std::vector<std::string>& classes,
                                         const std::vector<int>& truth,
                                         const std::vector<float>& probabilities) {
    training::Evaluation evaluation;
    evaluation.split = "val";
    evaluation.classes = classes;
    evaluation.data = {int(classes.size()), truth, probabilities};
    for (std::size_t i = 0; i < truth.size(); ++i) {
        evaluation.imageIds.push_back(std::int64_t(i) + 1);
        evaluation.paths.push_back("photos/image" + std::to_string(i + 1) + ".png");
        evaluation.losses.push_back(metrics::crossEntropy(evaluation.data.row(i), truth[i]));
    }
    evaluation.confusion = metrics::confusionMatrix(evaluation.data);
    evaluation.perClass = metrics::classReports(evaluation.data);
    evaluation.summary = metrics::summarise(evaluation.data);
    return evaluation;
}

inline runs::EpochRecord epoch(int number, double trainLoss, double valLoss, double trainAccuracy,
                               double valAccuracy) {
    return {number,
            1.25,
            {{"train_loss", trainLoss},
             {"val_loss", valLoss},
             {"train_accuracy", trainAccuracy},
             {"val_accuracy", valAccuracy}}};
}

} // namespace graft::test
