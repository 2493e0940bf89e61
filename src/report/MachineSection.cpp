#include "report/Sections.h"
#include "report/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace graft::report {

namespace {

std::string factOf(const runs::RunRecord& run, const char* name) {
    const auto found = run.facts.find(name);
    return found == run.facts.end() ? std::string() : found->second;
}

/// Names of facts that are shown in words of their own or elsewhere.
bool shownElsewhere(const std::string& name) {
    return name == "device" || name == "cached_prefix" || name == "peak_memory_bytes" || name == "started";
}

QString memory(const std::string& bytes) {
    std::uint64_t value = 0;
    const auto read = std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
    return read.ec == std::errc() ? words::bytes(value) : QString::fromStdString(bytes);
}

double medianSeconds(const runs::RunRecord& run) {
    std::vector<double> seconds;
    for (std::size_t i = 1; i < run.epochs.size(); ++i)
        seconds.push_back(run.epochs[i].seconds);
    std::ranges::sort(seconds);
    return seconds[seconds.size() / 2];
}

void addTimes(const runs::RunRecord& run, Facts& facts) {
    if (run.epochs.empty())
        return;
    double total = 0;
    for (const auto& epoch : run.epochs)
        total += epoch.seconds;
    facts.rows.emplace_back(QCoreApplication::translate("Report", "Time in epochs"), words::duration(total));
    facts.rows.emplace_back(QCoreApplication::translate("Report", "First epoch"),
                            words::duration(run.epochs.front().seconds));
    if (run.epochs.size() > 1)
        facts.rows.emplace_back(QCoreApplication::translate("Report", "Later epochs, median"),
                                words::duration(medianSeconds(run)));
}

} // namespace

Section machineSection(const ReportInput& input) {
    Section section{"machine", QCoreApplication::translate("Report", "Machine and time"), {}, {}};
    Facts facts;
    if (const auto device = factOf(input.run, "device"); !device.empty())
        facts.rows.emplace_back(QCoreApplication::translate("Report", "Trained on"),
                                QString::fromStdString(device));
    addTimes(input.run, facts);
    if (const auto cached = factOf(input.run, "cached_prefix"); !cached.empty())
        facts.rows.emplace_back(QCoreApplication::translate("Report", "Frozen part computed once and kept"),
                                cached == "true" ? QCoreApplication::translate("Report", "yes")
                                                 : QCoreApplication::translate("Report", "no"));
    if (const auto peak = factOf(input.run, "peak_memory_bytes"); !peak.empty())
        facts.rows.emplace_back(QCoreApplication::translate("Report", "Most memory in use"), memory(peak));
    for (const auto& [name, value] : input.run.facts)
        if (!shownElsewhere(name))
            facts.rows.emplace_back(QString::fromStdString(name), QString::fromStdString(value));
    if (facts.rows.empty())
        section.blocks.emplace_back(Paragraph{
            QCoreApplication::translate("Report", "The run wrote down nothing about its machine.")});
    else
        section.blocks.emplace_back(std::move(facts));
    return section;
}

std::optional<Section> windowSection(const ReportInput& input) {
    Section section{
        "window",
        QCoreApplication::translate("Report", "The studio"),
        QCoreApplication::translate("Report", "The pages of the window when this report was made."),
        {}};
    for (const auto& picture : input.pictures)
        if (!picture.image.isNull())
            section.blocks.emplace_back(Screenshot{picture.title, picture.image});
    return section.blocks.empty() ? std::nullopt : std::optional(std::move(section));
}

Section explanationsSection() {
    Section section{"explanations", QCoreApplication::translate("Report", "What the figures mean"), {}, {}};
    Facts facts;
    const auto add = [&](const QString& name, const QString& text) { facts.rows.emplace_back(name, text); };
    add(QCoreApplication::translate("Report", "Accuracy"),
        QCoreApplication::translate("Report", "Share of images called rightly."));
    add(QCoreApplication::translate("Report", "Balanced accuracy"),
        QCoreApplication::translate(
            "Report", "Mean recall of the classes: rare classes count as much as frequent ones."));
    add(QCoreApplication::translate("Report", "Mean F1"),
        QCoreApplication::translate("Report", "F1 of every class, averaged."));
    add(QCoreApplication::translate("Report", "AUROC"),
        QCoreApplication::translate(
            "Report", "Chance that an image of a class gets a higher probability for it than an image of "
                      "another class; 50 % is guessing. One class against the rest, averaged."));
    add(QCoreApplication::translate("Report", "Calibration error"),
        QCoreApplication::translate(
            "Report", "How far, on average, the stated probability is from how often it is right, in 15 "
                      "steps of confidence. The smaller, the more its probabilities can be trusted."));
    add(QCoreApplication::translate("Report", "95 % interval"),
        QCoreApplication::translate(
            "Report", "Where the figure may lie on other images of the same kind. Wilson's score interval "
                      "for accuracy, precision and recall; 1,000 bootstrap draws over images for the rest."));
    add(QCoreApplication::translate("Report", "Loss"),
        QCoreApplication::translate(
            "Report", "Cross-entropy in nats: what a wrong or unsure answer costs. 0 is sure and right."));
    section.blocks.emplace_back(std::move(facts));
    return section;
}

} // namespace graft::report
