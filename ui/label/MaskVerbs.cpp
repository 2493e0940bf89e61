#include "ui/label/MaskVerbs.h"

namespace graft::ui {

using annotation::Mask;
using annotation::Shape;
using annotation::Span;
using project::ShapeVerb;

namespace {

bool touches(const Mask& mask, const Mask& stroke) {
    return mask.x < stroke.x + stroke.width && stroke.x < mask.x + mask.width &&
           mask.y < stroke.y + stroke.height && stroke.y < mask.y + mask.height;
}

} // namespace

std::optional<Shape> selectedMask(const ShapeEditor& editor) {
    std::optional<Shape> shape = editor.single();
    return shape && std::holds_alternative<Mask>(shape->geometry) ? shape : std::nullopt;
}

bool paintOn(ShapeEditor& editor, std::vector<Span> spans) {
    if (spans.empty())
        return false;
    if (std::optional<Shape> shape = selectedMask(editor)) {
        shape->geometry = annotation::united(std::get<Mask>(shape->geometry), spans);
        return editor.change(ShapeVerb::Paint, {*shape});
    }
    return editor.add(ShapeVerb::Paint, annotation::maskFromSpans(std::move(spans)));
}

void eraseFrom(ShapeEditor& editor, const std::vector<Span>& stroke) {
    const Mask covered = annotation::maskFromSpans(stroke);
    const std::vector<Span> spans = annotation::spansOf(covered);
    const std::optional<Shape> selected = selectedMask(editor);
    std::vector<Shape> changed;
    std::vector<ShapeId> removed;
    for (Shape& shape : selected ? std::vector{*selected} : editor.reachable()) {
        const auto* mask = std::get_if<Mask>(&shape.geometry);
        if (!mask || !touches(*mask, covered))
            continue;
        Mask left = annotation::subtracted(*mask, spans);
        if (annotation::area(left) == annotation::area(*mask))
            continue;
        if (left.runs.empty()) {
            removed.push_back(shape.id);
            continue;
        }
        shape.geometry = std::move(left);
        changed.push_back(shape);
    }
    if (!changed.empty() || !removed.empty())
        editor.change(ShapeVerb::Erase, changed, removed);
}

} // namespace graft::ui
