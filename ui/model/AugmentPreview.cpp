#include "ui/model/AugmentPreview.h"

#include "base/Log.h"
#include "imaging/Transform.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <exception>
#include <map>

namespace graft::ui {
namespace {

constexpr int kRestMs = 60;
constexpr int kGap = theme::kUnit;
constexpr int kShown = AugmentPreview::kColumns * AugmentPreview::kRows;
constexpr std::size_t kLargestKept = 64 << 20; ///< bytes of a decoded image; a larger one is read every time

QImage toQImage(const imaging::Image& image) {
    return QImage(image.u8(), image.width(), image.height(), qsizetype(image.width()) * 3,
                  QImage::Format_RGB888)
        .copy();
}

/// The one channel that a network of grey pictures gets, as a picture.
QImage greyPicture(const imaging::Image& view, const dataset::Preprocessing& look) {
    const std::vector<float> plane = dataset::normalised(view, look);
    const double spread = (look.std[0] + look.std[1] + look.std[2]) / 3;
    const double middle = (look.mean[0] + look.mean[1] + look.mean[2]) / 3;
    QImage picture(view.width(), view.height(), QImage::Format_Grayscale8);
    auto value = plane.begin();
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x, ++value) {
            const double shade = (*value * spread + middle) / look.scale;
            picture.scanLine(y)[x] = uchar(std::clamp(std::lround(shade), 0l, 255l));
        }
    return picture;
}

} // namespace

/// How views are made, and what of it decides how a file is read.
struct AugmentPreview::Look {
    dataset::Preprocessing preprocessing;
    dataset::AugmentOptions augment;
    std::uint64_t seed = 0;
    std::uint64_t view = 0;

    QImage of(const imaging::Image& source, std::int64_t id) const {
        const imaging::Image view8 =
            augment.any() ? dataset::augmentedView(source, preprocessing, augment, seed, view, id)
                          : dataset::evaluationView(source, preprocessing);
        return preprocessing.grey ? greyPicture(view8, preprocessing) : toQImage(imaging::toRgb8(view8));
    }
};

/// Decoded sources, kept between draws. An empty one could not be read.
struct AugmentPreview::Decoded {
    std::map<std::int64_t, imaging::Image> images;
    dataset::Preprocessing preprocessing; ///< that the images were read for
    double minimumScale = 1, scale = 0;

    imaging::Image of(const dataset::Item& item, const Look& look) {
        const auto found = images.find(item.id);
        if (found != images.end())
            return found->second;
        const auto decoded = dataset::readForViews(item.path, look.preprocessing, look.augment);
        imaging::Image image = decoded ? *decoded : imaging::Image();
        if (image.bytes() <= kLargestKept)
            images[item.id] = image;
        return image;
    }
    /// A JPEG is decoded as large as its views need it.
    void readFor(const Look& look) {
        if (look.preprocessing == preprocessing && look.augment.minimumScale == minimumScale &&
            look.augment.scale == scale)
            return;
        images.clear();
        preprocessing = look.preprocessing;
        minimumScale = look.augment.minimumScale;
        scale = look.augment.scale;
    }
    std::vector<QImage> picturesOf(const std::vector<dataset::Item>& items, const Look& look) {
        readFor(look);
        std::vector<QImage> pictures(items.size());
        for (std::size_t i = 0; i < items.size(); ++i)
            try {
                const imaging::Image source = of(items[i], look);
                if (!source.empty())
                    pictures[i] = look.of(source, items[i].id);
            } catch (const std::exception& exception) {
                log(LogLevel::Warning, std::string("No preview of a view: ") + exception.what());
            }
        return pictures;
    }
};

AugmentPreview::AugmentPreview(QWidget* parent) : QWidget(parent), m_decoded(std::make_shared<Decoded>()) {
    setObjectName(QStringLiteral("augmentPreview"));
    setAccessibleName(tr("Preview of the varied training images"));
    setToolTip(tr("What the network will see. Click, or press Space, for the next view."));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
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
                             const dataset::AugmentOptions& augment, std::uint64_t seed, int views) {
    if (preprocessing == m_preprocessing && augment == m_augment && seed == m_seed && views == m_views &&
        !m_pictures.empty())
        return;
    m_preprocessing = preprocessing;
    m_augment = augment;
    m_seed = seed;
    m_views = views;
    if (views > 0)
        m_view %= std::uint64_t(views);
    m_timer.start();
    Q_EMIT shown();
}

void AugmentPreview::showNext() {
    if (!m_augment.any())
        return;
    ++m_view;
    if (m_views > 0)
        m_view %= std::uint64_t(m_views);
    begin();
    Q_EMIT shown();
}

QString AugmentPreview::caption() const {
    if (!m_augment.any())
        return tr("What the network sees, in every epoch.");
    if (m_views > 0)
        return tr("What the network sees: view %1 of %2. Click for the next.").arg(m_view + 1).arg(m_views);
    return tr("What the network sees in epoch %1. Click for the next.").arg(m_view + 1);
}

void AugmentPreview::begin() {
    ++m_pending;
    m_pool.clear();
    const Look look{m_preprocessing, m_augment, m_seed, m_view};
    m_pool.start([this, items = m_items, decoded = m_decoded, look, generation = ++m_generation] {
        auto pictures = decoded->picturesOf(items, look);
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
    showNext();
}

void AugmentPreview::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
        return showNext();
    QWidget::keyPressEvent(event);
}

} // namespace graft::ui
