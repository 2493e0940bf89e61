#pragma once

#include "base/Result.h"
#include "project/Project.h"
#include "training/Paired.h"
#include "training/Training.h"

#include <QDateTime>
#include <QImage>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace graft::report {

struct Picture {
    QString title;
    QImage image;
};

/// How many images of one class are on each side of the split.
struct DatasetRow {
    std::string name;
    std::uint32_t color = 0; ///< 0xRRGGBB
    int train = 0;
    int validation = 0;
    int test = 0;
    int none = 0;
};

/// The images of the project when the report was asked for.
struct DatasetSummary {
    std::vector<DatasetRow> classes; ///< in the project's order
    DatasetRow unlabelled;
    int duplicates = 0; ///< images whose content another image has, too
};

/// Where the pretrained weights come from, as the catalogue says; empty: from scratch, or not in the
/// catalogue.
struct WeightsSummary {
    std::string title;
    std::string origin;
    std::string license;
};

/// The series of runs that the run belongs to, when the report was asked for.
struct SeriesSummary {
    runs::Series place; ///< of the run
    int finished = 0;
    metrics::Estimate accuracy; ///< the mean of the finished runs, on their validation images
};

struct ReportInput {
    std::string projectName;
    std::string task;
    runs::RunRecord run;
    std::vector<training::Evaluation> evaluations; ///< validation, test
    std::vector<runs::RunRecord>
        compared; ///< other runs of the project, for the table and the curves (from scratch …)
    std::vector<Picture> pictures;    ///< pages of the window
    std::vector<std::string> missing; ///< why something could not be evaluated, in sentences
    std::filesystem::path projectFolder;
    DatasetSummary dataset;
    std::vector<project::Issue> issues;
    WeightsSummary weights;
    /// Accuracy on the validation images with its interval, by run id: of those runs that have been
    /// evaluated.
    std::map<std::string, metrics::Estimate> validationAccuracy;
    /// With those compared runs that have been evaluated on the very same images as the run, by run id.
    std::map<std::string, training::Paired> paired;
    std::optional<SeriesSummary> series; ///< nothing: a run on its own
    QDateTime made;                      ///< when the report was asked for
};
/// Everything of a run that is on disk already. Evaluations that are missing are left out. Reads small files
/// only.
Result<ReportInput> gather(const project::Project& project, const std::string& runId);

/// One self-contained file (pictures inside); works without network and script. Needs a QGuiApplication; any
/// thread. Decodes the pictures of the worst mistakes.
Result<> writeHtml(const ReportInput& input, const std::filesystem::path& file);
Result<> writePdf(const ReportInput& input, const std::filesystem::path& file);

} // namespace graft::report
