#pragma once

#include "base/Result.h"
#include "project/Project.h"
#include "training/Training.h"

#include <QImage>

#include <filesystem>
#include <string>
#include <vector>

namespace graft::report {

struct Picture {
    QString title;
    QImage image;
};

struct ReportInput {
    std::string projectName;
    std::string task;
    runs::RunRecord run;
    std::vector<training::Evaluation> evaluations; ///< validation, test
    std::vector<runs::RunRecord> compared;         ///< other runs of the project, for the table and the curves (from scratch …)
    std::vector<Picture> pictures;                 ///< pages of the window
    std::filesystem::path projectFolder;
};
/// Everything of a run that is on disk already. Evaluations that are missing are left out.
Result<ReportInput> gather(const project::Project& project, const std::string& runId);

/// One self-contained file (pictures inside); works without network and script. Needs a QGuiApplication.
Result<> writeHtml(const ReportInput& input, const std::filesystem::path& file);
Result<> writePdf(const ReportInput& input, const std::filesystem::path& file);

} // namespace graft::report
