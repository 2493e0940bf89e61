#pragma once

#include "project/Project.h"
#include "ui/data/ClassMark.h"

#include <QAbstractListModel>

#include <unordered_map>
#include <vector>

namespace graft::ui {

/// The classes of a project in order, with their marks and how many images have them. The name is editable; a
/// name that another class has is not taken over but announced, so that the view can offer to merge.
class ClassListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole, CountRole, KeyRole, LetterRole, ColorRole, CurrentRole };

    explicit ClassListModel(QObject* parent = nullptr);

    /// Null: none.
    void setProject(project::Project* project);
    /// What is counted and what makes an image labelled: its class, or its shapes.
    enum class Counts { Images, Shapes };
    void setCounts(Counts counts);
    /// Classes, labels or the theme changed.
    void refresh();
    /// The class of the image that is being labelled; none: no row is marked.
    void setCurrent(ClassId id);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    ClassId idAt(int row) const;
    int rowOf(ClassId id) const; ///< -1: none
    const ClassMark& markAt(int row) const { return m_rows[std::size_t(row)].mark; }
    int unlabelled() const { return m_unlabelled; }

Q_SIGNALS:
    /// The person typed the name of another class.
    void nameTaken(graft::ClassId renamed, graft::ClassId other);
    void failed(const QString& message);
    void countsChanged();

private:
    struct Row {
        ClassId id;
        ClassMark mark;
        int count = 0;
    };
    std::vector<Row> read();
    void countImages(std::unordered_map<ClassId, int>& counts);
    void countShapes(std::unordered_map<ClassId, int>& counts);
    QString spokenCount(int count) const;

    project::Project* m_project = nullptr;
    std::vector<Row> m_rows;
    ClassId m_current;
    Counts m_counts = Counts::Images;
    int m_unlabelled = 0;
};

} // namespace graft::ui
