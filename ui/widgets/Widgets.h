#pragma once

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

class QVBoxLayout;

// The small parts that pages are made of. All follow theme changes by themselves.
namespace graft::ui {

/// The one next step of a page: accent-filled.
class PrimaryButton : public QPushButton {
    Q_OBJECT
public:
    explicit PrimaryButton(const QString& text, QWidget* parent = nullptr);
};

/// Everything else: outline on hover, optional icon name.
class QuietButton : public QPushButton {
    Q_OBJECT
public:
    explicit QuietButton(const QString& text, const QString& iconName = {}, QWidget* parent = nullptr);
};

/// Icon only; `tip` is also its accessible name.
class IconButton : public QToolButton {
    Q_OBJECT
public:
    IconButton(const QString& iconName, const QString& tip, QWidget* parent = nullptr);
};

/// Removable filter or tag, with an optional colour dot and count.
class Chip : public QFrame {
    Q_OBJECT
public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);
    void setText(const QString& text);
    void setDot(const QColor& color);
    void setCount(int count);
    void setRemovable(bool removable);
    void setCheckable(bool checkable);
    bool isChecked() const { return m_checked; }
    void setChecked(bool checked);

Q_SIGNALS:
    void clicked();
    void removed();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_dot;
    QLabel* m_text;
    QLabel* m_count;
    QToolButton* m_remove;
    bool m_checkable = false;
    bool m_checked = false;
};

/// What an empty page shows: an icon, one sentence, the button that starts it, perhaps a quiet second way.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& iconName, const QString& headline, const QString& sentence, QWidget* parent = nullptr);
    void setTexts(const QString& headline, const QString& sentence);
    QPushButton* addPrimary(const QString& text);
    QPushButton* addSecondary(const QString& text);

private:
    QLabel* m_headline;
    QLabel* m_sentence;
    QVBoxLayout* m_buttons;
};

/// A note, warning or error beside what it is about, with an optional way out. Never modal.
class InlineMessage : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Note, Success, Warning, Error };
    explicit InlineMessage(QWidget* parent = nullptr);
    void show(Kind kind, const QString& text);
    QPushButton* setAction(const QString& text);

private:
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
};

/// The panel at the right of a page: titled sections under each other, scrolls, collapses.
class SidePanel : public QFrame {
    Q_OBJECT
public:
    explicit SidePanel(QWidget* parent = nullptr);
    /// A section's content goes into the returned layout.
    QVBoxLayout* addSection(const QString& title);
    QVBoxLayout* layoutOfPanel() const { return m_sections; }

private:
    QVBoxLayout* m_sections;
};

/// Labels in the type scale.
QLabel* bodyLabel(const QString& text, QWidget* parent = nullptr);
QLabel* secondaryLabel(const QString& text, QWidget* parent = nullptr);
QLabel* figureLabel(const QString& text, QWidget* parent = nullptr);

/// A hairline.
QFrame* hairline(Qt::Orientation orientation, QWidget* parent = nullptr);

/// "1,234", "1.8 G", "12 min", "3.2 MB": numbers as a person reads them, in the program's language.
QString countText(qint64 count);
QString largeCountText(double count);
QString durationText(double seconds);
QString bytesText(qint64 bytes);

} // namespace graft::ui
