#include "ui/theme/Theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>
#include <optional>

namespace graft::ui::theme {
namespace {

QByteArray source(const QString& name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon %s", qUtf8Printable(name));
        return {};
    }
    return file.readAll();
}

/// `side` in device pixels. The files are drawn in currentColor.
QPixmap rendered(const QString& name, const QColor& color, const QSize& size) {
    const QString key = QStringLiteral("graft-icon/%1/%2/%3x%4")
                            .arg(name, color.name(QColor::HexArgb))
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QByteArray svg = source(name);
    if (!svg.isEmpty()) {
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter);
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Renders for the very pixels it is painted on, in the colour that the scheme has then.
class IconEngine final : public QIconEngine {
public:
    IconEngine(QString name, std::optional<QColor> color) : m_name(std::move(name)), m_color(color) {}

    void paint(QPainter* painter, const QRect& area, QIcon::Mode mode, QIcon::State) override {
        const double scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const double zoom = std::hypot(painter->worldTransform().m11(), painter->worldTransform().m12());
        const QSize device = (QSizeF(area.size()) * scale * std::max(zoom, 0.01)).toSize();
        if (device.isEmpty())
            return;
        painter->drawPixmap(area, rendered(m_name, color(mode), device));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
        return size.isEmpty() ? QPixmap() : rendered(m_name, color(mode), size);
    }

    QIconEngine* clone() const override { return new IconEngine(m_name, m_color); }
    QString key() const override { return QStringLiteral("graft"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    QColor color(QIcon::Mode mode) const {
        if (mode == QIcon::Disabled)
            return palette().disabled;
        return m_color.value_or(palette().text);
    }

    QString m_name;
    std::optional<QColor> m_color;
};

} // namespace

QIcon icon(const QString& name) {
    return QIcon(new IconEngine(name, {}));
}

QIcon icon(const QString& name, const QColor& color) {
    return QIcon(new IconEngine(name, color));
}

} // namespace graft::ui::theme
