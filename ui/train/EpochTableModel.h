#pragma once

#include "runs/Run.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace graft::ui {

/// One row per finished epoch; the best one is marked.
class EpochTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Epoch,
        TrainLoss,
        ValidationLoss,
        TrainAccuracy,
        ValidationAccuracy,
        ValidationBalanced, ///< mean recall of the classes
        Seconds,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;
    /// Appends where `epochs` only grew, so that selection and scroll position stay.
    void setEpochs(const std::vector<runs::EpochRecord>& epochs, std::optional<int> best);
    /// Tab-separated, with a header line; numbers in full.
    QString asTsv() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const runs::EpochRecord& epoch, int column) const;
    std::vector<runs::EpochRecord> m_epochs;
    std::optional<int> m_best;
};

} // namespace graft::ui
