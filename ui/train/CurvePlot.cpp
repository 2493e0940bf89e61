#include "ui/train/CurvePlot.h"

#include "ui/theme/Theme.h"
#include "ui/train/CurveLegend.h"
#include "ui/train/QCustomPlotHeader.h"
#include "ui/train/RunWords.h"
#include "ui/widgets/Widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace graft::ui {
namespace {

constexpr double kMargin = 0.06; ///< of the value range, above and below
constexpr double kLeastSpan = 4; ///< of accuracies, in percent
QColor faint(QColor color) {
    color.setAlphaF(0.45F);
    return color;
}

void setPen(QCPItemStraightLine* line, const QColor& color, Qt::PenStyle style) {
    line->setPen(QPen(color, 1, style));
    line->setSelectable(false);
}

} // namespace

CurvePlot::CurvePlot(Quantity quantity, QWidget* parent)
    : QWidget(parent), m_quantity(quantity), m_plot(new QCustomPlot(this)) {
    setObjectName(quantity == Quantity::Loss ? QStringLiteral("lossPlot") : QStringLiteral("accuracyPlot"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kUnit);
    auto* header = new QHBoxLayout;
    header->setSpacing(theme::kUnit);
    buildHeader(*header);
    layout->addLayout(header);
    layout->addWidget(m_plot, 1);
    buildPlot();
    applyTheme();
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &CurvePlot::applyTheme);
    setMinimumSize(300, 200);
}

void CurvePlot::buildHeader(QBoxLayout& layout) {
    const bool loss = m_quantity == Quantity::Loss;
    auto* title = bodyLabel(loss ? tr("Loss") : tr("Images right"), this);
    title->setFont(theme::font(theme::TextSize::Lead, QFont::DemiBold));
    layout.addWidget(title);
    layout.addSpacing(theme::kInside);
    m_legend = new CurveLegend(this);
    layout.addWidget(m_legend);
    connect(m_legend, &CurveLegend::toggled, this, &CurvePlot::setCurveVisible);
    layout.addStretch(1);
    if (loss) {
        m_logButton = new IconButton(QStringLiteral("log-scale"), tr("Logarithmic scale"), this);
        m_logButton->setCheckable(true);
        m_logButton->setObjectName(QStringLiteral("logScale"));
        connect(m_logButton, &QToolButton::toggled, this, &CurvePlot::setLogScale);
        layout.addWidget(m_logButton);
    }
    auto* reset =
        new IconButton(QStringLiteral("zoom-fit"), tr("Show all epochs again (double click)"), this);
    auto* picture = new IconButton(QStringLiteral("image"), tr("Copy as picture"), this);
    auto* data = new IconButton(QStringLiteral("copy"), tr("Copy as data (tab-separated)"), this);
    reset->setObjectName(QStringLiteral("resetView"));
    picture->setObjectName(QStringLiteral("copyPicture"));
    data->setObjectName(QStringLiteral("copyData"));
    connect(reset, &QToolButton::clicked, this, &CurvePlot::resetView);
    connect(picture, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setPixmap(asPicture()); });
    connect(data, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(asTsv()); });
    for (QToolButton* button : {static_cast<QToolButton*>(reset), static_cast<QToolButton*>(picture),
                                static_cast<QToolButton*>(data)})
        layout.addWidget(button);
}

void CurvePlot::buildPlot() {
    m_plot->setMinimumHeight(140);
    m_plot->setFocusPolicy(Qt::StrongFocus);
    m_plot->setAccessibleName(m_quantity == Quantity::Loss ? tr("Curves of the loss")
                                                           : tr("Curves of the images right"));
    m_plot->setNoAntialiasingOnDrag(true);
    m_plot->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    m_plot->installEventFilter(this);
    m_comparedTraining = m_plot->addGraph();
    m_comparedValidation = m_plot->addGraph();
    m_training = m_plot->addGraph();
    m_validation = m_plot->addGraph();
    m_bestPoint = m_plot->addGraph();
    m_plot->yAxis->setLabel(m_quantity == Quantity::Loss ? tr("Cross-entropy, nats") : tr("Images right, %"));
    m_plot->xAxis->setLabel(tr("Epoch"));
    auto ticker = QSharedPointer<QCPAxisTickerFixed>::create();
    ticker->setTickStep(1);
    ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
    m_plot->xAxis->setTicker(ticker);
    m_bestLine = new QCPItemStraightLine(m_plot);
    m_bestText = new QCPItemText(m_plot);
    m_cursor = new QCPItemStraightLine(m_plot);
    m_cursorText = new QCPItemText(m_plot);
    for (QCPItemText* text : {m_bestText, m_cursorText}) {
        text->position->setTypeX(QCPItemPosition::ptPlotCoords);
        text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
        text->setVisible(false);
        text->setSelectable(false);
    }
    m_bestLine->setVisible(false);
    m_cursor->setVisible(false);
    const auto moved = [this] {
        if (!m_fitting)
            m_following = false;
    };
    connect(m_plot->xAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
    connect(m_plot->yAxis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, moved);
    connect(m_plot, &QCustomPlot::mouseDoubleClick, this, &CurvePlot::resetView);
    connect(m_plot, &QCustomPlot::mouseMove, this, [this](QMouseEvent* event) { pointAt(event->pos()); });
}

void CurvePlot::applyTheme() {
    const theme::Palette& palette = theme::palette();
    m_plot->setBackground(QBrush(palette.window));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setBasePen(QPen(palette.hairline, 1));
        axis->setTickPen(QPen(palette.hairline, 1));
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(4);
        axis->setTickLabelFont(theme::tabularFont(theme::TextSize::Small));
        axis->setLabelFont(theme::font(theme::TextSize::Small));
        axis->setTickLabelColor(palette.secondary);
        axis->setLabelColor(palette.secondary);
        axis->setLabelPadding(theme::kUnit);
        axis->grid()->setPen(QPen(palette.hairline, 1));
        axis->grid()->setZeroLinePen(QPen(palette.hairline, 1));
        axis->grid()->setSubGridVisible(false);
    }
    m_plot->xAxis->grid()->setVisible(false);
    m_training->setPen(QPen(CurveLegend::color(true), 1.75));
    m_validation->setPen(QPen(CurveLegend::color(false), 2.5));
    m_comparedTraining->setPen(QPen(faint(CurveLegend::color(true)), 1.5, Qt::DashLine));
    m_comparedValidation->setPen(QPen(faint(CurveLegend::color(false)), 1.5, Qt::DashLine));
    m_bestPoint->setLineStyle(QCPGraph::lsNone);
    m_bestPoint->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(palette.window, 2),
                                                 QBrush(CurveLegend::color(false)), 11));
    setPen(m_bestLine, palette.hairline, Qt::DashLine);
    setPen(m_cursor, palette.secondary, Qt::SolidLine);
    for (QCPItemText* text : {m_bestText, m_cursorText}) {
        text->setFont(theme::tabularFont(theme::TextSize::Small));
        text->setColor(palette.text);
        text->setPadding(QMargins(6, 3, 6, 3));
    }
    m_bestText->setColor(palette.secondary);
    m_bestText->setBrush(QBrush(palette.window));
    m_cursorText->setBrush(QBrush(palette.raised));
    m_cursorText->setPen(QPen(palette.hairline, 1));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

const char* CurvePlot::keyOf(bool training) const {
    if (m_quantity == Quantity::Loss)
        return training ? "train_loss" : "val_loss";
    return training ? "train_accuracy" : "val_accuracy";
}

void CurvePlot::setEpochs(const std::vector<runs::EpochRecord>& epochs, std::optional<int> best,
                          int planned) {
    m_epochs = epochs;
    m_best = best;
    m_planned = planned;
    refill();
}

void CurvePlot::setKeptApart(bool apart) {
    m_legend->setKeptApart(apart);
}

void CurvePlot::setCompared(const QString& name, const std::vector<runs::EpochRecord>& epochs) {
    m_comparedName = name;
    m_compared = epochs;
    refill();
}

void CurvePlot::refill() {
    const double scale = m_quantity == Quantity::Accuracy ? 100 : 1;
    const auto fill = [&](QCPGraph* graph, const std::vector<runs::EpochRecord>& epochs, bool training) {
        graph->data()->clear();
        for (const runs::EpochRecord& epoch : epochs)
            if (const auto value = run_words::value(epoch, keyOf(training)))
                graph->addData(epoch.epoch, scale * *value);
        // A single epoch has no line yet; its point must be seen all the same.
        graph->setScatterStyle(epochs.size() == 1 ? QCPScatterStyle(QCPScatterStyle::ssDisc, 6)
                                                  : QCPScatterStyle());
    };
    fill(m_training, m_epochs, true);
    fill(m_validation, m_epochs, false);
    fill(m_comparedTraining, m_compared, true);
    fill(m_comparedValidation, m_compared, false);
    markBest();
    if (m_following)
        fit();
    showReadout(m_pointed);
}

void CurvePlot::markBest() {
    std::optional<double> value;
    if (m_best)
        value = valueAt(m_epochs, *m_best, false);
    m_bestLine->setVisible(value.has_value());
    m_bestText->setVisible(value.has_value());
    m_bestPoint->data()->clear();
    if (!value)
        return;
    if (m_validation->visible())
        m_bestPoint->addData(*m_best, *value);
    m_bestLine->point1->setCoords(*m_best, 0);
    m_bestLine->point2->setCoords(*m_best, 1);
    m_bestText->setText(tr("best %1").arg(number(*value)));
    const double middle = (1 + lastEpoch()) / 2.0;
    const Qt::AlignmentFlag side = *m_best > middle ? Qt::AlignRight : Qt::AlignLeft;
    // Away from where the curve comes from: the loss falls from the top, the accuracy rises from the bottom.
    const bool loss = m_quantity == Quantity::Loss;
    m_bestText->setPositionAlignment(side | (loss ? Qt::AlignTop : Qt::AlignBottom));
    m_bestText->position->setCoords(*m_best, loss ? 0.0 : 1.0);
}

int CurvePlot::lastEpoch() const {
    return std::max({m_planned, m_epochs.empty() ? 0 : m_epochs.back().epoch, 2});
}

void CurvePlot::fit() {
    m_fitting = true;
    int last = lastEpoch();
    double low = 1e300;
    double high = -1e300;
    for (const QCPGraph* graph : {m_training, m_validation, m_comparedTraining, m_comparedValidation}) {
        if (!graph->visible())
            continue;
        for (const QCPGraphData& point : *graph->data()) {
            last = std::max(last, int(point.key));
            if (logScale() && point.value <= 0)
                continue;
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
    }
    const bool loss = m_quantity == Quantity::Loss;
    if (low > high) {
        low = loss ? (logScale() ? 0.1 : 0) : 0;
        high = loss ? 1 : 100;
    }
    m_plot->xAxis->setRange(1 - 0.02 * last, last * 1.02);
    if (logScale()) {
        m_plot->yAxis->setRange(low / 1.3, high * 1.3);
    } else {
        if (!loss)
            low = std::min(low, std::max(0.0, high - kLeastSpan));
        const double margin = std::max((high - low) * kMargin, loss ? 1e-3 : 1.0);
        // No tick above 100 %, but room for the line.
        const double top = loss ? high + margin : std::min(high + margin, high - low < 10 ? 100.5 : 101);
        m_plot->yAxis->setRange(loss ? std::max(0.0, low - margin) : low - margin, top);
    }
    m_fitting = false;
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::resetView() {
    m_following = true;
    fit();
}

bool CurvePlot::logScale() const {
    return m_plot->yAxis->scaleType() == QCPAxis::stLogarithmic;
}

void CurvePlot::setLogScale(bool log) {
    if (m_logButton && m_logButton->isChecked() != log)
        return m_logButton->setChecked(log);
    m_fitting = true;
    m_plot->yAxis->setScaleType(log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    m_plot->yAxis->setTicker(log ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                                 : QSharedPointer<QCPAxisTicker>::create());
    m_plot->yAxis->setNumberFormat(QStringLiteral("gb"));
    m_fitting = false;
    resetView();
}

void CurvePlot::setCurveVisible(bool training, bool visible) {
    if (m_legend->shown(training) != visible)
        return m_legend->setShown(training, visible);
    (training ? m_training : m_validation)->setVisible(visible);
    (training ? m_comparedTraining : m_comparedValidation)->setVisible(visible);
    refill();
}

std::optional<double> CurvePlot::valueAt(const std::vector<runs::EpochRecord>& epochs, int epoch,
                                         bool training) const {
    const auto found = std::ranges::find(epochs, epoch, &runs::EpochRecord::epoch);
    if (found == epochs.end())
        return std::nullopt;
    const auto value = run_words::value(*found, keyOf(training));
    return value ? std::optional(*value * (m_quantity == Quantity::Accuracy ? 100 : 1)) : std::nullopt;
}

QString CurvePlot::number(double value) const {
    return m_quantity == Quantity::Accuracy ? run_words::percent(value / 100)
                                            : QLocale().toString(value, 'f', value < 0.1 ? 4 : 3);
}

QString CurvePlot::describe(int epoch) const {
    QStringList lines{tr("Epoch %1").arg(epoch)};
    const auto add = [&](const QString& name, const std::vector<runs::EpochRecord>& epochs, bool training) {
        if (const auto value = valueAt(epochs, epoch, training))
            lines << QStringLiteral("%1  %2").arg(name, number(*value));
    };
    if (m_training->visible())
        add(m_legend->name(true), m_epochs, true);
    if (m_validation->visible())
        add(m_legend->name(false), m_epochs, false);
    if (!m_compared.empty() && m_validation->visible())
        add(m_comparedName, m_compared, false);
    return lines.join(QChar('\n'));
}

void CurvePlot::showReadout(std::optional<int> epoch) {
    m_pointed = epoch;
    m_readoutText = epoch && (!m_epochs.empty() || !m_compared.empty()) ? describe(*epoch) : QString();
    const bool shown = !m_readoutText.isEmpty();
    m_bestText->setVisible(!shown &&
                           m_bestLine->visible()); // both want the corner that the curves leave free
    m_cursor->setVisible(shown);
    m_cursorText->setVisible(shown);
    if (shown) {
        m_cursor->point1->setCoords(*epoch, 0);
        m_cursor->point2->setCoords(*epoch, 1);
        const bool right = *epoch > m_plot->xAxis->range().center();
        m_cursorText->setText(m_readoutText);
        m_cursorText->setTextAlignment(Qt::AlignLeft);
        const bool loss = m_quantity == Quantity::Loss;
        m_cursorText->setPositionAlignment((right ? Qt::AlignRight : Qt::AlignLeft) |
                                           (loss ? Qt::AlignTop : Qt::AlignBottom));
        m_cursorText->position->setCoords(*epoch, loss ? 0.0 : 1.0);
    }
    m_plot->setAccessibleDescription(m_readoutText);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::pointAt(const QPoint& position) {
    const int last = std::max(m_epochs.empty() ? 0 : m_epochs.back().epoch,
                              m_compared.empty() ? 0 : m_compared.back().epoch);
    if (last == 0)
        return;
    const int epoch = int(std::lround(m_plot->xAxis->pixelToCoord(position.x())));
    Q_EMIT epochPointedAt(std::clamp(epoch, 1, last));
}

bool CurvePlot::handleKey(int key) {
    const int last = m_epochs.empty() ? 0 : m_epochs.back().epoch;
    if (last == 0)
        return false;
    const int now = m_pointed.value_or(m_best.value_or(last));
    switch (key) {
    case Qt::Key_Left:
        Q_EMIT epochPointedAt(std::max(1, m_pointed ? now - 1 : now));
        return true;
    case Qt::Key_Right:
        Q_EMIT epochPointedAt(std::min(last, m_pointed ? now + 1 : now));
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        m_plot->xAxis->scaleRange(key == Qt::Key_Plus ? 0.8 : 1.25, now);
        m_plot->replot(QCustomPlot::rpQueuedReplot);
        return true;
    case Qt::Key_0:
    case Qt::Key_Home:
        resetView();
        return true;
    default:
        return false;
    }
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_plot && event->type() == QEvent::KeyPress &&
        handleKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    if (watched == m_plot && (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut))
        Q_EMIT epochPointedAt(std::nullopt);
    return QWidget::eventFilter(watched, event);
}

QPixmap CurvePlot::asPicture() {
    return m_plot->toPixmap(0, 0, 2);
}

QString CurvePlot::asTsv() const {
    QString text = QStringLiteral("epoch\t%1\t%2")
                       .arg(QString::fromLatin1(keyOf(true)), QString::fromLatin1(keyOf(false)));
    if (!m_compared.empty())
        text += QStringLiteral("\tcompared_%1\tcompared_%2")
                    .arg(QString::fromLatin1(keyOf(true)), QString::fromLatin1(keyOf(false)));
    text += QChar('\n');
    const int last = std::max(m_epochs.empty() ? 0 : m_epochs.back().epoch,
                              m_compared.empty() ? 0 : m_compared.back().epoch);
    const auto cell = [&](const std::vector<runs::EpochRecord>& epochs, int epoch, bool training) {
        const auto found = std::ranges::find(epochs, epoch, &runs::EpochRecord::epoch);
        const auto value = found == epochs.end() ? std::nullopt : run_words::value(*found, keyOf(training));
        return QChar('\t') + (value ? QString::number(*value, 'g', 9) : QString());
    };
    for (int epoch = 1; epoch <= last; ++epoch) {
        text += QString::number(epoch) + cell(m_epochs, epoch, true) + cell(m_epochs, epoch, false);
        if (!m_compared.empty())
            text += cell(m_compared, epoch, true) + cell(m_compared, epoch, false);
        text += QChar('\n');
    }
    return text;
}

} // namespace graft::ui
