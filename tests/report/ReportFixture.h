#pragma once

#include "report/Report.h"
#include "training/Training.h"

#include <QColor>
#include <QImage>
#include <QPainter>

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

namespace graft::test {

inline runs::EpochRecord epoch(int number, double trainLoss, double valLoss, double trainAccuracy,
                               double valAccuracy) {
    return {number,
            number == 1 ? 14.5 : 0.6,
            {{"train_loss", trainLoss},
             {"val_loss", valLoss},
             {"train_accuracy", trainAccuracy},
             {"val_accuracy", valAccuracy}}};
}

/// A run whose validation accuracy rises to `best` of 100 images.
inline runs::RunRecord run(const std::string& id, const training::TrainingOptions& options, int epochs,
                           int best) {
    runs::RunRecord record;
    record.id = id;
    record.optionsJson = training::toJson(options);
    record.state = runs::State::Finished;
    double most = -1;
    for (int i = 1; i <= epochs; ++i) {
        const double way = 1 - std::exp(-3.0 * i / epochs);
        const double accuracy = std::round(33 + (best - 33) * way + (i % 3)) / 100;
        const double loss = 0.2 + (100 - best) / 60.0;
        record.epochs.push_back(epoch(i, 1.1 - (1.1 - 0.6 * loss) * way, 1.15 - (1.15 - loss) * way,
                                      std::min(1.0, accuracy + 0.05 * way), accuracy));
        if (accuracy > most) {
            most = accuracy;
            record.bestEpoch = i;
        }
    }
    record.facts = {{"device", "CPU (2 threads)"},
                    {"cached_prefix", "true"},
                    {"peak_memory_bytes", "734003200"},
                    {"val_images", "100"},
                    {"train_images", "270"},
                    {"threads", "2"},
                    {"libtorch", "1.13.0"},
                    {"frozen_part_images", "1182"},
                    {"started", "2026-11-24T08:30:11.000Z"}};
    return record;
}

/// A coloured blob on a pale ground.
inline QImage blob(int index) {
    QImage image(160, 120, QImage::Format_RGB32);
    image.fill(QColor::fromHsv((index * 47) % 360, 40, 240));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor::fromHsv((index * 83) % 360, 160, 150));
    painter.drawEllipse(QPointF(80, 60), 20 + index % 20, 30);
    return image;
}

/// `perClass` images of each class; every `wrongEvery`th is called the next class. Photos are painted into
/// `photos`.
inline training::Evaluation evaluation(const std::string& split, const std::vector<std::string>& classes,
                                       int perClass, int wrongEvery,
                                       const std::filesystem::path& photos = {}) {
    training::Evaluation evaluation;
    evaluation.split = split;
    evaluation.classes = classes;
    evaluation.data.classes = int(classes.size());
    const int count = int(classes.size());
    for (int i = 0; i < perClass * count; ++i) {
        const int truth = i % count;
        const bool wrong = wrongEvery > 0 && i % wrongEvery == wrongEvery - 1;
        const int predicted = wrong ? (truth + 1) % count : truth;
        const float sure = 0.6f + 0.004f * float(i % 97);
        evaluation.data.truth.push_back(truth);
        for (int c = 0; c < count; ++c)
            evaluation.data.probabilities.push_back(c == predicted ? sure : (1 - sure) / float(count - 1));
        const auto file = photos / ("photo" + std::to_string(i) + ".png");
        if (wrong && !photos.empty())
            blob(i).save(QString::fromStdString(file.string()));
        evaluation.imageIds.push_back(i + 1);
        evaluation.paths.push_back(file.string());
        evaluation.losses.push_back(metrics::crossEntropy(evaluation.data.row(std::size_t(i)), truth));
    }
    evaluation.confusion = metrics::confusionMatrix(evaluation.data);
    evaluation.perClass = metrics::classReports(evaluation.data);
    evaluation.summary = metrics::summarise(evaluation.data);
    return evaluation;
}

/// A whole report: a pretrained run beside one from scratch. `photos`: a folder for the photographs of the
/// mistakes.
inline report::ReportInput reportInput(const std::filesystem::path& photos = {}) {
    training::TrainingOptions options;
    options.model = "resnet50";
    options.weights = "resnet50.keras_v1";
    options.epochs = 30;
    options.augment.horizontalFlip = true;
    options.augment.brightness = 0.2;
    training::TrainingOptions scratch = options;
    scratch.weights = "none";
    scratch.freeze = "none";

    report::ReportInput input;
    input.projectName = "Blood smears";
    input.task = "classification";
    input.run = run("20261124-093011-resnet50", options, 30, 95);
    input.run.notes = {"The class “basophil” has one image only: it cannot be split."};
    input.compared = {run("20261124-094012-resnet50", scratch, 30, 62)};
    const std::vector<std::string> classes{"neutrophil", "lymphocyte", "monocyte"};
    input.evaluations = {evaluation("val", classes, 34, 18, photos)};
    input.projectFolder = photos / "smears.graft";
    input.dataset.classes = {{"neutrophil", 0xE69F00, 120, 34, 20, 0},
                             {"lymphocyte", 0x56B4E9, 90, 34, 16, 0},
                             {"monocyte", 0x009E73, 60, 34, 11, 2}};
    input.dataset.unlabelled = {"", 0, 0, 0, 0, 12};
    input.dataset.duplicates = 4;
    input.issues = {{1, project::Issue::Severity::Error, "/data/smears/broken.jpg", "the file is cut short"}};
    input.weights = {"ResNet-50 (Keras)", "He et al., trained on ImageNet-1k", "MIT"};
    input.made = QDateTime(QDate(2026, 11, 24), QTime(10, 15));
    return input;
}

} // namespace graft::test
