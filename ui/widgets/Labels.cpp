#include "ui/widgets/Widgets.h"

#include <QPainter>

namespace graft::ui {
namespace {

QLabel* label(const QString& text, const QFont& font, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    return label;
}

class Hairline : public QFrame {
public:
    Hairline(Qt::Orientation orientation, QWidget* parent) : QFrame(parent) {
        setFrameShape(QFrame::NoFrame);
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), theme::palette().hairline); }
};

} // namespace

QLabel* bodyLabel(const QString& text, QWidget* parent) {
    return label(text, theme::font(theme::TextSize::Body), parent);
}

// The role for secondary text, so that it follows the scheme.
QLabel* secondaryLabel(const QString& text, QWidget* parent) {
    QLabel* secondary = bodyLabel(text, parent);
    secondary->setForegroundRole(QPalette::PlaceholderText);
    return secondary;
}

QLabel* figureLabel(const QString& text, QWidget* parent) {
    QFont font = theme::tabularFont(theme::TextSize::Figure);
    font.setWeight(QFont::DemiBold);
    return label(text, font, parent);
}

QLabel* headingLabel(const QString& text, QWidget* parent) {
    return label(text, theme::font(theme::TextSize::Lead, QFont::DemiBold), parent);
}

QFrame* hairline(Qt::Orientation orientation, QWidget* parent) {
    return new Hairline(orientation, parent);
}

} // namespace graft::ui
