// How the page of ModelPage.cpp is put together.
#include "ui/model/ModelPage.h"

#include "ui/frame/MachineFacts.h"
#include "ui/frame/Studio.h"
#include "ui/model/AugmentPreview.h"
#include "ui/model/BackboneSpace.h"
#include "ui/model/CardGrid.h"
#include "ui/model/FreezeSlider.h"
#include "ui/model/OptionsForm.h"
#include "ui/model/RateSearch.h"
#include "ui/model/WeightsSection.h"
#include "ui/network/NetworkSection.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

QPushButton* filterButton(const QString& name, QButtonGroup* group, QWidget* parent) {
    auto* button = new QuietButton({}, {}, parent);
    button->setCheckable(true);
    button->setObjectName(name);
    group->addButton(button);
    return button;
}

} // namespace

QWidget* ModelPage::buildCards() {
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::kInside);
    auto* group = new QButtonGroup(box);
    m_onlyReady = filterButton(QStringLiteral("onlyReady"), group, box);
    m_all = filterButton(QStringLiteral("allModels"), group, box);
    line->addWidget(m_onlyReady);
    line->addWidget(m_all);
    m_network = new NetworkSection(m_studio, box);
    line->addWidget(m_network->tools(), 100);
    line->addStretch(1);
    auto* views = new QButtonGroup(box);
    m_showCards = filterButton(QStringLiteral("showCards"), views, box);
    m_showCards->setText(tr("Cards"));
    m_showCards->setToolTip(tr("The backbones to choose from"));
    m_showNetwork = filterButton(QStringLiteral("showNetwork"), views, box);
    m_showNetwork->setText(tr("Network"));
    m_showNetwork->setToolTip(tr("The chosen backbone, node by node"));
    m_showCards->setChecked(true);
    line->addWidget(m_showCards);
    line->addWidget(m_showNetwork);
    layout->addLayout(line);
    m_cards = new CardGrid(box);
    m_cards->setBackbones(m_backbones);
    m_space = new BackboneSpace(m_cards, m_network, box);
    layout->addWidget(m_space, 1);
    connect(m_onlyReady, &QPushButton::toggled, m_cards, &CardGrid::setOnlyReady);
    const bool someReady = m_cards->readyCount() > 0;
    (someReady ? m_onlyReady : m_all)->setChecked(true);
    return box;
}

QWidget* ModelPage::buildFreeze() {
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    auto* line = new QHBoxLayout;
    auto* title = bodyLabel(tr("What learns"), box);
    title->setFont(theme::font(theme::TextSize::Lead, QFont::DemiBold));
    m_counts = bodyLabel({}, box);
    m_counts->setObjectName(QStringLiteral("freezeCounts"));
    m_counts->setFont(theme::tabularFont(theme::TextSize::Body));
    line->addWidget(title);
    line->addStretch(1);
    line->addWidget(m_counts);
    layout->addLayout(line);
    m_freeze = new FreezeSlider(box);
    layout->addWidget(m_freeze);
    m_advice = secondaryLabel({}, box);
    m_advice->setObjectName(QStringLiteral("freezeAdvice"));
    m_advice->setWordWrap(true);
    m_timeNote = secondaryLabel({}, box);
    m_timeNote->setObjectName(QStringLiteral("timeNote"));
    m_timeNote->setWordWrap(true);
    layout->addWidget(m_advice);
    layout->addWidget(m_timeNote);
    m_seriesNote = secondaryLabel({}, box);
    m_seriesNote->setObjectName(QStringLiteral("seriesNote"));
    m_seriesNote->setWordWrap(true);
    m_seriesNote->hide();
    layout->addWidget(m_seriesNote);
    return box;
}

QWidget* ModelPage::buildPanel() {
    auto* panel = new SidePanel(this);
    panel->setObjectName(QStringLiteral("optionsPanel"));
    m_weights = new WeightsSection(m_studio.zoo(), panel);
    panel->addSection(tr("Weights"))->addWidget(m_weights);
    m_preview = new AugmentPreview(panel);
    m_search = new RateSearch(m_studio, panel);
    m_form = new OptionsForm(m_preview, m_search, panel);
    auto* training = panel->addSection(tr("Training"));
    training->addWidget(m_form);
    training->addStretch(1);
    return panel;
}

void ModelPage::setMachine(MachineFacts& machine) {
    m_form->setMachine(machine.machine());
    connect(&machine, &MachineFacts::known, m_form,
            [form = m_form, &machine] { form->setMachine(machine.machine()); });
}

QWidget* ModelPage::buildWork() {
    auto* work = new QWidget(this);
    auto* columns = new QHBoxLayout(work);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(theme::kBetween);
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::kInside);
    m_message = new InlineMessage(work);
    m_message->setObjectName(QStringLiteral("modelMessage"));
    m_message->hide();
    left->addWidget(m_message);
    left->addWidget(buildCards(), 1);
    left->addWidget(hairline(Qt::Horizontal, work));
    left->addWidget(buildFreeze());
    columns->addLayout(left, 1);
    columns->addWidget(buildPanel());
    return work;
}

} // namespace graft::ui
