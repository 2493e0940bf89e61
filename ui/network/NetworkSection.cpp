#include "ui/network/NetworkSection.h"

#include "base/Files.h"
#include "ui/frame/Studio.h"
#include "ui/network/ImagePicker.h"
#include "ui/network/NetworkExport.h"
#include "ui/network/NodeLooker.h"
#include "ui/network/NodePanel.h"
#include "ui/theme/Theme.h"
#include "ui/train/RunLibrary.h"
#include "ui/train/RunWords.h"
#include "ui/widgets/Widgets.h"

#include <QBuffer>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

namespace graft::ui {
namespace {

constexpr int kRestMs = 120;
constexpr int kPanelHeight = 192;
constexpr int kSearchWidth = 220;
constexpr double kPixels = 2; ///< of a picture for each of the drawing

} // namespace

NetworkSection::NetworkSection(Studio& studio, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_runs(RunLibrary::of(studio)),
      m_looker(new NodeLooker(studio, this)), m_view(new NetworkView(this)),
      m_panel(new NodePanel(studio, this)) {
    setObjectName(QStringLiteral("networkSection"));
    m_tools = buildTools();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kInside);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_panel);
    m_panel->setFixedHeight(kPanelHeight);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &NetworkSection::look);
    connect(m_view, &NetworkView::choiceMade, this, &NetworkSection::choiceMade);
    connect(m_view, &NetworkView::laidOut, this, &NetworkSection::makeSomethingCurrent);
    connect(m_view, &NetworkView::currentChanged, this, [this] {
        refreshPanel();
        m_rest.start();
    });
    connect(m_panel, &NodePanel::freezeUpToAsked, this, [this] { m_view->freezeUpTo(m_view->current()); });
    connect(m_panel, &NodePanel::freezeAloneAsked, this, [this] { m_view->toggleFrozen(m_view->current()); });
    connect(m_panel, &NodePanel::lookAsked, &m_rest, qOverload<>(&QTimer::start));
    connect(m_looker, &NodeLooker::found, m_panel, &NodePanel::showLook);
    connect(m_looker, &NodeLooker::failed, m_panel, &NodePanel::showProblem);
    connect(&m_runs, &RunLibrary::changed, this, &NetworkSection::refreshRuns);
    connect(&studio, &Studio::projectChanged, this, [this] { m_panel->images().refresh(); });
    connect(&studio, &Studio::projectOpened, this, [this] { m_panel->images().refresh(); });
    refreshPanel();
}

QWidget* NetworkSection::buildTools() {
    auto* box = new QWidget(this);
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(theme::kInside);
    m_search = new QLineEdit(box);
    m_search->setObjectName(QStringLiteral("networkSearch"));
    m_search->setPlaceholderText(tr("Find a node: layer3, Conv2d…"));
    m_search->setAccessibleName(tr("Find a node by name or operation"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(kSearchWidth);
    m_count = secondaryLabel({}, box);
    m_count->setObjectName(QStringLiteral("networkFound"));
    auto* openAll = new QuietButton(tr("Open all"), {}, box);
    openAll->setObjectName(QStringLiteral("openAll"));
    auto* foldAll = new QuietButton(tr("Fold all"), {}, box);
    foldAll->setObjectName(QStringLiteral("foldAll"));
    auto* fit = new IconButton(QStringLiteral("zoom-fit"), tr("Show the whole network (0)"), box);
    auto* in = new IconButton(QStringLiteral("zoom-in"), tr("Larger (+)"), box);
    auto* out = new IconButton(QStringLiteral("zoom-out"), tr("Smaller (−)"), box);
    auto* save = new IconButton(QStringLiteral("save"), tr("Save the drawing as SVG or PNG"), box);
    auto* menu = new QMenu(save);
    menu->addAction(tr("Save as SVG…"), this, [this] { this->save(true); });
    menu->addAction(tr("Save as PNG…"), this, [this] { this->save(false); });
    save->setMenu(menu);
    save->setPopupMode(QToolButton::InstantPopup);
    line->addWidget(m_search);
    line->addWidget(m_count);
    line->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{openAll, foldAll, out, in, fit, save})
        line->addWidget(widget);
    connect(m_search, &QLineEdit::textChanged, this, &NetworkSection::search);
    connect(m_search, &QLineEdit::returnPressed, this, &NetworkSection::nextFound);
    connect(openAll, &QPushButton::clicked, m_view, &NetworkView::openAll);
    connect(foldAll, &QPushButton::clicked, m_view, &NetworkView::foldAll);
    connect(fit, &QToolButton::clicked, m_view, &NetworkView::fit);
    const auto middle = [this] { return QPointF(m_view->width() / 2.0, m_view->height() / 2.0); };
    connect(in, &QToolButton::clicked, this, [this, middle] { m_view->zoomBy(1.25, middle()); });
    connect(out, &QToolButton::clicked, this, [this, middle] { m_view->zoomBy(0.8, middle()); });
    auto* find = new QShortcut(QKeySequence::Find, m_view, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
    return box;
}

void NetworkSection::setOptions(const training::TrainingOptions& options, int classes, int side, bool ready) {
    const graph::Architecture* architecture = graph::findArchitecture(options.model);
    if (!architecture)
        return;
    const bool scratch = options.weights.empty() || options.weights == "none";
    const bool other =
        options.model != m_options.model || options.weights != m_options.weights || ready != m_ready;
    m_options = options;
    m_ready = ready || scratch;
    m_view->setNetwork(*architecture, classes, side, training::inputChannels(options));
    m_view->setChoice(graph::FreezeChoice::read(options.freeze), scratch);
    m_view->setLearning(options.learning);
    refreshPanel();
    if (!other)
        return;
    refreshRuns();
    m_search->clear();
    m_rest.start();
}

void NetworkSection::setWhole(bool whole) {
    m_tools->setVisible(whole);
    m_panel->setVisible(whole);
    makeSomethingCurrent();
    if (whole)
        m_rest.start();
}

/// Else the panel would be empty at first.
void NetworkSection::makeSomethingCurrent() {
    const auto& boxes = m_view->drawing().layout.boxes;
    if (m_panel->isVisible() && m_view->current() < 0 && boxes.size() > 1)
        m_view->setCurrent(boxes[1].part);
}

void NetworkSection::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_panel->images().refresh();
}

void NetworkSection::reveal(const std::string& node) {
    const auto& network = m_view->drawing().network;
    if (!network)
        return;
    if (const auto index = network->graph.find(node))
        m_view->reveal(network->outline.partOf(*index));
}

bool NetworkSection::settled() const {
    return !isVisible() || (m_view->settled() && !m_rest.isActive() && !m_looker->looking());
}

void NetworkSection::search() {
    const auto& network = m_view->drawing().network;
    m_found = network ? network->outline.search(network->graph, m_search->text().toStdString())
                      : std::vector<int>();
    m_foundAt = -1;
    m_view->setFound(m_found);
    m_count->setText(m_search->text().isEmpty() ? QString()
                     : m_found.empty()          ? tr("not found")
                                                : tr("%1 found; Enter goes to the next").arg(m_found.size()));
}

void NetworkSection::nextFound() {
    if (m_found.empty())
        return;
    m_foundAt = (m_foundAt + 1) % int(m_found.size());
    m_view->reveal(m_found[std::size_t(m_foundAt)]);
    m_count->setText(tr("%1 of %2").arg(m_foundAt + 1).arg(m_found.size()));
}

void NetworkSection::refreshPanel() {
    const int part = m_view->current();
    m_panel->showPart(m_view->drawing(), part, m_view->canFreeze(part));
}

void NetworkSection::refreshRuns() {
    std::vector<std::pair<std::string, QString>> runs;
    for (const runs::RunRecord& run : m_runs.runs()) {
        const auto options = training::optionsFromJson(run.optionsJson);
        if (options && options->model == m_options.model && run_words::evaluable(run))
            runs.emplace_back(run.id,
                              tr("Run of %1").arg(run_words::title(run).section(QStringLiteral(" · "), 1)));
    }
    const bool scratch = m_options.weights.empty() || m_options.weights == "none";
    m_panel->setRuns(runs, scratch ? tr("Random weights") : tr("Pretrained weights"));
}

void NetworkSection::look() {
    const int part = m_view->current();
    if (part < 0 || !m_panel->isVisible() || !m_studio.project())
        return;
    const project::ImageRecord* image = m_studio.project()->image(m_panel->images().current());
    if (!image)
        return m_panel->showProblem(tr("The project has no image to look at."));
    if (m_panel->run().empty() && !m_ready)
        return m_panel->showProblem(tr("Download the weights to see what the network makes of an image."));
    const NetworkDrawing& drawing = m_view->drawing();
    m_panel->showLooking();
    m_looker->look({m_options, m_panel->run(), m_studio.project()->absolutePath(*image),
                    drawing.network->graph.node(drawing.part(part).nodes.back()).name});
}

/// Painted here, packed and written in a Job.
void NetworkSection::write(const QString& file, bool asSvg) {
    const QByteArray svg = asSvg ? networkSvg(m_view->drawing()) : QByteArray();
    const QImage picture = asSvg ? QImage() : networkImage(m_view->drawing(), kPixels);
    m_studio.jobs().start(
        tr("Saving the drawing"), this,
        [file, svg, picture](const Monitor&) {
            QByteArray bytes = svg;
            if (!picture.isNull()) {
                QBuffer buffer(&bytes);
                buffer.open(QIODevice::WriteOnly);
                picture.save(&buffer, "PNG");
            }
            const auto written = writeFileAtomically(file.toStdString(), bytes.toStdString());
            return written ? QString() : QString::fromStdString(written.error().message);
        },
        [this, file](const jobs::Job& job) {
            const bool failed = job.state() == jobs::JobState::Failed;
            Q_EMIT m_studio.notify(failed ? job.message() : tr("The drawing was saved as %1.").arg(file),
                                   failed);
        });
}

void NetworkSection::save(bool asSvg) {
    auto* dialog = new QFileDialog(this, tr("Save the drawing"), QDir::homePath(),
                                   asSvg ? tr("Drawings (*.svg)") : tr("Pictures (*.png)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(asSvg ? QStringLiteral("svg") : QStringLiteral("png"));
    dialog->selectFile(QString::fromStdString(m_options.model));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, asSvg](const QString& file) { write(file, asSvg); });
    dialog->open();
}

} // namespace graft::ui
