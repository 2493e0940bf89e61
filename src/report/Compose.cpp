#include "report/Compose.h"

#include "report/Sections.h"
#include "report/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace graft::report {

namespace {

/// The headline's evaluation first.
std::vector<const training::Evaluation*> evaluationsInOrder(const ReportInput& input) {
    std::vector<const training::Evaluation*> all;
    for (const auto& evaluation : input.evaluations)
        all.push_back(&evaluation);
    std::ranges::stable_partition(
        all, [&](const auto* evaluation) { return evaluation == mainEvaluation(input); });
    return all;
}

std::vector<QString> marks(const ReportInput& input) {
    std::vector<QString> marks{words::task(input.task), words::state(input.run.state)};
    if (const QDateTime started = words::started(input.run); started.isValid())
        marks.push_back(QCoreApplication::translate("Report", "trained %1").arg(words::dateTime(started)));
    marks.push_back(
        QCoreApplication::translate("Report", "run %1").arg(QString::fromStdString(input.run.id)));
    return marks;
}

} // namespace

Content compose(const ReportInput& input) {
    Content content;
    content.title = QString::fromStdString(input.projectName);
    content.subtitle = words::runName(input.run);
    content.marks = marks(input);
    const auto add = [&](std::optional<Section> section) {
        if (section)
            content.sections.push_back(std::move(*section));
    };
    add(resultSection(input));
    add(notesSection(input));
    add(learningSection(input));
    add(comparisonSection(input));
    for (const auto* evaluation : evaluationsInOrder(input))
        std::ranges::move(evaluationSections(input, *evaluation), std::back_inserter(content.sections));
    add(datasetSection(input));
    add(optionsSection(input));
    add(machineSection(input));
    add(epochsSection(input));
    add(windowSection(input));
    add(explanationsSection());
    const QDateTime made = input.made.isValid() ? input.made : QDateTime::currentDateTime();
    content.footer =
        QCoreApplication::translate("Report", "Made by Graft Studio on %1").arg(words::dateTime(made));
    return content;
}

} // namespace graft::report
