#pragma once

#include "ui/data/ClassMark.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace graft::ui {

class ShapeEditor;
class ShapeListModel;

/// The shapes of the image in a list beside it, in step with what is selected on the canvas.
class ShapeList : public QWidget {
    Q_OBJECT
public:
    explicit ShapeList(ShapeEditor& editor, QWidget* parent = nullptr);
    void setMarks(const ClassMarks& marks);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void followSelection();
    void takeSelection();
    void flip(int row, int column);
    bool handleKey(int key);

    ShapeEditor& m_editor;
    ShapeListModel* m_model;
    QLabel* m_title;
    QTableView* m_view;
    bool m_following = false;
};

} // namespace graft::ui
