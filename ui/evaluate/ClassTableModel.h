#pragma once

#include "training/Training.h"

#include <QAbstractTableModel>

namespace graft::ui {

/// Per class: precision, recall and F1 with their 95 % intervals, and how many images speak.
class ClassTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Precision, Recall, F1, Support, ColumnCount };
    enum Role { IntervalRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;
    void setEvaluation(const training::Evaluation& evaluation);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const metrics::Estimate* estimate(const QModelIndex& index) const;
    std::vector<std::string> m_names;
    std::vector<metrics::ClassReport> m_reports;
};

} // namespace graft::ui
