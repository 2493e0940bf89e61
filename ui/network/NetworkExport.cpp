#include "ui/network/NetworkExport.h"

#include "ui/network/NetworkPainter.h"
#include "ui/theme/Theme.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr double kTop = NetworkPainter::kHandleTop + NetworkPainter::kHandleHeight + 6;
constexpr double kLegendWidth = 480;
constexpr double kLongestSide = 16'384; ///< pixels

QSizeF sheetOf(const diagram::Layout& layout) {
    return {std::max(layout.width, kLegendWidth) + 2 * theme::kBetween,
            layout.height + kTop + theme::kBetween + NetworkPainter::kLegendHeight};
}

void paintSheet(QPainter& painter, const NetworkDrawing& drawing) {
    const QSizeF sheet = sheetOf(drawing.layout);
    painter.fillRect(QRectF({}, sheet), theme::palette().surface);
    NetworkSight sight;
    sight.origin = {theme::kBetween, kTop};
    NetworkPainter network(painter, drawing, sight);
    network.paint({0, 0, sheet.width(), sheet.height() - NetworkPainter::kLegendHeight});
    network.paintLegend(
        {0, sheet.height() - NetworkPainter::kLegendHeight, sheet.width(), NetworkPainter::kLegendHeight});
}

} // namespace

QByteArray networkSvg(const NetworkDrawing& drawing) {
    const QSizeF sheet = sheetOf(drawing.layout);
    QByteArray text;
    QBuffer buffer(&text);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheet.toSize());
    generator.setViewBox(QRectF({}, sheet));
    generator.setTitle(QString::fromStdString(drawing.network->architecture.title));
    QPainter painter(&generator);
    paintSheet(painter, drawing);
    painter.end();
    return text;
}

QImage networkImage(const NetworkDrawing& drawing, double scale) {
    const QSizeF sheet = sheetOf(drawing.layout);
    const double fits = std::min(scale, kLongestSide / std::max(sheet.width(), sheet.height()));
    QImage image((sheet * fits).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    QPainter painter(&image);
    painter.scale(fits, fits);
    paintSheet(painter, drawing);
    return image;
}

} // namespace graft::ui
