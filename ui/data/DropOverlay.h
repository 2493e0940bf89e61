#pragma once

#include <QString>
#include <QWidget>

namespace graft::ui {

/// Lies over its parent while something is dragged over it, and says what letting go will do.
class DropOverlay : public QWidget {
    Q_OBJECT
public:
    DropOverlay(QString text, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QString m_text;
};

} // namespace graft::ui
