#include "ui/model/AugmentForm.h"

#include "ui/model/AugmentPreview.h"
#include "ui/model/AugmentRow.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QApplication>
#include <QComboBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {
namespace {

QString groupTitle(dataset::AugmentGroup group) {
    using enum dataset::AugmentGroup;
    switch (group) {
    case Geometry:
        return AugmentForm::tr("Place and shape");
    case Colour:
        return AugmentForm::tr("Light and colour");
    case Quality:
        return AugmentForm::tr("Quality");
    case Erase:
        return AugmentForm::tr("Covering");
    case Automatic:
        return AugmentForm::tr("Automatic");
    }
    return {};
}

QLabel* smallTitle(const QString& text, QWidget* parent) {
    auto* title = secondaryLabel(text, parent);
    title->setFont(theme::font(theme::TextSize::Small, QFont::DemiBold));
    return title;
}

} // namespace

AugmentForm::AugmentForm(AugmentPreview* preview, QWidget* parent)
    : QWidget(parent), m_presetList(dataset::augmentPresets()) {
    setObjectName(QStringLiteral("augmentForm"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    auto* title = bodyLabel(tr("Vary the training images"), this);
    title->setFont(theme::font(theme::TextSize::Body, QFont::DemiBold));
    layout->addWidget(title);
    buildPresets(*layout);
    buildPreview(*layout, preview);
    buildChanges(*layout);
    showOptions();
}

void AugmentForm::buildPresets(QVBoxLayout& layout) {
    m_presets = new QComboBox(this);
    m_presets->setObjectName(QStringLiteral("augmentPreset"));
    m_presets->setAccessibleName(tr("How the training images vary"));
    m_presets->setToolTip(tr("A choice of changes that suits the kind of images."));
    m_presets->setAccessibleDescription(m_presets->toolTip());
    for (const dataset::AugmentPreset& preset : m_presetList)
        m_presets->addItem(QString::fromStdString(preset.title), QString::fromLatin1(preset.name));
    m_presets->addItem(tr("Own choice"));
    layout.addWidget(m_presets);
    m_reason = secondaryLabel({}, this);
    m_reason->setObjectName(QStringLiteral("augmentReason"));
    m_reason->setWordWrap(true);
    layout.addWidget(m_reason);
    connect(m_presets, &QComboBox::activated, this, &AugmentForm::choosePreset);
}

void AugmentForm::buildPreview(QVBoxLayout& layout, AugmentPreview* preview) {
    layout.addWidget(preview);
    auto* caption = secondaryLabel(preview->caption(), this);
    caption->setObjectName(QStringLiteral("previewCaption"));
    caption->setFont(theme::font(theme::TextSize::Small));
    caption->setWordWrap(true);
    layout.addWidget(caption);
    connect(preview, &AugmentPreview::shown, caption,
            [caption, preview] { caption->setText(preview->caption()); });
    m_mixing = secondaryLabel({}, this);
    m_mixing->setObjectName(QStringLiteral("augmentMixing"));
    m_mixing->setFont(theme::font(theme::TextSize::Small));
    m_mixing->setWordWrap(true);
    m_mixing->hide();
    layout.addWidget(m_mixing);
}

void AugmentForm::buildChanges(QVBoxLayout& layout) {
    m_bands = secondaryLabel({}, this);
    m_bands->setObjectName(QStringLiteral("augmentBands"));
    m_bands->setWordWrap(true);
    m_bands->hide();
    layout.addWidget(m_bands);
    m_fold = new QToolButton(this);
    m_fold->setObjectName(QStringLiteral("augmentToggle"));
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    layout.addWidget(m_fold);
    auto* box = new QWidget(this);
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(theme::kUnit);
    for (const dataset::AugmentKind& kind : dataset::augmentKinds()) {
        const QString group = groupTitle(kind.group);
        if (m_rows.empty() || m_rows.back()->property("group") != group) {
            if (!m_rows.empty())
                inside->addSpacing(theme::kInside);
            inside->addWidget(smallTitle(group, box));
        }
        auto* row = new AugmentRow(kind, box);
        row->setProperty("group", group);
        inside->addWidget(row);
        m_rows.push_back(row);
        connect(row, &AugmentRow::edited, this, [this, row] {
            row->writeTo(m_options);
            showOptions();
            Q_EMIT changed();
        });
    }
    box->setVisible(false);
    layout.addWidget(box);
    connect(m_fold, &QToolButton::toggled, box, [this, box](bool open) {
        box->setVisible(open);
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
}

void AugmentForm::choosePreset() {
    const auto chosen = std::size_t(m_presets->currentIndex());
    if (chosen < m_presetList.size() && !(m_options == m_presetList[chosen].options)) {
        m_options = m_presetList[chosen].options;
        showOptions();
        Q_EMIT changed();
        return;
    }
    if (chosen >= m_presetList.size())
        m_fold->setChecked(true);
    showOptions();
}

void AugmentForm::showPreset(const QString& name) {
    if (const int index = m_presets->findData(name); index >= 0) {
        m_presets->setCurrentIndex(index);
        choosePreset();
    }
    m_fold->setChecked(true);
    QWidget* above = parentWidget();
    while (above && !qobject_cast<QScrollArea*>(above))
        above = above->parentWidget();
    if (auto* area = qobject_cast<QScrollArea*>(above)) {
        QApplication::sendPostedEvents(); // the layout of what was unfolded
        area->verticalScrollBar()->setValue(mapTo(area->widget(), QPoint()).y());
    }
}

void AugmentForm::setOptions(const dataset::AugmentOptions& options) {
    m_options = options;
    showOptions();
}

void AugmentForm::setBands(int bands) {
    m_bands->setVisible(bands > 0);
    m_bands->setText(tr("All %1 channels are moved and varied alike; strength and shade of colours and local "
                        "contrast change the first three alone, and JPEG none. The pictures show the first "
                        "three.")
                         .arg(bands));
}

void AugmentForm::setMixing(bool mixup, bool cutMix) {
    m_mixing->setVisible(mixup || cutMix);
    m_mixing->setText(mixup && cutMix
                          ? tr("Mixup and CutMix then mix images with each other: not shown here.")
                      : mixup ? tr("Mixup then blends images with each other: not shown here.")
                              : tr("CutMix then pastes parts of one image into another: not shown here."));
}

void AugmentForm::showOptions() {
    for (AugmentRow* row : m_rows)
        row->showOptions(m_options);
    const auto preset = std::ranges::find(m_presetList, m_options, &dataset::AugmentPreset::options);
    const QSignalBlocker quiet(m_presets);
    m_presets->setCurrentIndex(int(preset - m_presetList.begin()));
    m_reason->setText(
        preset != m_presetList.end()
            ? QString::fromStdString(preset->reason)
            : tr("Choose only what could occur in reality: the preview shows what comes of it."));
    const auto on = std::ranges::count_if(m_rows, &AugmentRow::on);
    m_fold->setText(on > 0 ? tr("Single changes (%1 on)").arg(int(on)) : tr("Single changes"));
}

} // namespace graft::ui
