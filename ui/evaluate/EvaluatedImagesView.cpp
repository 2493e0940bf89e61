#include "ui/evaluate/EvaluatedImagesView.h"

#include "ui/data/ThumbnailCache.h"
#include "ui/evaluate/EvaluatedImages.h"
#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace graft::ui {
namespace {

constexpr int kPicture = 64;
constexpr int kRowHeight = kPicture + 2 * theme::kUnit;

class ImageDelegate : public QStyledItemDelegate {
public:
    ImageDelegate(ThumbnailCache& thumbnails, QObject* parent)
        : QStyledItemDelegate(parent), m_thumbnails(thumbnails) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {160, kRowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const theme::Palette& palette = theme::palette();
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? palette.selection : palette.hover);
            painter->drawRoundedRect(option.rect, theme::kRadius, theme::kRadius);
        }
        const QRect picture(option.rect.left() + theme::kUnit, option.rect.top() + theme::kUnit, kPicture,
                            kPicture);
        paintPicture(*painter, picture, ImageId{index.data(EvaluatedImages::IdRole).toLongLong()});
        paintLines(*painter,
                   option.rect.adjusted(kPicture + 3 * theme::kUnit, 2 * theme::kUnit, -theme::kUnit,
                                        -2 * theme::kUnit),
                   index);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(QPen(palette.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), theme::kRadius, theme::kRadius);
        }
        painter->restore();
    }

private:
    void paintPicture(QPainter& painter, const QRect& area, ImageId id) const {
        QPainterPath clip;
        clip.addRoundedRect(area, theme::kUnit, theme::kUnit);
        painter.fillPath(clip, theme::palette().raised);
        const Thumbnail* thumbnail = m_thumbnails.find(id);
        if (!thumbnail)
            return;
        if (thumbnail->picture.isNull())
            return theme::icon(QStringLiteral("warning")).paint(&painter, area.adjusted(20, 20, -20, -20));
        painter.save();
        painter.setClipPath(clip);
        const QSize scaled = thumbnail->picture.size().scaled(area.size(), Qt::KeepAspectRatioByExpanding);
        QRect target(QPoint(), scaled);
        target.moveCenter(area.center());
        painter.drawImage(target, thumbnail->picture);
        painter.restore();
    }

    void paintLines(QPainter& painter, const QRect& area, const QModelIndex& index) const {
        const theme::Palette& palette = theme::palette();
        const auto line = [&](int number, const QString& text, const QFont& font, const QColor& color) {
            painter.setFont(font);
            painter.setPen(color);
            const QRect place(area.left(), area.top() + number * area.height() / 3, area.width(),
                              area.height() / 3);
            painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                             QFontMetrics(font).elidedText(text, Qt::ElideMiddle, place.width()));
        };
        line(0, index.data().toString(), theme::font(theme::TextSize::Body, QFont::DemiBold), palette.text);
        line(1, index.data(EvaluatedImages::CertaintyRole).toString(),
             theme::tabularFont(theme::TextSize::Small), palette.text);
        line(2, index.data(EvaluatedImages::FileRole).toString(), theme::font(theme::TextSize::Small),
             palette.secondary);
    }

    ThumbnailCache& m_thumbnails;
};

} // namespace

EvaluatedImagesView::EvaluatedImagesView(EvaluatedImages& images, ThumbnailCache& thumbnails, QWidget* parent)
    : QListView(parent), m_images(images), m_thumbnails(thumbnails) {
    setObjectName(QStringLiteral("evaluatedImages"));
    setAccessibleName(tr("Images, largest loss first"));
    setModel(&images);
    setItemDelegate(new ImageDelegate(thumbnails, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setSpacing(1);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(this, &QListView::clicked, this, &EvaluatedImagesView::open);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &EvaluatedImagesView::wantVisible);
    connect(&images, &QAbstractItemModel::modelReset, this, &EvaluatedImagesView::wantVisible,
            Qt::QueuedConnection);
    connect(&thumbnails, &ThumbnailCache::ready, viewport(), qOverload<>(&QWidget::update));
}

void EvaluatedImagesView::open(const QModelIndex& index) {
    if (index.isValid())
        Q_EMIT opened(m_images.idAt(index.row()));
}

void EvaluatedImagesView::wantVisible() {
    std::vector<ImageId> ids;
    const int pitch = kRowHeight + 2 * spacing();
    const int first = verticalScrollBar()->value() / pitch;
    const int last = std::min(m_images.rowCount(), first + viewport()->height() / pitch + 3);
    for (int row = std::max(0, first); row < last; ++row)
        ids.push_back(m_images.idAt(row));
    m_thumbnails.want(this, std::move(ids), int(kPicture * 1.4 * devicePixelRatioF()));
}

void EvaluatedImagesView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return open(currentIndex());
    QListView::keyPressEvent(event);
}

void EvaluatedImagesView::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    wantVisible();
}

void EvaluatedImagesView::showEvent(QShowEvent* event) {
    QListView::showEvent(event);
    wantVisible();
}

} // namespace graft::ui
