#include "project/UndoText.h"

#include "annotation/LabelClass.h"

#include <functional>
#include <map>
#include <utility>

namespace graft::project {

namespace {

/// The arguments of an entry; what is missing reads as empty.
struct Arguments {
    const std::vector<std::string>& all;
    std::string operator[](std::size_t i) const { return i < all.size() ? all[i] : std::string(); }
};

/// "bee_001.jpg", or "12 images".
std::string imagesNamed(const Arguments& arguments) {
    return arguments[0] == "1" ? arguments[1] : translate("Undo", "%1 images", {arguments[0]});
}

std::string splitWord(const std::string& name) {
    switch (annotation::splitNamed(name).value_or(annotation::Split::None)) {
    case annotation::Split::Train:
        return translate("Undo", "training");
    case annotation::Split::Validation:
        return translate("Undo", "validation");
    case annotation::Split::Test:
        return translate("Undo", "test");
    case annotation::Split::None:
        break;
    }
    return {};
}

std::string assignClassText(const Arguments& a) {
    return a[2].empty() ? translate("Undo", "Remove the class of %1", {imagesNamed(a)})
                        : translate("Undo", "Assign class “%1” to %2", {a[2], imagesNamed(a)});
}

std::string assignSplitText(const Arguments& a) {
    const std::string split = splitWord(a[2]);
    return split.empty() ? translate("Undo", "Take %1 out of the split", {imagesNamed(a)})
                         : translate("Undo", "Put %1 into %2", {imagesNamed(a), split});
}

std::string assignGroupText(const Arguments& a) {
    return a[2].empty() ? translate("Undo", "Take %1 out of their group", {imagesNamed(a)})
                        : translate("Undo", "Put %1 into group “%2”", {imagesNamed(a), a[2]});
}

constexpr std::pair<ShapeVerb, const char*> kShapeVerbs[] = {
    {ShapeVerb::Draw, "draw"},         {ShapeVerb::Move, "move"},         {ShapeVerb::Reshape, "reshape"},
    {ShapeVerb::Classify, "classify"}, {ShapeVerb::Paint, "paint"},       {ShapeVerb::Erase, "erase"},
    {ShapeVerb::Paste, "paste"},       {ShapeVerb::Remove, "remove"},     {ShapeVerb::Turn, "turn"},
    {ShapeVerb::Merge, "merge"},       {ShapeVerb::Subtract, "subtract"}, {ShapeVerb::Split, "split"},
    {ShapeVerb::Simplify, "simplify"}, {ShapeVerb::Reorder, "reorder"},   {ShapeVerb::Lock, "lock"},
    {ShapeVerb::Hide, "hide"},         {ShapeVerb::Describe, "describe"}};

/// `%1`: the image's file.
const char* textOf(ShapeVerb what) {
    switch (what) {
    case ShapeVerb::Draw:
        return QT_TRANSLATE_NOOP("Undo", "Draw a shape on %1");
    case ShapeVerb::Move:
        return QT_TRANSLATE_NOOP("Undo", "Move shapes of %1");
    case ShapeVerb::Reshape:
        return QT_TRANSLATE_NOOP("Undo", "Change the outline of a shape of %1");
    case ShapeVerb::Classify:
        return QT_TRANSLATE_NOOP("Undo", "Give shapes of %1 another class");
    case ShapeVerb::Paint:
        return QT_TRANSLATE_NOOP("Undo", "Paint on %1");
    case ShapeVerb::Erase:
        return QT_TRANSLATE_NOOP("Undo", "Erase on %1");
    case ShapeVerb::Paste:
        return QT_TRANSLATE_NOOP("Undo", "Paste shapes on %1");
    case ShapeVerb::Remove:
        return QT_TRANSLATE_NOOP("Undo", "Remove shapes of %1");
    case ShapeVerb::Turn:
        return QT_TRANSLATE_NOOP("Undo", "Turn a shape of %1");
    case ShapeVerb::Merge:
        return QT_TRANSLATE_NOOP("Undo", "Merge shapes of %1");
    case ShapeVerb::Subtract:
        return QT_TRANSLATE_NOOP("Undo", "Subtract shapes of %1");
    case ShapeVerb::Split:
        return QT_TRANSLATE_NOOP("Undo", "Split shapes of %1");
    case ShapeVerb::Simplify:
        return QT_TRANSLATE_NOOP("Undo", "Simplify shapes of %1");
    case ShapeVerb::Reorder:
        return QT_TRANSLATE_NOOP("Undo", "Change the order of shapes of %1");
    case ShapeVerb::Lock:
        return QT_TRANSLATE_NOOP("Undo", "Lock or unlock shapes of %1");
    case ShapeVerb::Hide:
        return QT_TRANSLATE_NOOP("Undo", "Hide or show shapes of %1");
    case ShapeVerb::Describe:
        return QT_TRANSLATE_NOOP("Undo", "Describe shapes of %1");
    }
    return QT_TRANSLATE_NOOP("Undo", "Edit the shapes of %1");
}

std::string editShapesText(const Arguments& a) {
    for (const auto& [what, name] : kShapeVerbs)
        if (a[2] == name)
            return translate("Undo", textOf(what), {a[1]});
    return translate("Undo", "Edit the shapes of %1", {a[1]});
}

using Text = std::function<std::string(const Arguments&)>;

const std::map<std::string, Text>& texts() {
    using A = const Arguments&;
    static const std::map<std::string, Text> all = {
        {verb::addImages, [](A a) { return translate("Undo", "Add %1", {imagesNamed(a)}); }},
        {verb::removeImages, [](A a) { return translate("Undo", "Remove %1", {imagesNamed(a)}); }},
        {verb::relink, [](A a) { return translate("Undo", "Find %1 again", {imagesNamed(a)}); }},
        {verb::refreshImages,
         [](A a) { return translate("Undo", "Take over the new content of %1", {imagesNamed(a)}); }},
        {verb::addClass, [](A a) { return translate("Undo", "Add class “%1”", {a[0]}); }},
        {verb::renameClass,
         [](A a) {
             return translate("Undo", "Rename class “%1” to “%2”", {a[0], a[1]});
         }},
        {verb::recolorClass, [](A a) { return translate("Undo", "Recolour class “%1”", {a[0]}); }},
        {verb::moveClass, [](A a) { return translate("Undo", "Move class “%1”", {a[0]}); }},
        {verb::mergeClasses,
         [](A a) {
             return translate("Undo", "Merge class “%1” into “%2”", {a[0], a[1]});
         }},
        {verb::removeClass, [](A a) { return translate("Undo", "Remove class “%1”", {a[0]}); }},
        {verb::assignClass, assignClassText},
        {verb::assignSplit, assignSplitText},
        {verb::assignGroup, assignGroupText},
        {verb::applySplit, [](A a) { return translate("Undo", "Split %1", {imagesNamed(a)}); }},
        {verb::addShapes, [](A a) { return translate("Undo", "Add the shapes of %1", {imagesNamed(a)}); }},
        {verb::replaceShapes,
         [](A a) { return translate("Undo", "Edit the shapes of %1", {imagesNamed(a)}); }},
        {verb::editShapes, editShapesText},
    };
    return all;
}

} // namespace

std::string nameOf(ShapeVerb what) {
    for (const auto& [known, name] : kShapeVerbs)
        if (known == what)
            return name;
    return {};
}

std::string undoText(const JournalEntry& entry) {
    const auto found = texts().find(entry.verb);
    return found != texts().end() ? found->second(Arguments{entry.arguments}) : translate("Undo", "Edit");
}

} // namespace graft::project
