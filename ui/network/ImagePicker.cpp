#include "ui/network/ImagePicker.h"

#include "ui/data/ThumbnailCache.h"
#include "ui/frame/Studio.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Widgets.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace graft::ui {
namespace {

constexpr int kPicture = 36;
constexpr int kNameWidth = 150;

} // namespace

ImagePicker::ImagePicker(Studio& studio, QWidget* parent)
    : QWidget(parent), m_studio(studio), m_thumbnails(ThumbnailCache::of(studio)),
      m_name(secondaryLabel({}, this)) {
    setObjectName(QStringLiteral("imagePicker"));
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("The image that goes through the network"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kPicture + theme::kInside + 2, 2, 2, 2);
    layout->setSpacing(2);
    m_name->setMaximumWidth(kNameWidth);
    auto* previous = new IconButton(QStringLiteral("chevron-left"), tr("Previous image"), this);
    auto* next = new IconButton(QStringLiteral("chevron-right"), tr("Next image"), this);
    next->setObjectName(QStringLiteral("nextImage"));
    layout->addWidget(m_name);
    layout->addWidget(previous);
    layout->addWidget(next);
    setMinimumHeight(kPicture + 4);
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(&m_thumbnails, &ThumbnailCache::ready, this, [this](ImageId id) {
        if (id == m_current)
            update();
    });
    refresh();
}

void ImagePicker::refresh() {
    m_ids.clear();
    if (m_studio.project())
        for (const project::ImageRecord& image : m_studio.project()->images())
            m_ids.push_back(image.id);
    if (std::ranges::find(m_ids, m_current) == m_ids.end())
        m_current = m_ids.empty() ? ImageId() : m_ids.front();
    describe();
}

void ImagePicker::step(int by) {
    if (m_ids.empty())
        return;
    const auto at = std::ranges::find(m_ids, m_current) - m_ids.begin();
    const auto count = std::ssize(m_ids);
    m_current = m_ids[std::size_t((at + by % count + count) % count)];
    describe();
    Q_EMIT chosen();
}

void ImagePicker::describe() {
    QString name = tr("no image");
    if (m_studio.project())
        if (const project::ImageRecord* image = m_studio.project()->image(m_current))
            name = QString::fromStdString(std::filesystem::path(image->path).filename().string());
    m_name->setText(QFontMetrics(m_name->font()).elidedText(name, Qt::ElideMiddle, kNameWidth));
    setAccessibleName(tr("Image that goes through the network: %1").arg(name));
    if (isVisible() && m_current)
        m_thumbnails.want(this, {m_current}, int(kPicture * devicePixelRatioF()));
    update();
}

void ImagePicker::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    describe();
}

QRect ImagePicker::pictureArea() const {
    return {2, (height() - kPicture) / 2, kPicture, kPicture};
}

void ImagePicker::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRect area = pictureArea();
    painter.fillRect(area, theme::palette().raised);
    if (const Thumbnail* thumbnail = m_current ? m_thumbnails.find(m_current) : nullptr;
        thumbnail && !thumbnail->picture.isNull()) {
        const QSize size = thumbnail->picture.size().scaled(area.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRect(area.left() + (area.width() - size.width()) / 2,
                                area.top() + (area.height() - size.height()) / 2, size.width(),
                                size.height()),
                          thumbnail->picture);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme::palette().accent, 2));
        painter.drawRect(area.adjusted(-1, -1, 1, 1));
    }
}

void ImagePicker::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        return step(event->key() == Qt::Key_Right ? 1 : -1);
    QWidget::keyPressEvent(event);
}

void ImagePicker::wheelEvent(QWheelEvent* event) {
    if (event->angleDelta().y() != 0)
        step(event->angleDelta().y() < 0 ? 1 : -1);
    event->accept();
}

} // namespace graft::ui
