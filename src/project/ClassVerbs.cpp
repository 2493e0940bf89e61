#include "project/ClassNames.h"
#include "project/Edits.h"
#include "project/ProjectImpl.h"
#include "project/UndoText.h"

#include <algorithm>

// The verbs about classes.
namespace graft::project {

using annotation::LabelClass;

namespace {

Error removedMeanwhile() {
    return {translate("Project", "This class has been removed meanwhile; nothing was changed.")};
}

Error withoutName() {
    return {translate("Project", "A class needs a name.")};
}

/// Numbers the classes anew in the given order.
void reposition(const std::vector<LabelClass>& order, Edits& edits) {
    for (int position = 0; const LabelClass& before : order) {
        LabelClass after = before;
        after.position = position++;
        edits.change(before, after);
    }
}

std::vector<LabelClass> without(std::vector<LabelClass> classes, ClassId id) {
    std::erase_if(classes, [&](const LabelClass& c) { return c.id == id; });
    return classes;
}

/// Everything labelled `from` gets `into`; without one, images are unlabelled and shapes removed.
void relabel(const State& state, ClassId from, ClassId into, Edits& edits) {
    for (const ImageRecord& before : state.images()) {
        if (before.label != from)
            continue;
        ImageRecord after = before;
        after.label = into;
        edits.change(before, after);
    }
    for (const auto& [image, shapes] : state.allShapes()) {
        for (const annotation::Shape& before : shapes) {
            if (before.classId != from)
                continue;
            annotation::Shape after = before;
            after.classId = into;
            if (into)
                edits.change(shapeRow(image, before), shapeRow(image, after));
            else
                edits.remove(shapeRow(image, before));
        }
    }
}

} // namespace

Result<ClassId> Project::addClass(const std::string& name) {
    if (auto may = m_impl->mayWrite(); !may)
        return may.error();
    const std::string clean = cleanClassName(name);
    if (clean.empty())
        return withoutName();
    if (classNamed(clean))
        return Error{translate("Project", "There is a class “%1” already.", {clean})};
    NextIds ids = m_impl->journal->nextIds();
    Edits edits;
    const LabelClass added = newClass(classes(), {ids.labelClass++}, clean);
    edits.add(added);
    if (auto done = m_impl->commit({verb::addClass, {clean}}, edits.rows(), ids); !done)
        return done.error();
    return added.id;
}

Result<> Project::renameClass(ClassId id, const std::string& name) {
    const LabelClass* before = labelClass(id);
    if (!before)
        return removedMeanwhile();
    LabelClass after = *before;
    after.name = cleanClassName(name);
    if (after.name.empty())
        return withoutName();
    if (const LabelClass* other = classNamed(after.name); other && other->id != id)
        return Error{translate("Project",
                               "There is a class “%1” already. Merge “%2” into it, or choose another name.",
                               {after.name, before->name})};
    Edits edits;
    edits.change(*before, after);
    return m_impl->commit({verb::renameClass, {before->name, after.name}}, edits.rows());
}

Result<> Project::recolorClass(ClassId id, std::uint32_t color) {
    const LabelClass* before = labelClass(id);
    if (!before)
        return removedMeanwhile();
    LabelClass after = *before;
    after.color = color & 0xFFFFFF;
    Edits edits;
    edits.change(*before, after);
    return m_impl->commit({verb::recolorClass, {before->name}}, edits.rows());
}

Result<> Project::moveClass(ClassId id, int position) {
    const LabelClass* moved = labelClass(id);
    if (!moved)
        return removedMeanwhile();
    std::vector<LabelClass> order = without(classes(), id);
    order.insert(order.begin() + std::clamp(position, 0, int(order.size())), *moved);
    Edits edits;
    reposition(order, edits);
    return m_impl->commit({verb::moveClass, {moved->name}}, edits.rows());
}

Result<> Project::mergeClasses(ClassId from, ClassId into) {
    const LabelClass* source = labelClass(from);
    const LabelClass* target = labelClass(into);
    if (!source || !target)
        return removedMeanwhile();
    if (from == into)
        return Error{translate("Project", "A class cannot be merged into itself.")};
    Edits edits;
    relabel(m_impl->state, from, into, edits);
    edits.remove(*source);
    reposition(without(classes(), from), edits);
    return m_impl->commit({verb::mergeClasses, {source->name, target->name}}, edits.rows());
}

Result<> Project::removeClass(ClassId id) {
    const LabelClass* removed = labelClass(id);
    if (!removed)
        return removedMeanwhile();
    Edits edits;
    relabel(m_impl->state, id, {}, edits);
    edits.remove(*removed);
    reposition(without(classes(), id), edits);
    return m_impl->commit({verb::removeClass, {removed->name}}, edits.rows());
}

} // namespace graft::project
