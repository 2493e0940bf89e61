#include "ui/model/Readiness.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>

namespace graft::ui {
namespace {

struct Counted {
    std::unordered_set<ClassId> labelled, training;
    int trainingImages = 0;
    int validationImages = 0;
};

Counted count(const project::Project& project) {
    Counted counted;
    for (const project::ImageRecord& image : project.images()) {
        if (!image.label)
            continue;
        counted.labelled.insert(image.label);
        if (image.split == annotation::Split::Train) {
            counted.training.insert(image.label);
            ++counted.trainingImages;
        }
        counted.validationImages += image.split == annotation::Split::Validation;
    }
    return counted;
}

} // namespace

QString missingForTraining(const project::Project* project) {
    if (!project)
        return QCoreApplication::translate("Readiness", "Open or create a project first.");
    if (project->task() != annotation::TaskKind::Classification)
        return QCoreApplication::translate("Readiness", "This version trains classification only.");
    if (project->images().empty())
        return QCoreApplication::translate("Readiness", "Add images first.");
    const Counted counted = count(*project);
    if (counted.labelled.empty())
        return QCoreApplication::translate("Readiness",
                                           "No image is labelled yet: give the images their classes first.");
    if (counted.labelled.size() < 2)
        return QCoreApplication::translate("Readiness", "Training needs images of at least two classes.");
    if (counted.trainingImages == 0 || counted.validationImages == 0)
        return QCoreApplication::translate("Readiness",
                                           "The images are not split into training and validation yet.");
    if (counted.training.size() < 2)
        return QCoreApplication::translate(
            "Readiness", "Training images of at least two classes are needed: split the images again.");
    return {};
}

RunImages runImages(const project::Project& project) {
    const Counted counted = count(project);
    return {counted.trainingImages, counted.validationImages};
}

double trainingImagesPerClass(const project::Project& project) {
    const Counted counted = count(project);
    return counted.training.empty() ? 0 : double(counted.trainingImages) / double(counted.training.size());
}

} // namespace graft::ui
