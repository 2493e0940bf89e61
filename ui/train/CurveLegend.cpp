#include "ui/train/CurveLegend.h"

#include "annotation/LabelClass.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace graft::ui {
namespace {

constexpr int kBlue = 4; ///< places in the palette of Okabe and Ito
constexpr int kOrange = 0;

QIcon swatch(const QColor& color, bool thin) {
    QPixmap pixmap(48, 48);
    pixmap.setDevicePixelRatio(3);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, thin ? 1.75 : 2.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(2, 8), QPointF(14, 8));
    return QIcon(pixmap);
}

} // namespace

QColor CurveLegend::color(bool training) {
    return theme::classColor(annotation::paletteColor(training ? kOrange : kBlue));
}

CurveLegend::CurveLegend(QWidget* parent)
    : QWidget(parent), m_training(build(true)), m_validation(build(false)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    layout->addWidget(m_training);
    layout->addWidget(m_validation);
    describe();
    paintSwatches();
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &CurveLegend::paintSwatches);
}

QToolButton* CurveLegend::build(bool training) {
    auto* button = new QToolButton(this);
    button->setText(training ? tr("Training") : tr("Validation"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoRaise(true);
    button->setProperty("legend", true);
    button->setObjectName(training ? QStringLiteral("trainingLegend") : QStringLiteral("validationLegend"));
    button->setAccessibleName(training ? tr("Training curve") : tr("Validation curve"));
    connect(button, &QToolButton::toggled, this,
            [this, training](bool shown) { Q_EMIT toggled(training, shown); });
    return button;
}

bool CurveLegend::shown(bool training) const {
    return button(training)->isChecked();
}

void CurveLegend::setShown(bool training, bool shown) {
    button(training)->setChecked(shown);
}

void CurveLegend::setKeptApart(bool apart) {
    if (apart == m_apart)
        return;
    m_apart = apart;
    describe();
}

QString CurveLegend::name(bool training) const {
    if (!m_apart)
        return training ? tr("Training") : tr("Validation");
    return training ? tr("Training (newest weights)") : tr("Validation (kept weights)");
}

void CurveLegend::describe() {
    const QString hide = tr("Show or hide this curve");
    const QString meanings[] = {
        tr("Of the weights that are validated and kept: an average, or a point on the "
           "way back to the start."),
        tr("Of the newest weights, as each step left them.")};
    for (const bool training : {false, true}) {
        const QString meaning = m_apart ? meanings[training] : QString();
        button(training)->setToolTip(meaning.isEmpty() ? hide : meaning + QChar('\n') + hide);
        button(training)->setAccessibleDescription(button(training)->toolTip());
    }
}

void CurveLegend::paintSwatches() {
    for (const bool training : {false, true})
        button(training)->setIcon(swatch(color(training), training));
}

} // namespace graft::ui
