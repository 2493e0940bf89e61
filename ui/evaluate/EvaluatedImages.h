#pragma once

#include "base/Ids.h"
#include "training/Training.h"

#include <QAbstractListModel>

#include <optional>
#include <utility>
#include <vector>

namespace graft::ui {

/// Images of an evaluation, worst first: the mistakes, or those behind one cell of the confusion matrix.
class EvaluatedImages : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, CertaintyRole, FileRole, WrongRole };
    /// (truth, predicted)
    using Cell = std::pair<int, int>;

    using QAbstractListModel::QAbstractListModel;
    void setEvaluation(training::Evaluation evaluation);
    /// Nothing: all mistakes.
    void showCell(std::optional<Cell> cell);

    ImageId idAt(int row) const;
    std::vector<ImageId> ids() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void fill();
    QString className(int index) const;
    training::Evaluation m_evaluation;
    std::optional<Cell> m_cell;
    std::vector<std::size_t> m_rows; ///< into the evaluation
};

} // namespace graft::ui
