#include "ui/label/ShapeEditor.h"

#include "annotation/HitTest.h"
#include "annotation/Order.h"
#include "ui/label/ShapeClipboard.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace graft::ui {

using annotation::Shape;
using project::ShapeVerb;

namespace {

constexpr double kPasteOffset = 10; ///< of a copy on the image it is of, so that it is seen

std::vector<annotation::Box> boxesOf(const std::vector<Shape>& shapes, annotation::Extent image) {
    std::vector<annotation::Box> boxes;
    boxes.reserve(shapes.size());
    for (const Shape& shape : shapes)
        boxes.push_back(annotation::insideOf(annotation::boundingBox(shape.geometry), image));
    return boxes;
}

bool isMask(const Shape& shape) {
    return std::holds_alternative<annotation::Mask>(shape.geometry);
}

bool sameOutlines(const std::vector<Shape>& a, const std::vector<Shape>& b) {
    auto i = a.begin(), j = b.begin();
    while (true) {
        i = std::find_if_not(i, a.end(), isMask);
        j = std::find_if_not(j, b.end(), isMask);
        if (i == a.end() || j == b.end())
            return i == a.end() && j == b.end();
        if (!(*i++ == *j++))
            return false;
    }
}

} // namespace

ShapeEditor::ShapeEditor(QObject* parent) : QObject(parent) {}

void ShapeEditor::setProject(project::Project* project) {
    m_project = project;
    m_nextClass = {};
    m_flipped.clear();
    setImage({});
}

void ShapeEditor::setImage(ImageId image) {
    if (image && image == m_image)
        return;
    m_image = image;
    setSelected({});
    reload();
    Q_EMIT selectionChanged();
}

void ShapeEditor::apply(const project::Change& change) {
    const auto names = [this](const std::vector<ImageId>& ids) {
        return std::find(ids.begin(), ids.end(), m_image) != ids.end();
    };
    if (!change.classes && !names(change.shapesChanged) && !names(change.imagesRemoved))
        return;
    Q_EMIT storedChanged();
    reload();
    if (change.classes)
        Q_EMIT nextClassChanged();
}

void ShapeEditor::reload() {
    const project::ImageRecord* image = m_project ? m_project->image(m_image) : nullptr;
    m_extent = image ? annotation::Extent{image->width, image->height} : annotation::Extent{};
    rebuildShown();
    std::vector<ShapeId> left = m_selected;
    const bool gone = std::erase_if(left, [this](ShapeId id) { return !find(id); }) > 0;
    if (gone)
        setSelected(std::move(left));
    Q_EMIT changed();
    if (gone)
        Q_EMIT selectionChanged();
}

const std::vector<Shape>& ShapeEditor::stored() const {
    static const std::vector<Shape> none;
    return m_project && m_extent.width > 0 ? m_project->shapes(m_image) : none;
}

void ShapeEditor::rebuildShown() {
    std::vector<Shape> shown = stored();
    std::erase_if(shown, [this](const Shape& shape) { return shape.hidden != m_flipped.contains(shape.id); });
    if (!m_previewed.empty() || !sameOutlines(shown, m_shown))
        ++m_outlineRevision;
    m_previewed.clear();
    m_shown = std::move(shown);
    m_index = annotation::SpatialIndex(m_shown);
}

std::size_t ShapeEditor::placeOf(ShapeId id) const {
    const auto found = std::ranges::lower_bound(m_shown, id, {}, &Shape::id);
    return found != m_shown.end() && found->id == id ? std::size_t(found - m_shown.begin()) : m_shown.size();
}

const Shape* ShapeEditor::shownShape(ShapeId id) const {
    const std::size_t place = placeOf(id);
    return place < m_shown.size() ? &m_shown[place] : nullptr;
}

bool ShapeEditor::editable() const {
    return m_project && !m_project->readOnly() && m_extent.width > 0 &&
           m_project->task() != annotation::TaskKind::Classification;
}

std::vector<Shape> ShapeEditor::reachable() const {
    std::vector<Shape> shapes = m_shown;
    std::erase_if(shapes, [](const Shape& shape) { return shape.locked; });
    return shapes;
}

void ShapeEditor::setSelected(std::vector<ShapeId> ids) {
    m_selected = std::move(ids);
    m_isSelected = {m_selected.begin(), m_selected.end()};
}

std::vector<Shape> ShapeEditor::selectedShapes() const {
    std::vector<Shape> shapes;
    for (const ShapeId id : m_selected) {
        const std::size_t place = placeOf(id);
        if (place < m_shown.size() && !m_shown[place].locked)
            shapes.push_back(m_shown[place]);
    }
    return shapes;
}

std::optional<Shape> ShapeEditor::single() const {
    if (m_selected.size() != 1 || !editable())
        return std::nullopt;
    const std::vector<Shape> shapes = selectedShapes();
    return shapes.empty() ? std::nullopt : std::optional(shapes.front());
}

void ShapeEditor::select(std::vector<ShapeId> ids) {
    if (ids == m_selected)
        return;
    setSelected(std::move(ids));
    Q_EMIT selectionChanged();
}

void ShapeEditor::toggle(ShapeId id) {
    std::vector<ShapeId> ids = m_selected;
    if (std::erase(ids, id) == 0)
        ids.push_back(id);
    select(std::move(ids));
}

std::optional<ShapeId> ShapeEditor::reachableAt(annotation::Point point, double reach) const {
    const auto hit = annotation::shapeAt(m_shown, m_index, point, reach, annotation::Locked::Skipped);
    return hit ? std::optional(m_shown[*hit].id) : std::nullopt;
}

std::optional<ShapeId> ShapeEditor::shownAt(annotation::Point point, double reach) const {
    const auto hit = annotation::shapeAt(m_shown, m_index, point, reach);
    return hit ? std::optional(m_shown[*hit].id) : std::nullopt;
}

void ShapeEditor::selectAt(annotation::Point point, double reach) {
    const auto hit = reachableAt(point, reach);
    select(hit ? std::vector{*hit} : std::vector<ShapeId>{});
}

void ShapeEditor::selectAll() {
    std::vector<ShapeId> ids;
    for (const Shape& shape : reachable())
        ids.push_back(shape.id);
    select(std::move(ids));
}

const Shape* ShapeEditor::find(ShapeId id) const {
    const std::vector<Shape>& shapes = stored();
    const auto found = std::ranges::lower_bound(shapes, id, {}, &Shape::id);
    return found != shapes.end() && found->id == id ? &*found : nullptr;
}

bool ShapeEditor::isHidden(ShapeId id) const {
    const Shape* shape = find(id);
    return shape && shape->hidden != m_flipped.contains(id);
}

bool ShapeEditor::isLocked(ShapeId id) const {
    const Shape* shape = find(id);
    return shape && shape->locked;
}

void ShapeEditor::setHidden(ShapeId id, bool hidden) {
    const Shape* stored = find(id);
    if (!stored || isHidden(id) == hidden)
        return;
    if (editable()) {
        Shape shape = *stored;
        shape.hidden = hidden;
        change(ShapeVerb::Hide, {shape});
        return;
    }
    if (m_flipped.erase(id) == 0)
        m_flipped.insert(id);
    rebuildShown();
    Q_EMIT changed();
}

void ShapeEditor::setLocked(ShapeId id, bool locked) {
    const Shape* stored = find(id);
    if (!stored || stored->locked == locked || !editable())
        return;
    Shape shape = *stored;
    shape.locked = locked;
    change(ShapeVerb::Lock, {shape});
}

ClassId ShapeEditor::nextClass() const {
    if (!m_project || m_project->classes().empty())
        return {};
    return m_project->labelClass(m_nextClass) ? m_nextClass : m_project->classes().front().id;
}

ClassId ShapeEditor::shownClass() const {
    ClassId shared;
    for (const ShapeId id : m_selected) {
        const Shape* shape = find(id);
        if (!shape)
            continue;
        if (shared && shared != shape->classId)
            return {};
        shared = shape->classId;
    }
    return m_selected.empty() ? nextClass() : shared;
}

// What was just given is what comes next, too.
void ShapeEditor::chooseClass(ClassId id) {
    if (!m_project || !m_project->labelClass(id))
        return;
    m_nextClass = id;
    std::vector<Shape> shapes = selectedShapes();
    for (Shape& shape : shapes)
        shape.classId = id;
    if (!shapes.empty())
        change(ShapeVerb::Classify, shapes);
    Q_EMIT nextClassChanged();
}

void ShapeEditor::setPreview(const std::vector<Shape>& shapes) {
    bool others = false;
    for (const Shape& shape : shapes) {
        const std::size_t place = placeOf(shape.id);
        if (place == m_shown.size())
            continue;
        m_shown[place] = shape;
        m_index.move(place, shape.geometry);
        others |= m_previewed.insert(shape.id).second;
    }
    if (others) {
        ++m_outlineRevision;
        Q_EMIT changed();
    }
    Q_EMIT previewMoved();
}

void ShapeEditor::dropPreview() {
    rebuildShown();
    Q_EMIT changed();
}

bool ShapeEditor::succeeded(const Result<std::vector<ShapeId>>& result) {
    if (!result) {
        dropPreview();
        Q_EMIT failed(QString::fromStdString(result.error().message));
    }
    return result.ok();
}

std::int32_t ShapeEditor::frontmost() const {
    std::int32_t z = 0;
    for (const Shape& shape : stored())
        z = std::max(z, shape.z);
    return z;
}

bool ShapeEditor::add(ShapeVerb verb, annotation::Geometry geometry) {
    if (!editable())
        return false;
    if (!nextClass()) {
        Q_EMIT failed(tr("A shape needs a class. Add one in the panel at the right, then draw."));
        return false;
    }
    const auto added =
        m_project->editShapes(m_image, verb, {{{}, nextClass(), std::move(geometry), frontmost()}});
    if (added)
        select(*added);
    return succeeded(added);
}

bool ShapeEditor::change(ShapeVerb verb, const std::vector<Shape>& shapes,
                         const std::vector<ShapeId>& removed, const std::string& batch) {
    if (!editable())
        return false;
    const auto done = m_project->editShapes(m_image, verb, shapes, removed, batch);
    if (done && !m_previewed.empty())
        dropPreview(); // where nothing changed, nothing was announced
    return succeeded(done);
}

void ShapeEditor::removeSelected() {
    std::vector<ShapeId> ids;
    for (const Shape& shape : selectedShapes())
        ids.push_back(shape.id);
    if (!ids.empty())
        change(ShapeVerb::Remove, {}, ids);
}

void ShapeEditor::editSelected(ShapeVerb verb, const std::function<void(Shape&)>& edit) {
    std::vector<Shape> changed;
    for (const ShapeId id : m_selected) {
        const Shape* stored = find(id);
        if (!stored)
            continue;
        Shape shape = *stored;
        edit(shape);
        if (!(shape == *stored))
            changed.push_back(std::move(shape));
    }
    if (!changed.empty())
        change(verb, changed);
}

void ShapeEditor::reorderSelected(annotation::Step step) {
    const std::vector<Shape> changed = annotation::reordered(stored(), m_selected, step);
    if (!changed.empty())
        change(ShapeVerb::Reorder, changed);
}

void ShapeEditor::showAll() {
    m_flipped.clear();
    std::vector<Shape> changed;
    for (Shape shape : stored())
        if (std::exchange(shape.hidden, false))
            changed.push_back(std::move(shape));
    if (!changed.empty() && editable())
        change(ShapeVerb::Hide, changed);
    dropPreview();
}

void ShapeEditor::nudge(annotation::Point by, bool repeated) {
    std::vector<Shape> shapes = selectedShapes();
    const annotation::Point step = annotation::stepInside(boxesOf(shapes, m_extent), by, m_extent);
    if (!repeated)
        ++m_nudge;
    if (step == annotation::Point{})
        return;
    for (Shape& shape : shapes)
        shape.geometry = annotation::moved(shape.geometry, step);
    change(ShapeVerb::Move, shapes, {}, "nudge " + std::to_string(m_nudge));
}

void ShapeEditor::copy() {
    const std::vector<Shape> shapes = selectedShapes();
    if (shapes.empty())
        return;
    CopiedShapes copied{m_project->folder().string(), m_image, shapes, {}};
    for (const Shape& shape : shapes) {
        const annotation::LabelClass* labelClass = m_project->labelClass(shape.classId);
        copied.classes.push_back(labelClass ? labelClass->name : std::string());
    }
    putOnClipboard(copied);
    m_pasted = 0;
}

bool ShapeEditor::canPaste() const {
    return editable() && clipboardHasShapes();
}

// On another image at the same place, on the same one a little beside it. A class that this project does not
// have is the class of the next shape.
void ShapeEditor::paste() {
    std::optional<CopiedShapes> copied = canPaste() ? takeFromClipboard() : std::nullopt;
    if (!copied || copied->shapes.empty() || !nextClass())
        return;
    const bool same = copied->image == m_image && copied->project == m_project->folder().string();
    const double offset = same ? kPasteOffset * ++m_pasted : 0;
    std::vector<annotation::Box> boxes; // whole ones: what was outside of a smaller image comes into it
    for (const Shape& shape : copied->shapes)
        boxes.push_back(annotation::boundingBox(shape.geometry));
    const annotation::Point step = annotation::stepInside(boxes, {offset, offset}, m_extent);
    for (std::size_t i = 0; i < copied->shapes.size(); ++i) {
        Shape& shape = copied->shapes[i];
        const annotation::LabelClass* known = m_project->classNamed(copied->classes[i]);
        shape.id = {};
        shape.classId = known ? known->id : nextClass();
        shape.z = frontmost();
        shape.geometry = annotation::moved(shape.geometry, step);
    }
    const auto added = m_project->editShapes(m_image, ShapeVerb::Paste, copied->shapes);
    if (added)
        select(*added);
    succeeded(added);
}

void ShapeEditor::resizeBrush(bool larger) {
    constexpr double kStep = 1.25;
    setBrushDiameter(larger ? std::max(m_brush + 1, int(std::lround(m_brush * kStep)))
                            : std::min(m_brush - 1, int(std::lround(m_brush / kStep))));
}

void ShapeEditor::setWand(const regions::WandOptions& options) {
    m_wand = options;
    Q_EMIT brushChanged();
}

void ShapeEditor::setBrushDiameter(int pixels) {
    m_brush = std::clamp(pixels, 1, kLargestBrush);
    Q_EMIT brushChanged();
}

} // namespace graft::ui
