#pragma once

#include <QAbstractButton>

namespace graft::ui {

/// An entry of the rail: icon over word, and what it has to tell: not ready, a count, a ring of progress.
class RailButton : public QAbstractButton {
    Q_OBJECT
public:
    RailButton(const QString& iconName, const QString& text, QWidget* parent = nullptr);

    /// Empty: ready. It can be pressed all the same, for the page leads to what is missing.
    void setReason(const QString& reason);
    const QString& reason() const { return m_reason; }
    /// How it is reached by keyboard, for the tool tip.
    void setShortcutText(const QString& text);
    /// 0: none.
    void setCount(int count);
    int count() const { return m_count; }
    /// 0…1; negative: none. Of something whose extent is not known: kUnknown.
    void setProgress(double progress);
    double progress() const { return m_progress; }
    static constexpr double kUnknown = 2;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void describe();
    void paintGround(QPainter& painter) const;
    void paintIcon(QPainter& painter, const QRect& place) const;
    void paintCount(QPainter& painter, const QRect& icon) const;
    void paintRing(QPainter& painter, const QRect& icon) const;

    QString m_iconName;
    QString m_reason;
    QString m_shortcut;
    int m_count = 0;
    double m_progress = -1;
};

} // namespace graft::ui
