#pragma once

#include "runs/Run.h"

#include <QAbstractListModel>

#include <vector>

namespace graft::ui {

/// The runs of a project for lists and boxes: title, summary, state.
class RunListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { SummaryRole = Qt::UserRole, IdRole, ToneRole };
    enum class Tone { Quiet, Good, Warning, Bad };

    using QAbstractListModel::QAbstractListModel;
    void setRuns(std::vector<runs::RunRecord> runs);
    const runs::RunRecord& run(int row) const { return m_runs[std::size_t(row)]; }
    int rowOf(const std::string& id) const; ///< -1: none

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<runs::RunRecord> m_runs;
};

} // namespace graft::ui
