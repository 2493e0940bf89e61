#include "ui/model/WeightsSection.h"

#include "ui/data/FlowLayout.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"
#include "ui/widgets/Widgets.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kProgressSteps = 1000;

} // namespace

WeightsSection::WeightsSection(const zoo::Zoo& zoo, QWidget* parent)
    : QWidget(parent), m_zoo(zoo), m_choice(new QComboBox(this)), m_details(secondaryLabel({}, this)),
      m_scratch(secondaryLabel({}, this)),
      m_download(new QuietButton(tr("Download"), QStringLiteral("download"), this)),
      m_import(new QuietButton(tr("Import file…"), QStringLiteral("folder"), this)),
      m_progress(new QProgressBar(this)), m_activity(secondaryLabel({}, this)),
      m_message(new InlineMessage(this)) {
    setObjectName(QStringLiteral("weightsSection"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    m_choice->setObjectName(QStringLiteral("weightsChoice"));
    m_choice->setAccessibleName(tr("Weights to start from"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_download->setObjectName(QStringLiteral("downloadButton"));
    m_import->setObjectName(QStringLiteral("importWeights"));
    m_import->setToolTip(tr("Takes a .safetensors or .pth file with the tensors of this network"));
    m_progress->setObjectName(QStringLiteral("fetchProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(theme::kUnit);
    m_progress->setRange(0, kProgressSteps);
    m_message->setObjectName(QStringLiteral("weightsMessage"));
    m_scratch->setText(tr(
        "From scratch needs thousands of images and many epochs; with a small dataset it stays far behind. "
        "Good for seeing what the pretrained weights are worth."));
    for (QLabel* label : {m_details, m_scratch, m_activity})
        label->setWordWrap(true);
    layout->addWidget(m_choice);
    layout->addWidget(m_details);
    layout->addWidget(m_scratch);
    auto* buttons = new FlowLayout(nullptr, theme::kInside);
    buttons->addWidget(m_download);
    buttons->addWidget(m_import);
    layout->addLayout(buttons);
    layout->addWidget(m_progress);
    layout->addWidget(m_activity);
    layout->addWidget(m_message);
    m_message->hide();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        clearError();
        refresh();
        Q_EMIT chosen(weights());
    });
    connect(m_download, &QPushButton::clicked, this,
            [this] { m_fetching ? Q_EMIT cancelRequested() : Q_EMIT downloadRequested(); });
    connect(m_import, &QPushButton::clicked, this, &WeightsSection::importRequested);
    setFetching(-1, {});
}

void WeightsSection::setBackbone(const Backbone& backbone, const std::string& weights) {
    m_filling = true;
    m_choice->clear();
    for (const zoo::WeightsEntry* entry : backbone.weights)
        m_choice->addItem(QString::fromStdString(entry->title), QString::fromStdString(entry->id));
    m_choice->addItem(tr("From scratch (no pretrained weights)"), QString());
    const bool scratch = weights.empty() || weights == "none";
    const int index = m_choice->findData(scratch ? QString() : QString::fromStdString(weights));
    m_choice->setCurrentIndex(std::max(0, index));
    m_filling = false;
    refresh();
}

std::string WeightsSection::weights() const {
    return m_choice->currentData().toString().toStdString();
}

const zoo::WeightsEntry* WeightsSection::entry() const {
    const std::string id = weights();
    return id.empty() ? nullptr : m_zoo.entry(id);
}

bool WeightsSection::ready() const {
    const zoo::WeightsEntry* chosen = entry();
    return !chosen || m_zoo.present(*chosen);
}

QString WeightsSection::details(const zoo::WeightsEntry& entry) const {
    QStringList lines{QString::fromStdString(zoo::originText(entry))};
    QStringList facts{tr("Licence %1").arg(QString::fromStdString(entry.license)), bytesText(entry.bytes)};
    facts << (entry.imagenetTop1 > 0 ? tr("%1 on ImageNet").arg(run_words::percent(entry.imagenetTop1 / 100))
                                     : tr("ImageNet accuracy not published"));
    lines << facts.join(QStringLiteral(" · "));
    return lines.join(QChar('\n'));
}

void WeightsSection::refresh() {
    const zoo::WeightsEntry* chosen = entry();
    m_details->setText(chosen ? details(*chosen) : QString());
    m_details->setVisible(chosen);
    m_scratch->setVisible(!chosen);
    const bool missing = chosen && !m_zoo.present(*chosen);
    m_download->setVisible(missing);
    m_import->setVisible(missing);
    m_import->setEnabled(!m_fetching);
    m_download->setText(m_fetching ? tr("Cancel") : tr("Download"));
}

void WeightsSection::setFetching(double progress, const QString& activity) {
    m_fetching = progress >= 0;
    m_progress->setVisible(m_fetching);
    m_activity->setVisible(m_fetching && !activity.isEmpty());
    m_activity->setText(activity);
    m_progress->setValue(int(std::clamp(progress, 0.0, 1.0) * kProgressSteps));
    refresh();
}

void WeightsSection::showError(const QString& message) {
    m_message->show(InlineMessage::Kind::Error, message);
}

void WeightsSection::clearError() {
    m_message->hide();
}

} // namespace graft::ui
