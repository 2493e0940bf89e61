#pragma once

#include <QCheckBox>

namespace graft::ui {

/// A check box whose words take further lines where one is too narrow for them.
class WrappingCheckBox : public QCheckBox {
    Q_OBJECT
public:
    explicit WrappingCheckBox(const QString& text, QWidget* parent = nullptr);
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }
    void paintEvent(QPaintEvent* event) override;

private:
    /// Left of the words.
    int indent() const;
    int wordsHeight(int width) const;
};

} // namespace graft::ui
