#include "ui/widgets/WrappingCheckBox.h"

#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kNarrowest = 120;
constexpr int kWords = Qt::AlignLeft | Qt::TextWordWrap | Qt::TextShowMnemonic;

} // namespace

WrappingCheckBox::WrappingCheckBox(const QString& text, QWidget* parent) : QCheckBox(text, parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum, QSizePolicy::CheckBox);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int WrappingCheckBox::indent() const {
    return style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) +
           style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this);
}

int WrappingCheckBox::wordsHeight(int width) const {
    return fontMetrics().boundingRect(0, 0, std::max(1, width - indent()), 1 << 16, kWords, text()).height();
}

QSize WrappingCheckBox::minimumSizeHint() const {
    return {kNarrowest, QCheckBox::sizeHint().height()};
}

/// A single line is as high as any check box.
int WrappingCheckBox::heightForWidth(int width) const {
    const int further = wordsHeight(width) - wordsHeight(1 << 16);
    return QCheckBox::sizeHint().height() + std::max(0, further);
}

void WrappingCheckBox::paintEvent(QPaintEvent*) {
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int single = QCheckBox::sizeHint().height();
    QStyleOptionButton box = option;
    box.text.clear();
    box.rect.setHeight(single);
    painter.drawControl(QStyle::CE_CheckBox, box);
    const int line = fontMetrics().height();
    const QRect words = rect().adjusted(indent(), (single - line) / 2, 0, 0);
    style()->drawItemText(&painter, QStyle::visualRect(layoutDirection(), rect(), words), kWords,
                          option.palette, isEnabled(), option.text, QPalette::WindowText);
}

} // namespace graft::ui
