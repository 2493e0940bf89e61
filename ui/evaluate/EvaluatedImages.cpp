#include "ui/evaluate/EvaluatedImages.h"

#include "ui/train/RunWords.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace graft::ui {

void EvaluatedImages::setEvaluation(training::Evaluation evaluation) {
    beginResetModel();
    m_evaluation = std::move(evaluation);
    m_cell.reset();
    fill();
    endResetModel();
}

void EvaluatedImages::showCell(std::optional<Cell> cell) {
    beginResetModel();
    m_cell = cell;
    fill();
    endResetModel();
}

void EvaluatedImages::fill() {
    m_rows.clear();
    const std::size_t known =
        std::min({m_evaluation.data.size(), m_evaluation.imageIds.size(), m_evaluation.losses.size()});
    for (std::size_t i = 0; i < known; ++i) {
        const int truth = m_evaluation.data.truth[i];
        const int predicted = metrics::argmax(m_evaluation.data.row(i));
        if (m_cell ? Cell{truth, predicted} == *m_cell : truth != predicted)
            m_rows.push_back(i);
    }
    std::ranges::stable_sort(m_rows, std::ranges::greater(),
                             [this](std::size_t i) { return m_evaluation.losses[i]; });
}

ImageId EvaluatedImages::idAt(int row) const {
    return ImageId{m_evaluation.imageIds[m_rows[std::size_t(row)]]};
}

std::vector<ImageId> EvaluatedImages::ids() const {
    std::vector<ImageId> ids;
    for (const std::size_t row : m_rows)
        ids.push_back(ImageId{m_evaluation.imageIds[row]});
    return ids;
}

int EvaluatedImages::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString EvaluatedImages::className(int index) const {
    return index >= 0 && std::size_t(index) < m_evaluation.classes.size()
               ? QString::fromStdString(m_evaluation.classes[std::size_t(index)])
               : QString();
}

QVariant EvaluatedImages::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::size_t row = m_rows[std::size_t(index.row())];
    const auto probabilities = m_evaluation.data.row(row);
    const int truth = m_evaluation.data.truth[row];
    const int predicted = metrics::argmax(probabilities);
    const QString path =
        row < m_evaluation.paths.size() ? QString::fromStdString(m_evaluation.paths[row]) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1 → %2").arg(className(truth), className(predicted));
    case CertaintyRole:
        return tr("%1 sure · loss %2")
            .arg(run_words::percent(double(probabilities[std::size_t(predicted)])),
                 QLocale().toString(m_evaluation.losses[row], 'f', 2));
    case FileRole:
        return QFileInfo(path).fileName();
    case IdRole:
        return qlonglong(m_evaluation.imageIds[row]);
    case WrongRole:
        return truth != predicted;
    case Qt::ToolTipRole:
        return path;
    case Qt::AccessibleTextRole:
        return tr("%1: %2, predicted %3, %4")
            .arg(data(index, FileRole).toString(), className(truth), className(predicted),
                 data(index, CertaintyRole).toString());
    default:
        return {};
    }
}

} // namespace graft::ui
