#include "ui/model/AugmentRow.h"

#include "ui/theme/Theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kStrengthWidth = 84;
constexpr double kFewPerCent = 0.1; ///< strengths up to this are shown with a decimal

struct Scale {
    double factor = 1; ///< from the option to what is shown
    int decimals = 1;
    double step = 0.5;
    QString suffix;
};

Scale scaleOf(const dataset::AugmentKind& kind) {
    using enum dataset::AugmentUnit;
    switch (kind.unit) {
    case Share:
        if (kind.high <= kFewPerCent)
            return {100, 1, 0.5, AugmentRow::tr(" %", "per cent behind a number")};
        return {100, 0, kind.high < 1 ? 1.0 : 5.0, AugmentRow::tr(" %", "per cent behind a number")};
    case Degrees:
        return {1, 0, 5, QStringLiteral("°")};
    case Pixels:
        return {1, 1, 0.5, AugmentRow::tr(" px", "pixels behind a number")};
    case None:
        break;
    }
    const bool whole = kind.high >= 100;
    return {1, whole ? 0 : 1, whole ? 5 : 0.5, {}};
}

} // namespace

AugmentRow::AugmentRow(dataset::AugmentKind kind, QWidget* parent)
    : QWidget(parent), m_kind(std::move(kind)),
      m_on(new QCheckBox(QString::fromStdString(m_kind.title), this)) {
    const QString tip = QString::fromStdString(m_kind.tip);
    m_on->setObjectName(QString::fromLatin1(m_kind.name));
    m_on->setToolTip(tip);
    m_on->setAccessibleDescription(tip);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    layout->addWidget(m_on, 1);
    if (std::holds_alternative<dataset::AugmentKind::Strength>(m_kind.member)) {
        buildStrength();
        layout->addWidget(m_strength);
    }
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) {
        if (m_strength)
            m_strength->setEnabled(on);
        Q_EMIT edited();
    });
    showOptions({});
}

void AugmentRow::buildStrength() {
    const Scale scale = scaleOf(m_kind);
    m_strength = new QDoubleSpinBox(this);
    m_strength->setObjectName(QString::fromLatin1(m_kind.name) + QStringLiteral("Strength"));
    m_strength->setAccessibleName(tr("%1, strength").arg(m_on->text()));
    m_strength->setToolTip(m_on->toolTip());
    m_strength->setDecimals(scale.decimals);
    m_strength->setSingleStep(scale.step);
    m_strength->setSuffix(scale.suffix);
    m_strength->setKeyboardTracking(false);
    m_strength->setFixedWidth(kStrengthWidth);
    // Off is the box beside it.
    const double least = scale.decimals > 0 ? 0.1 : 1;
    const double low = m_kind.low * scale.factor, high = m_kind.high * scale.factor;
    m_strength->setRange(m_kind.off == m_kind.low ? low + least : low,
                         m_kind.off == m_kind.high ? high - least : high);
    m_strength->setValue(m_kind.usual * scale.factor);
    connect(m_strength, &QDoubleSpinBox::valueChanged, this, &AugmentRow::edited);
}

void AugmentRow::showOptions(const dataset::AugmentOptions& options) {
    const QSignalBlocker quietBox(m_on);
    m_on->setChecked(m_kind.on(options));
    if (!m_strength)
        return;
    const QSignalBlocker quietStrength(m_strength);
    const double strength = options.*std::get<dataset::AugmentKind::Strength>(m_kind.member);
    m_strength->setValue((m_on->isChecked() ? strength : m_kind.usual) * scaleOf(m_kind).factor);
    m_strength->setEnabled(m_on->isChecked());
}

void AugmentRow::writeTo(dataset::AugmentOptions& options) const {
    if (m_strength)
        options.*std::get<dataset::AugmentKind::Strength>(m_kind.member) =
            m_on->isChecked() ? m_strength->value() / scaleOf(m_kind).factor : m_kind.off;
    else
        options.*std::get<dataset::AugmentKind::Switch>(m_kind.member) = m_on->isChecked();
}

bool AugmentRow::on() const {
    return m_on->isChecked();
}

} // namespace graft::ui
