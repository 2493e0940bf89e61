#include "ui/model/BackboneCard.h"

#include "ui/theme/Theme.h"
#include "ui/train/RunWords.h"
#include "ui/widgets/Widgets.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <array>

namespace graft::ui {
namespace {

constexpr int kPadding = 12;

/// At most `lines` lines, the last one elided.
void drawWrapped(QPainter& painter, const QRect& area, const QString& text, int lines) {
    const QFontMetrics metrics(painter.font());
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int y = area.top();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        const bool last = i + 1 == lines;
        const QString shown =
            last ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, area.width())
                 : text.mid(line.textStart(), line.textLength());
        painter.drawText(QRect(area.left(), y, area.width(), metrics.lineSpacing()),
                         Qt::AlignLeft | Qt::AlignVCenter, shown);
        y += metrics.lineSpacing();
    }
    layout.endLayout();
}

} // namespace

BackboneCard::BackboneCard(Backbone backbone, QWidget* parent)
    : QAbstractButton(parent), m_backbone(std::move(backbone)) {
    setObjectName(QStringLiteral("card:") + QString::fromStdString(model()));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFixedHeight(kHeight);
    setMinimumWidth(kSmallestWidth);
    describe();
    connect(&theme::Theme::current(), &theme::Theme::changed, this, qOverload<>(&QWidget::update));
}

void BackboneCard::describe() {
    const zoo::WeightsEntry& weights = *m_backbone.weights.front();
    setAccessibleName(QString::fromStdString(m_backbone.architecture->title));
    QStringList parts{
        availability(), QString::fromStdString(zoo::descriptionText(weights)),
        tr("%1 parameters").arg(largeCountText(double(m_backbone.cost.parameters))),
        tr("%1 multiply-adds for one image").arg(largeCountText(double(m_backbone.cost.multiplyAdds))),
        tr("licence of the weights: %1").arg(QString::fromStdString(weights.license))};
    if (m_backbone.recommended)
        parts.prepend(tr("Recommended"));
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

void BackboneCard::setReady(bool ready) {
    m_backbone.ready = ready;
    describe();
    update();
}

void BackboneCard::setTime(const QString& time, const QString& details) {
    m_time = time;
    setToolTip(details);
    update();
}

void BackboneCard::setFetchProgress(double progress) {
    m_fetched = progress;
    update();
}

QString BackboneCard::availability() const {
    const QString size = bytesText(m_backbone.weights.front()->bytes);
    return m_backbone.ready ? tr("on this computer") : tr("%1 to download").arg(size);
}

void BackboneCard::paintFrame(QPainter& painter) const {
    const theme::Palette& palette = theme::palette();
    const QRectF frame = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setBrush(palette.surface);
    painter.setPen(QPen(isChecked() ? palette.accent : palette.hairline, isChecked() ? 2 : 1));
    painter.drawRoundedRect(frame, theme::kRadius, theme::kRadius);
    if (underMouse() && !isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.hover);
        painter.drawRoundedRect(frame, theme::kRadius, theme::kRadius);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.accent, 2));
        painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), theme::kUnit, theme::kUnit);
    }
    if (m_fetched >= 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.accent);
        painter.drawRoundedRect(
            QRectF(frame.left() + 4, frame.bottom() - 5, (frame.width() - 8) * m_fetched, 3), 1.5, 1.5);
    }
}

void BackboneCard::paintTitle(QPainter& painter, const QRect& area) const {
    const theme::Palette& palette = theme::palette();
    const QFont small = theme::font(theme::TextSize::Small);
    QString note = m_backbone.recommended ? tr("Recommended") : QString();
    int noteWidth = 0;
    if (!note.isEmpty()) {
        noteWidth = QFontMetrics(small).horizontalAdvance(note) + 2 * theme::kInside;
        const QRect badge(area.right() - noteWidth, area.top(), noteWidth, 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette.selection);
        painter.drawRoundedRect(badge, 10, 10);
        painter.setFont(small);
        painter.setPen(palette.text);
        painter.drawText(badge, Qt::AlignCenter, note);
    }
    const QFont lead = theme::font(theme::TextSize::Lead, QFont::DemiBold);
    painter.setFont(lead);
    painter.setPen(palette.text);
    const QRect title(area.left(), area.top(), area.width() - noteWidth - theme::kInside, 20);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(lead).elidedText(QString::fromStdString(m_backbone.architecture->title),
                                                   Qt::ElideRight, title.width()));
    const QRect line(area.left(), area.top() + 20, area.width(), 16);
    const int icon = 12;
    theme::icon(m_backbone.ready ? QStringLiteral("check") : QStringLiteral("download"),
                m_backbone.ready ? palette.success : palette.secondary)
        .paint(&painter, QRect(line.left(), line.top() + 2, icon, icon));
    painter.setFont(small);
    painter.setPen(palette.secondary);
    const QString facts = QStringLiteral("%1 · %2").arg(
        availability(), QString::fromStdString(m_backbone.weights.front()->license));
    const QRect text = line.adjusted(icon + theme::kUnit, 0, 0, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(facts, Qt::ElideRight, text.width()));
}

void BackboneCard::paintFigures(QPainter& painter, const QRect& area) const {
    struct Figure {
        QString value, caption;
    };
    const double top1 = m_backbone.weights.front()->imagenetTop1;
    const std::array<Figure, 3> figures{
        Figure{top1 > 0 ? run_words::percent(top1 / 100) : QStringLiteral("–"),
               top1 > 0 ? tr("on ImageNet") : tr("not published")},
        Figure{largeCountText(double(m_backbone.cost.parameters)), tr("parameters")},
        Figure{m_time.isEmpty() ? QStringLiteral("–") : m_time, tr("per epoch here")}};
    const int width = area.width() / int(figures.size());
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const QRect column(area.left() + int(i) * width, area.top(), width - theme::kUnit, area.height());
        painter.setFont(theme::tabularFont(theme::TextSize::Lead));
        painter.setPen(figures[i].value == QStringLiteral("–") ? theme::palette().secondary
                                                               : theme::palette().text);
        painter.drawText(QRect(column.left(), column.top(), column.width(), 20),
                         Qt::AlignLeft | Qt::AlignVCenter, figures[i].value);
        painter.setFont(theme::font(theme::TextSize::Small));
        painter.setPen(theme::palette().secondary);
        painter.drawText(QRect(column.left(), column.top() + 20, column.width(), 16),
                         Qt::AlignLeft | Qt::AlignVCenter, figures[i].caption);
    }
}

void BackboneCard::paintPurpose(QPainter& painter, const QRect& area) const {
    painter.setFont(theme::font(theme::TextSize::Small));
    painter.setPen(theme::palette().secondary);
    const int size = m_backbone.weights.front()->inputSize;
    painter.drawText(QRect(area.left(), area.top(), area.width(), 16), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 × %1 px · %2 multiply-adds an image")
                         .arg(size)
                         .arg(largeCountText(double(m_backbone.cost.multiplyAdds))));
    drawWrapped(painter, area.adjusted(0, 18, 0, 0),
                QString::fromStdString(zoo::descriptionText(*m_backbone.weights.front())), 3);
}

void BackboneCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    const QRect area = rect().adjusted(kPadding, kPadding, -kPadding, -kPadding);
    paintTitle(painter, QRect(area.left(), area.top(), area.width(), 36));
    paintFigures(painter, QRect(area.left(), area.top() + 44, area.width(), 36));
    paintPurpose(painter, QRect(area.left(), area.top() + 84, area.width(), area.height() - 84));
}

} // namespace graft::ui
