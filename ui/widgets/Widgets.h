#pragma once

#include "ui/theme/Theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

class QScrollArea;
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

/// An icon of the theme, as large as `side`; for the eye only.
class IconLabel : public QWidget {
    Q_OBJECT
public:
    IconLabel(const QString& iconName, int side, QWidget* parent = nullptr);
    void setIcon(const QString& iconName);
    /// One of the theme's colours, read whenever it is painted; without one: secondary text.
    void setColor(QColor theme::Palette::*color);
    QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    int m_side;
    QColor theme::Palette::*m_color;
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
    bool isCheckable() const { return m_checkable; }
    bool isChecked() const { return m_checked; }
    void setChecked(bool checked);
    /// As a click or Space: toggles where it can be checked, then says clicked().
    void activate();
    bool isRemovable() const;

Q_SIGNALS:
    void clicked();
    void removed();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    void describe();
    void updateMargins();
    QLabel* m_dot;
    QLabel* m_text;
    QLabel* m_count;
    QToolButton* m_remove;
    bool m_checkable = false;
    bool m_checked = false;
    bool m_pressed = false;
};

/// What an empty page shows: an icon, one sentence, the button that starts it, perhaps a quiet second way.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& iconName, const QString& headline, const QString& sentence,
               QWidget* parent = nullptr);
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

    Kind kind() const { return m_kind; }
    QString text() const;

Q_SIGNALS:
    /// The person closed it.
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fitHeight();

    IconLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
    Kind m_kind = Kind::Note;
};

/// The panel at the right of a page: titled sections under each other, each of which folds; scrolls. Its left
/// edge makes it wider and narrower and folds it away.
class SidePanel : public QFrame {
    Q_OBJECT
public:
    explicit SidePanel(QWidget* parent = nullptr);
    /// A section's content goes into the returned layout.
    QVBoxLayout* addSection(const QString& title);
    QVBoxLayout* layoutOfPanel() const { return m_sections; }

    bool isCollapsed() const { return m_collapsed; }
    void setCollapsed(bool collapsed);
    /// Of the panel when it is not folded away, in pixels; kept between kSmallestWidth and kLargestWidth.
    int panelWidth() const { return m_width; }
    void setPanelWidth(int width);
    static constexpr int kSmallestWidth = 280;
    static constexpr int kLargestWidth = 360;

Q_SIGNALS:
    /// Folded or resized by the person or the program.
    void shapeChanged();

private:
    void applyWidth();

    QScrollArea* m_scroll;
    QVBoxLayout* m_sections;
    int m_width;
    bool m_collapsed = false;
};

/// Labels in the type scale, of plain text.
QLabel* bodyLabel(const QString& text, QWidget* parent = nullptr);
QLabel* secondaryLabel(const QString& text, QWidget* parent = nullptr);
QLabel* figureLabel(const QString& text, QWidget* parent = nullptr);
/// Of a part of a page.
QLabel* headingLabel(const QString& text, QWidget* parent = nullptr);

/// A hairline.
QFrame* hairline(Qt::Orientation orientation, QWidget* parent = nullptr);

/// "1,234", "1.8 G", "12 min", "3.2 MB": numbers as a person reads them, in the program's language.
QString countText(qint64 count);
QString largeCountText(double count);
QString durationText(double seconds);
QString bytesText(qint64 bytes);

} // namespace graft::ui
