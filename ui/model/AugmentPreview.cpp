#include "ui/model/AugmentPreview.h"

#include "imaging/Decode.h"
#include "imaging/Transform.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <map>

namespace graft::ui {
namespace {

constexpr int kRestMs = 60;
constexpr int kGap = theme::kUnit;
constexpr int kSourceSide = 512; ///< enough for what is shown, and quick to augment
constexpr int kShown = AugmentPreview::kColumns * AugmentPreview::kRows;

QImage toQImage(const imaging::Image& image) {
    return QImage(image.u8(), image.width(), image.height(), image.width() * 3, QImage::Format_RGB888).copy();
}

} // namespace

/// Decoded sources, kept between draws. An empty one could not be read.
struct AugmentPreview::Decoded {
    std::map<std::int64_t, imaging::Image> images;

    const imaging::Image& of(const dataset::Item& item) {
        const auto found = images.find(item.id);
        if (found != images.end())
            return found->second;
        const auto decoded = imaging::decodeFile(item.path);
        return images[item.id] = decoded ? imaging::thumbnail(*decoded, kSourceSide) : imaging::Image();
    }
};

AugmentPreview::AugmentPreview(QWidget* parent) : QWidget(parent), m_decoded(std::make_shared<Decoded>()) {
    setObjectName(QStringLiteral("augmentPreview"));
    setAccessibleName(tr("Preview of the varied training images"));
    setToolTip(tr("What the network will see. Click to draw again."));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRestMs);
    connect(&m_timer, &QTimer::timeout, this, &AugmentPreview::begin);
}

AugmentPreview::~AugmentPreview() {
    m_pool.clear();
    m_pool.waitForDone();
}

void AugmentPreview::setItems(std::vector<dataset::Item> items) {
    items.resize(std::min(items.size(), std::size_t(kShown)));
    const bool same = std::ranges::equal(items, m_items, {}, &dataset::Item::id, &dataset::Item::id);
    if (same)
        return;
    m_items = std::move(items);
    m_decoded = std::make_shared<Decoded>();
    m_timer.start();
}

void AugmentPreview::setLook(const dataset::Preprocessing& preprocessing,
                             const dataset::AugmentOptions& augment, std::uint64_t seed) {
    if (preprocessing == m_preprocessing && augment == m_augment && seed == m_seed && !m_pictures.empty())
        return;
    m_preprocessing = preprocessing;
    m_augment = augment;
    m_seed = seed;
    m_timer.start();
}

void AugmentPreview::drawAgain() {
    ++m_view;
    begin();
}

void AugmentPreview::begin() {
    ++m_pending;
    m_pool.clear();
    m_pool.start([this, items = m_items, decoded = m_decoded, preprocessing = m_preprocessing,
                  augment = m_augment, seed = m_seed, view = m_view, generation = ++m_generation] {
        std::vector<QImage> pictures;
        for (const dataset::Item& item : items) {
            const imaging::Image& source = decoded->of(item);
            if (source.empty())
                pictures.emplace_back();
            else if (augment.any())
                pictures.push_back(
                    toQImage(dataset::augmentedView(source, preprocessing, augment, seed, view, item.id)));
            else
                pictures.push_back(toQImage(dataset::evaluationView(source, preprocessing)));
        }
        QMetaObject::invokeMethod(
            this,
            [this, generation, pictures = std::move(pictures)] {
                if (generation != m_generation)
                    return;
                m_pending = 0;
                m_pictures = pictures;
                update();
            },
            Qt::QueuedConnection);
    });
}

QSize AugmentPreview::sizeHint() const {
    return {264, heightForWidth(264)};
}

int AugmentPreview::heightForWidth(int width) const {
    const int side = (width - (kColumns - 1) * kGap) / kColumns;
    return kRows * side + (kRows - 1) * kGap;
}

void AugmentPreview::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const int side = (width() - (kColumns - 1) * kGap) / kColumns;
    for (int i = 0; i < kShown; ++i) {
        const QRect cell((i % kColumns) * (side + kGap), (i / kColumns) * (side + kGap), side, side);
        QPainterPath clip;
        clip.addRoundedRect(cell, theme::kUnit, theme::kUnit);
        painter.fillPath(clip, theme::palette().raised);
        if (std::size_t(i) >= m_pictures.size() || m_pictures[std::size_t(i)].isNull())
            continue;
        painter.save();
        painter.setClipPath(clip);
        painter.drawImage(cell, m_pictures[std::size_t(i)]);
        painter.restore();
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme::palette().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect().adjusted(1, 1, -1, -1), theme::kUnit, theme::kUnit);
    }
}

void AugmentPreview::mousePressEvent(QMouseEvent*) {
    drawAgain();
}

void AugmentPreview::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
        return drawAgain();
    QWidget::keyPressEvent(event);
}

} // namespace graft::ui
