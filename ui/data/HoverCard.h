#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;

namespace graft::ui {

/// A small card beside the pointer: a title and a few lines. Takes no clicks.
class HoverCard : public QFrame {
    Q_OBJECT
public:
    explicit HoverCard(QWidget* parent);
    /// Beside `anchor` (in the parent's coordinates), inside the parent.
    void showBeside(const QRect& anchor, const QString& title, const QStringList& lines);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_title;
    QLabel* m_lines;
};

} // namespace graft::ui
