#pragma once

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace graft::ui {

class ImageCanvas;

/// The slim strip of tools beside the title: previous and next, undo and redo, zoom.
class CanvasTools : public QWidget {
    Q_OBJECT
public:
    explicit CanvasTools(ImageCanvas& canvas, QWidget* parent = nullptr);
    void setUndo(bool canUndo, bool canRedo);
    void setViewMenu(QMenu* menu);

Q_SIGNALS:
    void previous();
    void next();
    void undo();
    void redo();

private:
    QToolButton* add(const QString& icon, const QString& tip, const char* name);
    void addZoom(ImageCanvas& canvas);

    QLabel* m_zoom;
    QToolButton* m_undo;
    QToolButton* m_redo;
};

} // namespace graft::ui
