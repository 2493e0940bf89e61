#pragma once

#include "report/Content.h"
#include "report/Report.h"

#include <optional>
#include <vector>

// The parts of a report. A part that has nothing to say is no section.
namespace graft::report {

/// The evaluation that the headline is about: the test images where they were looked at. Null: none.
const training::Evaluation* mainEvaluation(const ReportInput& input);

/// Share of validation images right in the best epoch, with its interval where that is known.
metrics::Estimate bestAccuracy(const ReportInput& input, const runs::RunRecord& run);

Section resultSection(const ReportInput& input);
std::optional<Section> notesSection(const ReportInput& input);
std::optional<Section> learningSection(const ReportInput& input);
std::optional<Section> epochsSection(const ReportInput& input);
std::optional<Section> comparisonSection(const ReportInput& input);
/// Matrix, classes and worst mistakes.
std::vector<Section> evaluationSections(const ReportInput& input, const training::Evaluation& evaluation);
Section datasetSection(const ReportInput& input);
Section optionsSection(const ReportInput& input);
Section machineSection(const ReportInput& input);
std::optional<Section> windowSection(const ReportInput& input);
Section explanationsSection();

/// The runs to compare with whose curves are drawn: those from scratch with the same network first.
std::vector<const runs::RunRecord*> comparedCurves(const ReportInput& input);

/// The photographs of the worst mistakes, decoded, at most `side` pixels.
QImage photograph(const std::filesystem::path& file, int side);

} // namespace graft::report
