#include "intake/Intake.h"

#include "intake/WorkList.h"

#include <QUuid>

#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace graft::intake {

namespace {

using project::Project;

int annotationsOf(const std::vector<Project::NewImage>& images) {
    int count = 0;
    for (const Project::NewImage& image : images)
        count += int(!image.className.empty()) + int(image.shapes.size());
    return count;
}

/// Labels of known images by class, for those that have none yet: what a person has labelled stays.
std::map<std::string, std::vector<ImageId>> unlabelledByClass(const Project& project,
                                                              const IntakePortion& portion) {
    std::map<std::string, std::vector<ImageId>> byClass;
    if (portion.labels.empty())
        return byClass;
    std::unordered_map<std::string_view, const project::ImageRecord*> byPath;
    for (const project::ImageRecord& image : project.images())
        byPath.emplace(image.path, &image);
    for (const auto& [path, className] : portion.labels)
        if (const auto found = byPath.find(path); found != byPath.end() && !found->second->label)
            byClass[className].push_back(found->second->id);
    return byClass;
}

Result<int> labelKnown(Project& project, const IntakePortion& portion) {
    int labelled = 0;
    for (const auto& [className, images] : unlabelledByClass(project, portion)) {
        const annotation::LabelClass* known = project.classNamed(className);
        ClassId id = known ? known->id : ClassId{};
        if (!known) {
            const auto added = project.addClass(className);
            if (!added)
                return added.error();
            id = *added;
        }
        if (auto assigned = project.assignClass(images, id); !assigned)
            return assigned.error();
        labelled += int(images.size());
    }
    return labelled;
}

/// Known images without shapes: what a person has drawn stays.
std::unordered_map<std::string_view, ImageId> undrawnByPath(const Project& project) {
    std::unordered_map<std::string_view, ImageId> byPath;
    for (const project::ImageRecord& image : project.images())
        if (project.shapes(image.id).empty())
            byPath.emplace(image.path, image.id);
    return byPath;
}

Result<int> drawOnKnown(Project& project, IntakePortion& portion) {
    if (portion.shapes.empty())
        return 0;
    const auto byPath = undrawnByPath(project);
    std::vector<Project::NewShapes> shapes;
    for (auto& [path, drawn] : portion.shapes)
        if (const auto found = byPath.find(path); found != byPath.end())
            shapes.push_back({found->second, std::move(drawn)});
    return project.addShapes(shapes);
}

} // namespace

KnownImages knownImages(const Project& project) {
    KnownImages known{project.folder(), project.thumbnailsFolder(), {}};
    known.masksWanted = project.task() == annotation::TaskKind::Segmentation;
    known.paths.reserve(project.images().size());
    for (const project::ImageRecord& image : project.images())
        known.paths.insert(image.path);
    return known;
}

Result<Taken> takePortion(Project& project, IntakePortion portion, const std::string& batch) {
    Taken taken;
    const auto labelled = labelKnown(project, portion);
    if (!labelled)
        return labelled.error();
    const auto drawn = drawOnKnown(project, portion);
    if (!drawn)
        return drawn.error();
    taken.labelledKnown = *labelled;
    taken.drawnOnKnown = *drawn;
    taken.labelled = *labelled + *drawn + annotationsOf(portion.images);
    if (!portion.images.empty()) {
        const auto added = project.addImages(std::move(portion.images), batch);
        if (!added)
            return added.error();
        taken.added = int(added->size());
    }
    if (!portion.issues.empty())
        if (auto told = project.addIssues(portion.issues); !told)
            return told.error();
    return taken;
}

Result<Preview> previewImport(const Project& project, const IntakeOptions& options, const Monitor& monitor) {
    auto work = listWork(options, knownImages(project), monitor);
    if (!work)
        return work.error();
    Preview preview{
        .added = int(work->items.size()), .known = work->first.known, .issues = work->first.issues};
    const auto count = [&preview](const std::string& className, const auto& shapes) {
        if (!className.empty())
            ++preview.images[className];
        for (const auto& [shapeClass, geometry] : shapes)
            ++preview.shapes[shapeClass];
    };
    for (const WorkItem& item : work->items)
        count(item.className, item.shapes);
    for (const auto& [className, images] : unlabelledByClass(project, work->first))
        preview.images[className] += int(images.size());
    const auto undrawn = undrawnByPath(project);
    for (const auto& [path, shapes] : work->first.shapes)
        if (undrawn.contains(path))
            count({}, shapes);
    return preview;
}

Result<IntakeResult> importInto(Project& project, const IntakeOptions& options, const Monitor& monitor) {
    IntakeResult result;
    std::optional<Error> refused;
    std::stop_source stop;
    const std::stop_callback outer(monitor.stop, [&] { stop.request_stop(); });
    const std::string batch = QUuid::createUuid().toString().toStdString();
    const auto take = [&](IntakePortion portion) {
        if (refused)
            return;
        result.known += portion.known;
        result.issues.insert(result.issues.end(), portion.issues.begin(), portion.issues.end());
        const auto taken = takePortion(project, std::move(portion), batch);
        if (!taken) {
            refused = taken.error();
            stop.request_stop();
            return;
        }
        result.added += taken->added;
        result.labelled += taken->labelled;
    };
    const auto read = readSources(options, knownImages(project), take, {stop.get_token(), monitor.progress});
    if (refused)
        return *refused;
    if (!read)
        return read.error();
    return result;
}

} // namespace graft::intake
