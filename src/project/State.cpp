#include "project/State.h"

#include "base/Log.h"

#include <algorithm>

namespace graft::project {

using annotation::LabelClass;
using annotation::Shape;

namespace {

bool earlier(const ImageRecord& a, const ImageRecord& b) {
    return a.id < b.id;
}

void countDown(std::unordered_map<std::string, int>& counts, const std::string& key) {
    const auto found = counts.find(key);
    if (found != counts.end() && --found->second == 0)
        counts.erase(found);
}

} // namespace

const ImageRecord* State::image(ImageId id) const {
    const auto found = std::ranges::lower_bound(m_images, id, {}, &ImageRecord::id);
    return found != m_images.end() && found->id == id ? &*found : nullptr;
}

const LabelClass* State::labelClass(ClassId id) const {
    const auto found = std::ranges::find(m_classes, id, &LabelClass::id);
    return found != m_classes.end() ? &*found : nullptr;
}

const LabelClass* State::classNamed(const std::string& name) const {
    const auto found = std::ranges::find(m_classes, name, &LabelClass::name);
    return found != m_classes.end() ? &*found : nullptr;
}

const std::vector<Shape>& State::shapes(ImageId image) const {
    static const std::vector<Shape> none;
    const auto found = m_shapes.find(image);
    return found != m_shapes.end() ? found->second : none;
}

int State::copies(const std::string& contentHash) const {
    const auto found = m_copies.find(contentHash);
    return found != m_copies.end() ? found->second : 0;
}

void State::index(const ImageRecord& image) {
    ++m_paths[image.path];
    if (!image.contentHash.empty())
        ++m_copies[image.contentHash];
}

void State::forget(const ImageRecord& image) {
    countDown(m_paths, image.path);
    countDown(m_copies, image.contentHash);
}

Change State::apply(const std::vector<RowChange>& changes) {
    Change touched;
    std::vector<const RowChange*> added;
    std::unordered_set<std::int64_t> removed;
    for (const RowChange& change : changes) {
        if (change.table == Table::Classes) {
            applyClass(change);
            touched.classes = true;
        } else if (change.table == Table::Shapes) {
            applyShape(change, touched);
        } else if (change.added()) {
            added.push_back(&change);
            touched.imagesAdded.push_back({change.id});
        } else if (change.removed()) {
            removed.insert(change.id);
            touched.imagesRemoved.push_back({change.id});
        } else {
            changeImage(change);
            touched.imagesChanged.push_back({change.id});
        }
    }
    removeImages(removed);
    addImages(added);
    std::ranges::sort(m_classes, {}, [](const LabelClass& c) { return std::pair(c.position, c.id); });
    std::ranges::sort(touched.shapesChanged);
    const auto repeated = std::ranges::unique(touched.shapesChanged);
    touched.shapesChanged.erase(repeated.begin(), repeated.end());
    return touched;
}

void State::applyClass(const RowChange& change) {
    auto found = std::ranges::find(m_classes, ClassId{change.id}, &LabelClass::id);
    if (change.removed()) {
        if (found != m_classes.end())
            m_classes.erase(found);
        return;
    }
    if (found == m_classes.end())
        found = m_classes.insert(m_classes.end(), LabelClass{.id = {change.id}});
    setColumns(*found, change.columns, change.after);
}

void State::applyShape(const RowChange& change, Change& touched) {
    ShapeRow row{.id = {change.id}};
    if (const auto owner = m_shapeOwners.find(row.id); owner != m_shapeOwners.end()) {
        row.image = owner->second;
        touched.shapesChanged.push_back(row.image);
        std::vector<Shape>& before = m_shapes[row.image];
        const auto old = std::ranges::find(before, row.id, &Shape::id);
        if (old != before.end()) {
            row = shapeRow(row.image, *old);
            before.erase(old);
        }
        if (before.empty())
            m_shapes.erase(row.image);
        m_shapeOwners.erase(owner);
    }
    if (change.removed())
        return;
    setColumns(row, change.columns, change.after);
    auto shape = shapeOf(row);
    if (!shape) {
        log(LogLevel::Warning, "shape " + std::to_string(change.id) + " has no readable geometry");
        return;
    }
    std::vector<Shape>& after = m_shapes[row.image];
    after.insert(std::ranges::upper_bound(after, row.id, {}, &Shape::id), std::move(*shape));
    m_shapeOwners[row.id] = row.image;
    touched.shapesChanged.push_back(row.image);
}

void State::changeImage(const RowChange& change) {
    const auto found = std::ranges::lower_bound(m_images, ImageId{change.id}, {}, &ImageRecord::id);
    if (found == m_images.end() || found->id.value != change.id)
        return;
    forget(*found);
    setColumns(*found, change.columns, change.after);
    index(*found);
}

void State::addImages(const std::vector<const RowChange*>& rows) {
    if (rows.empty())
        return;
    const auto before = std::ptrdiff_t(m_images.size());
    if (m_images.empty())
        m_images.reserve(rows.size());
    for (const RowChange* row : rows) {
        ImageRecord image{.id = {row->id}};
        setColumns(image, row->columns, row->after);
        index(image);
        m_images.push_back(std::move(image));
    }
    std::sort(m_images.begin() + before, m_images.end(), earlier);
    std::inplace_merge(m_images.begin(), m_images.begin() + before, m_images.end(), earlier);
}

void State::removeImages(const std::unordered_set<std::int64_t>& ids) {
    if (ids.empty())
        return;
    for (const ImageRecord& image : m_images)
        if (ids.contains(image.id.value))
            forget(image);
    std::erase_if(m_images, [&](const ImageRecord& image) { return ids.contains(image.id.value); });
}

} // namespace graft::project
