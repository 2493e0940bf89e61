#include "report/Sections.h"
#include "report/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace graft::report {

namespace {

/// How a fact of the log is named and written for a person. Facts without a line here are shown as they are;
/// device and threads are one row, the start is in the head of the report.
struct FactWords {
    std::string_view name;
    QString title;
    QString (*value)(const std::string& text);
};

QString asIs(const std::string& text) {
    return QString::fromStdString(text);
}

QString asCount(const std::string& text) {
    const auto number = words::number(text);
    return number ? words::count(*number) : asIs(text);
}

QString asBytes(const std::string& text) {
    const auto number = words::number(text);
    return number && *number >= 0 ? words::bytes(std::uint64_t(*number)) : asIs(text);
}

QString asYesOrNo(const std::string& text) {
    return text == "true" ? QCoreApplication::translate("Report", "yes")
                          : QCoreApplication::translate("Report", "no");
}

std::vector<FactWords> factWords() {
    return {
        {"libtorch", QCoreApplication::translate("Report", "LibTorch"), asIs},
        {"train_images", QCoreApplication::translate("Report", "Images learned from"), asCount},
        {"val_images", QCoreApplication::translate("Report", "Images checked on"), asCount},
        {"cached_prefix", QCoreApplication::translate("Report", "Frozen part computed once and kept"),
         asYesOrNo},
        {"frozen_part_images", QCoreApplication::translate("Report", "Views sent through the frozen part"),
         asCount},
        {"peak_memory_bytes", QCoreApplication::translate("Report", "Most memory in use"), asBytes},
    };
}

void addFacts(const runs::RunRecord& run, Facts& facts) {
    if (const QString device = words::device(run.facts); !device.isEmpty())
        facts.rows.emplace_back(QCoreApplication::translate("Report", "Trained on"), device);
    const auto known = factWords();
    for (const FactWords& fact : known)
        if (const auto found = run.facts.find(std::string(fact.name));
            found != run.facts.end() && !found->second.empty())
            facts.rows.emplace_back(fact.title, fact.value(found->second));
    for (const auto& [name, value] : run.facts)
        if (name != "started" && name != "threads" && name != "device" &&
            std::ranges::find(known, name, &FactWords::name) == known.end())
            facts.rows.emplace_back(QString::fromStdString(name), QString::fromStdString(value));
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
    addFacts(input.run, facts);
    addTimes(input.run, facts);
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
                      "for accuracy, precision and recall, and what follows from it for F1 and the averages; "
                      "1,000 bootstrap draws over images for AUROC and calibration error."));
    add(QCoreApplication::translate("Report", "Loss"),
        QCoreApplication::translate(
            "Report", "Cross-entropy in nats: what a wrong or unsure answer costs. 0 is sure and right."));
    section.blocks.emplace_back(std::move(facts));
    return section;
}

} // namespace graft::report
