#include "report/Sections.h"
#include "report/Words.h"

#include <QCoreApplication>

namespace graft::report {

namespace {

std::vector<Cell> rowOf(const DatasetRow& row, const QString& name, bool strong) {
    std::vector<Cell> cells{{name, {}, {}, strong}};
    for (const int images :
         {row.train, row.validation, row.test, row.none, row.train + row.validation + row.test + row.none})
        cells.push_back({words::count(images), {}, {}, strong});
    return cells;
}

void add(DatasetRow& total, const DatasetRow& row) {
    total.train += row.train;
    total.validation += row.validation;
    total.test += row.test;
    total.none += row.none;
}

bool empty(const DatasetRow& row) {
    return row.train + row.validation + row.test + row.none == 0;
}

} // namespace

Section datasetSection(const ReportInput& input) {
    Section section{"dataset",
                    QCoreApplication::translate("Report", "Images"),
                    QCoreApplication::translate(
                        "Report", "The network learned from the training images only. The validation images "
                                  "chose the best epoch; the test images played no part in training."),
                    {}};
    Table table{QCoreApplication::translate("Report", "Images of each class on each side of the split"),
                {{QCoreApplication::translate("Report", "Class")},
                 {QCoreApplication::translate("Report", "Training"), true},
                 {QCoreApplication::translate("Report", "Validation"), true},
                 {QCoreApplication::translate("Report", "Test"), true},
                 {QCoreApplication::translate("Report", "Left out"), true},
                 {QCoreApplication::translate("Report", "All"), true}},
                {}};
    DatasetRow total;
    for (const auto& row : input.dataset.classes) {
        auto cells = rowOf(row, QString::fromStdString(row.name), false);
        cells.front().swatch = QColor::fromRgb(row.color);
        table.rows.push_back(std::move(cells));
        add(total, row);
    }
    if (!empty(input.dataset.unlabelled)) {
        table.rows.push_back(
            rowOf(input.dataset.unlabelled, QCoreApplication::translate("Report", "Without a class"), false));
        add(total, input.dataset.unlabelled);
    }
    table.rows.push_back(rowOf(total, QCoreApplication::translate("Report", "All"), true));
    section.blocks.emplace_back(std::move(table));
    if (input.dataset.duplicates > 0)
        section.blocks.emplace_back(
            Paragraph{QCoreApplication::translate(
                          "Report", "%1 images have the same content as another one; copies are kept on one "
                                    "side of the split.")
                          .arg(words::count(input.dataset.duplicates)),
                      Paragraph::Kind::Note});
    return section;
}

} // namespace graft::report
