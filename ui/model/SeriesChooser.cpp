#include "ui/model/SeriesChooser.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

namespace graft::ui {
namespace {

constexpr int kUsual = 5;

} // namespace

SeriesChooser::SeriesChooser(QWidget* parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_count(new QSpinBox(this)) {
    setObjectName(QStringLiteral("seriesChooser"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kInside);
    m_kind->setObjectName(QStringLiteral("seriesKind"));
    m_kind->setAccessibleName(tr("How often to train"));
    m_kind->addItem(tr("Once"));
    m_kind->addItem(tr("Repeat with"));
    m_kind->addItem(tr("Cross-validation with"));
    m_kind->setItemData(0, tr("One run with these options."), Qt::ToolTipRole);
    m_kind->setItemData(1,
                        tr("The same training with several seeds: tells how much of a result is luck. Takes "
                           "as many times as long."),
                        Qt::ToolTipRole);
    m_kind->setItemData(2,
                        tr("Every training and validation image is checked once by a run that has not learnt "
                           "from it: the surest figure where images are few. Takes as many times as long."),
                        Qt::ToolTipRole);
    m_count->setObjectName(QStringLiteral("seriesCount"));
    m_count->setRange(kFewest, kMost);
    m_count->setValue(kUsual);
    line->addWidget(m_kind);
    line->addWidget(m_count);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SeriesChooser::refresh);
    connect(m_count, &QSpinBox::valueChanged, this, &SeriesChooser::changed);
    refresh();
}

void SeriesChooser::choose(Kind kind, int count) {
    m_count->setValue(count);
    m_kind->setCurrentIndex(int(kind));
}

SeriesChooser::Kind SeriesChooser::kind() const {
    return Kind(m_kind->currentIndex());
}

int SeriesChooser::runs() const {
    return kind() == Kind::Once ? 1 : m_count->value();
}

QString SeriesChooser::sentence(double seconds) const {
    if (kind() == Kind::Once)
        return {};
    const QString what =
        kind() == Kind::Seeds
            ? tr("%1 runs that differ in the seed alone. Their mean, and how far they vary, say how much of "
                 "a result is luck.")
            : tr("%1 runs, each checked on another part of the training and validation images and learning "
                 "from the others. Groups and copies stay together, test images stay out.");
    const QString text = what.arg(countText(runs()));
    return seconds > 0 ? tr("%1 About %2 in all.").arg(text, durationText(seconds * runs())) : text;
}

void SeriesChooser::refresh() {
    m_count->setVisible(kind() != Kind::Once);
    m_count->setSuffix(kind() == Kind::Folds ? tr(" folds") : tr(" seeds"));
    m_count->setAccessibleName(kind() == Kind::Folds ? tr("How many folds") : tr("How many seeds"));
    m_count->setToolTip(m_kind->currentData(Qt::ToolTipRole).toString());
    m_kind->setToolTip(m_kind->currentData(Qt::ToolTipRole).toString());
    Q_EMIT changed();
}

} // namespace graft::ui
