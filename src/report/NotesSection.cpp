#include "report/Sections.h"
#include "report/Words.h"

#include <QCoreApplication>

namespace graft::report {

namespace {

constexpr std::size_t kMostIssues = 15;
constexpr std::size_t kMostProblems = 15;

void addIssues(const ReportInput& input, Section& section) {
    Table table{QCoreApplication::translate("Report", "Files of the project that need a look"),
                {{QCoreApplication::translate("Report", "File")},
                 {QCoreApplication::translate("Report", "What is wrong")}},
                {}};
    for (std::size_t i = 0; i < input.issues.size() && i < kMostIssues; ++i) {
        const auto& issue = input.issues[i];
        table.rows.push_back({{QString::fromStdString(issue.path)}, {QString::fromStdString(issue.problem)}});
    }
    if (table.rows.empty())
        return;
    section.blocks.emplace_back(std::move(table));
    if (input.issues.size() > kMostIssues)
        section.blocks.emplace_back(
            Paragraph{QCoreApplication::translate("Report", "… and %1 more.")
                          .arg(words::count(std::int64_t(input.issues.size() - kMostIssues)))});
}

void addProblems(const training::Evaluation& evaluation, Section& section) {
    if (evaluation.learntFrom > 0)
        section.blocks.emplace_back(Paragraph{
            QCoreApplication::translate(
                "Report", "Images left out because the run has learnt from them (the split was another "
                          "then): %1")
                .arg(words::count(evaluation.learntFrom)),
            Paragraph::Kind::Warning});
    for (std::size_t i = 0; i < evaluation.problems.size() && i < kMostProblems; ++i)
        section.blocks.emplace_back(Paragraph{QCoreApplication::translate("Report", "Not evaluated: %1")
                                                  .arg(QString::fromStdString(evaluation.problems[i])),
                                              Paragraph::Kind::Warning});
}

} // namespace

std::optional<Section> notesSection(const ReportInput& input) {
    Section section{"notes", QCoreApplication::translate("Report", "To be kept in mind"), {}, {}};
    if (input.run.state != runs::State::Finished) {
        QString sentence = QCoreApplication::translate("Report", "This run is not complete: %1.")
                               .arg(words::state(input.run.state));
        if (!input.run.message.empty())
            sentence += QChar(' ') + QString::fromStdString(input.run.message);
        section.blocks.emplace_back(Paragraph{sentence, Paragraph::Kind::Warning});
    }
    for (const auto& note : input.run.notes)
        section.blocks.emplace_back(Paragraph{QString::fromStdString(note), Paragraph::Kind::Warning});
    for (const auto& evaluation : input.evaluations)
        addProblems(evaluation, section);
    addIssues(input, section);
    return section.blocks.empty() ? std::nullopt : std::optional(std::move(section));
}

} // namespace graft::report
