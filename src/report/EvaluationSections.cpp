#include "report/MatrixChart.h"
#include "report/Sections.h"
#include "report/Words.h"

#include "annotation/LabelClass.h"
#include "project/Paths.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace graft::report {

namespace {

constexpr std::size_t kMostConfusions = 10;
constexpr std::size_t kMostMistakes = 24;
constexpr int kPhotoSide = 320; ///< twice what is shown, for sharp screens

QString className(const training::Evaluation& evaluation, int index) {
    return index >= 0 && std::size_t(index) < evaluation.classes.size()
               ? QString::fromStdString(evaluation.classes[std::size_t(index)])
               : QString();
}

QStringList classNames(const training::Evaluation& evaluation) {
    QStringList names;
    for (const auto& name : evaluation.classes)
        names << QString::fromStdString(name);
    return names;
}

bool squareMatrix(const training::Evaluation& evaluation) {
    const std::size_t classes = evaluation.classes.size();
    return classes > 0 && evaluation.confusion.size() == classes &&
           std::ranges::all_of(evaluation.confusion, [&](const auto& row) { return row.size() == classes; });
}

struct Confusion {
    int truth = 0;
    int predicted = 0;
    std::int64_t images = 0;
    double share = 0; ///< of the images of this truth
};

/// Off the diagonal, the most frequent first.
std::vector<Confusion> confusions(const training::Evaluation& evaluation) {
    std::vector<Confusion> all;
    for (std::size_t truth = 0; truth < evaluation.confusion.size(); ++truth) {
        const auto& row = evaluation.confusion[truth];
        const auto total = std::accumulate(row.begin(), row.end(), std::int64_t(0));
        for (std::size_t predicted = 0; predicted < row.size(); ++predicted)
            if (truth != predicted && row[predicted] > 0)
                all.push_back(
                    {int(truth), int(predicted), row[predicted], double(row[predicted]) / double(total)});
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &Confusion::images);
    return all;
}

QString described(const training::Evaluation& evaluation, const std::vector<Confusion>& confusions) {
    QString text = QCoreApplication::translate("Report", "%1 of %2 right.")
                       .arg(words::percent(evaluation.summary.accuracy.value),
                            words::count(std::int64_t(evaluation.data.size())));
    for (std::size_t i = 0; i < confusions.size() && i < 3; ++i)
        text += QChar(' ') + QCoreApplication::translate("Report", "“%1” called “%2”: %3.")
                                 .arg(className(evaluation, confusions[i].truth),
                                      className(evaluation, confusions[i].predicted),
                                      words::count(confusions[i].images));
    return text;
}

Charts matrices(const training::Evaluation& evaluation, const QString& description) {
    const auto chart = [&](const QString& title, MatrixPicture::Values values) {
        return Chart{title, description,
                     [picture = MatrixPicture{classNames(evaluation), evaluation.confusion, values}](
                         double width) { return drawMatrix(picture, width); }};
    };
    Charts charts{{chart(QCoreApplication::translate("Report", "Images"), MatrixPicture::Values::Counts),
                   chart(QCoreApplication::translate("Report", "Share of each row"),
                         MatrixPicture::Values::RowShares)}};
    if (evaluation.classes.size() > 8)
        charts.leastWidth = 600;
    return charts;
}

Section confusionSection(const training::Evaluation& evaluation) {
    Section section{"confusion",
                    QCoreApplication::translate("Report", "What is taken for what"),
                    QCoreApplication::translate(
                        "Report", "A row holds the images of one class, a column what the network called "
                                  "them. What is not on the diagonal is a mistake. The darker, the more."),
                    {}};
    const auto all = confusions(evaluation);
    section.blocks.emplace_back(matrices(evaluation, described(evaluation, all)));
    Table table{QCoreApplication::translate("Report", "Most frequent mistakes"),
                {{QCoreApplication::translate("Report", "Truth")},
                 {QCoreApplication::translate("Report", "Called")},
                 {QCoreApplication::translate("Report", "Images"), true},
                 {QCoreApplication::translate("Report", "Of this class"), true}},
                {}};
    for (std::size_t i = 0; i < all.size() && i < kMostConfusions; ++i)
        table.rows.push_back({{className(evaluation, all[i].truth)},
                              {className(evaluation, all[i].predicted)},
                              {words::count(all[i].images)},
                              {words::percent(all[i].share)}});
    if (!table.rows.empty() && evaluation.classes.size() > 2)
        section.blocks.emplace_back(std::move(table));
    return section;
}

QColor swatchOf(const ReportInput& input, const std::string& name, int index) {
    const auto row = std::ranges::find(input.dataset.classes, name, &DatasetRow::name);
    return QColor::fromRgb(row != input.dataset.classes.end() ? row->color : annotation::paletteColor(index));
}

Section classesSection(const ReportInput& input, const training::Evaluation& evaluation) {
    Section section{"classes",
                    QCoreApplication::translate("Report", "Class by class"),
                    QCoreApplication::translate(
                        "Report", "Precision: how many of those called so are so. Recall: how many of those "
                                  "that are so were found. F1 joins both. The bars are 95 % intervals: few "
                                  "images, wide bars."),
                    {}};
    Table table{QCoreApplication::translate("Report", "Figures of each class"),
                {{QCoreApplication::translate("Report", "Class")},
                 {QCoreApplication::translate("Report", "Images"), true},
                 {QCoreApplication::translate("Report", "Precision"), true},
                 {QCoreApplication::translate("Report", "Recall"), true},
                 {QCoreApplication::translate("Report", "F1"), true}},
                {}};
    for (std::size_t i = 0; i < evaluation.perClass.size() && i < evaluation.classes.size(); ++i) {
        const auto& report = evaluation.perClass[i];
        std::vector<Cell> row{
            {className(evaluation, int(i)), {}, swatchOf(input, evaluation.classes[i], int(i))},
            {words::count(report.support)}};
        for (const auto* estimate : {&report.precision, &report.recall, &report.f1})
            row.push_back({words::estimate(*estimate), *estimate});
        table.rows.push_back(std::move(row));
    }
    section.blocks.emplace_back(std::move(table));
    return section;
}

/// Indices of the images called wrongly, the highest loss first.
std::vector<std::size_t> mistakes(const training::Evaluation& evaluation) {
    std::vector<std::size_t> wrong;
    const std::size_t known = std::min(evaluation.losses.size(), evaluation.paths.size());
    for (std::size_t i = 0; i < evaluation.data.size() && i < known; ++i)
        if (metrics::argmax(evaluation.data.row(i)) != evaluation.data.truth[i])
            wrong.push_back(i);
    std::ranges::stable_sort(wrong, std::ranges::greater(),
                             [&](std::size_t i) { return evaluation.losses[i]; });
    return wrong;
}

Photo photoOf(const ReportInput& input, const training::Evaluation& evaluation, std::size_t index) {
    const auto row = evaluation.data.row(index);
    const int predicted = metrics::argmax(row);
    const auto file = project::absolutePath(input.projectFolder, evaluation.paths[index]);
    Photo photo;
    photo.image = photograph(file, kPhotoSide);
    photo.title =
        QCoreApplication::translate("Report", "%1, called %2")
            .arg(className(evaluation, evaluation.data.truth[index]), className(evaluation, predicted));
    photo.detail = QCoreApplication::translate("Report", "%1 sure · loss %2")
                       .arg(words::percent(double(row[std::size_t(predicted)])),
                            words::decimal(evaluation.losses[index], 2));
    photo.file = QString::fromStdString(file.filename().string());
    photo.alternative = QCoreApplication::translate("Report", "Photo %1: %2").arg(photo.file, photo.title);
    return photo;
}

Section mistakesSection(const ReportInput& input, const training::Evaluation& evaluation) {
    Section section{"mistakes",
                    QCoreApplication::translate("Report", "Worst mistakes"),
                    QCoreApplication::translate(
                        "Report", "The images the network was surest about and wrong, worst first. Some may "
                                  "be labelled wrongly: look at them before blaming the network."),
                    {}};
    const auto wrong = mistakes(evaluation);
    if (wrong.empty()) {
        section.explanation.clear();
        section.blocks.emplace_back(
            Paragraph{QCoreApplication::translate("Report", "None: every image was recognised.")});
        return section;
    }
    Gallery gallery;
    for (std::size_t i = 0; i < wrong.size() && i < kMostMistakes; ++i)
        gallery.photos.push_back(photoOf(input, evaluation, wrong[i]));
    section.blocks.emplace_back(std::move(gallery));
    if (wrong.size() > kMostMistakes)
        section.blocks.emplace_back(
            Paragraph{QCoreApplication::translate("Report", "… and %1 more.")
                          .arg(words::count(std::int64_t(wrong.size() - kMostMistakes)))});
    return section;
}

} // namespace

std::vector<Section> evaluationSections(const ReportInput& input, const training::Evaluation& evaluation) {
    std::vector<Section> sections;
    if (squareMatrix(evaluation))
        sections.push_back(confusionSection(evaluation));
    if (!evaluation.perClass.empty())
        sections.push_back(classesSection(input, evaluation));
    if (evaluation.data.size() > 0)
        sections.push_back(mistakesSection(input, evaluation));
    for (Section& section : sections) {
        section.id += QChar('-') + QString::fromStdString(evaluation.split);
        if (input.evaluations.size() > 1)
            section.title = QStringLiteral("%1: %2").arg(section.title, words::imagesOf(evaluation.split));
    }
    return sections;
}

} // namespace graft::report
