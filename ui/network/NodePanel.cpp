#include "ui/network/NodePanel.h"

#include "ui/network/FeatureMaps.h"
#include "ui/network/ImagePicker.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"
#include "ui/widgets/Widgets.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr int kFactsWidth = 216;
constexpr int kFiltersWidth = 236;
constexpr int kWeightsWidth = 172;

QScrollArea* scrolled(QWidget* content, QWidget* parent) {
    auto* scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

QString filterWords(training::FilterKind kind, int count) {
    switch (kind) {
    case training::FilterKind::Colour:
        return NodePanel::tr("Its first %1 filters, as colours").arg(count);
    case training::FilterKind::Mean:
        return NodePanel::tr("Its first %1 filters, mean over inputs").arg(count);
    case training::FilterKind::WeightMatrix:
        return NodePanel::tr("Its 1×1 filters, row by row");
    case training::FilterKind::None:
        break;
    }
    return {};
}

} // namespace

NodePanel::NodePanel(Studio& studio, QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("nodePanel"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, theme::kUnit, 0, 0);
    layout->setSpacing(theme::kBetween);
    layout->addWidget(buildFacts());
    layout->addWidget(hairline(Qt::Vertical, this));
    layout->addWidget(buildMaps(studio), 1);
    setRuns({}, tr("Pretrained weights"));
    connect(m_upTo, &QPushButton::clicked, this, &NodePanel::freezeUpToAsked);
    connect(m_alone, &QPushButton::clicked, this, &NodePanel::freezeAloneAsked);
    connect(m_images, &ImagePicker::chosen, this, &NodePanel::lookAsked);
    connect(m_weights, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            Q_EMIT lookAsked();
    });
}

QWidget* NodePanel::buildFacts() {
    auto* box = new QWidget(this);
    box->setFixedWidth(kFactsWidth);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    m_name = headingLabel({}, box);
    m_name->setObjectName(QStringLiteral("nodeName"));
    m_facts = secondaryLabel({}, box);
    m_facts->setObjectName(QStringLiteral("nodeFacts"));
    m_facts->setWordWrap(true);
    m_hint =
        secondaryLabel(tr("Click a node to see what it costs and what it makes of an image. Double click "
                          "opens a block; a click on its flame or snowflake freezes it alone."),
                       box);
    m_hint->setWordWrap(true);
    m_upTo = new QuietButton(tr("Freeze up to here"), QStringLiteral("snowflake"), box);
    m_upTo->setObjectName(QStringLiteral("freezeUpTo"));
    m_upTo->setToolTip(tr("This and all before it is frozen, what follows learns (F)"));
    m_alone = new QuietButton({}, {}, box);
    m_alone->setObjectName(QStringLiteral("freezeAlone"));
    m_alone->setToolTip(tr("The others stay as they are (Space)"));
    layout->addWidget(m_name);
    layout->addWidget(m_facts);
    layout->addWidget(m_hint);
    layout->addWidget(m_upTo, 0, Qt::AlignLeft);
    layout->addWidget(m_alone, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return box;
}

QWidget* NodePanel::buildMaps(Studio& studio) {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::kBetween);
    grid->setVerticalSpacing(theme::kUnit);
    m_images = new ImagePicker(studio, box);
    m_weights = new QComboBox(box);
    m_weights->setObjectName(QStringLiteral("lookWeights"));
    m_weights->setAccessibleName(tr("Weights to look into"));
    m_weights->setFixedWidth(kWeightsWidth);
    m_mapsTitle = secondaryLabel({}, box);
    m_mapsTitle->setObjectName(QStringLiteral("mapsTitle"));
    m_filtersTitle = secondaryLabel({}, box);
    m_filtersTitle->setFixedWidth(kFiltersWidth);
    m_maps = new FeatureMaps(box);
    m_maps->setObjectName(QStringLiteral("featureMaps"));
    m_filters = new FeatureMaps(box);
    m_filters->setObjectName(QStringLiteral("filters"));
    m_mapsScroll = scrolled(m_maps, box);
    m_filtersScroll = scrolled(m_filters, box);
    m_filtersScroll->setFixedWidth(kFiltersWidth);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::kInside);
    line->addWidget(m_images);
    line->addWidget(m_weights);
    line->addStretch(1);
    grid->addLayout(line, 0, 0, 1, 2);
    grid->addWidget(m_mapsTitle, 1, 0);
    grid->addWidget(m_filtersTitle, 1, 1);
    grid->addWidget(m_mapsScroll, 2, 0);
    grid->addWidget(m_filtersScroll, 2, 1);
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(2, 1);
    m_filtersTitle->hide();
    m_filtersScroll->hide();
    return box;
}

void NodePanel::showPart(const NetworkDrawing& drawing, int part, bool canFreeze) {
    const bool some = part >= 0 && drawing.network;
    m_hint->setVisible(!some);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_facts, m_upTo, m_alone})
        widget->setVisible(some);
    if (!some)
        return showNote({});
    const diagram::Facts& facts = drawing.factsOf(part);
    m_name->setText(QString::fromStdString(drawing.part(part).name));
    QStringList lines{network_words::kind(drawing, part),
                      tr("Output %1").arg(network_words::shape(facts.output))};
    lines += tr("%1 parameters, %2").arg(countText(facts.parameters), network_words::learning(drawing, part));
    if (const QString rate = network_words::rate(drawing, part); !rate.isEmpty())
        lines += tr("learning %1").arg(rate);
    if (facts.multiplyAdds > 0)
        lines += tr("%1 multiply-adds, %2")
                     .arg(largeCountText(double(facts.multiplyAdds)), run_words::percent(facts.share));
    m_facts->setText(lines.join(QChar('\n')));
    const bool frozen = facts.learning == diagram::Learning::Frozen;
    m_alone->setText(frozen ? tr("Let it learn") : tr("Freeze it alone"));
    m_alone->setEnabled(canFreeze);
    m_upTo->setEnabled(!drawing.nothingToFreeze && drawing.part(part).stop >= 0);
}

void NodePanel::showNote(const QString& text) {
    m_mapsTitle->setText(text);
    m_maps->setPlanes({}, {});
    m_filters->setPlanes({}, {});
    m_filtersTitle->hide();
    m_filtersScroll->hide();
}

void NodePanel::showLooking() {
    m_mapsTitle->setText(tr("Looking…"));
}

void NodePanel::showLook(const training::NodeLook& look) {
    const QString node = QString::fromStdString(look.node);
    const bool vector = look.output.size() < 3;
    const QString title = vector ? tr("The %1 values of %2, row by row").arg(look.output.front()).arg(node)
                                 : tr("The first %1 of %2 feature maps of %3")
                                       .arg(look.maps.size())
                                       .arg(look.output.front())
                                       .arg(node);
    m_mapsTitle->setText(title);
    m_maps->setPlanes(title, look.maps);
    const QString filters = filterWords(look.filterKind, int(look.filters.size()));
    m_filtersTitle->setText(filters);
    m_filters->setPlanes(filters, look.filters);
    m_filtersTitle->setVisible(!look.filters.empty());
    m_filtersScroll->setVisible(!look.filters.empty());
}

void NodePanel::showProblem(const QString& message) {
    showNote(message);
}

void NodePanel::setRuns(const std::vector<std::pair<std::string, QString>>& runs, const QString& start) {
    m_filling = true;
    const QString before = m_weights->currentData().toString();
    m_weights->clear();
    m_weights->addItem(start, QString());
    for (const auto& [id, title] : runs)
        m_weights->addItem(title, QString::fromStdString(id));
    m_weights->setCurrentIndex(std::max(0, m_weights->findData(before)));
    m_filling = false;
}

std::string NodePanel::run() const {
    return m_weights->currentData().toString().toStdString();
}

} // namespace graft::ui
