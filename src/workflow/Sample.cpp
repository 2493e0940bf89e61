#include "workflow/Sample.h"

#include "base/Files.h"
#include "base/Random.h"
#include "imaging/Decode.h"
#include "intake/Intake.h"
#include "project/SplitPlan.h"
#include "samples/BloodSmear.h"

#include <array>
#include <cstdio>

namespace graft::workflow {

namespace {

constexpr std::array kKinds{samples::CellKind::Lymphocyte, samples::CellKind::Neutrophil,
                            samples::CellKind::Eosinophil};

std::string fileName(samples::CellKind kind, int index) {
    char number[16];
    std::snprintf(number, sizeof number, "_%03d.png", index + 1);
    return std::string(samples::name(kind)) + number;
}

Error cannotMakeFolder(const std::filesystem::path& folder, const std::error_code& error) {
    return {translate("Sample", "The folder %1 cannot be made: %2.",
                      {folder.string(), systemErrorText(error.value())})};
}

Result<> paintOne(const std::filesystem::path& file, samples::CellKind kind, const SampleOptions& options,
                  int index) {
    if (std::filesystem::exists(file))
        return {};
    const std::uint64_t seed = mixSeed({options.seed, std::uint64_t(kind), std::uint64_t(index)});
    const auto png = imaging::encodePng(samples::paintCloseUp(kind, options.side, seed).image);
    if (!png)
        return png.error();
    return writeFileAtomically(file, std::span(*png));
}

Error stopped() {
    return {translate("Sample", "Making the sample project was stopped.")};
}

Result<> fill(project::Project& project, const Monitor& monitor) {
    intake::IntakeOptions intake;
    intake.sources = {sampleImagesFolder(project.folder())};
    intake.read.format = "folders";
    if (auto imported = intake::importInto(project, intake, monitor); !imported)
        return imported.error();
    if (monitor.stopRequested())
        return stopped();
    const auto plan = project::planSplit(project, {});
    if (!plan)
        return plan.error();
    return project.applySplit(plan->assignment);
}

} // namespace

Result<> paintSampleImages(const std::filesystem::path& folder, const SampleOptions& options,
                           const Monitor& monitor) {
    const std::int64_t total = std::int64_t(kKinds.size()) * options.perClass;
    std::int64_t done = 0;
    for (const samples::CellKind kind : kKinds) {
        const auto classFolder = folder / std::string(samples::name(kind));
        std::error_code error;
        std::filesystem::create_directories(classFolder, error);
        if (error)
            return cannotMakeFolder(classFolder, error);
        for (int i = 0; i < options.perClass; ++i) {
            if (monitor.stopRequested())
                return stopped();
            if (auto painted = paintOne(classFolder / fileName(kind, i), kind, options, i); !painted)
                return painted;
            monitor.report(++done, total, translate("Sample", "Painting the sample images"));
        }
    }
    return {};
}

std::filesystem::path sampleImagesFolder(const std::filesystem::path& projectFolder) {
    std::filesystem::path images = projectFolder;
    images.replace_extension();
    images += " images";
    return images;
}

Result<std::unique_ptr<project::Project>> createSampleProject(const std::filesystem::path& projectFolder,
                                                              const SampleOptions& options,
                                                              const Monitor& monitor) {
    std::error_code failure;
    if (std::filesystem::exists(projectFolder, failure))
        return Error{translate("Sample", "%1 exists already. Choose another name, or open it.",
                               {projectFolder.string()})};
    // First, for it takes longest: who stops it leaves no half a project, and the next time goes on.
    if (auto painted = paintSampleImages(sampleImagesFolder(projectFolder), options, monitor); !painted)
        return painted.error();
    auto created = project::Project::create(projectFolder, annotation::TaskKind::Classification);
    if (!created)
        return created.error();
    if (auto filled = fill(**created, monitor); !filled) {
        created->reset();
        std::filesystem::remove_all(projectFolder, failure);
        return filled.error();
    }
    return std::move(*created);
}

} // namespace graft::workflow
