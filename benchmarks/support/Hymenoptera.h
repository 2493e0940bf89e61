#pragma once

#include "intake/Intake.h"
#include "support/Scorecard.h"
#include "workflow/Workflow.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

namespace graft::benchmark {

/// A project of hymenoptera_256 and a store of weights in a folder that goes with it. Throws
/// std::runtime_error with a sentence where something is not to be had.
class Hymenoptera {
public:
    Hymenoptera() : m_zoo(makeZoo(m_scratch.path())) {
        auto project = project::Project::create(m_scratch.path() / "hymenoptera.graft",
                                                annotation::TaskKind::Classification);
        if (!project)
            throw std::runtime_error(project.error().message);
        m_project = std::move(*project);
        intake::IntakeOptions options;
        options.sources = {folder()};
        options.read.format = "folders";
        if (const auto imported = intake::importInto(*m_project, options, {}); !imported)
            throw std::runtime_error(imported.error().message);
    }

    static std::filesystem::path folder() { return sharedFolder() / "data/hymenoptera_256"; }
    const project::Project& project() const { return *m_project; }

    /// The recommended options of Custom for a network; no weights: from random ones, frozen all the same.
    training::TrainingOptions options(const std::string& model, const std::string& weights) {
        if (!weights.empty())
            if (const auto fetched = m_zoo.fetch(*m_zoo.entry(weights)); !fetched)
                throw std::runtime_error(fetched.error().message);
        training::TrainingOptions options =
            workflow::recommendedOptions(*m_project, model, m_zoo.entry(weights), "custom");
        options.weights = weights.empty() ? "none" : weights;
        return options;
    }

    training::RunInput input(const training::TrainingOptions& options) const {
        auto input = workflow::prepareRun(*m_project, m_zoo, options);
        if (!input)
            throw std::runtime_error(input.error().message);
        return *std::move(input);
    }

    runs::RunRecord train(const training::RunInput& input) const {
        auto outcome = training::train(input, m_project->runsFolder(), [](const training::TrainingEvent&) {});
        if (!outcome)
            throw std::runtime_error(outcome.error().message);
        return std::move(outcome->record);
    }

    /// What usual_loop.py is told.
    static std::vector<std::string> peerArguments(const std::string& model, const std::string& freeze,
                                                  int epochs) {
        const std::string threads = std::to_string(std::max(1u, std::thread::hardware_concurrency()));
        return {threads,
                model,
                (folder() / "train").string(),
                (folder() / "val").string(),
                std::to_string(epochs),
                freeze};
    }

private:
    ScratchFolder m_scratch;
    zoo::Zoo m_zoo;
    std::unique_ptr<project::Project> m_project;

    static zoo::Zoo makeZoo(const std::filesystem::path& scratch) {
        zoo::Zoo::Places places = zoo::Zoo::defaultPlaces();
        places.store = scratch / "weights";
        places.offeredFolder = sharedFolder() / "weights";
        const auto catalogue = zoo::ownCatalogue();
        if (!catalogue)
            throw std::runtime_error(catalogue.error().message);
        return zoo::Zoo(*catalogue, places);
    }
};

} // namespace graft::benchmark
