#pragma once

#include "annotation/LabelClass.h"
#include "project/Project.h"
#include "ui/data/ClassMark.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace graft::ui {

/// How many images of each class are on each side: classes (and unlabelled, and the total) × train,
/// validation, test, none. A class with too few images on a side that is in use is marked.
class SplitTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit SplitTableModel(QObject* parent = nullptr);
    void refresh(const project::Project* project);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    int onSide(annotation::Split split) const { return m_total.counts[std::size_t(split)]; }
    int byHand() const { return m_byHand; }

private:
    struct Row {
        ClassMark mark;
        std::array<int, 4> counts{}; ///< by Split's value
    };
    const Row& row(int index) const;
    bool tooFew(const Row& row, annotation::Split split) const;

    std::vector<Row> m_rows;
    Row m_total;
    int m_byHand = 0;
};

} // namespace graft::ui
