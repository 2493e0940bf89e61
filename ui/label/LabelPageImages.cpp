#include "ui/data/ThumbnailCache.h"
#include "ui/frame/Studio.h"
#include "ui/label/FilmStrip.h"
#include "ui/label/ImageLoader.h"
#include "ui/label/LabelPage.h"
#include "ui/label/ShapeCanvas.h"

#include <algorithm>
#include <utility>

// Which image is shown, and in which order they come.
namespace graft::ui {

void LabelPage::takeAllImages() {
    m_all = true;
    m_order.clear();
    for (const project::ImageRecord& image : m_studio.project()->images())
        m_order.push_back(image.id);
    m_strip->setImages(m_order);
}

// An order that the Data page gave stays as it is while its images are labelled; only what is removed leaves
// it.
void LabelPage::keepOrder(const project::Change& change) {
    const ImageId current = currentImage();
    const int before = m_index;
    if (m_all) {
        takeAllImages();
    } else if (!change.imagesRemoved.empty()) {
        std::erase_if(m_order, [this](ImageId id) { return !m_studio.project()->image(id); });
        if (m_order.empty())
            takeAllImages();
        m_strip->setImages(m_order);
    }
    const auto found = std::find(m_order.begin(), m_order.end(), current);
    m_index = -1;
    goToIndex(found != m_order.end() ? int(found - m_order.begin()) : std::max(0, before));
}

ImageId LabelPage::currentImage() const {
    return m_index >= 0 && m_index < int(m_order.size()) ? m_order[std::size_t(m_index)] : ImageId{};
}

void LabelPage::showImages(ImageId first, std::vector<ImageId> order) {
    if (!m_studio.project())
        return;
    std::erase_if(order, [this](ImageId id) { return !m_studio.project()->image(id); });
    m_all = order.size() == m_studio.project()->images().size();
    m_order = std::move(order);
    if (m_order.empty())
        takeAllImages();
    m_strip->setImages(m_order);
    const auto found = std::find(m_order.begin(), m_order.end(), first);
    goToIndex(found == m_order.end() ? 0 : int(found - m_order.begin()));
}

void LabelPage::showImage(ImageId id) {
    auto found = std::find(m_order.begin(), m_order.end(), id);
    if (found == m_order.end() && m_studio.project()) {
        takeAllImages();
        found = std::find(m_order.begin(), m_order.end(), id);
    }
    if (found != m_order.end())
        goToIndex(int(found - m_order.begin()));
}

void LabelPage::goToIndex(int index) {
    if (m_order.empty()) {
        m_index = -1;
        m_canvas->clear();
        showShapesOf({});
        return;
    }
    const int before = std::exchange(m_index, std::clamp(index, 0, int(m_order.size()) - 1));
    m_way = m_index < before ? -1 : m_index > before ? 1 : m_way;
    m_strip->setCurrent(m_index);
    wantImages();
    showCurrent();
    refreshTexts();
}

void LabelPage::step(int by) {
    const int target = m_index + by;
    if (target >= 0 && target < int(m_order.size()))
        goToIndex(target);
}

// From here on, then from the start: none is left out.
void LabelPage::nextUnlabelled() {
    const int size = int(m_order.size());
    for (int ahead = 1; ahead <= size; ++ahead) {
        const int index = (m_index + ahead) % size;
        const project::ImageRecord* image = m_studio.project()->image(m_order[std::size_t(index)]);
        if (image && !isLabelled(*image)) {
            goToIndex(index);
            return;
        }
    }
    if (size > 0)
        Q_EMIT m_studio.notify(
            forShapes() ? tr("Every image here has shapes.") : tr("Every image here has a class."), false);
}

// The next one on the way, the one that a person may turn back to, then those further on.
void LabelPage::wantImages() {
    if (!isVisible())
        return;
    std::vector<ImageId> ids{currentImage()};
    for (const int by : {1, -1, 2, 3}) {
        const int index = m_index + by * m_way;
        if (index >= 0 && index < int(m_order.size()))
            ids.push_back(m_order[std::size_t(index)]);
    }
    m_loader->want(std::move(ids));
}

void LabelPage::showCurrent() {
    const project::ImageRecord* image =
        m_studio.project() ? m_studio.project()->image(currentImage()) : nullptr;
    showShapesOf(currentImage());
    if (!image)
        return;
    if (auto loaded = m_loader->find(image->id)) {
        m_canvas->setImage(std::move(loaded));
        return;
    }
    const Thumbnail* thumbnail = m_thumbnails.find(image->id);
    m_canvas->setPlaceholder(thumbnail ? thumbnail->picture : QImage(), {image->width, image->height});
}

void LabelPage::showLoaded(ImageId id) {
    if (id != currentImage())
        return;
    m_canvas->setImage(m_loader->find(id));
    if (const QStringList drawing = std::exchange(m_drawingToCome, {}); !drawing.isEmpty())
        showDrawing(drawing);
}

} // namespace graft::ui
