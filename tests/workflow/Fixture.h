#pragma once

#include "project/Project.h"
#include "support/Support.h"
#include "workflow/Workflow.h"
#include "zoo/Zoo.h"

#include <QtTest>

namespace graft::test {

/// `count` images of a class on one side of the split; no class where the name is empty.
struct Lot {
    std::string className;
    annotation::Split split;
    int count;
};

/// A project of images that are only records: enough for everything that does not read pixels.
inline std::unique_ptr<project::Project>
projectOf(const TemporaryFolder& folder, const std::vector<Lot>& lots,
          annotation::TaskKind task = annotation::TaskKind::Classification) {
    auto created = project::Project::create(folder / "p.graft", task);
    if (!created)
        return nullptr;
    std::vector<project::Project::NewImage> images;
    for (const Lot& lot : lots)
        for (int i = 0; i < lot.count; ++i) {
            project::Project::NewImage image;
            image.record.path = std::to_string(images.size()) + ".png";
            image.record.contentHash = "hash" + std::to_string(images.size());
            image.record.split = lot.split;
            image.className = lot.className;
            images.push_back(std::move(image));
        }
    return (*created)->addImages(std::move(images)) ? std::move(*created) : nullptr;
}

/// The program's own catalogue, without any file.
inline zoo::Zoo emptyZoo(const TemporaryFolder& folder) {
    auto catalogue = zoo::ownCatalogue();
    return {catalogue ? std::move(*catalogue) : std::vector<zoo::WeightsEntry>{},
            {.store = folder / "store"}};
}

inline training::TrainingOptions fromScratch() {
    training::TrainingOptions options;
    options.model = "squeezenet1_1";
    options.weights = "none";
    options.freeze = "none";
    options.epochs = 1;
    options.batch = 8;
    options.size = 64;
    options.device = "cpu";
    return options;
}

} // namespace graft::test
