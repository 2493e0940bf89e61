#include "project/ClassNames.h"
#include "project/Edits.h"
#include "project/Geometry.h"
#include "project/Paths.h"
#include "project/ProjectImpl.h"
#include "project/UndoText.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

// The verbs about images: they come and go, get a class, a side of the split, a group.
namespace graft::project {

using annotation::LabelClass;
using annotation::Split;

namespace {

bool isNumber(const std::string& text) {
    return !text.empty() && text.size() < 10 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool comesBefore(const std::string& a, const std::string& b) {
    if (isNumber(a) != isNumber(b))
        return isNumber(a);
    return isNumber(a) && std::stol(a) != std::stol(b) ? std::stol(a) < std::stol(b) : a < b;
}

/// Ids of classes by name, of which some may be made by the edit itself.
class ClassFinder {
public:
    ClassFinder(const State& state, NextIds& ids, Edits& edits)
        : m_ids(ids), m_edits(edits), m_all(state.classes()) {}

    /// Classes that an edit makes come in the order of their names, with numbers by their value, not in that
    /// of the images that happen to come first.
    void makeInOrder(std::vector<std::string> names) {
        std::ranges::sort(names, comesBefore);
        for (const std::string& name : names)
            find(name);
    }

    ClassId find(const std::string& name) {
        const std::string clean = cleanClassName(name);
        if (clean.empty())
            return {};
        const auto known = std::ranges::find(m_all, clean, &LabelClass::name);
        if (known != m_all.end())
            return known->id;
        m_all.push_back(newClass(m_all, {m_ids.labelClass++}, clean));
        m_edits.add(m_all.back());
        return m_all.back().id;
    }

private:
    NextIds& m_ids;
    Edits& m_edits;
    std::vector<LabelClass> m_all;
};

std::vector<std::string> classNamesOf(const std::vector<Project::NewImage>& images) {
    std::unordered_set<std::string> names;
    for (const Project::NewImage& image : images) {
        names.insert(image.className);
        for (const auto& [className, geometry] : image.shapes)
            names.insert(className);
    }
    return {names.begin(), names.end()};
}

/// One edit of image records: `alter` changes a copy of each.
Edits alteredImages(const State& state, const std::vector<ImageId>& ids, Counted& counted,
                    const std::function<void(ImageRecord&)>& alter) {
    Edits edits;
    std::unordered_set<ImageId> seen;
    for (ImageId id : ids) {
        const ImageRecord* before = state.image(id);
        if (!before || !seen.insert(id).second)
            continue;
        ImageRecord after = *before;
        alter(after);
        if (after == *before)
            continue;
        counted.add(*before);
        edits.change(*before, after);
    }
    return edits;
}

} // namespace

Result<std::vector<ImageId>> Project::addImages(std::vector<NewImage> images, const std::string& batch) {
    if (auto may = m_impl->mayWrite(); !may)
        return may.error();
    NextIds ids = m_impl->journal->nextIds();
    Edits edits;
    ClassFinder classNamed(m_impl->state, ids, edits);
    std::vector<ImageId> added;
    std::vector<std::filesystem::path> files;
    std::unordered_set<std::string> inThisEdit;
    Counted counted;
    std::erase_if(images, [&](NewImage& image) {
        std::string& path = image.record.path;
        path = storedPath(m_impl->folder, path);
        return path.empty() || hasImageWithPath(path) || !inThisEdit.insert(path).second;
    });
    classNamed.makeInOrder(classNamesOf(images));
    for (NewImage& image : images) {
        ImageRecord& record = image.record;
        record.id = {ids.image++};
        record.label = classNamed.find(image.className);
        counted.add(record);
        edits.add(record);
        added.push_back(record.id);
        files.push_back(absolutePath(record));
        for (const auto& [className, geometry] : image.shapes)
            edits.add(
                ShapeRow{{ids.shape++}, record.id, classNamed.find(className), encodeGeometry(geometry)});
    }
    if (added.empty())
        return added;
    if (auto done = m_impl->commitImport(counted, edits.rows(), ids, batch); !done)
        return done.error();
    m_impl->dropIssuesOf(files);
    return added;
}

Result<int> Project::addShapes(const std::vector<NewShapes>& shapes) {
    if (auto may = m_impl->mayWrite(); !may)
        return may.error();
    NextIds ids = m_impl->journal->nextIds();
    Edits edits;
    ClassFinder classNamed(m_impl->state, ids, edits);
    std::vector<std::string> names;
    for (const NewShapes& drawn : shapes)
        for (const auto& [className, geometry] : drawn.shapes)
            names.push_back(className);
    classNamed.makeInOrder(names);
    Counted counted;
    int added = 0;
    std::unordered_set<ImageId> seen;
    for (const NewShapes& drawn : shapes) {
        const ImageRecord* record = image(drawn.image);
        if (!record || drawn.shapes.empty() || !m_impl->state.shapes(drawn.image).empty() ||
            !seen.insert(drawn.image).second)
            continue;
        counted.add(*record);
        for (const auto& [className, geometry] : drawn.shapes) {
            edits.add(
                ShapeRow{{ids.shape++}, record->id, classNamed.find(className), encodeGeometry(geometry)});
            ++added;
        }
    }
    if (added == 0) // classes alone are no edit
        return 0;
    if (auto done = m_impl->commit({verb::addShapes, counted.arguments()}, edits.rows(), ids); !done)
        return done.error();
    return added;
}

Result<> Project::removeImages(const std::vector<ImageId>& images) {
    Edits edits;
    Counted counted;
    std::unordered_set<ImageId> seen;
    for (ImageId id : images) {
        const ImageRecord* record = image(id);
        if (!record || !seen.insert(id).second)
            continue;
        counted.add(*record);
        for (const annotation::Shape& shape : m_impl->state.shapes(id))
            edits.remove(shapeRow(id, shape));
        edits.remove(*record);
    }
    return m_impl->commit({verb::removeImages, counted.arguments()}, edits.rows());
}

Result<> Project::assignClass(const std::vector<ImageId>& images, ClassId label) {
    const LabelClass* chosen = labelClass(label);
    if (label && !chosen)
        return Error{translate("Project", "This class has been removed meanwhile; nothing was changed.")};
    Counted counted;
    const Edits edits =
        alteredImages(m_impl->state, images, counted, [&](ImageRecord& image) { image.label = label; });
    return m_impl->commit({verb::assignClass, counted.arguments({chosen ? chosen->name : std::string()})},
                          edits.rows());
}

Result<> Project::assignSplit(const std::vector<ImageId>& images, Split split) {
    Counted counted;
    const Edits edits = alteredImages(m_impl->state, images, counted, [&](ImageRecord& image) {
        image.split = split;
        image.splitByHand = split != Split::None;
    });
    return m_impl->commit({verb::assignSplit, counted.arguments({std::string(annotation::name(split))})},
                          edits.rows());
}

Result<> Project::assignGroup(const std::vector<ImageId>& images, const std::string& group) {
    Counted counted;
    const Edits edits =
        alteredImages(m_impl->state, images, counted, [&](ImageRecord& image) { image.group = group; });
    return m_impl->commit({verb::assignGroup, counted.arguments({group})}, edits.rows());
}

Result<> Project::applySplit(const std::vector<SplitAssignment>& assignment) {
    std::vector<ImageId> ids;
    std::unordered_map<ImageId, Split> wanted;
    for (const auto& [id, split] : assignment) {
        ids.push_back(id);
        wanted[id] = split;
    }
    Counted counted;
    const Edits edits = alteredImages(m_impl->state, ids, counted, [&](ImageRecord& image) {
        if (!image.splitByHand)
            image.split = wanted[image.id];
    });
    return m_impl->commit({verb::applySplit, counted.arguments()}, edits.rows());
}

Result<int> Project::relink(const std::vector<std::pair<ImageId, std::string>>& paths) {
    std::vector<ImageId> ids;
    std::unordered_map<ImageId, std::string> wanted;
    std::unordered_set<std::string> taken;
    for (const auto& [id, path] : paths) {
        std::string stored = storedPath(m_impl->folder, path);
        if (stored.empty() || hasImageWithPath(stored) || !taken.insert(stored).second)
            continue;
        ids.push_back(id);
        wanted[id] = std::move(stored);
    }
    Counted counted;
    const Edits edits = alteredImages(m_impl->state, ids, counted,
                                      [&](ImageRecord& image) { image.path = wanted[image.id]; });
    if (auto done = m_impl->commit({verb::relink, counted.arguments()}, edits.rows()); !done)
        return done.error();
    return counted.count;
}

Result<> Project::refreshImages(const std::vector<ImageRecord>& now) {
    std::vector<ImageId> ids;
    std::unordered_map<ImageId, const ImageRecord*> facts;
    for (const ImageRecord& record : now) {
        ids.push_back(record.id);
        facts[record.id] = &record;
    }
    Counted counted;
    const Edits edits = alteredImages(m_impl->state, ids, counted, [&](ImageRecord& image) {
        const ImageRecord& fact = *facts[image.id];
        image.contentHash = fact.contentHash;
        image.fileBytes = fact.fileBytes;
        image.modified = fact.modified;
        image.width = fact.width;
        image.height = fact.height;
        image.format = fact.format;
        image.channels = fact.channels;
    });
    if (auto done = m_impl->commit({verb::refreshImages, counted.arguments()}, edits.rows()); !done)
        return done;
    std::vector<std::filesystem::path> files;
    for (const ImageId id : ids)
        if (const ImageRecord* record = image(id))
            files.push_back(absolutePath(*record));
    m_impl->dropIssuesOf(files);
    return {};
}

} // namespace graft::project
